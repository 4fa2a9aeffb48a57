"""What was typed against what is right, letter by letter; underline and strike say it as well as colour."""

from collections.abc import Iterable

from textual.content import Content

from quizapp.kit.text import one_line
from quizapp.model.item import ClozeItem
from quizapp.model.outcome import Outcome
from quizapp.model.response import Difference, Grade
from quizapp.tui.safe import joined, shown
from quizapp.tui.wording import RIGHT_MARK, WRONG_MARK
from quizapp.usecases.showing import Feedback

_LABEL = 12
_MOST_ALSO = 2
_LONGEST = 300


def typed_block(feedback: Feedback, fields: tuple[str, ...]) -> Content:
    """The rows between the question and the evidence after a typed answer."""
    item, grade = feedback.question.item, feedback.grade
    if isinstance(item, ClozeItem) and len(item.keys) > 1 and len(grade.parts) == len(item.keys) == len(fields):
        return joined(_gap(*gap) for gap in zip(range(1, len(fields) + 1), fields, item.keys, grade.parts, strict=True))
    lines: list[Content] = []
    if grade.outcome is not Outcome.SHOWN:
        lines.append(shown((f"{'You typed':<{_LABEL}}", "$muted"), _given(grade)))
    lines.append(shown((f"{'Answer':<{_LABEL}}", "$muted"), _expected(grade), _aside(feedback)))
    return joined(lines)


def _given(grade: Grade) -> Content:
    wrong = not grade.outcome.counts_as_right
    style = "$error" if wrong else ""
    differences = [difference for difference in grade.differences if difference.side == "given"]
    if not differences:
        return shown((_line(grade.given), f"{style} strike" if wrong else style))
    return _with(grade.given, differences, style=style, changed="bold underline strike $error")


def _expected(grade: Grade) -> Content:
    differences = [difference for difference in grade.differences if difference.side == "expected"]
    return _with(grade.expected, differences, style="bold $success", changed="bold underline $success")


def _with(text: str, differences: Iterable[Difference], *, style: str, changed: str) -> Content:
    """A text with its differing stretches in another style."""
    pieces: list[tuple[str, str]] = []
    done = 0
    for difference in sorted(differences, key=lambda difference: difference.start):
        pieces.append((text[done : difference.start], style))
        pieces.append((text[difference.start : difference.end], changed))
        done = max(done, difference.end)
    pieces.append((text[done:], style))
    return shown(*((piece[:_LONGEST], style) for piece, style in pieces if piece))


def _aside(feedback: Feedback) -> Content:
    """A hint that the learner may overrule, or let the wording count for good, or other wordings that count."""
    item, grade = feedback.question.item, feedback.grade
    offers = {
        "I was right": grade.outcome is Outcome.WRONG,
        "count it from now on": feedback.may_count,
        "count it no more": feedback.may_let_go,
    }
    for words in (words for words, offered in offers.items() if offered):
        return shown("   ", ("o", "bold $footer-key-foreground"), (f"  {words}", "$muted"))
    others = [wording for wording in item.accepted if wording != grade.expected][:_MOST_ALSO]
    if not others:
        return shown()
    return shown(("   also right: " + ", ".join(f"“{_line(wording)}”" for wording in others), "$muted"))


def _gap(number: int, given: str, key: str, outcome: Outcome) -> Content:
    right = outcome.counts_as_right
    mark = (RIGHT_MARK, "bold $success") if right else (WRONG_MARK, "bold $error")
    said = (_line(given), "" if right else "$error strike")
    same = _line(given).casefold() == _line(key).casefold()
    answer = shown() if right and same else shown(("   answer  ", "$muted"), (_line(key), "bold $success"))
    return shown((f"({number}) ", "$muted"), mark, " ", said, answer)


def _line(text: str) -> str:
    return one_line(text, limit=_LONGEST)
