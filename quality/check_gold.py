"""Check what a script can check of the gold lists: evidence verbatim, answers in the article, traps that catch.

Usage: check_gold.py [FOLDER …]; without a folder, all that the gate measures on. Exits with 1 and names every fault.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from corpus import FOLDERS, plain

KINDS: Final = frozenset(
    "who what when where how_many how_much why which definition quote sequence".split(),
)
NEEDED: Final = ("id", "kind", "importance", "fact", "question", "answer", "accepted", "evidence")
FACTS: Final = range(12, 21)  # fewer do not measure an article, more are padding
TRAPS: Final = range(3, 7)
WORDS: Final = range(450, 801)  # the length of an ordinary newspaper piece
Gold = dict[str, Any]


def catches(trap: Gold, stem: str, answer: str, fact_id: str) -> bool:
    """Whether a trap would be hit by a question on a fact."""
    hits = []
    if trap.get("bad_stem_pattern"):
        hits.append(re.search(trap["bad_stem_pattern"], plain(stem), re.IGNORECASE) is not None)
    if trap.get("bad_answer"):
        confined = trap.get("applies_to")
        said = plain(trap["bad_answer"]).lower() in plain(answer).lower()
        hits.append(said and (not confined or fact_id in confined))
    return any(hits) if trap["match"] == "any" else all(hits)


def faults(path: Path, seen: set[str]) -> Iterator[str]:
    """All that is wrong with one gold list; `seen` gathers the ids of all lists."""
    gold: Gold = json.loads(path.read_text("utf-8"))
    text = path.with_name(gold["article"]).read_text("utf-8")
    title, blank, _ = text.split("\n", 2)
    if not title.strip() or blank:
        yield "the first line is not a title with a blank line after it"
    if gold["words"] != len(text.split()) or gold["words"] not in WORDS:
        yield f"has {len(text.split())} words"
    if len(gold["facts"]) not in FACTS or len(gold["traps"]) not in TRAPS:
        yield f"{len(gold['facts'])} facts and {len(gold['traps'])} traps"
    for entry in (*gold["facts"], *gold["traps"]):
        if entry["id"] in seen:
            yield f"{entry['id']}: the id is used twice"
        seen.add(entry["id"])
    for fact in gold["facts"]:
        yield from (f"{fact['id']}: {fault}" for fault in fact_faults(fact, text))
    for trap in gold["traps"]:
        yield from (f"{trap['id']}: {fault}" for fault in trap_faults(trap, gold["facts"], text))


def fact_faults(fact: Gold, text: str) -> Iterator[str]:
    """What is wrong with one fact."""
    yield from (f"{name} is missing" for name in NEEDED if not fact.get(name))
    if fact["kind"] not in KINDS or fact["importance"] not in {1, 2, 3}:
        yield "kind or importance"
    if fact["evidence"] not in text:
        yield "the evidence is not verbatim"
    if fact["accepted"][0] != fact["answer"]:
        yield "the answer does not come first among the accepted ones"
    if not any(answer in text for answer in fact["accepted"]):
        yield "no accepted answer is in the article"
    if fact["attributed_to"] and not fact.get("attribution_forms"):
        yield "attribution_forms are missing"


def trap_faults(trap: Gold, facts: list[Gold], text: str) -> Iterator[str]:
    """What is wrong with one trap: a trap must catch its example and no model question."""
    pattern = trap.get("bad_stem_pattern")
    if not trap["why"] or not (pattern or trap.get("bad_answer")):
        yield "nothing to catch"
    if not set(trap.get("applies_to", [])) <= {fact["id"] for fact in facts}:
        yield "applies_to names no fact"
    if trap.get("evidence", text) not in text:
        yield "the evidence is not verbatim"
    if pattern and not re.search(pattern, plain(trap["bad_example"]), re.IGNORECASE):
        yield "the pattern misses its own example"
    for fact in facts:
        if catches(trap, fact["question"], fact["answer"], fact["id"]):
            yield f"catches the model question of {fact['id']}"


def main(folders: list[Path]) -> int:
    """Check every list and print one line for each."""
    seen: set[str] = set()
    wrong = 0
    for path in sorted(path for folder in folders for path in folder.glob("*.gold.json")):
        found = list(faults(path, seen))
        wrong += len(found)
        print(f"{path.parent.name}/{path.name}: {'fine' if not found else ''}")
        for fault in found:
            print(f"  {fault}")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]] or [folder.path for folder in FOLDERS]))
