"""A response against an item: the verdict, the rule that gave it and what differs."""

from dataclasses import replace

from quizapp.kit.text import one_line
from quizapp.model.item import ChoiceItem, ClozeItem, Item, NumericItem, ShortAnswerItem, TrueFalseItem, key_text
from quizapp.model.response import Chosen, Grade, Judged, Outcome, Response, Shown, Typed


def grade(item: Item, response: Response) -> Grade:
    """Judge a response.

    Raises:
        ValueError: the response is not of a kind that the item asks for.
    """
    match item, response:
        case _, Shown():
            return Grade(outcome=Outcome.SHOWN, rule="shown", note="", given="", expected=key_text(item))
        case ChoiceItem(key=key), Chosen(option=option):
            return _exact(option, key)
        case TrueFalseItem(), Judged(value=value):
            return _exact("True" if value else "False", key_text(item))
        case ShortAnswerItem() | NumericItem() | ClozeItem(), Typed(fields=fields):
            return _typed(item, fields)
        case _:
            raise ValueError(f"{item.kind} items are not answered so")


def _exact(given: str, key: str) -> Grade:
    outcome = Outcome.RIGHT if given == key else Outcome.WRONG
    return Grade(outcome=outcome, rule="choice", note="", given=given, expected=key)


def overruled(verdict: Grade) -> Grade:
    """The same response taken for right because the learner says so."""
    return replace(verdict, outcome=Outcome.RIGHT, rule="overruled", note="by your own judgement", gaps=())


def _typed(item: ShortAnswerItem | NumericItem | ClozeItem, fields: tuple[str, ...]) -> Grade:
    given = ", ".join(one_line(field) for field in fields)
    right = given.casefold() == key_text(item).casefold()
    outcome = Outcome.RIGHT if right else Outcome.WRONG
    return Grade(outcome=outcome, rule="text", note="", given=given, expected=key_text(item))
