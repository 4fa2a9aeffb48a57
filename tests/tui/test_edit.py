"""Edit: every field and key, evidence chosen with keyboard and mouse, and what is in the bank afterwards."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from quizapp.model.item import (
    ChoiceItem,
    ClozeItem,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    ShortAnswerItem,
    TrueFalseItem,
)
from quizapp.tui.screens.confirm import Confirm
from quizapp.tui.screens.edit import EditPage
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.results import ResultsPage
from quizapp.tui.screens.review import ReviewPage
from quizapp.tui.screens.study import Study
from quizapp.tui.shell import QuizApp
from quizapp.usecases.library import load_bank
from stage import (
    CHOICE,
    CLOZE,
    FERRY,
    MATCHING,
    MULTIPLE,
    NUMBER,
    ORDERING,
    SHORT,
    TRUE_FALSE,
    ferry_bank,
    key_of,
    make_app,
    place_of,
    press,
    screen_text,
    settle,
    workspace_with,
)

USUAL = (100, 30)
EVERY = (CHOICE, TRUE_FALSE, CLOZE, NUMBER, SHORT, MULTIPLE, MATCHING, ORDERING)


def item_in(folder: Path, number: int = 0) -> Item:
    """A question as the file holds it."""
    return load_bank(folder / "data" / "questions" / "ferry.yaml").items[number]


async def edited(pilot: Pilot[None]) -> EditPage:
    """Go to Edit on the first question, from the library."""
    await settle(pilot)
    await press(pilot, "r", "e")
    page = pilot.app.screen
    assert isinstance(page, EditPage)
    return page


def app_with(folder: Path, *items: Item) -> QuizApp:
    """The app on a library whose one bank has these items."""
    return make_app(workspace_with(folder / "data", ferry_bank(*items)))


@pytest.mark.parametrize("item", EVERY, ids=lambda item: item.kind)
async def test_looking_changes_nothing(tmp_path: Path, item: Item) -> None:
    """Every kind opens, is in order, and is saved as it was."""
    app = app_with(tmp_path, item)
    async with app.run_test(size=USUAL) as pilot:
        page = await edited(pilot)
        assert not page.changed
        assert "unsaved" not in screen_text(app)
        assert "Checked again as you type" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ReviewPage)
        assert item_in(tmp_path) == item


async def test_quitting_with_an_edit_is_asked(tmp_path: Path) -> None:
    """A stranger lost an edit so, which `esc` asks about."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, *"Now: ")
        await press(pilot, "ctrl+q")
        assert "Quit without saving?" in screen_text(app)
        await press(pilot, "n")
        assert "unsaved changes" in screen_text(app)
        await press(pilot, "ctrl+q", "y")
        await settle(pilot)
    assert app.return_code == 0


async def test_the_wording_is_saved_and_can_be_taken_back(tmp_path: Path) -> None:
    """What is typed is in the file, marked as a person's; undo in Review brings the old back."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, *"Now: ")
        assert "unsaved changes" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ReviewPage)
        assert "Saved." in screen_text(app)
        assert "edited by hand" in screen_text(app)
        item = item_in(tmp_path)
        assert (item.stem, item.edited, item.status, item.id) == (f"Now: {CHOICE.stem}", True, "kept", CHOICE.id)
        await press(pilot, "u")
        assert item_in(tmp_path) == CHOICE


async def test_another_answer_says_that_the_schedule_starts_again(tmp_path: Path) -> None:
    """Only wording keeps the schedule; a changed answer starts it anew, and it is said."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, "tab", "end", *[" ", *"alone"], "ctrl+s")
        assert "Not saved: “The price of bread alone” is not in the evidence" in screen_text(app)
        await press(pilot, *["backspace"] * 15, "ctrl+s")
        assert "its schedule starts again" in screen_text(app)
        item = item_in(tmp_path)
        assert isinstance(item, ChoiceItem)
        assert item.key == "The price"


