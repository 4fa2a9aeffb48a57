"""The table of all settings: what each may be, and the sentence that explains it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from quizapp.model.aim import RETENTION_BOUNDS
from quizapp.model.setting import Settings, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number within bounds, both included; `choices` are those to step through, `unit` what stands after it."""

    low: float
    high: float
    whole: bool = True
    choices: tuple[Value, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words, each in the file; `said` is how they are called on the screen, where otherwise."""

    words: tuple[str, ...]
    said: tuple[str, ...] = ()

    def called(self, word: str) -> str:
        """A word as a person reads it."""
        return self.said[self.words.index(word)] if self.said and word in self.words else word

    @property
    def is_switch(self) -> bool:
        """Whether it is on or off and nothing else."""
        return self == ON_OR_OFF


ON_OR_OFF: Final = OneOf(("off", "on"))


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar."""


@dataclass(frozen=True, slots=True)
class ThemeName:
    """The name of a theme; which there are is known on the screen alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting: its table and key in the file, its title on the screen, a sentence or two, and what it may be.

    `usual` says in words what the app does where the value is None.
    """

    table: str
    key: str
    title: str
    sentence: str
    kind: Number | OneOf | Day | ThemeName
    usual: str = ""
    example: Value = None

    @property
    def name(self) -> str:
        """As errors and lists call it: "study.new"."""
        return f"{self.table}.{self.key}"

    @property
    def variable(self) -> str:
        """The environment variable that goes before the file: "QUIZAPP_STUDY_NEW"."""
        return f"QUIZAPP_{self.table}_{self.key}".upper()

    @property
    def default(self) -> Value:
        """Its value where nobody chose."""
        return value_of(Settings(), self)


def value_of(settings: Settings, setting: Setting) -> Value:
    """What one of the settings is set to."""
    value: Value = getattr(settings, setting.key)
    return value


SETTINGS: Final = (
    Setting(
        table="study",
        key="new",
        title="New questions a day",
        sentence="At most so many questions you have not seen are mixed into a day. More now means more later: 10 new "
        "a day settle at roughly 70 answers a day.",
        kind=Number(low=0, high=9_999, choices=(None, 0, 5, 10, 15, 20, 30, 40, 50, 100)),
        usual="20, more for an exam",
        example=20,
    ),
    Setting(
        table="study",
        key="due",
        title="Due questions a day",
        sentence="At most so many due questions are asked in a day, the longest overdue first. It spares you a "
        "mountain after weeks away.",
        kind=Number(low=0, high=9_999, choices=(20, 50, 100, 150, 200, 300, 500)),
    ),
    Setting(
        table="study",
        key="limit",
        title="Longest sitting",
        sentence="At most so many questions in one sitting. What is left waits for the next one, which may follow at "
        "once.",
        kind=Number(low=1, high=9_999, choices=(5, 10, 15, 20, 30, 50, 100), unit=" questions"),
    ),
    Setting(
        table="study",
        key="retention",
        title="Aim to remember",
        sentence="How likely you are to know a question when it comes back, as a share from 0.7 to 0.99. Higher "
        "means more answers a day: 0.95 asks more than twice as often as 0.9.",
        kind=Number(
            low=RETENTION_BOUNDS[0],
            high=RETENTION_BOUNDS[1],
            whole=False,
            choices=(0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.97, 0.99),
        ),
    ),
    Setting(
        table="study",
        key="exam",
        title="Exam on",
        sentence="The day by which everything is to be strong. New questions are spread until then, and what is weak "
        "comes once more in the last days.",
        kind=Day(),
        usual="no exam",
        example=date(2027, 3, 1),
    ),
    Setting(
        table="study",
        key="hide_choices",
        title="Hide choices until space",
        sentence="Whether only the question is shown first, on or off: answer it in your head, then space shows the "
        "choices. To remember is harder than to recognise, and lasts longer.",
        kind=ON_OR_OFF,
    ),
    Setting(
        table="study",
        key="typos",
        title="Accept small typos",
        sentence="Whether a typed answer with a letter or two wrong counts as right, on or off. Off is for spelling: "
        "then only capitals and accents do not matter.",
        kind=ON_OR_OFF,
    ),
    Setting(
        table="study",
        key="grade_wait",
        title="Wait before a grade counts",
        sentence="Seconds that a question or an answer is seen before any key reaches it, from 0 to 1: a double tap on "
        "2 does not grade Hard. u takes a slip back all the same.",
        kind=Number(low=0, high=1, whole=False, choices=(0.0, 0.1, 0.25, 0.5, 0.75, 1.0), unit=" s"),
    ),
    Setting(
        table="add",
        key="amount",
        title="Questions an article",
        sentence="How many questions an article gives: few, normal or all. The best ones come first.",
        kind=OneOf(("few", "normal", "all")),
        usual="as the form says",
        example="normal",
    ),
    Setting(
        table="look",
        key="theme",
        title="Theme",
        sentence="The colours of the app. Where none is chosen they follow the terminal; ctrl+t swaps light and dark "
        "until you quit.",
        kind=ThemeName(),
        usual="as the terminal is",
        example="quizapp-paper",
    ),
    Setting(
        table="look",
        key="source_beside",
        title="Source beside the answer",
        sentence="Where the article stands after an answer: fits puts it beside the question from 116 columns on, "
        "never leaves it to v. The sentence that proves the answer is always shown.",
        kind=OneOf(("fits", "never"), said=("when it fits", "never")),
    ),
    Setting(
        table="look",
        key="symbols",
        title="Symbols",
        sentence="The marks of right, wrong and the like: usual, or plain (+ x >) for a terminal whose letters have no "
        "such marks. Plain ones are drawn in articles and questions, too.",
        kind=OneOf(("usual", "plain")),
    ),
    Setting(
        table="look",
        key="motion",
        title="Motion",
        sentence="How much moves: full, reduced or none. With reduced a drill's clock has no bar and progress is told "
        "every two seconds; with none nothing glides when you scroll, either.",
        kind=OneOf(("full", "reduced", "none")),
    ),
    Setting(
        table="drill",
        key="seconds",
        title="Time a question",
        sentence="Seconds for each question of a drill, from 1 to 3600, unless its set-up says otherwise. A number or "
        "an order has 10 s more.",
        kind=Number(low=1, high=3_600, choices=(None, 15, 30, 60), unit=" s"),
        usual="no clock",
        example=30,
    ),
    Setting(
        table="drill",
        key="sound",
        title="Sound at time up",
        sentence="Whether a drill rings the terminal's bell, once, when the time for a question is over: on or off. "
        "How it sounds, and whether it does, is the terminal's to say.",
        kind=ON_OR_OFF,
    ),
)
"""Every setting, in the order of the file and the screen."""
