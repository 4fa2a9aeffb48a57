"""Add an article: where it is, what it is called, how many questions and of which kinds."""

import re
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, TextArea
from textual.worker import Worker

from quizapp.kit.durations import counted
from quizapp.kit.errors import QuizappError
from quizapp.model.article import Article
from quizapp.tui.background import in_thread
from quizapp.tui.host import host_of
from quizapp.tui.kind_names import KIND_NAMES
from quizapp.tui.safe import bordered, prompted, shown
from quizapp.tui.screens.already import Already
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.widgets.address_field import AddressField
from quizapp.tui.widgets.file_field import FileField
from quizapp.tui.widgets.menu import Entry, Menu
from quizapp.tui.widgets.pick import Choice, OneOf, SomeOf
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.search_field import SearchField
from quizapp.tui.widgets.text_box import TextBox
from quizapp.usecases import acquire
from quizapp.usecases.adding import AMOUNTS, FEW, NORMAL, Adding, already

_WHERE: Final = (Choice("paste", "Paste text"), Choice("file", "File"), Choice("web", "Web address"))
_AMOUNTS: Final = (
    Choice("few", f"A few (about {FEW})"),
    Choice("normal", f"Normal (about {NORMAL})"),
    Choice("all", "Everything worth asking"),
)
_KINDS: Final = tuple(Choice(kind, name) for kind, name in KIND_NAMES.items())
_FEWEST: Final = 15
"""Words under which no question can be written; a test holds it to the reader's own limit."""
_SHORT: Final = 150
"""Words from which most articles of our own gave ten questions or more."""
_WORDS_A_QUESTION: Final = 15
_ENTRIES: Final = (
    Entry(key="ctrl+s", title="Write the questions", action="screen.begin"),
    Entry(key="escape", title="Cancel", action="screen.leave"),
)


