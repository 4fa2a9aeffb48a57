"""`quizapp drill`: a class's game on one screen."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

from cyclopts import Parameter

from quizapp.cli.aims import check_count
from quizapp.cli.diagnostics import tell
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import ME, DataDir, Learner, Plain, Seed
from quizapp.cli.output import STDOUT, check_output, say, write
from quizapp.kit.durations import counted
from quizapp.kit.errors import UsageError
from quizapp.kit.files import write_atomically
from quizapp.model.drill import Mode, Player, Points, Rules
from quizapp.usecases.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.usecases.drill import DrillResults, Playing

Banks = Annotated[list[str] | None, Parameter(help="Banks by name, file or title; without any the whole library.")]
Teams = Annotated[str | None, Parameter(name="--teams", help="Teams that play, with commas between: Owls,Foxes.")]
Class = Annotated[
    Path | None,
    Parameter(name="--class", help="A class list, one name a line; “, +30 s” behind a name gives more time."),
]
Buzz = Annotated[bool, Parameter(name="--buzz", help="Whoever is first answers, instead of taking turns.")]
Count = Annotated[int | None, Parameter(name="--questions", help="At most so many questions; usually 20.")]
Seconds = Annotated[
    float | None,
    Parameter(name="--seconds", help="Time for each question, 0 for no clock; without it as drill.seconds says."),
]
Worth = Annotated[
    Literal["flat", "speed", "none"] | None,
    Parameter(name="--points", help="Ten for right, which is usual; up to ten, the faster the more; or none."),
]
Pass = Annotated[
    bool, Parameter(name="--pass", help="A wrong answer goes to the next team; “pass” does so without one.")
]
Resume = Annotated[bool, Parameter(name="--resume", help="Go on with the last drill where it stopped.")]
Csv = Annotated[
    Path | None,
    Parameter(name="--csv", help="Write a row for each answer, and each question without one, here; - prints it."),
]
Minutes = Annotated[
    float | None,
    Parameter(name="--minutes", help="Until the clock runs out: so many minutes of answering, not so many questions."),
]
List = Annotated[bool, Parameter(name="--list", help="List the drills that were played.")]
Show = Annotated[
    str | None,
    Parameter(name="--show", help="Show a drill that was played, by its id in --list or last; with --csv as a table."),
]

USUAL_QUESTIONS: Final = 20
_LONGEST: Final = 3_600.0  # seconds of one question
_LONGEST_GAME: Final = 600.0  # minutes


def drill(
    banks: Banks = None,
    /,
    *,
    teams: Teams = None,
    class_: Class = None,
    buzz: Buzz = False,
    questions: Count = None,
    seconds: Seconds = None,
    points: Worth = None,
    passing: Pass = False,
    minutes: Minutes = None,
    resume: Resume = False,
    list_: List = False,
    show: Show = None,
    csv: Csv = None,
    seed: Seed = None,
    plain: Plain = False,
    data_dir: DataDir = None,
    learner: Learner = ME,
) -> int:
    """Drill a class or teams on one screen, against the clock or not."""
    setting_up = (banks, teams, class_, buzz, questions, seconds, points, passing, minutes, seed)
    alone = _alone(resume=resume, list_=list_, show=show)
    if alone and any(given is not None and given is not False for given in setting_up):
        raise UsageError(alone)
    check_output(csv)
    if list_ or show is not None:
        return _look_back(open_workspace(data_dir, learner=learner), show, csv)
    rules = _rules(teams, class_, buzz=buzz, seconds=seconds, points=points or Points.FLAT, passing=passing)
    rules = replace(rules, total=_total(minutes, questions))
    check_count("--questions", questions, least=1)
    from quizapp.usecases.drill import go_on, start

    workspace = open_workspace(data_dir, learner=learner)
    if seconds is None:
        rules = replace(rules, seconds=workspace.settings.seconds)

    def opened() -> "Playing":
        if resume:
            return go_on(workspace)
        slugs = [workspace.library.find(bank) for bank in banks or ()]
        return start(workspace, rules, banks=slugs, questions=questions or USUAL_QUESTIONS, seed=seed)

    return _play(workspace, opened, csv=csv, plain=plain)


def _play(workspace: Workspace, opened: "Callable[[], Playing]", *, csv: Path | None, plain: bool) -> int:
    """Play in the app, or line by line, and write the table whatever happens."""
    from quizapp.cli.terminal import Lines, has_screen

    screen = not plain and has_screen()
    lines = None if screen else Lines()  # first, so that it is told at once when nobody can answer
    playing = opened()
    try:
        if lines is None:
            from quizapp.tui.app import run_app  # Textual costs 150 ms and needs a screen

            return run_app(workspace, start="drill", drill=lambda: playing)
        from quizapp.cli.drilling import play

        play(playing, lines, workspace.clock)
    finally:
        if csv is not None:
            _write_csv(playing.results(), csv)
    return 0


def _alone(*, resume: bool, list_: bool, show: str | None) -> str:
    """What to say where a drill is set up beside something that needs no setting up; empty where nothing does."""
    if resume + list_ + (show is not None) > 1:
        raise UsageError("--resume, --list and --show are three things; choose one")
    if resume:
        return "--resume goes on with the last drill as it was set up; leave the rest out"
    return "--list and --show look back at drills; leave the rest out" if list_ or show is not None else ""


def _total(minutes: float | None, questions: int | None) -> float | None:
    """The seconds of a whole drill."""
    if minutes is None:
        return None
    if questions is not None:
        raise UsageError("--minutes and --questions are two ways to say how long; choose one")
    if not 0 < minutes <= _LONGEST_GAME:
        raise UsageError(f"--minutes is the time of the whole drill, above 0 and up to {_LONGEST_GAME:g}")
    return minutes * 60


def _look_back(workspace: Workspace, show: str | None, csv: Path | None) -> int:
    from quizapp.cli.drilling import list_lines, result_lines
    from quizapp.usecases.drilled import drill_played, drills_played

    if show is None:
        if csv is not None:
            raise UsageError("--csv writes one drill; say which with --show")
        lines = list_lines(drills_played(workspace))
    else:
        results = drill_played(workspace, show)
        if csv is not None:
            _write_csv(results, csv)
            return 0
        lines = result_lines(results)
    for line in lines:
        say(line)
    return 0


def _rules(
    teams: str | None, class_: Path | None, *, buzz: bool, seconds: float | None, points: str, passing: bool
) -> Rules:
    from quizapp.usecases.roster import class_of, teams_of

    if teams and class_:
        raise UsageError("--teams and --class are two ways to say who plays; choose one")
    if seconds and not 1 <= seconds <= _LONGEST:
        raise UsageError(f"--seconds is the time for each question, from 1 to {_LONGEST:g}, or 0 for none")
    players = teams_of(teams) if teams else class_of(class_) if class_ else (Player(name="You"),)
    if buzz and len(players) == 1:
        raise UsageError("--buzz needs two players; name them with --teams or --class")
    return Rules(
        players=players,
        mode=Mode.BUZZ if buzz else Mode.TURNS,
        points=Points(points),
        seconds=seconds or None,
        passing=passing,
    )


def _write_csv(results: "DrillResults", path: Path) -> None:
    from quizapp.usecases.drill_table import csv_bytes, csv_text

    if path == STDOUT:
        write(csv_text(results.rows))
        return
    write_atomically(path, csv_bytes(results.rows))
    tell(f"{path}: {counted(len(results.rows), 'row')}")
