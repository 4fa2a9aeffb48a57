"""The door for study data: the append-only review log in SQLite."""
