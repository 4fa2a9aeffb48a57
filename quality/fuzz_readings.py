"""What has to hold of what a parser reads: it can be written, and becomes an article or a bank, or is refused."""

import json
import os
import shutil
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, Final

import fuzz_seeds as seeds
from fuzz_changes import broken
from py3langid.langid import LanguageIdentifier

from quizapp.articles.decoding import decoded
from quizapp.articles.languages import foreign_language
from quizapp.articles.reading import _article, article_of, pasted_article
from quizapp.bank.reader import read_bank
from quizapp.bank.writer import write_bank
from quizapp.formats import apart
from quizapp.formats.parcel import Taken
from quizapp.formats.table import FORMATS, recognise
from quizapp.kit.errors import InputError, Place, StudyDataError, UsageError
from quizapp.model.settings_table import SETTINGS, value_of
from quizapp.settings.reading import read_configuration
from quizapp.settings.writing import with_value
from quizapp.usecases.foreign import Foreign
from quizapp.usecases.importing import import_questions
from quizapp.usecases.roster import class_of
from quizapp.usecases.transcript import import_log
from quizapp.usecases.workspace import Workspace

Read = Callable[[bytes, Random], bool]
"""Reads an input and says whether anything was in it; raises InputError where it is refused."""

PLACE: Final = Place("fuzz")
THOROUGH: Final = 0.1
"""Share of what is read that is carried on: to an article, to a bank and back."""


class WrongError(Exception):
    """What was read breaks a law."""


def prepare() -> None:
    """The model of languages is read once, where the app, which asks it once, reads it each time."""
    LanguageIdentifier.from_model_file = cache(LanguageIdentifier.from_model_file)
    foreign_language("Diese Sätze sind keine englischen Sätze, und es sind ihrer genug. " * 9)


# Articles


def article(extract: Callable[[bytes, Random], Any]) -> Read:
    """A reader of documents; its text is writable, and becomes an article or is refused."""

    def read(data: bytes, luck: Random) -> bool:
        found = extract(data, luck)
        told = json.loads(json.dumps(asdict(found)))
        for name in ("text", "title", "byline", "date"):
            told[name].encode()
        if any(not 0 <= part["at"] <= len(found.text) for part in told["parts"]):
            raise WrongError("a part lies outside of the text")
        if found.text and luck.random() < THOROUGH:
            _article(found, place=PLACE, source="fuzz")
        return bool(found.text)

    return read


def _module(name: str, function: str) -> Callable[..., Any]:
    return cache(lambda: getattr(import_module(f"quizapp.{name}"), function))


def extracted(name: str, *, text: bool = False) -> Read:
    """The reader of a kind of article; `text` says that it is decoded first."""
    extract = _module(f"articles.{name}", f"extract_{'html' if name == 'webpage' else name}")
    if text:
        return article(lambda data, luck: extract()(decoded(data, encoding=None, place=PLACE)))
    return article(lambda data, luck: extract()(data))


def book(data: bytes, luck: Random) -> Any:
    """A book, or a chapter that it may not have."""
    return _module("articles.epub", "extract_epub")()(data, chapter=luck.choice((0, 0, 0, 1, 2, 9)))


_ENCODINGS: Final = (
    None,
    None,
    None,
    "latin-1",
    "cp1252",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "utf-8-sig",
    "shift_jis",
    "gb18030",
)
_TEXT_ENCODINGS: Final = (
    "iso2022_jp",
    "hz",
    "big5",
    "euc_kr",
    "cp037",
    "koi8-r",
    "mac-roman",
    "rot13",
    "base64",
    "idna",
)


def plain(data: bytes, luck: Random) -> bool:
    """A file in an encoding, or what was pasted."""
    try:
        if luck.random() < 0.2:
            return bool(pasted_article(data.decode("utf-8", luck.choice(("replace", "surrogateescape")))).text)
        encoding = luck.choice(_ENCODINGS if luck.random() < 0.8 else _TEXT_ENCODINGS)
        return bool(article_of(data, name="fuzz.txt", source="fuzz.txt", place=PLACE, encoding=encoding).text)
    except UsageError as error:
        raise InputError(str(error)) from None


