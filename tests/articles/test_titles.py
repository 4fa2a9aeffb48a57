import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.articles.titles import LONGEST_START, LONGEST_TITLE, title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Who keeps the light?\n\nNobody does.", "Who keeps the light?"),
        ("\n\n  The last keepers  \n\nNobody.", "The last keepers"),
        ("The last keepers\n \t\nNobody.", "The last keepers"),
        ("The light went out. Nobody saw it.", "The light went out"),
        ('Dealer jailed for forged "masterpieces"\n\nNobody saw it.', 'Dealer jailed for forged "masterpieces"'),
        ("“The wood tells you, but late”\n\nNobody saw it.", "“The wood tells you, but late”"),
        ("Nobody saw it.\n\nThe light went out.", "Nobody saw it"),
        ("“It is out,” she said.\n\nNobody saw it.", "It is out,” she said"),
        ("The last keepers\nwere two.\n\nNobody.", "The last keepers were two"),
        ("The last keepers", "The last keepers"),
        (
            "The lighthouse at Fennick Point was lit in 1871 by a woman whose name nobody knows.",
            "The lighthouse at Fennick Point was lit in 1871 by a woman…",
        ),
        ("x" * 200, "x" * 60 + "…"),
        ("\u200b\u200b\n\nNobody saw it.", "\u200b\u200b Nobody saw it"),
    ],
)
def test_the_title_is_the_first_line_or_the_first_words(text: str, title: str) -> None:
    """A short line of its own is a title; a sentence or a quotation is not."""
    assert title_of(text) == title


@given(st.text())
def test_a_title_is_short_and_on_one_line(text: str) -> None:
    """Whatever the text, its title fits on a line."""
    title = title_of(text)
    assert "\n" not in title
    assert len(title) <= max(LONGEST_TITLE, LONGEST_START + 1)
