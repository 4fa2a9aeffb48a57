"""What limits a statement stays with it: its time, its condition, what it is of; else it is not asked."""

from collections.abc import Callable

import pytest

from quizapp.facts.scene import Scene
from quizapp.model.fact import FactSheet

Asked = Callable[..., dict[str, str]]
Facts = Callable[..., FactSheet]
Meant = Callable[..., Scene]

OTHERS = "Joan Field runs a shop in Leeds. Peter Amis teaches music. Clara Hale builds boats in Bergen."


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Harbour Foods reported an operating profit of £96 million last year.", "£96 million"),
        ("Last season the museum drew 41,000 visitors.", "41,000"),
        ("The Leeds ferry carried 3,200 passengers this summer.", "3,200"),
    ],
)
def test_the_figure_of_a_time_that_cannot_be_named_is_not_asked(asked: Asked, text: str, figure: str) -> None:
    """“last year” means nothing later, and without it another year's figure is as right."""
    assert not any(figure in str(key) for key in asked(text).values())


@pytest.mark.parametrize("word", ["initially", "originally", "first", "at first"])
def test_what_was_said_at_first_is_not_asked(asked: Asked, word: str) -> None:
    """Who “initially said” a number may have corrected it."""
    stems = asked(f"Joan Field {word} said that 500 workers of the mill had left Leeds in 1921.")
    assert not any("500" in str(key) or "500" in stem for stem, key in stems.items())


def test_an_estimate_stays_one(asked: Asked) -> None:
    """“an estimated 920,000” is not 920,000."""
    stems = asked("Heart failure affects an estimated 920,000 people in Britain.")
    assert "920,000" not in stems.values()
    assert all("estimated" in str(key) or "estimated" in stem for stem, key in stems.items() if "920,000" in str(key))


def test_what_is_counted_together_is_asked_together(asked: Asked) -> None:
    """“1,350 dockers, drivers and engineers” are not 1,350 dockers."""
    stems = asked("About 1,350 dockers, crane drivers and engineers began a strike in Leeds in May 2019.")
    assert all("drivers and engineers" in stem for stem, key in stems.items() if "1,350" in str(key))


@pytest.mark.parametrize(
    "text",
    [
        "Sophie Brandt joined in January 2019 from a Dutch firm.",
        "Sophie Brandt left to loud applause in Bergen.",
    ],
)
def test_a_verb_without_its_object_is_not_asked(asked: Asked, text: str) -> None:
    """“joined from a Dutch firm”: joined what, another sentence says."""
    assert not any("join" in stem or "left" in stem for stem in asked(f"{text} {OTHERS}"))


def test_a_vaguer_figure_is_not_asked_beside_an_exact_one(asked: Asked) -> None:
    """Whoever answers “£412,380” where the key is “more than £400,000” is right too."""
    stems = asked(
        "Clara Hale stole more than £400,000 from the savings of the club. "
        "The court in Leeds heard that she moved £412,380 into two accounts in Bergen."
    )
    assert "more than £400,000" not in stems.values()


def test_an_order_of_words_that_was_broken_up_is_not_asked(asked: Asked) -> None:
    """“The first walkout, in early June 2019, lasted 24 hours”: the time belongs to the walkout."""
    stems = asked("The first walkout of the dockers, in early June 2019, lasted 24 hours.")
    assert not any("last in early June" in stem for stem in stems)


def test_a_result_is_no_purpose(asked: Asked) -> None:
    """“rose to send the crowd into raptures”: nobody rises for that."""
    stems = asked("Luca Hale rose above two markers to send the crowd of Leeds into raptures.")
    assert not any(stem.startswith("Why did") for stem in stems)


@pytest.mark.parametrize("verb", ["take", "be"])
def test_an_empty_it_is_nobody(asked: Asked, verb: str) -> None:
    """“it might take a month to restore power” is about no “it”."""
    what = "take up to a month to restore power in Leeds" if verb == "take" else "be a month before power came back"
    stems = asked(f"Harbour Power warned that it might {what}.")
    assert not any("Harbour Power might" in str(key) or "company might" in str(key) for key in stems.values())


