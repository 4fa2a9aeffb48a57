"""Study from the first question to the results: with keys alone, with the mouse alone, in windows of any size."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Paste

from builders import FakeClock, make_bank
from histories import answered, lapsed
from quizapp.history import Database
from quizapp.model.item import Bank, Item
from quizapp.model.memory import ItemKey
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.results import ResultsPage
from quizapp.tui.screens.study import Study
from quizapp.tui.shell import QuizApp
from quizapp.tui.widgets.fields import LONGEST_ANSWER, Field
from quizapp.usecases.report import stats
from quizapp.usecases.wording import ANEW
from quizapp.usecases.workspace import Workspace, open_workspace
from stage import (
    BOARD,
    BREAD,
    CABLE,
    CHOICE,
    CLOZE,
    FERRY,
    FLOUR,
    GAPS,
    GATHERED,
    NUMBER,
    ORDERING,
    PASSED,
    SHORT,
    SIZES,
    TRUE_FALSE,
    choice_bank,
    ferry_bank,
    key_of,
    make_app,
    place_of,
    press,
    quoted,
    row_of,
    screen_rows,
    screen_text,
    settle,
    workspace_with,
)

USUAL = (100, 30)


@pytest.fixture
def clock() -> FakeClock:
    """A clock to turn."""
    return FakeClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Workspace:
    """A workspace with twelve choice questions."""
    return workspace_with(tmp_path / "data", choice_bank(12), clock=clock)


def app_on(folder: Path, bank: Bank) -> QuizApp:
    """The app in the first question of a bank."""
    return make_app(workspace_with(folder / "data", bank), start="study")


async def test_a_session_with_digits_and_space_alone(workspace: Workspace) -> None:
    """Twelve questions are answered and graded with 1–4 and space, and every answer is in the log."""
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        for number in range(12):
            await press(pilot, str(number % 4 + 1), " ")
        assert isinstance(app.screen, ResultsPage)
        assert "12 of 12" in screen_text(app)
    assert stats(workspace).answers == 12


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_session_with_the_mouse_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    """Choices, grades, hints, results and the way home can all be clicked."""
    workspace = workspace_with(tmp_path / "data", choice_bank(3))
    app = make_app(workspace)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.click(offset=place_of(app, "Study all"))
        await settle(pilot)
        for number in range(3):
            await pilot.click(offset=place_of(app, "The price of bread"))
            await settle(pilot)
            assert "✓ yours" in screen_text(app)
            await pilot.click(offset=place_of(app, "Good" if number else "Accept & next"))
            await settle(pilot)
        await pilot.click(offset=place_of(app, "Back to the library"))
        await settle(pilot)
        assert isinstance(app.screen, LibraryPage)
    assert stats(workspace).right == 3


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nothing_moves_when_the_answer_appears(tmp_path: Path, size: tuple[int, int]) -> None:
    """The question and every choice keep their rows."""
    app = app_on(tmp_path, ferry_bank(CHOICE))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        texts = ("What finally moved", "A new outbreak", "A petition", "Pressure from", "The price of bread")
        before = [row_of(app, text) for text in texts]
        await press(pilot, "1")
        assert "Not this time" in screen_text(app)
        assert [row_of(app, text) for text in texts] == before


async def test_a_held_digit_answers_once_and_grades_nothing(tmp_path: Path, clock: FakeClock) -> None:
    """Key repeat of the digit that answered never reaches the grades."""
    workspace = workspace_with(tmp_path / "data", choice_bank(3), clock=clock)
    app = make_app(workspace, start="study", grade_wait=0.25)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        for _ in range(33):
            await pilot.press("2")
            clock.pass_by(seconds=0.03)
        await settle(pilot)
        assert "1 of 3" in screen_text(app)
        assert "Accept & next" in screen_text(app)
        clock.pass_by(seconds=0.3)
        await press(pilot, " ")
        assert "2 of 3" in screen_text(app)
    assert stats(workspace).answers == 1


async def test_a_resize_in_the_middle_of_typing_changes_nothing(tmp_path: Path) -> None:
    """120×40 to 60×20 and back: the text, the focus and the question are as before."""
    app = app_on(tmp_path, ferry_bank(SHORT))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, *"ferry b")
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert "This window is 60×20" in screen_text(app)
        await press(pilot, *"xyz", "1", "enter")  # the last one asks for the cramped layout, the others go nowhere
        assert "SHORT ANSWER" in screen_text(app)
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert isinstance(app.focused, Field)
        assert app.focused.value == "ferry b"
        await press(pilot, *"oard", "enter")
        assert "✓ Correct" in screen_text(app)


async def test_a_small_window_covers_and_uncovers_by_itself(tmp_path: Path) -> None:
    """The message comes with the small window and goes with it; no key reaches the question below."""
    app = app_on(tmp_path, ferry_bank(CHOICE))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.resize_terminal(70, 24)
        await settle(pilot)
        assert "A little more room" in screen_text(app)
        await press(pilot, "1")
        await pilot.resize_terminal(30, 8)
        await settle(pilot)
        assert "cramped" not in screen_text(app)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert "MULTIPLE CHOICE" in screen_text(app)


async def test_keys_that_a_small_window_keeps_back_are_told(tmp_path: Path) -> None:
    """Nothing acts unseen, and nobody wonders why; what is pasted is kept back, too."""
    app = app_on(tmp_path, ferry_bank(SHORT))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for size, press_it in [((60, 20), ("x",)), ((30, 8), ("enter",)), ((60, 20), ())]:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert "Keys wait" not in screen_text(app)
            await press(pilot, *press_it)
            if not press_it:
                app.post_message(Paste("ferry"))
                await settle(pilot)
            assert "Keys wait until there is room." in screen_text(app)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert isinstance(app.focused, Field)
        assert app.focused.value == ""


@pytest.mark.parametrize("way", ["bigger", "cramped"])
async def test_no_key_reaches_what_is_uncovered_before_it_was_seen(tmp_path: Path, way: str) -> None:
    """A key that was meant for the message answers nothing: what comes back is new to the eye."""
    clock = FakeClock()
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(CHOICE), clock=clock), start="study", grade_wait=0.25)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        clock.pass_by(seconds=1)
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        if way == "bigger":
            await pilot.resize_terminal(100, 30)
            await settle(pilot)
        else:
            await press(pilot, "enter")
        await press(pilot, "4")
        assert "MULTIPLE CHOICE" in screen_text(app)
        clock.pass_by(seconds=1)
        await press(pilot, "4")
        assert "✓ Correct" in screen_text(app)


async def test_the_message_goes_with_the_room_it_asks_for_also_under_a_question(tmp_path: Path) -> None:
    """The window is made bigger while the app asks whether to leave; staying leads back to what was there."""
    app = app_on(tmp_path, ferry_bank(CHOICE))
    app.pasted = ("A text about a ferry.", "")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        await press(pilot, "ctrl+q")
        assert "Quit without the text in Add?" in screen_text(app)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        await press(pilot, "n")
        assert "MULTIPLE CHOICE" in screen_text(app)


async def test_windows_of_any_size_are_survived(tmp_path: Path) -> None:
    """From nothing to large and back, the app answers at the end."""
    app = app_on(tmp_path, ferry_bank(CHOICE))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for width, height in [(1, 1), (4, 40), (200, 2), (40, 12), (0, 0), (79, 24), (80, 23), (300, 100)]:
            await pilot.resize_terminal(width, height)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        await press(pilot, "4")
        assert "✓ Correct" in screen_text(app)


async def test_space_shows_the_answer_when_nothing_is_picked_and_sends_what_is(tmp_path: Path) -> None:
    """Space does the obvious next thing."""
    app = app_on(tmp_path, choice_bank(2))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "space Show answer" in screen_text(app)
        await press(pilot, " ")
        assert "Here it is" in screen_text(app)
        await press(pilot, " ", "j", "j")
        assert "space Send" in screen_text(app)
        await press(pilot, " ")
        assert "✗ yours" in screen_text(app) or "✓ yours" in screen_text(app)


async def test_true_and_false_have_letters(tmp_path: Path) -> None:
    """`n` says false, which is right here."""
    app = app_on(tmp_path, ferry_bank(TRUE_FALSE))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "1 True  2 False" in screen_text(app)
        await press(pilot, "n")
        assert "✓ Correct" in screen_text(app)


async def test_letters_go_into_the_field_and_not_to_the_app(tmp_path: Path) -> None:
    """`q`, `b` and `f` are letters of an answer; out of the field they are keys."""
    app = app_on(tmp_path, ferry_bank(SHORT))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, *"qbf?")
        assert isinstance(app.screen, Study)
        assert isinstance(app.focused, Field)
        assert app.focused.value == "qbf?"
        await press(pilot, "escape", "f")
        assert "What is wrong with this question?" in screen_text(app)
        await press(pilot, "escape", "i")
        assert isinstance(app.focused, Field)


async def test_enter_twice_on_an_empty_field_shows_the_answer(tmp_path: Path) -> None:
    """The first enter says what the second will do."""
    app = app_on(tmp_path, ferry_bank(SHORT))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "enter again shows the answer" in screen_text(app)
        await press(pilot, "enter")
        assert "Here it is" in screen_text(app)


async def test_a_typed_answer_can_be_overruled(tmp_path: Path) -> None:
    """After `o` the other grades are open."""
    app = app_on(tmp_path, ferry_bank(SHORT, CHOICE))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, *"the parishes", "enter", "3")
        assert "Press o first if you were right" in screen_text(app)
        await press(pilot, "o")
        assert "✓ Correct" in screen_text(app)
        await press(pilot, "4")
        assert "2 of 2" in screen_text(app)


async def test_an_overruled_wording_can_count_from_now_on(tmp_path: Path) -> None:
    """`o` again lets it count, quietly; the key that follows goes on, and `u` takes it back."""
    app = app_on(tmp_path, ferry_bank(SHORT, CHOICE))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, *"the parishes", "enter", "o")
        assert "o  count it from now on" in screen_text(app)
        await press(pilot, "o")
        assert "by your own judgement, from now on" in screen_text(app)
        assert "count it from now on" not in screen_text(app)
        await press(pilot, "u")
        assert "o  count it from now on" in screen_text(app)
        await press(pilot, "space")
        assert "2 of 2" in screen_text(app)


async def test_what_was_missed_too_often_is_flagged(tmp_path: Path) -> None:
    """The next screen says so; nothing had to be pressed."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(SHORT, CHOICE))
    answered(tmp_path / "data" / "history.db", *lapsed(ItemKey(FERRY.id, SHORT.id), 6))
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, *"the parishes", "enter", "space")
        assert "Flagged: missed 7 times." in screen_text(app)


