"""A drill: laws of turns, points, passing on and taking back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.model.drill import (
    STEP,
    Accepted,
    Answered,
    Buzzed,
    Corrected,
    Ended,
    Event,
    GaveTime,
    Happening,
    Mode,
    Passed,
    Paused,
    Player,
    Points,
    Revealed,
    Rules,
    Undone,
    WentOn,
)
from quizapp.sessions.drill import Drill, Phase, begin, effective, replay, step, worth

RULES = st.builds(
    Rules,
    players=st.integers(1, 5).map(lambda count: tuple(Player(name=f"Team {n}") for n in range(count))),
    mode=st.sampled_from(Mode),
    points=st.sampled_from(Points),
    seconds=st.sampled_from([None, 15.0, 30.0]),
    passing=st.booleans(),
    total=st.sampled_from([None, None, 60.0]),
)
ANSWERS = st.builds(
    Answered,
    given=st.text(max_size=3),
    credit=st.sampled_from([0.0, 0.5, 1.0]),
    seconds=st.floats(0, 60),
    limit=st.sampled_from([None, 30.0]),
)
EVENTS = st.one_of(
    ANSWERS,
    ANSWERS,
    st.builds(Buzzed, player=st.integers(0, 5)),
    st.builds(Revealed, seconds=st.floats(0, 60), timed_out=st.booleans()),
    st.builds(Paused, seconds=st.floats(0, 60)),
    st.just(WentOn()),
    st.just(WentOn()),
    st.just(GaveTime()),
    st.builds(Corrected, player=st.integers(0, 5), steps=st.integers(-3, 3)),
    st.just(Accepted()),
    st.just(Passed()),
    st.just(Undone()),
)
PLAYED = st.tuples(RULES, st.integers(1, 12), st.lists(EVENTS, max_size=60))


def _lived(rules: Rules, length: int, wishes: list[Happening]) -> tuple[Drill, list[Happening]]:
    """Live through what can happen of some wishes; the state as it was kept, step by step, and the log."""
    states, log = [begin(rules, length=length)], []
    for wish in wishes:
        if isinstance(wish, Undone):
            if len(states) > 1:
                states.pop()
                log.append(wish)
            continue
        try:
            after = step(states[-1], wish)
        except ValueError:
            continue
        if isinstance(wish, Paused):
            states.pop()  # a stop is no step
        states.append(after)
        log.append(wish)
    return states[-1], log


@given(PLAYED)
def test_the_log_leads_to_the_state(played: tuple[Rules, int, list[Happening]]) -> None:
    """Law: replaying what happened, with all that was taken back, gives the state that was lived."""
    rules, length, wishes = played
    state, log = _lived(rules, length, wishes)
    assert replay(rules, log, length=length) == state


@given(PLAYED)
def test_scores_are_what_was_earned_and_corrected(played: tuple[Rules, int, list[Happening]]) -> None:
    """Law: a score is the points of the player's tries and ten for each step of correction, nothing else."""
    rules, length, wishes = played
    state, log = _lived(rules, length, wishes)
    steps = [event for event in effective(log) if isinstance(event, Corrected)]
    for player, score in enumerate(state.scores):
        earned = sum(one.points for one in state.tries if one.player == player)
        assert score == earned + STEP * sum(one.steps for one in steps if one.player == player)


@given(RULES, st.integers(1, 40))
def test_everybody_has_as_many_turns_within_one(rules: Rules, length: int) -> None:
    """Law: played through without passing on, no team is asked first more than once oftener than another."""
    state, turns = begin(rules, length=length), [0] * len(rules.players)
    while state.phase is not Phase.OVER:
        if state.phase is Phase.OPEN:
            state = step(state, Buzzed(player=0))
            continue
        if state.phase is Phase.ASKED and state.player is not None:
            turns[state.player] += 1
            state = step(state, Answered(given="", credit=1.0, seconds=1.0, limit=None))
        state = step(state, WentOn())
    length = min(length, sum(turns)) if rules.total is not None else length
    assert rules.mode is Mode.BUZZ or max(turns) - min(turns) <= 1
    assert sum(turns) == length


@given(PLAYED)
def test_nobody_tries_a_question_twice(played: tuple[Rules, int, list[Happening]]) -> None:
    """Law: each player answers a question once at most, and passing on ends."""
    state, _ = _lived(*played)
    asked = [(one.place, one.player) for one in state.tries]
    assert len(set(asked)) == len(asked)


@given(st.sampled_from(Points), st.floats(0, 1), st.floats(0, 100), st.none() | st.floats(1, 60))
def test_points_lie_between_nothing_and_a_step(points: Points, credit: float, seconds: float, limit: float) -> None:
    """Law: never more than ten, never less than none; with speed at least half of what was earned."""
    rules = Rules(players=(Player(name="Owls"),), points=points)
    earned = worth(rules, credit=credit, seconds=seconds, limit=limit)
    assert 0 <= earned <= STEP
    if points is Points.SPEED:
        assert earned >= round(STEP * credit / 2) - 1


