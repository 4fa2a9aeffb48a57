"""Notes of Anki as questions: our own field by field, anybody's by the first two fields or the gaps; runs apart."""

import re
from dataclasses import replace
from typing import Final

from lxml import html

from quizapp.formats.anki_collection import Note, notes_of
from quizapp.formats.anki_notes import FIELDS
from quizapp.formats.archive import Archive
from quizapp.formats.markup import parsed, plain, text_of
from quizapp.formats.parcel import Imported, Refusal, Taken
from quizapp.kit.errors import InputError
from quizapp.model.item import GAP, Pair

_CLOZE: Final = re.compile(r"\{\{c(\d{1,3})::((?:(?!\{\{c\d).)*?)(?:::(?:(?!\{\{c\d).)*?)?\}\}", re.DOTALL)
_CLOZE_BEGINS: Final = re.compile(r"\{\{c\d+::")


def read(content: bytes) -> Taken:
    """The questions of a package.

    Raises:
        InputError: it is no package, is damaged, or unpacks to too much.
    """
    title, notes = notes_of(_collection(Archive(content)))
    items: list[Imported] = []
    refusals: list[Refusal] = []
    for number, note in enumerate(notes, 1):
        found = _ours(note, number) if set(FIELDS) <= set(note.fields) else _anybodys(note, number)
        if isinstance(found, Refusal):
            refusals.append(found)
        else:
            items += found
    return Taken(title, tuple(items), tuple(refusals))


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
    kind = plain(fields["Kind"])
    if kind == "cloze":
        found = _clozes(note, fields["Question"], number)
        return [_proved(each, fields) for each in found] or Refusal(number, "it has no gap")
    options, key = parsed(fields["Options"]), parsed(fields["Key"])
    lines = [(text_of(each), each.get("class") == "key") for each in options.iter("li")]
    keys, wrong, pairs = _answers(kind, lines, key)
    if not keys and not pairs:
        return Refusal(number, "it has no answer")
    return [
        _proved(
            Imported(
                kind=kind,
                stem=plain(fields["Question"]),
                id=_id(note),
                keys=keys,
                distractors=wrong,
                pairs=pairs,
                line=number,
            ),
            fields,
        )
    ]


Answers = tuple[tuple[str, ...], tuple[str, ...], tuple[Pair, ...]]
"""Keys, distractors and pairs."""


def _answers(kind: str, lines: list[tuple[str, bool]], key: html.HtmlElement) -> Answers:
    match kind:
        case "choice" | "multiple":
            return tuple(text for text, right in lines if right), tuple(text for text, right in lines if not right), ()
        case "ordering":
            return tuple(text_of(each) for each in key.iter("li")), (), ()
        case "matching":
            found = tuple(_pair(each) for each in key.iter("li"))
            prompts, answers = {pair.prompt for pair in found}, {pair.answer for pair in found}
            return (), tuple(text for text, _ in lines if text not in prompts | answers), found
        case _:
            text = text_of(key)
            return ((text,) if text else ()), (), ()


def _pair(row: html.HtmlElement) -> Pair:
    prompt, answer = row.find("span"), row.find("b")
    return Pair(
        prompt="" if prompt is None else text_of(prompt),
        answer="" if answer is None else text_of(answer),
    )


def _proved(imported: Imported, fields: dict[str, str]) -> Imported:
    quote = next(iter(parsed(fields["Evidence"]).iter("blockquote")), None)
    if quote is not None:
        for place in quote.findall("small"):
            place.text = ""
    return replace(
        imported,
        accepted=tuple(part for part in plain(fields["Also"]).split("; ") if part),
        rationale=plain(fields["Rationale"]),
        evidence="" if quote is None else text_of(quote),
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
