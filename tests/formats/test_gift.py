"""GIFT as its readers take it, and as people write it."""

import pytest

from builders import make_bank, make_item
from quizapp.formats.basket import LONGEST
from quizapp.formats.gift import FRACTIONS, pack, take
from quizapp.formats.parcel import Imported
from quizapp.formats.unseen import BLAME, CATEGORY, PICTURE, PRAISE, SHARE, TOLERANCE
from quizapp.model.fact import Hedge
from quizapp.model.item import ChoiceItem, Distractor, MultipleChoiceItem, Pair

FOREIGN = """// a comment
$CATEGORY: $course$/Harbours/Bells

::Grant:: Who is buried in Grant's tomb? {=Ulysses S. Grant =Grant ~no one#Look again. ~[html]<b>Napoleon</b>}

The bell was hung in 1874.{T#You are too careful.#Right.####It was hung in 1874.}

Grant was buried in a {=tomb =grave} in New York.

How many ships?{#3:0}

Between?{#11..13}

About?{#=5:0.5#Near =%50%6:2#Half}

Match. {=a -> 1 =b -> 2 = -> 3}

Tick them.{~%50%one ~%50%two ~%-100%three}

Who\\: a \\{b\\} \\= \\~ \\# c?{Holt}
"""


def said(text: str) -> tuple[Imported, ...]:
    return take(text.encode(), name="foreign.gift").items


def test_what_people_write_is_taken() -> None:
    """The forms of Moodle's own documentation."""
    grant, hung, tomb, ships, between, about, match, tick, escaped = said(FOREIGN)
    assert (grant.kind, grant.id, grant.keys, grant.accepted) == ("choice", "Grant", ("Ulysses S. Grant",), ("Grant",))
    assert grant.distractors == (Distractor(text="no one", why="Look again."), Distractor(text="Napoleon", why=""))
    assert (hung.kind, hung.keys, hung.rationale) == ("true-false", ("True",), "It was hung in 1874.")
    assert (tomb.kind, tomb.stem, tomb.keys) == ("cloze", "Grant was buried in a ____ in New York.", ("tomb",))
    assert (ships.value, ships.hedge, between.value, about.value) == ("3", Hedge.EXACT, "12", "5")
    assert between.hedge == about.hedge == Hedge.ABOUT
    assert match.pairs == (Pair(prompt="a", answer="1"), Pair(prompt="b", answer="2"))
    assert [each.text for each in match.distractors] == ["3"]
    assert (tick.kind, tick.keys) == ("multiple", ("one", "two"))
    assert (escaped.stem, escaped.keys) == ("Who: a {b} = ~ # c?", ("Holt",))
    assert take(FOREIGN.encode(), name="x").title == "Bells"


def test_what_is_broken_is_named_by_its_line() -> None:
    """The other questions are taken all the same."""
    taken = take(b"Open {=a\n\nFine? {=yes}\n\nEssay {}\n\nJust text.\n\nNo key? {~a ~b}\n\nN {#one}", name="x")
    assert [refusal.line for refusal in taken.refusals] == [1, 5, 7, 9, 11]
    assert [item.stem for item in taken.items] == ["Fine?"]
    assert all(refusal.what for refusal in taken.refusals)


def test_a_blank_line_that_is_missing_parts_no_question_in_two() -> None:
    """Each line with answers at its end is a question; one with text behind its answers goes on."""
    text = "It rang.{T}\nIt fell. {F}\n::who::Who?{\n=Holt\n~Vale\n}\nIt hung in {=fog}\nat sea."
    taken = take(text.encode(), name="x")
    assert [(item.line, item.kind, item.stem) for item in taken.items] == [
        (1, "true-false", "It rang."),
        (2, "true-false", "It fell."),
        (3, "choice", "Who?"),
        (7, "cloze", "It hung in ____ at sea."),
    ]
    (refusal,) = take(b"Fill {=a} and {=b}.", name="x").refusals
    assert "a blank line between questions" in refusal.what