async def test_after_a_missed_choice_only_again_counts(tmp_path: Path) -> None:
    """The other grades say why they do nothing."""
    app = app_on(tmp_path, choice_bank(2))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        assert "1 Grade" in screen_text(app)
        assert "1–4" not in screen_text(app)
        assert "2 Hard " in screen_text(app)
        assert "days" not in screen_text(app)
        await press(pilot, "4")
        assert "After a miss only Again counts" in screen_text(app)
        assert "1 of 2" in screen_text(app)
        await press(pilot, "1")
        assert "2 of 2" in screen_text(app)


async def test_a_number_is_echoed_as_it_is_read(tmp_path: Path) -> None:
    """What is no number is said to be none, before it is sent."""
    app = app_on(tmp_path, ferry_bank(NUMBER))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, *"1.2k")
        assert "reads as 1,200" in screen_text(app)
        await press(pilot, "ctrl+u", *"lots")
        assert "I read “lots” as text" in screen_text(app)
        await press(pilot, "ctrl+u", *"27 miles")
        assert "reads as 27, but “miles” is not the unit that is asked for: kilometres" in screen_text(app)
        await press(pilot, "ctrl+u", *"27 km")
        assert "reads as 27" in screen_text(app)
        assert "is not the unit" not in screen_text(app)
        await press(pilot, "ctrl+u")
        assert "digits, 1,200" in screen_text(app)


