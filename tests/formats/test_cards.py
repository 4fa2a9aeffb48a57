"""Cards of Anki, hashcards and Obsidian: as people write them, and with nothing in them alive."""

import re

import pytest

from builders import make_bank, make_item
from quizapp.formats import anki_text, hashcards, obsidian
from quizapp.formats.html_text import text_of_html
from quizapp.formats.markdown_text import escaped, plain
from quizapp.formats.unseen import HINT, MORE_FIELDS, NO_IMAGE_GAPS, PICTURE, SEVERAL_CARDS, SOUND, TAGS
from quizapp.model.item import Distractor


def test_notes_of_anki_are_taken_by_their_directives() -> None:
    """The default export of Anki, with its columns; markup as it is seen; gaps."""
    text = (
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
        'g1\tBasic\tBells\t"Who <b>called</b><br>it?"\tEdith&nbsp;Crane\ta b\n'
        "g2\tCloze\tBells\tThe {{c1::fog::weather}} hides the {{c2::quay}}.\tSeen daily.\t\n"
        "g3\tBasic\tBells\t\tnothing asked\t\n"
    )
    taken = anki_text.take(text.encode(), name="notes.txt")
    who, fog = taken.items
    assert (who.kind, who.stem, who.keys, who.id, who.line) == (
        "short",
        "Who called\nit?",
        ("Edith\u00a0Crane",),
        "g1",
        7,
    )
    assert (fog.kind, fog.stem, fog.keys, fog.rationale) == (
        "cloze", "The ____ hides the ____.", ("fog", "quay"), "Seen daily.",
    )  # fmt: skip
    assert [refusal.line for refusal in taken.refusals] == [9]


def test_two_columns_and_nothing_else_are_cards_too() -> None:
    """As Quizlet exports them."""
    assert [item.keys for item in anki_text.take(b"Who?\tHolt\nWhen?\t1874\n", name="x").items] == [
        ("Holt",),
        ("1874",),
    ]


def test_nothing_is_alive_in_anki() -> None:
    """No markup, no sound, no LaTeX, no field or gap of a template."""
    hostile = "<b>x</b> [sound:x.mp3] [latex]y[/latex] {{c1::z}} \\(a\\) \x1f"
    text = anki_text.pack(make_bank(items=(make_item("short", stem=hostile, key=hostile),))).content.decode()
    note = text.split("\n")[5]
    assert not [mark for mark in ("<b>", "[sound", "[latex", "{{", "\\(", "\x1f") if mark in note]
    assert anki_text.take(text.encode(), name="x").items[0].stem == hostile.rstrip("\x1f ")


def test_hashcards_are_taken() -> None:
    """Questions and answers, gaps with escaped brackets, over several lines, between rules."""
    text = (
        '---\nname = "Bells"\n---\n\nQ: Who?\nReally?\nA: Holt\n\nC: The [fog] hides \\[the\\] [quay].\n---\nQ: Open\n'
    )
    taken = hashcards.take(text.encode(), name="x.md")
    who, fog = taken.items
    assert (taken.title, who.stem, who.keys, who.line) == ("Bells", "Who?\nReally?", ("Holt",), 5)
    assert (fog.stem, fog.keys, fog.line) == ("The ____ hides [the] ____.", ("fog", "quay"), 9)
    assert [refusal.line for refusal in taken.refusals] == [11]


def test_notes_of_obsidian_are_taken_and_their_prose_is_left_alone() -> None:
    """One line, several lines, highlights."""
    text = "# Bells\n\n#flashcards\n\nSome prose: nothing asked.\n\n"
    text += "Who::Holt\nWhen:::1874\n\nWhat\nelse\n??\nA rope\n\nThe ==fog== hides.\n"
    taken = obsidian.take(text.encode(), name="x.md")
    assert taken.title == "Bells"
    assert [(item.stem, item.keys) for item in taken.items] == [
        ("Who", ("Holt",)), ("When", ("1874",)), ("What\nelse", ("A rope",)), ("The ____ hides.", ("fog",)),
    ]  # fmt: skip
    assert not taken.refusals


