"""A web address becomes an Article, whatever format stands there."""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from quizapp.articles.addresses import is_public
from quizapp.articles.fetching import Fetched, fetch
from quizapp.articles.formats import KINDS, READ, TYPES, binary_kind
from quizapp.articles.reading import article_of
from quizapp.kit.errors import InputError, Place
from quizapp.model.article import Article

_VAGUE: Final = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/download"})
_KIB: Final = 1024


def read_address(
    address: str,
    *,
    encoding: str | None = None,
    chapter: int = 0,
    allow_private: bool = False,
    told: Callable[[str], None] | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Article:
    """Fetch an article.

    Args:
        address: an http or https address.
        encoding: the name of the text's encoding; None for what the page says of itself.
        chapter: of a book, the 1-based number of the chapter that is wanted; 0 for all.
        allow_private: whether the address may lead into a private network.
        told: is told what was fetched: the final address, the media type and the size.
        stopped: whether nobody waits any more.

    Raises:
        UsageError: it is no address of a page.
        NetworkError: it cannot be fetched, and why.
        InputError: there is nothing readable there, and why.
    """
    fetched = fetch(address, may_reach=(lambda _: True) if allow_private else is_public, stopped=stopped)
    if told is not None:
        told(f"fetched {fetched.address} · {fetched.media_type or 'no type'} · {_size(len(fetched.data))}")
    place = Place(fetched.address)
    return article_of(
        fetched.data,
        name=_name(fetched, place),
        source=fetched.address,
        place=place,
        encoding=encoding,
        charset=fetched.charset,
        chapter=chapter,
    )


def _name(fetched: Fetched, place: Place) -> str:
    """A name that says the format: the content's own, else the server's, else the address's."""
    if binary_kind(fetched.data, name="", place=place):
        return ""
    if fetched.media_type in TYPES:
        return f"page{TYPES[fetched.media_type]}"
    suffix = PurePosixPath(urlsplit(fetched.address).path).suffix.lower()
    if fetched.media_type.startswith("text/") or (fetched.media_type in _VAGUE and suffix in {*KINDS, ".txt"}):
        return f"page{suffix}" if suffix in KINDS else "page"
    if fetched.media_type in _VAGUE:
        return "page"
    raise InputError(f"this is no article but {fetched.media_type}; quizapp reads {READ}", place=place)


def _size(count: int) -> str:
    return f"{count:,} bytes" if count < _KIB else f"{count / _KIB:,.0f} KiB"
