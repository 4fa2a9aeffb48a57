"""What a teacher would not print of “What …?”: answers that are half of what stands there, and words cut loose."""

import re
from collections.abc import Callable
from typing import Final

from quizapp.kit.text import has_words, reading
from quizapp.model.fact import Answer, Fact, FactKind, FactSheet
from quizapp.writing.phrases import content_words, outside_quotes

_EVENTS: Final = frozenset({FactKind.OBJECT, FactKind.ACTOR})


def _thing(fact: Fact) -> bool:
    return fact.kind in _EVENTS and fact.key.answer is Answer.THING


def _says_nothing(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What do the clocks need? – help”, “What do they run? – systems of their own”, “€2 | m”."""
    own = fact.kind in _EVENTS and _OF_ITS_OWN.search(fact.key.text)
    letters = fact.kind in _EVENTS and re.fullmatch(r"[a-z]{1,2}", fact.key.text)
    empty = _thing(fact) and _NOTHING.fullmatch(fact.key.text)
    return "the answer says too little" if own or letters or empty else None


_OF_ITS_OWN: Final = re.compile(r"\bof (?:their|its|his|her) own$")
_NOTHING: Final = re.compile(
    r"(?:some |more |a lot of |much )?(?:help|trouble|attention|assistance|support|work|problems|difficulties)"
    r"|(?:euros|dollars|pounds|francs|crowns)\b.*"  # "received 3.8m | euros in tax credits"
    r"|(?:tens of |hundreds of |many |several |a few )?(?:thousands|hundreds|dozens|millions|billions|scores)"
)


def _of_even(_: Fact, stem: str, __: FactSheet) -> str | None:
    """“What do even the atomic clocks need?”: against what, another sentence says."""
    return "“even” leans on what was told before" if _EVEN.search(outside_quotes(stem)) else None


_EVEN: Final = re.compile(r"\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|may|might|must) even\b")


def _stopped_from(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“What does cork stop from leaking away?”: the verb and its “from” stand apart."""
    apart = fact.kind is FactKind.OBJECT and _FROM_DOING.search(stem)
    return "the verb is torn from what belongs to it" if apart else None


_FROM_DOING: Final = re.compile(
    r"\b(?:stop|prevent|keep|hinder|discourage|deter|save|protect)(?:ped|ed|s)? from [a-z]+ing\b"
)


def _torn_for(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What did Fanny run for girls? – a boarding school”: the school is one for girls."""
    if not _thing(fact) or fact.kind is not FactKind.OBJECT:
        return None
    torn = _FOR_SOME.match(_after(fact.key.text, fact))
    return "the answer is torn from what belongs to it" if torn else None


_FOR_SOME: Final = re.compile(r"for (?!his\b|its\b|this\b)[a-z]+s\b")


def _theirs(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“What does the mite carry? – viruses that shorten their lives”: whose lives is not said."""
    clause = fact.clause
    if not _thing(fact) or fact.kind is not FactKind.OBJECT or clause is None or clause.plural:
        return None
    several = re.search(r"\b(?!(?:does|was|is|has|its|this)\b)[a-z]+s\b", re.sub(r"[’']s\b", "", stem))
    loose = re.search(r"\b(?:that|which|who) .*\btheir\b", outside_quotes(fact.key.text))
    return "it is not clear whose “their” in the answer is" if loose and not several else None


def _half_of_it(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What could it detect? – currents” of “currents a thousand times weaker than …”."""
    if not _thing(fact) or fact.kind is not FactKind.OBJECT:
        return None
    goes_on = _TELLING.match(_after(fact.key.text, fact))
    return "the answer is cut off before what tells it from others" if goes_on else None


def _after(text: str, fact: Fact) -> str:
    """What the sentence has right after some words of it."""
    return fact.evidence[-1].quote.partition(f"{text} ")[2]


_TELLING: Final = re.compile(
    r"(?:(?:an?|two|three|four|five|ten|several|many|far|much|slightly|a little|\d[\d,.]*|hundred|thousand|million"
    r"|times|per cent|metres|inches) )*(?:(?:[a-z]{2,}er|more [a-z]+|less [a-z]+) than|(?:able|unable|likely|capable"
    r"|strong enough|big enough|large enough|small enough|rich|free|full|worth) (?:to|of|in|from|[£$€\d]))\b"
)


def _begins(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“What did Yersin begin to do? – travel inland”: when, and what for, other sentences say."""
    begun = fact.key.answer is Answer.ACTION and re.search(r"\b(?:begin|begun|start|started|try|tried) to do\?$", stem)
    return "what began is told too shortly" if begun and len(content_words(fact.key.text)) < _TOLD else None


_TOLD: Final = 3
"""Words of content from which what somebody began to do is a thing to ask for."""


def _condition(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What happens when it is full? – it is pressing …”, “a second stage can begin”, “when it really does stop”."""
    if fact.kind is not FactKind.CONDITION:
        return None
    if _GOING_ON.match(fact.key.text):
        return "what is going on is not what happens"
    if _STAGE.search(fact.key.text):
        return "the answer only counts what another sentence tells"
    leans = _REALLY.search(outside_quotes(fact.topic))
    return f"“{leans.group()}” leans on what was told before" if leans else None


_GOING_ON: Final = re.compile(r"(?:it|they|he|she) (?:is|are|was|were) (?:in effect |[a-z]+ly )?[a-z]+ing\b")
_STAGE: Final = re.compile(
    r"\b(?:a|the|its|their) (?:second|third|next|further|final|last) (?:stage|step|phase|round|part|effect)\b"
)
_REALLY: Final = re.compile(r"\b(?:really|indeed|at last|finally|eventually|nevertheless|therefore|otherwise)\b")


def _nickname(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“Who chased the ball? – the Swede”, “Who does it treat as a threat? – the stranger”: they have a name."""
    if fact.key.answer not in {Answer.PERSON, Answer.PEOPLE} or "ho" not in stem:
        return None
    of_a_people = _ONE_OF_A_PEOPLE.fullmatch(fact.key.text)
    whom = fact.kind is FactKind.OBJECT and re.fullmatch(r"the [a-z]+", fact.key.text)
    return "the answer only points back" if of_a_people or whom else None


_ONE_OF_A_PEOPLE: Final = re.compile(r"the [A-Z][a-z]*(?:an|wede|ane|inn|ole|urk|cot|iard|riton)")


def _breaks_off(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“Who found that a second enzyme was responsible?”, “With how many metres did she stop to spare?”."""
    asked = outside_quotes(stem)
    if _LACKING.search(asked):
        return "for what, another sentence says"
    if (around := _AROUND.search(asked)) is not None:
        return f"“{around.group()}” points to another sentence"
    if (bare := _OF_TWO.search(asked)) is not None:
        return f"“{bare.group()}” points to another sentence"
    if _frame_lost(fact, asked):
        return "when it was so, the sentence says at its beginning"
    figure = fact.kind is FactKind.QUANTITY and (
        asked.endswith(" to spare?") or _PARTS.search(asked) or _OF_NOTHING.search(asked)
    )
    figure = figure or _moved(fact)
    return "a figure torn from what belongs to it" if figure else None


def _moved(fact: Fact) -> bool:
    """“A rod | nearly two metres long | hung from a wire”: the measure belongs to the rod, not behind the verb."""
    end = fact.clause.subject.span.end if fact.clause is not None else 0
    after = fact.clause.after if fact.clause is not None else ()
    return any(0 < p.span.start - end <= 1 and _MEASURED.search(p.text) for p in after)


_MEASURED: Final = re.compile(r"\b(?:long|high|wide|deep|tall|thick|old|across|square|away)$")


def _frame_lost(fact: Fact, stem: str) -> bool:
    """“Until the railways came, each town kept its own time, and Bristol was …”: it was so until then."""
    quote = fact.evidence[-1].quote
    frame = _FRAME.match(quote)
    told = (fact.clause.subject.text,) if fact.clause is not None else (fact.topic, fact.key.text)
    before = quote[: min((quote.find(text) for text in told if text in quote), default=0)].rstrip()
    joined = frame is not None and re.search(r", (?:and|but|yet|while|whereas)(?: the| an?)?$", before)
    return bool(joined) and frame is not None and not has_words(reading(stem), reading(frame.group(1).split()[-1]))


_FRAME: Final = re.compile(
    r"((?:Until|At the (?:beginning|start|end|turn|height|time)|By the (?:end|time)) [^,]*)(?:,| the\b)"
)
_OF_TWO: Final = re.compile(r"\bneither\b(?! of\b|.*\bnor\b)|\bin charge[?.]")
_OF_NOTHING: Final = re.compile(
    r"^(?:How many|____) (?:milli|kilo)?(?:grams|litres|tonnes|tons|pounds|ounces|gallons)(?! of\b).* (?:too|enough)\b"
)
_LACKING: Final = re.compile(r"\b(?:responsible|to blame|involved|superior|inferior|comparable|capable)\?$")
_AROUND: Final = re.compile(r"\b(?:get|got|gets) (?:around|round|over|past) the [a-z]+\b")
_PARTS: Final = re.compile(r"\b(?:How many|____) (?:thirds|quarters|fifths|sixths|eighths|tenths) of\b")


def _at_home(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“Where did she work at home for years?”: where, the question tells already."""
    return "the question tells a place already" if fact.kind is FactKind.PLACE and " at home" in stem else None


def _runs_on(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“apologise for the way it had emerged and said it was looking into it”: a second verb of the sentence."""
    if fact.key.text.startswith(("that ", "to ")) or fact.kind not in {FactKind.SAYING, FactKind.REASON, *_EVENTS}:
        return None
    if fact.kind is FactKind.REASON and not fact.key.text.startswith("for "):
        return None
    on = _AND_THEN.search(outside_quotes(fact.key.text))
    return "the answer runs on into what comes next" if on and not fact.topic else None


_AND_THEN: Final = re.compile(r"\band (?:said|says|added|told|could|would|was|were|had)\b")


def _run_together(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What do the outside dries, and above 140 degrees sugars begin to do?”: two clauses under one verb."""
    subject = outside_quotes(fact.clause.subject.text) if fact.clause is not None else ""
    torn = re.search(r", (?:and|but|or) (?:above|below|at|when|if|as|after|before|while|once|until|so|then)\b", subject)
    return "two clauses run together" if torn else None


def _not_its_deed(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“threw them from the hall, an event that preceded the wars”, “among the ten women who influenced it”."""
    clause = fact.clause
    if clause is None or fact.kind not in {FactKind.LIST, *_EVENTS}:
        return None
    quote, subject = fact.evidence[-1].quote, clause.subject.text
    summed = any(quote.startswith(clause.verb.statement, m.end()) for m in _SUMMED.finditer(quote))
    if summed and not _SUM.search(subject):
        return "the relative clause is about the whole sentence"
    if fact.kind is FactKind.OBJECT and any(f"{of} {subject}" in quote for of in _SOME_OF):
        return "it is told of some of them"
    counted = _COUNTED.match(subject)
    several = fact.kind is not FactKind.ACTOR and clause.verb.lemma == "include" and counted
    return "others are included, too" if several else None


_SOME_OF: Final = ("among", "one of", "some of", "any of", "most of")
_COUNTED: Final = re.compile(
    r"(?:the )?(?:\d|(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b)",
    re.IGNORECASE,
)
_SUMS: Final = (
    "(?:event|fact|move|decision|step|result|act|change|practice|feat|loss|rise|fall|method|measure|sight|mistake|gesture"
    "|disaster|success|failure|episode|incident|arrangement|process|figure|number|sum|height|distance)"
)
_SUM: Final = re.compile(rf"\b{_SUMS}\b")
_SUMMED: Final = re.compile(rf", (?:an?|one|the) (?:[a-z-]+ )?{_SUMS} (?:that|which) ")


def _of_a_place(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“In the northern Baltic, which receives …”, “a mill on the southern shore, which discharged waste”."""
    subject = fact.clause.subject.text if fact.clause is not None else ""
    asked = fact.kind in _EVENTS and fact.key.answer is not Answer.PERSON and subject.startswith("the ")
    low = fact.evidence[-1].quote.lower()
    place = asked and any(f"{at} {subject.lower()}, which " in low for at in ("in", "on", "at", "near"))
    return "a place is nothing that does it, or it is told of something there" if place else None


def _has_a_name(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“Who found it? – an expert at the museum”, who is named before that comma or after it."""
    if not re.search(r"\b[Ww]hom?\b", stem) or not re.match(r"(?:an?|the) [a-z]", fact.key.text):
        return None
    quote = fact.evidence[-1].quote
    place = quote.lower().find(fact.key.text.lower())
    before = place > 0 and _NAMED_BEFORE.search(quote[:place])
    after = place >= 0 and _NAMED_AFTER.match(quote[place + len(fact.key.text) :])
    return "the article gives a name as well" if before or after else None


_NAMED_BEFORE: Final = re.compile(r"\b[A-Z][\w’'-]+, $")
_NAMED_AFTER: Final = re.compile(r", (?:[A-Z][\w’'-]+ )+?[A-Z][\w’'-]+,")


def _only_some(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What did half the volunteers receive?”: which half; “Why …? – on the near side, the water …”: and there."""
    subject = fact.clause.subject.text if fact.clause is not None else ""
    if fact.kind is FactKind.OBJECT and re.match(r"(?:about |nearly |roughly )?half (?:of )?the\b", subject):
        return "which half, the question has to say"
    there = fact.kind is FactKind.REASON and re.match(
        r"(?:on|in|at|near|above|below|inside|outside|under) ", fact.key.text
    )
    return "the reason holds only where it is told of" if there else None


def _torn_off(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What did she declare at the lake unsafe? – a footbridge”: how it was declared stands apart."""
    clause, focus = fact.clause, fact.focus
    if fact.kind is not FactKind.OBJECT or clause is None or focus is None or clause.verb.lemma not in _DECLARING:
        return None
    how = [p for p in clause.after if p.span != focus.part.span and re.fullmatch("[a-z]+", p.text)]
    apart = any(p.span.start > focus.part.span.end + 1 for p in how)
    return "the verb is torn from what belongs to it" if apart else None


_DECLARING: Final = frozenset("declare pronounce consider deem render judge keep leave".split())


def _name_for(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“What name did the papers find?” of “a name for what was happening”: a name for what is left out."""
    noun = fact.key.noun
    asked = fact.kind is FactKind.LIST and re.match(r"(?:name|term|word|nickname|title|label)$", noun)
    lost = asked and re.search(rf"\b{noun} (?:for|of)\b", fact.evidence[-1].quote) and f"{noun} for" not in stem
    return "what it is a name for is left out" if lost and f"{noun} of" not in stem else None


def _leaning_definition(fact: Fact, _: str, sheet: FactSheet) -> str | None:
    """“What is cement? – the grey powder that binds the mixture”, “the same weak acid that is found in …”."""
    if fact.kind is not FactKind.DEFINITION or fact.key.noun == "who" or not fact.topic.islower():
        return None
    if _IN_A_FIGURE.match(fact.key.text):
        return "says something of it, not what it is"  # "Drag is the price of lift"
    if re.match(r"the (?:same|very|other)\b", fact.key.text):
        return "tells which one, not what it is"
    nouns = re.findall(r"\bthe ([a-z]+)\b(?! (?:of|that|which|who|in))", outside_quotes(fact.key.text))
    aside = not re.search(rf"\b{re.escape(fact.topic)} (?:is|are)\b", fact.evidence[-1].quote, re.IGNORECASE)
    return "the answer points back" if aside and any(sheet.bare.get(noun, 0.0) for noun in nouns) else None


_IN_A_FIGURE: Final = re.compile(
    r"the (?:price|cost|heart|key|root|secret|enemy|answer|reason|result|point|problem|soul|mother|father|king|queen)"
    r" (?:of|to|for|behind)\b"
)


TESTS: Final[tuple[Callable[[Fact, str, FactSheet], str | None], ...]] = (
    _says_nothing,
    _of_even,
    _stopped_from,
    _torn_for,
    _theirs,
    _half_of_it,
    _begins,
    _condition,
    _nickname,
    _breaks_off,
    _at_home,
    _runs_on,
    _run_together,
    _not_its_deed,
    _of_a_place,
    _has_a_name,
    _only_some,
    _torn_off,
    _name_for,
    _leaning_definition,
)
"""Each says what is left open, or None."""
