"""Reported speech: what was said with its claimant, who said it, and what somebody called something."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

Asked = Callable[..., dict[str, str]]

CONTENTS = [
    (
        "Ines Marlow denied selling any of the older boats to rivals.",
        "What did Ines Marlow deny doing?",
        "selling any of the older boats to rivals",
    ),
    (
        "Ines Marlow denied that the council had sold the older boats.",
        "What did Ines Marlow deny?",
        "that the council had sold the older boats",
    ),
    (
        "Ines Marlow warned that the island route would close for the winter unless fares rose.",
        "What did Ines Marlow warn about the island route?",
        "that the island route would close for the winter unless fares rose",
    ),
    (
        "The island council accused Ines Marlow of breaking a written promise.",
        "What did the island council accuse Ines Marlow of?",
        "breaking a written promise",
    ),
    (
        "Paul Reed was accused of stealing £400 from a school in Leeds.",
        "What was Paul Reed accused of?",
        "stealing £400 from a school in Leeds",
    ),
    (
        "A report by the Aldwick Trust recommends freezing fares for two years.",
        "What does a report by the Aldwick Trust recommend?",
        "freezing fares for two years",
    ),
    (
        "Clara Hale proposed that the payments should be handled by an agency.",
        "What did Clara Hale propose?",
        "that the payments should be handled by an agency",
    ),
    (
        "Clara Hale urged the council to close the quarry by June.",
        "What did Clara Hale urge the council to do?",
        "close the quarry by June",
    ),
    (
        "Clara Hale said that her sister had acted out of grievance rather than greed.",
        "What did Clara Hale say about her sister?",
        "that her sister had acted out of grievance rather than greed",
    ),
    (
        "Gordon Teague called the plan a slow eviction of the islanders.",
        "What did Gordon Teague call the plan?",
        "a slow eviction of the islanders",
    ),
    (
        "The plan was described as “a slow eviction” by Gordon Teague.",
        "How did Gordon Teague describe the plan?",
        "a slow eviction",
    ),
    (
        "Gordon Teague dismissed the report as “a guess in a nice font”.",
        "What did Gordon Teague dismiss the report as?",
        "a guess in a nice font",
    ),
]


@pytest.mark.parametrize(("text", "stem", "key"), CONTENTS)
def test_what_was_said_is_asked_of_its_claimant(asked: Asked, text: str, stem: str, key: str) -> None:
    """The content is the answer, the claimant is in the question, and the verb keeps its force."""
    stems = asked(text)
    assert stems.get(stem) == key, stems


def test_what_another_found_keeps_both_claimants(asked: Asked) -> None:
    """A survey that somebody cites is his to cite."""
    stems = asked("Clara Hale said that a survey of 112 shops had found that one in three expected to close.")
    assert (
        stems.get("What did Clara Hale say a survey of 112 shops had found?") == "that one in three expected to close"
    )
    assert not any(stem.startswith("According to a survey") for stem in stems)


def test_a_court_that_hears_does_not_say(asked: Asked) -> None:
    """What is told in court is what the court heard."""
    stems = asked("Paul Reed had hidden £40,000 in a barn, the court heard.")
    assert stems
    assert all("evidence given to the court" in s or "the court heard" in s or "hidden" not in s for s in stems)


def test_two_claims_in_one_sentence_stay_apart(asked: Asked) -> None:
    """“…, while Hale insists …” is no part of what Reed believes."""
    stems = asked("Paul Reed believes the dam flooded 40 villages, while Clara Hale insists that only 12 were hit.")
    assert stems["What does Paul Reed believe about the dam?"] == "that the dam flooded 40 villages"


def test_it_is_not_guessed_who_goes_on(asked: Asked) -> None:
    """The report, not the captain, may have blamed the company."""
    stems = asked("The report found the captain had ignored three warnings and blamed the company for its crews.")
    assert stems["What did the report find about the captain?"] == "that the captain had ignored three warnings"
    assert not any("captain blame" in stem for stem in stems)


def test_her_own_doings_are_hers(asked: Asked) -> None:
    """After a denial the pronoun is the speaker."""
    stems = asked("Paul Reed opened the mill. Samuel Crane denied that he had sold the mill to a brewery.")
    assert stems["What did Samuel Crane deny doing?"] == "selling the mill to a brewery"


def test_a_quotation_cut_in_two_is_whole(asked: Asked) -> None:
    """“…,” she said, “…” is one sentence of hers."""
    stems = asked(
        "“A boat is not a luxury on an island,” said Ann Hale, the mayor of Sellay, “but the only road we have.”"
    )
    assert "Who said, “A boat is not a luxury on an island, but the only road we have”?" in stems


def test_a_quotation_in_single_marks_is_one(asked: Asked) -> None:
    """British marks, and the apostrophes beside them."""
    stems = asked("Ann Hale, who lives in the miners’ village, called the museum’s plan ‘a promise written in water’.")
    assert stems["Who called the museum’s plan “a promise written in water”?"] == "Ann Hale"


@pytest.mark.parametrize(
    "text",
    [
        "“They did it again and they will,” Ann Hale said.",
        "“I want you to know that there is something,” Ann Hale said.",
    ],
)
def test_a_quotation_that_tells_nothing_alone_is_not_asked(asked: Asked, text: str) -> None:
    """Words that many could have said, or that point to others."""
    assert not any(stem.startswith("Who said") for stem in asked(text))


def test_what_a_speaker_says_twice_about_a_thing_is_not_asked(asked: Asked) -> None:
    """“What did Hale say about the plan?” would have two answers."""
    stems = asked(
        "Clara Hale said that the plan would cost the town its market.",
        "Clara Hale added that the plan was written by people from London.",
    )
    assert "What did Clara Hale say about the plan?" not in stems


def test_first_person_never_leaks_from_a_quotation(asked: Asked) -> None:
    """“we” in a mixed quotation is nobody in a question."""
    stems = asked("Clara Hale said that the plan was “a promise we made to our own children in the valley”.")
    keys = [key for key in stems.values() if isinstance(key, str)]
    assert not any(" we " in f" {text} " and not text.startswith("Who said") for text in [*stems, *keys])


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "Paul Reed accused the hospital of treating families “like a filing problem”.",
            "What did Paul Reed accuse the hospital of?",
            "treating families “like a filing problem”",
        ),
        (
            "Paul Reed had been accused by a colleague of forging receipts in 2016.",
            "What had Paul Reed been accused of by a colleague?",
            "forging receipts in 2016",
        ),
        (
            "A clerk who was accused of stealing £400 from a school was jailed for three years.",
            "What was a clerk accused of?",
            "stealing £400 from a school",
        ),
    ],
)
def test_a_charge_is_whole_and_no_more(asked: Asked, text: str, stem: str, key: str) -> None:
    """Wherever the parser hangs the charge, it ends where the accusation ends."""
    stems = asked(text)
    assert stems.get(stem) == key, stems
    assert not any("accuse “" in stem for stem in stems)


def test_what_the_source_says_of_herself_keeps_its_source(asked: Asked) -> None:
    """That her name stands in the question does not make her claim a fact."""
    stems = asked("Clara Hale opened the inquiry. She told the BBC that she had examined 400 documents in Leeds.")
    assert stems["According to Clara Hale, how many documents did she examine in Leeds?"] == "400"
    assert not any(stem.startswith("How many documents had Clara") for stem in stems)


def test_a_clause_of_time_after_the_noun_it_means(asked: Asked) -> None:
    """“the men … while they …”: they are the men."""
    stems = asked("Robert Muir believed that the men had been swept away while they were securing a crane.")
    assert (
        stems["What did Robert Muir believe about the men?"]
        == "that the men had been swept away while they were securing a crane"
    )


def test_direct_speech_can_give_a_label(asked: Asked) -> None:
    """“The scheme is …,” she said: that is how she described it; two things in one sentence are left alone."""
    stems = asked("“The scheme is a slow eviction of the islanders,” said Ann Hale, the mayor of Sellay.")
    assert stems["How did Ann Hale describe the scheme?"] == "a slow eviction of the islanders"
    assert not any(
        stem.startswith("How did")
        for stem in asked("“The hearing business is now the engine and the camera business is the trailer,” Hale said.")
    )


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "Reportedly, the firm paid £3 million to a lawyer in Leeds.",
            "How much did the firm reportedly pay to a lawyer in Leeds?",
        ),
        (
            "In Clara Hale's view, the mill closed because cheap cloth came from abroad.",
            "According to Clara Hale, why did the mill close?",
        ),
        (
            "To critics, the scheme is a waste of £3 million.",
            "According to critics, the scheme is a waste of ____.",
        ),
    ],
)
def test_hedges_and_views_stay(asked: Asked, text: str, stem: str) -> None:
    """How sure it is, and in whose view, stays in the question."""
    stems = asked(text)
    assert stem in stems, stems
    assert not any(s.startswith(("How much did the firm pay", "Why did the mill")) for s in stems)


def test_for_whom_it_is_so_may_be_a_view(asked: Asked) -> None:
    """“For Clara Hale, the mill closed because …” is asked neither as her view nor as a fact."""
    stems = asked("For Clara Hale, the mill closed because cheap cloth came from abroad.")
    assert not any(stem.startswith("Why") for stem in stems)


def test_the_verb_of_saying_agrees_with_who(asked: Asked) -> None:
    """Not “Who say that …?”."""
    stems = asked("Researchers at the University of Tarn say that the frog sings under the water of the lake.")
    assert not any(stem.startswith("Who say ") for stem in stems)
    assert any(stem.startswith("Who says ") for stem in stems)


def test_a_promise_and_a_denial_are_two(asked: Asked) -> None:
    """A verb with a tense goes on from the verb with a tense, whatever the parser says."""
    stems = asked(
        "Ines Marlow promised to keep the morning boat until 2031 and denied selling the older boats to rivals."
    )
    assert stems["What did Ines Marlow deny doing?"] == "selling the older boats to rivals"
    assert not any("denied" in stem and "promise" in stem for stem in stems)


def test_a_saying_about_her_own_thought_is_not_asked(asked: Asked) -> None:
    """“Who said that she accepted that …?” asks nothing that the thought does not."""
    stems = asked("Clara Hale said she accepted that Paul Reed had repaid £90,000 to the school.")
    assert not any("said that she accepted" in stem for stem in stems)


def test_an_aside_before_the_verb_goes_in_front(asked: Asked) -> None:
    """“the dam, if approved, would hold”: the condition stays, where a question can have it."""
    stems = asked("Paul Reed said the dam, if approved, would hold 40 tonnes of water.")
    assert any("if approved, how many tonnes of water would the dam hold" in stem for stem in stems), stems


def test_a_mine_is_no_first_person(asked: Asked) -> None:
    """The noun, not the pronoun."""
    stems = asked("A poll by the Trust found that 58 percent of residents opposed the mine in Leeds.")
    assert "According to a poll by the Trust, what percentage of residents opposed the mine in Leeds?" in stems


def test_a_union_is_no_company(asked: Asked) -> None:
    """“the company” after a union's name is another body."""
    stems = asked(
        "The Farm Workers' League met in Leeds in 2019. Bernard Pugh accused the company of hiding 40 letters."
    )
    assert not any("accuse the Farm Workers" in stem for stem in stems)


