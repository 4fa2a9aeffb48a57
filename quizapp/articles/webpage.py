"""A web page becomes plain text: the article without menus, adverts and what the page hides."""

import logging
import re
from typing import Any, Final

import trafilatura
from trafilatura.settings import Document
from trafilatura.utils import HTML_PARSER, load_html

from quizapp.articles.bylines import author_of, named
from quizapp.articles.declarations import refuse_declarations
from quizapp.articles.extract import Extract
from quizapp.articles.markup import refuse_cut
from quizapp.kit.errors import InputError

# Characters that XML has none of: the parser lets &#27; in and then fails on what it made of it.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STUB: Final = 250
"""Words; what pages show to everybody before a paywall is less."""
# What publishers say to search engines (schema.org), what their walls are called, and what is written on them.
_PAYWALL: Final = re.compile(
    r"""isAccessibleForFree["']?\s*:\s*["']?false|(?:class|id)=["'][^"']{0,80}paywall"""
    r"|subscribe (?:now )?to (?:continue|keep|read)|already a subscriber|(?:article|story) is for subscribers",
    re.IGNORECASE,
)
_FOLD: Final = "translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\n', 'abcdefghijklmnopqrstuvwxyz')"
_HIDDEN: Final = (
    f"//*[@hidden or contains({_FOLD}, 'display:none') or contains({_FOLD}, 'visibility:hidden')] | //template"
)

_LANGUAGE: Final = (
    "/html/@lang | /html/@*[name()='xml:lang'] | //body/@lang"
    " | //meta[translate(@http-equiv, 'CL', 'cl')='content-language']/@content | //meta[@property='og:locale']/@content"
)
"""Where a page declares its language; the first counts."""
_SEEN: Final = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::nav)]"
"""What a reader sees of a page, menus left aside."""


def extract_html(source: str) -> Extract:
    """The article of a page; empty text when there is none.

    Raises:
        InputError: the page shows only the beginning, the rest being for subscribers, is too deeply nested, or declares
            entities.
    """
    refuse_declarations(source, what="this page")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are about pages, which we report
    tree = _tree(_CONTROL.sub("\ufffd", source))
    if tree is None or not _without_hidden(tree):
        return Extract(text="")
    language = next(iter(tree.xpath(_LANGUAGE)), "")
    words = sum(len(text.split()) for text in tree.xpath(_SEEN))  # before trafilatura takes the tree apart
    found = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        # the extensive search guesses dates from any number in the page
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(found, Document):
        return Extract(text="")
    text = _paragraphs(found.text or "")
    _refuse_stub(text, source)
    return Extract(
        text=text,
        title=" ".join((found.title or "").split()),
        byline=named([name for name in map(author_of, (found.author or "").split(";")) if name]),
        date=found.date or "",
        shown=words,
        language=language,
    )


def _refuse_stub(text: str, source: str) -> None:
    """Refuse what a paywall leaves, which would be asked about as if it were the article."""
    words = len(text.split())
    if words < _STUB and _PAYWALL.search(source):
        raise InputError(
            f"this page shows only {words} words of its article, the rest is for subscribers; sign in with your"
            " browser and paste the text"
        )


def _tree(source: str) -> Any:
    """The page's tree, a fragment wrapped: a root that is to be cleaned away makes the search for a date fail."""
    tree = load_html(source)
    refuse_cut(HTML_PARSER)
    if tree is not None and tree.tag != "html":
        tree = load_html(f"<html><body>{source}</body></html>")
    for element in () if tree is None else tree.iter():
        _mark_controls(element)
    return tree


def _mark_controls(element: Any) -> None:
    """Put a mark in the place of each control that an element holds."""
    if _CONTROL.search(element.text or ""):
        element.text = _CONTROL.sub("\ufffd", element.text)
    if _CONTROL.search(element.tail or ""):
        element.tail = _CONTROL.sub("\ufffd", element.tail)
    for name, value in element.attrib.items():
        if _CONTROL.search(value):
            element.attrib[name] = _CONTROL.sub("\ufffd", value)


def _without_hidden(tree: Any) -> bool:
    """Take out what the page hides; False when that is the whole page."""
    for element in tree.xpath(_HIDDEN):
        if element.getparent() is None:
            return False
        element.drop_tree()
    return True


def _paragraphs(text: str) -> str:
    """One block a line; the items of a list stay together as lines."""
    blocks: list[str] = []
    inside = False
    for line in filter(None, map(str.strip, text.split("\n"))):
        item = line.startswith("- ")
        if item and inside:
            blocks[-1] += "\n" + line[2:]
        else:
            blocks.append(line.removeprefix("- "))
        inside = item
    return "\n\n".join(blocks)
