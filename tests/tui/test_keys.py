"""Keys: one letter has one meaning, help and the key row say what is bound, and no hint is ever cut."""

from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.actions import parse
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from builders import FakeClock, make_bank
from quizapp.model.item import Bank
from quizapp.tui.host import Start
from quizapp.tui.keys import hints, key_name, keys_name
from quizapp.tui.screens.help import Help
from quizapp.tui.screens.study_keys import MOST_CHOICES, Phase, Standing, allowed, bindings
from quizapp.tui.shell import QuizApp
from quizapp.tui.widgets.in_order import EDITING
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.notice import Notice
from stage import (
    CHOICE,
    GAPS,
    SHORT,
    TO_KEYS,
    TRUE_FALSE,
    choice_bank,
    ferry_bank,
    live_through,
    make_app,
    press,
    screen_rows,
    settle,
    workspace_with,
)

MEANINGS = {
    "Y": {"Keep rest"},
    "a": {"Add"},
    "b": {"Later", "Run in background"},
    "c": {"Copy", "Table"},
    "d": {"Drill", "Again"},
    "e": {"Edit"},
    "f": {"Flag"},
    "g": {"First", "Ends"},
    "G": {"Last", "Ends"},
    "h": {"Change", "Mark", "Move", "Range"},
    "i": {"Into the field"},
    "j": {"Move", "Scroll"},
    "k": {"Move", "Scroll"},
    "m": {"More time"},
    "l": {"Change", "Mark", "Move", "Range"},
    "n": {"False", "Anew", "New", "Drop", "No"},
    "o": {"I was right", "They were right", "Count it", "Don't count it"},
    "p": {"Practise"},
    "t": {"Stats"},
    "q": {"Back", "Close", "Library", "Pause", "Quit"},
    "r": {"Try again", "Review", "Review what is ready", "Read again", "Go on"},
    "s": {"Study", "Study all"},
    "u": {"Undo"},
    "v": {"Source", "Close", "Back"},
    "x": {"End", "Delete"},
    "y": {"True", "Keep", "Yes"},
    "z": {"Big text"},
}
"""What each letter may mean; the table of the design, as far as its screens exist."""

