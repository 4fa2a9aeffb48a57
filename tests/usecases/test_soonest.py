"""What is due first, by the file's index, against a look at every card."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import NOON, FakeClock, make_article, make_bank, make_item, right_response
from quizapp.history import Database, Transaction
from quizapp.history.cards import cards_of, put_cards
from quizapp.model.aim import USUAL_AIM, Aim, Limits
from quizapp.model.fingerprint import fingerprints
from quizapp.model.item import Bank
from quizapp.model.memory import Card, ItemKey, Stage
from quizapp.sessions.queue import waiting
from quizapp.usecases.offering import asked_among, candidates_in, offer_of
from quizapp.usecases.planning import pool_of
from quizapp.usecases.sameness import memory_of
from quizapp.usecases.soonest import Stock, soonest_due
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace
from stage import workspace_with

ARTICLES = ("a", "b", "c")
KINDS = ("choice", "short")


def _bank(article: str) -> Bank:
    """Four items about two facts, each fact in two forms."""
    text = make_article(id=article)
    items = tuple(
        make_item(kind, article=text, id=f"{kind}-{fact}", fact=f"fact-{fact}") for fact in range(2) for kind in KINDS
    )
    return Bank(article=text, items=items)


BANKS = tuple(_bank(article) for article in ARTICLES)
KEYS = tuple(ItemKey(bank.article.id, item.id) for bank in BANKS for item in bank.items)
ITEMS = {ItemKey(bank.article.id, item.id): item for bank in BANKS for item in bank.items}

DAYS = st.sampled_from([-40.0, -3.0, -1.2, -1.0, -0.4, 0.0, 0.2, 0.6, 3.0])
STATES = st.fixed_dictionaries(
    {
        "stage": st.sampled_from(Stage),
        "due": DAYS,
        "since": st.sampled_from([0.1, 0.5, 2.0, 9.0]),
        "lapses": st.sampled_from([0, 0, 5]),
        "changed": st.sampled_from([False, False, False, True]),
    }
)


def _card(key: ItemKey, state: dict[str, object]) -> Card:
    due = NOON + timedelta(days=float(str(state["due"])))
    return Card(
        key=key,
        stage=Stage(str(state["stage"])),
        step=None if state["stage"] is Stage.REVIEW else 0,
        stability=5.0,
        difficulty=5.0,
        due=due,
        last_review=min(due, NOON) - timedelta(days=float(str(state["since"]))),
        reviews=3,
        lapses=int(str(state["lapses"])),
        fingerprint="another" if state["changed"] else fingerprints(ITEMS[key])[0],
    )


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(st.sampled_from(KEYS), STATES),
    st.frozensets(st.sampled_from(KEYS), max_size=2),
    st.lists(st.sampled_from(KEYS), max_size=2),
    st.integers(1, 4),
    st.integers(0, 6),
)
def test_the_index_finds_what_a_look_at_every_card_finds(
    states: dict[ItemKey, dict[str, object]],
    away: frozenset[ItemKey],
    answered: list[ItemKey],
    questions: int,
    a_day: int,
) -> None:
    """Law: the same items in the same order, or none where not enough is due and new ones have to be looked for."""
    history = Database(None)
    history.write(partial(put_cards, cards=[_card(key, state) for key, state in states.items()]))
    offers = tuple(map(offer_of, BANKS))
    asked = asked_among(offers)
    limits, today = Limits(questions=questions, due=a_day), tuple(answered)

    def both(transaction: Transaction) -> tuple[object, tuple[ItemKey, ...], int]:
        cards = memory_of(cards_of(transaction, ARTICLES), asked).cards
        pool = pool_of(candidates_in(offers), cards=cards, away=away, answered=today)
        due = waiting(pool.candidates, now=NOON, limits=limits, done=pool.done).due
        stock = Stock(offers, away=away, asked=asked)
        found = soonest_due(transaction, stock, answered=today, now=NOON, limits=limits, aim=USUAL_AIM)
        return found, tuple(item.key for item in due[:questions]), a_day - pool.done.due

    found, due, left = history.read(both)
    history.close()
    assert found == (due if len(due) == questions <= left else None)


def test_an_aim_or_a_clock_that_was_ahead_needs_a_look_at_every_card(data_dir: Path) -> None:
    """What moves when cards are due is not in the index."""
    clock = FakeClock()
    workspace = Workspace(data_dir, clock=clock)
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    while sitting.question:
        sitting.answer(right_response(sitting.question.item), seconds=1)
        sitting.rate()
    clock.pass_by(days=60)
    offers = (offer_of(make_bank()),)
    stock = Stock(offers, away=frozenset(), asked=asked_among(offers))

    def soonest(*, aim: Aim = USUAL_AIM, earlier: timedelta = timedelta(0)) -> object:
        search = partial(
            soonest_due, stock=stock, answered=(), now=clock.now() - earlier, limits=Limits(questions=2), aim=aim
        )
        return workspace.history.read(search)

    assert soonest() is not None
    assert soonest(aim=Aim(retention=0.95)) is None
    assert soonest(aim=Aim(exam=clock.now().date())) is None
    assert soonest(earlier=timedelta(days=62)) is None


def test_a_sitting_over_everything_reads_the_banks_it_asks_from_and_no_other(tmp_path: Path) -> None:
    """Law: however many banks there are, those are read that the sitting's questions are in."""
    workspace = workspace_with(tmp_path, *BANKS)
    fresh = Workspace(tmp_path, clock=workspace.clock)
    fresh.__dict__["library"] = type(workspace.library)(tmp_path / "questions")

    sitting = open_sitting(fresh, seed=1, limit=1)

    assert sitting.question is not None
    assert set(fresh.library._banks) == {sitting.question.article.id}
