"""Answers judged by hand: what a fair teacher takes, and what no fair teacher takes."""

import pytest

from builders import make_article, make_distractor, make_item
from quizapp.grading.grade import grade
from quizapp.model.fact import Hedge
from quizapp.model.item import Item
from quizapp.model.outcome import Outcome
from quizapp.model.response import Typed

RIGHT, CLOSE, WRONG = Outcome.RIGHT, Outcome.CLOSE, Outcome.WRONG

WORDS = {
    "Metropolitan Board of Works": {
        "metropolitan board of works": RIGHT,
        "METROPOLITAN BOARD OF WORKS": RIGHT,
        "The Metropolitan Board of Works": RIGHT,
        "the  metropolitan   board, of works.": RIGHT,
        "Métropolitan Board of Works": RIGHT,
        "metropolitanboard of works": RIGHT,
        "it was the Metropolitan Board of Works": RIGHT,
        "by the Metropolitan Board of Works": RIGHT,
        "metropolitan board of warks": CLOSE,
        "metropolitan baord of works": CLOSE,
        "metropolitan bord of works": CLOSE,
        "metroploitan board of works": CLOSE,
        "the metropolitan bord of works": CLOSE,
        "Metropolitan Board of Walks": WRONG,
        "Metropolitan Board": WRONG,
        "Board of Works": WRONG,
        "parliament": WRONG,
        "not the Metropolitan Board of Works": WRONG,
        "": WRONG,
        "   ": WRONG,
    },
    "Joseph Bazalgette": {
        "Bazalgette, Joseph": RIGHT,
        "Bazalgette Joseph": RIGHT,
        "Sir Joseph Bazalgette": RIGHT,
        "Mr. Joseph Bazalgette": RIGHT,
        "joseph bazalgette": RIGHT,
        "Joseph Bazelgette": CLOSE,
        "Joseph Bazalgete": CLOSE,
        "Mr Joseph Bazalgete": CLOSE,
        "Josef Bazalget": WRONG,
        "Bazalgette": WRONG,
        "Joseph": WRONG,
        "Joseph Balzac": WRONG,
    },
    "Prince Charles": {"Charles": RIGHT, "prince charles": RIGHT, "King Charles": WRONG, "King Charls": WRONG},
    "Edith Crane": {"Mayor Edith Crane": RIGHT, "edith crane": RIGHT, "Edit Crane": CLOSE, "Edith Grant": WRONG},
    "Mrs Crane": {"mrs. crane": RIGHT, "Crane": RIGHT, "Mr Crane": WRONG},
    "Iraq": {"iraq": RIGHT, "Iran": WRONG},
    "Austria": {"austria": RIGHT, "Austia": CLOSE, "Australia": WRONG},
    "Slovenia": {"Slovenija": CLOSE, "Slovakia": WRONG},
    "north": {"the north": RIGHT, "in the north": RIGHT, "nort": WRONG, "south": WRONG},
    "increase": {"an increase": RIGHT, "incrase": CLOSE, "decrease": WRONG},
    "employer": {"employr": CLOSE, "employee": WRONG},
    "sulphate": {"sulfate": RIGHT, "sulphite": WRONG},
    "colour": {"color": RIGHT, "coluor": CLOSE, "collar": WRONG},
    "theatre": {"theater": RIGHT},
    "organisation": {"organization": RIGHT, "organisatoin": CLOSE},
    "defence": {"defense": RIGHT, "offence": WRONG},
    "fog": {"the fog": RIGHT, "Fog!": RIGHT, "dog": WRONG, "fogg": WRONG, "fo": WRONG},
    "stab in the back": {"a stab-in-the-back": RIGHT, "“stab in the back”": RIGHT, "stab in back": RIGHT},
    "smell of the Thames": {"the Thames's smell": RIGHT, "Thames smell": RIGHT, "smell of the Seine": WRONG},
    "not guilty": {"Not guilty": RIGHT, "guilty": WRONG, "nor guilty": WRONG},
    "guilty": {"not guilty": WRONG, "gulity": CLOSE},
    "F-16": {"F16": RIGHT, "f 16": RIGHT, "F-15": WRONG},
    "World War II": {"world war ii": RIGHT, "World War I": WRONG},
    "U.S.": {"US": RIGHT, "u.s": RIGHT, "UK": WRONG},
    "Los Angeles": {"los angeles": RIGHT, "Las Angeles": WRONG, "Los Angelos": CLOSE},
    "Queen Victoria": {"Victoria": RIGHT, "Queen Victroia": CLOSE, "Queen Mary": WRONG},
    "the harbour bell": {"harbor bell": RIGHT, "harbour bells": CLOSE, "harbour ball": WRONG},
    "Müller": {"Muller": RIGHT, "Muler": CLOSE},
    "AT&T": {"at and t": RIGHT, "AT&T": RIGHT},
    "Washington and Canberra": {
        "Canberra and Washington": RIGHT,
        "Canberra, Washington": RIGHT,
        "Canberra & Washington": RIGHT,
        "Washington and Paris": WRONG,
        "Washington": WRONG,
    },
    "vitamin A": {"vitamin a": RIGHT, "vitamin": WRONG, "vitamin B": WRONG},
}

