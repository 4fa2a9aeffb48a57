"""F1: whatever is broken in a file, its parser reads it or refuses it in one sentence, and nothing else happens."""

import subprocess
import sys
from pathlib import Path

import fuzz_parsers
import fuzz_readings
import pytest
from fuzz import Tally, tried

from quizapp.articles.formats import KINDS
from quizapp.formats.table import FORMATS
from quizapp.kit.chance import dice

FUZZ = Path(__file__).parents[2] / "quality" / "fuzz.py"
TIMES = 300
"""Inputs a parser; docs/faults.md says how many were tried at full size."""


@pytest.mark.slow
@pytest.mark.parametrize("name", fuzz_parsers.PARSERS)
def test_broken_files_are_read_or_refused(name: str) -> None:
    """The same inputs each time, so that what is found once is found again."""
    done = subprocess.run(
        [sys.executable, FUZZ, name, "--count", str(TIMES), "--jobs", "1"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith(f"{name}\t{TIMES}\t")


def test_every_parser_is_tried() -> None:
    """A format that is read is fuzzed, and so is every kind of article."""
    assert set(fuzz_parsers.IMPORTS) == {name for name, form in FORMATS.items() if form.take is not None}
    assert set(fuzz_parsers.ARTICLES) == {"txt", *KINDS.values()}


@pytest.mark.parametrize("name", fuzz_parsers.PARSERS)
def test_an_input_follows_from_its_number(name: str) -> None:
    """So that it can be made again."""
    make = fuzz_parsers.PARSERS[name].make
    assert [make(dice(name, number)) for number in range(5)] == [make(dice(name, number)) for number in range(5)]


@pytest.mark.parametrize("error", [KeyError("x"), fuzz_readings.WrongError("x")])
def test_a_fault_is_found(error: Exception) -> None:
    """What is no refusal is counted, with the number of its input; so is a line on our output."""

    def raising(data: bytes, luck: object) -> bool:
        raise error

    def printing(data: bytes, luck: object) -> bool:
        print("here I am")  # noqa: T201  what is looked for
        return True

    tally = Tally()
    for read in (raising, printing):
        tried("made up", fuzz_parsers.Parser(make=lambda luck: b"", read=read), 1, 7, tally)
    assert tally.counts["faults"] == 2
    assert list(tally.faults.values()) == [[7], [7]]
