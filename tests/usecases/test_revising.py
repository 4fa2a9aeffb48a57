"""Going over a bank: every step is on disk at once, can be taken back, and writes over nobody else's work."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import FakeClock, make_article, make_bank, make_evidence, make_item
from quizapp.bank.writer import write_bank
from quizapp.kit.errors import DiskError, InputError
from quizapp.model.item import Bank, Status
from quizapp.usecases.bankfile import BankChangedError, BankFile
from quizapp.usecases.drafting import Draft, Line, draft_of
from quizapp.usecases.library import FIRST_SLUG, load_bank
from quizapp.usecases.proofing import Result
from quizapp.usecases.renewing import renewed
from quizapp.usecases.revising import Counts, Revision, open_revision, slug_about
from quizapp.usecases.workspace import Workspace, open_workspace


@pytest.fixture
def workspace(data_dir: Path) -> Workspace:
    """A library with the harbour bell in it."""
    workspace = open_workspace(data_dir, clock=FakeClock())
    workspace.library.save(make_bank())
    return workspace


@pytest.fixture
def revision(workspace: Workspace) -> Revision:
    """The harbour bell, gone over."""
    return open_revision(workspace, "harbour-bell")


def on_disk(revision: Revision) -> Bank:
    """What the file holds."""
    return load_bank(revision.path)


def test_each_decision_is_on_disk_and_goes_on_to_the_next_to_check(revision: Revision) -> None:
    """Keep and drop are written at once, and the next question that nobody has decided on is in front."""
    revision.keep()
    revision.drop()
    assert [item.status for item in on_disk(revision).items] == ["kept", "dropped", "new", "new", "new"]
    assert (revision.at, revision.counts) == (2, Counts(kept=1, dropped=1, to_check=3))
    revision.go(0)
    revision.drop()
    assert (revision.at, revision.counts.dropped) == (2, 2)


def test_one_begins_with_the_first_to_check(workspace: Workspace, revision: Revision) -> None:
    """Whoever comes back goes on where they were."""
    revision.keep()
    again = open_revision(workspace, "harbour-bell")
    assert again.at == 1
    assert open_revision(workspace, "harbour-bell", item_id="numeric-4").at == 3


def test_the_next_to_check_is_looked_for_round_the_ends(revision: Revision) -> None:
    """Forwards and back, and nowhere when all are decided."""
    revision.go(99)
    assert revision.next_to_check(1)
    assert revision.at == 0
    assert revision.next_to_check(-1)
    assert revision.at == 4
    for _ in range(5):
        revision.keep()
    assert not revision.next_to_check(1)


def test_a_decision_taken_twice_is_one(revision: Revision) -> None:
    """Keeping what is kept writes nothing and leaves nothing to take back."""
    revision.keep()
    revision.go(0)
    revision.keep()
    assert revision.undo() is not None
    assert revision.undo() is None


def test_the_rest_is_what_has_no_remark(workspace: Workspace) -> None:
    """All to check are kept at once but those with a remark, and one undo takes it back."""
    items = (make_item("choice"), make_item("short", stem="Is it Aldwick?"), make_item("cloze"))
    workspace.library.save(Bank(article=make_article(), items=items))
    revision = open_revision(workspace, "harbour-bell")
    assert revision.rest == 2
    assert revision.keep_rest() == 2
    assert [item.status for item in on_disk(revision).items] == ["kept", "new", "kept"]
    assert revision.at == 1
    assert revision.undo() == "Undone: kept 2 at once"
    assert revision.counts.to_check == 3


def test_an_edit_is_marked_and_left_alone_by_writing_anew(revision: Revision) -> None:
    """What a person wrote is kept with its id, and a fresh bank does not take it away."""
    before = revision.items[0]
    saved = revision.save(replace(draft_of(before), stem="Which mayor called it a nuisance?"), before.id)
    item = on_disk(revision).items[0]
    assert (item.id, item.edited, item.status) == (before.id, True, Status.KEPT)
    assert saved.item == item
    assert not saved.starts_anew
    renewal = renewed(on_disk(revision), make_bank())
    assert renewal.bank.item(before.id) == item


def test_another_key_says_that_the_schedule_starts_again(revision: Revision) -> None:
    """A question with another answer is another question."""
    item = revision.items[4]
    draft = replace(draft_of(item), lines=(Line(text="the town"),), derived=True)
    assert revision.save(draft, item.id).starts_anew


def test_an_edit_that_changes_nothing_is_none(revision: Revision) -> None:
    """Looking does not mark a question as edited."""
    item = revision.items[0]
    assert not revision.save(draft_of(item), item.id).item.edited
    assert revision.undo() is None


def test_a_new_question_comes_after_the_one_in_front(revision: Revision) -> None:
    """It is kept, has a name of its own, and is left alone by writing anew."""
    draft = Draft(
        kind="short",
        stem="What hides the quay?",
        lines=(Line(text="the fog"),),
        evidence=(make_evidence("because the fog hides the quay"),),
    )
    first, second = revision.save(draft).item, revision.save(draft).item
    assert (first.id, second.id) == ("what-hides-the-quay", "what-hides-the-quay-2")
    assert [item.id for item in on_disk(revision).items[:3]] == ["choice-1", first.id, second.id]
    assert revision.item == second
    assert renewed(on_disk(revision), make_bank()).bank.item(first.id) == first
    assert Result.REMARK in {check.result for check in revision.checks(2)}  # close to question 2


def test_a_draft_that_no_bank_can_hold_is_not_written(revision: Revision) -> None:
    """A face asks before; here it is a mistake of the program."""
    with pytest.raises(ValueError, match="failed check"):
        revision.save(Draft(kind="choice"))


@settings(max_examples=30)  # each step is flushed to the disk
@given(st.lists(st.sampled_from(["keep", "drop", "rest", "edit", "new", "go"]), max_size=8))
def test_undo_takes_back_everything(tmp_path_factory: pytest.TempPathFactory, steps: list[str]) -> None:
    """However many steps were taken, as many undos give the bank as it was, in the file, too."""
    path = tmp_path_factory.mktemp("bank") / "bell.yaml"
    path.write_bytes(write_bank(make_bank()))
    revision = Revision(BankFile(path))
    for number, step in enumerate(steps):
        _take_step(revision, step, number)
    while revision.undo():
        pass
    assert on_disk(revision) == make_bank()
    assert revision.items == make_bank().items


def _take_step(revision: Revision, step: str, number: int) -> None:
    item = revision.item
    assert item is not None
    match step:
        case "keep":
            revision.keep()
        case "drop":
            revision.drop()
        case "rest":
            revision.keep_rest()
        case "edit":
            revision.save(replace(draft_of(item), stem=f"{item.stem} ({number})"), item.id)
        case "new":
            revision.save(replace(draft_of(make_item("short")), stem=f"Which town ({number})?"))
        case _:
            revision.go(number)


def test_what_was_there_before_the_first_change_is_kept(tmp_path: Path) -> None:
    """A layout and comments of one's own are in the .bak, however many steps are taken."""
    path = tmp_path / "bell.yaml"
    by_hand = b"# mine\n" + write_bank(make_bank())
    path.write_bytes(by_hand)
    revision = Revision(BankFile(path))
    revision.keep()
    revision.keep()
    assert revision.backup.read_bytes() == by_hand


