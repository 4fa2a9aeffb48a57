"""Facts become items, best first; what is not asked keeps its reason."""

from dataclasses import replace

from builders import make_evidence
from quizapp.model.fact import Answer, FactKind, FactSheet, Role, Skip
from quizapp.model.item import ChoiceItem, NumericItem, ShortAnswerItem, TrueFalseItem, key_text
from quizapp.writing.checks import Draft
from quizapp.writing.compose import true_false_item
from quizapp.writing.once import once
from quizapp.writing.ranking import MOST_SPEAKERS, chosen
from quizapp.writing.write import write_items
from writing.material import CALLED, make_clause, make_fact, make_mention, make_part, make_sheet, make_verb

LABEL = make_fact(
    FactKind.LABEL,
    "Edith Crane",
    Answer.PERSON,
    quote=CALLED,
    topic="the bell “a nuisance with a rope”",
    source="Edith Crane",
    cue="called",
    fact_id="crane",
    weight=0.9,
    sentence=2,
)
WEIGHT = make_part("about 500 kilograms", at=100)
HEAVY = make_fact(
    FactKind.QUANTITY,
    "about 500 kilograms",
    Answer.MEASURE,
    quote="The bell weighs about 500 kilograms.",
    noun="kilograms",
    value="500",
    part=WEIGHT,
    clause=make_clause(
        "the Aldwick bell", make_verb("weighs", first="does", rest="weigh", lemma="weigh", past=False), (WEIGHT,)
    ),
    fact_id="weight",
    sentence=1,
)
OTHERS = tuple(make_mention(name, speaks=True) for name in ("Ann Hale", "Tom Reed", "Joe Park"))


def test_a_key_with_believable_rivals_becomes_a_choice() -> None:
    """Two or more distractors make a choice; fewer make a typed answer."""
    items, _ = write_items(make_sheet(LABEL, mentions=OTHERS))
    alone, _ = write_items(make_sheet(LABEL))
    assert isinstance(items[0], ChoiceItem)
    assert isinstance(alone[0], ShortAnswerItem)


def test_a_quantity_is_asked_as_a_number_or_among_numbers() -> None:
    """The value travels with the item, its hedge in the key."""
    items, _ = write_items(make_sheet(HEAVY))
    assert isinstance(items[0], (NumericItem, ChoiceItem))
    assert key_text(items[0]) == "about 500 kilograms"


def test_scores_fall_along_the_list() -> None:
    """Best first, so that a limit keeps the best."""
    items, _ = write_items(make_sheet(HEAVY, LABEL, make_fact(), mentions=OTHERS))
    assert [i.score for i in items] == sorted((i.score for i in items), reverse=True)
    assert items[0].fact == "crane"


def test_every_fact_is_asked_or_rejected_with_a_reason() -> None:
    """Nothing disappears: items and rejects account for every fact and every skip."""
    facts = (LABEL, HEAVY, make_fact(), make_fact(key="this bell", fact_id="bad"))
    sheet = make_sheet(*facts, mentions=OTHERS)
    items, rejects = write_items(sheet)
    asked = {item.fact for item in items}
    assert len(asked) + len(rejects) == len(facts)
    assert all(r.check and r.reason and r.evidence for r in rejects)


def test_skips_become_rejects() -> None:
    """What the finders could not read is in the report too."""
    sheet = make_sheet(LABEL)
    quote = make_evidence("In winter nobody rings it.")
    skip = Skip(reason="stands alone", detail="it is not clear who “he” is", evidence=quote)
    _, rejects = write_items(replace(sheet, mentions=(), skips=(skip,)))
    assert [(r.check, r.reason) for r in rejects] == [("stands alone", "it is not clear who “he” is")]


