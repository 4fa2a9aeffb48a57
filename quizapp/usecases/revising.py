"""Going over a bank's questions: keep, drop, edit, write new ones, and take back; every step is on disk at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from quizapp.kit.text import one_line, slug
from quizapp.model.article import Article
from quizapp.model.fingerprint import fingerprints
from quizapp.model.item import Bank, Item, Status
from quizapp.model.memory import is_about
from quizapp.usecases.bankfile import BankChangedError, BankFile, file_of
from quizapp.usecases.drafting import Draft, accepted_of, draft_of, item_of
from quizapp.usecases.neighbours import Neighbours
from quizapp.usecases.proofing import Checked, holds, proofread, spotless
from quizapp.usecases.workspace import Workspace

STEM_SHOWN: Final = 48
"""Characters of a question that name it in a sentence."""
_LONGEST_ID: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many questions are kept, dropped and still to check."""

    kept: int
    dropped: int
    to_check: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of a draft: the item, and whether what was learned of it counts no more, since its key is another."""

    item: Item
    starts_anew: bool


@dataclass(frozen=True, slots=True)
class _Step:
    """What undo goes back to, and what it says."""

    bank: Bank
    at: int
    words: str


class Revision:
    """One person's going over a bank, as a face drives it; `at` is the question in front of them, from 0."""

    def __init__(self, file: BankFile, *, slug: str = "") -> None:
        self._file = file
        self._bank = file.bank()
        self._slug = slug
        self._past: list[_Step] = []
        self._refused: Bank | None = None
        self._neighbours = Neighbours(self._bank)
        self.at = 0
        self.next_to_check(1, here=True)

    # What there is

    @property
    def slug(self) -> str:
        """The bank's name in the library; empty for a file elsewhere."""
        return self._slug

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    @property
    def backup(self) -> Path:
        """The file as it was before the first change."""
        return self._file.backup

    @property
    def article(self) -> Article:
        """What the questions are about."""
        return self._bank.article

    @property
    def items(self) -> tuple[Item, ...]:
        """Every question in the order of the bank."""
        return self._bank.items

    @property
    def item(self) -> Item | None:
        """The question in front of the person; None in an empty bank."""
        return self.items[self.at] if self.items else None

    @property
    def steps(self) -> int:
        """How many steps can be taken back."""
        return len(self._past)

    @property
    def counts(self) -> Counts:
        """How far it is."""
        statuses = [item.status for item in self.items]
        return Counts(
            kept=statuses.count(Status.KEPT),
            dropped=statuses.count(Status.DROPPED),
            to_check=statuses.count(Status.NEW),
        )

    def checks(self, number: int) -> tuple[Checked, ...]:
        """The checks of a question, from 0: what failed, what is to be looked at, what holds."""
        item = self.items[number]
        return self.check(draft_of(item), item.id)

    def check(self, draft: Draft, item_id: str = "") -> tuple[Checked, ...]:
        """The checks of a draft; `item_id` is the question that it is to replace."""
        close = self._neighbours.close_to(draft, item_id)
        accepted = accepted_of(draft, self._bank.item(item_id))
        return proofread(draft, self.article, accepted=accepted, close_to=close)

    def beside(self, number: int) -> tuple[int, ...]:
        """The other questions, from 1, whose evidence is in the same paragraph."""
        return tuple(other + 1 for other in self._neighbours.beside(self.items[number]) if other != number)

    # Going about

    def go(self, number: int) -> None:
        """Go to a question, from 0, stopping at either end."""
        self.at = min(max(number, 0), max(len(self.items) - 1, 0))

    def go_to(self, item_id: str) -> bool:
        """Go to a question by its id; whether the bank has it."""
        place = next((number for number, item in enumerate(self.items) if item.id == item_id), None)
        if place is not None:
            self.at = place
        return place is not None

    def next_to_check(self, step: int, *, here: bool = False) -> bool:
        """Go to the next (1) or the previous (-1) question to check, round the ends; whether there is any."""
        count = len(self.items)
        around = range(0 if here else 1, count + 1)
        places = ((self.at + step * far) % count for far in around) if count else iter(())
        place = next((place for place in places if self.items[place].status is Status.NEW), None)
        if place is not None:
            self.at = place
        return place is not None

    # Deciding

    def keep(self) -> None:
        """Keep the question and go on to the next to check.

        Raises:
            BankChangedError: somebody else has changed the file; nothing was written.
            DiskError: it cannot be written; nothing was changed.
        """
        self._decide(Status.KEPT, "kept")

    def drop(self) -> None:
        """Drop the question, which is asked no more and not written again, and go on to the next to check.

        Raises:
            BankChangedError: somebody else has changed the file; nothing was written.
            DiskError: it cannot be written; nothing was changed.
        """
        self._decide(Status.DROPPED, "dropped")

    def _decide(self, status: Status, word: str) -> None:
        item = self.item
        if item is None:
            return
        if item.status is not status:
            items = _replaced(self.items, replace(item, status=status))
            self._step(items, f"{word} {_named(item)}")
        if not self.next_to_check(1):
            self.go(self.at + 1)

    @property
    def rest(self) -> int:
        """How many of those to check have no remark."""
        return sum(self._is_rest(number) for number in range(len(self.items)))

    def keep_rest(self) -> int:
        """Keep all to check that have no remark, and say how many there were.

        Raises:
            BankChangedError: somebody else has changed the file; nothing was written.
            DiskError: it cannot be written; nothing was changed.
        """
        count = self.rest
        items = tuple(
            replace(item, status=Status.KEPT) if self._is_rest(number) else item
            for number, item in enumerate(self.items)
        )
        if count:
            self._step(items, f"kept {count} at once")
            self.next_to_check(1, here=True)
        return count

    def _is_rest(self, number: int) -> bool:
        return self.items[number].status is Status.NEW and spotless(self.checks(number))

    # Writing

    def save(self, draft: Draft, item_id: str = "") -> Saved:
        """Put a draft into the bank, in place of an item or, without an id, after the question in front.

        What a person has written is kept; its id stays, whatever the wording.

        Raises:
            ValueError: a check has failed without which the bank could not be read.
            BankChangedError: somebody else has changed the file; nothing was written.
            DiskError: it cannot be written; nothing was changed.
        """
        if not holds(self.check(draft, item_id)):
            raise ValueError("a draft with a failed check cannot be kept in a bank")
        like = self._bank.item(item_id) if item_id else None
        name = item_id or self._free_id(draft.stem)
        made = item_of(draft, article=self.article, like=like, id=name)
        if like is not None and made == like:
            return Saved(item=like, starts_anew=False)
        item = replace(made, status=Status.KEPT, edited=True)
        anew = like is not None and not is_about(fingerprints(like)[0], fingerprints(item))
        if like is not None:
            self._step(_replaced(self.items, item), f"the edit of {_named(like)}")
        else:
            after = self.at + 1 if self.items else 0
            self._step((*self.items[:after], item, *self.items[after:]), f"the new question {_named(item)}")
        self.go_to(item.id)
        return Saved(item=item, starts_anew=anew)

    def _free_id(self, stem: str) -> str:
        name, number = slug(stem, limit=_LONGEST_ID), 1
        free = name
        while self._bank.item(free) is not None:
            number += 1
            free = f"{name}-{number}"
        return free

    # Taking back

    def undo(self) -> str | None:
        """Take back the last step and say which it was; None when there is none.

        Raises:
            BankChangedError: somebody else has changed the file; nothing was written.
            DiskError: it cannot be written; nothing was changed.
        """
        if not self._past:
            return None
        last = self._past[-1]
        self._write(last.bank)
        self._past.pop()
        self._take(last.bank)
        self.go(last.at)
        return f"Undone: {last.words}"

    def reload(self) -> None:
        """Go on with what somebody else has left in the file; the step that was refused, and undo, are gone.

        Raises:
            BankError: it cannot be read, with all findings.
            InputError: there is no such file any more.
            DiskError: it may not be read.
        """
        item = self.item
        self._take(self._file.read_again())
        self._past.clear()
        self._refused = None
        if item is None or not self.go_to(item.id):
            self.go(self.at)

    def save_copy(self) -> Path:
        """Write the bank with the step that was refused beside the file, and say where.

        Raises:
            DiskError: it cannot be written.
        """
        return self._file.write_copy(self._refused or self._bank)

    def _step(self, items: tuple[Item, ...], words: str) -> None:
        before = _Step(self._bank, self.at, words)
        bank = replace(self._bank, items=items)
        self._write(bank)
        self._past.append(before)
        self._take(bank)

    def _write(self, bank: Bank) -> None:
        try:
            self._file.write(bank)
        except BankChangedError:
            self._refused = bank
            raise

    def _take(self, bank: Bank) -> None:
        self._bank = bank
        self._neighbours = Neighbours(bank)


def open_revision(workspace: Workspace, name: str, *, item_id: str = "") -> Revision:
    """Go over the bank that a slug, a title or a path names, beginning with a question or the first to check.

    Raises:
        InputError: there is no such bank.
        BankError: it cannot be read, with all findings.
        DiskError: it may not be read.
    """
    file = file_of(workspace.library, name)
    known = {entry.path.resolve(): entry.slug for entry in workspace.library.entries()}
    revision = Revision(file, slug=known.get(file.path.resolve(), ""))
    if item_id:
        revision.go_to(item_id)
    return revision


def slug_about(workspace: Workspace, article_id: str) -> str | None:
    """The library's bank about an article, None where there is none.

    Raises:
        DiskError: the library may not be read.
    """
    return next((each.slug for each in workspace.library.entries() if each.article_id == article_id), None)


def _replaced(items: Sequence[Item], new: Item) -> tuple[Item, ...]:
    return tuple(new if item.id == new.id else item for item in items)


def _named(item: Item) -> str:
    return f"“{one_line(item.stem, limit=STEM_SHOWN)}”"
