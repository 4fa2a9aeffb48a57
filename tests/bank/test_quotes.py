import pytest

from quizapp.bank.quotes import place_quote, stands_once
from quizapp.model.article import Span

TEXT = "She said “no”. He said nothing – and\nwent. aaa"


@pytest.mark.parametrize(
    ("quote", "span"),
    [("She", Span(0, 3)), ("said “no”", Span(4, 13)), ("and\nwent", Span(33, 41)), ("aaa", Span(43, 46))],
)
def test_a_quote_that_stands_once_finds_its_place(quote: str, span: Span) -> None:
    """The quote alone is enough, and its text is the article's."""
    assert place_quote(TEXT, quote) == span
    assert TEXT[span.start : span.end] == quote


def test_an_overlap_counts_as_twice() -> None:
    """“aa” stands in “aaa” twice, though str.count says once."""
    assert not stands_once(TEXT, "aa")
    assert "more than once" in str(place_quote(TEXT, "aa"))
    assert place_quote(TEXT, "aa", start=44) == Span(44, 46)


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ('said "no"', "quotation marks, dashes or spaces differ from the text, which has: said “no”"),
        ("nothing - and", "quotation marks, dashes or spaces differ from the text, which has: nothing – and"),
        ("and went", "line ends or spaces differ"),
        ("she", "this quote is not in the text"),
        ("said", "more than once"),
    ],
)
def test_a_quote_without_a_place_says_why(quote: str, reason: str) -> None:
    """The commonest slips of the hand have their own sentence."""
    assert reason in str(place_quote(TEXT, quote))


@pytest.mark.parametrize(
    ("start", "end", "reason"), [(1, None, "at 0"), (0, 9, "ends at 3"), (99, None, "at 0"), (None, 9, "ends at 3")]
)
def test_wrong_offsets_say_what_is_right(start: int | None, end: int | None, reason: str) -> None:
    """An offset is never trusted over the text."""
    assert reason in str(place_quote(TEXT, "She", start=start, end=end))
