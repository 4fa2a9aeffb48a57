"""Write docs/formats.md from the table that the formats go by: `python docs/write_formats.py`."""  # noqa: INP001  a script, not a package

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from quizapp.formats.headings import CALLED, OPTION_WORDS, WRONG_WORDS
from quizapp.formats.keeps import FIELDS, FIELDS_OF, KEEPS, MANY, Gaps, Keeps
from quizapp.formats.table import FORMATS, Format

PAGE: Final = Path(__file__).with_name("formats.md")

ABOUT: Final = {
    "anki": "A deck for Anki. A note is known again by its GUID, so that a second import doubles nothing; the back"
    " shows the sentence. Anki compares what is typed letter by letter. Questions about one fact are the cards of one"
    " note, up to six, so that Anki does not ask them on one day; where one is dropped, the others keep their cards,"
    " and the empty one goes with Anki's “Empty Cards”. A question that gets its first sibling moves to such a note"
    " with a new card: an import cannot give a note another type, so delete the old one in Anki, where"
    " `tag:fact::NAME` finds both.",
    "qti21": "For assessment systems; every item is valid by the IMS schema.",
    "qti12": "What Canvas and Blackboard take.",
    "worksheet-html": "A sheet to print with the key on a page of its own; one question a fact; read back by its text.",
    "worksheet-pdf": "The same as PDF, set by Typst: Latin, Greek, Cyrillic, Hebrew and formulas with its own fonts,"
    " other scripts with the machine's. What no font draws is a box on paper, and the export names it. Questions in"
    " scripts that are read from the right stand at the right.",
    "gift": "Moodle's text format. Texts are `[plain]`; `->` among answers, which would match, is written `→`."
    " gift-pegjs, which is stricter than Moodle, reads every export in a test.",
    "moodle-xml": "What Moodle keeps the most of. Texts go as plain text, sentences with gaps as HTML.",
    "aiken": "A question on one line, options by letters, and nothing else.",
    "csv": "For spreadsheets: UTF-8 with its mark, every cell quoted, none a formula. Several texts in a cell stand on"
    " lines of their own, the parts of a line between bars; `\\|`, `\\\\` and `\\n` in a text are escaped.",
    "tsv": "The same with tabs.",
    "kahoot": "Kahoot's spreadsheet: questions to 120 characters, answers to 75, up to four; longer ones are left out,"
    " and said. 30 seconds a question.",
    "xlsx": "The columns of CSV in a workbook, every cell a text.",
    "anki-text": "Anki's notes in plain text (Basic); a note is known again by its GUID. Anki itself reads it in"
    " a test. Quizlet's exports are read, too.",
    "hashcards": "Markdown with `Q:` and `A:`; `C:` with `[gaps]` is read. The item's id stands in a comment.",
    "obsidian": "Markdown for the Spaced Repetition plugin, with `?` between the sides; `::` and `==gaps==` are read.",
}

INTRODUCTION: Final = """# Other people's formats

Written by `python docs/write_formats.py` from the table that the code goes by; a test keeps it so, and others hold that
what is said to be kept comes back for any bank at all.

`quizapp export BANK --to FORMAT -o FILE` writes a bank, says how many of its questions are in the file and every loss,
and with `--verify` reads the file back. `-o -` prints a format that is text. A file that is there is replaced with
`--force` alone, anything else that is there never, and a folder that is not there is not made.
`quizapp import FILE… -o BANK` makes a bank of other programs' questions, and finds out their format itself.

Every question goes out with its rationale, the sentence of the text that answers it and its source, wherever a format
has a place for them. Dropped questions never go out. The same bank gives the same bytes; the order of options follows
from `--seed`. White space at the ends of a text is not kept, a line break inside a sentence or a rationale becomes a
space, and so does one, or a tab, inside a question or an answer in kahoot, qti12, qti21, aiken and on worksheets; anki,
anki-text, hashcards and obsidian keep the line breaks of a question without blank lines and tabs, and anki those of
answers, too. An export says which questions that is about. What XML and workbooks cannot hold (control characters)
becomes a mark.

What is never in another format stays in the bank: facts, scores, what was kept or edited, whose claim it is, where a
question was imported from, and where exactly a sentence stands. The sentence about a wrong option is shown wherever its
reason is, and not read back.
"""

HEADINGS: Final = f"""
## What the columns of a table may be called

Of CSV, TSV and workbooks (not Kahoot's) the first line with anything in it names the columns, in any order; what stands
under any other heading is not taken, and that is said. Capitals, `_` and what stands in parentheses make no difference.

| column | also called |
| --- | --- |
{{}}
- **Wrong answers in columns of their own**: {", ".join(WRONG_WORDS)}, each with a number or a letter
  (`Wrong 1`, `Incorrect answer 2`).
- **Options in columns of their own**: {", ".join(OPTION_WORDS)}, each with a number or a letter
  (`Option A`, `Answer 1`), or the letters alone. The answer then names the right one by its letter or number, by its
  place, or says its text; several stand with commas between. Where that could be two, the question is left out.
- `number` is the value of a quantity only in a table with a `kind`; elsewhere it counts the questions.
"""

