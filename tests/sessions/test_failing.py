"""A fact that keeps failing: another form in its turn, and given up when that fails, too."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import NOON, make_distractor, make_item
from quizapp.grading.grade import grade
from quizapp.model.item import ChoiceItem, Form, form_of
from quizapp.model.memory import Card, ItemKey, Rating, Stage
from quizapp.model.outcome import Outcome
from quizapp.model.response import Chosen
from quizapp.scheduling.schedule import review_card
from quizapp.sessions.failing import (
    GIVE_UP_AFTER,
    STEADY_FROM,
    SWITCH_AFTER,
    Attempt,
    asks_otherwise,
    given_up,
    in_another_form,
    is_failing,
    record_of,
)
from quizapp.sessions.queue import Candidate, Done, done_today, stand_in, study_queue

ATTEMPTS = st.lists(st.builds(Attempt, form=st.sampled_from(list(Form)), lapsed=st.booleans()), max_size=30)
TYPED, CHOICE = ItemKey("a", "typed"), ItemKey("a", "choice")


def _missed(form: Form, times: int) -> list[Attempt]:
    return [Attempt(form=form, lapsed=True)] * times


@given(ATTEMPTS)
def test_nothing_is_given_up_before_it_failed_in_every_form_it_was_asked_in(attempts: list[Attempt]) -> None:
    """Law: it takes four lapses in one form and three more, and the last attempt was one of them."""
    record = record_of(attempts)
    if given_up(attempts) is None:
        return
    assert attempts[-1].lapsed
    assert record.failing is not None
    assert record.lapses[record.failing] >= SWITCH_AFTER
    assert sum(record.lapses.values()) >= SWITCH_AFTER + GIVE_UP_AFTER
    if record.otherwise:
        assert sum(count for form, count in record.lapses.items() if form is not record.failing) >= GIVE_UP_AFTER


@given(ATTEMPTS)
def test_a_record_follows_from_the_attempts_alone(attempts: list[Attempt]) -> None:
    """Law: step by step or all at once is the same; lapses are counted, and what was known adds none."""
    assert record_of(attempts) == record_of(iter(attempts))
    for form in Form:
        assert record_of(attempts).lapses.get(form, 0) == sum(
            one == Attempt(form=form, lapsed=True) for one in attempts
        )


@given(ATTEMPTS, st.sampled_from(list(Form)))
def test_who_looked_at_it_is_asked_again_for_as_many_lapses_more(attempts: list[Attempt], form: Form) -> None:
    """Law: right after it was given up, one or two more lapses are not enough to give it up again."""
    if given_up(attempts) is not None:
        for more in range(1, GIVE_UP_AFTER):
            assert given_up(attempts + _missed(form, more)) is None


@pytest.mark.parametrize(
    ("attempts", "reason"),
    [
        (_missed(Form.TYPED, 6), None),
        (_missed(Form.TYPED, 7), "missed 7 times"),
        ([*_missed(Form.TYPED, 5), Attempt(form=Form.PICKED, lapsed=False)], None),
        (_missed(Form.TYPED, 8), None),
        (_missed(Form.TYPED, 10), "missed 10 times"),
        ([*_missed(Form.TYPED, 4), *_missed(Form.PICKED, 2)], None),
        ([*_missed(Form.TYPED, 4), *_missed(Form.PICKED, 3)], "missed 7 times in two forms"),
        ([*_missed(Form.PICKED, 1), *_missed(Form.TYPED, 4), *_missed(Form.PICKED, 3)], "missed 8 times in two forms"),
        (
            [*_missed(Form.TYPED, 4), *_missed(Form.PICKED, 2), *_missed(Form.GAPS, 1)],
            "missed 7 times in three forms",
        ),
        ([*_missed(Form.TYPED, 4), Attempt(form=Form.PICKED, lapsed=False), *_missed(Form.TYPED, 9)], None),
    ],
)
def test_reasons(attempts: list[Attempt], reason: str | None) -> None:
    """The owner of the bank reads how often, and in how many forms; what is known in another form is not given up."""
    assert given_up(attempts) == reason


def _card(key: ItemKey, *, lapses: int, days_ago: float, stage: Stage = Stage.REVIEW, stability: float = 2.0) -> Card:
    last = NOON - timedelta(days=days_ago)
    return Card(
        key=key,
        stage=stage,
        step=None if stage is Stage.REVIEW else 0,
        stability=stability,
        difficulty=8.0,
        due=last + timedelta(days=1),
        last_review=last,
        reviews=20,
        lapses=lapses,
    )


def _candidate(key: ItemKey, form: Form, card: Card | None) -> Candidate:
    return Candidate(key=key, fact="one", rank=form is Form.PICKED, card=card, form=form)


def _failing(**changes: object) -> Candidate:
    fields: dict[str, object] = {"lapses": SWITCH_AFTER, "days_ago": 3}
    return _candidate(TYPED, Form.TYPED, _card(TYPED, **fields | changes))  # type: ignore[arg-type]  # fields by name


def test_a_new_sibling_stands_in_for_what_keeps_failing() -> None:
    """It is asked on the day on which the failing one is due, whatever the limit of new ones."""
    items = [_failing(), _candidate(CHOICE, Form.PICKED, None)]
    assert study_queue(items, now=NOON, seed=1) == (CHOICE,)
    steady = [_failing(stability=STEADY_FROM), items[1]]
    seldom = [_failing(lapses=SWITCH_AFTER - 1), items[1]]
    same_form = [_failing(), _candidate(CHOICE, Form.TYPED, None)]
    relearnt = [_failing(stage=Stage.RELEARNING), items[1]]
    for others in (steady, seldom, same_form, relearnt):
        assert study_queue(others, now=NOON, seed=1) == (TYPED,)


def test_the_two_take_turns_and_a_sibling_is_relearnt_first() -> None:
    """Known in the other form since, it is asked in its own again; missed there, it waits for that."""
    item = _failing()
    known = _candidate(CHOICE, Form.PICKED, _card(CHOICE, lapses=0, days_ago=1, stability=9))
    missed = _candidate(CHOICE, Form.PICKED, _card(CHOICE, lapses=0, days_ago=1, stage=Stage.RELEARNING))
    earlier = _candidate(CHOICE, Form.PICKED, _card(CHOICE, lapses=0, days_ago=9, stability=50))
    assert stand_in(item, [item, known]) == item
    assert stand_in(item, [item, missed]) is None
    assert stand_in(item, [item, earlier]) == earlier


KNOWN = st.lists(st.booleans(), min_size=60, max_size=60)


@given(KNOWN, KNOWN)
def test_nobody_is_locked_out_of_a_question(typed: list[bool], choice: list[bool]) -> None:
    """Law: whatever is known and missed, each form of a failing fact comes again, and never both on one day."""
    answers = {TYPED: iter(typed), CHOICE: iter(choice)}
    forms = {TYPED: Form.TYPED, CHOICE: Form.PICKED}
    cards: dict[ItemKey, Card | None] = {TYPED: _card(TYPED, lapses=SWITCH_AFTER, days_ago=3), CHOICE: None}
    asked: list[ItemKey] = []
    now = NOON
    for _ in range(200):
        today: list[ItemKey] = []
        for _ in range(6):  # ten minutes apart
            items = [_candidate(key, form, cards[key]) for key, form in forms.items()]
            done: Done = done_today(items, today)
            for key in study_queue(items, now=now, seed=1, done=done):
                cards[key] = _answered(cards[key], key, now, known=next(answers[key], True))
                today.append(key)
            now += timedelta(minutes=10)
        assert len(set(today)) <= 1
        asked += today[:1]
        now += timedelta(days=1) - timedelta(hours=1)
    still = [card for card in cards.values() if card is not None and is_failing(card)]
    assert set(asked) == {TYPED, CHOICE}
    assert not still or TYPED in asked[-60:]


def _answered(card: Card | None, key: ItemKey, at: datetime, *, known: bool) -> Card:
    return review_card(card, key=key, rating=Rating.GOOD if known else Rating.AGAIN, at=at)


def test_a_typed_item_with_wrong_answers_enough_becomes_a_choice() -> None:
    """The same question with the same key and evidence; three options, or none."""
    wrong = (make_distractor("Barrow"), make_distractor("Kirkby"))
    item = make_item("short", distractors=wrong)
    choice = in_another_form(item)
    assert isinstance(choice, ChoiceItem)
    assert (choice.id, choice.fact, choice.stem, choice.evidence) == (item.id, item.fact, item.stem, item.evidence)
    assert grade(choice, Chosen(option="Aldwick")).outcome is Outcome.RIGHT
    assert in_another_form(make_item("short", distractors=wrong[:1])) is None
    assert in_another_form(make_item("numeric")) is None


@pytest.mark.parametrize("last", [Form.TYPED, Form.PICKED])
def test_an_item_alone_is_asked_in_turn_in_its_two_forms(last: Form) -> None:
    """Once known, the other form; while it is relearnt, the form in which it was missed."""
    item = make_item("short")
    assert form_of(item.kind) is Form.TYPED
    assert asks_otherwise(item, _card(TYPED, lapses=4, days_ago=1), last) is (last is Form.TYPED)
    relearnt = _card(TYPED, lapses=4, days_ago=1, stage=Stage.RELEARNING)
    assert asks_otherwise(item, relearnt, last) is (last is Form.PICKED)
