"""A drill in lines: the same object that screens drive, one line for each thing said."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from quizapp.cli.output import ask, say
from quizapp.cli.phrases import prompt, question_lines, what_to_type
from quizapp.cli.replies import gaps, picked
from quizapp.cli.terminal import Lines
from quizapp.kit.clock import Clock
from quizapp.kit.durations import counted, in_words
from quizapp.kit.errors import DiskError
from quizapp.kit.text import one_line, reading
from quizapp.model.item import Item, NumericItem, TypedItem, key_text
from quizapp.model.response import Grade, Response, Typed
from quizapp.usecases.drill import DrillResults, Phase, Playing, Told
from quizapp.usecases.showing import Question
from quizapp.usecases.wording import VERDICTS

_HELP: Final = (
    "Enter alone shows the answer. p: stops the clock. m: half a minute more.",
    "pass: leaves it to the others, in a drill with --pass.",
    "+ and -: ten points more or less; a number says for whom, after a space where the answer is below 0.",
    "u: takes the last step back. q: stop; quizapp drill --resume goes on. x: end the drill and show the scores.",
)
_HELP_SHOWN: Final = (
    "Enter goes on. o: they were right. + and -: ten points more or less; a number says for whom.",
    "u: takes the last step back. q: stop; quizapp drill --resume goes on. x: end the drill and show the scores.",
)


_PAUSE: Final = frozenset({"p", "pause"})
_VERBS: Final = _PAUSE | frozenset({"?", "m", "u", "undo", "q", "quit", "x"})
_SIGNED: Final = re.compile(r"[+-]\d+")


class _Stopped(Exception):  # noqa: N818  not an error: the players stop, or the input is at its end
    """The conversation is over; everything that happened is on disk."""


def play(playing: Playing, lines: Lines, clock: Clock) -> None:
    """Play until all questions are done, the players stop or the input ends.

    Raises:
        TerminalError: the input ended before its first line.
        DiskError: what happened could not be saved.
    """
    game = _Game(playing, lines, clock)
    try:
        game.run()
    except _Stopped:
        say()
    _all(result_lines(playing.results()))
    if not playing.saved:
        raise DiskError(f"not everything could be saved: {playing.notebook.trouble}")


class _Game:
    """A drill in lines: prints, reads, and tells the drill what was said."""

    def __init__(self, playing: Playing, lines: Lines, clock: Clock) -> None:
        self._playing = playing
        self._lines = lines
        self._clock = clock
        self._shown: int | None = None  # the question that stands on the paper already
        self._verdict: Grade | None = None
        self._went_on = clock.ticks()  # when the question's clock began or went on
        self._ticking = False

    def run(self) -> None:
        """Ask, judge, show, until it is over."""
        names = ", ".join(one_line(player.name) for player in self._playing.rules.players)
        question = self._playing.question
        total = question.total if question else 0
        long = counted(total, "question")
        if (left := self._playing.state.left) is not None:
            long = f"until the clock runs out, {in_words(timedelta(seconds=left))} of answering"
        say(f"Drill: {long}, {names}.")
        say("? and enter: what you can type.")
        while (question := self._playing.question) is not None:
            match self._playing.state.phase:
                case Phase.OPEN:
                    self._ask(question)
                    self._wait_for_buzz()
                case Phase.ASKED:
                    self._ask(question)
                    self._wait_for_answer(question)
                case _:
                    self._show(question)

    def _ask(self, question: Question) -> None:
        if self._shown != question.number:
            _all(question_lines(question))
            self._shown = question.number

    def _wait_for_buzz(self) -> None:
        players = self._playing.rules.players
        tried = self._playing.state.tried
        open_to = {str(number): number - 1 for number in range(1, len(players) + 1) if number - 1 not in tried}
        offers = ", ".join(f"{number} {one_line(players[place].name)}" for number, place in open_to.items())
        self._start_clock()
        said = self._hear(f"Who was first? {offers}; enter alone: nobody: ")
        if said in open_to:
            self._playing.buzz(open_to[said], seconds=self._seconds())
        elif not said:
            self._playing.reveal(seconds=self._seconds())
        elif said in _PAUSE:
            self._pause()
        else:
            self._stop_clock()
            self._obey(said)

    def _wait_for_answer(self, question: Question) -> None:
        player = self._playing.player
        who = one_line(player.name) if player else ""
        self._start_clock()
        fields: list[str] = []
        while True:
            said = self._hear(f"{who}{self._time()}. {prompt(question, len(fields))}")
            if not said:
                self._reveal()
                return
            if self._is_verb(said, question.item):
                if self._pause() if said in _PAUSE else self._obey(said):
                    return
                continue
            response = self._response(said, question, fields)
            if response is not None:
                self._verdict = self._playing.answer(response, seconds=self._seconds())
                say(self._told())
                return

    def _seconds(self) -> float:
        """Since the clock began or went on."""
        return self._clock.ticks() - self._went_on

    def _time(self) -> str:
        """How long there is for an answer; anew each time, for there may be more of it, and some may be gone."""
        limit, gone = self._playing.limit, self._playing.state.elapsed
        if limit is None:
            return ""
        return f" ({limit:g} s, {max(0.0, limit - gone):g} left)" if gone else f" ({limit:g} s)"

    def _reveal(self) -> None:
        """Show the answer; whether the time was over is kept, too."""
        limit, seconds = self._playing.limit, self._seconds()
        over = limit is not None and self._playing.state.elapsed + seconds > limit
        self._playing.reveal(seconds=seconds, timed_out=over)

    def _start_clock(self) -> None:
        self._went_on = self._clock.ticks()
        self._ticking = True

    def _stop_clock(self) -> None:
        """Keep what went by, so that the drill goes on from the same second, now or another day."""
        if self._ticking and self._playing.state.phase in {Phase.OPEN, Phase.ASKED}:
            self._playing.pause(seconds=self._seconds())
        self._ticking = False

    def _pause(self) -> bool:
        """Stop the clock until enter; whether the drill was ended instead."""
        self._stop_clock()
        limit, gone = self._playing.limit, self._playing.state.elapsed
        at = f" at {max(0.0, limit - gone):g} s" if limit is not None else ""
        said = self._hear(f"Paused, the clock has stopped{at}. Enter goes on, q stops, x ends the drill: ")
        if said in {"q", "quit"}:
            raise _Stopped
        if said == "x":
            self._playing.end()
        self._start_clock()
        return said == "x"

    def _response(self, said: str, question: Question, fields: list[str]) -> Response | None:
        """What a line answers; None where it does not, or where more gaps wait."""
        if isinstance(question.item, TypedItem):
            fields.append(said)
            return Typed(fields=tuple(fields)) if len(fields) == gaps(question.item) else None
        response = picked(said, question)
        if response is None:
            say(what_to_type(question))
        return response

    def _told(self) -> str:
        last = self._playing.state.tries[-1]
        if last.late:
            return f"Too late: {last.seconds:g} s of {last.limit:g}."
        verdict = VERDICTS[self._verdict.outcome] if self._verdict else ""
        points = f" {last.points} points." if last.points else ""
        name = one_line(self._playing.rules.players[last.player].name)
        if last.credit == 1:
            return f"Right, {name}!{points}"
        return f"{verdict}.{points}"

    def _show(self, question: Question) -> None:
        self._ask(question)  # where a drill goes on in the middle of a question
        say(f"Answer: {one_line(key_text(question.item))}")
        for player, option in self._playing.misses():
            say(f"{one_line(player.name)} chose {one_line(option.text)}: {one_line(option.why)}".rstrip(": "))
        for evidence in question.item.evidence:
            paragraph = question.article.paragraph_of(evidence.span)
            say(f"From the article, paragraph {paragraph}: {one_line(evidence.quote)}")
        say(scores_line(self._playing))
        while self._playing.state.phase is Phase.SHOWN:
            said = self._hear("Enter goes on: ")
            if not said:
                self._playing.go_on()
                return
            if said == "o":
                self._accept()
            elif not self._obey(said, shown=True):
                continue
            else:
                return

    def _accept(self) -> None:
        try:
            self._playing.accept()
        except ValueError:
            say("Nobody answered this question wrongly.")
        else:
            say(scores_line(self._playing))

    def _is_verb(self, said: str, item: Item) -> bool:
        """Whether a line asks for something; not when it answers the item, as “x” or “-2” might."""
        if reading(said) in {reading(wording) for wording in (key_text(item), *item.accepted)}:
            return False
        if isinstance(item, NumericItem) and item.value.startswith("-") and _SIGNED.fullmatch(said):
            return False
        verbs = _VERBS | {"pass"} if self._playing.rules.passing else _VERBS
        return said in verbs or _is_correction(said)

    def _obey(self, said: str, *, shown: bool = False) -> bool:
        """Do what a verb says; whether the drill stands elsewhere now."""
        match said:
            case "q" | "quit":
                self._stop_clock()
                raise _Stopped
            case "x":
                self._stop_clock()
                self._playing.end()
                return True
            case "u" | "undo":
                return self._undo()
            case "pass" if self._playing.state.phase is Phase.ASKED and self._playing.rules.passing:
                self._playing.pass_on(seconds=self._seconds())
                return True
            case "m" if not shown:
                self._playing.give_time()
                say("Half a minute more.")
                return False
            case _ if _is_correction(said):
                self._correct(said)
                return False
            case _:
                _all(_HELP_SHOWN if shown else _HELP)
                return False

    def _undo(self) -> bool:
        undone = self._playing.undo()
        say("Undone." if undone else "Nothing to undo yet.")
        self._shown = None if undone else self._shown
        return undone

    def _correct(self, said: str) -> None:
        number = said[1:].strip()
        last = self._playing.state.tries[-1].player if self._playing.state.tries else 0
        current = self._playing.state.player
        player = int(number) - 1 if number else last if current is None else current
        if not 0 <= player < len(self._playing.rules.players):
            say("There is no such player.")
            return
        self._playing.correct(player, 1 if said[0] == "+" else -1)
        say(scores_line(self._playing))

    def _hear(self, question: str) -> str:
        ask(question)
        said = self._lines.next()
        if not self._lines.typed:
            say()  # nobody's enter key ends the prompt's line
        if said is None:
            self._stop_clock()
            raise _Stopped
        return said


def _is_correction(said: str) -> bool:
    """“+”, “-”, “+2”: ten points more or less, for whom."""
    return said[:1] in {"+", "-"} and (said[1:].strip() or "0").isdecimal()


def scores_line(playing: Playing) -> str:
    """Everybody's score in one line."""
    pairs = zip(playing.rules.players, playing.state.scores, strict=True)
    return "Scores: " + ", ".join(f"{one_line(player.name)} {score}" for player, score in pairs)


