"""What a clause is about: relative clauses, appositions, and things met in passing."""

from collections.abc import Callable

Asked = Callable[..., dict[str, str]]


def test_a_clause_in_a_description_is_about_what_is_described(asked: Asked) -> None:
    """“an old man who …” after a name or after “is” is nobody else."""
    stems = asked(
        "Clara Hale, the first mayor of Aldwick, a former teacher who opened a school in 1893, resigned.",
        "The Aldwick press is a heavy machine that prints forty posters an hour.",
    )
    assert stems["In which year did Clara Hale open a school?"] == "1893"
    assert not any("a former teacher" in stem or "a heavy machine print" in stem for stem in stems)
    assert "a heavy machine" not in stems.values()


def test_something_in_passing_is_not_asked_about(asked: Asked) -> None:
    """“a company that paid for it” could be any company."""
    stems = asked("Clara Hale opened a school with money from a company that imported coffee from Brazil.")
    assert not any("a company import" in stem for stem in stems)
    assert "a company" not in stems.values()


def test_which_belongs_to_the_nearest_noun_or_to_none(asked: Asked) -> None:
    """“a profit of £9 for the year, which ends in March”: not the profit ends."""
    stems = asked("Pellam expects an operating profit of £9 million for the financial year, which ends on 31 March.")
    assert not any("profit" in stem and " end" in stem for stem in stems)


def test_what_is_said_to_have_been_done_stays_so(asked: Asked) -> None:
    """“is said to have sold” asks what she is said to have done."""
    stems = asked("Clara Hale is said to have sold her hats to a school in Leeds.")
    assert stems["What is Clara Hale said to have done?"] == "sold her hats to a school in Leeds"


def test_a_number_in_a_title_is_no_quantity(asked: Asked) -> None:
    """“A Hundred Views of the Harbour” counts nothing."""
    stems = asked("In 1911 Clara Hale published A Hundred Views of Aldwick Harbour in London.")
    assert not any("How many Views" in stem for stem in stems)


def test_a_post_is_asked_as_a_post(asked: Asked) -> None:
    """Not “Who was she appointed?”."""
    stems = asked("Clara Hale was appointed curator at the Aldwick Museum.")
    assert stems["To what post was Clara Hale appointed at the Aldwick Museum?"] == "curator"
    assert not any(stem.startswith("Who was Clara Hale appointed") for stem in stems)


def test_a_person_and_a_verb_are_too_little(asked: Asked) -> None:
    """“What did Clara Hale call?” can be answered in many ways."""
    assert "What did Clara Hale call?" not in asked("Clara Hale called the police.")


def test_a_time_is_not_what_was_spent(asked: Asked) -> None:
    """“spent every summer on the hill” is asked for the place."""
    assert "every summer" not in asked("Clara Hale spent every summer on the Folgerow in Norway.").values()


def test_an_action_can_be_the_subject(asked: Asked) -> None:
    """“Breathing slowly may lower …”: asked for what it does."""
    stems = asked("Breathing slowly for ten minutes may lower blood pressure by a small amount.")
    assert stems["What may breathing slowly for ten minutes lower by a small amount?"] == "blood pressure"


def test_a_name_with_a_number_is_a_name(asked: Asked) -> None:
    """“the Aria 3” is an actor although it holds a digit; a counted crowd is asked for its number."""
    stems = asked("The Aria 3 can be bought in American pharmacies without a prescription.")
    assert stems["What can be bought in American pharmacies without a prescription?"] == "the Aria 3"
    assert stems["Where can the Aria 3 be bought without a prescription?"] == "in American pharmacies"


def test_a_place_that_is_any_place_is_not_asked(asked: Asked) -> None:
    """“in a house” tells nothing."""
    assert not any(stem.startswith("Where") for stem in asked("Clara Hale wrote her second book in a house."))


def test_plain_plurals_can_act(asked: Asked) -> None:
    """“Railways took …” is a fair key, “scientists were not involved” is none."""
    assert asked("Railways took the passengers away from the canal.")["What took the passengers away from the canal?"]
    assert "scientists" not in asked("Scientists were not involved in the work of the museum.").values()


