"""What drills say of the questions, and that memory knows nothing of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import FakeClock, make_bank, right_response, wrong_response
from histories import meddle
from quizapp.history import reviews
from quizapp.history.cards import all_cards
from quizapp.model.drill import Player, Rules
from quizapp.model.item import Bank
from quizapp.scheduling.replay import replay
from quizapp.usecases.drill import Playing, start
from quizapp.usecases.progress import progress
from quizapp.usecases.report import stats
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace

BANK = make_bank(count=4)
TEAMS = Rules(players=(Player(name="Owls"), Player(name="Foxes")), seconds=15.0, passing=True)


@pytest.fixture
def workspace(data_dir: Path) -> Workspace:
    """A learner with one bank, nothing answered."""
    workspace = Workspace(data_dir, clock=FakeClock())
    workspace.library.save(BANK)
    return workspace


def _drill(workspace: Workspace, marks: str) -> Playing:
    """Each question is answered: r right, w wrong by both teams, l too late by both, s shown."""
    playing = start(workspace, TEAMS, banks=[BANK.article.id], questions=len(marks), seed=1)
    for mark in marks:
        assert playing.question is not None
        item = playing.question.item
        match mark:
            case "r":
                playing.answer(right_response(item), seconds=3)
            case "s":
                playing.reveal()
            case _:
                for _ in TEAMS.players:
                    respond = wrong_response if mark == "w" else right_response
                    playing.answer(respond(item), seconds=3 if mark == "w" else 99)
        playing.go_on()
    return playing


def _items(workspace: Workspace) -> list[tuple[int, int, int]]:
    return sorted((one.answers, one.drilled, one.right) for one in progress(workspace).items)


def test_what_teams_answer_is_known_of_the_items_and_of_nothing_else(workspace: Workspace) -> None:
    """Law: a drill moves no card, no streak and no figure of what the learner remembers; replay(log) == cards holds."""
    _drill(workspace, "rwsl")
    found = progress(workspace)

    assert _items(workspace) == [(1, 1, 1), (2, 2, 0)]  # what nobody answered, or too late, tells nothing
    assert all(found.stems[one.key] for one in found.items)
    assert (found.days, found.facts, found.hardest, found.remembered.recalls) == ((), (), (), 0)
    assert stats(workspace).answers == 0
    log = workspace.history.read(reviews.whole_log)
    assert log.lines == ()
    assert workspace.history.read(all_cards) == {}


def test_a_learners_answers_and_a_class_count_together(workspace: Workspace) -> None:
    """The figures are over both, and the cards follow from the learner's log alone."""
    sitting = open_sitting(workspace, bank=BANK, seed=1)
    while sitting.question is not None and sitting.question.number <= len(BANK.items):
        sitting.answer(right_response(sitting.question.item), seconds=6)
        sitting.rate(None)
    before = workspace.history.read(all_cards)
    _drill(workspace, "wrww")

    assert {(answers - drilled, right) for answers, drilled, right in _items(workspace)} == {(1, 1), (1, 2)}
    log = workspace.history.read(reviews.whole_log)
    assert workspace.history.read(all_cards) == before == replay(log.lines, log.undone)


def test_an_answer_that_was_right_after_all_counts_as_right(workspace: Workspace) -> None:
    """What the class was granted is granted in the figures, and what was taken back is gone."""
    playing = _drill(workspace, "w")
    playing.undo()
    playing.accept()
    assert _items(workspace) == [(2, 2, 1)]
    for _ in range(3):
        playing.undo()
    assert _items(workspace) == []


def test_answers_to_another_key_are_of_another_question(workspace: Workspace) -> None:
    """A bank edited by hand: what was answered when the key was another one says nothing of the question now."""
    _drill(workspace, "rrrr")
    changed = replace(BANK.items[0], key="Somebody else", derived=True)
    workspace.library.save(Bank(article=BANK.article, items=(changed, *BANK.items[1:])))
    assert len(_items(workspace)) == len(BANK.items) - 1


def test_a_damaged_drill_is_left_out(workspace: Workspace) -> None:
    """Statistics are shown all the same."""
    _drill(workspace, "rr")
    assert len(_items(workspace)) == 2
    workspace.history.close()
    assert workspace.history.path is not None
    meddle(
        workspace.history.path,
        "INSERT INTO drill_events SELECT id, 99, 0, 0, '{}' FROM drills",
        "INSERT INTO drills VALUES ('odd', 1, '[]', '[[]]', 9000000000000000000, 1)",
    )
    assert _items(workspace) == []
