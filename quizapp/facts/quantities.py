"""Quantities: money, counts, percentages, measures and durations, with unit and with "about" or "more than"."""

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from quizapp.facts.numerals import NUMBER_WORDS, SCALES, is_what_one_is_under, number_of
from quizapp.facts.reading import Reading, Sentence
from quizapp.model.article import Span
from quizapp.model.fact import Answer, Hedge

_HEDGES: Final = {
    ("about",): Hedge.ABOUT,
    ("around",): Hedge.ABOUT,
    ("roughly",): Hedge.ABOUT,
    ("some",): Hedge.ABOUT,
    ("approximately",): Hedge.ABOUT,
    ("nearly",): Hedge.ABOUT,
    ("an", "estimated"): Hedge.ABOUT,
    ("almost",): Hedge.ABOUT,
    ("more", "than"): Hedge.MORE_THAN,
    ("over",): Hedge.MORE_THAN,
    ("at", "least"): Hedge.AT_LEAST,
    ("less", "than"): Hedge.LESS_THAN,
    ("fewer", "than"): Hedge.LESS_THAN,
    ("under",): Hedge.LESS_THAN,
    ("no", "more", "than"): Hedge.UP_TO,
    ("no", "fewer", "than"): Hedge.AT_LEAST,
    ("no", "less", "than"): Hedge.AT_LEAST,
    ("up", "to"): Hedge.UP_TO,
    ("as", "much", "as"): Hedge.UP_TO,
    ("as", "many", "as"): Hedge.UP_TO,
    ("just", "over"): Hedge.MORE_THAN,
    ("just", "under"): Hedge.LESS_THAN,
    ("well", "over"): Hedge.MORE_THAN,
}
_CURRENCIES: Final = "$€£¥₹"
_SUFFIXES: Final = frozenset({"m", "bn", "k", "tn", "mn"})
_DURATIONS: Final = frozenset("second minute hour day week month year decade century night".split())
UNITS: Final = frozenset(
    """metre meter kilometre kilometer centimetre centimeter millimetre millimeter mile yard foot inch acre hectare
    tonne ton kilogram kilo gram pound ounce litre liter gallon degree watt kilowatt megawatt gigawatt kilowatt-
    hour mmhg kg km cm mm m mph km/h kwh mw gw pence cent euro dollar yen rupee knot hertz decibel calorie volt
    light-year""".split()
)
_RELATIONS: Final = frozenset({"after", "before", "later", "earlier", "ago", "apart"})
_MONEY_WORDS: Final = frozenset("pound euro dollar yen penny pence cent rupee franc".split())
_VAGUE: Final = frozenset("one".split())


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a sentence with what belongs to it."""

    text: str  # as written, hedge left out: "€56 billion", "12", "400,000 tonnes"
    full: str  # with the hedge
    answer: Answer
    value: str  # plain decimal, "" when it is a range or not understood
    noun: str  # unit or counted noun phrase as written: "tonnes", "French submarines"
    hedge: Hedge
    span: Span  # of `text`
    full_span: Span
    head: Token  # the number's last token
    counted: Token | None  # the noun that is counted or measured


def find_quantities(reading: Reading, sentence: Sentence) -> list[Quantity]:
    """The quantities of a sentence outside quotations; numbers inside compounds and names are left alone."""
    found = []
    taken: set[int] = set()
    for token in sentence.slice:
        if token.i in taken or not _is_number(token) or reading.quoted(token):
            continue
        tokens = _number_tokens(token)
        spread = _spread(tokens)
        tokens = spread or tokens
        taken.update(t.i for t in tokens)
        quantity = _range(sentence, spread) if spread else _quantity(reading, sentence, tokens)
        if quantity is not None:
            found.append(quantity)
    return found


def _is_number(token: Token) -> bool:
    if token.ent_type_ in {"DATE", "TIME"} and not _duration_noun(token):
        return False
    if token.ent_type_ in {"ORDINAL", "PERSON", "ORG", "GPE", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "FAC", "LOC"}:
        return False
    if token.is_alpha and token.is_title and token.i != token.sent.start:
        return False  # a word of a title: “A Hundred Views”
    number = token.pos_ == "NUM" or (token.like_num and token.tag_ == "CD")
    return number and token.lower_ not in _VAGUE and not _in_compound(token)


def _duration_noun(token: Token) -> bool:
    above = token.head if token.head.lower_ in SCALES else token  # "two thousand years"
    return above.head.lemma_ in _DURATIONS and above.dep_ == "nummod"


def _in_compound(token: Token) -> bool:
    """“12-metre boat”, “five-state agreement”, “magnitude 6.4”, “Aria 3”."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is not None and following.text in {"-", "‑"} and not following.whitespace_ and not token.whitespace_:
        return True
    before = token.doc[token.i - 1] if token.i else None
    return before is not None and (
        before.text in {"-", "#", "No.", "No"}
        or (before.pos_ == "PROPN" and token.dep_ in {"nummod", "appos"} and token.head == before)
    )