def test_nobody_elses_work_is_written_over(workspace: Workspace, revision: Revision) -> None:
    """Changed in an editor meanwhile: nothing is written; it is read again, or the own version put beside it."""
    revision.keep()
    other = make_bank(items=make_bank().items[:2])
    revision.path.write_bytes(write_bank(other))
    with pytest.raises(BankChangedError, match="changed or removed meanwhile"):
        revision.drop()
    assert on_disk(revision) == other
    copy = revision.save_copy()
    assert [item.status for item in load_bank(copy).items[:2]] == ["kept", "dropped"]
    assert copy not in {entry.path for entry in workspace.library.entries()}
    assert revision.save_copy() != copy
    revision.reload()
    assert (revision.items, revision.undo()) == (other.items, None)
    revision.keep()
    assert on_disk(revision).items[1].status is Status.KEPT


def test_a_file_that_is_gone_is_not_made_again(revision: Revision) -> None:
    """A bank that was removed meanwhile stays removed."""
    revision.path.unlink()
    with pytest.raises(BankChangedError):
        revision.keep()
    assert not revision.path.exists()
    with pytest.raises(InputError, match="no such file"):
        revision.reload()


def test_a_step_that_the_disk_refuses_did_not_happen(revision: Revision, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves bank and place as they were; the step can be tried again."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("os.fsync", full)
        with pytest.raises(DiskError):
            revision.keep()
        assert (revision.at, revision.counts.kept) == (0, 0)
    revision.keep()
    assert revision.counts.kept == 1


def test_a_bundled_bank_becomes_ones_own_with_the_first_change(data_dir: Path) -> None:
    """Looking copies nothing; a change goes into the library's folder."""
    workspace = open_workspace(data_dir, clock=FakeClock())
    revision = open_revision(workspace, FIRST_SLUG)
    assert (revision.slug, data_dir.exists() and any(data_dir.rglob("*.yaml"))) == (FIRST_SLUG, False)
    revision.keep()
    assert revision.path.parent == workspace.library.folder
    assert workspace.library.bank(FIRST_SLUG).items[0].status is Status.KEPT


def test_a_file_elsewhere_can_be_gone_over(workspace: Workspace, tmp_path: Path) -> None:
    """A path leads out of the library; a name that is neither is refused with the nearest."""
    path = tmp_path / "bell.yaml"
    path.write_bytes(write_bank(make_bank()))
    revision = open_revision(workspace, str(path))
    revision.keep()
    assert (revision.slug, load_bank(path).items[0].status) == ("", Status.KEPT)
    with pytest.raises(InputError, match="did you mean"):
        open_revision(workspace, "harbor-bell")


def test_an_article_names_its_bank(workspace: Workspace) -> None:
    """Study knows the article, and the file is found by it."""
    assert slug_about(workspace, "harbour-bell") == "harbour-bell"
    assert slug_about(workspace, "no-such") is None


def test_questions_of_one_paragraph_know_each_other(revision: Revision) -> None:
    """The source says which others are asked beside a question."""
    assert revision.beside(1) == (3,)  # both about the fog in ¶3


def test_an_empty_bank_has_nothing_in_front(workspace: Workspace) -> None:
    """Nothing to keep, nothing to drop, and a first question can be written."""
    workspace.library.save(make_bank(items=()))
    revision = open_revision(workspace, "harbour-bell")
    revision.keep()
    assert (revision.item, revision.counts.to_check, revision.rest) == (None, 0, 0)
    revision.save(draft_of(make_item("short")))
    assert len(on_disk(revision).items) == 1
