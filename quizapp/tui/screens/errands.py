"""What the palette does without a screen of its own: export a bank, back answers up, lift a flag; in workers."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quizapp.kit.durations import counted
from quizapp.kit.errors import QuizappError
from quizapp.tui.background import in_thread
from quizapp.tui.commands import Command
from quizapp.tui.host import Host
from quizapp.tui.screens.commands import Commands
from quizapp.tui.screens.confirm import Confirm

if TYPE_CHECKING:
    from quizapp.usecases.flags import Flagged

_SHEET: Final = "worksheet"
"""How the formats that are printed begin."""
_PRINTED: Final = "print paper handout"
"""What a teacher may look for."""


async def back_up(host: Host) -> None:
    """Copy the answers to today's place among the backups, and say where that is."""
    from quizapp.usecases import keeping  # SQLite and the scheduler come with it

    workspace = host.workspace
    try:
        saved = await in_thread(lambda: keeping.back_up(workspace))
    except QuizappError as error:
        host.say(str(error), error=True)
    else:
        host.say(f"{counted(saved.answers or 0, 'answer')} backed up and checked: {saved.path}")


async def choose_format(host: Host, slug: str, title: str) -> None:
    """Offer every format that a bank can be written in, and write it in the one that is chosen."""
    from quizapp.usecases.exchange import SUFFIXES  # the table of formats comes with it

    ways = tuple(
        Command(
            title=f"{name}, a file that ends in {suffix}",
            words=_PRINTED if name.startswith(_SHEET) else "",
            run=partial(_ask_where, host, slug, title, name),
        )
        for name, suffix in SUFFIXES.items()
    )
    await _offer(host, ways, title=f"Export “{title}” as")


def print_sheet(host: Host, slug: str, title: str) -> None:
    """Ask where to write a bank's worksheet."""
    _ask_where(host, slug, title, f"{_SHEET}-pdf")


def _ask_where(host: Host, slug: str, title: str, name: str) -> None:
    from quizapp.tui.screens.where_to import WhereTo
    from quizapp.usecases.exchange import SUFFIXES

    def write(path: Path | None) -> None:
        if path is not None:
            host.run_worker(_export(host, slug, name, path))

    sheet = WhereTo(f"Write “{title}” as {name}", Path.cwd() / f"{slug}{SUFFIXES[name]}")
    host.call_later(host.push_screen, sheet, write)


async def _export(host: Host, slug: str, name: str, path: Path) -> None:
    """Write a bank, and say what came of it."""
    from quizapp.usecases.exchange import export_bank

    workspace = host.workspace
    try:
        done = await in_thread(
            lambda: export_bank(workspace.library.bank(slug), path, name=name, now=workspace.clock.now())
        )
    except QuizappError as error:
        host.say(str(error), error=True)
        return
    lost = "; quizapp export names what this format leaves out" if done.losses else ""
    host.say(f"{done.written} of {counted(done.items, 'question')} as {name} in {path}{lost}")


async def show_flags(host: Host) -> None:
    """Offer every flagged question, to be asked again."""
    from quizapp.usecases.flags import flagged  # SQLite comes with it

    workspace = host.workspace
    try:
        found = await in_thread(lambda: flagged(workspace))
    except QuizappError as error:
        host.say(str(error), error=True)
        return
    if not found:
        host.say("Nothing is flagged. f flags a question while you study.")
        return
    ways = tuple(
        Command(title=f"{one.stem or one.name} · {one.reason}", run=partial(_lift, host, one)) for one in found
    )
    await _offer(host, ways, title="Flagged; enter has one asked again")


def _lift(host: Host, one: "Flagged") -> None:
    note = f"Flagged on {one.since}: {one.reason}."
    asked = Confirm(f"Ask this again? {one.stem or one.name}", yes="Ask it again", note=note)
    host.call_later(host.push_screen, asked, partial(_lifted, host, one))


def _lifted(host: Host, one: "Flagged", yes: bool | None) -> None:
    from quizapp.usecases.flags import lift

    if not yes:
        return
    try:
        lift(host.workspace, one.name)
    except QuizappError as error:
        host.say(str(error), error=True)
    else:
        host.say("It is asked again.")


async def _offer(host: Host, ways: tuple[Command, ...], *, title: str) -> None:
    """Let one be chosen, and do it."""
    await host.push_screen(Commands(ways, title=title, of_articles=False), _do)


def _do(command: Command | None) -> None:
    if command is not None:
        _ = command.run()  # ours await nothing