async def test_gaps_fill_in_and_are_judged_one_by_one(tmp_path: Path) -> None:
    """Enter moves on, in the last field it checks; each gap has its own verdict."""
    app = app_on(tmp_path, ferry_bank(GAPS))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, *"ferry board", "enter")
        assert "(1)ferry board 40,000" in screen_text(app)
        await press(pilot, *"fee", "enter")
        assert "(1) ✓ ferry board" in screen_text(app)
        assert "(2) ✗ fee" in screen_text(app)


async def test_several_are_picked_and_sent_with_enter(tmp_path: Path) -> None:
    """Ticks, places and matches by number; enter waits until all are there, backspace takes back, undo reopens."""
    app = app_on(tmp_path, ferry_bank(ORDERING))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        keys = [key_of(app, text) for text in ORDERING.keys]
        await press(pilot, keys[0], "enter")
        assert "Pick one for each first" in screen_text(app)
        await press(pilot, keys[2], "backspace", keys[1], keys[2])
        await press(pilot, "enter")
        assert "Correct" in screen_text(app)


@pytest.mark.parametrize("item", GATHERED, ids=lambda item: item.kind)
async def test_what_is_gathered_can_be_clicked_and_shown(tmp_path: Path, item: Item) -> None:
    """The mouse picks as the digits do; f4 shows the answer with the reasons, and nothing can be overruled."""
    app = app_on(tmp_path, ferry_bank(item))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await pilot.click("Choices", offset=(8, 1))
        await settle(pilot)
        assert any(mark in screen_text(app) for mark in ("✓ ticked", "1st", "← "))
        await press(pilot, "f4")
        assert "Here it is" in screen_text(app)
        assert "I was right" not in screen_text(app)


