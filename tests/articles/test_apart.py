import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.articles import apart
from quizapp.articles.apart import extract_apart
from quizapp.kit.apart import told_apart
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
    with pytest.raises(
        InputError, match=r"^page\.html: this document (?:takes too long|needs too much memory) to be read"
    ):
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
    assert b"this document takes too long" in said or b"this document needs too much memory" in said
    assert used.ru_utime + used.ru_stime < 10  # of processor time: how busy this machine is, is no fault of ours
    assert used.ru_maxrss * 1024 < 450 * 2**20  # the larger of the two; the other one has the rest


def test_a_child_that_outlives_its_time_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parent waits no longer than the limit."""
    monkeypatch.setattr(apart, "WAIT", 0.01)
    with pytest.raises(InputError, match="this document takes too long to be read"):
        extract_apart("html", b"<p>text</p>" * 100_000, place=PLACE)


def test_no_interpreter_is_a_disk_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """When no process can be started the document is not to blame."""
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    with pytest.raises(DiskError, match="cannot start the reader"):
        extract_apart("markdown", b"text", place=PLACE)


@pytest.mark.parametrize(
    ("raised", "said"), [("MemoryError", "needs too much memory"), ("RecursionError", "is too deeply nested")]
)
def test_what_bound_a_document_met_is_said(tmp_path: Path, raised: str, said: str) -> None:
    """Too much is not too deep, and neither is broken."""
    begins = "from quizapp.kit.apart import answer_apart, limit\n"
    work = f"def work(content):\n    raise {raised}\nanswer_apart(work, seconds=5, memory=2**30)\n"
    (tmp_path / "worker.py").write_text(begins + work)
    (tmp_path / "sleeper.py").write_text(f"{begins}limit(seconds=1, memory=2**30)\nwhile True:\n    pass\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(tmp_path)
        options = {"seconds": 20, "what": "this file", "advice": "cut it", "place": PLACE}
        with pytest.raises(InputError, match=rf"^page\.html: this file {said} to be read[^;]*; cut it$"):
            told_apart("worker", (), b"", **options)
        with pytest.raises(InputError, match="this file takes too long to be read"):
            told_apart("sleeper", (), b"", **options)
