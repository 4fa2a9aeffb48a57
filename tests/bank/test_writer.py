from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings

from bank.samples import ARTICLE, SAMPLE, any_text, banks, evidence
from quizapp.bank.reader import read_bank
from quizapp.bank.writer import write_bank
from quizapp.kit.errors import InputError
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence
from quizapp.model.item import Bank, TrueFalseItem

GOLDEN = Path(__file__).parent / "golden"


@settings(max_examples=120, deadline=None)
@given(banks())
@example(SAMPLE)
def test_reading_what_was_written_gives_the_same_bank(bank: Bank) -> None:
    """read(write(b)) == b for every text there is, and writing again gives the same bytes."""
    data = write_bank(bank)
    again = read_bank(data, file="b.yaml")
    assert again == bank
    assert again.article.sha256 == bank.article.sha256
    assert write_bank(again) == data


@settings(max_examples=300, deadline=None)
@given(any_text, any_text)
def test_any_yaml_parser_reads_the_same_texts(title: str, text: str) -> None:
    """What is written is plain YAML 1.1: a stock loader, in C or in Python, sees the same texts, and only text."""
    data = write_bank(Bank(article=Article(id="a", title=title, source="NO", text=text), items=()))
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        article = yaml.load(data, Loader=loader)["article"]  # noqa: S506  both are safe loaders
        assert (article["title"], article["text"], article["source"]) == (title, text, "NO")


@settings(max_examples=300, deadline=None)
@given(any_text)
def test_the_file_holds_nothing_that_hides(text: str) -> None:
    """No control, bidi or invisible character stands in the file as such: what a person sees is what it says."""
    written = write_bank(Bank(article=Article(id="a", title="t", source="s", text=text), items=())).decode()
    assert not set(written) & set("\x07\x1b\x7f\x85\x9b\u200b\u200e\u2028\u2029\u202e\u2066\ufeff\t\r")


def test_the_bytes_are_the_golden_ones() -> None:
    """A change of format is seen in review, byte for byte."""
    assert write_bank(SAMPLE).decode() == (GOLDEN / "lighthouse.yaml").read_bytes().decode()


def test_a_hostile_article_is_written_line_by_line() -> None:
    """Escapes do not cost the reader of a diff the lines of the text."""
    text = 'A "title"\n\nIt was \u202enot so.  \n\tTabbed\x1b[31m and\r\nmore words here.\n\n'
    article = Article(id="hostile", title='A "title"', source="x", text=text)
    bank = Bank(article=article, items=())
    assert write_bank(bank).decode() == (GOLDEN / "hostile.yaml").read_bytes().decode()
    assert read_bank(write_bank(bank), file="x") == bank


def test_the_start_is_written_only_where_the_quote_is_ambiguous() -> None:
    """Mending the text elsewhere must not move the offsets of quotes that find themselves."""
    at = ARTICLE.text.index("last keeper", 20)
    twice = Evidence.of(ARTICLE, Span(at, at + len("last keeper")))
    item = TrueFalseItem(id="a", fact="a", stem="So.", key=True, evidence=(twice, evidence("Fennick Point")))
    data = write_bank(Bank(article=ARTICLE, items=(item,))).decode()
    assert f"- quote: last keeper\n        start: {at}\n" in data
    assert data.count("start:") == 1


def test_half_a_surrogate_pair_is_refused() -> None:
    """No file can hold it, so nothing is written."""
    article = Article(id="a", title="t", source="s", text="bad \ud800 text")
    with pytest.raises(InputError, match="surrogate"):
        write_bank(Bank(article=article, items=()))