DATES = {
    "15 September 2021": {
        "September 15, 2021": RIGHT,
        "15th of September 2021": RIGHT,
        "15 Sept 2021": RIGHT,
        "on 15 september, 2021": RIGHT,
        "2021-09-15": RIGHT,
        "15/9/2021": RIGHT,
        "9/15/2021": RIGHT,
        "Wednesday 15 September 2021": RIGHT,
        "Thursday 15 September 2021": WRONG,
        "16 September 2021": WRONG,
        "15 September 2012": WRONG,
        "15 October 2021": WRONG,
        "September 2021": WRONG,
        "15 September": WRONG,
        "2021": WRONG,
        "not 15 September 2021": WRONG,
        "31 February 2021": WRONG,
    },
    "in March 1921": {"March 1921": RIGHT, "march, 1921": RIGHT, "Mar 1921": RIGHT, "May 1921": WRONG, "1921": WRONG},
    "1858": {"in 1858": RIGHT, "eighteen fifty-eight": RIGHT, "1859": WRONG, "1885": WRONG, "the 1850s": WRONG},
    "44 BC": {"44 B.C.": RIGHT, "44 bce": RIGHT, "44 AD": WRONG, "43 BC": WRONG},
    "Tuesday": {"on Tuesday": RIGHT, "tuesday": RIGHT, "Thursday": WRONG, "Tuseday": WRONG},
    "June": {"in June": RIGHT, "July": WRONG, "Jun": RIGHT},
    "the 1990s": {"1990s": RIGHT, "1980s": WRONG},
}

NUMBERS_IN_WORDS = {
    "12 submarines": {"twelve submarines": RIGHT, "12": RIGHT, "a dozen": RIGHT, "13": WRONG, "12 planes": WRONG},
    "€56 billion": {"56 billion euros": RIGHT, "56 bn €": RIGHT, "56bn": CLOSE, "$56 billion": WRONG, "€65 bn": WRONG},
    "twelve": {"12": RIGHT, "twelfe": WRONG, "eleven": WRONG},
    "38 per cent": {"38%": RIGHT, "38 percent": RIGHT, "thirty-eight percent": RIGHT, "83%": WRONG},
    "300 metres": {"300 m": RIGHT, "300 meters": RIGHT, "300": WRONG, "300 feet": WRONG},
}

FOG = "because the fog hides the quay from the boats"
LONG = {
    FOG: {
        "the fog hides the quay from boats": RIGHT,
        "boats cannot see the quay because fog hides it": WRONG,
        "The quay is hidden": WRONG,
        "fog is hiding the quay from the boats": RIGHT,
        "fog hid the quay": WRONG,
        "because the fog does not hide the quay from the boats": WRONG,
        "fog": WRONG,
    },
    "It would cost 400 jobs in the north of the country": {
        "400 jobs would be the cost in the north of the country": RIGHT,
        "it would cost 40 jobs in the north of the country": WRONG,
        "it would cost 400 jobs in the south of the country": WRONG,
    },
}


def _cases(table: dict[str, dict[str, Outcome]]) -> list[tuple[str, str, Outcome]]:
    return [(key, given, outcome) for key, answers in table.items() for given, outcome in answers.items()]


@pytest.mark.parametrize(
    ("key", "given", "outcome"), [*_cases(WORDS), *_cases(DATES), *_cases(NUMBERS_IN_WORDS), *_cases(LONG)]
)
def test_short_answers_are_judged_as_a_fair_teacher_does(key: str, given: str, outcome: Outcome) -> None:
    """The verdict is the one that was given by hand."""
    item = make_item("short", key=key, accepted=(), stem="Which one was it?")

    assert grade(item, Typed(fields=(given,))).outcome is outcome


BELL = make_item("numeric")
WORTH = make_item(
    "numeric", stem="What was it worth?", key="€56 billion", value="56000000000", unit="€", hedge=Hedge.EXACT
)
SCALED = make_item(
    "numeric", stem="What was it worth?", key="€56 billion", value="56", unit="billion euros", hedge=Hedge.EXACT
)
BOATS = make_item("numeric", stem="How many submarines?", key="12", value="12", unit="", hedge=Hedge.EXACT)
MORE = make_item("numeric", stem="How many?", key="500", value="500", unit="", hedge=Hedge.MORE_THAN)
LENGTH = make_item("numeric", stem="How long?", key="300 metres", value="300", unit="metres", hedge=Hedge.EXACT)
SHARE = make_item("numeric", stem="Which share?", key="38 per cent", value="38", unit="percent", hedge=Hedge.EXACT)

