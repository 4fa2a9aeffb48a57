"""`quizapp stats`: what the log of answers says."""

from collections.abc import Iterator
from datetime import timedelta

from quizapp.cli.options import ME, DataDir, Json, Learner
from quizapp.cli.output import say, say_json
from quizapp.kit.durations import in_words
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
        yield f"Streak    {_days(found.streak_days)}, the longest {_days(found.longest_streak)}"
    yield ""
    yield from (_article_line(article) for article in found.articles)


def _article_line(article: report.ArticleStats) -> str:
    solid = (
        f"{_percent(article.solid)} solid, {article.right} of {article.answers} right"
        if article.answers
        else "not begun"
    )
    return f"{one_line(article.title)}: {solid}; {article.due} due, {article.new} new of {article.items} questions"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}".replace("%", " %")


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