def test_a_wrong_answer_goes_to_the_next_team() -> None:
    """With passing the other team may answer; when all were wrong the answer is shown."""
    rules = Rules(players=(Player(name="Owls"), Player(name="Foxes")), passing=True)
    wrong = Answered(given="?", credit=0.0, seconds=2.0, limit=None)
    first = begin(rules, length=2)
    second = step(first, wrong)
    assert (first.player, second.player, second.phase) == (0, 1, Phase.ASKED)
    assert step(second, wrong).phase is Phase.SHOWN


def test_they_were_right_after_all() -> None:
    """An accepted answer has its points, whoever was to be next."""
    rules = Rules(players=(Player(name="Owls"), Player(name="Foxes")), passing=True)
    state = step(begin(rules, length=1), Answered(given="a", credit=0.0, seconds=2.0, limit=None))
    state = step(state, Accepted())
    assert (state.scores, state.phase) == ((STEP, 0), Phase.SHOWN)


@given(st.sampled_from(Points), st.floats(0, 60), st.none() | st.floats(1, 60))
def test_an_overruled_answer_earns_what_it_would_have(points: Points, seconds: float, limit: float | None) -> None:
    """Law: “they were right” gives the points of the same answer judged right at once, speed and all."""
    start = begin(Rules(players=(Player(name="Owls"),), points=points), length=1)
    right, wrong = (Answered(given="a", credit=credit, seconds=seconds, limit=limit) for credit in (1.0, 0.0))
    assert step(step(start, wrong), Accepted()).scores == step(start, right).scores


def test_a_team_that_passes_leaves_the_question_to_the_others() -> None:
    """Every other team is still asked, once each, and then the answer is shown."""
    teams = tuple(Player(name=name) for name in ("Owls", "Foxes", "Hares"))
    state = begin(Rules(players=teams, passing=True), length=1)
    asked = []
    while state.player is not None:
        asked.append(state.player)
        state = step(state, Passed())
    assert (asked, state.phase, state.tries) == ([0, 1, 2], Phase.SHOWN, ())
    with pytest.raises(ValueError, match="cannot happen"):
        step(begin(Rules(players=teams), length=1), Passed())


@pytest.mark.parametrize("event", [WentOn(), Buzzed(player=0), Accepted(), Corrected(player=3, steps=1)])
def test_what_cannot_happen_is_refused(event: Event) -> None:
    """Before the first answer there is nothing to go on from, to accept or to buzz for."""
    with pytest.raises(ValueError, match="cannot happen"):
        step(begin(Rules(players=(Player(name="Owls"),)), length=1), event)


@given(PLAYED)
def test_every_question_that_is_done_has_a_row(played: tuple[Rules, int, list[Happening]]) -> None:
    """Law: what was asked and is over has a try or a silence, each player one of them at most, and nothing else has."""
    state, _ = _lived(*played)
    told = [(one.place, one.player) for one in (*state.tries, *state.silences)]
    assert len(set(told)) == len(told)
    done = state.place if state.phase is not Phase.SHOWN else state.place + 1
    assert set(range(min(done, 1 + max((place for place, _ in told), default=-1)))) <= {place for place, _ in told}
    assert all(place <= state.place for place, _ in told)


@given(st.lists(st.floats(0, 20), min_size=1, max_size=12), st.booleans())
def test_the_clock_that_runs_out_lets_the_question_be_finished(times: list[float], stops: bool) -> None:
    """Law: a question begins as long as there is time left, and a pause neither gives nor takes any."""
    rules, spent = Rules(players=(Player(name="Owls"),), total=30.0), 0.0
    state = begin(rules, length=99)
    for seconds in times:
        assert (state.phase is Phase.OVER) == (spent >= rules.total)
        if state.phase is Phase.OVER:
            return
        if stops:
            state = step(state, Paused(seconds=seconds / 2))
            assert state.elapsed == seconds / 2
        state = step(step(state, Answered(given="", credit=1.0, seconds=seconds, limit=None)), WentOn())
        spent += seconds
        assert (state.spent, state.elapsed, state.left) == (spent, 0.0, max(0.0, 30.0 - spent))


def test_the_end_is_the_end() -> None:
    """After it nothing is asked; scores may still be corrected."""
    over = step(begin(Rules(players=(Player(name="Owls"),)), length=3), Ended())
    assert over.phase is Phase.OVER
    assert not over.silences  # the question that was cut off counts for nobody
    assert step(over, Corrected(player=0, steps=1)).scores == (STEP,)
    with pytest.raises(ValueError, match="cannot happen"):
        step(over, Revealed())
