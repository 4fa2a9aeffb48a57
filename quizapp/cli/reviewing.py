"""Going over a bank in lines: the same object that the screen drives, nothing drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from quizapp.cli.output import ask, say
from quizapp.cli.terminal import Lines
from quizapp.kit.text import one_line
from quizapp.model.item import Item, Status, distractors_of, key_text
from quizapp.usecases.bankfile import BankChangedError
from quizapp.usecases.drafting import Draft, draft_of
from quizapp.usecases.proofing import Checked, Result, holds
from quizapp.usecases.revising import Revision
from quizapp.usecases.wording import form

_HELP: Final = (
    "y: keep it. n: drop it. Enter alone: the next to check. b: the question before.",
    "s: write the question anew. k: write the answer anew. u: take the last step back.",
    "Y: keep all the rest with no remarks. q: stop; every step is kept.",
)
_PROMPT: Final = "y keep, n drop, s question, k answer, enter next: "
_STANDS: Final = {Status.NEW: "to check", Status.KEPT: "kept", Status.DROPPED: "dropped"}
_ONE_ANSWER: Final = frozenset({"choice", "short", "numeric"})
_TRUE: Final = {"true": True, "y": True, "false": False, "n": False}


class _Stopped(Exception):  # noqa: N818  not an error: somebody stops, or the input is at its end
    """The conversation is over; every step is on disk."""


def go_over(revision: Revision, lines: Lines) -> None:
    """Show question after question until all are checked, somebody stops, or the input ends.

    Raises:
        TerminalError: the input ended before its first line.
        DiskError: a step could not be written; it did not happen.
    """
    _Conversation(revision, lines).run()


class _Conversation:
    """Shows a question, reads a verb, and tells the revision."""

    def __init__(self, revision: Revision, lines: Lines) -> None:
        self._revision = revision
        self._lines = lines

    def run(self) -> None:
        """Greet, go over, and say what came of it."""
        say(self._revision.article.title)
        if not self._revision.items:
            say("This bank has no questions; the app writes one with a.")
            return
        say("? and enter: what you can type. q and enter: stop; every step is kept.")
        try:
            while self._revision.counts.to_check or not self._asked_again():
                self._go_over_one()
        except _Stopped:
            say()
        counts = self._revision.counts
        say(f"{counts.kept} kept, {counts.dropped} dropped, {counts.to_check} to check.")

    def _asked_again(self) -> bool:
        """Whether all is checked and somebody does not want to look again."""
        return self._hear("All is checked. u takes the last step back, enter ends: ").lower() != "u" or not self._undo()

    def _go_over_one(self) -> None:
        item = self._revision.item
        if item is None:
            raise _Stopped
        _all(_question_lines(self._revision, item))
        said = self._hear(_PROMPT)
        try:
            while not self._obey(said, item):
                said = self._hear(_PROMPT)
        except BankChangedError as error:
            say(str(error))
            self._read_again()

    def _obey(self, verb: str, item: Item) -> bool:
        """Do what a verb says; whether another question is to be shown, or the same one anew."""
        match verb:
            case "q" | "quit":
                raise _Stopped
            case "u":
                return self._undo()
            case "s" | "k":
                return self._write(verb, item)
            case _:
                return self._decide(verb)

    def _decide(self, verb: str) -> bool:
        match verb:
            case "y":
                self._revision.keep()
            case "n":
                self._revision.drop()
            case "Y":
                say(f"Kept {self._revision.keep_rest()} at once.")
            case "b":
                self._revision.go(self._revision.at - 1)
            case "":
                self._revision.next_to_check(1)
            case _:
                _all(_HELP)
                return False
        return True

    def _undo(self) -> bool:
        undone = self._revision.undo()
        say(undone or "Nothing to undo yet.")
        return undone is not None

    def _write(self, verb: str, item: Item) -> bool:
        """Hear other words for the question or its answer, check them, and save them where they hold."""
        said = self._hear("The question anew: " if verb == "s" else "The answer anew: ")
        if not said:
            return False
        draft = replace(draft_of(item), stem=said) if verb == "s" else _with_answer(draft_of(item), said)
        if draft is None:
            say("Answers of this kind are edited in the app, or in the file.")
            return False
        checks = self._revision.check(draft, item.id)
        if not holds(checks):
            say(f"Not saved: {checks[0].words}.")
            return False
        saved = self._revision.save(draft, item.id)
        say("Saved. The answer has changed, so its schedule starts again." if saved.starts_anew else "Saved.")
        return True

    def _read_again(self) -> None:
        said = self._hear("c keeps your version as a copy first, r reads the file again, q stops: ").lower()
        if said not in {"c", "r"}:
            raise _Stopped
        if said == "c":
            say(f"Your version is in {self._revision.save_copy()}.")
        self._revision.reload()

    def _hear(self, question: str) -> str:
        """Prompt and return one line without the space around it."""
        ask(question)
        said = self._lines.next()
        if not self._lines.typed:
            say()  # nobody's enter key ends the prompt's line
        if said is None:
            raise _Stopped
        return said


def _with_answer(draft: Draft, said: str) -> Draft | None:
    """The draft with another answer; None where its kind has more than one."""
    if draft.kind == "true-false":
        return replace(draft, judged=_TRUE[said.lower()]) if said.lower() in _TRUE else None
    alone = draft.kind == "cloze" and len(draft.right) == 1
    if not draft.right or not (draft.kind in _ONE_ANSWER or alone):
        return None
    first = draft.right[0]
    return replace(draft, lines=tuple(replace(line, text=said) if line is first else line for line in draft.lines))


def _question_lines(revision: Revision, item: Item) -> Iterator[str]:
    """The question with what is right and wrong, its source and what the checks say."""
    yield ""
    place = f"Question {revision.at + 1} of {len(revision.items)}"
    yield f"{place}: {form(item)[0]}; {_STANDS[item.status]}{', edited by hand' if item.edited else ''}."
    yield one_line(item.stem)
    yield f"Right: {one_line(key_text(item))}"
    for wrong in distractors_of(item):
        yield f"Wrong: {one_line(wrong.text)}. {one_line(wrong.why)}"
    for evidence in item.evidence:
        number = revision.article.paragraph_of(evidence.span)
        yield f"From the article, paragraph {number}: {one_line(evidence.quote)}"
    yield from _check_lines(revision.checks(revision.at))


def _check_lines(checks: tuple[Checked, ...]) -> Iterator[str]:
    wrong = [check for check in checks if check.result is not Result.PASSED]
    for check in wrong:
        yield f"! {one_line(check.words)}."
    if not wrong:
        yield "Nothing to remark."


def _all(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
