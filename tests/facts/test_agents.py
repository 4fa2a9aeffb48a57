"""Who something was done by: a passive with its agent is asked and told in the active voice."""

import re
from collections.abc import Callable

import pytest

Asked = Callable[..., dict[str, str]]
_ASKS_FOR_AGENT = re.compile(r"(?:Who|What|Which \w+) (?!is\b|was\b|will be\b)")


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        ("The Leeds Tunnel was designed by the engineer Clara Hale in 1825.", "Who designed the Leeds", "Clara Hale"),
        ("The Leeds dam had been designed by Clara Hale.", "Who designed the Leeds dam?", "Clara Hale"),
        (
            "The species was first described in 1763 by Clara Hale, a Danish bishop.",
            "Who first described",
            "Clara Hale",
        ),
        ("The trial was led by Dr Clara Hale of the University of Leeds.", "Who led the trial?", "Dr Clara Hale"),
        ("The Leeds proposal was put forward by Clara Hale.", "Who put the Leeds proposal forward?", "Clara Hale"),
        ("The Leeds festival will be opened by Clara Hale.", "Who will open the Leeds", "Clara Hale"),
        ("The Leeds machine has been repaired by Clara Hale since 2019.", "Who has repaired the Leeds", "Clara Hale"),
        ("The code was invented in Leeds by a team led by Clara Hale.", "Who invented the code", "a team led"),
        ("Kidney stones are caused by infections with certain bacteria.", "What causes kidney", "infections with"),
        ("The ruins in Leeds were covered by sand from the beach.", "What covered the ruins", "sand from the"),
    ],
)
def test_a_passive_is_asked_actively(asked: Asked, text: str, stem: str, key: str) -> None:
    """The verb takes over the tense of its “be”, and the key is the agent alone."""
    found = [answer for each, answer in asked(text).items() if each.startswith(stem)]
    assert found
    assert found[0].startswith(key)


@pytest.mark.parametrize(
    "text",
    [
        "The Leeds proposal was defeated by a single vote in May 1990.",  # by how much
        "Ruth Hale is survived by Anna, by a son and by three grandchildren.",  # one of several
        "The restoration in Leeds was funded by the Hale Trust and by the villagers.",
        "The Leeds plan was not approved by the Hale Trust.",
        "The fish was netted by volunteers in Leeds.",
        "The rota in Leeds will be reviewed in May by a panel of four, two from each side.",
    ],
)
def test_what_is_no_agent_or_not_the_whole_of_it_is_not_asked(asked: Asked, text: str) -> None:
    """Nothing is turned where the answer would be a part, a number, or everybody."""
    assert not any(_ASKS_FOR_AGENT.match(stem) for stem in asked(text))


def test_no_question_ends_with_by(asked: Asked) -> None:
    """“Who was the bridge designed by?” is not how it is asked."""
    assert not any("by?" in stem for stem in asked("The bridge in Leeds was designed by Clara Hale."))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("The study was led by Clara Hale.", "Who led the study?"),
        ("Kidney stones are caused by infections with certain bacteria.", "What causes kidney stones?"),
        ("Clara Hale chaired the talks.", "Who chaired the talks?"),
    ],
)
def test_ones_part_in_what_is_told_may_be_short(asked: Asked, text: str, stem: str) -> None:
    """Who led, chaired, designed the one thing of its kind is worth asking as it stands."""
    assert stem in asked(text)


def test_a_short_deed_is_not(asked: Asked) -> None:
    """“Who saw the films?” could be anybody."""
    assert "Who saw the films?" not in asked("Clara Hale saw the films.")


def test_what_a_sum_was_for_stands_behind_the_verb(asked: Asked) -> None:
    """“How much for every repair did the council pay?” is no English."""
    stems = asked("The Leeds council paid the firm £1,200 for every repair in 2019.")
    assert "How much did the Leeds council pay the firm for every repair in 2019?" in stems


def test_no_quotation_stands_in_front_of_a_question(asked: Asked) -> None:
    """“‘…’, in which year did she tell the Courier?”."""
    stems = asked('"It was meant to last until Friday," Clara Hale, a builder, told the Courier in 2021.')
    assert not any(stem.startswith("“") for stem in stems)
