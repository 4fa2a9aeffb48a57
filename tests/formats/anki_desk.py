"""Anki itself, run as a process of its own: imports packages, studies, and tells what it has. Never imported."""

import json
import sys
from pathlib import Path

from anki.collection import (
    Collection,
    DeckIdLimit,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)


def opened(folder: Path) -> Collection:
    """The collection of a folder."""
    return Collection(str(folder / "collection.anki2"))


def load(collection: Collection, package: str) -> dict[str, int]:
    """Import as Anki does by default: what is newer is taken."""
    options = ImportAnkiPackageOptions(merge_notetypes=True)
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options)).log
    return {"new": len(log.new), "updated": len(log.updated), "same": len(log.duplicate)}


def study(collection: Collection) -> int:
    """Answer one card with Good; its number of answers afterwards."""
    collection.decks.select(next(each.id for each in collection.decks.all_names_and_ids() if "::" in each.name))
    card = collection.sched.getCard()
    card.start_timer()
    collection.sched.answerCard(card, 3)
    return int(collection.get_card(card.id).reps)


def told(collection: Collection) -> list[dict[str, str | int]]:
    """Every card with its two sides, in the order in which new cards are shown."""
    cards = [collection.get_card(each) for each in collection.find_cards("", order="c.due")]
    return [
        {
            "deck": collection.decks.name(card.did),
            "note": card.nid,
            "type": card.note_type()["name"],
            "front": card.question(),
            "back": card.answer(),
            "reps": card.reps,
        }
        for card in cards
    ]


def add(collection: Collection, type_name: str, *fields: str) -> None:
    """A note of one of Anki's own types in a deck of its own."""
    note = collection.new_note(collection.models.by_name(type_name))
    for at, text in enumerate(fields):
        note.fields[at] = text
    collection.add_note(note, collection.decks.id("Foreign::Things"))


def save(collection: Collection, path: str, *, legacy: bool) -> None:
    """Export the foreign deck."""
    options = ExportAnkiPackageOptions(legacy=legacy)
    collection.export_anki_package(
        out_path=path, options=options, limit=DeckIdLimit(collection.decks.id("Foreign::Things"))
    )


def main(folder: str, orders: str) -> None:
    """Carry out a list of orders, each a name and its arguments, and print what each gave."""
    known = {"load": load, "study": study, "told": told, "add": add}
    collection = opened(Path(folder))
    given = []
    for name, *arguments in json.loads(orders):
        if name == "save":
            given.append(save(collection, arguments[0], legacy=arguments[1]))
        else:
            given.append(known[name](collection, *arguments))
    collection.close()
    json.dump(given, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
