"""What stands alone: nothing in a question points to another sentence, and nothing that was misread is asked."""

from collections.abc import Callable

import pytest

from quizapp.facts.scene import Scene
from quizapp.model.fact import FactSheet

Asked = Callable[..., dict[str, str]]
Facts = Callable[..., FactSheet]
Meant = Callable[..., Scene]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Clara Hale read the letter to the council. The judge rejected the argument in March.", "the argument"),
        ("The council sold the field and bought a boat. The sum paid for a school in Leeds.", "the sum"),
        ("The council has two ways to raise money. Cold towns in Norway use only the first way.", "the first way"),
        ("Tides rise and fall. In Leeds the change takes ten years.", "the change"),
    ],
)
def test_a_noun_that_sums_up_is_not_asked_about(asked: Asked, text: str, phrase: str) -> None:
    """“the argument” means nothing without the sentence before."""
    assert not any(phrase in stem for stem in asked(text))


def test_what_the_article_is_about_is_known(facts: Facts) -> None:
    """A thing of the title or of the first sentence needs no more than "the"."""
    sheet = facts("The council bought a ferry. The ferry burned.", "The captain saved the ferry.", title="The ferry")
    assert "ferry" not in sheet.bare


@pytest.mark.parametrize(
    "text",
    [
        "The repair was planned to take eight weeks. The workers of Leeds took fourteen.",
        "Twelve ships left Bergen in May. Three had not landed in Leeds for ten months.",
        "Until then the longest had been 15 years.",
    ],
)
def test_a_number_without_its_noun_is_not_asked(asked: Asked, text: str) -> None:
    """“took fourteen”, “three had not landed”, “the longest had been”: of what, another sentence says."""
    wrong = ("fourteen", "did three", "had three", "____ had", "the longest")
    assert not any(word in stem for stem in asked(text) for word in wrong)


def test_a_comparison_needs_its_other_side(asked: Asked) -> None:
    """“offered something better” compares with what another sentence told."""
    stems = asked("Clara Hale built a pier in Leeds. Joan Field offered to build a better pier for the council.")
    assert not any("better" in stem for stem in stems)


def test_a_condition_is_no_statement(asked: Asked) -> None:
    """“If he breaks the ban he can be sent to prison”, read as if he broke it."""
    stems = asked("Desmond Kray owns 31 houses in Leeds. If he breaks the ban he can be sent to prison for 51 weeks.")
    assert not any(stem.startswith("Who breaks") for stem in stems)


def test_a_clause_after_a_comma_is_no_definition(asked: Asked) -> None:
    """“As she rounded Signal Point, a band on the shore began to play”: the point is no band."""
    stems = asked("As the ship rounded Signal Point, a band on the shore of the bay began to play for the crowd.")
    assert not any(stem.startswith("What is Signal Point") for stem in stems)


def test_a_person_described_as_a_village_is_none(asked: Asked) -> None:
    """“Anse Corbeau, a village of 900 people” is not asked for with who."""
    stems = asked("The storm reached Anse Corbeau, a village of some 900 people on the coast of Norway.")
    assert not any(stem.startswith("Who is Anse Corbeau") for stem in stems)


def test_a_list_that_was_torn_is_not_asked(asked: Asked) -> None:
    """“past Venus once and the Earth twice”, “income and shift work”."""
    stems = asked(
        "The probe flew past Venus once and the Earth twice in order to gain speed.",
        "The team of Clara Hale adjusted the figures for age, sex, smoking, weight, income and shift work.",
    )
    assert not any("once twice" in stem or stem.endswith("work?") for stem in stems)


def test_a_hedge_stays_with_its_number(asked: Asked) -> None:
    """“up to 4 million litres” is never asked as “to 4 million litres”."""
    stems = asked(
        "Under the plan, agreed between the water board and the company Oriole, up to 4 million litres a day would be "
        "piped from the lake to cool servers.",
        "The cliffs of Dione are several hundred metres high.",
    )
    assert not any(" to 4 million" in stem or "several ____" in stem for stem in stems)


def test_a_unit_is_whole(facts: Facts) -> None:
    """“26 gigawatt-hours”, “£96m”: nothing is cut off at a hyphen or at the figure."""
    sheet = facts(
        "The lamps of Leeds used 26 gigawatt-hours of electricity.", "The council of Leeds paid £96m to a bank."
    )
    keys = {fact.key.text for fact in sheet.facts}
    assert "26 gigawatt-hours" in keys
    assert "£96m" in keys


def test_a_figure_that_cannot_go_to_the_front_leaves_a_gap(asked: Asked) -> None:
    """“lies at a depth of how many metres” is no question that a teacher prints."""
    stems = asked("The wreck of the Countess lies at a depth of 14 metres.")
    assert stems["The wreck of the Countess lies at a depth of ____ metres."] == "14"


