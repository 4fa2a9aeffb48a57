"""`quizapp stats`: what the log of answers says."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from cyclopts import Parameter

from quizapp.cli.diagnostics import tell
from quizapp.cli.due import in_a_sentence, on_day
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import ME, DataDir, Json, Learner, Plain
from quizapp.cli.output import STDOUT, check_output, say, say_json, write
from quizapp.kit.durations import counted, in_words
from quizapp.kit.errors import UsageError
from quizapp.kit.files import write_atomically
from quizapp.kit.text import one_line
from quizapp.usecases import report

if TYPE_CHECKING:
    from quizapp.usecases.progress import Band, Progress

Csv = Annotated[
    Path | None, Parameter(name="--csv", help="Write every figure to this .csv file; - is standard output.")
]

LATEST_DAYS: Final = 7
"""Days with answers that are listed; --json and --csv have all."""


def stats(
    *, json: Json = False, csv: Csv = None, plain: Plain = False, data_dir: DataDir = None, learner: Learner = ME
) -> None:
    """Show what you remember, by stability, day, article and fact."""
    del plain  # these are lines in any case; who asks everything line by line need not know that
    if json and csv == STDOUT:
        raise UsageError("standard output takes --json or --csv -, not both; name a file for --csv")
    check_output(csv)
    from quizapp.usecases.progress import figures  # FSRS and the bank reader come with it

    workspace = open_workspace(data_dir, learner=learner)
    (found, more), today = figures(workspace), workspace.clock.now().date()
    if csv is not None:
        _write_csv(found, more, csv, today)
    if json:
        say_json(found.to_json() | more.to_json())
    elif csv is None:
        for line in _lines(found, more, today):
            say(line)


def _write_csv(found: report.Stats, more: "Progress", path: Path, today: date) -> None:
    from quizapp.cli.table import csv_bytes

    data = csv_bytes(found, more, today=today)
    if path == STDOUT:
        write(data.decode())
        return
    write_atomically(path, BOM_UTF8 + data)  # by which spreadsheets know UTF-8
    figures = data.count(b"\n") - 1
    tell(f"{path}: {counted(figures, 'figure')}")


def _lines(found: report.Stats, more: "Progress", today: date) -> Iterator[str]:
    if not found.answers:
        yield "Nothing answered yet; quizapp study asks the first question."
        yield from _doubts(more)  # a class may have drilled
    else:
        yield f"Sessions  {found.sessions}"
        yield f"Answers   {found.answers}, {found.right} right ({_percent(found.accuracy)})"
        yield f"Time      {in_words(timedelta(seconds=found.seconds))}"
        yield f"Streak    {counted(found.streak_days, 'day')}, the longest {counted(found.longest_streak, 'day')}"
        yield from _details(found, more, today)
    yield ""
    facts = {article.article_id: _facts_line(more, article.article_id) for article in found.articles}
    yield from (_article_line(article) + facts[article.article_id] for article in found.articles)


def _details(found: report.Stats, more: "Progress", today: date) -> Iterator[str]:
    yield ""
    yield in_a_sentence(found.forecast, today)
    yield from _retention_lines(more)
    yield from ("", "Days")
    for day in more.days[-LATEST_DAYS:]:
        time = in_words(timedelta(seconds=day.seconds))
        yield f"  {on_day(day.day)}  {counted(day.answers, 'answer')}, {day.right} right, {time}"
    if more.hardest:
        yield from ("", "Hardest facts")
        yield from (
            f"  {_percent(fact.share)} of {fact.answers} right: {one_line(more.stem_of(fact))}" for fact in more.hardest
        )
    yield from _doubts(more)


def _retention_lines(more: "Progress") -> Iterator[str]:
    if not more.remembered.recalls:
        return
    yield from ("", f"Remembered after days: {_kept(more.remembered)}")
    yield from (f"  {_band_name(band)}: {_kept(band)}" for band in more.retention if band.recalls)


def _kept(band: "Band") -> str:
    return f"{_percent(band.retention)} of {band.recalls:,}, expected {_percent(band.expected)}"


def _band_name(band: "Band") -> str:
    if band.high is None:
        return f"stable for {in_words(timedelta(days=band.low))} or more"
    if not band.low:
        return f"stable for less than {in_words(timedelta(days=band.high))}"
    return f"stable for {in_words(timedelta(days=band.low))} to {in_words(timedelta(days=band.high))}"


def _doubts(more: "Progress") -> Iterator[str]:
    """Questions that the answers speak against."""
    doubts = []
    for item in more.items:
        stem = one_line(more.stems.get(item.key, ""))
        if stem and item.discrimination is not None and item.discrimination < 0:
            doubts.append(f"  {stem} Who does well elsewhere gets it wrong ({item.discrimination:.2f}).")
        if stem and item.dead:
            doubts.append(f"  {stem} Nobody picks {one_line('; '.join(item.dead))}.")
        if stem and item.key in more.flags:
            doubts.append(f"  {stem} Flagged: {one_line(more.flags[item.key])}.")
    if doubts:
        yield from ("", "Questions to look at", *doubts)


def _article_line(article: report.ArticleStats) -> str:
    solid = (
        f"{_percent(article.solid)} solid, {article.right} of {article.answers} right"
        if article.answers
        else "not begun"
    )
    waiting = f"{article.due} due, {article.new} new of {counted(article.items, 'question')}"
    return f"{one_line(article.title)}: {solid}; {waiting}"


def _facts_line(more: "Progress", article: str) -> str:
    """How many facts of an article are solid in all their questions."""
    facts = [fact for fact in more.facts if fact.article == article]
    return f"; {sum(fact.solid == 1 for fact in facts)} of {counted(len(facts), 'fact')} solid" if facts else ""


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}".replace("%", " %")
