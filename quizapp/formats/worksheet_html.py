"""Worksheets as one HTML page that prints well and brings in nothing from anywhere."""

from html import escape
from importlib.resources import files
from typing import Final

from quizapp.formats.parcel import Packed
from quizapp.formats.quotes import quoted_html
from quizapp.formats.worksheet import Paper, Question, Sheet, Solution, Version, Wrong, sheet_of
from quizapp.model.item import Bank

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may do with the page: its own style and nothing else, whatever a text tries."""

_LINE: Final = "\n"
_GAP: Final = '<span class="gap" role="img" aria-label="gap"></span>'
_EMPTY: Final = "&nbsp;"  # a ring without a letter stands on the line as the others do
_BLANK: Final = '<span class="blank"></span>'


def pack(bank: Bank, *, seed: str = "", paper: Paper = "a4", version: Version = "A") -> Packed:
    """A worksheet with its key on a page of its own, in UTF-8."""
    sheet, losses = sheet_of(bank, seed=seed, version=version)
    return Packed(page(sheet, paper=paper).encode(), losses)


def page(sheet: Sheet, *, paper: Paper) -> str:
    """The whole page; every text is escaped where it is put in."""
    style = files("quizapp.formats").joinpath("worksheet.css").read_text(encoding="utf-8")
    title, version = escape(sheet.title), escape(sheet.version)
    return f"""<!DOCTYPE html>
<html lang="{escape(sheet.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@page {{ size: {paper}; }}
{style}</style>
</head>
<body>
<main>
<header><h1>{title}</h1><p class="aside">Version {version}</p></header>
<p class="about">{escape(sheet.about)}</p>
{_lines(len(sheet.questions))}
<ol>
{_LINE.join(map(_asked, sheet.questions))}
</ol>
</main>
<section>
<header><h1>Answer key</h1><p class="aside">{title} · version {version}</p></header>
<ol>
{_LINE.join(map(_solved, sheet.solutions))}
</ol>
</section>
</body>
</html>
"""


def _lines(points: int) -> str:
    filled = "".join(f"<span>{label}</span><i></i>" for label in ("Name", "Date", "Score"))
    return f'<p class="lines">{filled}<b>/ {points}</b></p>'


def _asked(question: Question) -> str:
    task = f' <em class="task" dir="ltr">{escape(question.task)}</em>' if question.task else ""
    stem = _GAP.join(escape(piece) for piece in question.stem)
    # the first letter of the stem says from which side all of it is read
    return f'<li value="{question.number}" dir="auto"><p class="stem">{stem}{task}</p>{_answering(question)}</li>'


def _answering(question: Question) -> str:
    match question.kind:
        case "choice" | "true-false":
            return _picks(question, "ring")
        case "multiple":
            return _picks(question, "box")
        case "matching":
            prompts = "".join(f"<p>{_BLANK}<span>{escape(prompt)}</span></p>" for prompt in question.prompts)
            answers = "".join(
                f"<p><b>{each.letter}</b><span>{escape(each.text)}</span></p>" for each in question.options
            )
            return f'<div class="matching"><div>{prompts}</div><div>{answers}</div></div>'
        case "ordering":
            rows = "".join(f"<p>{_BLANK}<span>{escape(each.text)}</span></p>" for each in question.options)
            return f'<div class="ordering">{rows}</div>'
        case "cloze":
            return ""
        case _:
            return '<p class="answer"></p>'


def _picks(question: Question, mark: str) -> str:
    rows = "".join(
        f'<p><span class="{mark}">{each.letter or _EMPTY}</span><span>{escape(each.text)}</span></p>'
        for each in question.options
    )
    return f'<div class="picks{" brief" if question.brief else ""}">{rows}</div>'


def _solved(solution: Solution) -> str:
    parts = [f'<p class="right">{escape(line)}</p>' for line in solution.right]
    if solution.accepted:
        parts.append(f'<p class="small">Also right: {escape("; ".join(solution.accepted))}</p>')
    if solution.derived:
        parts.append('<p class="small">Worked out from:</p>')
    parts += map(quoted_html, solution.quotes)
    if solution.rationale:
        parts.append(f'<p class="rationale">{escape(solution.rationale)}</p>')
    parts += map(_wrong, solution.wrong)
    return f'<li value="{solution.number}">{"".join(parts)}</li>'


def _wrong(wrong: Wrong) -> str:
    return f'<p class="small">Not {escape(wrong.option)}: {escape(wrong.why)}</p>'
