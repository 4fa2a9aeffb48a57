"""Answers judged by a verifier who had not seen the rules, before they were run; see corpus.py for R, C and W."""

from typing import Final

ANOTHER_WORD: Final = {
    key: {other: "W"}
    for key, other in (
        pair.split()
        for pair in (
            "wool wood,gold cold,coal goal,milk silk,wind wine,beach peach,sheep sheet,lamb lamp,corn coin,"
            "iron icon,salt malt,rice mice,clay play,flood blood,storm story,tower towel,"
            "bridge bride,castle cattle,ferry berry,cellar collar,"
            "boat goat,moon noon,copper cooper,wheat heat,maize maze,brick trick,wheel heel,tiles files,brain train,"
            "ionic ironic,tide tile,electron election,neutron neuron,stalactites stalagmites,linen lines,window widow,"
            "market marker,statue statute,tablet table,novel navel,flute fluke,miner minor,sailor tailor,wages pages,"
            "price prince,plague plaque,drought draught,winter winner,spring string,steam stream,erosion corrosion,"
            "immigration emigration,selection election,tropic topic"
        ).split(",")
    )
}
"""Each is within a slip of the other."""

SAID_OTHERWISE: Final = {
    "Saint-Malo": {"St Malo": "R", "St. Malo": "R", "Saint Malo": "R", "Saint-Lo": "W", "San Marino": "W"},
    "King Charles II": {
        "Charles the Second": "R",
        "King Charles 2": "R",
        "Charles the 2nd": "R",
        "Queen Charles II": "W",
        "Charles I": "W",
        "Charles the Third": "W",
        "King Charles III": "W",
    },
    "Apollo 11": {"Apollo XI": "R", "Apollo eleven": "R", "Apollo IX": "W", "Apollo 1": "W"},
    "World War II": {"World War Two": "R", "World War 2": "R", "World War I": "W", "World War One": "W"},
    "twice": {"two times": "R", "2 times": "R", "once": "W", "three times": "W"},
    "Tuesday": {"Tues": "R", "on Tuesday": "R", "Thursday": "W", "Thurs": "W"},
    "Mount Etna": {"Mt Etna": "R", "Mt. Etna": "R", "Mount Elna": "C", "Mount Ararat": "W"},
    "the 1960s": {"1960s": "R", "the sixties": "R", "the 60s": "R", "1960": "W", "the 1860s": "W", "the fifties": "W"},
    "the 1860s": {"the sixties": "W", "the 60s": "W", "1860s": "R"},
    "half past six": {"6:30": "R", "6.30": "R", "six thirty": "R", "6:15": "W", "half past five": "W", "18:30": "W"},
    "a quarter to nine": {"8:45": "R", "quarter to nine": "R", "9:15": "W", "8:15": "W"},
    "noon": {"midday": "R", "12 pm": "R", "midnight": "W", "12 am": "W"},
    "17:00": {"5 pm": "R", "5 p.m.": "R", "5 am": "W", "17:30": "W"},
    "from 1914 to 1918": {
        "1914–18": "R",
        "1914-18": "R",
        "1914-1918": "R",
        "1914-19": "W",
        "1914": "W",
        "1939-45": "W",
    },
    "12 out of 20": {"12 of 20": "R", "12/20": "R", "20 of 12": "W", "12 of 25": "W", "12": "W"},
    "60 mph": {"60 miles an hour": "R", "60 miles per hour": "R", "60 miles a day": "W", "60 km an hour": "W"},
    "$1.2 million": {"US$1.2m": "R", "1.2 million US dollars": "R", "A$1.2m": "W", "HK$1.2m": "W", "US$12m": "W"},
    "A$5 million": {"US$5 million": "W", "5 million Australian dollars": "R"},
    "at least 14 people": {
        "14": "R",
        "at least 14": "R",
        "exactly 14 people": "W",
        "at most 14": "W",
        "precisely 14": "W",
    },
    "about 500 boats": {"500": "R", "around 500": "R", "exactly 500": "W", "5000": "W"},
    "three dozen": {"36": "R", "thirty-six": "R", "a dozen": "W", "three": "W"},
    "half a million": {"500,000": "R", "0.5 million": "R", "half a billion": "W", "a million": "W"},
    "€2.4 billion": {"2.4 bn euros": "R", "2,400 million euros": "R", "$2.4 billion": "W", "€2.4 million": "W"},
    "3 August 1492": {"August 3rd, 1492": "R", "1492-08-03": "R", "8 March 1492": "W", "3 August": "W", "1492": "W"},
    "44 BC": {"44 BCE": "R", "44 B.C.": "R", "44 AD": "W"},
    "non-smokers": {"non smokers": "R", "smokers": "W"},
    "that visitors were allowed inside": {
        "visitors were allowed inside": "R",
        "visitors weren't allowed inside": "W",
        "that visitors were never allowed inside": "W",
        "visitors were allowed outside": "W",
    },
    "barley, hops and yeast": {
        "hops, yeast, barley": "R",
        "barley and hops": "W",
        "barley, hops, yeast and water": "W",
    },
    "the mayor's brother": {"the brother of the mayor": "R", "the brother's mayor": "W", "the mayor's mother": "W"},
    "3 percent": {".3 percent": "W", "0.3 percent": "W", "3 %": "R"},
    "0.3 percent": {".3 percent": "R", ".3%": "R", "3 percent": "W", ".03 percent": "W"},
    "5 metres": {".5 metres": "W", "5 m": "R"},
    "2 million": {"2 millions": "R", "2 thousands": "W"},
    "thousands of people": {"a thousand people": "W", "1000 people": "W", "hundreds of people": "W"},
    "millions of birds": {"a million birds": "W", "millions of birds": "R"},
    "spring 1989": {
        "in the spring of 1989": "R",
        "Spring of 1989": "R",
        "1989": "W",
        "autumn 1989": "W",
        "spring 1998": "W",
    },
    "the autumn of 1702": {"fall 1702": "R", "autumn 1702": "R", "summer 1702": "W", "1702": "W"},
    "spring": {"in the spring": "R", "sprinng": "C", "summer": "W", "spring 1989": "W"},
    "Lena Fischer and Tomas Weil": {
        "Tomas Weil and Lena Fischer": "R",
        "Lena Weil and Tomas Fischer": "W",
        "Lena Fischer": "W",
        "Lena Fischer or Tomas Weil": "W",
    },
    "rising sea levels and stronger storms": {
        "stronger storms and rising sea levels": "R",
        "stronger sea levels and rising storms": "W",
        "rising sea levels and weaker storms": "W",
    },
    "Louis XIV": {"Louis the Fourteenth": "R", "Louis 14": "R", "Louis XVI": "W", "Louis XV": "W"},
    "endothermic": {"exothermic": "W", "ectothermic": "W", "endotermic": "C"},
    "dimethyl ether": {"diethyl ether": "W", "dimethil ether": "C"},
    "latitude": {"altitude": "W", "longitude": "W", "lattitude": "C"},
    "inflation": {"deflation": "W", "inflection": "W", "infation": "C"},
    "chlorine": {"chloride": "W", "clorine": "C"},
    "more than a third of adults": {"over a third of adults": "R", "less than a third of adults": "W"},
}
