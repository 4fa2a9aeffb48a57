import json
import subprocess
import sys

import pytest

from quizapp.articles import apart
from quizapp.articles.apart import extract_apart
from quizapp.kit.errors import DiskError, InputError, Place

PLACE = Place("page.html")


def test_the_child_gives_what_the_parser_gives() -> None:
    """Text survives the way there and back, whatever it holds."""
    text = "# T\u202eitle\n\nOne \x1b[31m “two” \U0001f600 three.\n"
    extract = extract_apart("markdown", text.encode(), place=PLACE)
    assert extract.title == "T\u202eitle"
    assert extract.text == "T\u202eitle\n\nOne \x1b[31m “two” \U0001f600 three."


def test_the_child_is_bounded() -> None:
    """The limits are set before a byte is parsed: address space, time and core files."""
    code = (
        "import json, resource, quizapp.articles.apart as apart\n"
        "from quizapp.kit.apart import limit\n"
        "limit(seconds=apart.SECONDS, memory=apart.MEMORY)\n"
        "names = ('RLIMIT_AS', 'RLIMIT_CPU', 'RLIMIT_CORE')\n"
        "print(json.dumps([resource.getrlimit(getattr(resource, name))[0] for name in names]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert json.loads(done.stdout) == [apart.MEMORY, apart.SECONDS, 0]


@pytest.mark.slow
def test_a_page_that_takes_too_much_is_refused() -> None:
    """A3: half a million paragraphs end as one sentence, not as a frozen or a full program."""
    with pytest.raises(InputError, match=r"^page\.html: this document is too large, too deeply nested"):
        extract_apart("html", b"<p>word word</p>" * 500_000, place=PLACE)


def test_a_child_that_outlives_its_time_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parent waits no longer than the limit."""
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    with pytest.raises(InputError, match="too large, too deeply nested"):
        extract_apart("html", b"<p>text</p>" * 100_000, place=PLACE)


def test_no_interpreter_is_a_disk_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """When no process can be started the document is not to blame."""
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    with pytest.raises(DiskError, match="cannot start the reader"):
        extract_apart("markdown", b"text", place=PLACE)
