"""What a document may not declare: entities can grow without end, or fetch files and pages (faults.md, A4)."""

import re
from typing import Final

from quizapp.kit.errors import InputError

_TYPE: Final = r"<!DOCTYPE(?:\"[^\"<]*+\"|'[^'<]*+'|[^<>\[])*+"
_SUBSET: Final = re.compile(
    rf"(?:[\s\ufeff\xef\xbb\xbf\xff\xfe]++|<!--.*?-->|<\?[^>]*+>|{_TYPE}>)*+{_TYPE}\[", re.IGNORECASE | re.DOTALL
)
"""A document type with declarations of its own, before the first element; what a text says of one is no such thing."""


def refuse_declarations(source: bytes | str, *, what: str) -> None:
    """Refuse a document whose DOCTYPE holds declarations; one that only names a document type is none of these.

    Raises:
        InputError: it does; `what` is what the sentence calls it.
    """
    # The letters of declarations are ASCII in all that documents are written in; of UTF-16 every other byte is zero.
    text = source if isinstance(source, str) else source.replace(b"\0", b"").decode("latin-1")
    if _SUBSET.match(text):
        raise declared(what)


def declared(what: str) -> InputError:
    """The refusal of what declares something."""
    return InputError(
        f"{what} declares XML entities or other rules of its own, which can hide an attack; save its text as .txt"
    )
