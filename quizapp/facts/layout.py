"""What of an article is running text, what is furniture of its page, and which lines make a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from quizapp.facts.quotations import Quotation
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence, Listing

_DATELINE: Final = re.compile(
    r"""^[A-Z][A-Za-zÀ-ÿ.'’ /-]{1,40}          # the place
    (?:,\ [A-Z][A-Za-z.\ ]{1,30})?             # its country or state
    (?:,\ \w+\.?\ \d{1,2}(?:,\ \d{4})?)?      # the date
    (?:\ \([A-Z][\w\ ]{1,30}\))?              # the agency
    \ ?(?:—|–|-{1,2})\ (?=[A-Z"“])""",
    re.VERBOSE,
)
_FURNITURE: Final = re.compile(
    r"""^\W*(?:read\ (?:also|more|next)|see\ also\b|most\ read|more\ on\ this|advert(?:isement)?$|follow\ us
    |subscribe\ (?:to|now)
    |(?:related|recommended)(?::|\ (?:articles|stories|topics|content|links|reading|for\ you))
    |(?:photo|photograph|picture|image|video|graphic)s?(?::|\ (?:by|caption|credit|source|courtesy)\b)
    |(?:pictured|watch|listen|credits?|sources?|caption|tags?|topics?|comments?|newsletters?|share):
    |(?:updated|published|posted)(?::|\ (?:at|on|by)\b|\ \d)|(?:first|originally)\ published|filed\ under
    |share\ (?:this|on)\b|sign\ (?:up|in)\ (?:to|for|here|now)|log\ in|(?:join|get|download)\ our
    |view\ comments|\d+\ comments?
    |©|\(c\)\ \d|copyright\ (?:©|\d|\(c\))|all\ rights\ reserved|registered\ (?:in\ england|office)
    |(?:we|this\ (?:site|website)|our\ (?:site|website))\ uses?\ cookies|by\ (?:clicking|continuing|using\ this)
    |accept\ (?:all|cookies)|manage\ (?:cookies|preferences)|privacy\ policy|terms\ (?:of\ use
    |and\ conditions)|cookie\ policy
    |continue\ reading|story\ continues|skip\ to|back\ to\ top|(?:print|e-?mail)\ this|\d+\ ?min(?:ute)?s?\ read
    |this\ article\ (?:was|has\ been)\ (?:first|originally|amended|updated)|(?:click|tap)\ here|getty\ images
    |page\ \d+$)""",
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE: Final = re.compile(
    r"^(?:By|(?:Words|Written|[Aa]dditional reporting|Reporting|Editing) by) [A-ZÀ-Þ][\w’'.-]+(?: |$|,)"
)
_AMONG: Final = re.compile(
    r"\b(?:min(?:ute)?s? read|all rights reserved|privacy policy|share this (?:article|story)|\d+ comments?)\b",
    re.IGNORECASE,
)
"""Words of furniture that stand in the middle of short lines."""

_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')\]]*$")
LONGEST_PIECE: Final = 5_000
"""Characters that are parsed as one: spaCy takes a gigabyte for a hundred thousand and refuses a million (E088), and of
60,000 in one piece each sentence takes three times as long. The articles that quality is measured on have 850."""
_BETWEEN: Final = re.compile(r"""[.!?…]["”’)\]]{0,3}\s{1,30}(?=["“‘(\[]{0,3}[A-ZÀ-Þ0-9])""")
"""Where one sentence may end and another begin."""
_SURELY_BETWEEN: Final = re.compile(rf"(?<=[a-z0-9]{{5}}){_BETWEEN.pattern}")
"""The same after a word that is no abbreviation."""
_LONGEST_GAP: Final = 40
"""Characters of such a gap, and of what is looked at around it."""
_SHORT_LINE: Final = 12
"""Words under which a paragraph without a full stop is a heading or caption, not a sentence."""
_FURNITURE_WORDS: Final = 24
"""Words up to which a line that begins like furniture is furniture."""
_BULLET: Final = re.compile(r"[-*•‣▪–]\s+(?=\S)")
_NUMBER: Final = re.compile(r"(?:step\s+)?\(?(\d{1,2})[.):]\s+(?=\S)", re.IGNORECASE)
_CELLS: Final = re.compile(r"\S\s*(?:\||\t)\s*\S")
_FEWEST: Final = 2
_FIRST_PARAGRAPHS: Final = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The stretches of running text with the number of their paragraph, what is left aside, and the lists."""

    text: tuple[tuple[int, Span], ...]
    skipped: tuple[Span, ...]
    lists: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    number: int | None  # of a numbered item
    item: bool


def layout(article: Article, quotations: Sequence[Quotation]) -> Layout:
    """Tell running text from furniture, paragraph by paragraph and in lists line by line."""
    wanted: list[tuple[int, Span]] = []
    skipped: list[Span] = []
    lists: list[Listing] = []
    lead: Span | None = None
    for number, paragraph in enumerate(article.paragraphs, 1):
        inside = any(q.inner.start < paragraph.start and paragraph.end <= q.outer.end for q in quotations)
        lines = [] if inside else list(_lines(article, paragraph))
        items = [line for line in lines if line.item]
        for span in [paragraph] if inside else _units(lines):
            if not inside and _is_furniture(article.at(span), listed=any(item.span == span for item in items)):
                skipped.append(span)
                continue
            near = number <= _FIRST_PARAGRAPHS or not wanted
            dateline = _DATELINE.match(article.at(span)) if near else None
            begin = span.start + (dateline.end() if dateline else 0)
            for piece, whole in pieces_of(article.text, Span(begin, span.end)):
                if whole:
                    wanted.append((number, piece))
                else:
                    skipped.append(piece)
        if len(items) >= _FEWEST:
            before = next((line.span for line in lines if not line.item and line.text.endswith(":")), lead)
            lists.append(_listing(article, before, items))
        last = article.at(paragraph).rstrip()
        lead = Span(paragraph.start, paragraph.start + len(last)) if last.endswith(":") else None
    return Layout(tuple(wanted), tuple(skipped), tuple(lists))


def pieces_of(text: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """A stretch of running text in pieces that can be parsed, cut between sentences; whether each holds whole ones.

    What goes on for longer than any sentence is a piece that does not: a table that lost its lines, or a riddle.
    """
    start = span.start
    while span.end - start > LONGEST_PIECE:
        room = range(start, start + LONGEST_PIECE)
        end = _last_end(_SURELY_BETWEEN, text, room) or _last_end(_BETWEEN, text, room)
        whole = end > 0
        if not whole:
            found = _BETWEEN.search(text, room.stop - _LONGEST_GAP, span.end)
            end = found.end() if found else span.end
        yield Span(start, end), whole
        start = end
    if start < span.end:
        yield Span(start, span.end), True


def _last_end(between: re.Pattern[str], text: str, room: range) -> int:
    """Where the last of some gaps ends, 0 where there is none."""
    return max((gap.end() for gap in between.finditer(text, room.start, room.stop)), default=0)


def _lines(article: Article, paragraph: Span) -> Iterator[_Line]:
    """The lines of a paragraph, the marks of list items left out."""
    start = paragraph.start
    for raw in article.at(paragraph).split("\n"):
        stripped = raw.strip()
        if stripped:
            at = start + len(raw) - len(raw.lstrip())
            bullet, numbered = _BULLET.match(stripped), _NUMBER.match(stripped)
            mark = bullet or numbered
            skip = mark.end() if mark else 0
            yield _Line(
                Span(at + skip, at + len(stripped)),
                stripped[skip:],
                int(numbered.group(1)) if numbered else None,
                mark is not None,
            )
        start += len(raw) + 1


def _units(lines: Sequence[_Line]) -> Iterator[Span]:
    """List items, furniture and rows of tables one by one; other lines together, as they were wrapped."""
    several = sum(line.item for line in lines) >= _FEWEST
    begun: Span | None = None
    ended = True
    for line in lines:
        furniture = ended and len(line.text.split()) < _FURNITURE_WORDS and _FURNITURE.match(line.text) is not None
        if (several and line.item) or furniture or _CELLS.search(line.text):
            if begun is not None:
                yield begun
            begun, ended = None, True
            yield line.span
        else:
            begun = Span(begun.start, line.span.end) if begun is not None else line.span
            ended = _SENTENCE_END.search(line.text) is not None
    if begun is not None:
        yield begun


def _is_furniture(text: str, *, listed: bool) -> bool:
    words = len(text.split())
    ended = _SENTENCE_END.search(text.rstrip()) is not None
    if _CELLS.search(text) and not ended:
        return True
    if words < _FURNITURE_WORDS and (_FURNITURE.match(text) or (_AMONG.search(text) and not ended)):
        return True
    if _BYLINE.match(text) and not ended and words < _SHORT_LINE:
        return True
    return not listed and not ended and words < _SHORT_LINE and not text.rstrip().endswith(":")


def _listing(article: Article, lead: Span | None, items: Sequence[_Line]) -> Listing:
    numbers = [item.number for item in items]
    return Listing(
        lead=Evidence.of(article, lead) if lead is not None else None,
        items=tuple(Evidence.of(article, item.span) for item in items),
        ordered=numbers == list(range(1, len(items) + 1)),
    )
