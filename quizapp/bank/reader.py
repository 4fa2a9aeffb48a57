"""A bank's bytes become a Bank, or every reason why they cannot."""

from collections.abc import Iterable

from quizapp.bank.building import build
from quizapp.bank.checks import problems
from quizapp.bank.decoding import EMPTY, decoded
from quizapp.bank.shapes import entry_of, newer_format
from quizapp.bank.syntax import Problem, read_tree
from quizapp.kit.errors import BankError, Finding, NewerBankError, Place
from quizapp.model.item import Bank


def read_bank(data: bytes, *, file: str) -> Bank:
    """Read a bank strictly; `file` is only used to name places in findings.

    Raises:
        BankError: with all findings, each at file:line:column, in the order of the file.
    """
    tree = read_tree(decoded(data, file=file))
    if tree.root is None:
        raise _error(tree.problems or [((1, 1), EMPTY)], file)
    if newer := newer_format(tree.root):
        raise NewerBankError(_error([newer], file).findings)
    outcome = entry_of(tree.root)
    wrong = [*(outcome if isinstance(outcome, list) else ()), *problems(tree.root)]
    # What YAML refused leaves a hole; what is wrong with the hole is no news.
    holes = {at for at, _ in tree.problems}
    found = (*tree.problems, *(problem for problem in wrong if problem[0] not in holes))
    if found or isinstance(outcome, list):
        raise _error(found, file)
    return build(outcome)


def _error(found: Iterable[Problem], file: str) -> BankError:
    """All problems once, in the order of the file."""
    return BankError(tuple(Finding(Place(file, *at), what) for at, what in sorted(set(found))))
