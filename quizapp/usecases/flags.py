"""Questions that are flagged: which, why, and asked again once someone has looked at them."""

from dataclasses import dataclass
from datetime import date

from quizapp.history import aside
from quizapp.kit.errors import InputError
from quizapp.model.memory import ItemKey
from quizapp.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """A question that is not asked: its name, its words ("" where the library has it no more), why and since when."""

    name: str
    article: str
    item: str
    stem: str
    reason: str
    since: date

    def to_json(self) -> dict[str, object]:
        """The same as plain values."""
        return {
            "name": self.name,
            "article": self.article,
            "item": self.item,
            "stem": self.stem,
            "reason": self.reason,
            "since": self.since.isoformat(),
        }


def flagged(workspace: Workspace) -> tuple[Flagged, ...]:
    """Every flagged question, by its name.

    Raises:
        StudyDataError: the history cannot be used.
        DiskError: the library or the history may not be read.
    """
    flags = workspace.history.read(aside.flags)
    stems = _stems(workspace, {flag.key.article for flag in flags})
    return tuple(
        Flagged(
            name=_name(flag.key),
            article=flag.key.article,
            item=flag.key.item,
            stem=stems.get(flag.key, ""),
            reason=flag.reason,
            since=flag.at.date(),
        )
        for flag in flags
    )


def lift(workspace: Workspace, name: str) -> None:
    """Ask a flagged question again.

    Raises:
        InputError: no flagged question has this name.
        StudyDataError: the history cannot be used.
        DiskError: it cannot be written.
    """
    key = next((flag.key for flag in workspace.history.read(aside.flags) if _name(flag.key) == name), None)
    if key is None:
        raise InputError(f"no flagged question is called {name}; quizapp flags lists them by their names")
    workspace.history.write(lambda transaction: aside.unflag(transaction, key, at=workspace.clock.now()))


def _name(key: ItemKey) -> str:
    return f"{key.article}/{key.item}"


def _stems(workspace: Workspace, articles: set[str]) -> dict[ItemKey, str]:
    """The words of the questions of some articles, as the library has them."""
    banks = (
        workspace.library.bank(entry.slug) for entry in workspace.library.entries() if entry.article_id in articles
    )
    return {ItemKey(bank.article.id, item.id): item.stem for bank in banks for item in bank.items}