def _number_tokens(token: Token) -> list[Token]:
    """A number of several tokens: "€56 billion", "two and a half million", "38 percent"."""
    doc = token.doc
    start, end = token.i, token.i
    if start and doc[start - 1].text in _CURRENCIES:
        start -= 1
    if (
        start
        and doc[start - 1].text in {"-", "−"}
        and doc[start - 1].whitespace_ == ""
        and (start < 2 or doc[start - 2].whitespace_)
    ):
        start -= 1
    if start and token.lower_ in SCALES and doc[start - 1].lower_ in {"a", "one"}:
        start -= 1
    while end + 1 < len(doc) and (
        (doc[end + 1].lower_ in SCALES and doc[end + 1].pos_ == "NUM")
        or (doc[end + 1].pos_ == "NUM" and doc[end + 1].lower_ in NUMBER_WORDS)
    ):
        end += 1
    glued = end + 1 < len(doc) and not doc[end].whitespace_ and doc[end + 1].lower_ in _SUFFIXES
    end += glued  # "£96m"
    if [t.lower_ for t in doc[end + 1 : end + 4]] == ["and", "a", "half"]:
        end += 3
        if end + 1 < len(doc) and doc[end + 1].lower_ in SCALES:
            end += 1
    if end + 1 < len(doc) and (doc[end + 1].text == "%" or doc[end + 1].lower_ in {"percent", "per"}):
        end += (
            2
            if doc[end + 1].lower_ == "per" and end + 2 < len(doc) and doc[end + 2].lower_ == "cent"
            else 1
            if doc[end + 1].lower_ != "per"
            else 0
        )
    return list(doc[start : end + 1])


def _quantity(reading: Reading, sentence: Sentence, tokens: list[Token]) -> Quantity | None:
    if _torn(tokens):
        return None
    last = tokens[-1]
    text = "".join(t.text_with_ws for t in tokens).strip()
    counted = _counted(tokens)
    answer, unit_end, noun = _kind(tokens, text, counted)
    if answer is None:
        return None
    end = unit_end or last
    hedge, first = _hedge(tokens[0])
    span = sentence.span_of(tokens[0], end)
    bound, last_of_all = _bound_behind(end)
    hedge = bound if hedge is Hedge.EXACT else hedge
    full_span = sentence.span_of(first, last_of_all)
    article = reading.article
    return Quantity(
        text=article.at(span),
        full=article.at(full_span),
        answer=answer,
        value=number_of(text),
        noun=noun,
        hedge=hedge,
        span=span,
        full_span=full_span,
        head=last,
        counted=counted,
    )


def _spread(tokens: list[Token]) -> list[Token]:
    """Both ends of a range: "between £700 million and £730 million", "7 to 9 mmHg"; nothing where there is none."""
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    if last + 2 >= len(doc) or doc[last + 1].lower_ not in {"and", "to", "-"}:
        return []
    second = next((t for t in doc[last + 2 : last + 4] if t.pos_ == "NUM" or t.like_num), None)
    if second is None or (second.i == last + 3 and doc[last + 2].text not in _CURRENCIES):
        return []
    between = first > 0 and doc[first - 1].lower_ == "between"
    if doc[last + 1].lower_ == "and" and not between:
        return []
    if doc[last + 1].lower_ == "to" and first > 0 and doc[first - 1].lower_ == "from":
        return []
    end = _number_tokens(second)[-1].i
    return list(doc[first - 1 if between else first : end + 1])


