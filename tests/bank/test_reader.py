import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml

from bank.samples import ARTICLE, SAMPLE
from quizapp.bank import syntax
from quizapp.bank.reader import read_bank
from quizapp.bank.writer import write_bank
from quizapp.kit.errors import BankError, Finding, Place
from quizapp.model.item import GAP, ChoiceItem, NumericItem, ShortAnswerItem, TrueFalseItem

GOOD = write_bank(SAMPLE).decode()
HEAD = "format: 1\narticle:\n  id: a\n  title: T\n  text: The lighthouse was lit in 1871 by Mara Holt.\nitems:\n"
KEY = "    key: Mara Holt\n"
ITEM = f"  - id: one\n    kind: short\n    stem: Who lit it?\n{KEY}    evidence:\n      - quote: by Mara Holt\n"


def findings(text: str | bytes) -> list[str]:
    """Every finding of a bank, as it is shown."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(BankError) as caught:
        read_bank(data, file="b.yaml")
    return [str(finding) for finding in caught.value.findings]


def outcome(data: bytes) -> tuple[Finding, ...]:
    """What is found in a bank; nothing when it can be read."""
    try:
        read_bank(data, file="b.yaml")
    except BankError as error:
        return error.findings or (Finding(Place("refused without a reason"), ""),)
    return ()


def only(text: str | bytes) -> str:
    """The only finding of a bank."""
    found = findings(text)
    assert len(found) == 1, found
    return found[0]


def test_the_smallest_bank_can_be_read() -> None:
    """What the other tests break is whole before they break it."""
    assert len(read_bank((HEAD + ITEM).encode(), file="b.yaml").items) == 1


# Y1


BOMBS = """
import sys
from quizapp.bank.reader import read_bank
from quizapp.kit.errors import BankError, Finding, Place

bombs = [
    "[" * 200_000,
    "{a: " * 100_000,
    "- " * 50_000,
    "? " * 50_000,
    "- \\n" * 50_000,
    "items:\\n" + "- a\\n" * 50_000,
    "a: &a [x]\\n" + "".join(f"k{n}: &k{n} [*a, *a, *a]\\n" for n in range(5_000)),
    "a: &a {x: 1}\\nb: &b {<<: [*a,*a,*a,*a]}\\nc: {<<: [*b,*b,*b,*b]}\\n" * 9,
    "a: " + "'" * 200_000,
    "format: 1\\narticle: {id: a, title: t, text: '" + "x " * 500_000 + "'}\\nitems: []\\nextra: " + "z" * 500_000,
]
for bomb in bombs:
    try:
        read_bank(bomb.encode(), file="bomb.yaml")
        sys.exit("not refused: " + bomb[:40])
    except BankError as error:
        assert error.exit_code == 3
        assert error.findings[0].place.line >= 1
        assert len(error.lines()) <= 21
