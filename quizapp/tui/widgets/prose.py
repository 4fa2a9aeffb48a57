"""A widget that shows Content and nothing else, so that no text can come in as markup."""

from textual.content import Content
from textual.widgets import Static


class Prose(Static):
    """Content on the screen; a new one of the same height costs no layout."""

    def __init__(self, content: Content | None = None, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(content or Content(), markup=False, id=id, classes=classes)

    def show(self, content: Content) -> None:
        """Replace what is shown."""
        width = self.content_size.width
        if content.plain == str(self.content) and content.spans == getattr(self.content, "spans", None):
            return
        same = width > 0 and content.get_height({}, width) == self.content_size.height
        self.update(content, layout=not same)
