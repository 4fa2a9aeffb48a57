"""Memory of 100,000 cards: adding them, a durable answer, and the first one due, against Anki's own backend.

Goals: adding ≤ 0.4 ×, an answer ≤ 0.6 ×, the first due card ≤ 0.02 ×. The `anki` package is installed into a folder of
its own in the user's cache, for this script alone; where that fails nothing is measured, and the script says so.
"""

import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from platformdirs import user_cache_path
from rounds import ROUNDS, Figures, Goal, compile_house, interleave, report

from quizapp.history import Database, Transaction, reviews, sessions
from quizapp.history.cards import cards_of, put_cards
from quizapp.history.sessions import SessionRecord
from quizapp.model.aim import USUAL_AIM, Limits
from quizapp.model.item import Bank, Form
from quizapp.model.memory import Card, ItemKey, Rating, Review, Stage
from quizapp.model.outcome import Outcome
from quizapp.scheduling.replay import advance
from quizapp.sessions.queue import Candidate, study_queue
from quizapp.usecases.offering import Offer, asked_among
from quizapp.usecases.soonest import Stock, soonest_due

ANKI: Final = "anki==26.9.3"
CARDS: Final = 100_000
ARTICLES: Final = 1_000
EACH: Final = CARDS // ARTICLES
ANSWERS: Final = 100
"""Answers a round, of which the median counts."""

NOW: Final = datetime(2026, 11, 26, 12, tzinfo=UTC)
GOALS: Final = [
    Goal(figure="adding 100,000 cards", most=0.4),
    Goal(figure="a durable answer", most=0.6, digits=3),
    Goal(figure="first due card", most=0.02, digits=3),
    Goal(figure="a sitting's due", most=0.02, digits=3),
]


class Anki:
    """The other side: a process in Anki's own environment."""

    def __init__(self, python: Path) -> None:
        command = [str(python), str(Path(__file__).with_name("anki_side.py"))]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def figures(self) -> Figures:
        """Milliseconds of processor time of each piece of work."""
        return {
            "adding 100,000 cards": self._do(f"add {CARDS}"),
            "first due card": (due := self._do("due")),
            "a sitting's due": due,
            "a durable answer": self._do(f"answer {ANSWERS}"),
        }

    def close(self) -> None:
        """Let the process end."""
        self._process.communicate()

    def _do(self, line: str) -> float:
        if self._process.stdin is None or self._process.stdout is None:
            raise ValueError("the process was started with both")
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


def installed_anki() -> Path | None:
    """The Python of an environment that has Anki's package; None where it cannot be installed."""
    folder = user_cache_path("quizapp") / "benchmarks" / ANKI
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        done = subprocess.run([str(python), "-m", "pip", "install", "-q", ANKI], capture_output=True, check=False)
        if done.returncode:
            return None
        (folder / "ready").touch()
    return python


def our_cards() -> list[Card]:
    """Cards that are all due, as after months of study."""
    return [
        Card(
            key=ItemKey(f"article-{number * ARTICLES // CARDS}", f"item-{number}"),
            stage=Stage.REVIEW,
            step=None,
            stability=10.0,
            difficulty=5.0,
            due=NOW - timedelta(minutes=number),
            last_review=NOW - timedelta(days=10, minutes=number),
            reviews=3,
            lapses=0,
        )
        for number in range(CARDS)
    ]


def our_figures(cards: list[Card]) -> Figures:
    """The same work through the door of the history, into a new file, in milliseconds of processor time."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "history.db")
        session = SessionRecord(id="s", scope="", scheduled=True, seed=1, plan=(), started=NOW)
        database.write(partial(sessions.begin, session=session))
        added = _timed(lambda: database.write(partial(put_cards, cards=cards)))
        first = _timed(lambda: database.read(_first_due))
        offers = _offers()
        found = _timed(lambda: database.read(partial(_due_of_a_sitting, offers=offers)))
        planned = _timed(lambda: _plan(database))
        given = [
            partial(reviews.add_answer, review=_answer(card), advance=advance) for card in cards[:: CARDS // ANSWERS]
        ]
        answered = median(_timed(partial(database.write, one)) for one in given)
        database.close()
    return {
        "adding 100,000 cards": added,
        "first due card": first,
        "a sitting's due": found,
        "a whole plan": planned,
        "a durable answer": answered,
    }


def _first_due(transaction: Transaction) -> object:
    return transaction.execute("SELECT article, item FROM cards ORDER BY due LIMIT 1").fetchone()


def _offers() -> tuple[Offer, ...]:
    """The library as its listing has it: a hundred items an article, no bank read."""
    items = tuple((f"item-{number}", f"item-{number}", Form.PICKED) for number in range(CARDS))
    return tuple(
        Offer(article=f"article-{place}", items=items[first : first + EACH], prints=lambda _: (), bank=_no_bank)
        for place, first in enumerate(range(0, CARDS, EACH))
    )


def _no_bank() -> Bank:
    raise ValueError("a plan reads no bank")


def _due_of_a_sitting(transaction: Transaction, *, offers: tuple[Offer, ...]) -> tuple[ItemKey, ...] | None:
    """Twenty questions as a sitting over the whole library finds them in the file's index."""
    stock = Stock(offers, away=frozenset(), asked=asked_among(offers))
    return soonest_due(transaction, stock, answered=(), now=NOW, limits=Limits(), aim=USUAL_AIM)


def _plan(database: Database) -> tuple[ItemKey, ...]:
    """The same where too little is due, or an exam moves what is: every card is read and weighed."""
    cards = database.read(partial(cards_of, articles=[f"article-{number}" for number in range(ARTICLES)]))
    candidates = [
        Candidate(key=key, fact=f"{key.article} {key.item}", rank=rank, card=card)
        for rank, (key, card) in enumerate(cards.items())
    ]
    return study_queue(candidates, now=NOW, seed=1, limits=Limits())


def _answer(card: Card) -> Review:
    return Review(
        id=f"answer to {card.key.item}",
        session="s",
        key=card.key,
        at=NOW,
        offset=0,
        kind="choice",
        given=f"Keeper {card.key.item}",
        outcome=Outcome.RIGHT,
        rule="choice",
        rating=Rating.GOOD,
        seconds=3.0,
        hinted=False,
        scheduled=True,
    )


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def main() -> int:
    """Measure both sides in turn."""
    compile_house()
    python = installed_anki()
    if python is None:
        print(f"{ANKI} cannot be installed here, so nothing was measured")
        return 0
    anki, cards = Anki(python), our_cards()
    medians = interleave({"quizapp": partial(our_figures, cards), "anki": anki.figures}, rounds=ROUNDS)
    anki.close()
    met = report("Memory of 100,000 cards", medians["quizapp"], medians["anki"], GOALS, against=ANKI)
    planned, queue = medians["quizapp"]["a whole plan"], medians["anki"]["first due card"]
    print(f"  the same with every card read and weighed  {planned:.0f} ms, {planned / queue:.1f} × Anki's queue")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
