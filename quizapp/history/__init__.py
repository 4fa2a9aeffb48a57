"""The only room that knows SQLite: an append-only log of reviews, and what is kept beside it."""

from quizapp.history.database import Database, Transaction

__all__ = ["Database", "Transaction"]
