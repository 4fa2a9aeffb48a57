"""`quizapp fit` as it is typed."""

import json
import re
import sys
from pathlib import Path

import pytest

from commandline import Command
from histories import FORGETFUL, answered, cards_in, lived
from quizapp.scheduling.fitting import can_fit

needs_the_extra = pytest.mark.skipif(not can_fit(), reason="the extra quizapp[fit] is not installed")


@needs_the_extra
def test_a_fit_says_what_it_was_tried_on_and_what_came_of_it(quizapp: Command, data_dir: Path) -> None:
    """Log loss before and after, whether it is kept, and the way back."""
    answered(data_dir / "history.db", *lived(FORGETFUL))
    before = cards_in(data_dir / "history.db")
    said = quizapp("fit")
    assert (said.code, said.err) == (0, "")
    assert re.fullmatch(
        r"Fitted to \d+ answers after days, tried on the latest \d+\.\n"
        r"Log loss there: 0\.\d{4} before, 0\.\d{4} after \(±0\.\d{4}\); smaller is better\.\n"
        r"Your schedule goes by the new parameters from now on; quizapp fit --reset goes back\.\n",
        said.out,
    )
    assert cards_in(data_dir / "history.db") != before
    assert quizapp("fit").out.endswith("That is no more than luck may do, so your schedule stays as it is.\n")
    assert json.loads(quizapp("fit", "--json").out)["kept"] is False

    assert quizapp("fit", "--reset").out == "The schedule is FSRS's own again.\n"
    assert cards_in(data_dir / "history.db") == before
    assert quizapp("fit", "--reset").out == "The schedule is FSRS's own already.\n"


@needs_the_extra
def test_too_few_answers_are_an_input_that_cannot_be_used(quizapp: Command) -> None:
    """With how many there are and how many are needed."""
    said = quizapp("fit")
    assert (said.code, said.out) == (3, "")
    assert "0 answers after a day or more, and 400 are needed" in said.err


def test_without_the_extra_one_sentence_says_how_to_get_it(quizapp: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A matter of usage; going back needs no extra."""
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    said = quizapp("fit")
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)
    assert "pip install 'quizapp[fit]'" in said.err
    assert quizapp("fit", "--reset").code == 0


def test_going_back_has_no_figures(quizapp: Command) -> None:
    """Two wishes that do not go together are refused."""
    assert quizapp("fit", "--reset", "--json").code == 2
