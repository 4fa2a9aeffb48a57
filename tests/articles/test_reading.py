import io
import random
import sys
from pathlib import Path

import pytest

from quizapp.articles import pasted_article, read_article
from quizapp.articles.reading import LARGEST, LONGEST
from quizapp.kit.errors import DiskError, InputError, QuizappError, UsageError
from quizapp.model.article import Article

from .documents import epub

PROSE = (
    "The men who kept the lighthouse at Fennick Point left it in 1989. Nobody has lived there since, and the machine "
    "that replaced them is serviced once a year by a company from the mainland."
)
TITLED = f"The last keepers\n\n{PROSE}\n"


@pytest.fixture
def write(tmp_path: Path):  # a function from name and content to a path
    """Write a file and return where it is."""

    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def refusal(path: Path, **options: str) -> str:
    """Why an article is refused."""
    with pytest.raises(InputError) as caught:
        read_article(path, **options)
    assert caught.value.exit_code == 3
    return str(caught.value)


def from_stdin(data: bytes) -> Article:
    """The article that standard input holds."""
    return read_article(None, stdin=io.BytesIO(data))


def test_a_text_is_kept_as_it_is(write) -> None:
    """The text is the file's, code point for code point; title, id and source follow from it."""
    article = read_article(write("keepers.txt", TITLED))
    assert article.text == TITLED
    assert (article.title, article.id) == ("The last keepers", "the-last-keepers")
    assert (article.source, article.language) == ("keepers.txt", "en")
    assert len(article.paragraphs) == 1


def test_hostile_characters_stay_in_the_text(write) -> None:
    """Escapes, bidi marks and hidden characters are shown later, not lost here; offsets count them."""
    text = TITLED + "\n[USD] [/] [@click=app.quit]x[/] \x1b]0;t\x07 \u202eabc\u202c a\u200bb \x85 \u2028 end\n"
    assert read_article(write("a.txt", text)).text == text


def test_line_ends_become_line_feeds(write) -> None:
    """CR LF and CR are line ends; a byte order mark is no text."""
    data = b"\xef\xbb\xbf" + TITLED.replace("\n", "\r\n").encode()
    assert read_article(write("a.txt", data)).text == TITLED
    assert read_article(write("b.txt", TITLED.replace("\n", "\r"))).text == TITLED


def test_the_same_file_gives_the_same_article_wherever_it_is(write, tmp_path: Path, monkeypatch) -> None:
    """The source is the name of the file, so that no one's folders get into a bank."""
    path = write("a.txt", TITLED)
    monkeypatch.chdir(tmp_path)
    assert read_article(Path("a.txt")) == read_article(path)


def test_standard_input_is_read() -> None:
    """A text or a page may be piped in."""
    assert from_stdin(TITLED.encode()).text == TITLED
    assert from_stdin(TITLED.encode()).source == "standard input"
    page = f"\n<!-- saved -->\n<!DOCTYPE HTML><html><body><article><p>{PROSE}</p></article></body></html>"
    assert from_stdin(page.encode()).text == PROSE


NAMELESS = {
    "standard input": lambda text: from_stdin(text.encode()),
    "pasted text": pasted_article,
}


@pytest.mark.parametrize("way", NAMELESS.values(), ids=NAMELESS)
@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: The last keepers\nauthor: Jo Bell\ndate: 2019-05-14\n---\n\n",
        "# The last keepers\n\nBy Jo Bell\n\n2019-05-14\n\n",
    ],
)
def test_text_without_a_name_may_be_markdown(way, head: str) -> None:
    """Front matter or a heading line say so; a link does, too."""
    article = way(f"{head}{PROSE}\n\n## A _part_\n\nMore [here](https://example.org/).\n")
    assert (article.title, article.byline, article.date) == ("The last keepers", "Jo Bell", "2019-05-14")
    assert article.text.endswith(f"{PROSE}\n\nA part\n\nMore here.")
    assert way(f"{PROSE}\n\nMore [here](https://example.org/).\n").text.endswith("More here.")


