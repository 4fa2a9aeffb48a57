"""What the articles of a library can be found by: the words of their questions."""

from collections.abc import Mapping

from quizapp.kit.errors import QuizappError
from quizapp.kit.text import reading
from quizapp.model.item import key_text
from quizapp.usecases.workspace import Workspace


def words_of(workspace: Workspace) -> Mapping[str, str]:
    """By slug, every question with its answer, as a reader takes them; a bank that is damaged has none.

    Raises:
        DiskError: the library may not be read.
    """
    found: dict[str, str] = {}
    for entry in workspace.library.entries():
        try:
            bank = workspace.library.bank(entry.slug)
        except QuizappError:
            continue  # which the library shows in its row
        found[entry.slug] = "\n".join(reading(f"{item.stem} {key_text(item)}") for item in bank.items)
    return found
