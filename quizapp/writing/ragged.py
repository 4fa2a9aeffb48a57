"""What both readers of rounds 35 to 37 refused: cut lists, words that lean on others, ill-formed questions."""

import re
from collections.abc import Callable
from typing import Final

from quizapp.model.fact import Answer, Fact, FactKind, FactSheet
from quizapp.writing.broken import broken_in
from quizapp.writing.phrases import outside_quotes


def _cut_list(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“consider only the value of the homes [, the cost of care, and the distress]”: only that it was not."""
    only = re.search(r"\bonly ((?:the|an?|his|her|its|their) [^,?.]+)$", f"{outside_quotes(stem).rstrip('?.')}")
    told = only or re.search(r"\bonly ((?:the|an?|his|her|its|their) [^,]+)$", fact.key.text)
    rest = fact.evidence[-1].quote.partition(told.group(1))[2] if told else ""
    return "a list is cut off" if re.match(r", (?:the|an?|his|her|its|their) [^,.;]+,? (?:and|or) ", rest) else None


def _whose_part(_: Fact, stem: str, __: FactSheet) -> str | None:
    """“In how many parts is the body?”: whose body, another sentence says."""
    part = re.search(r"(?:^The|\b(?:is|are|was|were|does|do|did|has|have) the) (body|tail|skin|belly|mouth)\b", stem)
    owned = part is not None and stem[part.end() :].startswith(" of ")
    return f"whose “{part.group(1)}” it is, another sentence says" if part is not None and not owned else None


def _of_family(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“is survived by ____ grandchildren”, “How many ships collided? – two”: not worth knowing, or no question."""
    if re.search(r"\b(?:is|was|are|were) survived by\b", stem):
        return "who outlived somebody is not worth asking"
    met = fact.clause is not None and fact.clause.verb.lemma in {"collide", "meet", "merge", "marry"}
    met = met and fact.kind is FactKind.QUANTITY and fact.key.value == "2"
    return "anybody would say two" if met else None


def _ill_formed(_: Fact, stem: str, __: FactSheet) -> str | None:
    """“On what date have they been invited?”, “Who keeps the only shop?”, “What does each catch produce?”."""
    return broken_in(outside_quotes(stem), _ILL_FORMED)


_ILL_FORMED: Final = (
    (re.compile(r"\bof (?:whom|which)\?$"), "the question breaks off"),
    (re.compile(r"\bonly those (?:that|which)\b|\b(?:name|choose|pick) one[.?]$"), "of what, is not said"),
    (re.compile(r"\bdo (?:little|much|nothing|enough)\?$"), "what was done is not said"),
    (
        re.compile(r"^Why (?:does|did|do|would|can|could) .* help\?$|\blooking\?$"),
        "with what, or for what, is not said",
    ),
    (
        re.compile(r"^According to [^,]+, (?:what|how|why) (?:did|does|do|has|had) (?:he|she|they) [a-z]+\?$"),
        "there is too little in the question",
    ),
    (re.compile(r"^(?:Until|Since|From) which year\b.*\b(?:from|until|to|since) \d{4}\b"), "two dates for one event"),
    (re.compile(r"\b(?:was|is|were|are) otherwise\b"), "“otherwise” leans on what was told before"),
    (re.compile(r"^Who (?:does|do|did) not\b"), "many others did not either"),
    (re.compile(r"\b(?:in|through|into|down) the middle[.?]$"), "the middle of what, is not said"),
    (
        re.compile(r"(?:[a-z]+ed|caught|found|saw|took|made|held|bought|sold|left) some that\b"),
        "some of what, is not said",
    ),
    (re.compile(r"\bthe (?:last|first|latter) (?:can|could|is|was|are|were|has|had|will)\b"), "of what, is not said"),
    (re.compile(r"^(?:When|In which year) had\b"), "a scene of the moment"),
    (re.compile(r"\bhow long (?:is|was) the (?:lead|gap|advantage|margin)\b", re.IGNORECASE), "a lead is not long"),
    (
        re.compile(r"\bwell on (?:his|her|its|their) way\b(?! (?:to|home|back|out)\b)"),
        "on the way to what, is not said",
    ),
    (re.compile(r"\bthe (?:essentials|basics|rudiments)\b(?! of)"), "of what, another sentence says"),
    (re.compile(r"^(?:On what date|In which year|When) (?:has|have)\b"), "a perfect tense does not go with a date"),
    (re.compile(r"\bthe only [a-z]+\?$"), "the only one where, another sentence says"),
    (re.compile(r"^What (?:does|do|did|is|was|has|will|can) each [a-z]+ [a-z]+\?$"), "each of what, is not said"),
    (re.compile(r"^What percentage of [^?]*\band \d"), "two things for one number"),
    (re.compile(r"\b(?:parts|pieces|elements|things) have to do\?$"), "there is too little in the question"),
)


def _names_nobody(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“Who found a notebook in which he had listed them? – those who searched Hale's office”: he is in the answer."""
    if fact.kind is not FactKind.ACTOR or fact.key.answer is Answer.PERSON or not stem.startswith(("Who ", "What ")):
        return None
    back = re.search(r"\b(?:he|she)\b", outside_quotes(stem))
    named = back is not None and re.search(r"\b[A-Z][a-z]", stem[4 : back.start()])
    return "it is not clear who is meant" if back is not None and not named else None


def _ends_in_number(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“The Alhambra seats 780 and gives 200 performances”, with “seats” taken for a noun."""
    verb = fact.kind is FactKind.ACTOR and re.search(r"\b[a-z]+s \d[\d,]*$", fact.key.text)
    return "two clauses that are run together" if verb else None


def _of_some_of_them(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“51 people had dropped out, 34 of them from the breathing group”: 51 did not drop out from it."""
    parts = fact.clause.after if fact.clause is not None else ()
    quote = fact.evidence[-1].quote
    some = any(f" of {whom} {part.text}" in quote for whom in ("them", "it", "whom", "which") for part in parts)
    return "a phrase that is told of some of them" if some else None


def _beside_a_semicolon(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“Weddings paid the rent; the harbour she photographed”: the rent is no name of the harbour."""
    named = fact.kind in {FactKind.TERM, FactKind.DEFINITION, FactKind.ROLE}
    start = " ".join(fact.topic.split()[:2])
    apart = named and f"{fact.key.text}; {start}" in fact.evidence[-1].quote
    which = named and re.match(r"the (?:present|new|old|current|former|original) ", fact.key.text)
    return "the answer is no name of it" if apart or which else None


def _in_the_middle(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“in the middle” as an answer."""
    middle = re.search(r"\b(?:in|through|into|down) the middle$", fact.key.text)
    return "the middle of what, is not said" if middle else None


def _part_of_a_country(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“Which country does it range to? – northern Iran”."""
    part = re.match(r"(?:north|south|east|west|central)[a-z-]* [A-Z]", fact.key.text)
    asked = part and "which country" in stem.lower()
    return "a part of a country is no country" if asked else None


def _told_more(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What is the substance that makes jam set called? – far more pectin”."""
    named = fact.kind in {FactKind.TERM, FactKind.DEFINITION, FactKind.ROLE}
    more = re.match(r"(?:far |much |even |many |a little )?(?:more|less|fewer|most) [a-z]", fact.key.text)
    return "the answer says more than is asked" if named and more else None


TESTS: Final[tuple[Callable[[Fact, str, FactSheet], str | None], ...]] = (
    _cut_list,
    _part_of_a_country,
    _of_some_of_them,
    _beside_a_semicolon,
    _in_the_middle,
    _names_nobody,
    _ends_in_number,
    _whose_part,
    _of_family,
    _ill_formed,
    _told_more,
)
"""Each says what is wrong, or None."""
