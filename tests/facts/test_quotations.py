"""Where direct speech opens and closes, also across paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from builders import make_article
from quizapp.facts.quotations import find_quotations


def quoted(text: str) -> list[str]:
    """The quotations of a text."""
    article = make_article(title="T", text=f"T\n\n{text}")
    return [article.at(q.inner) for q in find_quotations(article)]


def test_straight_and_curly_marks() -> None:
    """Both kinds of marks are read."""
    assert quoted('He called it "a gift" and “a burden”.') == ["a gift", "a burden"]


def test_a_quotation_may_close_in_the_next_paragraph() -> None:
    """It is whole, and its speaker stands after the closing mark."""
    assert quoted("“We were cold.\n\nNobody came,” Hale said.") == ["We were cold.\n\nNobody came,"]


def test_an_opening_mark_repeated_in_the_next_paragraph_goes_on() -> None:
    """The convention of newspapers: each paragraph opens, the last one closes."""
    assert quoted("“We were cold.\n\n“Nobody came,” Hale said.") == ["We were cold.\n\n“Nobody came,"]
    assert quoted('"We were cold.\n\n"Nobody came," Hale said.') == ['We were cold.\n\n"Nobody came,']


def test_a_mark_without_its_partner_opens_nothing() -> None:
    """A slip does not swallow the rest of the article."""
    assert quoted("“We were cold.\n\nNobody came.\n\nIt rained.") == []


def test_inches_and_apostrophes_are_no_quotations() -> None:
    """A mark before a space does not open."""
    assert quoted("A 12\" pipe and the neighbour's lawn.") == []


@given(st.text(alphabet='ab “”"\n.', max_size=60))
def test_quotations_never_overlap_and_stand_in_order(text: str) -> None:
    """Spans are ordered and disjoint, whatever the marks do."""
    article = make_article(title="T", text=f"T\n\nx{text}")
    ends = 0
    for quotation in find_quotations(article):
        assert ends <= quotation.outer.start < quotation.inner.start <= quotation.inner.end < quotation.outer.end
        ends = quotation.outer.end
