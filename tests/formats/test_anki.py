"""Anki packages: what Anki itself makes of ours, and what we make of anybody's."""

import importlib.util
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from bank.samples import SAMPLE, banks
from builders import GATHERED, KINDS, make_bank, make_distractor, make_item
from formats.archives import CANARIES, zip_bomb, zip_of, zstandard_bomb
from formats.kept import compared, expected, flat
from quizapp.formats import anki, anki_reading
from quizapp.formats.anki_collection import Note
from quizapp.formats.archive import Archive
from quizapp.formats.parcel import Imported
from quizapp.formats.unseen import HINT, LINK, NO_IMAGE_GAPS, PICTURE, SEVERAL_CARDS, SOUND, TAGS
from quizapp.kit.errors import InputError
from quizapp.model.item import (
    Bank,
    ChoiceItem,
    Item,
)

ALL_KINDS = make_bank(items=tuple(make_item(kind) for kind in (*KINDS, *GATHERED)))
EARLY, LATE = datetime(2026, 11, 26, tzinfo=UTC), datetime(2026, 11, 27, tzinfo=UTC)
GUID_OF_ALONE = b"c82c4dc24af158c37d6d"
"""Made by the first version of quizapp."""
HOSTILE = "<script>x</script> {{c1::gap}} }} :: [sound:a.mp3] [latex]x[/latex] \\(x\\) {{Key}} \x1f & &amp; ]]> "

needs_anki = pytest.mark.skipif(importlib.util.find_spec("anki") is None, reason="Anki is not installed")


def desk(folder: Path, *orders: list[Any]) -> list[Any]:
    """Let Anki carry out orders in a folder."""
    command = [sys.executable, "-W", "ignore", str(Path(__file__).with_name("anki_desk.py")), str(folder)]
    done = subprocess.run([*command, json.dumps(orders)], capture_output=True, check=True, timeout=120)
    return list(json.loads(done.stdout))


def package(folder: Path, name: str, bank: Bank, at: datetime) -> str:
    """A package of ours in a file."""
    path = folder / name
    path.write_bytes(anki.pack(bank, at=at).content)
    return str(path)


@needs_anki
def test_anki_studies_ours_and_a_second_import_doubles_nothing(tmp_path: Path) -> None:
    """Import, study, import again, import what was edited: the same notes, the edit taken, the memory kept."""
    first = package(tmp_path, "first.apkg", ALL_KINDS, EARLY)
    edited = replace(ALL_KINDS.items[0], stem="Who did not like the bell?")
    later = package(tmp_path, "later.apkg", replace(ALL_KINDS, items=(edited, *ALL_KINDS.items[1:])), LATE)
    fresh, reps, again, updated, cards = desk(
        tmp_path, ["load", first], ["study"], ["load", first], ["load", later], ["told"]
    )
    assert fresh == {"new": 8, "updated": 0, "same": 0}
    assert reps == 1
    assert again == {"new": 0, "updated": 0, "same": 8}
    assert updated["new"] == 0
    assert len(cards) == 8
    assert {card["deck"] for card in cards} == {"quizapp::The harbour bell"}
    mended = next(card for card in cards if "Who did not like the bell?" in card["front"])
    assert mended["reps"] == 1


LIT = tuple(
    make_item(kind, id=f"lit-{kind}", fact="lit", rationale=f"Because of {kind}.") for kind in (*KINDS, *GATHERED)
)
SIBLINGS = make_bank(items=(make_item("choice", id="alone"), *LIT[:4]))


