"""Anki packages (.apkg): each fact is a note that Anki knows again, so that a second import doubles nothing."""

import hashlib
import re
from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Any, Final

import genanki

from quizapp.formats.anki_collection import written
from quizapp.formats.anki_notes import (
    FACT,
    FIELDS,
    FILLED,
    MOST_SIBLINGS,
    fields_of_siblings,
    note_type,
    numbered,
    siblings_type,
)
from quizapp.formats.apart import take_apart
from quizapp.formats.archive import zipped
from quizapp.formats.kinds import note_of
from quizapp.formats.parcel import Loss, Packed, Taken
from quizapp.formats.quotes import also_html, quoted_html, quotes_of, source_of, wrong_html
from quizapp.formats.words import legal
from quizapp.kit.chance import dice, seed_of
from quizapp.model.article import Article
from quizapp.model.item import (
    GAP,
    Bank,
    ClozeItem,
    Form,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    OrderingItem,
    TrueFalseItem,
    distractors_of,
    form_of,
    key_text,
    options_of,
)

_HIDDEN: Final = '<span class="cloze">&#91;...&#93;</span>'
"""A gap among siblings, as Anki shows its own."""

UNDATED: Final = 1_577_836_800.0
"""Seconds since the epoch that stand for “no date”: the first of January 2020."""

