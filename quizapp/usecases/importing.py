"""Other people's questions become a bank, each with what proves it; importing again changes nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import isqrt
from pathlib import Path
from typing import Final

from quizapp.bank.decoding import LARGEST as LARGEST_BANK
from quizapp.bank.lookup import has_key
from quizapp.bank.reader import read_bank
from quizapp.bank.syntax import MOST_EVENTS
from quizapp.bank.writer import write_bank
from quizapp.formats.keeps import as_imported
from quizapp.formats.parcel import Imported, Refusal
from quizapp.kit.errors import BankError, Finding, InputError, Place
from quizapp.kit.files import keep_before, read_bounded, write_atomically
from quizapp.model.article import Article
from quizapp.model.item import Bank, Item
from quizapp.usecases.acquire import Progress
from quizapp.usecases.adopting import Names, UnfitError, adopted
from quizapp.usecases.foreign import Foreign
from quizapp.usecases.library import load_bank
from quizapp.usecases.origins import name_of, origin_of, place_in, with_origins
from quizapp.usecases.patchwork import Patchwork, credited, is_patchwork, paragraphs_of, proves_itself
from quizapp.usecases.proving import Proofs
from quizapp.usecases.rehoming import rehomed

_STEP: Final = 200
"""Questions between two words about how far it is."""

_MOST_WORK: Final = 20 * 10**9
"""Short quotes times characters of their text: a bank looks through all of it for each; so many take five seconds."""

_SURE_LINES: Final = MOST_EVENTS // 4
"""Lines of a bank that are surely read: no line of ours has more than four of a parser's events."""


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


