"""Whether it is clear which one a question means: of what, of which of two, where."""

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from quizapp.model.fact import Answer, Fact, FactKind, FactSheet
from quizapp.writing.bare import bare_in
from quizapp.writing.phrases import content_words, outside_quotes

_EVENTS: Final = frozenset({FactKind.ACTOR, FactKind.OBJECT})
_TOLD_OTHERWISE: Final = 4
"""Words of content of a question that tie it to one event without a name."""


# -- nouns that are of something

_RELATIONAL: Final = re.compile(
    r"""\b(?:an?|several|(?<!how\ )many|some|various|another|two|three|four|five)\ (?:[a-z-]+\ ){0,2}?
    (?:(?:sets?|pairs?|parts?|versions?|cop(?:y|ies)|members?|shares?)\b(?!\ (?:of|by|that|which|who)\b)
    |(?:clues?|remed(?:y|ies)|solutions?|answers?|reasons?|differences?|sequels?|replacements?|substitutes?|alternatives?
    |quantit(?:y|ies)|results?|effects?|causes?|objections?|conditions?|exceptions?|examples?|explanations?|measures?|steps?|changes?)\b
    (?!\ (?:of\ (?!only|just|about|some|more|less|\d)|to|for|in|between|that|which|who|on|from|with|called|named|known
    |at|by|against)))""",
    re.IGNORECASE | re.VERBOSE,
)
"""“Who has come up with several remedies?”: for what, another sentence says."""


