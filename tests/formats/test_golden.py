"""What each text format looks like, letter for letter: a change here is a change for everybody's files."""

from pathlib import Path

import pytest

from bank.samples import SAMPLE
from quizapp.formats.table import FORMATS

GOLDEN = Path(__file__).parent / "golden"
TEXTS = ("gift", "moodle-xml", "aiken", "csv", "tsv", "anki-text", "hashcards", "obsidian")


@pytest.mark.parametrize("name", TEXTS)
def test_the_sample_is_written_as_it_always_was(name: str) -> None:
    """Write the file anew with `FORMATS[name].pack(SAMPLE).content` when the change is meant."""
    form = FORMATS[name]
    assert form.pack(SAMPLE).content == (GOLDEN / f"{name}{form.suffixes[0]}").read_bytes()
