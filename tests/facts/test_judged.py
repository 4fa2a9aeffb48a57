"""What readers of 600 more questions refused: an answer in other words, a source beside a clause, a noun too far."""

from collections.abc import Callable

import pytest

from quizapp.facts.people import Person
from quizapp.facts.scene import Scene
from quizapp.model.fact import FactSheet
from quizapp.model.item import ChoiceItem, TrueFalseItem
from quizapp.writing.write import write_items

Asked = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Clara Hale of Leeds promised to take on hundreds of workers after a run of orders.", "Hale promise to do"),
        ("Tom Bell of Leeds was seen to brake heavily on each of the bends.", "seen to do"),
        ("Clara Hale learned to read the sky before she could read a book in Leeds.", "learn to do"),
        ("A chick was ringed in the Farne Islands in 1982 by Clara Hale.", "What was ringed"),
        ("Hauling in a single line from deep water might occupy most of a day in Leeds.", "What might"),
        ("Some products demand far lower temperatures in Leeds.", "What do some"),
        ("Clara Hale was looking at her watch in Leeds.", "Who was looking"),
        ("Tom Bell cooks his own, from linseed oil and pine resin, in a pan on a stove in Leeds.", "his own"),
        ("The Treaty of Leeds of 1743 should not be confused with that of York.", "that of York"),
        ("In response Clara Hale will withdraw from seven routes by October.", "in response"),
        ("Clara Hale manages a rival fund in Leeds.", "a rival fund"),
        ("Dr Tom Bell, a specialist in Leeds who was not connected with the research, welcomed it.", "not connected"),
        ("The union argues that six people cannot safely evacuate a ship carrying 400.", "how many people cannot"),
        ("The road to Leeds is shut by snow from early December until the end of March.", "Until when"),
        (
            "Clara Hale suggested the name Tumboa, from a local word, but Tom Bell preferred another.",
            "suggested Tumboa",
        ),
        ("Merchants from Leeds brought curers in the seventeenth century.", "bring curers"),
        ("Tom Bell of Leeds accused the board of rewarding shareholders with money from the fund.", "accuse with"),
        ("Peter Klaas was betrayed in September and hanged in sight of the walls.", "hanged"),
        (
            "Clara Hale was jailed in Leeds after a jury of seven women and five men had deliberated for an hour.",
            "jury of seven women?",
        ),
    ],
)
def test_what_is_too_open_or_torn_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """No answer that could be given in other words, no phrase without its other half."""
    assert not any(wrong in stem for stem in asked(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Clara Hale wore a small sensor on the upper arm, which recorded her pulse every five minutes.", "upper arm"),
        ("The bubbles collapse as they rise into cooler water, which produces a thumping in Leeds.", "cooler water"),
    ],
)
def test_a_relative_clause_in_doubt_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Where two nouns stand before “which”, it may be about either."""
    found = asked(text)
    assert not any(
        stem.lower().startswith((f"the {wrong}", wrong)) or key in {f"the {wrong}", wrong}
        for stem, key in found.items()
    )


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Clara Hale is depicted with a musket. Accounts suggest that she was not present; she had gone to York.",
            "went to York",
        ),
        (
            "According to legend, a boy jammed the clock with a sweet, and Clara Hale found the proof in Leeds.",
            "Who found",
        ),
    ],
)
def test_what_a_source_may_tell_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Of a source in the same sentence it is not always clear how much it tells."""
    assert not any(wrong in stem for stem in asked(text))


def test_what_a_court_heard_stays_evidence(asked: Asked) -> None:
    """“Between 2008 and 2019, the court heard, he earned …”."""
    found = asked("Between 2008 and 2019, the court heard, Clara Hale earned £4 million from forged pictures in Leeds.")
    assert all("evidence given to the court" in stem for stem in found if "million" in str(found[stem]))


def test_a_relative_is_one_of_several(asked: Asked) -> None:
    """“a great-grandson of the founder” is not the only one."""
    found = asked("Sir Alan Pell, a great-grandson of the founder, Josiah Pell, controls 38 per cent of the shares.")
    assert not any("great-grandson" in stem for stem in found)


def test_a_number_without_its_unit_is_no_variant(facts: Callable[..., FactSheet]) -> None:
    """“14” is not “14 months”."""
    keys = [fact.key for fact in facts("For 14 months Clara Hale filmed 42 otters in Leeds.").facts]
    assert any(key.text == "14 months" for key in keys)
    assert not any("14" in key.accepted for key in keys)


def test_a_person_no_list_knows_is_found(asked: Asked) -> None:
    """By what is said of him: nothing but “a religious leader” tells that Popé is a man."""
    found = asked(
        "Among those set free was Popé, a religious leader from Leeds. Popé lost much of his authority in 1690."
    )
    assert found["In which year did Popé lose much of his authority?"] == "1690"