# Questions of other programs


def imported(name: str) -> Read:
    """A reader of questions; they can be told by one process to the other, and become a bank or are refused."""
    form = FORMATS[name]

    def read(data: bytes, luck: Random) -> bool:
        if luck.random() < THOROUGH:
            recognise(data, name=f"fuzz{luck.choice(form.suffixes)}")
        taken = _taken(name, data)
        if taken.items and luck.random() < THOROUGH:
            _gathered(name, taken)
        return bool(taken.items)

    return read


_APART: Final = {
    name: f"{name.replace('-', '_')}_reading" for name in ("anki", "kahoot", "moodle-xml", "qti12", "qti21", "xlsx")
}


def _taken(name: str, data: bytes) -> Taken:
    if name not in _APART:
        take = FORMATS[name].take
        assert take is not None  # noqa: S101  only formats that are read come here
        return take(data, name="fuzz")
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"PK", b"<")):
        raise InputError("this is neither a package nor XML")
    taken = _module(f"formats.{_APART[name]}", "read")()(data)
    return apart._taken(json.loads(json.dumps(asdict(taken))))  # noqa: SLF001  what the parent makes of its child's words


def _gathered(name: str, taken: Taken) -> None:
    """As an import does it: the items become a bank, which is written and read again."""
    target = scratch() / "bank.yaml"
    target.unlink(missing_ok=True)
    import_questions([Foreign(path=Path("fuzz"), form=name, taken=taken)], target)
    read_bank(target.read_bytes(), file="bank")


def scratch() -> Path:
    """A folder of this process alone, in memory where there is one."""
    memory = Path("/dev/shm")  # noqa: S108  the folder in it is our own
    folder = Path(memory if memory.is_dir() else tempfile.gettempdir()) / f"quizapp-fuzz-{os.getpid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


# Our own files


def bank(data: bytes, luck: Random) -> bool:
    """A bank that is read is written and read again, the same."""
    found = read_bank(data, file="bank")
    if read_bank(write_bank(found), file="again") != found:
        raise WrongError("a bank that is written and read again is another")
    return True


def settings(data: bytes, luck: Random) -> bool:
    """Settings are always read; a setting that is written into a whole file leaves it whole, with that setting."""
    path = scratch() / "settings.toml"
    path.write_bytes(data)
    variable = luck.choice(SETTINGS).variable
    spoken = broken(b"10", luck).decode("utf-8", "replace").replace("\0", "")
    found = read_configuration(path, {variable: spoken} if luck.random() < 0.3 else {})
    for finding in found.findings:
        str(finding).encode()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("not UTF-8") from None
    setting = luck.choice(SETTINGS)
    value = luck.choice((value_of(found.settings, setting), setting.default, setting.example, None))
    written = with_value(text, setting, value)
    if value is not None and tomllib.loads(written)[setting.table][setting.key] != value:
        raise WrongError(f"{setting.name} was written and is not there")
    if value is None:
        tomllib.loads(written)
    return bool(found.sources)


def logged(ending: str) -> Read:
    """A reader of logs, which are added to a history that has nothing yet."""

    def read(data: bytes, luck: Random) -> bool:
        home = scratch() / "home"
        path = scratch() / f"log{ending}"
        path.write_bytes(data)
        try:
            return import_log(Workspace(home, clock=seeds.FakeClock()), path).answers > 0
        except StudyDataError as error:  # it tells of one answer in two ways
            raise InputError(str(error)) from None
        finally:
            shutil.rmtree(home, ignore_errors=True)

    return read


def class_list(data: bytes, luck: Random) -> bool:
    """A class list, of which every student has a name."""
    path = scratch() / "class.txt"
    path.write_bytes(data)
    return all(player.name for player in class_of(path))
