import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from quizapp.bank.reader import read_bank
from quizapp.bank.shipped import shipped_bytes, shipped_path, shipped_slugs

CHECKOUT = Path(__file__).parents[2]
SLUGS = sorted(path.stem for path in (CHECKOUT / "questions").glob("*.yaml"))

ASK = """
import json, quizapp
from quizapp.bank.shipped import schema_bytes, shipped_bytes, shipped_slugs
print(json.dumps({
    "from": quizapp.__file__,
    "schema": len(schema_bytes()),
    "banks": {slug: shipped_bytes(slug).decode() for slug in shipped_slugs()},
}))
"""


def test_a_checkout_ships_its_questions_folder() -> None:
    """In an editable install the banks are those of the checkout."""
    assert list(shipped_slugs()) == SLUGS
    assert SLUGS
    assert all(shipped_path(slug) == CHECKOUT / "questions" / f"{slug}.yaml" for slug in SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_shipped_bank_can_be_read(slug: str) -> None:
    """No bundled bank has a finding."""
    bank = read_bank(shipped_bytes(slug), file=f"questions/{slug}.yaml")
    assert bank.items
    assert bank.article.id == slug


@pytest.mark.parametrize("slug", ["../pyproject", "nothing", "", ".", "quizapp-bank.schema"])
def test_a_slug_is_never_a_path(slug: str) -> None:
    """Only what is bundled can be asked for."""
    with pytest.raises(KeyError):
        shipped_bytes(slug)


@pytest.mark.slow
@pytest.mark.parametrize("zipped", [True, False])
def test_a_wheel_brings_the_banks_along(zipped: bool, tmp_path: Path) -> None:
    """An installed quizapp needs no checkout, be it unpacked or imported from the archive itself."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=CHECKOUT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    place = wheel if zipped else tmp_path / "site"
    if not zipped:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(place)
    asked = subprocess.run(
        [sys.executable, "-P", "-c", ASK],
        cwd=tmp_path, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(place)},
    )  # fmt: skip
    answer = json.loads(asked.stdout)
    assert answer["from"].startswith(str(place))
    assert answer["schema"]
    assert answer["banks"] == {slug: shipped_bytes(slug).decode() for slug in SLUGS}
