"""From what a file or the environment says to the value of a setting."""

from datetime import date, datetime
from typing import Final, assert_never

from quizapp.kit.text import one_line
from quizapp.model.setting import Value
from quizapp.model.settings_table import Day, Number, OneOf, Setting, ThemeName

_SHOWN: Final = 60
"""Characters of a wrong value that are shown."""


def understood(setting: Setting, raw: object) -> Value:
    """The value that is meant by a TOML value or by text.

    Raises:
        ValueError: it makes no sense; says what would.
    """
    match setting.kind:
        case Number() as number:
            value: Value = _number(number, raw)
            wanted = _wanted(number)
        case OneOf(words) as kind:
            value = _word(kind, raw)
            wanted = f"one of {', '.join(words)}"
        case Day():
            value, wanted = _day(raw), "a day written as 2027-03-01"
        case ThemeName():
            value, wanted = raw if isinstance(raw, str) and raw else None, "the name of a theme"
        case _:
            assert_never(setting.kind)
    if value is None:
        raise ValueError(f"{setting.name} is {wanted}; {one_line(str(raw), limit=_SHOWN)} is not")
    return value


def _word(kind: OneOf, raw: object) -> str | None:
    """One of the words; a switch may be said in TOML's own words, too."""
    if kind.is_switch and isinstance(raw, bool):
        return "on" if raw else "off"
    return raw if isinstance(raw, str) and raw in kind.words else None


def _number(kind: Number, raw: object) -> int | float | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        return None
    try:
        number = float(raw)
    except (ValueError, OverflowError):
        return None
    if not kind.whole and kind.high < 1 < number <= 100:  # noqa: PLR2004  a share, said as a percentage
        number /= 100
    if not kind.low <= number <= kind.high or (kind.whole and number % 1):
        return None
    return int(number) if kind.whole else number


def _wanted(kind: Number) -> str:
    return f"a {'whole number' if kind.whole else 'number'} from {kind.low:g} to {kind.high:g}"


def _day(raw: object) -> date | None:
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    try:
        return date.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError:
        return None
