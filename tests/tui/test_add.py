"""Adding an article: the form, the page to watch, and what comes of it."""

from pathlib import Path

from textual.events import Key, Paste
from textual.pilot import Pilot

from builders import FakeClock
from quizapp.articles.formats import KINDS
from quizapp.tui.screens.add import AddPage
from quizapp.tui.screens.already import Already
from quizapp.tui.screens.drafts import Drafts
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.review import ReviewPage
from quizapp.tui.screens.study import Study
from quizapp.tui.screens.welcome import Welcome
from quizapp.tui.screens.writing import WritingPage
from quizapp.tui.shell import QuizApp
from quizapp.tui.widgets.address_field import AddressInput
from quizapp.tui.widgets.file_field import FileField
from quizapp.tui.widgets.pick import OneOf, SomeOf
from quizapp.tui.widgets.text_box import TextBox
from quizapp.tui.widgets.thrown_away import ThrownAway
from quizapp.usecases.acquire import pasted
from quizapp.usecases.adding import Adding
from quizapp.usecases.browsing import READABLE
from quizapp.usecases.workspace import open_workspace
from stage import ferry_bank, make_app, press, screen_text, settle, workspace_with
from usecases.test_adding import SENTENCES, TEXT
from webserver import page, saying, serving

USUAL = (100, 30)


async def _paste(app: QuizApp, pilot: Pilot[None], text: str) -> None:
    app.screen.query_one(TextBox).focus()
    app.post_message(Paste(text))
    await settle(pilot)


async def test_from_the_first_screen_to_the_first_question(tmp_path: Path) -> None:
    """a, paste, ctrl+s, s: the article's own question is on the screen."""
    app = make_app(open_workspace(tmp_path / "data", clock=FakeClock()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Welcome)
        await press(pilot, "a")
        assert isinstance(app.screen, AddPage)
        await _paste(app, pilot, TEXT)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, WritingPage)
        assert "ready" in screen_text(app)
        await press(pilot, "s")
        assert isinstance(app.screen, Study)
        assert app.screen.place() == "Study" or "1 of" in screen_text(app)


async def test_a_file_is_found_by_typing(tmp_path: Path) -> None:
    """The path is completed from the list under it, and enter reads the file."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "ferry.txt").write_text(TEXT, encoding="utf-8")
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await app.push_screen(AddPage(beside=tmp_path))
        await settle(pilot)
        app.screen.query_one("#where", OneOf).focus()
        await press(pilot, "l", "tab", *"tex", "enter", *"fe", "enter")
        assert isinstance(app.screen, WritingPage)
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryPage)
        assert "The Sandey ferry" in screen_text(app)


async def test_what_is_wrong_is_said_under_the_field(tmp_path: Path) -> None:
    """Nothing pasted, too little, no kind ticked, no such file: a sentence, and the form stays."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "a", "ctrl+s")
        assert "Paste or type the article here" in screen_text(app)
        await _paste(app, pilot, "Only a few words here.")
        assert "too short to ask about" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert "Too short to ask about" in screen_text(app)
        kinds = app.screen.query_one(SomeOf)
        kinds.focus()
        await press(pilot, *[key for _ in range(8) for key in ("space", "l")], "ctrl+s")
        assert "Tick at least one kind" in screen_text(app)
        app.screen.query_one("#where", OneOf).choose("file")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, AddPage)
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryPage)