def import_questions(
    files: Iterable[Foreign], target: Path, *, article: Article | None = None, progress: Progress | None = None
) -> Gathered:
    """Make or complete the bank in `target`; what is there stays as it is, letter for letter.

    With an article each question is given the sentence that answers it, and is left out where none surely does.
    The first bank among the files is the beginning of a new one, whole, where there is no article.
    Without, the files' own quotes and feedback become the text; a bank that has an article already is asked for its
    sentences.

    Raises:
        InputError: the bank in `target` is about another text.
        BankError: nothing could be taken, and why; or the bank in `target` cannot be read.
        DiskError: the bank cannot be written; the old file is intact.
    """
    files = tuple(_saying_where(foreign) for foreign in files)
    before = load_bank(target) if target.exists() else None
    first = _first_bank(files) if before is None and article is None else None
    begun = before or (first.bank if first else None)
    kept = begun.items if begun else ()
    gathered = Gathered(items={item.id: item for item in kept}, names=Names(kept), added=len(kept) if first else 0)
    source = _source(files, begun, article)
    rest = tuple(foreign for foreign in files if foreign is not first)
    gathered.refused += ((foreign.path, refusal) for foreign in rest for refusal in foreign.taken.refusals)
    gathered.lost += ((foreign.path, beside) for foreign in rest for beside in foreign.taken.beside)
    asked = [each for foreign in rest for each in _asked(foreign, source)]
    _check_size([each.said for each in asked], source)
    for done, each in enumerate(asked):
        if progress is not None and done % _STEP == 0:
            progress(done, len(asked))
        _gather(each, gathered, source)
    gathered.refused = _in_order(gathered.refused, files)
    _check_any(gathered, target, _names(files))
    if gathered.added:
        about = source.article if isinstance(source, Patchwork) else credited(source.article, _names(files))
        _write(Bank(article=about, items=tuple(gathered.items.values())), target)
    return gathered


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question of a file; `item` is all of it where it is one of our own about the same text."""

    path: Path
    said: Imported
    origin: str
    item: Item | None = None


def _asked(foreign: Foreign, source: Proofs | Patchwork) -> Iterator[_Asked]:
    path, bank = foreign.path, foreign.bank
    if bank is None:
        yield from (_Asked(path, said, origin_of(path, said)) for said in foreign.taken.items)
    elif isinstance(source, Patchwork) or bank.article.text != source.article.text:
        origins = {item.id: item.origin for item in bank.items}
        yield from (_Asked(path, said, origins[said.id]) for said in foreign.taken.items)
    else:
        items = rehomed(bank, source.article.id).items
        yield from (_Asked(path, as_imported(item), item.origin, item) for item in items)


def _saying_where(foreign: Foreign) -> Foreign:
    """The file with the items of its bank saying that they come from it."""
    return replace(foreign, bank=with_origins(foreign.bank, foreign.path)) if foreign.bank else foreign


def _check_size(asked: list[Imported], source: Proofs | Patchwork) -> None:
    """Refuse what would be looked up for minutes, when it is imported and whenever it is read.

    Raises:
        InputError: there are too many questions with too much text.
    """
    paragraphs = [paragraph for said in asked for paragraph in paragraphs_of(said)]
    more = sum(map(len, paragraphs))
    size = len(source.article.text) + (more if isinstance(source, Patchwork) else 0)
    short = sum(not has_key(paragraph) for paragraph in paragraphs)
    if short * size > _MOST_WORK:
        count = len(asked)
        few = _MOST_WORK // size if not isinstance(source, Patchwork) else isqrt(_MOST_WORK * count // more)
        raise InputError(
            f"{count:,} questions with {size:,} characters of text are more than one bank holds; split the file, and"
            f" import {_rounded(few):,} questions at a time, each part into a bank of its own"
        )


def _rounded(number: int) -> int:
    """A number with one digit that counts, no larger: who splits a file does not count to the last line."""
    unit: int = 10 ** (len(str(number)) - 1)
    return number // unit * unit


def _check_any(gathered: Gathered, target: Path, names: tuple[str, ...]) -> None:
    """Refuse to make a bank of nothing, and say why it is nothing.

    Raises:
        InputError: there is no question at all.
        BankError: there is none that could be taken.
    """
    if gathered.items:
        return
    if not gathered.refused:
        raise InputError(f"there are no questions in {' or '.join(names)}, so nothing was written")
    none = Finding(Place(str(target)), "none of the questions could be taken, so nothing was written")
    raise BankError((none, *(Finding(place_in(path, each), each.what) for path, each in gathered.refused)))


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
    if target.exists():
        keep_before(target, read_bounded(target, most=LARGEST_BANK))
    write_atomically(target, content)


def _source(files: tuple[Foreign, ...], before: Bank | None, article: Article | None) -> Proofs | Patchwork:
    """What the questions are about, and how they are proved."""
    if article is not None and before is not None and before.article.sha256 != article.sha256:
        raise InputError("the bank there is about another text than this article; name another file with -o")
    if before is not None and not is_patchwork(before.article):
        return Proofs(before.article)
    if article is not None:
        return Proofs(article)
    title = next((each.taken.title for each in files if each.taken.title), Path(name_of(files[0].path)).stem)
    return Patchwork(title=title, files=_names(files), before=before.article if before else None)


def _first_bank(files: tuple[Foreign, ...]) -> Foreign | None:
    """The file of the bank that a new one begins with: its article, its questions, and what was decided of them."""
    return next((foreign for foreign in files if foreign.bank is not None), None)


def _names(files: tuple[Foreign, ...]) -> tuple[str, ...]:
    return tuple(name_of(each.path) for each in files)


def _gather(asked: _Asked, gathered: Gathered, source: Proofs | Patchwork) -> None:
    said = asked.said
    try:
        item = asked.item or adopted(said, source.of(said))
    except UnfitError as error:
        gathered.refused.append((asked.path, Refusal(said.line, str(error), said.counted)))
        return
    name, known = gathered.names.of(said, item)
    if known:
        gathered.known += 1
        return
    fact = item.fact if asked.item and name == item.id else name
    gathered.items[name] = replace(item, id=name, fact=fact, origin=asked.origin)
    gathered.names.take(name, item)
    gathered.added += 1
    gathered.lost += ((asked.path, Refusal(said.line, what, said.counted)) for what in said.lost)
    if isinstance(source, Patchwork):
        source.keep()
        gathered.unproved += proves_itself(said)