class AddPage(Page):
    """The form."""

    NAME = "Add article"
    AUTO_FOCUS = "#text"
    CSS_PATH: ClassVar = [STYLES / "add.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "begin", "Start", tooltip="write the questions", id="add.start"),
        Binding("tab", "app.focus_next", "Next field", tooltip="next field", id="page.next"),
        Binding("escape", "leave", "Cancel", tooltip="back without adding anything", id="add.cancel"),
        Binding("enter", "enter", "Choose", tooltip="do the marked thing", show=False, id="add.enter"),
    ]

    def __init__(self, *, amount: str = "normal", beside: Path | None = None, allow_private: bool = False) -> None:
        super().__init__()
        self._where = OneOf(_WHERE, id="where")
        self._text = TextBox(id="text")
        self._file = FileField(beside=beside or Path.cwd())
        self._web = AddressField(allow_private=allow_private)
        self._fetching: Worker[None] | None = None
        self._title = SearchField(id="title")
        self._amount = OneOf(_AMOUNTS, chosen=amount, id="amount")
        self._kinds = SomeOf(_KINDS, chosen=frozenset(KIND_NAMES), id="kinds")
        self._trouble = Prose(id="trouble")

    def body(self) -> ComposeResult:
        """Row by row, the label on the left."""
        with Vertical(id="add"):
            yield _row("Where is it?", self._where)
            yield self._text
            yield self._file
            yield self._web
            yield self._trouble
            yield _row("Title", self._title, classes="field")
            yield _row("How many questions", self._amount)
            yield _row("Kinds", self._kinds)
            yield Menu(_ENTRIES, id="do")

    def on_mount(self) -> None:
        """Begin with the box, empty."""
        bordered(self._text, title=shown("Text"))
        prompted(self._title, "the first heading or line")
        self._text.text, self._title.value = host_of(self).pasted
        self._show_source()
        self._count()

    def _show_source(self) -> None:
        where = self._where.chosen
        self._text.display, self._file.display, self._web.display = where == "paste", where == "file", where == "web"
        self.top.tell(status=shown(("needs the internet" if where == "web" else "works offline", "$muted")))

    @on(OneOf.Changed, "#where")
    def _where_changed(self) -> None:
        self._stop_fetching()
        self._complain(None)
        self._show_source()

    @on(FileField.Changed)
    def _another_path(self) -> None:
        self._complain(None)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._complain(None)
        self._count()
        self._keep()

    @on(Input.Changed, "#title")
    def _keep(self) -> None:
        """However the form is left, what was typed and pasted is there when it is opened again."""
        host_of(self).pasted = (self._text.text, self._title.value)

    def _count(self) -> None:
        words = len(self._text.text.split())
        bordered(self._text, subtitle=shown(_expectation(words)))

    @on(FileField.Taken)
    def _taken(self) -> None:
        self.action_begin()

    @on(AddressField.Entered)
    def _entered(self) -> None:
        if self._web.address:
            self._fetching = self._fetch()

    @on(Input.Changed, "AddressInput")
    def _addressed(self) -> None:
        self._stop_fetching()
        self._complain(None)

    @work(exclusive=True)
    async def _fetch(self) -> None:
        """Fetch the page, so that it can be seen what it is before anything is written about it."""
        self._complain(None)
        try:
            article = await self._web.article()
        except QuizappError as error:
            self._complain(_sentence(str(error)))
            return
        prompted(self._title, article.title)
        self._title.focus()

    def _stop_fetching(self) -> bool:
        """Stop, and say whether there was anything to stop."""
        running = self._fetching is not None and self._fetching.is_running
        if self._fetching is not None:
            self._fetching.cancel()
        return running

    @on(Input.Submitted, "#title")
    def _titled(self) -> None:
        self._amount.focus()

    @on(Menu.Picked)
    async def _picked(self, event: Menu.Picked) -> None:
        await self.run_action(event.action)

    def action_enter(self) -> None:
        """Do what is marked, where the marks are; anywhere else go on to the next field."""
        menu = self.query_one(Menu)
        if menu.has_focus:
            menu.pick()
        else:
            self.focus_next()

    def action_leave(self) -> None:
        """Stop fetching, or go back without adding anything; a text stays for the next time."""
        if self._stop_fetching():
            return
        host = host_of(self)
        _ = self.dismiss(None)  # not awaited: a screen must not wait for its own end
        if self._text.text.strip():
            host.call_later(host.say, "The text is kept until you close the app; Add goes on with it.")

    def action_begin(self) -> None:
        """Read the article and, where it can be asked about, go on to the writing."""
        if self._where.chosen == "file" and self._file.path is None:
            self._complain("Type or choose a file.")
        elif self._where.chosen == "web" and not self._web.address:
            self._complain("Type or paste the address of a page.")
        elif self._where.chosen == "paste" and not self._text.text.strip():
            self._complain("Paste or type the article here.")
        elif not self._kinds.chosen:
            self._complain("Tick at least one kind of question.", at=self._kinds)
        else:
            self._fetching = self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        workspace = host_of(self).workspace
        self._complain(None)
        try:
            article = await self._article()
            known = await in_thread(lambda: already(workspace, article))
        except QuizappError as error:
            self._complain(_sentence(str(error)))
            return
        kinds = None if len(self._kinds.chosen) == len(_KINDS) else self._kinds.chosen
        adding = Adding(workspace, article, limit=AMOUNTS[self._amount.chosen], kinds=kinds)
        if known is None:
            self._write(adding)
            return
        slug = known.slug
        _ = self.app.push_screen(Already(known.title), lambda answer: self._decided(answer, adding, slug))

    async def _article(self) -> Article:
        """The article from where it is, under the title that was typed."""
        title, text, path = self._title.value.strip(), self._text.text, self._file.path
        match self._where.chosen:
            case "paste":
                return await in_thread(lambda: acquire.pasted(text, title=title))
            case "web":
                article = await self._web.article()
            case _:
                article = await in_thread(lambda: acquire.read(path))
        return replace(article, title=title) if title else article

    def _decided(self, answer: str | None, adding: Adding, slug: str) -> None:
        if answer == "anew":
            self._write(adding)
        elif answer == "open":
            host_of(self).study_from_home(slug)

    def _write(self, adding: Adding) -> None:
        host_of(self).pasted = ("", "")
        host_of(self).write_questions(adding)

    def _complain(self, text: str | None, *, at: SomeOf | None = None) -> None:
        if self._where.chosen == "web" and text is not None and at is None:
            self._web.complain(text)
            return
        self._trouble.show(shown() if text is None else shown(("! ", "bold $error"), text))
        self._trouble.display = text is not None
        if text is None:
            return
        if at is not None:
            at.focus()
        elif self._where.chosen == "paste":
            self._text.focus()
        else:
            self._file.enter()


def _row(label: str, widget: OneOf | SomeOf | SearchField, *, classes: str = "") -> Horizontal:
    return Horizontal(Prose(shown((label, "$muted")), classes="label"), widget, classes=f"row {classes}")


def _expectation(words: int) -> str:
    """How a text of so many words will do."""
    if not words:
        return "paste the article here"
    if words < _FEWEST:
        return f"{counted(words, 'word')} · too short to ask about"
    if words < _SHORT:
        expected = counted(max(words // _WORDS_A_QUESTION, 1), "question")
        return f"{words} words · a little short, expect about {expected}"
    return f"{words:,} words · ok"


_OPTION: Final = re.compile(r"(?:try another|name the (?:right one|file's encoding)\s*(?:with|:)?) --encoding\b[^;.]*")
"""What the shell advises about encodings; the form has no such option."""


def _sentence(text: str) -> str:
    """An error as a sentence of its own; the place it names is on the screen already."""
    bare = re.sub(r"^(?:pasted text|https?://\S+): ", "", text)
    bare = _OPTION.sub("save it as UTF-8 first", bare)
    bare = bare.replace("another --encoding", "another encoding")
    return bare[:1].upper() + bare[1:] + ("" if bare.endswith((".", "?")) else ".")