async def test_a_pasted_text_outlives_the_form(tmp_path: Path) -> None:
    """Left with esc or by a click on the way home, it is there again; once it is written about, the form is empty."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await _paste(app, pilot, TEXT)
        await press(pilot, "escape")
        assert "The text is kept" in screen_text(app)
        await press(pilot, "a")
        assert app.screen.query_one(TextBox).text == TEXT
        app.go_home()
        await settle(pilot)
        await press(pilot, "a")
        assert app.screen.query_one(TextBox).text == TEXT
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, WritingPage)
        app.go_home()
        await settle(pilot)
        await press(pilot, "a")
        assert app.screen.query_one(TextBox).text == ""


async def test_what_was_wrong_goes_with_the_path_that_it_was_about(tmp_path: Path) -> None:
    """A file that cannot be read is told without options of the shell, until another path is typed."""
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 40)
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await app.push_screen(AddPage(beside=tmp_path))
        await settle(pilot)
        app.screen.query_one("#where", OneOf).focus()
        await press(pilot, "l", "tab", *"noi", "enter")
        assert "text in another encoding" in " ".join(screen_text(app).split())
        assert "--encoding" not in screen_text(app)
        await press(pilot, "x")
        assert "encoding" not in screen_text(app)


async def test_quitting_with_a_pasted_text_is_asked(tmp_path: Path) -> None:
    """A stranger lost an article so; the key pressed twice leaves."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await _paste(app, pilot, TEXT)
        await press(pilot, "ctrl+q")
        assert "Quit without the text in Add?" in screen_text(app)
        await press(pilot, "n")
        assert app.screen.query_one(TextBox).text == TEXT
        await press(pilot, "ctrl+q", "ctrl+q")
        await settle(pilot)
    assert app.return_code == 0


async def test_control_characters_in_a_paste_are_only_marks(tmp_path: Path) -> None:
    """An escape sequence in a pasted article is seen, not obeyed."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await _paste(app, pilot, "Red \x1b[31malert\x07 [b]bold[/b]\r\nnext")
        text = app.screen.query_one(TextBox).text
        assert "\x1b" not in text
        assert "\x07" not in text
        assert "[b]bold[/b]\nnext" in text
        assert "[b]bold[/b]" in screen_text(app)


async def test_an_article_that_is_there_already(tmp_path: Path) -> None:
    """It is said; enter studies it, n writes it anew, esc goes back to the form."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        for key, screen in (("escape", AddPage), ("n", WritingPage), ("enter", Study)):
            await press(pilot, "q") if isinstance(app.screen, WritingPage) else None
            app.go_home()
            await settle(pilot)
            await press(pilot, "a")
            await _paste(app, pilot, ferry_bank().article.text)
            app.screen.query_one("#title").focus()
            await press(pilot, "ctrl+s")
            assert isinstance(app.screen, Already)
            await press(pilot, key)
            assert isinstance(app.screen, screen)


async def test_the_drafts_of_a_reason_can_be_seen(tmp_path: Path) -> None:
    """Opening a reason lists the drafts with their sentences."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await _paste(app, pilot, f"{TEXT}\n\nIt was then taken there by him.\n\n{SENTENCES[0]}")
        await press(pilot, "ctrl+s")
        assert "Thrown away" in screen_text(app)
        app.screen.query_one("#thrown").focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, Drafts)
        await press(pilot, "escape")
        assert isinstance(app.screen, WritingPage)


async def test_nothing_worth_asking_says_so(tmp_path: Path) -> None:
    """No bank is made; another article or another try is one key away."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await _paste(app, pilot, "Well then. " * 20)
        await press(pilot, "ctrl+s")
        assert "states few facts" in screen_text(app)
        await press(pilot, "a")
        assert isinstance(app.screen, AddPage)


async def test_the_mouse_does_it_too(tmp_path: Path) -> None:
    """A click chooses the source, ticks a kind, and starts."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await pilot.click("#where", offset=(20, 0))
        await settle(pilot)
        assert app.screen.query_one("#where", OneOf).chosen == "file"
        assert app.screen.query_one(FileField).display
        await pilot.click("#where", offset=(4, 0))
        await pilot.click("#kinds", offset=(3, 0))
        await settle(pilot)
        assert "choice" not in app.screen.query_one(SomeOf).chosen
        await _paste(app, pilot, TEXT)
        await pilot.click("#do", offset=(10, 0))
        await settle(pilot)
        assert isinstance(app.screen, WritingPage)


def _web_page(text: str) -> bytes:
    paragraphs = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
    return f"<html><head><title>The ferry</title></head><body><article>{paragraphs}</article></body></html>".encode()


async def _address(app: QuizApp, pilot: Pilot[None], address: str) -> None:
    await app.push_screen(AddPage(allow_private=True))
    app.screen.query_one("#where", OneOf).choose("web")
    await settle(pilot)
    app.screen.query_one(AddressInput).focus()
    app.post_message(Paste(f" {address}\n"))
    await settle(pilot)


async def test_a_web_address_is_fetched_shown_and_written_about(tmp_path: Path) -> None:
    """Enter shows what the page is; ctrl+s writes about it without fetching it again."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    with serving({"/ferry": saying(page(_web_page(TEXT), Content_Type="text/html"))}) as server:
        async with app.run_test(size=USUAL) as pilot:
            await settle(pilot)
            await _address(app, pilot, f"{server.address}/ferry")
            assert "needs the internet" in screen_text(app)
            await press(pilot, "enter")
            assert "✓ The ferry" in screen_text(app)
            assert "text/html" in screen_text(app)
            await press(pilot, "ctrl+s")
            assert isinstance(app.screen, WritingPage)
            assert "ready" in screen_text(app)
    assert server.connections == 1


