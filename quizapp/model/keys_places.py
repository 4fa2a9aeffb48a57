"""Where keys work: the first parts of their names, gathered under the titles by which a person knows the screens."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from quizapp.model.keys_table import Key

_TITLES: Final = """\
Everywhere: app page
Lists and menus: rows menu pick sheet confirm search
Commands and help: commands help
Welcome: welcome small
Who studies: who
Library: library today damaged
Study: study field flag unsaved
Source: source panel
Results: results
Stats: stats
What is asked of an article: covered
Add an article: add address path file already
Writing questions: writing drafts
Review: review kinds changed
Edit: edit stem line picker
Drill, set-up: setup
Drill: drill
Drill, paused: pause
Drill, scores: final
Drill, missed questions: misses
Settings: settings backup where themes keys press
"""


@cache
def _places() -> dict[str, str]:
    """Every place with its title, in their order."""
    rows = (line.split(": ") for line in _TITLES.splitlines())
    return {place: title for title, places in rows for place in places.split()}


def where(key: Key) -> str:
    """Where a key works: "Study", "Drill, paused"."""
    return _places()[key.place]


def by_place(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Keys in the order of their places, most used first; in a place they keep their order."""
    order = {place: number for number, place in enumerate(_places())}
    return tuple(sorted(keys, key=lambda key: order[key.place]))