def test_one_stem_with_two_answers_is_not_asked() -> None:
    """One right answer in the whole article."""
    other = make_fact(
        key="a lamp",
        fact_id="lamp",
        quote=CALLED,
        sentence=5,
        clause=make_clause(
            after=(
                make_part("a lamp", at=100),
                make_part("above its harbour", Role.ADJUNCT, at=200),
                make_part("in 1874", Role.ADJUNCT, at=300),
            )
        ),
    )
    items, rejects = write_items(make_sheet(make_fact(), other))
    assert items == ()
    assert {r.check for r in rejects} == {"one right answer"}


def test_a_sentence_carries_two_first_items_at_most() -> None:
    """The quiz is spread over the article."""
    facts = tuple(
        make_fact(
            key=key,
            fact_id=key,
            answer=Answer.THING,
            clause=make_clause(
                subject, after=(make_part(key, at=100), make_part(f"beside the {place}", Role.ADJUNCT, at=200))
            ),
        )
        for key, subject, place in [
            ("red lamps", "the mayor of Aldwick", "river"),
            ("blue boats", "the bishop of Hale", "tower"),
            ("old nets", "the guild of ringers", "quay"),
        ]
    )
    items, rejects = write_items(make_sheet(*facts))
    assert len({i.fact for i in items}) == 2
    assert [r.check for r in rejects] == ["one a fact"]


def test_a_statement_made_false_is_marked_false_and_says_what_is_true() -> None:
    """A false statement differs in the key alone, and its rationale gives the article's wording."""
    items, _ = write_items(make_sheet(HEAVY, *(make_fact(FactKind.QUANTITY, f"{n} boats", Answer.MEASURE) for n in ())))
    for item in items:
        if isinstance(item, TrueFalseItem):
            assert item.key == ("about 500 kilograms" in item.stem)
            assert item.key or "about 500 kilograms" in item.rationale


def test_evidence_holds_the_key_or_the_item_says_it_is_derived() -> None:
    """The promise: the sentence that answers is shown."""
    items, _ = write_items(make_sheet(LABEL, HEAVY, make_fact(), mentions=OTHERS))
    for item in items:
        quotes = " ".join(e.quote for e in item.evidence)
        assert item.derived or key_text(item) in quotes


def test_the_same_sheet_gives_the_same_items() -> None:
    """No clock and no dice of its own."""
    sheet = make_sheet(LABEL, HEAVY, make_fact(), mentions=OTHERS)
    assert write_items(sheet) == write_items(sheet)


def test_a_saying_and_its_mirror_are_not_both_among_the_first() -> None:
    """“Who called the bell “…”?” tells the answer to “What did Crane call the bell?”; the better one comes first."""
    bell = make_part("the bell", at=400)
    words = make_part("a nuisance with a rope", Role.CLAUSE, at=500)
    called = make_fact(
        FactKind.LABEL,
        "a nuisance with a rope",
        Answer.QUOTE,
        quote=CALLED,
        clause=make_clause("Edith Crane", make_verb("called", rest="call", lemma="call"), (bell, words)),
        fact_id="called",
        weight=0.8,
        sentence=2,
    )
    other = make_fact(fact_id="hung", weight=0.3)
    stems = [item.stem for item in write_items(make_sheet(LABEL, called, other))[0]]
    mirrored = ["Who called the bell “a nuisance with a rope”?", "What did Edith Crane call the bell?"]
    places = [stems.index(stem) for stem in mirrored]
    assert places[1] > stems.index("What did the town of Aldwick hang above its harbour in 1874?") > places[0]


def test_few_of_the_first_questions_ask_for_a_speaker() -> None:
    """More than three make a guessing game of names; the others come later."""
    said = [
        make_fact(
            FactKind.SAYING,
            name,
            Answer.PERSON,
            quote=CALLED,
            topic=f"“{words}”",
            source=name,
            fact_id=f"said-{place}",
            weight=0.9,
            sentence=place + 3,
        )
        for place, (name, words) in enumerate(
            [
                ("Ann Hale", "The fog hides the quay at noon"),
                ("Tom Reed", "Nobody rings a silent bell twice"),
                ("Joe Park", "Ropes cost more than bronze now"),
                ("Ida Crane", "My grandfather cast this bell himself"),
                ("Max Orr", "Sailors trust their ears before eyes"),
            ]
        )
    ]
    others = (make_fact(weight=0.3), replace(HEAVY, weight=0.3))
    stems = [item.stem for item in write_items(make_sheet(*said, *others))[0]]
    who = [place for place, stem in enumerate(stems) if stem.startswith("Who said")]
    what = [place for place, stem in enumerate(stems) if stem.startswith(("What did", "How many"))]
    assert len(who) == len(said)
    assert len(what) == len(others)
    assert who[MOST_SPEAKERS - 1] < min(what) < max(what) < who[MOST_SPEAKERS]