async def test_what_the_network_says_stands_under_the_field(tmp_path: Path) -> None:
    """A page that is not there, one that is no article, none at all: a sentence, and the form stays."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    with serving({"/picture": saying(page(b"x", Content_Type="image/png"))}) as server:
        async with app.run_test(size=USUAL) as pilot:
            await settle(pilot)
            await _address(app, pilot, "")
            await press(pilot, "ctrl+s")
            assert "Type or paste the address of a page." in screen_text(app)
            await _address(app, pilot, f"{server.address}/gone")
            await press(pilot, "enter")
            assert "! The page answered “404, not found”; open it in your browser" in screen_text(app)
            await _address(app, pilot, f"{server.address}/picture")
            await press(pilot, "ctrl+s")
            assert "! This is no article but image/png" in screen_text(app)
            assert isinstance(app.screen, AddPage)


async def test_fetching_can_be_stopped(tmp_path: Path) -> None:
    """While nothing comes it is said; esc stops it, another esc leaves."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    with serving({"/slow": lambda connection, over: over.wait() and None}) as server:
        async with app.run_test(size=USUAL) as pilot:
            await settle(pilot)
            await _address(app, pilot, f"{server.address}/slow")
            app.post_message(Key("enter", None))
            while not server.requests:
                await pilot.pause()
            assert "Fetching" in screen_text(app)
            assert "esc stops" in screen_text(app)
            await press(pilot, "escape")
            assert "Stopped. Nothing was added." in screen_text(app)
            await press(pilot, "escape")
            assert not isinstance(app.screen, AddPage)


def test_the_files_that_are_listed_are_those_that_can_be_read() -> None:
    """A list of our own, because a face and its use cases must not wait for the readers."""
    assert {".txt", *KINDS} == READABLE


async def test_leaving_while_questions_are_written_is_asked(tmp_path: Path) -> None:
    """They would be lost: q and ctrl+q ask, no goes on, yes leaves."""
    workspace = workspace_with(tmp_path / "data", ferry_bank())
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        app.adding = Adding(workspace, pasted(TEXT))
        for key in ("q", "ctrl+q"):
            await press(pilot, key)
            assert "are still being written" in screen_text(app)
            await press(pilot, "n")
            assert app.is_running
            assert isinstance(app.screen, LibraryPage)
        await press(pilot, "q", "y")
        await settle(pilot)
    assert app.return_code == 0


async def test_what_is_ready_is_reviewed_and_a_reason_lists_its_drafts(tmp_path: Path) -> None:
    """Enter reviews once all is written; on a reason it lists what was thrown away for it."""
    app = make_app(open_workspace(tmp_path / "data", clock=FakeClock()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await _paste(app, pilot, TEXT)
        await press(pilot, "ctrl+s")
        assert "enter Review what is ready" in screen_text(app)
        assert "Thrown away" in screen_text(app)
        while not isinstance(app.focused, ThrownAway):
            await press(pilot, "tab")
        assert "enter Show them" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Drafts)
        await press(pilot, "escape")
        app.screen.set_focus(None)  # as it was before a person came to the reasons
        await press(pilot, "enter")
        assert isinstance(app.screen, ReviewPage)
