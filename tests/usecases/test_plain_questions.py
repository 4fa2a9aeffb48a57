"""Questions as people ask them, of five articles: each gets the sentence that answers it or none, never another."""

from pathlib import Path

import pytest

from quizapp.formats.parcel import Imported
from quizapp.model.article import Article
from quizapp.usecases.proving import Proofs

ARTICLES = Path(__file__).parent / "plain"

ASKED = {
    "smog.txt": [
        ("When did Parliament pass the Clean Air Act?", "1956", "in 1956 Parliament passed"),
        ("What was abandoned at Sadler's Wells?", "a performance of La Traviata", "At Sadler's Wells"),
        ("How long did the fog stay over London?", "five days", "In December 1952"),
        ("What did the government first blame for the deaths?", "influenza", "blamed influenza"),
        ("Who raised the matter in the Commons?", "Norman Dodds", "Norman Dodds"),
        ("Who led the committee?", "Sir Hugh Beaver", "Norman Dodds"),
        ("For which town was Norman Dodds a member?", "Dartford", "Norman Dodds"),
        ("When did the committee report?", "November 1954", "It reported in November 1954"),
        ("Which city was the first to use the Clean Air Act?", "Sheffield", "Sheffield was the first"),
        ("What share of the cost of a new grate did householders get?", "seven tenths", "seven tenths"),
        ("By how much had smoke in London fallen by 1970?", "three quarters", "By 1970"),
        ("Who showed that acid rain in Norway came from British coal?", "Svante Odén", "Svante Odén"),
        ("What is sulphur dioxide?", "a colourless gas", "a colourless gas"),
        ("When did Britain agree to fit filters to its power stations?", "1986", "only in 1986"),
        ("In which year was Drax fitted with filters?", "1996", "fitted in 1996"),
        ("Which breweries had Sir Hugh Beaver run?", "Guinness", "Norman Dodds"),
        ("Where did the sulphur dioxide come down as acid rain?", "Norway", "acid rain in Norway"),
        ("How many people died?", "around 12,000", "around 12,000"),
        ("Which MP brought in a bill?", "Gerald Nabarro", "Gerald Nabarro"),
    ],
    "marlow.txt": [
        ("Where is Marlow?", "on the Thames", "Marlow, a small town"),
        ("On which river does Marlow lie?", "the Thames", "Marlow, a small town"),
        ("What is Marlow?", "a small town", "Marlow, a small town"),
        ("When was the suspension bridge at Marlow finished?", "1832", "finished in 1832"),
        ("Who designed the bridge at Marlow?", "William Tierney Clark", "It was designed by"),
        ("Where was Clark born?", "Bristol", "born in Bristol"),
        ("When was William Tierney Clark born?", "1783", "born in Bristol"),
        ("Which bridge did John Rennie build?", "Waterloo Bridge", "John Rennie, the builder"),
        ("Where did Clark's first suspension bridge cross the river?", "Hammersmith", "His first suspension bridge"),
        ("When was the bridge at Hammersmith opened?", "1827", "His first suspension bridge"),
        ("Who asked Clark to plan a bridge for the Danube?", "Count István Széchenyi", "Count István"),
        ("When was the Chain Bridge opened?", "20 November 1849", "The Chain Bridge was opened"),
        ("What is the span of the Chain Bridge?", "202 metres", "It has a span"),
        ("How long is the span of the bridge at Marlow?", "72 metres", "72 metres"),
        ("Who blew up the Chain Bridge in January 1945?", "German troops", "In January 1945"),
        ("How heavy was the lorry that drove onto the bridge?", "37 tonnes", "a lorry of 37"),
        ("Where did the lorry come from?", "Lithuania", "a lorry of 37"),
        ("What is the weight limit on the bridge?", "three tonnes", "a lorry of 37"),
        ("For how long was the bridge closed?", "two months", "closed for two months"),
        ("Who found no damage?", "Buckinghamshire County Council", "found no damage"),
        ("How much was the lorry driver fined?", "2,500 pounds", "was fined"),
        ("Who gave the plaque on the north tower?", "the city of Budapest", "A plaque"),
        ("Who was Adam Clark?", "a Scottish engineer", "Work began"),
        ("Of what is the deck hung?", "iron chains", "The deck at Marlow"),
    ],
    "quarry.txt": [
        ("When was the Penarth quarry opened?", "1770", "The Penarth quarry, on"),
        ("Who opened the Penarth quarry?", "Lord Assheton", "The Penarth quarry, on"),
        ("How many men did the quarry employ in 1898?", "2,800", "At its height"),
        ("How far did the slate travel by tramway?", "eleven kilometres", "The slate travelled"),
        ("To which port did the slate travel?", "Aberdulas", "The slate travelled"),
        ("When was the quarry hospital built?", "1842", "The quarry hospital"),
        ("Who was Owen Prys?", "the surgeon", "Its surgeon"),
        ("Where is Owen Prys's diary kept?", "the National Library at Aberystwyth", "Its surgeon"),
        ("When did the men walk out?", "November 1900", "In November 1900"),
        ("How long did the strike last?", "three years", "The strike lasted"),
        ("Who refused to speak with the union?", "Edward", "Lord Assheton's son"),
        ("From where did Edward send for soldiers?", "Chester", "Lord Assheton's son"),
        ("How many families moved to the coalfields?", "about 1,200", "About 1,200"),
        ("When did the quarry open again?", "June 1901", "When the quarry opened again"),
        ("What ended the boom?", "The First World War", "The First World War ended"),
        ("Where did the cheap tiles come from?", "Belgium", "Cheap tiles"),
        ("When did the quarry close?", "22 August 1969", "The quarry closed"),
        ("How large an area do the waste tips cover?", "280 hectares", "Its waste tips"),
        ("How long is the zip line?", "1,565 metres", "Since 2013"),
        ("Who designed the zip line?", "Sean Taylor", "Since 2013"),
        ("Who was Sean Taylor?", "a former marine", "Since 2013"),
        ("What is Cadw?", "the Welsh heritage agency", "Cadw, the"),
        ("Who pays for the upkeep of the galleries?", "Cadw", "Cadw, the"),
        ("When did UNESCO add the slate landscape to its list?", "2021", "In 2021 UNESCO"),
    ],
    "kelp.txt": [
        ("Where is Ronsay?", "in the north of Orkney", "For two centuries"),
        ("What is Ronsay?", "an island", "For two centuries"),
        ("When was the weed burned?", "June", "They cut tangle"),
        ("What is the ash called?", "kelp", "The ash, called"),
        ("How much wet weed gave one tonne of ash?", "twenty tonnes", "Twenty tonnes"),
        ("Who brought the craft to the islands?", "James Fea", "James Fea"),
        ("When did James Fea bring the craft to the islands?", "1722", "James Fea"),
        ("Where did James Fea come from?", "Stronsay", "James Fea"),
        ("When did his neighbours riot?", "1742", "His neighbours"),
        ("Who fined nine of them?", "the sheriff at Kirkwall", "The sheriff"),
        ("How many people did the trade employ by 1790?", "20,000", "By 1790"),
        ("How much did the trade bring the lairds of Orkney a year?", "24,000 pounds", "By 1790"),
        ("How much did the burners get a day?", "about a penny", "The burners"),
        ("Who found a way to make soda from salt?", "Nicolas Leblanc", "The French chemist"),
        ("When did the government lift the duty on salt?", "1825", "When the government"),
        ("What did Bernard Courtois discover?", "iodine", "A second boom"),
        ("What is iodine?", "a violet element", "A second boom"),
        ("When did Chile begin to sell iodine more cheaply?", "the 1870s", "Factories at Glasgow"),
        ("Which company harvests kelp by boat?", "Norsk Tang", "Today a company"),
        ("How many people does Norsk Tang employ?", "14", "It employs 14"),
        ("How many tonnes does Norsk Tang sell a year?", "300", "It employs 14"),
        ("Who watches the beds?", "Marine biologists from Stirling", "Marine biologists"),
        ("Who leads the marine biologists?", "Dr Ailsa Rendall", "Dr Ailsa"),
        ("What do the sheep of Holm eat?", "seaweed", "The sheep of"),
        ("How long is the wall?", "thirteen miles", "A wall, thirteen"),
    ],
    "ferry.txt": [
        ("What kind of ship was the Solvind?", "a steamer of 90 tonnes", "The ferry Solvind"),
        ("When did the Solvind stop carrying passengers to Skarholm?", "1967", "1894 to 1967"),
        ("Where was the Solvind built?", "at Akers in Oslo", "She was built at Akers"),
        ("Who paid for the Solvind?", "Tobias Rønning", "She was built at Akers"),
        ("How much did Tobias Rønning pay for the ferry?", "64,000 kroner", "She was built at Akers"),
        ("How many crossings a day did she make in her first summer?", "three", "In her first summer"),
        ("When did the Solvind strike a rock?", "3 February 1908", "On the night of"),
        ("How quickly did she sink?", "seven minutes", "On the night of"),
        ("Who was the last to leave?", "Captain Peder Aas", "Captain Peder Aas"),
        ("How many people drowned?", "fourteen", "Fourteen people"),
        ("Who led the commission?", "Judge Karen Holt", "A commission led"),
        ("Whom did the commission blame?", "the lighthouse keeper", "A commission led"),
        ("When was the keeper acquitted?", "1909", "A commission led"),
        ("Where does Skarholm lie?", "in the Lervik fjord", "Skarholm, a flat"),
        ("What is Skarholm?", "a flat island", "Skarholm, a flat"),
        ("How many people lived on Skarholm in 1930?", "640", "Skarholm, a flat"),
        ("What did the quarries ship to Hull?", "feldspar", "Its quarries"),
        ("Who took the Solvind in 1941?", "the German navy", "In 1941"),
        ("Who designed the bridge to Skarholm?", "Arne Selberg", "The bridge to"),
        ("Who opened the bridge to Skarholm?", "King Olav", "The bridge to"),
        ("How long is the bridge?", "412 metres", "It is 412"),
        ("How much did the bridge cost?", "nine million kroner", "It is 412"),
        ("Where was she scrapped?", "Grimstad", "She was scrapped"),
        ("Where does her whistle hang?", "in the school", "Her whistle"),
        ("Who hopes to launch the copy in 2027?", "Jon Moe", "Its chairman"),
    ],
}
"""Question, right key, and what the sentence that answers it holds."""

