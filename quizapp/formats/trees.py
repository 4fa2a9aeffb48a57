"""Somebody's HTML and XML as trees, and their text as a reader would see it; nothing is fetched or filled in."""

from typing import Final, TypeAlias

from lxml import etree, html

from quizapp.formats.html_text import check_depth
from quizapp.formats.words import ILLEGAL
from quizapp.formats.xml import broken_xml, careful_parser
from quizapp.kit.errors import InputError

Element: TypeAlias = etree._Element  # noqa: SLF001  lxml has no other name for the type

_BLOCKS: Final = frozenset("p div li tr ul ol table blockquote h1 h2 h3 h4 h5 h6 pre hr dt dd".split())
_UNSEEN: Final = frozenset(
    "script style head title template object iframe noscript feedbackInline feedbackBlock".split()
)


def parsed(markup: str) -> html.HtmlElement:
    """A fragment as a tree under one element; broken markup is read as browsers read it, and nothing is fetched."""
    return _parsed(markup, html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True))


def _parsed(markup: str, parser: html.HTMLParser) -> html.HtmlElement:
    try:
        return html.fragment_fromstring(_xml_safe(markup), create_parent="div", parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return html.fragment_fromstring("", create_parent="div")


def text_of(element: html.HtmlElement) -> str:
    """What stands in an element: one line for each block, spaces single."""
    pieces: list[str] = []
    _gather(element, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def plain(markup: str) -> str:
    """The text of a piece of HTML.

    Raises:
        ValueError: it is so deeply nested that a part of it would be lost.
    """
    if not any(mark in markup for mark in "<&\n\t\xa0"):
        return " ".join(markup.split())
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    root = _parsed(markup, parser)
    check_depth(parser)
    return text_of(root)


def _gather(element: html.HtmlElement, pieces: list[str]) -> None:
    """Walk without recursion: a tree from outside can be deeper than a stack."""
    for event, node in _walk(element):
        block = node.tag in _BLOCKS
        if event == "start":
            pieces.append("\n" if block or node.tag == "br" else "")
            pieces.append(node.text or "")
        else:
            pieces.append("\n" if block else "")
            pieces.append((node.tail or "") if node is not element else "")


def _walk(element: html.HtmlElement) -> list[tuple[str, html.HtmlElement]]:
    steps, stack = [], [("start", element)]
    while stack:
        event, node = stack.pop()
        if event == "end" or node.tag not in _UNSEEN:
            steps.append((event, node))
        if event == "start":
            stack.append(("end", node))
            if node.tag not in _UNSEEN:
                stack.extend(("start", child) for child in reversed(node))
    return steps


def _xml_safe(markup: str) -> str:
    """Without the characters that no tree of lxml may hold."""
    return ILLEGAL.sub("\ufffd", markup)


def xml_of(content: bytes) -> Element:
    """The root of an XML file, its namespaces left off; nothing is fetched, no entity is filled in.

    Raises:
        InputError: it is broken, too deep, or declares entities.
    """
    try:
        root: Element = etree.fromstring(content, careful_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken_xml(error) from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        raise InputError("this XML declares entities of its own, which are never filled in; export it without")
    for node in root.iter(etree.Element):
        node.tag = etree.QName(node).localname
    return root
