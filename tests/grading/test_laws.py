"""The laws of grading, for any item."""

import string
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from builders import KINDS, make_distractor, make_item, right_response, wrong_response
from quizapp.grading.grade import BETWEEN_GAPS, LET_COUNT, LONGEST, OWN_WORDING, can_count, grade, let_count, overruled
from quizapp.grading.vocabulary import MONTHS, WEEKDAYS
from quizapp.grading.words import same_words, words
from quizapp.kit.text import one_line, reading
from quizapp.model.fact import Hedge
from quizapp.model.item import GAP
from quizapp.model.outcome import Outcome
from quizapp.model.response import Chosen, Judged, Shown, Typed

PHRASES = st.one_of(
    st.text(min_size=1, max_size=40),
    st.lists(st.text(string.ascii_letters + "éüß'-", min_size=1, max_size=12), min_size=1, max_size=9).map(" ".join),
    st.integers(0, 3000).map(str),
    st.dates().map(lambda day: f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"),
).filter(words)


@given(key=PHRASES, accepted=st.lists(PHRASES, max_size=3).map(tuple))
def test_the_key_and_every_accepted_variant_are_right(key: str, accepted: tuple[str, ...]) -> None:
    """Law: every accepted variant of the key is graded right."""
    item = make_item("short", key=key, accepted=accepted)

    for wording in (key, *accepted):
        assert grade(item, Typed(fields=(wording,))).outcome is Outcome.RIGHT


@given(key=PHRASES, accepted=st.lists(PHRASES, max_size=2).map(tuple), wrong=PHRASES)
def test_every_distractor_is_wrong(key: str, accepted: tuple[str, ...], wrong: str) -> None:
    """Law: every distractor is graded wrong, unless it reads as an accepted variant, which no bank may have."""
    assume(not any(same_words(wrong, wording) for wording in (key, *accepted)))
    item = make_item("short", key=key, accepted=accepted, distractors=(make_distractor(wrong),))

    assert grade(item, Typed(fields=(wrong,))).outcome is Outcome.WRONG


@given(keys=st.lists(PHRASES, min_size=1, max_size=3).map(tuple))
def test_the_keys_of_a_cloze_item_are_right_gap_by_gap(keys: tuple[str, ...]) -> None:
    """Law: the keys in their gaps are right, and each gap has its outcome."""
    item = make_item("cloze", keys=keys, stem=" and ".join(GAP for _ in keys))

    verdict = grade(item, Typed(fields=keys))

    assert verdict.outcome is Outcome.RIGHT
    assert verdict.parts == (Outcome.RIGHT,) * len(keys)


NAMES = st.text(string.ascii_lowercase, min_size=4, max_size=10)
FIGURES = st.integers(0, 10**6)


@given(before=NAMES, after=NAMES, key=FIGURES, other=FIGURES)
def test_no_number_inside_an_answer_is_fuzzy(before: str, after: str, key: int, other: int) -> None:
    """Law: another number is never a slip, however long the answer around it."""
    assume(key != other)
    item = make_item("short", key=f"{before} {key} {after}", accepted=())

    assert not grade(item, Typed(fields=(f"{before} {other} {after}",))).outcome.counts_as_right


EXACT = st.sampled_from([*MONTHS, *WEEKDAYS, "one", "two", "three", "ninety", "north", "south", "not", "never", "no"])


@example(before="hundred", after="visitors", key="january", other="visitors")
@given(before=NAMES, after=NAMES, key=EXACT, other=EXACT | NAMES)
def test_no_date_or_negation_inside_an_answer_is_fuzzy(before: str, after: str, key: str, other: str) -> None:
    """Law: months, days, numbers in words, directions and negations are exact in both ways."""
    assume(key != other)
    answer, slip = f"{before} {key} {after}", f"{before} {other} {after}"

    assert not grade(make_item("short", key=answer, accepted=()), Typed(fields=(slip,))).outcome.counts_as_right
    assert not grade(make_item("short", key=slip, accepted=()), Typed(fields=(answer,))).outcome.counts_as_right


@given(value=st.decimals(0, 10**12, places=2, allow_nan=False), other=st.decimals(0, 10**12, places=2, allow_nan=False))
def test_a_number_is_right_in_every_spelling_and_no_other_number_is(value: Decimal, other: Decimal) -> None:
    """Law: a numeric answer is exact, whatever way it is written."""
    assume(value != other)
    item = make_item("numeric", key=f"{value:f} tonnes", value=f"{value:f}", unit="tonnes", hedge=Hedge.EXACT)

    for spelling in (f"{value:f}", f"{value:,f}", f" {value:f} tonnes", f"about {value:f} t"):
        assert grade(item, Typed(fields=(spelling,))).outcome is Outcome.RIGHT, spelling
    for spelling in (f"{other:f}", f"{other:,f} tonnes", f"-{value:f}" if value else "1"):
        assert grade(item, Typed(fields=(spelling,))).outcome is Outcome.WRONG, spelling


@given(text=st.text(max_size=80), kind=st.sampled_from(["short", "numeric", "cloze"]))
def test_anything_can_be_typed(text: str, kind: str) -> None:
    """Law: no text breaks the grader, and what it shows of it is safe."""
    verdict = grade(make_item(kind), Typed(fields=(text,)))

    assert verdict.given == one_line(verdict.given)
    assert all(0 <= each.start < each.end for each in verdict.differences)


@given(key=PHRASES, typed=PHRASES)
def test_differences_are_ranges_of_what_is_shown(key: str, typed: str) -> None:
    """Law: every difference lies inside the text it belongs to."""
    verdict = grade(make_item("short", key=key, accepted=()), Typed(fields=(typed,)))

    for each in verdict.differences:
        side = verdict.given if each.side == "given" else verdict.expected
        assert each.end <= len(side)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_knows_right_wrong_and_shown(kind: str) -> None:
    """The key is right, something else is wrong, and asking for the answer is neither."""
    item = make_item(kind)

    assert grade(item, right_response(item)).outcome is Outcome.RIGHT
    assert grade(item, wrong_response(item)).outcome is Outcome.WRONG
    assert grade(item, Shown()).outcome is Outcome.SHOWN


def test_a_slip_is_marked_where_it_is() -> None:
    """The differing letters are given as ranges of both texts, with a note."""
    verdict = grade(make_item("short", key="Aldwick", accepted=()), Typed(fields=("Aldwyck",)))

    assert (verdict.outcome, verdict.note) == (Outcome.CLOSE, "one letter off; it counts as right")
    assert [(each.side, each.start, each.end) for each in verdict.differences] == [("given", 4, 5), ("expected", 4, 5)]


def test_gaps_are_judged_one_by_one() -> None:
    """One wrong gap makes the answer wrong, and the note counts; the key of another gap is wrong in this one."""
    item = make_item("cloze", stem=f"From {GAP} to {GAP}.", keys=("Reading", "Redding"))

    verdict = grade(item, Typed(fields=("Reading", "Reading")))

    assert verdict.parts == (Outcome.RIGHT, Outcome.WRONG)
    assert (verdict.outcome, verdict.note) == (Outcome.WRONG, "1 of 2 gaps right")
    assert grade(item, Typed(fields=("Readingg", "Redding"))).outcome is Outcome.CLOSE


def test_a_variant_of_several_gaps_fills_them_all() -> None:
    """Accepted variants of a cloze item with several gaps say all gaps, between commas."""
    item = make_item("cloze", stem=f"{GAP} met {GAP}.", keys=("Anna", "Boris"), accepted=("Ms Ashe, Mr Bell",))

    assert grade(item, Typed(fields=("Ms Ashe", "Mr Bell"))).outcome is Outcome.RIGHT


def test_a_long_text_is_cut_before_it_is_read() -> None:
    """Responses are bounded, so that no paste can hold the app up."""
    verdict = grade(make_item("short"), Typed(fields=("x" * 10**6,)))

    assert len(verdict.given) == LONGEST


def test_an_empty_variant_accepts_nothing() -> None:
    """A bank that lists nothing among its variants does not make everything right."""
    item = make_item("short", accepted=("", "\u200b"))

    assert grade(item, Typed(fields=("Barrow",))).outcome is Outcome.WRONG
    assert grade(item, Typed(fields=("\u200b",))).outcome is Outcome.WRONG


def test_overruling_makes_it_right_and_says_who_says_so() -> None:
    """The learner's word is logged as such."""
    verdict = overruled(grade(make_item("short"), Typed(fields=("zebra",))))

    assert (verdict.outcome, verdict.rule) == (Outcome.RIGHT, "overruled")


TYPED = st.sampled_from(["short", "numeric", "cloze"])
NEAR = st.sampled_from(["500 kg", "<500", "0.5 tonnes", "five hundred", "Aldwich", "the aldwick", "foggy", "not fog"])
SAID = st.one_of(PHRASES, NEAR, NEAR.map(str.upper))


@given(kind=TYPED, own=st.lists(SAID.map(one_line), max_size=3), said=SAID)
def test_an_own_wording_is_right_and_nothing_else_is_right_because_of_it(kind: str, own: list[str], said: str) -> None:
    """Law: what the learner lets count is right in its trivial forms; every other verdict stays as it was."""
    item, shown = make_item(kind), one_line(said)  # as the log has what was given
    before, after = (grade(item, Typed(fields=(said,)), own=wordings) for wordings in ((), own))
    alike = [wording for wording in own if same_words(shown, wording)]

    if shown in own:
        assert after.outcome.counts_as_right
    if before.outcome.counts_as_right or not alike:
        assert after == before
    if any(letter.isdigit() for letter in shown) and not any(reading(shown) == reading(wording) for wording in own):
        assert after == before
    if after != before:
        assert (after.outcome, after.rule, after.expected) == (Outcome.RIGHT, OWN_WORDING, before.expected)


@given(own=st.lists(PHRASES, min_size=2, max_size=2).map(tuple), said=st.lists(PHRASES, min_size=2, max_size=2))
def test_an_own_wording_of_several_gaps_is_one_of_all_of_them(own: tuple[str, ...], said: list[str]) -> None:
    """Law: gap by gap the same words, or no help; where the gaps cannot be told apart nothing is offered."""
    item = make_item("cloze", keys=("fog", "quay"), stem=f"The {GAP} hides the {GAP}.")
    given_text = grade(item, Typed(fields=own)).given
    told_apart = given_text.count(BETWEEN_GAPS) == 1
    assert can_count(item, given_text) == told_apart

    if told_apart:
        assert grade(item, Typed(fields=own), own=(given_text,)).outcome.counts_as_right
    before, after = (grade(item, Typed(fields=tuple(said)), own=known) for known in ((), (given_text,)))
    if not all(same_words(one_line(one), one_line(other)) for one, other in zip(said, own, strict=True)):
        assert after == before


def test_nothing_typed_can_never_count() -> None:
    """Neither nothing nor what nobody can see is a wording."""
    item = make_item("short")
    assert not can_count(item, "")
    assert grade(item, Typed(fields=("",)), own=("",)).outcome is Outcome.WRONG
    assert let_count(grade(item, Typed(fields=("zebra",)))).rule == LET_COUNT


@pytest.mark.parametrize(
    ("kind", "response"),
    [("choice", Typed(fields=("x",))), ("short", Judged(value=True)), ("cloze", Typed(fields=("a", "b")))],
)
def test_a_response_of_another_kind_is_a_mistake_of_the_face(kind: str, response: Typed | Judged | Chosen) -> None:
    """A choice is chosen, words are typed, one field a gap."""
    with pytest.raises(ValueError, match="not answered by"):
        grade(make_item(kind), response)


@given(
    st.permutations(["council", "dealer", "farmer", "museum", "teacher", "union"]),
    st.sampled_from(["sued", "praised", "chased", "replaced", "warned", "copied"]),
)
def test_who_did_it_to_whom_counts(names: list[str], deed: str) -> None:
    """Law: what somebody did is not done by the one it was done to, in either voice; the other voice says the same."""
    one, other = names[:2]
    active, passive = "that the {} had {} the {} in May", "that the {} had been {} by the {} in May"
    says = {active.format(one, deed, other), passive.format(other, deed, one)}
    turned = {active.format(other, deed, one), passive.format(one, deed, other)}
    for key in says:
        item = make_item("short", key=key, accepted=(), stem="What was said?")
        for given_ in says:
            assert grade(item, Typed(fields=(given_,))).outcome is Outcome.RIGHT
        for given_ in turned:
            assert grade(item, Typed(fields=(given_,))).outcome is Outcome.WRONG


@given(key=PHRASES, typed=PHRASES)
def test_without_slips_nothing_is_right_that_was_not(key: str, typed: str) -> None:
    """Law: without slips an answer is right only where it is with them, and never merely close."""
    item = make_item("short", key=key, accepted=())

    strict, lenient = (grade(item, Typed(fields=(typed,)), slips=slips).outcome for slips in (False, True))

    assert strict is not Outcome.CLOSE
    assert lenient.counts_as_right or not strict.counts_as_right


@pytest.mark.parametrize(
    ("key", "typed"),
    [("Aldwick", "Aldwik"), ("because the harbour bell was silent", "because the harbuor bell was silent")],
    ids=["word", "statement"],
)
def test_a_slip_is_a_miss_where_none_is_accepted(key: str, typed: str) -> None:
    """Law: what is right but for a slip is a miss without slips; the key itself stays right."""
    item = make_item("short", key=key, accepted=())

    assert grade(item, Typed(fields=(typed,))).outcome.counts_as_right
    assert grade(item, Typed(fields=(typed,)), slips=False).outcome is Outcome.WRONG
    assert grade(item, Typed(fields=(key,)), slips=False).outcome is Outcome.RIGHT
    assert grade(item, Typed(fields=(key.upper(),)), slips=False).outcome is Outcome.RIGHT


@given(st.text(alphabet=string.ascii_letters + string.digits + " ", max_size=30))
@example("")
@example("  12 May 1921  A ")
def test_plain_letters_and_figures_are_read_as_they_are_beside_signs(text: str) -> None:
    """Law: what is read without a look at signs is read no other way than with one, which the signs force."""
    assume(text.strip())
    assert words(f"{text} !") == words(text) == words(f"“ {text} ”")


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 23), st.integers(0, 59))
def test_a_time_of_day_is_right_by_either_clock_and_no_other_time_is(
    hour: int, minute: int, other: int, past: int
) -> None:
    """Law: 17:05 is 5:05 pm; another time is no answer to it, nor what leaves open which half of the day it is."""

    def said(hours: int, minutes: int) -> str:
        return f"{(hours - 1) % 12 + 1}:{minutes:02} {'am' if hours < 12 else 'pm'}"

    asked = make_item("short", key=said(hour, minute), accepted=(), stem="When was it?")
    late = hour >= 13  # before that 11:05 may be of either half
    assert (grade(asked, Typed(fields=(f"{hour}:{minute:02}",))).outcome is Outcome.RIGHT) is late
    answer = said(other, past)
    assert grade(asked, Typed(fields=(answer,))).outcome.counts_as_right is ((hour, minute) == (other, past))


@pytest.mark.parametrize(
    ("stem", "typed", "right"),
    [
        ("Which lake lies east of Orra?", "Brenn", True),
        ("Which lake lies east of Orra?", "the Brenn", True),
        ("What lies east of Orra?", "Brenn", False),
        ("Which river runs east of Orra?", "Brenn", False),
        ("Which lake lies east of Orra?", "Lake Bronn", False),
        ("Which lake lies east of Orra?", "Lake", False),
    ],
)
def test_the_kind_that_the_question_names_may_be_left_out(stem: str, typed: str, right: bool) -> None:
    """Who is asked for a lake need not say that it is one; who is asked for anything has to say it all."""
    asked = make_item("short", key="Lake Brenn", accepted=(), stem=stem)
    assert (grade(asked, Typed(fields=(typed,))).outcome is Outcome.RIGHT) is right