_TASKS: Final = {
    "true-false": "True or false?",
    "multiple": "Which are right?",
    "matching": "Match them.",
    "ordering": "Put them in order.",
}
_SPECIAL: Final = str.maketrans({"[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "\n": "<br>"})
"""What Anki reads in a field besides HTML: sounds and LaTeX in brackets, gaps in braces."""


def pack(bank: Bank, *, seed: str = "", at: datetime | None = None, whole: Bank | None = None) -> Packed:
    """A deck under “quizapp” named after the article, with all items, best first.

    The questions about one fact are the cards of one note, so that Anki keeps them apart. `whole` is the bank with its
    dropped items: with them every sibling has the card that it had before one was dropped.

    Anki takes the changes of a second import only if they are newer than what it has: `at` dates the notes. Without it
    the same bank gives the same bytes for ever.
    """
    title = escape(legal(bank.article.title)).replace("::", ":&#58;")
    deck = genanki.Deck(
        _id("deck", bank.article.id),
        "quizapp::" + re.sub(r"\s*:{2,}\s*|\s+", " ", legal(bank.article.title)).strip(),
        f"Questions about “{title}”. Each card shows the sentence that answers it.",
    )
    kinds = {form: note_type(form) for form in Form}
    of_siblings = siblings_type()
    for due, (part, items) in enumerate(_notes(bank, whole or bank)):
        if len(items) == 1 and part is None:
            (item,) = items.values()
            deck.add_note(_note(item, bank.article, kinds[form_of(item.kind)], seed=seed, due=due))
        else:
            deck.add_note(_siblings(items, bank.article, of_siblings, seed=seed, due=due, part=part or 0))
    collection = written(deck, at.timestamp() if at else UNDATED)
    return Packed(zipped({"collection.anki2": collection, "media": b"{}"}), tuple(_losses(bank.items)))


def take(content: bytes, *, name: str) -> Taken:
    """The questions of a package of ours or anybody's, old or new; what is a picture or a sound only is refused.

    Raises:
        InputError: it is no package, is damaged, or unpacks to too much.
        DiskError: the reader cannot be started.
    """
    return take_apart("anki_reading", content, name=name)


def _notes(bank: Bank, whole: Bank) -> Iterable[tuple[int | None, dict[int, Item]]]:
    """The items of each note by the numbers of their cards; of siblings also which note of their fact it is."""
    facts: dict[str, list[str]] = {}
    for item in whole.items:
        facts.setdefault(item.fact, []).append(item.id)
    notes: dict[tuple[str, int | None], dict[int, Item]] = {}
    for item in bank.items:
        siblings = facts[item.fact]
        part, place = divmod(siblings.index(item.id), MOST_SIBLINGS)
        notes.setdefault((item.fact, part if len(siblings) > 1 else None), {})[place + 1] = item
    return ((part, items) for (_, part), items in notes.items())


def _note(item: Item, article: Article, model: Any, *, seed: str, due: int) -> Any:
    fields = {**_fields(item, article, seed), "Question": _question(item)}
    return genanki.Note(
        model=model,
        fields=[fields[name] for name in FIELDS],
        guid=_guid(article.id, item.id),
        tags=_tags(article, item),
        due=due,
    )


def _siblings(items: dict[int, Item], article: Article, model: Any, *, seed: str, due: int, part: int) -> Any:
    """A note of several cards; a number without an item has empty fields, and no card."""
    first = next(iter(items.values()))
    fields = dict.fromkeys(fields_of_siblings(), "") | {FACT: _field(first.fact)}
    for number, item in items.items():
        own = {**_fields(item, article, seed), FILLED: _filled(item)}
        fields |= {numbered(name, number): value for name, value in own.items()}
    return genanki.Note(
        model=model,
        fields=list(fields.values()),
        guid=_guid(article.id, "fact", first.fact, str(part)),
        tags=_tags(article, first),
        due=due,
    )


def _fields(item: Item, article: Article, seed: str) -> dict[str, str]:
    """What every note says of an item; its gaps are not yet Anki's."""
    source = " · ".join(part for part in (legal(article.title), source_of(article)) if part)
    return {
        "Question": _HIDDEN.join(map(_field, item.stem.split(GAP))) if item.kind == "cloze" else _field(item.stem),
        "Kind": _field(note_of(item)),
        "Task": _TASKS.get(item.kind, ""),
        "Options": _options(item, seed),
        "Key": _key(item),
        "Also": _inert(also_html(item.accepted)),
        "Evidence": "".join(_inert(quoted_html(quote)) for quote in quotes_of(item, article)),
        "Rationale": _field(item.rationale),
        "Wrong": _inert(wrong_html(item, article)),
        "Source": _field(source),
        "Item": _field(item.id),
    }


def _guid(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(("quizapp", *parts)).encode()).hexdigest()[:20]


def _tags(article: Article, item: Item) -> list[str]:
    return ["quizapp", f"quizapp::{_tag(article.id)}", f"fact::{_tag(item.fact)}"]


def _id(*parts: object) -> int:
    """A stable id in the range in which Anki's own ids are."""
    return 2**31 + seed_of(*parts) % 2**31


def _tag(text: str) -> str:
    return re.sub(r"[^\w.-]+", "-", text).strip("-") or "none"


def _field(text: str) -> str:
    """Text as Anki shows it letter for letter: no HTML, no gap, no sound, no formula."""
    return _inert(escape(legal(text)))


def _inert(marked: str) -> str:
    """HTML of ours in which Anki finds nothing of its own."""
    return marked.replace("&#x27;", "'").translate(_SPECIAL)


def _question(item: Item) -> str:
    if not isinstance(item, ClozeItem):
        return _field(item.stem)
    first, *rest = map(_field, item.stem.split(GAP))
    gaps = (f"{{{{c1::{_gap(key)}}}}}{after}" for key, after in zip(item.keys, rest, strict=True))
    return first + "".join(gaps)  # all gaps have one number: they are one card, as they are one question


def _filled(item: Item) -> str:
    """A sentence with its gaps filled, each in an element of its own; nothing for what has no gaps."""
    if not isinstance(item, ClozeItem):
        return ""
    first, *rest = map(_field, item.stem.split(GAP))
    gaps = (f'<span class="cloze">{_field(key)}</span>{after}' for key, after in zip(item.keys, rest, strict=True))
    return first + "".join(gaps)


def _gap(text: str) -> str:
    return _field(text).replace(":", "&#58;")  # two colons would begin a hint


def _options(item: Item, seed: str) -> str:
    texts = list(options_of(item))
    if isinstance(item, TrueFalseItem):
        return _list(((text, text == key_text(item)) for text in texts), "plain")
    right = set(texts[: len(texts) - len(distractors_of(item))])
    dice(seed, item.id).shuffle(texts)
    if isinstance(item, MatchingItem):
        prompts = _list(((pair.prompt, False) for pair in item.pairs), "prompts")
        return f'<div class="matching">{prompts}{_list(((text, False) for text in texts), "mix")}</div>'
    plain = isinstance(item, OrderingItem)  # there all are right, and their order is asked for
    return _list(((text, text in right and not plain) for text in texts), "mix") if texts else ""


def _list(lines: Iterable[tuple[str, bool]], name: str) -> str:
    rows = "".join(f'<li class="key">{_field(text)}</li>' if key else f"<li>{_field(text)}</li>" for text, key in lines)
    return f'<ol class="{name}">{rows}</ol>'


def _key(item: Item) -> str:
    match item:
        case MatchingItem(pairs=pairs):
            rows = (f"<li><span>{_field(pair.prompt)}</span> – <b>{_field(pair.answer)}</b></li>" for pair in pairs)
            return f"<ul>{''.join(rows)}</ul>"
        case OrderingItem(keys=keys) | MultipleChoiceItem(keys=keys):
            tag = "ol" if isinstance(item, OrderingItem) else "ul"
            return f"<{tag}>{''.join(f'<li>{_field(key)}</li>' for key in keys)}</{tag}>"
        case _:
            return _field(key_text(item))


def _losses(items: Iterable[Item]) -> Iterable[Loss]:
    for item in items:
        if item.kind == "numeric":
            yield Loss(item.id, "Anki compares what is typed letter by letter, not as a number")
