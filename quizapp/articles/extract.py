"""What a format yields: its text, and what it says about itself."""

from dataclasses import dataclass

from quizapp.model.article import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """Readable text with line feeds, blank lines between paragraphs.

    Title, byline, date and language are empty when unknown; the language is the tag that the document declares. `parts`
    are the pages or chapters, in the order of the text; none for formats that have none. `shown` is how many words the
    document shows, with everything around its article; 0 where nobody counted. `remark` is what has to be told about
    how it was read.
    """

    text: str
    title: str = ""
    byline: str = ""
    date: str = ""
    parts: tuple[Part, ...] = ()
    shown: int = 0
    language: str = ""
    remark: str = ""


BLANK = "\n\n"
"""What stands between two blocks."""


def joined_parts(named: list[tuple[str, str]]) -> tuple[str, tuple[Part, ...]]:
    """The texts of named parts as one text, and where each part begins; parts without text are left out."""
    text = ""
    parts = []
    for name, body in named:
        if not body:
            continue
        text += BLANK if text else ""
        parts.append(Part(at=len(text), name=name))
        text += body
    return text, tuple(parts)
