"""What the command palette offers: everything there is a key for, each theme, and what can be copied."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from quizapp.kit.text import visible
from quizapp.tui.host import Host

Run = Callable[[], Awaitable[object] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing the app can do: a title, other words for it, the key that does it as well, and what to run."""

    title: str
    words: str = ""
    key: str = ""
    run: Run


def commands_of(host: Host, copies: tuple[tuple[str, str], ...]) -> tuple[Command, ...]:
    """The commands, the most used first; `copies` are titles and texts that can be copied where the user is."""
    key = host.rebinding.printed_key
    return (
        Command(title="Study everything due", key=key("library.study"), run=partial(host.study_from_home, None)),
        *(Command(title=title, run=partial(_copy, host, text)) for title, text in copies),
        Command(title="Practise, outside the schedule", key=key("library.practise"), run=host.practise),
        Command(title="Drill, for a class or alone", key=key("library.drill"), run=host.drill),
        Command(title="Stats", key=key("library.stats"), run=host.show_stats),
        Command(title="Add an article", key=key("library.add"), run=host.add_article),
        Command(title="Study as somebody else", run=host.choose_learner),
        Command(title="Library", run=host.go_home),
        Command(title="Flagged questions", run=host.show_flags),
        Command(title="Back up your answers", run=host.back_up),
        Command(title="Export everything", run=host.export_everything),
        Command(title="Import a backup", run=host.import_backup),
        Command(title="Settings", key=key("app.settings"), run=host.show_settings),
        Command(title="Choose other keys", run=host.show_keys),
        Command(title="Keyboard help", key=key("app.help"), run=partial(host.run_action, "app.help")),
        Command(title="Light or dark", key=key("app.shade"), run=partial(host.run_action, "app.swap_shade")),
        *(Command(title=f"Theme {name}", run=partial(_use, host, name)) for name in sorted(host.available_themes)),
        Command(title="Make a screenshot", run=partial(_screenshot, host)),
        Command(title="Quit", key=key("app.quit"), run=partial(host.run_action, "app.quit")),
    )


def _copy(host: Host, text: str) -> None:
    host.copy_to_clipboard(visible(text))
    host.say("Copied.")


def _use(host: Host, theme: str) -> None:
    host.theme = theme


def _screenshot(host: Host) -> None:
    folder = host.workspace.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = host.save_screenshot(path=str(folder))
    except OSError as refusal:
        host.say(f"The picture could not be written: {refusal.strerror}.", error=True)
    else:
        host.say(f"The picture is in {path}")
