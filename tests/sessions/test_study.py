"""A sitting as a state machine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.model.memory import ItemKey
from quizapp.model.outcome import Outcome
from quizapp.sessions.study import Action, Answered, Event, GoOn, LeaveOut, Overruled, Phase, Study, begin, step

PLAN = tuple(ItemKey("a", f"item-{number}") for number in range(3))
RIGHT = Answered(outcome=Outcome.RIGHT)


def _run(state: Study, *actions: Action) -> tuple[Study, Event | None]:
    event = None
    for action in actions:
        state, event = step(state, action)
    return state, event


def test_a_sitting_asks_gives_feedback_and_goes_on() -> None:
    """Every question is asked once, in order, and the last one finishes."""
    state = begin(PLAN)
    assert (state.phase, state.current) == (Phase.ASK, PLAN[0])

    state, event = step(state, RIGHT)
    assert (state.phase, state.current, event) == (Phase.FEEDBACK, PLAN[0], Event.FEEDBACK)

    state, event = step(state, GoOn())
    assert (state.phase, state.current, event) == (Phase.ASK, PLAN[1], Event.NEXT)

    state, event = _run(state, RIGHT, GoOn(), Answered(outcome=Outcome.WRONG), GoOn())
    assert (state.phase, state.current, event) == (Phase.DONE, None, Event.FINISHED)
    assert state.marks == (Outcome.RIGHT, Outcome.RIGHT, Outcome.WRONG)


def test_a_question_left_out_is_no_question_of_the_sitting() -> None:
    """Put off before the answer, it is gone; flagged after the answer, its verdict stays."""
    asked, _ = step(begin(PLAN), LeaveOut())
    answered, _ = _run(begin(PLAN), RIGHT, LeaveOut())

    assert (asked.plan, asked.current) == (PLAN[1:], PLAN[1])
    assert (answered.marks[0], answered.current) == (Outcome.RIGHT, PLAN[1])


def test_a_verdict_can_be_changed_while_the_feedback_is_read() -> None:
    """Overruling changes the mark and nothing else."""
    wrong, _ = step(begin(PLAN), Answered(outcome=Outcome.WRONG))
    state, event = step(wrong, Overruled(outcome=Outcome.RIGHT))

    assert (state.marks[0], state.place, state.phase, event) == (Outcome.RIGHT, 0, Phase.FEEDBACK, Event.FEEDBACK)


def test_an_interrupted_sitting_goes_on_where_it_was() -> None:
    """Questions with an answer are not asked again."""
    state = begin(PLAN, {PLAN[0]: Outcome.RIGHT, PLAN[1]: Outcome.WRONG})

    assert (state.current, state.marks) == (PLAN[2], (Outcome.RIGHT, Outcome.WRONG, None))
    assert begin(PLAN, dict.fromkeys(PLAN, Outcome.RIGHT)).phase is Phase.DONE
    assert begin(()).phase is Phase.DONE


@pytest.mark.parametrize("action", [GoOn(), Overruled(outcome=Outcome.RIGHT)])
def test_what_belongs_to_feedback_is_refused_before_it(action: Action) -> None:
    """An action out of its phase is a mistake of the face."""
    with pytest.raises(ValueError, match="phase ask"):
        step(begin(PLAN), action)


def test_a_question_is_answered_once() -> None:
    """A second answer to the same question is refused."""
    with pytest.raises(ValueError, match="phase feedback"):
        _run(begin(PLAN), RIGHT, RIGHT)


ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.sampled_from(list(Outcome)).map(lambda outcome: Answered(outcome=outcome)), st.just(GoOn()), st.just(LeaveOut())
)


@given(st.lists(ACTIONS, max_size=12))
def test_marks_and_plan_always_match(actions: list[Action]) -> None:
    """Law: whatever happens, there is one mark a question, and only the current one can lack it before the end."""
    state = begin(PLAN)
    for action in actions:
        try:
            state, _ = step(state, action)
        except ValueError:
            continue
        assert len(state.marks) == len(state.plan)
        assert all(mark is not None for mark in state.marks[: state.place])
        assert (state.phase is Phase.DONE) == (state.current is None)
