"""Evidence as an export shows it: the verbatim quote with its key marked, and the paragraph it stands in."""

import re
from dataclasses import dataclass
from html import escape

from quizapp.kit.text import visible
from quizapp.model.article import Article
from quizapp.model.fact import Evidence
from quizapp.model.item import Item, keys_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a quote; marked where it is a key."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence as it is printed, with the 1-based number of its paragraph, 0 for the title."""

    pieces: tuple[Piece, ...]
    paragraph: int


def quotes_of(item: Item, article: Article) -> tuple[Quote, ...]:
    """The evidence of an item, its keys marked where they stand."""
    return tuple(_quote(each, keys_of(item), article) for each in item.evidence)


def source_of(article: Article) -> str:
    """Where a text is from, on one line: its byline, its source and its date, as far as they are known."""
    return " · ".join(flat(part).strip() for part in (article.byline, article.source, article.date) if part.strip())


def quoted_html(quote: Quote) -> str:
    """A quote as HTML, every text escaped; the key is bold and the paragraph small."""
    text = "".join(f"<b>{escape(each.text)}</b>" if each.marked else escape(each.text) for each in quote.pieces)
    place = f" <small>¶ {quote.paragraph}</small>" if quote.paragraph else ""
    return f"<blockquote>{text}{place}</blockquote>"


def _quote(evidence: Evidence, keys: tuple[str, ...], article: Article) -> Quote:
    text = flat(evidence.quote)
    wanted = sorted({flat(key) for key in keys if key.strip()}, key=len, reverse=True)
    parts = re.split("(" + "|".join(map(re.escape, wanted)) + ")", text, flags=re.IGNORECASE) if wanted else [text]
    pieces = tuple(Piece(part, marked=place % 2 == 1) for place, part in enumerate(parts) if part)
    return Quote(pieces, article.paragraph_of(evidence.span))


def shown(text: str) -> str:
    """Safe text without the two characters that no XML may hold, in whatever way they are written."""
    return re.sub("[\ufffe\uffff]", "\ufffd", visible(text))


def flat(text: str) -> str:
    """Safe text in which white space is single spaces; one at either end stays, where a gap may follow."""
    return re.sub(r"\s+", " ", shown(text))
