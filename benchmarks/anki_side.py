"""Anki's side of `cards.py`: runs in Anki's own environment, does what it is told line by line, answers in JSON.

Only Anki's own work is timed: its notes and answers are made before the clock starts, as ours are.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

from anki.collection import AddNoteRequest, Collection

DECK: Final = 1
MOST_A_DAY: Final = 9999  # reviews of a day's queue; Anki takes no more
GOOD: Final = 2  # Again is 0

Clock = Callable[[], float]


def filled(folder: str, cards: int) -> tuple[Collection, float]:
    """A collection with as many notes of one card each, and the seconds it took to add them."""
    collection = Collection(str(Path(folder) / "collection.anki2"))
    notes = []
    for number in range(cards):
        note = collection.new_note(collection.models.by_name("Basic"))
        note.fields = [f"Who keeps the lamp of tower {number}?", f"Keeper {number}"]
        notes.append(AddNoteRequest(note=note, deck_id=DECK))
    start = time.process_time()
    collection.add_notes(notes)
    return collection, time.process_time() - start


def all_due(collection: Collection) -> None:
    """Make every card one that is due, as after months of study, under FSRS."""
    collection.set_config("fsrs", val=True)
    options = collection.decks.config_dict_for_deck_id(DECK)
    options["rev"]["perDay"] = MOST_A_DAY
    collection.decks.update_config(options)
    collection.db.execute(
        "update cards set type = 2, queue = 2, ivl = 10, factor = 2500, reps = 3, due = ? - id % 50",
        collection.sched.today,
    )


def first_due(collection: Collection, other: int) -> float:
    """Seconds to build the queue anew and say what is first."""
    collection.decks.set_current(other)
    collection.decks.set_current(DECK)
    start = time.process_time()
    collection.sched.get_queued_cards(fetch_limit=1)
    return time.process_time() - start


def answers(collection: Collection, count: int) -> float:
    """The median seconds of an answer, from the grade to the commit."""
    taken = []
    for _ in range(count):
        queued = collection.sched.get_queued_cards(fetch_limit=1).cards[0]
        card = collection.get_card(queued.card.id)
        card.start_timer()
        answer = collection.sched.build_answer(card=card, states=queued.states, rating=GOOD)
        start = time.process_time()
        collection.sched.answer_card(answer)
        taken.append(time.process_time() - start)
    return median(taken)


def main() -> None:
    """Serve until there are no more lines: `add CARDS`, then `due` and `answer COUNT` with that collection."""
    folder = tempfile.mkdtemp()
    collection, other = None, 0
    for line in sys.stdin:
        verb, *number = line.split()
        if verb == "add":
            if collection:
                collection.close()
            folder = tempfile.mkdtemp(dir=folder)
            collection, seconds = filled(folder, int(number[0]))
            all_due(collection)
            other = collection.decks.id("Other")
        elif verb == "due":
            seconds = first_due(collection, other)
        else:
            seconds = answers(collection, int(number[0]))
        print(json.dumps(1000 * seconds), flush=True)


if __name__ == "__main__":
    main()
