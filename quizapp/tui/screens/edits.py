"""Editing a question from where it is asked or was missed, and taking the last edit back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quizapp.kit.errors import QuizappError
from quizapp.model.item import Item
from quizapp.model.memory import ItemKey
from quizapp.tui.background import in_thread
from quizapp.tui.host import host_of
from quizapp.tui.screens.page import Page
from quizapp.tui.screens.revising_page import bare
from quizapp.tui.trail import NOTHING
from quizapp.usecases.workspace import Workspace

if TYPE_CHECKING:
    from quizapp.usecases.revising import Revision, Saved
    from quizapp.usecases.study import Sitting

_NOT_OURS = "The demo's questions are not in your library; there is nothing to edit."


class Edited:
    """One edit of a question from where it is asked or was missed, which can be taken back."""

    def __init__(
        self, revision: "Revision", key: ItemKey, sitting: "Sitting", taken_up: Callable[[ItemKey, Item], None]
    ) -> None:
        self._revision = revision
        self.sitting = sitting
        """In which it was made."""
        self._key = key
        self._taken_up = taken_up

    @property
    def steps(self) -> int:
        """One, until it is taken back."""
        return min(self._revision.steps, 1)

    @property
    def path(self) -> Path:
        """The file that holds the question."""
        return self._revision.path

    def undo(self) -> str | None:
        """Take it back, and ask the question as it was."""
        undone = self._revision.undo()
        item = next((each for each in self._revision.items if each.id == self._key.item), None)
        if undone is not None and item is not None:
            self._taken_up(self._key, item)
        return undone


class Edits:
    """The edits of one page; `taken_up` is told each question as it is now."""

    def __init__(self, page: Page, taken_up: Callable[[ItemKey, Item], None]) -> None:
        self._page = page
        self._taken_up = taken_up

    async def open(self, sitting: "Sitting", key: ItemKey) -> None:
        """Open the form on a question of a sitting."""
        from quizapp.tui.screens.edit import EditPage  # imported when it is first needed

        if not sitting.of_library:
            self._page.say(_NOT_OURS)
            return
        try:
            revision = await in_thread(partial(_open, host_of(self._page).workspace, key))
        except QuizappError as error:
            self._page.say(bare(error), error=True)
            return
        if revision is None:
            self._page.say("Your library has this question no more.")
            return
        page = EditPage(revision, key.item, saved=partial(self._keep, revision, key, sitting))
        self._page.call_later(self._page.app.push_screen, page)

    def _keep(self, revision: "Revision", key: ItemKey, sitting: "Sitting", saved: "Saved") -> None:
        host_of(self._page).trail.heed(Edited(revision, key, sitting, self._taken_up))
        self._taken_up(key, saved.item)

    def undo(self, sitting: "Sitting | None") -> str | None:
        """Take back the last step where it was made in this sitting, and say which it was.

        Raises:
            QuizappError: the file refuses it.
        """
        trail = host_of(self._page).trail
        undone = trail.undo(lambda one: one is sitting or (isinstance(one, Edited) and one.sitting is sitting))
        return None if undone is None else undone[1]


NOTHING_HERE: Final = "Nothing to undo here yet; in the Library it takes back what was done before."


def nothing_to_undo(page: Page) -> str:
    """What to say where nothing can be taken back here."""
    return NOTHING if host_of(page).trail.last is None else NOTHING_HERE


def _open(workspace: Workspace, key: ItemKey) -> "Revision | None":
    """The bank of a question, opened at it; None where the library has it no more."""
    from quizapp.usecases.revising import open_revision, slug_about  # the bank's reader and writer come with it

    slug = slug_about(workspace, key.article)
    revision = open_revision(workspace, slug, item_id=key.item) if slug is not None else None
    here = revision.item if revision is not None else None
    return revision if here is not None and here.id == key.item else None
