"""Drafts: every item is made of its draft again, and what passes the checks can be kept in a bank."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import GATHERED, KINDS, make_article, make_bank, make_evidence, make_item
from quizapp.bank.reader import read_bank
from quizapp.bank.shipped import shipped_path, shipped_slugs
from quizapp.bank.writer import write_bank
from quizapp.model.article import Span
from quizapp.model.fact import Evidence
from quizapp.model.item import ChoiceItem, MatchingItem, ShortAnswerItem, Status
from quizapp.usecases.drafting import Draft, Line, draft_of, item_of
from quizapp.usecases.library import load_bank
from quizapp.usecases.neighbours import Neighbours
from quizapp.usecases.proofing import holds, proofread
from quizapp.usecases.quoting import sentence_at

EVERY = (*KINDS, *GATHERED)
ARTICLE = make_article()
TEXTS = st.sampled_from(["", " ", "\u200b", "fog", "Fog", "the quay", "a crown", "500 kilograms", "NO", "x: y", "12"])
STEMS = st.sampled_from(["", "\u2060", "What hides the quay?", "The ____ hides it.", "____ and ____", "- a: b #c"])


def words(draft: Draft) -> str:
    """Everything that the checks say."""
    return "\n".join(f"{check.result} {check.words}" for check in proofread(draft, ARTICLE))


@pytest.mark.parametrize("kind", EVERY)
def test_an_item_is_made_of_its_draft_again(kind: str) -> None:
    """Nothing that a person does not write is lost, and nothing is written that was not."""
    item = replace(make_item(kind), score=0.25, status=Status.KEPT, edited=True)
    assert item_of(draft_of(item), article=ARTICLE, like=item) == item
    assert holds(proofread(draft_of(item), ARTICLE))


@pytest.mark.parametrize("slug", shipped_slugs())
def test_the_bundled_banks_pass_every_check(slug: str) -> None:
    """What ships has no failed check, and no two questions that ask nearly the same."""
    bank = load_bank(shipped_path(slug))
    near = Neighbours(bank)
    for item in bank.items:
        draft = draft_of(item)
        assert item_of(draft, article=bank.article, like=item) == item
        assert holds(proofread(draft, bank.article))
        assert near.close_to(draft, item.id) is None


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A draft of any kind, with lines that may be blank, the same, unseen or wrong."""
    quotes = draw(st.lists(st.sampled_from(["because the fog hides the quay", "about 500 kilograms"]), max_size=2))
    line = st.builds(Line, text=TEXTS, right=st.booleans(), why=TEXTS, prompt=TEXTS)
    return Draft(
        kind=draw(st.sampled_from(EVERY)),
        stem=draw(STEMS),
        lines=tuple(draw(st.lists(line, max_size=6))),
        judged=draw(st.booleans()),
        value=draw(st.sampled_from(["500", "", "5e3", "1,000", "-0.5"])),
        unit=draw(TEXTS),
        evidence=tuple(make_evidence(quote) for quote in quotes),
        rationale=draw(TEXTS),
        derived=draw(st.booleans()),
    )


@given(drafts())
def test_what_passes_the_checks_can_be_read_again(draft: Draft) -> None:
    """A draft without a failed check makes an item, and its bank is read as it was written."""
    if holds(proofread(draft, ARTICLE)):
        bank = make_bank(items=(item_of(draft, article=ARTICLE, id="by-hand"),))
        assert read_bank(write_bank(bank), file="test") == bank


@given(st.sampled_from(EVERY), st.data())
def test_an_edit_that_passes_the_checks_can_be_read_again(kind: str, data: st.DataObject) -> None:
    """The same of a line that is changed in an item that was in order, accepted wordings and all."""
    item = replace(make_item(kind), accepted=("the harbour fog", "a crown"))
    draft = draft_of(item)
    if draft.lines:
        place = data.draw(st.integers(0, len(draft.lines) - 1))
        line = replace(draft.lines[place], text=data.draw(TEXTS), right=data.draw(st.booleans()))
        draft = replace(draft, lines=(*draft.lines[:place], line, *draft.lines[place + 1 :]))
    if holds(proofread(draft, ARTICLE, accepted=item.accepted)):
        bank = make_bank(items=(item_of(draft, article=ARTICLE, like=item),))
        assert read_bank(write_bank(bank), file="test") == bank


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"stem": "  "}, "failed the question is empty"),
        ({"stem": "word " * 36}, "remark the question has 36 words; more than 35 are hard to take in"),
        ({"stem": "What did Edith Crane call the bell?"}, "remark the question gives the answer away"),
        ({"evidence": ()}, "failed there is no evidence"),
        ({"evidence": (make_evidence("Fishermen ring it"),)}, "failed “Edith Crane” is not in the evidence"),
        ({"evidence": (make_evidence("Fishermen ring it"),), "derived": True}, "passed answer worked out from ¶3"),
        ({}, "passed answer found in ¶2"),
        ({"lines": ()}, "failed no choice is right; mark one"),
    ],
)
def test_each_check_says_what_is_wrong_and_what_to_do(change: dict[str, object], said: str) -> None:
    """Checks are sentences, the same on every face."""
    assert said in words(replace(draft_of(make_item("choice")), **change))  # type: ignore[arg-type]  # fields by name