@needs_anki
def test_siblings_are_cards_of_one_note_of_anki(tmp_path: Path) -> None:
    """Questions about one fact are studied apart, so that one does not answer the next; edits and drops move nobody."""
    first = package(tmp_path, "first.apkg", SIBLINGS, EARLY)
    edited = replace(SIBLINGS.items[3], stem="The ____ hides it.", keys=("fog",))
    changed = replace(SIBLINGS, items=(*SIBLINGS.items[:3], edited, SIBLINGS.items[4]))
    dropped = replace(changed, items=tuple(item for item in changed.items if item.id != "lit-true-false"))
    later = package(tmp_path, "later.apkg", changed, LATE)
    last = tmp_path / "last.apkg"
    last.write_bytes(anki.pack(dropped, at=LATE.replace(day=28), whole=changed).content)
    told = desk(
        tmp_path, ["load", first], ["told"], ["study"], ["load", first], ["load", later], ["told"],
        ["load", str(last)], ["told"],
    )  # fmt: skip
    fresh, cards, reps, again, updated, mended, without, left = told
    assert (fresh, again) == ({"new": 2, "updated": 0, "same": 0}, {"new": 0, "updated": 0, "same": 2})
    assert (updated["new"], without["new"]) == (0, 0)
    assert [card["type"] for card in cards] == ["quizapp picked", *["quizapp siblings"] * 4]
    assert len({card["note"] for card in cards}) == 2
    assert reps == 1
    assert sum(card["reps"] for card in mended) == 1
    assert len(mended) == 5
    assert any("hides it." in card["front"] for card in mended)
    shown = [card["front"] for card in left]
    assert [sum(part in front for front in shown) for part in ("nuisance", "twice a day", "hides it.")] == [2, 0, 1]


@needs_anki
def test_each_sibling_is_asked_and_solved_as_it_would_be_alone(tmp_path: Path) -> None:
    """Options, a field to type, gaps: the front gives nothing away, the back has its own sentence and reason."""
    bank = make_bank(items=LIT)
    (loaded, cards) = desk(tmp_path, ["load", package(tmp_path, "a.apkg", bank, EARLY)], ["told"])
    assert loaded["new"] == 2  # eight siblings and six cards a note
    assert len(cards) == 8
    for item, card in zip(LIT, cards, strict=True):
        assert "<blockquote>" not in card["front"]
        assert "<blockquote>" in card["back"]
        assert item.rationale in card["back"]
        assert "Because of" not in card["back"].replace(item.rationale, "")
        assert ("[[type:" in card["front"]) == (item.kind in {"short", "numeric"})
        assert ("<li" in card["front"]) == (item.kind in {"choice", "true-false", *GATHERED})
        assert ("[...]" in unescape(card["front"])) == (item.kind == "cloze")
    gap = cards[[item.kind for item in LIT].index("cloze")]
    assert "hides the quay" in gap["front"]
    assert "fog</span>" in gap["back"]
    assert "fog" not in gap["front"]


def test_a_note_of_one_question_stays_the_note_that_it_was() -> None:
    """What people have studied goes on: GUIDs of questions without siblings are those of ever."""
    database = Archive(anki.pack(make_bank(items=(make_item("choice", id="alone"),))).content).read("collection.anki2")
    assert GUID_OF_ALONE in database


@needs_anki
def test_every_card_of_anki_shows_its_evidence_on_the_back_alone(tmp_path: Path) -> None:
    """Our promise goes along: the sentence, the paragraph and the source."""
    (_, cards) = desk(tmp_path, ["load", package(tmp_path, "a.apkg", ALL_KINDS, EARLY)], ["told"])
    for item, card in zip(ALL_KINDS.items, cards, strict=True):
        assert "<blockquote>" not in card["front"]
        assert "<blockquote>" in card["back"]
        assert "¶" in card["back"]
        assert "The harbour bell · harbour-bell.txt" in card["back"]
        assert item.kind != "cloze" or "[...]" in card["front"]