# the peak of this program alone; ru_maxrss would count the one that started it
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from Linux's /proc")
def test_bombs_are_refused_within_bounds() -> None:
    """Y1: depth, dashes, aliases and merge keys end as findings with a line, in little time and under 100 MiB."""
    limits = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (10, 10)); "  # ten bombs, a second each
    done = subprocess.run(
        [sys.executable, "-c", limits + BOMBS], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 100 * 1024  # KiB


def test_a_bank_may_be_only_so_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limits is refused before it is parsed, or while it is."""
    monkeypatch.setattr(syntax, "MOST_EVENTS", 20)
    assert only(HEAD + ITEM) == "b.yaml:9:5: this bank has too many parts; split it in two"
    assert "larger than 32 MiB" in only(b"#" * (32 * 2**20 + 1))


# Y2


def test_everything_wrong_is_found_at_once() -> None:
    """Y2: each slip has its line and column, none hides another, and they come in the order of the file."""
    broken = """format: 1
article:
  id: a
  title: T
  text: The lighthouse was lit in 1871 by Mara Holt.
  colour: blue
items:
  - id: one
    kind: choice
    stem: Who lit it?
    key: Mara Holt
    key: Holt
    distractor: []
    distractors:
      - text: mara  HOLT
        why: No.
      - text: Jo
    evidence:
      - quote: by Mara Hold
    score: 1.5
  - id: one
    kind: numeric
    stem: [When]
    key: 1871
    value: 1,871
    evidence: in 1871
  - id: two
    kind: shrt
  - id: three
    kind: true-false
    key: maybe
    evidence:
      - quote: lit
"""
    assert findings(broken) == [
        (
            "b.yaml:6:3: unknown field “colour”; known here: id, title, source, language, byline, date, parts, sha256,"
            " text"
        ),
        "b.yaml:11:10: this key is not in the evidence; quote where it stands, or add “derived: true”",
        "b.yaml:12:5: “key” stands here twice, first on line 11; keep one",
        "b.yaml:13:5: unknown field “distractor”; did you mean “distractors”?",
        "b.yaml:15:15: this wrong option reads the same as the key or an accepted answer; change one of them",
        "b.yaml:17:9: “why” is missing here; add it",
        "b.yaml:19:16: this quote is not in the text; copy it letter for letter",
        "b.yaml:20:12: score: this is above 1; write a number from 0 to 1",
        "b.yaml:21:9: the id “one” is taken by the item on line 8; give this one another",
        "b.yaml:23:11: stem: a text belongs here; mend the indentation, or put the text in quotes",
        "b.yaml:25:12: value: “1,871”: write a plain number, such as 56000000000 or 2.5: no commas, units or words",
        "b.yaml:26:15: evidence: a list belongs here; write each entry on a line of its own after “- ”",
        "b.yaml:28:11: kind: “shrt” is not known; did you mean “short”?",
        "b.yaml:29:5: “stem” is missing here; add it",
        "b.yaml:31:10: key: “maybe”: write true or false",
    ]


def test_the_first_twenty_are_shown_and_all_are_counted() -> None:
    """Y2: thirty slips give twenty lines and “10 more”."""
    text = HEAD + "".join(f"  - id: i{n}\n    kind: wrong\n" for n in range(30))
    with pytest.raises(BankError) as caught:
        read_bank(text.encode(), file="b.yaml")
    assert len(caught.value.findings) == 30
    assert len(caught.value.lines()) == 21
    assert caught.value.lines()[-1] == "… and 10 more"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("format: 1", "format: 2", "1:9: this bank was written by a newer quizapp (format 2, this one reads format 1)"),
        ("format: 1", "format: one", "1:9: format: “one” is not known; write 1"),
        ("format: 1", "format: 0", "1:9: format: “0” is not known; write 1"),
        ("format: 1\n", "", "1:1: “format” is missing here; add it"),
        ("items:\n", "itens:\n", "6:1: unknown field “itens”; did you mean “items”?"),
        ("  id: a\n", "  id: ../../etc/passwd\n", "3:7: id: write a-z, 0-9"),
        ("  title: T\n", "  title: ''\n", "4:10: title: “”: this is empty"),
        ("kind: short", "kind: essay", "8:11: kind: “essay” is not known; known here: choice"),
        ("    kind: short\n", "", "7:5: “kind” is missing here; add one of choice, true-false"),
        ("key: Mara Holt", 'key: "\\u200b"', "10:10: a reader sees nothing here; write it out"),
        ("quote: by Mara Holt", "quote: by  Mara Holt", "12:16: line ends or spaces differ from the text"),
        ("by Mara Holt\n", "by Mara Holt\n        start: 5\n", "12:16: this quote does not stand at 5, but at 31"),
        ("by Mara Holt\n", "by Mara Holt\n        end: 5\n", "12:16: the quote ends at 43, not 5; delete “end”"),
        ("by Mara Holt\n", "by Mara Holt\n        start: -1\n", "13:16: start: “-1”: write a whole number"),
        ("quote: by Mara Holt", "quote: e", "12:16: this quote stands in the text more than once; make it longer"),
        ("  - id: one", "  - hello\n  - id: one", "7:5: entry 1: a mapping belongs here"),
        (KEY, f"{KEY}    accepted: Holt\n", "11:15: accepted: a list belongs here"),
        (KEY, f"{KEY}    edited: ja\n", "11:13: edited: “ja”: write true or false"),
        (KEY, f"{KEY}    score: nan\n", "11:12: score: “nan”: write a number from 0 to 1"),
        (KEY, f"{KEY}    status: keep\n", "11:13: status: “keep” is not known; did you mean “kept”?"),
        ("  title: T\n", "  title: T\n  ? [a]\n  : b\n", "5:5: a field name is a word, not a list or a mapping"),
        ("by Mara Holt\n", "bye\n        start: 5\n", "12:16: this quote is not in the text"),
        (KEY, f'{KEY}    distractors:\n      - text: "\\u200b"\n        why: No.\n', "12:15: a reader sees nothing"),
        ("  title: T\n", "  title: T\n  sha256: 00\n", "5:11: the text was changed since this digest was made"),
    ],
)  # fmt: skip
def test_a_slip_is_named_at_its_place(old: str, new: str, what: str) -> None:
    """Each kind of slip gives a finding that says what to do, at the character where it stands."""
    whole = HEAD + ITEM
    assert old in whole
    assert any(finding.startswith(f"b.yaml:{what}") for finding in findings(whole.replace(old, new, 1)))


def test_a_cloze_item_needs_a_key_for_each_gap() -> None:
    """The model would refuse it; the file's reader hears where."""
    item = ITEM.replace("short", "cloze").replace("Who lit it?", "____ lit ____.")
    assert "1 keys" in only(HEAD + item.replace("key: Mara Holt", "keys:\n      - Mara Holt"))


def test_a_number_is_not_proved_by_a_longer_one() -> None:
    """87 does not stand in 1871, though its digits do."""
    item = ITEM.replace("Mara Holt", "87").replace("by 87", "in 1871")
    assert "not in the evidence" in only(HEAD + item)
    assert read_bank((HEAD + item + "    derived: true\n").encode(), file="b").items[0].derived


def test_options_that_read_the_same_are_refused() -> None:
    """T3: full-width letters, case and hidden characters make no difference to a reader."""
    item = ITEM.replace("short", "choice") + (
        "    distractors:\n      - text: Jo Bell\n        why: No.\n"
        '      - text: "ＪＯ\\u200b Bell"\n        why: No.\n'
    )
    assert "reads the same as another" in only(HEAD + item)


# Y3


@pytest.mark.parametrize(
    "typed", ["NO", "on", "1.10", "12:30", "~", "null", "0x1F", "1_000", "2024-13-45", ".nan", "1e9", "=", "<<"]
)
def test_what_was_typed_stays(typed: str) -> None:
    """Y3: a plain value is the text that was typed, whatever YAML would make of it."""
    bank = read_bank((HEAD + ITEM.replace("Who lit it?", typed)).encode(), file="b.yaml")
    assert bank.items[0].stem == typed


def test_true_and_false_are_keys() -> None:
    """A statement's key may be written as a person would."""
    for typed, value in {"True": True, "true": True, "False": False, "'false'": False}.items():
        item = ITEM.replace("short", "true-false").replace("key: Mara Holt", f"key: {typed}")
        read = read_bank((HEAD + item).encode(), file="b.yaml").items[0]
        assert isinstance(read, TrueFalseItem)
        assert read.key is value


# Y4


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.system [ls]", "!!int x", "!!float 1", "!!timestamp 2024-13-45", "!!binary x",
        "!foo x", "!e!x y", "!!set {a}", "! x", "!<tag:x> y", "&a x", "*a", "9" * 5000, "-.inf", "{x: !!int '}'}",
        "[[[[", "@x", "`x", '"\\ud800"', '"\\UFFFFFFFF"', '"\\q"', "'", "a: b: c", "%x",
    ],
)  # fmt: skip
def test_odd_values_are_refused_or_text(value: str) -> None:
    """Y4: tags, numbers beyond all bounds and broken escapes give findings or text, never another exception."""
    for place in ("stem: Who lit it?", "key: Mara Holt", "kind: short"):
        text = HEAD + ITEM.replace(place, f"{place.split(':')[0]}: {value}")
        assert all(finding.place.line and finding.place.column for finding in outcome(text.encode()))


