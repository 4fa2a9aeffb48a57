"""Settings as the faces drive them: study, today and what is shown obey them."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.model.setting import Source
from quizapp.model.settings_table import SETTINGS, Setting
from quizapp.usecases.report import today
from quizapp.usecases.settings import change, chosen, in_letters, stepped
from quizapp.usecases.study import Sitting, open_practice, open_sitting
from stage import choice_bank, workspace_with

BY_NAME = {setting.name: setting for setting in SETTINGS}
TODAY = date(2026, 5, 1)
THEMES = ("ink", "paper")


def _total(sitting: Sitting) -> int:
    assert sitting.question is not None
    return sitting.question.total


def test_a_sitting_and_the_day_obey_and_an_option_goes_before(tmp_path: Path) -> None:
    """What is chosen acts at once, on what is asked and on what the library says."""
    workspace = workspace_with(tmp_path / "data", choice_bank(9))
    assert today(workspace).new == 9
    change(workspace, BY_NAME["study.new"], 4)
    assert (today(workspace).new, _total(open_sitting(workspace))) == (4, 4)
    assert _total(open_sitting(workspace, new=5)) == 5
    change(workspace, BY_NAME["study.limit"], 2)
    assert (_total(open_sitting(workspace)), _total(open_practice(workspace))) == (2, 2)
    assert _total(open_sitting(workspace, limit=3)) == 3
    change(workspace, BY_NAME["study.new"], None)
    change(workspace, BY_NAME["study.limit"], None)
    assert (today(workspace).new, _total(open_sitting(workspace))) == (9, 9)


def test_what_is_chosen_is_shown_with_where_it_comes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is heard, too."""
    workspace = workspace_with(tmp_path / "data")
    monkeypatch.setenv("QUIZAPP_STUDY_DUE", "50")
    change(workspace, BY_NAME["study.retention"], 0.95)
    found = {one.setting.name: (one.text, one.source) for one in chosen(workspace)}
    assert found["study.due"] == ("50", Source.ENVIRONMENT)
    assert found["study.retention"] == ("95 %", Source.FILE)
    assert found["study.exam"] == ("no exam", Source.DEFAULT)


@given(steps=st.lists(st.sampled_from((-1, 1)), max_size=30), setting=st.sampled_from(SETTINGS))
def test_steps_lead_to_values_that_the_file_understands(steps: list[int], setting: Setting) -> None:
    """However one steps, the value can be said in letters, and a step that changed it has a way back."""
    value = setting.default
    for step in steps:
        value = stepped(setting, value, step, today=TODAY, themes=THEMES)
        assert in_letters(setting, value)


def test_a_value_between_two_choices_steps_to_the_nearest(tmp_path: Path) -> None:
    """A number that was typed into the file is no trap."""
    new = BY_NAME["study.new"]
    assert stepped(new, 12, 1, today=TODAY) == 15
    assert stepped(new, 12, -1, today=TODAY) == 10
    assert stepped(new, 0, -1, today=TODAY) is None
    assert stepped(new, 5_000, 1, today=TODAY) == 5_000
    exam = BY_NAME["study.exam"]
    assert stepped(exam, TODAY, -1, today=TODAY) is None
    assert stepped(exam, None, -1, today=TODAY) is None
    assert stepped(exam, None, 1, today=TODAY) == date(2026, 5, 29)
