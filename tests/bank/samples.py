"""Banks for tests: one written by hand, and hypothesis strategies for any bank at all."""

import string
from typing import Any

from hypothesis import strategies as st

from quizapp.kit.text import reading
from quizapp.model.article import Article, Part, Span
from quizapp.model.fact import Attribution, Evidence, Hedge
from quizapp.model.item import (
    GAP,
    Bank,
    ChoiceItem,
    ClozeItem,
    Distractor,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    Pair,
    ShortAnswerItem,
    Status,
    TrueFalseItem,
)

TEXT = (
    "The last keepers\n\n"
    "The lighthouse at Fennick Point was lit in 1871. It burned about 12 tonnes of oil a year.\n\n"
    "Mara Holt, the last keeper, called the machine that replaced her “a very patient liar”. She left in 1989.\n"
)
ARTICLE = Article(id="lighthouse", title="The last keepers", source="keepers.txt", text=TEXT, date="2026-11-03")


def evidence(quote: str, article: Article = ARTICLE) -> Evidence:
    """Where a quote first stands."""
    start = article.text.index(quote)
    return Evidence.of(article, Span(start, start + len(quote)))


SAMPLE = Bank(
    article=ARTICLE,
    items=(
        ChoiceItem(
            id="what-she-called-it",
            fact="liar",
            stem="What did Mara Holt call the machine that replaced her?",
            key="a very patient liar",
            distractors=(
                Distractor(text="NO", why="She said: a liar."),
                Distractor(
                    text="the last keeper", why="That was she.", evidence=evidence("Mara Holt, the last keeper")
                ),
            ),
            evidence=(evidence("called the machine that replaced her “a very patient liar”"),),
            attribution=Attribution(source="Mara Holt", cue="called"),
            rationale="Her words were “a very patient liar”.",
            score=0.9,
        ),
        ShortAnswerItem(
            id="keeper",
            fact="keeper",
            stem="Who was the last keeper?",
            key="Mara Holt",
            accepted=("Holt", "1:30"),
            evidence=(evidence("Mara Holt, the last keeper"),),
            status=Status.KEPT,
        ),
        NumericItem(
            id="oil",
            fact="oil",
            stem="How much oil did it burn a year?",
            key="about 12 tonnes",
            value="12",
            unit="tonnes",
            hedge=Hedge.ABOUT,
            evidence=(evidence("It burned about 12 tonnes"),),
        ),
        ClozeItem(
            id="lit",
            fact="lit",
            stem=f"The lighthouse at {GAP} was lit in {GAP}.",
            keys=("Fennick Point", "1871"),
            evidence=(evidence("The lighthouse at Fennick Point was lit in 1871."),),
            edited=True,
        ),
        MultipleChoiceItem(
            id="told",
            fact="lit",
            stem="What does the article tell of the lighthouse?",
            keys=("where it stood", "when it was lit"),
            distractors=(Distractor(text="who built it", why="No builder is named."),),
            evidence=(evidence("The lighthouse at Fennick Point was lit in 1871."),),
            derived=True,
        ),
        MatchingItem(
            id="what",
            fact="lit",
            stem="What is each of these?",
            pairs=(
                Pair(prompt="Mara Holt", answer="the last keeper"),
                Pair(prompt="1871", answer="the year of the first light"),
                Pair(prompt="12 tonnes", answer="the oil of a year"),
            ),
            evidence=(evidence("Mara Holt, the last keeper"), evidence("lit in 1871")),
            derived=True,
        ),
        OrderingItem(
            id="order",
            fact="order",
            stem="In which order does the article speak of these?",
            keys=("the light", "the oil", "the keeper"),
            evidence=(evidence("It burned about 12 tonnes"),),
            derived=True,
        ),
        TrueFalseItem(
            id="century",
            fact="lit",
            stem="It was lit in the twentieth century.",
            key=False,
            evidence=(evidence("lit in 1871"),),
        ),
    ),
)

