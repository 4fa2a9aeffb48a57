"""`quizapp export` and `quizapp import`: banks out of and into other people's formats."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from articles.documents import epub
from builders import GATHERED, KINDS, TEXT, make_bank, make_item
from commandline import Command
from formats.archives import zip_of
from quizapp.model.item import Bank, Status
from quizapp.usecases.exchange import FORMAT_NAMES, export_bank
from quizapp.usecases.library import load_bank, write_bank_file


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank file with every kind of question, one of them dropped."""
    path = tmp_path / "bell.yaml"
    items = tuple(make_item(kind) for kind in (*KINDS, *GATHERED))
    dropped = replace(make_item("short", id="gone"), status=Status.DROPPED)
    write_bank_file(make_bank(items=(*items, dropped)), path)
    return path


def test_a_bank_is_written_with_every_loss_named(quizapp: Command, bank: Path, tmp_path: Path) -> None:
    """The file is data for others; what it lacks is told on standard error."""
    out = tmp_path / "bell.gift"
    said = quizapp("export", str(bank), "--to", "gift", "-o", str(out), "--verify")
    assert (said.code, said.out) == (0, f"{out}: 8 questions as gift\n{out}: read back, whole\n")
    assert "numeric-1: loses the unit and how exact the number is" in said.err
    assert "1 question that somebody dropped" in said.err
    assert "gone" not in out.read_text()


def test_a_file_that_is_there_is_not_replaced_unasked(quizapp: Command, bank: Path, tmp_path: Path) -> None:
    """Nor is a folder written to, or a format guessed."""
    out = tmp_path / "bell.csv"
    out.write_text("mine")
    said = quizapp("export", str(bank), "--to", "csv", "-o", str(out))
    assert (said.code, out.read_text()) == (5, "mine")
    assert "--force" in said.err
    assert quizapp("export", str(bank), "--to", "csv", "-o", str(out), "--force").code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert quizapp("export", str(bank), "--to", "csv", "-o", str(tmp_path)).code == 3
    wrong = quizapp("export", str(bank), "--to", "papyrus", "-o", str(out))
    assert wrong.code == 2
    assert "gift" in wrong.err


def test_only_a_file_is_ever_replaced(quizapp: Command, bank: Path, tmp_path: Path) -> None:
    """Devices and pipes stay what they are, whoever asks, and a folder that is not there is not made."""
    pipe, link = tmp_path / "pipe.csv", tmp_path / "link.csv"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for odd in (pipe, link):
        said = quizapp("export", str(bank), "--to", "csv", "-o", str(odd), "--force")
        assert (said.code, said.out) == (5, "")
        assert "no file" in said.err
    assert pipe.is_fifo()
    said = quizapp("export", str(bank), "--to", "csv", "-o", str(tmp_path / "nosuch" / "dir" / "x.csv"))
    assert (said.code, said.out) == (5, "")
    assert "no such folder" in said.err
    assert not (tmp_path / "nosuch").exists()


