"""Other keys as the faces drive them: what is in the way is named, and what is chosen holds at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.model.keymap import typed
from quizapp.model.keys_table import all_keys
from quizapp.usecases.keys import bound, other_keys, rebind, taken
from quizapp.usecases.workspace import Workspace
from stage import workspace_with

NAMES = sorted(all_keys())


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Nothing chosen."""
    return workspace_with(tmp_path / "data")


def keys_of(workspace: Workspace, name: str) -> tuple[str, ...]:
    """What something has now."""
    return next(one.now for one in bound(workspace) if one.key.name == name)


def test_everything_is_listed_once_and_as_usual(workspace: Workspace) -> None:
    """Nobody changed anything."""
    assert sorted(one.key.name for one in bound(workspace)) == NAMES
    assert not any(one.changed for one in bound(workspace))
    assert other_keys(workspace).text == "as usual"


def test_a_choice_holds_at_once_and_is_counted(workspace: Workspace) -> None:
    """The usual keys, chosen by hand, are no choice and leave no line."""
    rebind(workspace, {"study.flag": ("f6",)})
    assert keys_of(workspace, "study.flag") == ("f6",)
    assert (other_keys(workspace).names, other_keys(workspace).text) == (("study.flag",), "1 changed")
    rebind(workspace, {"study.flag": ("f",)})
    assert other_keys(workspace).names == ()
    assert "study.flag" not in workspace.settings_file.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "keys", "by"),
    [
        ("study.flag", ("e",), "study.edit"),
        ("study.flag", ("f6", "question_mark"), "app.help"),
        ("app.help", ("f",), "study.flag"),
        ("study.flag", ("m",), ""),  # which does something in drills alone
        ("study.reveal", ("f9", "space"), ""),  # as show and go on share space
    ],
)
def test_what_is_in_the_way_is_named(workspace: Workspace, name: str, keys: tuple[str, ...], by: str) -> None:
    """Where both may be wanted at the same time, by the rules of the file."""
    found = taken(workspace, {name: keys})
    assert (found.by.key.name if found else "") == by
    if not found:
        rebind(workspace, {name: keys})
        assert not workspace.configuration.findings


def test_a_usual_key_may_be_taken_meanwhile(workspace: Workspace) -> None:
    """Of two that swapped their keys neither gets its own back alone, and both do together."""
    rebind(workspace, {"drill.big": ("m",), "drill.more": ("z",)})
    found = taken(workspace, {"drill.big": None})
    assert found is not None
    assert (found.key, found.by.key.name, found.by.now) == ("z", "drill.more", ("z",))
    both = {"drill.big": None, "drill.more": None}
    assert taken(workspace, both) is None
    rebind(workspace, both)
    assert other_keys(workspace).names == ()


@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.lists(st.sampled_from("abcxyz?"), min_size=1, max_size=2, unique=True)),
        max_size=5,
    )
)
def test_what_nothing_is_in_the_way_of_is_heeded(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, list[str]]]
) -> None:
    """The file never says anything else than what was chosen."""
    workspace = workspace_with(tmp_path_factory.mktemp("keys") / "data")
    for name, said in steps:
        keys = tuple("question_mark" if key == "?" else key for key in said)
        if taken(workspace, {name: keys}) is None and not typed(name, keys):
            rebind(workspace, {name: keys})
            assert keys_of(workspace, name) == keys
            assert not workspace.configuration.findings
