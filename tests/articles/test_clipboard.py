"""The clipboard, through programs that stand where the system's tools do."""

from pathlib import Path

import pytest

from quizapp.articles import read_clipboard
from quizapp.kit.errors import InputError

from .documents import PARAGRAPHS


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # a function from name and script to nothing
    """Only the programs that a test puts here are found."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def put(name: str, script: str) -> None:
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    return put


def test_the_first_tool_that_answers_is_believed(tools) -> None:
    """One without a display fails, the next one is asked."""
    tools("wl-paste", "exit 1")
    tools("xclip", f"echo '{PARAGRAPHS[0]}'")
    article = read_clipboard()
    assert (article.text, article.source) == (PARAGRAPHS[0] + "\n", "clipboard")


def test_no_tool_is_told(tools) -> None:
    """One sentence: which there could be, and what works without."""
    with pytest.raises(InputError, match=r"none of the tools that read it is there \(pbpaste, wl-paste, xclip, xsel\)"):
        read_clipboard()


def test_an_empty_clipboard_is_told(tools) -> None:
    """So is one that holds a picture."""
    tools("pbpaste", "exit 0")
    with pytest.raises(InputError, match="it is empty, holds no text, or cannot be reached"):
        read_clipboard()
