"""Renewing a bank: nothing is lost, nothing twice, and what people did stays theirs."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builders import TEXT, make_article, make_evidence, make_item
from quizapp.model.article import Article
from quizapp.model.fact import Evidence
from quizapp.model.item import Bank, Item, Status, key_text
from quizapp.model.marks import is_as_written, marked
from quizapp.usecases.renewing import is_touched, renewed

QUOTES = tuple(s.strip() for s in TEXT.split("\n\n", 1)[1].replace("\n", " ").split(". ") if s.strip())[:4]
STATUSES = st.sampled_from([Status.NEW, Status.NEW, Status.KEPT, Status.DROPPED])


def items_of(article: Article, quotes: Sequence[str], *, named: str = "item") -> tuple[Item, ...]:
    """One short-answer item a quote."""
    return tuple(
        marked(
            make_item(
                "short",
                id=f"{named}-{place}",
                stem=f"What is said in number {QUOTES.index(quote)}?",
                key=quote.split()[-1],
                evidence=(Evidence.of(article, make_evidence(quote, article).span),),
            )
        )
        for place, quote in enumerate(quotes)
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Bank, Bank]:
    """A bank somebody worked on, and a fresh one about an edit of its article."""
    old_quotes = draw(st.lists(st.sampled_from(QUOTES), unique=True))
    new_quotes = draw(st.lists(st.sampled_from(QUOTES), unique=True))
    gone = draw(st.sets(st.sampled_from(QUOTES)))
    text = TEXT.replace("\n", " ") if draw(st.booleans()) else "An opening line. " + TEXT.replace("\n", " ")
    before = make_article(text=TEXT.replace("\n", " "))
    for quote in gone:
        text = text.replace(quote, "Nothing of the kind")
    after = make_article(text=text)
    old = tuple(
        replace(item, status=draw(STATUSES), edited=draw(st.booleans())) for item in items_of(before, old_quotes)
    )
    fresh = items_of(after, [q for q in new_quotes if q not in gone], named=draw(st.sampled_from(["item", "other"])))
    return Bank(article=before, items=old), Bank(article=after, items=fresh)


@given(pairs())
def test_every_item_has_one_fate(both: tuple[Bank, Bank]) -> None:
    """Old items stay, change or leave; the renewed bank holds what stayed, changed and came, each id once."""
    old, fresh = both
    result = renewed(old, fresh)
    fates = [*(c.old.id for c in result.changed), *(i.id for i in result.orphaned), *(i.id for i in result.unchanged)]
    assert sorted(fates) == sorted(item.id for item in old.items)
    names = [item.id for item in result.bank.items]
    assert len(set(names)) == len(names)
    there = [*result.added, *(c.new for c in result.changed), *result.unchanged]
    assert sorted(names) == sorted(item.id for item in there)
    assert all(row.stands_in(fresh.article) for item in result.bank.items for row in item.evidence)


@given(pairs())
def test_what_people_did_stays_while_its_evidence_stands(both: tuple[Bank, Bank]) -> None:
    """Edited, kept and dropped items are the same but for the places of their quotes; dropped ones do not come back."""
    old, fresh = both
    result = renewed(old, fresh)
    for item in old.items:
        if is_touched(item) and all(row.quote in fresh.article.text for row in item.evidence):
            after = result.bank.item(item.id)
            assert after is not None
            assert (after.stem, key_text(after), after.status, after.edited) == (
                item.stem,
                key_text(item),
                item.status,
                item.edited,
            )
    stems = [item.stem for item in result.bank.items]
    assert len(set(stems)) == len(stems)


@given(pairs())
def test_renewing_twice_is_renewing_once(both: tuple[Bank, Bank]) -> None:
    """The second time there is nothing to change."""
    old, fresh = both
    once = renewed(old, fresh).bank
    again = renewed(once, fresh)
    assert again.bank == once
    assert (again.added, again.changed, again.orphaned) == ((), (), ())


def test_a_changed_key_is_another_question() -> None:
    """What is remembered of the old answer does not count for the new one."""
    article = make_article()
    old = Bank(article=article, items=(marked(make_item("short", id="a", key="fog")),))
    fresh = Bank(article=article, items=(marked(make_item("short", id="b", key="quay")),))
    result = renewed(old, fresh)
    assert [item.id for item in result.orphaned] == ["a"]
    assert [item.id for item in result.added] == ["b"]


def test_a_new_question_stands_where_the_fresh_bank_has_it() -> None:
    """Best first stays best first, and what was there keeps its order."""
    article = make_article(text=TEXT.replace("\n", " "))
    first, second, third, fourth = items_of(article, QUOTES)
    result = renewed(
        Bank(article=article, items=(third, first)), Bank(article=article, items=(first, second, third, fourth))
    )
    assert [item.stem for item in result.bank.items] == [third.stem, fourth.stem, first.stem, second.stem]


def test_what_was_changed_in_an_editor_is_a_persons_own() -> None:
    """A wording that is not the one we wrote stays, though nobody wrote `edited: true`; ours takes the fresh one."""
    article = make_article()
    ours = marked(make_item("short", id="a", key="fog"))
    theirs = replace(ours, stem="What keeps the quay out of sight?")
    fresh = marked(replace(ours, stem="What hides the quay?"))
    assert renewed(Bank(article=article, items=(theirs,)), Bank(article=article, items=(fresh,))).bank.items == (
        theirs,
    )
    assert renewed(Bank(article=article, items=(ours,)), Bank(article=article, items=(fresh,))).bank.items == (fresh,)


def test_a_question_without_a_mark_is_a_persons_own() -> None:
    """Written by hand, imported, or from before there were marks: it stays, and what we would write takes our mark."""
    article = make_article()
    fresh = marked(make_item("short", id="a", key="fog"))
    added = make_item("true-false", id="b")
    old = Bank(article=article, items=(replace(fresh, written=""), added))
    result = renewed(old, Bank(article=article, items=(fresh,)))
    assert result.bank.items == (fresh, added)
    assert result.is_idle(old)
    assert is_as_written(result.bank.items[0])


def test_what_is_not_wanted_anew_stays_where_it_is() -> None:
    """Asking for fewer questions throws none away that the article still gives."""
    article = make_article()
    items = items_of(article, QUOTES)
    old = Bank(article=article, items=items)
    result = renewed(old, replace(old, items=items[:1]), spare=items[1:])
    assert result.bank == old
    assert (result.added, result.changed, result.orphaned) == ((), (), ())


def test_what_was_not_read_is_not_thrown_away() -> None:
    """A reading that was stopped says nothing about the rest of the article, as long as its words stand there."""
    article = make_article()
    items = items_of(article, QUOTES)
    old = Bank(article=article, items=items)
    result = renewed(old, replace(old, items=items[:1]), whole=False)
    assert (result.bank, result.orphaned) == (old, ())
