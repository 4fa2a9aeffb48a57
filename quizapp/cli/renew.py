"""`quizapp generate ARTICLE --update BANK`: the questions again after an edit, with what people did to them kept."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quizapp.cli.diagnostics import tell
from quizapp.cli.output import say
from quizapp.cli.reading import Reading
from quizapp.cli.sources import STDIN, article, watched
from quizapp.kit.durations import counted
from quizapp.kit.errors import UsageError
from quizapp.kit.text import one_line
from quizapp.model.item import Item, Status, distractors_of, key_text
from quizapp.usecases.renewing import Change, Renewal, is_touched, renewed


def renew(source: str, path: Path, *, limit: int | None, yes: bool, reading: Reading) -> None:
    """Write a bank's questions again, say what changed, and ask before anything a person touched is changed.

    Raises:
        UsageError: something a person touched would change, nobody is there to be asked, and --yes was not given.
        InputError: the article or the bank cannot be read.
        DiskError: the bank cannot be written; it is as it was.
    """
    from quizapp.usecases.library import load_bank, replace_bank_file

    old = load_bank(path)
    edited = replace(article(source, reading), id=old.article.id)
    renewal = renewed(old, watched(edited, limit=limit).bank)
    for line in renewal_lines(renewal):
        say(line)
    if renewal.is_idle(old):
        tell(f"{path}: nothing to change")
        return
    if renewal.touched and not yes:
        confirm(str(path), len(renewal.touched), free=source != STDIN)
    replace_bank_file(renewal.bank, path)
    tell(f"{path}: {summary(renewal)}; what it held before is in {path.name}.bak")


def renewal_lines(renewal: Renewal) -> Iterator[str]:
    """Every item that comes, changes or goes, and how many stay."""
    for item in renewal.added:
        yield f"added: {_shown(item)}"
    for change in renewal.changed:
        yield f"changed{_by_hand(change.old)}: {_shown(change.old)}"
        yield from _now(change)
    for item in renewal.orphaned:
        yield f"orphaned{_by_hand(item)}: {_shown(item)}"
    yield f"unchanged: {len(renewal.unchanged)}"


def summary(renewal: Renewal) -> str:
    """The counts in one line."""
    return (
        f"{len(renewal.added)} added, {len(renewal.changed)} changed, {len(renewal.orphaned)} orphaned,"
        f" {len(renewal.unchanged)} unchanged"
    )


def _shown(item: Item) -> str:
    return f"{one_line(item.stem)} → {one_line(key_text(item))}"


def _now(change: Change) -> Iterator[str]:
    """What is different: the question and its answer, or else what goes with them."""
    old, new = change.old, change.new
    if _shown(old) != _shown(new):
        yield f"   now: {_shown(new)}"
        return
    for what, before, after in (
        ("kind", [old.kind], [new.kind]),
        ("choices", [one.text for one in distractors_of(old)], [one.text for one in distractors_of(new)]),
        ("also right", list(old.accepted), list(new.accepted)),
        ("evidence", [one.quote for one in old.evidence], [one.quote for one in new.evidence]),
    ):
        if before != after:
            yield from _exchanged(what, before, after)


def _exchanged(what: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """What goes and what comes; only the order where neither does."""
    gone, come = ([text for text in one if text not in other] for one, other in ((before, after), (after, before)))
    if gone:
        yield f"   {what}, gone: {_listed(gone)}"
    if come:
        yield f"   {what}, now: {_listed(come)}"
    if not gone and not come:
        yield f"   {what}, in another order: {_listed(after)}"


def _listed(texts: Sequence[str]) -> str:
    return "; ".join(f"“{one_line(text)}”" for text in texts)


def _by_hand(item: Item) -> str:
    if not is_touched(item):
        return ""
    if item.status is not Status.NEW and not item.edited:
        return f" ({item.status.value} by hand)"
    return " (edited by hand)" if item.edited or item.written else " (perhaps by hand)"


def confirm(name: str, count: int, *, free: bool = True, option: str = "--yes") -> None:
    """Ask whether to go on; standard input must be free to answer and somebody there.

    Args:
        name: the bank in question.
        count: how many of its questions would change or leave.
        free: whether standard input holds no article.
        option: what says so beforehand.

    Raises:
        UsageError: nobody can be asked, or the answer is not yes.
    """
    questions = counted(count, "question")
    if not free or sys.stdin is None or not sys.stdin.isatty():
        raise UsageError(
            f"{name}: {questions} that somebody edited, kept or dropped would change or leave; nothing was written,"
            f" add {option} to go on"
        )
    tell(f"{name}: {questions} that somebody edited, kept or dropped would change or leave. Go on? y or n")
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        raise UsageError(f"{name}: left as it was")
