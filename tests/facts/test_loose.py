"""What both readers of round 32 refused: others who did it, too, near figures, no moment, nobody knows what."""

from collections.abc import Callable

import pytest

from quizapp.facts.people import Person
from quizapp.facts.scene import Scene
from quizapp.model.fact import FactSheet
from quizapp.model.item import TrueFalseItem
from quizapp.writing.write import write_items

Asked = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tom Bell, like many of his neighbours, dug a pit in Leeds to save his cheese.", "Who dug"),
        ("Chemists in Leeds, led by Clara Hale, developed a group of safer compounds.", "developed"),
        ("Several circumstances turned an ordinary accident in Leeds into a catastrophe.", "circumstances"),
        ("Early machines used ammonia or sulphur dioxide in Leeds.", "use"),
        ("Rumour quickly supplied a culprit in Leeds.", "Who did"),
        ("Three women died, but the baby was revived.", "How many women"),
        ("Shipping a container to the port cost an average of $2,300 during the year.", "during the year"),
        ("Ordinary city bikes, by contrast, fell by 7 per cent.", "By what percentage"),
        ("The gas flows through the condenser, a long folded tube at the back or underneath.", "What is"),
        ("Northern Sound Lines announced that it would cut the number of deckhands.", "What did Northern"),
        ("In the final on 24 May Leeds will meet either the holders, York, or Hull, who play tonight.", "York, or"),
        ("Eight species are generally recognised.", "____ species"),
    ],
)
def test_what_is_left_open_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Each is the shape of a question of round 32 with its refusal."""
    assert not any(wrong in stem for stem in asked(text))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Car sales in Leeds fell by 7 per cent in 1994.", "By what percentage did car sales"),
        ("About 400 colonists died in the winter of 1609 in Jamestown.", "How many colonists died"),
        ("Tom Bell, a farmer who lived near Leeds, dug a pit in a garden to save his cheese.", "Who dug a pit"),
    ],
)
def test_what_tells_enough_is_asked(asked: Asked, text: str, stem: str) -> None:
    """The rules above leave these alone."""
    assert any(each.startswith(stem) for each in asked(text))


def test_about_ten_is_not_false_of_about_twelve(facts: Callable[..., FactSheet]) -> None:
    """Nobody can tell whether “about minus 10” is false of what boils at about minus 12."""
    sheet = facts(
        "Isobutane boils at about minus 12 degrees at normal pressure.",
        "Butane boils at about minus 10 degrees, and another gas at about minus 13 degrees.",
    )
    items = [item for item in write_items(sheet)[0] if isinstance(item, TrueFalseItem)]
    assert all(item.key for item in items if item.stem.startswith("Isobutane"))


def test_a_surname_of_three_words_is_whole() -> None:
    """“De la Beche”, never “la Beche”."""
    assert _named("Henry", "De", "la", "Beche").family_name == "De la Beche"
    assert _named("Anneke", "de", "Wit").family_name == "de Wit"


def _named(*words: str) -> Person:
    return Person(name=" ".join(words), words=words)


def test_who_described_it_in_the_eighteenth_century_was(asked: Asked) -> None:
    """Not “Who is the naturalist …?”."""
    found = asked(
        "The genus is named after Michel Adanson, a French naturalist who described the tree in the eighteenth century."
    )
    assert not any(stem.startswith("Who is") for stem in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Nearly 340 workers in Leeds stopped work again at midnight.", "again"),
        ("The pilots had shut down the wrong engine in Leeds.", "Who had"),
        ("Clara Hale is a foley artist. Tom Bell is a foley artist as well.", "Who is a foley artist"),
        ("The air outside Leeds does not feel like a source of heat.", "What does not"),
        ("Clara Hale changed her mind when the scans from Leeds revealed a groove.", "changed her mind"),
        ("Clara Hale found “an arched corridor of interminable length”.", "found “"),
        ("In the second half Clara Hale won the ball near the line.", "won the ball near the line?"),
        ("Clara Hale tested the idea in her laboratory in Leeds.", "the idea"),
        ("Clara Hale of Leeds disapproved of the existing ferry.", "the existing ferry"),
        ("Clara Hale follows the industry at Leeds Bank.", "Who follows"),
        ("At the beginning of the century London had about a million inhabitants.", "the century"),
        ("Tom Bell of Leeds gave the Annings the proceeds.", "the proceeds"),
        ("More than 300 million bricks were used.", "How many bricks"),
        ("Tom Bell paid tribute to her before the members of the club in Leeds.", "to her"),
        ("Tom Bell paid tribute to Clara Hale in Leeds.", "What did Tom Bell pay"),
        ("A meeting was held at the Geological Society in London to discuss the matter.", "Why was a meeting"),
        ("Tom Bell of Leeds arrived ahead of two defenders to volley the ball in off the post.", "Why did Tom Bell"),
        ("In Leeds that was considered too risky by Clara Hale.", "was that considered"),
        ("Clara Hale sent back any that did not ring properly to Leeds.", "any that"),
        ("Before long a plane was touching down at Leeds every three minutes.", "Before long"),
        ("Tom Bell, to his credit, came to an office in Leeds to apologise.", "to his credit"),
        ("The bridge of Leeds had fallen by almost a semitone in three years.", "In how many years"),
        (
            "The vapour of Leeds rises, forms clouds, comes down as fresh rain and sets off for the sea.",
            "comes down as",
        ),
        (
            "The developer Northgate wanted to buy the baths for £2.1 million and put 38 flats behind the façade.",
            "did Northgate put",
        ),
        (
            "The tools of Leeds are old: a tiny anvil, a set of pliers Bell's father brought from Vienna, a machine.",
            "called?",
        ),
    ],
)
def test_what_leans_on_another_sentence_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Each is the shape of a question that readers had refused and that was still asked in November."""
    assert not any(wrong in stem for stem in asked(text))


