"""Sentences that prove what others have asked: found where that is sure, or not at all."""

import time
from dataclasses import replace

import pytest

from builders import GATHERED, KINDS, make_article, make_item
from quizapp.bank.reader import read_bank
from quizapp.bank.shipped import shipped_bytes, shipped_slugs
from quizapp.formats.keeps import as_imported
from quizapp.formats.parcel import Imported
from quizapp.model.item import Item, TrueFalseItem, distractors_of
from quizapp.usecases.proving import Proofs

PROOFS = Proofs(make_article())


def quotes(said: Imported) -> list[str]:
    return [evidence.quote for evidence in PROOFS.of(said)]


@pytest.mark.parametrize("kind", [*KINDS, *GATHERED])
def test_a_quote_of_the_article_is_found_where_it_stands(kind: str) -> None:
    """Spaces, dashes and quotation marks may have changed on the way."""
    item = make_item(kind)
    said = as_imported(item)
    changed = replace(said, quotes=tuple(quote.replace('"', "“").replace(" ", "\n", 1) for quote in said.quotes))
    assert PROOFS.of(said) == PROOFS.of(changed) == item.evidence


@pytest.mark.parametrize("kind", ["choice", "cloze", "numeric", "short"])
def test_without_a_quote_the_sentence_that_answers_is_found(kind: str) -> None:
    """The one with the key and all that is asked."""
    item = make_item(kind)
    assert PROOFS.of(replace(as_imported(item), quotes=())) == item.evidence


LIFT = Proofs(
    make_article(
        text="""The boat lift

The Old Canal opened in 1822 and carried coal. The engineer Jane Hay designed the canal, and it was 51 kilometres long.

The locks were closed in 1933 because the railways had taken the trade. In 1994 a firm announced a plan to join the
canals. The project cost 84.5 million pounds, and the National Lottery gave 32 million of that.

The Great Lift opened in May 2002. It raises boats by 24 metres. The architects KLM designed the lift and Butter
Engineering built the hall. The lift weighs 1,800 tonnes.
Queen Maud opened the lift on 24 May 2002. More than five million people have seen it.

Olaf Brand ran the lift until 2009. It was not Brand who painted it. Peter Olsen and Marie Dahl planned the museum.
"""
    )
)


@pytest.mark.parametrize(
    ("stem", "key", "found"),
    [
        ("Who designed the lift?", "KLM", "The architects KLM designed"),
        ("Who designed the lift?", "Jane Hay", ""),  # she designed something else
        ("Who designed the canal?", "Jane Hay", "The engineer Jane Hay designed"),
        ("Who designed the Old Canal?", "Jane Hay", "The engineer Jane Hay designed"),
        ("Who constructed the hall?", "Butter Engineering", ""),  # synonyms are not known
        ("When was the lift planned?", "1994", ""),  # a plan for something else
        ("When did the Old Canal close?", "1933", ""),
        ("In which year were the locks closed?", "1933", "The locks were closed in 1933"),
        ("How much did the project cost?", "84.5 million pounds", "The project cost"),
        ("How much did the National Lottery give?", "84.5 million pounds", ""),  # in the other half of the sentence
        ("How much did the project cost?", "32 million", ""),
        ("By how many metres does the lift raise boats?", "24 m", "It raises boats by 24 metres."),
        ("By how many metres does the lift raise boats?", "24 km", ""),
        ("How much does the lift weigh?", "1800 tonnes", "The lift weighs"),
        ("How much does the lift weigh?", "1,800 kilograms", ""),
        ("How much did the National Lottery give?", "32", ""),  # a piece of a number
        ("How many people have seen the lift?", "more than 5,000,000", "More than five million"),
        ("When did Olaf Brand paint the lift?", "2009", ""),
    ],
)
def test_a_sentence_that_answers_has_the_key_and_all_that_is_asked_about_it(stem: str, key: str, found: str) -> None:
    """Figures count in any notation, what a pronoun stands for is known from the sentence before, and doubt is none."""
    evidence = LIFT.of(Imported(kind="short", stem=stem, keys=(key,)))
    assert [one.quote[: len(found)] for one in evidence] == ([found] if found else [])