NUMBERS: list[tuple[Item, dict[str, Outcome]]] = [
    (
        BELL,
        {
            "500": RIGHT,
            "500 kg": RIGHT,
            "500 kilos": RIGHT,
            "about 500": RIGHT,
            "~500": RIGHT,
            "five hundred": RIGHT,
            "about five hundred kilograms": RIGHT,
            "0.5k": RIGHT,
            "5e2": RIGHT,
            "501": WRONG,
            "50": WRONG,
            "5,000": WRONG,
            "-500": WRONG,
            "500 g": WRONG,
            "500 pounds": WRONG,
            "half a tonne": WRONG,
            "more than 500": WRONG,
            "less than 500": WRONG,
            "400 or 500": WRONG,
            "not 500": WRONG,
            "five": WRONG,
            "heavy": WRONG,
            "": WRONG,
        },
    ),
    (
        WORTH,
        {
            "56 bn": RIGHT,
            "€56 billion": RIGHT,
            "56,000 million euros": RIGHT,
            "56 billion": RIGHT,
            "56 000 000 000": RIGHT,
            "fifty-six billion": RIGHT,
            "56e9": RIGHT,
            "56.0 bn €": RIGHT,
            "56": WRONG,
            "56 million": WRONG,
            "$56 billion": WRONG,
            "56 billion dollars": WRONG,
            "65 billion": WRONG,
        },
    ),
    (SCALED, {"56": RIGHT, "56 billion": RIGHT, "€56bn": RIGHT, "56 million": WRONG, "5.6": WRONG}),
    (
        BOATS,
        {"12": RIGHT, "twelve": RIGHT, "a dozen": RIGHT, "12 submarines": RIGHT, "12 boats": WRONG, "12 km": WRONG},
    ),
    (MORE, {"500": RIGHT, "more than 500": RIGHT, "over 500": RIGHT, ">500": RIGHT, "under 500": WRONG, "600": WRONG}),
    (
        LENGTH,
        {"300": RIGHT, "300 m": RIGHT, "300 meters": RIGHT, "300 km": WRONG, "0.3 km": WRONG, "300 million": WRONG},
    ),
    (SHARE, {"38": RIGHT, "38%": RIGHT, "38 percent": RIGHT, "38 per cent": RIGHT, "0.38": WRONG, "38 euros": WRONG}),
]


@pytest.mark.parametrize(
    ("item", "given", "outcome"),
    [(item, given, outcome) for item, answers in NUMBERS for given, outcome in answers.items()],
)
def test_numbers_are_exact_in_value_and_unit(item: Item, given: str, outcome: Outcome) -> None:
    """The verdict is the one that was given by hand."""
    assert grade(item, Typed(fields=(given,))).outcome is outcome


def test_a_name_of_the_text_is_never_a_slip_of_the_key() -> None:
    """A word that the article has elsewhere is that word, however near it is."""
    article = make_article(text="Hanna Reed rang the bell. Hannah Reid did not.")
    item = make_item("short", evidence=(), stem="Who rang?", key="Hanna Reed", accepted=())

    assert grade(item, Typed(fields=("Hannah Reid",))).outcome is CLOSE
    assert grade(item, Typed(fields=("Hannah Reid",)), article=article).outcome is WRONG


def test_a_distractor_is_never_a_slip_of_the_key() -> None:
    """What the item itself calls wrong is wrong, word by word as well."""
    item = make_item("short", key="Reed", accepted=(), stem="Who?", distractors=(make_distractor("Mr Read"),))

    assert grade(item, Typed(fields=("Read",))).outcome is WRONG
    assert grade(item, Typed(fields=("Reeed",))).outcome is CLOSE


def test_a_fuller_name_counts_when_the_text_has_it() -> None:
    """Who knows the first name as well is not wrong; a made-up one is."""
    article = make_article(text="Jean-Yves Le Drian said so. Le Drian was angry.")
    item = make_item("short", evidence=(), stem="Who?", key="Le Drian", accepted=())

    assert grade(item, Typed(fields=("Jean-Yves Le Drian",)), article=article).outcome is RIGHT
    assert grade(item, Typed(fields=("Bob Le Drian",)), article=article).outcome is WRONG


def test_the_note_says_what_is_missing() -> None:
    """A partial answer learns what was left out, as the key writes it."""
    short = make_item("short", key="Metropolitan Board of Works", accepted=())
    long = make_item("short", key=FOG, accepted=())
    date = make_item("short", key="15 September 2021", accepted=())

    assert grade(short, Typed(fields=("Board of Works",))).note == "still missing: Metropolitan"
    assert grade(long, Typed(fields=("the fog",))).note == "still missing: hides, quay, boats"
    assert grade(date, Typed(fields=("September 2021",))).note == "still missing: the day"