PHASES = {
    "choice": Standing(phase=Phase.CHOICE, choices=4, hintable=True),
    "choice, covered": Standing(phase=Phase.CHOICE, choices=4, covered=True, hintable=True),
    "choice, highlighted": Standing(phase=Phase.CHOICE, choices=4, picked=True, hintable=True),
    "true or false": Standing(phase=Phase.TRUE_FALSE, choices=2),
    "in a field": Standing(phase=Phase.TYPED, in_field=True, hintable=True),
    "out of a field": Standing(phase=Phase.TYPED, hintable=True),
    "out of a filled field": Standing(phase=Phase.TYPED, picked=True, hintable=True),
    "feedback": Standing(phase=Phase.FEEDBACK, choices=4, gradable=True),
    "feedback on a typed miss": Standing(phase=Phase.FEEDBACK, gradable=True, overrulable=True),
    "feedback on an overruled miss": Standing(phase=Phase.FEEDBACK, gradable=True, may_count=True),
    "feedback on an own wording": Standing(phase=Phase.FEEDBACK, gradable=True, may_let_go=True),
    "practice": Standing(phase=Phase.FEEDBACK, choices=4),
    "loading": Standing(phase=Phase.LOADING),
}
# How to get somewhere: the banks, where the app opens, the keys to press.
PLACES: dict[str, tuple[tuple[Bank, ...], Start, tuple[str, ...]]] = {
    "welcome": ((), "home", ()),
    "library": ((ferry_bank(), make_bank()), "home", ()),
    "stats": ((ferry_bank(),), "home", ("t",)),
    "stats, choosing": ((ferry_bank(),), "home", ("t", "slash")),
    "stats, of one article": ((ferry_bank(),), "home", ("t", "slash", *"sandey", "enter")),
    "add": ((ferry_bank(),), "home", ("a",)),
    "add, choosing": ((ferry_bank(),), "home", ("a", "shift+tab")),
    "add, ticking": ((ferry_bank(),), "home", ("a", "tab", "tab", "tab")),
    "drill, set-up": ((ferry_bank(CHOICE),), "home", ("d",)),
    "drill": ((ferry_bank(CHOICE),), "home", ("d", "right", "enter")),
    "drill, in a field": ((ferry_bank(SHORT),), "home", ("d", "enter")),
    "drill, answered": ((ferry_bank(CHOICE),), "home", ("d", "enter", "1")),
    "drill, paused": ((ferry_bank(CHOICE),), "home", ("d", "enter", "q")),
    "drill, final": ((ferry_bank(CHOICE),), "home", ("d", "enter", "1", "space")),
    "drill, final, nothing missed": ((ferry_bank(CHOICE),), "home", ("d", "enter", "4", "space")),
    "drill, missed": ((choice_bank(2),), "home", ("d", "enter", *["space"] * 4, "enter")),
    "drill, the last one missed": ((ferry_bank(CHOICE),), "home", ("d", "enter", "1", "space", "enter")),
    "settings": ((ferry_bank(),), "home", ("comma",)),
    "settings, searching": ((ferry_bank(),), "home", ("comma", "slash", "x")),
    "settings, found": ((ferry_bank(),), "home", ("comma", "slash", *"theme", "enter")),
    "settings, an errand": ((ferry_bank(),), "home", ("comma", "G")),
    "keys": ((ferry_bank(),), "home", (*TO_KEYS, "enter")),
    "keys, searching": ((ferry_bank(),), "home", (*TO_KEYS, "enter", "slash", "x")),
    "keys, found": ((ferry_bank(),), "home", (*TO_KEYS, "enter", "slash", *"flag", "enter")),
    "keys, waiting": ((ferry_bank(),), "home", (*TO_KEYS, "enter", "enter")),
    "source of the library": ((ferry_bank(),), "home", ("v",)),
    "review": ((ferry_bank(),), "home", ("r",)),
    "review, all checked": ((ferry_bank(CHOICE),), "home", ("r", "y")),
    "review, asking": ((ferry_bank(),), "home", ("r", "Y")),
    "review, kinds": ((ferry_bank(),), "home", ("r", "a")),
    "edit": ((ferry_bank(),), "home", ("r", "e")),
    "edit, in a line": ((ferry_bank(),), "home", ("r", "e", "tab")),
    "edit, choosing evidence": ((ferry_bank(),), "home", ("r", "e", "f3", "space")),
    "edit, leaving": ((ferry_bank(),), "home", ("r", "e", "x", "escape")),
    "library, searching": ((ferry_bank(), make_bank()), "home", ("slash", "a")),
    "choice": ((ferry_bank(CHOICE),), "study", ()),
    "choice, highlighted": ((ferry_bank(CHOICE),), "study", ("j",)),
    "true or false": ((ferry_bank(TRUE_FALSE),), "study", ()),
    "in a field": ((ferry_bank(SHORT),), "study", ()),
    "out of a field": ((ferry_bank(GAPS),), "study", ("escape",)),
    "feedback": ((ferry_bank(CHOICE),), "study", ("1",)),
    "typed feedback": ((ferry_bank(SHORT),), "study", ("x", "enter")),
    "results": ((ferry_bank(CHOICE),), "study", ("1", "space")),
    "flag": ((ferry_bank(CHOICE),), "study", ("f",)),
    "source": ((ferry_bank(CHOICE),), "study", ("1", "v")),
    "commands": ((ferry_bank(CHOICE),), "study", ("ctrl+p",)),
    "where to": ((ferry_bank(CHOICE),), "home", ("ctrl+p", *"print", "enter")),
    "who": ((ferry_bank(),), "home", ("ctrl+p", *"somebody", "enter")),
    "who, typing": ((ferry_bank(),), "home", ("ctrl+p", *"somebody", "enter", "n")),
}

Visit = Callable[[str, Callable[[QuizApp, Pilot[None]], Awaitable[None]]], Awaitable[None]]


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    """Go to a place of the app and look at it."""

    async def go(place: str, look: Callable[[QuizApp, Pilot[None]], Awaitable[None]]) -> None:
        banks, start, keys = PLACES[place]
        clock = FakeClock()
        workspace = workspace_with(tmp_path / "data", *banks, clock=clock)
        if start == "home":
            live_through(workspace, clock, [bool] if banks else [])
        app = make_app(workspace, start=start)
        async with app.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            await press(pilot, *keys)
            await look(app, pilot)

    return go


@pytest.mark.parametrize("name", PHASES)
def test_no_key_has_two_meanings_in_a_phase(name: str) -> None:
    """Two bindings may share a key only when no phase has both."""
    standing = PHASES[name]
    keys = Counter(binding.key for binding in active_in(standing))
    assert not {key: count for key, count in keys.items() if count > 1}


def active_in(standing: Standing) -> list[Binding]:
    """The bindings of Study that a standing allows."""
    found = []
    for binding in Binding.make_bindings(bindings()):
        _, name, parameters = parse(binding.action)
        if allowed(name, parameters, standing):
            found.append(binding)
    return found