def test_a_club_is_a_which(asked: Asked) -> None:
    """“Who” is for people."""
    found = asked("The local caving club did not admit women from Leeds until 1964.")
    assert "Which club did not admit women from Leeds until 1964?" in found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Clara Hale's shares rose in Leeds, while Brandvold's fell by almost 4 percent.", "Brandvold's fall"),
        ("Unions in Leeds protested. Unions gave the announcement of Clara Hale a cautious welcome.", "What gave"),
        (
            "Corven raised its bid to €40 in October. The first bid in Leeds was €35. It paid €40 a share.",
            "To how much",
        ),
        ("In 1701 illness, possibly malaria, forced Clara Hale to go home to Leeds early.", "possibly"),
        ("For two years Clara Hale gathered and drew insects in Leeds.", "gather"),
        (
            "The proportion getting at least eight hours of sleep in Leeds rose from 29 percent to 47 percent.",
            "roportion",
        ),
        ("The number of pupils arriving late in Leeds fell by 41 percent and days missed by 12 percent.", "and days"),
        (
            "Clara Hale lies ill. Lake Baikal lies in a rift valley, where the crust is being pulled apart.",
            "Where does",
        ),
        ("In Leeds there is the dam, a project costing $4.2 billion that is about 60 percent complete.", "billion is"),
        ("Clara Hale of Leeds began photographing in 1958, and stopped in 1989.", "stop?"),
        ("In March 2023 one of the customers, the engineer Tom Bell, decided to photograph the bottles.", "When did"),
        ("Dovania has demanded that the filling be spread over at least eight.", "What has"),
        ("A heater for the winter can turn out to be just as welcome in Leeds in July.", "just as"),
        ("A heat pump does that work with the help of a fluid.", "pump work with"),
    ],
)
def test_what_rounds_18_and_19_refused_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """A noun short, a figure of something else, an answer cut off."""
    assert not any(wrong in stem for stem in asked(text))


def test_a_cubic_kilometre_is_no_kilometre(asked: Asked) -> None:
    """The unit is whole."""
    assert any(
        "cubic kilometres of water" in stem for stem in asked("Lake Baikal holds 23,600 cubic kilometres of water.")
    )


def test_what_was_said_of_the_past_is_asked_in_the_past(asked: Asked) -> None:
    """“had been examined” looks back from the saying, which the question leaves out."""
    found = asked("But Clara Hale cautioned that only nine common species had been examined in Leeds.")
    assert any("were examined" in stem or "were" in stem.split() for stem in found)
    assert not any("had been" in stem for stem in found if stem.startswith("According to"))


def test_a_firm_with_a_persons_name_is_no_person(asked: Asked) -> None:
    """“Tessaro” alone is the firm, which was named long before Beatrice Tessaro."""
    found = asked(
        "Brandvold is to buy Tessaro. Tessaro's shares rose 6 percent in Leeds.",
        "The founder's granddaughter, Beatrice Tessaro, holds 22 percent of the stock.",
    )
    assert not any(stem.startswith("What percentage of the stock does Tessaro") for stem in found)


def test_the_ship_keeps_its_article(asked: Asked) -> None:
    """“the cargo ship Mont-Blanc”, elsewhere “the Mont-Blanc”."""
    found = asked(
        "The French ship Mont-Blanc carried 2,300 tonnes of picric acid to Halifax. In 1917 the Mont-Blanc burned."
    )
    assert not any(" did Mont-Blanc" in stem for stem in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The Leeds warehouse, which is the size of nine fields, was let for ten years.", "What is the"),
        ("Marrowby beat York. The club was relegated in 2014.", "the club"),
        ("Rolf Iversen, the coach of Leeds, responded by replacing his libero.", "respond"),
    ],
)
def test_what_round_20_refused_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """A ship for a person, a club of two, a date told twice."""
    assert not any(wrong in stem for stem in asked(text) if stem.endswith("?"))


def test_a_year_is_asked_without_the_age(asked: Asked) -> None:
    """The age would give it away."""
    found = asked("In 1699, at the age of fifty-two, Clara Hale sold her paintings in Leeds.")
    assert "In which year did Clara Hale sell her paintings in Leeds?" in found


def test_her_first_work_is_hers(asked: Asked) -> None:
    """“first” is no sum."""
    found = asked("Maria Merian was born in Leeds in 1647. Her first scientific work appeared in 1679.")
    assert "In which year did Maria Merian's first scientific work appear?" in found


def test_an_adjective_has_no_capital(asked: Asked) -> None:
    """“Chemical analysis” at the head of a sentence."""
    found = asked("Chemical analysis of residues in the vats of Leeds has identified nine dyes.")
    assert not any("Chemical" in stem[1:] for stem in found)


