"""Anki reads our text files; it runs as a process of its own."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from builders import GATHERED, KINDS, make_bank, make_item
from quizapp.formats.anki_text import pack

pytestmark = pytest.mark.skipif(importlib.util.find_spec("anki") is None, reason="Anki is not installed")
HOSTILE = "<script>x</script> {{c1::gap}} [sound:a.mp3] [latex]x[/latex] {{Front}} \x1f & &amp; ]]>"


def test_anki_takes_every_note_once_and_shows_it_as_text(tmp_path: Path) -> None:
    """Each item is a note of its own deck with its sentence on the back; a second import doubles nothing."""
    hostile = make_item("short", id="hostile", stem=HOSTILE, key=HOSTILE)
    bank = make_bank(items=(*(make_item(kind) for kind in (*KINDS, *GATHERED)), hostile))
    text = tmp_path / "bell.txt"
    text.write_bytes(pack(bank).content)
    command = [sys.executable, "-W", "ignore", str(Path(__file__).with_name("anki_text_desk.py"))]
    done = subprocess.run([*command, str(tmp_path), str(text)], capture_output=True, check=True, timeout=120)
    told = json.loads(done.stdout)
    assert told["new"] == [9, 0]
    assert {note["guid"] for note in told["notes"]} == {f"harbour-bell/{item.id}" for item in bank.items}
    assert {(note["deck"], note["type"]) for note in told["notes"]} == {("The harbour bell", "Basic")}
    assert all("The text says: “" in note["back"] and "The text says" not in note["front"] for note in told["notes"])
    shown = next(note for note in told["notes"] if note["guid"].endswith("/hostile"))
    assert not [mark for mark in ("<script", "[sound:", "[anki:play", "[latex]", "<img") if mark in shown["back"]]
    assert "&lt;script&gt;" in shown["front"]
