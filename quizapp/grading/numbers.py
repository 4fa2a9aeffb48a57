"""What a number being typed stands for."""

from decimal import Decimal


def parse_number(text: str) -> Decimal | None:
    """The number that a text says, or None."""
    return None


def spelled(number: Decimal) -> str:
    """A number as people write it."""
    return f"{number:,f}"