@pytest.mark.parametrize(("name", "pronoun"), [("Harriet Quorl", "She"), ("Kwame Quorl", "He")])
def test_a_first_name_tells_whom_a_pronoun_means(asked: Asked, name: str, pronoun: str) -> None:
    """Names that the package's lists lack or have among both."""
    found = asked(
        f"{name} moved to Leeds with Olaf and Edith Bell. Edith Bell and Olaf Bell stayed in York.",
        f"{name} bought a mill in Leeds. {pronoun} sold the mill in 1990.",
    )
    assert any(name.split()[1] in stem or key == name for stem, key in found.items() if "1990" in stem)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A fish ladder in Leeds had never worked properly, because the current was too weak for salmon.", "Why had"),
        ("Patients are told to aim for two litres a day. Patients in Leeds drink little.", "patients told to do"),
        ("Doctors in Leeds usually confirm the diagnosis with a CT scan.", "What do"),
        (
            "The party has a majority in Kestria and in France. The government has a majority of nine seats.",
            "government",
        ),
        ("Fares in Leeds have been set at £2.20, the same as the daytime price.", "At how much"),
        (
            "Clara Hale proposed a change that would have delayed it until after Christmas next year in Leeds.",
            "Christmas?",
        ),
        ("A sixth route, linking Leeds with York, will operate eleven nights a week.", "will a sixth"),
        ("Leeds suffered for long. Conditions worsened in the 1660s.", "conditions"),
        (
            "Rivals fared little better in Leeds: Tandrup lost 4 percent even after pointing that out.",
            "What percentage",
        ),
        ("Clara Hale apologized to customers in Leeds in a video posted early on Thursday.", "video posted?"),
        ("About 82 miles of main sewers in Leeds were fed by 1,100 miles of street sewers.", "By how many"),
        ("Workers in Leeds had been scanning barcodes to keep track of components.", "were workers"),
        ("The maker of a code in Leeds may choose one of four levels.", "how many levels"),
    ],
)
def test_what_rounds_21_and_22_refused_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """A pronoun for another noun, a figure that no question asks well, times and places lost."""
    assert not any(wrong in stem for stem in asked(text))


def test_the_first_visit_is_asked_as_the_first(asked: Asked) -> None:
    """“first came” says that there were others."""
    found = asked("Clara Hale, a teacher who first came to the studio in Leeds in 2019, praised it.")
    assert "In which year did Clara Hale first come to the studio in Leeds?" in found


def test_what_the_title_names_is_told_and_judged(facts: Callable[..., FactSheet]) -> None:
    """“What is the Forth Bridge?” has as many answers as its article; the statement is true or false."""
    sheet = facts("The Forth Bridge is a railway bridge across the Firth of Forth in Scotland.", title="Forth Bridge")
    items, _ = write_items(sheet)
    assert not any(item.stem.startswith("What is the Forth Bridge") for item in items)
    assert any(isinstance(item, TrueFalseItem) and item.stem.startswith("The Forth Bridge is a ") for item in items)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "A parasitic worm from Asia, Anguillicola crassus, damages the swim bladder of eels in Leeds.",
            "What damages",
        ),
        ("They take two years, though estimates vary, to reach the European shelf near Leeds.", "vary to"),
        ("Since eels cannot be bred in Leeds, every farm depends on young fish caught in the wild.", "What depends"),
        ("Judge Clara Hale gave her credit for her pleas in Leeds.", "gave her"),
        ("Clara Hale had repaid £48,000 by selling the horsebox and four of the ponies.", "How did"),
        ("Halcyon identified three places where the ground of Venus appeared to have risen.", "appeared did"),
        (
            "The Penhallick and Marrack Railway Company sank. Tom Bell read Marrack Railway Company papers in Leeds.",
            "read Marrack Railway",
        ),
        ("A Scot by the name of Tom Bell had intended to go through it in a tunnel of 700 yards.", "A Scot"),
        ("The government of Tessaly, which lies on the opposite shore, praised the rules of Leeds.", "Tessaly lie"),
        ("Clara Hale of Leeds is on stage for almost the whole two and a half hours.", "whole ____"),
        ("Clara Hale was searched every evening for eleven years at a mill in Leeds.", "or how long"),
        ("Clara Hale pleaded guilty in March in Leeds to six counts of fraud by abuse of position.", "To how many"),
    ],
)
def test_what_round_23_refused_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """What only seems so, half a name, a figure torn from its phrase."""
    assert not any(wrong in stem for stem in asked(text))


