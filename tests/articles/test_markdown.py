import random

import pytest

from quizapp.articles.markdown import extract_markdown

PAGE = """---
title: "Front: matter"
author: Jo Bell
date: 2026-11-03
tags: [a, b]
---
# The *last* keepers

A paragraph with [a link](https://example.org), `code`, **bold** &amp; ~~old~~ new
words.\\
And a line.

- item **one**
- item two
  - nested

1. first

2. second

> quoted words

```python
print("never read")
```

    neither is this

| name | light |
| ---- | ----- |
| Fennick | 1871 |

![a picture](x.png)

<div onclick="x()">html</div>

---

Last <b>words</b>.
"""


def test_what_a_reader_reads_is_kept() -> None:
    """Headings, paragraphs, lists, quotations and tables are text; code, pictures and HTML are not."""
    assert extract_markdown(PAGE).text == (
        "The last keepers\n\n"
        "A paragraph with a link, code, bold & old new words.\nAnd a line.\n\n"
        "item one\nitem two\nnested\n\n"
        "first\nsecond\n\n"
        "quoted words\n\n"
        "name | light\nFennick | 1871\n\n"
        "Last words."
    )
    assert extract_markdown("![](x.png)\n\n- \n\n# \n\nwords").text == "words"


def test_front_matter_speaks_first() -> None:
    """Title, author and date come from the front matter where there is one."""
    extract = extract_markdown(PAGE)
    assert (extract.title, extract.byline, extract.date) == ("Front: matter", "Jo Bell", "2026-11-03")


@pytest.mark.parametrize(
    ("said", "byline"),
    [
        ("author: Ann Lee", "Ann Lee"),
        ("byline: 'By Ann Lee'", "Ann Lee"),
        ("authors: [Ann Lee, 'Bo Reed']", "Ann Lee and Bo Reed"),
        ('author:\n- Ann Lee\n- "Bo Reed"\n- Al Oak', "Ann Lee, Bo Reed and Al Oak"),
        ("author:\n  - name: Ann Lee\n    mail: a@b.c\n  - Bo Reed", "Ann Lee and Bo Reed"),
        ("author:", ""),
        ("tags:\n- Ann Lee", ""),
    ],
)
def test_front_matter_may_name_several_authors(said: str, byline: str) -> None:
    """As a list in one line or in several."""
    assert extract_markdown(f"---\n{said}\ndate: 2026-11-03\n---\n\nwords\n").byline == byline


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("# A [link](x) *here*\n\ntext", "A link here"),
        ("## Sub\n\n# Main\n\ntext", "Main"),
        ("Main\n====\n\ntext", "Main"),
        ("### Only\n\n## Other\n", "Only"),
        ("no heading", ""),
        ("---\nno: title\n---\n# Main\n", "Main"),
        ("---\nnever: closed\n", ""),
    ],
)
def test_the_first_main_heading_is_the_title(page: str, title: str) -> None:
    """A heading of the highest rank names the article."""
    assert extract_markdown(page).title == title


def test_marks_of_notes_are_gone_and_notes_come_last() -> None:
    """As in a PDF or a Word document: the sentence is whole, and what the note says is kept."""
    page = "One.[^1] Two^[at once] three.[^b]\n\n[^1]: The *first* note.\n\n    Goes on.\n[^b]: Another.\n\nLast.\n"
    assert (
        extract_markdown(page).text == "One. Two three.\n\nLast.\n\nThe first note.\n\nGoes on.\n\nat once\n\nAnother."
    )
    assert extract_markdown("A [^1] that leads nowhere.").text == "A [^1] that leads nowhere."


def test_hostile_text_is_text() -> None:
    """What looks like an escape or like our markup passes as it is."""
    assert extract_markdown("[USD] [/] [@click=app.quit]x[/] \x1b[31m \u202eabc").text == (
        "[USD] [/] [@click=app.quit]x[/] \x1b[31m \u202eabc"
    )


def test_mangled_markdown_never_fails() -> None:
    """F1: 2,000 mangled pages each give an extract."""
    dice = random.Random(20261103)
    marks = [
        "*",
        "_",
        "`",
        "[",
        "](",
        ")",
        "<",
        ">",
        "|",
        "#",
        "-",
        "\n",
        "    ",
        "~~",
        "```\n",
        "---\n",
        "\\",
        "&",
        "\0",
    ]
    for _ in range(2_000):
        page = PAGE
        for _ in range(dice.randint(1, 5)):
            at = dice.randrange(len(page))
            page = page[:at] + dice.choice(marks) * dice.choice([1, 2, 9]) + page[at + dice.choice([0, 0, 20]) :]
        extract_markdown(page)
