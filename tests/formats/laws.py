"""What holds of every format that can be read, for any bank at all."""

from collections.abc import Callable
from functools import partial

from quizapp.formats import kahoot_reading, moodle_xml_reading, xlsx_reading
from quizapp.formats.parcel import Taken
from quizapp.formats.table import FORMATS, exported, recognise
from quizapp.formats.verifying import broken_promises
from quizapp.model.item import Bank

IN_PLACE = {
    "moodle-xml": moodle_xml_reading.read,
    "kahoot": kahoot_reading.read,
    "xlsx": xlsx_reading.read,
}
"""Readers that the app runs in a process of their own, for laws that are tried many times."""


def taker(name: str) -> Callable[[bytes], Taken]:
    """The reader of a format, in this process where it can be."""
    take = FORMATS[name].take
    assert take is not None
    return IN_PLACE.get(name, partial(take, name="quiz"))


def holds(bank: Bank, *, name: str, take: Callable[[bytes], Taken] | None = None) -> Taken:
    """Everything that the table says is kept comes back, the bytes are the same each time, and they are recognised."""
    form, kept = FORMATS[name], exported(bank)
    packed = form.pack(kept, seed="s")
    assert packed == form.pack(kept, seed="s")
    assert form.take is not None
    taken = take(packed.content) if take else form.take(packed.content, name="quiz")
    assert not taken.refusals
    assert broken_promises(kept, packed, taken, name=name) == ()
    named = recognise(packed.content, name=f"quiz{form.suffixes[0]}")
    assert not taken.items or (named is not None and named.name == name)
    return taken