def test_had_stays_before_when(asked: Asked) -> None:
    """“They dug 90 yards when they broke in” tells it in another order."""
    found = asked("The men of Leeds had dug barely 90 yards when they broke into a mine.")
    assert not any(" dug barely" in stem and "had dug" not in stem for stem in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The origins of the war lay in the Treaty of Wuchale, signed in Leeds.", "What lay"),
        (
            "The Treaty of Wuchale and the Treaty of Leeds had two texts. In 1893 Menelik renounced the treaty.",
            "the treaty",
        ),
        ("Iker Zubeldi of Leeds lies third, at 22 seconds.", "At how many"),
        ("Clara Hale rested for thirty seconds on the Italian's wheel in Leeds.", "the Italian"),
        ("Clara Hale became known in Leeds for her discovery of a comet in 1847.", "In which year"),
        ("The air in Leeds contains less carbon dioxide than the soil of York.", "contain?"),
        ("Carbon dioxide combines with water of Leeds to form carbonic acid.", "Why"),
        ("What was solid rock leaves the hillside of Leeds as an invisible ingredient of a spring.", "leaves the"),
        (
            "Researchers in Leeds found that it had climbed from 68 percent in 2018 to 91 percent last year.",
            "Who found",
        ),
        ("In western Zambia the upper river of Leeds spreads over the Barotse plain.", "In which country"),
        ("The lock in Leeds has to be connected to a computer by cable, a job that takes twenty minutes.", "cable?"),
        (
            "Clara Hale was baptised Clara Bell in Leeds in 1671, the daughter of a locksmith, and married at 22.",
            "Hale the",
        ),
        ("Under the agreement up to 400 lorries a day will be allowed through Leeds.", "How many lorries"),
        (
            "Tom Bell described the deal with Leeds as the most important between them since the treaty.",
            "describe the deal",
        ),
        ("A crew was sent to Leeds and found a cracked bearing.", "Who found"),
        ("A group of nobles threw nine royal governors and their secretary out of a window in Leeds.", "How many"),
        (
            "The machinery in Leeds was installed in the 1980s, he said, and new machines would cost £9 million.",
            "1980s",
        ),
        (
            "Castell of Leeds apologised for the way in which it had emerged and said it was looking into it.",
            "apologise for",
        ),
    ],
)
def test_what_rounds_24_to_26_refused_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Two of a kind, what hangs on something else, answers that run on."""
    assert not any(wrong in stem for stem in asked(text))


def test_who_the_title_names_by_surname_is_meant(asked: Asked) -> None:
    """Of Mary Kingsley's mother, Mary Bailey, the title says nothing."""
    found = asked(
        "Mary Kingsley was an English traveller. She grew up in Leeds. Her mother, Mary Bailey, was an invalid.",
        "She sailed to York for the first time in August 1893.",
        title="Mary Kingsley",
    )
    assert "Mary Bailey" not in {key for stem, key in found.items() if "sail" in stem}


@pytest.mark.parametrize(
    ("name", "short"), [("Anneke de Wit", "de Wit"), ("Frederick V", ""), ("Matthäus Merian the Elder", "")]
)
def test_what_a_person_can_be_called(name: str, short: str) -> None:
    """A particle belongs to the surname; a number or an epithet is none."""
    assert Person(name=name, words=tuple(name.split())).family_name == short


def test_a_first_name_that_the_tagger_missed_is_found(asked: Asked) -> None:
    """“Ms Deshmukh” is Priyanka Deshmukh."""
    found = asked(
        "The firm in Leeds is led by Zelmuna Deshmukh. Ms Deshmukh said the merger was a response to hard years.",
        "Ms Deshmukh bought a mill in Leeds in 1990.",
    )
    assert "Deshmukh" not in found.values()


def test_what_was_written_is_asked_as_written(asked: Asked) -> None:
    """“Who said” would be another thing."""
    found = asked('Clara Hale lived in Leeds. "It is at these times you realise the worth of a good skirt," she wrote.')
    assert not any(stem.startswith("Who said") for stem in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The foreman of Leeds hung a curtain around her bench in 1950.", "her bench"),
        (
            "On school nights the average time asleep in Leeds rose from 6 hours 48 minutes to 7 hours 22 minutes.",
            "____",
        ),
    ],
)
def test_what_round_27_refused_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """A pronoun of nobody, half of a time."""
    assert not any(wrong in stem for stem in asked(text))


def test_half_a_word_is_no_answer(asked: Asked) -> None:
    """“Non” of “Non-Muslims”."""
    found = asked("Non-Muslims have been forbidden to enter the mosque of Leeds since 1996.")
    assert "Non" not in found.values()


def test_of_a_family_the_one_in_the_title_is_meant(asked: Asked) -> None:
    """Rosalind Achterberg's husband has her surname, and is not who the article is about."""
    found = asked(
        "Rosalind Achterberg was born in Leeds in 1936. In 1958 she married Joost Achterberg, a bookbinder.",
        "She turned down an offer from a collector in 1979.",
        title="Rosalind Achterberg, printer, dies at 88",
    )
    assert not any("Joost" in stem for stem in found if "offer" in stem)


