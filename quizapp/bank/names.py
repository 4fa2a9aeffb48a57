"""The names that a bank file is known by."""

from typing import Final

FORMAT: Final = "1"
"""The one format this quizapp writes and reads."""

SUFFIX: Final = ".yaml"
"""How bank files end."""

SCHEMA_FILE: Final = "quizapp-bank.schema.json"
"""What the schema is called where it stands beside banks."""
