"""An article leaves the library, and comes back letter for letter as long as the app is open."""

from typing import Final

from quizapp.kit.text import one_line
from quizapp.usecases.library import Library, Removed

_TITLE_SHOWN: Final = 48
"""Characters of a title that name it in a sentence."""


class Deletion:
    """One article that was taken out of the library."""

    def __init__(self, library: Library, slug: str, title: str) -> None:
        """Take it out.

        Raises:
            InputError: the library has no such bank, or it is bundled.
            DiskError: the folder cannot be written.
        """
        self._library = library
        self._title = one_line(title, limit=_TITLE_SHOWN)
        self._removed: Removed | None = library.remove(slug)

    @property
    def steps(self) -> int:
        """Whether it can be brought back: 1 or 0."""
        return int(self._removed is not None)

    def undo(self) -> str | None:
        """Bring it back, and say so; None where it is there again.

        Raises:
            InputError: another bank has its place by now; nothing was changed.
            DiskError: the folder cannot be written.
        """
        if self._removed is None:
            return None
        self._library.put_back(self._removed)
        self._removed = None
        return f"Undone: “{self._title}” is back"
