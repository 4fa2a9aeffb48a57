"""What a clause has lost, or what two readers take in two ways, is not asked."""

from collections.abc import Callable

import pytest

from quizapp.facts.pipeline import load_model
from quizapp.facts.second import read_otherwise
from quizapp.model.fact import FactSheet
from quizapp.model.item import ChoiceItem
from quizapp.writing.write import write_items

Asked = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("After the last ice age oaks moved north at up to 500 metres a year.", "ice age oaks"),
        ("In 1971 an elderly farmer was blown off his feet outside a new office block in Leeds.", "blown off"),
        (
            "Fifteen days of readings were enough to forecast the tide in Leeds, provided that the depth was known.",
            "enough",
        ),
        ("With a borrowed sextant Clara Hale spent the summers from 1855 to 1858 measuring the coast.", "summers?"),
        ("Hale's gamble was rewarded 13 minutes from time when Bell scored.", "rewarded from"),
        ("The mayor expects regulators to approve the sale before the end of September.", "that regulators to"),
        ("Analysts in London had pencilled in £20.5m for the bakery.", "In how much"),
        ("By the summer of 1635 the defenders of Leeds were eating horses, then rats.", "then by"),
        ("Clara Hale won a scholarship to Leeds in 1950.", "win to"),
        (
            "The Swedes bought grain in Riga. They were allowed to buy 50,000 roubles' worth of it each year.",
            "worth of it",
        ),
        ("Geysers are rare in Norway because three things have to occur together.", "things have to do"),
        ("Command of the defence of Leeds fell to Colonel Anna Hale.", "What fell"),
        ("The rota in Leeds will be reviewed after eighteen months by a panel of four with Clara Hale.", "four with?"),
        ("Clara Hale, who retired in 2016, likes to say that she spent her life in Leeds.", "like to do"),
        ("Clara Hale and Tom Reed remain honorary presidents of the club in Leeds.", "remain?"),
    ],
)
def test_what_has_lost_something_is_not_asked(asked: Asked, text: str, lost: str) -> None:
    """Half of a construction makes no question."""
    assert not any(lost in stem for stem in asked(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Clara Hale grew up in Pellin, the second of six children of a ferryman and a seamstress.", "What is Pellin"),
        ("Anna Reed, a veteran of the Danish wars who had lost an arm at Leeds, led the defence.", "wars lose"),
        ("Ellen Marsh, then a doctoral student at Leeds, covered the floor of the cage with sand.", "Who was Ellen"),
        ("The liver, the part of the body that deals with fat, is larger in jays than in crows.", "body deal"),
    ],
)
def test_a_description_is_not_given_to_a_noun_nearby(asked: Asked, text: str, wrong: str) -> None:
    """A village has no parents, and no war loses an arm."""
    stems = asked(text)
    assert not any(wrong in stem for stem in stems)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The purchase of Leeds Pumps would create Europe's third-biggest supplier of pumps.", "Who would"),
        ("Hundreds of supporters of the club ran onto the pitch at Furnace Road in May 2019.", "What ran"),
    ],
)
def test_who_is_for_people_and_what_for_things(asked: Asked, text: str, word: str) -> None:
    """A firm is nobody, and hundreds of supporters are somebody."""
    assert not any(stem.startswith(word) for stem in asked(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Hale UK Limited is a British company which serves the north of England.", "Who is Hale"),
        ("The language of the Normans evolved into Modern English by 1400.", "Who did the language"),
        ("CFCL Australia operates freight services between Leeds and London.", "Which country"),
        ("Temperature extremes for the state of Victoria are listed in the table below.", "table below"),
        ("In the course of the war the Norman aristocracy often called themselves English.", "what often"),
        ("King Edward appointed Robert of Jumièges archbishop of Canterbury in 1051.", "Who did King Edward"),
    ],
)
def test_what_was_seen_in_an_encyclopaedia_stays_away(asked: Asked, text: str, wrong: str) -> None:
    """Firms and languages are nobody, a firm is no country, a table is not on the page of the question."""
    stems = asked(text)
    assert not any(wrong in stem and stems[stem] != "Robert of Jumièges" for stem in stems)


def test_a_phrase_after_a_comma_tells_more_and_is_left_out(asked: Asked) -> None:
    """“has a mild climate, with many sunny days” is not a climate with days."""
    stems = asked("Southern California contains a Mediterranean climate, with infrequent rain and many sunny days.")
    assert not any("contain with" in stem for stem in stems)


def test_what_came_of_a_deed_is_no_purpose(asked: Asked) -> None:
    """“scored to beat them” tells how it ended."""
    stems = asked("Tom Bell scored in the fourth minute of stoppage time to beat Leeds City 3-2.")
    assert not any(stem.startswith("Why") for stem in stems)


def test_two_who_were_told_of_may_be_they(asked: Asked) -> None:
    """“They married” is not said of the owners of a block."""
    stems = asked(
        "The owners of the block settled the claim, and Hugh Lane invited Clara Hale to Leeds. They married in 1974."
    )
    assert not any("owners marry" in stem or "owners married" in stem for stem in stems)


def test_a_firm_keeps_its_whole_name(asked: Asked) -> None:
    """“Hale” is one half of “Hale & Roe”."""
    stems = asked(
        "Hale & Roe has 212 shops in Leeds.",
        "A survey carried out for the company found that 14 percent of its customers had stopped buying buns.",
        title="Hale & Roe shares slump",
    )
    assert not any("for Hale," in stem for stem in stems)


def test_which_lake_has_to_be_said_where_there_are_many(asked: Asked) -> None:
    """“The lake is 143 metres deep” tells nothing in an article about lakes."""
    stems = asked(
        "Some lakes turn over twice a year. Lake Merrow does not.",
        "The lake is 143 metres deep, and it is fed by three rivers.",
        title="Why some lakes turn over",
    )
    assert not any("lake is ____" in stem.lower() or "is the lake" in stem for stem in stems)


def test_who_says_nothing_tempts_nobody_who_asks_who_said(facts: Callable[..., FactSheet]) -> None:
    """A founder who died long ago is no believable speaker."""
    items, _ = write_items(
        facts(
            "Karl Amis founded the firm in Leeds in 1951. Olga Brand was its first engineer.",
            "“The price of the old mill has been much too high for years,” said Clara Hale. Tom Reed called the offer "
            "“a gift to the rich”.",
            "Vera Lund said that the staff would stay.",
        )
    )
    said = [item for item in items if isinstance(item, ChoiceItem) and "too high for years" in item.stem]
    assert said
    assert {wrong.text for wrong in said[0].distractors} == {"Tom Reed", "Vera Lund"}


@pytest.mark.parametrize(
    ("text", "verb", "doubted"),
    [
        (
            "In 1978 she published a book that is still in print and has been translated into ten languages.",
            "translated",
            True,
        ),
        ("Clara Hale sold the mill to the council in 1921.", "sold", False),
    ],
)
def test_two_readers_who_differ_leave_a_clause_in_doubt(text: str, verb: str, doubted: bool) -> None:
    """Where the smaller model hangs a clause elsewhere, one of the two is wrong; where they agree, nothing is lost."""
    nlp = load_model()
    doc = nlp(text)
    assert read_otherwise(next(t for t in doc if t.text == verb)) is doubted