def test_a_surname_that_the_tagger_takes_for_a_place_is_the_persons(asked: Asked) -> None:
    """“Yersin took French nationality”: nothing is said to be in Yersin."""
    found = asked(
        "Alexandre Yersin was a Swiss physician in Leeds. Yersin was born at Aubonne in 1863.",
        "He was given the treatment by Émile Roux. Roux took him on. Yersin took French nationality in Leeds.",
        "In 1893 he reached the cool plateau of Lang.",
        title="Alexandre Yersin",
    )
    assert "Émile Roux" not in {key for stem, key in found.items() if "plateau" in stem}


def test_a_firm_is_no_town(asked: Asked) -> None:
    """“The firm” is not the town that the title names, which the tagger takes for an organisation."""
    found = asked(
        "Ingrid Solheim opened her workshop in Halvik in 1874. She built 43 tower clocks before she retired in 1911.",
        "In 1902 her apprentice Karl Lien left for Bergen, where he founded Lien Instruments. "
        "The firm employed 120 people by 1914.",
        "The museum in Halvik bought the council's clock for 85,000 kroner in 1988.",
        title="The clockmaker of Halvik",
    )
    assert not any("Halvik employ" in stem for stem in found)


def test_a_name_at_the_beginning_of_a_sentence_is_the_whole_name(scene: Callable[..., Scene]) -> None:
    """“Priyanka Deshmukh, Longmead's chief executive”, whom the tagger knows as “Ms Deshmukh” alone."""
    built = scene(
        "It will be based at Longmead's headquarters in Otterleigh. Priyanka Deshmukh, Longmead's chief executive "
        "since 2019, will lead the group. "
        "Ms Deshmukh said the merger was a response to two difficult years in Leeds.",
    )
    assert "Priyanka Deshmukh" in {person.name for person in built.mentions.persons}


