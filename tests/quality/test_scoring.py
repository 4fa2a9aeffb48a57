"""Scoring finds what a model question asks, and nothing where nothing is asked."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from check_gold import faults
from corpus import FOLDERS, Case, Folder, GoldFact, Trap, cases, digest
from scoring import asked, covers, is_hit, is_proved, names_source, score

from builders import make_article, make_evidence, make_item
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence
from quizapp.model.item import Reject, ShortAnswerItem

OURS = [folder for folder in FOLDERS if folder.name != "shared"]
CASES = [pytest.param(case, id=case.path.stem) for folder in OURS for case in cases(folder)]

FACT = GoldFact(
    id="weight",
    kind="how_much",
    must=True,
    fact="The bell weighs about 500 kilograms.",
    accepted=("about 500 kilograms", "500 kilograms"),
    evidence="The bell weighs about 500 kilograms.",
    sources=(),
)


def short(stem: str, key: str, quote: str = FACT.evidence) -> ShortAnswerItem:
    """A typed question about the harbour bell."""
    item = make_item("short")
    assert isinstance(item, ShortAnswerItem)
    return replace(item, stem=stem, key=key, accepted=(), evidence=(make_evidence(quote),))


@pytest.mark.parametrize("case", CASES)
def test_every_model_question_covers_its_own_fact(case: Case) -> None:
    """The gold list's own questions, asked word for word, reach full recall; else the measure is at fault."""
    text = case.path.read_text("utf-8")
    article = Article(id=case.path.stem, title=text.split("\n", 1)[0], source=case.path.name, text=text)
    entries = json.loads(case.path.with_name(f"{case.path.stem}.gold.json").read_text("utf-8"))["facts"]
    items = []
    for entry in entries:
        start = text.index(entry["evidence"])
        evidence = Evidence.of(article, Span(start, start + len(entry["evidence"])))
        items.append(
            ShortAnswerItem(
                id=entry["id"],
                fact=entry["id"],
                stem=entry["question"],
                key=entry["answer"],
                evidence=(evidence,),
                derived=True,
            )
        )
    counts = score(case, article, tuple(items), ()).counts
    assert counts["facts hit"] == counts["facts"] == len(entries)
    assert not counts["traps hit"]
    assert not counts["claims bare"]


@pytest.mark.parametrize("folder", [pytest.param(folder, id=folder.name) for folder in OURS])
def test_gold_lists_are_sound(folder: object) -> None:
    """Evidence is verbatim, answers are in the article, and every trap catches its example."""
    paths = [path for each in OURS if each is folder for path in Path(each.path).glob("*.gold.json")]
    seen: set[str] = set()
    assert paths
    assert not [fault for path in sorted(paths) for fault in faults(path, seen)]


def test_another_answer_about_the_same_sentence_is_another_question() -> None:
    """Resting on the fact's sentence is not enough."""
    assert covers(asked(short("How heavy is the bell?", "500 kilograms")), FACT)
    assert not covers(asked(short("What weighs about 500 kilograms?", "the bell")), FACT)


def test_a_statement_covers_the_fact_that_it_states() -> None:
    """A true/false item has no key to compare; its words count."""
    stated = replace(
        make_item("true-false"),
        stem="The bell weighs about 500 kilograms.",
        evidence=(make_evidence(FACT.evidence),),
    )
    assert covers(asked(stated), FACT)
    assert not covers(asked(replace(stated, stem="Fishermen ring the bell.")), FACT)


def test_a_claim_needs_its_claimant() -> None:
    """The source may stand in the question or be its answer, but as whole words."""
    claim = replace(FACT, sources=("Edith Crane", "Crane"))
    assert names_source(asked(short("According to Crane, how heavy is it?", "500 kilograms")), claim)
    assert names_source(asked(short("Who weighed it?", "Edith Crane")), claim)
    assert not names_source(asked(short("How heavy are the cranes?", "500 kilograms")), claim)


def test_a_trap_confined_to_a_fact_waits_for_that_fact() -> None:
    """A wrong answer elsewhere can be right here."""
    trap = Trap(id="t", pattern="", answer="1874", facts=frozenset({"weight"}), any_condition=False)
    question = asked(short("What is it?", "1874", "hung a bell above its harbour in 1874"))
    assert is_hit(trap, question, frozenset({"weight"}))
    assert not is_hit(trap, question, frozenset({"year"}))


def test_a_statement_marked_false_asserts_nothing() -> None:
    """Only a statement that the key calls true falls into a trap for statements."""
    trap = Trap(id="t", pattern="rings? it", answer="", facts=frozenset(), any_condition=False)
    item = replace(make_item("true-false"), stem="In winter the mayor rings it.")
    assert is_hit(trap, asked(replace(item, key=True)), frozenset())
    assert not is_hit(trap, asked(replace(item, key=False)), frozenset())


def test_a_key_from_nowhere_is_not_proved() -> None:
    """Unless the item says that it was worked out."""
    item = short("How heavy is the bell?", "half a tonne")
    assert not is_proved(asked(item))
    assert is_proved(asked(replace(item, derived=True)))


def test_rejects_are_counted_by_check() -> None:
    """Nothing that was thrown away is forgotten."""
    quote = make_evidence("In winter nobody rings it.")
    rejects = tuple(Reject(check=check, reason="r", stem="s", evidence=quote) for check in ("leak", "leak", "length"))
    outcome = score(Case(path=Path("harbour-bell.txt")), make_article(), (), rejects)
    assert outcome.rejects == Counter(leak=2, length=1)


def test_of_a_sampled_folder_what_has_a_gold_list_is_measured(tmp_path: Path) -> None:
    """An article beside them neither counts nor changes the digest that the floors hold for."""
    folder = Folder(name="open", path=tmp_path, closed=False, sampled=True)
    (tmp_path / "with.txt").write_text("A title\n\nA bell weighs 500 kilograms.\n")
    (tmp_path / "with.gold.json").write_text('{"facts": [], "traps": []}')
    before = digest(folder)
    (tmp_path / "without.txt").write_text("A title\n\nNobody made a list.\n")
    assert [case.path.name for case in cases(folder)] == ["with.txt"]
    assert digest(folder) == before
