"""What each player of a drill has, as the rows of scores show it."""

from typing import Final

from quizapp.tui.widgets.scores import Score
from quizapp.usecases.drill import Phase, Playing

_DIGITS: Final = 9
"""Teams that a digit can name."""


def scores_of(playing: Playing) -> tuple[Score, ...]:
    """What each player has, in their order."""
    state = playing.state
    last = state.tries[-1] if state.tries else None
    fresh = last is not None and last.place == state.place and state.phase is Phase.SHOWN
    return tuple(
        Score(
            name=player.name,
            score=state.scores[place],
            turn=place == state.player,
            gained=last.points if fresh and last is not None and last.player == place else 0,
            run=_run(playing, place),
            number=place + 1 if state.phase is Phase.OPEN and place not in state.tried and place < _DIGITS else 0,
        )
        for place, player in enumerate(playing.rules.players)
    )


def _run(playing: Playing, player: int) -> int:
    """How many answers in a row a player had right."""
    run = 0
    for one in reversed(playing.state.tries):
        if one.player == player:
            if one.credit < 1:
                break
            run += 1
    return run
