"""Distractors are of the key's kind and form, never right, never the key under another name."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from quizapp.kit.text import reading
from quizapp.model.fact import Answer, FactKind
from quizapp.writing.distractors import distractors_for
from writing.material import make_fact, make_mention, make_sheet

PEOPLE = tuple(
    make_mention(name, noun=gender, speaks=True)
    for name, gender in [("Ann Hale", "f"), ("Tom Reed", "m"), ("Ida Crane", "f"), ("Joe Park", "m")]
)
WHO = make_fact(
    FactKind.LABEL,
    "Edith Crane",
    Answer.PERSON,
    topic="the bell “a nuisance”",
    source="Edith Crane",
    accepted=("Crane",),
)


def texts(*args: object, **kwargs: object) -> list[str]:
    """The texts of the distractors."""
    return [d.text for d in distractors_for(*args, **kwargs)]  # type: ignore[arg-type]  # passed on as given


def test_persons_come_from_the_article_with_its_sentence() -> None:
    """Each wrong person is named elsewhere in the article, which is quoted as the reason."""
    found = distractors_for(WHO, make_sheet(WHO, mentions=PEOPLE), "Who called the bell “a nuisance”?")
    assert {d.text for d in found} == {"Ann Hale", "Tom Reed", "Joe Park"}
    assert all(d.evidence is not None and d.why.startswith("¶2: “Mayor Edith Crane") for d in found)


def test_nobody_shares_the_surname_of_the_key() -> None:
    """Two Cranes would be one answer too many."""
    assert "Ida Crane" not in texts(WHO, make_sheet(WHO, mentions=PEOPLE), "Who called the bell “a nuisance”?")


def test_a_pronoun_in_the_question_rules_the_other_gender_out() -> None:
    """“She” would give away that Tom is wrong."""
    found = texts(WHO, make_sheet(WHO, mentions=PEOPLE), "Who said that she would sell the bell?")
    assert found == ["Ann Hale"]


def test_a_name_in_the_stem_is_no_option() -> None:
    """What the question names cannot be its answer."""
    assert "Tom Reed" not in texts(WHO, make_sheet(WHO, mentions=PEOPLE), "Who told Tom Reed about the bell?")


def test_half_a_name_in_the_stem_is_no_option_either() -> None:
    """Nobody says “it was Ann” of herself."""
    found = texts(WHO, make_sheet(WHO, mentions=PEOPLE), "Who said, “We had one mayor and it was Ann”?")
    assert "Ann Hale" not in found
    assert "Tom Reed" in found


def test_a_referee_is_no_option_among_players() -> None:
    """Whoever judges what others do did not do it."""
    people = (*PEOPLE, make_mention("Max Orr", noun="m", office=True))
    scored = make_fact(FactKind.ACTOR, "Edith Crane", Answer.PERSON, accepted=("Crane",))
    assert "Max Orr" not in texts(scored, make_sheet(scored, mentions=people), "Who scored in the seventh minute?")


@given(
    st.integers(min_value=4, max_value=9_000_000),
    st.sampled_from(["{}", "€{} million", "{} percent", "about {} tonnes"]),
)
def test_numbers_are_near_the_key_and_never_equal(value: int, form: str) -> None:
    """Invented figures keep the key's wording, differ from it and from one another."""
    key = form.format(f"{value:,}")
    fact = make_fact(FactKind.QUANTITY, key, Answer.MEASURE, value=str(value), fact_id=f"n{value}")
    options = texts(fact, make_sheet(fact), "How many tonnes does the bell weigh?")
    readings = [reading(o) for o in options]
    assert len(set(readings)) == len(readings)
    assert reading(key) not in readings
    for option in options:
        digits = "".join(c for c in option if c.isdigit())
        assert Decimal("0.2") < Decimal(digits) / value < 4


def test_the_rank_of_a_number_tells_nothing() -> None:
    """Over many facts the key is lowest, highest and in between: no place among the options is favoured."""
    ranks = set()
    for number in range(60):
        fact = make_fact(FactKind.QUANTITY, "500", Answer.COUNT, value="500", noun="bells", fact_id=f"f{number}")
        options = sorted(int(t) for t in texts(fact, make_sheet(fact), "How many bells?"))
        ranks.add(sum(o < 500 for o in options))
    assert ranks == {0, 1, 2, 3}


