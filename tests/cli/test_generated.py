"""What generation made, as data with exact fields and as lines."""

import json
from dataclasses import replace

from builders import GATHERED, KINDS, make_article, make_bank, make_evidence, make_item
from quizapp.cli.generated import as_data, made_and_thrown_away, question_lines, reject_lines
from quizapp.cli.output import json_text
from quizapp.model.fact import Attribution
from quizapp.model.item import Bank, Distractor, Item, Reject
from quizapp.usecases.acquire import Generated

ARTICLE_FIELDS = ["id", "title", "source", "sha256", "language", "text", "byline", "date", "parts"]
ITEM_FIELDS = [
    "id",
    "fact",
    "kind",
    "stem",
    "key",
    "accepted",
    "distractors",
    "evidence",
    "derived",
    "attribution",
    "score",
]
BELL = make_evidence("The bell weighs about 500 kilograms.")
RING = make_evidence("Fishermen ring it twice a day because the fog hides the quay.")
REJECTS = (
    Reject(check="key in stem", reason="the key is in the question", stem="Which bell?", evidence=BELL),
    Reject(check="pronoun", reason="“it” is not resolved", stem="Who rings it?", evidence=RING),
    Reject(check="pronoun", reason="“it” is not resolved", stem="When is it rung?", evidence=RING),
)


def data_of(*items: Item) -> dict[str, object]:
    """The first item as a reader of the JSON gets it."""
    generated = Generated(bank=make_bank(items=items), rejects=REJECTS)
    parsed = json.loads(json_text(as_data(generated)))
    assert isinstance(parsed, dict)
    return parsed


def test_the_object_has_exactly_the_promised_fields_in_order() -> None:
    """Programs that read the JSON find each field where it always was."""
    data = data_of(*(make_item(kind) for kind in KINDS))
    assert list(data) == ["format", "article", "items", "rejects"]
    assert list(data["article"]) == ARTICLE_FIELDS  # type: ignore[call-overload]  # parsed JSON
    assert [list(item) for item in data["items"]] == [ITEM_FIELDS] * len(KINDS)  # type: ignore[attr-defined]  # same
    assert [list(reject) for reject in data["rejects"]] == [["check", "reason", "stem", "evidence"]] * 3  # type: ignore[attr-defined]  # same


def test_every_offset_of_the_json_cuts_its_quote_out_of_its_text() -> None:
    """Who holds the JSON alone can check each quote."""
    wrong = Distractor(text="Aldwick", why="It hung the bell.", evidence=make_evidence("The town of Aldwick"))
    data = data_of(replace(make_item("choice"), distractors=(wrong,)), *(make_item(kind) for kind in KINDS[1:]))
    text = data["article"]["text"]  # type: ignore[index]  # parsed JSON
    quotes = [quote for item in data["items"] for quote in item["evidence"]]  # type: ignore[attr-defined]  # same
    quotes += [reject["evidence"] for reject in data["rejects"]]  # type: ignore[attr-defined]  # same
    quotes += [wrong["evidence"] for item in data["items"] for wrong in item["distractors"]]  # type: ignore[attr-defined]  # same
    assert len(quotes) == 9
    assert all(text[quote["start"] : quote["end"]] == quote["quote"] for quote in quotes)


def test_a_key_has_the_shape_of_its_kind() -> None:
    """A string; "True" or "False" for a statement; a list of several keys; pairs of prompt and answer."""
    two_gaps = make_item("cloze", stem="Rung ____ a day because of ____.", keys=("twice", "fog"))
    items = data_of(*(make_item(kind) for kind in KINDS), two_gaps, *(make_item(kind) for kind in GATHERED))["items"]
    assert [item["key"] for item in items] == [  # type: ignore[attr-defined]  # parsed JSON
        "Edith Crane",
        "True",
        "fog",
        "500 kilograms",
        "Aldwick",
        ["twice", "fog"],
        ["fog", "the quay"],
        [["hung a bell", "Aldwick"], ["calls it a nuisance", "Edith Crane"], ["ring it", "Fishermen"]],
        ["the bell is hung", "it is weighed", "it is paid for"],
    ]


def test_an_attribution_names_source_and_cue_or_is_null() -> None:
    """Whose claim it is can be read off the item."""
    said = replace(make_item("choice"), attribution=Attribution(source="Edith Crane", cue="called"))
    items = data_of(said, make_item("short"))["items"]
    assert [item["attribution"] for item in items] == [{"source": "Edith Crane", "cue": "called"}, None]  # type: ignore[attr-defined]  # parsed JSON


def test_a_distractor_without_evidence_has_none() -> None:
    """Evidence of a wrong option is there when the article speaks of it, and the field is absent otherwise."""
    (item,) = data_of(make_item("choice"))["items"]  # type: ignore[misc]  # parsed JSON
    assert [list(wrong) for wrong in item["distractors"]] == [["text", "why"]] * 3


def test_the_list_counts_rejects_by_check_and_lists_them_when_asked() -> None:
    """Nothing is thrown away in silence."""
    generated = Generated(bank=make_bank(count=1), rejects=REJECTS)
    assert list(question_lines(generated))[-1] == "1 question; 3 drafts thrown away (2 pronoun, 1 key in stem)"
    rejects = list(reject_lines(generated))
    assert [line for line in rejects if not line.startswith(" ")] == [
        "Thrown away by “pronoun”: 2",
        "Thrown away by “key in stem”: 1",
    ]
    assert rejects[1:3] == ["   “it” is not resolved · Who rings it?", f"      ¶3 {RING.quote}"]


def test_fewer_than_were_asked_for_says_why() -> None:
    """Thirteen of twenty is no failure, but it needs a reason."""
    few = Generated(bank=make_bank(count=1), rejects=REJECTS, wanted=20)
    assert made_and_thrown_away(few) == (
        "you asked for 20, here are 1, because 3 drafts were thrown away: 2 by “pronoun”, 1 by “key in stem”"
    )
    enough = Generated(bank=make_bank(count=1), rejects=REJECTS, wanted=1)
    assert made_and_thrown_away(enough) == "1 question; 3 drafts thrown away"


def test_the_list_shows_question_key_options_and_source() -> None:
    """A person can judge each question from the list alone."""
    item = make_item("choice")
    printed = "\n".join(question_lines(Generated(bank=Bank(article=make_article(), items=(item,)), rejects=())))
    for text in (item.stem, "✓ Edith Crane", "· A fisherman", "¶2", item.evidence[0].quote):
        assert text in printed
