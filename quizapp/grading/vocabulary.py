"""Closed classes of English words that grading must know: small lists that no library here carries."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES: Final = _words("a an the")

TITLES: Final = _words(
    "mr mrs ms miss mx dr doctor prof professor sir dame lord lady baron baroness count countess duke duchess prince"
    " princess king queen emperor empress saint st pope cardinal bishop archbishop rev reverend father sister brother"
    " captain capt colonel col major maj general gen admiral lieutenant lt sergeant sgt president vice chancellor"
    " prime minister premier senator sen congressman congresswoman representative governor gov mayor judge justice"
    " ambassador secretary chairman chairwoman chair"
)
"""Words before a name that may be said or left out, but not exchanged for another."""

CARRIERS: Final = _words(
    "it was is were are they he she its that because since as so by in on at of for from to with year"
)
"""Words with which an answer may begin without saying more or less: "it was …", "in …", "by …", "because …"."""

NEGATIONS: Final = _words(
    "not no never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt isnt arent wasnt werent"
    " wont wouldnt couldnt shouldnt hasnt havent hadnt hardly scarcely barely except unless"
)

MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

NUMBER_WORDS: Final = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion"
    " dozen score half quarter third once twice thrice first second third fourth fifth sixth seventh eighth ninth tenth"
    " eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"
    " hundredth thousandth millionth tens dozens hundreds thousands millions billions trillions"
    " twenties thirties forties fifties sixties seventies eighties nineties"
)
ORDINALS: Final = dict(
    zip(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th 20th".split(),
        strict=True,
    )
)
"""Ordinal numbers in words, and in figures."""
CARDINALS: Final = dict(
    zip(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty""".split(),
        map(str, range(1, 21)),
        strict=True,
    )
)
"""Small numbers in words, and in figures."""

_DECADES: Final = "twenties thirties forties fifties sixties seventies eighties nineties".split()

SHORTENED: Final = {
    "jr": "junior",
    "sr": "senior",
    "dept": "department",
    "govt": "government",
    "univ": "university",
    "st": "saint",
    "mt": "mount",
    "twice": "2times",
    "thrice": "3times",
    "mon": "monday",
    "tues": "tuesday",
    "tue": "tuesday",
    "weds": "wednesday",
    "thurs": "thursday",
    "fri": "friday",
    **{word: f"19{tens}0s" for tens, word in enumerate(_DECADES, 2)},
    **{f"{tens}0s": f"19{tens}0s" for tens in range(2, 10)},
}
"""What is mostly written short, in the form that stands for both; the decades are those of the last century."""

COMPASS: Final = _words("north south east west northern southern eastern western")

EXACT: Final = NUMBER_WORDS | NEGATIONS | COMPASS | frozenset(MONTHS) | frozenset(WEEKDAYS)
"""Words that are right or wrong as they stand: a slip in one makes it another."""

STOP: Final = ARTICLES | _words(
    "and or but if than then so as of in on at by for from to with into onto over under about after before during"
    " between through against because since until while when where which who whom whose what that this these those"
    " it its he him his she her hers they them their we us our you your i my me is are was were be been being am do"
    " does did has have had will would can could may might shall should must there here also very just only even still"
    " such more most some any each all both other own same too up down out off again"
)
"""Words that carry no content of a long answer; negations are not among them."""

OPPOSED_BEGINNINGS: Final = (
    ("in", "de"),
    ("in", "ex"),
    ("im", "ex"),
    ("im", "em"),
    ("im", "e"),
    ("inter", "exter"),
    ("inter", "intra"),
    ("hyper", "hypo"),
    ("pre", "pro"),
    ("pre", "post"),
    ("anti", "ante"),
    ("ab", "ad"),
    ("de", "re"),
    ("a", "de"),
    ("micro", "macro"),
    ("endo", "exo"),
    ("endo", "ecto"),
    ("ecto", "exo"),
    ("homo", "hetero"),
    ("mono", "di"),
    ("pro", "anti"),
    ("un", ""),
    ("in", ""),
    ("im", ""),
    ("il", ""),
    ("ir", ""),
    ("dis", ""),
    ("non", ""),
    ("a", ""),
    ("re", ""),
)
"""Beginnings that make one word's opposite, or another word, within two letters: increase and decrease."""

OPPOSED_ENDINGS: Final = (
    ("er", "ee"),
    ("or", "ee"),
    ("ful", "less"),
    ("ate", "ite"),
    ("ate", "ide"),
    ("ite", "ide"),
    ("ine", "ide"),
    ("ane", "ene"),
    ("ane", "yne"),
    ("ene", "yne"),
    ("ous", "ic"),
    ("ed", "ing"),
    ("ist", "ism"),
    ("al", "e"),
)
"""Endings that make another word: employer and employee, sulphate and sulphite."""

LOOK_ALIKES: Final[tuple[frozenset[str], ...]] = tuple(
    _words(group)
    for group in (
        "iran iraq",
        "austria australia austrian australian",
        "iceland ireland icelandic irish",
        "slovakia slovenia slovakian slovenian slovak slovene",
        "gambia zambia gambian zambian",
        "niger nigeria nigerian nigerien",
        "mali malawi malta bali",
        "mauritania mauritius",
        "guinea guyana ghana guiana",
        "paraguay uruguay",
        "dominica dominican",
        "india indiana indian",
        "congo tonga togo",
        "chad chile china",
        "columbia colombia",
        "affect effect",
        "accept except",
        "adapt adopt adept",
        "union onion",
        "causal casual",
        "desert dessert",
        "principal principle",
        "stationary stationery",
        "complement compliment",
        "council counsel consul",
        "prosecute persecute",
        "martial marital",
        "moral mortal morale",
        "man woman men women",
        "human humane",
        "astronomy astrology",
        "astronomer astrologer",
        "bacterium bacteria",
        "country county",
        "expansion extension",
        "physician physicist",
        "psychology physiology",
        "fission fusion",
        "mitosis meiosis",
        "isotope isotone",
        "arctic antarctic",
        "ally alloy",
        "profit prophet",
        "mother brother father",
        "public republic",
        "nation notion",
        "plaice place",
        "affluent effluent",
        "peace piece",
        "coast cost coat",
        "metal medal mental",
        "angel angle",
        "diary dairy",
        "trail trial",
        "horse house",
        "river liver",
        "brake break",
        "steel steal",
        "plane planet plant",
        "male female",
        "health wealth stealth",
        "nation station ration",
        "word world ward sword",
        "fiction friction faction fraction",
        "county bounty",
        "sight fight light night right might",
        "butter better bitter batter",
        "weather leather feather",
        "cattle battle kettle",
        "teacher preacher",
        "heating eating beating",
        "farmer former firmer",
        "poverty property",
        "stalactites stalagmites",
        "neutron neuron",
        "methyl ethyl",
        "dimethyl diethyl",
        "methane ethane",
        "methanol ethanol",
        "latitude altitude attitude aptitude",
        "inflation inflection",
        "concave conclave convex",
        "glycogen glucagon",
        "igneous ingenious",
        "silicon silicone",
        "ellipse eclipse",
        "asteroid steroid",
        "cavalry calvary",
        "persecution prosecution",
        "epidemic endemic pandemic",
        "perihelion aphelion",
        "apogee perigee",
        "anion cation",
        "ureter urethra",
        "ileum ilium",
        "descent dissent decent",
        "strait straight",
        "allusion illusion",
        "personal personnel",
        "censor censure sensor",
        "eminent imminent",
        "averse adverse",
    )
)
"""Words within a slip of each other that mean different things; those an item's own text holds need no list."""
