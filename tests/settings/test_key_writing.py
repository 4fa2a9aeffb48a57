"""Other keys in the settings file: what is written is read, and everything else in the file stays."""

import re
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.kit.errors import DiskError, InputError
from quizapp.model.keymap import key_called, key_pressed, printed
from quizapp.model.keys_table import all_keys
from quizapp.settings.key_writing import save_keys, with_keys
from quizapp.settings.reading import read_configuration
from quizapp.settings.writing import template

FILES = (
    "",
    template(),
    "[look]\nmotion = 'none' # calm\n",
    '[keys]\n# for the beamer\ndrill.big = "b"  # big\n# the end\n[study]\ndue = 5\n',
    '[keys]\n"drill.big" = ["b", "f5"]\n"study.flag" = "f6"\n',
    '[keys]\n"drill.big" = "b"\ndrill.undo = "f6"\n',
    '[keys.drill]\nbig   =   ["b"] # big\n\n[study]\ndue = 5\n',
    'keys.drill.big = "b"\n[study]\ndue = 5\n',
    'keys = { "drill.big" = "b" }  # short\n',
    '[keys]\ndrill.big = [\n  "b",  # one\n  "f5",\n]\n# after\n',
    '[keys]\r\ndrill.big = "b"\r\n',
    '[keys]\ndrill.undo = "f6"\n[study]\ndue = 5\n[keys.study]\nflag = "f7"\n',
    '[keys]\nnothing.like.it = 3\nstudy.flag = "ctrl+m"\n# drill.big = is this, and no key\n',
)
NAMES = ("drill.big", "drill.undo", "study.flag", "app.help")
KEYS = st.lists(st.sampled_from([*"bxZ?\"\\#[]'€„", "f5", "ctrl+b", "space"]), min_size=1, max_size=3, unique=True)
CHANGES = st.tuples(st.sampled_from(NAMES), st.none() | KEYS)


