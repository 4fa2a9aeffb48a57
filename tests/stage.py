"""A stage for the app: a library with banks of our own, a clock that stands still, and a seed."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from builders import NOON, FakeClock, right_response, wrong_response
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence
from quizapp.model.item import (
    GAP,
    Bank,
    ChoiceItem,
    ClozeItem,
    Distractor,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    Pair,
    ShortAnswerItem,
    TrueFalseItem,
)
from quizapp.tui.host import Start
from quizapp.tui.shell import QuizApp
from quizapp.usecases.library import Entry, Library
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace, open_workspace

SEED: Final = 7
TO_KEYS: Final = ("comma", "G", *("k" * 3))
"""From the Library to the row of the settings that leads to all keys."""
SIZES: Final = ((80, 24), (100, 30), (120, 40))

FERRY: Final = Article(
    id="ferry",
    title="The Sandey Ferry of 1907",
    source="ferry.txt",
    text="""The Sandey Ferry of 1907

In the spring of 1907 the island of Sandey lost its only bridge. A week of storms, with gusts of 140 kilometres an
hour, tore the planks from the piers one after the other.

A fever had closed the school two years earlier, and the county had left all repairs to nine quarrelling parishes.

What moved the county was not the petition but the price of bread. Flour came by rowing boat, and a loaf cost three
times as much as on the mainland. Fishermen sold their places in the queue.

Councillor Agnes Holm brought in a plan on 12 May, and it was passed only sixteen days later. It gave the Ferry Board
40,000 crowns and the right to charge a toll.

Its engineer, Peter Lund, drew 27 kilometres of cable for a ferry that needed no engine. He made the boat far larger
than the traffic of the day, and then he doubled its deck.
""",
)


def quoted(text: str) -> tuple[Evidence, ...]:
    """The evidence that the ferry article gives with these words."""
    start = FERRY.text.index(text)
    return (Evidence.of(FERRY, Span(start, start + len(text))),)


BREAD: Final = "What moved the county was not the petition but the price of bread."
BOARD: Final = "It gave the Ferry Board\n40,000 crowns and the right to charge a toll."
CABLE: Final = "Its engineer, Peter Lund, drew 27 kilometres of cable for a ferry that needed no engine."
FLOUR: Final = "Flour came by rowing boat, and a loaf cost three\ntimes as much as on the mainland."
PASSED: Final = "Councillor Agnes Holm brought in a plan on 12 May, and it was passed only sixteen days later."

CHOICE: Final = ChoiceItem(
    id="moved",
    fact="moved",
    stem="What finally moved the county to act on the crossing to Sandey in 1907?",
    key="The price of bread",
    rationale="Stated directly in ¶3.",
    distractors=(
        Distractor(text="A new outbreak of fever", why="The article puts the fever two years earlier (¶2)."),
        Distractor(text="A petition by the fishermen", why="“Not the petition” (¶3); the fishermen sold places."),
        Distractor(text="Pressure from the parishes", why="The parishes are named as the obstacle (¶2)."),
    ),
    evidence=quoted(BREAD),
)
TRUE_FALSE: Final = TrueFalseItem(
    id="passed",
    fact="passed",
    stem="The plan took more than a month to be passed.",
    key=False,
    rationale="It was passed sixteen days later (¶4).",
    evidence=quoted(PASSED),
)
CLOZE: Final = ClozeItem(
    id="flour",
    fact="flour",
    stem=f"Flour came by {GAP}, and a loaf cost three times as much as on the mainland.",
    keys=("rowing boat",),
    evidence=quoted(FLOUR),
)
GAPS: Final = ClozeItem(
    id="gaps",
    fact="gaps",
    stem=f"The plan gave the {GAP} 40,000 crowns and the right to charge a {GAP}.",
    keys=("Ferry Board", "toll"),
    evidence=quoted(BOARD),
)
NUMBER: Final = NumericItem(
    id="cable",
    fact="cable",
    stem="How many kilometres of cable did Peter Lund draw?",
    key="27 kilometres",
    value="27",
    unit="kilometres",
    evidence=quoted(CABLE),
)
SHORT: Final = ShortAnswerItem(
    id="board",
    fact="board",
    stem="Which body was given the money and the right to charge a toll?",
    key="Ferry Board",
    accepted=("the Board",),
    evidence=quoted(BOARD),
)
MULTIPLE: Final = MultipleChoiceItem(
    id="given",
    fact="given",
    stem="What did the plan give the Ferry Board?",
    keys=("40,000 crowns", "the right to charge a toll"),
    distractors=(
        Distractor(text="an engine", why="The ferry needed no engine (¶4)."),
        Distractor(text="a second boat", why="Not in the article."),
    ),
    evidence=quoted(BOARD),
)
MATCHING: Final = MatchingItem(
    id="who",
    fact="who",
    stem="Match each person or body with what the article says about them.",
    pairs=(
        Pair(prompt="Peter Lund", answer="drew the cable"),
        Pair(prompt="Agnes Holm", answer="brought in a plan"),
        Pair(prompt="The Ferry Board", answer="may charge a toll"),
    ),
    evidence=quoted(CABLE),
    derived=True,
)
ORDERING: Final = OrderingItem(
    id="order",
    fact="order",
    stem="Put these in the order in which they happened.",
    keys=("Flour comes by rowing boat", "Agnes Holm brings in a plan", "The plan is passed"),
    evidence=(*quoted(FLOUR), *quoted(PASSED)),
    derived=True,
)
GATHERED: Final = (MULTIPLE, MATCHING, ORDERING)
KINDS: Final[dict[str, Item]] = {
    "choice": CHOICE,
    "true-false": TRUE_FALSE,
    "cloze": CLOZE,
    "gaps": GAPS,
    "number": NUMBER,
    "short": SHORT,
}


def ferry_bank(*items: Item) -> Bank:
    """A bank on the ferry; all kinds when none are named."""
    return Bank(article=FERRY, items=items or tuple(KINDS.values()))


class OwnLibrary(Library):
    """A library without the bundled banks, so that what ships can change and the tests stay."""

    def entries(self) -> tuple[Entry, ...]:
        """The learner's own banks."""
        return tuple(entry for entry in super().entries() if not entry.shipped)


