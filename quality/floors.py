"""Figures of the generator and the floors under them, which only rise unless someone says why."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus import HERE

FILE: Final = HERE / "floors.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure made of two counts; a share in per cent, or a plain count that is better small."""

    name: str
    part: str
    whole: str = ""

    @property
    def rises(self) -> bool:
        """Whether more is better."""
        return bool(self.whole)

    def of(self, counts: Counter[str]) -> float | None:
        """The figure, or None where there is nothing to measure."""
        if not self.whole:
            return float(counts[self.part])
        return round(100 * counts[self.part] / counts[self.whole], 1) if counts[self.whole] else None

    def shown(self, counts: Counter[str]) -> str:
        """The figure for a table."""
        value = self.of(counts)
        if value is None:
            return "–"
        return f"{value:.1f} %" if self.whole else f"{value:.0f}"

    def worse(self, value: float, floor: float) -> bool:
        """Whether a value has fallen through a floor."""
        return value < floor if self.rises else value > floor


FIGURES: Final = (
    Figure(name="fact recall, all", part="facts hit", whole="facts"),
    Figure(name="must-have recall, all", part="must hit", whole="must"),
    Figure(name="must-have recall, first 10", part="must first", whole="must"),
    Figure(name="first 10 on gold", part="gold first", whole="first judged"),
    Figure(name="first 10 not who/when/number", part="deep first", whole="first"),
    Figure(name="traps hit, first 10", part="traps first"),
    Figure(name="traps hit, all", part="traps hit"),
    Figure(name="claims without claimant", part="claims bare"),
    Figure(name="evidence verbatim", part="verbatim", whole="items"),
    Figure(name="key in evidence or derived", part="proved", whole="items"),
)


def read_floors(path: Path = FILE) -> dict[str, Any]:
    """The floors by folder, or none yet."""
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def fallen(folder: str, digest: str, counts: Counter[str], floors: dict[str, Any]) -> list[str]:
    """What has fallen through its floor, as sentences."""
    entry = floors.get(folder)
    if entry is None:
        return [f"{folder}: no floors yet; set them with --update"]
    if entry["corpus"] != digest:
        return [f"{folder}: the articles have changed ({entry['corpus']} → {digest}); --update --because TEXT"]
    return [
        f"{folder}: {figure.name} is {value:g}, its floor is {entry['figures'][figure.name]:g}"
        for figure in FIGURES
        if (value := figure.of(counts)) is not None
        and figure.name in entry["figures"]
        and figure.worse(value, entry["figures"][figure.name])
    ]


def updated(floors: dict[str, Any], folder: str, digest: str, counts: Counter[str], because: str) -> dict[str, Any]:
    """The floors with a folder's at its present figures; why any was lowered stays in the file."""
    old = floors.get(folder, {"corpus": digest, "figures": {}, "lowered": []})
    lowered = fallen(folder, digest, counts, floors) if folder in floors else []
    figures = {figure.name: value for figure in FIGURES if (value := figure.of(counts)) is not None}
    reasons = [*old["lowered"], *({"what": what, "because": because} for what in lowered)]
    return {**floors, folder: {"corpus": digest, "figures": figures, "lowered": reasons}}


def write_floors(floors: dict[str, Any], path: Path = FILE) -> None:
    """Write the floors, one figure a line."""
    path.write_text(json.dumps(dict(sorted(floors.items())), indent=2, ensure_ascii=False) + "\n", "utf-8")
