"""Files read beside the locks that this process has on them."""

from pathlib import Path

import pytest

from quizapp.kit.locked import first_bytes, in_use, leave, use


def test_what_is_read_is_what_is_there_whether_the_file_is_in_use_or_not(tmp_path: Path) -> None:
    """Law: the first bytes and the size are those of the file as it is now."""
    path = tmp_path / "some.db"
    path.write_bytes(b"0123456789")
    assert first_bytes(path, 4) == (b"0123", 10)
    identity = use(path)
    assert in_use(path)
    for size in (10, 3, 0, 12):
        path.write_bytes(b"x" * size)
        assert first_bytes(path, 5) == (b"x" * min(size, 5), size)
    leave(identity)
    assert not in_use(path)
    assert first_bytes(path, 20) == (b"x" * 12, 12)


def test_no_descriptor_is_left_when_the_last_user_has_gone(tmp_path: Path) -> None:
    """Law: however often a file is looked at, one descriptor is kept while it is used, and none afterwards."""
    path = tmp_path / "some.db"
    path.write_bytes(b"0123456789")
    before = _descriptors()
    one, other = use(path), use(path)
    for _ in range(50):
        first_bytes(path, 4)
    assert len(_descriptors()) <= len(before) + 1
    leave(one)
    assert in_use(path)
    leave(other)
    assert _descriptors() == before


def test_a_file_that_took_the_place_of_another_is_read_itself(tmp_path: Path) -> None:
    """A restored history is another file under the name of the old one, which may still be in use."""
    path, other = tmp_path / "some.db", tmp_path / "other.db"
    path.write_bytes(b"old")
    other.write_bytes(b"newer")
    identity = use(path)
    assert first_bytes(path, 9) == (b"old", 3)
    other.replace(path)
    assert first_bytes(path, 9) == (b"newer", 5)
    assert not in_use(path)
    leave(identity)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder and a name that is not there are faults of the disk, and nobody uses them."""
    for path in (tmp_path, tmp_path / "gone"):
        with pytest.raises(OSError, match=r"directory|file"):
            first_bytes(path, 4)
    assert not in_use(tmp_path / "gone")


def _descriptors() -> set[str]:
    return {path.name for path in Path("/proc/self/fd").iterdir()} if Path("/proc/self/fd").exists() else set()