TRAPS = {
    "smog.txt": [
        ("When did Parliament pass the Clean Air Act?", "1954"),
        ("When did Parliament pass the Clean Air Act?", "1970"),
        ("Who raised the matter in the Commons?", "Sir Hugh Beaver"),
        ("Who led the committee?", "Norman Dodds"),
        ("Who led the committee?", "Gerald Nabarro"),
        ("Who passed the Clean Air Act?", "Gerald Nabarro"),
        ("For which town was Gerald Nabarro a member?", "Dartford"),
        ("When was Drax built?", "1996"),
        ("When was Drax fitted with filters?", "1986"),
        ("When did Svante Odén move to Norway?", "1967"),
        ("Where is Drax?", "Norway"),
        ("Where did the fog settle?", "Norway"),
        ("What is carbon dioxide?", "a colourless gas"),
        ("How many homes were in London?", "a million"),
        ("How long did the ambulances stop?", "five days"),
        ("By how much had smoke in Sheffield fallen by 1970?", "three quarters"),
        ("When did the committee report?", "January 1953"),
        ("When did the government blame influenza?", "1952"),
        ("Who was a Swedish chemist?", "Sir Hugh Beaver"),
    ],
    "marlow.txt": [
        ("Where is Budapest?", "on the Thames"),
        ("On which river does Bristol lie?", "the Thames"),
        ("What is Bristol?", "a small town"),
        ("When was the suspension bridge at Marlow finished?", "1828"),
        ("When was the suspension bridge at Marlow opened?", "1827"),
        ("Who designed the Chain Bridge?", "Adam Clark"),
        ("Where was John Rennie born?", "Bristol"),
        ("When was Adam Clark born?", "1783"),
        ("Which bridge did Clark build?", "Waterloo Bridge"),
        ("When was the Chain Bridge opened?", "1839"),
        ("What is the span of the Chain Bridge?", "72 metres"),
        ("How long is the span of the bridge at Marlow?", "202 metres"),
        ("Who blew up the bridge at Marlow?", "German troops"),
        ("How heavy was the bridge?", "37 tonnes"),
        ("What is the weight limit on the bridge?", "37 tonnes"),
        ("When was the lorry driver fined?", "September 2016"),
        ("How much was the council fined?", "2,500 pounds"),
        ("Who was John Rennie?", "a Scottish engineer"),
        ("Who found damage?", "Buckinghamshire County Council"),
        ("When was the bridge at Hammersmith taken down?", "1827"),
        ("Who was William Tierney Clark?", "the builder of Waterloo Bridge"),
    ],
    "quarry.txt": [
        ("When was the Penarth quarry opened?", "1842"),
        ("Who opened the Penarth quarry?", "Owen Prys"),
        ("How many men did the quarry employ in 1925?", "2,800"),
        ("When was the quarry hospital closed?", "1842"),
        ("Who refused to speak with the union?", "Owen Prys"),
        ("Who was Edward?", "a former marine"),
        ("When did the quarry open again?", "1900"),
        ("When did the quarry close?", "1925"),
        ("How many families moved to Belgium?", "1,200"),
        ("Who built the hospital?", "Owen Prys"),
        ("Where is Aberdulas?", "Aberystwyth"),
        ("How long is the zip line?", "280 hectares"),
        ("What is UNESCO?", "the Welsh heritage agency"),
        ("When was the zip line designed?", "2021"),
        ("How many men were charged?", "five hundred"),
        ("Where did the tiles come from?", "Chester"),
        ("When did five hundred men walk out?", "November 1900"),
        ("Who sent for soldiers?", "the union"),
        ("How many tonnes of slate were shipped a year?", "2,800"),
        ("Which agency designed the zip line?", "Cadw"),
    ],
    "kelp.txt": [
        ("Where is Stronsay?", "in the north of Orkney"),
        ("What is Stronsay?", "an island"),
        ("What is Holm?", "an island in the north of Orkney"),
        ("Who brought the craft to the islands?", "Nicolas Leblanc"),
        ("When did James Fea bring the craft to the islands?", "1742"),
        ("Where did Nicolas Leblanc come from?", "Stronsay"),
        ("How many people did the trade employ by 1790?", "24,000"),
        ("How much did the burners get a day?", "24,000 pounds"),
        ("When did Leblanc discover iodine?", "1791"),
        ("What did Bernard Courtois discover?", "soda"),
        ("What is potash?", "a violet element"),
        ("When did Chile begin to sell kelp?", "1825"),
        ("Who was Bernard Courtois?", "the French chemist"),
        ("How many people does Norsk Tang employ?", "300"),
        ("What was the price of kelp after 1825?", "22 pounds a tonne"),
        ("Who leads Norsk Tang?", "Dr Ailsa Rendall"),
        ("What do the sheep of Ronsay eat?", "seaweed"),
        ("Where is Haugesund?", "Ronsay"),
        ("Where is Kirkwall?", "Glasgow"),
        ("Who feared the smoke?", "James Fea"),
        ("How long is the wall?", "14"),
    ],
    "ferry.txt": [
        ("Where was the Solvind built?", "Lervik"),
        ("Who built the Solvind?", "Tobias Rønning"),
        ("How much did the bridge cost?", "64,000 kroner"),
        ("When did the Solvind strike a rock?", "May"),
        ("Who led the commission?", "Captain Peder Aas"),
        ("When was the keeper acquitted?", "1908"),
        ("Whom did the commission blame?", "Karen Holt"),
        ("Where does Tangen lie?", "in the Lervik fjord"),
        ("Who opened the bridge to Skarholm?", "Arne Selberg"),
        ("Who designed the bridge to Skarholm?", "King Olav"),
        ("How long is the bridge?", "90 metres"),
        ("Where was she scrapped?", "Tangen"),
        ("How many people drowned?", "640"),
        ("Who took the Solvind in 1944?", "the German navy"),
        ("When was the bridge opened?", "1930"),
        ("Where does Jon Moe come from?", "Tangen"),
        ("What is Hull?", "a flat island"),
        ("How many crossings a day did she make?", "seven"),
        ("Who was Peder Aas?", "the lighthouse keeper"),
        ("When did the society launch the copy?", "2027"),
    ],
}
"""Questions with keys that stand in the article and are wrong, or that it does not answer."""