@needs_anki
def test_hostile_text_is_inert_in_anki(tmp_path: Path) -> None:
    """No script, sound, formula or gap comes of a text."""
    wrong = tuple(make_distractor(f"{HOSTILE}{number}") for number in range(3))
    items: tuple[Item, ...] = (
        make_item("choice", id="a", stem=HOSTILE, key=HOSTILE + "!", distractors=wrong, rationale=HOSTILE),
        make_item("cloze", id="b", stem=f"{HOSTILE} ____ {HOSTILE}", keys=(HOSTILE,)),
    )
    bank = make_bank(items=items)
    bank = replace(bank, article=replace(bank.article, title=HOSTILE))
    (loaded, cards) = desk(tmp_path, ["load", package(tmp_path, "a.apkg", bank, EARLY)], ["told"])
    assert loaded["new"] == 2
    assert len(cards) == 2
    for card in cards:
        assert "<script>x" not in card["back"]
        assert "[anki:play" not in card["back"]
        assert "<img" not in card["back"]
        assert card["back"].count('class="cloze"') == (1 if card["type"] == "quizapp gaps" else 0)
    taken = anki.take(anki.pack(bank).content, name="a.apkg")
    assert [flat(each.stem) for each in taken.items] == [flat(item.stem) for item in items]


@needs_anki
@pytest.mark.parametrize("legacy", [False, True])
def test_what_anki_exports_can_be_taken(tmp_path: Path, legacy: bool) -> None:
    """The compressed database of today and the older one, with Anki's own note types."""
    path = str(tmp_path / "out.apkg")
    desk(
        tmp_path,
        ["add", "Basic", "What is <b>H<sub>2</sub>O</b>?<br>Think.", "<div>water</div>"],
        ["add", "Cloze", "{{c1::Paris}} is on the {{c2::Seine::river}}.", "extra"],
        ["add", "Basic", "[sound:a.mp3]<img src=x>", "a sound"],
        ["add", "Cloze", "{{c1::One {{c2::in}} another}}."],
        ["save", path, legacy],
    )
    taken = anki.take(Path(path).read_bytes(), name="out.apkg")
    assert taken.title == "Things"
    assert [(each.kind, each.stem, each.keys) for each in taken.items] == [
        ("short", "What is H2O?\nThink.", ("water",)),
        ("cloze", "____ is on the Seine.", ("Paris",)),
        ("cloze", "Paris is on the ____.", ("Seine",)),
    ]
    assert [refusal.line for refusal in taken.refusals] == [3, 4]


def test_the_same_bank_is_the_same_bytes() -> None:
    """Neither the day nor chance is in a package."""
    assert anki.pack(SAMPLE) == anki.pack(SAMPLE)
    assert anki.pack(SAMPLE, at=EARLY) != anki.pack(SAMPLE, at=LATE)


def by_id(said: Imported) -> tuple[str, str]:
    """A question as it is compared; those about one fact come together."""
    return said.id, repr(compared(said))


@pytest.mark.parametrize("bank", [ALL_KINDS, SAMPLE, SIBLINGS], ids=["builders", "samples", "siblings"])
def test_what_is_packed_can_be_taken(bank: Bank) -> None:
    """Kind, wording, keys, options with their reasons, pairs, numbers, rationale and every quote."""
    taken = anki.take(anki.pack(bank).content, name="a.apkg")
    assert taken.title == bank.article.title
    assert not taken.refusals
    assert sorted(map(by_id, taken.items)) == sorted(map(by_id, map(expected, bank.items)))


@settings(max_examples=60, deadline=None)
@given(banks())
def test_any_text_comes_back_as_it_is_kept(bank: Bank) -> None:
    """Quotes, markup, controls, scripts of all directions: what is seen is kept."""
    taken = anki_reading.read(anki.pack(bank).content)
    assert not taken.refusals
    assert sorted(map(by_id, taken.items)) == sorted(map(by_id, map(expected, bank.items)))


def test_a_choice_says_why_each_wrong_option_is_wrong() -> None:
    """What the item knows of its options goes along."""
    item = make_item()
    assert isinstance(item, ChoiceItem)
    database = Archive(anki.pack(make_bank(items=(item,))).content).read("collection.anki2")
    assert all(each.why.encode() in database for each in item.distractors)


