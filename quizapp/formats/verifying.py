"""A format read back and held against what it promises to keep."""

from collections.abc import Iterator
from typing import Final

from quizapp.formats.keeps import FIELDS, KEEPS, LEFT_OUT, as_imported, fitting
from quizapp.formats.parcel import Imported, Loss, Packed, Taken
from quizapp.formats.words import legal
from quizapp.model.item import GAP, Bank

_ARROWS: Final = ("->", "→")
_ANY_ORDER: Final = frozenset({"multiple"})


def broken_promises(bank: Bank, packed: Packed, taken: Taken, *, name: str) -> tuple[Loss, ...]:
    """What should have come back of each item and did not; none when the format holds what its row of the table says.

    White space, arrows and control characters count as the same however they are written.
    """
    left_out = {loss.item for loss in packed.losses if loss.what.startswith(LEFT_OUT)}
    back = {_name(said, name): said for said in taken.items}
    found: list[Loss] = []
    for item in fitting(bank.items, name=name):
        wanted = as_imported(item)
        if item.id in left_out:
            continue
        said = back.get(_name(wanted, name))
        if said is None:
            found.append(Loss(item.id, "did not come back"))
        else:
            found += (Loss(item.id, f"{FIELDS[each]} came back changed") for each in _other(wanted, said, name))
    return tuple(found)


def _name(said: Imported, name: str) -> tuple[str, ...]:
    """What tells items apart: their ids, or what they ask where the format has no ids."""
    keeps = KEEPS[name]
    if "id" in keeps.kept(said.kind):
        return (said.id,)
    return (said.kind, folded(said.stem), *sorted(map(folded, (*said.keys, *(pair.answer for pair in said.pairs)))))


def _other(wanted: Imported, said: Imported, name: str) -> Iterator[str]:
    if _kind(wanted) != _kind(said):
        yield "stem"
        return
    for each in FIELDS:
        if each in KEEPS[name].kept(wanted.kind) and _shown(wanted, each) != _shown(said, each):
            yield each


def _kind(said: Imported) -> str:
    """The kind as a reader sees it: a short answer to a sentence with one gap fills the gap."""
    return "cloze" if said.kind == "short" and said.stem.count(GAP) == 1 else said.kind


def _shown(said: Imported, name: str) -> object:
    """A field as it counts: in its order where that has a meaning."""
    match name:
        case "distractors":
            return sorted(folded(each.text) for each in said.distractors)
        case "whys":
            return sorted((folded(each.text), folded(each.why)) for each in said.distractors)
        case "pairs":
            return sorted((folded(pair.prompt), folded(pair.answer)) for pair in said.pairs)
        case "keys" if said.kind in _ANY_ORDER:
            return sorted(map(folded, said.keys))
        case _:
            value = getattr(said, name)
            return folded(value) if isinstance(value, str) else tuple(map(folded, value))


def folded(text: str) -> str:
    """A text with each run of white space as one space, arrows as one sign, and forbidden characters as marks."""
    return " ".join(legal(text.replace(*_ARROWS)).split())
