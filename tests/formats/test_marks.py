"""Marks in cards: what a reader sees comes in as words; what no text can hold is said, or is why a card stays out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bank.samples import any_text
from builders import make_bank, make_item
from formats.laws import taker
from quizapp.formats import anki_text, gift_reading, hashcards, obsidian
from quizapp.formats.markdown_reading import answer_in, answer_in_marks, in_marks, words_of
from quizapp.formats.markdown_text import escaped
from quizapp.formats.parcel import Taken
from quizapp.formats.unseen import FOOTNOTE, LINK, PICTURE, SOUND, TAGS

MEDIA = (
    "![[fog.png]]",
    "![a fog](fog.png)",
    "![](a_(b).png)",
    '<img src="fog.png">',
    "[sound:fog.mp3]",
    "![[fog.mp3]]",
)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("A **bold**, ***both***, *slanted*, __bold__, _slanted_ word", "A bold, both, slanted, bold, slanted word"),
        ("**R**oy **G** *Biv* in **a *b* c**", "Roy G Biv in a b c"),
        ("~~cold~~ and ==marked==", "cold and marked"),
        *((text, text) for text in ("2*3*4, 2**3**4", "snake_case_name", "a * b * c", "x == y == z", "[1, [2]]")),
        ("`__init__` and ``a*b*c``", "__init__ and a*b*c"),
        ("$a_1 * b_2 * c$ for $5 and $6", "$a_1 * b_2 * c$ for $5 and $6"),
        ("the [ground](http://x.y/a_(b)) and <https://x.y/_z_>", "the ground and https://x.y/_z_"),
        ("[[Prague|the capital]] of [[Czechia#Today]] [[Fog]]", "the capital of Czechia Fog"),
        ("cold[^1] salt %%mine%% here ^block-1", "cold salt here"),
        ("a<br>b <b>c</b> <span class='x'>d</span> 1 < 2 > 0 List<String>", "a\nb c d 1 < 2 > 0 List<String>"),
        ("&lt;b&gt; &amp; &#42;x&#42;", "<b> & *x*"),
        ("## What\n> [!note] Quoted\n- one\n* two\n3. three\n- [x] four", "What\nQuoted\none\ntwo\nthree\nfour"),
        (r"\*\*x\*\* \[a\](b) \- 1\. \<b\>", "**x** [a](b) - 1. <b>"),
        ("\\- x\n1\\. y\n1914. z", "- x\n1. y\n1914. z"),
        ("What is this ![[a.png]]? And [sound:b.mp3] this", "What is this? And this"),
    ],
)  # fmt: skip
def test_markdown_is_read_as_it_is_seen(markup: str, words: str) -> None:
    """Marks are no words; what only looks like a mark is one."""
    assert words_of(markup) == words


@pytest.mark.parametrize(
    ("back", "answer"),
    [
        ("- ice\n- water", "ice; water"),
        ("It is made of:\n1. ice\n2. water", "ice; water"),
        ("- ice", "ice"),
        ("ice\n- and water", "ice\nand water"),
    ],
)
def test_a_list_that_is_the_whole_answer_is_one_answer(back: str, answer: str) -> None:
    """And one that follows the answer is about it."""
    assert answer_in(back) == answer


@settings(max_examples=300)
@given(line=any_text | st.text("\\`*_{}[]<>#$%&~|=^!-+.:1 ab", max_size=20))
def test_what_is_escaped_stays_letter_for_letter(line: str) -> None:
    """As Markdown, however much it looks like marks."""
    assume_flat = " ".join(line.encode(errors="replace").decode().split())
    assert words_of(escaped(assume_flat)) == assume_flat
    assert answer_in(escaped(assume_flat)) == assume_flat


@pytest.mark.parametrize("marked", ["**x**", "==x==", "- x", "1. x", "• x", "[x](http://a.b)", "![[x.png]]", "[[a|x]]"])
@pytest.mark.parametrize("name", ["anki-text", "obsidian", "hashcards"])
def test_text_that_looks_like_marks_comes_back_from_our_own_exports(name: str, marked: str) -> None:
    """In the question, in the answer, and in what else is right."""
    item = make_item("short", stem=f"{marked}\n{marked}", key=marked, accepted=(f"{marked} too",), derived=True)
    module = {"anki-text": anki_text, "obsidian": obsidian, "hashcards": hashcards}[name]
    (said,) = taker(name)(module.pack(make_bank(items=(item,))).content).items
    assert (said.stem, said.keys, said.accepted) == (item.stem, (marked,), item.accepted)
    assert not said.lost


def test_notes_of_anki_lose_the_marks_that_people_put_there() -> None:
    """Those that are surely none of Anki's text; numbers alone, single stars and low lines are words."""
    assert in_marks("- **bold** ==light== [a](http://b) [[b|c]] [latex]x[/latex]") == "bold light a c x"
    assert in_marks("1. FC *Köln* __init__ 2**3 [[1, 2], [3, 4]]") == "1. FC *Köln* __init__ 2**3 [[1, 2], [3, 4]]"
    assert in_marks("1. one<br>2) two<div>- three</div>") == "one<br>two<div>three</div>"


