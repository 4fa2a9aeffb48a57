"""From a real sentence to its question: laws of faithfulness on texts that no rule was written for."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

Asked = Callable[..., dict[str, str]]

CASES = [
    (
        "The mayor of Aldwick, Edith Crane, called the bell “a nuisance with a rope”.",
        "Who called the bell “a nuisance with a rope”?",
        "Edith Crane",
    ),
    (
        "Hornsea council cancelled a £30 million contract for the supply of 14 ferries.",
        "Hornsea council cancelled a £30 million contract for the supply of how many ferries?",
        "14",
    ),
    (
        "Clara Hale opened a school for miners in Leeds in 1893.",
        "In which year did Clara Hale open a school for miners in Leeds?",
        "1893",
    ),
    (
        "A glacier is a mass of ice that moves slowly down a valley.",
        "What is a glacier?",
        "a mass of ice that moves slowly down a valley",
    ),
    (
        "The mill closed because cheap cloth came from abroad.",
        "Why did the mill close?",
        "because cheap cloth came from abroad",
    ),
    (
        "If no agreement is reached by June, the quota is cut by half.",
        "What happens if no agreement is reached by June?",
        "the quota is cut by half",
    ),
    (
        "Norway and Iceland supported the fishing treaty.",
        "Which countries supported the fishing treaty?",
        "Norway and Iceland",
    ),
]


@pytest.mark.parametrize(("text", "stem", "key"), CASES)
def test_a_plain_sentence_has_its_question(asked: Asked, text: str, stem: str, key: str) -> None:
    """The stem is well formed and its key complete."""
    assert asked(text).get(stem) == key


def test_a_claim_stays_the_claimant_s(asked: Asked) -> None:
    """What is reported is asked with its source, or asks for the source."""
    for stem in asked("Trade unions said the Hornsea factory made a profit of £3 million."):
        assert "union" in stem or stem.startswith(("Who", "Which"))


def test_according_to_is_read(asked: Asked) -> None:
    """The other way to attribute."""
    stems = asked("According to Paul Reed, the Aldwick mill used 40 horses.")
    assert any(stem.startswith("According to Paul Reed, ") for stem in stems)
    assert not any("mill" in stem and "Reed" not in stem for stem in stems)


@pytest.mark.parametrize(
    "text",
    [
        "Edith Crane denied that the council had sold the bell to a museum.",
        "The plan would have paid owners who sold their boats to the council.",
        "Edith Crane asked whether the council had sold the bell to a museum.",
        "There was a rumour that the council had sold the bell to a museum.",
    ],
)
def test_what_did_not_happen_is_not_asked_as_if_it_had(asked: Asked, text: str) -> None:
    """Denied, hypothetical, asked and rumoured: no stem asserts the sale."""
    for stem in asked(text):
        assert not stem.startswith(("What did the council", "Who sold", "Which council sold", "To what"))


def test_money_paid_to_her_is_not_hers(asked: Asked) -> None:
    """“paid her £140” says to whom, not whose: no stem speaks of her £140."""
    stems = asked("Marta Ellison built clocks. In 1909 the railway paid her £140 for a clock with four faces.")
    assert stems
    assert not any("Ellison's £" in stem or "’s £" in stem for stem in stems)


def test_hedges_are_part_of_the_key(asked: Asked) -> None:
    """“about”, “more than”: never dropped."""
    assert (
        asked("Bakers in Aldwick sold about 900 loaves on the first morning.")[
            "How many loaves did bakers in Aldwick sell on the first morning?"
        ]
        == "about 900"
    )


def test_a_quotation_over_two_paragraphs_is_whole(asked: Asked) -> None:
    """It opens in one paragraph and closes in the next."""
    stems = asked(
        "“France has never been interested in the plan.", "It will speak with its own voice,” Paul Reed said."
    )
    assert any(
        "“France has never been interested in the plan. It will speak with its own voice”" in stem for stem in stems
    )


def test_headings_bylines_and_datelines_are_no_facts(asked: Asked) -> None:
    """Page furniture is not asked."""
    stems = asked(
        "By Ann Hale",
        "LEEDS, March 3 - Clara Hale opened a school for miners in 1893.",
        "Read also: Ten schools",
        "Photo: Paul Reed",
    )
    assert stems
    assert not any(word in stem for stem in stems for word in ("LEEDS", "Read also", "Photo", "By Ann"))


def test_an_article_without_facts_gives_no_items(asked: Asked) -> None:
    """Better none than a bad one."""
    assert asked("It was what it was, and then it was over.") == {}
