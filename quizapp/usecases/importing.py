"""Other people's questions become a bank, each with what proves it; importing again changes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from quizapp.bank.decoding import LARGEST as LARGEST_BANK
from quizapp.bank.reader import read_bank
from quizapp.bank.syntax import MOST_EVENTS
from quizapp.bank.writer import write_bank
from quizapp.formats.parcel import Imported, Refusal, Taken
from quizapp.formats.table import FORMATS, Format, recognise
from quizapp.kit.errors import BankError, Finding, InputError, Place, UsageError
from quizapp.kit.files import read_bounded, write_atomically
from quizapp.model.article import Article
from quizapp.model.item import Bank, Item
from quizapp.usecases.acquire import Progress
from quizapp.usecases.adopting import Names, UnfitError, adopted
from quizapp.usecases.library import load_bank
from quizapp.usecases.patchwork import Patchwork, credited, is_patchwork, proves_itself
from quizapp.usecases.proving import Proofs

LARGEST: Final = 64 * 2**20
"""Bytes of a foreign file that are read; of a text fewer."""

_STEP: Final = 200
"""Questions between two words about how far it is."""

_SURE_LINES: Final = MOST_EVENTS // 4
"""Lines of a bank that are surely read: no line of ours has more than four of a parser's events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A foreign file as its format reads it."""

    path: Path
    form: str
    taken: Taken


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What an import has made so far: items by id, how many are new, were there already, and prove only themselves.

    `refused` are questions that were left out, `lost` is what others have lost on the way; both in the order of the
    files.
    """

    items: dict[str, Item]
    names: Names
    added: int = 0
    known: int = 0
    unproved: int = 0
    refused: list[tuple[Path, Refusal]] = field(default_factory=list)
    lost: list[tuple[Path, Refusal]] = field(default_factory=list)


def read_foreign(path: Path, *, form: str | None = None) -> Foreign:
    """Read a foreign file by its format, which is recognised where it is not named.

    Raises:
        UsageError: there is no such format, or it is only written.
        InputError: there is no such file, or it is of no format that is known.
        DiskError: it may not be read.
    """
    named = _named(form) if form else None
    content = read_bounded(path, most=LARGEST)
    found = named or recognise(content, name=path.name)
    if found is None or found.take is None:
        known = ", ".join(row.name for row in FORMATS.values() if row.take)
        raise InputError(f"this is no format that quizapp knows; name it with --from: {known}", place=Place(str(path)))
    return Foreign(path=path, form=found.name, taken=found.take(content, name=str(path)))


def import_questions(
    files: Iterable[Foreign], target: Path, *, article: Article | None = None, progress: Progress | None = None
) -> Gathered:
    """Make or complete the bank in `target`; what is there stays as it is, letter for letter.

    With an article each question is given the sentence that answers it, and is left out where none surely does.
    Without, the files' own quotes and feedback become the text; a bank that has an article already is asked for its
    sentences.

    Raises:
        InputError: the bank in `target` is about another text.
        BankError: nothing could be taken, and why; or the bank in `target` cannot be read.
        DiskError: the bank cannot be written; the old file is intact.
    """
    files = tuple(files)
    before = load_bank(target) if target.exists() else None
    source = _source(files, before, article)
    kept = before.items if before else ()
    gathered = Gathered(items={item.id: item for item in kept}, names=Names(kept))
    asked = [(said, foreign.path) for foreign in files for said in foreign.taken.items]
    for foreign in files:
        gathered.refused += ((foreign.path, refusal) for refusal in foreign.taken.refusals)
        gathered.lost += ((foreign.path, beside) for beside in foreign.taken.beside)
    for done, (said, path) in enumerate(asked):
        if progress is not None and done % _STEP == 0:
            progress(done, len(asked))
        _gather(said, gathered, source, path=path)
    gathered.refused = _in_order(gathered.refused, files)
    if not gathered.items:
        none = Finding(Place(str(target)), "none of the questions could be taken, so nothing was written")
        raise BankError((none, *(Finding(Place(str(path), each.line), each.what) for path, each in gathered.refused)))
    if gathered.added:
        article = source.article if isinstance(source, Patchwork) else credited(source.article, _names(files))
        _write(Bank(article=article, items=tuple(gathered.items.values())), target)
    return gathered


def _in_order(refused: list[tuple[Path, Refusal]], files: tuple[Foreign, ...]) -> list[tuple[Path, Refusal]]:
    """As a person goes through the files, line by line."""
    places = {foreign.path: number for number, foreign in reversed([*enumerate(files)])}
    return sorted(refused, key=lambda each: (places[each[0]], each[1].line))


def _write(bank: Bank, target: Path) -> None:
    """Write a bank that can surely be read again.

    Raises:
        InputError: it is larger than a bank may be.
        DiskError: it cannot be written; the old file is intact.
    """
    content = write_bank(bank)
    if len(content) > LARGEST_BANK or content.count(b"\n") > _SURE_LINES:
        try:
            read_bank(content, file=str(target))
        except BankError:
            raise InputError("these questions are more than one bank holds; import fewer at a time") from None
    write_atomically(target, content)


def _named(form: str) -> Format:
    if form not in FORMATS or FORMATS[form].take is None:
        known = ", ".join(row.name for row in FORMATS.values() if row.take)
        raise UsageError(f"“{form}” is no format that can be read; there are {known}")
    return FORMATS[form]


def _source(files: tuple[Foreign, ...], before: Bank | None, article: Article | None) -> Proofs | Patchwork:
    """What the questions are about, and how they are proved."""
    if article is not None and before is not None and before.article.sha256 != article.sha256:
        raise InputError("the bank there is about another text than this article; name another file with -o")
    if before is not None and not is_patchwork(before.article):
        return Proofs(before.article)
    if article is not None:
        return Proofs(article)
    title = next((each.taken.title for each in files if each.taken.title), files[0].path.stem)
    return Patchwork(title=title, files=_names(files), before=before.article if before else None)


def _names(files: tuple[Foreign, ...]) -> tuple[str, ...]:
    return tuple(each.path.name for each in files)


def _gather(said: Imported, gathered: Gathered, source: Proofs | Patchwork, *, path: Path) -> None:
    try:
        item = adopted(said, source.of(said))
    except UnfitError as error:
        gathered.refused.append((path, Refusal(said.line, str(error))))
        return
    name, known = gathered.names.of(said, item)
    if known:
        gathered.known += 1
        return
    gathered.items[name] = replace(item, id=name, fact=name)
    gathered.names.take(name, item)
    gathered.added += 1
    gathered.lost += ((path, Refusal(said.line, what)) for what in said.lost)
    if isinstance(source, Patchwork):
        source.keep()
        gathered.unproved += proves_itself(said)
