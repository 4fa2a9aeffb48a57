"""The configuration from the file and the environment; what cannot be understood is said, and the default is used."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from quizapp.kit.errors import DiskError, Finding, InputError, Place
from quizapp.kit.files import read_bounded
from quizapp.kit.text import one_line
from quizapp.model.keymap import Keymap
from quizapp.model.setting import Configuration, Settings, Source, Value
from quizapp.model.settings_table import SETTINGS, Setting
from quizapp.settings.keys import TABLE as KEYS
from quizapp.settings.keys import read_keys
from quizapp.settings.lines import line_of
from quizapp.settings.values import understood

LARGEST: Final = 2**20
"""Bytes of a settings file; ours has under 3,000."""

_BY_NAME: Final = {setting.name: setting for setting in SETTINGS}
_TABLES: Final = frozenset(setting.table for setting in SETTINGS)
_PREFIXES: Final = tuple(f"QUIZAPP_{table}_".upper() for table in sorted(_TABLES))


class _Gathering:
    """What was found so far."""

    def __init__(self) -> None:
        self.values: dict[str, Value] = {}
        self.sources: dict[str, Source] = {}
        self.findings: list[Finding] = []
        self.keys: Keymap = {}

    def take(self, setting: Setting, raw: object, *, source: Source, place: Place) -> None:
        """Keep a value, or what is wrong with it."""
        try:
            self.values[setting.key] = understood(setting, raw)
        except ValueError as wrong:
            self.object(place, f"{wrong}, and is passed over")
        else:
            self.sources[setting.name] = source

    def object(self, place: Place, what: str) -> None:
        """Keep what is wrong somewhere."""
        self.findings.append(Finding(place, what))

    def configuration(self) -> Configuration:
        """All of it."""
        settings = replace(Settings(), **self.values)  # type: ignore[arg-type]  # each is understood by its kind
        return Configuration(settings=settings, sources=self.sources, keys=self.keys, findings=tuple(self.findings))


def read_configuration(path: Path, environment: Mapping[str, str]) -> Configuration:
    """The settings of a file that need not be there, under those of the environment; never fails."""
    gathering = _Gathering()
    text = _text(path, gathering)
    document = _document(text, path, gathering)
    if KEYS in document:
        gathering.keys, findings = read_keys(document.pop(KEYS), text, path)
        gathering.findings += findings
    for name, raw in (pair for table, content in document.items() for pair in _of_table(table, content)):
        place = Place(str(path), line_of(text, name))
        if name in _BY_NAME:
            gathering.take(_BY_NAME[name], raw, source=Source.FILE, place=place)
        else:
            gathering.object(place, f"there is no setting {one_line(name)}{_meant(name, _BY_NAME)}")
    _hear(environment, gathering)
    return gathering.configuration()


def _text(path: Path, gathering: _Gathering) -> str:
    if not path.exists():
        return ""
    try:
        return read_bounded(path, most=LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        gathering.object(Place(str(path)), f"this file is not UTF-8 (byte {wrong.start}); no setting of it is used")
    except (InputError, DiskError) as wrong:
        gathering.object(Place(str(path)), f"{str(wrong).removeprefix(f'{path}: ')}; no setting of it is used")
    return ""


def _document(text: str, path: Path, gathering: _Gathering) -> dict[str, Any]:
    if not text:
        return {}
    import tomllib  # most people have no file

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as wrong:  # a number of 5,000 digits is a plain ValueError
        said = re.search(r"at line (\d+), column (\d+)", str(wrong))
        place = Place(str(path), int(said[1]) if said else 0, int(said[2]) if said else 0)
        what = re.sub(r" \(at .*\)$", "", str(wrong))
        gathering.object(place, f"this is not TOML ({one_line(what, limit=120)}); no setting of the file is used")
        return {}


def _of_table(table: str, content: object) -> list[tuple[str, Any]]:
    if isinstance(content, dict) and table in _TABLES:
        return [(f"{table}.{key}", raw) for key, raw in content.items()]
    return [(table, content)]


def _meant(name: str, known: Iterable[str]) -> str:
    by_key = {setting.key: setting.name for setting in SETTINGS}
    near = _near(name, [*known, *by_key, *_TABLES])
    return f"; did you mean {by_key.get(near, near)}?" if near else ""


def _near(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # 3 ms that only a slip pays

    return next(iter(get_close_matches(name, list(known), n=1)), "")


def _hear(environment: Mapping[str, str], gathering: _Gathering) -> None:
    variables = {setting.variable: setting for setting in SETTINGS}
    for variable in sorted(environment):
        place = Place(f"${variable}")
        if variable in variables:
            if raw := environment[variable]:  # an empty variable is none
                gathering.take(variables[variable], raw, source=Source.ENVIRONMENT, place=place)
        elif variable.startswith(_PREFIXES):
            near = _near(variable, variables)
            gathering.object(place, "there is no such setting" + (f"; did you mean {near}?" if near else ""))
