"""How articles are read: the options of every command that reads some."""

from dataclasses import dataclass
from typing import Annotated, Final

from cyclopts import Parameter

from quizapp.cli.options import Encoding

NAMELESS: Final = "Piped or copied text is Markdown if it begins with front matter or holds a # heading line or a link."
"""Help for where text comes from that has no name to say what it is."""


@Parameter(name="*")
@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How articles are read; the options of every command that reads some."""

    encoding: Encoding = None
    chapter: Annotated[
        int | None,
        Parameter(
            name="--chapter", help="Of a book (.epub), only the chapter of this number in its table of contents."
        ),
    ] = None
    clipboard: Annotated[
        bool, Parameter(name="--clipboard", negative="", help="Read what was copied last, as an article.")
    ] = False
    allow_private: Annotated[
        bool, Parameter(name="--allow-private", negative="", help="Fetch from private networks, too.")
    ] = False


AS_USUAL: Final = Reading()
