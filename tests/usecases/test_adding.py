"""An article on its way into the library: watched, stopped, kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import FakeClock
from quizapp.kit.errors import InputError
from quizapp.model.item import Status
from quizapp.usecases.acquire import pasted
from quizapp.usecases.adding import NOTHING_FOUND, Adding, Progress, Step, already
from quizapp.usecases.workspace import Workspace, open_workspace

SENTENCES = (
    "Clara Hale built the ferry of Sandey in 1907 because the storms had broken the only bridge.",
    "The ferry cost 40,000 crowns and carried 12,000 passengers in its first year.",
    "Peter Lund, an engineer who had studied in Bergen, drew the cable for the boat.",
    "“A ferry is a bridge that can move,” said Agnes Holm, the mayor of Sandey.",
)
TEXT = "\n\n".join(["The Sandey ferry", *SENTENCES])


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty one."""
    return open_workspace(tmp_path / "data", clock=FakeClock())


def test_what_is_written_is_in_the_library(workspace: Workspace) -> None:
    """The bank that progress names at the end holds the very questions that progress showed."""
    progress = Adding(workspace, pasted(TEXT)).run()
    assert progress.step is Step.DONE
    assert progress.read == progress.paragraphs == len(SENTENCES)
    assert workspace.library.bank(progress.slug).items == progress.items
    assert progress.items
    assert not progress.stopped


def test_a_stop_keeps_what_was_read(workspace: Workspace) -> None:
    """Stopped before it began, nothing but the first paragraphs is read, and what they give is saved."""
    text = "\n\n".join(["The Sandey ferry", *(f"{SENTENCES[0]} It was part {n} of the plan." for n in range(200))])
    adding = Adding(workspace, pasted(text))
    adding.stop()
    progress = adding.run()
    assert progress.stopped
    assert progress.read < progress.paragraphs
    assert progress.step is Step.DONE
    assert workspace.library.bank(progress.slug).article.text == pasted(text).text


def test_the_next_article_is_whole_after_a_stop(workspace: Workspace) -> None:
    """A stop that came late is not taken for a stop of the next article."""
    first = Adding(workspace, pasted(TEXT))
    first.run()
    first.stop()
    second = Adding(workspace, pasted(TEXT.replace("Sandey", "Norsey"))).run()
    assert not second.stopped
    assert second.read == second.paragraphs


def test_nothing_worth_asking_saves_nothing(workspace: Workspace) -> None:
    """An article without facts leaves the library as it was and says why."""
    progress = Adding(workspace, pasted("Well then. " * 20)).run()
    assert (progress.step, progress.trouble) == (Step.FAILED, NOTHING_FOUND)
    assert not (workspace.data_dir / "questions").exists()


def test_only_the_kinds_that_were_ticked(workspace: Workspace) -> None:
    """Others are not written into the bank, and the limit counts those that are."""
    progress = Adding(workspace, pasted(TEXT), kinds=frozenset({"true-false"}), limit=1).run()
    assert [item.kind for item in progress.items] == ["true-false"]


def test_an_article_is_known_again(workspace: Workspace) -> None:
    """The same text, or a version of it, is found in the library; another article of that title is not."""
    assert already(workspace, pasted(TEXT)) is None
    Adding(workspace, pasted(TEXT)).run()
    known = already(workspace, pasted(TEXT + "\n\nIt still runs."))
    assert known is not None
    assert known.title == "The Sandey ferry"
    assert (
        already(workspace, pasted("The Sandey ferry\n\n" + "Nothing of that kind was ever in this text. " * 5)) is None
    )


def test_adding_again_keeps_what_a_person_did(workspace: Workspace) -> None:
    """Written once more, with fewer questions or stopped at once: kept, dropped and edited ones stay."""
    slug = Adding(workspace, pasted(TEXT)).run().slug
    first, second, third, *rest = workspace.library.bank(slug).items
    mine = (
        replace(first, status=Status.KEPT),
        replace(second, status=Status.DROPPED),
        replace(third, rationale="My own words."),
        *rest,
    )
    workspace.library.save(replace(workspace.library.bank(slug), items=mine))
    assert Adding(workspace, pasted(TEXT), limit=1).run().slug == slug
    assert workspace.library.bank(slug).items == mine
    stopped = Adding(workspace, pasted(TEXT))
    stopped.stop()
    stopped.run()
    assert workspace.library.bank(slug).items == mine


def test_a_title_of_ones_own(workspace: Workspace) -> None:
    """A title that is given stands before the first line."""
    assert pasted(TEXT, title="  My  ferry ").title == "My ferry"
    assert pasted(TEXT).title == "The Sandey ferry"


def test_pasted_text_is_refused_with_a_reason() -> None:
    """Too little, and nothing at all."""
    with pytest.raises(InputError, match="too short"):
        pasted("Three little words.")
    with pytest.raises(InputError, match="no readable text"):
        pasted("  \n\t ")


def test_thrown_away_is_counted_most_first() -> None:
    """Counts by check, the most frequent first."""
    assert Progress().thrown_away == ()
