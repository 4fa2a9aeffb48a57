"""Where keys work: every place has its title, and stands under one."""

from itertools import pairwise

from quizapp.model.keys_places import by_place, where
from quizapp.model.keys_table import all_keys


def test_every_place_of_the_table_has_a_title() -> None:
    """A key of a new screen is listed under the name of its screen."""
    assert all(where(key) for key in all_keys().values())


def test_what_works_in_one_place_stands_together() -> None:
    """Each title comes once, and nothing is lost."""
    keys = by_place(all_keys().values())
    titles = [where(key) for key in keys]
    changes = sum(one != other for one, other in pairwise(titles))
    assert changes == len(set(titles)) - 1
    assert sorted(keys) == sorted(all_keys().values())
    assert (where(keys[0]), where(keys[-1])) == ("Everywhere", "Settings")
