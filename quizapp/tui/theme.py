"""Colours: the two themes of our own, and the tokens that every other theme is given as well."""

from collections.abc import Iterable
from typing import Final

from textual.theme import Theme

INK: Final = "quizapp-ink"
PAPER: Final = "quizapp-paper"

# Ratios of every pair are recomputed by tests/tui/test_theme.py; none may fall under 4.5 (WCAG AA).
_DARK_TOKENS: Final = {
    "muted": "#A3ADBD",
    "pick": "#243050",
    "marker": "#5A4611",
    "marker-text": "#FFF1C7",
    "ok-tint": "#0F3B3A",
    "bad-tint": "#45221A",
}
_LIGHT_TOKENS: Final = {
    "muted": "#575D68",
    "pick": "#D3DEFA",
    "marker": "#FFE27A",
    "marker-text": "#2A2100",
    "ok-tint": "#CFEDE7",
    "bad-tint": "#FBDCCB",
}
# With 16 colours a tint would put grey on grey: no tints at all, weight and glyphs say it, evidence is reversed.
_ANSI_TOKENS: Final = {
    "muted": "ansi_default",
    "pick": "ansi_default",
    "marker": "ansi_default",
    "marker-text": "ansi_default",
    "ok-tint": "ansi_default",
    "bad-tint": "ansi_default",
}

_INK_THEME: Final = Theme(
    name=INK,
    dark=True,
    background="#12151C",
    surface="#1A1F29",
    panel="#252C39",
    foreground="#E7EAF0",
    primary="#8FA8FF",
    secondary="#B9A6F2",
    accent="#FFD873",
    warning="#FFD873",
    success="#3ADBC4",
    error="#FF8248",
    variables={
        **_DARK_TOKENS,
        "footer-key-foreground": "#FFD873",
        "block-cursor-background": "#243050",
        "block-cursor-foreground": "#E7EAF0",
        "border": "#8FA8FF",
        "border-blurred": "#252C39",
        "scrollbar": "#252C39",
        "scrollbar-hover": "#8FA8FF",
        "scrollbar-active": "#8FA8FF",
        "scrollbar-background": "#1A1F29",
        "scrollbar-background-hover": "#1A1F29",
        "scrollbar-background-active": "#1A1F29",
    },
)
_PAPER_THEME: Final = Theme(
    name=PAPER,
    dark=False,
    background="#FBF8F1",
    surface="#F2EDE1",
    panel="#E5DECE",
    foreground="#22242A",
    primary="#2A55C8",
    secondary="#6A3FA0",
    accent="#5F4600",
    warning="#5F4600",
    success="#00605F",
    error="#AD3F00",
    variables={
        **_LIGHT_TOKENS,
        "footer-key-foreground": "#5F4600",
        "block-cursor-background": "#D3DEFA",
        "block-cursor-foreground": "#22242A",
        "border": "#2A55C8",
        "border-blurred": "#E5DECE",
        "scrollbar": "#E5DECE",
        "scrollbar-hover": "#2A55C8",
        "scrollbar-active": "#2A55C8",
        "scrollbar-background": "#F2EDE1",
        "scrollbar-background-hover": "#F2EDE1",
        "scrollbar-background-active": "#F2EDE1",
    },
)
_FEW: Final = 16
OURS: Final = (_INK_THEME, _PAPER_THEME)


def tokens(theme: Theme) -> dict[str, str]:
    """The tokens that Textual does not know, as concrete colours that suit a theme."""
    if theme.ansi:
        return dict(_ANSI_TOKENS)
    return dict(_DARK_TOKENS if theme.dark else _LIGHT_TOKENS)


def offered(known: Iterable[str]) -> tuple[str, ...]:
    """The names of all themes, ours first."""
    ours = (INK, PAPER)
    return (*ours, *sorted(name for name in known if name not in ours))


def first_theme(*, colours: int, colorfgbg: str) -> str:
    """The theme to start with.

    Args:
        colours: how many the terminal shows; with 16 or fewer the terminal's own are used.
        colorfgbg: the environment's COLORFGBG ("15;0"), in which many terminals say how their background is.
    """
    background = colorfgbg.rpartition(";")[2]
    light = background in {"7", "15"}  # the ANSI numbers of the two whites
    if colours <= _FEW:
        return "ansi-light" if light else "ansi-dark"
    return PAPER if light else INK


def other_shade(name: str, *, dark: bool) -> str:
    """The theme that `ctrl+t` swaps to."""
    if name.startswith("ansi-"):
        return "ansi-light" if dark else "ansi-dark"
    return PAPER if dark else INK
