"""The one way for text onto the screen."""

import ast
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from quizapp.tui.safe import cut, hanging, shown, spread

TUI = Path(__file__).parents[2] / "quizapp" / "tui"
MODULES = sorted(TUI.rglob("*.py"))
TYPED_INTO = {"Input", "TextArea"}
"""Textual's widgets that we use as they are: no text of ours is rendered by them."""


@given(st.text())
def test_no_control_character_comes_through(text: str) -> None:
    """Whatever the text, what is shown holds nothing that a terminal obeys."""
    assert all(unicodedata.category(char) not in {"Cc", "Cs"} or char == "\n" for char in shown(text).plain)


@given(st.text(alphabet="[]/@=abx $", max_size=40))
def test_markup_is_text(text: str) -> None:
    """Brackets are brackets: nothing is eaten and no style comes of them."""
    content = shown(text)
    assert content.plain == text
    assert not content.spans


@given(st.text(max_size=60), st.integers(min_value=1, max_value=30))
def test_a_cut_line_fits(text: str, width: int) -> None:
    """A cut line is one line of at most so many cells."""
    content = cut(text, width)
    assert content.cell_length <= width
    assert "\n" not in content.plain


@given(st.text(alphabet="abc漢字", max_size=30), st.text(alphabet="abc", max_size=8), st.integers(10, 40))
def test_the_right_end_is_never_cut(left: str, right: str, width: int) -> None:
    """What stands at the right end is whole, whatever stands at the left."""
    content = spread(Content(left), Content(right), width)
    assert content.plain.endswith(right)
    assert content.cell_length == width


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(TUI)))
def test_no_text_goes_another_way(path: Path) -> None:
    """Content is made of text in one module only, nothing is told as markup, and no stock widget shows text."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    wrong = [f"{line}: {what}" for node in ast.walk(tree) for line, what in other_ways(node, path.name)]
    assert path.name == "safe.py" or not wrong


def other_ways(node: ast.AST, module: str) -> list[tuple[int, str]]:
    """What a piece of source does that could bring text onto the screen unseen."""
    match node:
        case (
            ast.Call(func=ast.Name(id="Content"), args=[_, *_])
            | ast.Call(func=ast.Attribute(value=ast.Name(id="Content")))
        ):
            return [(node.lineno, "Content of text")]
        case ast.Call(func=ast.Attribute(attr="notify" | "from_markup")):
            return [(node.lineno, "a toast or markup")]
        case ast.Attribute(attr="border_title" | "border_subtitle" | "tooltip" | "placeholder", ctx=ast.Store()):
            return [(node.lineno, "text in a border, tooltip or placeholder")]
        case ast.ImportFrom(module="textual.widgets") if module != "prose.py":
            return [(node.lineno, each.name) for each in node.names if each.name not in TYPED_INTO]
        case ast.FunctionDef(name="render", returns=ast.expr() as returns) if ast.unparse(returns) != "Content":
            return [(node.lineno, "render() that is not Content")]
        case _:
            return []


def test_what_hangs_behind_a_head_goes_on_below_itself() -> None:
    """No row of a wrapped question begins under the figure beside it."""
    rows = hanging(shown("  1 of 3 knew  "), shown("word " * 30), 60).plain.splitlines()
    assert len(rows) > 2
    assert rows[0].startswith("  1 of 3 knew  word")
    assert all(row.startswith(" " * 15 + "word") for row in rows[1:])