def test_no_phase_is_without_a_way_on_and_a_way_back() -> None:
    """In every phase there is something that space or enter does, and something that leaves."""
    for name, standing in PHASES.items():
        actions = {binding.key: binding.action for binding in active_in(standing)}
        if standing.phase is not Phase.LOADING and not standing.in_field:
            assert "space" in actions, name
        assert "escape" in actions, name


def test_no_key_is_one_that_terminals_swallow() -> None:
    """Those keys arrive as others, or not at all; and a binding without an id could not be given another key."""
    swallowed = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+j", "f10", "f11", "shift+enter"}
    every = [*Binding.make_bindings(bindings()), *Binding.make_bindings(QuizApp.BINDINGS)]
    assert not {binding.key for binding in every} & swallowed
    assert not [binding.key for binding in every if binding.key.startswith("alt+")]
    assert all(binding.id or binding.system for binding in every)


@pytest.mark.parametrize("place", PLACES)
async def test_keys_mean_one_thing_and_are_told(visit: Visit, place: str) -> None:
    """A letter does what it does elsewhere; help has every key and no other; the key row is whole at every width."""

    async def look(app: QuizApp, pilot: Pilot[None]) -> None:
        letters_mean_one_thing(app)
        help_says_what_is_bound(app)
        for width in (120, 100, 99, 87, 80):
            await pilot.resize_terminal(width, 30)
            await settle(pilot)
            the_key_row_is_whole(app)

    await visit(place, look)


@pytest.mark.parametrize("place", PLACES)
async def test_nothing_is_scrolled_sideways(visit: Visit, place: str) -> None:
    """Everything fits the smallest window that is promised; only a line being typed moves under its cursor."""

    async def look(app: QuizApp, pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        wide = [w for w in app.screen.query("*") if w.max_scroll_x > 0 and not isinstance(w, Input)]
        assert not [w for w in wide if w.display and w.show_horizontal_scrollbar]

    await visit(place, look)


def letters_mean_one_thing(app: QuizApp) -> None:
    """Wherever a letter does something, it does what it does elsewhere."""
    for key, active in app.screen.active_bindings.items():
        if len(key) == 1 and key.isalpha():
            assert active.binding.description in MEANINGS[key], key


def help_says_what_is_bound(app: QuizApp) -> None:
    """Every key that does something is in the help, with an explanation, and the help has no other."""
    active = {
        key
        for key, active in app.screen.active_bindings.items()
        if not active.binding.system
        and not (isinstance(active.node, Input) and any(key == editing.key for editing in EDITING))
        and not (isinstance(active.node, TextArea) and active.binding.id is None)
    }
    page = Help.of(app.screen, place="here")
    told = {key for hint in (*page.here, *page.everywhere) for key in hint.keys if not hint.is_textuals}
    assert told == active
    assert all(hint.explanation for hint in (*page.here, *page.everywhere))


def the_key_row_is_whole(app: QuizApp) -> None:
    """Hints that do not fit are left out whole, and help is always there."""
    row = screen_rows(app)[-1].strip()
    every = hints(app.screen)
    rest = row
    for hint in every:
        rest = rest.replace(f"{keys_name(hint.heads, short=True)} {hint.words}", "", 1) if hint.visible else rest
    for right in ("? Help", "F1 Help", "^p Commands"):
        rest = rest.replace(right, "", 1)
    assert not rest.strip(), row
    assert "Help" in row or not any(hint.action == "help" for hint in every)


async def test_a_hint_does_what_its_key_does(visit: Visit) -> None:
    """Every hint of the key row can be clicked."""

    async def look(app: QuizApp, pilot: Pilot[None]) -> None:
        row = app.screen.query_one(KeyRow)
        await pilot.click(row, offset=(screen_rows(app)[-1].index("Choose"), 0))
        await settle(pilot)
        assert "Click the one you mean" in "\n".join(screen_rows(app))
        await pilot.click(row, offset=(screen_rows(app)[-1].index("Show answer"), 0))
        await settle(pilot)
        assert "Here it is" in "\n".join(screen_rows(app))
        await pilot.click(row, offset=(screen_rows(app)[-1].index("Grade"), 0))
        await settle(pilot)
        assert "Done" in screen_rows(app)[0]

    await visit("choice", look)


async def test_help_can_be_searched_and_closed(visit: Visit) -> None:
    """Typing sifts the keys; `q` is a letter once something is typed, and closes before."""

    async def look(app: QuizApp, pilot: Pilot[None]) -> None:
        await press(pilot, "?", *"undo q")
        text = "\n".join(screen_rows(app))
        assert isinstance(app.screen, Help)
        assert "not today" not in text
        await press(pilot, "ctrl+u", *"undo")
        assert "undo the last step" in "\n".join(screen_rows(app))
        await press(pilot, "ctrl+u", "q")
        assert not isinstance(app.screen, Help)
        await press(pilot, "f1", "?")
        assert not isinstance(app.screen, Help)

    await visit("choice", look)


async def test_a_sheet_has_its_help(visit: Visit) -> None:
    """A modal keeps the app's keys off, so it brings this one along; closing help leads back to it."""

    async def look(app: QuizApp, pilot: Pilot[None]) -> None:
        await press(pilot, "f")
        sheet = app.screen
        assert "? Help" in screen_rows(app)[-1]
        await press(pilot, "?")
        assert isinstance(app.screen, Help)
        await press(pilot, "escape")
        assert app.screen is sheet

    await visit("choice", look)


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (("1", "2", "3", "4"), "1–4"),
        (("1", "2"), "1 2"),
        (("j", "k", "down", "up"), "j k ↓ ↑"),
        (("question_mark", "f1"), "? F1"),
        (("ctrl+p", "colon"), "ctrl+p :"),
    ],
)
def test_keys_are_named_as_they_are_printed(keys: tuple[str, ...], name: str) -> None:
    """A run of digits is a range, arrows are arrows."""
    assert keys_name(keys) == name