@pytest.mark.parametrize(
    ("markup", "answer"),
    [
        ("<ul><li>ice</li><li><b>water</b></li></ul>", "ice; <b>water</b>"),
        ("- ice<br>- water", "ice; water"),
        ("<div>1. ice</div><div>2. water</div>", "ice; water"),
        ("ice<ul><li>cold</li><li>hard</li></ul>", "ice<ul><li>cold</li><li>hard</li></ul>"),
        ("<ul><li>ice</li></ul>", "<ul><li>ice</li></ul>"),
    ],
)
def test_a_list_that_is_all_of_an_answer_in_anki_is_one_answer(markup: str, answer: str) -> None:
    """As in Markdown."""
    assert answer_in_marks(markup) == answer


def taken(name: str, question: str, answer: str) -> Taken:
    """One card as a file of each kind has it."""
    files = {
        "anki-text": f"#html:true\n#separator:pipe\n{question}|{answer}\n",
        "hashcards": f"Q: {question}\nA: {answer}\n",
        "obsidian": f"{question}\n?\n{answer}\n",
        "one line": f"{question}::{answer}\n",
    }
    module = {"anki-text": anki_text, "hashcards": hashcards}.get(name, obsidian)
    return module.take(files[name].encode(), name="x")


@pytest.mark.parametrize("name", ["anki-text", "hashcards", "obsidian", "one line"])
@pytest.mark.parametrize("media", MEDIA)
def test_a_picture_or_a_sound_is_no_words_and_alone_no_question_and_no_answer(name: str, media: str) -> None:
    """Beside words it is said to be lost; alone it is the reason why the card stays out."""
    lost = SOUND if "mp3" in media else PICTURE
    (beside,) = taken(name, f"What is this {media}?", f"A **fog** {media}").items
    assert (beside.stem, beside.keys, beside.lost) == ("What is this?", ("A fog",), (lost,))
    for question, answer, side in ((media, "fog", "question"), ("What?", media, "answer")):
        alone = taken(name, question, answer)
        assert not alone.items
        assert [each.what for each in alone.refusals] == [
            f"the {side} is nothing but a picture or a sound, and those are not taken"
        ]


def test_a_card_that_cannot_be_taken_takes_no_other_with_it() -> None:
    """Each line of Obsidian's is a card of its own."""
    text = "Who?::Holt\nWhat?::![[a.png]]\nWhen?::1874 #flashcards\nThe ==![[a.png]]== came.\nThe ==fog== came. #a #b\n"
    found = obsidian.take(text.encode(), name="x")
    assert [(each.stem, each.keys) for each in found.items] == [
        ("Who?", ("Holt",)),
        ("When?", ("1874",)),
        ("The ____ came.", ("fog",)),
    ]
    assert [each.lost for each in found.items] == [(), (TAGS,), (TAGS,)]
    assert [each.line for each in found.refusals] == [2, 4]


def test_links_and_footnotes_leave_their_words_and_are_said() -> None:
    """Where they lead is lost."""
    (said,) = hashcards.take(b"Q: Who[^1] came?\nA: [Holt](http://x.y)\n", name="x").items
    assert (said.stem, said.keys, said.lost) == ("Who came?", ("Holt",), (LINK, FOOTNOTE))


def test_a_list_on_a_front_is_options_only_where_the_answer_is_among_them() -> None:
    """Else its lines are words of the question."""
    choice, short = hashcards.take(
        b"Q: Who?\n* Holt\n* Crane\n* Lee\nA: **Holt**\n\nQ: - Who?\n- When?\nA: Lee\n", name="x"
    ).items
    assert (choice.kind, choice.stem, [each.text for each in choice.distractors]) == (
        "choice",
        "Who?",
        ["Crane", "Lee"],
    )
    assert (short.kind, short.stem) == ("short", "Who?\nWhen?")


def test_a_file_of_anki_that_does_not_say_whether_it_is_html_is_read_by_its_tags() -> None:
    """As Anki reads it; one that says no is believed."""
    assert anki_text.take(b"What is <b>fog</b>?\ta <i>cloud</i>\n", name="x").items[0].stem == "What is fog?"
    assert anki_text.take(b"1 < 2 & 3 > 2?\tyes\n", name="x").items[0].stem == "1 < 2 & 3 > 2?"
    assert anki_text.take(b"#html:false\n<b>?\tyes\n", name="x").items[0].stem == "<b>?"


def test_gift_in_markdown_is_read_as_markdown() -> None:
    """Moodle shows it so."""
    (said,) = gift_reading.take(b"[markdown]What is **fog** ![](a.png)?{=a *cloud* ~mist ~dew}", name="x").items
    assert (said.stem, said.keys, PICTURE in said.lost) == ("What is fog?", ("a cloud",), True)


@pytest.mark.parametrize(
    "mark", ["**a", "[", "![[", "`a", "$a", "<b ", "==a", "_a", "[a](", "%%", "1. ", "- ", "[^", "&"]
)
def test_marks_without_end_are_read_at_once(mark: str) -> None:
    """A hundred thousand characters of them, as one card may have: no search grows with its square."""
    assert isinstance(words_of(mark * (100_000 // len(mark))), str)
    assert isinstance(in_marks(mark * (100_000 // len(mark))), str)
    assert isinstance(answer_in_marks(mark * (100_000 // len(mark))), str)


def test_a_note_of_nothing_but_its_guid_is_left_out() -> None:
    """It has no field at all."""
    taken = anki_text.take(b"#separator:tab\n#guid column:1\nabc\n", name="x")
    assert [(each.line, each.what) for each in taken.refusals] == [(3, "the question is empty")]
