"""No question of a sheet gives another one's answer away."""

from builders import make_bank, make_evidence, make_item
from quizapp.formats.telling import apart
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
