"""An article on its way into the library: read and written in the background, watched, stopped and kept."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from threading import Lock
from typing import Final

from quizapp.kit.errors import InputError, QuizappError
from quizapp.model.article import Article
from quizapp.model.item import Bank, Item, Reject
from quizapp.usecases import acquire
from quizapp.usecases.bringing import brought
from quizapp.usecases.library import Entry
from quizapp.usecases.workspace import Workspace

FEW: Final = 10
NORMAL: Final = 25
AMOUNTS: Final[Mapping[str, int | None]] = {"few": FEW, "normal": NORMAL, "all": None}
"""How many questions an article gives, by the word for it."""
_TOLD_AFTER: Final = timedelta(seconds=10)
"""Time from which it can be said how much is left (design §8.4)."""


class Step(StrEnum):
    """What is being done with the article."""

    READING = "reading"
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far it is: paragraphs read and of how many, the questions that are ready, drafts thrown away by check.

    `awake` is whether the language model has been opened, which takes seconds the first time; `slug` is where the bank
    went once it is done; `stopped` whether its end was not read; `trouble` why it failed.
    """

    step: Step = Step.READING
    awake: bool = False
    read: int = 0
    paragraphs: int = 0
    items: tuple[Item, ...] = ()
    rejects: tuple[Reject, ...] = ()
    slug: str = ""
    stopped: bool = False
    trouble: str = ""

    @property
    def thrown_away(self) -> tuple[tuple[str, int], ...]:
        """The checks that drafts failed and how many, most first."""
        return tuple(Counter(reject.check for reject in self.rejects).most_common())


class Adding:
    """One article being added; `run` works in a thread of its own, everything else may be asked from another."""

    def __init__(
        self, workspace: Workspace, article: Article, *, limit: int | None = NORMAL, kinds: frozenset[str] | None = None
    ) -> None:
        self.article = article
        self._workspace = workspace
        self._limit = limit
        self._kinds = kinds
        self._lock = Lock()
        self._enough = False
        self._began = workspace.clock.now()
        self._progress = Progress(paragraphs=len(article.paragraphs))

    @property
    def progress(self) -> Progress:
        """How far it is by now."""
        with self._lock:
            return self._progress

    @property
    def over(self) -> bool:
        """Whether nothing more happens."""
        return self.progress.step in {Step.DONE, Step.FAILED}

    @property
    def spent(self) -> timedelta:
        """How long it has taken so far."""
        return self._workspace.clock.now() - self._began

    @property
    def left(self) -> timedelta | None:
        """About how long it still takes; None as long as that cannot be said."""
        progress, spent = self.progress, self.spent
        if progress.step is not Step.READING or not progress.read or spent < _TOLD_AFTER:
            return None
        return spent * ((progress.paragraphs - progress.read) / progress.read)

    def anew(self) -> "Adding":
        """The same article, from the beginning."""
        return Adding(self._workspace, self.article, limit=self._limit, kinds=self._kinds)

    def stop(self) -> None:
        """Read no further; what was read is written and kept."""
        self._enough = True

    def run(self) -> Progress:
        """Read, write, save; the end is told by the progress, which holds the trouble where there was any."""
        try:
            generated = acquire.generate(self.article, progress=self._told)
            items = self._wanted(generated.bank.items)
            self._tell(step=Step.WRITING, items=items, rejects=generated.rejects)
            if not items:
                raise InputError(NOTHING_FOUND)
            slug = self._save(replace(generated.bank, items=items), spare=generated.bank.items)
        except QuizappError as error:
            return self._tell(step=Step.FAILED, trouble=str(error))
        return self._tell(step=Step.DONE, slug=slug)

    def _save(self, fresh: Bank, *, spare: tuple[Item, ...]) -> str:
        """Into the library; where it has the article, what people did to its questions stays, and so do their ids."""
        library = self._workspace.library
        known = brought(library, fresh, spare=spare, whole=not self.progress.stopped)
        if known is None:
            return library.save(fresh)
        return library.save(known.renewal.bank, slug=known.entry.slug)

    def _told(self, read: int, paragraphs: int) -> bool:
        going_on = not self._enough
        self._tell(awake=True, read=read, paragraphs=paragraphs, stopped=not going_on and read < paragraphs)
        return going_on

    def _tell(self, **changes: object) -> Progress:
        with self._lock:
            self._progress = replace(self._progress, **changes)  # type: ignore[arg-type]  # names checked by replace
            return self._progress

    def _wanted(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        fitting = tuple(item for item in items if self._kinds is None or item.kind in self._kinds)
        return fitting if self._limit is None else fitting[: self._limit]


NOTHING_FOUND: Final = (
    "This text states few facts that can be checked, so I made no questions. "
    "Articles with names, numbers, causes or steps work best."
)


def already(workspace: Workspace, article: Article) -> Entry | None:
    """The library's entry about this very article or another version of it, None where there is none."""
    return next(iter(workspace.library.about(article)), None)
