"""What a learner has picked so far of a question with several answers: ticks, an order, or one answer a prompt."""

from collections.abc import Sequence

from quizapp.kit.durations import ordinal
from quizapp.model.item import GatheredItem, MatchingItem, MultipleChoiceItem, OrderingItem
from quizapp.usecases.picks import wanted_picks


class Picks:
    """The picks of one question; numbers are those of the options on the screen, from 1."""

    def __init__(self, item: GatheredItem, options: Sequence[str]) -> None:
        self.item = item
        self.options = tuple(options)
        self.line = 0
        """The prompt that the next number goes to; always 0 where there are none."""
        self._slots: list[int | None] = [None] * (len(item.pairs) if isinstance(item, MatchingItem) else 0)
        self._order: list[int] = []

    @property
    def any(self) -> bool:
        """Whether anything is picked."""
        return bool(self._order) or any(slot is not None for slot in self._slots)

    @property
    def lines(self) -> int:
        """How many prompts there are."""
        return len(self._slots)

    @property
    def complete(self) -> bool:
        """Whether this can be checked: something ticked, everything placed, every prompt answered."""
        wanted = wanted_picks(self.item)
        return self.any if wanted is None else len(self.given) == wanted

    @property
    def given(self) -> tuple[str, ...]:
        """The options as they are sent."""
        numbers = self._order if not self._slots else [slot for slot in self._slots if slot is not None]
        return tuple(self.options[number - 1] for number in numbers)

    def press(self, number: int) -> None:
        """Tick or untick, place next or take out, or match to the line and go to the next that is open."""
        if isinstance(self.item, MatchingItem):
            self._slots = [None if slot == number else slot for slot in self._slots]
            self._slots[self.line] = number
            after = [*range(self.line + 1, len(self._slots)), *range(self.line)]
            self.line = next((line for line in after if self._slots[line] is None), self.line)
        elif number in self._order:
            self._order.remove(number)
        else:
            self._order.append(number)

    def take_back(self) -> None:
        """Take back the last pick; in a match what the line has, or the one before it."""
        if self._slots:
            back = [self.line, *range(self.line - 1, -1, -1), *range(len(self._slots) - 1, self.line, -1)]
            self.line = next((line for line in back if self._slots[line] is not None), self.line)
            self._slots[self.line] = None
        elif self._order:
            self._order.pop()

    def move(self, step: int) -> None:
        """Go to another line of a match."""
        if self._slots:
            self.line = min(max(self.line + step, 0), len(self._slots) - 1)

    def note(self, number: int) -> str:
        """What stands beside an option: ticked, its place, or the prompt it was given to."""
        match self.item:
            case MultipleChoiceItem():
                return "✓ ticked" if number in self._order else ""
            case OrderingItem():
                return ordinal(self._order.index(number) + 1) if number in self._order else ""
            case MatchingItem(pairs=pairs):
                return f"← {pairs[self._slots.index(number)].prompt}" if number in self._slots else ""

    def slot(self, line: int) -> int | None:
        """The number that a prompt has."""
        return self._slots[line]