def test_what_is_not_taken_is_said() -> None:
    """Tolerances, shares of a mark, feedback on what is right, pictures, other categories."""
    text = """$CATEGORY: a

$CATEGORY: b

How high? {#24:0.5}

Who? {=Holt#Right. ~%50%Vale ~Crane}

Who else? {=Holt =%50%Vale}

[html]<img src="x">Which? {=a ~b ~c}

[plain]<img> is what? {=a tag}
"""
    taken = take(text.encode(), name="x")
    assert [each.lost for each in taken.items] == [(TOLERANCE,), (SHARE, PRAISE), (SHARE,), (PICTURE,), ()]
    assert [(each.line, each.what) for each in taken.beside] == [(3, CATEGORY)]
    assert not any(item.lost for item in take(pack(make_bank()).content, name="x").items)


def test_a_bottomless_question_is_refused() -> None:
    """Before anything is made of it."""
    taken = take(b"Who? {=" + b"x" * LONGEST + b"}\n\nWho? {=Holt}", name="x")
    assert ([refusal.line for refusal in taken.refusals], len(taken.items)) == ([1], 1)


def test_what_would_change_the_question_is_written_otherwise() -> None:
    """An arrow would make it matching, an asterisk match anything, a bracket be a format, a percent sign a weight."""
    bank = make_bank(
        items=(
            make_item(
                "choice",
                key="a -> b",
                distractors=(Distractor(text="%50% c", why="w"), Distractor(text="[html]d", why="w")),
            ),
            make_item("short", key="a*b", accepted=()),
        )
    )
    packed = pack(bank)
    text = packed.content.decode()
    assert "=a → b" in text
    assert "~[plain]%50% c#w" in text
    assert "~[plain][html]d#w" in text
    assert "=a\\\\*b" in text
    assert [loss.item for loss in packed.losses] == ["choice-1"]


def test_marks_are_shared_as_moodle_can() -> None:
    """Right options share 100 %, wrong ones take it away; a number of options that Moodle cannot share is left out."""
    item = make_item("multiple", keys=("a", "b", "c"))
    text = pack(make_bank(items=(item,))).content.decode()
    assert text.count("~%33.33333%") == 3
    assert text.count("~%-50%") == 2
    many = make_item("multiple", keys=tuple(f"key {number}" for number in range(11)))
    assert isinstance(many, MultipleChoiceItem)
    packed = pack(make_bank(items=(many,)))
    assert "::multiple-1::" not in packed.content.decode()
    assert packed.losses[-1].what.startswith("is left out")
    assert "50" in FRACTIONS


def test_the_right_option_does_not_always_come_first() -> None:
    """Readers that do not shuffle would give the key away."""
    items = tuple(make_item("choice", id=f"c-{number}") for number in range(12))
    firsts = {block.split("\n")[2][0] for block in pack(make_bank(items=items)).content.decode().split("\n\n")[1:]}
    assert firsts == {"=", "~"}
    assert all(isinstance(item, ChoiceItem) for item in items)


def test_every_question_shows_the_sentence_that_answers_it() -> None:
    """The general feedback holds the quote, and where it is from."""
    text = pack(make_bank()).content.decode()
    assert text.count("####") == text.count("The text says") == text.count("Source\\: The harbour bell") == 5


@pytest.mark.parametrize(
    ("answers", "rationale", "lost"),
    [
        ("F#Wrong: it rises in the east.#Well done.", "Well done.", (BLAME,)),
        ("F#Wrong.#Well done.####It rises in the east.", "It rises in the east.", (BLAME, PRAISE)),
        ("F##Well \\# done.", "Well # done.", ()),
        ("F#Wrong.", "", (BLAME,)),
        ("F#Wrong.####", "", (BLAME,)),
        ("F####It rises in the east.", "It rises in the east.", ()),
        ("F", "", ()),
    ],
)
def test_the_reason_of_a_statement_is_for_everybody_or_for_the_right_answer(
    answers: str, rationale: str, lost: tuple[str, ...]
) -> None:
    """What is shown to those who are wrong stands first, is no reason for the key, and is said to be left out."""
    (sun,) = said(f"The sun rises in the west.{{{answers}}}")
    assert (sun.keys, sun.rationale, sun.lost) == (("False",), rationale, lost)
