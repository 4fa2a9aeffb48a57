"""What scrolls between the rows that stay."""

from textual.containers import VerticalScroll


class Scroll(VerticalScroll, can_focus=False, inherit_bindings=False):
    """A column that scrolls; the keys that scroll it are those of its screen, not Textual's for any container."""
