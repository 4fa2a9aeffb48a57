"""Why a draft was thrown away is told in a learner's words."""

import pytest

from quizapp.tui.widgets.thrown_away import in_words
from quizapp.writing.checks import CHECKS


@pytest.mark.parametrize("check", [name for name, _ in CHECKS])
def test_every_check_has_words_of_its_own(check: str) -> None:
    """The name of a check is for those who write checks."""
    assert in_words(check) != check
