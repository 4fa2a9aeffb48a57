"""The settings file is written so that what a person wrote beside the settings stays."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Final

import tomlkit
from tomlkit.exceptions import TOMLKitError

from quizapp.kit.errors import InputError, Place
from quizapp.kit.files import read_bounded, write_atomically
from quizapp.model.setting import Value
from quizapp.model.settings_table import SETTINGS, Setting
from quizapp.settings.lines import line_of
from quizapp.settings.reading import LARGEST

DAMAGED: Final = "the settings file is damaged, and was left as it is; quizapp settings says where"
_WIDTH: Final = 100
_HEAD: Final = """\
# The settings of quizapp. A line that begins with # shows what holds anyway, or an example: take the # away to choose.
# What an option of a command or the environment says goes before this file: QUIZAPP_STUDY_NEW is study.new.
"""
_KEYS: Final = """\
[keys]
# Other keys for what the app does, one or several, as Settings, Keys chooses them in the app; the names are told by
# quizapp settings --keys.
#drill.big = ["z", "f5"]
"""


def template() -> str:
    """A file that chooses nothing and explains everything."""
    return "\n".join([_HEAD, *_sections()])


def _sections() -> Iterator[str]:
    table = ""
    for setting in SETTINGS:
        if setting.table != table:
            table = setting.table
            yield f"[{table}]"
        yield from wrap(setting.sentence, _WIDTH, initial_indent="# ", subsequent_indent="# ")
        if setting.usual:
            yield f"# Unless set: {setting.usual}."
        yield f"#{_line(setting, setting.example if setting.default is None else setting.default)}"
        yield ""
    yield _KEYS


def _line(setting: Setting, value: Value) -> str:
    return f"{setting.key} = {tomlkit.item(value).as_string()}"


def with_value(text: str, setting: Setting, value: Value) -> str:
    """The text of a settings file with one setting chosen, or with None left to the default again.

    Raises:
        InputError: the text is no settings file.
    """
    try:
        _check(text)
        written = _without(text, setting) if value is None else _with(text, setting, value)
        _check(written)
    except (TOMLKitError, ValueError, TypeError, AttributeError, RecursionError):
        raise InputError(DAMAGED) from None
    return written


def _check(text: str) -> None:
    """Read as the settings are read: that parser lets less pass than the one that keeps what people wrote."""
    tomllib.loads(text)


def _with(text: str, setting: Setting, value: Value) -> str:
    document = tomlkit.parse(_uncommented(text, setting))
    if setting.table not in document:
        document.add(setting.table, tomlkit.table())
    table = document[setting.table]
    if not isinstance(table, dict):
        raise TypeError(setting.table)
    table[setting.key] = value
    return tomlkit.dumps(document)


def _uncommented(text: str, setting: Setting) -> str:
    """The text with the commented line of a setting made a real one, where there is such a line and no real one."""
    if line_of(text, setting.name):
        return text
    lines, inside = text.splitlines(keepends=True), ""
    for place, line in enumerate(lines):
        if heading := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            inside = heading[1]
        elif inside == setting.table and re.match(rf"\s*#\s*{setting.key}\s*=", line):
            return "".join([*lines[:place], line.replace("#", "", 1).lstrip(), *lines[place + 1 :]])
    return text


def _without(text: str, setting: Setting) -> str:
    number = line_of(text, setting.name)
    lines = text.splitlines(keepends=True)
    if number:
        commented = "".join([*lines[: number - 1], f"#{lines[number - 1]}", *lines[number:]])
        tomlkit.parse(commented)  # a value over several lines cannot be commented out by its first
        return commented
    tomlkit.parse(text)
    return text


def save_setting(path: Path, setting: Setting, value: Value) -> None:
    """Write one setting into a file, which is made where there is none.

    Raises:
        InputError: the file is damaged; it is left as it is.
        DiskError: it cannot be read or written.
    """
    write_atomically(path, with_value(text_to_change(path), setting, value).encode())


def text_to_change(path: Path) -> str:
    """The text of a settings file, or of the one that is made where there is none.

    Raises:
        InputError: it is no text; it is left as it is.
        DiskError: it cannot be read.
    """
    try:
        return read_bounded(path, most=LARGEST).decode("utf-8-sig") if path.exists() else template()
    except UnicodeDecodeError:
        raise InputError("the settings file is not UTF-8, and was left as it is", place=Place(str(path))) from None


def make_file(path: Path) -> None:
    """Write the file that explains everything, where there is none.

    Raises:
        DiskError: it cannot be written.
    """
    if not path.exists():
        write_atomically(path, template().encode())
