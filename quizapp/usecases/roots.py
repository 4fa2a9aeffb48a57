"""Words without their endings, and forms of verbs by the verb, so that “passed” is found where “pass” is asked."""

import re
from functools import lru_cache
from typing import Final

from quizapp.grading.content import content_stems
from quizapp.grading.vocabulary import MONTHS

# The verb, then its other forms that no ending makes; of two verbs with one form that which texts have more.
_TABLE: Final = """
arise arose arisen|awake awoke awoken|bear bore born borne|beat beaten|become became|begin began begun|bend bent
bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built
burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|die died dies
dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt
fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten
freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung|hear heard
hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|leave left|lend lent
lie lain lies lying|lose lost|make made|mean meant|meet met|owe owed|own owned|pay paid|ride rode ridden
ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken
shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid
speak spoke spoken|spend spent|spin spun|stand stood|steal stole stolen|stick stuck|strike struck stricken
swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told
think thought|throw threw thrown|tie tied ties|understand understood|use used|wear wore worn|weave wove woven
win won|wind wound|withdraw withdrew withdrawn|write wrote written|woman women|man men|child children|foot feet
person people
"""
_VERBS: Final = {
    form: verb for row in re.split(r"[|\n]", _TABLE.strip()) for verb, *forms in [row.split()] for form in forms
}

PAST: Final = frozenset(_VERBS) - {"women", "men", "children", "feet", "people", "lies", "dies", "ties"}
"""Forms that say that something happened."""

_DOUBLED: Final = re.compile(r"([bcdfghjklmnpqrstvwxz])\1$")


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """A content word without its ending, "" for a word without content; the same for all forms of a regular verb."""
    if word in MONTHS:
        return word
    stem = next(iter(content_stems(_VERBS.get(word, word))), "")
    if not stem.isalpha():
        return stem
    stem = _DOUBLED.sub(r"\1", stem)
    return f"{stem[:-1]}i" if stem.endswith("y") else stem
