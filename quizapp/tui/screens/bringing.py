"""All data in one file, and back: what will happen is said and asked before it does; in workers."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quizapp.kit.durations import counted
from quizapp.kit.errors import QuizappError
from quizapp.kit.text import one_line
from quizapp.tui.background import in_thread
from quizapp.tui.commands import Command
from quizapp.tui.host import Host
from quizapp.tui.screens.commands import Commands
from quizapp.tui.screens.confirm import Confirm

if TYPE_CHECKING:
    from quizapp.usecases.everything import Held
    from quizapp.usecases.keeping import Saved

_WAIT: Final = "Questions are still being written; bring a backup back when that is done."


async def export_everything(host: Host) -> None:
    """Ask where to, and write all data there."""
    from quizapp.tui.screens.where_to import WhereTo
    from quizapp.usecases import everything  # SQLite and the reader of banks come with it

    def write(path: Path | None) -> None:
        if path is not None:
            host.run_worker(_export(host, path))

    suggested = Path.cwd() / everything.usual_name(host.workspace)
    await host.push_screen(WhereTo("Write every answer, all questions and the settings", suggested), write)


async def _export(host: Host, path: Path) -> None:
    from quizapp.usecases import everything

    workspace = host.workspace
    try:
        held = await in_thread(lambda: everything.export_everything(workspace, path))
    except QuizappError as error:
        host.say(_wrong(error), error=True)
    else:
        host.say(f"{_told(held)}: all in {path}")


def _wrong(error: QuizappError) -> str:
    """What is wrong, with the name of the file alone: there is one row for it."""
    if error.place is None:
        return str(error)
    return f"{one_line(Path(error.place.file).name, limit=40)}: {str(error).removeprefix(f'{error.place}: ')}"


def _told(held: "Held") -> str:
    parts = [counted(held.answers, "answer")]
    parts += [counted(held.articles, "article")] if held.articles else []
    parts += ["the settings"] if held.settings else []
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


async def choose_backup(host: Host) -> None:
    """Offer every backup of the learner's answers, and a file of one's own."""
    from quizapp.usecases.everything import kept_before
    from quizapp.usecases.keeping import backups

    if host.adding is not None and not host.adding.over:
        host.say(_WAIT)
        return
    workspace = host.workspace
    try:
        found, kept = await in_thread(lambda: (backups(workspace), kept_before(workspace)))
    except QuizappError as error:
        host.say(_wrong(error), error=True)
        return
    ways = (
        Command(title="A file: everything exported, or a backup", run=partial(_ask_file, host)),
        *(Command(title=_title(one), run=partial(_begin, host, one.path)) for one in found),
        *(Command(title=f"{path.stem} · everything", run=partial(_begin, host, path)) for path in kept),
    )
    await host.push_screen(Commands(ways, title="Import a backup", of_articles=False), _do)


def _do(command: Command | None) -> None:
    if command is not None:
        _ = command.run()  # ours await nothing


def _title(saved: "Saved") -> str:
    made = f", made before a {saved.cause}" if saved.cause else ""
    held = f"cannot be used, {saved.fault}" if saved.answers is None else counted(saved.answers, "answer")
    return f"{saved.day.day} {saved.day:%B %Y} · {held}{made}"


def _ask_file(host: Host) -> None:
    from quizapp.tui.screens.backup_file import BackupFile

    host.call_later(host.push_screen, BackupFile(), lambda file: _begin(host, file) if file is not None else None)


def _begin(host: Host, file: Path) -> None:
    host.run_worker(_look(host, file))


async def _look(host: Host, file: Path) -> None:
    """Look into the file, say what would happen, and ask."""
    from quizapp.usecases import everything

    workspace = host.workspace
    try:
        held = await in_thread(lambda: everything.look_into(workspace, file))
        now = await in_thread(lambda: everything.here(workspace))
    except QuizappError as error:
        host.say(_wrong(error), error=True)
        return
    kept = "What is here now is kept among the backups first."
    if held.whole:
        question = f"Bring back everything in {file.name}?"
        note = f"{_told(held)} of the file take the place of those here: {_told(now)}. Other articles stay. {kept}"
    else:
        question = f"Put {file.name} in the place of your answers?"
        note = f"It has {counted(held.answers, 'answer')}, you have {counted(now.answers, 'answer')} now. {kept}"
    await host.push_screen(Confirm(question, yes="Bring it back", note=note), partial(_answered, host, file))


def _answered(host: Host, file: Path, yes: bool | None) -> None:
    if yes:
        host.run_worker(_bring(host, file))


async def _bring(host: Host, file: Path) -> None:
    from quizapp.usecases import everything

    workspace = host.workspace
    try:
        back = await in_thread(lambda: everything.bring_back(workspace, file))
    except QuizappError as error:
        host.say(_wrong(error), error=True)
        return
    kept = f" What was here is in {back.kept[0]}" if back.kept else ""
    host.begin_anew(f"{_told(back.held)} brought back.{kept}")