def test_tags_anchors_and_aliases_are_errors_that_hide_nothing() -> None:
    """Each is named, and what is wrong elsewhere is named as well."""
    text = HEAD.replace("title: T", "title: &t T") + ITEM.replace("Who lit it?", "!x Who").replace(
        "key: Mara Holt", "key: *t"
    )
    found = findings(text + "    colour: red\n")
    assert [finding.split(": ", 1)[0] for finding in found] == [
        "b.yaml:4:10",
        "b.yaml:9:11",
        "b.yaml:10:10",
        "b.yaml:13:5",
    ]


# Y5


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (GOOD.encode("utf-16"), "1:1: this file is in UTF-16; save it as UTF-8"),
        (GOOD.encode("utf-16-le"), "1:1: this file is in UTF-16; save it as UTF-8"),
        ("format: 1\nx: café\n".encode("latin-1"), "2:7: byte 0xE9 is not UTF-8"),
        (b"format: 1\nx: a\0b\n", "2:5: the character U+0000 may not stand here"),
        ("format: 1\nx: a\u2028b\n".encode(), "2:5: the character U+2028 may not stand here"),
        (b"format: 1\narticle:\n\tid: a\n", "3:1: a tab stands in the indentation; use spaces"),
        (b"", "1:1: this file is empty"),
        (b"\xef\xbb\xbf \n", "1:1: this file is empty"),
        (b"# nothing\n", "1:1: this file is empty"),
        (b"- a\n- b\n", "1:1: a bank is a mapping that begins with “format: 1”"),
        (b"hello", "1:1: a bank is a mapping that begins with “format: 1”"),
        (GOOD.encode() + b"---\nformat: 1\n", "116:1: a second document begins here"),
        (b"%PDF-1.4\x00", "1:9: the character U+0000"),
        (b"format: 1\r\nx: [a\r\n", "3:1: "),
    ],
)  # fmt: skip
def test_a_file_that_is_no_bank_gives_one_reason(data: bytes, what: str) -> None:
    """Y5: another encoding, a zero byte, a tab, nothing, two documents: one line with what to do."""
    assert only(data).startswith(f"b.yaml:{what}")


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    """Y5: editors on Windows write both; places and texts are the same."""
    data = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert read_bank(data, file="b.yaml") == SAMPLE
    assert only(b"\xef\xbb\xbf" + GOOD.encode() + b"x: y\n").startswith("b.yaml:116:1: unknown field “x”")


