"""Lines that are drawn without Textual's wrapping look as Textual would draw them."""

from pathlib import Path

import pytest
from rich.segment import Segment
from textual.widget import Widget

from quizapp.tui.widgets.lined import Lined
from stage import CHOICE, TRUE_FALSE, ferry_bank, make_app, press, settle, workspace_with


def _looks(widget: Widget, y: int, *, ours: bool) -> list[tuple[str, object]]:
    strip = widget.render_line(y) if ours else Widget.render_line(widget, y)
    padded = strip.adjust_cell_length(widget.size.width, widget.visual_style.rich_style)
    cells = (
        (character, style and (style.color, style.bgcolor if character != "▄" else None, style.bold, style.underline))
        for text, style, _ in Segment.simplify(padded)
        for character in text
    )
    return [cell if cell[0] != " " else (" ", cell[1] and cell[1][1]) for cell in cells]


@pytest.mark.parametrize("item", [CHOICE, TRUE_FALSE], ids=lambda item: item.kind)
@pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=str)
@pytest.mark.parametrize("theme", ["quizapp-ink", "quizapp-paper"])
async def test_every_line_looks_as_textual_draws_it(
    tmp_path: Path, item: object, size: tuple[int, int], theme: str
) -> None:
    """The question and its answer: same characters, colours and weights in every cell."""
    app = make_app(workspace_with(tmp_path, ferry_bank(item)), start="study")
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await settle(pilot)
        for key in ("", "1"):
            if key:
                await press(pilot, key)
            lined = list(app.screen.query(Lined))
            assert len(lined) >= 5
            for widget in lined:
                for y in range(widget.size.height):
                    assert _looks(widget, y, ours=True) == _looks(widget, y, ours=False), (widget, y)


async def test_words_of_a_choice_can_be_selected(tmp_path: Path) -> None:
    """What is dragged over is copied: each stretch of a line knows where it stands."""
    app = make_app(workspace_with(tmp_path, ferry_bank(CHOICE)), start="study")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        choices = app.screen.query_one("Choices")
        await pilot.mouse_down(choices, offset=(5, 1))
        await pilot.hover(choices, offset=(20, 1))
        await pilot.mouse_up(choices, offset=(20, 1))
        await pilot.pause()
        selected = app.screen.get_selected_text()
        assert selected is not None
        assert selected.strip()
        assert selected.strip() in " ".join((CHOICE.key, *(one.text for one in CHOICE.distractors)))