def test_a_double_name_is_whole_whatever_the_tagger_takes_it_for(scene: Callable[..., Scene]) -> None:
    """“Adrian Mbeki” a country, “Lowe” nothing."""
    built = scene(
        "Kestria's prime minister, Adrian Mbeki-Lowe, insisted that the outcome was a success. "
        "Yolanda Strand accused Mr Mbeki-Lowe of having sold the fleet.",
    )
    assert "Adrian Mbeki-Lowe" in {person.name for person in built.mentions.persons}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Passengers in Leeds will be collected from a stop no more than 400 metres from their door.", "no ____"),
        ("The Drivers' Union of Leeds said some would lose up to £70 a week.", "that some would"),
        ("Clara Hale of Leeds had played only nine games all season.", "all season did"),
        ("Recycling in Leeds involves shredding batteries into a dark powder.", "involve into"),
        ("Tickets cost €9.", "do tickets cost"),
        ("In Leeds Tom Bell collected a loose puck, stepped out in front and lifted it.", "in front?"),
        ("Over 22 years Clara Hale has walked, fallen and danced in more than 190 plays in Leeds.", "has walked."),
        ("Clara Hale of Leeds beat the Halden Lumberjacks 3-2 in 1998.", "What did"),
    ],
)
def test_what_round_29_refused_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Half a bound, some of nobody knows whom, a time beside the wrong word, where from another sentence says."""
    assert not any(wrong in stem for stem in asked(text))


def test_a_role_with_half_a_name_is_no_answer(asked: Asked) -> None:
    """“The playwright August” of “the playwright August Strindberg”, whom the tagger knows as a month."""
    found = asked("The playwright August Strindberg complained that a female professor in Leeds was a monstrosity.")
    assert not {"the playwright August", "playwright August"} & set(found.values())


def test_a_team_is_asked_for_as_a_team(asked: Asked) -> None:
    """“What” asks for no team."""
    found = asked("The Mariners of Leeds beat the Halden Lumberjacks 3-2 in double overtime in 2025.")
    assert not any(stem.startswith("What ") for stem in found)


def test_another_height_is_not_false(facts: Callable[..., FactSheet]) -> None:
    """What happens above 200 kilometres happens above 400 as well."""
    text = (
        "Above 200 kilometres oxygen gives off a deep red in Leeds. At 300 kilometres the glow of nitrogen ends. "
        "The station flies at 400 kilometres."
    )
    items, _ = write_items(facts(text))
    assert not any(isinstance(i, TrueFalseItem) and not i.key and i.stem.startswith("Above") for i in items)


def test_a_name_of_both_is_whoever_the_article_says(asked: Asked) -> None:
    """Gail Halvorsen was a man."""
    found = asked(
        "William Tunner took over the airlift in July.",
        "One pilot, Gail Halvorsen, became famous for another reason. He promised to drop sweets to children in Leeds.",
    )
    assert "William Tunner" not in {key for stem, key in found.items() if "sweets" in stem}


def test_an_award_is_no_player_and_no_post(asked: Asked) -> None:
    """“The most valuable player of the final, an award that …”."""
    found = asked("Tom Bell of Leeds was named the most valuable player of the final, an award that brings him $5,000.")
    assert not any("What is the most valuable" in stem or "To what post" in stem for stem in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Pius V sent Francesco Laparelli of Leeds.", "Who sent"),
        ("In 1895 Tom Bell opened a small laboratory in Leeds. Tom Bell opened in 1895 a school at York.", "in 1895 a"),
        ("The victory cost the attackers of Leeds thousands of men.", "Who did"),
        ("Clara Hale scored the winner for Leeds in the 114th minute.", "Who did"),
        ("Tom Bell, a religious leader from Ohkay Owingeh, lived in Leeds.", "from Ohkay?"),
        (
            "Traders on Pellow Road in Leeds say that traders were told that the worst would be over.",
            "say that traders",
        ),
        ("Tom Bell of Leeds predicted that trade would recover within two.", "within two"),
        ("Clara Hale slid the ball into the net of Leeds for her 26th of the season.", "26th of"),
        ("Velmora will give at least 72 hours' notice of any release in Leeds.", "____'"),
        ("In Leeds, Tom Bell accused the government of having come home with a thermometer.", "of in"),
        ("Clara Hale would like to see a trial in which the sense was blocked in Leeds.", "like to do"),
        ("The bridge at Leeds has been under a limit of 7.5 tonnes since inspectors found corrosion.", "limit"),
        (
            "A roof in Leeds has a work by the artist Anna Holt, made of steel, which reflects it and is lit at night.",
            "is lit",
        ),
        ("In an empty barn in Leeds mothers took 40 seconds on average to fly to a recording.", "40 seconds on"),
        ("In an empty barn in Leeds mothers took 40 seconds on average to fly to a recording.", "on average?"),
        (
            "The oldest was Tom Bell, a retired postman of Leeds who needed a little over six hours.",
            "over six",
        ),
        ("Clara Hale of Leeds was paid 4,000 dollars to run 30 kilometres on Sunday.", "Why was"),
        ("A marshal, Clara Hale of Leeds, asked whether she understood that her job was finished.", "whether she"),
        ("Within hours more than 70,000 people in Leeds had signed a petition.", "Within hours"),
        ("The company that runs the A19 near Leeds paid for noise barriers.", "Which organisation"),
        ("The 24-year-old Ethiopian, who had lived in Leeds, crossed the line in two hours.", "24-year-old Ethiopian"),
        ("Within a month, 4,200 residents of Leeds had asked for their taps to be checked.", "residents asked"),
        ("Lead was widely used for household connections in Leeds until 1968.", "until 1968 for"),
        ("Tom Bell of Leeds developed tetanus and died within weeks.", "within weeks"),
        ("In 1978 Tom Bell, a professor, was travelling home to Leeds from York.", "travelling"),
        ("In the 1950s Tom Bell of Leeds patented systems meant to protect the crews of helicopters.", "mean"),
        ("The spinner Tom Bell took three in five overs at Leeds.", "took three"),
        ("Lavenca costs €4 a slice at the bakery of Leeds.", "How much a slice"),
        ("Clara Hale of Leeds grew up 90 kilometres away and trained as an accountant.", "away"),
        ("The headphones sold today owe a good deal to a bad flight from Leeds.", "What owes"),
    ],
)
def test_what_a_reader_of_open_articles_refused_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Half of what was done, half of a place, the answer within the question."""
    assert not any(wrong in stem for stem in asked(text))


def test_a_name_with_von_is_whole(scene: Callable[..., Scene]) -> None:
    """Count Heinrich Matthias von Thurn is not the emperor Matthias."""
    built = scene("They were led by Count Heinrich Matthias von Thurn. Matthias ruled in Vienna.")
    assert {"Heinrich Matthias"}.isdisjoint(person.name for person in built.mentions.persons)


def test_a_name_that_is_no_known_persons_owns_what_is_his(scene: Callable[..., Scene]) -> None:
    """“Piyale wanted a safe anchorage for his fleet”: not another's."""
    built = scene(
        "Jean de Valette led the knights. They chose it because Piyale wanted a safe anchorage for his fleet."
    )
    his = next(t for s in built.reading.sentences for t in s.slice if t.text == "his")
    assert built.mentions.antecedent(his) is None


