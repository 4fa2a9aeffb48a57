"""Answers judged by hand: for each key what a learner may type, and what a fair teacher says of it.

R is right, C right but with a slip, W wrong. The keys are of the kinds that generated questions have.
"""

from typing import Final

from grading.phrases import PHRASES
from grading.sceptic import COMMITTED, REWORDED, TURNED
from grading.verified import ANOTHER_WORD, SAID_OTHERWISE

NAMES: Final = {
    "Maeve Corrigan": {
        "maeve corrigan": "R",
        "Corrigan, Maeve": "R",
        "Ms Maeve Corrigan": "R",
        "Meave Corrigan": "C",
        "Maeve Corigan": "C",
        "Maeve": "W",
        "Fergal Dunne": "W",
        "Maeve Dunne": "W",
        "Maeve Harrigan": "W",
    },
    "Siobhán Keane": {"siobhan keane": "R", "Siobhan Kean": "C", "Dr Siobhán Keane": "R", "Sinead Keane": "W"},
    "Jakob Müller-Lund": {"Jakob Muller Lund": "R", "jakob müller-lund": "R", "Jakob Muller-Lundt": "C", "Müller": "W"},
    "Ludwig van Beethoven": {"ludwig van beethoven": "R", "Beethoven, Ludwig van": "R", "Ludwig van Beethofen": "C"},
    "Queen Elizabeth I": {"queen elizabeth i": "R", "Queen Elizabeth II": "W", "Elizabeth I": "R"},
    "Michael O'Connor": {
        "Michael O’Connor": "R",
        "michael oconnor": "R",
        "Micheal O'Connor": "C",
        "Michael Connery": "W",
    },
    "Zhou Wen": {"zhou wen": "R", "Wen Zhou": "R", "Zhou Wei": "W"},
    "Helen Varley": {"Helen Varly": "C", "Hellen Varley": "C", "Helen Farley": "C", "Ellen Barley": "W"},
    "the Academy of Sciences": {
        "Academy of Sciences": "R",
        "academy of sciences": "R",
        "the academy of science": "C",
        "Academy of Arts": "W",
        "the academy": "W",
    },
    "Brennan Hart": {"brennan hart": "R", "Brennan Heart": "C", "Hart": "W"},
    "the European Union": {"European Union": "R", "Europaen Union": "C", "the European Council": "W", "Europe": "W"},
    "South Korea": {"south korea": "R", "South Corea": "C", "North Korea": "W", "Korea": "W"},
    "Niger": {"niger": "R", "Nigeria": "W"},
    "Gdansk": {"Gdańsk": "R", "gdansk": "R", "Gdanks": "C", "Danzig": "W"},
    "Finland and Latvia": {
        "Latvia and Finland": "R",
        "finland, latvia": "R",
        "Finland": "W",
        "Finland and Estonia": "W",
    },
    "the US, UK and Australia": {
        "US, UK, Australia": "R",
        "Australia, the UK and the US": "R",
        "the US and the UK": "W",
        "US, UK and New Zealand": "W",
    },
}

