"""Turns by which a question is no English that an editor would print, each with what is wrong."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from quizapp.writing.phrases import TORN_ADVERB

MONTH: Final = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"

BROKEN: Final = (
    (re.compile(r"\b(?:and|or|but|the|a|an|because|while|if)\?$"), "the question breaks off"),
    (
        re.compile(r"^(?:Wh|How|In wh).* (?:when|where|who|why|how|which|what|that|whether)\?$"),
        "the question breaks off",
    ),
    (
        re.compile(
            r"(?i)^(?:.*, )?how (?:much|many)\b.*\band (?:about |some |nearly )?[£$€]\d\S* (?:on|to|for|in|from|by)\b"
        ),
        "a half of another statement",
    ),
    (re.compile(r"\bcompared (?:with|to)\b"), "a comparison within the question"),
    (
        re.compile(r"^What (?:is|was|were|are) (?:sounded|struck|taken|made|given|played|paid) by\b"),
        "half of a set phrase",
    ),
    (re.compile(r"\b(?:who|what|Who|What) so [a-z]+(?:ed|s)\b"), "“so” points to another sentence"),
    (re.compile(r"\bwarn\?$"), "the question breaks off"),
    (
        re.compile(r"^How (?:much|many) (?:was|is|were|are) the\b.*\b(?:figures?|totals?|numbers?|sums?|amounts?)\b"),
        "asks how much a figure is",
    ),
    (re.compile(r"^(?:Hours|Days|Weeks|Months|Years|Minutes|Moments|Seconds),"), "a time is torn off"),
    (re.compile(r"\b[Ww]hat\b(?!.*\bcalled\?$).*\bthemselves\b"), "the question word does not go with the rest"),
    (re.compile(r"\bbetween (?:an? |[\d£€$])(?:(?! and ).)*$"), "“between” lacks its other end"),
    (re.compile(r"\b\d+ \d+\b"), "two numbers stand side by side"),
    (re.compile(r"(?:\bin \d{4}\b|^In which year).*\bin \d{4}\b(?! (?:and|or|to)\b)"), "two dates for one event"),
    (re.compile(r"^(?:In|At|From|By) what .*, (?:what|who|how|why|when|where|which)\b"), "two question words"),
    (re.compile(r"[;:]\s"), "two sentences in one"),
    (re.compile(r"^[Ww]hat\b.*\b(?<!of )what\b"), "two question words"),
    (re.compile(r"^(?!.* and ).*\btogether\b"), "“together” with one alone"),
    (re.compile(r"^What\b(?!.* and ).*\b(?:one another|each other)\b"), "“one another” with one alone"),
    (re.compile(r"\b(?:with|without)\.$"), "the statement breaks off"),
    (re.compile(r", (?:on|in|at|by|of|with|for|to|from) \w+(?: \w+)?\?$"), "the question breaks off"),
    (re.compile(r"(?i)\b(?:at|between|of|for|with|from|into|among|during|than), \w"), "a preposition without its noun"),
    (re.compile(r"^(?:In|On|By|To|Since|Until|After|Before|During|Under|Over), \w"), "a preposition without its noun"),
    (
        re.compile(r"\b(?:worth|part|most|half|some|all|much|many|little) of (?:it|them)\b"),
        "a pronoun without its noun",
    ),
    (re.compile(r"\bthings have to do\?$"), "there is too little in the question to know what is asked"),
    (re.compile(r"[a-z] {1,2}, (?:an?|the) \w+ that\b"), "what is said of the words quoted is told with them"),
    (re.compile(r"\brather\?$"), "the question breaks off"),
    (
        re.compile(rf"(?i)\b(?:when|what date)\b.*\b\d{{1,2}} {MONTH}|\b\d{{1,2}} {MONTH}\w* \d{{1,2}} {MONTH}"),
        "two dates for one event",
    ),
    (re.compile(r", then (?:by|in|at|on|to|from)\b"), "a list that is cut off"),
    (re.compile(r"(?<!and )(?<!or )\b[a-z]+, [a-z]+[?.]$"), "a list that is cut off"),
    (re.compile(r"[’']s,"), "a possessive without its noun"),
    (re.compile(r"(?<!how )\b(?:he|she|they|it) (?:said|says|claimed|believed|thought)\b"), "a saying within a saying"),
    (re.compile(r"\bdescribed? as\b(?! “)|\bdescribes as\b"), "“describe” without its object"),
    (TORN_ADVERB, "an adverb is torn off"),
    (re.compile(r"^Who (?:is|are|was|were) [a-z]+ing\b(?! as\b)"), "a scene of the moment"),
    (
        re.compile(r"\b(?:his|her|its|their) own(?=[?,.]|$| (?:from|in|on|at|to|with|by|for|and)\b)"),
        "a noun is left out",
    ),
    (re.compile(r"\b(?:with|of|from|to|than|for) (?:that|those) of [A-Z]"), "a noun is left out"),
    (
        re.compile(r"(?i)\bin (?:response|reply|turn|protest|addition|consequence)(?=[?,.]|$)"),
        "points to another sentence",
    ),
    (re.compile(r"\bin every (?:ten|hundred|thousand|\d+)\?$"), "a share that was torn apart"),
    (re.compile(r"(?i)\bhow long\b.* until\b"), "two ends of one time"),
    (
        re.compile(
            r"\b(?:metres|meters|kilometres|kilometers|miles|feet|yards) (?:away|apart|lower|higher|lower down)\?$"
        ),
        "away from what, another sentence says",
    ),
    (
        re.compile(r"^What (?:has |had )?(?:recommended|found|concluded|suggested|warned|showed|shown) that\b"),
        "the question word does not go with the verb",
    ),
    (re.compile(r"\b(?:that|who|which) then\b"), "“then” points to another sentence"),
    (
        re.compile(r"\b(?:did|does|do|has|had|was|is) (?:possibly|probably|perhaps|maybe) "),
        "a guess for a subject",
    ),
    (re.compile(r"\bjust as \w+\b(?!.* as\b)"), "compares with something that is not named"),
    (
        re.compile(r"(?i)\b(?:did|does|do)\b.*, and (?:[a-z\d-]+ ){1,8}(?:[a-z]{3,}ed|was|were|had|said)\b"),
        "two verbs for one question",
    ),
    (re.compile(r"\b[Ii]n (?:[A-Z][a-z]+ )?\d{4} (?:one|two|some|many|several) of\b"), "two phrases run together"),
    (
        re.compile(
            r"^Who \w+ that (?:(?:was|were|is|are|had|has|would|could|will|can)\b"
            r"|[a-z]{3,}ed (?:an?|the|no|any|in|on|to|for)\b)"
        ),
        "a clause without its subject",
    ),
    (re.compile(r"\b([a-z]{4,}s)\b.* say \1\b"), "the same noun stands twice"),
    (re.compile(r"^Why had\b"), "looks back from something that is not told"),
    (re.compile(r", [a-z]{3,}ed (?:by|to|that|the|an?|it|them|his|her|their)\b[^,]*\?$"), "two verbs for one question"),
    (
        re.compile(
            r"^(?:How|In which|When|Where|On what|For how|At|By) .*\b(?:will|did|does|do|is|was|has|have) an? "
            r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|further)\b"
        ),
        "introduces what another sentence tells of",
    ),
    (re.compile(r"^What (?:is|are|was|were) .*(?:\b(?:called|named|known)\b|,).* called\?$"), "asks twice for a name"),
    (
        re.compile(r"\ban? [a-z]+ (?:posted|published|issued|released|sent|given|held|taken|written|recorded)[?.]$"),
        "the question breaks off",
    ),
    (re.compile(r"^Who (?:sounds|seems|appears|looks|feels|knows) "), "what somebody seems to be is no fact"),
    (re.compile(r"\b(?:whole|entire|full) ____"), "other words fit the gap"),
    (re.compile(r"^What (?:does|did|do|is|was) only\b"), "true of others as well"),
    (
        re.compile(r"^Who (?:gave|told|asked|sent|paid|showed|offered|taught|awarded|granted) (?:her|him|them)\b"),
        "it is not said to whom",
    ),
    (
        re.compile(
            r"\bthe (?:[A-Z][a-z]+(?:an|chman|shman)|Dane|Swede|Scot|Pole|Finn|Turk|Swiss)"
            r"(?=[’']s|[?,.]|$| (?:was|is|had|has|did|won|in|on|at|to|and)\b)"
        ),
        "a person whom another sentence names",
    ),
    (re.compile(r"\benough\?$"), "enough for what, another sentence says"),
    (
        re.compile(r"\ban? (?:rival|neighbouring|neighboring|separate|related) [a-z]+(?! (?:to|of|from)\b)"),
        "to what, another sentence says",
    ),
    (re.compile(r"^(?:Who|What) (?:was|were|is|are) not (?:connected|involved)\b"), "true of almost everybody"),
    (re.compile(r"(?i)\bhow many\b.*\b(?:cannot|not)\b"), "how many did not is no figure to know"),
    (
        re.compile(
            r"^(?!By how much (?:has|have) .* (?:fallen|risen|grown|dropped|shrunk|declined)\b)"
            r"(?:To|From|By) how much (?:has|have|had)\b"
        ),
        "a figure asked for as a way",
    ),
    (re.compile(r"^(?:According to [^,]+, )?[Uu]ntil when .* from\b"), "two ends of one time"),
    (re.compile(r"^Who .*\b(?:through|into|onto|across|against|upon)\?$"), "a preposition far from its noun"),
    (re.compile(r"^Where .* in \d{4} by [a-z]+\?$"), "a place that may be its people’s"),
    (
        re.compile(r"^(?!What makes )(?:What|Who) .*\b(?:so|thus|thereby) [a-z]+(?: to do)?\b(?=\?| to)"),
        "“so” points to another sentence",
    ),
    (re.compile(r"^Who (?:say|think|argue|claim|believe|warn|add) "), "the verb does not go with “who”"),
    (re.compile(r"\b(?:re|non|anti|ex|co|semi|mid|pre|multi) [a-z]"), "a word that lost its hyphen"),
    (re.compile(r"\bwithin a (?:short|long) time\b|, without success\b"), "half of what was told"),
    (
        re.compile(r"\b[Ww]here did .* (?:descend|focus|depend|rely|insist|agree|decide)\?$"),
        "the question word does not go with the verb",
    ),
    (re.compile(r"\bdoes? the distance\b"), "a distance does nothing"),
    (re.compile(r"^In how many .* in \d"), "two places in one question"),
    (re.compile(r"\bexpect(?:ed|s)? to do\?$"), "the question word does not go with the verb"),
    (re.compile(r"\bat \d\d\?$"), "an age at the end"),
    (re.compile(r"\b(?:apart|directly|simply|merely|partly|largely|mostly|mainly)\?$"), "the question breaks off"),
    (re.compile(r"^How (?:was|were|is|are) .* by "), "two means for one question"),
    (re.compile(r"^(?:Beneath|Under|Behind|Inside|Above|Below|Beside) [^,]+, who\b"), "a place before “who”"),
    (
        re.compile(r"(?i)^(?:.*, )?how many (?:[a-z]+ ){1,4}and (?:hardly|no|few|little|some|many|several) "),
        "two things for one number",
    ),
    (
        re.compile(r"^(?!.*\b[Ww]ho\b)(?!.+\b[A-Z][a-z]+.*\b(?:him|her)\b).*\b(?:him\b|her(?= to\b| for\b|[,?.]))"),
        "it is not clear who is meant",
    ),
    (re.compile(r"^How (?:long|much|many|far) (?:is|was|are|were) an? "), "asks how much a measure is"),
    (re.compile(r"\b[Ww]hen (?:may|might|can|could)\b"), "a time that only may be"),
    (
        re.compile(
            r"\ban? (?:reduction|increase|rise|fall|drop|decline|cut|loss|gain) of (?:only |about )?____(?!.*\bin\b)"
        ),
        "a change without what changed",
    ),
    (
        re.compile(
            r"\b(?:did|does|do|has|had|have|can|could|will|would) "
            r"(?:[A-Z][\w’'-]+ )+[a-z]+ (?:him|them|her(?= to\b|[?,]))"
        ),
        "it is not clear who is meant",
    ),
    (
        re.compile(
            r"^(?!By ).*\bby(?:\?$| (?:in|on|at|within|beneath|until|after|before|during|under|over|since|when|by)\b)"
        ),
        "“by” stands at the end",
    ),
    (re.compile(r"\b(?:said|says) “(?:and|but|or)\b"), "a part of a quotation"),
    (
        re.compile(r"(?i)\b(?:in|within) how many \w+ (?:had|has|have|did|was|were)\b.*\b(?:not|never)\b"),
        "a time in which nothing was",
    ),
    (re.compile(r"\b(?:did|does|do) (?!not\b)(?:[\w’'-]+ ){1,5}be (?!\w+ing\b)\w"), "“be” after “do”"),
    (re.compile(r"\b(by|to|from|of|with|for|in) [^,?.]{2,40} \1 [^,?.]{2,40} and \1\b"), "a list without its marks"),
    (
        re.compile(
            r"(?i)^(?!.*\b(?:that|who|which|when|because|after|before|while|whether|if)\b).*\b(?:did|does|do)\b.*"
            r"\band (?:[a-z]{3,}ed|was|were|had|went|took|made|came|became|began|gave|won|lost|sold|left)\b "
        ),
        "two verbs for one question",
    ),
    (re.compile(r"(?i)\bby what temperature\b"), "the question word does not go with the rest"),
    (
        re.compile(
            r"\bthat (?:some|others|most|many|several|all|both) "
            r"(?:would|will|could|can|may|might|should|had|has|have|was|were|is|are|did|do|[a-z]{3,}ed)\b"
        ),
        "of whom, another sentence says",
    ),
    (
        re.compile(
            r"(?i)\bhow many \w+(?: \w+)? (?:all|this|that|each|every|last|next) \w+ "
            r"(?:did|does|do|has|had|have|was|were|is|are)\b"
        ),
        "a time stands beside the wrong word",
    ),
    (re.compile(r"^What (?!else|kind|sort|type)[a-z]+ (?:[a-z]+ )?(?:is|was|are|were) [A-Z]"), "asks what somebody is"),
    (re.compile(r"____.*\b(?:has|had|have) (?!been)[a-z]{3,}ed\.$"), "the statement breaks off"),
    (
        re.compile(r"\b(?:involve|include|mean|require|entail)s? (?:into|onto|from|with|by|through) "),
        "half of what was done",
    ),
    (
        re.compile(
            r"^(?:Who|What|Where|When|On what date|In which year)(?: [\w’'-]+){1,8} "
            r"(?:in front|past|ahead|behind|(?:march|step|walk|climb|jump|turn|come|came)(?:ed)? (?:out|back|away))\?$"
        ),
        "from where or past what, another sentence says",
    ),
    (re.compile(r"^How much (?:do|does|did) [a-z]+s cost\?$"), "of what, another sentence says"),
    (re.compile(r"^What (?:is|are|was|were) (?:which|who|that|whose|where)\b"), "the question breaks off"),
    (
        re.compile(r"\b(?:within|by|to|from|than|after) (?:two|three|four|five|six|seven|eight|nine|ten)[?.]$"),
        "a number without its noun",
    ),
    (re.compile(r"\b(?:his|her|its|their) \d+(?:st|nd|rd|th) of\b"), "a number without its noun"),
    (re.compile(r"^When .*, in which year\b"), "two times in one question"),
    (
        re.compile(
            r"(?i)\bhow many [\w’' -]+ asked\b(?! (?:for|to|how|whether|if|about|that|who|what|when|where|why)\b)"
        ),
        "for what they asked is left out",
    ),
    (
        re.compile(r"\b(?:in|until|since|from) (?:[A-Z][a-z]+ )?\d{4} (?:for|with|to|from|on|at|by)\?$"),
        "a preposition far from its verb",
    ),
    (re.compile(r"\bwithin (?:minutes|hours|days|weeks|months)[?.]$"), "since when, another sentence says"),
    (
        re.compile(
            r"^(?:In which year|When|On what date) (?:was|were) .*"
            r"\b(?:travell?|work|liv|walk|driv|fly|sail|try|plann|head|return|stay|teach|study|wait)ing\b"
        ),
        "a scene of the moment",
    ),
    (re.compile(r"\b(?:mean|meant) to [a-z]+\b"), "what is meant for something means nothing itself"),
    (re.compile(r"\btook (?:two|three|four|five|six|seven|\d) in\b"), "a number without its noun"),
    (re.compile(r"^How much an? [a-z]+ (?:does|do|did)\b"), "a measure stands beside the wrong word"),
    (
        re.compile(r"(?:____|\b(?:metres|meters|kilometres|kilometers|miles|feet|yards)) (?:away|apart)\.$"),
        "away from what, another sentence says",
    ),
    (
        re.compile(r"^(?:An?|The|Another) (?:first|second|third|fourth|fifth|sixth|other|last)?,? ?who\b"),
        "a part of another phrase",
    ),
    (re.compile(r"^Within (?:seconds|minutes|hours|days|weeks|months|years)\b,?"), "since when, another sentence says"),
    (
        re.compile(r"\b[Tt]he \d\d?-year-old (?:[A-Z][a-z]+(?:an|ese|ish|i)\b|[a-z]+\b)(?! (?:who|from|of|[A-Z]))"),
        "somebody whom another sentence names",
    ),
    (re.compile(r"^What [a-z]+ .*\btheir own\b"), "the question word does not go with the rest"),
    (
        re.compile(r"^Who (?:asked|wondered|inquired) (?:whether|if|why|how|when|where|what) (?:he|she|they)\b"),
        "it is not clear who is meant",
    ),
    (
        re.compile(r"\bwho needed (?:an?|the|about|over|almost|nearly|\d)[^,]*(?:seconds|minutes|hours|days)[?.]$"),
        "for what is left out",
    ),
    (re.compile(r"____['’](?!s)"), "a mark stands beside the gap"),
    (re.compile(r"\bwhat (?:was|were|is|are)\b.*\bthey\b"), "the question word does not go with the rest"),
    (re.compile(r"\b(?:known to have done|like to do)\?$"), "the question word does not go with the verb"),
    (re.compile(r"\baccuse\b.* of (?:in|on|at) "), "a preposition stands in the wrong place"),
    (re.compile(r"^Who did .*\bplace (?:overall )?go to\?$"), "half of a set phrase"),
    (
        re.compile(
            r"\b(?:[a-z]{2,}ed|gave|took|made|built|wrote|won|bought|sold|met|began) in (?:____|\d{4}) "
            r"(?:an?|the|his|her|its|their|birth|part)\b"
            r"|\b(?:did|does) (?:[\w’'-]+ ){2,6}in \d{4} (?:an?|the|his|her|its|their|birth|part)\b"
        ),
        "a date between a verb and its object",
    ),
    (
        re.compile(r"^Who (?:sent|dispatched|took|led|brought|ordered) (?:the )?(?:[A-Z][\w’'-]+ ?)+\?$"),
        "where to, or what for, is not said",
    ),
    (re.compile(r"^Who (?:did|does|do|will|would) .*\bcosts?\b"), "the question word does not go with the verb"),
    (re.compile(r"^Who did .*\b(?:score|net|grab|convert)\b"), "the question word does not go with the verb"),
)
"""Patterns, looked for outside quotation marks."""


def broken_in(text: str, patterns: Iterable[tuple[re.Pattern[str], str]] = BROKEN) -> str | None:
    """What an editor would not print about a question or statement without its quotations; None where nothing is."""
    return next((reason for pattern, reason in patterns if pattern.search(text)), None)


def half_a_name(stem: str, evidence: str) -> bool:
    """“Lindqvist” of “Lindqvist & Roe”: a firm's name that lost what joins it."""
    halves = re.findall(r"\b([A-Z][\w’'-]+) & (?=[A-Z])", evidence)
    return any(re.search(rf"\b{re.escape(half)}\b(?! &)(?!'s)", stem) for half in halves if f"{half} &" not in stem)