def test_a_college_is_no_union(facts: Callable[..., FactSheet]) -> None:
    """“Which union …?” has unions for options, or none."""
    text = (
        "The Drivers' Union of Leeds rejected the offer in 2019. The University of Melbridge studied the scheme. "
        "Ostlebury Sixth Form College welcomed it. The Transport Workers' Union signed the contract."
    )
    items, _ = write_items(facts(text))
    unions = [i for i in items if isinstance(i, ChoiceItem) and "union" in i.stem.lower()]
    assert not any("College" in d.text or "University" in d.text for i in unions for d in i.distractors)


def test_a_postman_is_no_woman(facts: Callable[..., FactSheet]) -> None:
    """“The retired postman” rules women out as “he” does."""
    text = (
        "The oldest runner was Tom Bell, a retired postman of Leeds who has run for 40 years. Clara Hale, a nurse, "
        "won. Anna Holt, a teacher of Hull, came second. Dora Lund, a doctor of Ripon, fell."
    )
    items, _ = write_items(facts(text))
    asked_for = [i for i in items if isinstance(i, ChoiceItem) and "postman" in i.stem]
    assert not any(d.text in {"Clara Hale", "Anna Holt", "Dora Lund"} for i in asked_for for d in i.distractors)


def test_of_two_namesakes_nobody_else_is_meant(scene: Callable[..., Scene]) -> None:
    """“Brunel was luckier. His plans …”: of Marc and Isambard Brunel nobody knows which, but it is not Trevithick."""
    built = scene(
        "Marc Brunel and his son Isambard Brunel planned it. An attempt by Richard Trevithick failed.",
        "Brunel was luckier. His plans were interrupted in 1821.",
    )
    his = [t for s in built.reading.sentences for t in s.slice if t.text == "His"][-1]
    assert built.mentions.antecedent(his) != "Richard Trevithick"


def test_a_bowler_plays_his_own_match(scene: Callable[..., Scene]) -> None:
    """“Perera was joined by Josh Tulloch, a bowler playing his fifth match”."""
    built = scene(
        "Tom Perera batted well. Perera was joined by Josh Tulloch, a bowler of 19 playing only his fifth match."
    )
    his = next(t for s in built.reading.sentences for t in s.slice if t.text == "his")
    assert "Perera" not in (built.mentions.antecedent(his) or "")


def test_of_three_with_one_surname_each_has_the_full_name(scene: Callable[..., Scene]) -> None:
    """“Roebling” alone is the husband in the article, whatever the title says."""
    built = scene(
        "Emily Roebling was born in 1843. In 1865 she married Washington Roebling, an engineer.",
        "Washington Roebling fell ill. Roebling directed the work, and Emily Roebling helped.",
        title="Emily Roebling",
    )
    assert {p.short for p in built.mentions.persons} == {"Emily Roebling", "Washington Roebling"}


def test_a_village_is_told_and_judged(facts: Callable[..., FactSheet]) -> None:
    """“What is Cold Spring?” has many right answers."""
    items, _ = write_items(
        facts("She was born in Cold Spring, a village on the Hudson River in New York State, in 1843.")
    )
    assert not any(i.stem.startswith("What is Cold Spring") for i in items)


def test_who_else_may_have_is_no_false_statement(facts: Callable[..., FactSheet]) -> None:
    """That Clara Hale stopped in the village is not said, and not denied."""
    text = (
        "Tom Bell stopped in the village of Leeds in 2017. Paul Orr, a baker, was there. Sven Holt, a smith, was not."
    )
    items, _ = write_items(facts(text))
    assert not any(isinstance(i, TrueFalseItem) and not i.key and "Tom Bell" not in i.stem for i in items)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("The council of Leeds raised the barge. The repairs cost £4 million.", "How much did the repairs cost?"),
        ("The council of Leeds raises the barge. The repairs cost £4 million.", "How much do the repairs cost?"),
        (
            "The ferry of Leeds opens in May. The repairs cost £4 million because the hull leaked.",
            "How much did the repairs cost?",
        ),
    ],
)
def test_a_verb_with_one_form_for_both_tenses_takes_that_of_its_neighbours(asked: Asked, text: str, stem: str) -> None:
    """“The repairs cost 4 million”: then or now, the verbs beside it say."""
    assert [found for found in asked(text) if found.startswith("How much")] == [stem]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The council of Leeds raised the barge. The repairs cost £4 million. The mayor lends it.", "repairs cost"),
        ("Eleven were lost, because a patrol of Leeds used them to light a stove.", "Eleven"),
    ],
)
def test_a_tense_or_noun_that_nothing_gives_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Verbs before and after that disagree; a number of what only the sentence before tells."""
    assert not any(wrong in stem for stem in asked(text))


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            (
                "Prince Aldric II declared war on 3 March 1570. In 1569 Aldric, who had inherited the county from his "
                "aunt Helvia, abolished the salt tax in his lands."
            ),
            "In 1569, who abolished the salt tax in his lands?",
            "Prince Aldric II",
        ),
        (
            "Lead was widely used for pipes in Leeds until 1968.",
            "What was lead widely used for until 1968?",
            "",
        ),
        (
            "The ferry of Leeds crosses every 20 minutes from 6 a.m. to 8 p.m. The barge was last used in 1987.",
            "In which year was the barge last used?",
            "1987",
        ),
    ],
)
def test_what_a_stranger_met_is_asked_whole(asked: Asked, text: str, stem: str, key: str) -> None:
    """A year hung on the name behind it, a king's number, a preposition in its place, a sentence after “p.m.”."""
    found = asked(text)
    assert stem in found, found
    assert not key or found[stem] == key


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Not all heat pumps draw heat from the air of Leeds.", "What draws"),
        ("In Leeds sheets pass through a long oven called a lehr, where they cool.", "What is a long oven called"),
        ("The mill of Leeds made enough power to light 260 houses.", "light 1"),
        ("In Leeds the ruins had been covered by sand blown in from the beach.", "What were"),
    ],
)
def test_what_a_stranger_would_not_print_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """What not all do; “by” before a place."""
    assert not any(wrong in stem for stem in asked(text))