def test_a_superlative_is_no_definition(asked: Asked) -> None:
    """“The purchase, the largest in the firm's history,” does not say what a purchase is."""
    stems = asked("The purchase, the largest in the history of Norvik, was agreed in May 2019.")
    assert not any(stem.startswith("What is the purchase") for stem in stems)


def test_who_has_two_descriptions_is_not_asked_for_one(asked: Asked) -> None:
    """“Who is she?” has two right answers."""
    stems = asked(
        "Sheila Mowbray, the chairwoman of the Friends of the Lido, spoke first. "
        "Mowbray, a retired midwife who has swum at the lido since 1961, said that the plan was a mistake."
    )
    assert not any(stem in {"Who is Mowbray?", "Who is Sheila Mowbray?"} for stem in stems)


def test_what_follows_a_charge_in_time_is_no_part_of_it(asked: Asked) -> None:
    """She was convicted of fraud, not of fraud after a trial."""
    stems = asked("Clara Hale was convicted of six counts of fraud after a three-week trial at Leeds Crown Court.")
    assert all("trial" not in str(key) for stem, key in stems.items() if stem == "What was Clara Hale convicted of?")


@pytest.mark.parametrize("key", ["officials", "the researchers", "the project", "the accusations", "the island"])
def test_a_key_that_says_too_little_is_none(asked: Asked, key: str) -> None:
    """A key that only points, or that anybody could be, is no answer."""
    stems = asked(
        f"Twelve people work in Leeds. In May 2019 {key} changed the law of Norway for good. "
        f"Joan Field rejected {key} as absurd."
    )
    assert key not in stems.values()


def test_letters_after_a_name_are_no_surname(scene: Meant) -> None:
    """“Rosalind Peake KC” is Peake."""
    found = scene("Rosalind Peake KC said that the plan was a mistake. Peake lives in Leeds.")
    assert [p.surname for p in found.mentions.persons] == ["Peake"]


def test_a_double_name_is_one_surname(scene: Meant) -> None:
    """“Catalina Reyes-Holm” is Reyes-Holm, not Holm."""
    found = scene("Catalina Reyes-Holm said that the plan was a mistake. Reyes-Holm lives in Leeds.")
    assert {p.surname for p in found.mentions.persons} == {"Reyes-Holm"}
    assert {p.name for p in found.mentions.persons} == {"Catalina Reyes-Holm"}


def test_what_somebody_said_is_asked_only_where_he_said_one_thing_about_it(asked: Asked) -> None:
    """“What did Hale say about the ferries?” has two answers where Hale spoke of them twice."""
    stems = asked(
        "Clara Hale said that the ferries of Leeds were old. Joan Field left. "
        "Hale told the council that nobody would board the ferries in winter."
    )
    assert not any(stem.startswith("What did Clara Hale say about") for stem in stems)


def test_what_was_told_of_before_is_no_term(asked: Asked) -> None:
    """“The acquisition, which is the largest in Norvik's history,” defines nothing."""
    stems = asked("Norvik buys firms. The acquisition, which is the largest in Norvik's history, pleased Leeds.")
    assert not any(stem.startswith("What is the acquisition") for stem in stems)


def test_a_claim_is_asked_for_only_where_its_maker_says_one_thing(asked: Asked) -> None:
    """“What did Harbour Foods claim?” is as right with what it argued elsewhere."""
    stems = asked(
        "Harbour Foods claimed that almost 200 had reported for work. Peter Amis lives in Leeds. "
        "The strike is over. Harbour Foods said that nobody would lose a job."
    )
    assert "What did Harbour Foods claim?" not in stems


def test_a_time_without_a_date_is_not_lost_from_an_answer(asked: Asked) -> None:
    """“that they would meet on Sunday at 3pm” is not “that they would meet at 3pm”."""
    stems = asked("Sheila Mowbray said the campaigners would meet again on Sunday at 3pm in the hall of Leeds.")
    assert not any("would meet" in str(key) and "Sunday" not in str(key) for key in stems.values())


