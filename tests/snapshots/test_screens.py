"""Every screen at every size, as it looks; read the report before updating one."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import FakeClock, make_bank
from quizapp.model.item import Bank, Item
from quizapp.tui.host import Start
from quizapp.tui.theme import PAPER
from stage import (
    CHOICE,
    GAPS,
    MATCHING,
    MULTIPLE,
    NUMBER,
    ORDERING,
    SHORT,
    SIZES,
    TO_KEYS,
    TRUE_FALSE,
    choice_bank,
    ferry_bank,
    key_of,
    live_through,
    make_app,
    press,
    settle,
    workspace_with,
)
from usecases.test_adding import TEXT

Compare = Callable[..., bool]
Steps = Callable[[Pilot[None]], Awaitable[None]]

ALL_SIZES = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
USUAL = (100, 30)
TIMED = ("j", "j", "j", "right", "right")
"""In the set-up of a drill: thirty seconds a question."""
RIGHT = "right"
"""Stands for the digit of the right choice, whose place follows from the seed."""


@pytest.fixture
def show(snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Build the app on banks, press keys, and compare the picture; the data are in "~/data"."""
    monkeypatch.setenv("HOME", str(tmp_path))

    def compare(
        *banks: Bank,
        size: tuple[int, int],
        keys: tuple[str, ...] = (),
        start: Start = "study",
        theme: str = "",
        lived: bool = False,
    ) -> None:
        clock = FakeClock()
        workspace = workspace_with(tmp_path / "data", *banks, clock=clock)
        if lived:
            live_through(workspace, clock, [bool, lambda _: True, bool, lambda _: True])
        app = make_app(workspace, start=start)

        async def steps(pilot: Pilot[None]) -> None:
            if theme:
                app.theme = theme
            await settle(pilot)
            clock.pass_by(seconds=2.8)
            for key in keys:
                await press(pilot, key_of(app, CHOICE.key) if key == RIGHT and start != "home" else key)
            await settle(pilot)

        assert snap_compare(app, terminal_size=size, run_before=steps)

    return compare


Show = Callable[..., None]


@ALL_SIZES
def test_welcome(show: Show, size: tuple[int, int]) -> None:
    """The first screen names the one key that leads to the first question."""
    show(size=size, start="home")


@ALL_SIZES
def test_question(show: Show, size: tuple[int, int]) -> None:
    """A choice question suggests no answer."""
    show(ferry_bank(), size=size)


@ALL_SIZES
def test_answered_wrong(show: Show, size: tuple[int, int]) -> None:
    """The feedback names your answer, the right one, and the sentence that proves it."""
    show(ferry_bank(), size=size, keys=("1",))


