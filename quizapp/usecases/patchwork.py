"""The text of a bank that was imported without its article: what the file itself says of its questions."""

from dataclasses import replace
from typing import Final

from quizapp.formats.parcel import Imported
from quizapp.kit.text import slug
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence

IMPORTED_FROM: Final = "imported from "
"""How the source of such a text begins."""

_GAP: Final = "\n\n"


def is_patchwork(article: Article) -> bool:
    """Whether a bank's text is made of imported files."""
    return article.source.startswith(IMPORTED_FROM)


ASKED_FROM: Final = "questions imported from "
"""What the source of an article says where some of its questions were imported; the article itself was not."""

_AND: Final = "; "
_BETWEEN: Final = ", "


def credited(article: Article, files: tuple[str, ...]) -> Article:
    """An article whose source names the files from which questions about it were imported, each once."""
    source, _, before = article.source.partition(ASKED_FROM)
    known = before.split(_BETWEEN) if before else []
    names = _BETWEEN.join(dict.fromkeys([*known, *files]))
    told = source.removesuffix(_AND)
    return replace(article, source=f"{told}{_AND if told else ''}{ASKED_FROM}{names}")


class Patchwork:
    """Paragraphs that grow with each question; a paragraph that is there already is used again."""

    def __init__(self, *, title: str, files: tuple[str, ...], before: Article | None = None) -> None:
        """Begin with a title, or go on with the text that an earlier import has made."""
        self._id = before.id if before else slug(title)
        self._title = before.title if before else " ".join(title.split())
        sources = before.source.removeprefix(IMPORTED_FROM).split(_BETWEEN) if before else []
        self._source = IMPORTED_FROM + _BETWEEN.join(dict.fromkeys([*sources, *files]))
        self._before = before.text if before else f"{self._title}\n"
        self._added: list[str] = []
        self._end = len(self._before.rstrip())
        self._places = _lines(self._before)
        self._new: list[str] = []

    @property
    def article(self) -> Article:
        """The text as it is now."""
        added = "".join(f"{_GAP}{paragraph}" for paragraph in self._added)
        text = f"{self._before.rstrip()}{added}\n" if added else self._before
        return Article(id=self._id, title=self._title, source=self._source, text=text)

    def keep(self) -> None:
        """Let the paragraphs of the last question stay; those of one that is not kept go with the next."""
        self._new = []

    def of(self, said: Imported) -> tuple[Evidence, ...]:
        """The paragraphs that speak of a question: its quotes, else its rationale, else its own answer."""
        for paragraph in reversed(self._new):
            self._end = self._places.pop(paragraph) - len(_GAP)
            self._added.pop()
        self._new = []
        found = dict.fromkeys(filter(None, (" ".join(each.split()) for each in paragraphs_of(said))))
        return tuple(self._evidence(paragraph) for paragraph in found)

    def _evidence(self, paragraph: str) -> Evidence:
        start = self._places.get(paragraph)
        if start is None:
            start = self._places[paragraph] = self._end + len(_GAP)
            self._end = start + len(paragraph)
            self._added.append(paragraph)
            self._new.append(paragraph)
        return Evidence(article=self._id, span=Span(start, start + len(paragraph)), quote=paragraph)


def _lines(text: str) -> dict[str, int]:
    """Where each line of a text stands first, but for the first one, which is its title."""
    found: dict[str, int] = {}
    at = 0
    for line in text.split("\n"):
        if at:
            found.setdefault(line, at)
        at += len(line) + 1
    return found


def paragraphs_of(said: Imported) -> tuple[str, ...]:
    """What of a question becomes text."""
    return said.quotes or ((said.rationale,) if said.rationale.strip() else (own_words(said),))


def own_words(said: Imported) -> str:
    """A question and its answer as the file gives them, where it gives nothing else."""
    answers = said.keys or tuple(f"{pair.prompt} – {pair.answer}" for pair in said.pairs)
    return f"{said.stem} {'; '.join(answers)}"


def proves_itself(said: Imported) -> bool:
    """Whether a file gives a question nothing but its answer."""
    return not said.quotes and not said.rationale.strip()