def remarks(text: str) -> list[str]:
    """What is said in comments on lines of their own."""
    return [line.strip() for line in text.splitlines() if line.startswith("# ")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A settings file that is not there yet."""
    return tmp_path / "settings.toml"


@given(text=st.sampled_from(FILES), changes=st.lists(CHANGES, min_size=1, max_size=6))
def test_what_is_written_is_what_the_file_says(text: str, changes: list[tuple[str, list[str] | None]]) -> None:
    """The last choice of each holds however the file is written; the other tables and all remarks stay."""
    before, now = tomllib.loads(text), text
    for name, said in changes:
        now = with_keys(now, name, None if said is None else tuple(map(key_called, said)))
    after = tomllib.loads(now)
    for name, said in dict(changes).items():
        place, what = name.split(".")
        keys = after.get("keys", {})
        found = keys.get(name, keys.get(place, {}).get(what))
        assert ([found] if isinstance(found, str) else found) == said
    assert {k: v for k, v in after.items() if k != "keys"} == {k: v for k, v in before.items() if k != "keys"}
    assert [line for line in remarks(text) if line not in now] == []


@pytest.mark.parametrize("text", FILES)
def test_a_first_choice_taken_back_leaves_no_trace(text: str) -> None:
    """Undo leaves every line as it was, but for a heading that was not there."""

    def lines(of: str) -> list[str]:
        return [line for line in of.splitlines(keepends=True) if line.strip() not in {"", "[keys]"}]

    back = with_keys(with_keys(text, "app.quit", ("f9",)), "app.quit", None)
    assert back == text or ("[keys]\n" not in text and lines(back) == lines(text))


def test_a_remark_behind_a_key_is_never_lost() -> None:
    """With other keys it stays behind them; with the usual ones the line becomes a comment, and a line once more."""
    text = '[keys]\ndrill.big = "b"  # for the beamer\n'
    changed = with_keys(text, "drill.big", ("f5", "x"))
    assert changed == '[keys]\ndrill.big = ["f5", "x"]  # for the beamer\n'
    usual = with_keys(text, "drill.big", None)
    assert usual == '[keys]\n#drill.big = "b"  # for the beamer\n'
    assert with_keys(usual, "drill.big", ("b",)) == text


def test_the_example_becomes_the_line() -> None:
    """As for every other setting: the # is taken away."""
    text = with_keys(template(), "drill.big", ("b",))
    assert text == template().replace('#drill.big = ["z", "f5"]', 'drill.big = "b"')


def test_several_are_chosen_at_once_and_read_again(file: Path) -> None:
    """Two that swap their keys are never seen halfway."""
    save_keys(file, {"drill.big": ("m",), "drill.more": ("z",)})
    assert read_configuration(file, {}).keys == {"drill.big": ("m",), "drill.more": ("z",)}
    save_keys(file, {"drill.big": None, "drill.more": None})
    found = read_configuration(file, {})
    assert (found.keys, found.findings) == ({}, ())


def test_a_line_that_is_passed_over_may_be_in_the_way(file: Path) -> None:
    """The file would not be heeded as it is written, so it is not written."""
    text = '[keys]\nlibrary.add = ["a", "s", "x"]\n'  # passed over, for s studies
    file.write_text(text, "utf-8")
    assert read_configuration(file, {}).keys == {}
    with pytest.raises(InputError, match=r"settings\.toml: keys\.library\.drill: x is the key of library\.add already"):
        save_keys(file, {"library.drill": ("x",)})
    assert file.read_text("utf-8") == text


@given(text=st.text(max_size=120) | st.text("[]keys.drilbg='\"#\n ", max_size=60))
def test_no_text_whatever_is_made_worse(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """What is no settings file stays as it is."""
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    before = file.read_bytes()
    try:
        save_keys(file, {"drill.big": ("f5",)})
    except InputError:
        assert file.read_bytes() == before
    else:
        assert read_configuration(file, {}).keys["drill.big"] == ("f5",)


@pytest.mark.parametrize(
    "text", ["[keys\n", "keys = 3\n", "[keys.drill.big]\nx = 1\n", "[[keys]]\n", "[study]\na = \x0c"]
)
def test_what_says_something_else_is_left(file: Path, text: str) -> None:
    """A sentence, and every byte as it was."""
    file.write_text(text, "utf-8")
    with pytest.raises(InputError, match="damaged"):
        save_keys(file, {"drill.big": ("f5",)})
    assert file.read_text("utf-8") == text


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "in-the-way").write_text("")
    with pytest.raises(DiskError):
        save_keys(tmp_path / "in-the-way" / "settings.toml", {"drill.big": ("f5",)})


@given(st.characters() | st.sampled_from("€„–…·→é"))
def test_a_key_that_is_pressed_can_be_written(character: str) -> None:
    """What is taken is understood again as it is printed; the rest is refused."""
    from textual.keys import _character_to_key  # what Textual calls a key that types a character

    name = _character_to_key(character)
    with suppress(ValueError):
        assert key_pressed(name, character) == name == key_called(printed(name))


@pytest.mark.parametrize("character", [*"€„–…«ß?Y", " "])
def test_keys_of_other_keyboards_can_be_chosen(character: str) -> None:
    """They have a name in Textual and a sign in the file."""
    from textual.keys import _character_to_key

    name = "space" if character == " " else _character_to_key(character)
    assert key_pressed(name, character) == name
    assert printed(name) == {"space": "space"}.get(name, character)


@pytest.mark.parametrize(
    ("name", "character", "said"),
    [
        ("ctrl+c", "\x03", "ctrl+c would not arrive: it copies"),
        ("ctrl+z", "\x1a", "ctrl+z would not arrive: it gives the shell back"),
        ("alt+b", None, "alt+b would not arrive: many terminals send two keys for it"),
        ("f10", None, "f10 would not arrive"),
        ("f13", None, "f13 cannot be chosen; a character can, or a key as f5, ctrl+b, space"),
        ("ctrl+underscore", "\x1f", "ctrl+underscore cannot be chosen"),
        ("rightwards_arrow", "→", "→ cannot be chosen"),
    ],
)
def test_what_cannot_be_chosen_by_pressing_says_why(name: str, character: str | None, said: str) -> None:
    """One sentence; the arrow that is typed is none that moves."""
    with pytest.raises(ValueError, match=f"^{re.escape(said)}"):
        key_pressed(name, character)


def test_every_usual_key_can_be_pressed() -> None:
    """Whatever something has usually can be given to it again by hand, but for what the terminal keeps."""
    for key in {key for one in all_keys().values() for key in one.keys} - {"ctrl+c"}:
        sign = printed(key)
        assert key_pressed(key, sign if len(sign) == 1 else None) == key