async def test_checks_follow_every_letter(tmp_path: Path) -> None:
    """A choice that becomes the same as another is told at once, and gone with the next letter."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, "tab", "tab", "ctrl+u", *"the price of bread")
        assert "✗ choice 2 is the same as choice 1" in screen_text(app)
        await press(pilot, "s")
        assert "the same as" not in screen_text(app)


async def test_a_choice_is_added_marked_and_left_out(tmp_path: Path) -> None:
    """Typing in the blank line adds one; ctrl+r makes it the right one; an emptied one is left out."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        page = await edited(pilot)
        for _ in range(8):
            await press(pilot, "tab")
        await press(pilot, *"the petition")
        assert "choice 5 has no reason" in screen_text(app)
        await press(pilot, "ctrl+r")
        assert [line.right for line in page.draft.lines] == [False, False, False, False, True]
        await press(pilot, "ctrl+s")
        item = item_in(tmp_path)
        assert isinstance(item, ChoiceItem)
        assert item.key == "the petition"
        assert {each.text: each.why for each in item.distractors}["The price of bread"] == (
            "The article does not say this."
        )
        await press(pilot, "e", "tab", "tab", "tab", "ctrl+u", "shift+tab", "ctrl+u", "ctrl+s")
        assert isinstance(app.screen, ReviewPage)
        shorter = item_in(tmp_path)
        assert isinstance(shorter, ChoiceItem)
        assert len(shorter.distractors) == 3


async def test_a_mark_can_be_clicked(tmp_path: Path) -> None:
    """The circle before a choice makes it the right one."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        page = await edited(pilot)
        await pilot.click(offset=place_of(app, "2 ○"))
        await settle(pilot)
        assert [line.right for line in page.draft.lines] == [False, True, False, False]
        await pilot.click(offset=place_of(app, "esc Cancel"))
        await settle(pilot)
        assert isinstance(app.screen, Confirm)


async def test_leaving_asks_only_when_something_changed(tmp_path: Path) -> None:
    """Esc goes back at once, or after a question whose mark is on no."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewPage)
        await press(pilot, "e", "x", "escape")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "enter")
        assert isinstance(app.screen, EditPage)
        await press(pilot, "escape", "y")
        assert isinstance(app.screen, ReviewPage)
        assert item_in(tmp_path) == CHOICE


async def test_the_way_home_asks_as_well(tmp_path: Path) -> None:
    """A click on the breadcrumb loses nothing that was typed."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, "x")
        await pilot.click(offset=place_of(app, "quizapp"))
        await settle(pilot)
        assert isinstance(app.screen, Confirm)
        await press(pilot, "escape", *["backspace"])
        await pilot.click(offset=place_of(app, "quizapp"))
        await settle(pilot)
        assert isinstance(app.screen, LibraryPage)


async def test_the_sentence_under_the_cursor_is_taken(tmp_path: Path) -> None:
    """F3 goes to the source, enter takes the sentence there, F3 comes back."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        page = await edited(pilot)
        await press(pilot, "f3")
        assert "enter takes the sentence" in screen_text(app)
        await press(pilot, *"lllllllllllll", "enter")
        quote = page.draft.evidence[0].quote
        assert quote == "Flour came by rowing boat, and a loaf cost three\ntimes as much as on the mainland."
        assert "is not in the evidence" in screen_text(app)
        assert "That is the evidence now." in screen_text(app)
        await press(pilot, "f3")
        assert page.focused is not None
        assert page.focused.id == "stem"


async def test_f3_comes_back_to_the_field_it_left(tmp_path: Path) -> None:
    """Whoever looks something up in the source goes on writing where the cursor was."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        page = await edited(pilot)
        await press(pilot, "tab", "tab")
        field = page.focused
        await press(pilot, "f3", "f3")
        assert page.focused is field


async def test_what_was_not_saved_is_told_until_a_key_also_in_a_field(tmp_path: Path) -> None:
    """The message lies over the question, so the first letter that mends it takes it away."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, "tab", "ctrl+u", "ctrl+s")
        assert "Not saved" in screen_text(app)
        await press(pilot, "T")
        assert "Not saved" not in screen_text(app)


