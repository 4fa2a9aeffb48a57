"""Sentences that prove what others have asked: found where that is sure, or not at all."""

from dataclasses import replace

import pytest

from builders import GATHERED, KINDS, make_article, make_item
from quizapp.bank.reader import read_bank
from quizapp.bank.shipped import shipped_bytes, shipped_slugs
from quizapp.formats.keeps import as_imported
from quizapp.formats.parcel import Imported
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


@pytest.mark.parametrize("kind", ["choice", "true-false", "cloze", "numeric", "short"])
def test_without_a_quote_the_sentence_that_answers_is_found(kind: str) -> None:
    """The one with the key and most of what is asked."""
    item = make_item(kind)
    assert PROOFS.of(replace(as_imported(item), quotes=())) == item.evidence


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("Which town hung a bell?", "Lindow"),  # the key is nowhere
        ("What did sailors of old fear most?", "fog"),  # the key is there, but nothing that is asked
        ("What is rung?", "bell"),  # several sentences are as good
    ],
)
def test_what_is_not_sure_is_not_found(stem: str, key: str) -> None:
    """A wrong sentence beside an answer is worse than none."""
    assert PROOFS.of(Imported(kind="short", stem=stem, keys=(key,))) == ()


def test_what_is_found_for_the_bundled_banks_is_what_a_person_chose() -> None:
    """Of the sentences found without their quotes, nearly all are those of the bank."""
    found = right = asked = 0
    for slug in shipped_slugs():
        bank = read_bank(shipped_bytes(slug), file=slug)
        proofs = Proofs(bank.article)
        for item in bank.items:
            if item.kind in GATHERED:
                continue
            asked += 1
            evidence = proofs.of(replace(as_imported(item), quotes=()))
            found += bool(evidence)
            right += any(one.span.meets(two.span) for one in evidence for two in item.evidence)
    assert right >= 0.95 * found
    assert found >= 0.6 * asked