def test_a_village_is_no_person(scene: Meant) -> None:
    """“in Anse Corbeau, a village of 900 people”, whatever the tagger and the lists of names think."""
    found = scene(
        "The worst loss was in Anna Corbeau, a village of some 900 people. In Anna Corbeau a church fell. "
        "The village of Clara Bay lost its school."
    )
    assert not any(p.certain for p in found.mentions.persons)


def test_members_of_nothing_are_not_asked_about(asked: Asked) -> None:
    """“Why would members have to vote?”: members of what, another sentence says."""
    stems = asked("Members would have to vote in Leeds because the law of 1992 asks for it.")
    assert not any("members" in stem for stem in stems)


def test_again_stays_where_it_says_something(asked: Asked) -> None:
    """“had to be counted again” is not “had to be counted”."""
    stems = asked("The dockers of Leeds had to vote again because their mandate ran out in July 2019.")
    assert stems
    assert all("again" in stem for stem in stems if stem.startswith("Why"))


def test_a_version_is_no_answer(asked: Asked) -> None:
    """“What did she dispute?” – “Amis's version”: of what, only the article says."""
    stems = asked("Peter Amis said that the dam was safe. Clara Hale, an engineer in Leeds, disputed Amis's version.")
    assert not any("version" in str(key) for key in stems.values())


def test_a_stop_after_a_unit_ends_the_sentence(asked: Asked) -> None:
    """“at £140m. Economists are …” is two sentences."""
    stems = asked("The firm put the cost of the stoppage in Leeds at £140m. Economists are sceptical of the sum.")
    assert not any("m. Economists" in stem or "muchm" in stem for stem in stems)
    assert "£140m" in stems.values()


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("A spokeswoman said that the government was minded to ban the ferry in Leeds.", "What did a spokeswoman say"),
        ("The Ming emperors tried again in 1375.", "Who tried again"),
        ("Clara Hale declined to comment on Monday in Leeds.", "Who declined to comment"),
        ("Clara Hale said that she has not yet accepted.", "has not yet accepted?"),
        ("In Leeds, ballots are rejected for various reasons.", "for various reasons"),
        ("Usually at about 30 metres, the snowfield of Leeds is called a glacier.", "Usually at"),
        ("Clara Hale's account was questioned by the union that represents 240 workers.", "questioned by?"),
    ],
)
def test_a_question_that_says_too_little_is_not_asked(asked: Asked, text: str, stem: str) -> None:
    """A question that could be about anything, or breaks off."""
    assert not any(stem in question for question in asked(f"{OTHERS} {text}"))


def test_a_law_is_no_person(scene: Meant) -> None:
    """“Lewis's Law” is named after somebody, and is nobody."""
    found = scene("Campaigners want a ban, which they call Lewis's Law. Lewis's Law was debated in Leeds in 2019.")
    assert not any("Law" in p.name and p.certain for p in found.mentions.persons)


def test_the_possessive_of_a_plural_has_no_second_s(asked: Asked) -> None:
    """“swifts' nearest relatives”, not “swifts's”."""
    stems = asked("Swifts fly without a stop. Their nearest relatives are the hummingbirds of South America.")
    assert not any("s's" in stem for stem in stems)


