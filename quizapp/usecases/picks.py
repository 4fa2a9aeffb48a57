"""What to say under each option of an item that is answered by picking several."""

from quizapp.kit.durations import ordinal
from quizapp.model.item import BETWEEN, GatheredItem, MatchingItem, MultipleChoiceItem, OrderingItem
from quizapp.usecases.showing import OptionVerdict, Question


def wanted_picks(item: GatheredItem) -> int | None:
    """How many are to be picked; None where the learner decides."""
    match item:
        case MultipleChoiceItem():
            return None
        case MatchingItem(pairs=pairs):
            return len(pairs)
        case OrderingItem(keys=keys):
            return len(keys)


def picks_judged(question: Question, given: str) -> tuple[OptionVerdict, ...]:
    """Under a tick the reason, under a thing in an order its place, under an answer what it belongs to."""
    match question.item:
        case MultipleChoiceItem() as item:
            return tuple(_tick(item, option, given) for option in question.options)
        case OrderingItem(keys=keys):
            return tuple(_place(keys, option, given) for option in question.options)
        case MatchingItem() as item:
            return tuple(_match(item, option, given) for option in question.options)
        case _:
            return ()


def _holds(given: str, part: str) -> bool:
    return f"{BETWEEN}{part}{BETWEEN}" in f"{BETWEEN}{given}{BETWEEN}"


def _tick(item: MultipleChoiceItem, option: str, given: str) -> OptionVerdict:
    why = {each.text: each.why for each in item.distractors}.get(option, "")
    return OptionVerdict(text=option, is_key=option in item.keys, picked=_holds(given, option), why=why)


def _place(keys: tuple[str, ...], option: str, given: str) -> OptionVerdict:
    """Where it belongs, and where it was put: what stands before it in the answer tells its place there."""
    right = keys.index(option)
    before = f"{BETWEEN}{given}{BETWEEN}".partition(f"{BETWEEN}{option}{BETWEEN}")[0]
    put = sum(_holds(before.removeprefix(BETWEEN), key) for key in keys if key != option)
    answered = _holds(given, option)
    why = f"{ordinal(right + 1)}" + (f"; you put it {ordinal(put + 1)}" if answered and put != right else "")
    return OptionVerdict(text=option, is_key=answered and put == right, picked=answered, why=why)


def _match(item: MatchingItem, option: str, given: str) -> OptionVerdict:
    owner = next((pair.prompt for pair in item.pairs if pair.answer == option), None)
    chosen = [pair.prompt for pair in item.pairs if _holds(given, f"{pair.prompt}: {option}")]
    if owner is None:
        why = {each.text: each.why for each in item.distractors}.get(option, "")
        return OptionVerdict(text=option, is_key=False, picked=bool(chosen), why=why)
    right = chosen == [owner]
    why = f"belongs to {owner}" if chosen else f"belongs to {owner}; you did not use it"
    return OptionVerdict(text=option, is_key=right or not chosen, picked=bool(chosen), why=why)
