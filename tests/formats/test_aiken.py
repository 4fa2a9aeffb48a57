"""Aiken as people write it, and what it would misread."""

from builders import make_bank, make_item
from quizapp.formats.aiken import pack, take


def test_what_people_write_is_taken() -> None:
    """Letters with a point or a parenthesis, small or large."""
    text = "Who?\nA. Holt\nB) Crane\nc. Vale\nANSWER: b\n\nHot?\nA. True\nB. False\nAnswer: A\n"
    who, hot = take(text.encode(), name="x").items
    assert (who.kind, who.keys, [each.text for each in who.distractors]) == ("choice", ("Crane",), ["Holt", "Vale"])
    assert (hot.kind, hot.keys, hot.line) == ("true-false", ("True",), 7)


def test_what_is_broken_is_named_by_its_line() -> None:
    """An answer without its option, options without a question, a question without an answer."""
    taken = take(b"Who?\nA. a\nB. b\nANSWER: C\n\nA. a\nB. b\nANSWER: A\n\nWhat?\nA. a\n", name="x")
    assert [refusal.line for refusal in taken.refusals] == [1, 6, 10]
    assert not taken.items


def test_a_question_that_looks_like_an_option_is_kept_apart() -> None:
    """And one that looks like the answer, and one over several lines."""
    stems = ("A. Holt did what?", "ANSWER: what?", "One\nline?")
    items = tuple(make_item("choice", id=f"c-{number}", stem=stem) for number, stem in enumerate(stems))
    content = pack(make_bank(items=items)).content
    assert content.startswith(b"Q: A. Holt did what?\n")
    assert [item.stem for item in take(content, name="x").items] == ["A. Holt did what?", "ANSWER: what?", "One line?"]
