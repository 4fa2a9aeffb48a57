"""Where in a settings file a key stands, which the parser of TOML does not tell."""

import re


def line_of(text: str, name: str) -> int:
    """The line, from 1, in which a key stands, given as "table.key", or a table; 0 where it is not found."""
    table, _, key = name.partition(".")
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            inside = heading[1]
            if not key and inside == table:
                return number
        elif said := re.match(r"\s*([\w.\"' -]+?)\s*=", line):
            full = f"{inside}.{said[1]}" if inside else said[1]
            if full.replace('"', "").replace("'", "") in {name, f"{table}.{key}".rstrip(".")}:
                return number
    return 0
