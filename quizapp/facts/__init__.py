"""The door for language: an Article becomes Facts; the only room that knows spaCy."""