def half_of_more(key: str, evidence: str, *, person: bool) -> bool:
    """“Robert” of “Robert of Jumièges”, “Non” of “Non-Muslims”, “the poet Anna” of “the poet Anna Holt”."""
    word = f"{key}-" in evidence and " " not in key and re.search(rf"\b{re.escape(key)}-\w", evidence)
    name = person and f"{key} " in evidence and re.search(rf"\b{re.escape(key)} (?:of|the|de|von|van) [A-Z]", evidence)
    role = key[:1].islower() and re.search(r" [A-Z][a-z]+$", key)
    half = role and re.search(rf"(?i:\b{re.escape(key)}) [A-Z][a-z]", evidence)
    return bool(word or name or half)


def torn_name(stem: str, evidence: str, known: Collection[str]) -> bool:
    """“Ohkay” of “Ohkay Owingeh”: a name of which the article never leaves the second word away."""
    for word in re.findall(r"(?<=[a-z] )[A-Z][a-z]+(?=[?.,]| [a-z])", stem):
        after = re.findall(rf"\b{word}\b((?: [A-Z][a-z]+)?)", evidence)
        if after and all(after) and word not in known and not any(next_.strip() in stem for next_ in after):
            return True
    return False


def joined_name(stem: str, article: str) -> bool:
    """“Marrack Railway Company” of “the Penhallick and Marrack Railway Company”."""
    names = re.findall(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)+", stem)
    ends = (name for name in names if name.split()[-1] in _ENDINGS)
    halves = (name for name in ends if f"and {name}" not in stem)
    return any(re.search(rf"\b[A-Z][\w-]+ and {re.escape(name)}\b", article) for name in halves)


_ENDINGS: Final = frozenset(
    "Company Railway Bank University Council Union Society Association Trust Group Line Lines".split()
)


def stands_twice(name: str, text: str) -> bool:
    """Whether a text has a name more than once."""
    return text.count(name) > 1 and len(re.findall(rf"\b{re.escape(name)}\b", text)) > 1
