import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.articles import apart
from quizapp.articles.apart import extract_apart
from quizapp.kit.errors import DiskError, InputError, Place

from .documents import docx

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
    """A3: three million paragraphs end as one sentence, not as a frozen or a full program."""
    with pytest.raises(InputError, match=r"^page\.html: this document is too large, too deeply nested"):
        extract_apart("html", b"<p>word word</p>" * 3_000_000, place=PLACE)


@pytest.mark.slow
def test_the_whole_command_stays_within_the_limits(tmp_path: Path) -> None:
    """A3: 10 s and 512 MiB are those of the command, not of its child: the start counts, and the program that waits."""
    path = tmp_path / "wide.docx"
    path.write_bytes(docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 900_000))
    command = subprocess.Popen(
        [sys.executable, "-m", "quizapp", "generate", path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert command.stderr is not None
    with command.stderr as stream:
        said = stream.read()
    _, status, used = os.wait4(command.pid, 0)
    command.returncode = os.waitstatus_to_exitcode(status)
    assert command.returncode == 3
    assert b"too large, too deeply nested" in said
    assert used.ru_utime + used.ru_stime < 10  # of processor time: how busy this machine is, is no fault of ours
    assert used.ru_maxrss * 1024 < 450 * 2**20  # the larger of the two; the other one has the rest


def test_a_child_that_outlives_its_time_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parent waits no longer than the limit."""
    monkeypatch.setattr(apart, "WAIT", 0.01)
    with pytest.raises(InputError, match="too large, too deeply nested"):
        extract_apart("html", b"<p>text</p>" * 100_000, place=PLACE)


def test_no_interpreter_is_a_disk_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """When no process can be started the document is not to blame."""
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    with pytest.raises(DiskError, match="cannot start the reader"):
        extract_apart("markdown", b"text", place=PLACE)
