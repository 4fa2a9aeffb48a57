"""Bare `quizapp`: the app."""


def home() -> None:
    """Open the app."""
