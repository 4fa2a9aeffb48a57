"""The log of faults: private, bounded, and without anyone's data."""

import stat
from pathlib import Path

import pytest

from builders import NOON
from quizapp.kit import journal


def fault(hidden: str) -> Exception:
    """An exception with its traceback, raised where a local variable holds something private."""
    try:
        {}[f"\x1b[31m{len(hidden)} letters"]
    except KeyError as error:
        return error
    raise AssertionError


def test_a_fault_is_told_without_local_variables(tmp_path: Path) -> None:
    """Time, place and kind of a fault are logged; what the variables held is not, and no escape is."""
    log = journal.record(fault("private-words"), folder=tmp_path, now=NOON)
    text = log.read_text(encoding="utf-8")
    assert log == tmp_path / journal.NAME
    assert text.startswith("2026-11-26T12:00:00+01:00\nTraceback")
    assert "KeyError: " in text
    assert "private-words" not in text
    assert "\x1b" not in text


def test_faults_are_added_up_to_a_limit(tmp_path: Path) -> None:
    """A second fault follows the first; a log that has grown too large begins anew."""
    first = journal.record(fault(""), folder=tmp_path, now=NOON)
    once = first.stat().st_size
    journal.record(fault(""), folder=tmp_path, now=NOON)
    assert first.stat().st_size == 2 * once
    first.write_bytes(b"x" * 1_000_001)
    journal.record(fault(""), folder=tmp_path, now=NOON)
    assert first.stat().st_size == once


def test_the_log_is_for_its_owner_even_if_it_was_not(tmp_path: Path) -> None:
    """A log that others could read is closed to them."""
    log = tmp_path / journal.NAME
    log.touch(mode=0o666)
    journal.record(fault(""), folder=tmp_path, now=NOON)
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_link_in_the_logs_place_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can have a fault written over a file of theirs or ours."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    precious = tmp_path / "precious"
    precious.write_text("words")
    (tmp_path / journal.NAME).symlink_to(precious)
    log = journal.record(fault(""), folder=tmp_path, now=NOON)
    assert log.name.startswith("quizapp-")
    assert precious.read_text() == "words"
