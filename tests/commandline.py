"""What a command of quizapp left behind, for the tests that run one."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """Exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def both(self) -> str:
        """Everything that was printed."""
        return self.out + self.err


Command = Callable[..., Said]