HOSTILE = [
    *"\x00\x07\x08\t\n\r\x1b\x7f\x85\x9b\xa0\xad",
    *"\u200b\u200d\u200e\u2028\u2029\u202e\u2066\ufeff\ufffe\uffff\U000e0041\U0001f600\u0301",
    *" :#-?!&*|>'\"%@`[]{},\\_/~=<€“”…1",
    "[@click=app.quit]x[/]",
    "\x1b]0;title\x07",
    "NO",
    "null",
    ": ",
    " #",
    "- ",
    "\n",
    "\n\n",
    "\r\n",
    "---",
]
# What some format takes for its own: beginnings of its lines, its marks, and the labels that ours put before proofs.
MARKS = [
    *("Q: ", "A: ", "C: ", "A. ", "B) ", "ANSWER: A", "$CATEGORY: x", "::title::", "%50%", "T", "TRUE", "=>", "{#12}"),
    *(
        "[sound:a.mp3]",
        "[anki:play:q:0]",
        "[latex]",
        "{{c1::gap}}",
        "<!--SR:!2024-01-01,3,250-->",
        "-->",
        "==",
        "[gap]",
    ),
    *("<!-- quizapp: a -->", "%%", "[[", "|", "\\|", "\\n", "\\", "&amp;", "&#91;", "]]>", "<b>", "<li>x</li>", "=1+1"),
    *("- ", "Also right: ", "Wrong: ", " – because: ", "True or false? ", "Source: ", "The text says: ", "“x”"),
    *("In the words of the text: ", "#separator:tab", "____", " _", "12 km", "1. ", "Not "),
]
any_text = st.lists(
    st.one_of(
        st.sampled_from(HOSTILE),
        st.sampled_from(MARKS),
        st.text(string.ascii_letters + " ", max_size=6),
        st.text(max_size=4),
    ),
    max_size=8,
).map("".join)
seen_text = any_text.filter(lambda text: bool(text.strip()) and bool(reading(text)))
ids = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,8}", fullmatch=True)


def _evidences(article: Article) -> st.SearchStrategy[Evidence]:
    spans = st.tuples(st.integers(0, len(article.text) - 1), st.integers(1, 30))
    found = spans.map(lambda pair: Span(pair[0], min(pair[0] + pair[1], len(article.text))))
    return found.filter(lambda span: bool(article.at(span).strip())).map(lambda span: Evidence.of(article, span))


@st.composite
def _items(draw: st.DrawFn, article: Article, item_id: str) -> Item:
    words = draw(st.lists(seen_text, min_size=4, max_size=7, unique_by=reading))
    shared: dict[str, Any] = {
        "id": item_id,
        "fact": draw(ids | st.just(item_id)),
        "evidence": tuple(draw(st.lists(_evidences(article), min_size=1, max_size=3))),
        "rationale": draw(any_text),
        "derived": True,
        "attribution": draw(st.none() | st.builds(Attribution, source=seen_text, cue=seen_text)),
        "score": draw(st.floats(0, 1)),
        "status": draw(st.sampled_from(Status)),
        "edited": draw(st.booleans()),
        "origin": draw(any_text),
    }
    distractors = tuple(
        Distractor(text=word, why=draw(seen_text), evidence=draw(st.none() | _evidences(article))) for word in words[2:]
    )
    match draw(st.integers(0, 7)):
        case 0:
            return ChoiceItem(
                stem=draw(seen_text), key=words[0], accepted=(words[1],), distractors=distractors, **shared
            )
        case 1:
            return TrueFalseItem(stem=draw(seen_text), key=draw(st.booleans()), **shared)
        case 2:
            return ShortAnswerItem(stem=draw(seen_text), key=words[0], distractors=distractors, **shared)
        case 3:
            value = draw(st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{1,5})?", fullmatch=True))
            hedge = draw(st.sampled_from(Hedge))
            return NumericItem(
                stem=draw(seen_text), key=words[0], value=value, unit=draw(any_text), hedge=hedge, **shared
            )
        case 4:
            return MultipleChoiceItem(
                stem=draw(seen_text), keys=(words[0], words[1]), distractors=distractors, **shared
            )
        case 5:
            answers = draw(st.lists(seen_text, min_size=3, max_size=3, unique_by=reading))
            pairs = tuple(Pair(prompt=word, answer=answer) for word, answer in zip(words, answers, strict=False))
            return MatchingItem(stem=draw(seen_text), pairs=pairs, **shared)
        case 6:
            return OrderingItem(stem=draw(seen_text), keys=tuple(words), **shared)
        case _:
            keys = tuple(words[:2])
            parts = [draw(seen_text).replace("_", "") + "a" for _ in range(3)]
            return ClozeItem(stem=GAP.join(parts), keys=keys, **shared)


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    """Any bank that is not refused, its texts as nasty as they come."""
    article = Article(
        id=draw(ids),
        title=draw(seen_text),
        source=draw(any_text),
        text=draw(seen_text),
        language=draw(st.sampled_from(["en", "en-GB"])),
        byline=draw(any_text),
        date=draw(any_text),
        parts=tuple(draw(st.lists(st.builds(Part, at=st.integers(0, 10**6), name=seen_text), max_size=3))),
    )
    names = draw(st.lists(ids, max_size=4, unique=True))
    return Bank(article=article, items=tuple(draw(_items(article, name)) for name in names))
