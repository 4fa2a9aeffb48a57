"""The articles we measure on, each with what a good set of questions would ask (its gold list)."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
ALIKE: Final = str.maketrans("“”„‘’\u00a0\u202f–—", '"""\'\'  --')
"""Marks that a reader takes for one another."""

MUST: Final = 3
"""The importance of what a teacher would surely ask; 2 is good, 1 a detail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A set of articles; of a closed one nothing but figures is ever printed, so that no rule is fitted to it.

    `sampled` when most of its articles have no gold list: only those that have one are measured.
    """

    name: str
    path: Path
    closed: bool
    sampled: bool = False

    def articles(self) -> list[Path]:
        """The articles that are measured, in the order of their names."""
        found = sorted(self.path.glob("*.txt"))
        return [path for path in found if gold_list(path).exists()] if self.sampled else found


FOLDERS: Final = (
    Folder(name="dev", path=HERE / "articles/dev", closed=False),
    Folder(name="test", path=HERE / "articles/test", closed=True),
    Folder(name="open", path=HERE / "open", closed=False, sampled=True),
    # not part of the project: beside the checkout on the machines of its founders
    Folder(name="shared", path=HERE.parent.parent / "shared/articles", closed=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFact:
    """A statement that a good set covers; `must` when a teacher would surely ask it.

    `accepted` holds the answers that count, `sources` the names one of which a question has to mention because the
    article only reports the statement; `question` is how its author would ask it.
    """

    id: str
    kind: str
    must: bool
    fact: str
    accepted: tuple[str, ...]
    evidence: str
    sources: tuple[str, ...]
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """What a careless generator would ask; hit when any (or all) of its conditions hold."""

    id: str
    pattern: str
    answer: str
    facts: frozenset[str]
    any_condition: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An article's file with its gold list, empty where nobody has made one."""

    path: Path
    facts: tuple[GoldFact, ...] = ()
    traps: tuple[Trap, ...] = ()


def plain(text: str) -> str:
    """The text with one sort of quotation mark, dash and space."""
    return text.translate(ALIKE).replace("…", "...")


def gold_list(article: Path) -> Path:
    """Where an article's gold list is, if it has one."""
    return article.with_name(f"{article.stem}.gold.json")


def cases(folder: Folder) -> tuple[Case, ...]:
    """The articles of a folder in the order of their names."""
    return tuple(map(_case, folder.articles()))


def digest(folder: Folder) -> str:
    """A short digest of all articles and gold lists of a folder; figures hold for one digest alone."""
    total = hashlib.sha256()
    for path in sorted([*folder.articles(), *folder.path.glob("*.gold.json")]):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def _case(path: Path) -> Case:
    gold_path = gold_list(path)
    if not gold_path.exists():
        return Case(path=path)
    gold: dict[str, Any] = json.loads(gold_path.read_text("utf-8"))
    return Case(path=path, facts=tuple(map(_fact, gold["facts"])), traps=tuple(map(_trap, gold["traps"])))


def _fact(entry: dict[str, Any]) -> GoldFact:
    source = entry.get("attributed_to")
    return GoldFact(
        id=entry["id"],
        kind=entry["kind"],
        must=entry["importance"] == MUST,
        fact=entry["fact"],
        accepted=tuple(entry["accepted"]),
        evidence=entry["evidence"],
        question=entry.get("question", ""),
        sources=tuple(entry.get("attribution_forms") or [source]) if source else (),
    )


def _trap(entry: dict[str, Any]) -> Trap:
    return Trap(
        id=entry["id"],
        pattern=entry.get("bad_stem_pattern", ""),
        answer=entry.get("bad_answer", ""),
        facts=frozenset(entry.get("applies_to", ())),
        any_condition=entry.get("match") == "any",
    )