# Y6, Y7


@pytest.mark.parametrize(
    "field", ["accept_regex: (a+)+$", "image: ../../etc/passwd", "file: /etc/passwd", "include: x.yaml"]
)
def test_no_field_names_a_pattern_or_a_file(field: str) -> None:
    """Y6, Y7: there are no such fields."""
    assert f"unknown field “{field.partition(':')[0]}”" in only(HEAD + ITEM + f"    {field}\n")


def test_an_accepted_pattern_is_only_text() -> None:
    """Y6: what looks like a pattern is kept as it is and never run."""
    bank = read_bank((HEAD + ITEM + "    accepted:\n      - (a+)+$\n").encode(), file="b.yaml")
    assert bank.items[0].accepted == ("(a+)+$",)


# what comes out


def test_defaults_are_filled_in() -> None:
    """What a hand-written bank leaves out is the default, and a quote finds its own place."""
    item = read_bank((HEAD + ITEM).encode(), file="b.yaml").items[0]
    assert isinstance(item, ShortAnswerItem)
    assert item.fact == "one"
    assert item.score == 0.5
    assert item.evidence[0].span.start == 31


def test_the_kinds_come_out() -> None:
    """Each kind of entry becomes its kind of item."""
    bank = read_bank(GOOD.encode(), file="b.yaml")
    kinds = [type(item) for item in bank.items]
    assert kinds == [type(item) for item in SAMPLE.items]
    assert kinds[0] is ChoiceItem
    assert kinds[2] is NumericItem
    assert bank.article == ARTICLE


