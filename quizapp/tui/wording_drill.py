"""What a drill says once a question is answered."""

from collections.abc import Callable
from typing import Final

from textual.content import Content
from textual.geometry import Size

from quizapp.kit.text import one_line
from quizapp.model.drill import Player
from quizapp.model.item import key_text
from quizapp.tui.big_letters import Unfit
from quizapp.tui.safe import joined, shown
from quizapp.tui.widgets.scores import shape
from quizapp.tui.wording import RIGHT_MARK, WRONG_MARK
from quizapp.usecases.drill import Missed, Playing
from quizapp.usecases.drill_table import Told
from quizapp.usecases.feedback import option_verdicts
from quizapp.usecases.showing import OptionVerdict, Question

_LONGEST: Final = 300
KeyOf = Callable[[str], str]
"""The key of something, by its name, as it is printed."""
_NEXT_ONE: Final = "the next one that fits has them."
_UNFIT: Final = {
    Unfit.LONG: f"This question is too long for big letters; {_NEXT_ONE}",
    Unfit.LETTERS: f"The big letters lack a letter of this question; {_NEXT_ONE}",
    Unfit.ROOM: f"There is no room for big letters beside these answers; {_NEXT_ONE}",
}


def verdict(playing: Playing, question: Question, width: int) -> Content:
    """Who was right, and the key."""
    tries = [one for one in playing.state.tries if one.place == playing.state.place]
    last = tries[-1] if tries else None
    alone = len(playing.rules.players) == 1
    name = "" if last is None or alone else f", {one_line(playing.rules.players[last.player].name, limit=30)}"
    if last is None:
        words, colour, tint = "Nobody answered.", "$muted", "$panel"
    elif last.credit == 1:
        words, colour, tint = f"{RIGHT_MARK} Right{name}!", "$success", "$ok-tint"
    elif last.late:
        words, colour, tint = f"{WRONG_MARK} Too late{name}.", "$error", "$bad-tint"
    elif last.credit:
        words, colour, tint = f"{WRONG_MARK} Partly right{name}.", "$error", "$bad-tint"
    else:
        words, colour, tint = f"{WRONG_MARK} Not this time{name}.", "$error", "$bad-tint"
    took = f"{last.seconds:.0f} s" if last else ""
    line = shown(" ", (words, f"bold {colour}"))
    line = shown(line, " " * max(width - line.cell_length - len(took) - 3, 1), (took, "$muted"), " ")
    return joined([shown(("▌", colour), line).stylize(f"on {tint}"), shown(), key_line(question)])


def key_line(question: Question) -> Content:
    """What is right, with its number where it has one."""
    numbers = {option: number for number, option in enumerate(question.options, 1)}
    text = key_text(question.item)
    number = f"{numbers[text]}   " if text in numbers else ""
    return shown((f"  {RIGHT_MARK} {number}", "bold $success"), (one_line(text, limit=_LONGEST), "bold"))


def reasons(misses: tuple[tuple[Player, OptionVerdict], ...], question: Question) -> Content:
    """Why each other option is wrong, with who chose it."""
    chosen = {option.text: one_line(player.name, limit=30) for player, option in misses}
    lines = []
    for number, option in enumerate(option_verdicts(question, ""), 1):
        if option.is_key or not option.why:
            continue
        who = f"  ({chosen[option.text]})" if option.text in chosen else ""
        lines.append(shown((f"  not {number}   ", "$muted"), one_line(option.why, limit=_LONGEST), (who, "$muted")))
    return joined(lines)


def knew(missed: Missed) -> Content:
    """How many knew it."""
    return shown((f"{missed.hard.knew} of {missed.hard.asked} knew", "$muted"))


def answers(missed: Missed) -> Content:
    """What everybody who was asked said."""
    return joined(answer(row) for row in missed.hard.rows)


def answer(row: Told) -> Content:
    """Who answered what, and what became of it."""
    who = one_line(row.player, limit=30) or "nobody"
    given = one_line(row.given, limit=120) if row.answered else ""
    mark = {"right": f"{RIGHT_MARK} "}.get(row.outcome, f"{WRONG_MARK} " if row.answered else "")
    return shown((f"  {who}: ", "$muted"), given, "  " if given else "", (f"{mark}{row.outcome}", "$muted"))


def ahead(playing: Playing, key: KeyOf) -> Content:
    """Whose turn is next."""
    space = key("drill.next")
    question, players = playing.question, playing.rules.players
    if question is None or question.number == question.total:
        return shown((f"{space} shows the scores", "$muted"))
    if len(players) == 1 or playing.rules.mode == "buzz":
        return shown((f"{space} asks the next question", "$muted"))
    place = question.number % len(players)
    return shown(("Next: ", "$muted"), f"{shape(place)} {one_line(players[place].name, limit=30)}")


def too_small(needed: Size, window: Size) -> str:
    """Why no question can stand in big letters."""
    return f"Big letters need a window of {needed.width}×{needed.height}; this one is {window.width}×{window.height}."


def time_up(key: KeyOf, *, in_field: bool) -> str:
    """What can be done when the time is over."""
    reveal, more = key("drill.reveal"), key("drill.more")
    if in_field:
        return (
            f"Time is up. {key('drill.leave_field')}, then {reveal} shows the answer, or {more} gives 30 seconds more."
        )
    return f"Time is up. {reveal} shows the answer, {more} gives 30 seconds more."


def in_a_field(key: KeyOf) -> str:
    """What the keys do while an answer is typed."""
    return f"enter checks; {key('drill.leave_field')} leaves the field, and then {key('drill.reveal')} shows the answer"


def out_of_the_field(key: KeyOf) -> str:
    """How to go on typing, once the field was left."""
    return f"{key('drill.field')} goes back into the field; {key('drill.reveal')} shows the answer"


def offer(who: str, key: KeyOf) -> str:
    """Whether the next player wants the question."""
    return f"{who}, do you want it?  {key('drill.take')} yes   {key('drill.pass')} no"


def letters_told(key: KeyOf, *, on: bool, asking: bool, unfit: Unfit | None) -> str:
    """What has become of the letters."""
    if not on:
        return "Letters as usual again"
    if not asking:
        return "The next question that fits is in big letters"
    return (
        _UNFIT[unfit]
        if unfit is not None
        else f"{key('drill.big')} brings the other rows back, {key('app.help')} is help"
    )
