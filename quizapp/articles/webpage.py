"""A web page becomes plain text: the article without menus, adverts and what the page hides."""

import logging
from typing import Any, Final

import trafilatura
from trafilatura.settings import Document
from trafilatura.utils import load_html

from quizapp.articles.extract import Extract

_FOLD: Final = "translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\n', 'abcdefghijklmnopqrstuvwxyz')"
_HIDDEN: Final = (
    f"//*[@hidden or contains({_FOLD}, 'display:none') or contains({_FOLD}, 'visibility:hidden')] | //template"
)


def extract_html(source: str) -> Extract:
    """The article of a page; empty text when there is none."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are about pages, which we report
    tree = load_html(source)
    if tree is None or not _without_hidden(tree):
        return Extract(text="")
    found = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        # the extensive search guesses dates from any number in the page
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(found, Document):
        return Extract(text="")
    return Extract(
        text=_paragraphs(found.text or ""),
        title=" ".join((found.title or "").split()),
        byline=found.author or "",
        date=found.date or "",
    )


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
    for line in filter(None, map(str.strip, text.splitlines())):
        item = line.startswith("- ")
        if item and inside:
            blocks[-1] += "\n" + line[2:]
        else:
            blocks.append(line.removeprefix("- "))
        inside = item
    return "\n\n".join(blocks)
