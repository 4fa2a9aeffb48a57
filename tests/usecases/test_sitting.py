"""A sitting without a screen: asked, answered, stored, undone, resumed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    KINDS,
    FakeClock,
    make_article,
    make_bank,
    make_distractor,
    make_item,
    right_response,
    wrong_response,
)
from quizapp.history import Database, Transaction, reviews
from quizapp.history.cards import cards_of
from quizapp.history.reviews import Log
from quizapp.history.sessions import latest
from quizapp.model.aim import Aim, Among, Practice
from quizapp.model.item import Bank, Item, Status
from quizapp.model.memory import Card, ItemKey, Rating
from quizapp.model.outcome import Outcome
from quizapp.model.response import Shown, Typed
from quizapp.scheduling.replay import effective, replay
from quizapp.usecases.lines import LONGEST
from quizapp.usecases.offering import offer_of
from quizapp.usecases.opening import Request, open_planned
from quizapp.usecases.pausing import Paused, paused
from quizapp.usecases.report import outlook_of_one
from quizapp.usecases.study import EVERYTHING, Sitting, open_demo, open_practice, open_sitting, reads_as
from quizapp.usecases.workspace import ME, Workspace


@pytest.fixture
def clock() -> FakeClock:
    """Noon, until a test says otherwise."""
    return FakeClock()


@pytest.fixture
def workspace(data_dir: Path, clock: FakeClock) -> Workspace:
    """A learner without any history."""
    return Workspace(data_dir, clock=clock)


def _again(workspace: Workspace) -> Workspace:
    """The same learner in another process."""
    return Workspace(workspace.data_dir, clock=workspace.clock)


def _log(workspace: Workspace) -> Log:
    return _again(workspace).history.read(reviews.whole_log)


def _cards(workspace: Workspace) -> dict[ItemKey, Card]:
    return _again(workspace).history.read(lambda transaction: cards_of(transaction, ["harbour-bell"]))


def _right(sitting: Sitting, rating: Rating | None = None) -> None:
    assert sitting.question is not None
    sitting.answer(right_response(sitting.question.item), seconds=4)
    sitting.rate(rating)


def _wrong(sitting: Sitting) -> None:
    assert sitting.question is not None
    sitting.answer(wrong_response(sitting.question.item), seconds=4)
    sitting.rate()


def _item_id(sitting: Sitting) -> str:
    assert sitting.question is not None
    return sitting.question.item.id


def test_a_sitting_from_the_first_question_to_the_results(workspace: Workspace) -> None:
    """Every question is asked once in the bank's order, and the results add up."""
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    asked = []
    while sitting.question:
        question = sitting.question
        assert (question.number, question.total) == (len(asked) + 1, 5)
        asked.append(question.item.kind)
        (_wrong if question.item.kind == "cloze" else _right)(sitting)
    results = sitting.results()

    assert tuple(asked) == KINDS
    assert (results.title, results.right, results.total, results.answered) == ("The harbour bell", 4, 5, 5)
    assert (results.seconds, results.finished, results.saved, results.streak_days) == (20, True, True, 1)
    assert [(missed.item.kind, missed.given, missed.comes_back) for missed in results.missed] == [
        ("cloze", "zebra", timedelta(minutes=10))
    ]
    assert results.marks == (Outcome.RIGHT, Outcome.RIGHT, Outcome.WRONG, Outcome.RIGHT, Outcome.RIGHT)


def test_an_answer_is_on_disk_before_its_feedback_shows(workspace: Workspace) -> None:
    """Another process reads the line and the moved card as soon as `answer` has returned."""
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    assert not workspace.has_history

    feedback = sitting.answer(right_response(make_item("choice")), seconds=4)

    line, card = _log(workspace).lines[0], _cards(workspace)[ItemKey("harbour-bell", "choice-1")]
    assert (line.given, line.outcome, line.rating, line.seconds) == ("Edith Crane", Outcome.RIGHT, Rating.GOOD, 4)
    assert card.due - line.at == feedback.intervals[Rating.GOOD]
    assert (feedback.saved, workspace.has_history) == (True, True)


