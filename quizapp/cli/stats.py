"""`quizapp stats`: what the log of answers says."""

from collections.abc import Iterator
from datetime import timedelta

from quizapp.cli.options import ME, DataDir, Json, Learner
from quizapp.cli.output import say, say_json
from quizapp.kit.durations import counted, in_words
from quizapp.kit.text import one_line
from quizapp.usecases import report
from quizapp.usecases.workspace import open_workspace


def stats(*, json: Json = False, data_dir: DataDir = None, learner: Learner = ME) -> None:
    """Show sessions, accuracy, and how well you know each article."""
    found = report.stats(open_workspace(data_dir, learner=learner))
    if json:
        say_json(found.to_json())
        return
    for line in _lines(found):
        say(line)


def _lines(found: report.Stats) -> Iterator[str]:
    if not found.answers:
        yield "Nothing answered yet; quizapp study asks the first question."
    else:
        yield f"Sessions  {found.sessions}"
        yield f"Answers   {found.answers}, {found.right} right ({_percent(found.accuracy)})"
        yield f"Time      {in_words(timedelta(seconds=found.seconds))}"
        yield f"Streak    {counted(found.streak_days, 'day')}, the longest {counted(found.longest_streak, 'day')}"
    yield ""
    yield from (_article_line(article) for article in found.articles)


def _article_line(article: report.ArticleStats) -> str:
    solid = (
        f"{_percent(article.solid)} solid, {article.right} of {article.answers} right"
        if article.answers
        else "not begun"
    )
    waiting = f"{article.due} due, {article.new} new of {counted(article.items, 'question')}"
    return f"{one_line(article.title)}: {solid}; {waiting}"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}".replace("%", " %")
