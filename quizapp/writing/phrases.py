"""Words and phrases that tell whether a question stands alone, as patterns for the checks."""

import re
from typing import Final

STOP: Final = frozenset(
    """the a an of to in on at for and or by with from as is are was were be been have has had do did does that
    this it its what which who whom whose when where why how many much according can could may might must shall
    should will would""".split()
)
"""Words that carry no content of their own."""

UNANCHORED: Final = re.compile(
    r"""\b(yesterday|today|tomorrow|tonight
    |(?:last|next|this)\ (?:week|month|year|night|morning|spring|summer|autumn|winter)
    |the\ (?:current|present|coming)\ (?:financial\ )?(?:year|season|month|quarter|week|term)
    |(?:last|next|this)\ (?:january|february|march|april|may|june|july|august|september|october|november|december)
    |(?:on\ )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    |(?:the\ )?(?:previous|following)\ (?:day|week|month|year)
    |(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|(?:a\ )?few|\d+)
    \ (?:hour|day|week|month|year|decade)s?\ (?:ago|earlier|later))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Times that mean nothing without the article's own date."""

POINTING: Final = re.compile(
    r"""(?:(?<!\w)(?=\w)|(?=[’']s))(?:  # where a word begins: at every letter it took seven times as long
    \b(this|these)\ \w+|\bso\ \w+\ an?\ \w+|\bthose\ (?!who|which|that|of)\w+|\bsuch\ (?!as\b)\w+
    |\b(?:until|since|by|before)\ then\b|\bthe\ latter\b|\b(?:in\ the\ meantime|meanwhile)\b
    |\bthe\ (?:other|remaining|rest|remainder|others)\b|\bthe\ same\ \w+(?!\ (?:\w+\ )?(?:as|that)\b)\b
    |\bboth\ (?!of\b)\w+s\b(?!.*\band\b)|\bboth\b(?=[?,]|\ (?:of|in|to|on|at|with|for)\b)
    |\bthe\ (?:two|three|four|five)\ (?!of\b)\w+(?!\ (?:[a-z-]+\ )?(?:who|that|of)\b)\b
    |\b(?:some|many|most|several|half|part|parts|members?)\ of(?=\ ____|[?,.])
    |(?<!one\ )\banother\b|\bdo(?:es|ne|ing)?\ (?:so|it|this)\b
    |\bdid\ (?:so|this)\b|\bdid\ it(?=[?.,]|\ (?:in|on|at|by|for|with|again|to)\b)|\bwhat\ there\b
    |\bthat\s*[?.]|\b(?:either\ way|in\ either\ case)\b
    |\bthe\ (?:words?|terms?|phrase|expression|nickname|saying|proverb)\b
    (?=[?,.]|$|\ (?:was|is|were|are|first|used|came|did|does|appear|mean))
    |\bin\ (?:his|her|their|its)\ (?:stead|place)\b|\bsimilar\ (?!to\b)\w+
    |(?<!each\ )(?<!one\ )\bother\ (?!than\b)\w+(?!\ than\b)
    |\bthe\ (?:second|third|fourth|next)\ (?:attempt|time|try|one)\b|\bthe\ (?:previous|former)\?
    |\b(?:table|figure|list|map|chart|diagram|section)\ (?:below|above)\b
    |\bthe\ next(?!\ to\b)\b|\bthan\ (?:last|next)(?=[,?.]|$)
    |(?<!is\ )(?<!are\ )(?<!was\ )(?<!were\ )\bthere\b(?!\ (?:is|are|was|were)\b)
    |\b(?:did|does|was|is|has|had)\ one\ (?!of\b|year|day|week|month|hour|million|percent)\w+
    |\bthe\ same(?=[?,.]|$)|\b(?:say|says|said|think|thinks|thought|hope|hoped)\ so\b(?!\ \w+\ that)
    |\bthe\ (?:pair|couple|duo|trio)\b|\bnearby\b|\bclose\ by\b|\b[Ii]n\ (?:later|earlier)\ [a-z]+,
    |\b(?:anyone|anybody)\b|\b(?:many|several|some|few)(?=\ (?:in|on|at|from)\ [A-Za-z]|\?)
    |\b(?:watch|saw|seen?|order|bought|buy|built|build|made|make|own|kept|keep|want|need|found|find|lost|lose|use|caught
    |catch|ate|eat)\w*\ one\b(?!\ of)
    |\bin\ (?:return|exchange)\b(?!\ for\b)|\beach\ one\b|\b(?:subsequently|afterwards|thereafter|beforehand)\b
    |(?<![£$€.,\d])\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})
    \ (?:a|an|each|every|per)\ (?:day|week|month|year|hour)\b
    |\b(?:opposite|nearby|next\ door|elsewhere|alongside)(?=[?,.]|$)
    |\b(?:at\ once|straight\ away|at\ that\ point|by\ then)\b
    |(?:\bthe|[’']s)\ (?:first|second|third|fourth|fifth|two|three|four)
    (?=[?,.]|$|\ (?:was|were|is|are|had|has|have|did|do|will|would|in|to|at|after|before|from|with|when|by|on)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that point to another sentence."""

COMPARING: Final = re.compile(
    r"""^(?!.*\bthan\b).*?\b((?<!no\ )(?<!any\ )(?<!once\ )(?<!become\ )(?<!becomes\ )(?<!became\ )(?<!\bor\ )
    (?<!into\ a\ )
    (?:more|less|fewer|better|worse|larger|smaller|bigger|higher|faster|slower|longer|shorter|greater|weaker|stronger|cheaper
    |deeper|further|farther|earlier|sooner|easier|harder|heavier|lighter|wider|thicker|thinner|richer|poorer|warmer|colder
    |hotter|brighter|darker|closer|nearer|fuller|safer|older|younger
    |simpler|broader|narrower|milder|gentler|calmer|cleaner
    |steeper|softer|quieter|louder|tighter|looser|rarer|busier|happier|healthier|likelier
    |different(?!\ from)))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Comparisons in a question that does not say with what; what goes “into a smaller space” was in a larger one."""

LABEL_NOUNS: Final = re.compile(
    r"""\bthe\ (figures?|changes?|moves?|tricks?|undertaking|motion|differences?|ideas?|results?|effects?|reasons?
    |problems?|decisions?|steps?|methods?|approach|process|findings?|issues?|questions?|situation|events?|cases?|matter
    |facts?|attempts?|efforts?|totals?|numbers?|amounts?|improvement|increase|decrease|rise|drop
    |comparison|claims?|statement|remark|comment|thing|way|ones?|story|name|record|explanation|answer|others?)\b
    (?=[?,.’']|$|\ (?:is|was|were|are|did|does|do|had|has|have|will|would|can|could|may|might|must|should|and|or|at|as
    |than|be|come|came|add|cut|work|mean|cost|show)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Nouns that sum up what was said before; bare, they never stand alone."""

BARE_PLACE: Final = re.compile(r"\bthe (city|town|village|country|region|state|island)\b(?! of\b)", re.IGNORECASE)

EMPTY_KEY: Final = re.compile(
    r"""^(?:some|many|most|half|every|each|several|other|certain|few|any|no|little|none|nothing|nobody|everyone|everything
    |people|things?|one(?!\ of\b|-)(?=\ [a-z]))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Beginnings of answers that name nobody and nothing."""

PERSONAL: Final = re.compile(
    r"\b([Hh]e|[Ss]he|[Hh]im|[Ii]t|[Tt]hey|[Tt]hem|I|[Ww]e|us|[Yy]ou|[Mm]e|[Mm]y|[Oo]ur|[Yy]our)\b"
)
POSSESSIVE: Final = re.compile(r"\b(his|her|its|their)\b", re.IGNORECASE)
FIRST_PERSON: Final = re.compile(r"\b(I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")


def outside_quotes(text: str) -> str:
    """The text without what stands between quotation marks."""
    return re.sub(r"“[^”]*”", " ", text)


def content_words(text: str) -> list[str]:
    """The words of a text that carry content, in lower case."""
    return [w for w in (word.lower() for word in re.findall(r"[\w’'-]+", text)) if w not in STOP and len(w) > 2]


THIN: Final = re.compile(
    r"""^(?:Who|What|Which\ \w+)\ (?:followed|happened|came\ next)\b
    |^Who\ (?:has\ |had\ )?(?:declined|refused)\ to\ comment\b
    |\bfor\ (?:various|several|many|different|other|some)\ reasons\b
    |\b(?:joined|accepted|rejected|approved|replaced|signed|agreed|refused)\?$
    |\btimes\ as\ \w+\b(?!.*\ as\ )|\b(?:everyone|everybody)\b|\bsome\ of\ (?:less|more|about|up|over|under)\b
    |^What\ did\ an?\ \w+\ (?:say|claim|warn|think|suggest|find)\b""",
    re.VERBOSE,
)
"""Questions that could be about anything: what was accepted, for which reasons, which spokeswoman."""
TORN_ADVERB: Final = re.compile(r"^(?:Usually|Often|Sometimes|Only|Even|Just) (?:at|in|on|after|by)\b")
"""“Usually at 30 metres, …”: the adverb belongs to the verb."""