def test_feedback_says_what_is_needed(workspace: Workspace) -> None:
    """Options with reasons, the evidence with its paragraph and key words, the suggested rating and all waits."""
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    feedback = sitting.answer(wrong_response(make_item("choice")), seconds=4)
    verdicts = {option.text: option for option in feedback.options}
    article = feedback.question.article

    assert feedback.suggested is Rating.AGAIN
    assert feedback.intervals[Rating.AGAIN] == timedelta(minutes=10)
    assert (verdicts["Edith Crane"].is_key, verdicts["Edith Crane"].why) == (True, "Stated in ¶2.")
    assert (verdicts["The town clerk"].picked, verdicts["The town clerk"].why) == (True, "The clerk is not quoted.")
    assert feedback.paragraph == 2
    assert [article.text[start:end] for start, end in feedback.key_words] == ["Edith Crane"]
    assert feedback.question.marks[0] is Outcome.WRONG


def test_key_words_fall_back_on_the_longest_variant_that_is_there() -> None:
    """A key that the article words otherwise is underlined in the article's words; what is nowhere is not."""
    item = make_item("short", key="Aldwick Town", accepted=("Aldwick", "The town of Aldwick"))
    nowhere = make_item("short", id="short-2", key="Somewhere", accepted=())
    sitting = open_demo(make_bank(items=(item, nowhere)), clock=FakeClock(), seed=1)

    feedback = sitting.answer(Typed(fields=("x",)), seconds=1)
    assert [feedback.question.article.text[slice(*range_)] for range_ in feedback.key_words] == ["The town of Aldwick"]
    sitting.rate()
    assert sitting.answer(Typed(fields=("x",)), seconds=1).key_words == ()


def test_true_or_false_is_explained(clock: FakeClock) -> None:
    """Both options say what the article says; a rationale of the item's own stands beside the right one."""
    items = (make_item("true-false"), make_item("true-false", id="tf-2", key=False, rationale="It is twice a day."))
    sitting = open_demo(make_bank(items=items), clock=clock, seed=1)

    assert [each.why for each in sitting.answer(Shown(), seconds=1).options] == ["The article says so in ¶3."] * 2
    sitting.rate()
    assert [each.why for each in sitting.answer(Shown(), seconds=1).options] == [
        "The article says otherwise in ¶3.",
        "It is twice a day.",
    ]


def test_no_reason_is_invented(clock: FakeClock) -> None:
    """A distractor without a reason says only whether the article has it."""
    wrong = (make_distractor("Fishermen", why=""), make_distractor("Pirates", why=""))
    sitting = open_demo(make_bank(items=(make_item("choice", distractors=wrong),)), clock=clock, seed=1)
    reasons = {option.text: option.why for option in sitting.answer(Shown(), seconds=1).options}

    assert (reasons["Fishermen"], reasons["Pirates"]) == ("The article does not say this.", "Not in the article.")


def test_another_rating_is_a_correcting_line(workspace: Workspace) -> None:
    """The first line stays, the second replaces it, and the card is as if only the second were there."""
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    _right(sitting, Rating.EASY)
    log = _log(workspace)

    assert [(line.rating, line.replaces) for line in log.lines] == [(Rating.GOOD, None), (Rating.EASY, log.lines[0].id)]
    assert _cards(workspace) == replay([log.lines[0]._replace(rating=Rating.EASY)])


def test_accepting_the_suggestion_adds_nothing(workspace: Workspace) -> None:
    """One line an answer, whether the suggestion is accepted by itself or by its number."""
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    _right(sitting)
    _right(sitting, Rating.GOOD)

    assert len(_log(workspace).lines) == 2


def test_after_a_miss_only_again_counts(workspace: Workspace) -> None:
    """Another rating is taken for Again."""
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    sitting.answer(wrong_response(make_item("choice")), seconds=4)
    sitting.rate(Rating.EASY)

    assert [line.rating for line in _log(workspace).lines] == [Rating.AGAIN]


