"""Settings: what a person chooses once, and where it comes from; `settings_table.py` says what each may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from quizapp.kit.errors import Finding
from quizapp.model.aim import DUE_A_DAY, RETENTION, USUAL_LIMITS, Aim, Limits

GRADE_WAIT: Final = 0.25
"""Seconds after an answer in which no key grades it (design §6.3: a double tap on `2` must not grade Hard)."""

Value = int | float | str | date | None
"""What a setting is set to; None where the app does as usual."""


class Source(StrEnum):
    """Where the value of a setting comes from, the last one going before the others."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of them; a field is named as its key in the file."""

    new: int | None = None
    due: int = DUE_A_DAY
    limit: int = USUAL_LIMITS.questions
    retention: float = RETENTION
    exam: date | None = None
    hide_choices: str = "off"
    typos: str = "on"
    grade_wait: float = GRADE_WAIT
    amount: str | None = None
    theme: str | None = None
    source_beside: str = "fits"
    symbols: str = "usual"
    motion: str = "full"
    seconds: int | None = None
    sound: str = "off"

    @property
    def hides_choices(self) -> bool:
        """Whether the choices of a question are hidden until they are asked for."""
        return self.hide_choices == "on"

    @property
    def accepts_typos(self) -> bool:
        """Whether a small slip in a typed answer counts as right."""
        return self.typos == "on"

    @property
    def limits(self) -> Limits:
        """The most questions of a sitting and of a day."""
        return Limits(questions=self.limit, new=self.new, due=self.due)

    def aim(self, today: date) -> Aim:
        """What the learner aims at; an exam that is over is none any more."""
        return Aim(retention=self.retention, exam=self.exam if self.exam and self.exam >= today else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """The settings, where those come from that are not default, other keys, and what could not be understood."""

    settings: Settings = Settings()
    sources: Mapping[str, Source] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def source(self, name: str) -> Source:
        """Where one of them comes from, by its name in errors and lists."""
        return self.sources.get(name, Source.DEFAULT)
