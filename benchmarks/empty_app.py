"""The smallest app there can be: nothing on the screen, started through the command-line library that we use.

With "key" as its argument, one line of text that changes at every key.
"""

from cyclopts import App

cli = App()


@cli.default
def run(shape: str = "empty") -> None:
    """Open it."""
    from textual.app import App as TextualApp
    from textual.app import ComposeResult
    from textual.events import Key
    from textual.widgets import Static

    class Empty(TextualApp[None]):
        """Nothing."""

    class Keyed(TextualApp[None]):
        """One line that shows how many keys were typed."""

        count = 0

        def compose(self) -> ComposeResult:
            yield Static("none")

        def on_key(self, _event: Key) -> None:
            self.count += 1
            self.query_one(Static).update(f"key {self.count}")

    (Keyed() if shape == "key" else Empty()).run()


if __name__ == "__main__":
    cli()