def _range(sentence: Sentence, tokens: list[Token]) -> Quantity | None:
    """A range as one quantity without a value: its wording is the key."""
    ends = _number_tokens(tokens[-1] if tokens[-1].pos_ == "NUM" else tokens[-2])
    text = "".join(t.text_with_ws for t in tokens).strip()
    counted = _counted(ends)
    answer, unit_end, noun = _kind(ends, text, counted)
    if answer is None or (any(t.ent_type_ in {"DATE", "TIME"} for t in tokens) and answer is not Answer.DURATION):
        return None
    span = sentence.span_of(tokens[0], unit_end or tokens[-1])
    written = sentence.slice.doc.text[span.start - sentence.base : span.end - sentence.base]
    return Quantity(
        text=written,
        full=written,
        answer=answer,
        value="",
        noun=noun,
        hedge=Hedge.EXACT,
        span=span,
        full_span=span,
        head=ends[-1],
        counted=counted,
    )


def _torn(tokens: list[Token]) -> bool:
    """“between 35 and 50”, “60 to 75”, “three of the four”, “12 hours and 25 minutes”: half of it would be wrong."""
    before, after = _around(tokens)
    if before and before[-1].lower_ in {
        "several",
        "few",
        "many",
        "half",
        "past",
        "last",
        "next",
        "first",
        "previous",
        "top",
        "no",
    }:
        return True
    if [t.lower_ for t in before[-2:]] == ["one", "of"]:
        return True  # "one of four levels"
    share = tokens[-1].lower_ in {"percent", "cent", "%"}  # "61 percent of passengers" is whole
    tests = (
        (_in_range, _in_compound_time, _is_relation)
        if share
        else (_in_range, _in_compound_time, _is_relation, _is_ratio)
    )
    return any(test(before, after) for test in tests)


