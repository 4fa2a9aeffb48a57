"""Big letters: what the font has is drawn, wrapped between words; what it has not stays in usual letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from quizapp.tui.big_letters import CELLS, EDGE, ROWS, Unfit, big_letters

WIDE = 120
LATIN = [chr(code) for code in (*range(0x21, 0x7F), *range(0xA1, 0x100)) if chr(code).isprintable()]
"""What can be seen of Latin-1."""
BLOCKS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"

words = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?é'"), min_size=1)


def rows_of(text: str, width: int) -> list[str]:
    """The rows of a text that fits."""
    big = big_letters(text, width)
    assert isinstance(big, Content)
    return big.plain.split("\n")


def width_of(text: str) -> int:
    """The cells that a text takes on one line."""
    return len(text) * CELLS + 2 * EDGE


def dots_of(text: str) -> list[int]:
    """The rows of a text as numbers, a bit a dot."""
    halves = []
    for row in rows_of(text, width_of(text)):
        cells = [BLOCKS.index(cell) for cell in row]
        for upper in (True, False):
            pairs = (cell & 3 if upper else cell >> 2 for cell in cells)
            halves.append(int("".join(f"{pair & 1}{pair >> 1}" for pair in pairs), 2))
    return halves


def test_every_letter_of_the_font_has_a_picture_of_its_own() -> None:
    """Three cells by six rows of quadrants for each of Latin-1, and no two of them alike."""
    pictures = {letter: tuple(rows_of(letter, width_of(letter))) for letter in LATIN}
    assert all(len(rows) == ROWS and {len(row) for row in rows} == {width_of("a")} for rows in pictures.values())
    assert all(set("".join(rows)) <= set(BLOCKS) and "".join(rows).strip() for rows in pictures.values())
    assert len(set(pictures.values())) == len(LATIN)


@given(st.text(st.sampled_from(LATIN), min_size=1, max_size=WIDE // CELLS))
def test_a_word_is_its_letters_beside_each_other(word: str) -> None:
    """No letter loses a dot, neither to its neighbours nor at the ends of a line."""
    expected = [0] * 2 * ROWS
    for place, letter in enumerate(word):
        right = 2 * CELLS * (len(word) - 1 - place)
        expected = [row | dots << right for row, dots in zip(expected, dots_of(letter), strict=True)]
    assert dots_of(word) == expected


@given(st.lists(words, min_size=1, max_size=12), st.integers(min_value=1, max_value=300))
def test_what_does_not_fit_two_lines_is_left_alone(parts: list[str], width: int) -> None:
    """A text in big letters is never wider than its room, has one line or two, and no word of it is divided."""
    big = big_letters(" ".join(parts), width)
    longest = max(map(width_of, parts))
    if isinstance(big, Unfit):
        assert big is Unfit.LONG
        assert longest > width or width_of(" ".join(parts)) > width
        return
    rows = big.plain.split("\n")
    assert longest <= width
    assert len(rows) in {ROWS, 2 * ROWS}
    assert all(len(row) <= width for row in rows)


@pytest.mark.parametrize(("printed", "plain"), [("“It’s”", '"It\'s"'), ("1907–1909", "1907-1909"), ("e\u0301", "é")])
def test_printed_marks_are_drawn_as_their_plain_ones(printed: str, plain: str) -> None:
    """Quotation marks, dashes and letters in two parts are no reason to stay small."""
    assert rows_of(printed, WIDE) == rows_of(plain, WIDE)


@pytest.mark.parametrize("text", ["Łódź", "Москва", "日本", "5 ≤ x", "🦉", "\x1b[1m", "a\u202eb"])
def test_a_letter_that_the_font_lacks_leaves_all_as_it_was(text: str) -> None:
    """A question half in big letters could not be read."""
    assert big_letters(text, WIDE) is Unfit.LETTERS
