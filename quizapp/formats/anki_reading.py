"""Notes of Anki as questions: our own field by field, anybody's by the first two fields or the gaps; runs apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from lxml import html

from quizapp.formats.anki_collection import Note, notes_of
from quizapp.formats.anki_notes import FIELDS, FILLED, MOST_SIBLINGS, fields_of_siblings, numbered
from quizapp.formats.archive import Archive
from quizapp.formats.kinds import read_note
from quizapp.formats.parcel import Imported, Refusal, Taken
from quizapp.formats.proofs import quotes_in, reasoned, wrongs_in
from quizapp.formats.trees import parsed, plain, text_of
from quizapp.kit.errors import InputError
from quizapp.model.item import GAP, Distractor, Pair

_CLOZE: Final = re.compile(r"\{\{c(\d{1,3})::((?:(?!\{\{c\d).)*?)(?:::(?:(?!\{\{c\d).)*?)?\}\}", re.DOTALL)
_SHOWN: Final = re.compile(r'<span class="cloze">((?:(?!</?span).)*)</span>', re.DOTALL)
_SOUND: Final = re.compile(r"\[(?:sound|/?anki):[^\]\n]{0,300}\]")
"""What Anki plays and does not show; the same words with their brackets as entities are text."""

_CLOZE_BEGINS: Final = re.compile(r"\{\{c\d+::")


def read(content: bytes) -> Taken:
    """The questions of a package.

    Raises:
        InputError: it is no package, is damaged, or unpacks to too much.
    """
    title, notes = notes_of(_collection(Archive(content)))
    items: list[Imported] = []
    refusals: list[Refusal] = []
    for number, noted in enumerate(notes, 1):
        note = Note(noted.guid, {name: _SOUND.sub(" ", markup) for name, markup in noted.fields.items()})
        for found in _taken(note, number):
            if isinstance(found, Refusal):
                refusals.append(found)
            else:
                items += found
    return Taken(title, tuple(items), tuple(refusals))


def _taken(note: Note, number: int) -> list[list[Imported] | Refusal]:
    """What a note holds: one thing, or of siblings each."""
    if set(fields_of_siblings()) <= set(note.fields):
        return [_ours(each, number) for each in _siblings(note)]
    return [_ours(note, number) if set(FIELDS) <= set(note.fields) else _anybodys(note, number)]


def _siblings(note: Note) -> Iterator[Note]:
    """The questions of one note as notes of their own, their filled gaps in Anki's way."""
    for place in range(1, MOST_SIBLINGS + 1):
        fields = {name: note.fields[numbered(name, place)] for name in (*FIELDS, FILLED)}
        if fields["Question"]:
            gaps = _SHOWN.sub(_as_ankis, fields.pop(FILLED))
            yield Note(note.guid, fields | ({"Question": gaps} if gaps else {}))


def _as_ankis(gap: re.Match[str]) -> str:
    return f"{{{{c1::{gap[1].replace(':', '&#58;')}}}}}"  # two colons would begin a hint


def _collection(archive: Archive) -> bytes:
    """The database; the newest kind that is there, because the oldest then only says that Anki is to be updated."""
    names = archive.names()
    if "collection.anki21b" in names:
        return archive.read_zstandard("collection.anki21b")
    for name in ("collection.anki21", "collection.anki2"):
        if name in names:
            return archive.read(name)
    raise InputError("this is no package of Anki's: it has no collection in it; export a deck as .apkg")


def _ours(note: Note, number: int) -> list[Imported] | Refusal:
    fields = note.fields
    noted = read_note(plain(fields["Kind"]))
    if noted.kind == "cloze":
        found = _clozes(note, fields["Question"], number)
        return [_proved(each, fields) for each in found] or Refusal(number, "it has no gap")
    imported = Imported(
        kind=noted.kind,
        stem=plain(fields["Question"]),
        value=noted.value,
        unit=noted.unit,
        hedge=noted.hedge,
        id=_id(note),
        line=number,
    )
    imported = _proved(_answered(imported, parsed(fields["Options"]), parsed(fields["Key"])), fields)
    return [imported] if imported.stem and (imported.keys or imported.pairs) else Refusal(number, "it has no answer")


def _answered(imported: Imported, options: html.HtmlElement, key: html.HtmlElement) -> Imported:
    """With what is right and what is wrong, as the fields of its kind say it."""
    lines = [(text_of(each), each.get("class") == "key") for each in options.iter("li")]
    match imported.kind:
        case "choice" | "multiple":
            right = tuple(text for text, is_key in lines if is_key)
            return replace(imported, keys=right, distractors=_wrong(text for text, is_key in lines if not is_key))
        case "ordering":
            return replace(imported, keys=tuple(text_of(each) for each in key.iter("li")))
        case "matching":
            pairs = tuple(_pair(each) for each in key.iter("li"))
            used = {text for pair in pairs for text in (pair.prompt, pair.answer)}
            return replace(imported, pairs=pairs, distractors=_wrong(text for text, _ in lines if text not in used))
        case _:
            text = text_of(key)
            return replace(imported, keys=(text,) if text else ())


def _wrong(texts: Iterable[str]) -> tuple[Distractor, ...]:
    return tuple(Distractor(text=text, why="") for text in texts)


def _pair(row: html.HtmlElement) -> Pair:
    prompt, answer = row.find("span"), row.find("b")
    return Pair(
        prompt="" if prompt is None else text_of(prompt),
        answer="" if answer is None else text_of(answer),
    )


def _proved(imported: Imported, fields: dict[str, str]) -> Imported:
    return replace(
        reasoned(imported, wrongs_in(parsed(fields["Wrong"]))),
        accepted=tuple(text_of(each) for each in parsed(fields["Also"]).iter("span")),
        rationale=plain(fields["Rationale"]),
        quotes=quotes_in(parsed(fields["Evidence"])),
    )


def _anybodys(note: Note, number: int) -> list[Imported] | Refusal:
    values = list(note.fields.values())
    if values and _CLOZE_BEGINS.search(values[0]):
        return _clozes(note, values[0], number) or Refusal(number, "its gaps are empty or stand in one another")
    texts = [plain(value) for value in values]
    filled = [text for text in texts[1:] if text]
    if not texts or not texts[0]:
        return Refusal(number, "its first field has no text: a picture or a sound alone cannot be asked for")
    if not filled:
        return Refusal(number, f"“{texts[0][:80]}” has no text to answer with")
    return [Imported(kind="short", stem=texts[0], id=note.guid, keys=(filled[0],), line=number)]


def _clozes(note: Note, markup: str, number: int) -> list[Imported]:
    """A question for each number of gaps; gaps of other numbers are filled."""
    if _CLOZE_BEGINS.search(_CLOZE.sub("", markup)):
        return []  # one in another: what is left has no end
    gaps = [(int(turn), plain(text)) for turn, text in _CLOZE.findall(markup)]
    turns = sorted({turn for turn, _ in gaps})
    found = []
    for turn in turns:
        keys = tuple(text for each, text in gaps if each == turn)
        stem = _with_gaps(markup, turn)
        if all(keys) and stem.count(GAP) == len(keys):
            name = f"{_id(note)}-{turn}" if len(turns) > 1 else _id(note)
            found.append(Imported(kind="cloze", stem=stem, id=name, keys=keys, line=number))
    return found


def _with_gaps(markup: str, turn: int) -> str:
    def put(gap: re.Match[str]) -> str:
        return GAP if int(gap[1]) == turn else gap[2]

    return plain(_CLOZE.sub(put, markup))


def _id(note: Note) -> str:
    return plain(note.fields.get("Item", "")) or note.guid