@ALL_SIZES
def test_question_anew(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    """A question whose answer has changed says so under its choices."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(replace(CHOICE, key="Flour", derived=True)))
    live_through(workspace, FakeClock(), [bool])
    workspace.library.save(ferry_bank())

    async def steps(pilot: Pilot[None]) -> None:
        await settle(pilot)

    assert snap_compare(make_app(workspace, start="study"), terminal_size=size, run_before=steps)


@pytest.fixture
def show_who(snap_compare: Compare, tmp_path: Path) -> Callable[..., None]:
    """Ask who studies, press keys, and compare the picture."""

    def compare(*keys: str, size: tuple[int, int] = USUAL, theme: str = "") -> None:
        clock = FakeClock()
        workspace = workspace_with(tmp_path / "data", ferry_bank(), clock=clock)
        for name in ("me", "张三", "Zoë Å"):
            live_through(workspace.of(name), clock, [bool, bool])
        app = make_app(workspace, ask_who=True)

        async def steps(pilot: Pilot[None]) -> None:
            if theme:
                app.theme = theme
            await settle(pilot)
            await press(pilot, *keys)

        assert snap_compare(app, terminal_size=size, run_before=steps)

    return compare


@ALL_SIZES
def test_who_studies(show_who: Show, size: tuple[int, int]) -> None:
    """Everyone with what they did, the last one marked, over what they would go on with."""
    show_who(size=size)


def test_who_studies_on_paper(show_who: Show) -> None:
    """The same in the light theme."""
    show_who(theme=PAPER)


def test_somebody_new(show_who: Show) -> None:
    """A name being typed."""
    show_who("n", *"Bo")


def test_library_of_a_learner(show_who: Show) -> None:
    """The name stands quietly beside the name of the page."""
    show_who("2")


@ALL_SIZES
def test_answered_right(show: Show, size: tuple[int, int]) -> None:
    """A right answer is marked by a glyph and a word, not by colour alone."""
    show(ferry_bank(), size=size, keys=(RIGHT,))


@ALL_SIZES
def test_typed_question(show: Show, size: tuple[int, int]) -> None:
    """A typed question has its field, and the keys of a field."""
    show(ferry_bank(SHORT), size=size, keys=(*"ferry bo", "f2"))


@ALL_SIZES
def test_typed_wrong(show: Show, size: tuple[int, int]) -> None:
    """A typed answer stands over the right one, and can be overruled."""
    show(ferry_bank(SHORT), size=size, keys=(*"the parishes", "enter"))


@ALL_SIZES
def test_number(show: Show, size: tuple[int, int]) -> None:
    """A number is echoed as it is understood."""
    show(ferry_bank(NUMBER), size=size, keys=("2", "7"))


@ALL_SIZES
def test_gaps(show: Show, size: tuple[int, int]) -> None:
    """Each gap has a field, and fills in as it is typed."""
    show(ferry_bank(GAPS), size=size, keys=(*"ferry board", "tab", *"to"))


def test_gaps_answered(show: Show) -> None:
    """Each gap has its own verdict."""
    show(ferry_bank(GAPS), size=USUAL, keys=(*"ferry board", "enter", *"fee", "enter"))


@ALL_SIZES
def test_multiple_answers(show: Show, size: tuple[int, int]) -> None:
    """What is ticked says so."""
    show(ferry_bank(MULTIPLE), size=size, keys=("1", "3"))


def test_multiple_answers_judged(show: Show) -> None:
    """Each option says whether it was right, and why."""
    show(ferry_bank(MULTIPLE), size=USUAL, keys=("1", "3", "enter"))


@ALL_SIZES
def test_match(show: Show, size: tuple[int, int]) -> None:
    """Each prompt has its line, and the next one is marked."""
    show(ferry_bank(MATCHING), size=size, keys=("2",))


def test_match_judged(show: Show) -> None:
    """Each answer says to whom it belongs."""
    show(ferry_bank(MATCHING), size=USUAL, keys=("2", "1", "3", "enter"))


@ALL_SIZES
def test_order(show: Show, size: tuple[int, int]) -> None:
    """What is placed has its place beside it."""
    show(ferry_bank(ORDERING), size=size, keys=("3", "1"))


def test_order_judged(show: Show) -> None:
    """Each thing says where it belongs."""
    show(ferry_bank(ORDERING), size=USUAL, keys=("3", "1", "2", "enter"))


@ALL_SIZES
def test_true_or_false(show: Show, size: tuple[int, int]) -> None:
    """A statement is the article's, not the world's."""
    show(ferry_bank(TRUE_FALSE), size=size, keys=("j",))


def test_true_or_false_answered(show: Show) -> None:
    """Both answers carry their reason."""
    show(ferry_bank(TRUE_FALSE), size=USUAL, keys=("y",))


def test_hint(show: Show) -> None:
    """A hint takes one wrong answer away, with its reason."""
    show(ferry_bank(CHOICE), size=USUAL, keys=("f2", "j"))


@ALL_SIZES
def test_results(show: Show, size: tuple[int, int]) -> None:
    """The end of a sitting: the score, what was missed, what moved, and what to do."""
    show(choice_bank(6), size=size, keys=(RIGHT, " ", "1", " ", RIGHT, " ", RIGHT, "4", "2", " ", RIGHT, " "))


@ALL_SIZES
def test_library(show: Show, size: tuple[int, int]) -> None:
    """The library: what waits in each article, and today beside it where there is room."""
    show(ferry_bank(), make_bank(), size=size, start="home", lived=True)


@ALL_SIZES
def test_help(show: Show, size: tuple[int, int]) -> None:
    """Help names every key of the screen underneath."""
    show(ferry_bank(), size=size, keys=("?",))


def test_commands(show: Show) -> None:
    """Commands can be searched, and show their keys."""
    show(ferry_bank(), size=USUAL, keys=("ctrl+p", *"light"))


def test_flag(show: Show) -> None:
    """A flag asks for one of four reasons."""
    show(ferry_bank(), size=USUAL, keys=("f",))


@ALL_SIZES
def test_source(show: Show, size: tuple[int, int]) -> None:
    """The whole source, the evidence marked."""
    show(ferry_bank(), size=size, keys=("1", "v"))


def test_too_small(show: Show) -> None:
    """A window that is too small says so, and how large it is."""
    show(ferry_bank(), size=(60, 20))


def test_cramped(show: Show) -> None:
    """Whoever wants to goes on in the window there is."""
    show(ferry_bank(), size=(60, 20), keys=("enter", "1"))


@ALL_SIZES
def test_review(show: Show, size: tuple[int, int]) -> None:
    """The question beside its source, some kept and dropped, one with a remark."""
    show(_to_review(), size=size, start="home", keys=("r", "y", "n", "j"))


@ALL_SIZES
def test_review_with_a_remark(show: Show, size: tuple[int, int]) -> None:
    """What is to be looked at comes before what holds."""
    show(_to_review(), size=size, start="home", keys=("r", "G"))


def test_review_of_pairs(show: Show) -> None:
    """Pairs are shown with their answers."""
    show(_to_review(), size=USUAL, start="home", keys=("r", "G", "k"))


def test_all_checked(show: Show) -> None:
    """The end says what came of it, and what enter does."""
    show(ferry_bank(CHOICE, SHORT), size=USUAL, start="home", keys=("r", "y", "n"))


def test_keep_the_rest(show: Show) -> None:
    """Many at once are asked about, the mark on no."""
    show(_to_review(), size=USUAL, start="home", keys=("r", "Y"))


def test_kinds(show: Show) -> None:
    """A question of one's own begins with its kind."""
    show(ferry_bank(), size=USUAL, start="home", keys=("r", "a"))


@ALL_SIZES
def test_edit(show: Show, size: tuple[int, int]) -> None:
    """Every field of a choice beside the source, and a check that fails."""
    keys = ("r", "e", "tab", "tab", "ctrl+u", *"the price of bread")
    show(ferry_bank(CHOICE, SHORT), size=size, start="home", keys=keys)


@ALL_SIZES
def test_edit_evidence(show: Show, size: tuple[int, int]) -> None:
    """Words of the source being chosen."""
    show(ferry_bank(CHOICE, SHORT), size=size, start="home", keys=("r", "e", "f3", "l", "space", "l", "l", "l"))


@pytest.mark.parametrize("item", [NUMBER, MATCHING, TRUE_FALSE, SHORT, GAPS], ids=lambda item: item.kind)
def test_edit_each_kind(show: Show, item: Item) -> None:
    """Each kind has the fields that it needs."""
    show(ferry_bank(item), size=USUAL, start="home", keys=("r", "e"))


def test_edit_a_new_one(show: Show) -> None:
    """An empty form says what is missing."""
    show(ferry_bank(CHOICE), size=USUAL, start="home", keys=("r", "a", "1"))


def _to_review() -> Bank:
    told = replace(SHORT, id="told", fact="told", stem="What did the plan give the Ferry Board in Sandey?")
    return ferry_bank(CHOICE, TRUE_FALSE, GAPS, NUMBER, MULTIPLE, MATCHING, told)


MAIN: dict[str, tuple[Start, tuple[str, ...]]] = {
    "review": ("home", ("r", "y", "n")),
    "edit": ("home", ("r", "e")),
    "welcome": ("home", ()),
    "question": ("study", ()),
    "feedback": ("study", ("1",)),
    "library": ("home", ()),
}


@pytest.mark.parametrize("screen", MAIN)
def test_on_paper(show: Show, screen: str) -> None:
    """The light theme."""
    start, keys = MAIN[screen]
    banks = () if screen == "welcome" else (ferry_bank(), make_bank())
    show(*banks, size=USUAL, start=start, keys=keys, theme=PAPER, lived=screen == "library")


@pytest.mark.parametrize("screen", MAIN)
def test_without_colour(show: Show, screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR: glyphs, words, bars and underline say it all."""
    monkeypatch.setenv("NO_COLOR", "1")
    start, keys = MAIN[screen]
    banks = () if screen == "welcome" else (ferry_bank(), make_bank())
    show(*banks, size=(120, 40), start=start, keys=keys, lived=screen == "library")


def test_sixteen_colours(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """With sixteen colours the terminal's own are used, and evidence is reversed."""
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm-16color")
    show(ferry_bank(), size=USUAL, keys=("1",))


@ALL_SIZES
def test_add(show: Show, size: tuple[int, int]) -> None:
    """The form begins in the empty box and says what it needs."""
    show(ferry_bank(), size=size, start="home", keys=("a", *"The ferry of Sandey ran"))


@ALL_SIZES
def test_add_a_file(show: Show, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The files that fit stand under the path."""
    monkeypatch.chdir(_folder(tmp_path))
    show(ferry_bank(), size=size, start="home", keys=("a", "shift+tab", "l", "tab", *"fe"))


@ALL_SIZES
def test_add_a_web_address(show: Show, size: tuple[int, int]) -> None:
    """What the network says stands under the address; a page of one's own machine is not fetched."""
    show(ferry_bank(), size=size, start="home", keys=("a", "shift+tab", "l", "l", "tab", *"http://127.0.0.1/", "enter"))


def test_add_a_web_address_begins(show: Show) -> None:
    """Before anything is typed it says what enter will do."""
    show(ferry_bank(), size=USUAL, start="home", keys=("a", "shift+tab", "l", "l", "tab"))


@ALL_SIZES
def test_written(show: Show, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """How far it is, what was thrown away, and the questions with their evidence."""
    monkeypatch.chdir(_folder(tmp_path))
    show(ferry_bank(), size=size, start="home", keys=("a", "shift+tab", "l", "tab", *"ferry.", "enter"))


def test_known_already(show: Show, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An article that is there can be studied or written anew."""
    folder = _folder(tmp_path)
    (folder / "again.txt").write_text(ferry_bank().article.text, encoding="utf-8")
    monkeypatch.chdir(folder)
    show(ferry_bank(), size=USUAL, start="home", keys=("a", "shift+tab", "l", "tab", *"again", "enter"))


def _folder(tmp_path: Path) -> Path:
    """A folder with an article in it and other things beside it."""
    folder = tmp_path / "texts"
    (folder / "ferries").mkdir(parents=True)
    (folder / "ferry.txt").write_text(TEXT, encoding="utf-8")
    (folder / "ferry notes.md").write_text("# Notes", encoding="utf-8")
    (folder / "ferry.png").write_bytes(b"")
    return folder


@ALL_SIZES
def test_stats(show: Show, size: tuple[int, int]) -> None:
    """Figures, heat map, charts and articles, each with a sentence."""
    show(ferry_bank(), make_bank(), size=size, start="home", keys=("t",), lived=True)


@pytest.mark.model
@ALL_SIZES
def test_source_of_a_bank(show: Show, size: tuple[int, int]) -> None:
    """What is asked of the article, and why the rest is not."""
    show(ferry_bank(), size=size, start="home", lived=True, keys=("v",))


@ALL_SIZES
def test_settings(show: Show, size: tuple[int, int]) -> None:
    """What is chosen, and what the marked setting does."""
    show(ferry_bank(), size=size, keys=("comma", "j", "l", "l", "j"), start="home")


@ALL_SIZES
def test_settings_searched(show: Show, size: tuple[int, int]) -> None:
    """The field over what was found, and your data among it."""
    show(ferry_bank(), size=size, keys=("comma", "slash", *"answer"), start="home")


@ALL_SIZES
def test_question_with_hidden_choices(show: Show, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    """The question alone, in its place, and the key that shows the choices."""
    monkeypatch.setenv("QUIZAPP_STUDY_HIDE_CHOICES", "on")
    show(ferry_bank(CHOICE), size=size)


@ALL_SIZES
def test_answered_with_plain_symbols(show: Show, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    """Other marks in the same places, and the evidence under the choices also where it could stand beside them."""
    monkeypatch.setenv("QUIZAPP_LOOK_SYMBOLS", "plain")
    monkeypatch.setenv("QUIZAPP_LOOK_SOURCE_BESIDE", "never")
    show(ferry_bank(CHOICE), size=size, keys=("1",))


@ALL_SIZES
def test_your_data(show: Show, size: tuple[int, int]) -> None:
    """The end of the settings: where the data are, and what can be done with them."""
    show(ferry_bank(), size=size, keys=("comma", "G"), start="home")


IMPORT = ("ctrl+p", *"import", "enter")
"""To the list of backups."""


@ALL_SIZES
def test_backups(show: Show, size: tuple[int, int]) -> None:
    """Each with its day and what is in it, after a file of one's own."""
    show(ferry_bank(), size=size, keys=IMPORT, start="home", lived=True)


@ALL_SIZES
def test_backup_asked(show: Show, size: tuple[int, int]) -> None:
    """What would happen, before it does."""
    show(ferry_bank(), size=size, keys=(*IMPORT, "down", "enter"), start="home", lived=True)


@ALL_SIZES
def test_backup_file(show: Show, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, size: tuple[int, int]) -> None:
    """The path of a file, and what fits it."""
    (tmp_path / "desk" / "old").mkdir(parents=True)
    (tmp_path / "desk" / "quizapp-2026-03-02.zip").touch()
    monkeypatch.chdir(tmp_path / "desk")
    show(ferry_bank(), size=size, keys=(*IMPORT, "enter"), start="home", lived=True)


def test_settings_in_light(show: Show) -> None:
    """The same on paper."""
    show(ferry_bank(), size=USUAL, keys=("comma", "j", "l", "l"), start="home", theme=PAPER)


@ALL_SIZES
def test_themes(show: Show, size: tuple[int, int]) -> None:
    """All themes over the settings, which already look like the marked one."""
    show(ferry_bank(), size=size, keys=("comma", *("j" * 9), "enter", "j"), start="home")


def test_settings_without_colour(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR: the mark and the arrows say where one is."""
    monkeypatch.setenv("NO_COLOR", "1")
    show(ferry_bank(), size=USUAL, keys=("comma", "j", "l", "l"), start="home")


OTHER_KEYS = (*TO_KEYS, "enter", "slash", *"study", "enter", "j", "enter", "f6")
"""In the library: to the keys of Study, one of them changed."""


@ALL_SIZES
def test_keys(show: Show, size: tuple[int, int]) -> None:
    """What keys do, place by place, and the marked one with its usual key and its name in the file."""
    show(ferry_bank(), size=size, keys=(*OTHER_KEYS, "escape", "j"), start="home")


@ALL_SIZES
def test_a_key_that_is_taken(show: Show, size: tuple[int, int]) -> None:
    """What is waited for, and whose the pressed key is."""
    show(ferry_bank(), size=size, keys=(*TO_KEYS, "enter", "slash", *"flag", "enter", "enter", "e"), start="home")


def test_keys_searched(show: Show) -> None:
    """The field over what was found."""
    show(ferry_bank(), size=USUAL, keys=(*TO_KEYS, "enter", "slash", *"flag"), start="home")


def test_keys_on_paper(show: Show) -> None:
    """The light theme."""
    show(ferry_bank(), size=USUAL, keys=OTHER_KEYS, start="home", theme=PAPER)


def test_keys_without_colour(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR: the dot says what is changed, the mark where one is."""
    monkeypatch.setenv("NO_COLOR", "1")
    show(ferry_bank(), size=(120, 40), keys=OTHER_KEYS, start="home")


def test_keys_cramped(show: Show) -> None:
    """In a window that is too small the list is over its explanation."""
    show(ferry_bank(), size=(60, 20), keys=("enter", *OTHER_KEYS), start="home")


def test_settings_at_their_end(show: Show) -> None:
    """The keys are a setting like the others, as far as one can see."""
    show(ferry_bank(), size=USUAL, keys=(*OTHER_KEYS, "q"), start="home")


@ALL_SIZES
def test_drill_setup(show: Show, size: tuple[int, int]) -> None:
    """Every rule has a usual answer; names are asked for where there are teams."""
    show(ferry_bank(), size=size, start="home", lived=True, keys=("d", "right"))


@ALL_SIZES
def test_drill_question(show: Show, size: tuple[int, int]) -> None:
    """Whose turn it is, the scores, the clock, and choices that the back row can read."""
    show(ferry_bank(CHOICE), size=size, start="home", lived=True, keys=("d", "right", *TIMED, "enter"))


@ALL_SIZES
def test_drill_answered(show: Show, size: tuple[int, int]) -> None:
    """Who was right, the sentence that proves it, and why the others are wrong."""
    show(ferry_bank(CHOICE), size=size, start="home", lived=True, keys=("d", "right", "enter", "1"))


@pytest.mark.parametrize("size", [(100, 34), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_drill_in_big_letters(show: Show, size: tuple[int, int]) -> None:
    """The question from wall to wall, in the rows that the top and the keys leave to it."""
    bank = ferry_bank(replace(CHOICE, stem="What moved the county to act at last in 1907?"))
    show(bank, size=size, start="home", lived=True, keys=("d", "right", *TIMED, "enter", "z", "m"))


def test_drill_in_big_letters_without_colour(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR leaves the letters as they are."""
    monkeypatch.setenv("NO_COLOR", "1")
    bank = ferry_bank(replace(TRUE_FALSE, stem="It was the price of bread."))
    show(bank, size=(100, 34), start="home", lived=True, keys=("d", "right", "enter", "z"))


def test_drill_buzz(show: Show) -> None:
    """Before a buzz the digits are the teams'."""
    show(ferry_bank(CHOICE), size=USUAL, start="home", lived=True, keys=("d", "right", "right", "enter"))


def test_drill_typed(show: Show) -> None:
    """A typed question has its field under the scores."""
    show(ferry_bank(SHORT), size=USUAL, start="home", lived=True, keys=("d", "right", "enter"))


def test_drill_pause(show: Show) -> None:
    """Where the clock stands, and what next."""
    show(ferry_bank(CHOICE), size=USUAL, start="home", lived=True, keys=("d", "right", *TIMED, "enter", "q"))


@ALL_SIZES
def test_drill_final(show: Show, size: tuple[int, int]) -> None:
    """Who won, what hardly anybody knew, and every answer."""
    keys = ("d", "right", "enter", "1", "space", "2", "space", "3", "q", "x")
    show(choice_bank(4), size=size, start="home", lived=True, keys=keys)


@ALL_SIZES
def test_drill_missed(show: Show, size: tuple[int, int]) -> None:
    """A missed question once more, with the sentence that answers it and who said what."""
    keys = ("d", "right", "enter", "1", "space", "2", "space", "3", "q", "x", "enter")
    show(choice_bank(4), size=size, start="home", lived=True, keys=keys)


@pytest.mark.parametrize("scene", ["question", "answered"])
def test_drill_on_paper(show: Show, scene: str) -> None:
    """The light theme."""
    keys = ("d", "right", "enter", *(("1",) if scene == "answered" else ()))
    show(ferry_bank(CHOICE), size=USUAL, start="home", lived=True, theme=PAPER, keys=keys)


def test_drill_without_colour(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR shapes and words say it all."""
    monkeypatch.setenv("NO_COLOR", "1")
    show(ferry_bank(CHOICE), size=USUAL, start="home", lived=True, keys=("d", "right", "enter", "1"))
