"""An article as read by spaCy: paragraphs parsed one by one, sentences with offsets into the article's text."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Slice

from quizapp.facts.layout import layout
from quizapp.facts.quotations import Meeting, Quotation, find_quotations
from quizapp.model.article import Article, Span
from quizapp.model.fact import Listing

BOUNDARIES: Final = "quizapp_boundaries"
_SAME_LENGTH: Final = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "’": "'",
        "‘": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "–": "-",
        "\n": " ",
        "\t": " ",
    }
)
"""One character for one, so that offsets stay true; the parser was trained on straight marks."""


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence: its spaCy slice, where its document begins in the article, its paragraph and running number."""

    slice: Slice
    base: int
    paragraph: int
    index: int

    @cached_property
    def span(self) -> Span:
        """The sentence in the article, without white space around it."""
        return self.span_of(self.slice[0], self.slice[-1])

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the sentence in lower case, to see at once that a construction is not in it."""
        return frozenset(token.lower_ for token in self.slice)

    @cached_property
    def root(self) -> Token:
        """The head of the sentence."""
        return self.slice.root

    def span_of(self, first: Token, last: Token) -> Span:
        """The article's span from one token to another."""
        return Span(self.base + first.idx, self.base + last.idx + len(last.text))


@dataclass(eq=False)
class Reading:
    """The whole article as parsed sentences, with its quotations."""

    article: Article
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    skipped: tuple[Span, ...] = ()
    lists: tuple[Listing, ...] = ()
    _by_doc: dict[tuple[int, int], Sentence] = field(default_factory=dict)
    _quoted: dict[tuple[int, int], Quotation] = field(default_factory=dict)
    _near: dict[int, tuple[Quotation, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        meeting = Meeting(self.quotations)
        for sentence in self.sentences:
            near = meeting.of(sentence.span)
            self._near[sentence.index] = near
            for token in sentence.slice:
                place = (id(sentence.slice.doc), token.i)
                self._by_doc[place] = sentence
                offset = sentence.base + token.idx
                found = next((q for q in near if q.inner.start <= offset < q.inner.end), None)
                if found is not None:
                    self._quoted[place] = found
            for space in _spaces_around(sentence.slice):
                self._by_doc.setdefault((id(space.doc), space.i), sentence)

    @cached_property
    def written(self) -> frozenset[str]:
        """The words of the article as they are written."""
        return frozenset(re.findall(r"\w+", self.article.text))

    @cached_property
    def written_inside(self) -> frozenset[str]:
        """The words that stand inside a sentence, after a small letter or a comma, as they are written."""
        return frozenset(re.findall(r"(?<=[a-z,] )\w+", self.article.text))

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence in which a token stands."""
        return self._by_doc[id(token.doc), token.i]

    def at(self, token: Token) -> int:
        """The token's offset in the article."""
        return self.sentence_of(token).base + token.idx

    def quotations_of(self, sentence: Sentence) -> tuple[Quotation, ...]:
        """The quotations that stand in a sentence, or of which it is a part."""
        return self._near[sentence.index]

    def quotation_at(self, token: Token) -> Quotation | None:
        """The quotation in which a token stands."""
        return self._quoted.get((id(token.doc), token.i))

    def quoted(self, token: Token) -> bool:
        """Whether the token is inside quotation marks."""
        return (id(token.doc), token.i) in self._quoted


def _spaces_around(slice_: Slice) -> Iterator[Token]:
    """The white space that was trimmed off a sentence: the parser may hang it on any of its words."""
    doc, before, after = slice_.doc, slice_.start - 1, slice_.end
    while before >= 0 and doc[before].is_space:
        yield doc[before]
        before -= 1
    while after < len(doc) and doc[after].is_space:
        yield doc[after]
        after += 1


@Language.component(BOUNDARIES)
def mark_boundaries(doc: Doc) -> Doc:
    """Tell the parser where sentences begin around quotation marks, which it often gets wrong."""
    inside = bool(doc.user_data.get("open_quote"))
    for token in doc:
        previous = doc[token.i - 1] if token.i else None
        if token.text == '"':
            if inside or not _ended(previous):
                token.is_sent_start = False
            inside = not inside
        elif previous is not None and previous.text == '"':
            token.is_sent_start = _begins_after_mark(doc, token, inside)
        elif previous is not None and not _ended(previous):
            token.is_sent_start = False
        elif previous is not None and previous.lower_ in _HOURS and token.text in _BEGINNINGS:
            token.is_sent_start = True  # "from 6 a.m. to 8 p.m. The ferry": its stop is the sentence's, too
    return doc


_HOURS: Final = frozenset({"a.m.", "p.m."})
_BEGINNINGS: Final = frozenset(
    """The A An This That These Those It He She They We I His Her Their Its In On At By After Before When While If But
    And As For From Since Then There Some Many Most All Both One Two Three""".split()
)
"""Words that are no names, so that a capital says where a sentence begins."""


def _ended(token: Token | None) -> bool:
    """Whether a sentence can end with this token; "at about -273" cannot, whatever the parser thinks."""
    return token is None or token.is_space or token.text[-1:] in ".!?…:;)]'\""


def _begins_after_mark(doc: Doc, token: Token, inside: bool) -> bool | None:
    if inside:  # the mark opened: the sentence began with the mark, or goes on
        return False
    before = doc[token.i - 2].text if token.i > 1 else ""
    ended = before in {".", "!", "?", "…", "..."} or before.endswith((".", "?", "!"))
    if not ended:
        return False
    return token.text[:1].isupper() or token.text == '"'


Progress = Callable[[int, int], object]
"""Told how many paragraphs are read, and of how many; False from it says that these are enough."""


def read(article: Article, nlp: Language, *, progress: Progress | None = None) -> Reading:
    """Parse an article paragraph by paragraph, to its end or until that is enough."""
    quotations = find_quotations(article)
    page = layout(article, quotations)
    total = len(article.paragraphs)
    sentences: list[Sentence] = []
    if progress:
        progress(0, total)  # the model is there, and reading begins
    read_to = 0
    for doc, (read_to, span) in _piped(nlp, article, page.text, Meeting(quotations)):
        for piece in _sentences(doc):
            sentences.append(Sentence(piece, span.start, read_to, len(sentences)))
        if progress and progress(read_to, total) is False:
            break
    else:
        if progress and read_to < total:
            progress(total, total)  # what follows the last sentence is furniture, and was looked at
    return Reading(article, tuple(sentences), quotations, page.skipped, page.lists)


def _as_parsed(text: str, base: int, near: tuple[Quotation, ...]) -> str:
    """The text with the marks that the parser knows: every quotation in double ones, what it quotes in single ones."""
    parsed = text.translate(_SAME_LENGTH)
    for quotation in near:
        start, end = quotation.outer.start - base, quotation.outer.end - base
        if quotation.single and start >= 0 and end <= len(text):
            inner = parsed[start + 1 : end - 1].replace('"', "'")
            parsed = f'{parsed[:start]}"{inner}"{parsed[end:]}'
    return parsed


_TOGETHER: Final = 64
"""Paragraphs that are parsed together: fewer cost more time a word, more keep a reader waiting who stops."""
_MOST_TOGETHER: Final = 60_000
"""Characters of them, for which the parsers take 400 MiB; 64 paragraphs seldom have half of that."""

_Place = tuple[int, Span]
"""The number of a paragraph, and the stretch of text that is parsed."""


def _piped(
    nlp: Language, article: Article, page: Sequence[_Place], quotations: Meeting
) -> Iterator[tuple[Doc, _Place]]:
    def made(place: _Place) -> tuple[Doc, _Place]:
        span = place[1]
        near = quotations.of(span)
        doc = nlp.make_doc(_as_parsed(article.at(span), span.start, near))
        doc.user_data["open_quote"] = any(q.inner.start < span.start < q.inner.end for q in near)
        return doc, place

    for batch in _batches(page):
        yield from nlp.pipe(map(made, batch), as_tuples=True, batch_size=_TOGETHER)


def _batches(page: Sequence[_Place]) -> Iterator[list[_Place]]:
    """As many paragraphs as are parsed together, and no more text than there is memory for."""
    batch: list[_Place] = []
    size = 0
    for place in page:
        length = place[1].end - place[1].start
        if batch and (len(batch) == _TOGETHER or size + length > _MOST_TOGETHER):
            yield batch
            batch, size = [], 0
        batch.append(place)
        size += length
    if batch:
        yield batch


def _sentences(doc: Doc) -> Iterator[Slice]:
    """Sentences trimmed of white space, empty ones left out."""
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        while start < end and (doc[start].is_space):
            start += 1
        while end > start and doc[end - 1].is_space:
            end -= 1
        if start < end:
            yield doc[start:end]
