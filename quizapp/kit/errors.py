"""One tree of errors; each is a finished sentence and knows its exit code."""

import errno
from dataclasses import dataclass
from typing import ClassVar, Final

from quizapp.kit.text import one_line


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something is wrong: 1-based line and column, 0 when unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number > 0]
        return one_line(":".join([self.file, *numbers]), limit=300)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in an input: what happened, where, and what to do."""

    place: Place
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {one_line(self.what, limit=600)}"


class QuizappError(Exception):
    """Any failure we expect; its text says what happened and what to do, already safe to print."""

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, *, place: Place | None = None) -> None:
        self.place = place
        text = one_line(message, limit=1200)
        super().__init__(f"{place}: {text}" if place else text)


class UsageError(QuizappError):
    """The command was given in a way it cannot be carried out."""

    exit_code = 2


class InputError(QuizappError):
    """An article, a bank or an import that cannot be used."""

    exit_code = 3


class BankError(InputError):
    """A bank with findings; all are counted, the first twenty are shown."""

    shown: ClassVar[int] = 20

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__(str(findings[0]) if findings else "this bank cannot be read")

    def lines(self) -> list[str]:
        """The first twenty findings, and how many more there are."""
        lines = [str(finding) for finding in self.findings[: self.shown]]
        rest = len(self.findings) - self.shown
        return [*lines, f"… and {rest} more"] if rest > 0 else lines


class NewerBankError(BankError):
    """A bank that a newer quizapp wrote: nothing in it is wrong, and the program is what to mend."""


class StudyDataError(QuizappError):
    """Study data that is corrupt, newer than this program, locked or not ours."""

    exit_code = 4


class DiskError(QuizappError):
    """A disk that is full, or a place that may not be read or written."""

    exit_code = 5


_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def is_forbidden(error: OSError) -> bool:
    """Whether a permission is missing, so that making room is of no use."""
    return error.errno in _FORBIDDEN


def mending(error: OSError) -> str:
    """What a person can do so that a place can be written."""
    return "allow writing there" if is_forbidden(error) else "make room"


class NetworkError(QuizappError):
    """A web address from which nothing could be fetched."""

    exit_code = 6


class TerminalError(QuizappError):
    """No terminal that the app could use."""

    exit_code = 7
