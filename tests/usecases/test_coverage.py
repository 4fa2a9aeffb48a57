"""Every sentence is accounted for: asked, refused with a reason, or silent."""

from dataclasses import replace

from builders import make_article, make_evidence, make_item
from quizapp.model.article import Sentence
from quizapp.model.item import Bank, Reject, Status
from quizapp.model.marks import marked
from quizapp.usecases.acquire import Generated
from quizapp.usecases.coverage import State, as_asked, coverage

QUOTES = (
    "The town of Aldwick hung a bell above its harbour in 1874.",
    "The bell weighs about 500 kilograms.",
    "Fishermen ring it twice a day because the fog hides the quay.",
    "In winter nobody rings it.",
)
SENTENCES = tuple(Sentence(span=make_evidence(q).span, paragraph=p) for q, p in zip(QUOTES, (1, 1, 3, 3), strict=True))
REJECT = Reject(check="stands alone", reason="“it” is not clear", stem="", evidence=make_evidence(QUOTES[3]))


def covered(*kinds: str) -> list[State]:
    """The states of the four sentences with items of these kinds."""
    items = tuple(make_item(kind) for kind in kinds)
    bank = Bank(article=make_article(), items=items)
    rows = coverage(Generated(bank=bank, rejects=(REJECT,), sentences=SENTENCES)).rows
    assert [row.text for row in rows] == list(QUOTES)
    return [row.state for row in rows]


def test_each_sentence_has_one_state() -> None:
    """Asked beats refused; without a draft nothing was found, whatever there is."""
    assert covered() == [State.SILENT, State.SILENT, State.SILENT, State.REFUSED]
    assert covered("numeric") == [State.SILENT, State.ASKED, State.SILENT, State.REFUSED]


def test_counts_add_up_to_the_sentences() -> None:
    """No sentence is lost."""
    bank = Bank(article=make_article(), items=(make_item("numeric"), make_item("cloze")))
    found = coverage(Generated(bank=bank, rejects=(REJECT,), sentences=SENTENCES))
    assert sum(found.count(state) for state in State) == len(SENTENCES)
    assert {item.id for row in found.rows for item in row.items} == {item.id for item in bank.items}


def test_another_bank_can_be_held_against_the_article() -> None:
    """A person's own bank counts instead of what would be generated."""
    empty = Bank(article=make_article(), items=())
    own = Bank(article=make_article(), items=(make_item("numeric"),))
    found = coverage(Generated(bank=empty, rejects=(), sentences=SENTENCES), bank=own)
    assert [row.state for row in found.rows].count(State.ASKED) == 1


def test_what_the_bank_does_not_ask_is_left_out() -> None:
    """A question that passed and is not in the bank, or was dropped there, is told neither as asked nor as nothing."""
    whole = Bank(article=make_article(), items=tuple(map(marked, (make_item("numeric"), make_item("cloze")))))
    mine = Bank(article=make_article(), items=(replace(whole.items[0], status=Status.DROPPED),))
    rows = coverage(Generated(bank=whole, rejects=(REJECT,), sentences=SENTENCES), bank=mine).rows
    assert [row.state for row in rows] == [State.SILENT, State.LEFT, State.LEFT, State.REFUSED]
    assert [row.left for row in rows] == [(), (mine.items[0],), (whole.items[1],), ()]


def test_a_false_statement_is_told_as_one() -> None:
    """Read among questions it would be taken for what the article says."""
    statement = make_item("true-false", key=False, stem="Fishermen never ring the bell.")
    assert as_asked(statement) == "Fishermen never ring the bell. (false)"
    assert as_asked(make_item("true-false")).endswith("(true)")
    assert as_asked(make_item("short")) == make_item("short").stem
