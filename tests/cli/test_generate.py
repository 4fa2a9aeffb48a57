"""`quizapp generate` and `add`, with the real engine on an article of our own."""

import json
from pathlib import Path

import pytest

from articles.documents import pdf
from builders import TEXT
from commandline import Command
from quizapp.usecases.adding import FEW
from quizapp.usecases.library import Library, first_bank
from webserver import page, saying, serving

pytestmark = pytest.mark.model

ARTICLE = (
    TEXT
    + """
On Friday the historian Paula Reeve said that the bell had saved 40 boats. "It is the voice of the town," she said. The
council of Aldwick announced in March 2024 that it would spend 12,000 pounds on a new rope. The founder Thomas Vale of
Lindow made the bell from bronze. Reeve called the rope "older than the harbour itself".
"""
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article on disk."""
    path = tmp_path / "bell.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_one_article_is_one_object_with_items_that_prove_themselves(quizapp: Command, article: Path) -> None:
    """Every question's evidence is verbatim at its offsets, and the text is the article's own."""
    said = quizapp("generate", str(article), "--json")
    data = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert data["article"]["text"] == ARTICLE
    assert data["items"]
    for item in data["items"]:
        for quote in item["evidence"]:
            assert ARTICLE[quote["start"] : quote["end"]] == quote["quote"]


def test_the_same_article_gives_the_same_bytes(quizapp: Command, article: Path) -> None:
    """Generation has no luck and no clock."""
    assert quizapp("generate", str(article), "--json") == quizapp("generate", str(article), "--json")


def test_standard_input_is_an_article_too(quizapp: Command, article: Path) -> None:
    """A dash reads what is piped in and asks the same questions."""
    piped = json.loads(quizapp("generate", "-", "--json", stdin=article.read_bytes()).out)
    filed = json.loads(quizapp("generate", str(article), "--json").out)
    assert [item["stem"] for item in piped["items"]] == [item["stem"] for item in filed["items"]]


def test_a_web_address_is_an_article_too(quizapp: Command, article: Path) -> None:
    """The page is fetched where that is allowed, and what was fetched is told apart from the data."""
    with serving({"/bell": saying(page(article.read_bytes(), Content_Type="text/plain; charset=utf-8"))}) as server:
        address = f"{server.address}/bell"
        said = quizapp("generate", address, "--json", "--allow-private")
        assert said.err.startswith(f"fetched {address} ")
        data = json.loads(said.out)
        assert data["article"]["source"] == address
        refused = quizapp("generate", address)
        assert (refused.code, refused.out) == (6, "")
        assert "--allow-private" in refused.err
        assert server.connections == 1
    assert data["items"]


def test_a_pdf_keeps_its_pages_all_the_way_into_the_bank(quizapp: Command, tmp_path: Path) -> None:
    """Evidence is verbatim at its offsets in the text as it was rebuilt, and said with its page."""
    paper, bank = tmp_path / "stink.pdf", tmp_path / "stink.yaml"
    paper.write_bytes(pdf(times=2))
    data = json.loads(quizapp("generate", str(paper), "--json").out)
    article = data["article"]
    assert (article["byline"], article["date"]) == ("Ann Lee", "2024-03-05")
    assert [part["name"] for part in article["parts"]] == ["page 1", "page 2"]
    for item in data["items"]:
        for quote in item["evidence"]:
            assert article["text"][quote["start"] : quote["end"]] == quote["quote"]
    assert "¶1, page 1" in quizapp("generate", str(paper)).out
    assert quizapp("generate", str(paper), "-o", str(bank)).code == 0
    assert "    - at: 0\n      name: page 1\n" in bank.read_text(encoding="utf-8")
    assert "¶1, page 1 asked" in quizapp("coverage", str(bank)).out


def test_a_bad_file_among_several_costs_only_itself(quizapp: Command, article: Path, tmp_path: Path) -> None:
    """Several articles give a list of those that could be read; the bad one is named, and the exit code is 3."""
    missing = tmp_path / "missing.txt"
    said = quizapp("generate", str(article), str(missing), str(article), "--json")
    assert said.code == 3
    assert len(json.loads(said.out)) == 2
    assert said.err.startswith(str(missing))
    assert said.err.count("\n") == 1


def test_a_limit_keeps_the_best(quizapp: Command, article: Path) -> None:
    """The limited list is the beginning of the whole one."""
    every = json.loads(quizapp("generate", str(article), "--json").out)["items"]
    assert json.loads(quizapp("generate", str(article), "--json", "--limit", "2").out)["items"] == every[:2]


def test_a_bank_file_is_written_and_nothing_else_is_touched(
    quizapp: Command, article: Path, tmp_path: Path, data_dir: Path
) -> None:
    """-o writes one file, which is a good bank; the library does not even come into being."""
    bank = tmp_path / "out" / "bell.yaml"
    bank.parent.mkdir()
    said = quizapp("generate", str(article), "-o", str(bank))
    assert (said.code, said.out) == (0, "")
    assert quizapp("bank", "check", str(bank)).code == 0
    assert [path.name for path in bank.parent.iterdir()] == ["bell.yaml"]
    assert not data_dir.exists()


def test_an_article_gives_as_many_questions_as_was_chosen(
    quizapp: Command, tmp_path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The setting holds for every article; the option goes before it, and the best come first."""
    path = tmp_path / "stink.txt"
    path.write_text(first_bank().article.text, encoding="utf-8")
    library = Library(data_dir / "questions")
    every = library.bank(quizapp("add", str(path)).out.split(":")[0]).items
    monkeypatch.setenv("QUIZAPP_ADD_AMOUNT", "few")
    few = library.bank(quizapp("add", str(path)).out.split(":")[0]).items
    assert len(every) > len(few) == FEW
    assert few == every[:FEW]
    assert library.bank(quizapp("add", str(path), "--amount", "all").out.split(":")[0]).items == every


def test_an_article_that_was_added_is_listed_and_asked(quizapp: Command, article: Path, data_dir: Path) -> None:
    """add, list and study are one path; adding again replaces and does not double; of each fact one item is asked."""
    slug = quizapp("add", str(article)).out.split(":")[0]
    assert quizapp("add", str(article)).out.split(":")[0] == slug
    entries = json.loads(quizapp("list", "--json").out)
    (mine,) = [entry for entry in entries if entry["slug"] == slug]
    assert mine["items"] >= 3
    facts = {item.fact for item in Library(data_dir / "questions").bank(slug).items}
    assert f"Question 1 of {len(facts)}:" in quizapp("study", slug, "--plain", stdin=b"q\n").out
    assert f"Question 1 of {mine['items']}:" in quizapp("practise", slug, "--plain", stdin=b"q\n").out


def test_a_bank_can_be_added_and_removed(quizapp: Command, article: Path, tmp_path: Path) -> None:
    """A bank file goes into the library and out of it by its slug; the file itself stays."""
    bank = tmp_path / "rope.yaml"
    quizapp("generate", str(article), "-o", str(bank))
    slug = quizapp("add", str(bank)).out.split(":")[0]
    assert slug in quizapp("list").out
    assert quizapp("remove", slug).code == 0
    assert slug not in quizapp("list").out
    assert bank.exists()


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (b"", "readable text"),
        (b" \n\t\n ", "readable text"),
        (b"\x00\x01\x02\xff\xfe" * 500, "text"),
        (b"caf\xe9 " * 300, "--encoding"),
        ("Der Hafen ist alt und die Glocke hängt dort seit vielen Jahren. ".encode() * 20, "English"),
    ],
    ids=["empty", "blank", "binary", "latin-1", "german"],
)
def test_an_article_that_cannot_be_asked_about_is_one_line_and_3(
    content: bytes, hint: str, quizapp: Command, tmp_path: Path
) -> None:
    """Bad input is told in one line that says what to do, and never becomes an empty quiz."""
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    said = quizapp("generate", str(path))
    assert (said.code, said.out) == (3, "")
    assert hint in said.err
    assert said.err.count("\n") == 1


def test_an_article_of_50_mb_is_refused_by_its_size(quizapp: Command, tmp_path: Path) -> None:
    """A file that is far too large is not read to its end."""
    path = tmp_path / "huge.html"
    with path.open("wb") as stream:
        stream.truncate(50 * 2**20)
    said = quizapp("generate", str(path))
    assert said.code == 3
    assert "MiB" in said.err


def test_hostile_text_comes_out_letter_for_letter(quizapp: Command, tmp_path: Path) -> None:
    """Escapes and markup in an article reach neither terminal nor pipe as anything but letters."""
    hostile = ARTICLE.replace("Paula Reeve", "Paula [red]Reeve[/] \x1b[31m\x1b]0;t\x07\u202e\u200b")
    path = tmp_path / "hostile.txt"
    path.write_text(hostile, encoding="utf-8")
    for arguments in (["--rejects"], ["--json"]):
        said = quizapp("generate", str(path), *arguments)
        assert said.code == 0
        assert not {"\x1b", "\x07", "\u202e", "\u200b"} & set(said.both)