THINGS: Final = {
    "social prescribing": {
        "Social prescribing": "R",
        "social perscribing": "C",
        "social prescription": "W",
        "social": "W",
    },
    "a glacier": {"glacier": "R", "the glacier": "R", "glaciers": "C", "a geyser": "W"},
    "sodium vapour": {"sodium vapor": "R", "sodium vapuor": "C", "sodium": "W", "mercury vapour": "W"},
    "copper and tin": {"tin and copper": "R", "copper, tin": "R", "copper": "W", "copper and zinc": "W"},
    "the Crabtree effect": {
        "Crabtree effect": "R",
        "crabtree effect": "R",
        "the Crabtree affect": "C",
        "the effect": "W",
    },
    "polyethylene glycol": {"polyethylene glycol": "R", "polyethelene glycol": "C", "polythene": "W", "ethylene": "W"},
    "ground-source pumps": {"ground source pumps": "R", "ground-source pump": "C", "air-source pumps": "W"},
    "the equilibrium line": {"equilibrium line": "R", "equilibrum line": "C", "equator line": "W", "the line": "W"},
    "an alloy of copper and tin": {
        "alloy of copper and tin": "R",
        "an alloy of tin and copper": "R",
        "copper and tin": "W",
        "an alloy of copper and zinc": "W",
    },
    "not enough evidence": {"not enough evidence": "R", "enough evidence": "W", "insufficient evidence": "W"},
    "unlicensed": {"unlicensed": "R", "licensed": "W", "unlicenced": "C"},
    "symmetric": {"symmetric": "R", "asymmetric": "W"},
    "interstate": {"interstate": "R", "intrastate": "W"},
    "prescribe": {"prescribe": "R", "proscribe": "W"},
    "immigration": {"immigration": "R", "emigration": "W"},
    "affluent": {"affluent": "R", "effluent": "W"},
    "the west coast": {"west coast": "R", "the east coast": "W", "the west": "W"},
    "upper deck": {"the upper deck": "R", "lower deck": "W", "uper deck": "C"},
    "plaice": {"plaice": "R", "place": "W"},
    "NATO": {"nato": "R", "N.A.T.O.": "R", "NASA": "W"},
    "COVID-19": {"covid-19": "R", "Covid 19": "R", "COVID19": "R", "covid": "W", "COVID-18": "W"},
    "B-52": {"b52": "R", "B 52": "R", "B-51": "W"},
    "1.e4": {"1. e4": "R", "1.d4": "W"},
}

MONEY: Final = {
    "€310,000": {
        "310,000 euros": "R",
        "€310000": "R",
        "310 000 €": "R",
        "EUR 310,000": "R",
        "three hundred and ten thousand euros": "R",
        "€0.31 million": "R",
        "£310,000": "W",
        "€31,000": "W",
        "€3.1 million": "W",
        "301,000 euros": "W",
    },
    "£2.3 million": {
        "2.3 million pounds": "R",
        "£2.3m": "R",
        "2,300,000 pounds": "R",
        "£2,300,000": "R",
        "$2.3 million": "W",
        "£23 million": "W",
        "2.3 pounds": "W",
        "£3.2 million": "W",
    },
    "$90": {"90 dollars": "R", "ninety dollars": "R", "$90.00": "R", "90 cents": "W", "$9": "W", "€90": "W"},
    "about £640,000": {
        "£640,000": "R",
        "about 640,000 pounds": "R",
        "around £640,000": "R",
        "roughly £640k": "R",
        "more than £640,000": "W",
        "£64,000": "W",
    },
    "94 pence": {"94p": "R", "94 pence": "R", "ninety-four pence": "R", "£94": "W", "49 pence": "W"},
    "38 million dollars": {
        "$38 million": "R",
        "$38m": "R",
        "38 million": "C",
        "38 dollars": "W",
        "83 million dollars": "W",
    },
}

FIGURES: Final = {
    "14 percent": {
        "14%": "R",
        "14 per cent": "R",
        "fourteen percent": "R",
        "14 pct": "R",
        "40 percent": "W",
        "1.4 %": "W",
    },
    "more than 60 percent": {
        "over 60%": "R",
        "more than 60 %": "R",
        "60 percent": "R",
        "less than 60 percent": "W",
        "at most 60 percent": "W",
        "more than 16 percent": "W",
    },
    "at least 11": {"at least eleven": "R", "11": "R", "11 or more": "R", "at most 11": "W", "fewer than 11": "W"},
    "41,000": {"41000": "R", "41 thousand": "R", "41k": "R", "forty-one thousand": "R", "14,000": "W", "41": "W"},
    "1,350": {"1350": "R", "about 1,350": "R", "13,500": "W", "1,530": "W"},
    "half a million": {"500,000": "R", "half a million": "R", "0.5 million": "R", "a million": "W", "5 million": "W"},
    "nineteen": {"19": "R", "ninteen": "W", "ninety": "W", "9": "W"},
    "a third": {"one third": "R", "1/3": "R", "a third": "R", "a quarter": "W", "two thirds": "W"},
    "14 metres": {
        "14 m": "R",
        "14m": "R",
        "14 meters": "R",
        "fourteen metres": "R",
        "14 feet": "W",
        "14 km": "W",
        "41 metres": "W",
        "140 metres": "W",
    },
    "26 gigawatt-hours": {"26 GWh": "R", "26 gigawatt hours": "R", "26 megawatt-hours": "W", "62 gigawatt-hours": "W"},
    "205 kilometres": {"205 km": "R", "205 kilometers": "R", "205 miles": "W", "250 kilometres": "W"},
    "12 tonnes": {"12 t": "R", "twelve tonnes": "R", "12 kilograms": "W", "1.2 tonnes": "W"},
    "44 degrees": {"44°": "R", "44 degrees": "R", "forty-four degrees": "R", "40 degrees": "W"},
    "two years": {
        "2 years": "R",
        "two yrs": "R",
        "24 months": "R",
        "two months": "W",
        "twenty years": "W",
        "a year": "W",
    },
    "90 minutes": {"90 min": "R", "90 seconds": "W", "9 minutes": "W"},
    "eleven years": {"11 years": "R", "eleven": "W", "twelve years": "W", "11 days": "W"},
    "60 to 75 °C": {"60-75 °C": "R", "between 60 and 75 °C": "R", "60 °C": "W", "75 °C": "W", "60 to 70 °C": "W"},
    "between £700 million and £730 million": {
        "£700 million to £730 million": "R",
        "£700m-£730m": "R",
        "£700 million": "W",
        "between £730 million and £760 million": "W",
    },
}

