"""`quizapp review` in lines: keep, drop, edit, undo, stop; the same object as on the screen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import GATHERED, make_bank, make_item
from commandline import Command
from quizapp.model.item import Bank, ChoiceItem, TrueFalseItem
from quizapp.usecases.library import Library, load_bank, write_bank_file

GOLDEN = Path(__file__).with_name("golden")
Review = Callable[..., str]


@pytest.fixture
def review(quizapp: Command, data_dir: Path) -> Review:
    """Type lines into a review of the harbour bell, and return what was printed."""
    library = Library(data_dir / "questions")

    def transcript(*lines: str, bank: Bank | None = None) -> str:
        slug = library.save(bank or make_bank()) if bank or not library.folder.exists() else "harbour-bell"
        said = quizapp("review", slug, "--plain", stdin="".join(f"{line}\n" for line in lines).encode())
        assert (said.code, said.err) == (0, "")
        return said.out

    return transcript


def bank_in(data_dir: Path) -> Bank:
    """What the file holds."""
    return load_bank(data_dir / "questions" / "harbour-bell.yaml")


def statuses(data_dir: Path) -> str:
    """One letter a question: n(ew), k(ept), d(ropped)."""
    return "".join(item.status[0] for item in bank_in(data_dir).items)


def test_a_whole_review_reads_as_it_should(review: Review, data_dir: Path) -> None:
    """Each question with what is right and wrong, its source and what is remarked; what came of it at the end."""
    said = review("y", "n", "", "s", "What does the bell weigh, in kilograms?", "?", "u", "q")
    assert said == (GOLDEN / "review.txt").read_text(encoding="utf-8")
    assert statuses(data_dir) == "kdnnn"


def test_the_answer_is_checked_before_it_is_saved(review: Review, data_dir: Path) -> None:
    """A key that nothing proves is refused with the reason; one that is proved is saved and marked."""
    said = review("k", "The council", "k", "Mayor Edith Crane", "q")
    assert "Not saved: “The council” is not in the evidence; choose where it stands" in said
    assert "Saved. The answer has changed, so its schedule starts again." in said
    item = bank_in(data_dir).items[0]
    assert isinstance(item, ChoiceItem)
    assert (item.key, item.edited, item.status) == ("Mayor Edith Crane", True, "kept")


def test_a_statement_is_turned_with_a_word(review: Review, data_dir: Path) -> None:
    """True and false are typed; anything else is no answer to a statement."""
    said = review("k", "perhaps", "k", "false", "q", bank=make_bank(items=(make_item("true-false"),)))
    assert "edited in the app" in said
    item = bank_in(data_dir).items[0]
    assert isinstance(item, TrueFalseItem)
    assert item.key is False


@pytest.mark.parametrize("kind", GATHERED)
def test_answers_of_several_parts_are_for_the_app(kind: str, review: Review) -> None:
    """Lines have one answer; pairs and orders are edited where they can be seen."""
    assert "edited in the app" in review("k", "x", "k", "", bank=make_bank(items=(make_item(kind),)))


def test_the_rest_is_kept_at_once(review: Review, data_dir: Path) -> None:
    """Y keeps what has no remark; at the end one step can still be taken back."""
    said = review("b", "Y", "u", "Y", "", bank=make_bank())
    assert "Kept 5 at once." in said
    assert "Undone: kept 5 at once" in said
    assert said.endswith("5 kept, 0 dropped, 0 to check.\n")
    assert statuses(data_dir) == "kkkkk"
    assert "Nothing to undo yet." in review("u", "")


def test_the_end_of_the_input_keeps_every_step(review: Review, data_dir: Path) -> None:
    """Input that stops in the middle ends the review quietly."""
    assert review("y").endswith("1 kept, 0 dropped, 4 to check.\n")
    assert statuses(data_dir) == "knnnn"


def test_a_bank_without_questions_says_so(review: Review) -> None:
    """Nothing to go over."""
    assert "This bank has no questions" in review("y", bank=make_bank(items=()))


def test_a_file_elsewhere_is_gone_over_in_place(quizapp: Command, tmp_path: Path) -> None:
    """A path leads to a file that is in no library; its layout before is kept as .bak."""
    path = tmp_path / "mine.yaml"
    write_bank_file(make_bank(), path)
    assert quizapp("review", str(path), "--plain", stdin=b"n\nq\n").code == 0
    assert load_bank(path).items[0].status == "dropped"
    assert (tmp_path / "mine.yaml.bak").exists()


@pytest.mark.parametrize(("answer", "copied"), [("c", True), ("r", False), ("q", False)])
def test_a_file_that_changed_is_not_written_over(
    answer: str, copied: bool, quizapp: Command, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said; the own version goes beside it, or the file is read again, or nothing more is done."""
    from quizapp.cli.terminal import Lines

    Library(data_dir / "questions").save(make_bank())
    path = data_dir / "questions" / "harbour-bell.yaml"

    class Editor(Lines):
        """Somebody who edits the file before the first answer."""

        def next(self) -> str | None:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("Fishermen ring the bell twice", "Fishermen ring it twice"), encoding="utf-8")
            return super().next()

    monkeypatch.setattr("quizapp.cli.review.Lines", Editor)
    said = quizapp("review", "harbour-bell", "--plain", stdin=f"y\n{answer}\ny\nq\n".encode())
    assert "this file was changed or removed meanwhile" in said.out
    assert path.with_name("harbour-bell.yaml.yours").exists() is copied
    assert "Fishermen ring it twice" in path.read_text(encoding="utf-8")
    assert statuses(data_dir)[0] == ("n" if answer == "q" else "k")


def test_a_bank_that_is_not_there_is_an_input_error(quizapp: Command) -> None:
    """One line, with the nearest name."""
    said = quizapp("review", "great-stnk-1858", "--plain", stdin=b"q\n")
    assert (said.code, said.out) == (3, "")
    assert "did you mean" in said.err
