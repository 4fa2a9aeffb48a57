"""What a teacher without the article would not print of “What …?”: sentences of our own, in the refused shapes."""

from collections.abc import Callable

import pytest

from quizapp.model.fact import FactSheet
from quizapp.writing.write import write_items

Asked = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The Leeds mills and the York mills run boilers of their own.", "What do"),
        ("The tower clocks of Leeds urgently need help.", "What do the tower"),
        (
            "Cholera, which had first reached Leeds in 1831, returned in 1848, and killed thousands on each occasion.",
            "What did cholera",
        ),
        ("In Leeds even the brass clocks attract a layer of fine dust.", "What do even the"),
        (
            "The wax on a pear of the Leeds kind keeps out fungi and stops water from leaking away.",
            "What does the wax on a pear of the Leeds kind stop",
        ),
        ("The Leeds louse carries viruses that shorten their lives.", "What does"),
        (
            "Clara Hale's mirror lens in Leeds could detect currents a thousand times weaker than those that we use.",
            "detect",
        ),
        ("When a boiler in Leeds is empty, it is in effect burning its own walls.", "What happens"),
        ("Once a boiler in Leeds is full of steam, a second stage can begin.", "What can happen"),
        ("When the pump in Leeds really does stop, the water keeps on turning.", "What happens"),
        ("The body of a Leeds mouse treats the stranger as a threat.", "Who does"),
        ("In 2002 a team at Hale Foods in Leeds found that a second enzyme was responsible.", "responsible"),
        ("After a quarrel Tom Bell dismissed her, and for years Clara Hale worked at home in Leeds.", "Where did"),
        ("In the northern Bay, which loses little to evaporation, pike and perch live in Leeds water.", "What loses"),
        ("In Leeds a mill on the southern shore, which discharged waste into the Aire, was shut.", "southern shore"),
        (
            "A parasitic worm from East Leeds, Anguilla crassa, which came in 1980, damages the swim bladder.",
            "What dam",
        ),
        ("Half the volunteers in Leeds, chosen at random, received standard speech therapy.", "What did half"),
        (
            "On the north side, the sea is drawn to Leeds more than the rock is, so the water gathers in a bulge.",
            "Why does",
        ),
        ("Until the railways came, each town kept its own time, and Leeds was ten minutes behind London.", "Leeds was"),
        (
            "At the beginning of 1802 the docks were busy, yet Leeds Bridge was the lowest point for ships.",
            "What was the low",
        ),
        ("In 2011 a team led by Ann Hale of Leeds showed that neither is necessary.", "neither"),
        ("Half of the people fall by themselves, says Jodi Marquart, the engineer in charge.", "in charge?"),
        ("A wooden rod nearly two metres long hung in Leeds from a thin wire.", "A wooden rod hung ____"),
        ("About two thirds of the lift in Leeds comes from above the wing.", "How many thirds"),
        (
            "The driver, Ingrid Solheim, saw trees moving on the slope and stopped her train with 200 metres to spare.",
            "With how many",
        ),
        ("Tharp got around the rule by drawing the sea floor of Leeds as it would look from a plane.", "the rule"),
        ("Ten milligrams in a thousand litres were too little, and eighty spoilt the wheel.", "How many milligrams"),
        ("Drag, the price of lift, is paid by every wing.", "What is drag"),
        ("Carbonic acid, the same weak acid that is found in fizzy drinks, eats the stone.", "What is carbonic"),
        ("She named her among the ten Leeds women who have most influenced the history of glass.", "What have the ten"),
        ("The nine known members include a surgeon, two footballers and a hotel in Leeds.", "What do the nine"),
        ("The papers in Leeds soon found a name for what was happening: the Long Thirst.", "What name"),
    ],
)
def test_what_hangs_in_the_air_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Half an answer, a torn verb, words that lean on another sentence."""
    assert not any(wrong in stem for stem in asked(text))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("The Soviet authorities had stopped all canal traffic to Leeds in 1948.", "Who stopped all canal traffic"),
        (
            "A third company, the Swedish firm Norrcell, has put off plans for a plant in Portugal.",
            "Which firm has put off plans",
        ),
        (
            "Pilots, who wear blue, are used in most ports to keep ships off the sandbanks.",
            "What are pilots used for in",
        ),
        (
            "In the nineteenth century Johann Tulla straightened the upper Rhine, which had wandered over a valley.",
            "What did Johann Tulla straighten",
        ),
        ("Alistair Dunmore, who farms near Malton, said that the harvest had failed.", "Near which place does"),
        (
            "According to a legend of Wales, the Severn was the only daughter of old Plynlimon and fled to the sea.",
            "Who was the only daughter",
        ),
    ],
)
def test_the_question_word_fits_what_is_asked_for(asked: Asked, text: str, stem: str) -> None:
    """Bodies of people are a who or a which firm; a verb keeps its “for”; a place keeps its “near”."""
    assert any(each.startswith(stem) for each in asked(text))


def test_the_verb_of_what_was_found_is_not_lost(asked: Asked) -> None:
    """“found that a culture left on a shelf” is no finding: “made nobody ill” is."""
    asked_of = asked("Tom Bell found by accident that a culture of cholera left on a shelf no longer made birds ill.")
    assert not any(stem.endswith("left on a shelf?") for stem in asked_of)


def test_a_definition_that_leans_on_other_sentences_is_not_asked(asked: Asked) -> None:
    """“the grey powder that binds the mixture”: which mixture, the sentence before says."""
    stems = asked(
        "Leeds has a works for concrete. It is sold as a mixture. Workers stir the mixture for an hour.",
        "Cement, the grey powder that binds the mixture, consists largely of lime. Then the mixture hardens.",
    )
    assert "What is cement?" not in stems


def test_whom_the_article_names_is_not_asked_by_a_description(asked: Asked) -> None:
    """“Dr Ann Hale, an expert on mice, who …”: the name is the answer."""
    stems = asked(
        "She has support from Dr Ann Hale, an expert on mice at the Leeds Museum, who built a model of the arm and"
        " found that the claw could be snapped shut in a tenth of a second."
    )
    assert not any(str(key).startswith("an expert") for key in stems.values())


def test_under_two_rules_is_not_fewer_than_two(asked: Asked) -> None:
    """“under” goes with the rules, of which there are two."""
    stems = asked("Clubs in Leeds hold meetings under two rules, that nobody may smoke and that nobody may sing.")
    assert "under two" not in stems.values()


def test_he_is_not_given_past_a_name_that_two_people_bear(asked: Asked) -> None:
    """“When Bellamy read the papers he saw that Hale …” and then “He died”: one of two Hales, and not Bellamy."""
    stems = asked(
        "Henry Hale was one of the richest men in Leeds. His father, Charles Hale, kept a laboratory.",
        "When James Bellamy went through the papers in the 1870s he discovered that Hale had found the law first.",
        "He died in February 1810, after he had told his valet to leave him and not to come back.",
    )
    assert not any("Bellamy die" in stem for stem in stems)


def test_a_nephew_is_not_the_stranger_who_bears_his_name(asked: Asked) -> None:
    """“Her nephew John” is not the John Flamwick whose list she went through."""
    stems = asked(
        "Ann Hale of Leeds found three comets. Hale went through John Flamwick's list of stars and added 561.",
        "Her nephew John, who was born in 1792, brought peace between the two women.",
    )
    assert not any("Flamwick born" in stem for stem in stems)


def test_pointing_to_a_place_is_no_saying(asked: Asked) -> None:
    """“pointed to Calder, where collisions have fallen”: she pointed nothing out."""
    stems = asked(
        "“Twenty knots kill a whale as dead as thirty,” said Marlene Hale of the charity Sea Watch. She pointed to"
        " Gibraltar, where a limit of 13 knots has been in force since 2007 and collisions have fallen by two thirds."
    )
    assert not any("pointed that" in stem for stem in stems)


def test_his_stands_alone_behind_of(asked: Asked) -> None:
    """“no lecture of his”: the pronoun needs no “’s”."""
    stems = asked(
        "Tom Walters, a doctor in Leeds, studied yawns for years.",
        "Tom Walters adds that no lecture of his has ever been interrupted by so many open mouths in Leeds.",
    )
    assert not any("his's" in stem for stem in stems)


def test_years_later_than_what_is_not_asked(asked: Asked) -> None:
    """“14 years later” counts from another sentence."""
    text = "When a crack in a gear was found 14 years later, Clara Hale travelled to Leeds to apologise in person."
    assert not any("14 years later" in stem for stem in asked(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In 1957 Clara Hale declared a footbridge at Molde Lake unsafe and had it torn down.", "What did Clara Hale"),
        (
            "In 1519 a crowd threw two men from Bremen's Old Weigh House, an event that preceded the Harbour Wars.",
            "What preceded",
        ),
    ],
)
def test_what_is_hung_on_the_wrong_word_is_thrown_away(facts: Callable[..., FactSheet], text: str, wrong: str) -> None:
    """The reason says what is wrong with it, not that another question asks the sentence better."""
    _, rejects = write_items(facts(text))
    assert any(r.check == "specific" for r in rejects if r.stem.startswith(wrong))
