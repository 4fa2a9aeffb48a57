"""Print the first questions that the generator writes about articles, with what they rest on, to write rules by.

Usage: show.py [--first 10] [--rejects] ARTICLE.txt …     (never an article of quality/articles/test or quality/unread)
"""

import argparse
import sys
from pathlib import Path
from typing import Final

from scoring import asked, options

from quizapp.kit.text import one_line
from quizapp.usecases.acquire import generate, read

CLOSED: Final = frozenset({"test", "unread"})
"""Folders that stay unread, so that a figure or a reader's judgement there says something."""


def show(path: Path, *, first: int, rejects: bool) -> None:
    """Print what is asked about one article."""
    found = generate(read(path))
    print(
        f"\n{path.name}: {found.bank.article.title} ({len(found.bank.items)} questions, {len(found.rejects)} rejects)"
    )
    for number, item in enumerate(found.bank.items[:first], 1):
        view = asked(item)
        wrong = f"   not: {' | '.join(map(one_line, options(item)[1:]))}" if options(item)[1:] else ""
        print(f"{number:3}. [{item.kind} {item.score}] {one_line(item.stem)} → {one_line(view.answer)}{wrong}")
        print(f"      {one_line(' … '.join(view.quotes))}")
    for reject in found.rejects if rejects else ():
        print(f"   x {reject.check}: {reject.reason} | {one_line(reject.stem)} | {one_line(reject.evidence.quote)}")


def main() -> int:
    """Show every article that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--first", type=int, default=10)
    parser.add_argument("--rejects", action="store_true")
    wanted = parser.parse_args()
    for path in wanted.articles:
        if path.resolve().parent.name in CLOSED:
            print(f"{path} stays unread", file=sys.stderr)
            return 2
        show(path, first=wanted.first, rejects=wanted.rejects)
    return 0


if __name__ == "__main__":
    sys.exit(main())
