"""A Bank becomes YAML that people can read and merge; the same bank gives the same bytes."""

from collections.abc import Iterable, Mapping, Sequence

from quizapp.bank.lookup import Lookup
from quizapp.bank.names import FORMAT, SCHEMA_FILE
from quizapp.bank.scalars import scalar
from quizapp.bank.schema import DEFAULT_SCORE
from quizapp.kit.errors import InputError
from quizapp.model.article import Article
from quizapp.model.fact import Evidence, Hedge
from quizapp.model.item import (
    Bank,
    ChoiceItem,
    ClozeItem,
    Distractor,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    ShortAnswerItem,
    Status,
    TrueFalseItem,
    distractors_of,
)


class _Bare(str):
    """A number or a truth value, which needs no quotes."""

    __slots__ = ()


_Value = str | Sequence["_Value"] | Mapping[str, "_Value"]

MODELINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"
"""Tells editors which schema to use."""


def write_bank(bank: Bank) -> bytes:
    """Write a bank; reading the result gives an equal bank.

    Raises:
        InputError: a text holds half of a surrogate pair, which no file can hold.
    """
    article = "\n".join(_fields(_article(bank.article), 2))
    lookup = _lookup(bank)
    items = "\n\n".join("\n".join(_row(_item(item, lookup), 2)) for item in bank.items)
    listed = f"items:\n{items}\n" if items else "items: []\n"
    text = f"{MODELINE}\nformat: {FORMAT}\narticle:\n{article}\n\n{listed}"
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise InputError("this article holds half of a surrogate pair, which no file can hold; mend the text") from None


def _fields(fields: Mapping[str, _Value], indent: int) -> Iterable[str]:
    """The lines of a mapping."""
    pad = " " * indent
    for name, value in fields.items():
        match value:
            case _Bare():
                yield f"{pad}{name}: {value}"
            case str():
                yield f"{pad}{name}: {scalar(value, indent=indent + 2)}"
            case Mapping():
                yield f"{pad}{name}:"
                yield from _fields(value, indent + 2)
            case _:
                yield f"{pad}{name}:"
                for row in value:
                    yield from _row(row, indent + 2)


def _row(row: _Value, indent: int) -> Iterable[str]:
    """The lines of a list's entry."""
    pad = " " * indent
    if isinstance(row, str):
        yield f"{pad}- {scalar(row, indent=indent + 2)}"
    elif isinstance(row, Mapping):
        first, *rest = _fields(row, indent + 2)
        yield f"{pad}- {first.lstrip()}"
        yield from rest


def fields_of(bank: Bank) -> Mapping[str, _Value]:
    """A bank as the mapping that is written."""
    lookup = _lookup(bank)
    items = [_item(item, lookup) for item in bank.items]
    return {"format": str(FORMAT), "article": _article(bank.article), "items": items}


def _lookup(bank: Bank) -> Lookup:
    proofs = (each.evidence for item in bank.items for each in distractors_of(item) if each.evidence)
    every = (*(evidence for item in bank.items for evidence in item.evidence), *proofs)
    return Lookup(bank.article.text, (evidence.quote for evidence in every))


def _article(article: Article) -> Mapping[str, _Value]:
    language = article.language if article.language != "en" else ""
    return {
        "id": article.id,
        "title": article.title,
        **_given(source=article.source, language=language, byline=article.byline, date=article.date),
        **_given(parts=tuple({"at": _Bare(part.at), "name": part.name} for part in article.parts)),
        "sha256": article.sha256,
        "text": article.text,
    }


def _given(**fields: _Value) -> Mapping[str, _Value]:
    """The fields that say something; an empty one is the default."""
    return {name: value for name, value in fields.items() if value}


def _item(item: Item, lookup: Lookup) -> Mapping[str, _Value]:
    attribution = item.attribution
    return {
        "id": item.id,
        **_given(fact="" if item.fact == item.id else item.fact),
        "kind": item.kind,
        "stem": item.stem,
        **_key(item),
        **_given(accepted=item.accepted, distractors=_distractors(item, lookup)),
        "evidence": [_evidence(evidence, lookup) for evidence in item.evidence],
        **_given(
            derived=_Bare("true") if item.derived else "",
            attribution={"source": attribution.source, "cue": attribution.cue} if attribution else "",
            rationale=item.rationale,
            score="" if item.score == DEFAULT_SCORE else _Bare(float(item.score)),
            status="" if item.status is Status.NEW else item.status.value,
            edited=_Bare("true") if item.edited else "",
            origin=item.origin,
        ),
    }


def _key(item: Item) -> Mapping[str, _Value]:
    match item:
        case TrueFalseItem():
            return {"key": _Bare(item.key)}
        case ClozeItem() | MultipleChoiceItem() | OrderingItem():
            return {"keys": item.keys}
        case MatchingItem(pairs=pairs):
            return {"pairs": [{"prompt": pair.prompt, "answer": pair.answer} for pair in pairs]}
        case NumericItem():
            hedge = "" if item.hedge is Hedge.EXACT else item.hedge.value
            return {"key": item.key, "value": _Bare(item.value), **_given(unit=item.unit, hedge=hedge)}
        case ChoiceItem() | ShortAnswerItem():
            return {"key": item.key}


def _distractors(item: Item, lookup: Lookup) -> Sequence[_Value]:
    return [_distractor(row, lookup) for row in distractors_of(item)]


def _distractor(distractor: Distractor, lookup: Lookup) -> Mapping[str, _Value]:
    evidence = _evidence(distractor.evidence, lookup) if distractor.evidence else ""
    return {"text": distractor.text, "why": distractor.why, **_given(evidence=evidence)}


def _evidence(evidence: Evidence, lookup: Lookup) -> Mapping[str, _Value]:
    """The quote alone where it stands once, so that mending the text elsewhere moves nothing."""
    start = "" if lookup.stands_once(evidence.quote) else _Bare(evidence.span.start)
    return {"quote": evidence.quote, **_given(start=start)}