@pytest.mark.parametrize("way", NAMELESS.values(), ids=NAMELESS)
@pytest.mark.parametrize(
    "line",
    ["#metoo was a hashtag", "#1 of the list", "---", "a *star* and a `tick` and [a note]", "x # y", "---\nno: end"],
)
def test_other_text_without_a_name_stays_as_it_is(way, line: str) -> None:
    """Signs that plain text has, too, are no Markdown; nor is a text file of any content."""
    text = f"{line}\n\n{PROSE}\n"
    assert way(text).text == text


def test_a_text_file_is_no_markdown(write) -> None:
    """Its name says what it is."""
    text = f"# The last keepers\n\n{PROSE}\n"
    assert read_article(write("a.txt", text)).text == text


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
def test_a_page_is_a_page_whatever_its_name(write, name: str) -> None:
    """HTML in a .txt file is read as HTML."""
    page = f"<html><head><title>Keepers</title></head><body><article><p>{PROSE}</p></article></body></html>"
    assert read_article(write(name, page)).text == PROSE


def test_a_text_named_html_is_a_text(write) -> None:
    """A file without a single tag is no page."""
    assert read_article(write("a.html", TITLED)).text == TITLED


def test_a_text_that_mentions_a_tag_stays_a_text(write) -> None:
    """Only a file that begins like a page is one."""
    text = TITLED + "\nIn <html> a tag stands in angle brackets.\n"
    assert read_article(write("a.txt", text)).text == text


# A1


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "no readable text"),
        ("a.txt", b" \n\t\r\n", "no readable text"),
        ("a.txt", b"\xef\xbb\xbf", "no readable text"),
        ("a.txt", b"1871 12 -- 56 %\n" * 40, "no readable text"),
        ("a.txt", b"abc\0def" * 40, "no readable text: this is a binary file"),
        ("a.txt", b"%PDF-1.7\n" + b"x" * 400, "not what its name says, but a PDF document; name it .pdf"),
        ("a.pdf", b"%PDF-1.7\n\xe2\xe3", "this PDF is damaged"),
        ("a.pdf", TITLED.encode(), "not what its name says: no PDF document begins so"),
        ("a.zip", b"PK\x03\x04\x14\0", "looks like a ZIP archive or another Office document"),
        ("a.docx", b"PK\x03\x04\x14\0", "not what its name says: no Word document begins so"),
        ("a.md", b"\x89PNG\r\n\x1a\n\0", "looks like a PNG picture"),
        ("a.html", b"\x7fELF\2\1\1\0", "looks like a program"),
        ("a.html", b"<html></html>", "no readable text"),
        ("a.html", f"<html><body hidden><p>{PROSE}</p></body></html>".encode(), "no readable text"),
        ("a.html", f"<html hidden><body><p>{PROSE}</p></body></html>".encode(), "no readable text"),
        ("a.html", f"<body><div style='Display : NONE'><p>{PROSE * 9}</p></div></body>".encode(), "no readable text"),
        ("a.html", b"<script>" + PROSE.encode() + b"</script>", "no readable text"),
        ("a.md", b"```\n" + PROSE.encode() + b"\n```\n", "no readable text"),
        ("a.md", b"[" * 300 + b"a" + b"](" * 300, "no readable text"),
        ("a.txt", b"x -- [] {} () <> == ;; // " * 40, "no readable text"),
        ("a.txt", b"Too short to ask about.", "too short to ask about: 5 words, and 15 are needed"),
    ],
)  # fmt: skip
def test_nothing_to_read_is_never_an_empty_quiz(write, name: str, content: bytes, reason: str) -> None:
    """A1: empty, binary, hidden or tiny input is refused with what it looks like and what to do."""
    path = write(name, content)
    told = refusal(path)
    assert told.startswith(f"{path}: ")
    assert reason in told


def test_a_page_nested_too_deeply_is_refused(write) -> None:
    """A1: the parser gives up on 60,000 nested divs without a word; we do not, nor where it has read something."""
    page = "<div>" * 60_000 + PROSE + "</div>" * 60_000
    assert "too deeply nested" in refusal(write("a.html", page))
    assert "too deeply nested" in refusal(write("b.html", f"<html><body><p>{PROSE}</p>{page}</body></html>"))
    assert "too deeply nested" in refusal(write("a.epub", epub({"One": f"<p>{PROSE}</p>{page}"})))


