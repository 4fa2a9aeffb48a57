"""The keys of Study: one list, and which of them belong to which phase."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from textual.binding import Binding, BindingType

MOST_CHOICES: Final = 9


class Phase(Enum):
    """Where Study stands."""

    LOADING = auto()
    CHOICE = auto()
    TRUE_FALSE = auto()
    TYPED = auto()  # in or out of the field
    PICKS = auto()  # several options are picked before they are sent
    FEEDBACK = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that decides which keys do something."""

    phase: Phase
    choices: int = 0
    picked: bool = False  # a choice is highlighted, or something is typed
    any_picks: bool = False
    covered: bool = False  # the choices are not to be seen yet
    complete: bool = False  # all that is to be picked is
    in_field: bool = False
    overrulable: bool = False
    may_count: bool = False
    may_let_go: bool = False
    gradable: bool = False
    missed: bool = False  # only Again counts
    hintable: bool = False
    narrow: bool = False


def bindings() -> list[BindingType]:
    """Every key of Study, the most useful first; two may share a key when no phase has both."""
    return [
        *_answering(),
        Binding("space,enter", "go_on", "Accept & next", tooltip="accept the ▸ grade and go on", id="study.on"),
        Binding("space,enter", "next", "Next", tooltip="go on; practice has no grades", id="study.next_question"),
        *[
            Binding(
                str(number), f"grade({number})", "Grade", tooltip="Again, Hard, Good, Easy", id=f"study.grade{number}"
            )
            for number in range(1, 5)
        ],
        *[
            Binding(
                str(number),
                f"no_grade({number})",
                "Grade",
                tooltip="after a miss only Again counts",
                show=False,
                id=f"study.no_grade{number}",
            )
            for number in range(2, 5)
        ],
        Binding("o", "overrule", "I was right", tooltip="I was right", id="study.overrule"),
        Binding("o", "let_count", "Count it", tooltip="let this wording count from now on", id="study.let_count"),
        Binding("o", "let_go", "Don't count it", tooltip="let this wording count no more", id="study.let_go"),
        Binding("f2", "hint", "Hint", tooltip="a hint", id="study.hint"),
        Binding("f2", "no_hint", "Hint", tooltip="a hint: there is none, or no other", show=False, id="study.no_hint"),
        Binding("f4", "show_typed", "Show answer", tooltip="show the answer", id="study.show_typed"),
        Binding("b", "later", "Later", tooltip="not today", id="study.later"),
        Binding("u", "undo", "Undo", tooltip="undo the last step", id="study.undo"),
        Binding("v", "source", "Source", tooltip="open the source", id="study.source"),
        Binding("f3", "no_source", "Source", tooltip="the source: after the answer", show=False, id="study.no_source"),
        Binding("e", "edit", "Edit", tooltip="edit this question", id="study.edit"),
        Binding("f", "flag", "Flag", tooltip="flag: something is wrong with the question", id="study.flag"),
        Binding("escape", "leave_field", "Leave the field", tooltip="leave the field", id="study.leave_field"),
        Binding("q,escape", "back", "Back", tooltip="back; every answer is kept", id="study.back"),
        Binding("u", "undo_last", "Undo", tooltip="undo the last step", id="study.undo_last"),
        Binding("j,down", "move(1)", "Move", tooltip="move the highlight", show=False, id="study.next"),
        Binding("k,up", "move(-1)", "Move", tooltip="move the highlight", show=False, id="study.previous"),
        Binding("g,home", "jump(0)", "First", tooltip="first or last", show=False, id="study.first"),
        Binding("G,end", "jump(-1)", "Last", tooltip="first or last", show=False, id="study.last"),
        Binding("l,right", "mark(1)", "Mark", tooltip="mark another grade", show=False, id="study.mark_next"),
        Binding("h,left", "mark(-1)", "Mark", tooltip="mark another grade", show=False, id="study.mark_previous"),
        Binding("j,down", "scroll(1)", "Scroll", tooltip="scroll", show=False, id="study.down"),
        Binding("k,up", "scroll(-1)", "Scroll", tooltip="scroll", show=False, id="study.up"),
    ]