def test_a_hint_a_slip_and_a_long_wait_suggest_hard(workspace: Workspace, clock: FakeClock) -> None:
    """The suggestion follows from how the answer came about, and from the learner's own usual time."""
    item = make_item("short", accepted=())
    slip = open_demo(make_bank(items=(item,)), clock=clock, seed=1)
    assert slip.answer(Typed(fields=("Aldwyck",)), seconds=4).suggested is Rating.HARD

    choices = tuple(make_item("choice", id=f"choice-{number}", fact=f"f-{number}") for number in range(8))
    sitting = open_sitting(workspace, bank=make_bank(items=choices), seed=1, limit=8)
    assert sitting.answer(right_response(choices[0]), seconds=4, hinted=True).suggested is Rating.HARD
    sitting.rate()
    for _ in range(5):
        _right(sitting)
    resumed = open_sitting(_again(workspace), bank=make_bank(items=choices))
    assert resumed.answer(right_response(choices[0]), seconds=25).suggested is Rating.HARD


def test_i_was_right_is_logged_as_the_learners_word(workspace: Workspace) -> None:
    """The verdict turns, the log keeps both lines, and only typed answers judged wrong can be overruled."""
    bank = make_bank(items=(make_item("short"), make_item("choice")))
    sitting = open_sitting(workspace, bank=bank, seed=1)
    sitting.answer(Typed(fields=("the port of Aldwick",)), seconds=4)
    feedback = sitting.overrule()

    assert (feedback.grade.outcome, feedback.suggested) == (Outcome.RIGHT, Rating.GOOD)
    assert feedback.question.marks[0] is Outcome.RIGHT
    assert [(line.outcome, line.rule) for line in _log(workspace).lines] == [
        (Outcome.WRONG, "different"),
        (Outcome.RIGHT, "overruled"),
    ]
    assert sitting.overrule() == feedback
    sitting.rate()

    shown = sitting.answer(wrong_response(make_item("choice")), seconds=1)
    assert sitting.overrule() == shown
    assert len(_log(workspace).lines) == 3


def test_later_is_not_today(workspace: Workspace, clock: FakeClock) -> None:
    """A question put off leaves the sitting and comes back tomorrow."""
    bank = make_bank(count=2)
    sitting = open_sitting(workspace, bank=bank, seed=1)
    sitting.later()
    assert (_item_id(sitting), sitting.results().total) == ("true-false-2", 1)
    _right(sitting)

    clock.pass_by(hours=11)
    assert open_sitting(_again(workspace), bank=bank).question is None
    clock.pass_by(hours=2)
    assert _item_id(open_sitting(_again(workspace), bank=bank)) == "choice-1"


def test_a_flagged_question_is_not_asked_again(workspace: Workspace, clock: FakeClock) -> None:
    """Flagged before the answer it leaves the sitting; flagged after it, the answer stays."""
    bank = make_bank(count=3)
    sitting = open_sitting(workspace, bank=bank, seed=1)
    sitting.flag("unclear")
    sitting.answer(right_response(make_item("true-false")), seconds=1)
    sitting.flag("too easy")
    clock.pass_by(days=30)

    assert (_item_id(sitting), sitting.results().right) == ("cloze-3", 1)
    assert [_item_id(open_sitting(_again(workspace), bank=bank))] == ["cloze-3"]


def test_dropped_and_vanished_items_are_not_asked(workspace: Workspace) -> None:
    """What a person dropped is never asked; what is gone from the bank is skipped, also in a sitting that goes on."""
    bank = make_bank(count=5)
    items = (replace(bank.items[0], status=Status.DROPPED), *bank.items[1:])
    sitting = open_sitting(workspace, bank=make_bank(items=items), seed=1)
    assert (_item_id(sitting), sitting.results().total) == ("true-false-2", 4)
    _right(sitting)

    resumed = open_sitting(_again(workspace), bank=make_bank(items=(items[1], *items[3:])))
    assert resumed.question is not None
    assert (resumed.question.item.id, resumed.question.number, resumed.question.total) == ("numeric-4", 2, 3)


