"""Floors rise by themselves and fall only for a reason."""

from collections import Counter

from floors import FIGURES, fallen, updated

GOOD = Counter(
    {
        "facts": 10,
        "facts hit": 6,
        "must": 5,
        "must hit": 5,
        "must first": 4,
        "first": 10,
        "first judged": 10,
        "gold first": 5,
        "deep first": 4,
        "items": 20,
        "verbatim": 20,
        "proved": 20,
    }
)


def test_figures_at_their_floors_pass() -> None:
    """Setting the floors and measuring again finds nothing."""
    floors = updated({}, "dev", "abc", GOOD, "")
    assert not fallen("dev", "abc", GOOD, floors)
    assert set(floors["dev"]["figures"]) == {figure.name for figure in FIGURES}


def test_a_share_that_fell_and_a_count_that_rose_are_both_named() -> None:
    """More recall is better, fewer traps are."""
    floors = updated({}, "dev", "abc", GOOD, "")
    worse = GOOD + Counter({"traps first": 1, "traps hit": 1}) - Counter({"facts hit": 1})
    names = "\n".join(fallen("dev", "abc", worse, floors))
    assert "fact recall, all is 50, its floor is 60" in names
    assert "traps hit, first 10 is 1, its floor is 0" in names


def test_figures_hold_for_one_corpus_alone() -> None:
    """After a change of the articles nothing can be compared."""
    floors = updated({}, "dev", "abc", GOOD, "")
    (fault,) = fallen("dev", "xyz", GOOD, floors)
    assert "have changed" in fault


def test_why_a_floor_was_lowered_stays_in_the_file() -> None:
    """Whoever finds the lower floor finds the reason."""
    floors = updated({}, "dev", "abc", GOOD, "")
    worse = GOOD - Counter({"facts hit": 2})
    lowered = updated(floors, "dev", "abc", worse, "the finder invented facts")
    assert lowered["dev"]["figures"]["fact recall, all"] == 40.0
    assert lowered["dev"]["lowered"][0]["because"] == "the finder invented facts"
    assert not updated(floors, "dev", "abc", GOOD, "")["dev"]["lowered"]
