"""Checks as they are drawn: a mark and a plain sentence each, or all that hold folded to their marks."""

from collections.abc import Iterable
from typing import Final

from textual.content import Content

from quizapp.tui.safe import shown
from quizapp.tui.wording import RIGHT_MARK, WRONG_MARK
from quizapp.usecases.proofing import Checked, Result

_MARKS: Final = {
    Result.PASSED: (RIGHT_MARK, "$success"),
    Result.REMARK: ("!", "bold $warning"),
    Result.FAILED: (WRONG_MARK, "bold $error"),
}
LEGEND: Final = shown(
    (RIGHT_MARK, "$success"),
    (" check holds  ", "$muted"),
    ("!", "bold $warning"),
    (" remark  ", "$muted"),
    (WRONG_MARK, "bold $error"),
    (" fails", "$muted"),
)
"""What the marks mean, where the words of what holds have no room."""


def check_marks(checks: Iterable[Checked]) -> Content:
    """“✓✓✓ !”: what holds, then what does not."""
    results = [check.result for check in checks]
    passed = shown((RIGHT_MARK * results.count(Result.PASSED), "$success"))
    wrong = [_MARKS[result] for result in results if result is not Result.PASSED]
    return shown(passed, " " if wrong else "", *wrong)


def check_rows(checks: Iterable[Checked], width: int, *, folded: bool = False) -> list[Content]:
    """A row or more for each check; `folded` leaves out what holds."""
    rows: list[Content] = []
    for check in checks:
        if folded and check.result is Result.PASSED:
            continue
        style = "$muted" if check.result is Result.PASSED else ""
        first, *rest = shown((check.words, style)).wrap(max(width - 2, 8))
        rows += [shown(_MARKS[check.result], " ", first), *(shown("  ", line) for line in rest)]
    return rows
