"""The text of a bank that was imported without its article: what the file itself says of its questions."""

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


class Patchwork:
    """Paragraphs that grow with each question; a paragraph that is there already is used again."""

    def __init__(self, *, title: str, files: tuple[str, ...], before: Article | None = None) -> None:
        """Begin with a title, or go on with the text that an earlier import has made."""
        self._id = before.id if before else slug(title)
        self._title = before.title if before else " ".join(title.split())
        sources = before.source.removeprefix(IMPORTED_FROM).split(", ") if before else []
        self._source = IMPORTED_FROM + ", ".join(dict.fromkeys([*sources, *files]))
        self._kept = before.text if before else f"{self._title}\n"
        self._text = self._kept

    @property
    def article(self) -> Article:
        """The text as it is now."""
        return Article(id=self._id, title=self._title, source=self._source, text=self._text)

    def keep(self) -> None:
        """Let the paragraphs of the last question stay; those of one that is not kept go with the next."""
        self._kept = self._text

    def of(self, said: Imported) -> tuple[Evidence, ...]:
        """The paragraphs that speak of a question: its quotes, else its rationale, else its own answer."""
        self._text = self._kept
        paragraphs = said.quotes or ((said.rationale,) if said.rationale.strip() else (own_words(said),))
        spans = dict.fromkeys(map(self._span, (" ".join(each.split()) for each in paragraphs if each.strip())))
        return tuple(Evidence.of(self.article, span) for span in spans)

    def _span(self, paragraph: str) -> Span:
        start = f"{self._text}{_GAP}".find(f"\n{paragraph}\n")
        if start < 0:
            self._text = f"{self._text.rstrip()}{_GAP}"
            start = len(self._text) - 1
            self._text += f"{paragraph}\n"
        return Span(start + 1, start + 1 + len(paragraph))


def own_words(said: Imported) -> str:
    """A question and its answer as the file gives them, where it gives nothing else."""
    answers = said.keys or tuple(f"{pair.prompt} – {pair.answer}" for pair in said.pairs)
    return f"{said.stem} {'; '.join(answers)}"


def proves_itself(said: Imported) -> bool:
    """Whether a file gives a question nothing but its answer."""
    return not said.quotes and not said.rationale.strip()