def test_the_title_does_not_answer(asked: Asked) -> None:
    """A figure of the title is not asked for."""
    text = "Hollin Foods recalled 86,000 jars of purée in March."
    assert "86,000" in asked(text).values()
    assert "86,000" not in asked(text, title="Hollin recalls 86,000 jars").values()


def test_what_was_just_told_is_asked_for_its_name(asked: Asked) -> None:
    """“…, a practice called social prescribing”; “This is known as a surge”."""
    stems = asked(
        "Doctors in Leeds now write the choir on a form, a practice called social prescribing.",
        "A glacier in Norway sometimes speeds up for a month. Such an event is known as a surge.",
    )
    told = "Doctors in Leeds now write the choir on a form. What is this practice called?"
    assert stems[told] == "social prescribing"
    assert stems["A glacier in Norway sometimes speeds up for a month. What is this event called?"] == "a surge"


def test_unclear_words_never_end_the_run(facts: Facts) -> None:
    """A finder that meets words without their sentence leaves them out, and the article goes on."""
    sheet = facts(
        "Robert Castellano recently described the $44 proposal as “opportunistic”.",
        "Clara Hale opened a school in Leeds in 1893.",
    )
    assert any(fact.key.text == "1893" for fact in sheet.facts)


@pytest.mark.parametrize(
    ("texts", "pronoun", "name"),
    [
        (
            (
                "Szulc met the astronomer Carl Lund in Leeds.",
                "With the help of an engineer, Halina Mroz, she built it.",
            ),
            "she",
            "Halina Mroz",
        ),
        (
            ("Hannah Weiss died in 2022.", "Hannah Weiss's mother, Ingrid, said little. She has campaigned for a law."),
            "She",
            "Hannah Weiss",
        ),
        (
            ("Otto Wichser ran the railways. The driver fell asleep. The unions feared that he would be fined."),
            "he",
            "Otto Wichser",
        ),
    ],
)
def test_a_pronoun_is_not_given_to_who_only_stands_near(
    scene: Meant, texts: tuple[str, ...] | str, pronoun: str, name: str
) -> None:
    """A helper in the same phrase, a child named before its mother, a manager named before a driver."""
    built = scene(*((texts,) if isinstance(texts, str) else texts))
    token = next(t for s in built.reading.sentences for t in reversed(list(s.slice)) if t.text == pronoun)
    assert built.mentions.antecedent(token) != name


def test_one_of_two_firms_is_not_guessed(scene: Meant) -> None:
    """“the company” after two firms may be either."""
    built = scene(
        "Brioche Dorval Group bought shares in Gallagher Holdings.",
        "Noreen Hayes chaired the company for 19 years.",
    )
    token = next(t for s in built.reading.sentences for t in s.slice if t.text == "company")
    assert built.mentions.antecedent(token) is None


def test_his_client_is_the_speakers(scene: Meant) -> None:
    """“Imran Qureshi said that his client …”."""
    built = scene("Imran Qureshi said that his client had acted out of grievance.")
    token = next(t for s in built.reading.sentences for t in s.slice if t.text == "his")
    assert built.mentions.antecedent(token) == "Imran Qureshi"


def test_a_family_name_means_the_one_named_by_then(scene: Meant) -> None:
    """“Gallagher said” before anybody else of the family is named."""
    built = scene(
        "Aoife Gallagher runs the bakery. Gallagher said the loaf was small.",
        "Patrick Gallagher founded it in 1913.",
    )
    token = [t for s in built.reading.sentences for t in s.slice if t.text == "Gallagher"][1]
    person = built.mentions.person_at(token)
    assert person is not None
    assert person.name == "Aoife Gallagher"


def test_space_around_sentences_is_read_as_well(facts: Facts) -> None:
    """A parser may hang a run of spaces on a word of the sentence beside it."""
    assert facts("to get his goods to market    []\n-> 1882  ['1862', '1837', '1825']").sentences


def test_a_time_with_its_owner_stays(asked: Asked) -> None:
    """“in its last full season” is no "last year"."""
    stems = asked("The lido of Aldwick drew 41,000 visitors in its last full season.")
    assert stems["How many visitors did the lido of Aldwick draw in its last full season?"] == "41,000"


def test_a_town_does_not_promise(asked: Asked) -> None:
    """“Stanmoor, a firm based in Crewsley, which has promised to build a pool”."""
    stems = asked("The lido goes to Stanmoor, a firm based in nearby Crewsley, which has promised to build a pool.")
    assert "nearby Crewsley" not in stems.values()
    assert not any("has nearby Crewsley" in stem for stem in stems)


def test_a_councillor_is_known_by_name(scene: Meant) -> None:
    """“Cllr” is no first name, and a bracket belongs to nobody."""
    built = scene("A motion was proposed by Cllr Bev Sanderson (Lab) in May.", "Cllr Farouk has written to Leeds.")
    assert not any("Cllr" in p.name or ")" in p.name for p in built.mentions.persons)
