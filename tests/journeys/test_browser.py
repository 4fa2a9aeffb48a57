"""A person at a browser: a question answered by keyboard and by mouse, and nothing asked of another machine."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyte
import pytest
from playwright.sync_api import Error, Page, WebSocket, sync_playwright

from quizapp.usecases.library import Library
from stage import CHOICE, choice_bank

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
LEARNER = "--$(touch ~/pwned); 'x"
PATIENCE = 60_000
"""Milliseconds; a browser on a loaded machine takes ten seconds to open."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="no chromium here; `apt-get install chromium` brings one"),
]


@pytest.fixture
def address(home: Path, env: dict[str, str]) -> Iterator[str]:
    """Where quizapp serves a library with one article of ours, to a learner whose name a shell would obey."""
    Library(home / ".local" / "share" / "quizapp" / "questions").save(choice_bank(3))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "quizapp", "serve", "--port", str(port), f"--learner={LEARNER}"]
    served = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)
    assert served.stderr is not None
    try:
        assert f"open http://127.0.0.1:{port} in a browser" in served.stderr.readline()
        yield f"http://127.0.0.1:{port}"
    finally:
        served.terminate()
        served.communicate(timeout=30)
    assert served.returncode == 0
    assert not (home / "pwned").exists()


class Window:
    """A window of a real browser; what is on its canvas is read from what was sent to be drawn."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self._socket: WebSocket | None = None
        self._screen = pyte.Screen(1, 1)
        self._stream = pyte.ByteStream(self._screen)
        page.set_default_timeout(PATIENCE)
        page.on("response", lambda response: self.asked.append(response.url))
        page.on("websocket", self._opened)

    def _opened(self, drawing: WebSocket) -> None:
        self._socket = drawing
        drawing.on("framesent", self._sent)
        drawing.on("framereceived", self._received)
        size = parse_qs(urlsplit(drawing.url).query)
        self._screen.resize(int(size["height"][0]), int(size["width"][0]))

    def _sent(self, frame: str | bytes) -> None:
        kind, *content = json.loads(frame)
        if kind == "resize":
            self._screen.resize(content[0]["height"], content[0]["width"])

    def _received(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self._stream.feed(frame)

    @property
    def rows(self) -> list[str]:
        """What is on the screen."""
        return list(self._screen.display)

    def open(self, address: str) -> None:
        """Go to an address, whose terminal has the keys without a click."""
        with self.page.expect_websocket():
            self.page.goto(address)
        self.page.wait_for_selector("body.-first-byte")
        self.page.wait_for_selector("textarea:focus")

    def wait_for(self, text: str, *, timeout: int = PATIENCE) -> None:
        """Wait until a text is on the screen."""
        assert self._socket is not None
        if not self._shows(text):
            self._socket.wait_for_event("framereceived", lambda _: self._shows(text), timeout=timeout)

    def _shows(self, text: str) -> bool:
        return text in "\n".join(self.rows)

    def insist(self, key: str, text: str) -> None:
        """Press a key until a text is on the screen: just after an answer keys are passed over."""
        for _ in range(PATIENCE // 1_000):
            self.page.keyboard.press(key)
            with suppress(Error):
                return self.wait_for(text, timeout=3_000)
        raise AssertionError(f"{key} never brought {text}:\n" + "\n".join(self.rows))

    def click(self, text: str) -> None:
        """Click where a text stands."""
        row = next(number for number, line in enumerate(self.rows) if text in line)
        box = self.page.locator("canvas.xterm-text-layer").bounding_box()
        assert box is not None
        wide, high = box["width"] / self._screen.columns, box["height"] / self._screen.lines
        self.page.mouse.click(box["x"] + (self.rows[row].index(text) + 1.5) * wide, box["y"] + (row + 0.5) * high)


@pytest.fixture
def window(home: Path) -> Iterator[Window]:
    """A browser without a head; as root, in a container, it has no sandbox to sit in."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"], env={**os.environ, "HOME": str(home)}
        )
        yield Window(browser.new_page(viewport={"width": 1100, "height": 700}))
        browser.close()


def test_a_question_is_answered_by_keyboard_and_by_mouse(
    address: str, window: Window, env: dict[str, str], tmp_path: Path
) -> None:
    """Both answers are in the log of the learner with the odd name, and no other machine was asked for anything."""
    window.open(address)
    window.wait_for("The Sandey Ferry of 1907")
    window.insist("Enter", CHOICE.key)  # what was added last stands first
    digit = next(row for row in window.rows if CHOICE.key in row).split(CHOICE.key)[0].split()[-1]
    window.insist(digit, "Correct")
    window.insist("Space", "2 of 3")
    window.click(CHOICE.key)
    window.wait_for("Correct")
    window.page.screenshot(path=tmp_path / "browser.png")
    assert window.asked
    assert all(url.startswith(address) for url in window.asked)
    command = [sys.executable, "-m", "quizapp", "stats", "--json", f"--learner={LEARNER}"]
    found = json.loads(subprocess.run(command, env=env, capture_output=True, check=True, timeout=60).stdout)
    assert (found["answers"], found["right"]) == (2, 2)


@pytest.mark.parametrize(
    ("header", "value"), [("Host", "evil.example"), ("Origin", "https://evil.example"), ("Origin", "null")]
)
def test_a_page_from_elsewhere_is_turned_away(address: str, header: str, value: str) -> None:
    """Neither the page nor the app behind it: no process is started for it."""
    for path in ("/", "/ws?width=80&height=24"):
        asking = HTTPConnection(urlsplit(address).netloc, timeout=30)
        asking.request("GET", path, headers={header: value})
        assert asking.getresponse().status == 403
        asking.close()