def result_lines(results: DrillResults) -> Iterator[str]:
    """The ranking, every answer, and every question without one."""
    yield "Final." if results.over else "Stopped; quizapp drill --resume goes on."
    for placing in results.ranking:
        right = f"{placing.right} of {placing.answered} right"
        yield f"{placing.place}. {one_line(placing.player.name)}: {placing.score} points, {right}"
    for told in results.rows:
        stem = one_line(told.stem) or f"{one_line(told.item)}, which has left the library."
        given = f"{one_line(told.given) or 'nothing'} ({_mark(told)})" if told.answered else told.outcome
        yield f"  {told.number}. {stem} {one_line(told.player) or 'Nobody'}: {given}"


def _mark(told: Told) -> str:
    return f"{told.credit:.0%} right".replace("%", " %") if 0 < told.credit < 1 else told.outcome


def list_lines(drills: Iterable[DrillResults]) -> Iterator[str]:
    """The drills that were played, each with what --show takes."""
    everything = list(drills)
    short = Counter(_short(drill) for drill in everything)
    for drill in everything:
        name = _short(drill) if short[_short(drill)] == 1 else drill.id
        names = ", ".join(one_line(player.name) for player in drill.rules.players)
        asked = f"{drill.asked} of {counted(drill.state.length, 'question')}"
        end = "" if drill.over else "; stopped"
        yield f"{one_line(name)}  {drill.started:%Y-%m-%d %H:%M}  {names}: {asked}{end}"
    if not everything:
        yield "No drill was played yet; quizapp drill begins one."


def _short(drill: DrillResults) -> str:
    return drill.id.partition("-")[0]


def _all(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
