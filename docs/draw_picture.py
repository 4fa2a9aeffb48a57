"""Draw the README's picture, a question answered with its source: `python docs/draw_picture.py`."""  # noqa: INP001  a script, not a package

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

from builders import FakeClock  # the tests' folder is on the path only now
from quizapp.tui.shell import QuizApp
from quizapp.usecases.workspace import open_workspace
from stage import press, settle

PICTURE: Final = Path(__file__).parent / "pictures" / "feedback.svg"
SIZE: Final = (100, 30)
SEED: Final = 7


async def draw() -> str:
    """The feedback on the demo's first question, as SVG without fonts from elsewhere."""
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as folder:
        app = QuizApp(open_workspace(Path(folder), clock=clock), clock=clock, start="demo", seed=SEED, grade_wait=0)
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            clock.pass_by(seconds=2.8)
            await press(pilot, "1")
            picture = app.export_screenshot(title="quizapp")
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    return picture.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(draw()), encoding="utf-8")