def test_years_prefer_those_of_the_article() -> None:
    """A year that the article names tempts more than an invented one."""
    fact = make_fact(FactKind.DATE, "1874", Answer.YEAR)
    sheet = make_sheet(
        fact,
        mentions=(make_mention("1890", Answer.YEAR, value="1890"), make_mention("1874", Answer.YEAR, value="1874")),
    )
    options = texts(fact, sheet, "In which year was the bell hung?")
    assert options[0] == "1890"
    assert "1874" not in options


def test_years_are_of_the_key_s_time() -> None:
    """Of a clock of 1709 nobody takes 2018, and nothing that is over will be later than the article."""
    years = [make_mention(text, Answer.YEAR, value=text) for text in ("1671", "2018", "1709")]
    fact = make_fact(FactKind.DATE, "1709", Answer.YEAR)
    options = texts(fact, make_sheet(fact, mentions=tuple(years)), "In which year was the clock installed?")
    assert "1671" in options
    assert "2018" not in options
    for number in range(30):
        late = make_fact(FactKind.DATE, "2022", Answer.YEAR, fact_id=f"late-{number}")
        sheet = make_sheet(late, mentions=(make_mention("2022", Answer.YEAR, value="2022"),))
        assert all(int(year) < 2022 for year in texts(late, sheet, "In which year was the firm bought?"))


def test_firms_and_saints_are_no_persons() -> None:
    """What the tagger takes for a person's name tempts nobody."""
    fact = make_fact(FactKind.ACTOR, "Edith Crane", Answer.PERSON, accepted=("Crane",))
    wrong = [make_mention(name) for name in ("Brandt & Osei", "Saint Orrin", "Baltazar Woodworks")]
    options = texts(fact, make_sheet(fact, mentions=(*PEOPLE, *wrong)), "Who follows the industry?")
    assert options
    assert not {"Brandt & Osei", "Saint Orrin", "Baltazar Woodworks"} & set(options)


def test_dates_have_the_key_s_shape() -> None:
    """A day without a year does not stand among months with one."""
    fact = make_fact(FactKind.DATE, "September 2023", Answer.DATE)
    sheet = make_sheet(fact, mentions=(make_mention("9 June", Answer.DATE), make_mention("May 2021", Answer.DATE)))
    assert "9 June" not in texts(fact, sheet, "When was the bell hung?")


def test_reasons_are_worded_alike() -> None:
    """Either all options begin with "because", or none."""
    one = make_fact(FactKind.REASON, "because the fog hides the quay", Answer.STATEMENT, fact_id="a")
    two = make_fact(FactKind.REASON, "the council had no money left", Answer.STATEMENT, fact_id="b", sentence=4)
    assert texts(one, make_sheet(one, two), "Why do fishermen ring?") == ["because the council had no money left"]


def test_the_same_sheet_gives_the_same_distractors() -> None:
    """No dice of its own."""
    fact = make_fact(FactKind.QUANTITY, "500", Answer.COUNT, value="500", noun="bells")
    assert texts(fact, make_sheet(fact), "How many?") == texts(fact, make_sheet(fact), "How many?")


def test_a_street_has_no_river_among_its_options() -> None:
    """Where a bakery is, no river tempts; where a river flows, no street does."""
    names = ("the River Tamble", "Mill Lane", "Lake Orrin", "Mount Cole", "Quay Street", "Saltmouth Road")
    mentions = tuple(make_mention(name, answer=Answer.PLACE) for name in names)
    street = make_fact(FactKind.PLACE, "Bridge Street", Answer.PLACE)
    river = make_fact(FactKind.PLACE, "the Ogowe River", Answer.PLACE)
    assert set(texts(street, make_sheet(street, mentions=mentions), "Where is the bakery?")) <= {
        "Mill Lane",
        "Quay Street",
        "Saltmouth Road",
    }
    assert set(texts(river, make_sheet(river, mentions=mentions), "Where did it end?")) <= {
        "the River Tamble",
        "Lake Orrin",
    }