def _answering() -> list[BindingType]:
    return [
        Binding("space,enter", "uncover", "Show choices", tooltip="show the choices", id="study.uncover"),
        *[
            Binding(
                str(number), f"choose({number})", "Choose", tooltip="choose that answer", id=f"study.choose{number}"
            )
            for number in range(1, MOST_CHOICES + 1)
        ],
        *[
            Binding(str(number), f"pick({number})", "Pick", tooltip="pick that one", id=f"study.pick{number}")
            for number in range(1, MOST_CHOICES + 1)
        ],
        Binding("enter", "check", "Check", tooltip="check what was picked", id="study.check"),
        Binding("enter", "not_yet", "Check", tooltip="check: when all are picked", show=False, id="study.not_yet"),
        Binding("backspace", "take_back", "Take back", tooltip="take the last pick back", id="study.take_back"),
        Binding("space", "pick_here", "Pick", tooltip="pick the highlighted one", show=False, id="study.pick_here"),
        Binding("1,y", "judge(1)", "True", tooltip="the article says so", id="study.true"),
        Binding("2,n", "judge(2)", "False", tooltip="the article says otherwise", id="study.false"),
        Binding("space", "send", "Send", tooltip="send the answer", id="study.send"),
        Binding("enter", "send_picked", "Send", tooltip="send the answer", show=False, id="study.send_picked"),
        Binding("space", "reveal", "Show answer", tooltip="show the answer (nothing picked)", id="study.reveal"),
        Binding("f4", "show", "Show answer", tooltip="show the answer", show=False, id="study.show"),
        Binding("enter,i", "enter_field", "Into the field", tooltip="back into the field", id="study.enter_field"),
    ]


_ASKING: Final = frozenset({Phase.CHOICE, Phase.TRUE_FALSE, Phase.TYPED, Phase.PICKS})
_PICKING: Final = frozenset({Phase.CHOICE, Phase.TRUE_FALSE})
_OF_CHOICES: Final = frozenset(
    {
        "choose",
        "pick",
        "check",
        "not_yet",
        "take_back",
        "pick_here",
        "send",
        "send_picked",
        "reveal",
        "hint",
        "no_hint",
        "move",
        "jump",
    }
)
"""What is done with choices that are seen; a hint names one."""


def allowed(action: str, parameters: tuple[object, ...], standing: Standing) -> bool:
    """Whether an action belongs to where Study stands."""
    if standing.covered and action in _OF_CHOICES:
        return False
    asking = standing.phase in _ASKING
    typing = standing.phase is Phase.TYPED
    number = parameters[0] if parameters and isinstance(parameters[0], int) else 0
    picks = standing.phase is Phase.PICKS
    rules = {
        "uncover": standing.covered,
        "pick": picks and number <= standing.choices,
        "check": picks and standing.complete,
        "not_yet": picks and standing.any_picks and not standing.complete,
        "take_back": picks and standing.any_picks,
        "pick_here": picks and standing.picked,
        "choose": standing.phase is Phase.CHOICE and number <= standing.choices,
        "judge": standing.phase is Phase.TRUE_FALSE,
        "send": asking and not picks and standing.picked and not standing.in_field,
        "send_picked": standing.phase in _PICKING and standing.picked,
        "reveal": asking and not standing.picked and not standing.any_picks and not standing.in_field,
        "show": asking and not standing.in_field,
        "show_typed": typing and standing.in_field,
        "enter_field": typing and not standing.in_field,
        "leave_field": typing and standing.in_field,
        "no_source": typing,
        "hint": asking and standing.hintable,
        "no_hint": asking and not standing.hintable,
        "later": asking,
        "flag": standing.phase is not Phase.LOADING,
        "edit": standing.phase is not Phase.LOADING,
        "undo": standing.phase is Phase.FEEDBACK,
        "undo_last": asking,
        "go_on": standing.phase is Phase.FEEDBACK and standing.gradable,
        "next": standing.phase is Phase.FEEDBACK and not standing.gradable,
        "grade": standing.phase is Phase.FEEDBACK and standing.gradable and (not standing.missed or number == 1),
        "no_grade": standing.phase is Phase.FEEDBACK and standing.gradable and standing.missed,
        "overrule": standing.overrulable,
        "let_count": standing.may_count,
        "let_go": standing.may_let_go,
        "source": standing.phase is Phase.FEEDBACK,
        "scroll": standing.phase is Phase.FEEDBACK,
        "move": standing.phase in _PICKING or picks,
        "jump": standing.phase in _PICKING or picks,
        "mark": standing.phase is Phase.FEEDBACK and standing.gradable and not standing.missed,
        "back": not (typing and standing.in_field),
    }
    return rules.get(action, True)
