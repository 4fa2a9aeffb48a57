"""The keys of a drill, and which of them belong to where it stands."""

from enum import Enum, auto
from typing import Final

from textual.binding import Binding, BindingType

from quizapp.model.item import ChoiceItem, GatheredItem, TrueFalseItem
from quizapp.tui.picks import Picks
from quizapp.usecases.drill import Phase, Playing

ASKING: Final = frozenset({Phase.OPEN, Phase.ASKED})
"""The phases in which the clock runs."""


class Way(Enum):
    """How the question in front is answered."""

    NONE = auto()
    TILES = auto()
    PICKS = auto()
    TYPED = auto()


def way_of(playing: Playing | None) -> Way:
    """How the question in front is answered."""
    question = playing.question if playing else None
    if question is None:
        return Way.NONE
    match question.item:
        case ChoiceItem() | TrueFalseItem():
            return Way.TILES
        case item:
            return Way.PICKS if isinstance(item, GatheredItem) else Way.TYPED


def bindings() -> list[BindingType]:
    """Every key of a drill, the most useful first."""
    return [
        *[
            Binding(str(number), f"number({number})", "Choose", tooltip="choose that answer", id=f"drill.{number}")
            for number in range(1, 10)
        ],
        *[
            Binding(str(number), f"first({number})", "Team", tooltip="that team was first", id=f"drill.team{number}")
            for number in range(1, 10)
        ],
        Binding("enter", "check", "Check", tooltip="check what is picked", id="drill.check"),
        Binding("space,enter", "next", "Next", tooltip="the next question", id="drill.next"),
        Binding("enter,i", "enter_field", "Into the field", tooltip="back into the field", id="drill.field"),
        Binding("space", "reveal", "Show answer", tooltip="show the answer", id="drill.reveal"),
        Binding("y", "take", "Yes", tooltip="they take the question", id="drill.take"),
        Binding("n", "pass_on", "No", tooltip="the question goes to the next player", id="drill.pass"),
        Binding("o", "accept", "They were right", tooltip="they were right", id="drill.accept"),
        Binding("escape", "leave_field", "Leave the field", tooltip="leave the field", id="drill.leave_field"),
        Binding(
            "q,escape", "pause", "Pause", tooltip="stop the clock; go on, end, or come back later", id="drill.pause"
        ),
        Binding("plus", "correct(1)", "Fix score", tooltip="ten points more or less", id="drill.more_points"),
        Binding("minus", "correct(-1)", "Fix score", tooltip="ten points more or less", id="drill.fewer_points"),
        Binding("m", "more", "More time", tooltip="30 seconds more", id="drill.more"),
        Binding("u", "undo", "Undo", tooltip="undo the last step", id="drill.undo"),
        Binding("z", "big", "Big text", tooltip="questions in big letters, or in usual ones", id="drill.big"),
        Binding("v", "source", "Source", tooltip="open the source", id="drill.source"),
    ]


def allowed(
    action: str, parameters: tuple[object, ...], playing: Playing, way: Way, *, picks: Picks | None, in_field: bool
) -> bool:
    """Whether an action belongs to where a drill stands."""
    phase = playing.state.phase
    asked = phase is Phase.ASKED
    match action:
        case "number":
            return _has_option(parameters, playing, way) and not in_field
        case "first":
            return _has_team(parameters, playing) and not in_field
        case "check":
            return asked and picks is not None and picks.complete
        case "reveal":
            return phase in ASKING and not in_field
        case "next":
            return phase is Phase.SHOWN
        case "take" | "pass_on":
            return asked and playing.rules.passing and len(playing.rules.players) > 1 and not in_field
        case _:
            return _allowed_always(action, playing, way, in_field=in_field)


def _allowed_always(action: str, playing: Playing, way: Way, *, in_field: bool) -> bool:
    phase, tries = playing.state.phase, playing.state.tries
    match action:
        case "more":
            return phase in ASKING and playing.limit is not None and not in_field
        case "accept":
            return bool(tries) and tries[-1].place == playing.state.place and tries[-1].credit < 1
        case "source":
            return phase is Phase.SHOWN
        case "leave_field":
            return in_field
        case "enter_field":
            return phase is Phase.ASKED and way is Way.TYPED and not in_field
        case "correct" | "undo" | "big":
            return not in_field
        case _:
            return True


def _has_option(parameters: tuple[object, ...], playing: Playing, way: Way) -> bool:
    number, question = _number(parameters), playing.question
    asked = playing.state.phase is Phase.ASKED and way is not Way.TYPED
    return question is not None and asked and number <= len(question.options)


def _has_team(parameters: tuple[object, ...], playing: Playing) -> bool:
    number, state = _number(parameters), playing.state
    return state.phase is Phase.OPEN and number <= len(playing.rules.players) and number - 1 not in state.tried


def _number(parameters: tuple[object, ...]) -> int:
    number = parameters[0] if parameters else 0
    return number if isinstance(number, int) else 0