def workspace_with(folder: Path, *banks: Bank, clock: FakeClock | None = None) -> Workspace:
    """A workspace whose library holds these banks and no others."""
    workspace = open_workspace(folder, clock=clock or FakeClock())
    workspace.__dict__["library"] = OwnLibrary(folder / "questions")
    for minute, bank in enumerate(banks):
        path = workspace.library.path(workspace.library.save(bank))
        added = (
            NOON.timestamp() - 60 * minute
        )  # the first one was added last, so that they are listed as they are given
        os.utime(path, (added, added))
    return workspace


def choice_bank(count: int) -> Bank:
    """A bank with so many choice questions, numbered so that they can be told apart."""
    stems = (f"Question {number}: what moved the county to act?" for number in range(1, count + 1))
    return ferry_bank(
        *(replace(CHOICE, id=f"c{number}", fact=f"f{number}", stem=stem) for number, stem in enumerate(stems, 1))
    )


def live_through(workspace: Workspace, clock: FakeClock, days: Iterable[Callable[[int], bool]]) -> None:
    """Answer what is due and new on each day; each day says which answers are right, by their number."""
    for is_right in days:
        sitting = open_sitting(workspace, seed=SEED, limit=4)
        number = 0
        while sitting.question is not None:
            respond = right_response if is_right(number) else wrong_response
            sitting.answer(respond(sitting.question.item), seconds=6.0)
            sitting.rate()
            number += 1
        clock.pass_by(days=1)


def make_app(
    workspace: Workspace,
    *,
    start: Start = "home",
    bank: str | None = None,
    grade_wait: float = 0,
    seed: int = SEED,
    ask_who: bool = False,
) -> QuizApp:
    """The app as tests look at it: nothing blinks, nothing waits."""
    app = QuizApp(
        workspace,
        clock=workspace.clock,
        start=start,
        bank=bank,
        seed=seed,
        grade_wait=grade_wait,
        ask_who=ask_who,
    )
    app.animation_level = "none"
    return app


_MOST_ROUNDS = 60  # a key bubbles up and comes down as an action, whose message bubbles up, and so on
_QUIET_ROUNDS = 3  # before that a handler may still have been at work, and have posted something at its end


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all messages are handled, everything in the background is done, and the screen is drawn.

    Textual's own pause waits until the processor looks idle, which takes 20 ms each time and is a guess under load.
    """
    app, quiet = pilot.app, 0
    for _ in range(_MOST_ROUNDS):
        with suppress(WorkerCancelled):  # its page is gone; that is an end, too
            await app.workers.wait_for_complete()
        await pilot._wait_for_screen()
        if app.is_running and app.screen_stack:
            app.screen._on_timer_update()
        quiet = quiet + 1 if _nothing_waits(app) else 0
        if quiet == _QUIET_ROUNDS:
            return


def _nothing_waits(app: App[None]) -> bool:
    """Whether no message and no callback waits for the app or for anything on its screen."""
    if not app.is_running or not app.screen_stack:
        return True
    pumps = (app, *app.screen.walk_children(with_self=True))
    return not any(pump.message_queue_size or pump._next_callbacks or pump._pending_message for pump in pumps)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each when the last one is done."""
    for key in keys:
        await burst(pilot, key)


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys that all arrive at once, as in one read over a slow line."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        character = key if len(key) == 1 else {"space": " ", "slash": "/", "question_mark": "?"}.get(key)
        pilot.app.post_message(Key(name, character))
    await settle(pilot)


def screen_rows(app: QuizApp) -> list[str]:
    """What is on the screen, row by row."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def screen_text(app: QuizApp) -> str:
    """What is on the screen."""
    return "\n".join(screen_rows(app))


def row_of(app: QuizApp, text: str) -> int:
    """The row in which a text stands."""
    return next(number for number, row in enumerate(screen_rows(app)) if text in row)


def key_of(app: QuizApp, choice: str) -> str:
    """The digit of a choice; its place follows from the seed."""
    return screen_rows(app)[row_of(app, choice)].split(choice)[0].split()[-1]


def place_of(app: QuizApp, text: str) -> tuple[int, int]:
    """Where on the screen a text begins, to be clicked."""
    row = row_of(app, text)
    return screen_rows(app)[row].index(text), row
