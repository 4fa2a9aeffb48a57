"""Learners of one machine: listed by the names that open their histories, whatever the names are."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import NOON, FakeClock, make_bank, make_review, right_response
from histories import SPOILED, Spoil, answered, first_version
from quizapp.kit.errors import InputError
from quizapp.kit.text import reading, visible
from quizapp.usecases.keeping import back_up, restore
from quizapp.usecases.learners import (
    LONGEST,
    Learner,
    latest,
    learners,
    name_to_note,
    new_name,
    of_last,
    to_choose_from,
    with_self,
)
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace, histories, history_file, shown_name


@pytest.fixture
def clock() -> FakeClock:
    """A clock to turn."""
    return FakeClock()


@pytest.fixture
def workspace(data_dir: Path, clock: FakeClock) -> Workspace:
    """The learner of a machine that one person uses."""
    return Workspace(data_dir, clock=clock)


def _study(workspace: Workspace) -> None:
    """One answer, some days before the next."""
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    assert sitting.question
    sitting.answer(right_response(sitting.question.item), seconds=1)
    assert isinstance(workspace.clock, FakeClock)
    workspace.clock.pass_by(days=2)


def test_everyone_is_listed_by_name(workspace: Workspace) -> None:
    """With how much they answered, and when last; whoever studied last is whom the app goes on with."""
    assert learners(workspace.data_dir) == ()
    for name in ("me", "Zoë Å", "张三", "李四", "ana"):
        _study(workspace.of(name))
    found = learners(workspace.data_dir)
    assert [one.name for one in found] == ["ana", "me", "Zoë Å", "张三", "李四"]
    assert {one.answers for one in found} == {1}
    assert found[1] == Learner(name="me", answers=1, last=NOON)
    last = latest(found)
    assert last
    assert last.name == "ana"
    assert of_last(workspace, found).learner == "ana"


def test_a_name_is_noted_as_it_is_spelled_last(workspace: Workspace) -> None:
    """One history, whatever the case of its name."""
    _study(workspace.of("ana"))
    _study(workspace.of("Ana"))
    assert [(one.name, one.answers) for one in learners(workspace.data_dir)] == [("Ana", 2)]


def test_a_history_of_before_names_were_noted_goes_by_its_file(workspace: Workspace) -> None:
    """What the file is called opens it, and so it is what the learner is called."""
    history = history_file(workspace.data_dir, "Ana María")
    first_version(history, [make_review()])
    (found,) = learners(workspace.data_dir)
    assert (found.name, found.answers, found.last) == (history.stem.removeprefix("history-"), 1, NOON)
    assert history_file(workspace.data_dir, found.name) == history
    _study(workspace.of("Ana María"))
    assert [one.name for one in learners(workspace.data_dir)] == ["Ana María"]


def test_looking_changes_no_file(workspace: Workspace) -> None:
    """An older history is not brought up to date because somebody else was listed."""
    history = history_file(workspace.data_dir, "ana")
    first_version(history, [make_review()])
    before = history.read_bytes()
    learners(workspace.data_dir)
    assert history.read_bytes() == before


def test_anothers_backup_does_not_make_me_somebody_else(workspace: Workspace, tmp_path: Path) -> None:
    """Who restores a copy of Ana's answers keeps the own name; a name that opens another file is not believed."""
    _study(workspace.of("Ana María"))
    back_up(workspace.of("Ana María"), tmp_path / "copy.db")
    restore(workspace.of("bo"), tmp_path / "copy.db")
    assert {one.name for one in learners(workspace.data_dir)} == {"Ana María", "bo"}


@pytest.mark.parametrize(("spoil", "_message"), SPOILED, ids=lambda value: getattr(value, "__name__", None))
def test_a_history_that_cannot_be_opened_is_listed_with_its_fault(
    workspace: Workspace, spoil: Spoil, _message: str
) -> None:
    """And the others with their answers."""
    for name in ("me", "ana"):
        answered(history_file(workspace.data_dir, name), make_review()).close()
    spoil(history_file(workspace.data_dir, "ana"))
    bad, good = learners(workspace.data_dir)
    assert (bad.name, good.name, good.answers) == ("ana", "me", 1)
    assert bad.answers is not None or bad.fault


def test_files_that_no_name_opens_are_nobodys(workspace: Workspace) -> None:
    """Whatever somebody put into the folder."""
    _study(workspace)
    for name in ("history-[red].db", "history-Ana.db", "history-.db", "history-..db"):
        (workspace.data_dir / name).write_bytes(b"")
    (workspace.data_dir / "history-folder.db").mkdir()
    assert [one.name for one in learners(workspace.data_dir)] == ["me"]


def test_there_is_something_to_choose_with_two_learners(workspace: Workspace) -> None:
    """The name is shown as soon as it says anything."""
    assert (to_choose_from(workspace), shown_name(workspace)) == ((), "")
    _study(workspace)
    assert (to_choose_from(workspace), shown_name(workspace)) == ((), "")
    assert [one.name for one in with_self(learners(workspace.data_dir), workspace.of("ana"))] == ["ana", "me"]
    _study(workspace.of("ana"))
    assert [one.name for one in to_choose_from(workspace)] == ["ana", "me"]
    assert (shown_name(workspace), shown_name(workspace.of("ana"))) == ("me", "ana")


NAMES = st.text(min_size=1, max_size=60)


@given(NAMES)
@example("../../etc/passwd")
@example("a\x00b")
@example("\udcff")
@example("[/]\x1b]0;t\x07\u202e")
@example("x" * 5_000)
def test_a_name_never_leaves_the_folder(name: str) -> None:
    """Law: the history of any name lies in the data folder under a plain name, and the name can be kept and shown."""
    path = history_file(Path("/data"), name)
    assert path.parent == Path("/data")
    assert path.name.isascii()
    assert len(path.name) <= 100
    assert set(path.stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    noted = name_to_note(name)
    noted.encode()
    assert visible(noted) == noted


@given(NAMES)
@example("  Ana   María ")
def test_a_name_that_was_typed_opens_what_it_names(name: str) -> None:
    """Law: a name that is taken can be noted, listed and opened again."""
    try:
        taken = new_name(name)
    except InputError:
        return
    assert len(taken) <= LONGEST
    assert new_name(taken) == taken == name_to_note(taken)


@given(st.lists(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=20), max_size=6))
def test_learners_do_not_share_a_history(names: list[str]) -> None:
    """Law: names that read differently have files of their own, in any script."""
    files = {history_file(Path("/data"), name) for name in names}
    assert len(files) >= len({reading(name) for name in names})


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "\x1b[2J", "x" * (LONGEST + 1)])
def test_what_is_no_name_is_refused(name: str) -> None:
    """Nothing to read, what cannot be seen, or too long."""
    with pytest.raises(InputError):
        new_name(name)


def test_histories_are_the_files_of_learners_alone(workspace: Workspace) -> None:
    """Neither backups nor what SQLite keeps beside a file."""
    _study(workspace)
    back_up(workspace)
    assert [path.name for path in histories(workspace.data_dir)] == ["history.db"]
