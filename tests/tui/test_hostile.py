"""Text from outside is shown letter for letter on every screen: never markup, never an escape, never a broken row."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from builders import FakeClock
from quizapp.kit.clock import Clock
from quizapp.kit.errors import BankError
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence
from quizapp.model.item import GAP, Bank, ChoiceItem, ClozeItem, Distractor, Item, NumericItem, ShortAnswerItem
from quizapp.tui.screens.study import Study
from quizapp.tui.shell import QuizApp
from quizapp.tui.widgets.picker import Picker
from quizapp.usecases.library import Entry, Library
from quizapp.usecases.shelves import Shelf
from quizapp.usecases.study import Sitting, open_demo
from quizapp.usecases.workspace import Workspace, open_workspace
from stage import live_through, make_app, press, screen_rows, screen_text, settle, workspace_with

SAMPLES = {
    "markup": "cost [USD] [b and [/x]",
    "action": "[@click=app.quit]x[/] [link=https://example.org]y[/]",
    "escapes": "a\x1b]0;owned\x07b\x1b[2Jc\x9b31md\x00e\x7ff",
    "bidi": "pay \u202e001\u202c now \u2066x\u2069",
    "zero width": "pa\u200by\u2060load\ufeff \U000e0041",
    "combining": "z" + "\u0301" * 60 + " after",
    "emoji": "👩\u200d👩\u200d👧 family 漢字と仮名 עברית العربية",
    "tabs": "one\ttwo\tthree",
    "long word": "x" * 300,
    "one long line": "word " * 40_000,
}
# What must stand on the screen, where that is not the text itself.
SHOWN = {
    "escapes": "a␛]0;owned␇b␛[2Jc⟨009B⟩31md␀e␡f",
    "bidi": "pay ⟨202E⟩001⟨202C⟩ now",
    "zero width": "pa⟨200B⟩y⟨2060⟩load⟨FEFF⟩",
    "combining": "after",
    "emoji": "family 漢字と仮名",
    "tabs": "three",
    "long word": "x" * 40,
    "one long line": "word word word",
}
LINES = ["markup", "action", "escapes", "bidi", "zero width", "combining", "emoji", "long word", "one long line"]


def hostile_bank(text: str) -> Bank:
    """A bank with a text in every field that a screen shows."""
    body = f"{text}\n\nThe bell says {text} twice.\n\nA last paragraph."
    article = Article(id="hostile", title=text, source="x.txt", text=body)
    quote = f"The bell says {text} twice."
    start = body.index(quote)
    evidence = (Evidence.of(article, Span(start, start + len(quote))),)
    wrong = tuple(Distractor(text=f"{number} {text}", why=f"not {text}") for number in range(3))
    items: tuple[Item, ...] = (
        ChoiceItem(
            id="a", fact="a", stem=f"What? {text}", key=text, distractors=wrong, rationale=text, evidence=evidence
        ),
        ShortAnswerItem(id="b", fact="b", stem=f"What? {text}", key=text, accepted=(f"the {text}",), evidence=evidence),
        NumericItem(id="c", fact="c", stem=text, key="27", value="27", unit=text, evidence=evidence),
        ClozeItem(id="d", fact="d", stem=f"{text} says {GAP}", keys=(text,), evidence=evidence),
    )
    return Bank(article=article, items=items)


def stays_on_its_rows(app: QuizApp) -> None:
    """Every row is as wide as the screen and holds nothing that a terminal obeys."""
    for row in screen_rows(app):
        assert not [char for char in row if unicodedata.category(char) in {"Cc", "Cf", "Cs"} and char != "\u200d"]
        assert cell_len(row) == app.size.width


@pytest.mark.parametrize("name", SAMPLES)
async def test_study_shows_it_letter_for_letter(tmp_path: Path, name: str) -> None:
    """Title, question, choices, reasons, answers, hints and evidence."""
    text = SAMPLES[name]
    app = make_app(open_workspace(tmp_path / "data", clock=FakeClock()))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await app.push_screen(Study(lambda: open_demo(hostile_bank(text), clock=app.clock, seed=1)))
        await settle(pilot)
        seen = screen_text(app)
        stays_on_its_rows(app)
        for keys in (("1",), (" ", "f2"), ("x", "enter"), (" ", "f2"), ("f4",), (" ", "f2"), ("f4",)):
            await press(pilot, *keys)
            stays_on_its_rows(app)
            seen += screen_text(app)
        assert SHOWN.get(name, text) in seen.replace("\n", "")
        await press(pilot, "v")
        stays_on_its_rows(app)
        await press(pilot, "v", " ")
        stays_on_its_rows(app)
        assert app.is_running


class HostileLibrary(Library):
    """A library whose only bank has a title nobody should trust."""

    title = ""

    def entries(self) -> tuple[Entry, ...]:
        """One bank."""
        return tuple(entry._replace(title=self.title) for entry in super().entries()[:1])

    def unreadable(self, entries: Iterable[Entry]) -> tuple[tuple[Shelf, BankError], ...]:
        """What is not listed here is no damaged bank."""
        del entries
        return ()


def hostile_workspace(folder: Path, title: str, clock: Clock) -> Workspace:
    """A workspace with that library, and some history."""
    from builders import make_bank

    workspace = workspace_with(folder, make_bank())
    library = HostileLibrary(folder / "questions")
    library.title = title
    workspace.__dict__["library"] = library
    return workspace


@pytest.mark.parametrize("name", LINES)
async def test_the_library_and_its_commands_show_it(tmp_path: Path, name: str) -> None:
    """Titles in the list, in the panel, in the palette and in a message."""
    text = SAMPLES[name]
    app = make_app(hostile_workspace(tmp_path / "data", text, FakeClock()))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        stays_on_its_rows(app)
        assert SHOWN.get(name, text)[:20] in screen_text(app)
        app.say(text)
        await settle(pilot)
        stays_on_its_rows(app)
        await press(pilot, "ctrl+p")
        stays_on_its_rows(app)
        assert SHOWN.get(name, text)[:20] in screen_text(app)
        app.say(text, error=True)
        await press(pilot, "escape", "?")
        stays_on_its_rows(app)


@pytest.mark.parametrize("name", LINES)
async def test_an_error_shows_it(tmp_path: Path, name: str) -> None:
    """A file name in an error is as hostile as any other text."""
    from quizapp.kit.errors import InputError

    def refuse() -> Sitting:
        raise InputError(SAMPLES[name])

    app = make_app(open_workspace(tmp_path / "data", clock=FakeClock()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(Study(refuse))
        await settle(pilot)
        stays_on_its_rows(app)
        assert SHOWN.get(name, SAMPLES[name])[:20] in screen_text(app)
        await press(pilot, "q")
        assert "Read it." in screen_text(app)


async def test_a_megabyte_of_article_is_paged(tmp_path: Path) -> None:
    """Only the surroundings of the evidence are laid out, and it is said what is left out."""
    paragraphs = [f"Paragraph {number} of a very long text. " + "It goes on and on. " * 40 for number in range(1_300)]
    body = "\n\n".join(paragraphs)
    article = Article(id="long", title="Long", source="x", text=body)
    quote = "Paragraph 700 of a very long text."
    start = body.index(quote)
    item = ShortAnswerItem(
        id="a",
        fact="a",
        stem="Which?",
        key="Paragraph 700",
        evidence=(Evidence.of(article, Span(start, start + len(quote))),),
    )
    bank = Bank(article=article, items=(item,))
    app = make_app(open_workspace(tmp_path / "data", clock=FakeClock()))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await app.push_screen(Study(lambda: open_demo(bank, clock=app.clock, seed=1)))
        await settle(pilot)
        await press(pilot, "f4")
        assert "Paragraph 700" in screen_text(app)
        await press(pilot, "v", "g")
        assert "more paragraphs above" in screen_text(app)
        await press(pilot, "G")
        assert "more paragraphs below" in screen_text(app)


@pytest.mark.parametrize("name", SAMPLES)
async def test_review_and_edit_show_it_and_change_nothing(tmp_path: Path, name: str) -> None:
    """Stem, choices, reasons, evidence and source; what nobody edits is saved letter for letter."""
    bank = hostile_bank(SAMPLES[name])
    bank = replace(bank, items=tuple(replace(item, derived=True) for item in bank.items))
    workspace = workspace_with(tmp_path / "data", bank)
    app = make_app(workspace, start="review", bank="hostile")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        stays_on_its_rows(app)
        for _ in bank.items:
            await press(pilot, "e", "f3", "space", "l", "shift+down")
            stays_on_its_rows(app)
            await press(pilot, "escape", "f3", "ctrl+s", "j")
            stays_on_its_rows(app)
        await press(pilot, "v")
        stays_on_its_rows(app)
    assert workspace.library.bank("hostile").items == bank.items


async def test_a_megabyte_of_article_can_be_chosen_from(tmp_path: Path) -> None:
    """Only the surroundings of the cursor are laid out; at their edge it goes on."""
    paragraphs = [f"Paragraph {number} of a very long text. " + "It goes on and on. " * 40 for number in range(1_300)]
    body = "\n\n".join(paragraphs)
    article = Article(id="long", title="Long", source="x", text=body)
    start = body.index("Paragraph 700 of a very long text.")
    item = ShortAnswerItem(
        id="a", fact="a", stem="Which?", key="Paragraph 700", evidence=(Evidence.of(article, Span(start, start + 34)),)
    )
    app = make_app(workspace_with(tmp_path / "data", Bank(article=article, items=(item,))), start="review", bank="long")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "Paragraph 700" in screen_text(app)
        await press(pilot, "e", "f3")
        assert "Paragraph 700" in screen_text(app)
        await press(pilot, "G")
        first = screen_text(app)
        await press(pilot, "G", "g", "g")
        assert screen_text(app) != first
        picker = app.screen.query_one(Picker)
        assert len(picker._rows) < 3_000


@pytest.mark.parametrize("name", LINES)
async def test_a_drill_shows_names_letter_for_letter(name: str, tmp_path: Path) -> None:
    """The title of an article and the names of players are no markup on any screen of a drill."""
    text, clock = SAMPLES[name], FakeClock()
    workspace = hostile_workspace(tmp_path, text, clock)
    live_through(workspace, clock, [bool])
    app = make_app(workspace, start="home")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "d")
        await settle(pilot)
        await press(pilot, "right")
        app.screen.query_one(Input).value = f"{text[:40]}, Foxes"
        await press(pilot, "enter")
        await settle(pilot)
        for key in ("escape", "space", "v", "escape", "q", "x"):
            await press(pilot, key)
            await settle(pilot)
            stays_on_its_rows(app)
        assert app.is_running