def test_an_interrupted_sitting_goes_on(workspace: Workspace) -> None:
    """The same order, options, marks and seed, at the first question without an answer."""
    bank = make_bank(count=10)
    first = open_sitting(workspace, bank=bank, seed=5)
    _right(first)
    _wrong(first)
    first.answer(right_response(bank.items[2]), seconds=1)  # answered, and then the terminal is closed

    resumed = open_sitting(_again(workspace), bank=bank)

    assert resumed.question is not None
    assert (resumed.question.number, resumed.question.item) == (4, bank.items[3])
    assert resumed.question.marks[:4] == (Outcome.RIGHT, Outcome.WRONG, Outcome.RIGHT, None)
    assert [missed.given for missed in resumed.results().missed] == ["False"]
    for _ in range(7):
        _right(resumed)
    assert (resumed.results().right, resumed.results().finished) == (9, True)
    record = workspace.history.read(lambda transaction: latest(transaction, scope="harbour-bell", scheduled=True))
    assert record is not None
    assert record.seed == 5


def test_everything_goes_on_with_what_was_left(workspace: Workspace, clock: FakeClock) -> None:
    """Whoever leaves an article's sitting finds it again without naming it; then comes what is due, and after a day."""
    workspace.library.save(make_bank(count=5))
    sitting = open_sitting(workspace, bank="harbour-bell", seed=5)
    assert paused(_again(workspace)) is None  # nothing was answered, so nothing was begun
    _right(sitting)
    _wrong(sitting)
    _right(open_practice(_again(workspace), seed=3))  # beside the schedule: that is not what was left
    assert paused(_again(workspace)) == Paused(slug="harbour-bell", title="The harbour bell", left=3)
    resumed = open_sitting(_again(workspace))
    assert (resumed.title, resumed.question and resumed.question.number) == ("The harbour bell", 3)
    for _ in range(3):
        _right(resumed)
    assert paused(_again(workspace)) is None
    assert open_sitting(_again(workspace)).title == EVERYTHING


def test_what_was_left_two_days_ago_is_over(workspace: Workspace, clock: FakeClock) -> None:
    """Then everything due is asked; so it is where the article has left the library."""
    workspace.library.save(make_bank(count=5))
    _right(open_sitting(workspace, bank="harbour-bell", seed=5))
    assert paused(_again(workspace)) is not None
    clock.pass_by(hours=25)
    assert open_sitting(_again(workspace)).title == EVERYTHING
    clock.pass_by(hours=-25)
    workspace.library.remove("harbour-bell")
    assert open_sitting(_again(workspace)).title == EVERYTHING


def test_a_sitting_of_yesterday_does_not_go_on(workspace: Workspace, clock: FakeClock) -> None:
    """After a day what is due is asked for anew; so it is for another scope, and after the end."""
    bank = make_bank(count=5)
    first = open_sitting(workspace, bank=bank, seed=5)
    _wrong(first)
    clock.pass_by(hours=25)

    anew = open_sitting(_again(workspace), bank=bank, seed=5)

    assert anew.question is not None
    assert (anew.question.number, anew.question.item, anew.question.total) == (1, bank.items[0], 5)


def test_what_was_missed_is_due_again_after_ten_minutes(workspace: Workspace, clock: FakeClock) -> None:
    """A finished sitting is followed by one of what is due, and by nothing before that."""
    bank = make_bank(count=2)
    sitting = open_sitting(workspace, bank=bank, seed=5)
    _wrong(sitting)
    _right(sitting)

    assert open_sitting(_again(workspace), bank=bank).question is None
    clock.pass_by(minutes=10)
    assert _item_id(open_sitting(_again(workspace), bank=bank)) == "choice-1"


Verb = Callable[[Sitting], object]

VERBS: dict[str, Verb] = {
    "answer": lambda sitting: sitting.answer(right_response(_item(sitting)), seconds=2),
    "miss": lambda sitting: sitting.answer(wrong_response(_item(sitting)), seconds=2),
    "accept": lambda sitting: sitting.rate(),
    "easy": lambda sitting: sitting.rate(Rating.EASY),
    "overrule": lambda sitting: sitting.overrule(),
    "let count": lambda sitting: sitting.let_count(),
    "let go": lambda sitting: sitting.let_go(),
    "later": lambda sitting: sitting.later(),
    "flag": lambda sitting: sitting.flag("unclear"),
}


def _item(sitting: Sitting) -> Item:
    assert sitting.question is not None
    return sitting.question.item