def test_a_second_verb_keeps_its_own_subject(asked: Asked) -> None:
    """“It rose, and sewage lay rotting”: what stands after "and" never goes to the first verb, nor the other way."""
    stems = asked(
        "The temperature in the shade rose above 90 °F (32 °C), and sewage lay rotting on the mud at low tide.",
        "In 2021 Aldwick gave up the largest contract in its history, and for a few weeks two of the oldest firms "
        "in the county, Pellam and Orr, were barely on speaking terms.",
    )
    assert stems
    assert not any("lay rotting" in stem and "temperature" in stems[stem] for stem in stems)
    assert not any("gave up" in stem and "few weeks" in stem for stem in stems)


def test_when_something_began_needs_more_than_that(asked: Asked) -> None:
    """“When did the story begin?” asks nothing."""
    assert not any("story begin" in stem for stem in asked("The story began in April 2016."))


def test_those_who_want_are_asked_with_who(asked: Asked) -> None:
    """A body that wants or signs is a who."""
    stems = asked("The Pellamites refused to sign the treaty with the council in 1911.")
    assert not any(stem.startswith("What refused") for stem in stems)


def test_both_and_the_two_need_the_sentence_before(asked: Asked) -> None:
    """Elliptical counts never reach a question."""
    stems = asked("A place on the coast of Aldwick passes through both. A long line joins the two bodies.")
    assert not any("both" in stem or "the two" in stem for stem in stems)


def test_a_thing_is_named_once(asked: Asked) -> None:
    """“When the canal opened, it was …”: not the canal twice."""
    stems = asked("The Erie Canal joined Albany to Buffalo. When it opened in 1825, it was 363 miles long.")
    assert any("it was ____ miles long" in stem for stem in stems)
    assert not any(stem.count("the Erie Canal") > 1 for stem in stems)


def test_what_always_happens_then_needs_no_before(asked: Asked) -> None:
    """A step of a cycle stands alone without its "then"; what happened then does not."""
    stems = asked("The hot gas then flows through the copper condenser.", "Clara Hale then sold the mill to Paul Orr.")
    assert stems["What does the hot gas flow through?"] == "the copper condenser"
    assert not any("mill" in stem for stem in stems)


def test_clauses_between_commas_are_no_claims(asked: Asked) -> None:
    """A chip that calculates claims nothing."""
    stems = asked(
        "A microphone on the headphone picks up the noise around the wearer, a chip calculates its mirror image, "
        "and a small loudspeaker plays that image into the ear."
    )
    assert stems["What picks up the noise around the wearer?"] == "a microphone on the headphone"


def test_those_who_are_counted_are_no_actors(asked: Asked) -> None:
    """“thirty-one participants” answers how many, and “the two” answers nothing."""
    stems = asked("Thirty-one participants left the trial in Leeds early.", "Combining the two cuts the noise.")
    assert not any(str(key).endswith(("participants", "the two")) for key in stems.values())


def test_the_articles_own_time_is_left_out_wherever_it_stands(asked: Asked) -> None:
    """“on 43 days last summer” inside what is asked costs the question nothing but the summer."""
    stems = asked(
        "Brightwater was fined £6.4 million on Tuesday for letting sewage run into the Tamsin on 43 days last summer."
    )
    assert stems["Why was Brightwater fined £6.4 million?"] == "for letting sewage run into the Tamsin on 43 days"


def test_what_was_told_goes_on_as_what_was_told(asked: Asked) -> None:
    """“… but had put it off”: they had, not she who told it."""
    stems = asked(
        "Helena Okoro told the court that managers had known since 2019 that the pumps could fail, but had put off "
        "the work because it would have cost £900,000."
    )
    assert not any("Okoro put" in stem or "Okoro had put" in stem or "had Helena Okoro" in stem for stem in stems)


def test_a_restriction_is_no_statement(asked: Asked) -> None:
    """“a light that flashes twice” says which light, “companies that pollute” which companies."""
    stems = asked(
        "A light that flashes twice every ten seconds cannot be mistaken for its neighbour.",
        "Companies that pollute shellfish waters can be fined in England.",
    )
    assert not any("light flash" in stem or stem == "What do companies pollute?" for stem in stems)


def test_the_last_word_of_a_title_is_not_the_work(asked: Asked) -> None:
    """“Seams of the Air, a textbook”: no question about the Air."""
    stems = asked("In 1921 Ilse Brandvold wrote Seams of the Air, a textbook that was translated into nine languages.")
    assert not any("the Air" in stem and "Seams" not in stem for stem in stems)