def _of_each(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“raised its bid to €40”, which is €40 a share; “were allowed two minutes each”."""
    if fact.kind is not FactKind.QUANTITY:
        return None
    key = re.escape(fact.key.text)
    if re.search(rf"{key}(?: [a-z]+)? (?:each|apiece)\b(?! of\b)", fact.evidence[-1].quote) and "each" not in stem:
        return f"it is “{fact.key.text} each”"
    each = re.search(rf"{key} ((?:an?|per|each) [a-z]+)", sheet.article.text)
    elsewhere = fact.key.answer is Answer.MONEY and each is not None and each.group(1) not in stem
    return f"it is “{each.group()}” elsewhere" if each and elsewhere else None


_SHARE_OF: Final = re.compile(
    r"\bthe (?:proportion|share|percentage|amount)\b(?! (?:of|who|that|which))"
    r"|\bthe number\b(?! (?:of|who|that|which|one|two|\d))",
    re.IGNORECASE,
)


def _two_of_the_kind(_: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“the treaty”, where the article has the Treaty of Wuchale and the Treaty of Addis Ababa."""
    for match in re.finditer(r"\bthe ([a-z]{4,})\b(?! (?:of|that|which|who|between|called)\b)", outside_quotes(stem)):
        noun = match.group(1).capitalize()
        if noun in sheet.article.title or noun not in sheet.article.text:
            continue
        names = re.findall(rf"\b(?:[A-Z][\w-]+ )+{noun}\b|\b{noun} of (?:the )?[A-Z][\w-]+", sheet.article.text)
        if len({name.removeprefix("The ") for name in names}) > 1:
            return f"“{match.group()}” could be one of several"
    return None


_RULERS: Final = re.compile(
    r"\bthe (?:government|parliament|president|prime minister|opposition|ministry)\b(?! of\b)", re.IGNORECASE
)
_LOCAL: Final = re.compile(
    r"\bthe (?:(?:club|side|ship|vessel|boat|visitors|hosts)\b(?! (?:of|that|who|which))"
    r"|(?:local|nearby|surrounding|resulting|corresponding) [a-z]+)"
)
_FIRST_OF: Final = re.compile(
    r"\b(?:the|an?) (?:first|second|third|last) (?:[a-z]+ )?"
    r"(?:example|instance|attempt|version|stage|phase|step|part|sign)s?\b"
    r"(?! (?:of|to|at|in|that)\b)"
)
_EACH: Final = re.compile(r"\beach (?:person|participant|volunteer|patient|group|team|member|man|woman|child|one)\b")
_WHOLE: Final = re.compile(r"^the (?:entire|whole|full|complete) [a-z]+$")


def _of_what(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    if fact.kind is FactKind.DEFINITION:
        return None
    outside = outside_quotes(stem)
    named = re.search(r"(?<!^)[A-Z]", outside)
    states = {m.text for m in sheet.mentions if m.answer in {Answer.COUNTRY, Answer.CITY}}
    if not named and _RULERS.search(outside) and len(states) > 1:
        return "it is not said of which country"
    pointing = (
        _FIRST_OF.search(outside)
        or _SHARE_OF.search(outside)
        or (None if named else _LOCAL.search(outside) or _EACH.search(outside))
    )
    if pointing is not None:
        return f"“{pointing.group()}”: which one, another sentence says"
    match = _RELATIONAL.search(outside_quotes(stem)) or (
        _RELATIONAL.search(fact.key.text) if fact.kind in _EVENTS else None
    )
    if match is not None:
        return f"“{match.group()}”: of what, another sentence says"
    return "the answer says too little" if _WHOLE.match(fact.key.text) else None


_OCCASIONS: Final = frozenset({FactKind.DATE, FactKind.PLACE, FactKind.QUANTITY})


def _place_only_pointed_at(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“On what date were the walls nearly lost?”: nothing in the question has a name."""
    if fact.kind not in _OCCASIONS:
        return None
    subject = fact.clause.subject.text if fact.clause is not None else ""
    if fact.kind is not FactKind.QUANTITY and re.fullmatch("an? [a-z-]+(?: [a-z-]+)?", subject):
        return f"“{subject}” could be any"
    if re.search(r"(?<!^)[A-Z\d“]", stem):
        return None
    if fact.kind is not FactKind.QUANTITY and re.match("(?:an? [a-z]|[a-z]+s$)", subject):
        return f"“{subject}” could be any"
    if fact.kind is FactKind.QUANTITY and len(content_words(stem)) >= _TOLD_OTHERWISE:
        return None
    lacking = next((phrase for phrase, lacks in bare_in(fact, stem, sheet) if lacks), None)
    return f"“the {lacking}” is explained elsewhere" if lacking else None


# -- names


_NUMBERED: Final = re.compile(r"\b([A-Z][a-z]+) [IVX]+\b")


@lru_cache(maxsize=2)
def _numbered_names(text: str) -> tuple[tuple[str, bool], ...]:
    """The names that a text numbers, and whether it has more than one of each."""
    kings: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(text):
        kings.setdefault(match.group(1), set()).add(match.group())
    return tuple((name, len(numbers) > 1) for name, numbers in kings.items())


def _numbered(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“In which year did Charles return?” where the article has Charles XI and Charles XII."""
    for name in (n for n, several in _numbered_names(sheet.article.text) if several or fact.key.text == n):
        bare = re.compile(rf"\b{name}\b(?! [IVX]+\b)")
        if bare.search(stem) or bare.search(fact.key.text):
            return f"“{name}” is one of several"
    return None


def _one_of_two(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“In which year did Thomson die?” where two have that surname."""
    names = (m.text.split() for m in sheet.mentions if m.answer is Answer.PERSON and " " in m.text)
    surnames = Counter(surname for _, surname in {(words[0], words[-1]) for words in names})
    titled = set(re.findall(r"\w+", sheet.article.title))  # whom the title names is meant by the bare name
    for surname in (name for name, times in surnames.items() if times > 1 and name in stem and name not in titled):
        bare = re.search(rf"(?<![A-Za-z.] )\b{re.escape(surname)}\b|\b[a-z]+ {re.escape(surname)}\b", stem)
        if bare is not None:
            return f"“{surname}” could be either of two"
    return None


# -- where


_MORE_THAN_PLACE: Final = re.compile(
    r"^(?:in|on|at|near|under|over|inside|outside) .* "
    r"(?:at the [\w’' ]*(?:expense|cost|risk|request|time|age)|for|with|without|despite|because|during|after|before) "
)


_HOW_MANY: Final = re.compile(
    r"(?:in|at|on) (?:more than |about |over |some )?(?:\d|several|many|various|two|three|dozens)"
)


_ON_THE_WAY: Final = r"\b(?:to|into|onto|from|across|along|off|towards?) the [a-z]+ (?:at|in|on|near) "


def _place(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“Where were they quartered? – on the villages at the inhabitants' expense”."""
    if fact.kind is FactKind.PLACE and _HOW_MANY.match(fact.key.text):
        return "the answer tells how many places, not which"
    if fact.kind is FactKind.PLACE and re.search(_ON_THE_WAY + re.escape(fact.key.text), fact.evidence[-1].quote):
        return "it may be where another thing of the sentence is"  # “brought gusts to the coast at Saltmouth”
    more = fact.kind is FactKind.PLACE and _MORE_THAN_PLACE.match(f"{fact.key.text} ")
    return "the answer says more than where" if more else None


# -- what happens under a condition

_REPORTED: Final = re.compile(
    r"\b(?:said|says|warned|warns|claimed|claims|argued|told|believes?|expects?|hopes?|thinks?)\b"
)


def _consequence(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What happens if no deal is reached? – the union has warned that …”: what is warned of is not what happens."""
    if fact.kind is not FactKind.CONDITION:
        return None
    past = re.search(r"\bif (?:[a-z]+ ){1,4}?(?:was|were|had)\b", fact.topic)
    if past or re.search(r"\bwill have\b", fact.key.text):
        return "the answer tells how it would be seen, not what happens"
    said = _REPORTED.search(outside_quotes(fact.key.text))
    return "the answer tells what somebody says, not what happens" if said else None


TESTS: Final[tuple[Callable[[Fact, str, FactSheet], str | None], ...]] = (
    _place_only_pointed_at,
    _of_what,
    _of_each,
    _two_of_the_kind,
    _place,
    _consequence,
    _numbered,
    _one_of_two,
)
"""Each says what is left open, or None."""