@pytest.mark.parametrize(
    ("statement", "key", "found"),
    [
        ("The lift weighs 1,800 tonnes.", "True", "The lift weighs"),
        ("The lift weighs 1,800 tonnes.", "False", ""),  # which the sentence speaks for
        ("The lift weighs 1,700 tonnes.", "True", ""),
        ("The lift weighs 1,700 tonnes.", "False", "The lift weighs"),
        ("The lift weighs 1,700 kilograms.", "False", ""),  # two things differ, and other units may say the same
        ("The Old Canal opened in 1822.", "True", "The Old Canal opened"),
        ("The Old Canal opened in 1933.", "True", ""),
        ("The Old Canal opened in 1933.", "False", "The Old Canal opened"),
        ("The lift raises boats.", "True", "It raises boats by 24 metres."),
        ("The lift opened in 2002.", "True", "The Great Lift opened"),
        ("The lift opened in May 2002.", "True", "The Great Lift opened"),
        ("The lift opened in June 2002.", "True", ""),
        ("The locks were closed in 1950.", "False", "The locks were closed in 1933"),
        ("The locks were opened in 1933.", "True", ""),
        ("Butter Engineering designed the lift.", "True", ""),  # which the sentence says of KLM
        ("Jane Hay designed the lift.", "False", "The architects KLM designed"),
        ("The project cost 32 million pounds.", "True", ""),  # the sentence says 32 million of something else
        ("Brand painted the lift.", "True", ""),  # the sentence denies it
        ("The railways were closed because the locks had taken the trade.", "True", ""),  # turned round
        ("The Old Canal carried passengers.", "False", ""),  # other words do not exclude each other
        ("The Old Canal carried coal.", "False", ""),
    ],
)
def test_a_sentence_speaks_for_the_verdict_on_a_statement(statement: str, key: str, found: str) -> None:
    """A true one is there with every word; of a false one a figure or name is another, and all the rest is there."""
    evidence = LIFT.of(Imported(kind="true-false", stem=statement, keys=(key,)))
    assert [one.quote[: len(found)] for one in evidence] == ([found] if found else [])


RIVER = Proofs(
    make_article(
        text="""Rivers

The Amber is 240 kilometres long. The Beryl, a shorter river, flows into the Amber. The Beryl is 90 kilometres long.

In 1950 the state built a dam. The dam, which cost 12 million crowns, flooded a village. Tor Vale planned it, but his
rival Ivo Brandt finished it in 1957. The dam produces 300 megawatts, more than the plant, which produces 250.

Fishing was banned in 1990 and allowed again in 2005. Salmon returned after the ban, and trout did not. Unlike the
Amber, the Beryl never freezes. About half of the fields lie below the river.

The bridge was destroyed by a flood in 1931 and rebuilt by soldiers in 1933.
"""
    )
)


@pytest.mark.parametrize(
    ("stem", "right", "wrong"),
    [
        ("Into which river does the Beryl flow?", "the Amber", "the Beryl"),
        ("Into which river does the Amber flow?", "", "the Beryl"),
        ("Who planned the dam?", "Tor Vale", "Ivo Brandt"),
        ("Who finished the dam?", "Ivo Brandt", "Tor Vale"),
        ("How many megawatts does the plant produce?", "", "300"),
        ("How many megawatts does the dam produce?", "300", "250"),
        ("When was fishing banned?", "1990", "2005"),
        ("Which fish returned after the ban?", "Salmon", "trout"),
        ("Which river never freezes?", "the Beryl", "the Amber"),
        ("When was the bridge destroyed?", "1931", "1933"),
        ("Who destroyed the bridge?", "", "soldiers"),
    ],
)
def test_of_a_sentence_about_two_things_each_answers_its_own_question(stem: str, right: str, wrong: str) -> None:
    """What stands in another part of it, beside a figure or name that fits better, is no answer."""
    assert RIVER.of(Imported(kind="short", stem=stem, keys=(wrong,))) == ()
    assert not right or RIVER.of(Imported(kind="short", stem=stem, keys=(right,)))


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("The Colne is 90 kilometres long.", "False"),  # that the Beryl is says nothing about it
        ("The dam produces 250 megawatts.", "True"),
        ("Salmon did not return after the ban.", "True"),
        ("All of the fields lie below the river.", "True"),
        ("The dam cost more than 12 million crowns.", "True"),
        ("The bridge was rebuilt in 1931.", "True"),
    ],
)
def test_a_statement_that_a_sentence_does_not_make_has_none(statement: str, key: str) -> None:
    """Another part's figure, a “not” that stands elsewhere, more than is said."""
    assert RIVER.of(Imported(kind="true-false", stem=statement, keys=(key,))) == ()


