import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.lookup import Lookup
from quizapp.bank.quotes import place_quote
from quizapp.model.article import Span

TEXT = "She said “no”. He said nothing – and\nwent. aaa"


@pytest.mark.parametrize(
    ("quote", "span"),
    [("She", Span(0, 3)), ("said “no”", Span(4, 13)), ("and\nwent", Span(33, 41)), ("aaa", Span(43, 46))],
)
def test_a_quote_that_stands_once_finds_its_place(quote: str, span: Span) -> None:
    """The quote alone is enough, and its text is the article's."""
    assert place_quote(Lookup(TEXT), quote) == span
    assert TEXT[span.start : span.end] == quote


def test_an_overlap_counts_as_twice() -> None:
    """“aa” stands in “aaa” twice, though str.count says once."""
    assert not Lookup(TEXT).stands_once("aa")
    assert "more than once" in str(place_quote(Lookup(TEXT), "aa"))
    assert place_quote(Lookup(TEXT), "aa", start=44) == Span(44, 46)


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
    assert reason in str(place_quote(Lookup(TEXT), quote))


@pytest.mark.parametrize(
    ("start", "end", "reason"), [(1, None, "at 0"), (0, 9, "ends at 3"), (99, None, "at 0"), (None, 9, "ends at 3")]
)
def test_wrong_offsets_say_what_is_right(start: int | None, end: int | None, reason: str) -> None:
    """An offset is never trusted over the text."""
    assert reason in str(place_quote(Lookup(TEXT), "She", start=start, end=end))


WORDS = st.lists(
    st.sampled_from(["the fog ", "fog", " bell\n", "harbour bell ", "a", " ", "\u2028", "12,500 kg of ", "“", "ff"])
)


@given(WORDS.map("".join), st.data())
def test_quotes_that_are_announced_are_found_where_they_stand(text: str, data: st.DataObject) -> None:
    """In one walk or one by one: the first and the second place are the same, overlaps included."""
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=8))
    quotes = [text[start:end] for start, end in spans if start < end] + [
        "the fog bell of the harbour",
        "the fog the fog",
    ]
    together, alone = Lookup(text, quotes, worth=0), Lookup(text)
    for quote in quotes:
        assert together.first_two(quote) == alone.first_two(quote)
        assert place_quote(together, quote) == place_quote(alone, quote)


def test_ten_thousand_quotes_are_found_in_one_walk() -> None:
    """Though all of them begin with the same words, and half of them end so; one by one it takes a minute."""
    quotes = [
        f"The keeper wrote that {number} ships passed in the {'fog' * (number % 2)}{number}" for number in range(10_000)
    ]
    text = "\n\n".join(f"{quote} {'and more was said of it. ' * 8}" for quote in quotes)
    lookup = Lookup(text, quotes)
    assert all(lookup.stands_once(quote) and text.startswith(quote, lookup.first_two(quote)[0]) for quote in quotes)
