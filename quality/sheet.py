"""Blind sheets for people who judge questions, and what comes out of the filled ones.

Usage:
    sheet.py make OUT BANK.yaml …        a sheet from banks
    sheet.py make OUT --generate dev     a sheet from what the generator writes about a folder, ten an article,
                                         with --controls 20 model questions of the gold lists among them
    sheet.py score OUT/key.json FILLED.csv [FILLED.csv]

`make` writes OUT/sheet.csv for the judges and OUT/key.json, which they must not see. How to judge is in RUBRIC.md.
"""

import argparse
import csv
import json
import math
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus import FOLDERS, Folder, GoldFact, cases
from scoring import FIRST, asked, options

from quizapp.bank.reader import read_bank
from quizapp.kit.chance import dice
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence
from quizapp.model.item import Bank, Item, ShortAnswerItem, distractors_of
from quizapp.usecases.acquire import generate, read

FATAL: Final = ("grammatical", "answerable", "single_answer", "key_correct", "faithful", "stands_alone")
OTHER: Final = ("worth_asking", "distractors_ok", "reasons_ok")
CONTROL: Final = "model questions"
"""The name of the controls in the key; they are scored by themselves."""
SHOWN: Final = ("id", "article", "kind", "question", "answer", "choices", "evidence", "reasons")
BAND: Final = 5  # questions of one rank band
PAIR: Final = 2
NORMAL_95: Final = 1.96  # quantile of the normal distribution for a two-sided 95 % interval