def _picture(sitting: Sitting, history: Database) -> tuple[object, ...]:
    """All that undo must bring back: what is shown, and the store and schedule as they count."""
    log = history.read(reviews.whole_log)
    cards = history.read(lambda transaction: cards_of(transaction, ["harbour-bell"]))
    assert cards == replay(log.lines, log.undone)
    return (
        (sitting.question, sitting.feedback, sitting.results()),
        (effective(log.lines, log.undone), cards, history.read(_aside)),
    )


def _aside(transaction: Transaction) -> list[object]:
    queries = ("SELECT article, item FROM flags WHERE NOT lifted", "SELECT article, item FROM laters")
    return [transaction.execute(query).fetchall() for query in queries]


def _in_memory() -> tuple[Sitting, Database]:
    history, clock, bank = Database(None), FakeClock(), make_bank(count=5)
    request = Request(
        history=history,
        learner=ME,
        clock=clock,
        offers=(offer_of(bank),),
        scope=bank.article.id,
        title="",
        seed=3,
        outlook=partial(outlook_of_one, clock=clock),
    )
    return open_planned(request), history


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(sorted(VERBS)), max_size=16))
def test_undo_reverses_every_step(verbs: list[str]) -> None:
    """Law: undo after a step is identity on what is shown, on the store and on the schedule, many steps back."""
    sitting, history = _in_memory()
    pictures = [_picture(sitting, history)]
    for verb in verbs:
        with suppress(ValueError):  # not in this phase
            if sitting.question:
                VERBS[verb](sitting)
        picture = _picture(sitting, history)
        if picture != pictures[-1]:
            pictures.append(picture)

    for picture in pictures[-2::-1]:
        assert sitting.undo()
        assert _picture(sitting, history) == picture
    assert sitting.undo() is None


def test_undo_says_what_it_took_back(clock: FakeClock) -> None:
    """The rating, the answer, the flag and the putting off, with the question they were about."""
    sitting = open_demo(make_bank(), clock=clock, seed=1)
    _right(sitting, Rating.EASY)
    sitting.later()
    sitting.flag("unclear")
    said = [sitting.undo() for _ in range(5)]

    assert said == [
        "Undone: the flag on “Fishermen ring it twice a day because the ____…”",
        "Undone: later for “Fishermen ring the bell twice a day.”",
        'Undone: Easy on “Who called the bell "a nuisance with a rope"?”',
        'Undone: your answer to “Who called the bell "a nuisance with a rope"?”',
        None,
    ]


def test_an_undone_answer_can_be_given_again(workspace: Workspace) -> None:
    """The question is asked once more, and only the new answer counts."""
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    _wrong(sitting)
    sitting.undo()
    sitting.undo()
    _right(sitting)
    log = _log(workspace)

    assert [line.outcome for line in effective(log.lines, log.undone)] == [Outcome.RIGHT]
    assert _cards(workspace) == replay(log.lines, log.undone)


def test_the_missed_ones_can_be_tried_again_outside_the_schedule(workspace: Workspace) -> None:
    """Practice asks what was missed and moves no card, and is logged as practice."""
    sitting = open_sitting(workspace, bank=make_bank(count=3), seed=1)
    _wrong(sitting)
    _right(sitting)
    _wrong(sitting)
    before = _cards(workspace)

    again = sitting.again()
    assert again.question is not None
    assert (again.scheduled, again.question.total, _item_id(again)) == (False, 2, "choice-1")
    _right(again, Rating.EASY)
    _right(again)

    assert _cards(workspace) == before
    assert [line.scheduled for line in _log(workspace).lines] == [True] * 3 + [False] * 2
    assert (again.results().right, again.results().moved) == (2, ())
    assert again.again().question is None


def test_practice_asks_anything(workspace: Workspace) -> None:
    """Outside the schedule, what is not due is asked as well."""
    bank = make_bank(count=2)
    sitting = open_sitting(workspace, bank=bank, seed=1)
    _right(sitting)
    _right(sitting)

    practice = open_practice(_again(workspace), bank=bank, seed=1)

    assert practice.question is not None
    assert (practice.question.total, practice.scheduled) == (2, False)