# F1


def _flip(dice: random.Random, data: bytes) -> bytes:
    at = dice.randrange(len(data))
    return data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]


def _insert(dice: random.Random, data: bytes) -> bytes:
    nasty = [
        "[",
        "{",
        "- ",
        ": ",
        "&a ",
        "*a",
        "!!x ",
        "'",
        '"',
        "|",
        ">",
        "\t",
        "\n",
        "  ",
        "\0",
        "\u2028",
        "---\n",
        "~",
        "? ",
        "#",
    ]
    at = dice.randrange(len(data))
    return data[:at] + (dice.choice(nasty) * dice.choice([1, 1, 2, 50])).encode() + data[at:]


def _cut(dice: random.Random, data: bytes) -> bytes:
    start = dice.randrange(len(data))
    return data[:start] + data[start + dice.randrange(1, 60) :]


def _swap(dice: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    first, second = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def _places(tree: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each value of a tree."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, child in steps:
        yield (*way, step)
        yield from _places(child, (*way, step))


def _put(tree: Any, way: tuple[str | int, ...], value: object) -> None:
    """Put a value at a place; a place that is no more is left alone."""
    with suppress(KeyError, IndexError, TypeError):
        for step in way[:-1]:
            tree = tree[step]
        tree[way[-1]] = value


def test_a_bank_of_any_shape_is_read_or_refused() -> None:
    """F1: with lists, mappings, numbers and nothing in each other's places a bank is read or refused, 2,000 times."""
    dice = random.Random(20261103)
    whole = json.dumps(yaml.safe_load(GOOD))
    ways = list(_places(json.loads(whole)))
    values = [
        None,
        "",
        [],
        {},
        "x",
        -1,
        1e400,
        True,
        ["a"],
        {"a": "b"},
        [{}],
        [[]],
        9**30,
        "\u200b",
        GAP,
        {"quote": "lit"},
    ]
    refused = 0
    for _ in range(2_000):
        tree = json.loads(whole)
        for _ in range(dice.randint(1, 4)):
            _put(tree, dice.choice(ways), dice.choice(values))
        refused += bool(outcome(json.dumps(tree).encode()))
    assert 1_000 < refused < 2_000


def test_a_mangled_bank_is_read_or_refused() -> None:
    """F1: of 2,000 mangled banks each gives a bank or a BankError with places; nothing else ever comes out."""
    dice = random.Random(20261103)
    changes: list[Callable[[random.Random, bytes], bytes]] = [_flip, _insert, _cut, _swap]
    refused = 0
    for _ in range(2_000):
        data = GOOD.encode()
        for _ in range(dice.randint(1, 4)):
            data = dice.choice(changes)(dice, data)
        found = outcome(data)
        refused += bool(found)
        assert all(finding.place.line and finding.place.column for finding in found)
    assert 1_000 < refused < 2_000


def test_a_bank_of_a_newer_format_is_told_as_that_alone() -> None:
    """Its other fields may well be right there: what to do is to bring quizapp up to date, not to mend the file."""
    newer = GOOD.replace("format: 1", "format: 99").replace("    stem:", "    hue: red\n    stem:")
    with pytest.raises(BankError) as caught:
        read_bank(newer.encode(), file="bank.yaml")
    (told,) = caught.value.lines()
    place = f"bank.yaml:{newer[: newer.index('99')].count(chr(10)) + 1}:9"
    what = "this bank was written by a newer quizapp (format 99, this one reads format 1)"
    assert told == f"{place}: {what}; bring quizapp up to date, nothing was changed"
