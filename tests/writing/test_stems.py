"""A clause and what is asked for become a question that a careful editor would print."""

import pytest

from quizapp.model.fact import Answer, Fact, FactKind, Role
from quizapp.writing.stems import LONGEST, stem_of
from writing.material import CALLED, make_clause, make_fact, make_part, make_verb

YEAR = make_part("in 1874", Role.ADJUNCT, at=300, word="in")
PAID = make_verb("paid", rest="pay", lemma="pay")
PRICE = make_part("1,200 pounds", at=100)
FOR_IT = make_part("for the bell", Role.ADJUNCT, at=200)
THE_BELL = make_part("the bell", at=400)
ABOUT_IT = make_part("about the bell", Role.ADJUNCT, at=400, word="about")
NUISANCE = make_part("a nuisance with a rope", Role.CLAUSE, at=500)

CASES = [
    (make_fact(FactKind.OBJECT), "What did the town of Aldwick hang above its harbour in 1874?"),
    (
        make_fact(FactKind.ACTOR, "the town of Aldwick", Answer.CITY),
        "Which city hung a bell above its harbour in 1874?",
    ),
    (
        make_fact(FactKind.DATE, "1874", Answer.YEAR, part=YEAR, lead="in "),
        "In which year did the town of Aldwick hang a bell above its harbour?",
    ),
    (
        make_fact(
            FactKind.QUANTITY,
            "1,200 pounds",
            Answer.MONEY,
            clause=make_clause("the council", PAID, (PRICE, FOR_IT)),
            part=PRICE,
            value="1200",
        ),
        "How much did the council pay for the bell?",
    ),
    (
        make_fact(
            FactKind.LABEL,
            "Edith Crane",
            Answer.PERSON,
            quote=CALLED,
            topic="the bell “a nuisance with a rope”",
            source="Edith Crane",
            cue="called",
            noun="call",
        ),
        "Who called the bell “a nuisance with a rope”?",
    ),
    (
        make_fact(
            FactKind.LABEL,
            "a nuisance with a rope",
            Answer.QUOTE,
            quote=CALLED,
            clause=make_clause("Edith Crane", make_verb("called", rest="call", lemma="call"), (THE_BELL, NUISANCE)),
        ),
        "What did Edith Crane call the bell?",
    ),
    (
        make_fact(
            FactKind.LABEL,
            "a nuisance with a rope",
            Answer.QUOTE,
            quote=CALLED,
            clause=make_clause(
                "Edith Crane", make_verb("described", rest="describe", lemma="describe"), (THE_BELL, NUISANCE)
            ),
            noun="how",
        ),
        "How did Edith Crane describe the bell?",
    ),
    (
        make_fact(
            FactKind.LABEL,
            "a nuisance with a rope",
            Answer.QUOTE,
            quote=CALLED,
            clause=make_clause(
                "Edith Crane", make_verb("dismissed", rest="dismiss", lemma="dismiss"), (THE_BELL, NUISANCE)
            ),
            lead="as ",
        ),
        "What did Edith Crane dismiss the bell as?",
    ),
    (
        make_fact(
            FactKind.SAYING,
            "a nuisance with a rope",
            Answer.STATEMENT,
            quote=CALLED,
            clause=make_clause("Edith Crane", make_verb("said", rest="say", lemma="say"), (ABOUT_IT, NUISANCE)),
        ),
        "What did Edith Crane say about the bell?",
    ),
    (
        make_fact(
            FactKind.SAYING,
            "a nuisance with a rope",
            Answer.ACTION,
            quote=CALLED,
            clause=make_clause("Edith Crane", make_verb("denied", rest="deny", lemma="deny"), (NUISANCE,)),
            lead="doing ",
        ),
        "What did Edith Crane deny doing?",
    ),
    (
        make_fact(
            FactKind.DEFINITION, "a bell above a harbour", Answer.DEFINITION, topic="the harbour bell", past=False
        ),
        "What is the harbour bell?",
    ),
    (
        make_fact(
            FactKind.DEFINITION,
            "the people of Aldwick",
            Answer.DEFINITION,
            topic="the bell ringers",
            noun="who",
            plural=True,
        ),
        "Who were the bell ringers?",
    ),
    (
        make_fact(FactKind.TERM, "the quay", topic="the wall beside the harbour", past=False),
        "What is the wall beside the harbour called?",
    ),
    (make_fact(FactKind.ACRONYM, "Aldwick Bell Company", Answer.DEFINITION, topic="ABC"), "What does “ABC” stand for?"),
    (
        make_fact(
            FactKind.SAYING,
            "Edith Crane",
            Answer.PERSON,
            quote=CALLED,
            topic="that the bell was a nuisance",
            source="Edith Crane",
            cue="told",
        ),
        "Who said that the bell was a nuisance?",
    ),
    (
        make_fact(
            FactKind.SAYING, "Edith Crane", Answer.PERSON, quote=CALLED, topic="“Take it down”", source="Edith Crane"
        ),
        "Who said, “Take it down”?",
    ),
    (
        make_fact(
            FactKind.CONDITION, "the bell is rung", Answer.STATEMENT, topic="if fog hides the quay", noun="happens"
        ),
        "What happens if fog hides the quay?",
    ),
]