def test_the_whole_library_is_studied_without_naming_a_bank(workspace: Workspace) -> None:
    """The banks of the learner's folder and the bundled ones take part in one sitting."""
    workspace.library.save(make_bank(count=3))
    sitting = open_sitting(workspace, seed=1, limit=200)
    kinds = set()
    while sitting.question:
        kinds.add(sitting.question.article.id)
        sitting.later()

    assert sitting.title == "Everything due"
    assert "harbour-bell" in kinds


def test_a_bank_is_studied_by_its_slug(workspace: Workspace) -> None:
    """A slug of the library opens its bank."""
    slug = workspace.library.save(make_bank(count=3))

    assert open_sitting(workspace, bank=slug, seed=1).title == "The harbour bell"


def test_a_demo_asks_the_banks_first_questions_and_stores_nothing(data_dir: Path, clock: FakeClock) -> None:
    """In the bank's own order, siblings and all, and no file is made."""
    items = tuple(make_item("choice", id=f"choice-{number}", fact="same") for number in range(12))
    sitting = open_demo(make_bank(items=items), clock=clock, seed=1)
    for number in range(8):
        assert _item_id(sitting) == f"choice-{number}"
        _right(sitting)

    assert (sitting.question, sitting.results().right, sitting.results().streak_days) == (None, 8, 1)
    assert not data_dir.exists()


def test_what_the_disk_refuses_is_kept_and_tried_again(workspace: Workspace) -> None:
    """Not saved is said, nothing is lost, and the next write takes everything along in its order."""
    workspace.data_dir.parent.mkdir(exist_ok=True)
    workspace.data_dir.write_text("a file where the folder should be")
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)

    first = sitting.answer(right_response(make_item("choice")), seconds=1)
    assert (first.saved, sitting.saved) == (False, False)
    sitting.rate(Rating.EASY)
    second = sitting.answer(right_response(make_item("true-false")), seconds=1)
    assert second.saved is False
    sitting.undo()
    sitting.later()
    sitting.undo()

    workspace.data_dir.unlink()
    third = sitting.answer(wrong_response(make_item("true-false")), seconds=1)

    log = _log(workspace)
    assert (third.saved, sitting.saved) == (True, True)
    assert [(line.rating, line.outcome) for line in effective(log.lines, log.undone)] == [
        (Rating.EASY, Outcome.RIGHT),
        (Rating.AGAIN, Outcome.WRONG),
    ]
    assert _cards(workspace) == replay(log.lines, log.undone)


def test_results_try_again_what_was_refused(workspace: Workspace) -> None:
    """Looking at the results is another chance for the disk."""
    workspace.data_dir.parent.mkdir(exist_ok=True)
    workspace.data_dir.write_text("a file where the folder should be")
    sitting = open_sitting(workspace, bank=make_bank(count=1), seed=1)
    _right(sitting)
    assert (sitting.results().saved, sitting.results().finished) == (False, True)

    workspace.data_dir.unlink()

    assert sitting.results().saved is True
    assert len(_log(workspace).lines) == 1


def test_two_instances_study_one_history(workspace: Workspace) -> None:
    """Both store their answers, and the cards are those of both."""
    other_article = make_article(id="other", title="Other")
    one = open_sitting(workspace, bank=make_bank(count=3), seed=1)
    two = open_sitting(_again(workspace), bank=make_bank(article=other_article, count=3), seed=2)
    same = open_sitting(_again(workspace), bank=make_bank(count=3), seed=3)
    for sitting in (one, two, same, one, two, same):
        _right(sitting)

    log = _log(workspace)
    assert len(log.lines) == 6
    cards = _again(workspace).history.read(lambda transaction: cards_of(transaction, ["harbour-bell", "other"]))
    assert cards == replay(log.lines, log.undone)


def test_hints_come_from_the_question_in_front(clock: FakeClock) -> None:
    """A hint belongs to the current question; after the last there is none."""
    sitting = open_demo(make_bank(items=(make_item("short"),)), clock=clock, seed=1)
    assert sitting.hint() == "A······"
    _right(sitting)
    assert sitting.hint() is None