FOUND = {"smog.txt": 13, "marlow.txt": 18, "quarry.txt": 22, "kelp.txt": 23, "ferry.txt": 20}
"""How many get a sentence; the others ask in other words than the article, or about what several sentences say."""


def proofs_of(name: str) -> Proofs:
    return Proofs(Article(id="a", title="a", source="", text=(ARTICLES / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", ASKED)
def test_plain_questions_get_the_sentence_that_answers_them_or_none(name: str) -> None:
    """Three quarters of them get one: fewer is a loss, more is to be written down here and in the docs."""
    proofs = proofs_of(name)
    found = 0
    for stem, key, words in ASKED[name]:
        quotes = [each.quote for each in proofs.of(Imported(kind="short", stem=stem, keys=(key,)))]
        assert not quotes or any(words in quote for quote in quotes), (stem, quotes)
        found += bool(quotes)
    assert found == FOUND[name]


@pytest.mark.parametrize("name", TRAPS)
def test_nothing_speaks_for_a_wrong_key_or_for_what_is_not_said(name: str) -> None:
    """Another one's year, another place's river, a “no” in between, a unit or a bridge that is not meant."""
    proofs = proofs_of(name)
    fallen = [(stem, key) for stem, key in TRAPS[name] if proofs.of(Imported(kind="short", stem=stem, keys=(key,)))]
    assert fallen == []
