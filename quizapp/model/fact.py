"""Evidence and attribution: what a fact rests on and whose claim it is."""

from dataclasses import dataclass

from quizapp.model.article import Article, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A verbatim quote of an article and where it stands.

    Raises:
        ValueError: the quote is not as long as its span, or is empty.
    """

    article: str
    span: Span
    quote: str

    def __post_init__(self) -> None:
        if not self.quote or len(self.quote) != self.span.end - self.span.start:
            raise ValueError("a quote is exactly the text of its span")

    @classmethod
    def of(cls, article: Article, span: Span) -> "Evidence":
        """The evidence that an article gives at a span."""
        return cls(article=article.id, span=span, quote=article.at(span))

    def stands_in(self, article: Article) -> bool:
        """Whether the article has this very quote at this span."""
        return article.id == self.article and article.at(self.span) == self.quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says it and by which word: source "Lariv", cue "said"."""

    source: str
    cue: str
