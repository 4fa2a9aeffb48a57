"""What holds of every format that can be read, for any bank at all."""

from quizapp.formats.parcel import Taken
from quizapp.formats.table import FORMATS, exported, recognise
from quizapp.formats.verifying import broken_promises
from quizapp.model.item import Bank


def holds(bank: Bank, *, name: str) -> Taken:
    """Everything that the table says is kept comes back, the bytes are the same each time, and they are recognised."""
    form, kept = FORMATS[name], exported(bank)
    packed = form.pack(kept, seed="s")
    assert packed == form.pack(kept, seed="s")
    assert form.take is not None
    taken = form.take(packed.content, name="quiz")
    assert not taken.refusals
    assert broken_promises(kept, packed, taken, name=name) == ()
    named = recognise(packed.content, name=f"quiz{form.suffixes[0]}")
    assert not taken.items or (named is not None and named.name == name)
    return taken
