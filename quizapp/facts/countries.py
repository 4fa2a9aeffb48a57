"""A small table of countries by region, compiled from general knowledge, for question words and distractors."""

from typing import Final

_REGIONS: Final = """
Northern Europe: Denmark, Estonia, Finland, Iceland, Ireland, Latvia, Lithuania, Norway, Sweden
Western Europe: Austria, Belgium, France, Germany, Liechtenstein, Luxembourg, Monaco, the Netherlands, Switzerland,
  the United Kingdom
Southern Europe: Andorra, Croatia, Cyprus, Greece, Italy, Malta, Portugal, San Marino, Slovenia, Spain
Central and Eastern Europe: Albania, Belarus, Bosnia and Herzegovina, Bulgaria, the Czech Republic, Hungary, Kosovo,
  Moldova, Montenegro, North Macedonia, Poland, Romania, Russia, Serbia, Slovakia, Ukraine
North America: Canada, Mexico, the United States
Central America and the Caribbean: the Bahamas, Barbados, Belize, Costa Rica, Cuba, the Dominican Republic, El
  Salvador, Guatemala, Haiti, Honduras, Jamaica, Nicaragua, Panama, Trinidad and Tobago
South America: Argentina, Bolivia, Brazil, Chile, Colombia, Ecuador, Guyana, Paraguay, Peru, Suriname, Uruguay,
  Venezuela
North Africa: Algeria, Egypt, Libya, Morocco, Sudan, Tunisia
West and Central Africa: Angola, Benin, Burkina Faso, Cameroon, Chad, Gabon, the Gambia, Ghana, Guinea, Ivory Coast,
  Liberia, Mali, Mauritania, Niger, Nigeria, Senegal, Sierra Leone, Togo
East and Southern Africa: Botswana, Burundi, Eritrea, Ethiopia, Kenya, Lesotho, Madagascar, Malawi, Mauritius,
  Mozambique, Namibia, Rwanda, Somalia, South Africa, South Sudan, Tanzania, Uganda, Zambia, Zimbabwe
Middle East: Bahrain, Iran, Iraq, Israel, Jordan, Kuwait, Lebanon, Oman, Qatar, Saudi Arabia, Syria, Turkey, the
  United Arab Emirates, Yemen
Central and South Asia: Afghanistan, Armenia, Azerbaijan, Bangladesh, Bhutan, Georgia, India, Kazakhstan,
  Kyrgyzstan, the Maldives, Nepal, Pakistan, Sri Lanka, Tajikistan, Turkmenistan, Uzbekistan
East Asia: China, Hong Kong, Japan, Mongolia, North Korea, South Korea, Taiwan
South-East Asia: Brunei, Cambodia, Indonesia, Laos, Malaysia, Myanmar, the Philippines, Singapore, Thailand, Vietnam
Oceania: Australia, Fiji, New Zealand, Papua New Guinea, Samoa, Tonga, Vanuatu
"""

_ALIASES: Final = {
    "us": "the United States",
    "u.s.": "the United States",
    "usa": "the United States",
    "united states": "the United States",
    "america": "the United States",
    "uk": "the United Kingdom",
    "u.k.": "the United Kingdom",
    "britain": "the United Kingdom",
    "great britain": "the United Kingdom",
    "england": "the United Kingdom",
    "scotland": "the United Kingdom",
    "wales": "the United Kingdom",
    "netherlands": "the Netherlands",
    "holland": "the Netherlands",
    "czechia": "the Czech Republic",
    "uae": "the United Arab Emirates",
    "burma": "Myanmar",
    "türkiye": "Turkey",
    "philippines": "the Philippines",
    "soviet union": "Russia",
}

_BY_NAME: Final = {
    name.strip().lower().removeprefix("the "): name.strip()
    for line in _REGIONS.replace("\n  ", " ").strip().splitlines()
    for name in line.split(":", 1)[1].split(",")
}


def country(name: str) -> str | None:
    """The usual name of a country, None for anything else."""
    low = name.strip().lower().removeprefix("the ")
    if low in _ALIASES:
        return _ALIASES[low]
    return _BY_NAME.get(low)