# A2


@pytest.mark.parametrize(
    ("content", "at", "hint"),
    [
        ("One\nthe café".encode("latin-1"), ":2:8: byte 0xE9 is not UTF-8", "--encoding cp1252"),
        ("é\nthé café is\n".encode() + b"\xff", ":3:1: byte 0xFF", "--encoding"),
        (TITLED.encode("utf-16"), ":1:1: byte 0xFF", "--encoding utf-16"),
        (b"\xef\xbb\xbfab\xc3(", ":1:3: byte 0xC3", "convert the file to UTF-8"),
        (b"half a pair: \xed\xa0\x80", ":1:14: byte 0xED", "--encoding"),
    ],
)
def test_an_unknown_encoding_names_the_byte(write, content: bytes, at: str, hint: str) -> None:
    """A2: the first byte that is not UTF-8 is named with its line and column; nothing is guessed."""
    told = refusal(write("a.txt", content))
    assert at in told
    assert hint in told


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "UTF-8", "utf-16-le"])
def test_an_encoding_that_is_named_is_used(write, encoding: str) -> None:
    """What the person says is believed."""
    text = TITLED.replace("Point", "Pöint")
    assert read_article(write("a.txt", text.encode(encoding)), encoding=encoding).text == text


def test_an_encoding_that_does_not_fit_is_refused(write) -> None:
    """Naming an encoding does not switch the strictness off."""
    told = refusal(write("a.txt", "Café\n".encode("latin-1")), encoding="ascii")
    assert ":1:4: byte 0xE9 does not fit the encoding ascii" in told


@pytest.mark.parametrize("encoding", ["nonsense", "base64", "rot13", "punycode", "idna", "utf-7", "", "\0", "x" * 999])
def test_an_encoding_that_is_none_is_a_usage_error(write, encoding: str) -> None:
    """The command was wrong, not the file."""
    with pytest.raises(UsageError, match="there is no encoding"):
        read_article(write("a.txt", TITLED), encoding=encoding)


def test_an_encoding_does_not_make_a_binary_file_readable(write) -> None:
    """Zero bytes are no text in any encoding that fits; a codec's own complaint is passed on."""
    assert "is a binary file" in refusal(write("a.txt", b"abc\0def" * 40), encoding="latin-1")
    assert "does not fit the encoding utf-16" in refusal(write("a.txt", b"abc"), encoding="utf-16")


LATIN = f"<body><h1>Zoë’s café</h1><p>{PROSE} Zoë’s café is there.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.html", '<html><head><meta charset="iso-8859-1">'),
        ("a.htm", "<html><meta content='text/html; charset=windows-1252' http-equiv='Content-Type'>"),
        ("a.xhtml", '<?xml version="1.0" encoding="cp1252"?>\n<html>'),
        ("a.txt", "<!-- saved --><!DOCTYPE html><html><META CHARSET=windows-1252>"),
        ("-", "<html><meta charset=latin1>"),
    ],
)
def test_the_encoding_that_a_page_declares_is_believed(write, name: str, head: str) -> None:
    """In a file and on standard input as from a server; ISO 8859-1 means cp1252, as browsers take it."""
    data = (head + LATIN).encode("cp1252")
    article = from_stdin(data) if name == "-" else read_article(write(name, data))
    assert article.text.endswith("Zoë’s café is there.")


def test_what_is_no_page_declares_nothing(write) -> None:
    """A text that quotes a tag is a text."""
    told = refusal(write("a.txt", ("Of tags\n\n<meta charset=cp1252> is one, Zoë says.").encode("cp1252")))
    assert ":3:33: byte 0xEB is not UTF-8" in told


@pytest.mark.parametrize(
    ("said", "encoding"), [("nonsense", "utf-8"), ("utf-16", "utf-8"), ("base64", "utf-8"), ("cp1252", "utf-8-sig")]
)
def test_a_declaration_that_cannot_be_true_is_none(write, said: str, encoding: str) -> None:
    """Then the page is UTF-8, as it is where a byte order mark says so."""
    data = f"<html><meta charset={said}>{LATIN}".encode(encoding)
    assert read_article(write("a.html", data)).text.endswith("Zoë’s café is there.")


