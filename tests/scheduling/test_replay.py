"""The log as it counts."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import NOON, make_review
from quizapp.model.memory import Rating
from quizapp.model.outcome import Outcome
from quizapp.scheduling.replay import advance, effective, moves, replay


def test_a_correction_stands_in_the_place_and_time_of_its_answer() -> None:
    """The last correction wins, and the order of the log stays."""
    first, second = make_review(id="1"), make_review(id="2", at=NOON + timedelta(minutes=1))
    hard = first._replace(id="3", replaces="1", rating=Rating.HARD, at=NOON + timedelta(minutes=2))
    easy = first._replace(id="4", replaces="1", rating=Rating.EASY, at=NOON + timedelta(minutes=3))

    assert effective([first, second, hard, easy]) == (first._replace(rating=Rating.EASY), second)


def test_undone_lines_do_not_count() -> None:
    """An undone correction brings back what was before it; an undone answer takes its corrections with it."""
    answer = make_review(id="1", outcome=Outcome.WRONG, rating=Rating.AGAIN)
    right = answer._replace(id="2", replaces="1", outcome=Outcome.RIGHT, rating=Rating.GOOD)

    assert effective([answer, right], {"2"}) == (answer,)
    assert effective([answer, right], {"1"}) == ()


def test_practice_moves_no_card() -> None:
    """A line outside the schedule leaves the card as it is."""
    practice = make_review(scheduled=False)

    assert replay([practice]) == {}
    assert advance(None, practice) is None


RATED = st.lists(st.sampled_from(list(Rating)), min_size=1, max_size=6)


@given(RATED, RATED, st.sampled_from(["", "old"]))
def test_a_changed_key_starts_anew(before: list[Rating], after: list[Rating], known: str) -> None:
    """Law: the card of a changed key is what follows from the answers since; where the old key is unknown, from all."""
    given_keys = ["old"] * len(before) + ["new"] * len(after) if known else [""] * len(before) + ["new"] * len(after)
    log = [
        make_review(id=str(day), at=NOON + timedelta(days=day), rating=rating, fingerprint=fingerprint)
        for day, (rating, fingerprint) in enumerate(zip(before + after, given_keys, strict=True))
    ]
    counts = log[len(before) :] if known else log

    (card,) = replay(log).values()
    assert card == replay(counts)[card.key]
    assert (card.reviews, card.fingerprint) == (len(counts), "new")


def test_a_lost_memory_is_no_recall() -> None:
    """The first answer to a changed key had nothing before it; practice of it leaves the old card."""
    old = make_review(id="1", fingerprint="old")
    tried = make_review(id="2", fingerprint="new", scheduled=False)
    new = make_review(id="3", fingerprint="new", rating=Rating.AGAIN)

    first, practised, last = moves([old, tried, new])
    assert practised.after == first.after
    assert (practised.before, last.before) == (None, None)
    assert last.after == advance(None, new)


def test_undoing_the_first_answer_to_a_changed_key_brings_the_old_card_back() -> None:
    """The log is whole: nothing of before was thrown away."""
    old, new = make_review(id="1", fingerprint="old"), make_review(id="2", fingerprint="new")
    assert replay([old, new], {"2"}) == replay([old])


def test_replay_takes_answers_in_the_order_of_the_log() -> None:
    """Each answer moves the card that the one before it left."""
    first = make_review(id="1")
    second = make_review(id="2", at=NOON + timedelta(days=2), rating=Rating.EASY)
    card = advance(advance(None, first), second)

    assert replay([first, second]) == {first.key: card}
