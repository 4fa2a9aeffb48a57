"""The laws of all formats at once: what the table says is kept comes back, and nothing dropped leaves the house."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bank.samples import MARKS, SAMPLE, banks
from builders import GATHERED, KINDS, make_bank, make_distractor, make_item
from formats.laws import holds, taker
from quizapp.formats.keeps import FIELDS_OF, KEEPS
from quizapp.formats.table import FORMATS, exported, recognise
from quizapp.formats.verifying import broken_promises
from quizapp.kit.errors import InputError
from quizapp.model.item import Bank, Status

READ = sorted(name for name, form in FORMATS.items() if form.take is not None)
APART = {"anki", "qti12", "qti21"}
"""Read in a process of their own alone, which takes half a second each time; their own tests look closer."""
QUICK = [name for name in READ if name not in APART]


@pytest.mark.parametrize("name", QUICK)
@settings(deadline=None, max_examples=25)
@given(bank=banks())
def test_any_bank_comes_back_as_the_table_says(name: str, bank: Bank) -> None:
    """Markup, formulas, controls and right-to-left text included."""
    holds(bank, name=name, take=taker(name))


@pytest.mark.parametrize("name", READ)
def test_every_kind_comes_back_or_is_said_to_be_left_out(name: str) -> None:
    """A bank with all kinds, and one written by hand."""
    every = make_bank(items=tuple(make_item(kind) for kind in (*KINDS, *GATHERED)))
    for bank in (every, SAMPLE):
        assert holds(bank, name=name).items


@pytest.mark.parametrize("name", QUICK)
def test_what_a_format_takes_for_its_own_comes_back_at_the_beginning_of_a_text(name: str) -> None:
    """Its marks, its labels and ours, before a question, an answer, a wrong one and a reason."""
    for mark in MARKS:
        wrong = tuple(make_distractor(f"{mark}wrong {number}", why=f"{mark}no {number}") for number in range(2))
        fields = {"stem": f"{mark}asked", "rationale": f"{mark}why", "derived": True}
        items = (
            make_item("choice", key=f"{mark}key", distractors=wrong, **fields),
            make_item("true-false", **fields),
            make_item("short", key=f"{mark}key", accepted=(f"{mark}too",), **fields),
            make_item("multiple", keys=(f"{mark}one", f"{mark}two"), distractors=wrong, **fields),
        )
        holds(make_bank(items=items), name=name, take=taker(name))


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_dropped_stays_at_home(name: str) -> None:
    """An item that somebody dropped is in no export."""
    bank = make_bank(
        items=(
            make_item("choice", stem="Which one stays?"),
            make_item("choice", id="gone", fact="other", stem="Which goes?"),
        )
    )
    bank = replace(bank, items=(bank.items[0], replace(bank.items[1], status=Status.DROPPED)))
    assert exported(bank).items == bank.items[:1]
    assert FORMATS[name].pack(exported(bank)).content != FORMATS[name].pack(bank).content


@pytest.mark.parametrize("file", ["quiz", "quiz.txt", "quiz.md", "quiz.csv", "quiz.xlsx"])
@pytest.mark.parametrize("name", READ)
def test_our_files_are_recognised_whatever_they_are_called(name: str, file: str) -> None:
    """By their marks alone."""
    form = recognise(FORMATS[name].pack(SAMPLE).content, name=file)
    assert form is not None
    assert form.name == name


def test_the_table_names_fields_that_the_kinds_have() -> None:
    """A slip in the table would promise what cannot be."""
    assert set(KEEPS) == set(FORMATS)
    for keeps in KEEPS.values():
        assert set(keeps.lost) <= set(FIELDS_OF)
        assert all(fields - {"whys"} <= FIELDS_OF[kind] | {"accepted", "quotes"} for kind, fields in keeps.lost.items())


@pytest.mark.parametrize("name", QUICK)
@settings(deadline=None, max_examples=100)
@given(content=st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_are_read_or_refused(name: str, content: bytes) -> None:
    """Foreign bytes give questions, refusals, or one error; nothing else."""
    with suppress(InputError):
        taker(name)(content)


def test_what_did_not_come_back_is_said_in_a_sentence() -> None:
    """Each field by its name, as it is to be read after the item's id."""
    bank = make_bank(items=(make_item("short"),))
    packed = FORMATS["csv"].pack(bank)
    taken = taker("csv")(packed.content)
    changed = replace(taken, items=(replace(taken.items[0], keys=("Lindow",), rationale="No."),))
    assert [loss.what for loss in broken_promises(bank, packed, changed, name="csv")] == [
        "the right answer came back changed",
        "the rationale came back changed",
    ]