def test_time_away_is_not_time_taken(workspace: Workspace) -> None:
    """An answer takes ten minutes at most, and never less than nothing."""
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)

    assert sitting.answer(right_response(make_item("choice")), seconds=1e6).seconds == LONGEST
    sitting.rate()
    assert sitting.answer(right_response(make_item("true-false")), seconds=-5).seconds == 0


def test_what_is_typed_is_stored_safe_and_bounded(workspace: Workspace) -> None:
    """No control or lone surrogate reaches the file."""
    sitting = open_sitting(workspace, bank=make_bank(items=(make_item("short"),)), seed=1)
    sitting.answer(Typed(fields=("\x1b]0;x\x07\ud800" + "y" * 10_000,)), seconds=1)

    given_text = _log(workspace).lines[0].given
    assert given_text.startswith("␛]0;x␇⟨D800⟩")
    assert len(given_text) == 2_000


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("82", "82"),
        ("1.2k", "1,200"),
        ("1858", "1858"),
        ("12000", "12,000"),
        ("3e6", "3 million"),
        ("eighty-ish", None),
    ],
)
def test_a_number_is_read_back_while_it_is_typed(typed: str, read: str | None) -> None:
    """The echo under the field says what was understood."""
    assert reads_as(typed) == read


def _siblings(count: int) -> Bank:
    return make_bank(items=tuple(make_item("choice", id=f"choice-{number}", fact="same") for number in range(count)))


def test_siblings_are_asked_on_different_days(workspace: Workspace, clock: FakeClock) -> None:
    """One question of a fact a day, in one sitting and over several; it says what waits, and practice asks all."""
    bank = _siblings(3)
    sitting = open_sitting(workspace, bank=bank, seed=1)
    assert sitting.results().total == 1
    _right(sitting)

    empty = open_sitting(_again(workspace), bank=bank)
    assert (empty.question, empty.nothing) == (None, "Nothing is due; 2 new questions wait for another day.")
    assert open_practice(_again(workspace), bank=bank).results().total == 3
    clock.pass_by(days=1)
    assert _item_id(open_sitting(_again(workspace), bank=bank)) == "choice-1"


def test_a_sitting_that_goes_on_leaves_out_the_sibling_of_what_was_asked_meanwhile(workspace: Workspace) -> None:
    """The whole library's queue has an item whose sibling another sitting asked in between."""
    bank = _siblings(2)
    workspace.library.save(bank)
    whole = open_sitting(workspace, seed=1, limit=200, new=200)
    assert "choice-0" in _left(open_sitting(_again(workspace), seed=1, limit=200, new=200))
    _right(whole)  # of a bundled bank, whose id comes first: a sitting is kept with its first answer
    _right(open_sitting(_again(workspace), bank=replace(bank, items=bank.items[1:]), seed=1))

    resumed = _left(open_sitting(_again(workspace), seed=1, limit=200, new=200))
    assert resumed
    assert "choice-0" not in resumed


def _left(sitting: Sitting) -> list[str]:
    """The ids of what a sitting asks."""
    return [key.item for key in sitting._moment.study.plan]


def test_a_practised_sibling_holds_nothing_back(workspace: Workspace) -> None:
    """Practice is outside the schedule in this, too."""
    bank = _siblings(2)
    _right(open_practice(workspace, bank=replace(bank, items=bank.items[1:]), seed=1))

    assert _left(open_sitting(_again(workspace), bank=bank)) == ["choice-0"]


def test_new_ones_have_a_daily_limit_over_sittings(workspace: Workspace, clock: FakeClock) -> None:
    """What one sitting began counts in the next; an undone answer does not, and tomorrow there are more."""
    bank = make_bank(count=10)
    sitting = open_sitting(workspace, bank=bank, seed=1, new=3)
    assert sitting.results().total == 3
    for _ in range(3):
        _right(sitting)
    assert open_sitting(_again(workspace), bank=bank, new=3).question is None
    assert open_sitting(_again(workspace), bank=bank, new=5).results().total == 2
    sitting.undo()
    sitting.undo()
    assert open_sitting(_again(workspace), bank=bank, new=3).results().total == 3  # the same one goes on
    _right(sitting)
    clock.pass_by(hours=13)
    assert open_sitting(_again(workspace), bank=bank, new=3).results().total == 3


