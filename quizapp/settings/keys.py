"""The table of keys in a settings file: what is chosen, and what of it cannot be, each with its line and column."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from quizapp.kit.errors import Finding, Place
from quizapp.kit.text import one_line
from quizapp.model.keymap import MOST_KEYS, Keymap, clashes, key_called, printed, typed
from quizapp.model.keys_table import all_keys
from quizapp.settings.lines import line_of

TABLE: Final = "keys"
_LIST: Final = "quizapp settings --keys lists all"


def read_keys(content: object, text: str, path: Path) -> tuple[Keymap, tuple[Finding, ...]]:
    """What a file's table of keys chooses, and what is wrong with it."""
    if not isinstance(content, Mapping):
        return {}, (
            Finding(_place(text, TABLE, path), f"{TABLE} is a table, [{TABLE}], with a line for each; {_LIST}"),
        )
    chosen: dict[str, tuple[str, ...]] = {}
    findings: list[Finding] = []
    for name, raw in flat("", content):
        place = _place(text, f"{TABLE}.{name}", path, value=name in all_keys())
        try:
            chosen[name] = _understood(name, raw)
        except ValueError as wrong:
            findings.append(Finding(place, f"{wrong}; it is passed over"))
    for name, key, other in clashes(chosen):
        del chosen[name]
        place = _place(text, f"{TABLE}.{name}", path, value=True)
        has = all_keys()[other]
        what = f"{TABLE}.{name}: {printed(key)} is the key of {other} already ({has.explanation}); it is passed over"
        findings.append(Finding(place, what))
    return chosen, tuple(findings)


def flat(before: str, content: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Names with their dots: in TOML “drill.big” is a table in a table, and “[keys.drill]” as well."""
    for key, raw in content.items():
        if isinstance(raw, Mapping):
            yield from flat(f"{before}{key}.", raw)
        else:
            yield f"{before}{key}", raw


def _understood(name: str, raw: object) -> tuple[str, ...]:
    if name not in all_keys():
        raise ValueError(f"there is no {TABLE}.{one_line(name, limit=60)}{_meant(name)}")
    said = [raw] if isinstance(raw, str) else raw
    if not isinstance(said, list) or not 0 < len(said) <= MOST_KEYS or not all(isinstance(one, str) for one in said):
        raise ValueError(f'{TABLE}.{name} is a key as "z", or up to {MOST_KEYS} of them as ["z", "f5"]')
    try:
        keys = tuple(dict.fromkeys(key_called(one) for one in said))
    except ValueError as wrong:
        raise ValueError(f"{TABLE}.{name}: {one_line(str(wrong), limit=160)}") from None
    if letter := typed(name, keys):
        raise ValueError(f"{TABLE}.{name}: {printed(letter)} would be typed, since this works in a text field")
    return keys


def _meant(name: str) -> str:
    from difflib import get_close_matches  # 3 ms that only a slip pays

    near = get_close_matches(name, all_keys(), n=1)
    return f"; did you mean {near[0]}?" if near else f"; {_LIST}"


def _place(text: str, name: str, path: Path, *, value: bool = False) -> Place:
    """Where a name stands in the file, or with `value` what it is set to."""
    number = line_of(text, name)
    if not number:
        return Place(str(path))
    line = text.splitlines()[number - 1]
    found = re.match(r"[^=]*=\s*" if value else r"\s*", line)
    return Place(str(path), number, (found.end() if found else 0) + 1)