def _around(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Up to eight tokens before a number, and three after it, in reading order."""
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    return list(doc[max(0, first - 8) : first]), list(doc[last + 1 : last + 4])


_JOINING: Final = frozenset({"to", "-", "–", "or"})


def _numeric(token: Token) -> bool:
    return token.pos_ == "NUM" or token.like_num or token.text in _CURRENCIES


def _in_range(before: list[Token], after: list[Token]) -> bool:
    words = [t.lower_ for t in before]
    if words[-1:] and words[-1] in {"between", "and"} and "between" in words:
        return True
    if len(after) > 1 and after[0].lower_ in _JOINING | {"and"} and _numeric(after[1]):
        return True
    if len(before) < 2 or words[-1] not in _JOINING or not (_numeric(before[-2]) or before[-2].lemma_ in UNITS):
        return False
    # "rose 17 percent to £186": two figures of one change, each whole
    change = before[-1].dep_ == "prep" and before[-1].head.pos_ == "VERB" and words[-2] in {"percent", "%", "cent"}
    return not change


def _in_compound_time(before: list[Token], after: list[Token]) -> bool:
    """“12 hours and 25 minutes”: each is half of a time."""
    first = len(after) > 2 and after[0].lemma_ in _DURATIONS and after[1].lower_ == "and" and after[2].like_num
    second = len(before) > 1 and before[-1].lower_ == "and" and before[-2].lemma_ in _DURATIONS
    beside = len(after) > 1 and after[0].lemma_ in _DURATIONS and after[1].like_num  # "6 hours 48 minutes"
    behind = len(before) > 1 and before[-1].lemma_ in _DURATIONS and before[-2].like_num
    return first or second or beside or behind


def _is_relation(_: list[Token], after: list[Token]) -> bool:
    """“two days after the announcement”, “13 minutes from time” are no durations."""
    if len(after) < 2 or after[0].lemma_ not in _DURATIONS:
        return False
    to_the_end = after[1].lower_ in {"from", "into"} and after[0].dep_ in {"npadvmod", "pobj"}
    return to_the_end or after[1].lower_ in _RELATIONS


def _is_ratio(before: list[Token], after: list[Token]) -> bool:
    """“three of the four”: neither stands alone."""
    end = [t.lower_ for t in before[-2:]] == ["of", "the"] and len(before) > 2 and before[-3].like_num
    return end or bool(after and after[0].lower_ in {"of", "out"})


def _counted(tokens: list[Token]) -> Token | None:
    for token in reversed(tokens):
        if (
            token.dep_ in {"nummod", "quantmod", "compound"}
            and token.head not in tokens
            and token.head.pos_ in {"NOUN", "PROPN"}
            and token.head.i > token.i
        ):
            return token.head
    return None


def _kind(tokens: list[Token], text: str, counted: Token | None) -> tuple[Answer | None, Token | None, str]:
    """What is measured; the token that ends the unit when it belongs to the key; the noun."""
    low = text.lower()
    if any(c in text for c in _CURRENCIES):
        return Answer.MONEY, None, ""
    if low.endswith(("%", "percent", "per cent")):
        return Answer.PERCENT, None, ""
    degrees = _degrees(tokens[-1])
    if degrees is not None:
        return Answer.MEASURE, degrees, "degrees"
    return _counted_kind(tokens, counted) if counted is not None else (None, None, "")


def _degrees(last: Token) -> Token | None:
    """The token that ends "80 °C"."""
    doc = last.doc
    sign = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if sign is None or sign.text not in {"°", "°C", "°F", "º"}:
        return None
    letter = doc[sign.i + 1] if sign.i + 1 < len(doc) else None
    return letter if letter is not None and letter.text in {"C", "F"} and len(sign.text) == 1 else sign


def _counted_kind(tokens: list[Token], counted: Token) -> tuple[Answer | None, Token | None, str]:
    lemma = counted.lemma_.lower()
    if lemma in _MONEY_WORDS:
        return Answer.MONEY, counted, ""
    if lemma in _DURATIONS:
        return (Answer.DURATION, counted, counted.text) if counted.i == tokens[-1].i + 1 else (None, None, "")
    if lemma in UNITS or counted.lower_ in UNITS:
        end = _rate_end(_compound_end(counted))
        return Answer.MEASURE, end, counted.doc[tokens[-1].i + 1 : end.i + 1].text  # "cubic kilometres"
    if counted.tag_ not in {"NNS", "NNPS"} and counted.lower_ not in {"people", "staff"}:
        return None, None, ""
    return Answer.COUNT, None, counted.doc[tokens[-1].i + 1 : counted.i + 1].text


def _compound_end(unit: Token) -> Token:
    """The last token of a unit with hyphens: “26 gigawatt-hours”."""
    doc, end = unit.doc, unit.i
    while end + 2 < len(doc) and doc[end + 1].text == "-" and not (doc[end].whitespace_ or doc[end + 1].whitespace_):
        end += 2
    return doc[end]


def _rate_end(unit: Token) -> Token:
    """The last token of “78 miles per hour”: a speed is one measure."""
    doc, end = unit.doc, unit.i
    rate = end + 2 < len(doc) and doc[end + 1].lower_ == "per" and doc[end + 2].lower_ in _RATES
    return doc[end + 2] if rate else unit


_RATES: Final = frozenset({"hour", "second", "minute"})


def _lasts(over: Token) -> bool:
    """“for over a year”, “took over a year”: more than that."""
    before = over.nbor(-1) if over.i else None
    return before is not None and (before.lower_ in {"for", "of", "just"} or before.lemma_ in _LASTING)


_LASTING: Final = frozenset("take last spend wait be serve need require".split())


def _bound_behind(end: Token) -> tuple[Hedge, Token]:
    """The bound behind a figure, and its last token: “60 degrees or more”."""
    doc = end.doc
    if end.i + 2 >= len(doc) or doc[end.i + 1].lower_ != "or":
        return Hedge.EXACT, end
    bound = _BEHIND.get(doc[end.i + 2].lower_, Hedge.EXACT)
    return bound, end if bound is Hedge.EXACT else doc[end.i + 2]


_BEHIND: Final = {
    **dict.fromkeys(("more", "over", "longer", "higher", "above"), Hedge.AT_LEAST),
    **dict.fromkeys(("less", "fewer", "under", "lower", "below"), Hedge.UP_TO),
}


def _hedge(first: Token) -> tuple[Hedge, Token]:
    doc = first.doc
    for words, hedge in sorted(_HEDGES.items(), key=lambda pair: -len(pair[0])):
        start = first.i - len(words)
        if start >= 0 and tuple(t.lower_ for t in doc[start : first.i]) == words:
            if words == ("over",) and _duration_noun(first) and not _lasts(doc[start]):
                continue  # "Over 14 months they filmed": in the course of them
            if words == ("under",) and is_what_one_is_under(first):
                continue  # "under two rules": there are two
            return hedge, doc[start]
    return Hedge.EXACT, first