def test_a_part_of_a_quotation_is_not_who_said_it(asked: Asked) -> None:
    """“and to walk slowly”, without what stands before it."""
    stems = asked("“I tell them to come at two,” said Clara Hale, “and to walk slowly, but not too slowly at all.”")
    assert not any("“and " in stem for stem in stems)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Smolts go down the river in May, and they drift tail first as if they were reluctant.", "tail"),
        (
            "In its first winter the system stopped 212 trains, since snow packed under the engines hid the magnets.",
            "snow packed",
        ),
        ("Clara Hale thinks that number will halve again within ten years.", "number"),
        ("“I took a cut,” said Jonah Pruitt, who teaches physics and chemistry, and coaches wrestling.", "wrestling"),
        ("The bill then goes to the Senate, which represents the provinces. It has 45 days to reject it.", "45 days"),
        ("Toll receipts came to $88 million. Of that sum, 0.4 percent was spent on safety in Leeds.", "0.4 percent"),
        (
            "The owner, a company called Halcyon Living that is registered in Guernsey, stopped writing.",
            "a company called",
        ),
        ("Granite is a rock that does not occur within 100 kilometres of Leeds.", "a rock"),
    ],
)
def test_what_was_misread_or_is_half_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Sentences that the parser is known to misread, and answers that say half."""
    answered = {stem: str(key) for stem, key in asked(text).items() if key not in {True, False}}
    assert not any(wrong in key or f" {wrong} will" in stem for stem, key in answered.items())


def test_a_place_is_not_asked_with_who(asked: Asked) -> None:
    """“La Cima, the highest point of the line,” is nobody, whatever the tagger says."""
    stems = asked("Clara Bay, the highest point of the line, lies at 4,621 metres. Trains stop in Clara Bay.")
    assert not any(stem.startswith("Who") for stem in stems)


def test_his_is_not_another_mans_beside_a_subject_whose_sex_is_unclear(asked: Asked) -> None:
    """“Antonie van Loon saw yeast through his microscope”, with "Antonie" in the list of women's names."""
    stems = asked(
        "The effect is named after Herbert Crabtree. Crabtree was a chemist.",
        "Antonie van Loon saw yeast through his microscope in 1680.",
    )
    assert not any("Crabtree's microscope" in stem for stem in stems)


def test_the_subject_of_the_question_is_not_named_again_in_the_answer(asked: Asked) -> None:
    """“because nobody answered his letters”, not “because nobody answered Claude Ferrand's letters”."""
    stems = asked("Claude Ferrand resigned in May 2019 because neither side in Orsk answered his letters.")
    assert "because neither side in Orsk answered his letters" in stems.values()


def test_a_person_with_a_rare_calling_is_asked_with_who(asked: Asked) -> None:
    """“Okafor, a postwoman who joined from Leeds,” is somebody, though no list has the word."""
    stems = asked("Grace Okafor scored. Okafor, a postwoman who joined the club from Leeds, said it was luck.")
    assert not any(stem.startswith("What is") for stem in stems)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The Leeds lamp is ten times as wide when it is lit.", "times as wide"),
        ("The sign told everyone to leave the mill in Leeds by May 2019.", "everyone"),
        ("The club bought 40 boats, some of less than 10 metres, from a firm in Leeds.", "some of"),
        ("After two years Clara Hale moved the firm to Leeds.", "After how many years"),
    ],
)
def test_a_question_without_its_other_half_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """As wide as what, everyone of whom, some of which, two years after what: another sentence says."""
    assert not any(wrong in stem for stem in asked(f"{OTHERS} {text}"))


def test_a_number_of_two_words_is_one(asked: Asked) -> None:
    """“two thousand years” is neither two nor a thousand."""
    stems = asked("The canal of Leeds was used for two thousand years. Clara Hale found two thousand coins in Bergen.")
    assert not any(str(key).startswith("thousand") for key in stems.values())
    assert not any("two ____" in stem for stem in stems)


def test_what_shows_something_is_no_term(asked: Asked) -> None:
    """“the Sargasso, the first direct evidence of the journey” says nothing of what the Sargasso is."""
    stems = asked("In 2022 tagged eels reached the Sargasso, the first direct evidence of the journey.")
    assert not any("evidence" in str(key) for key in stems.values())


def test_a_firm_is_no_wrong_answer_to_who(facts: Facts) -> None:
    """A firm that says something, or is called after a man, is not offered among persons."""
    sheet = facts(
        "Orrin Partners said that the mill would close. Hallmann said that it would buy the mill. "
        "Clara Hale said that nobody had asked the workers."
    )
    persons = {m.text for m in sheet.mentions if m.answer == "person"}
    assert persons <= {"Clara Hale"}


def test_one_name_of_somebody_is_no_wrong_answer_beside_the_other(facts: Facts) -> None:
    """Vera Lindahl was born Vera Maria Salmi: whoever is asked for, the other name is not wrong."""
    from quizapp.writing.distractors import distractors_for
    from quizapp.writing.stems import stem_of

    sheet = facts(
        "Vera Lindahl built the bridge of Leeds in 1931. Joan Field drew the plan. Peter Amis paid for the stone.",
        "Vera Maria Salmi, the daughter of a smith, studied in Bergen. Clara Hale taught her.",
    )
    fact = next(f for f in sheet.facts if f.key.text == "Vera Lindahl" and f.kind == "actor")
    assert "Vera Maria Salmi" not in {d.text for d in distractors_for(fact, sheet, stem_of(fact) or "")}


