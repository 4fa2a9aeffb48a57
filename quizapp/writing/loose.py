"""What blind readers refused of late: others who did it, too, things in other words, no moment, one saying of many."""

import re
from collections.abc import Callable
from typing import Final

from quizapp.model.fact import Answer, Fact, FactKind, FactSheet
from quizapp.model.item import GAP
from quizapp.writing.phrases import LABEL_NOUNS, content_words, outside_quotes


def _others_did(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“Pepys, like many of his neighbours, dug a pit”, “chemists, led by Thomas Midgley, developed”."""
    if fact.kind is not FactKind.ACTOR or fact.clause is None:
        return None
    names = {fact.key.text, fact.clause.subject.text, *fact.key.accepted}
    named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    others = re.search(rf"(?:{named})(?: himself| herself| themselves)?,? (?:{_BESIDE})", fact.evidence[-1].quote)
    return "others did it, too, or somebody who is named" if others else None


_BESIDE: Final = (
    r"like (?:many|most|other|others|all|his|her|their|the rest|several|so many)\b|along with|together with|as well as"
    r"|(?:led|headed|directed|run|guided) by (?:[a-z]+ ){0,3}[A-Z]"
)


_GROUPS: Final = re.compile(
    r"\b(?:several|various|certain|a number of|some|many) (?:circumstances|factors|things|reasons|causes|events|changes"
    r"|developments|conditions|problems|elements|features|aspects)\b",
    re.IGNORECASE,
)


def _of_nothing_told(_: Fact, stem: str, __: FactSheet) -> str | None:
    """“What did several circumstances turn into a catastrophe?”: which ones, other sentences say."""
    match = _GROUPS.search(outside_quotes(stem))
    return f"“{match.group()}”: which ones, other sentences say" if match else None


_OF_A_TIME: Final = re.compile(
    r"\b(early|earlier|later|older|newer|modern|traditional|conventional) ([a-z]+s)\b(?! (?:of|in|that|which|who|with))"
)


def _of_a_time(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“What did early machines use?”: machines of which kind, the article says, be it about a machine or not."""
    title = set(content_words(sheet.article.title))
    for text in (outside_quotes(stem), fact.key.text if fact.kind is FactKind.ACTOR else ""):
        match = _OF_A_TIME.search(text)
        if match is not None and match.group(2) not in title:
            return f"“{match.group()}”: of which kind, another sentence says"
    return None


def _somebody(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“Who did rumour quickly supply? – a culprit”."""
    anybody = re.fullmatch(r"an? [a-z]+", fact.key.text) is not None
    asked = fact.kind is FactKind.OBJECT and re.search(r"\b[Ww]ho\b", stem)
    return "the answer could be anybody" if anybody and asked else None


def _no_moment(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“How many women died?”, “It cost ____ during the year”: in what, and which year, another sentence says."""
    if fact.kind not in _WITH_FIGURES:
        return None
    if (year := _THE_YEAR.search(stem)) is not None:
        return f"“{year.group()}”: which one, another sentence says"
    if re.search(r"(?<!^)[A-Z\d“]", stem.replace(GAP, "")):
        return None
    few = _OPEN.match(stem) is not None and len(content_words(stem.replace(GAP, ""))) < _FEWEST
    return "there is too little in the question to know what is asked" if few else None


_WITH_FIGURES: Final = frozenset({FactKind.QUANTITY, FactKind.DATE})
_FEWEST: Final = 3
_OPEN: Final = re.compile(
    rf"(?:How many|{GAP}) (?:(?:people|men|women|children|others|soldiers|patients)\b|[a-z]+ were (?:used|needed)\?)"
)
_THE_YEAR: Final = re.compile(r"\b(?:during|over|in) the (?:year|month|quarter)(?= ?[.?]|$)")


def _of_what_they_fell(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“By what percentage did ordinary city bikes fall?”: their sales did."""
    if fact.kind is not FactKind.QUANTITY or fact.key.answer is not Answer.PERCENT or fact.clause is None:
        return None
    subject = (
        re.split(r" (?:in|of|at|for|from|to|on|by|among|between) ", fact.clause.subject.text)[0].split()[-1].lower()
    )
    moved = fact.clause.verb.lemma in _MOVING and fact.clause.subject.text[:1].islower()
    counted = subject.endswith("s") and not subject.endswith("ss") and subject not in _MEASURED
    bare = not re.search(r"\b(?:sales|number|price|value|cost|share|use|output) of\b", stem)
    return f"it is not said what of the {subject} moved" if moved and counted and bare else None


_MOVING: Final = frozenset("fall rise grow drop climb slip jump shrink increase decrease decline".split())
_MEASURED: Final = frozenset(
    """sales profits prices revenues costs earnings exports imports orders wages rents fees taxes shares deaths births
    losses emissions levels rates numbers figures bookings takings receipts fares visits admissions cases crimes
    temperatures temperature rainfalls subscriptions passengers visitors tourists deliveries shipments volumes payments
    catches yields harvests stocks savings debts loans salaries budgets populations accidents thefts
    attendances""".split()
)


def _bare_place(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What is the condenser? – a long tube at the back”: at the back of what?"""
    told = {FactKind.DEFINITION: fact.key.text, FactKind.TERM: fact.topic}.get(fact.kind, "")
    place = _AT_THE.search(told)
    return f"“{place.group()}”: of what, another sentence says" if place else None


_AT_THE: Final = re.compile(r"\b(?:at|on|in|near) the (?:back|front|top|bottom|sides?|ends?|edge)\b(?! of)")


def _announced(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“What did Northern Sound Lines announce?”, “What did Hale say about the ship?”: more than one thing."""
    if fact.kind is not FactKind.SAYING or fact.topic:
        return None
    told = _ANNOUNCED.search(stem) or (_SAID_ABOUT.search(stem) and _says_more(fact, sheet))
    return "the question could be about anything they said" if told else None


def _says_more(fact: Fact, sheet: FactSheet) -> bool:
    """Whether the one who says it says something in another sentence, too."""
    who = fact.clause.subject.text if fact.clause is not None else ""
    said = {f.sentence for f in sheet.facts if f.attribution is not None and f.attribution.source == who}
    return bool(who) and len(said | {fact.sentence}) > 1


_SAID_ABOUT: Final = re.compile(r"^What (?:did|does|do) .* (?:say|think|suggest) about (?!his|her|their|its)\b")


_ANNOUNCED: Final = re.compile(
    r"^What (?:did|does|has|have|had) [^?,]* "
    r"(?:say|announce|warn|claim|argue|suggest|report|add|insist|reveal)(?:ed|d|s)?\?$"
)


def _leans_back(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“How many workers stopped work again?”: the time before is told elsewhere."""
    told = outside_quotes(stem) if fact.kind is not FactKind.SAYING else ""
    word = None if _TO_COME.search(told) else _AGAIN.search(told)
    return f"“{word.group()}” leans on what was told before" if word else None


_TO_COME: Final = re.compile(r"\b(?:will|would) .*\bagain\b")
_AGAIN: Final = re.compile(r"\b(?:again|already|instead(?! of\b)|never)\b")


def _before_nothing(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“Who had shut down the wrong engine?”: had done it before what, another sentence says."""
    had = fact.kind is not FactKind.SAYING and _HAD.search(stem) and not _BY_THEN.search(stem)
    return "“had”: before what, another sentence says" if had else None


_HAD: Final = re.compile(r"^(?:Who|What|Where|Why|How (?:many|much)(?: [a-z]+)?|(?:With|To) [a-z ]+) had\b")
_BY_THEN: Final = re.compile(
    r"\b(?:before|when|by|since|until|after|while|been [a-z]+ing|according)\b"
    r"|\bnot\b.*\bin\b|\bfor (?:a|an|one|two|three|[a-z]+|\d+) (?:[a-z-]+ )?(?:years?|months?|weeks?|days?|decades?)\b"
)


def _one_of_a_kind(_: Fact, stem: str, __: FactSheet) -> str | None:
    """“Who is a foley artist?”: others are, too; “What has not been measured?”: nearly everything."""
    if _WHO_IS_ONE.search(stem):
        return "others may be that, too"
    return "what is not so is no answer" if _WHAT_NOT.search(stem) else None


_WHO_IS_ONE: Final = re.compile(r"^Who (?:is|was) an? [a-z-]+(?: [a-z-]+)?\?$")
_WHAT_NOT: Final = re.compile(r"^What (?:is|was|are|were|do|does|has|have|had|can|could|will|would|should) not\b")


def _idiom(_: Fact, stem: str, __: FactSheet) -> str | None:
    """“Who changed her mind?”: about what; “Who found ‘a corridor of endless length’?”: called it so."""
    if re.search(r"\bchange[ds]? (?:his|her|their|its) minds?\b(?! about)", outside_quotes(stem)):
        return "about what, another sentence says"
    return "words that describe a thing, which is not named" if re.match(r"(?:Who|What) found “", stem) else None


def _in_play(_: Fact, stem: str, __: FactSheet) -> str | None:
    """“Who won the ball in her own half?”: that happens all through a match."""
    moment = re.search(r"\d|“|\b(?:minute|before|after|when|from|final|first|second|last|winning|equaliser)\b", stem)
    return "at what moment of the match, is not said" if _OF_PLAY.search(stem) and not moment else None


_OF_PLAY: Final = re.compile(
    r"\b(?:win|won|wins|lost|collected|cleared|crossed|passed|stole|picked up|gave away|took)"
    r" (?:the |a |an )?(?:loose )?(?:ball|puck|possession)\b|\bexchang(?:ed|es|e) passes\b|\bstepped out in front\b"
)


def _of_somebody_told(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What did Hale pay to her?”: of whom another sentence tells, since it is not Hale."""
    if fact.clause is None or fact.kind not in _OF_THINGS:
        return None
    alone = next((p.text for p in fact.clause.after if _PRONOUN_ALONE.fullmatch(p.text)), None)
    return f"it is not clear who or what “{alone}” is" if alone else None


_OF_THINGS: Final = frozenset({FactKind.OBJECT, FactKind.PLACE, FactKind.DATE, FactKind.QUANTITY, FactKind.REASON})
_PRONOUN_ALONE: Final = re.compile(r"(?:(?:to|for|of|with|from|by|on|at|over|about) )?(?:him|her|them|it)")


def _sums_up(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“to discuss the matter”, “paid tribute”: the answer is half an idiom, or points to what was told before."""
    if fact.kind in _WHYS and LABEL_NOUNS.search(outside_quotes(fact.key.text)):
        return "the answer points to something else"
    idiom = fact.kind is FactKind.OBJECT and fact.key.text.lower() in _HALF_IDIOMS
    return "the answer is half an idiom" if idiom else None


_WHYS: Final = frozenset({FactKind.REASON, FactKind.PURPOSE, FactKind.MEANS})
_HALF_IDIOMS: Final = frozenset(
    """tribute attention heed care place part advantage account shape effect action root hold rise way sense note notice
    aim charge use room sight track refuge issue homage credit leave""".split()
)


def _of_that(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“Where was that considered too risky?”, “send back any that rang”, “Before long, a plane …”: another sentence."""
    subject = fact.clause.subject.text if fact.clause is not None else ""
    if subject.lower() in {"that", "this", "these", "those"}:
        return f"“{subject}” points to another sentence"
    back = _BACK.search(outside_quotes(stem))
    return f"“{back.group()}” leans on what was told before" if back else None


_BACK: Final = re.compile(r"\bany (?:that|which|who)\b|^Before long\b|\bbefore long[?.,]")


def _out_of_place(_: Fact, stem: str, __: FactSheet) -> str | None:
    """“Who came to his credit to the office?”: an aside that lost its commas; “In how many years did it fall?”."""
    if _QUOTATION_FIRST.match(stem):
        return "a quotation stands in front of the question"
    aside = _FEELING.search(outside_quotes(stem))
    if aside:
        return f"“{aside.group()}” is an aside that lost its commas"
    return (
        "“in how many years” is no good English" if stem.startswith("In how many ") and " years did " in stem else None
    )


_QUOTATION_FIRST: Final = re.compile(r"“[^”]*[”,],? (?:who|what|when|where|in|on|at|by|for|to|how|which|why)\b")
_FEELING: Final = re.compile(
    r"\bto (?:his|her|their|its|everyone['’]s) (?:credit|surprise|dismay|delight|horror|relief|astonishment|regret"
    r"|amazement|annoyance|shame|disappointment)\b"
)


def _is_a_verb(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“The vapour rises, forms clouds, comes down as rain”: “forms clouds” is what it does, not who."""
    if fact.kind is not FactKind.ACTOR or fact.clause is None or not fact.key.text.islower():
        return None
    listed = f", {fact.key.text}, {fact.clause.verb.statement}" in fact.evidence[-1].quote
    return "the answer is one of several verbs" if listed else None


TESTS: Final[tuple[Callable[[Fact, str, FactSheet], str | None], ...]] = (
    _others_did,
    _of_nothing_told,
    _of_a_time,
    _somebody,
    _no_moment,
    _of_what_they_fell,
    _bare_place,
    _announced,
    _leans_back,
    _before_nothing,
    _one_of_a_kind,
    _idiom,
    _in_play,
    _of_somebody_told,
    _sums_up,
    _of_that,
    _out_of_place,
    _is_a_verb,
)
"""Each says what is left open, or None."""