async def test_help_says_what_many_keys_do_below_them(tmp_path: Path) -> None:
    """Four long names leave no room beside them; no word stands alone for it."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, "f3", "f1")
        rows = screen_text(app).splitlines()
        place = next(number for number, row in enumerate(rows) if "shift+right shift+left" in row)
        assert "choose to there" in rows[place + 1]


async def test_words_are_chosen_from_anchor_to_cursor(tmp_path: Path) -> None:
    """Space begins a choice, or shift with an arrow; esc lets go; enter takes, a adds."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        page = await edited(pilot)
        await press(pilot, "f3", "space", "l", "l", "enter")
        assert [each.quote for each in page.draft.evidence] == ["What moved the"]
        await press(pilot, "l", "shift+right", "shift+left", "shift+right", "a")
        assert [each.quote for each in page.draft.evidence] == ["What moved the", "county was"]
        await press(pilot, "space", "escape")
        assert isinstance(app.screen, EditPage)
        await press(pilot, "g")
        await press(pilot, "enter")
        assert page.draft.evidence[0].quote == "In the spring of 1907 the island of Sandey lost its only bridge."
        await press(pilot, "G", "shift+up", "h", "j", "k", "pageup", "pagedown", "shift+down", "escape", "q")
        assert isinstance(app.screen, Confirm)


async def test_a_drag_takes_words_and_a_double_click_a_sentence(tmp_path: Path) -> None:
    """With the mouse alone: from the word pressed to the word released."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        page = await edited(pilot)
        await _drag(app, pilot, "Councillor", "Agnes")
        assert page.draft.evidence[0].quote == "Councillor Agnes"
        await pilot.click(offset=place_of(app, "Holm"), times=2)
        await settle(pilot)
        assert page.draft.evidence[0].quote.startswith("Councillor Agnes Holm brought in a plan on 12 May")


async def _drag(app: QuizApp, pilot: Pilot[None], start: str, end: str) -> None:
    await pilot.mouse_down(offset=place_of(app, start))
    await settle(pilot)
    await pilot.hover(offset=place_of(app, end))
    await settle(pilot)
    await pilot.mouse_up(offset=place_of(app, end))
    await settle(pilot)


async def test_each_kind_is_written_by_hand(tmp_path: Path) -> None:
    """A new question of a kind has the fields of that kind, and is refused until it is whole."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "r", "a", "3", "ctrl+s")
        assert "Not saved: the question is empty." in screen_text(app)
        await press(pilot, *"Who drew the cable?", "enter", *"Peter Lund", "ctrl+s")
        assert "there is no evidence" in screen_text(app)
        await press(pilot, "f3", "G", "k", "k", "k", "enter", "ctrl+s")
        assert isinstance(app.screen, ReviewPage)
        item = item_in(tmp_path, 1)
        assert isinstance(item, ShortAnswerItem)
        assert (item.id, item.key, item.edited) == ("who-drew-the-cable", "Peter Lund", True)
        assert item.evidence[0].stands_in(FERRY)
        await press(pilot, "u")
        assert "1 of 1" in screen_text(app)


async def test_numbers_have_their_own_fields(tmp_path: Path) -> None:
    """The quantity as written, the plain number, its unit and how exact it is."""
    app = app_with(tmp_path, NUMBER)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, "tab", "tab", "tab", "end", "8")
        assert "! answer and number differ" in screen_text(app)
        await press(pilot, "backspace", "tab", "tab", "l", "ctrl+s")
        item = item_in(tmp_path)
        assert isinstance(item, NumericItem)
        assert (item.value, item.hedge) == ("27", "about")


async def test_a_statement_can_be_turned(tmp_path: Path) -> None:
    """True becomes false with an arrow."""
    app = app_with(tmp_path, TRUE_FALSE)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, "tab", "h", "ctrl+s")
        item = item_in(tmp_path)
        assert isinstance(item, TrueFalseItem)
        assert item.key is True


async def test_lines_are_moved_in_their_order(tmp_path: Path) -> None:
    """Shift with an arrow moves the line under the cursor, and stops at the ends."""
    app = app_with(tmp_path, ORDERING)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, "tab", "shift+down", "shift+down", "shift+down", "shift+up", "ctrl+s")
        item = item_in(tmp_path)
        assert isinstance(item, OrderingItem)
        assert item.keys == (ORDERING.keys[1], ORDERING.keys[0], ORDERING.keys[2])