IMPORT: Final = """
## What an import makes of a file

- **Ids** are the file's own where it has some, else made of the question; a number follows where another question has
  the name. A question that the bank has already is left as it is there, so importing again changes nothing.
- **The source of a question**: with `--article FILE` (or a bank that has an article) the sentence that the file quotes,
  else the shortest one that speaks for the key. It holds the key, a number or date in any notation, and every content
  word of what is asked, figures and names among them, verbs in any form; a pronoun may stand for what the sentence
  before it names, no other figure or name may stand closer to what is asked, no “not” between, and who did it stands
  on its side of the verb. Where something is,
  is said beside its name: “Marlow, a small town on the Thames”. A
  true statement must stand there whole, and for a false one there must be a sentence that says the same with another
  date, number or name. Synonyms are not known, and doubt counts as no: where no sentence surely speaks for the key, the
  question is left out, and named by its line. Of 135 questions as people ask them, about six articles, 111 get a
  sentence, each the right one, and none of 117 with a wrong key or about what is not said. Of 75 questions of the
  bundled banks 25 get one without their quotes, each the right one; with 100 wrong keys none does, nor any of 150 in an
  article about something else.
  The article's source then names the files of the questions, too.
- **Without an article** the files' own words become the text of the bank, a paragraph each: the sentences that a file
  quotes, else its feedback, else the question with its answer. Of these last the import says how many there are: they
  prove nothing but that the file says so. The bank's source names the files.
- **Where a question comes from** stands in the bank as its `origin`: the file's name without its folders, and the line;
  in a workbook the row; in a package of Anki the note's number, which Anki finds as `nid:NUMBER`; in QTI the item's
  identifier; in a bank the item's id. A question that a bank had imported from elsewhere says that still.
- **Marks** of Markdown and HTML in cards and in GIFT's `[markdown]` are read as a reader sees them: `**bold**`,
  `==light==`, list points, `[words](https://address)` and `[[Note|words]]` leave their words, code and formulas their
  letters; a list that is all of an answer becomes one answer. Anki knows no Markdown, so there single stars, low lines
  and code stay. What only looks like a mark is escaped in our own files, and comes back.
- **What is not taken** of a question that is taken (pictures, sounds, where links lead, footnotes, tolerances, hints,
  tags, feedback on right answers and on the wrong answer of a statement, reversed cards, columns with other headings)
  is named by line, note or item, each kind once for a file with the lines that lost it. A question or an answer that is
  nothing but a picture or a sound is left out.
- **Encodings**: UTF-8, UTF-16 with its mark, or the one that `--encoding` names, for all texts of a call, the
  article's too.
- **Limits**: files to 64 MiB, texts to 16 MiB, tables to 1,048,576 rows, 20,000 questions of 100,000 characters, and as
  much as fits a bank of 32 MiB; quotes of a word or two times characters of their text to 20 thousand millions.
  Archives, workbooks and XML are read in a process of their own, which has 6 s and 400 MiB.
- **Banks** (`.yaml`, or `--from bank`) are read as strictly as everywhere. The first one begins a new bank whole, with
  its article and ids; what another one asks about the same text comes along whole, too.
- **Reasons**: a wrong option without one says that the file gives none.
- What a bank would refuse (a choice with one wrong option, two options that read the same, …) is left out, named by its
  line. Foreign markup is read as a person sees it; formulas are never run, entities and document types never followed.
"""


def page() -> str:
    """The whole page."""
    parts = [INTRODUCTION, "\n## At a glance\n\n", *_glance()]
    for name in FORMATS:
        parts += [f"\n## `{name}`\n\n", f"{ABOUT[name]}\n\n", *_rows(KEEPS[name])]
    rows = (f"| {name} | {', '.join(others)} |\n" for name, others in CALLED.items() if name != "source")
    return "".join([*parts, HEADINGS.format("".join(rows)), IMPORT])


def _glance() -> Iterator[str]:
    yield "| format | files | " + " | ".join(FIELDS_OF) + " |\n"
    yield "| --- | --- |" + " --- |" * len(FIELDS_OF) + "\n"
    for name, form in FORMATS.items():
        kinds = " | ".join(_mark(KEEPS[name], kind) for kind in FIELDS_OF)
        yield f"| [{name}](#{name}) | {_files(form)} | {kinds} |\n"
    yield "\n● kept whole · ◐ kept in part or changed · ○ left out\n"


def _files(form: Format) -> str:
    suffixes = ", ".join(f"`{suffix}`" for suffix in form.suffixes)
    return suffixes if form.take else f"{suffixes}, only written; verified by its text"


def _mark(keeps: Keeps, kind: str) -> str:
    if kind not in keeps.lost:
        return "○"
    changed = kind in keeps.notes or (kind == "cloze" and keeps.gaps is not Gaps.WHOLE)
    return "◐" if changed or keeps.lost[kind] & FIELDS_OF[kind] else "●"


def _rows(keeps: Keeps) -> Iterator[str]:
    yield "| kind | kept | lost | changed |\n| --- | --- | --- | --- |\n"
    for kind, fields in FIELDS_OF.items():
        if kind not in keeps.lost:
            yield f"| {kind} | left out | | |\n"
            continue
        kept = "all" if fields == keeps.kept(kind) else _named(keeps.kept(kind))
        yield f"| {kind} | {kept} | {_named(fields - keeps.kept(kind))} | {_changed(keeps, kind)} |\n"
    if keeps.options < MANY:
        yield f"\nA question has at most {keeps.options} options; the first wrong ones stay.\n"


def _named(fields: frozenset[str]) -> str:
    return ", ".join(name for field, name in FIELDS.items() if field in fields)


def _changed(keeps: Keeps, kind: str) -> str:
    if kind == "cloze" and keeps.gaps is not Gaps.WHOLE:
        return f"of several gaps, is asked {keeps.gaps.value}"
    return keeps.notes.get(kind, "")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
