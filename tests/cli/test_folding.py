"""Lines on a terminal are broken at spaces, and in a pipe not at all."""

import io
import re

from hypothesis import given
from hypothesis import strategies as st

from quizapp.cli.folding import fold, folded

LINES = st.text(alphabet="ab \u6f22\u0301.", max_size=120)
COLUMNS = st.integers(min_value=4, max_value=60)


def cells(text: str) -> int:
    """As a terminal counts them: a Chinese letter takes two, an accent of its own none."""
    return len(text) + text.count("\u6f22") - text.count("\u0301")


@given(LINES, COLUMNS)
def test_no_word_is_broken_and_none_is_lost(line: str, columns: int) -> None:
    """A line is too long only where it is a single word."""
    lines = list(fold(line, columns))
    assert " ".join(lines).split() == line.split()
    assert all(cells(one.rstrip()) <= columns or " " not in one.strip() for one in lines)


def test_what_is_moved_in_stays_so() -> None:
    """Also on the further lines; what fits keeps its columns."""
    assert list(fold("   2. The smell of the river", 18)) == ["   2. The smell of", "   the river"]
    assert list(fold("today    12", 40)) == ["today    12"]


def test_a_pipe_gets_lines_as_they_are() -> None:
    """Whoever reads them breaks them."""
    assert folded("a word " * 60, io.StringIO()) == "a word " * 60


def test_marks_of_every_script_fold() -> None:
    """What a terminal draws is counted, not characters."""
    assert [re.sub(" +$", "", line) for line in fold("漢字 漢字 漢字", 10)] == ["漢字 漢字", "漢字"]