def test_of_things_to_put_in_order_each_stands_in_one_sentence_alone() -> None:
    """Nothing is asked about them by which one sentence would be better than another."""
    assert LIFT.of(Imported(kind="ordering", stem="Put in order.", keys=("1822", "1933", "canal"))) == ()
    assert len(LIFT.of(Imported(kind="ordering", stem="Put in order.", keys=("1822", "1933", "2009")))) == 3


def test_a_text_that_is_no_text_is_looked_through_soon() -> None:
    """Figures and pronouns without end, in one sentence or in thousands: a second's work, and nothing found."""
    pronouns = " ".join(f"It is word{number} here." for number in range(3000))
    figures = f"{'5 ' * 100_000}.\n\n{('5 five ' * 150 + '.')}"
    proofs = Proofs(make_article(text=f"The text\n\n{pronouns}\n\n{figures}\n"))
    began = time.process_time()
    assert proofs.of(Imported(kind="short", stem="How long is word7?", keys=("5 km",))) == ()
    assert proofs.of(Imported(kind="true-false", stem="It weighs 7 km here, word8.", keys=("False",))) == ()
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("Which town hung a bell?", "Lindow"),  # the key is nowhere
        ("What did sailors of old fear most?", "fog"),  # the key is there, but nothing that is asked
        ("What is rung?", "bell"),  # nothing says so
    ],
)
def test_what_is_not_sure_is_not_found(stem: str, key: str) -> None:
    """A wrong sentence beside an answer is worse than none."""
    assert PROOFS.of(Imported(kind="short", stem=stem, keys=(key,))) == ()


def _shipped() -> list[tuple[Proofs, Item]]:
    banks = [read_bank(shipped_bytes(slug), file=slug) for slug in shipped_slugs()]
    return [(Proofs(bank.article), item) for bank in banks for item in bank.items if item.kind not in GATHERED]


def _turned(item: Item) -> list[Imported]:
    """The question with wrong keys."""
    said = replace(as_imported(item), quotes=(), accepted=(), distractors=())
    if isinstance(item, TrueFalseItem):
        return [replace(said, keys=(str(not item.key),))]
    return [replace(said, keys=(wrong.text, *said.keys[1:])) for wrong in distractors_of(item)]


def test_what_is_found_for_the_bundled_banks_is_what_a_person_chose() -> None:
    """Of 75 questions without their quotes 25 get a sentence, each one of the bank's own; docs say these counts."""
    asked = [(proofs.of(replace(as_imported(item), quotes=())), item) for proofs, item in _shipped()]
    found = [(evidence, item) for evidence, item in asked if evidence]
    assert (len(asked), len(found)) == (75, 25)
    assert all(any(one.span.meets(two.span) for one in evidence for two in item.evidence) for evidence, item in found)


def test_wrong_keys_and_other_articles_prove_nothing() -> None:
    """Of the bundled questions none is proved with a wrong key, and none by an article about something else."""
    shipped = _shipped()
    assert [said.stem for proofs, item in shipped for said in _turned(item) if proofs.of(said)] == []
    others = {proofs.article.id: proofs for proofs, _ in shipped}
    assert [
        item.stem
        for proofs, item in shipped
        for name, other in others.items()
        if name != proofs.article.id and other.of(replace(as_imported(item), quotes=()))
    ] == []