Row = dict[str, str]
Key = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Items of one article under the name that goes into the key."""

    system: str
    article: str
    items: tuple[Item, ...]


def sheet(sources: Iterable[Source]) -> tuple[list[Row], Key]:
    """The rows, those of all sources mixed within each article, and what each of them is."""
    rows: list[Row] = []
    key: Key = {}
    for source in sources:
        luck = dice("sheet", source.system, source.article)
        numbered = list(enumerate(source.items, 1))
        luck.shuffle(numbered)
        for rank, item in numbered:
            name = f"{luck.getrandbits(24):06x}"
            key[name] = {"system": source.system, "article": source.article, "item": item.id, "rank": rank}
            rows.append({"id": name, "article": source.article, **_row(item)})
    order = list(dict.fromkeys(row["article"] for row in rows))
    return sorted(rows, key=lambda row: (order.index(row["article"]), row["id"])), key


def _row(item: Item) -> Row:
    view = asked(item)
    variants = f" (also: {'; '.join(item.accepted)})" if item.accepted else ""
    choices = list(options(item))
    dice("options", item.id).shuffle(choices)
    return {
        "kind": item.kind,
        "question": item.stem,
        "answer": view.answer + variants,
        "choices": " | ".join(choices),
        "evidence": " … ".join(view.quotes),
        "reasons": "\n".join(_reasons(item)),
    }


def _reasons(item: Item) -> list[str]:
    wrong = distractors_of(item)
    right = [f"answer: {item.rationale}"] if item.rationale else []
    return [*right, *(f"{each.text}: {each.why}" for each in wrong)]


def from_banks(paths: Iterable[Path]) -> Iterable[Source]:
    """All items of banks."""
    for path in paths:
        bank = read_bank(path.read_bytes(), file=str(path))
        yield Source(system="bank", article=bank.article.title, items=bank.items)


def from_generator(folder: Folder) -> Iterable[Source]:
    """The first items that the generator writes about each article of a folder."""
    for case in cases(folder):
        bank: Bank = generate(read(case.path), limit=FIRST).bank
        yield Source(system="generator", article=bank.article.title, items=bank.items)


def controls(folder: Folder, count: int) -> Iterable[Source]:
    """Model questions of the gold lists, about as many an article: a judge who refuses them judges something else."""
    told = [(case, fact) for case in cases(folder) for fact in case.facts if fact.question]
    dice("controls", folder.name).shuffle(told)
    for case in cases(folder):
        article = read(case.path)
        chosen = [fact for other, fact in told[:count] if other.path == case.path]
        items = tuple(_control(article, fact) for fact in chosen)
        yield Source(system=CONTROL, article=article.title, items=items)


def _control(article: Article, fact: GoldFact) -> Item:
    """A model question as an item; its evidence is the sentence where the gold list found it."""
    start = max(0, article.text.find(fact.evidence))
    span = Span(start, start + len(fact.evidence)) if article.text.startswith(fact.evidence, start) else None
    evidence = Evidence.of(article, span or article.paragraphs[0])
    return ShortAnswerItem(
        id=fact.id,
        fact=fact.id,
        stem=fact.question,
        key=fact.accepted[0],
        accepted=fact.accepted[1:],
        evidence=(evidence,),
    )


def make(out: Path, sources: Iterable[Source]) -> None:
    """Write a sheet and its key."""
    rows, key = sheet(sources)
    out.mkdir(parents=True, exist_ok=True)
    with (out / "sheet.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, (*SHOWN, *FATAL, *OTHER, "note"), restval="")
        writer.writeheader()
        writer.writerows(rows)
    (out / "key.json").write_text(json.dumps(key, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{out / 'sheet.csv'}: {len(rows)} questions; copy it for each judge, and keep key.json from them")


def is_accepted(row: Row) -> bool:
    """Whether no fatal column has a 0."""
    return all(row[column].strip() != "0" for column in FATAL)


def filled(path: Path) -> dict[str, Row]:
    """The rows of a sheet that somebody has judged, by id."""
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["id"]: row for row in csv.DictReader(stream) if row[FATAL[0]].strip()}


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % interval of a share, in per cent (Wilson's, right for small samples and shares near 100)."""
    if not whole:
        return 0.0, 0.0
    square, share = NORMAL_95**2, part / whole
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    half = NORMAL_95 * math.sqrt(share * (1 - share) / whole + square / (4 * whole**2)) / (1 + square / whole)
    return 100 * (middle - half), 100 * (middle + half)


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two judges; 1 when chance alone explains full agreement."""
    agreed = sum(one == other for one, other in pairs) / len(pairs)
    first, second = (sum(pair[judge] for pair in pairs) / len(pairs) for judge in (0, 1))
    chance = first * second + (1 - first) * (1 - second)
    return (agreed - chance) / (1 - chance) if chance < 1 else 1.0


def score(key_path: Path, sheets: Sequence[Path]) -> None:
    """Print acceptance, by judge, by system and rank band, by column, and how far two judges agree."""
    key: Key = json.loads(key_path.read_text("utf-8"))
    judged = [filled(path) for path in sheets]
    for path, rows in zip(sheets, judged, strict=True):
        for title, wanted in ((path.name, False), (f"  {CONTROL}", True)):
            oks = [is_accepted(row) for name, row in rows.items() if (key[name]["system"] == CONTROL) is wanted]
            print(_share(title, oks) if oks else "", end="\n" if oks else "")
    ratings = [(key[name], row) for rows in judged for name, row in rows.items()]
    for system in sorted({entry["system"] for entry, _ in ratings}):
        _print_system(system, [(entry["rank"], row) for entry, row in ratings if entry["system"] == system])
    if len(judged) == PAIR:
        both = {name for name in judged[0].keys() & judged[1].keys() if key[name]["system"] != CONTROL}
        pairs = [(is_accepted(judged[0][name]), is_accepted(judged[1][name])) for name in sorted(both)]
        print(_share("accepted by both", [one and other for one, other in pairs]))
        print(f"Cohen's kappa {kappa(pairs):.2f} over {len(pairs)} questions")


def _print_system(system: str, ratings: list[tuple[int, Row]]) -> None:
    print(_share(system, [is_accepted(row) for _, row in ratings]))
    for band in sorted({(rank - 1) // BAND for rank, _ in ratings}):
        oks = [is_accepted(row) for rank, row in ratings if (rank - 1) // BAND == band]
        print(_share(f"  rank {band * BAND + 1}–{(band + 1) * BAND}", oks))
    for column in (*FATAL, *OTHER):
        marks = [row[column].strip() for _, row in ratings if row[column].strip()]
        print(_share(f"  {column}", [mark == "1" for mark in marks]))


def _share(name: str, oks: Sequence[bool]) -> str:
    low, high = wilson(sum(oks), len(oks))
    share = 100 * sum(oks) / len(oks) if oks else 0.0
    return f"{name:24}{share:6.1f} %  [{low:.1f}, {high:.1f}]  of {len(oks)}"


def main(words: list[str] | None = None) -> int:
    """Make or score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    actions = parser.add_subparsers(dest="action", required=True)
    making = actions.add_parser("make")
    making.add_argument("out", type=Path)
    making.add_argument("banks", type=Path, nargs="*")
    making.add_argument("--generate", choices=[folder.name for folder in FOLDERS])
    making.add_argument("--controls", type=int, default=0, help="model questions of the gold lists to mix in")
    scoring = actions.add_parser("score")
    scoring.add_argument("key", type=Path)
    scoring.add_argument("sheets", type=Path, nargs="+")
    given = parser.parse_args(words)
    if given.action == "score":
        score(given.key, given.sheets)
        return 0
    sources = list(from_banks(given.banks))
    for folder in FOLDERS:
        if folder.name == given.generate:
            sources += [*from_generator(folder), *controls(folder, given.controls)]
    make(given.out, sources)
    return 0


if __name__ == "__main__":
    sys.exit(main())
