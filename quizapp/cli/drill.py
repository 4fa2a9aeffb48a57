"""`quizapp drill`: a class's game on one screen."""

import csv as table
import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

from cyclopts import Parameter

from quizapp.cli.aims import check_count
from quizapp.cli.diagnostics import tell
from quizapp.cli.options import ME, DataDir, Learner, Plain, Seed
from quizapp.cli.output import write
from quizapp.cli.table import text_cell
from quizapp.kit.durations import counted
from quizapp.kit.errors import UsageError
from quizapp.kit.files import write_atomically
from quizapp.model.drill import Mode, Player, Points, Rules
from quizapp.usecases.workspace import open_workspace

if TYPE_CHECKING:
    from quizapp.usecases.drill import Playing

Banks = Annotated[list[str] | None, Parameter(help="Banks by name, file or title; without any the whole library.")]
Teams = Annotated[str | None, Parameter(name="--teams", help="Teams that play, with commas between: Owls,Foxes.")]
Class = Annotated[
    Path | None,
    Parameter(name="--class", help="A class list, one name a line; “, +30 s” behind a name gives more time."),
]
Buzz = Annotated[bool, Parameter(name="--buzz", help="Whoever is first answers, instead of taking turns.")]
Count = Annotated[int | None, Parameter(name="--questions", help="At most so many questions; usually 20.")]
Seconds = Annotated[float | None, Parameter(name="--seconds", help="Time for each question; without it no clock.")]
Worth = Annotated[
    Literal["flat", "speed", "none"] | None,
    Parameter(name="--points", help="Ten for right, which is usual; up to ten, the faster the more; or none."),
]
Pass = Annotated[
    bool, Parameter(name="--pass", help="A wrong answer goes to the next team; “pass” does so without one.")
]
Resume = Annotated[bool, Parameter(name="--resume", help="Go on with the last drill where it stopped.")]
Csv = Annotated[Path | None, Parameter(name="--csv", help="Write a row for each answer here; - prints it.")]

COLUMNS: Final = ("player", "number", "item", "question", "answer", "given", "credit", "points", "seconds")
USUAL_QUESTIONS: Final = 20
_LONGEST: Final = 3_600.0  # seconds of one question


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
    resume: Resume = False,
    csv: Csv = None,
    seed: Seed = None,
    plain: Plain = False,
    data_dir: DataDir = None,
    learner: Learner = ME,
) -> int:
    """Drill a class or teams on one screen, against the clock or not."""
    del plain  # lines are all there is until the drill has its screens
    setting_up = (banks, teams, class_, buzz, questions, seconds, points, passing, seed)
    if resume and any(given is not None and given is not False for given in setting_up):
        raise UsageError("--resume goes on with the last drill as it was set up; leave the rest out")
    rules = _rules(teams, class_, buzz=buzz, seconds=seconds, points=points or Points.FLAT, passing=passing)
    check_count("--questions", questions, least=1)
    from quizapp.cli.drilling import play
    from quizapp.cli.terminal import Lines
    from quizapp.usecases.drill import go_on, start

    workspace = open_workspace(data_dir, learner=learner)
    lines = Lines()  # first, so that it is told at once when nobody can answer
    if resume:
        playing = go_on(workspace)
    else:
        slugs = [workspace.library.find(bank) for bank in banks or ()]
        playing = start(workspace, rules, banks=slugs, questions=questions or USUAL_QUESTIONS, seed=seed)
    try:
        play(playing, lines, workspace.clock)
    finally:
        if csv is not None:
            _write_csv(playing, csv)
    return 0


def _rules(
    teams: str | None, class_: Path | None, *, buzz: bool, seconds: float | None, points: str, passing: bool
) -> Rules:
    from quizapp.usecases.roster import class_of, teams_of

    if teams and class_:
        raise UsageError("--teams and --class are two ways to say who plays; choose one")
    if seconds is not None and not 1 <= seconds <= _LONGEST:
        raise UsageError(f"--seconds is the time for each question, from 1 to {_LONGEST:g}")
    players = teams_of(teams) if teams else class_of(class_) if class_ else (Player(name="You"),)
    if buzz and len(players) == 1:
        raise UsageError("--buzz needs two players; name them with --teams or --class")
    return Rules(
        players=players,
        mode=Mode.BUZZ if buzz else Mode.TURNS,
        points=Points(points),
        seconds=seconds,
        passing=passing,
    )


def _write_csv(playing: "Playing", path: Path) -> None:
    text = io.StringIO()
    writer = table.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    told = playing.told()
    for one in told:
        player, item, stem, key, given = map(text_cell, (one.player, one.item, one.stem, one.key, one.given))
        figures = (f"{one.credit:g}", one.points, f"{one.seconds:g}")
        row = (player, one.number, item, stem, key, given, *figures)
        writer.writerow(row)
    if str(path) == "-":
        write(text.getvalue())
        return
    write_atomically(path, text.getvalue().encode())
    tell(f"{path}: {counted(len(told), 'answer')}")