def test_what_somebody_said_about_it_is_asked_of_one_saying_only(asked: Asked) -> None:
    """“What did Hale say about the ship?” has two answers where she said two things."""
    one = "Clara Hale said that the ship from Leeds would probably need a second refit."
    two = f"{one} Clara Hale warned that nobody in Leeds had been paid since the spring."
    assert any(stem.startswith("What did Clara Hale say about the ship") for stem in asked(one))
    assert not any(stem.startswith("What did Clara Hale say about the ship") for stem in asked(two))


def test_what_had_been_done_by_then_is_asked(asked: Asked) -> None:
    """“had” stays where the question says before what."""
    found = asked("Clara Hale had worked for the trust in Leeds for nine years.")
    assert any(stem.startswith("Who had worked for the trust") for stem in found)


def test_a_daughter_is_a_woman(scene: Callable[..., Scene]) -> None:
    """“Their daughter, Judith, …”: “he” of the sentences behind is somebody else."""
    built = scene("Anselm Roth mends clocks. Their daughter, Judith, is a hydrologist. Last autumn he had to close.")
    he = next(t for s in built.reading.sentences for t in s.slice if t.text == "he")
    assert built.mentions.antecedent(he) in {None, "Anselm Roth", "Roth"}
    assert {p.name: p.gender for p in built.mentions.persons}["Judith"] == "f"


def test_half_a_sentence_is_no_reason_against_an_option(facts: Callable[..., FactSheet]) -> None:
    """“The physician John Snow did not.” says nothing by itself; a later sentence that names him does."""
    sheet = facts(
        "Most doctors of London believed in bad air. The physician John Snow did not.",
        "In 1854 John Snow removed the handle of a pump in Soho.",
    )
    assert [m.evidence.quote for m in sheet.mentions if m.text == "John Snow"] == [
        "In 1854 John Snow removed the handle of a pump in Soho."
    ]


def test_a_number_keeps_the_minutes_that_it_is_of(asked: Callable[..., dict[str, str]]) -> None:
    """“won nine corners in the last 25 minutes”: of the whole match nobody says how many."""
    stems = asked("Penhallow won nine corners in the last 25 minutes and lost to Leeds.")
    assert all("25 minutes" in stem for stem, key in stems.items() if "corners" in stem)
