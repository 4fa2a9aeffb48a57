"""Draw the pictures of the README and of docs/pictures from the app: `python docs/draw_picture.py`."""  # noqa: INP001  a script, not a package

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Final

os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}  # Textual reads them when it is imported
os.environ.pop("NO_COLOR", None)
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from builders import FakeClock, right_response, wrong_response  # the tests' folder is on the path only now
from quizapp.tui.host import Start
from quizapp.tui.shell import QuizApp
from quizapp.tui.theme import PAPER
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace, open_workspace
from stage import press, settle

PICTURES: Final = Path(__file__).parent / "pictures"
SEED: Final = 7
DRILL_SEED: Final = 6
"""With it the first question has choices."""
DAYS: Final = 12
EVERY: Final = 4
"""Of so many questions the learner misses one."""
SCENES: Final[dict[str, tuple[Start, tuple[str, ...], tuple[int, int]]]] = {
    "feedback": ("demo", ("1",), (100, 30)),
    "question": ("demo", (), (100, 30)),
    "typed": ("demo", ("1", "space", "t", "space", "space"), (100, 30)),
    "library": ("home", (), (100, 30)),
    "stats": ("home", ("t",), (120, 40)),
    "drill": ("home", ("d", "right", "j", "j", "j", "right", "right", "enter"), (100, 30)),
    "review": ("home", ("r",), (120, 40)),
    "edit": ("home", ("r", "e"), (120, 40)),
    "source": ("home", ("v",), (100, 30)),
    "settings": ("home", ("comma",), (100, 30)),
    "add": ("home", ("a",), (100, 30)),
    "paper": ("demo", ("1",), (100, 30)),
}
"""Where each picture begins, which keys lead there, and how large its window is."""


def lived(folder: Path, clock: FakeClock) -> Workspace:
    """A learner of a fortnight, who misses every fourth question."""
    workspace = open_workspace(folder, clock=clock)
    for _ in range(DAYS):
        sitting = open_sitting(workspace, seed=SEED, limit=12)
        number = 0
        while sitting.question is not None:
            item = sitting.question.item
            sitting.answer(wrong_response(item) if number % EVERY == 0 else right_response(item), seconds=6.0)
            sitting.rate()
            number += 1
        clock.pass_by(days=1)
    return workspace


async def draw(name: str, start: Start, keys: tuple[str, ...], size: tuple[int, int]) -> str:
    """One scene, as SVG without fonts from elsewhere."""
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as folder:
        home = start == "home"
        workspace = lived(Path(folder), clock) if home else open_workspace(Path(folder), clock=clock)
        app = QuizApp(workspace, clock=clock, start=start, seed=DRILL_SEED if name == "drill" else SEED, grade_wait=0)
        async with app.run_test(size=size) as pilot:
            if name == "paper":
                app.theme = PAPER
            await settle(pilot)
            clock.pass_by(seconds=2.8)
            await press(pilot, *keys)
            picture = app.export_screenshot(title="quizapp")
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    return picture.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


if __name__ == "__main__":
    for scene, (begin, pressed, window) in SCENES.items():
        (PICTURES / f"{scene}.svg").write_text(asyncio.run(draw(scene, begin, pressed, window)), encoding="utf-8")
