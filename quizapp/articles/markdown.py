"""Markdown becomes plain text: what a reader reads, without code, pictures and HTML."""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from quizapp.articles.extract import Extract
from quizapp.articles.front_matter import front_matter


def extract_markdown(source: str) -> Extract:
    """Headings and paragraphs as blocks, list items and rows of tables as lines, links as their text; notes last."""
    said, rest = front_matter(source)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin).parse(rest)
    return Extract(
        text=_Blocks(tokens).text(),
        title=said.get("title") or _heading(tokens),
        byline=said.get("author", ""),
        date=said.get("date", ""),
        language=said.get("lang", ""),
    )


def _heading(tokens: Sequence[Token]) -> str:
    """The first heading of the highest rank, as text."""
    places = [at for at, token in enumerate(tokens) if token.type == "heading_open"]
    first = min(places, key=lambda at: (tokens[at].tag != "h1", at), default=None)
    return "" if first is None else _inline(tokens[first + 1]).replace("\n", " ")


class _Blocks:
    """The blocks of a document as they are met."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._blocks: list[list[str]] = []
        self._lists = 0
        self._cells: list[str] | None = None
        for token in tokens:
            self._take(token)

    def text(self) -> str:
        """The blocks with blank lines between them."""
        return "\n\n".join("\n".join(block) for block in self._blocks if block)

    def _take(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._begin(nested=self._lists > 0)
                self._lists += 1
            case "bullet_list_close" | "ordered_list_close":
                self._lists -= 1
                self._begin(nested=self._lists > 0)
            case "table_open":
                self._begin(nested=False)
            case "tr_open":
                self._cells = []
            case "tr_close":
                self._add(" | ".join(cell for cell in self._cells or [] if cell))
                self._cells = None
            case "inline":
                self._inline(token)
            case _:
                pass  # code, HTML and rules hold nothing to read; paragraphs begin with their text

    def _inline(self, token: Token) -> None:
        text = _inline(token)
        if self._cells is not None:
            self._cells.append(text)
            return
        if not self._lists:
            self._begin(nested=False)
        self._add(text)

    def _begin(self, *, nested: bool) -> None:
        if not nested:
            self._blocks.append([])

    def _add(self, text: str) -> None:
        if text:
            self._blocks[-1].append(text)


def _inline(token: Token) -> str:
    """The text of a line: links and emphasis without their marks, pictures and HTML left out."""
    parts = []
    for child in token.children or ():
        match child.type:
            case "text" | "code_inline":
                parts.append(child.content)
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append("\n")
            case _:
                pass
    return "".join(parts).strip()