@pytest.mark.parametrize("module", [hashcards, obsidian])
def test_nothing_is_alive_in_markdown(module: object) -> None:
    """No HTML, link, tag, formula, highlight or card of its own."""
    hostile = "<img src=x> [a](b) ![c] #tag $x$ ==y== a::b %%c%% **d** `e`\n?\nA: f\n- g\n1. h"
    content: bytes = module.pack(make_bank(items=(make_item("short", stem=hostile, key="k", accepted=()),))).content  # type: ignore[attr-defined]  # both modules have it
    asked = content.decode().split("\n\n")[-1]
    assert not set("<>[]#$=%*`|{}") & set(re.sub(r"\\.", "", asked).replace("<!-- quizapp: short-1 -->", ""))
    assert module.take(content, name="x").items[0].stem == hostile  # type: ignore[attr-defined]  # same


@pytest.mark.parametrize(
    "line", ["a\\b", "1. x", "12) x", "- x", "?", "A: x", "Q:", "a::b:::c", "____", "<!-- -->", "&lt;"]
)
def test_escaping_is_undone(line: str) -> None:
    """Letter for letter."""
    assert plain(escaped(line)) == line


def test_options_of_a_choice_stand_on_the_front() -> None:
    """And come back as options, with the reasons of the back."""
    item = make_item("choice", distractors=(Distractor(text="a", why="Not a."), Distractor(text="- b", why="Not b.")))
    said = hashcards.take(hashcards.pack(make_bank(items=(item,))).content, name="x").items[0]
    assert sorted((each.text, each.why) for each in said.distractors) == [("- b", "Not b."), ("a", "Not a.")]


def test_html_is_read_as_it_is_seen() -> None:
    """Blocks on lines of their own; scripts, styles and comments are not seen."""
    markup = "<p>a<br>b</p><ul><li>c</li><li>d &amp; e</li></ul><script>f</script><!-- g --><style>h</style>i"
    assert text_of_html(markup) == "a\nb\nc\nd & e\ni"
    assert text_of_html("<b" * 5_000)[:1] in {"", "<"}
    assert text_of_html("") == text_of_html("<p></p>") == ""


def test_what_of_a_note_in_plain_text_is_not_taken_is_said() -> None:
    """As of a note in a package."""
    text = "#html:true\n#tags column:4\nWhat?[sound:a.mp3]\tfog\tmore\ta b\n{{c1::fog::hint}} came\t\t\t\n"
    text += "{{c1::image-occlusion:rect}}\tx\t\t\nPlain?\tplain\t\t\n"
    taken = anki_text.take(text.encode(), name="x")
    assert [set(each.lost) for each in taken.items] == [{SOUND, MORE_FIELDS, TAGS}, {HINT}, set()]
    assert [(each.line, each.what) for each in taken.refusals] == [(5, NO_IMAGE_GAPS)]


def test_pictures_and_second_directions_of_markdown_are_not_taken_and_that_is_said() -> None:
    """In a note of Obsidian's and in a file of hashcards."""
    text = "Fog:::mist\n\nWho?\n??\nHolt ![[holt.png]]\n\nWhat?::fog\n"
    assert [each.lost for each in obsidian.take(text.encode(), name="x").items] == [
        (SEVERAL_CARDS,),
        (PICTURE, SEVERAL_CARDS),
        (),
    ]
    cards = "Q: Who?\nA: Holt ![](holt.png)\n\nC: It is [fog].\n"
    assert [each.lost for each in hashcards.take(cards.encode(), name="x").items] == [(PICTURE,), ()]
    for module in (obsidian, hashcards):
        assert not any(item.lost for item in module.take(module.pack(make_bank()).content, name="x").items)
