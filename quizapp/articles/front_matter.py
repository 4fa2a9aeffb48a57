"""What stands between two rules at the beginning of Markdown and is said about the text, not in it."""

import re
from typing import Final

from quizapp.articles.bylines import named

_FRONT: Final = re.compile(r"---[ \t]*\n((?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY: Final = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+([^\n]*))?[ \t]*$")
_ENTRY: Final = re.compile(r"[ \t]*-[ \t]+(?:name:[ \t]+)?([^\n]+)$")
_OUR_WORDS: Final = {"authors": "author", "byline": "author", "language": "lang"}
_BY: Final = re.compile(r"by[ \t]+", re.IGNORECASE)


def front_matter(source: str) -> tuple[dict[str, str], str]:
    """What is said (title, author, date, lang; only lines of one key), and the source without it.

    Rules between which nothing is said by a key are rules of the text.
    """
    front = _FRONT.match(source)
    values = _values(front[1]) if front else {}
    if front is None or not values:
        return {}, source
    said = {_OUR_WORDS.get(key, key): found for key, found in values.items() if found}
    authors = [_BY.sub("", name, count=1) for name in said.pop("author", [])]
    texts = {key: " ".join(found) for key, found in said.items()}
    return texts | ({"author": named(authors)} if authors else {}), source[front.end() :]


def _values(front: str) -> dict[str, list[str]]:
    """The values of each key, one or a list."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in front.splitlines():
        if match := _KEY.match(line):
            key = match[1].lower()
            values[key] = _listed(match[2] or "")
        elif key and (entry := _ENTRY.match(line)):
            values[key].append(_bare(entry[1]))
    return values


def _listed(value: str) -> list[str]:
    """A value, or those of a list in brackets."""
    bare = value.strip()
    inner = bare[1:-1].split(",") if bare.startswith("[") and bare.endswith("]") else [bare]
    return [text for text in map(_bare, inner) if text]


def _bare(value: str) -> str:
    return value.strip().strip("\"'").strip()