async def test_a_hint_rules_a_choice_out_and_caps_the_grade(tmp_path: Path) -> None:
    """After a hint a right answer suggests Hard."""
    app = app_on(tmp_path, ferry_bank(CHOICE, CLOZE))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "f2", "4")
        assert "▸2 Hard" in screen_text(app)


async def test_undo_goes_back_several_steps(tmp_path: Path) -> None:
    """Grades, later and flags are taken back one after the other, and it is said which."""
    workspace = workspace_with(tmp_path / "data", choice_bank(4))
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, key_of(app, "The price of bread"), " ", "b", "f", "1")
        assert "Flagged" in screen_text(app)
        assert "2 of 2" in screen_text(app)
        await press(pilot, "u")
        assert "Undone: the flag on" in screen_text(app)
        await press(pilot, "u")
        assert "Undone: later for" in screen_text(app)
        await press(pilot, "u")
        assert "Undone: Good on" in screen_text(app)
        assert "Question 1: what moved" in screen_text(app)
        assert "Accept & next" in screen_text(app)
        await press(pilot, "u", "u")
        assert "Nothing to undo yet" in screen_text(app)
        assert "1 of 4" in screen_text(app)


async def test_results_try_the_missed_ones_again_and_undo(tmp_path: Path) -> None:
    """Misses are practised without moving the schedule; the last grade can still be taken back."""
    workspace = workspace_with(tmp_path / "data", choice_bank(2))
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "1", " ", "4", " ")
        assert "Try the missed one now" in screen_text(app)
        await press(pilot, "u")
        assert "2 of 2" in screen_text(app)
        assert "Question 2: what moved" in screen_text(app)
        assert "The price of bread" in screen_text(app)
        await press(pilot, " ", "v")
        assert "¶3" in screen_text(app)
        await press(pilot, "v", "enter", "4")
        assert "practice, the schedule stays as it is" in screen_text(app)
        assert "space Next" in screen_text(app).splitlines()[-1]
        await press(pilot, " ", "q")
        assert isinstance(app.screen, LibraryPage)


