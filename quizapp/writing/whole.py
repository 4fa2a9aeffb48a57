"""Whether a question keeps of its sentence what it must: no hole in its middle, no condition or hedge left behind."""

import re
from itertools import pairwise
from typing import Final

from quizapp.model.article import Span
from quizapp.model.fact import Clause, Fact, FactKind, FactSheet, Part
from quizapp.writing.phrases import UNANCHORED


def hole(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """What a question left out of its sentence and must not; None where it is whole."""
    quote = fact.evidence[-1].quote
    for test in (
        _unfinished,
        _torn_time,
        _lost_condition,
        _lost_hedge,
        _only_its_ground,
        _two_things,
        _half_a_clause,
        _cut_off,
        _lost_source,
        _cut_superlative,
        _cut_before_now,
        _lost_since,
        _lost_to,
        _gapped,
        _lost_end,
        _half_a_count,
        _more_than_a_date,
        _without_its_verb,
        _lost_either,
    ):
        if (reason := test(fact, stem, quote)) is not None:
            return reason
    if _after_colon(fact, sheet):
        return "words before a colon belong to what is said before"
    if _far_reason(fact, sheet):
        return "the reason is another clause's"
    if _lost_marks(fact, sheet):
        return "the marks around an aside are lost"
    gap = next((words for words in _gaps(fact, sheet) if not _may_go(words)), None)
    return f"“{gap}” is left out" if gap is not None else None


def _gaps(fact: Fact, sheet: FactSheet) -> list[str]:
    """The words between the parts of a clause, the verb's own left aside."""
    clause = fact.clause
    if clause is None or fact.kind in {FactKind.SAYING, FactKind.LABEL} or "“" in fact.key.text:
        return []
    evidence = fact.evidence[-1].span
    spans = sorted({part.span for part in clause.parts() if evidence.holds(part.span)}, key=lambda s: (s.start, s.end))
    after = {part.span for part in (clause.after[1:] if _patient(clause) else clause.after)}
    return [
        sheet.article.at(Span(one.end, other.start)).replace(clause.verb.statement, "").strip()
        for one, other in pairwise(spans)
        if one in after and other in after and other.start > one.end
    ]


def _patient(clause: Clause) -> Part | None:
    """What something was done to, where a passive is told actively: it stood before the verb."""
    return next((p for p in clause.after[:1] if p.span.start < clause.subject.span.start), None)


def _may_go(words: str) -> bool:
    """Whether words between two parts can be left out: nothing, an aside between marks, a time of the article's own."""
    if not re.search(r"\w", words) or (re.match(r"[,(–—]", words) and re.search(r"[,)–—]$", words)):
        return True
    return bool(UNANCHORED.search(words)) or words.strip(" ,").lower() in _LINKS


_LINKS: Final = frozenset(
    """also then too again already still now however therefore later soon that who which both even only just
    instead""".split()
)


def _unfinished(fact: Fact, _: str, quote: str) -> str | None:
    """“because three things have to occur together: …”: which, the words after the colon say."""
    text = fact.key.text.removeprefix("because ")
    return "the answer goes on after a colon" if f"{text}:" in quote or f"{text} :" in quote else None


_TORN: Final = re.compile(r"\b(late|early|later|earlier)\b(?= (?:on|in|that|the|last|this|next) )", re.IGNORECASE)


def _torn_time(_: Fact, stem: str, quote: str) -> str | None:
    """“late on Monday” of which “late” is left."""
    for match in _TORN.finditer(quote):
        word = match.group(1)
        here = re.search(rf"\b{word}\b(?! (?:on|in|that|the|last|this|next)\b)", stem, re.IGNORECASE)
        if here and len(re.findall(rf"\b{word}\b", quote, re.IGNORECASE)) == 1:
            return f"“{word}” is torn from its time"
    return None


_IF: Final = re.compile(r"(?:If|Unless|Provided|Assuming|In case|Without) ")


def _lost_condition(fact: Fact, stem: str, quote: str) -> str | None:
    """“If no settlement is reached, the union has warned that …”: what is warned of comes only then."""
    condition = _IF.match(quote)
    if condition is None or fact.kind is FactKind.CONDITION:
        return None
    first = condition.group().strip().lower()
    told = re.search(rf"\b{first}\b", f"{stem} {fact.key.text}", re.IGNORECASE)
    return None if told else "true only under a condition"


_HEDGED: Final = re.compile(
    r"\b(?:in essence|essentially|basically|in effect|in principle|in practice|in a sense|so to speak|broadly speaking"
    r"|roughly speaking|strictly speaking|more or less|technically|effectively)\b",
    re.IGNORECASE,
)


def _lost_hedge(fact: Fact, stem: str, quote: str) -> str | None:
    """“A lock is, in essence, a box”: without the hedge it says more than the article."""
    told = f"{stem} {fact.key.text}".lower()
    pattern = _HEDGED if fact.kind is FactKind.DEFINITION else _UNSURE
    lost = next((m.group() for m in pattern.finditer(_own_clause(fact, quote)) if m.group().lower() not in told), None)
    return f"“{lost}” is lost" if lost else None


_UNSURE: Final = re.compile(
    r"\b(?:at first|initially|originally|reportedly|allegedly|apparently|supposedly|probably|perhaps|possibly)\b",
    re.IGNORECASE,
)


def _own_clause(fact: Fact, quote: str) -> str:
    """The words of a sentence from the first part of the clause to its last."""
    if fact.clause is None or fact.kind is FactKind.DEFINITION:
        return quote if fact.kind is FactKind.DEFINITION else ""
    own = fact.evidence[-1].span
    spans = [part.span for part in fact.clause.parts() if own.holds(part.span)]
    if not spans:
        return ""
    return quote[min(s.start for s in spans) - own.start : max(s.end for s in spans) - own.start]


_GROUND: Final = re.compile(
    r", (?:\w+ ){1,3}(?:said|says|admitted|admits|explained|explains|claimed|added|told \w+), "
    r"(?:because|to|so|in order|since|for|as)\b"
)


def _only_its_ground(fact: Fact, _: str, quote: str) -> str | None:
    """“She did accept it, chiefly, she admitted, because …”: the ground is her words, not what she did."""
    return "the words of a source are only about the reason" if fact.attribution and _GROUND.search(quote) else None


def _two_things(fact: Fact, _: str, quote: str) -> str | None:
    """“Lund hit the post, Marsh the bar”: Marsh was not hit."""
    if fact.kind is not FactKind.OBJECT or '"' in fact.key.text:
        return None
    last = re.escape(fact.key.text.split()[-1])
    two = re.search(rf"\b{last} (?:the|an?|his|her|their) \w", quote)
    return "two things side by side" if two and re.match("[A-Z]", fact.key.text) else None


_MAY_FOLLOW: Final = (
    r"(?:[^\w\s]|(?:and|or|but|when|while|as|if|so|in|on|at|for|from|to|with|by|after|before|until|since|than"
    r"|last|next|this|yesterday|today|earlier|later|was|were|is|are|has|had|have|will|would|that|which|who)\b)"
)


_GOES_ON: Final = (
    r"(?:and|or) (?:(?:two|three|four|five|six|\d+|some|all|most) of )?"
    r"(?:the|an?|his|her|its|their|two|three|four) \w+[.,;]"
)
"""“by selling the horsebox [and four of the ponies].”"""


def _cut_off(fact: Fact, _: str, quote: str) -> str | None:
    """“by letting rotting plant matter [do part of their heating]”, “because lessons finished [an hour later]”."""
    if (
        fact.kind not in _TELLING
        or (fact.topic and fact.kind is FactKind.SAYING)
        or '"' in fact.key.text
        or "“" in fact.key.text
    ):
        return None
    last = r"\W+".join(re.escape(word) for word in fact.key.text.split()[-2:])
    found = [m.end() for m in re.finditer(rf"\b{last}\b", quote)]
    rest = [quote[end:].lstrip() for end in found]
    whole = any(not r or (re.match(_MAY_FOLLOW, r) and not re.match(_GOES_ON, r)) for r in rest)
    return "the answer is cut off" if rest and not whole else None


_TELLING: Final = frozenset({FactKind.MEANS, FactKind.REASON, FactKind.PURPOSE, FactKind.SAYING, FactKind.CONDITION})


_SAID_IN_BETWEEN: Final = re.compile(
    r", (?:he|she|they|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) "
    r"(?:said|says|added|adds|explained|claimed|argued|noted|insisted|admitted|recalled|estimates|told [\w ]{1,20}),"
)


def _lost_source(fact: Fact, _: str, quote: str) -> str | None:
    """“It was installed in the 1980s, he said, and …”: so he says."""
    own = fact.attribution is None and fact.kind not in {FactKind.SAYING, FactKind.LABEL} and '"' not in quote
    return "the source is lost" if own and _SAID_IN_BETWEEN.search(quote) else None


def _cut_superlative(fact: Fact, stem: str, quote: str) -> str | None:
    """“the most important between the neighbours [since the treaty of 1998]”, “the youngest player [to win]”."""
    last = _RANKED.search(stem)
    if last is not None and f"{last.group()} to " in quote:
        return "the question is cut off"
    told = fact.key.text if fact.kind in {FactKind.LABEL, FactKind.OBJECT} else ""
    most = re.search(r"\b(?:most|least|[a-z]{3,}est)\b", told)
    since = most and re.search(rf"{re.escape(fact.key.text)}\W? (?:since|ever|in|of|among)\b", quote)
    return "the answer is cut off" if since else None


_RANKED: Final = re.compile(r"\b(?:the|an?|[’']s) (?:most|least|only|first|last|[a-z]{3,}est)[ -][\w -]+(?=[?.]$)")


def _cut_before_now(fact: Fact, _: str, quote: str) -> str | None:
    """“The headphones sold [today] owe a good deal to a bad flight”."""
    done = re.search(r"(?:ed|sold|made|used|built|grown|seen|known)$", fact.key.text)
    cut = re.search(rf"{re.escape(fact.key.text)} (?:today|now|there|here)\b", quote, re.IGNORECASE)
    return "the answer is cut off" if done and cut else None


def _lost_since(fact: Fact, stem: str, quote: str) -> str | None:
    """“The bridge has been under a limit of ____”, which it has been since inspectors found corrosion."""
    lasting = re.search(r"\b(?:has|have) been\b", stem) and " since " not in f"{stem} {fact.key.text}"
    return "since when is lost" if lasting and re.search(r"\bbeen\b[^,;]* since\b", quote) else None


def _lost_to(_: Fact, stem: str, quote: str) -> str | None:
    """“They took 40 seconds [to reach it]”, “who needed six hours [to finish]”: for what, is lost."""
    takes = re.search(rf"\b{_TAKES}\b", stem)
    to = re.search(rf"\b{_TAKES}\b[^,;]*? {_LENGTH}(?: on average| or (?:more|longer|less))? to ([a-z]+)\b", quote)
    return "what it takes the time for is left out" if takes and to and f" to {to.group(1)}" not in stem else None


_TAKES: Final = r"(?:took|takes?|taken|needed|needs?)"
_LENGTH: Final = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"


def _gapped(fact: Fact, _: str, quote: str) -> str | None:
    """“lateness fell by 41 percent and absence by 12 percent”: the second half has no verb of its own."""
    figures = [p.text for p in fact.clause.after if re.search(r"\d", p.text)] if fact.clause is not None else []
    again = " and " in quote and any(re.search(rf"{_before_and(text)} and {_HALF}", quote) for text in figures)
    return "two things side by side" if again else None


def _before_and(text: str) -> str:
    return re.escape(re.sub(r" and [a-z]+$", "", text))


_HALF: Final = r"(?:[\w’'-]+ ){1,7}?(?:by|to) (?:about |almost |nearly )?\d"


_ENDS: Final = re.compile(
    r"\bfrom [^,;]* in \d{4} to [^,;]* (?:last|this|next) (?:year|month|week|season|summer|winter)"
)


def _lost_end(fact: Fact, stem: str, quote: str) -> str | None:
    """“from 68 percent in 2018 to 91 percent last year”: without its year the other end is no end."""
    told = f"{stem} {fact.key.text} {fact.topic}"
    return (
        "one end of a change has lost its time" if _ENDS.search(quote) and " from " in told and " to " in told else None
    )


def _half_a_count(fact: Fact, _: str, __: str) -> str | None:
    """“spread over at least eight”: years, as the sentence has said before."""
    half = re.search(
        r"\b(?:at least|more than|fewer than|less than|about|up to|only) (?:[a-z]{3,5}|\d{1,3})$", fact.key.text
    )
    number = half and (half.group().split()[-1].isdigit() or half.group().split()[-1] in _NUMBERS)
    return "a number without its noun" if number and fact.kind is not FactKind.QUANTITY else None


_NUMBERS: Final = frozenset("two three four five six seven eight nine ten".split())


def _more_than_a_date(fact: Fact, _: str, __: str) -> str | None:
    """“March 2023 one of the customers”."""
    dated = fact.kind is FactKind.DATE and re.search(r"\d{4} (?!and|to|or|BC|AD|CE)[a-z]", fact.key.text)
    return "the answer says more than when" if dated else None


_VERBS: Final = r"(?:had|has|have|was|were|is|are)"


def _half_a_clause(fact: Fact, _: str, quote: str) -> str | None:
    """“after seven women and five men had deliberated”, of which the clause has “after seven women”."""
    parts = fact.clause.after if fact.clause is not None else ()
    times = (re.escape(p.text) for p in parts if p.word in {"after", "before", "until", "since"})
    if fact.clause is not None:
        whole = rf"{re.escape(fact.clause.subject.text)} {_VERBS}\b"
        if " and " in quote and re.search(
            rf"\b(?:after|before|until|since) (?:an?|the) (?:[\w’'-]+ ){{1,5}}and {whole}", quote
        ):
            return "half of a clause"
    cut = any(re.search(rf"{text} (?:and|or) (?:[\w’'-]+ ){{1,4}}{_VERBS}\b", quote) for text in times)
    return "half of a clause" if cut else None


def _lost_marks(fact: Fact, sheet: FactSheet) -> bool:
    """“The machine, nearly three metres across, was …” without its commas."""
    own, clause = fact.evidence[-1].span, fact.clause
    if clause is None:
        return False
    after = sheet.article.at(Span(clause.subject.span.end, max(clause.subject.span.end, own.end)))
    text = f"{clause.subject.text} "
    if ", " in text and after.startswith(",") and text.count(", ") % 2:
        return True
    if _comma_lost(fact, sheet) or _hole_in(_patient(clause) or clause.subject, sheet):
        return True
    parts = [part for part in clause.parts() if own.holds(part.span)]
    written = ((part.text, " ".join(sheet.article.at(part.span).split())) for part in parts)
    return any(", " in there and ", " not in told and _bare(told) == _bare(there) for told, there in written)


def _far_reason(fact: Fact, sheet: FactSheet) -> bool:
    """“They scanned barcodes, but one stores little, because …”: that is why it stores little."""
    clause, focus, own = fact.clause, fact.focus, fact.evidence[-1].span
    if fact.kind not in {FactKind.REASON, FactKind.PURPOSE} or clause is None or focus is None:
        return False
    ends = [p.span.end for p in clause.parts() if p.span != focus.part.span and p.span.end <= focus.part.span.start]
    between = sheet.article.at(Span(max(ends, default=own.start), max([*ends, own.start, focus.part.span.start])))
    return re.search(r"[,;] (?:but|and|although|while|whereas) \w+ \w+", between) is not None


def _without_its_verb(_: Fact, stem: str, quote: str) -> str | None:
    """“two proteins tangled and dry in the grain” of “two proteins, which lie tangled and dry in the grain”."""
    for match in re.finditer(r"\b(\w+), (?:which|who|that) ([a-z]+) ([a-z]+ [a-z]+ [a-z]+)", quote):
        noun, verb, rest = match.groups()
        if f"{noun} {rest}" in stem and verb not in _AUXILIARIES:
            return f"“{verb}” is left out"
    return None


def _lost_either(_: Fact, stem: str, quote: str) -> str | None:
    """“meet Alba, or Ronda” of “meet either Alba or Ronda”."""
    lost = " either " in quote and " or " in stem and "either" not in stem.lower()
    return "“either” is left out" if lost else None


_AUXILIARIES: Final = frozenset(
    "is are was were has have had do does did will would can could may might must should".split()
)
"""Verbs that a question puts before its subject: “has Piotr Wilczek run a shop …?”."""

_LASTING: Final = r"\b(?:year|month|week|day|hour|minute)s?$"


def _comma_lost(fact: Fact, sheet: FactSheet) -> bool:
    """“its first profit for four years, after a surge”: without its comma, four years after one."""
    clause, own = fact.clause, fact.evidence[-1].span
    reason = fact.focus.part.span if fact.focus is not None and fact.kind is FactKind.REASON else None
    later = [p for p in clause.after if p.span != reason] if clause is not None else []  # “, mainly because of”: asked
    return any(
        not (two.word in {"after", "before", "in", "on", "at"} and not re.search(_LASTING, one.text))
        and own.holds(one.span)
        and own.holds(two.span)
        and sheet.article.at(Span(one.span.end, max(one.span.end, two.span.start))).strip() == ","
        for one, two in pairwise(later)
    )


def _hole_in(subject: Part, sheet: FactSheet) -> bool:
    """“The machine, a model of the solar system nearly three metres across”, without “a model of the solar system”."""
    there = " ".join(sheet.article.at(subject.span).split())
    start = next((i for i, (a, b) in enumerate(zip(subject.text, there, strict=False)) if a.lower() != b.lower()), 0)
    rest = subject.text[start:].strip(" ,")
    if not start or not rest or not there.endswith(rest):
        return False
    hole = there[start : len(there) - len(rest)].strip()
    aside = there[:start].rstrip().endswith(",") or hole.startswith(",")
    return aside and not hole.endswith((",", ")", "—", "–"))


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _after_colon(fact: Fact, sheet: FactSheet) -> bool:
    """“the fault lay in the wind: air was striking the piers”: not in the wind."""
    clause = fact.clause
    if clause is None or not clause.before:
        return False
    between = (
        Span(part.span.end, clause.subject.span.start)
        for part in clause.before
        if part.span.end < clause.subject.span.start
    )
    return any(re.search("[:;]", sheet.article.at(span)) for span in between)
