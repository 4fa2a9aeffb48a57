"""A page's styles stay loaded when it has gone: what they say must not reach another page's widgets."""

import re
from collections import defaultdict
from pathlib import Path

import quizapp.tui.screens

SHEETS = sorted(Path(quizapp.tui.screens.__file__).parent.glob("*.tcss"))
ALIKE = {"trouble"}  # the same in both, word for word


def test_no_two_pages_style_one_name() -> None:
    """An id that two sheets style stands behind the name of its page, in all but one of them."""
    bare: dict[str, set[str]] = defaultdict(set)
    for sheet in SHEETS:
        for selectors in re.findall(r"^([^{}/]+)\{", sheet.read_text("utf-8"), re.MULTILINE):
            for selector in selectors.split(","):
                named = re.match(r"(?:\.-\S+ )?#([\w-]+)[^#]*$", selector.strip())
                if named is not None:
                    bare[named.group(1)].add(sheet.name)
    assert bare
    assert {name: sheets for name, sheets in bare.items() if len(sheets) > 1 and name not in ALIKE} == {}
