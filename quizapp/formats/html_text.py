"""Foreign HTML as the text that a reader of it sees."""

from typing import Final

from lxml import etree, html

_HIDDEN: Final = frozenset({"script", "style", "head", "template"})
_LINES: Final = frozenset("br p div li tr h1 h2 h3 h4 h5 h6 ul ol table blockquote pre".split())


def text_of_html(markup: str) -> str:
    """The text of a piece of HTML: blocks on lines of their own, scripts, styles and comments gone.

    Raises:
        ValueError: it is so deeply nested that a part of it would be lost.
    """
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(f"<div>{markup}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return markup.strip()
    check_depth(parser)
    lines = (line.lstrip().rstrip(" \t") for line in "".join(_pieces(root)).split("\n"))
    return "\n".join(filter(None, lines)).strip()


def check_depth(parser: html.HTMLParser) -> None:
    """Refuse what a parser has read in part.

    Raises:
        ValueError: it is nested so deeply that the rest was dropped.
    """
    if any(_DEEP in entry.message for entry in parser.error_log):
        raise ValueError("its markup is nested too deeply to be read; take the tags around the text away")


_DEEP: Final = "Excessive depth"
"""How libxml2 says that it reads no further down."""


def _pieces(root: html.HtmlElement) -> list[str]:
    found: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        hides, breaks = element.tag in _HIDDEN, element.tag in _LINES
        if event == "start":
            hidden += hides
            found += ["\n"] * breaks
            found += [] if hidden else [element.text or ""]
        else:
            hidden -= hides
            found += ["\n"] * (breaks and element.tag != "br")
            found += [] if hidden else [element.tail or ""]
    return found