def test_an_aim_moves_what_is_said_and_not_what_is_kept(workspace: Workspace) -> None:
    """A higher retention and an exam bring questions back sooner; the cards are the log's replay all the same."""
    bank = make_bank(count=2)
    usual = open_sitting(workspace, bank=bank, seed=1).answer(right_response(bank.items[0]), seconds=1)
    aim = Aim(retention=0.97, exam=(workspace.clock.now() + timedelta(days=30)).date())
    sitting = open_sitting(_again(workspace), bank=bank, seed=1, aim=aim)
    aimed = sitting.answer(right_response(bank.items[1]), seconds=1)

    assert aimed.intervals[Rating.GOOD] < usual.intervals[Rating.GOOD]
    assert aimed.intervals[Rating.AGAIN] == usual.intervals[Rating.AGAIN]
    log = _log(workspace)
    assert _cards(workspace) == replay(log.lines, log.undone)


def test_practice_of_what_was_missed(workspace: Workspace) -> None:
    """The last answer decides, in practice, too: who gets it right there is done with it; no card moves."""
    bank = make_bank(count=3)
    sitting = open_sitting(workspace, bank=bank, seed=1)
    _right(sitting)
    _wrong(sitting)
    _right(sitting)
    before = _cards(workspace)

    for among in (Among.MISSED, Among.HARDEST):
        practice = open_practice(_again(workspace), bank=bank, practice=Practice(among=among))
        assert (practice.results().total, _item_id(practice), practice.scheduled) == (1, "true-false-2", False)
    _right(practice)

    again = open_practice(_again(workspace), bank=bank, practice=Practice(among=Among.MISSED))
    assert (again.question, again.nothing) == (None, "Nothing is missed: every last answer was right.")
    assert open_practice(_again(workspace), bank=bank, practice=Practice(among=Among.HARDEST)).question is not None
    assert _cards(workspace) == before


def test_practice_ahead(workspace: Workspace) -> None:
    """What is known today is due in two days: looking one day ahead finds nothing, two find it."""
    bank = make_bank(count=2)
    _right(open_sitting(workspace, bank=bank, seed=1))

    one = open_practice(_again(workspace), bank=bank, practice=Practice(among=Among.AHEAD, days=1))
    two = open_practice(_again(workspace), bank=bank, practice=Practice(among=Among.AHEAD, days=2))

    assert (one.question, one.nothing) == (None, "Nothing falls due within 1 day.")
    assert (two.results().total, _item_id(two)) == (1, "choice-1")


def test_practice_of_one_article_or_of_all(workspace: Workspace) -> None:
    """A bank has its title, the whole library is called practice; flagged questions are not practised."""
    slug = workspace.library.save(make_bank(count=3))
    practice = open_practice(workspace, bank=slug, seed=1)
    practice.flag("unclear")

    assert practice.title == "The harbour bell"
    assert open_practice(_again(workspace), bank=slug).results().total == 2
    assert open_practice(_again(workspace), limit=200).title == "Practice"


def test_a_sitting_that_goes_on_keeps_to_what_is_asked_for_now(workspace: Workspace) -> None:
    """Fewer questions or no more new ones, said later, count as well."""
    bank = make_bank(count=10)
    _right(open_sitting(workspace, bank=bank, seed=1))

    shorter = open_sitting(_again(workspace), bank=bank, limit=4).question
    assert shorter is not None
    assert (shorter.number, shorter.total) == (2, 4)
    assert open_sitting(_again(workspace), bank=bank, new=1).question is None
    assert open_sitting(_again(workspace), bank=bank).results().total == 10


def test_a_sitting_that_goes_on_does_not_ask_what_another_one_asked(workspace: Workspace) -> None:
    """What was new in both is not new any more."""
    bank = make_bank(count=3)
    workspace.library.save(bank)
    _right(open_sitting(workspace, seed=1, limit=200, new=200))
    assert "choice-1" in _left(open_sitting(_again(workspace), seed=1, limit=200, new=200))
    _right(open_sitting(_again(workspace), bank=make_bank(items=bank.items[:1]), seed=1))

    assert "choice-1" not in _left(open_sitting(_again(workspace), seed=1, limit=200, new=200))
