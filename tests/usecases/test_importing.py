"""An import of thousands of questions: in time, each id once, and a bank that can be read again."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from bank.samples import SAMPLE
from builders import make_article, make_bank, make_item
from quizapp.bank.fitness import faults_of
from quizapp.bank.reader import read_bank
from quizapp.bank.writer import write_bank
from quizapp.formats.parcel import Imported, Taken
from quizapp.formats.table import FORMATS, exported
from quizapp.kit.errors import BankError, InputError, UsageError
from quizapp.model.article import Article
from quizapp.model.item import Bank, Item, Status
from quizapp.usecases import importing
from quizapp.usecases.foreign import Foreign, read_foreign
from quizapp.usecases.importing import import_questions
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


def bank_file(path: Path) -> Foreign:
    """A bank as somebody writes it by hand, with what no other format has."""
    items = (make_item("choice", score=0.9), make_item("short", id="gone", fact="f", status=Status.DROPPED))
    path.write_bytes(write_bank(make_bank(items=items)))
    return read_foreign(path)


def test_a_bank_is_imported_whole_and_its_ids_stay(tmp_path: Path) -> None:
    """Twice changes nothing; what a person mended there stays, and a question that is new comes along."""
    target, path = tmp_path / "b.yaml", tmp_path / "hand.yml"
    ours = bank_file(path).bank
    assert ours is not None
    assert import_questions([read_foreign(path)], target).added == 2
    assert [replace(item, origin="") for item in load_bank(target).items] == [*ours.items]
    assert load_bank(target).article.text == ours.article.text
    before = target.read_bytes()
    assert import_questions([read_foreign(path)], target).known == 2
    assert target.read_bytes() == before
    path.write_bytes(write_bank(replace(ours, items=(*ours.items, make_item("numeric", fact="weight")))))
    assert import_questions([read_foreign(path)], target).added == 1
    assert load_bank(target).items[2].fact == "weight"


PLACES = {
    "xlsx": r"row \d+",
    "kahoot": r"row \d+",
    "anki": r"note \d+",
    "qti12": "item q-[a-z-]+",
    "qti21": "item q-[a-z-]+",
}
"""How a question is found again in what has no lines."""


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.take is not None])
def test_what_is_imported_says_where_it_comes_from(form: str, tmp_path: Path) -> None:
    """The file's name, never its folder, and the place in it; in each format, and twice changes nothing."""
    path, target = tmp_path / f"of ours\x1b{FORMATS[form].suffixes[0]}", tmp_path / "b.yaml"
    path.write_bytes(FORMATS[form].pack(exported(SAMPLE)).content)
    assert import_questions([read_foreign(path, form=form)], target).added
    found = load_bank(target).items
    pattern = re.escape(f"of ours␛{path.suffix}, ") + f"(?:{PLACES.get(form, 'line [1-9][0-9]*')})"
    assert all(re.fullmatch(pattern, item.origin) for item in found)
    asked = {item.fact for item in SAMPLE.items} if form == "anki" else found  # siblings are cards of one note
    assert len({item.origin for item in found}) == len(asked)
    before = target.read_bytes()
    assert import_questions([read_foreign(path, form=form)], target).added == 0
    assert target.read_bytes() == before


def test_the_items_of_a_bank_say_that_they_come_from_it_or_from_where_it_had_them(tmp_path: Path) -> None:
    """Whether they begin a bank, join one about the same text, or one about another."""
    items = (make_item("choice"), make_item("short", origin="first.gift, line 3"))
    path = tmp_path / "hand.yaml"
    path.write_bytes(write_bank(make_bank(items=items)))
    said = ["hand.yaml, item choice-1", "first.gift, line 3"]
    begun, joined, apart = (tmp_path / f"{name}.yaml" for name in ("begun", "joined", "apart"))
    import_questions([read_foreign(path)], begun)
    import_questions([read_foreign(path)], joined, article=make_bank().article)
    import_questions([foreign(short("Who?", "Holt"))], apart)
    import_questions([read_foreign(path)], apart)
    assert [item.origin for item in load_bank(begun).items] == said
    assert [item.origin for item in load_bank(joined).items] == said
    assert [item.origin for item in load_bank(apart).items] == ["bells.csv, line 1", *said]


