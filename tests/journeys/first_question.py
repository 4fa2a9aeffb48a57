"""Follow one shell command in a real terminal until the app has drawn its first question; a step of .ci/run.

python tests/journeys/first_question.py FOLDER 'COMMAND'
"""

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from screen import Terminal  # the tests' folder is on the path only now

INSTALLING = 900.0
"""Seconds for the command to install everything and open the app; 60 on two cores with a near registry."""


def main(folder: str, command: str) -> None:
    """Paste the command, press enter on Welcome, see a question, answer it, leave."""
    with tempfile.TemporaryDirectory() as home:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name.startswith(("PATH", "PIP_", "UV_", "SSL_", "http"))
        }
        env = kept | {"HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        with Terminal("bash", "-c", command, env=env, cwd=Path(folder)) as window:
            window.wait_for("Try it now", seconds=INSTALLING)
            window.insist("\r", "1 of ", "Choose")
            question = window.text
            window.insist("1", "From the article")
            code = window.leave()
    sys.stdout.write(question.strip() + "\n")
    if code:
        sys.exit(f"quizapp left with {code}")


if __name__ == "__main__":
    main(*sys.argv[1:])
