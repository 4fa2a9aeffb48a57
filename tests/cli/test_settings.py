"""`quizapp settings`: what is chosen, where it comes from, and a file that is edited and checked."""

import json
import sys
from pathlib import Path

import pytest

from commandline import Command
from quizapp.usecases.library import Library
from stage import choice_bank


def test_settings_are_shown_with_where_they_come_from(
    quizapp: Command, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line each; nothing is written by looking."""
    said = quizapp("settings")
    assert (said.code, said.err) == (0, "")
    assert not data_dir.exists()
    data_dir.mkdir()
    (data_dir / "settings.toml").write_text("[study]\nnew = 5\n")
    monkeypatch.setenv("QUIZAPP_LOOK_MOTION", "none")
    lines = [line.split() for line in quizapp("settings").out.splitlines()]
    assert ["study.new", "5", "file"] in lines
    assert ["look.motion", "none", "$QUIZAPP_LOOK_MOTION"] in lines
    assert ["study.due", "200", "default"] in lines


def test_settings_as_data(quizapp: Command, data_dir: Path) -> None:
    """Values as they are, what was not understood beside them, and exit code 3."""
    data_dir.mkdir()
    (data_dir / "settings.toml").write_text("[study]\nexam = 2027-03-01\nlimit = 0\n")
    said = quizapp("settings", "--json")
    found = json.loads(said.out)
    assert said.code == 3
    assert {one["name"]: one["value"] for one in found["settings"]}["study.exam"] == "2027-03-01"
    assert len(found["findings"]) == 1
    assert "settings.toml:3: study.limit is a whole number" in said.err


def test_the_file_is_edited_and_checked(quizapp: Command, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The editor sees a file that explains everything; what it leaves is looked at."""
    script = "import sys, pathlib as l; p = l.Path(sys.argv[1]); p.write_text(p.read_text().replace('#new =', 'new ='))"
    monkeypatch.setenv("EDITOR", f'{sys.executable} -c "{script}"')
    said = quizapp("settings", "--edit")
    assert (said.code, said.err) == (0, "")
    assert "study.new           20 " in said.out
    assert "# At most so many questions you have not seen" in (data_dir / "settings.toml").read_text()


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("", "no editor is known"),
        ("'", "no editor is known"),
        ("/no/such/editor", "cannot start"),
        ("false", "exit code"),
    ],
)
def test_an_editor_that_does_not_work_is_told(
    quizapp: Command, monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    """Exit code 2, and what to do."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    found = quizapp("settings", "--edit")
    assert found.code == 2
    assert said in found.err


def test_study_and_due_obey_and_an_option_goes_before(quizapp: Command, data_dir: Path) -> None:
    """A bad line is told, the others hold, and the sitting begins all the same."""
    Library(data_dir / "questions").save(choice_bank(9))
    (data_dir / "settings.toml").write_text("[study]\nlimit = 3\nnew = 4\nretention = 7\n")
    slug = "ferry"
    said = quizapp("study", slug, "--plain", stdin=b"q\n")
    assert "1 of 3" in said.out
    assert "settings.toml:4: study.retention" in said.err
    assert "1 of 2" in quizapp("study", slug, "--plain", "--limit", "2", stdin=b"q\n").out
    assert "; 4 new today." in quizapp("due").out


def test_keys_are_listed_and_told(quizapp: Command, data_dir: Path) -> None:
    """Everything that keys do, with the keys it has now; what cannot be is said with line and column, exit code 3."""
    data_dir.mkdir()
    (data_dir / "settings.toml").write_text('[keys]\ndrill.big = ["f5", "?"]\nlibrary.stats = "f6"\n')
    said = quizapp("settings", "--keys")
    lines = [line.split() for line in said.out.splitlines()]
    assert said.code == 3
    assert "settings.toml:2:13: keys.drill.big: ? is the key of app.help already" in said.err
    assert ["drill.big", "z", "questions", "in", "big", "letters,", "or", "in", "usual", "ones"] in lines
    assert ["library.stats", "f6"] in [line[:2] for line in lines]
    assert json.loads(quizapp("settings", "--keys", "--json").out)["keys"]["library.stats"] == ["f6"]
