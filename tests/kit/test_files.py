"""Files and their copies from before: nothing that was kept is written over."""

from pathlib import Path

from quizapp.kit.files import MOST_KEPT, keep_before


def test_a_copy_never_takes_the_place_of_another(tmp_path: Path) -> None:
    """The newest ends in .bak, each older one has a higher number, and the same bytes are kept once."""
    path = tmp_path / "bank.yaml"
    for content in (b"one", b"two", b"two", b"three"):
        keep_before(path, content)
    kept = {name.name: name.read_bytes() for name in tmp_path.iterdir()}
    assert kept == {"bank.yaml.bak": b"three", "bank.yaml.bak2": b"two", "bank.yaml.bak3": b"one"}


def test_copies_do_not_fill_the_disk(tmp_path: Path) -> None:
    """The oldest of many goes."""
    for number in range(MOST_KEPT + 5):
        keep_before(tmp_path / "bank.yaml", str(number).encode())
    left = sorted(int(name.read_bytes()) for name in tmp_path.iterdir())
    assert left == list(range(5, MOST_KEPT + 5))
