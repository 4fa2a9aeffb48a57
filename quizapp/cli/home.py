"""Bare `quizapp` with options: the app."""

from quizapp.cli.front import open_front
from quizapp.cli.options import AnyLearner, DataDir, Plain


def home(*, plain: Plain = False, data_dir: DataDir = None, learner: AnyLearner = None) -> int:
    """Open the app, or ask what is due line by line."""
    return open_front(plain=plain, data_dir=data_dir, learner=learner)