def test_where_somebody_said_something_is_not_asked(asked: Asked) -> None:
    """“Where did he announce in 1922 that eels breed?” may ask for either place."""
    stems = asked("Johannes Hale announced in Leeds in 1922 that eels breed in the Sargasso Sea.")
    assert not any(stem.startswith("Where did Johannes") for stem in stems)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("In AD 106 the emperor Trajan annexed the kingdom, which became the Roman province of Arabia.", "the kingdom"),
        ("The final stage began on 11 January 1923 in the city of Leeds.", "the final stage"),
        ("The acquisition would give the firm of Leeds a foothold in the market for pumps.", "the acquisition"),
        ("Life in so dry a place depended on the skilful management of water in Petra.", "life in so dry a place"),
        ("Churches were built in Leeds during the Byzantine period of the city.", "churches"),
        ("Both are treated by injections, and gene therapies have been approved since 2022.", "gene therapies"),
        ("The first machine to be used in practice was the invention of Barthel Thim, a tailor.", "the invention"),
    ],
)
def test_an_answer_that_names_nothing_is_none(asked: Asked, text: str, key: str) -> None:
    """“the kingdom”, “the final stage”: which one, only the article says."""
    assert not any(str(one).lower().startswith(key) for one in asked(text).values())


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Karl Hale said that his words had been taken out of context by the press.", "about his words"),
        ("The Assembly can overrule the Senate, but only after six months have passed.", "Assembly have passed"),
        ("The grinding stones were of granite, a rock that does not occur near Lisbon.", "What is granite"),
        ("Adults stand about 115 centimetres high and live in Norway.", "Adults stand"),
    ],
)
def test_what_is_half_understood_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """A topic that is no topic, a verb that is another's, a negative definition, adults of no kind."""
    assert not any(wrong in stem for stem in asked(text))


def test_a_speaker_without_a_name_has_no_names_beside_him(facts: Facts) -> None:
    """“a kitchen worker” among three full names gives itself away."""
    from quizapp.writing.distractors import distractors_for
    from quizapp.writing.stems import stem_of

    sheet = facts(
        "A kitchen worker at Leeds school said that the bags of bread often ran out by noon. Joan Field pays. "
        "Clara Hale, the head of the school, said that nobody went hungry. Peter Amis, a cook, left in May 2019."
    )
    for fact in (f for f in sheet.facts if f.key.text.startswith("a kitchen worker")):
        assert not distractors_for(fact, sheet, stem_of(fact) or "")


@pytest.mark.parametrize(
    "told",
    [
        "Arthur Pell, a toy company, sold its mill in Leeds to the council in 1931.",
        "The firm Arthur Pell sold the mill in Leeds to the council in 1931.",
        "Arthur Pell sold its mill in Leeds to the council in 1931.",
        "Arthur Pell & Sons sold the mill in Leeds to the council in 1931.",
    ],
)
def test_a_firm_with_a_persons_name_is_no_person(scene: Meant, told: str) -> None:
    """It would be asked for with “who”, and stand among the options of a question for a person."""
    persons = {person.name: person for person in scene(f"{told} {OTHERS}").mentions.persons}
    assert "Arthur Pell" not in persons or not persons["Arthur Pell"].certain


def test_what_somebody_once_was_is_not_asked_for_with_who(asked: Asked) -> None:
    """“Who had the settlers originally been?” is no English."""
    assert not any("been?" in stem for stem in asked("The settlers of Bergen had originally been nomads."))


def test_a_surname_that_is_a_word_keeps_its_capital(asked: Asked) -> None:
    """“What did brand heat?” asks for nobody."""
    text = "Phosphorus was found in 1669 by Hennig Brand. Brand heated the white residue strongly in a closed pot."
    assert not any(" brand " in stem for stem in asked(text))
