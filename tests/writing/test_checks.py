"""Each check throws away what it names, and lets a good question pass."""

import pytest

from quizapp.model.fact import Answer, Fact, FactKind
from quizapp.writing.checks import CHECKS, Draft, failed
from writing.material import CALLED, make_fact, make_mention, make_sheet

GOOD = make_fact(
    FactKind.LABEL, "Edith Crane", Answer.PERSON, quote=CALLED, topic="the bell “a nuisance”", source="Edith Crane"
)
BELL = make_fact()

BAD = [
    ("length", "Who?", GOOD),
    ("length", " ".join(["Who called the bell"] + ["very"] * 35) + "?", GOOD),
    ("grammatical", "Who called the bell “a nuisance?", GOOD),
    ("grammatical", "Who called the the bell a nuisance?", GOOD),
    ("grammatical", "For how long does the Aldwick bell ring with fog without?", BELL),
    ("grammatical", "Why had prices fallen between a tenth?", BELL),
    ("grammatical", "Where did Aldwick beat Redwater 1 0 in May?", BELL),
    ("stands alone", "Who did he call about the Aldwick bell?", BELL),
    ("stands alone", "Who rang the harbour bell yesterday?", GOOD),
    ("stands alone", "Who called this bell a nuisance?", GOOD),
    ("stands alone", "Who paid for the move?", GOOD),
    ("stands alone", "Who gave it a cautious welcome?", GOOD),
    ("stands alone", "Who hung a new bell there?", GOOD),
    ("no leak", "Who called Edith Crane a nuisance?", GOOD),
    ("no leak", "What bell did the town of Aldwick hang above its harbour?", BELL),
    ("complete key", "What did the town of Aldwick hang?", make_fact(key="this bell")),
    ("complete key", "Who complains about the Aldwick noise?", make_fact(FactKind.ACTOR, "some people", Answer.PEOPLE)),
    ("complete key", "What did the Aldwick council propose?", make_fact(key="the motion")),
    ("not trivial", "What does the gas enter?", make_fact(key="a compressor")),
    ("not obvious", "What hangs above the quay in Aldwick?", make_fact(FactKind.ACTOR, "the harbour bell")),
]


@pytest.mark.parametrize(("check", "stem", "fact"), BAD, ids=[f"{c}-{i}" for i, (c, _, _) in enumerate(BAD)])
def test_a_bad_draft_fails_the_check_that_names_its_fault(check: str, stem: str, fact: Fact) -> None:
    """The reject says which rule, and why."""
    failure = failed(Draft(fact=fact, stem=stem, score=0.5), make_sheet(fact))
    assert failure is not None
    assert failure[0] == check
    assert failure[1]


@pytest.mark.parametrize(
    ("stem", "fact"),
    [
        ("Who called the bell “a nuisance with a rope”?", GOOD),
        ("Who said, “We came here to sign, not to sightsee”?", GOOD),
        ("What did the town of Aldwick hang above its harbour in 1874?", BELL),
        (
            "Who accused one another of ignoring the fog?",
            make_fact(FactKind.ACTOR, "the ministers of five states", Answer.PEOPLE),
        ),
        (
            "Which countries announced the creation of the alliance?",
            make_fact(FactKind.ACTOR, "the US and the UK", Answer.COUNTRIES),
        ),
        ("When did the US announce the alliance?", make_fact(FactKind.DATE, "9 May", Answer.DATE)),
    ],
)
def test_a_good_draft_passes_every_check(stem: str, fact: Fact) -> None:
    """Nothing is thrown away without a reason."""
    assert failed(Draft(fact=fact, stem=stem, score=0.5), make_sheet(fact)) is None


def test_a_bare_place_is_refused_only_among_several() -> None:
    """“The city” is clear in an article that has one."""
    draft = Draft(fact=GOOD, stem="Who called the city a nuisance?", score=0.5)
    assert failed(draft, make_sheet(GOOD, mentions=(make_mention("Aldwick", Answer.CITY),))) is None
    two = (make_mention("Aldwick", Answer.CITY), make_mention("Redwater", Answer.CITY))
    assert failed(draft, make_sheet(GOOD, mentions=two)) == ("stands alone", "“the city” could be one of several")


def test_check_names_are_unique() -> None:
    """One name, one check: rejects are counted by name."""
    names = [name for name, _ in CHECKS]
    assert len(names) == len(set(names))