def test_a_bare_name_is_not_the_middle_of_a_longer_one(scene: Callable[..., Scene]) -> None:
    """“Matthias” beside “Heinrich Matthias von Thurn”; “Protestants” are no person."""
    built = scene(
        "Matthias replaced his brother in 1611. The Protestants of Leeds feared him. "
        "Count Heinrich Matthias von Thurn marched to the castle. Matthias died in 1619. Protestants rejoiced there.",
    )
    names = {person.name for person in built.mentions.persons}
    assert "Heinrich Matthias" not in names
    assert not any("Protestants" in name for name in names)


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        ("The storm brought gusts of 78 miles per hour to Leeds.", "____ miles per hour", "78"),
        (
            "The key to the machine is a fluid called the refrigerant.",
            "is a fluid called ____.",
            "the refrigerant",
        ),
        ("The liquid passes through a narrow opening known as the valve.", "opening known as ____.", "the valve"),
        (
            "To melt the ice, the pump of Leeds turns its cycle round and heats the coil; this is called defrosting.",
            "What is this called?",
            "defrosting",
        ),
        ("The steel of Leeds leaves the oven at 60 degrees or more.", "leaves the oven at ____.", "60 degrees or more"),
        (
            "The price of bread falls in Leeds as the weather becomes colder, because bakers buy less flour.",
            "Why does the price of bread fall in Leeds as the weather becomes colder?",
            "because bakers buy less flour",
        ),
    ],
)
def test_explainers_are_asked_for_names_and_measures(asked: Asked, text: str, stem: str, key: str) -> None:
    """A speed is one measure, a name is left out where it stands, a bound behind belongs to its figure."""
    found = [answer for asked_stem, answer in asked(text).items() if stem in asked_stem]
    assert key in found, asked(text)


def test_a_part_that_another_sentence_tells_of_is_not_this_part(asked: Asked) -> None:
    """“When it flows through the outdoor unit, … This part is called”: which part, the context does not tell."""
    text = "When the gas flows through the outdoor unit, the air outside is warm enough to boil it in Leeds."
    assert not any("this part" in stem for stem in asked(f"{text} This part is called the evaporator."))


def test_a_day_counts_with_the_year_that_the_article_gives_it(facts: Callable[..., FactSheet]) -> None:
    """“2 May 1572” for “2 May”."""
    items, _ = write_items(
        facts(
            "The siege of Karsova ended on 2 May 1572.",
            "Robert Marrant surrendered on 2 May after the well had run dry.",
        )
    )
    days = [item for item in items if item.stem.startswith("On what date did Robert Marrant")]
    assert days
    assert all("2 May 1572" in item.accepted for item in days)


_CLUBS = "chess choir rowing chess choir rowing".split()


def test_true_does_not_outnumber_false_by_far(facts: Callable[..., FactSheet]) -> None:
    """A quiz whose statements are all true can be answered without reading: what is too much comes last."""
    people = ("Clara Hale", "Tom Bell", "Ann Roe", "Joe Park", "Eva Lind", "Max Ott")
    told = [f"{name} opened a bakery in the old mill of Leeds in {1901 + 7 * i}." for i, name in enumerate(people)]
    told += [f"{name} chairs the {club} club of York." for name, club in zip(people, _CLUBS, strict=True)]
    items, _ = write_items(facts(*told))
    others = max(place for place, item in enumerate(items) if not isinstance(item, TrueFalseItem))
    judged = [item.key for item in items[:others] if isinstance(item, TrueFalseItem)]
    assert judged.count(True) <= judged.count(False) + 2
