"""Another key is pressed in a real terminal: what terminals send is what is chosen, and is there the next time."""

from collections.abc import Callable
from pathlib import Path

from screen import Terminal

Open = Callable[..., Terminal]


def _to_keys(window: Terminal, said: str) -> None:
    """The row of the keys stands above those of the data, which come last."""
    window.insist("G", "▸ Import a backup")
    window.press("kkk")
    window.wait_for("▸ Keys")
    window.wait_for(said)


def test_a_key_is_pressed_and_kept(open_window: Open, home: Path) -> None:
    """Keys that end or stop programs elsewhere are told and refused; a function key is taken, now and tomorrow."""
    window = open_window()
    window.wait_for("quizapp")
    window.insist(",", "Settings", "New questions a day")
    _to_keys(window, "‹ as usual ›")
    window.insist("\r", "Everywhere")
    window.press("/")
    window.wait_for("esc All again  ")
    window.press("light")
    window.wait_for("▸   light or dark")
    window.press("\r")
    window.wait_for("enter Choose")
    window.insist("\r", "Press the key for")
    for sent, said in (("\x11", "quit; all is saved"), ("\x03", "it copies"), ("\x1a", "gives the shell back")):
        window.press(sent)
        window.wait_for(said)
    window.insist("\t", "next pane or field")
    window.insist("\x1b[18~", "“light or dark” has F7 now.", "● 1 changed")
    window.press("\x11")
    assert window.wait_for_end() == 0
    assert 'app.shade = "f7"\n' in (home / ".local/share/quizapp/settings.toml").read_text("utf-8")
    again = open_window()
    again.wait_for("quizapp")
    again.insist(",", "Settings", "New questions a day")
    _to_keys(again, "‹ 1 changed ›")
    again.press("\x11")
    assert again.wait_for_end() == 0
