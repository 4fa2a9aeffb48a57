"""A log written to a file and read back is the log it was."""

import csv
import json
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bank.samples import any_text
from builders import NOON, FakeClock, make_bank, make_review, right_response
from histories import FORGETFUL, SESSION, add_answers, correct, undo
from quizapp.history import fits, reviews, sessions
from quizapp.history.cards import all_cards
from quizapp.kit.errors import DiskError, InputError, StudyDataError, UsageError
from quizapp.model.memory import ItemKey, Rating, Review
from quizapp.model.outcome import Outcome
from quizapp.usecases.report import stats
from quizapp.usecases.study import open_sitting
from quizapp.usecases.transcript import export_log, import_log
from quizapp.usecases.workspace import Workspace

FILES = ("log.json", "log.csv")


@pytest.fixture
def workspace(data_dir: Path) -> Workspace:
    """A learner with answers, a correction and one that was taken back."""
    workspace = Workspace(data_dir, clock=FakeClock())
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    for rating in (Rating.HARD, None):
        assert sitting.question
        sitting.answer(right_response(sitting.question.item), seconds=3)
        sitting.rate(rating)
    assert sitting.question
    sitting.answer(right_response(sitting.question.item), seconds=3)
    sitting.undo()
    return workspace


def kept(workspace: Workspace) -> tuple[object, ...]:
    return workspace.history.read(lambda transaction: (reviews.whole_log(transaction), all_cards(transaction)))


def elsewhere(folder: Path) -> Workspace:
    return Workspace(folder, clock=FakeClock())


@pytest.mark.parametrize("name", FILES)
def test_a_log_comes_back_whole_and_once(workspace: Workspace, tmp_path: Path, name: str) -> None:
    """Answers, corrections, what was taken back, and the cards that follow; a second time nothing is new."""
    rows = export_log(workspace, tmp_path / name)
    assert len(rows.reviews) == 4
    other = elsewhere(tmp_path / "other")
    merged = import_log(other, tmp_path / name)
    assert (merged.answers, merged.corrections, merged.damaged) == (3, 1, 0)
    assert kept(other) == kept(workspace)
    assert stats(other).answers == stats(workspace).answers == 2
    assert import_log(other, tmp_path / name).answers == import_log(workspace, tmp_path / name).answers == 0
    again = tmp_path / f"again-{name}"
    export_log(other, again)
    assert again.read_bytes() == (tmp_path / name).read_bytes()


def test_json_keeps_sittings_and_fitted_parameters(workspace: Workspace, tmp_path: Path) -> None:
    """The whole log, so that nothing else is needed for the same cards."""
    workspace.history.write(lambda transaction: fits.add_fit(transaction, "fit", FORGETFUL, at=NOON))
    export_log(workspace, tmp_path / "log.json")
    other = elsewhere(tmp_path / "other")
    import_log(other, tmp_path / "log.json")
    assert other.history.read(fits.fitted) == FORGETFUL
    export_log(other, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "log.json").read_bytes()


answers = st.builds(
    make_review,
    given=any_text,
    rule=any_text,
    kind=any_text,
    fingerprint=any_text,
    key=st.builds(ItemKey, any_text, any_text),
    outcome=st.sampled_from(Outcome),
    rating=st.sampled_from(Rating),
    seconds=st.floats(0, 1e6),
    offset=st.integers(-1439, 1439),
    hinted=st.booleans(),
    scheduled=st.booleans(),
    at=st.timedeltas(timedelta(), timedelta(days=5000)).map(lambda passed: SESSION.started + passed),
)


@pytest.mark.parametrize("name", FILES)
@settings(deadline=None, max_examples=25)
@given(log=st.lists(answers, min_size=1, max_size=5))
def test_any_log_comes_back(tmp_path_factory: pytest.TempPathFactory, name: str, log: list[Review]) -> None:
    """Letter for letter, whatever was typed, and nothing in a table is a formula."""
    folder = tmp_path_factory.mktemp("log")
    mine, theirs = elsewhere(folder / "mine"), elsewhere(folder / "theirs")
    named = [make_review(**{**_fields(line), "id": f"{number}\n=1"}) for number, line in enumerate(log)]
    mine.history.write(lambda transaction: sessions.begin(transaction, SESSION))
    mine.history.write(lambda transaction: add_answers(transaction, named))
    undo(mine.history, named[0])
    correct(mine.history, make_review(id="fix", replaces=named[-1].id, key=named[-1].key))
    export_log(mine, folder / name)
    import_log(theirs, folder / name)
    assert kept(theirs) == kept(mine)
    mine.history.close()
    theirs.history.close()


