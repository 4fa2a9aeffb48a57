"""Line breaks, blank lines and tabs: kept to the letter, or said to be lost."""

import pytest

from builders import make_bank, make_distractor, make_item
from quizapp.formats.parcel import Imported
from quizapp.formats.spaces import spaces_lost
from quizapp.formats.table import FORMATS
from quizapp.model.item import Item

READ = [name for name, form in FORMATS.items() if form.take is not None]
TEXTS = ("two\nlines", "one\n\nafter a blank line", "a\ttab", "plain words")
WRONG = (make_distractor("wrong one"), make_distractor("wrong two"))


def _taken(item: Item, name: str) -> Imported:
    take = FORMATS[name].take
    assert take is not None
    return take(FORMATS[name].pack(make_bank(items=(item,)), seed="s").content, name="quiz").items[0]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", READ)
def test_white_space_is_kept_or_said_to_be_lost(name: str, text: str) -> None:
    """Of a question, a right and a wrong answer; nothing is said where everything came back."""
    asked = make_item("choice", stem=f"Which? {text}", key="right", distractors=WRONG)
    right = make_item("choice", stem="Which one?", key=f"x {text}", distractors=WRONG)
    wrong = make_item("choice", stem="Which one?", key="right", distractors=(make_distractor(f"x {text}"), WRONG[0]))
    same = (
        _taken(asked, name).stem == asked.stem,
        _taken(right, name).keys == (f"x {text}",),
        f"x {text}" in {each.text for each in _taken(wrong, name).distractors},
    )
    said = tuple(not list(spaces_lost([item], name=name)) for item in (asked, right, wrong))
    assert said == same