def test_a_short_name_is_for_the_key_row() -> None:
    """Control is written ^ where there is little room."""
    assert key_name("ctrl+t", short=True) == "^t"
    assert key_name("ctrl+t") == "ctrl+t"
    assert MOST_CHOICES == 9  # as many digits as there are


@pytest.mark.parametrize("keys", [("1",), ("2",), ("3",), ("4",)], ids=str)
async def test_the_way_back_is_named_at_every_answer(tmp_path: Path, keys: tuple[str, ...]) -> None:
    """At 80 columns other hints go before it does; no hint is cut."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(CHOICE)), start="study")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "q Back" in screen_rows(app)[-1]
        await press(pilot, *keys)
        assert "q Back" in screen_rows(app)[-1]
        assert "? Help" in screen_rows(app)[-1]


@pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=str)
async def test_a_long_message_is_whole_and_moves_nothing(tmp_path: Path, size: tuple[int, int]) -> None:
    """It lies over the rows below, and goes with the next key."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(CHOICE)), start="study")
    message = "This cannot be done, and here is why. " * 4 + "Done."
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = screen_rows(app)
        app.say(message, error=True)
        await settle(pilot)
        told = screen_rows(app)
        said = " ".join(" ".join(told[1:4]).split())
        assert message in said
        assert (told[0], told[4:]) == (before[0], before[4:])
        await press(pilot, "f3")
        app.say("")
        await settle(pilot)
        assert screen_rows(app) == before


@pytest.mark.parametrize("width", [60, 80], ids=str)
async def test_a_path_in_a_message_is_whole(tmp_path: Path, width: int) -> None:
    """It is broken where the row ends, and stays until a key: nobody reads three rows in three seconds."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(CHOICE)), start="study")
    app.cramped_is_fine = True
    path = f"/home/somebody/{'a-folder-of-his/' * 9}drill-20261126T110000-1c7f9a2158668130.csv"
    async with app.run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        app.say(f"12 rows in {path}")
        await settle(pilot)
        assert path in "".join("".join(screen_rows(app)[1:9]).split())
        assert app.screen.query_one(Notice).stays
        app.say("12 rows")
        assert not app.screen.query_one(Notice).stays


@pytest.mark.parametrize(
    ("keys", "named"),
    [
        (("d", "right", "tab"), "enter Start"),
        (("d", "right", "right", "right", "tab"), "enter Start"),
        (("comma", "slash", "x"), "enter Find  esc All again"),
        (("comma", "slash", *"theme", "enter"), "esc All again"),
        ((*TO_KEYS, "enter", "slash", "x"), "enter Find  esc All again"),
        (("slash", "f"), "enter Find  esc Show all"),
    ],
    ids=["names", "class list", "settings", "settings, found", "keys", "library"],
)
async def test_a_field_says_what_enter_does_in_it(tmp_path: Path, keys: tuple[str, ...], named: str) -> None:
    """Where it begins something it does not say that it checks an answer; a search says how to use and leave it."""
    workspace = workspace_with(tmp_path / "data", ferry_bank())
    live_through(workspace, FakeClock(), [bool])
    app = make_app(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert named in screen_rows(app)[-1]
