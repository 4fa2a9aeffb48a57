"""Relative clauses: what they are about is certain, or they are not asked."""

from collections.abc import Callable

import pytest

from quizapp.facts.scene import Scene

Asked = Callable[..., dict[str, str]]
Meant = Callable[..., Scene]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The chain is set off by one factor, a protein found outside the bloodstream, which binds to factor VII.",
            "the bloodstream",
        ),
        ("The hyperinflation was a collapse in the value of money that took place in Germany in 1923.", "money"),
        ("The firm laid 35 kilometres of new channel, which shortened the waiting times in Suez in 2015.", "channel"),
        (
            "Muscle contracts because of chemicals such as endothelin, which are released by injured cells.",
            "endothelin",
        ),
        (
            "The emperor is the tallest of all penguins and the only bird that breeds during the Antarctic winter.",
            "the only bird",
        ),
    ],
)
def test_a_clause_that_may_be_about_something_else_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """The noun before "which" or "that" is often not the one that is meant."""
    for stem, key in asked(text).items():
        assert key != wrong
        assert f"did {wrong}" not in stem
        assert f"does {wrong}" not in stem


def test_a_clause_about_the_nearest_name_is_asked(asked: Asked) -> None:
    """“Hale, who studied in Leeds,” is about Hale."""
    stems = asked("The bridge was built by Clara Hale, who studied engineering in Leeds.")
    assert any(key == "Clara Hale" for key in stems.values())


def test_two_names_side_by_side_are_one(scene: Meant) -> None:
    """“Carl Wilhelm” “Scheele”, as the tagger parted it, is one man."""
    found = scene("The Swedish chemists Johan Gottlieb Gahn and Carl Wilhelm Scheele showed that bones contain lime.")
    assert "Carl Wilhelm" not in {p.name for p in found.mentions.persons}


@pytest.mark.parametrize(
    "text",
    [
        "Petra is a ruined city in Jordan. The city lies in a basin among mountains of red stone.",
        "The heat pump was patented in Leeds. In 1921 a committee tested the pump in Bergen for a whole year.",
    ],
)
def test_what_was_told_of_before_is_no_answer(asked: Asked, text: str) -> None:
    """“What lies in a basin? – the city”: which city, another sentence says."""
    assert not {"the city", "the pump"} & {str(key) for key in asked(text).values()}


def test_what_the_article_is_about_is_no_answer(asked: Asked) -> None:
    """“Who feeds at sea on fish? – emperors” in an article about emperors."""
    stems = asked("Emperors feed at sea on fish of the open ocean.", title="The Emperor Penguin")
    assert "emperors" not in stems.values()


def test_so_dry_a_place_points_back(asked: Asked) -> None:
    """“life in so dry a place”: which place, another sentence says."""
    stems = asked("Life in so dry a place depended on the skilful management of water in Petra.")
    assert not any("so dry" in text for pair in stems.items() for text in map(str, pair))


def test_the_best_known_needs_its_field(asked: Asked) -> None:
    """“What is the best known monument?”: of all the world, or of Petra?"""
    stems = asked("The best known monument is the Khazneh of King Aretas. It was cut in Petra.")
    assert not any("best known" in stem for stem in stems)


def test_going_on_is_no_answer(asked: Asked) -> None:
    """“What did Petra continue to do?” asks for nothing."""
    stems = asked("Petra continued to prosper for a time after the conquest.")
    assert not any("continue to do" in stem for stem in stems)


def test_who_lived_long_ago_was(asked: Asked) -> None:
    """A man of whom the next sentence tells something of 1854 "was" somebody."""
    stems = asked(
        "The canal was the work of Ferdinand Lesseps, a French diplomat who had served in Egypt. "
        "In 1854 he obtained a concession from the viceroy of Egypt."
    )
    assert not any(stem.startswith("Who is") for stem in stems)


def test_what_anything_cost_once_is_not_asked(asked: Asked) -> None:
    """“How much did a machine cost?”: when?"""
    stems = asked("A machine cost more than 100 dollars, more than a year's wages in Leeds.")
    assert not any("a machine cost" in stem for stem in stems)
