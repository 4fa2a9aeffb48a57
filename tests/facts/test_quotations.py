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


def test_single_marks_quote_and_apostrophes_do_not() -> None:
    """A possessive plural inside is no end, a clipped word no beginning."""
    assert quoted("He called it ‘a gift to the boys’ club’, and left.") == ["a gift to the boys’ club"]
    assert quoted("The miners’ village and the fishermen’s boats.") == []
    assert quoted("It was rock 'n' roll, 'twas said, of the '90s and the boys' club.") == []
    assert quoted("‘We were cold,’ Hale said, ‘and nobody came.’") == ["We were cold,", "and nobody came."]


def test_what_a_quotation_quotes_is_a_part_of_it() -> None:
    """Nested marks open nothing of their own."""
    assert quoted("“They tell me, ‘Wait one more year,’ and I wait.”") == [
        "They tell me, ‘Wait one more year,’ and I wait."
    ]
    assert quoted("‘They call it “a gift”, you see,’ he said.") == ["They call it “a gift”, you see,"]


@given(st.text(alphabet="ab ‘’'“”,.\n", max_size=60))
def test_single_and_double_marks_never_overlap(text: str) -> None:
    """Spans are ordered and disjoint with both kinds of marks, too."""
    article = make_article(title="T", text=f"T\n\nx{text}")
    ends = 0
    for quotation in find_quotations(article):
        assert ends <= quotation.outer.start < quotation.inner.start <= quotation.inner.end < quotation.outer.end
        ends = quotation.outer.end