def test_a_declared_encoding_that_does_not_fit_names_the_byte(write) -> None:
    """Believing does not switch the strictness off; an encoding that a person names is believed more."""
    path = write("a.html", b"<html><meta charset=shift_jis><p>\xffa" + LATIN.encode("cp1252"))
    assert ":1:34: byte 0xFF does not fit the encoding shift_jis that this page says it has" in refusal(path)
    assert "Zoë" in read_article(path, encoding="cp1252").text


# A5 and the rest of the door


def test_a_large_file_is_refused_by_its_size(write) -> None:
    """Not one byte of 50 MB is parsed."""
    assert "larger than 20 MiB" in refusal(write("a.html", b"<p>" * (LARGEST // 3 + 1)))
    with pytest.raises(InputError, match="more than 20 MiB"):
        from_stdin(b"a" * (LARGEST + 1))


def test_a_text_of_several_books_is_refused_by_its_length(write) -> None:
    """What would take hours, and more memory than there is, is told at once."""
    text = TITLED * (LONGEST // len(TITLED) + 1)
    assert "more than 5 million characters; split it into parts, or" in refusal(write("a.txt", text))
    with pytest.raises(InputError, match="more than 5 million characters"):
        pasted_article(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Vertrag über zwölf U-Boote wurde am Mittwoch gekündigt, sagte der Minister. ", "German"),
        ("Le contrat pour la livraison de douze sous-marins a été annulé mercredi, a dit le ministre. ", "French"),
        ("他说这份合同价值五百六十亿欧元，澳大利亚政府星期三取消了它。", "Chinese"),
        ("Договор о поставке двенадцати подводных лодок был расторгнут в среду, сказал министр. ", "Russian"),
    ],
)
def test_an_article_in_another_language_is_refused(write, text: str, language: str) -> None:
    """Questions are English; what is surely another language is named."""
    told = refusal(write("a.txt", text * 12))
    assert f"this reads as {language}; questions are written about English articles only, for now" in told


def test_names_and_numbers_do_not_make_a_text_foreign(write) -> None:
    """In doubt an article is read: a list of foreign names is not a foreign language."""
    names = "Emmanuel Macron, Ursula von der Leyen, Olaf Scholz, Giuseppe Conte, Pedro Sánchez, Jean-Yves Le Drian. "
    assert read_article(write("a.txt", names * 4))
    assert read_article(write("b.txt", "AUKUS submarine deal 2021. " * 20))


def test_missing_files_and_folders_are_bad_input(tmp_path: Path) -> None:
    """The path is named as it was given."""
    assert refusal(tmp_path / "none.txt").endswith("none.txt: there is no such file; check the name")
    assert refusal(tmp_path).endswith("this is a folder; name a file in it")


def test_a_closed_standard_input_is_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process may be started without one."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="standard input: it is closed; name a file"):
        read_article(None)


def test_standard_input_that_cannot_be_read_is_a_disk_error() -> None:
    """A broken stream is not a broken article."""

    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(DiskError, match="Input/output error"):
        read_article(None, stdin=Broken())


def test_a_file_name_that_is_no_text_is_no_problem(tmp_path: Path) -> None:
    """Names of files are bytes; the source is text that can be written to a bank."""
    path = tmp_path / "caf\udce9.txt"
    path.write_text(TITLED)
    assert read_article(path).source == "caf?.txt"


def test_mangled_texts_are_read_or_refused() -> None:
    """F1: of 2,000 mangled texts each gives an article or an error of ours; nothing else ever comes out."""
    dice = random.Random(20261103)
    read = 0
    for _ in range(2_000):
        data = bytearray(TITLED.encode())
        for _ in range(dice.randint(1, 6)):
            at = dice.randrange(len(data))
            data[at : at + dice.choice([0, 1, 40])] = dice.choice([dice.randbytes(1), dice.randbytes(3), b"\n\n"])
        try:
            article = from_stdin(bytes(data))
        except QuizappError:
            continue
        read += 1
        assert article.title
        assert article.id
    assert 100 < read < 2_000