def _fields(line: Review) -> dict[str, object]:
    return {name: getattr(line, name) for name in Review.__slots__}


def test_what_is_no_log_is_refused_and_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """With what is wrong; a log that tells an answer otherwise is refused, too."""
    path = tmp_path / "log.json"
    export_log(workspace, path)
    before, data = kept(workspace), json.loads(path.read_text())
    spoiled: list[object] = [[], {"format": 2}, {"format": 1, "answers": [{}]}, {"format": 1, "answers": 3}]
    for field, value in (
        ("rating", 9),
        ("rating", "x"),
        ("at", "noon"),
        ("at", "2026-01-01"),
        ("at", "0001-01-01T00:00:00+14:00"),
        ("undone", "0001-01-01T00:00:00+14:00"),
        ("given", 3),
        ("hinted", 2),
    ):
        answers = [data["answers"][0] | {field: value}, *data["answers"][1:]]
        spoiled.append(data | {"answers": answers})
    for wrong in spoiled:
        path.write_text(json.dumps(wrong))
        with pytest.raises(InputError, match=r"log\.json"):
            import_log(workspace, path)
    for text in ("", "[" * 100_000, "id,at\n1,2\n"):
        for name in FILES:
            (tmp_path / name).write_text(text)
            if not (name.endswith("csv") and text != "id,at\n1,2\n"):
                with pytest.raises(InputError, match="no log"):
                    import_log(workspace, tmp_path / name)
    data["answers"][0]["given"] = "something else"
    path.write_text(json.dumps(data))
    with pytest.raises(StudyDataError, match="two ways"):
        import_log(workspace, path)
    assert kept(workspace) == before


def test_a_file_is_named_for_what_it_is_and_not_replaced(workspace: Workspace, tmp_path: Path) -> None:
    """Neither is one written without answers."""
    with pytest.raises(UsageError, match="json"):
        export_log(workspace, tmp_path / "log.txt")
    (tmp_path / "log.csv").write_text("mine")
    with pytest.raises(DiskError, match="--force"):
        export_log(workspace, tmp_path / "log.csv")
    assert export_log(workspace, tmp_path / "log.csv", force=True).reviews
    with pytest.raises(InputError, match="nothing was answered"):
        export_log(elsewhere(tmp_path / "new"), tmp_path / "new.csv")


@pytest.mark.parametrize(
    ("column", "value", "what"),
    [
        ("outcome", "banana", "“outcome” is “banana”; right, close, wrong or shown is allowed"),
        ("rating", "9", "“rating” is “9”; a whole number from 1 to 4 is allowed"),
        ("rating", "good", "“rating” is “good”; a whole number from 1 to 4 is allowed"),
        ("seconds", "-3", "“seconds” is “-3”; a number of at least 0 is allowed"),
        ("seconds", "nan", "“seconds” is “nan”; a number of at least 0 is allowed"),
        ("hinted", "perhaps", "“hinted” is “perhaps”; true or false is allowed"),
        ("turn", "first", "“turn” is “first”; a whole number is allowed"),
        ("at", "yesterday", "“at” is “yesterday”; an instant such as 2026-11-28T06:53:42+01:00 is allowed"),
        ("at", "2026-11-28T06:53:42", "has no offset from UTC"),
        ("undone", "later", "“undone” is “later”; an instant"),
        ("replaces", "nobody", "“replaces” names “nobody”, which is no answer of this file"),
    ],
)
def test_a_wrong_cell_is_named_by_its_line_and_what_is_allowed(
    workspace: Workspace, tmp_path: Path, column: str, value: str, what: str
) -> None:
    """A person can mend it; nothing of the file is taken."""
    export_log(workspace, tmp_path / "log.csv")
    with (tmp_path / "log.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[2][column] = value
    rows[0]["given"] = "two\nlines"
    with (tmp_path / "log.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    other = elsewhere(tmp_path / "other")
    with pytest.raises(InputError) as raised:
        import_log(other, tmp_path / "log.csv")
    assert str(raised.value).startswith(f"{tmp_path / 'log.csv'}:5: ")
    assert what in str(raised.value)
    assert "CHECK" not in str(raised.value)
    assert not other.history.read(reviews.whole_log).lines
