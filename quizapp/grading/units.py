"""Units and currencies by the many ways to write them."""

from typing import Final

_MEASURES: Final = """
km kilometre kilometer
metre meter m
cm centimetre centimeter
mm millimetre millimeter
mi mile
ft foot feet
inch inches in
yd yard
ha hectare
acre
kg kilogram kilogramme kilo
gram gramme g
mg milligram
tonne tonnes t
ton tons
lb lbs pound-weight
oz ounce
litre liter l
ml millilitre milliliter
gallon gal
pint
second sec s
minute min
hour hr h
day
week wk
month
year yr
decade
century centuries
night
mph mi/hour
kph kmh km/hour
knot kt
degree deg
celsius c
fahrenheit f
kelvin
watt w
kw kilowatt
mw megawatt
gw gigawatt
kwh kilowatt-hour
mwh megawatt-hour
gwh gigawatt-hour
twh terawatt-hour
volt v
amp ampere
hertz hz
decibel db
calorie cal
kcal kilocalorie
percent pct
euro eur
dollar usd buck
pound gbp sterling quid
yen jpy
yuan cny renminbi rmb
rupee inr
rouble ruble rub
franc chf
krona kronor sek
krone kroner
crown
penny pence p
cent
shilling
guinea
"""

CANONICAL: Final = {name: line.split()[0] for line in _MEASURES.strip().splitlines() for name in line.split()}
"""Every spelling of a unit, in the singular, and the one that stands for it."""

CURRENCY_SIGNS: Final = {"€": "euro", "$": "dollar", "£": "pound", "¥": "yen", "₹": "rupee"}

UNDERSTOOD: Final = frozenset({"percent", "euro", "dollar", "pound", "yen", "rupee", "yuan", "rouble", "franc"})
"""Units that a number may go without when the question can only mean them."""

NATIONS: Final = {
    "us": "us",
    "usa": "us",
    "american": "us",
    "au": "australian",
    "aud": "australian",
    "a": "australian",
    "australian": "australian",
    "ca": "canadian",
    "canadian": "canadian",
    "nz": "nz",
    "hk": "hk",
    "british": "british",
    "uk": "british",
    "swiss": "swiss",
}
"""Words before a currency that say whose it is."""

_IRREGULAR: Final = {
    "feet": "ft",
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
}
_IES: Final = "ies"


def unit_word(word: str) -> str:
    """One word of a unit or of what is counted, in the form that all its spellings share."""
    if word in CANONICAL:
        return CANONICAL[word]
    if "/" in word:
        rate = "/".join(map(unit_word, word.split("/")))
        return CANONICAL.get(rate, rate)
    singular = _singular(word)
    return CANONICAL.get(singular, singular)


def is_measure(word: str) -> bool:
    """Whether a word in its shared form is a unit or a currency, so that another one would be wrong."""
    return word in _SHARED


_SHARED: Final = frozenset(CANONICAL.values())


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(_IES) and len(word) > len(_IES) + 1:
        return f"{word.removesuffix(_IES)}y"
    return word.removesuffix("s") if not word.endswith("ss") else word
