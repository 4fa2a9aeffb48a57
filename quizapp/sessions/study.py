"""A sitting as a state machine: ask, feedback, next; states never change, steps return new ones."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.model.memory import ItemKey
from quizapp.model.outcome import Outcome


class Phase(StrEnum):
    """Where a sitting stands."""

    ASK = "ask"
    FEEDBACK = "feedback"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The question got its verdict."""

    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled:
    """The verdict was changed."""

    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn:
    """The feedback was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOut:
    """The question is not to be asked now; one already answered keeps its verdict."""


Action = Answered | Overruled | GoOn | LeaveOut


class Event(StrEnum):
    """What a step brought about."""

    FEEDBACK = "feedback"
    NEXT = "next"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """The questions of a sitting in their order, the verdicts so far, and the one in front of the learner.

    `place` is an index into the plan, its length when all are done; `answered` says that the question there has had
    its verdict and the feedback is being read.
    """

    plan: tuple[ItemKey, ...]
    marks: tuple[Outcome | None, ...]
    place: int = 0
    answered: bool = False

    @property
    def phase(self) -> Phase:
        """Ask, feedback or done."""
        if self.place >= len(self.plan):
            return Phase.DONE
        return Phase.FEEDBACK if self.answered else Phase.ASK

    @property
    def current(self) -> ItemKey | None:
        """The question in front of the learner; None when all are done."""
        return self.plan[self.place] if self.place < len(self.plan) else None


def begin(plan: tuple[ItemKey, ...], answered: Mapping[ItemKey, Outcome] | None = None) -> Study:
    """A sitting at its first question that has no answer yet."""
    marks = tuple((answered or {}).get(key) for key in plan)
    return _onward(Study(plan=plan, marks=marks))


def step(state: Study, action: Action) -> tuple[Study, Event]:
    """The state after an action, and what it brought about.

    Raises:
        ValueError: the action does not belong to the phase.
    """
    match (state.phase, action):
        case (Phase.ASK, Answered(outcome=outcome)) | (Phase.FEEDBACK, Overruled(outcome=outcome)):
            marks = (*state.marks[: state.place], outcome, *state.marks[state.place + 1 :])
            return replace(state, marks=marks, answered=True), Event.FEEDBACK
        case (Phase.FEEDBACK, GoOn() | LeaveOut()):
            return _moved(_onward(replace(state, answered=False)))
        case (Phase.ASK, LeaveOut()):
            plan = (*state.plan[: state.place], *state.plan[state.place + 1 :])
            marks = (*state.marks[: state.place], *state.marks[state.place + 1 :])
            return _moved(_onward(replace(state, plan=plan, marks=marks)))
        case _:
            raise ValueError(f"a sitting in the phase {state.phase} cannot take {action}")


def _onward(state: Study) -> Study:
    """At the next question without an answer."""
    place = next((index for index, mark in enumerate(state.marks) if mark is None), len(state.plan))
    return replace(state, place=place)


def _moved(state: Study) -> tuple[Study, Event]:
    return state, Event.FINISHED if state.phase is Phase.DONE else Event.NEXT
