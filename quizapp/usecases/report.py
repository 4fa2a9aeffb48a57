"""Reports: what today holds, and everything known from the log."""

from dataclasses import asdict, dataclass
from datetime import date

from quizapp.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleToday:
    """One article's day: questions due and never seen, the share that is solid (0–1), and whether today's are done."""

    slug: str
    title: str
    article_id: str
    items: int
    due: int
    new: int
    flagged: int
    solid: float
    done_today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What waits today; `minutes` is for what is due, `forecast` counts from today on, the overdue in its first day.

    `week` is Monday to Sunday of this week: True done, False missed, None still open or to come.
    """

    day: date
    due: int
    new: int
    minutes: int
    streak_days: int
    week: tuple[bool | None, ...]
    forecast: tuple[int, ...]
    articles: tuple[ArticleToday, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleStats:
    """What the log says about one article; `accuracy` and `solid` are 0–1, accuracy None before the first answer."""

    slug: str
    title: str
    article_id: str
    items: int
    new: int
    due: int
    answers: int
    right: int
    accuracy: float | None
    solid: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Everything known from the log; times in seconds, shares 0–1, None where nothing is known yet."""

    sessions: int
    answers: int
    right: int
    accuracy: float | None
    seconds: float
    streak_days: int
    longest_streak: int
    forecast: tuple[int, ...]
    articles: tuple[ArticleStats, ...]

    def to_json(self) -> dict[str, object]:
        """The same as plain values."""
        return {"format": 1, **asdict(self)}


def today(workspace: Workspace) -> Today:
    """What is due, new and done today, article by article.

    Raises:
        StudyDataError: the history cannot be used.
    """
    raise NotImplementedError


def stats(workspace: Workspace) -> Stats:
    """Everything known from the log.

    Raises:
        StudyDataError: the history cannot be used.
    """
    raise NotImplementedError