@pytest.mark.parametrize(("fact", "stem"), CASES, ids=lambda value: value.kind if isinstance(value, Fact) else "")
def test_each_kind_of_fact_has_its_question(fact: Fact, stem: str) -> None:
    """Every kind of fact is asked in its own words."""
    assert stem_of(fact) == stem


def test_the_source_is_named_unless_it_is_asked_for() -> None:
    """A claim stays the claimant's: "According to X" stands in front."""
    assert (
        stem_of(make_fact(source="the council"))
        == "According to the council, what did the town of Aldwick hang above its harbour in 1874?"
    )


def test_who_takes_a_singular_verb() -> None:
    """The question word is singular, whatever the subject that it stands for."""
    clause = make_clause(
        "the fishermen",
        make_verb("ring", singular="rings", first="do", rest="ring", past=False),
        (make_part("the harbour bell"),),
        plural=True,
    )
    assert (
        stem_of(make_fact(FactKind.ACTOR, "the fishermen", Answer.PEOPLE, clause=clause, part=clause.subject))
        == "Who rings the harbour bell?"
    )


def test_countries_keep_their_plural() -> None:
    """“Which countries” goes with the verb as it stands."""
    clause = make_clause(
        "France and Spain",
        make_verb("were", singular="was"),
        (make_part("in the alliance", Role.ADJUNCT),),
        plural=True,
    )
    assert (
        stem_of(make_fact(FactKind.ACTOR, "France and Spain", Answer.COUNTRIES, clause=clause, part=clause.subject))
        == "Which countries were in the alliance?"
    )


def test_a_short_phrase_in_front_goes_to_the_end() -> None:
    """“In 1874, the town hung a bell” is asked with the year at the end."""
    clause = make_clause(before=(make_part("in 1874", Role.ADJUNCT, at=5),), after=(make_part("a bell", at=100),))
    assert stem_of(make_fact(clause=clause, part=clause.after[0])) == "What did the town of Aldwick hang in 1874?"


def test_a_condition_stays_in_front() -> None:
    """The question word is small where something stands before it."""
    clause = make_clause(
        before=(make_part("when fog hid the quay", Role.ADJUNCT, at=5, word="when"),),
        after=(make_part("a bell", at=100),),
    )
    assert (
        stem_of(make_fact(clause=clause, part=clause.after[0]))
        == "When fog hid the quay, what did the town of Aldwick hang?"
    )


def test_a_figure_inside_a_phrase_is_asked_in_place() -> None:
    """Where fronting would be clumsy the question stays a statement."""
    whole = make_part("a contract for the supply of 12 ships", at=100)
    clause = make_clause("the council", make_verb("cancelled", rest="cancel", lemma="cancel"), (whole,))
    fact = make_fact(
        FactKind.QUANTITY,
        "12",
        Answer.COUNT,
        clause=clause,
        part=whole,
        lead="a contract for the supply of ",
        tail=" ships",
        noun="ships",
        value="12",
    )
    assert stem_of(fact) == "The council cancelled a contract for the supply of how many ships?"


def test_what_follows_the_counted_noun_stays_behind_the_verb() -> None:
    """“27 counts of theft at the court”: only the noun goes to the front."""
    whole = make_part("27 counts of theft at the court", at=100)
    clause = make_clause("the mayor", make_verb("admitted", rest="admit", lemma="admit"), (whole,))
    fact = make_fact(
        FactKind.QUANTITY,
        "27",
        Answer.COUNT,
        clause=clause,
        part=whole,
        tail=" counts of theft at the court",
        noun="counts",
        value="27",
    )
    assert stem_of(fact) == "How many counts of theft did the mayor admit at the court?"


def test_each_figure_of_a_change_is_asked_without_the_others() -> None:
    """“rose 17 percent to £186, from £159”: the percentage does not stand in the question about the sum."""
    to = make_part("to £186", Role.ADJUNCT, at=200, word="to")
    clause = make_clause(
        "profit",
        make_verb("rose", rest="rise", lemma="rise"),
        (make_part("17 percent", Role.ADJUNCT, at=100), to, make_part("from £159", Role.ADJUNCT, at=300)),
    )
    fact = make_fact(FactKind.QUANTITY, "£186", Answer.MONEY, clause=clause, part=to, lead="to ", value="186")
    assert stem_of(fact) == "Profit rose to ____ from £159."


def test_a_possessor_before_the_figure_makes_no_question() -> None:
    """“Carthage's three wars” cannot be asked as "Carthage's how many wars"."""
    whole = make_part("Aldwick's three bells", at=100)
    clause = make_clause(after=(whole,))
    fact = make_fact(
        FactKind.QUANTITY,
        "three",
        Answer.COUNT,
        clause=clause,
        part=whole,
        lead="Aldwick's ",
        tail=" bells",
        noun="bells",
        value="3",
    )
    assert stem_of(fact) is None


def test_a_stem_is_never_doubled_up() -> None:
    """No hand-built question is longer than the rubric allows, and each ends in one question mark."""
    for fact, stem in CASES:
        assert stem_of(fact) == stem
        assert len(stem.split()) <= LONGEST
        assert stem.count("?") == 1


def test_a_claim_names_its_source_even_if_the_question_holds_the_name() -> None:
    """“Crane’s bell” in the question does not say that it is Crane who claims it."""
    fact = make_fact(clause=make_clause("Edith Crane’s town"), source="Edith Crane")
    assert (stem_of(fact) or "").startswith("According to Edith Crane, what did Edith Crane’s town hang")
