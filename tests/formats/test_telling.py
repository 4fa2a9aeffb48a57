"""No question of a sheet gives another one's answer away."""

import re

import pytest

from builders import make_bank, make_evidence, make_item
from quizapp.formats.telling import apart
from quizapp.model.article import Span
from quizapp.model.fact import Evidence
from quizapp.model.item import GAP, Item

_BANK = make_bank()
_QUOTE = _BANK.items[0].evidence[-1]


def _gap(name: str, stem: str, *keys: str, fact: str = "") -> Item:
    return make_item("cloze", id=name, fact=fact or name, stem=stem, keys=keys, evidence=(_QUOTE,))


def test_two_gaps_of_one_sentence_do_not_stand_on_one_sheet() -> None:
    """“____ cannons and six mortars” and “36 cannons and ____ mortars”."""
    first = _gap("cannons", f"It had {GAP} cannons and six mortars.", "36")
    second = _gap("mortars", f"It had 36 cannons and {GAP} mortars.", "six")
    kept, losses = apart([first, second])
    assert kept == [first]
    assert [(loss.item, loss.what) for loss in losses] == [
        ("mortars", "is left out: it and “cannons” tell each other's answer on the same sheet")
    ]


def test_questions_that_tell_nothing_stay() -> None:
    """One sentence with two facts, of which neither question holds the other's answer; “12” does not stand in “120”."""
    when = _gap("when", f"The bell was hung in {GAP}.", "12")
    who = _gap("who", f"{GAP} hung the bell 120 years ago.", "the founder")
    kept, losses = apart([when, who])
    assert (kept, losses) == ([when, who], ())


def test_the_same_words_in_another_sentence_tell_nothing() -> None:
    """What is a leak is bound to the sentence: a name may stand anywhere."""
    other = make_evidence(_BANK.article.text.split(". ")[-1].strip().split("\n")[-1])
    first = _gap("cannons", f"It had {GAP} cannons and six mortars.", "36")
    second = make_item("cloze", id="mortars", fact="m", stem=f"36 and {GAP}.", keys=("six",), evidence=(other,))
    assert apart([first, second])[0] == [first, second]


def _other(number: int) -> tuple[Evidence, ...]:
    """Another sentence for each number."""
    words = [match.start() for match in re.finditer(r"\S+ ", _BANK.article.text)]
    return (Evidence.of(_BANK.article, Span(words[number], words[number] + 4)),)


def _asked(name: str, stem: str, key: str, number: int) -> Item:
    return make_item("short", id=name, fact=name, stem=stem, key=key, evidence=_other(number), derived=True)


def test_of_one_happening_the_question_that_tells_the_most_goes() -> None:
    """It names what two others ask for; they stay, though they share words with each other."""
    who = _asked("who", "Who opened the new bridge at Marlow?", "Queen Maud", 1)
    when = _asked("when", "When was the new bridge at Marlow opened?", "1832", 2)
    why = _asked("why", "Why did Queen Maud open the new bridge at Marlow in 1832?", "to please the town", 3)
    kept, losses = apart([why, who, when])
    assert kept == [who, when]
    assert [loss.item for loss in losses] == ["why"]
    assert losses[0].what == "is left out: it tells the answer of “who” on the same sheet"


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("Who wrote a book about bees?", "Queen Maud"),  # another happening, of which the name tells nothing
        ("Who was kind to the town?", "Queen Maud"),  # one word is shared
        ("What crossed the river at the new bridge?", "the town"),  # no name, and no number
    ],
)
def test_a_name_in_a_question_about_something_else_tells_nothing(stem: str, key: str) -> None:
    """Half of all sheets would go."""
    teller = _asked("why", "Why did Queen Maud open the new bridge of the town?", "to please it", 1)
    items = [teller, _asked("other", stem, key, 2)]
    assert apart(items)[0] == items


def test_the_words_of_one_name_are_one_word() -> None:
    """All questions about a person have them."""
    died = _asked("died", "Where did Anna Maria Holt die?", "Bergen", 1)
    sent = _asked("sent", "Why was Anna Maria Holt sent to Bergen?", "to learn", 2)
    assert apart([died, sent])[0] == [died, sent]


def test_a_number_is_told_by_what_it_counts() -> None:
    """However else the two are worded."""
    gap = make_item(
        "cloze", id="gap", fact="g", stem=f"They get {GAP} hours' notice.", keys=("72",), evidence=_other(1)
    )
    rule = _asked("rule", "Who praised the 72-hour rule?", "Holt", 2)
    train = _asked("train", "Who took the train to platform 72?", "Lee", 3)
    assert apart([gap, rule, train])[0] == [gap, train]
