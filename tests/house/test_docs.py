"""The pages say what the code does."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
GLOSSARY = HOUSE / "docs" / "glossary.md"
README = HOUSE / "README.md"


def test_the_command_line_page_is_what_the_commands_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """docs/cli.md is written by docs/write_cli.py, and by nobody else."""
    monkeypatch.setenv("COLUMNS", "100")
    page = runpy.run_path(str(HOUSE / "docs" / "write_cli.py"))["page"]()
    assert (HOUSE / "docs" / "cli.md").read_text(encoding="utf-8") == page


def test_the_page_of_formats_is_what_the_formats_go_by() -> None:
    """docs/formats.md is written by docs/write_formats.py, and by nobody else."""
    page = runpy.run_path(str(HOUSE / "docs" / "write_formats.py"))["page"]()
    assert (HOUSE / "docs" / "formats.md").read_text(encoding="utf-8") == page


@pytest.mark.parametrize(
    "page",
    ["README.md", "CONTRIBUTING.md", "AGENTS.md", *sorted(f"docs/{p.name}" for p in (HOUSE / "docs").glob("*.md"))],
)
def test_no_link_of_a_page_is_broken(page: str) -> None:
    """Every relative link leads to a file that is there."""
    path = HOUSE / page
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert not [link for link in links if not (path.parent / link).exists()]


def test_every_word_of_the_glossary_is_a_word_of_the_code() -> None:
    """A glossary that names what the code does not is about another program."""
    words = re.findall(r"\*\*([^*]+)\*\*", GLOSSARY.read_text(encoding="utf-8"))
    code = "\n".join(path.read_text(encoding="utf-8") for path in (HOUSE / "quizapp").rglob("*.py")).lower()
    assert words
    assert not [word for word in words if word.lower() not in code]


def test_every_room_is_on_the_plan() -> None:
    """docs/architecture.md knows each package of the house."""
    plan = (HOUSE / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = sorted(path.parent.name for path in (HOUSE / "quizapp").glob("*/__init__.py"))
    assert not [room for room in rooms if f"`{room}`" not in plan]


@pytest.mark.parametrize(
    ("lock", "groups"), [("requirements.lock", ()), ("requirements-dev.lock", ("dev",))], ids=["run", "work"]
)
def test_the_lock_files_pin_what_the_project_asks_for(lock: str, groups: tuple[str, ...]) -> None:
    """Every dependency is locked to one version with hashes, and one that is asked for exactly is locked so."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *(name for group in groups for name in project["dependency-groups"][group]),
    ]
    locked = dict(re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", (HOUSE / lock).read_text(encoding="utf-8"), re.MULTILINE))
    asked = {re.split(r"[<>=\[ ]", name)[0].lower().replace("_", "-"): name for name in wanted}
    assert not set(asked) - set(locked)
    assert all(f"=={locked[name]}" in line for name, line in asked.items() if "==" in line)