TIMES: Final = {
    "17 August 1889": {
        "August 17, 1889": "R",
        "17.8.1889": "R",
        "the 17th of August 1889": "R",
        "17 aug 1889": "R",
        "August 1889": "W",
        "1889": "W",
        "18 August 1889": "W",
        "17 August 1898": "W",
    },
    "26 October": {"October 26": "R", "26th October": "R", "Oct. 26": "R", "25 October": "W", "October": "W"},
    "November 1918": {"in November 1918": "R", "Nov 1918": "R", "11/1918": "R", "November 1919": "W", "1918": "W"},
    "1844": {"in 1844": "R", "the year 1844": "R", "eighteen forty-four": "R", "1884": "W", "1840s": "W"},
    "the 1970s": {"1970s": "R", "in the 1970s": "R", "the seventies": "R", "1970": "W", "the 1960s": "W"},
    "539 BCE": {"539 BC": "R", "in 539 bce": "R", "539 CE": "W", "593 BCE": "W"},
    "the nineteenth century": {"19th century": "R", "the 19th century": "R", "the 18th century": "W", "1900": "W"},
    "1 March": {"March 1": "R", "1st March": "R", "2 March": "W", "1 May": "W"},
}

REASONS: Final = {
    "because the land lies below the flood line": {
        "the land lies below the flood line": "R",
        "because the land is lying below the flood line": "R",
        "Because the land lies below the flood-line.": "R",
        "as the land lies below the flood line": "R",
        "since the land lies below the flood line": "R",
        "because the land lies above the flood line": "W",
        "because the land does not lie below the flood line": "W",
        "because of the flood": "W",
        "the land": "W",
    },
    "that the warnings had been ignored": {
        "the warnings had been ignored": "R",
        "that warnings were ignored": "R",
        "ignoring the warnings": "R",
        "that the warnings had not been ignored": "W",
        "the warnings": "W",
    },
    "by falling into torpor": {
        "falling into torpor": "R",
        "they fall into torpor": "R",
        "by torpor": "W",
        "by falling": "W",
    },
    "to measure how the height of the ice had changed": {
        "measure how the height of the ice changed": "R",
        "in order to measure how the ice's height had changed": "R",
        "to measure the ice": "W",
        "to measure how the height of the sea had changed": "W",
    },
    "a hormone that the brain releases in darkness": {
        "hormone the brain releases in darkness": "R",
        "a hormone released by the brain in darkness": "R",
        "a hormone": "W",
        "a hormone that the brain releases in light": "W",
    },
    "that no services would be cut": {
        "no services would be cut": "R",
        "that services would be cut": "W",
        "services would not be cut": "R",
    },
    "grievance rather than greed": {
        "grievance rather than greed": "R",
        "greed rather than grievance": "W",
        "greed": "W",
    },
}

TABLES: Final = (
    *(NAMES, THINGS, MONEY, FIGURES, TIMES, REASONS),
    PHRASES,
    *(TURNED, REWORDED, COMMITTED, ANOTHER_WORD, SAID_OTHERWISE),
)
