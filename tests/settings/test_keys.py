"""The table of keys in the settings file: understood as people write it, or told with line and column."""

import string
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.model.keymap import clashes, key_called, printed, typed
from quizapp.model.keys_table import all_keys
from quizapp.settings.reading import read_configuration
from quizapp.settings.writing import template

NAMES = sorted(all_keys())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the settings would be."""
    return tmp_path / "settings.toml"


@pytest.mark.parametrize(
    "text",
    [
        '[keys]\ndrill.big = "b"\n',
        '[keys]\n"drill.big" = ["b"]\n',
        '[keys.drill]\nbig = "b"\n',
        'keys.drill.big = "b"\n',
        'keys = { "drill.big" = "b" }\n',
    ],
)
def test_a_key_is_chosen_however_toml_lets_it_be_written(file: Path, text: str) -> None:
    """A dotted name, a name in quotation marks, a table of its own, a line of its own."""
    file.write_text(text, "utf-8")
    found = read_configuration(file, {})
    assert (found.keys, found.findings) == ({"drill.big": ("b",)}, ())


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('[keys]\n\n  dril.big = "b"\n', ":3:3: ", "there is no keys.dril.big; did you mean drill.big?"),
        ('[keys]\nq = "b"\n', ":2:1: ", "there is no keys.q; quizapp settings --keys lists all"),
        ('[keys]\ndrill.big = "ctrl+h"\n', ":2:13: ", "ctrl+h would not arrive: many terminals send backspace for it"),
        ('[keys]\ndrill.big = "alt+b"\n', ":2:13: ", "alt+b would not arrive: many terminals send two keys for it"),
        ('[keys]\ndrill.big = "big"\n', ":2:13: ", "'big' is no key; write a character, or a name as f5"),
        ('[keys]\ndrill.big = ""\n', ":2:13: ", "'' is no key"),
        ("[keys]\ndrill.big = 3\n", ":2:13: ", 'keys.drill.big is a key as "z", or up to 6 of them as ["z", "f5"]'),
        ("[keys]\ndrill.big = []\n", ":2:13: ", "is a key as"),
        ('[keys.drill]\nbig   =   ["m"]\n', ":2:11: ", "keys.drill.big: m is the key of drill.more already"),
        ('[keys]\ndrill.big = "?"\n', ":2:13: ", "? is the key of app.help already (help)"),
        ('[keys]\ndrill.big = "f5"\ndrill.undo = "f5"\n', ":3:14: ", "f5 is the key of drill.big already"),
        ('[keys]\nfield.check = "x"\n', ":2:15: ", "x would be typed, since this works in a text field"),
        ('[keys]\nsearch.enter = ["f5", "?"]\n', ":2:16: ", "? would be typed, since this works in a text field"),
        ("keys = 3\n", ":1:1: ", "keys is a table"),
        ("[keys]\ndrill.big = \n", ":2:", "this is not TOML"),
        ("[keys]\n\"\u202e\" = 'b'\n", "", "⟨202E⟩"),
    ],
)
def test_what_cannot_be_is_told_with_line_and_column(file: Path, text: str, place: str, said: str) -> None:
    """One sentence; the usual key holds, and all others that were chosen."""
    file.write_text(text, "utf-8")
    found = read_configuration(file, {})
    assert len(found.findings) == 1
    assert str(found.findings[0]).startswith(f"{file}{place}")
    assert said in str(found.findings[0])
    assert found.keys in ({}, {"drill.big": ("f5",)})


def test_two_keys_can_be_swapped(file: Path) -> None:
    """A key is free once what had it has another."""
    file.write_text('[keys]\ndrill.big = "m"\ndrill.more = "z"\n', "utf-8")
    found = read_configuration(file, {})
    assert (found.keys, found.findings) == ({"drill.big": ("m",), "drill.more": ("z",)}, ())


def test_the_usual_keys_are_all_to_be_had() -> None:
    """Whoever writes the usual keys down chooses nothing new, and nothing clashes."""
    usual = {name: key.keys for name, key in all_keys().items()}
    assert not list(clashes(usual))
    assert not [name for name, keys in usual.items() if typed(name, keys)]


@given(
    st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from("abcxyz?"), min_size=1, max_size=2), max_size=6)
)
def test_what_is_left_never_clashes(chosen: dict[str, list[str]]) -> None:
    """After what cannot hold is passed over the rest has one meaning a key, whatever was chosen."""
    left = {name: tuple(key_called(key) for key in keys) for name, keys in chosen.items()}
    for name, key, other in clashes(left):
        assert key in left[name]
        assert other in all_keys()
        del left[name]
    assert not list(clashes(left))


@given(st.text(max_size=12) | st.sampled_from(string.printable))
def test_no_word_whatever_is_more_than_refused(said: str) -> None:
    """What is no key is refused; what is one can be written as it is printed."""
    with suppress(ValueError):
        assert key_called(printed(key_called(said))) == key_called(said)


def test_the_file_that_explains_everything_has_an_example(file: Path) -> None:
    """Taking the # away from it chooses what it says."""
    file.write_text(template().replace("#drill.big", "drill.big"), "utf-8")
    found = read_configuration(file, {})
    assert (found.keys, found.findings) == ({"drill.big": ("z", "f5")}, ())
