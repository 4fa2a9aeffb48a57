"""Reported speech: what was said with its claimant, who said it, and what somebody called something."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

Asked = Callable[..., dict[str, str]]

CONTENTS = [
    (
        "Ines Marlow denied selling any of the older boats to rivals.",
        "What did Ines Marlow deny doing?",
        "selling any of the older boats to rivals",
    ),
    (
        "Ines Marlow denied that the council had sold the older boats.",
        "What did Ines Marlow deny?",
        "that the council had sold the older boats",
    ),
    (
        "Ines Marlow warned that the island route would lose £2 million a year unless fares rose.",
        "What did Ines Marlow warn about the island route?",
        "that the island route would lose £2 million a year unless fares rose",
    ),
    (
        "The island council accused Ines Marlow of breaking a written promise.",
        "What did the island council accuse Ines Marlow of?",
        "breaking a written promise",
    ),
    (
        "Paul Reed was accused of stealing £400 from a school in Leeds.",
        "What was Paul Reed accused of?",
        "stealing £400 from a school in Leeds",
    ),
    (
        "A report by the Aldwick Trust recommends freezing fares for two years.",
        "What does a report by the Aldwick Trust recommend?",
        "freezing fares for two years",
    ),
    (
        "Clara Hale proposed that the payments should be handled by an agency.",
        "What did Clara Hale propose?",
        "that the payments should be handled by an agency",
    ),
    (
        "Clara Hale urged the council to close the quarry by June.",
        "What did Clara Hale urge the council to do?",
        "close the quarry by June",
    ),
    (
        "Clara Hale said that her sister had acted out of grievance rather than greed.",
        "What did Clara Hale say about her sister?",
        "that her sister had acted out of grievance rather than greed",
    ),
    (
        "Gordon Teague called the plan a slow eviction of the islanders.",
        "What did Gordon Teague call the plan?",
        "a slow eviction of the islanders",
    ),
    (
        "The plan was described as “a slow eviction” by Gordon Teague.",
        "How did Gordon Teague describe the plan?",
        "a slow eviction",
    ),
    (
        "Gordon Teague dismissed the report as “a guess in a nice font”.",
        "What did Gordon Teague dismiss the report as?",
        "a guess in a nice font",
    ),
]


@pytest.mark.parametrize(("text", "stem", "key"), CONTENTS)
def test_what_was_said_is_asked_of_its_claimant(asked: Asked, text: str, stem: str, key: str) -> None:
    """The content is the answer, the claimant is in the question, and the verb keeps its force."""
    stems = asked(text)
    assert stems.get(stem) == key, stems