@pytest.mark.parametrize("article", [None, make_article()])
def test_a_file_whose_name_is_no_text_is_imported(article: Article | None, tmp_path: Path) -> None:
    """What no file can hold of its name is a question mark where the bank says where its questions come from."""
    path = Path(os.fsdecode(b"bells\xff.csv"))
    asked = short("Which town hung a bell above its harbour in 1874?", "Aldwick")
    import_questions(
        [replace(foreign(asked), path=path, taken=Taken("", (asked,)))], tmp_path / "b.yaml", article=article
    )
    found = load_bank(tmp_path / "b.yaml")
    assert found.article.source.endswith("imported from bells?.csv")
    assert found.items[0].origin == "bells?.csv, line 1"


def test_a_bank_about_another_text_gives_its_questions(tmp_path: Path) -> None:
    """Its quotes become the text, or are looked for in the article; what somebody dropped stays away."""
    target = tmp_path / "b.yaml"
    import_questions([foreign(short("Who?", "Holt"))], target)
    done = import_questions([bank_file(tmp_path / "hand.yaml")], target)
    assert done.added == 1
    items = load_bank(target).items
    assert [item.id for item in items] == ["who", "choice-1"]
    assert import_questions([bank_file(tmp_path / "hand.yaml")], target).added == 0


def test_a_bank_with_a_fault_is_refused_with_all_of_them(tmp_path: Path) -> None:
    """The strict reader reads it, whatever it is called."""
    for name, form in (("hand.yaml", None), ("hand.txt", "bank")):
        (tmp_path / name).write_text("format: 1\narticle: no\n")
        with pytest.raises(BankError) as raised:
            read_foreign(tmp_path / name, form=form)
        assert len(raised.value.findings) > 1


@pytest.mark.parametrize("form", ["csv", "tsv", "gift", "aiken", "anki-text", "hashcards", "obsidian", "moodle-xml"])
def test_a_text_in_an_encoding_that_is_named_is_read(form: str, tmp_path: Path) -> None:
    """Whatever it says of itself; without the name its byte is named, with line and column."""
    path = tmp_path / f"quiz.{form}"
    items = (make_item("choice", stem="Wo liegt Köln?"),)
    content = FORMATS[form].pack(make_bank(items=items)).content.decode("utf-8-sig")
    content = content.replace("UTF-8", "utf-8").translate(str.maketrans("–“”’", '-""\''))
    path.write_bytes(content.encode("latin-1"))
    found = read_foreign(path, encoding="latin-1")
    assert found.form == form
    assert "Köln" in found.taken.items[0].stem
    with pytest.raises(InputError) as raised:
        read_foreign(path)
    assert raised.value.place is not None
    assert raised.value.place.line > 0
    with pytest.raises(InputError, match="ascii"):
        read_foreign(path, encoding="ascii")
    with pytest.raises(UsageError, match="klingon"):
        read_foreign(path, encoding="klingon")


def test_more_text_than_can_be_looked_up_in_time_is_refused(tmp_path: Path) -> None:
    """Thousands of single words in a text of millions would take minutes, here and whenever the bank is read."""
    many = [replace(short(f"What is {number}?", "x"), quotes=(f"fog{number}", "fog " * 500)) for number in range(4_000)]
    with pytest.raises(InputError, match="and import 3,000 questions at a time, each part into a bank of its own"):
        import_questions([foreign(*many)], tmp_path / "b.yaml")
    assert not (tmp_path / "b.yaml").exists()
    with pytest.raises(InputError, match="and import 1,000 questions at a time"):
        import_questions([foreign(*many)], tmp_path / "b.yaml", article=make_article(text="The fog. " * 2_000_000))


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
