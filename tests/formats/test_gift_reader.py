"""gift-pegjs, the strict reader of GIFT that editors use, reads every export of ours, in a process of its own."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bank.samples import SAMPLE, banks
from builders import GATHERED, KINDS, make_bank, make_item
from quizapp.bank.reader import read_bank
from quizapp.bank.shipped import shipped_bytes, shipped_slugs
from quizapp.formats.gift import pack
from quizapp.formats.keeps import fitting
from quizapp.formats.table import exported
from quizapp.model.item import Bank

pytestmark = pytest.mark.slow
PACKAGE = "gift-pegjs@1.0.2"
SCRIPT = Path(__file__).with_name("read_gift.mjs")
TYPES = {
    "choice": "MC",
    "true-false": "TF",
    "short": "Short",
    "numeric": "Numerical",
    "cloze": "Short",
    "multiple": "MC",
    "matching": "Matching",
    "ordering": "Matching",
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with gift-pegjs in it."""
    folder = tmp_path_factory.mktemp("gift")
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("node and npm are not here, and gift-pegjs runs in nothing else")
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)]
    try:
        done = subprocess.run([npm, "install", *options, PACKAGE], capture_output=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip("npm did not answer")
    if done.returncode:
        pytest.skip(f"{PACKAGE} cannot be installed here: {done.stderr.decode()[-200:]}")
    return folder


def understood(reader: Path, bank: Bank) -> list[dict[str, Any]]:
    """What gift-pegjs makes of a bank, the category left out."""
    content = pack(exported(bank)).content
    command = ["node", str(SCRIPT), str(reader)]
    done = subprocess.run(command, input=content, capture_output=True, timeout=60, check=True)
    read = json.loads(done.stdout)
    assert "error" not in read, (read, content.decode())
    return [question for question in read["questions"] if question["type"] != "Category"]


def test_every_kind_is_what_it_was(reader: Path) -> None:
    """With its key, its options and its feedback."""
    bank = make_bank(items=tuple(make_item(kind) for kind in (*KINDS, *GATHERED)))
    questions = understood(reader, bank)
    assert [each["type"] for each in questions] == [TYPES[item.kind] for item in bank.items]
    assert [each["id"] for each in questions] == [item.id for item in bank.items]
    assert [each["stem"]["text"] for each in questions] == [item.stem for item in bank.items]
    assert all("The text says: “" in each["globalFeedback"]["text"] for each in questions)
    choice, judged, *_ = questions
    assert {each["text"]["text"] for each in choice["choices"] if each["isCorrect"]} == {"Edith Crane"}
    assert judged["isTrue"] is True


@pytest.mark.parametrize("slug", ["sample", *shipped_slugs()])
def test_every_bank_that_ships_is_read(reader: Path, slug: str) -> None:
    """Question by question."""
    bank = SAMPLE if slug == "sample" else read_bank(shipped_bytes(slug), file=slug)
    assert len(understood(reader, bank)) == len(list(fitting(exported(bank).items, name="gift")))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(bank=banks())
def test_any_bank_is_read(reader: Path, bank: Bank) -> None:
    """Whatever its texts hold."""
    wanted = [(item.id, TYPES[item.kind]) for item in fitting(exported(bank).items, name="gift")]
    assert [(each["id"], each["type"]) for each in understood(reader, bank)] == wanted
