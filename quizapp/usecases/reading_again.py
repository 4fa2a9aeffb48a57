"""The article of a bank read once more, to see what its questions ask and what could not be asked."""

from quizapp.kit.errors import InputError
from quizapp.usecases.acquire import generate
from quizapp.usecases.coverage import Coverage, coverage
from quizapp.usecases.workspace import Workspace


class ReadingAgain:
    """A reading that can be watched, and stopped from another thread."""

    def __init__(self, workspace: Workspace, bank: str) -> None:
        self._workspace = workspace
        self._bank = bank
        self._stopped = False
        self.done = 0
        """Paragraphs that are read."""
        self.of = 0
        """Paragraphs there are; 0 until it has begun."""

    def stop(self) -> None:
        """End after the paragraph in work."""
        self._stopped = True

    def run(self) -> Coverage:
        """Read, and say what the bank's questions ask of each sentence.

        Raises:
            InputError: the library has no such bank, or there is no text that can be read.
            BankError: it cannot be read.
        """
        bank = self._workspace.library.bank(self._bank)
        if not bank.article.text.strip():
            raise InputError("this bank has no article to look at")
        return coverage(generate(bank.article, progress=self._progress), bank=bank)

    def _progress(self, done: int, of: int) -> bool:
        self.done, self.of = done, of
        return not self._stopped
