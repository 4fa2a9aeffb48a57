"""Foreign XML, read without entities, document types, networks and bottomless trees."""

from typing import Final

from lxml import etree

from quizapp.kit.errors import InputError, Place

_DECLARED: Final = (b"<!DOCTYPE", b"<!ENTITY")
_HUGE: Final = "XML_PARSE_HUGE"
"""What libxml2 names in its message where a bound of its own is reached."""


def careful_parser() -> etree.XMLParser:
    """A parser that fills in no entity, fetches nothing, and refuses trees without end."""
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def broken_xml(error: Exception) -> InputError:
    """What a parser says of XML that it cannot read, in our words, with the place where it stopped."""
    if not isinstance(error, etree.XMLSyntaxError):
        return InputError("this is no XML; export it again")
    if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
        return InputError("this XML is too large to be read; export fewer questions at a time")
    place = Place("", error.lineno or 0, error.offset or 0)
    if _HUGE in str(error):
        return InputError("this XML is nested too deeply, or holds a text without end; export it again", place=place)
    return InputError("this XML is broken here, or just before; export it again", place=place)


def tree_of(content: bytes) -> etree._Element:
    """The root of a document.

    Raises:
        InputError: it is broken, too deep, or declares a document type.
    """
    refused = InputError("this XML declares a document type, which is never followed; remove it")
    if any(mark in content for mark in _DECLARED):
        raise refused
    try:
        root = etree.fromstring(content.lstrip(), careful_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken_xml(error) from None
    if root is None or root.getroottree().docinfo.doctype:
        raise refused
    return root