def test_who_is_asked_a_question_in_marks_is_no_fact(asked: Asked) -> None:
    """“Who asked the council in Leeds?” leaves out what was asked."""
    stems = asked("“Do you want a bridge or a boat?” Clara Hale asked the council in Leeds.")
    assert not any(stem.startswith(("Who asked the council", "What did Clara Hale ask")) for stem in stems)


def test_a_comparison_is_asked_for_its_other_side(asked: Asked) -> None:
    """What something is likened to is the answer."""
    stems = asked("Paul Reed likened the tower to a broken tooth.")
    assert stems["What did Paul Reed liken the tower to?"] == "a broken tooth"


def test_who_goes_on_to_say_more(asked: Asked) -> None:
    """After a comma a verb of saying goes on from the one before, though the parser joins it to what was said."""
    stems = asked(
        "Clara Hale wrote a book. In her first book, The Ledger of the Ice (1909), she showed that the Folgefonna had "
        "lost more than it had gained in five of six years, and argued that summer temperature mattered more than snow."
    )
    assert stems["Who argued that summer temperature mattered more than snow?"] == "Clara Hale"
    assert "What did Clara Hale argue?" not in stems  # she argued more than that


def test_what_the_source_owns_is_his_and_the_source_stays(asked: Asked) -> None:
    """“his grandmother” in what Daly says: asked as his, according to him."""
    stems = asked("Colm Daly welcomed the ruling in Leeds. He said his grandmother had baked the cake in the 1950s.")
    assert stems.get("According to Colm Daly, when did his grandmother bake the cake?") == "the 1950s", stems
    assert not any(stem.startswith("When had") for stem in stems)
