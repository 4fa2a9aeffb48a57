"""Checks of a question that a person writes or goes over: each a plain sentence, and what came of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from quizapp.bank.quotes import proves
from quizapp.bank.schema import DECIMAL
from quizapp.grading.numbers import parse_quantity
from quizapp.kit.durations import counted
from quizapp.kit.text import one_line, reading
from quizapp.model.article import Article
from quizapp.model.item import FEWEST_KEYS, FEWEST_PARTS, GAP
from quizapp.usecases.drafting import WITH_WRONG, Draft, Line
from quizapp.usecases.feedback import nothing_known
from quizapp.writing.phrases import content_words
from quizapp.writing.stems import LONGEST

GIVEN_AWAY: Final = 0.5
"""Share of an answer's words in the question from which drafts of our own are thrown away, too."""
FEWEST_WRONG: Final = 2
_ASKED_IN_THE_STEM: Final = frozenset({"true-false", "cloze", "matching", "ordering"})
"""Kinds whose stem may well name what is right."""


class Result(StrEnum):
    """What came of a check; a question with a failed one cannot be kept in a bank."""

    PASSED = "passed"
    REMARK = "remark"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Checked:
    """One check: what came of it, and a sentence without its capital and its full stop."""

    result: Result
    words: str


def proofread(
    draft: Draft, article: Article, *, accepted: tuple[str, ...] = (), close_to: int | None = None
) -> tuple[Checked, ...]:
    """Every check of a draft: the failed first, then remarks, then what holds.

    Args:
        draft: what is written; blank lines count for nothing.
        article: what it is about.
        accepted: wordings that count as right and are no lines of the draft.
        close_to: the number of another question that asks nearly the same.
    """
    found = [
        *_stem(draft),
        *_lines(draft),
        *_twice(draft),
        *_counted(draft, accepted),
        *_quantity(draft),
        *_proof(draft, article),
        *_leak(draft),
        *_reasons(draft, article),
        *_close(close_to),
    ]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.result)))


_ORDER: Final = (Result.FAILED, Result.REMARK, Result.PASSED)


def holds(checks: Iterable[Checked]) -> bool:
    """Whether a question can be kept in a bank."""
    return all(check.result is not Result.FAILED for check in checks)


def spotless(checks: Iterable[Checked]) -> bool:
    """Whether there is nothing to be looked at."""
    return all(check.result is Result.PASSED for check in checks)


def _failed(words: str) -> Checked:
    return Checked(Result.FAILED, words)


def _remark(words: str) -> Checked:
    return Checked(Result.REMARK, words)


def _passed(words: str) -> Checked:
    return Checked(Result.PASSED, words)


def _stem(draft: Draft) -> Iterator[Checked]:
    words = len(draft.stem.split())
    if not reading(draft.stem):
        yield _failed("the question is empty")
    elif words > LONGEST:
        yield _remark(f"the question has {words} words; more than {LONGEST} are hard to take in")
    else:
        yield _passed(f"the question has {counted(words, 'word')}")


# -- what is right and what is wrong


def _lines(draft: Draft) -> Iterator[Checked]:
    """Enough of each, and nothing that a reader cannot see."""
    for number, line in numbered(draft):
        unseen = not reading(line.text) or (_is_pair(draft, line) and not reading(line.prompt))
        if not line.blank and unseen:
            yield _failed(f"{_noun(draft)} {number} is empty on one side" if _is_pair(draft, line) else _unseen(number))
    if draft.kind in WITH_WRONG and draft.kind != "short" and len(draft.wrong) < _fewest_wrong(draft.kind):
        yield _failed(f"{counted(_fewest_wrong(draft.kind), 'wrong choice')} or more are needed")
    yield from _enough(draft, len(draft.right))


def _unseen(number: int) -> str:
    return f"a reader sees nothing in choice {number}"


def _enough(draft: Draft, right: int) -> Iterator[Checked]:
    """As many right lines as the kind takes."""
    match draft.kind:
        case "choice" if right != 1:
            yield _failed("no choice is right; mark one" if not right else f"{right} choices are right; mark one")
        case "short" | "numeric" if not right:
            yield _failed("there is no answer")
        case "multiple" if right < FEWEST_KEYS:
            yield _failed(f"{FEWEST_KEYS} or more choices have to be right")
        case "matching" if right < FEWEST_PARTS:
            yield _failed(f"{FEWEST_PARTS} or more pairs are needed")
        case "ordering" if right < FEWEST_PARTS:
            yield _failed(f"{FEWEST_PARTS} or more things are needed")
        case "cloze":
            yield _gaps(draft.stem.count(GAP), right)
        case _:
            return


def _gaps(gaps: int, answers: int) -> Checked:
    if gaps == answers and gaps:
        return _passed("one answer for each gap")
    return _failed(f"{counted(gaps, 'gap')} and {counted(answers, 'answer')}; a gap is written {GAP}")


def _fewest_wrong(kind: str) -> int:
    return {"choice": FEWEST_WRONG, "multiple": 1}.get(kind, 0)


