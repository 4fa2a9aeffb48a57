"""What the log says: to read, as JSON and as a table."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from builders import FakeClock, make_article, make_bank, make_distractor, make_item, right_response, wrong_response
from commandline import Command
from quizapp.cli.table import COLUMNS
from quizapp.kit.clock import SystemClock
from quizapp.model.item import Bank
from quizapp.usecases.study import open_practice, open_sitting
from quizapp.usecases.workspace import Workspace

Live = Callable[[Bank], Workspace]


@pytest.fixture
def live(data_dir: Path) -> Live:
    """Live with a bank for two weeks up to today: study every second day and practise, right but for the first."""

    def lived(bank: Bank) -> Workspace:
        clock = FakeClock(SystemClock().now().replace(hour=0, minute=0, second=0))
        clock.pass_by(days=-14)
        workspace = Workspace(data_dir, clock=clock)
        workspace.library.save(bank)
        for _ in range(8):
            for opened in (open_sitting, open_practice):
                sitting = opened(workspace, bank=bank, seed=1)
                while question := sitting.question:
                    respond = wrong_response if question.item.id.endswith("-1") else right_response
                    sitting.answer(respond(question.item), seconds=30)
                    sitting.rate()
            clock.pass_by(days=2)
        return workspace

    return lived


def test_before_the_first_answer_there_is_little_to_say(quizapp: Command) -> None:
    """No heading stands over nothing."""
    said = quizapp("stats")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Nothing answered yet; quizapp study asks the first question.\n\n")
    assert "Hardest" not in said.out


def test_the_log_can_be_read(live: Live, quizapp: Command) -> None:
    """Headlines, the days to come, retention by stability, days, hard facts, doubtful questions, articles."""
    live(make_bank(count=5))
    said = quizapp("stats").out

    assert "\nNothing falls due " in said  # the others are solid, and what was missed each time is flagged
    assert "\nRemembered after days: " in said
    assert "\n  stable for less than 7 days: " in said
    assert said.split("\nDays\n")[1].split("\n\n")[0].count("right, ") == 7
    assert "\nHardest facts\n  0 % of " in said
    assert ' right: Who called the bell "a nuisance with a rope"?\n' in said
    assert "Nobody picks A fisherman; The bell founder." in said
    assert "\nThe harbour bell: 80 % solid, " in said
    assert "; 4 of 5 facts solid\n" in said


def test_json_has_every_figure(live: Live, quizapp: Command) -> None:
    """The headlines and what is behind them in one document."""
    live(make_bank(count=5))
    found = json.loads(quizapp("stats", "--json").out)

    assert found["format"] == 1
    assert found["answers"] == sum(day["answers"] for day in found["days"]) == sum(i["answers"] for i in found["items"])
    assert found["remembered"]["recalls"] == sum(band["recalls"] for band in found["retention"]) > 0
    assert {"facility", "discrimination", "dead", "stem", "seconds"} <= set(found["items"][0])
    assert {fact["fact"] for fact in found["facts"]} == {f"fact-{number}" for number in range(1, 6)}
    bell = next(article for article in found["articles"] if article["slug"] == "harbour-bell")
    assert bell["seconds"] == 30 * bell["answers"]


def _table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


def test_the_table_says_what_the_json_says(live: Live, quizapp: Command, tmp_path: Path) -> None:
    """One line a figure, in a file or on standard output; nothing else is printed there."""
    live(make_bank(count=5))
    file = tmp_path / "stats.csv"
    said = quizapp("stats", "--csv", str(file))
    found = json.loads(quizapp("stats", "--json").out)
    table = _table(file.read_text(encoding="utf-8-sig"))

    assert (said.code, said.out) == (0, "")
    assert f"{file}: {len(table):,} figures\n" in said.err
    assert b"\xef\xbb\xbf" + quizapp("stats", "--csv", "-").out.encode() == file.read_bytes()
    assert tuple(table[0]) == COLUMNS
    value = {(row["about"], row["article"], row["name"], row["measure"]): row["value"] for row in table}
    assert value["total", "", "", "answers"] == str(found["answers"])
    assert value["total", "", "", "recalls"] == str(found["remembered"]["recalls"])
    item = next(one for one in found["items"] if one["item"] == "choice-1")
    assert float(value["item", "harbour-bell", "choice-1", "facility"]) == pytest.approx(item["facility"])
    assert value["item", "harbour-bell", "choice-1", "stem"] == item["stem"]
    assert [row["value"] for row in table if row["measure"] == "dead"] == ["A fisherman", "The bell founder"]
    assert value["fact", "harbour-bell", "fact-2", "solid"] == "1"
    for day in found["days"]:
        assert value["day", "", day["day"], "answers"] == str(day["answers"])
    assert len({row["name"] for row in table if row["about"] == "forecast"}) == len(found["forecast"])


@pytest.mark.parametrize("hostile", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_text_is_never_a_formula(hostile: str, live: Live, quizapp: Command) -> None:
    """A stem or an option that begins like one is kept as text, and controls are visible."""
    wrong = tuple(make_distractor(f"{hostile} {number} \x1b[2J") for number in range(2))
    live(make_bank(items=(make_item("choice", stem=f"{hostile} who?", distractors=wrong),)))
    said = quizapp("stats", "--csv", "-").out

    assert "\x1b" not in said
    values = [row["value"] for row in _table(said) if row["measure"] in {"stem", "dead", "title"}]
    assert len(values) >= 3
    assert not [value for value in values if value.startswith(("=", "+", "-", "@", "\t"))]


def test_a_table_that_cannot_be_written_is_said(quizapp: Command, tmp_path: Path) -> None:
    """A folder in the way is a fault of the disk; two kinds of data do not go to one output."""
    assert quizapp("stats", "--csv", str(tmp_path)).code == 3
    both = quizapp("stats", "--json", "--csv", "-")
    assert (both.code, both.out) == (2, "")


def test_a_hostile_question_is_shown_and_not_obeyed(live: Live, quizapp: Command) -> None:
    """Stems come from outside."""
    article = make_article(title="[red]x[/] \x1b]0;t\x07")
    live(make_bank(article=article, items=(make_item("choice", article=article, stem="Who \x1b[2J is it?"),)))
    said = quizapp("stats").out

    assert "\x1b" not in said
    assert "Who ␛[2J is it?" in said


def test_lines_are_asked_for_in_vain_and_without_harm(quizapp: Command, live: Live) -> None:
    """Who adds --plain to every command is not told that it is unknown: these are lines already."""
    live(make_bank())
    assert quizapp("stats", "--plain").out == quizapp("stats").out != ""
