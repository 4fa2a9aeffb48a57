"""Whether a bank could be read again, asked without its file: an import asks it of every question."""

from collections.abc import Iterator, Mapping
from itertools import count

from quizapp.bank.checks import problems
from quizapp.bank.shapes import entry_of
from quizapp.bank.syntax import Node
from quizapp.bank.writer import fields_of
from quizapp.model.item import Bank

_HALF = "a text holds half of a letter, which no file can hold"


def faults_of(bank: Bank) -> tuple[str, ...]:
    """What the strict reader would refuse in a bank as it is written, each once, in the order of the file."""
    try:
        root = _node(fields_of(bank), count(1))
    except UnicodeEncodeError:
        return (_HALF,)
    outcome = entry_of(root)
    wrong = [*(outcome if isinstance(outcome, list) else ()), *problems(root)]
    return tuple(dict.fromkeys(what for _, what in sorted(wrong)))


def _node(value: object, places: Iterator[int]) -> Node:
    """A value as the tree that reading it gives; places are counted, so that findings keep their order."""
    at = (next(places), 1)
    match value:
        case str():
            value.encode()
            return Node(str(value), at)
        case Mapping():
            return Node({name: _node(each, places) for name, each in value.items()}, at)
        case list() | tuple():
            return Node([_node(each, places) for each in value], at)
        case _:
            raise TypeError(value)
