"""Evidence as an export shows it: the quote with its key marked and its paragraph; other wordings and wrong ones."""

import re
from dataclasses import dataclass
from html import escape

from quizapp.formats.words import legal
from quizapp.model.article import Article
from quizapp.model.fact import Evidence
from quizapp.model.item import Distractor, Item, distractors_of, keys_of, options_of


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


def also_html(texts: tuple[str, ...]) -> str:
    """Other wordings that count, each in an element of its own."""
    return "; ".join(f"<span>{escape(flat(text).strip())}</span>" for text in texts)


def wrong_html(item: Item, article: Article) -> str:
    """Why each wrong option is wrong; of a question without options also the wrong answers that have no reason."""
    said = [each for each in distractors_of(item) if reason_html(each, article) or not options_of(item)]
    rows = (
        f"<li>Not <i>{escape(flat(each.text).strip())}</i>{_colon(reason_html(each, article))}</li>" for each in said
    )
    return f'<ul class="wrong">{"".join(rows)}</ul>' if said else ""


def reason_html(wrong: Distractor, article: Article) -> str:
    """Why a wrong option is wrong, and the sentence about it where there is one; nothing where there is neither."""
    why = flat(wrong.why).strip()
    parts = [f"<span>{escape(why)}</span>"] if why else []
    if wrong.evidence:
        place = article.paragraph_of(wrong.evidence.span)
        told = f" <small>¶ {place}</small>" if place else ""
        parts.append(f"<q>{escape(flat(wrong.evidence.quote).strip())}</q>{told}")
    return " ".join(parts)


def _colon(reason: str) -> str:
    return f": {reason}" if reason else ""


def _quote(evidence: Evidence, keys: tuple[str, ...], article: Article) -> Quote:
    text = flat(evidence.quote)
    wanted = sorted(dict.fromkeys(flat(key) for key in keys if key.strip()), key=len, reverse=True)
    whole = r"(?<!\w)(" + "|".join(map(re.escape, wanted)) + r")(?!\w)"  # not the 83 of 1883
    parts = re.split(whole, text, flags=re.IGNORECASE) if wanted else [text]
    pieces = tuple(Piece(part, marked=place % 2 == 1) for place, part in enumerate(parts) if part)
    return Quote(pieces, article.paragraph_of(evidence.span))


def flat(text: str) -> str:
    """Text in which white space is single spaces; one at either end stays, where a gap may follow."""
    return re.sub(r"\s+", " ", legal(text))
