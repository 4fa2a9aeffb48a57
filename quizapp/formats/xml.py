"""Foreign XML, read without entities, document types, networks and bottomless trees."""

from typing import Final

from lxml import etree

from quizapp.kit.errors import InputError, Place

_DECLARED: Final = (b"<!DOCTYPE", b"<!ENTITY")


def careful_parser() -> etree.XMLParser:
    """A parser that fills in no entity, fetches nothing, and refuses trees without end."""
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def tree_of(content: bytes, *, name: str) -> etree._Element:
    """The root of a document.

    Raises:
        InputError: it is broken, too deep, or declares a document type.
    """
    refused = InputError("this XML declares a document type, which is never followed; remove it", place=Place(name))
    if any(mark in content for mark in _DECLARED):
        raise refused
    try:
        root = etree.fromstring(content.lstrip(), careful_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        line = error.lineno or 0 if isinstance(error, etree.XMLSyntaxError) else 0
        said = str(error).partition(" (<string>")[0]
        raise InputError(f"this is no readable XML ({said})", place=Place(name, line)) from None
    if root is None or root.getroottree().docinfo.doctype:
        raise refused
    return root
