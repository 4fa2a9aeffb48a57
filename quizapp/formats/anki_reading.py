"""Notes of Anki as questions: our own field by field, anybody's by the first two fields or the gaps; runs apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from lxml import html

from quizapp.formats.anki_collection import Note, notes_of
from quizapp.formats.anki_notes import FIELDS, FILLED, MOST_SIBLINGS, fields_of_siblings, numbered
from quizapp.formats.archive import Archive
from quizapp.formats.basket import Basket
from quizapp.formats.cards import nothing_in
from quizapp.formats.kinds import read_note
from quizapp.formats.markdown_reading import answer_in_marks, in_marks
from quizapp.formats.parcel import Imported, Taken
from quizapp.formats.proofs import quotes_in, reasoned, wrongs_in
from quizapp.formats.trees import parsed, plain, text_of
from quizapp.formats.unseen import HINT, IMAGE_GAP, NO_IMAGE_GAPS, SEVERAL_CARDS, TAGS, unseen_in_marks
from quizapp.kit.errors import InputError
from quizapp.model.item import GAP, Distractor, Pair

_CLOZE: Final = re.compile(r"\{\{c(\d{1,3})::((?:(?!\{\{c\d).)*?)(?:::(?:(?!\{\{c\d).)*?)?\}\}", re.DOTALL)
_SHOWN: Final = re.compile(r'<span class="cloze">((?:(?!</?span).)*)</span>', re.DOTALL)
_SOUND: Final = re.compile(r"\[(?:sound|/?anki):[^\]\n]{0,300}\]")
"""What Anki plays and does not show; the same words with their brackets as entities are text."""

_CLOZE_BEGINS: Final = re.compile(r"\{\{c\d+::")
_HINTED: Final = re.compile(r"\{\{c\d{1,3}::(?:(?!\{\{c\d|\}\}|::).)*::", re.DOTALL)
_NO_TEXT: Final = re.compile(r"[\udc80-\udcff]")
"""What stands for a byte that is no text."""


def read(content: bytes) -> Taken:
    """The questions of a package.

    Raises:
        InputError: it is no package, is damaged, or unpacks to too much.
    """
    title, notes = notes_of(_collection(Archive(content)))
    basket = Basket()
    for number, note in enumerate(notes, 1):
        for part in _parts(note):
            with basket.at(number):
                for said in _taken(part, number):
                    basket.add(replace(said, place=f"note {note.number}"))
    return basket.taken(_readable(title))


def _parts(note: Note) -> Iterator[Note]:
    """A note, or of siblings each as a note of its own."""
    if set(fields_of_siblings()) <= set(note.fields):
        yield from _siblings(note)
    else:
        yield note


def _taken(note: Note, number: int) -> list[Imported]:
    """The questions of a note.

    Raises:
        ValueError: why there is none, a sentence for the person.
    """
    if any(_NO_TEXT.search(text) for text in (note.guid, *note.fields.values())):
        raise ValueError("it has bytes that are no text (UTF-8); mend the note in Anki")
    if set(FIELDS) <= set(note.fields):
        return _ours(replace(note, fields={name: _quiet(markup) for name, markup in note.fields.items()}), number)
    return _anybodys(note, number)


def _quiet(markup: str) -> str:
    return _SOUND.sub(" ", markup)


def _readable(title: str) -> str:
    return _NO_TEXT.sub("\ufffd", title)


def _siblings(note: Note) -> Iterator[Note]:
    """The questions of one note as notes of their own, their filled gaps in Anki's way."""
    for place in range(1, MOST_SIBLINGS + 1):
        fields = {name: note.fields[numbered(name, place)] for name in (*FIELDS, FILLED)}
        if fields["Question"]:
            gaps = _SHOWN.sub(_as_ankis, fields.pop(FILLED))
            yield replace(note, fields=fields | ({"Question": gaps} if gaps else {}))


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


def _ours(note: Note, number: int) -> list[Imported]:
    fields = note.fields
    noted = read_note(plain(fields["Kind"]))
    if noted.kind == "cloze":
        return [_proved(each, fields) for each in _clozes(note, fields["Question"], number)]
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
    if not imported.stem or not (imported.keys or imported.pairs):
        raise ValueError("it has no answer")
    return [imported]


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


def _anybodys(note: Note, number: int) -> list[Imported]:
    names, quiet = list(note.fields), [_quiet(markup) for markup in note.fields.values()]
    values = [*map(in_marks, quiet[:1]), *map(answer_in_marks, quiet[1:])]
    if values and _CLOZE_BEGINS.search(values[0]):
        found = _clozes(note, values[0], number)
        lost = (*_lost(note, used={names[0]}), *((HINT,) if _HINTED.search(values[0]) else ()))
        return [replace(each, lost=lost) for each in found]
    texts = [plain(value) for value in values]
    if not texts or not texts[0]:
        raise ValueError(nothing_in("question", _lost(note, used=set(names[:1]))))
    answer = next((place for place, text in enumerate(texts) if place and (text or _is_back(names[place]))), 0)
    if not texts[answer] or not answer:
        raise ValueError(nothing_in("answer", _lost(note, used=set(names[1:]))))
    lost = _lost(note, used={names[0], names[answer]})
    lost += (SEVERAL_CARDS,) if note.cards > 1 else ()
    return [Imported(kind="short", stem=texts[0], id=note.guid, keys=(texts[answer],), line=number, lost=lost)]


def _is_back(name: str) -> bool:
    """Whether a field is the answer though it is empty; what stands in others may be another thing to know."""
    return name.strip().lower() in {"back", "answer"}


def _lost(note: Note, *, used: set[str]) -> tuple[str, ...]:
    """What a note has beside the text of the fields that are used."""
    markups = [note.fields[name] for name in used]
    others = [name for name, value in note.fields.items() if name not in used and value.strip()]
    fields = tuple(f"the field “{name}” is not taken" for name in others)
    return (*unseen_in_marks(*markups), *fields, *((TAGS,) if note.tagged else ()))


def _clozes(note: Note, markup: str, number: int) -> list[Imported]:
    """A question for each number of gaps; gaps of other numbers are filled.

    Raises:
        ValueError: there is none.
    """
    if IMAGE_GAP in markup:
        raise ValueError(NO_IMAGE_GAPS)
    if _CLOZE_BEGINS.search(_CLOZE.sub("", markup)):  # one in another: what is left has no end
        raise ValueError("its gaps stand in one another")
    gaps = [(int(turn), plain(text)) for turn, text in _CLOZE.findall(markup)]
    turns = sorted({turn for turn, _ in gaps})
    found = []
    for turn in turns:
        keys = tuple(text for each, text in gaps if each == turn)
        stem = _with_gaps(markup, turn)
        if all(keys) and stem.count(GAP) == len(keys):
            name = f"{_id(note)}-{turn}" if len(turns) > 1 else _id(note)
            found.append(Imported(kind="cloze", stem=stem, id=name, keys=keys, line=number))
    if not found:
        raise ValueError("it has no gap with a text in it")
    return found


def _with_gaps(markup: str, turn: int) -> str:
    def put(gap: re.Match[str]) -> str:
        return GAP if int(gap[1]) == turn else gap[2]

    return plain(_CLOZE.sub(put, markup))


def _id(note: Note) -> str:
    return plain(note.fields.get("Item", "")) or note.guid