def _twice(draft: Draft) -> Iterator[Checked]:
    """Nothing to choose from may read the same as another."""
    if draft.kind in {"true-false", "cloze"}:
        return
    texts = [(reading(line.text), number) for number, line in numbered(draft) if reading(line.text)]
    prompts = [(reading(line.prompt), number) for number, line in numbered(draft) if reading(line.prompt)]
    same = [*_doubles(texts), *_doubles(prompts)]
    for first, second in same:
        yield _failed(f"{_noun(draft)} {second} is the same as {_noun(draft)} {first}")
    if not same and len(texts) > 1:
        yield _passed(f"the {_noun(draft)}s differ")


def _counted(draft: Draft, accepted: tuple[str, ...]) -> Iterator[Checked]:
    counting = {reading(wording) for wording in accepted}
    for number, line in numbered(draft):
        if not line.right and reading(line.text) in counting:
            yield _failed(f"{_noun(draft)} {number} is among the wordings that count as right")


def _doubles(texts: list[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    for _, group in groupby(sorted(texts), key=lambda one: one[0]):
        first, *rest = (number for _, number in group)
        yield from ((first, number) for number in rest)


def _reasons(draft: Draft, article: Article) -> Iterator[Checked]:
    for number, line in numbered(draft):
        if not line.right and not line.why.strip() and reading(line.text):
            words = nothing_known(line.text, article)
            yield _remark(f"{_noun(draft)} {number} has no reason; “{words}” will stand there")


def _quantity(draft: Draft) -> Iterator[Checked]:
    if draft.kind != "numeric":
        return
    if not DECIMAL.fullmatch(draft.value):
        yield _failed("the number has to be plain digits, such as 1250 or 0.5")
        return
    said = parse_quantity(draft.keys[0]) if draft.keys else None
    plain = parse_quantity(draft.value)
    scaled = parse_quantity(f"{draft.value} {draft.unit}")
    if said is None or plain is None:
        yield _remark("the answer does not read as a number")
    elif said.value in {plain.value, scaled.value if scaled else plain.value}:
        yield _passed("answer and number say the same")
    else:
        yield _remark("answer and number differ")


# -- what proves it


def _proof(draft: Draft, article: Article) -> Iterator[Checked]:
    quotes = [each.quote for each in draft.evidence]
    if not quotes:
        yield _failed("there is no evidence; choose a sentence of the source")
        return
    if not all(each.stands_in(article) for each in draft.evidence):
        yield _failed("the evidence is not in the article word for word")
        return
    where = ", ".join(dict.fromkeys(article.place_of(each.span) for each in draft.evidence))
    if draft.kind == "true-false":
        yield _passed(f"evidence found in {where}")
    elif draft.derived:
        yield _passed(f"answer worked out from {where}")
    else:
        yield _key_proof(draft, quotes, where)


def _key_proof(draft: Draft, quotes: list[str], where: str) -> Checked:
    missing = next((key for key in draft.keys if not proves(quotes, key)), None)
    if missing is None:
        return _passed(f"answer found in {where}")
    short = one_line(missing, limit=_SHOWN)
    return _failed(f"“{short}” is not in the evidence; choose where it stands, or say that it is worked out")


_SHOWN: Final = 40
"""Characters of an answer that name it in a sentence."""


def _leak(draft: Draft) -> Iterator[Checked]:
    if draft.kind in _ASKED_IN_THE_STEM or not reading(draft.stem) or not draft.keys:
        return
    stem, told = f" {_plain(draft.stem)} ", set(content_words(draft.stem))
    exact = draft.kind == "numeric"
    if any(_gives_away(key, stem, told, exact=exact) for key in draft.keys):
        yield _remark("the question gives the answer away")
    else:
        yield _passed("question does not give it away")


def _gives_away(key: str, stem: str, told: set[str], *, exact: bool) -> bool:
    if not reading(key):
        return False
    if exact or any(char.isdigit() for char in key):  # of a figure only the whole of it tells anything
        return f" {_plain(key)} " in stem
    words = set(content_words(key))
    return len(words & told) / len(words) >= GIVEN_AWAY if words else f" {_plain(key)} " in stem


def _plain(text: str) -> str:
    return " ".join(reading(text).replace("?", " ").replace(",", " ").split())


def _close(close_to: int | None) -> Iterator[Checked]:
    if close_to is not None:
        yield _remark(f"close to question {close_to}, keep one")


# -- lines and what they are called


def numbered(draft: Draft) -> Iterator[tuple[int, Line]]:
    """The lines that are not blank, each with its number on the screen."""
    return ((number, line) for number, line in enumerate(draft.lines, 1) if not line.blank)


def _is_pair(draft: Draft, line: Line) -> bool:
    return draft.kind == "matching" and line.right


def _noun(draft: Draft) -> str:
    return {"choice": "choice", "multiple": "choice", "matching": "line", "ordering": "line"}.get(draft.kind, "answer")