async def test_pairs_gaps_and_several_answers_are_edited(tmp_path: Path) -> None:
    """Each kind keeps what is not touched."""
    app = app_with(tmp_path, MATCHING, CLOZE, MULTIPLE)
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        await press(pilot, "tab", "tab", "end", *" he used", "ctrl+s", "j", "e")
        await press(pilot, *"So ", "ctrl+s", "j", "e", "tab", "tab", "tab", "ctrl+r", "ctrl+s")
        assert "is not in the evidence" in screen_text(app)
        await press(pilot, "ctrl+r", "end", "s", "ctrl+s")
        pairs, gap, several = (item_in(tmp_path, number) for number in range(3))
        assert isinstance(pairs, MatchingItem)
        assert pairs.pairs[0].answer == "drew the cable he used"
        assert isinstance(gap, ClozeItem)
        assert gap.stem.startswith("So Flour")
        assert isinstance(several, MultipleChoiceItem)
        assert several.distractors[0].text == "an engines"


async def test_a_file_that_changed_leads_back_to_review(tmp_path: Path) -> None:
    """The form is about another question then; the own version is kept beside the file."""
    app = app_with(tmp_path, CHOICE)
    path = tmp_path / "data" / "questions" / "ferry.yaml"
    async with app.run_test(size=USUAL) as pilot:
        await edited(pilot)
        path.write_text(path.read_text(encoding="utf-8").replace("finally ", ""), encoding="utf-8")
        await press(pilot, "x", "ctrl+s", "c")
        assert isinstance(app.screen, ReviewPage)
        assert load_bank(path.with_name("ferry.yaml.yours")).items[0].stem.startswith("xWhat finally")


async def test_a_question_is_edited_where_it_is_asked(tmp_path: Path) -> None:
    """E in Study opens the form and comes back to the question as it is then; u takes the edit back."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(CHOICE)), start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "e")
        assert isinstance(app.screen, EditPage)
        await press(pilot, *"Now: ", "ctrl+s")
        assert isinstance(app.screen, Study)
        assert "Now: What finally moved" in screen_text(app)
        await press(pilot, "u")
        assert "Now:" not in screen_text(app)
        assert item_in(tmp_path) == CHOICE
        await press(pilot, "u")
        assert "Nothing to undo yet" in screen_text(app)


async def test_an_edit_after_the_answer_keeps_the_answer(tmp_path: Path) -> None:
    """The feedback stands, with the new words, and the grade is still to be given."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(CHOICE)), start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, key_of(app, CHOICE.key), "e", *"Now: ", "ctrl+s")
        assert isinstance(app.screen, Study)
        assert "Correct" in screen_text(app)
        assert "Now: What finally moved" in screen_text(app)
        await press(pilot, "space")
        assert isinstance(app.screen, ResultsPage)


async def test_a_missed_question_is_edited_from_the_results(tmp_path: Path) -> None:
    """E on a miss opens the form and comes back to the results."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(SHORT)), start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "x", "enter", "space", "e")
        assert isinstance(app.screen, EditPage)
        await press(pilot, *"Now: ", "ctrl+s")
        assert isinstance(app.screen, ResultsPage)
        assert "Now: Which body" in screen_text(app)
        await press(pilot, "u")
        assert item_in(tmp_path) == SHORT


async def test_the_demo_has_nothing_to_edit(tmp_path: Path) -> None:
    """The demo touches neither library nor answers."""
    app = make_app(workspace_with(tmp_path / "data"), start="demo")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "e")
        assert "there is nothing to edit" in screen_text(app)
        assert not (tmp_path / "data").exists()


async def test_a_question_that_is_gone_cannot_be_edited(tmp_path: Path) -> None:
    """The library lost the bank while its question was asked."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(CHOICE)), start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        next((tmp_path / "data" / "questions").glob("*.yaml")).unlink()
        await press(pilot, "e")
        assert "Your library has this question no more." in screen_text(app)
