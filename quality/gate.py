"""Run the generator over our articles and hold its figures against their floors.

Usage: gate.py [--show] [--only dev|test|open|shared] [--update [--because TEXT]]

Of the closed folder (test) only figures are printed, so that no rule can be fitted to it. Exits with 1 when a figure
has fallen through its floor; lowering a floor with --update needs a reason.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus import FOLDERS, Case, Folder, cases, digest
from floors import FIGURES, fallen, read_floors, updated, write_floors
from scoring import FIRST, Outcome, asked, options, score

from quizapp.kit.text import one_line
from quizapp.model.item import Bank
from quizapp.usecases.acquire import generate, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What came out of one folder."""

    folder: Folder
    digest: str
    outcomes: tuple[Outcome, ...]

    @property
    def counts(self) -> Counter[str]:
        """All counts of the folder."""
        return total(outcome.counts for outcome in self.outcomes)


def total(counters: Iterable[Counter[str]]) -> Counter[str]:
    """The sum of counters."""
    result: Counter[str] = Counter()
    for counter in counters:
        result.update(counter)
    return result


def run(folder: Folder, *, show: bool) -> Run:
    """Generate from every article of a folder and score the result."""
    outcomes = tuple(measure(case, show=show and not folder.closed) for case in cases(folder))
    return Run(folder=folder, digest=digest(folder), outcomes=outcomes)


def measure(case: Case, *, show: bool) -> Outcome:
    """Generate from one article and score the result."""
    generated = generate(read(case.path))
    outcome = score(case, generated.bank.article, generated.bank.items, generated.rejects)
    if show:
        print_bank(case, generated.bank, outcome)
    return outcome


def print_bank(case: Case, bank: Bank, outcome: Outcome) -> None:
    """Print the questions of an article, best first, and what went wrong."""
    print(f"\n{case.path.name}: {len(bank.items)} questions")
    for place, item in enumerate(bank.items, 1):
        print(f"{'  ' if place <= FIRST else '    '}{place}. {one_line(item.stem)} → {one_line(asked(item).answer)}")
        if wrong := options(item)[1:]:
            print(f"       not: {' | '.join(map(one_line, wrong))}")
    for title, lines in (("missed", outcome.missed), ("trap", outcome.hits), ("no claimant", outcome.bare)):
        for line in lines:
            print(f"  ! {title}: {line}")


def print_table(runs: list[Run]) -> None:
    """Print every figure, a column for each folder."""
    columns = [run.counts for run in runs]
    print(f"\n{'':30}" + "".join(f"{run.folder.name:>12}" for run in runs))
    for name in ("articles", "items", "traps", "claims"):
        print(f"{name:30}" + "".join(f"{counts[name]:>12}" for counts in columns))
    for figure in FIGURES:
        print(f"{figure.name:30}" + "".join(f"{figure.shown(counts):>12}" for counts in columns))
    for title, counters in (
        ("kinds", [total(outcome.kinds for outcome in run.outcomes) for run in runs]),
        ("rejects", [total(outcome.rejects for outcome in run.outcomes) for run in runs]),
    ):
        for name, _ in total(counters).most_common():
            print(f"{f'{title}: {name}':30}" + "".join(f"{counter[name]:>12}" for counter in counters))


def main(words: list[str] | None = None) -> int:
    """Measure, compare, and perhaps raise the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print the questions of the open folders")
    parser.add_argument("--only", choices=[folder.name for folder in FOLDERS])
    parser.add_argument("--update", action="store_true", help="make the present figures the floors")
    parser.add_argument("--because", default="", help="why a floor may be lowered")
    options_given = parser.parse_args(words)
    runs = []
    for folder in FOLDERS:
        if options_given.only not in {None, folder.name}:
            continue
        if not folder.path.is_dir():
            print(f"{folder.name}: {folder.path} is not here; skipped")
            continue
        runs.append(run(folder, show=options_given.show))
    print_table(runs)
    return settle(runs, update=options_given.update, because=options_given.because.strip())


def settle(runs: list[Run], *, update: bool, because: str) -> int:
    """Hold the figures against the floors, or make them the floors."""
    floors = read_floors()
    faults = [fault for run in runs for fault in fallen(run.folder.name, run.digest, run.counts, floors)]
    if not update:
        print("", *faults, sep="\n" if faults else "")
        print("the gate is shut" if faults else "every figure is at or above its floor")
        return min(len(faults), 1)
    known = [fault for fault in faults if "no floors yet" not in fault]
    if known and not because:
        print("", *known, "these floors would be lowered; say why with --because", sep="\n")
        return 1
    for run_ in runs:
        floors = updated(floors, run_.folder.name, run_.digest, run_.counts, because)
    write_floors(floors)
    print("the present figures are the floors now")
    return 0


if __name__ == "__main__":
    sys.exit(main())
