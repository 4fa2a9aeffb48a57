"""An import of thousands of questions: in time, each id once, and a bank that can be read again."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import make_bank, make_item
from quizapp.bank.fitness import faults_of
from quizapp.bank.reader import read_bank
from quizapp.bank.writer import write_bank
from quizapp.formats.parcel import Imported, Taken
from quizapp.kit.errors import BankError, InputError
from quizapp.model.item import Bank, Item
from quizapp.usecases import importing
from quizapp.usecases.importing import Foreign, import_questions
from quizapp.usecases.library import load_bank


def foreign(*items: Imported) -> Foreign:
    return Foreign(path=Path("bells.csv"), form="csv", taken=Taken("Bells", items))


def short(stem: str, key: str, *, name: str = "") -> Imported:
    return Imported(kind="short", stem=stem, keys=(key,), id=name, line=1)


def test_how_far_it_is_is_told(tmp_path: Path) -> None:
    """A person who waits sees that something goes on."""
    told = list[tuple[int, int]]()
    many = [short(f"What is {number}?", f"thing {number}") for number in range(401)]
    import_questions([foreign(*many)], tmp_path / "b.yaml", progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 401), (200, 401), (400, 401)]


def test_an_id_that_many_questions_ask_for_is_given_once(tmp_path: Path) -> None:
    """Numbers follow; the same question finds its own number again, whatever other ids look like numbered ones."""
    target = tmp_path / "b.yaml"
    asked = [short(f"What is {number}?", "x", name="bell") for number in range(4)]
    taken = short("What else?", "y", name="bell-3")
    import_questions([foreign(taken, *asked)], target)
    names = [item.id for item in load_bank(target).items]
    assert names == ["bell-3", "bell", "bell-2", "bell-4", "bell-5"]
    again = import_questions([foreign(*reversed(asked), taken)], target)
    assert (again.added, again.known) == (0, 5)


def test_a_bank_that_could_not_be_read_again_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there stays as it is."""
    target = tmp_path / "b.yaml"
    import_questions([foreign(short("Who?", "Holt"))], target)
    before = target.read_bytes()
    monkeypatch.setattr(importing, "LARGEST_BANK", 10)
    monkeypatch.setattr("quizapp.bank.decoding.LARGEST", 10)
    with pytest.raises(InputError, match=r"larger than|more than one bank"):
        import_questions([foreign(short("What?", "fog"))], target)
    assert target.read_bytes() == before


def test_a_bank_about_an_article_says_from_what_its_questions_were_imported(tmp_path: Path) -> None:
    """Each file once, after where the article is from; what is not new changes nothing."""
    target, article = tmp_path / "b.yaml", make_bank().article
    asked = short("Which town hung a bell above its harbour in 1874?", "Aldwick")
    import_questions([foreign(asked)], target, article=article)
    source = f"{article.source}; questions imported from bells.csv"
    assert load_bank(target).article.source == source
    before = target.read_bytes()
    import_questions([foreign(asked)], target, article=article)
    assert target.read_bytes() == before
    other = replace(foreign(replace(asked, stem="Which town hung the bell in 1874?")), path=Path("more.csv"))
    import_questions([other, foreign()], target)
    assert load_bank(target).article.source == f"{source}, more.csv"


BAD: tuple[Item, ...] = (
    make_item("choice", distractors=()),
    make_item("short", key="\u200b"),
    make_item("short", stem="a \ud800 b"),
    make_item("numeric", value="1e5"),
)


@pytest.mark.parametrize("item", [*make_bank().items, *BAD])
def test_what_the_reader_refuses_is_known_without_a_file(item: Item) -> None:
    """The same findings, in the same order."""
    bank = make_bank(items=(item,))
    assert faults_of(bank) == refusals_of(bank)


def refusals_of(bank: Bank) -> tuple[str, ...]:
    try:
        read_bank(write_bank(bank), file="x")
    except BankError as error:
        return tuple(dict.fromkeys(finding.what for finding in error.findings))
    except InputError:
        return ("a text holds half of a letter, which no file can hold",)
    return ()