def test_a_format_of_text_goes_to_standard_output(
    quizapp: Command, bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The very text of the file on standard output, everything else on standard error; what is no text is refused."""
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "bell.gift"
    quizapp("export", str(bank), "--to", "gift", "-o", str(out))
    said = quizapp("export", str(bank), "--to", "gift", "-o", "-", "--verify")
    assert (said.code, said.out) == (0, out.read_text(encoding="utf-8"))
    assert "8 questions as gift" in said.err
    assert "read back, whole" in said.err
    for name in ("anki", "xlsx", "kahoot", "qti12", "qti21", "worksheet-pdf"):
        refused = quizapp("export", str(bank), "--to", name, "-o", "-")
        assert (refused.code, refused.out) == (2, "")
        assert f"{name} is no text" in refused.err
    assert not Path("-").exists()


def test_what_a_terminal_would_obey_is_not_printed(quizapp: Command, tmp_path: Path) -> None:
    """A text with an escape sequence goes to a file or nowhere."""
    path = tmp_path / "odd.yaml"
    write_bank_file(make_bank(items=(make_item("short", stem="Which \x1b]0;town\x07 hung the bell?"),)), path)
    said = quizapp("export", str(path), "--to", "gift", "-o", "-")
    assert (said.code, said.out) == (3, "")
    assert "\x1b" not in said.err
    assert "name a file" in said.err


def test_how_many_questions_were_written_of_how_many_is_said(quizapp: Command, bank: Path, tmp_path: Path) -> None:
    """Those that a format has no place for are not counted as written; where none has one nothing is written."""
    out = tmp_path / "bell.txt"
    assert quizapp("export", str(bank), "--to", "aiken", "-o", str(out)).out == f"{out}: 2 of 8 questions as aiken\n"
    assert out.read_text(encoding="utf-8").count("ANSWER:") == 2
    twins = tmp_path / "twins.yaml"
    write_bank_file(make_bank(items=(make_item("choice", fact="a"), make_item("short", fact="a"))), twins)
    sheet = tmp_path / "sheet.html"
    said = quizapp("export", str(twins), "--to", "worksheet-html", "-o", str(sheet))
    assert said.out == f"{sheet}: 1 of 2 questions as worksheet-html\n"
    typed, none = tmp_path / "typed.yaml", tmp_path / "none.txt"
    write_bank_file(make_bank(items=(make_item("short"),)), typed)
    said = quizapp("export", str(typed), "--to", "aiken", "-o", str(none))
    assert (said.code, said.out, none.exists()) == (3, "", False)


def test_a_paper_that_no_sheet_would_have_is_refused(quizapp: Command, bank: Path, tmp_path: Path) -> None:
    """Also the usual one: whoever names it means a worksheet."""
    said = quizapp("export", str(bank), "--to", "csv", "-o", str(tmp_path / "x.csv"), "--paper", "a4")
    assert (said.code, "worksheets" in said.err) == (2, True)


def test_a_bank_of_the_library_is_named_by_its_slug(quizapp: Command, tmp_path: Path) -> None:
    """The bundled ones, too."""
    out = tmp_path / "stink.tsv"
    assert quizapp("export", "great-stink-1858", "--to", "tsv", "-o", str(out), "--verify").code == 0


FOREIGN = """$CATEGORY: Bells

::weight:: How heavy is the bell? {#500}

Which town hung a bell above its harbour in 1874? {
=Aldwick ~Lindow#Lindow cast it. ~Fennick####The town of Aldwick hung it.}

Who rings it in winter? {=Nobody ~The mayor}

Is it rung? {
"""


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A file of questions as somebody else has written it."""
    path = tmp_path / "bells.gift"
    path.write_text(FOREIGN, encoding="utf-8")
    return path


def test_other_peoples_questions_become_a_bank(quizapp: Command, foreign: Path, tmp_path: Path) -> None:
    """What could not be taken is named by its line; what has no source says so; the bank is one."""
    out = tmp_path / "bells.yaml"
    said = quizapp("import", str(foreign), "-o", str(out))
    assert (said.code, said.out) == (0, f"{out}: 2 questions from gift, 2 left out\n")
    assert f"{foreign}:8: " in said.err
    assert f"{foreign}:10: the braces" in said.err
    assert "1 question: the file shows no sentence" in said.err
    bank = load_bank(out)
    assert (bank.article.title, bank.article.source) == ("Bells", "imported from bells.gift")
    assert [item.id for item in bank.items] == ["weight", "which-town-hung-a-bell-above-its-harbour-in-1874"]
    assert [item.evidence[0].quote for item in bank.items] == [
        "How heavy is the bell? 500",
        "The town of Aldwick hung it.",
    ]


def test_importing_again_changes_nothing(quizapp: Command, foreign: Path, tmp_path: Path) -> None:
    """Not a byte; and what a person has mended stays mended."""
    out = tmp_path / "bells.yaml"
    quizapp("import", str(foreign), "-o", str(out))
    before = out.read_bytes()
    said = quizapp("import", str(foreign), str(foreign), "-o", str(out))
    assert said.out == f"{out}: 0 questions from gift, 4 there already, 4 left out\n"
    assert out.read_bytes() == before
    foreign.write_text("Who paid? {=The council}\n\nWhich town hung a bell above its harbour in 1874? {=Lindow}")
    assert "2 questions" in quizapp("import", str(foreign), "-o", str(out)).out
    assert [item.id for item in load_bank(out).items[2:]] == [
        "who-paid",
        "which-town-hung-a-bell-above-its-harbour-in-1874-2",
    ]
    assert load_bank(out).items[:2] == load_bank_of(before, tmp_path).items


def load_bank_of(data: bytes, folder: Path) -> Bank:
    path = folder / "before.yaml"
    path.write_bytes(data)
    return load_bank(path)


def test_an_article_gives_each_question_its_sentence(quizapp: Command, foreign: Path, tmp_path: Path) -> None:
    """What is not surely answered there is left out."""
    article, out = tmp_path / "bell.txt", tmp_path / "bells.yaml"
    article.write_text(TEXT, encoding="utf-8")
    said = quizapp("import", str(foreign), "-o", str(out), "--article", str(article))
    assert said.code == 0
    bank = load_bank(out)
    quotes = [item.evidence[0].quote for item in bank.items]
    assert quotes == ["The town of Aldwick hung a bell above its harbour in 1874."]
    assert "no sentence of the article" in said.err
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("Aldwick", "Lindow"), encoding="utf-8")
    assert quizapp("import", str(foreign), "-o", str(out), "--article", str(other)).code == 3


def test_an_article_may_be_a_chapter_of_a_book(quizapp: Command, foreign: Path, tmp_path: Path) -> None:
    """Nothing of the other chapters speaks for a question."""
    book, out = tmp_path / "book.epub", tmp_path / "b.yaml"
    bells = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT.split("\n\n"))
    book.write_bytes(epub({"Rivers": "<p>A river runs through the town.</p>" * 30, "Bells": bells}))
    options = ("--article", str(book), "-o", str(out))
    assert quizapp("import", str(foreign), *options, "--chapter", "1").code == 3
    assert quizapp("import", str(foreign), *options, "--chapter", "2").code == 0
    assert load_bank(out).article.title.endswith(": Bells")
    for chapter, named in (("0", options), ("2", ("-o", str(out)))):
        said = quizapp("import", str(foreign), *named, "--chapter", chapter)
        assert (said.code, "--chapter is" in said.err) == (2, True)


def test_a_bank_that_went_out_comes_back(quizapp: Command, bank: Path, tmp_path: Path) -> None:
    """With its article every question finds its own sentence again."""
    article, out, back = tmp_path / "bell.txt", tmp_path / "bell.csv", tmp_path / "back.yaml"
    article.write_text(TEXT, encoding="utf-8")
    assert quizapp("export", str(bank), "--to", "csv", "-o", str(out)).code == 0
    assert quizapp("import", str(out), "-o", str(back), "--article", str(article)).code == 0
    ours, theirs = load_bank(bank), load_bank(back)
    assert [(item.id, item.stem, item.evidence[0].quote) for item in theirs.items] == [
        (item.id, item.stem, item.evidence[0].quote) for item in ours.items[:-1]
    ]


def test_an_article_may_be_an_address(quizapp: Command, foreign: Path, tmp_path: Path) -> None:
    """It is fetched as everywhere, or refused as everywhere, and never taken for a file."""
    said = quizapp("import", str(foreign), "-o", str(tmp_path / "b.yaml"), "--article", "http://127.0.0.1:9/bell")
    assert said.code == 6
    assert "http://127.0.0.1:9/bell" in said.err
    assert "no such file" not in said.err


def test_a_bank_that_is_written_by_hand_is_imported(quizapp: Command, bank: Path, tmp_path: Path) -> None:
    """With its article and its ids; twice changes nothing."""
    out = tmp_path / "other.yaml"
    said = quizapp("import", str(bank), "-o", str(out))
    assert (said.code, said.out) == (0, f"{out}: 9 questions from bank\n")
    assert [replace(item, origin="") for item in load_bank(out).items] == [*load_bank(bank).items]
    before = out.read_bytes()
    assert quizapp("import", str(bank), "-o", str(out)).out == f"{out}: 0 questions from bank, 9 there already\n"
    assert out.read_bytes() == before


def test_what_is_left_out_or_lost_is_told_in_the_order_of_the_lines(quizapp: Command, tmp_path: Path) -> None:
    """What was refused at once and what the bank refuses stand together; a loss is told once for all its questions."""
    path, out = tmp_path / "bells.csv", tmp_path / "b.yaml"
    path.write_text("question,answer,wrong1,topic\nWho?,Holt,Vale,x\n,fog,,\nWhen?,1874,,x\nWhat?,,,\n")
    said = quizapp("import", str(path), "-o", str(out))
    told = [line.removeprefix(f"{path}:").split(":")[0] for line in said.err.splitlines() if line.startswith(str(path))]
    assert told == ["2", "3", "5", "1"]
    assert f"{path}:1: the column “topic” is not taken" in said.err
    path.write_text("question,answer\n,fog\n")
    none = quizapp("import", str(path), "-o", str(tmp_path / "none.yaml"))
    assert (none.code, f"{path}:2: the question is empty" in none.err) == (3, True)


def test_each_kind_of_loss_is_told_once_with_its_lines(quizapp: Command, tmp_path: Path) -> None:
    """A few lines by their numbers, the rest by how many they are."""
    cards = tmp_path / "cards.md"
    cards.write_text("".join(f"What is {each}? ![[a.png]]::A {each}\n" for each in "abcdefghijklmnopqrstuvw"))
    told = quizapp("import", str(cards), "-o", str(tmp_path / "few.yaml")).err
    lines = ", ".join(map(str, range(2, 22)))
    assert f"{cards}:1, also {lines} and 2 more: a picture is not taken" in told


def test_an_archive_of_which_no_format_can_be_told_is_refused_for_what_is_wrong_with_it(
    quizapp: Command, tmp_path: Path
) -> None:
    """Too many entries, or not whole; that it is of no format is then no reason."""
    many, torn = tmp_path / "many.zip", tmp_path / "torn.zip"
    many.write_bytes(zip_of({"imsmanifest.xml": b"imsqti_xmlv2p1", **{f"{number}": b"" for number in range(10_001)}}))
    torn.write_bytes(many.read_bytes()[:200])
    out = str(tmp_path / "b.yaml")
    said = quizapp("import", str(many), "-o", out)
    assert (said.code, said.err) == (
        3, f"{many}: this archive has more than 10,000 entries; export fewer questions at a time\n"
    )  # fmt: skip
    assert "damaged one; export it again" in quizapp("import", str(torn), "-o", out).err


def test_a_file_of_no_format_is_refused(quizapp: Command, tmp_path: Path) -> None:
    """With the formats that there are; a wrong name of one, or of the bank, is a slip of usage."""
    letter, out = tmp_path / "letter.txt", str(tmp_path / "bank.yaml")
    letter.write_text("Dear all,\n")
    said = quizapp("import", str(letter), "-o", out)
    assert (said.code, "gift" in said.err) == (3, True)
    assert quizapp("import", str(letter), "-o", out, "--from", "papyrus").code == 2
    assert quizapp("import", str(letter), "-o", str(letter)).code == 2
    assert quizapp("import", str(letter), "-o", out, "--from", "gift").code == 3
    assert not Path(out).exists()


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_every_format_is_written_and_read_back_where_it_can_be(
    quizapp: Command, bank: Path, tmp_path: Path, name: str
) -> None:
    """Whole, and known again without being named; a worksheet is read by its text."""
    out, back = tmp_path / f"bell.{name}", tmp_path / "back.yaml"
    said = quizapp("export", str(bank), "--to", name, "-o", str(out), "--verify")
    assert said.code == 0
    assert said.out.endswith("whole\n")
    if name.startswith("worksheet"):
        return
    assert f"from {name}" in quizapp("import", str(out), "-o", str(back)).out
    assert load_bank(back).items


def test_a_worksheet_has_a_paper_and_versions(quizapp: Command, bank: Path, tmp_path: Path) -> None:
    """Each version has its options in another order; what is no sheet has neither."""
    sheets = []
    for number, version in enumerate("ABC"):
        out = tmp_path / f"{number}.html"
        options = ("--paper", "letter", "--version", version)
        assert quizapp("export", str(bank), "--to", "worksheet-html", "-o", str(out), "--verify", *options).code == 0
        sheets.append(out.read_text(encoding="utf-8"))
    assert len(set(sheets)) == len(sheets)
    assert all("letter" in sheet for sheet in sheets)
    assert quizapp("export", str(bank), "--to", "gift", "-o", str(tmp_path / "x.gift"), "--version", "B").code == 2


def test_ankis_notes_are_dated_so_that_it_takes_their_changes(quizapp: Command, bank: Path, tmp_path: Path) -> None:
    """Anki's import takes only what is newer than what it has; a day later the same bank is another package."""
    packages = []
    for day in (1, 2):
        out = tmp_path / f"{day}.apkg"
        now = datetime(2026, 11, day, 12, tzinfo=UTC)
        export_bank(load_bank(bank), out, name="anki", now=now)
        packages.append(out.read_bytes())
    assert packages[0] != packages[1]
    assert quizapp("export", str(bank), "--to", "anki", "-o", str(tmp_path / "now.apkg")).code == 0
    assert (tmp_path / "now.apkg").read_bytes() not in packages


PICTURED = """<presentation><material><mattext texttype="text/html">Who {0}? &lt;img src="x"&gt;</mattext></material>\
<response_str ident="r"><render_fib/></response_str></presentation><resprocessing><respcondition><conditionvar>\
<varequal respident="r">Holt {0}</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing>"""


@pytest.mark.parametrize(
    ("body", "in_file", "in_package"),
    [
        ("<presentation/>", ("{0}:3: “a”", "{0}:5: “b”"), ("{0}, item 1: “a”", "{0}, item 2: “b”")),
        (PICTURED, ("{0}:3, also 5: a picture",), ("{0}, item 1, also 2: a picture",)),
    ],
    ids=["refused", "lost"],
)
def test_what_is_wrong_in_qti_is_told_with_its_line_or_as_an_item(
    quizapp: Command, tmp_path: Path, body: str, in_file: tuple[str, ...], in_package: tuple[str, ...]
) -> None:
    """A number behind a file's name is a line, and a package has none."""
    items = "".join(f'<item ident="{name}" title="{name}">\n{body.format(name)}</item>\n' for name in "ab")
    quiz = f"<questestinterop>\n\n{items}</questestinterop>".encode()
    for name, content, places in (("m.xml", quiz, in_file), ("m.zip", zip_of({"m.xml": quiz}), in_package)):
        path = tmp_path / name
        path.write_bytes(content)
        told = quizapp("import", str(path), "--from", "qti12", "-o", str(tmp_path / f"{name}.yaml")).err
        assert [place.format(path) in told for place in places] == [True] * len(places)
