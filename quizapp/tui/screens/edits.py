"""Editing a question from where it is asked or was missed, and taking the last edit back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from quizapp.kit.errors import QuizappError
from quizapp.model.item import Item
from quizapp.model.memory import ItemKey
from quizapp.tui.background import in_thread
from quizapp.tui.host import host_of
from quizapp.tui.screens.page import Page
from quizapp.tui.screens.revising_page import bare
from quizapp.usecases.workspace import Workspace

if TYPE_CHECKING:
    from quizapp.usecases.revising import Revision, Saved
    from quizapp.usecases.study import Sitting

_NOT_OURS = "The demo's questions are not in your library; there is nothing to edit."


class Edits:
    """The edits of one page; `taken_up` is told each question as it is now."""

    def __init__(self, page: Page, taken_up: Callable[[ItemKey, Item], None]) -> None:
        self._page = page
        self._taken_up = taken_up
        self._last: tuple[Revision, ItemKey] | None = None

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
        page = EditPage(revision, key.item, saved=partial(self._keep, revision, key))
        self._page.call_later(self._page.app.push_screen, page)

    def _keep(self, revision: "Revision", key: ItemKey, saved: "Saved") -> None:
        self._last = (revision, key)
        self._taken_up(key, saved.item)

    def forget(self) -> None:
        """Something else was done since: undo is about that."""
        self._last = None

    def undo(self) -> str | None:
        """Take the last edit back and say so; None where that is not the last thing that was done."""
        if self._last is None:
            return None
        (revision, key), self._last = self._last, None
        try:
            undone = revision.undo()
        except QuizappError as error:
            return bare(error)
        item = next((each for each in revision.items if each.id == key.item), None)
        if item is not None:
            self._taken_up(key, item)
        return undone


def _open(workspace: Workspace, key: ItemKey) -> "Revision | None":
    """The bank of a question, opened at it; None where the library has it no more."""
    from quizapp.usecases.revising import open_revision, slug_about  # the bank's reader and writer come with it

    slug = slug_about(workspace, key.article)
    revision = open_revision(workspace, slug, item_id=key.item) if slug is not None else None
    here = revision.item if revision is not None else None
    return revision if here is not None and here.id == key.item else None