async def test_leaving_says_how_much_is_left_and_the_sitting_goes_on(tmp_path: Path) -> None:
    """A session left in the middle is gone on with where it was."""
    app = app_on(tmp_path, choice_bank(3))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "4", " ", "q")
        assert "Paused. 2 left, press s to go on." in screen_text(app)
        await press(pilot, "s")
        assert "2 of 3" in screen_text(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_reason_ends_with_a_whole_word(tmp_path: Path, size: tuple[int, int]) -> None:
    """A long one takes the rows that are free, and is never cut within a word."""
    why = " ".join(f"wordnumber{number}z" for number in range(30))
    item = replace(CHOICE, distractors=tuple(replace(each, why=why) for each in CHOICE.distractors))
    app = app_on(tmp_path, ferry_bank(item))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        cut = [word for word in screen_text(app).split() if word.endswith("…") and word.startswith("word")]
        assert all(word.endswith("z…") for word in cut)
        shown = max(
            int(word.removeprefix("wordnumber").rstrip("z…"))
            for word in screen_text(app).split()
            if "wordnumber" in word
        )
        assert size != (120, 40) or shown > 9


async def test_a_second_hint_is_not_silent(tmp_path: Path) -> None:
    """Where there is no other hint, or none at all, F2 says so; it is offered only where it does something."""
    app = app_on(tmp_path, ferry_bank(CHOICE))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "f2")
        assert "F2 Hint" not in screen_text(app)
        await press(pilot, "f2")
        assert "That is the only hint." in screen_text(app)


async def test_true_or_false_has_no_hint_and_says_so(tmp_path: Path) -> None:
    """F2 is not silent."""
    app = app_on(tmp_path, ferry_bank(TRUE_FALSE))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "f2")
        assert "There is no hint for this question." in screen_text(app)


async def test_practice_is_called_so(tmp_path: Path) -> None:
    """In its own title, and in that of what came of it."""
    app = app_on(tmp_path, ferry_bank(CHOICE))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "1", "q", "p")
        assert "quizapp › Practise" in screen_text(app)
        await press(pilot, "1", " ")
        assert "quizapp › Practise" in screen_text(app)


async def test_the_source_goes_where_there_is_room(tmp_path: Path) -> None:
    """Another width after the answer: beside it where it fits, under it where it does not, never nowhere."""
    app = app_on(tmp_path, ferry_bank(CHOICE))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        assert "From the article" in screen_text(app)
        await pilot.resize_terminal(140, 30)
        await settle(pilot)
        assert "Source opens here" not in screen_text(app)
        assert "From the article" not in screen_text(app)
        assert "¶3 What moved the county" in screen_text(app)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert "From the article" in screen_text(app)


async def test_the_focus_is_never_on_a_hidden_field(tmp_path: Path) -> None:
    """After a typed answer digits grade; with the next typed question the cursor is in its field."""
    app = app_on(tmp_path, ferry_bank(SHORT, CLOZE))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, *"ferry board", "enter", "3")
        assert isinstance(app.focused, Field)
        assert app.focused.value == ""


async def test_a_paste_is_cut_and_cleaned(tmp_path: Path) -> None:
    """A megabyte with escape sequences ends as a short printable answer."""
    app = app_on(tmp_path, ferry_bank(SHORT))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        app.post_message(Paste("\x1b]0;owned\x07ferry\tboard\x00" + "x" * 1_000_000))
        await settle(pilot)
        assert isinstance(app.focused, Field)
        value = app.focused.value
        assert value.startswith("]0;ownedferry board")
        assert len(value) == LONGEST_ANSWER
        assert value.isprintable()


