"""Settings as the faces drive them: read once, changed one by one and written at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final, assert_never

from quizapp.model.setting import Source, Value
from quizapp.model.settings_table import SETTINGS, Day, Number, OneOf, Setting, ThemeName, value_of
from quizapp.usecases.workspace import Workspace

_FIRST_EXAM: Final = timedelta(weeks=4)
"""How far away an exam is when one is first set; from there it moves by days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One setting as it stands, and where its value comes from."""

    setting: Setting
    value: Value
    source: Source

    @property
    def text(self) -> str:
        """The value in a few letters, as a person reads it."""
        return in_letters(self.setting, self.value)

    def to_json(self) -> dict[str, object]:
        """The same as plain values."""
        setting = self.setting
        return {
            "name": setting.name,
            "value": _plain(self.value),
            "source": self.source.value,
            "default": _plain(setting.default),
            "variable": setting.variable,
            "explanation": setting.sentence,
        }


def chosen(workspace: Workspace) -> tuple[Chosen, ...]:
    """Every setting, in the order of the file."""
    found = workspace.configuration
    return tuple(
        Chosen(setting=setting, value=value_of(found.settings, setting), source=found.source(setting.name))
        for setting in SETTINGS
    )


def trouble(workspace: Workspace) -> str:
    """The first thing of the settings that could not be understood, in a line for a screen; empty where all is well."""
    for finding in workspace.configuration.findings:
        where = replace(finding.place, file=Path(finding.place.file).name)
        return f"{where}: {finding.what}; quizapp settings says more"
    return ""


def change(workspace: Workspace, setting: Setting, value: Value) -> None:
    """Choose a setting from now on, or with None leave it to the default again.

    Raises:
        InputError: the settings file is damaged; it is left as it is.
        DiskError: it cannot be written.
    """
    from quizapp.settings.writing import save_setting  # tomlkit comes with it

    save_setting(workspace.settings_file, setting, value)
    workspace.read_settings_anew()


def make_settings_file(workspace: Workspace) -> None:
    """Write a settings file that explains everything and chooses nothing, where there is none.

    Raises:
        DiskError: it cannot be written.
    """
    from quizapp.settings.writing import make_file

    make_file(workspace.settings_file)


def stepped(setting: Setting, value: Value, step: int, *, today: date, themes: Sequence[str] = ()) -> Value:
    """The next value in one direction, stopping at either end; words and themes go round."""
    match setting.kind:
        case Number(choices=choices):
            return _next_number(choices, value, step)
        case OneOf(words):
            return _round((None, *words) if setting.usual else words, value, step)
        case ThemeName():
            return _round((None, *themes), value, step)
        case Day():
            return _next_day(value, step, today)
        case _:
            assert_never(setting.kind)


def _next_number(choices: tuple[Value, ...], value: Value, step: int) -> Value:
    """The nearest choice beyond the value, which may stand between two."""
    if value is None:
        return choices[1] if step > 0 else None
    numbers = [choice for choice in choices if isinstance(choice, int | float)]
    here = value if isinstance(value, int | float) else numbers[0]
    if step > 0:
        return next((number for number in numbers if number > here), here)
    return next((number for number in reversed(numbers) if number < here), None if None in choices else here)


def _round(words: Sequence[Value], value: Value, step: int) -> Value:
    place = words.index(value) if value in words else 0
    return words[(place + step) % len(words)]


def _next_day(value: Value, step: int, today: date) -> Value:
    if not isinstance(value, date) or value < today:
        return today + _FIRST_EXAM if step > 0 else None
    later = value + timedelta(days=step)
    return later if later >= today else None


def in_letters(setting: Setting, value: Value) -> str:
    """A value as a person reads it: "90 %", "20 questions", "no exam"."""
    match setting.kind, value:
        case _, None:
            return setting.usual
        case Number(whole=False, unit=""), float() as share:
            return f"{share * 100:g} %"
        case Number(unit=unit), int() | float() as number:
            return f"{number:g}{unit}"
        case OneOf() as kind, str(word):
            return kind.called(word)
        case _:
            return str(value)


def _plain(value: Value) -> object:
    return value.isoformat() if isinstance(value, date) else value
