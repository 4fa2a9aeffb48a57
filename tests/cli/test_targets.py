"""Where a command writes a file that a person names: one rule for all of them."""

from pathlib import Path

import pytest

from builders import make_bank
from commandline import Command
from quizapp.usecases.library import Library, write_bank_file

CASES = {
    "export": ("export", "bell.yaml", "--to", "csv", "-o", "OUT.csv"),
    "import": ("import", "bell.yaml", "-o", "OUT.yaml"),
    "generate": ("generate", "bell.txt", "-o", "OUT.yaml"),
    "stats": ("stats", "--csv", "OUT.csv"),
    "drill": ("drill", "harbour-bell", "--plain", "--csv", "OUT.csv"),
    "a drill of before": ("drill", "--show", "last", "--csv", "OUT.csv"),
    "history export": ("history", "export", "OUT.json"),
    "backup": ("backup", "OUT.db"),
}


@pytest.fixture
def at_home(tmp_path: Path, data_dir: Path, quizapp: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a bank, an article and a learner who has answered."""
    monkeypatch.chdir(tmp_path)
    write_bank_file(make_bank(), tmp_path / "bell.yaml")
    (tmp_path / "bell.txt").write_text(make_bank().article.text)
    slug = Library(data_dir / "questions").save(make_bank())
    assert quizapp("study", slug, "--plain", stdin=b"1\n\nq\n").code == 0
    assert quizapp("drill", slug, "--plain", "--questions", "1", stdin=b"x\n\n\n").code == 0
    return tmp_path


@pytest.mark.parametrize("case", CASES)
def test_a_folder_that_is_not_there_is_not_made(case: str, quizapp: Command, at_home: Path) -> None:
    """It is most often a slip of the pen; it is told before anything is read, written or played."""
    before = {path for path in at_home.rglob("*") if path.is_dir()}
    said = quizapp(*(part.replace("OUT", "no such/dir/out") for part in CASES[case]), stdin=b"x\n\n")
    assert (said.code, said.out) == (5, "")
    assert "there is no such folder; make it, or name another" in said.err
    assert len(said.err.splitlines()) == 1
    assert {path for path in at_home.rglob("*") if path.is_dir()} == before


@pytest.mark.parametrize("case", CASES)
def test_a_folder_is_no_file(case: str, quizapp: Command, at_home: Path) -> None:
    """The same words for it, wherever it is named."""
    name = next(part for part in CASES[case] if part.startswith("OUT")).replace("OUT", "out")
    (at_home / name).mkdir()
    said = quizapp(*(part.replace("OUT", "out") for part in CASES[case]), stdin=b"x\n\n")
    assert (said.code, said.out) == (3, "")
    assert f"{name}: this is a folder; name a file in it" in said.err
