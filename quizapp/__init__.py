"""quizapp: a quiz you can trust, written from an article, in your terminal."""

__version__ = "0.1.0"
