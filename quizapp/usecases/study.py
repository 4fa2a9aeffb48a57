"""Study as a face drives it: open a sitting, and what it shows."""

from dataclasses import replace
from functools import partial
from typing import Final

from quizapp.grading.numbers import parse_number, spelled
from quizapp.grading.quantities import other_unit
from quizapp.history import Database
from quizapp.kit.clock import Clock
from quizapp.model.aim import ANYTHING, Aim, Limits, Practice
from quizapp.model.item import Bank
from quizapp.usecases.offering import offer_of, offers_of
from quizapp.usecases.opening import Request, open_in_order, open_interrupted, open_planned
from quizapp.usecases.pausing import paused
from quizapp.usecases.report import outlook, outlook_of_one
from quizapp.usecases.showing import Feedback, Missed, Moved, OptionVerdict, Question, Results
from quizapp.usecases.sitting import Sitting
from quizapp.usecases.workspace import ME, Workspace

__all__ = [
    "Feedback",
    "Missed",
    "Moved",
    "OptionVerdict",
    "Question",
    "Results",
    "Sitting",
    "open_demo",
    "open_practice",
    "open_sitting",
    "other_unit",
    "reads_as",
]

EVERYTHING: Final = "Everything due"
"""The title of a sitting over the whole library."""

PRACTICE: Final = "Practice"
"""The title of practice over the whole library."""

SHORT_FIGURES: Final = 4
"""Digits that are read back as typed: "1858" may be a year, which no one writes as "1,858"."""


def open_sitting(
    workspace: Workspace,
    *,
    bank: str | Bank | None = None,
    seed: int | None = None,
    limit: int | None = None,
    new: int | None = None,
    due: int | None = None,
    aim: Aim | None = None,
) -> Sitting:
    """Sit down to what is due and new, or go on with a sitting of the same scope that was interrupted today.

    Without a bank the last sitting goes on that was left before its end, whatever it was about.

    Args:
        workspace: whose library and history.
        bank: a slug of the library, a bank itself, or None for everything.
        seed: what the order of questions and options follows from; None for a fresh one.
        limit: the most questions of the sitting; this and what follows is as the settings say where it is not given.
        new: the most new ones of the day.
        due: the most due ones of the day.
        aim: how likely to know each question when it is asked, and by which day everything.

    Raises:
        InputError: the library has no such bank.
        BankError: it cannot be read.
        StudyDataError: the history cannot be used.
    """
    usual = workspace.settings.limits
    limits = Limits(
        questions=usual.questions if limit is None else limit,
        new=usual.new if new is None else new,
        due=usual.due if due is None else due,
    )
    request = partial(_request, workspace, title=EVERYTHING, seed=seed, limits=limits, aim=aim or workspace.aim)
    if bank is None and (left := paused(workspace)) and (resumed := open_interrupted(request(left.slug))):
        return resumed
    return open_planned(request(bank))


def open_practice(
    workspace: Workspace,
    *,
    bank: str | Bank | None = None,
    practice: Practice = ANYTHING,
    seed: int | None = None,
    limit: int | None = None,
    aim: Aim | None = None,
) -> Sitting:
    """Sit down to questions outside the schedule: answers are logged and move no card.

    Args:
        workspace: whose library and history.
        bank: a slug of the library, a bank itself, or None for everything.
        practice: which questions.
        seed: what the order of questions and options follows from; None for a fresh one.
        limit: the most questions, as the settings say where it is not given; a day has no limit of practice.
        aim: what falls due ahead depends on it.

    Raises:
        InputError: the library has no such bank.
        BankError: it cannot be read.
        StudyDataError: the history cannot be used.
    """
    limits = Limits(questions=workspace.settings.limit if limit is None else limit)
    request = _request(workspace, bank, title=PRACTICE, seed=seed, limits=limits, aim=aim or workspace.aim)
    return open_planned(replace(request, practice=practice))


def _request(
    workspace: Workspace, bank: str | Bank | None, *, title: str, seed: int | None, limits: Limits, aim: Aim
) -> Request:
    chosen = workspace.library.bank(bank) if isinstance(bank, str) else bank
    one = chosen.article if chosen else None
    return Request(
        history=workspace.history,
        learner=workspace.learner,
        clock=workspace.clock,
        offers=(offer_of(chosen),) if chosen else offers_of(workspace.library),
        scope=one.id if one else "",
        title=one.title if one else title,
        seed=seed,
        limits=limits,
        aim=aim,
        outlook=partial(outlook, workspace, aim=aim),
        settings=lambda: workspace.settings,
    )


def open_demo(bank: Bank, *, clock: Clock, seed: int | None = None, limit: int = 8) -> Sitting:
    """Sit down to a bank in its own order; nothing is stored anywhere."""
    request = Request(
        history=Database(None),
        learner=ME,
        clock=clock,
        offers=(offer_of(bank),),
        scope=bank.article.id,
        title=bank.article.title,
        seed=seed,
        limits=Limits(questions=limit),
        outlook=partial(outlook_of_one, clock=clock),
    )
    return open_in_order(request)


def reads_as(text: str) -> str | None:
    """How a number being typed is understood ("1.2k" as "1,200"); None when it is not a number."""
    number = parse_number(text)
    if number is None:
        return None
    plain = text.strip()
    return plain if plain.isascii() and plain.isdigit() and len(plain) <= SHORT_FIGURES else spelled(number)
