"""Who is meant: resolved where it is clear, left in doubt where it is not."""

from collections.abc import Callable

import pytest

from quizapp.facts.scene import Scene

pytestmark = pytest.mark.model

Asked = Callable[..., dict[str, str]]


def meant(scene: Scene, word: str) -> str | None:
    """Whom the last occurrence of a word stands for."""
    tokens = [t for s in scene.reading.sentences for t in s.slice if t.text == word]
    return scene.mentions.antecedent(tokens[-1])


def test_a_pronoun_after_one_person(scene: Callable[..., Scene]) -> None:
    """Nobody else could be meant."""
    assert meant(scene("Paul Reed opened the mill. He sold it in 1920."), "He") == "Paul Reed"


def test_gender_decides_between_two(scene: Callable[..., Scene]) -> None:
    """The name lists tell women from men."""
    built = scene("Paul Reed met Clara Hale at the mill. She bought it in 1920.")
    assert meant(built, "She") == "Clara Hale"


def test_two_of_a_gender_leave_the_pronoun_in_doubt(scene: Callable[..., Scene]) -> None:
    """A wrong link is the worst fault there is."""
    built = scene("Samuel Crane met Paul Reed at the mill. He sold it in 1920.")
    assert meant(built, "He") is None


def test_the_politician_is_the_person_named_before(scene: Callable[..., Scene]) -> None:
    """A role with "the" points back to the only person it can mean."""
    built = scene("Henrik Dale called the plan a gift.", "The politician faces an election.")
    assert meant(built, "politician") == "Henrik Dale"


def test_a_role_with_its_name_beside_it_points_to_nobody_else(scene: Callable[..., Scene]) -> None:
    """“The geographer Halvard Moe” is not the heroine of the sentence before."""
    built = scene("Ragna Holt wrote a book.", "The geographer Paul Moe dismissed it.")
    assert meant(built, "geographer") in {None, "Paul Moe"}


def test_it_is_not_guessed(scene: Callable[..., Scene]) -> None:
    """A thing among several things stays in doubt."""
    built = scene("The council bought a bell. Its price was a secret.")
    assert meant(built, "Its") is None


def test_surnames_lead_to_the_full_name(scene: Callable[..., Scene]) -> None:
    """Later mentions by surname belong to the person introduced in full."""
    built = scene("Clara Hale opened a school. Hale taught there. Hale died in 1931.")
    assert [(p.name, p.short) for p in built.mentions.persons] == [("Clara Hale", "Hale")]


def test_people_with_different_first_names_are_two(scene: Callable[..., Scene]) -> None:
    """A shared surname never merges them."""
    built = scene("Anders Holt was a ferryman. His daughter Clara Holt became a teacher.")
    assert [p.name for p in built.mentions.persons] == ["Anders Holt", "Clara Holt"]


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        ("Calmwave said that it had sold 40,000 headphones in Norway.", "According to Calmwave, ", "40,000"),
        (
            "The old canal was too shallow for ships, and in 1862 it was filled with sand.",
            "was the old canal filled",
            "1862",
        ),
    ],
)
def test_a_subject_goes_on_as_the_subject(asked: Asked, text: str, stem: str, key: str) -> None:
    """“X did this, but it did that”: where no object could be meant instead."""
    found = {s: k for s, k in asked(text).items() if stem in s}
    assert not key or key in found.values()


@pytest.mark.parametrize(
    "text",
    [
        "The firm bought a bus, but it broke down in 1911.",
        "The trial lasted 12 weeks, so it is unknown whether the effect persists.",
        "The council closed the mill because it had lost £40,000 in 1911.",
    ],
)
def test_an_object_or_a_clause_may_be_meant(asked: Asked, text: str) -> None:
    """A bus may break down as well as a firm; “it is unknown whether” stands for nothing before it."""
    stems = asked(text)
    assert not any("firm break" in stem or "trial unknown" in stem for stem in stems)
    assert not any(" lost" in stem or " lose" in stem for stem in stems)


def test_anybody_is_nobody_in_particular(asked: Asked) -> None:
    """“the wearer” of an explainer needs no name; “the minister” does."""
    stems = asked("Paul Orr made hats.", "A microphone on the headphone picks up the noise around the wearer.")
    assert any("the wearer" in stem for stem in stems)


def test_a_title_leads_to_the_one_who_bears_it(scene: Callable[..., Scene]) -> None:
    """“the judge” in what a lawyer says is the judge, not the lawyer."""
    text = "Judge Peter Amis sat in Leeds. Grace Hume argued that the judge had ignored an expert."
    assert meant(scene(text), "judge") == "Peter Amis"


def test_a_role_of_somebody_unnamed_leads_nowhere(scene: Callable[..., Scene]) -> None:
    """“A judge in Norham …”: whoever is named after that is not the judge."""
    built = scene("A judge in Norham dismissed the claim. Peter Reed paid for the cake. The judge left the court.")
    assert meant(built, "judge") is None


def test_a_speaker_is_not_who_he_speaks_of(scene: Callable[..., Scene]) -> None:
    """Nobody says “the minister” of himself."""
    assert meant(scene("Grace Hume opened the mill. Hume argued that the minister had lied."), "minister") != "Hume"


def test_a_first_name_takes_the_name_it_is_joined_to(scene: Callable[..., Scene]) -> None:
    """The tagger knows “Leon” and not “Mbeki”."""
    built = scene("Captain Leon Mbeki admitted that the players had let the town down.")
    assert [p.name for p in built.mentions.persons] == ["Leon Mbeki"]


def test_a_paragraph_may_go_back_to_the_heroine(scene: Callable[..., Scene]) -> None:
    """“She” after a paragraph that ended with another woman could be the one in the title."""
    built = scene(
        "Hilda Maru mapped the sea. Maru taught herself to read charts.",
        "Odile Garnier argued that the charts had saved the expedition.",
        "She was accused of exaggerating. An inquiry found in 1981 that the charts had been drawn by her.",
        title="Hilda Maru dies at 91",
    )
    assert meant(built, "She") is None
    assert meant(built, "her") != "Odile Garnier"


def test_the_first_word_of_a_company_is_no_person(scene: Callable[..., Scene]) -> None:
    """“Norrvik's head of projects” works for Norrvik Minerals."""
    built = scene(
        "The mine belongs to Norrvik Minerals. Norrvik's head of projects, Stellan Berg, said the mine was safe.",
        "He promised to publish readings from 12 wells.",
    )
    assert meant(built, "He") == "Stellan Berg"


def test_a_surname_that_is_anothers_first_name_is_not_used_alone(asked: Asked) -> None:
    """“Maria” for Dorothea Maria would be her mother, Maria Sibylla Merian."""
    stems = asked(
        "Maria Sibylla Merian was born in Frankfurt. Her daughters were Johanna and Dorothea Maria. "
        "Dorothea Maria painted in Leeds. Maria saw the sea at last.",
        "Her daughter Dorothea moved to St Petersburg in 1717.",
    )
    assert not any(" Maria move" in stem and "Dorothea" not in stem for stem in stems)
