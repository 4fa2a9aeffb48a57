"""An article: what came from outside, and ranges of its text."""

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

_BLOCK: Final = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of an article's text, counted in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence's span and the 1-based number of its paragraph."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A page or a chapter: its name, and the offset of the text at which it begins."""

    at: int
    name: str

    def __post_init__(self) -> None:
        if self.at < 0 or not self.name:
            raise ValueError(f"not a part: {self.name!r} at {self.at}")


@dataclass(frozen=True, kw_only=True)
class Article:
    """A text to ask about; offsets everywhere count the code points of `text`, whose newlines are line feeds.

    `parts` are the pages or chapters it came in, in the order of the text; most articles have none. `remark` is what
    has to be told about how it was read; it is said once and kept nowhere.
    """

    id: str
    title: str
    source: str
    text: str
    language: str = "en"
    byline: str = ""
    date: str = ""
    parts: tuple[Part, ...] = ()
    remark: str = field(default="", compare=False)

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal digest of the text's UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The blocks of text between blank lines, the title line left out when the text begins with it."""
        spans = tuple(Span(match.start(), match.end()) for match in _BLOCK.finditer(self.text))
        if len(spans) > 1 and self.at(spans[0]).strip() == self.title.strip():
            return spans[1:]
        return spans

    @cached_property
    def words(self) -> int:
        """How many words the text has, split at white space."""
        return len(self.text.split())

    def at(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def paragraph_of(self, span: Span) -> int:
        """The 1-based number of the paragraph in which a span begins, 0 for the title."""
        return bisect_right(self._beginnings, span.start)

    @cached_property
    def _beginnings(self) -> tuple[int, ...]:
        return tuple(paragraph.start for paragraph in self.paragraphs)

    def place_of(self, span: Span) -> str:
        """Where a span begins, for people: its paragraph, and its page or chapter where the article has some."""
        part = self.part_of(span)
        return f"¶{self.paragraph_of(span)}" + (f", {part}" if part else "")

    def part_of(self, span: Span) -> str:
        """The name of the page or chapter in which a span begins, empty where the article has none."""
        return next((part.name for part in reversed(self.parts) if part.at <= span.start), "")
