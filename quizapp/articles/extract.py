"""What a format yields: its text, and what it says about itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """Readable text with line feeds, blank lines between paragraphs; title, byline and date are empty when unknown."""

    text: str
    title: str = ""
    byline: str = ""
    date: str = ""
