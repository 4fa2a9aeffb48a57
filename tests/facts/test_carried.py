"""Pronouns that go on about the speaker, the last subject or the one whose life is told; and where they do not.

A reader judged 309 pronouns of the open articles that had been left in doubt; each shape here is one of those.
"""

from collections.abc import Callable

import pytest

from quizapp.facts.scene import Scene

Built = Callable[..., Scene]
LIFE = "Clara Hale"
BORN = "Clara Hale was born in Leeds in 1901 and drew maps."


def meant(built: Scene, word: str, number: int = -1) -> str | None:
    """What the last (or another) occurrence of a word stands for."""
    tokens = [t for s in built.reading.sentences for t in s.slice if t.text == word]
    return built.mentions.antecedent(tokens[number])


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        (
            "The mayor, Tom Moe, spoke first. Paul Holt told the meeting that he had waited for six years.",
            "he",
            "Paul Holt",
        ),
        (
            "Anna Hale sat beside a nurse for an hour. Tom Moe said that the bus was late. He plans to appeal.",
            "He",
            "Tom Moe",
        ),
    ],
)
def test_who_speaks_goes_on(scene: Built, text: str, word: str, right: str) -> None:
    """“he” is the speaker's own, and the subject goes on as the subject."""
    assert meant(scene(text), word) == right


def test_in_a_life_its_hero_goes_on(scene: Built) -> None:
    """In the life of somebody “she” is the one whose life it is, be a nurse told of or not."""
    built = scene(
        BORN,
        "A printer in York sold the first of them for her. He charged a shilling.",
        "In 1940 she retired and moved to Hull, where she repaired clocks.",
        title=f"{LIFE}, the woman who drew the wind",
    )
    assert meant(built, "she", -2) == LIFE
    assert meant(built, "she", -1) == LIFE


@pytest.mark.parametrize(
    ("paragraphs", "title", "word", "wrong"),
    [
        (  # the lawyer's client
            ["Tom Moe was fined. Paul Holt, defending, said his client was ill and that he had hoped to repay them."],
            "A short report",
            "he",
            "Holt",
        ),
        (  # a match is no life
            ["Hale won the race. Anna Holt was second. The leader was tired, and she fell."],
            "Clara Hale wins by a second",
            "she",
            "Hale",
        ),
        (  # somebody without a name is told of in between
            [BORN, "Then a Brazilian nurse began to draw. Her maps sold well."],
            LIFE,
            "Her",
            "Hale",
        ),
        (  # another name stands nearer
            [BORN, "Anna Holt came to Leeds. In 1940 she retired."],
            LIFE,
            "she",
            "Hale",
        ),
        (  # a puppet has a name as well
            ["Paul Holt was born in Leeds. Mr Stilts lived on a rubbish tip. He was still there in 1995."],
            "Paul Holt, who made Mr Stilts",
            "He",
            "Holt",
        ),
        (["Anna Hale of Leeds gave Tom Moe a slice. She left. Paul Holt met him. He was late."], "X", "He", "Holt"),
    ],
)
def test_somebody_else_may_be_meant(scene: Built, paragraphs: list[str], title: str, word: str, wrong: str) -> None:
    """Nobody is meant rather than the wrong one."""
    assert wrong not in (meant(scene(*paragraphs, title=title), word) or "")


def test_who_is_made_to_observe_does_not_ask(asked: Callable[..., dict[str, str]]) -> None:
    """“She had her students observe, asking them, ‘…?’”: it was she who asked."""
    text = (
        "As a teacher Clara Hale disliked lectures and grades and preferred to have her students observe for "
        "themselves, asking them, “Did you learn that from a book or did you observe it yourself?”"
    )
    assert "students" not in " ".join(key for stem, key in asked(text).items() if stem.startswith("Who said"))
