"""Starting: from exec to the first paint of the home screen and until it waits for keys, against an empty Textual app.

Goals: processor time ≤ 1.10 × at the first paint and ≤ 1.15 × when ready for keys, memory ≤ 1.15 ×. The first run shows
Welcome; later ones show the Library, which has three bundled banks and a history to look at. The empty app is started
through the command-line library; bare `quizapp` has nothing to parse and does without, with an option it does not.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from rounds import Figures, Goal, compile_house, environment, interleave, report
from terminal import FRAME, Terminal

from quizapp.model.item import ChoiceItem
from quizapp.model.response import Chosen, Shown
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import open_workspace

GOALS: Final = [
    Goal(figure="first paint", most=1.10),
    Goal(figure="ready for keys", most=1.15),
    Goal(figure="memory", most=1.15, unit="MiB"),
]
SCREENS: Final = (
    ("welcome", "First run: Welcome"),
    ("option", "Welcome with an option, which the command-line library parses"),
    ("library", "Later: Library"),
)
LAST_PAINTED: Final = b"Commands"  # the right end of the bottom row, on either home screen


def started(command: list[str], marker: bytes, folder: Path) -> Figures:
    """Start a program once, and kill it when it waits for keys."""
    with Terminal(command, environment(QUIZAPP_DATA_DIR=str(folder))) as terminal:
        painted = terminal.until(marker)
        ready = terminal.until_idle()
        return {"first paint": painted, "ready for keys": ready, "memory": terminal.memory()}


def with_history(folder: Path) -> None:
    """Answer some questions, as somebody did yesterday."""
    sitting = open_sitting(open_workspace(folder), bank="great-stink-1858", seed=1)
    while sitting.question is not None:
        item = sitting.question.item
        sitting.answer(Chosen(option=item.key) if isinstance(item, ChoiceItem) else Shown(), seconds=3.0)
        sitting.rate()


def main() -> int:
    """Measure both home screens."""
    compile_house()
    quizapp = [str(Path(sys.executable).with_name("quizapp"))]
    empty = [sys.executable, str(Path(__file__).with_name("empty_app.py"))]
    with tempfile.TemporaryDirectory() as temporary:
        new, used = Path(temporary, "new"), Path(temporary, "used")
        with_history(used)
        sides: dict[str, Callable[[], Figures]] = {
            "empty": lambda: started(empty, FRAME, new),
            "welcome": lambda: started(quizapp, LAST_PAINTED, new),
            "option": lambda: started([*quizapp, "--data-dir", str(new)], LAST_PAINTED, new),
            "library": lambda: started(quizapp, LAST_PAINTED, used),
        }
        medians = interleave(sides)
    met = [
        report(title, medians[side], medians["empty"], GOALS, against="an empty Textual app (processor time)")
        for side, title in SCREENS
    ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
