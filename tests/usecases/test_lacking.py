"""What a foreign question lacks is said in the words of who wrote it, never by a field of ours."""

import pytest

from builders import GATHERED, KINDS, make_article, make_item
from quizapp.formats.keeps import as_imported
from quizapp.formats.parcel import Imported
from quizapp.model.fact import Evidence
from quizapp.model.item import Distractor, Pair
from quizapp.usecases.adopting import UnfitError, adopted
from quizapp.usecases.lacking import lack_of

ARTICLE = make_article()
SHOWN = (Evidence.of(ARTICLE, ARTICLE.paragraphs[0]),)


def said(kind: str, *keys: str, wrong: str = "", pairs: str = "", stem: str = "Which?") -> Imported:
    """A question of one letter each; pairs as “a=b”."""
    sides = [pair.partition("=") for pair in pairs.split()]
    return Imported(
        kind=kind,
        stem=stem,
        keys=keys,
        distractors=tuple(Distractor(text=text, why="") for text in wrong),
        pairs=tuple(Pair(prompt=prompt, answer=answer) for prompt, _, answer in sides),
    )


@pytest.mark.parametrize(
    ("question", "why"),
    [
        (said("multiple", "a", "b"), "all of its answers are marked as right"),
        (said("multiple", wrong="ab"), "no answer is marked as right"),
        (said("multiple", "a", "b", wrong="Bc"), "two of its options read the same: “B”"),
        (said("choice", "a", wrong="aa"), "two of its options read the same: “a”"),
        (said("choice", "a", wrong="b"), "this has one"),
        (said("choice", "a", "b", wrong="cd"), "there are several answers where one is asked"),
        (said("choice", "", wrong="cd"), "there is no answer"),
        (said("short", " "), "there is no answer"),
        (said("short", "a", stem=" "), "the question is empty"),
        (said("matching", pairs="a=b"), "there is 1 whole pair, and a question to match has at least three"),
        (said("matching", pairs="a=b b= c=d d=e"), "one of its pairs has an empty side"),
        (said("matching", pairs="a=b a=c c=d"), "two of its sides to be matched read the same: “a”"),
        (said("ordering", "a", "b"), "there are 2 things to put in order, and three are the fewest"),
        (said("ordering", "a", "b", "b"), "two of its things to put in order read the same: “b”"),
        (said("cloze", "a", "b", stem="The ____ rang."), "there is 1 gap and 2 answers"),
        (said("cloze", "a"), "the sentence has no gap"),
        (said("cloze", "", stem="The ____ rang."), "a gap has no words in it"),
        (said("true-false", "Maybe"), "a statement to judge is True or False"),
    ],
)
def test_what_is_missing_is_said(question: Imported, why: str) -> None:
    """And by no word that only a bank's file has."""
    assert why in lack_of(question)
    with pytest.raises(UnfitError, match=r"^[^“”]*(?:“.”[^“”]*)?$"):
        adopted(question, SHOWN)


@pytest.mark.parametrize("kind", [*KINDS, *GATHERED])
def test_nothing_is_missing_in_a_whole_question(kind: str) -> None:
    """Of any kind."""
    assert lack_of(as_imported(make_item(kind))) == ""


def test_where_several_could_be_ticked_and_one_is_right_one_is_picked() -> None:
    """Moodle and QTI have such questions."""
    assert adopted(said("multiple", "a", wrong="bc"), SHOWN).kind == "choice"