def test_an_answer_that_only_points_at_something_is_not_asked_for() -> None:
    """“the roof”: any other word for it would be as right."""
    roof = make_fact(key="the roof", fact_id="roof", weight=0.6, sentence=3)
    named = make_fact(key="a slate roof", fact_id="named", weight=0.6, sentence=5)
    items, rejects = write_items(make_sheet(roof, named))
    assert "named" in {item.fact for item in items}
    assert "roof" not in {item.fact for item in items}
    assert any(reject.reason == "the answer would be given in other words" for reject in rejects)


def test_how_far_the_writing_is_only_rises() -> None:
    """A long article has ten thousand facts, and who waits is told."""
    told: list[tuple[int, int]] = []
    facts = (HEAVY, LABEL, make_fact())
    write_items(make_sheet(*facts, mentions=OTHERS), progress=lambda done, total: told.append((done, total)))
    assert told[0][0] == 0
    assert told == sorted(told)
    assert {total for _, total in told} == {2 * len(facts)}
    assert max(done for done, _ in told) < 2 * len(facts)


def test_what_follows_from_a_sheet_is_made_once_and_anew_for_another() -> None:
    """Though the other one reads the same."""
    made: list[FactSheet] = []

    def count(sheet: FactSheet) -> int:
        made.append(sheet)
        return len(made)

    counted = once(count)
    one, other = make_sheet(LABEL), make_sheet(LABEL)
    assert [counted(each) for each in (one, one, other, other, one)] == [1, 1, 2, 2, 3]


def test_of_the_first_ones_none_holds_the_answer_of_another() -> None:
    """“Who rang it?” and “What did Hale ring?” of one sentence: the second waits until the others have been asked."""
    who = Draft(fact=make_fact(key="Ann Hale", fact_id="who", sentence=0), stem="Who rang the old bell?", score=0.9)
    what = Draft(
        fact=make_fact(key="the old bell", fact_id="what", sentence=0), stem="What did Ann Hale ring?", score=0.8
    )
    others = [
        Draft(
            fact=make_fact(key=f"Tom{n}", fact_id=f"o{n}", sentence=n), stem=f"Who met Bell{n} in 19{n}{n}?", score=0.3
        )
        for n in range(1, 10)
    ]
    order = [draft.fact.id for draft in chosen([who, what, *others], make_sheet())]
    assert order[0] == "who"
    assert order.index("what") == len(order) - 1


def test_whose_words_they_are_is_true_or_false_with_both_speakers_named() -> None:
    """The claim keeps its claimant: a false statement names the true speaker as well."""
    said = [
        make_fact(
            FactKind.SAYING,
            "Edith Crane",
            Answer.PERSON,
            quote=CALLED,
            topic=f"“The bell will ring again {number} times”",
            source="Edith Crane",
            cue="said",
            fact_id=f"saying-{number}",
        )
        for number in range(12)
    ]
    items = [
        true_false_item(Draft(fact=fact, stem="Who said it?", score=0.5), make_sheet(fact, mentions=OTHERS))
        for fact in said
    ]
    judged = [item for item in items if item is not None]
    assert {item.key for item in judged} == {True, False}
    for item in judged:
        assert ("It was Edith Crane, not " in item.stem) is item.key
        assert ", not Edith Crane, who said, “" in item.stem or item.key
