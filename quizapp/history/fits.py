"""FSRS's parameters as they were fitted to this log, only ever added to; the latest count."""

import json
from datetime import datetime
from math import isfinite
from typing import Final

from quizapp.history.database import Transaction
from quizapp.history.instants import LATEST, offset_minutes, to_micros
from quizapp.history.texts import are_whole
from quizapp.model.memory import PARAMETERS, Parameters


def fitted(transaction: Transaction) -> Parameters | None:
    """The parameters that count, the latest that make sense; None for FSRS's own."""
    for (text,) in transaction.execute(_LATEST_FIRST):
        numbers = _numbers(text)
        if numbers is not None:
            return numbers or None
    return None


def add_fit(transaction: Transaction, identity: str, parameters: Parameters | None, *, at: datetime) -> None:
    """Let parameters count from now on, None for FSRS's own; the cards are not moved."""
    transaction.execute(_ADD, (identity, to_micros(at), offset_minutes(at), json.dumps(list(parameters or ()))))


_SOUND: Final = f"FROM fits WHERE at BETWEEN 0 AND {LATEST}"
_LATEST_FIRST: Final = f"SELECT parameters {_SOUND} ORDER BY at DESC, id DESC"
_ADD: Final = (  # where the clock went back, what is added last is the latest all the same
    f"INSERT INTO fits (id, at, offset, parameters) SELECT ?, MAX(?, COALESCE(MAX(at), -1) + 1), ?, ? {_SOUND}"
)


def _numbers(text: str) -> Parameters | None:
    """The numbers in a row; None where it holds what was never written."""
    if not are_whole(text):
        return None
    try:
        found = json.loads(text)
    except ValueError:
        return None
    if not isinstance(found, list) or len(found) not in {0, PARAMETERS}:
        return None
    sound = all(isinstance(number, float) and isfinite(number) for number in found)
    return tuple(found) if sound else None