async def test_the_first_feedback_ever_explains_the_grades(tmp_path: Path) -> None:
    """One line, once, and never again."""
    workspace = workspace_with(tmp_path / "data")
    app = make_app(workspace, start="study")
    workspace.library.save(make_bank())
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        assert "space takes the suggested grade" in screen_text(app)
        await press(pilot, " ", "1")
        assert "space takes the suggested grade" not in screen_text(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_changed_key_is_told_of_until_it_is_answered(tmp_path: Path, size: tuple[int, int]) -> None:
    """Under the question that starts anew, and nowhere afterwards."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(CHOICE, SHORT))
    app = make_app(workspace, start="study")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "1", " ")
        workspace.library.save(ferry_bank(replace(CHOICE, key="Flour", derived=True), SHORT))
        app.go_home()
        await settle(pilot)
        app.study()
        await settle(pilot)
        assert ANEW in screen_text(app)
        await press(pilot, "1", " ")
        assert "Ferry" in screen_text(app)
        assert ANEW not in screen_text(app)


async def test_the_source_opens_beside_or_over_the_card(tmp_path: Path) -> None:
    """In a wide window it stands beside the card after the answer, elsewhere `v` opens it."""
    app = app_on(tmp_path, ferry_bank(CHOICE))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "Source opens here after your answer" in screen_text(app)
        assert "¶1" not in screen_text(app)
        await press(pilot, "4")
        assert "¶5" in screen_text(app)
    app = app_on(tmp_path / "narrow", ferry_bank(CHOICE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "f3")
        assert "MULTIPLE CHOICE" in screen_text(app)
        await press(pilot, "4", "v")
        assert "¶5" in screen_text(app)
        await press(pilot, "q")
        assert "✓ Correct" in screen_text(app)


@contextmanager
def held(workspace: Workspace) -> Iterator[sqlite3.Connection]:
    """The history, held by somebody else until told otherwise, so that nothing can be written."""
    workspace.__dict__["history"] = Database(workspace.data_dir / "history.db", wait=0, clock=workspace.clock)
    workspace.history.write(lambda _: None)
    with closing(sqlite3.connect(workspace.data_dir / "history.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


def answers_of(workspace: Workspace) -> int:
    """How many are on disk."""
    with closing(sqlite3.connect(workspace.data_dir / "history.db")) as lines:
        (count,) = lines.execute("SELECT count(*) FROM reviews").fetchone()
        return int(count)


async def test_leaving_asks_first_where_answers_are_not_saved(tmp_path: Path) -> None:
    """They are told in place and counted; trying again stays while it is in vain, and leaves when they are on disk."""
    workspace = workspace_with(tmp_path / "data", choice_bank(4))
    with held(workspace) as other:
        app = make_app(workspace)
        async with app.run_test(size=USUAL) as pilot:
            await settle(pilot)
            await press(pilot, "s", "1")
            assert "! Not saved: " in screen_text(app)
            await press(pilot, " ", "1", " ", "q")
            assert "2 answers are not saved" in screen_text(app)
            assert "another" in screen_text(app)  # quizapp has it in use; where the rows break depends on the path
            await press(pilot, "escape")
            assert "3 of 4" in screen_text(app)
            await press(pilot, "q", "r")
            assert "! Still not saved." in screen_text(app)
            other.execute("ROLLBACK")
            await press(pilot, "r")
            assert "Paused. 2 left" in screen_text(app)
            assert answers_of(workspace) == 2


@pytest.mark.parametrize("leave", [("q",), ("ctrl+p", *"library", "enter")], ids=["back", "command"])
async def test_answers_that_are_not_saved_are_tried_again_before_leaving(
    tmp_path: Path, leave: tuple[str, ...]
) -> None:
    """Where the disk takes them by now nothing is asked; however the sitting is left."""
    workspace = workspace_with(tmp_path / "data", choice_bank(4))
    with held(workspace) as other:
        app = make_app(workspace)
        async with app.run_test(size=USUAL) as pilot:
            await settle(pilot)
            await press(pilot, "s", "1", " ")
            other.execute("ROLLBACK")
            await press(pilot, *leave)
            assert "not saved" not in screen_text(app)
            assert "Articles" in screen_text(app)
            assert answers_of(workspace) == 1


async def test_answers_that_are_not_saved_can_be_given_up(tmp_path: Path) -> None:
    """From the results, too, and where the app is left as a whole."""
    workspace = workspace_with(tmp_path / "data", choice_bank(1))
    with held(workspace):
        app = make_app(workspace)
        async with app.run_test(size=USUAL) as pilot:
            await settle(pilot)
            await press(pilot, "s", "1", " ")
            assert isinstance(app.screen, ResultsPage)
            assert "Not saved: " in screen_text(app)
            assert "close it and try again" in " ".join(screen_text(app).split())
            await press(pilot, "ctrl+q")
            assert "1 answer is not saved" in screen_text(app)
            assert "Quit without saving" in screen_text(app)
            await press(pilot, "escape", "q", "y")
            assert "Articles" in screen_text(app)
            await press(pilot, "ctrl+q")
            assert not app.is_running
    assert answers_of(workspace) == 0


async def test_a_first_run_that_cannot_write_practises_unsaved(tmp_path: Path) -> None:
    """Where the data folder cannot be made the first quiz is played all the same, and it is said."""
    (tmp_path / "file").write_text("")
    app = make_app(open_workspace(tmp_path / "file" / "data", clock=FakeClock()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "This session will not be remembered" in screen_text(app)
        await press(pilot, "1", " ")
        assert "2 of 8" in screen_text(app)


async def test_what_is_dragged_over_can_be_copied(tmp_path: Path) -> None:
    """The words are copied, without what only fills the rows; the key for it is named the first time."""
    app = app_on(tmp_path, ferry_bank(CHOICE))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        left, top = place_of(app, "A new outbreak")
        await pilot.mouse_down(offset=(left, top))
        await pilot.hover(offset=(left + 30, top + 3))
        await settle(pilot)
        await pilot.mouse_up(offset=(left + 30, top + 3))
        await settle(pilot)
        assert "ctrl+c copies" in screen_text(app)
        await press(pilot, "ctrl+c")
        assert "A new outbreak of fever\n" in app.clipboard
        assert "▄" not in app.clipboard
        assert not [line for line in app.clipboard.split("\n") if line != line.rstrip()]
        app.screen.clear_selection()
        await press(pilot, "ctrl+c")
        assert "ctrl+q quits" in screen_text(app)


async def test_where_each_thing_belongs_is_seen_however_little_room_there_is(tmp_path: Path) -> None:
    """The place is the answer, not a reason: it stands under its line in the smallest window, too."""
    keys = (
        "A week of storms tears the planks from the piers of the bridge, one after the other, until it is lost",
        "Flour comes by rowing boat and a loaf of bread costs three times as much as on the mainland",
        "Councillor Agnes Holm brings in a plan, which is passed only sixteen days later",
        "Peter Lund draws cable for a ferry that needs no engine",
    )
    proofs = tuple(proof for text in (BREAD, FLOUR, PASSED, BOARD, CABLE) for proof in quoted(text))
    app = app_on(tmp_path, ferry_bank(replace(ORDERING, keys=keys, evidence=proofs)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "4", "3", "2", "1", "enter")
        wrong = sum("✗ yours" in row for row in screen_rows(app))
        assert wrong >= 2
        assert sum("; you put it" in row for row in screen_rows(app)) == wrong
