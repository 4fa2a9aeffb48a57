"""Standard output: safe on a terminal, exact when parsed."""

import json

from hypothesis import given
from hypothesis import strategies as st

from quizapp.cli.output import json_text
from quizapp.kit.text import visible

PAYLOAD = "\x1b]0;title\x07 \x9b31m \u202egnihton\u2069 \u200bzero\ufeff \U000e0041 \x7f \x00 \x85 [red] [/] 56 € ¶ 𝕏"
TEXT = st.text(alphabet=st.characters(), max_size=200)


def test_json_parses_to_what_went_in() -> None:
    """No character of an article is lost or changed by being made safe."""
    assert json.loads(json_text({"text": PAYLOAD, "lone": "\ud800"})) == {"text": PAYLOAD, "lone": "\ud800"}


@given(TEXT)
def test_json_is_exact_for_any_text(text: str) -> None:
    """Parsing is the inverse of printing."""
    assert json.loads(json_text([text])) == [text]


@given(TEXT)
def test_json_shows_nothing_a_terminal_would_obey(text: str) -> None:
    """Every character of the JSON, but its own line feeds, is one that is shown as it is."""
    shown = json_text([text]).replace("\n", "")
    assert all(visible(char) == char for char in shown)


def test_letters_of_every_script_stay_letters() -> None:
    """Escaping is for what cannot be seen, not for what is not English."""
    assert json_text("56 € Ångström 漢字") == '"56 € Ångström 漢字"'
