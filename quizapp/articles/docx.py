"""A Word document becomes plain text; heads, feet, comments and deleted words are no part of it."""

import io
from typing import Any, Final
from xml.parsers.expat import ExpatError

import mammoth

from quizapp.articles.bylines import author_of, printed_above
from quizapp.articles.extract import Extract
from quizapp.articles.markup import blocks_of, heading_of, tree_of
from quizapp.articles.zipped import Archive
from quizapp.kit.errors import InputError

_SAYS: Final = "docProps/core.xml"
_STYLE_SHEET: Final = "word/styles.xml"
_NAMES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
_TEMPLATE: Final = "python-docx"
"""The author of the template that this library begins with; the date is the template's, too."""
_STYLES: Final = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"


def extract_docx(data: bytes) -> Extract:
    """The text, with its title, and with author and date as they are printed above it, else as the document says them.

    Raises:
        InputError: it is damaged, protected or an attack.
    """
    archive = Archive(data)
    for name in sorted(archive.names):
        if name.endswith((".xml", ".rels")):
            archive.xml(name)  # for its refusals, before a parser that is less careful
    said = _said(archive)
    tree = tree_of(_html(data))
    if tree is None:
        return Extract(text="")
    text = blocks_of(tree)
    printed = printed_above(text)
    return Extract(
        text=text,
        title=said["title"] or heading_of(tree),
        byline=printed.byline or author_of(said["creator"]),
        date=printed.date or ("" if said["creator"] == _TEMPLATE else said["created"]),
        language=said["language"] or _usual_language(archive),
    )


def _usual_language(archive: Archive) -> str:
    """The language that the styles give to all text."""
    if _STYLE_SHEET not in archive.names:
        return ""
    found = archive.xml(_STYLE_SHEET).find(".//w:docDefaults//w:lang", _NAMES)
    return "" if found is None else found.get(f"{{{_NAMES['w']}}}val") or ""


def _html(data: bytes) -> str:
    try:
        found = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_picture)
        )
    except (LookupError, ValueError, AttributeError, TypeError, OSError, ExpatError):
        raise InputError("this Word document is damaged; open it in Word and save it again") from None
    return str(found.value)


def _no_picture(image: Any) -> dict[str, str]:
    return {"src": ""}


def _said(archive: Archive) -> dict[str, str]:
    """What the document says about itself; a template's “Title” is no title."""
    if _SAYS not in archive.names:
        return {"title": "", "creator": "", "created": "", "language": ""}
    core = archive.xml(_SAYS)
    title, creator, created, language = (
        " ".join((core.findtext(path, namespaces=_NAMES) or "").split())
        for path in ("dc:title", "dc:creator", "dcterms:created", "dc:language")
    )
    title = "" if title.lower() == "title" else title
    return {"title": title, "creator": creator, "created": created[:10], "language": language}