def test_the_sentence_about_a_wrong_option_is_shown_beside_its_reason() -> None:
    """The back of the card has it, after the reason."""
    database = Archive(anki.pack(SAMPLE).content).read("collection.anki2")
    assert b"<span>That was she.</span> <q>Mara Holt, the last keeper</q>" in database


def database_of(*statements: str) -> bytes:
    """A database as somebody writes it by hand."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        return connection.serialize()


COL = "CREATE TABLE col (models TEXT, decks TEXT)"
COL_ROW = "INSERT INTO col VALUES ('{}', '{}')"
CARDS = "CREATE TABLE cards (did)"
NOTES = "CREATE TABLE notes (id, guid, mid, flds)"
NUMBERS = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 'g' AS guid, 1 AS mid, 'f' AS flds"
)

DEEP = f"INSERT INTO col VALUES ('{'[' * 90_000}', '')"  # noqa: S608  a test's own text

HOSTILE_DATABASES = {
    "not a database": b"not a database at all" * 100,
    "nothing": b"",
    "a view": database_of(COL, COL_ROW, CARDS, f"CREATE VIEW notes AS {NUMBERS} FROM n"),
    "a large value": database_of(
        COL,
        COL_ROW,
        CARDS,
        "CREATE TABLE notes (id, guid, mid, x, flds AS (zeroblob(900000000)))",
        "INSERT INTO notes (id, guid, mid, x) VALUES (1, 'g', 1, 1)",
    ),
    "no tables": database_of("CREATE TABLE x (y)"),
    "no json": database_of(COL, "INSERT INTO col VALUES ('[[[[', '{')", CARDS, NOTES),
    "deep json": database_of(COL, DEEP, CARDS, NOTES),
    "json of another shape": database_of(COL, """INSERT INTO col VALUES ('{"1": [1]}', '[]')""", CARDS, NOTES),
    "cut short": database_of(COL, COL_ROW, CARDS, NOTES)[:5000],
}


@pytest.mark.parametrize("name", HOSTILE_DATABASES)
def test_a_hostile_database_is_refused_in_words(name: str) -> None:
    """Views, values and texts of any size: an error of ours, soon, and no traceback."""
    with pytest.raises(InputError, match=r"collection|too large"):
        anki.take(zip_of({"collection.anki2": HOSTILE_DATABASES[name]}), name="a.apkg")


@pytest.mark.parametrize("where", ["a note", "a note type"])
def test_a_number_without_end_is_refused_in_words(where: str) -> None:
    """SQLite and JSON know numbers that are no whole number; read here, where nothing catches what is not caught."""
    endless = """INSERT INTO col VALUES ('{"1": {"id": 1e999, "flds": []}}', '{}')"""
    note = "INSERT INTO notes VALUES (1, 'g', 9e999, 'f')"
    database = database_of(COL, COL_ROW if where == "a note" else endless, CARDS, NOTES, note)
    with pytest.raises(InputError, match="collection"):
        anki_reading.read(zip_of({"collection.anki2": database}))


def test_a_note_of_bytes_that_are_no_text_is_left_out() -> None:
    """It is named, and never asked; the others are taken."""
    database = database_of(
        COL,
        COL_ROW,
        CARDS,
        NOTES,
        "INSERT INTO notes VALUES (1, 'g', 1, CAST(x'ff41' || x'1f' || x'42' AS TEXT))",
        "INSERT INTO notes VALUES (2, 'h', 1, CAST(x'41' || x'1f' || x'42' AS TEXT))",
    )
    taken = anki.take(zip_of({"collection.anki2": database}), name="a.apkg")
    assert taken.items == (Imported(kind="short", stem="A", id="h", keys=("B",), line=2, place="note 2"),)
    assert [(each.line, "UTF-8" in each.what) for each in taken.refusals] == [(1, True)]


def test_what_of_a_note_is_not_taken_is_said() -> None:
    """Sounds, pictures, tags, other fields, hints and reversed cards; a hidden part of a picture is no gap."""
    notes = {
        "1": "What?[sound:a.mp3]\x1fan answer<img src=x>\x1fmore",
        "2": "The {{c1::fog::weather}} came.\x1f",
        "3": "{{c1::image-occlusion:rect:left=.1}}\x1f<img src=x>",
        "4": "Plain?\x1fplain",
    }
    database = database_of(
        COL,
        COL_ROW,
        "CREATE TABLE cards (did, nid)",
        "INSERT INTO cards VALUES (1, 1), (1, 1), (1, 2)",
        "CREATE TABLE notes (id, guid, mid, flds, tags)",
        *(f"INSERT INTO notes VALUES ({name}, 'g{name}', 1, '{fields}', '')" for name, fields in notes.items()),  # noqa: S608  ours
        "UPDATE notes SET tags = ' a b ' WHERE id = 1",
    )
    taken = anki_reading.read(zip_of({"collection.anki2": database}))
    what, fog, plain = taken.items
    assert set(what.lost) == {PICTURE, SOUND, TAGS, SEVERAL_CARDS, "the field “2” is not taken"}
    assert (fog.stem, fog.lost, plain.lost) == ("The ____ came.", (HINT,), ())
    assert [(each.line, each.what) for each in taken.refusals] == [(3, NO_IMAGE_GAPS)]
    assert not any(item.lost for item in anki_reading.read(anki.pack(ALL_KINDS).content).items)


def test_marks_in_a_note_are_no_words_and_media_alone_no_answer() -> None:
    """A field of another name that has only a sound leaves the next one to be asked for."""
    fields = {"Front": "- **What** is [this](http://x.y)? ![[a.png]]", "Back": "==fog=="}
    (said,) = anki_reading._taken(Note("g", "1", fields), 1)
    assert (said.stem, said.keys, set(said.lost)) == ("What is this?", ("fog",), {PICTURE, LINK})
    (said,) = anki_reading._taken(Note("g", "1", {"Word": "fog", "Spoken": "[sound:a.mp3]", "Sense": "mist"}), 1)
    assert said.keys == ("mist",)
    for front, back in (("<img src=a>", "fog"), ("What?", "[sound:a.mp3]")):
        with pytest.raises(ValueError, match="nothing but a picture or a sound"):
            anki_reading._taken(Note("g", "1", {"Front": front, "Back": back, "Extra": "page 5"}), 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        zip_of({}),
        zip_of(dict.fromkeys(CANARIES, b"")),
        zip_bomb("collection.anki2", 300 * 2**20),
        zip_of({"collection.anki21b": zstandard_bomb(300 * 2**20)}),
        zip_of({"collection.anki21b": b"no frame"}),
    ],
    ids=["nothing", "two bytes", "empty", "canaries", "zip bomb", "zstandard bomb", "no zstandard"],
)
def test_a_hostile_package_is_refused_with_its_name(content: bytes) -> None:
    """The message says which file, what is wrong and what to do."""
    with pytest.raises(InputError, match=r"^some deck\.apkg: "):
        anki.take(content, name="some deck.apkg")


def test_deep_markup_is_read_as_far_as_it_goes() -> None:
    """Ten thousand nested elements are no reason to fall over."""
    deep = "<div>" * 10_000 + "x"
    database = database_of(
        COL,
        COL_ROW,
        CARDS,
        NOTES,
        f"INSERT INTO notes VALUES (1, 'g', 1, '{deep}' || x'1f' || 'y')",  # noqa: S608  ours
    )
    taken = anki.take(zip_of({"collection.anki2": database}), name="a.apkg")
    assert len(taken.items) + len(taken.refusals) == 1
