"""An article becomes a bank: read, find facts, write items, check them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from quizapp.model.article import Article, Sentence
from quizapp.model.item import Bank, Reject

Progress = Callable[[int, int], object]
"""Told how many paragraphs are done, and of how many; False from it says that these are enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """A bank, best items first, and every draft that was thrown away with its reason.

    `sentences` are all that the article was read as; `wanted` is how many questions were asked for, None for all.
    """

    bank: Bank
    rejects: tuple[Reject, ...]
    sentences: tuple[Sentence, ...] = ()
    wanted: int | None = None


def read(path: Path | None, *, stdin: BinaryIO | None = None, encoding: str | None = None) -> Article:
    """Read an article from a file, or from standard input when path is None.

    Raises:
        InputError: there is nothing readable in it.
    """
    from quizapp.articles import read_article  # trafilatura costs 134 ms

    return read_article(path, stdin=stdin, encoding=encoding)


def pasted(text: str, *, title: str = "") -> Article:
    """An article from pasted text; its first line is the title where none is given.

    Raises:
        InputError: there is nothing readable in it.
    """
    from quizapp.articles import pasted_article  # trafilatura costs 134 ms

    return pasted_article(text, title=title)


def generate(article: Article, *, limit: int | None = None, progress: Progress | None = None) -> Generated:
    """Write questions about an article; the same article gives the same bank."""
    from quizapp.facts.pipeline import facts_of
    from quizapp.writing.write import write_items

    sheet = facts_of(article, progress=progress)
    items, rejects = write_items(sheet)
    return Generated(
        bank=Bank(article=article, items=items if limit is None else items[:limit]),
        rejects=rejects,
        sentences=sheet.sentences,
        wanted=limit,
    )
