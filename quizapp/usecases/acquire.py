"""An article becomes a bank: read, find facts, write items, check them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from quizapp.model.article import Article, Sentence
from quizapp.model.item import Bank, Reject
from quizapp.model.marks import marked

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")

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


def read(path: Path | None, *, stdin: BinaryIO | None = None, encoding: str | None = None, chapter: int = 0) -> Article:
    """Read an article from a file, or from standard input when path is None; of a book perhaps one chapter, from 1.

    Raises:
        InputError: there is nothing readable in it.
        UsageError: there is no such encoding, or a chapter is wanted of what is no book.
    """
    from quizapp.articles import read_article  # trafilatura costs 134 ms

    return read_article(path, stdin=stdin, encoding=encoding, chapter=chapter)


def is_address(text: str) -> bool:
    """Whether a text names something on a network, not a file: it begins with a scheme and two slashes."""
    return _SCHEME.match(text) is not None


def fetched(
    address: str,
    *,
    encoding: str | None = None,
    chapter: int = 0,
    allow_private: bool = False,
    told: Callable[[str], None] | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Article:
    """An article from a web address; `told` is told what was fetched, `stopped` asked whether nobody waits any more.

    Raises:
        UsageError: it is no address of a page.
        NetworkError: it cannot be fetched.
        InputError: there is nothing readable there.
    """
    from quizapp.articles.online import read_address  # the network's libraries cost 100 ms

    return read_address(
        address, encoding=encoding, chapter=chapter, allow_private=allow_private, told=told, stopped=stopped
    )


def copied() -> Article:
    """An article from the clipboard.

    Raises:
        InputError: it cannot be read, or there is nothing readable in it.
    """
    from quizapp.articles import read_clipboard  # as above

    return read_clipboard()


def pasted(text: str, *, title: str = "") -> Article:
    """An article from pasted text; its first line is the title where none is given.

    Raises:
        InputError: there is nothing readable in it.
    """
    from quizapp.articles import pasted_article  # trafilatura costs 134 ms

    return pasted_article(text, title=title)


def generate(
    article: Article,
    *,
    limit: int | None = None,
    progress: Progress | None = None,
    writing: Callable[[int, int], object] | None = None,
) -> Generated:
    """Write questions about an article; the same article gives the same bank.

    `progress` is told how much is read, and `writing` then how much of what was found is written about.
    """
    from quizapp.facts.pipeline import facts_of
    from quizapp.writing.write import write_items

    sheet = facts_of(article, progress=progress)
    items, rejects = write_items(sheet, progress=writing)
    return Generated(
        bank=Bank(article=article, items=tuple(map(marked, items if limit is None else items[:limit]))),
        rejects=rejects,
        sentences=sheet.sentences,
        wanted=limit,
    )