def test_evidence_that_is_not_there_word_for_word_fails() -> None:
    """A quote of another article, or of the text before an edit, proves nothing."""
    gone = Evidence(article=ARTICLE.id, span=Span(0, 4), quote="Gone")
    assert "failed the evidence is not in the article word for word" in words(
        replace(draft_of(make_item("choice")), evidence=(gone,))
    )


def test_lines_that_read_the_same_are_named_by_their_numbers() -> None:
    """Case, spaces and what nobody sees make no difference between two choices."""
    draft = draft_of(make_item("choice"))
    key, first, *rest = draft.lines
    same = replace(draft, lines=(key, replace(first, text="edith \u200bcrane"), *rest))
    assert "failed choice 2 is the same as choice 1" in words(same)
    without = replace(draft, lines=(key, replace(first, why=""), *rest))
    assert "remark choice 2 has no reason; “Not in the article.” will stand there" in words(without)


def test_a_wrong_choice_may_not_be_a_wording_that_counts() -> None:
    """What is accepted in place of the key is right, though no line shows it."""
    item = replace(make_item("choice"), accepted=("the town clerk",))
    checks = proofread(draft_of(item), ARTICLE, accepted=item.accepted)
    assert "choice 2 is among the wordings that count as right" in [check.words for check in checks]


@pytest.mark.parametrize(
    ("kind", "change", "said"),
    [
        ("numeric", {"value": "1,250"}, "failed the number has to be plain digits"),
        ("numeric", {"value": "50"}, "remark answer and number differ"),
        ("cloze", {"stem": "No gap here."}, "failed 0 gaps and 1 answer; a gap is written ____"),
        ("multiple", {"lines": (Line(text="fog"),)}, "failed 2 or more choices have to be right"),
        ("matching", {"lines": (Line(text="fog", prompt=""),)}, "failed line 1 is empty on one side"),
        ("ordering", {"lines": (Line(text="fog"), Line(text="fog"))}, "failed line 2 is the same as line 1"),
        ("short", {"lines": ()}, "failed there is no answer"),
    ],
)
def test_each_kind_has_checks_of_its_own(kind: str, change: dict[str, object], said: str) -> None:
    """A quantity is a number, gaps have answers, and there are enough lines."""
    assert said in words(replace(draft_of(make_item(kind)), **change))  # type: ignore[arg-type]  # fields by name


def test_other_wordings_go_with_the_key_that_they_were_for() -> None:
    """With another key nothing that counted for the old one counts; of what is typed they are lines of their own."""
    item = replace(make_item("choice"), accepted=("the mayor",))
    draft = draft_of(item)
    other = replace(draft, lines=(replace(draft.lines[0], text="the council"), *draft.lines[1:]))
    changed = item_of(other, article=ARTICLE, like=item)
    assert isinstance(changed, ChoiceItem)
    assert (changed.key, changed.accepted) == ("the council", ())
    typed = Draft(kind="short", stem="Which town?", lines=(Line(text="Aldwick"), Line(text="the town"), Line()))
    made = item_of(typed, article=ARTICLE, id="town")
    assert isinstance(made, ShortAnswerItem)
    assert (made.key, made.accepted, made.fact) == ("Aldwick", ("the town",), "town")


def test_pairs_and_answers_that_belong_to_none_are_lines_of_one_list() -> None:
    """A matching question keeps which is which."""
    item = make_item("matching")
    assert isinstance(item, MatchingItem)
    draft = draft_of(item)
    assert [line.prompt for line in draft.right] == [pair.prompt for pair in item.pairs]
    assert [line.text for line in draft.wrong] == ["The founder"]


def test_a_sentence_is_found_around_any_place_in_it() -> None:
    """Every place of a sentence gives the same one, without the space around it."""
    text = ARTICLE.text
    start = text.index("The bell weighs")
    sentence = "The bell weighs about 500 kilograms."
    for place in range(start, start + len(sentence)):
        span = sentence_at(ARTICLE, place)
        assert text[span.start : span.end] == sentence
    assert ARTICLE.at(sentence_at(ARTICLE, text.index("hung"))).startswith("The town of Aldwick")
    assert sentence_at(ARTICLE, len(text)) == Span(len(text), len(text))
