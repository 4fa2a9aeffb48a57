"""What there is to open in a folder."""

from pathlib import Path

import pytest

from quizapp.usecases.browsing import fitting


def _filled(folder: Path) -> Path:
    (folder / "texts").mkdir()
    for name in ("tides.txt", "tide tables.md", "photo.png", ".hidden.txt", "texts/deep.html"):
        (folder / name).write_text("x", encoding="utf-8")
    return folder


def test_folders_come_first_and_only_what_can_be_read(tmp_path: Path) -> None:
    """Pictures and hidden files are not offered."""
    names = [entry.name for entry in fitting("", beside=_filled(tmp_path)).entries]
    assert names == ["texts", "tide tables.md", "tides.txt"]


def test_what_is_typed_narrows_whatever_the_case(tmp_path: Path) -> None:
    """“TI” finds both tides, and each says how to type it on."""
    assert [e.path for e in fitting("TI", beside=_filled(tmp_path)).entries] == ["tide tables.md", "tides.txt"]


def test_a_folder_is_gone_into(tmp_path: Path) -> None:
    """A path with a folder in it lists that folder, and keeps the path before each name."""
    assert [e.path for e in fitting("texts/", beside=_filled(tmp_path)).entries] == ["texts/deep.html"]


def test_home_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """“~/” is the home folder, and stays typed so."""
    monkeypatch.setenv("HOME", str(_filled(tmp_path)))
    assert [e.path for e in fitting("~/ti", beside=tmp_path / "texts").entries] == ["~/tide tables.md", "~/tides.txt"]


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    """No error goes through, whatever was typed."""
    assert fitting("nowhere/", beside=tmp_path).trouble
    assert fitting("bad\0name/", beside=tmp_path).trouble
