"""The corpus as a whole: nothing wrong is ever taken, and hardly anything right is refused."""

from builders import make_item
from grading.corpus import TABLES
from grading.test_pairs import DATES, LONG, NUMBERS, NUMBERS_IN_WORDS, WORDS
from quizapp.grading.grade import grade
from quizapp.model.item import Item
from quizapp.model.outcome import Outcome
from quizapp.model.response import Typed

FEWEST = 400
MOST_REFUSED = 0.02
"""Share of right answers that may be refused; none that is wrong may be taken."""

Pair = tuple[Item, str, bool]


def _asked(key: str) -> Item:
    return make_item("short", key=key, accepted=(), stem="Which one was it?")


def pairs() -> list[Pair]:
    """Every judged pair: what was asked, what was given, whether a fair teacher takes it."""
    judged = [
        (_asked(key), given, outcome.counts_as_right)
        for table in (WORDS, DATES, NUMBERS_IN_WORDS, LONG)
        for key, answers in table.items()
        for given, outcome in answers.items()
    ]
    judged += [
        (item, given, verdict.counts_as_right) for item, answers in NUMBERS for given, verdict in answers.items()
    ]
    judged += [
        (_asked(key), given, verdict != "W")
        for table in TABLES
        for key, answers in table.items()
        for given, verdict in answers.items()
    ]
    return judged


def _taken(pair: Pair) -> bool:
    outcome: Outcome = grade(pair[0], Typed(fields=(pair[1],))).outcome
    return outcome.counts_as_right


def _shown(wrong: list[Pair]) -> str:
    return "\n".join(f"{getattr(item, 'key', '')!r} ← {given!r}" for item, given, _ in wrong)


def test_the_corpus_is_large_enough() -> None:
    """A few pairs would prove little."""
    assert len(pairs()) >= FEWEST


def test_nothing_wrong_is_taken() -> None:
    """No false acceptance at all."""
    wrong = [pair for pair in pairs() if not pair[2] and _taken(pair)]
    assert not wrong, _shown(wrong)


def test_hardly_anything_right_is_refused() -> None:
    """False rejections stay under two per cent."""
    right = [pair for pair in pairs() if pair[2]]
    refused = [pair for pair in right if not _taken(pair)]
    assert len(refused) / len(right) < MOST_REFUSED, _shown(refused)


def test_a_slip_is_told_from_a_right_answer() -> None:
    """What was right but for a slip suggests Hard: it is close, not right."""
    clean = [
        (key, given, verdict)
        for table in TABLES
        for key, answers in table.items()
        for given, verdict in answers.items()
        if verdict != "W" and _taken((_asked(key), given, True))
    ]
    outcomes = {"R": Outcome.RIGHT, "C": Outcome.CLOSE}
    differing = [
        f"{key!r} ← {given!r}"
        for key, given, verdict in clean
        if grade(_asked(key), Typed(fields=(given,))).outcome is not outcomes[verdict]
    ]
    assert not differing, "\n".join(differing)
