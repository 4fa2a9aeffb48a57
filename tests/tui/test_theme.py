"""Colours: every pair of text and ground that the screens use can be read."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import Input

from quizapp.tui.theme import INK, OURS, PAPER, first_theme, other_shade, tokens
from stage import ferry_bank, make_app, press, settle, workspace_with

AA = 4.5
"""The least contrast of text that WCAG 2 asks for."""

GROUNDS = {
    "foreground": ("background", "surface", "panel", "pick"),
    "muted": ("background", "surface", "panel", "pick", "ok-tint", "bad-tint"),
    "primary": ("background", "surface", "pick"),
    "accent": ("background", "surface", "pick"),
    "success": ("background", "surface", "ok-tint"),
    "error": ("background", "surface", "bad-tint"),
    "marker-text": ("marker",),
}
# Two figures a pair of the design's table: ink, paper.
DESIGNED = {
    ("foreground", "background"): (15.2, 14.6),
    ("muted", "surface"): (7.3, 5.7),
    ("primary", "pick"): (5.7, 4.8),
    ("accent", "pick"): (9.5, 6.6),
    ("success", "ok-tint"): (7.1, 6.0),
    ("error", "bad-tint"): (5.7, 4.6),
    ("marker-text", "marker"): (8.0, 12.5),
}


def luminance(color: Color) -> float:
    """WCAG's relative luminance."""
    channels = [channel / 255 for channel in color.rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(theme: Theme, text: str, ground: str) -> float:
    """WCAG's ratio of two of a theme's colours."""
    colours = {**tokens(theme), **theme.to_color_system().generate(), **theme.variables}
    light, dark = sorted((luminance(Color.parse(colours[name])) for name in (text, ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), [(text, ground) for text in GROUNDS for ground in GROUNDS[text]])
def test_every_pair_can_be_read(theme: Theme, text: str, ground: str) -> None:
    """No text of our themes falls under the contrast that WCAG AA asks for."""
    assert contrast(theme, text, ground) >= AA


@pytest.mark.parametrize("pair", DESIGNED, ids=" on ".join)
def test_the_colours_are_the_designed_ones(pair: tuple[str, str]) -> None:
    """The ratios are those of the design's table."""
    for theme, designed in zip(OURS, DESIGNED[pair], strict=True):
        assert contrast(theme, *pair) == pytest.approx(designed, abs=0.1)


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_evidence_can_be_read_in_every_theme(name: str) -> None:
    """A theme that knows nothing of our tokens still shows evidence, and secondary text, legibly."""
    theme = BUILTIN_THEMES[name]
    if theme.ansi:
        assert set(tokens(theme).values()) == {"ansi_default"}  # reversed by the widgets, with the terminal's own two
        return
    assert contrast(theme, "marker-text", "marker") >= AA
    assert contrast(theme, "muted", "background") >= 3  # large or secondary text; the built-in grounds are not ours


@pytest.mark.parametrize(
    ("colours", "colorfgbg", "name"),
    [
        (2**24, "", INK),
        (2**24, "15;0", INK),
        (256, "0;15", PAPER),
        (256, "0;default;7", PAPER),
        (16, "15;0", "ansi-dark"),
        (16, "0;15", "ansi-light"),
        (8, "", "ansi-dark"),
    ],
)
def test_the_first_theme_suits_the_terminal(colours: int, colorfgbg: str, name: str) -> None:
    """Dark unless the terminal says light; the terminal's own colours where there are only sixteen."""
    assert first_theme(colours=colours, colorfgbg=colorfgbg) == name


def test_the_shade_swaps_back() -> None:
    """Light, dark and light again is where it was."""
    for theme in (*OURS, BUILTIN_THEMES["ansi-dark"]):
        other = other_shade(theme.name, dark=theme.dark)
        assert other != theme.name
        assert other_shade(other, dark=not theme.dark) == theme.name


@pytest.mark.parametrize("name", [INK, PAPER])
async def test_what_an_empty_field_says_can_be_read(name: str, tmp_path: Path) -> None:
    """Textual's own colour for it falls under 4.5 on both of our grounds."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()), start="home")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.theme = name
        await press(pilot, "a")
        field = app.screen.query_one("#title", Input)
        said = field.get_component_styles("input--placeholder").color
        light, dark = sorted((luminance(said), luminance(field.background_colors[1])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= AA
