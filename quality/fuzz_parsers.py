"""Every parser of what comes from outside: its whole files, its words, and how it is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from random import Random
from typing import Final

import fuzz_readings as readings
import fuzz_seeds as seeds
from fuzz_changes import broken, grafted, inside, members_of, soup, tree
from fuzz_readings import Read

from quizapp.model.settings_table import SETTINGS
from quizapp.settings.writing import template

Make = Callable[[Random], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parser:
    """A parser; `apart` says that the app runs it in a process of its own, which may be stopped."""

    make: Make
    read: Read
    apart: bool = False


# Inputs


def _words(text: str) -> tuple[bytes, ...]:
    return tuple(each.encode().decode("unicode_escape").encode("latin-1") for each in text.split("|"))


def texts(wholes: Callable[[], Sequence[bytes]], words: str, grammar: Make | None = None) -> Make:
    """Inputs of a format of text: whole files broken, words of it in any order, and what a grammar makes."""
    known, found = _words(words), cache(wholes)

    def make(luck: Random) -> bytes:
        roll = luck.random()
        if roll < (0.6 if grammar is None else 0.35):
            whole = luck.choice(found())
            change = grafted if whole.startswith(b"<") and luck.random() < 0.5 else broken
            return change(whole, luck, known)
        if grammar is not None and roll < 0.85:
            made = grammar(luck)
            return made if luck.random() < 0.6 else broken(made, luck, known)
        return soup(known, luck)

    return make


def archives(
    wholes: Callable[[], Sequence[Sequence[tuple[str, bytes]]]], words: str, grammar: Make | None = None
) -> Make:
    """Inputs of a format of archives: whole ones whose members are broken, broken ones, and what a grammar makes."""
    known, found = _words(words), cache(wholes)
    packed = cache(lambda: [seeds.zipped(members, packed=True) for members in found()])

    def change(content: bytes, luck: Random) -> bytes:
        if luck.random() < 0.03:
            return soup(known, luck)
        return (grafted if content.startswith(b"<") and luck.random() < 0.7 else broken)(content, luck, known)

    def make(luck: Random) -> bytes:
        roll = luck.random()
        if grammar is not None and roll < 0.25:
            return grammar(luck)
        if roll < 0.85:
            return inside(luck.choice(found()), luck, change)
        return broken(luck.choice(packed()), luck)

    return make


def _grown(root: str, names: str, attributes: str, said: str) -> Make:
    """Trees of XML from a format's own words."""
    known, kinds, values = names.split(), attributes.split(), said.split("|")

    def make(luck: Random) -> bytes:
        inner = "".join(tree(known, kinds, values, luck) for _ in range(luck.randrange(1, 4)))
        return f"<{root}>{inner}</{root.split(maxsplit=1)[0]}>".encode()

    return make


def _in_archive(name: str, make: Make) -> Make:
    return lambda luck: seeds.zipped([("imsmanifest.xml", b"<manifest/>"), (name, make(luck))])


# Articles


def _pdf(luck: Random) -> bytes:
    roll = luck.random()
    if roll < 0.8:
        return seeds.pdf_changed(luck.choice(_objects()), luck)
    return broken(luck.choice(_pdfs()), luck, seeds.PDF_WORDS)


_objects = cache(seeds.pdfs)
_pdfs = cache(seeds.other_pdfs)

_ARTICLE: Final = "\n\n".join(seeds.documents.PARAGRAPHS)
_MARKDOWN: Final = f"""---
title: The "river"
author: Ann Lee
---
# The *Great* Stink

{_ARTICLE}

- one
  1. two `code`
> quoted [link](http://x "t") ![picture](y) <b>raw</b>

| a | b |
|---|:-:|
| 1 | ~~2~~ |

```py
code
```
Title\\
====
[x]: /url
"""
_PAGE: Final = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>The Great Stink</title>
<meta property="article:published_time" content="2024-03-05"><meta name="author" content="Ann Lee">
<script type="application/ld+json">{{"@type":"NewsArticle","author":{{"name":"Ann"}},"datePublished":"2024-03-05"}}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>The Great Stink</h1><p>{"</p><p>".join(seeds.documents.PARAGRAPHS)}</p>
<ul><li>x</li></ul><table><tr><td>1</td></tr></table><p hidden>y</p><p style="display: none">z</p><blockquote>q</blockquote>
<pre>c</pre><img src="x" alt="y"><a href="http://z">l</a><time datetime="2024-03-05">5 March</time></article></body></html>"""
_TAGS: Final = (
    "html head body title meta article section div p span h1 h2 h6 ul ol li dl dt dd table tr td th a b i em br hr img pre code "
    "blockquote q sub sup nav header footer main script style noscript template iframe svg math form input time figure del"
)

ARTICLES: Final = {
    "txt": Parser(
        make=texts(
            lambda: [_ARTICLE.encode(), b"\xef\xbb\xbf" + _ARTICLE.encode(), _ARTICLE.encode("utf-16")],
            r"The |river |was |of |1858 |. |\n\n|\r\n|\r|, |\xef\xbb\xbf|\x00|\xff|\x1b$B|\x0e|~{|\x81|%PDF|PK|# ",
        ),
        read=readings.plain,
    ),
    "markdown": Parser(
        make=texts(
            lambda: [_MARKDOWN.encode(), _MARKDOWN[:60].encode(), _MARKDOWN[-230:].encode()],
            r"# |## |- |* |1. |9999999999. |> |    |\t|```|~~~|`|``|*|**|_|__|~~|[|](|](<|)|![|[x]|[x]: |<b>|<!--|-->|<?|<![CDATA["
            r"|<http://x>|&amp;|&#0;|&#x110000;|&bad;|\\\\|\\\n|\n|\n\n|  \n|---|===|***|\x7c|a\x7cb|\x7c-\x7c-\x7c|:-:|title: x|---\n|word |\xc2\xa0",
        ),
        read=readings.extracted("markdown", text=True),
        apart=True,
    ),
    "html": Parser(
        make=texts(
            lambda: [_PAGE.encode(), _PAGE.encode(), b"<p>" + _ARTICLE.encode()],
            r"<p>|</p>|<div>|</div>|<article>|<table>|<tr>|<td colspan=9>|<li>|<ul>|<a href='http://x'>|</a>|<img src=x>|<br>|<b>|<script>"
            r"|</script>|<style>|<template>|<svg>|<math>|<html>|</html>|<body>|<head>|<title>|<meta charset=x>|<!--|-->|<?x ?>|<!DOCTYPE x>"
            r"|<time datetime='2024-99-99'>|<meta property='article:published_time' content='99999-01-01'>|<h1>|hidden |style='display:none' "
            r"|lang='x' |<base href='http://['>|<link rel=canonical href='http://['>|<script type='application/ld+json'>|{\x22@type\x22:|[{}]"
            r"|\x22datePublished\x22:5|\x22author\x22:[null]|<frameset>|<option>|<plaintext>|<textarea>|&#0;|word |1874 |. |\n",
            _grown("html", _TAGS, "class id href src style hidden lang datetime content name property rel type colspan", "|".join(seeds.documents.PARAGRAPHS) + "|2024-03-05|http://x|display:none|x|en|author|article:published_time|paywall"),
        ),
        read=readings.extracted("webpage", text=True),
        apart=True,
    ),
    "pdf": Parser(make=_pdf, read=readings.extracted("pdf"), apart=True),
    "docx": Parser(
        make=archives(
            lambda: [members_of(each) for each in seeds.docx()],
            r"<w:p>|</w:p>|<w:r>|</w:r>|<w:t>|</w:t>|<w:tbl>|<w:tr>|<w:tc>|<w:tab/>|<w:br w:type='x'/>|<w:numId w:val='9'/>|<w:numId/>|<w:ilvl/>"
            r"|<w:pStyle w:val='x'/>|<w:pStyle/>|<w:hyperlink r:id='x'>|<w:footnoteReference w:id='9'/>|<w:footnoteReference/>|<w:commentReference/>"
            r"|<w:sym w:char='zz'/>|<w:sym/>|<w:fldChar/>|<w:fldChar w:fldCharType='end'/>|<w:gridSpan w:val='x'/>|<w:vMerge/>|<w:drawing/>|<w:pict/>"
            r"|<mc:AlternateContent/>|<w:sdt/>|<w:ins/>|<w:del/>|<w:bookmarkStart/>|w:val='-1'|Target='/x'|Target=''|Type=''|Id='r1'|<Relationship/>",
        ),
        read=readings.extracted("docx"),
        apart=True,
    ),
    "epub": Parser(
        make=archives(
            lambda: [members_of(each) for each in seeds.epub()],
            r"<p>|</p>|<div>|<h1>|<h2>|<li>|<ul>|<table>|<tr>|<td>|<br/>|<sup>|<a href='#fn1'>|epub:type='noteref'|hidden=''|<svg>|<item/>|<itemref/>"
            r"|<itemref idref='c1'/>|idref='c9'|href='../../x'|href='%ff'|href=''|href='http://x'|media-type='text/html'|properties='nav'|linear='no'"
            r"|full-path=''|full-path='x'|full-path='../x'|encoding='x'|encoding='utf-16'|encoding='base64'|encoding='utf-7'|<dc:title/>|<dc:date>|<spine/>|<manifest/>",
        ),
        read=readings.article(readings.book),
        apart=True,
    ),
}  # fmt: skip


# Questions of other programs


def _exports(name: str) -> Callable[[], Sequence[bytes]]:
    return lambda: seeds.exports(name)


def _packages(name: str) -> Callable[[], Sequence[Sequence[tuple[str, bytes]]]]:
    """The members of archives, but for what takes long to read and says nothing: a workbook's colours."""
    return lambda: [[each for each in members_of(whole) if "theme" not in each[0]] for whole in seeds.exports(name)]


_LINES: Final = r"|\n|\n\n|\r\n|word |1874|About |“|”|—|[id:x]"
_MOODLE: Final = (
    r"<question type='multichoice'>|<question type='cloze'>|<question type='numerical'>|<question type='matching'>|<question type='x'>|</question>"
    r"|<name><text>x</text></name>|<questiontext format='html'>|<questiontext>|<text>|</text>|<answer fraction='100'>|<answer fraction='x'>|<answer>|</answer>"
    r"|fraction='1e999'|fraction='NaN'|<tolerance>x</tolerance>|<unit_name>|<subquestion>|<feedback>|<idnumber>|<tag>|<generalfeedback>"
    r"|{1:SHORTANSWER:=a}|{1:MC:=a~b}|{|}|=|~|%100%|#|{1:NUMERICAL:=5:0.1}|{1:NUMERICAL:=1e999:x}|&lt;|&amp;nbsp;|<![CDATA[<p>]]>|xmlns='x'"
)
_MOODLE_TEXTS: Final = "x|True|true|False|100|50|-100|0|1e999|NaN|{1:SHORTANSWER:=a#b~%50%c}|{1:MC:=a~b}|{:NM:=5:1}|{1:X:=}|&lt;b&gt;y&lt;/b&gt;|&amp;#0;|² | "
_QTI21: Final = (
    r"<choiceInteraction responseIdentifier='RESPONSE'>|<simpleChoice identifier='A'>|<textEntryInteraction/>|<extendedTextInteraction/>|<matchInteraction>"
    r"|<simpleMatchSet>|<simpleAssociableChoice/>|<orderInteraction>|<inlineChoiceInteraction>|<inlineChoice/>|<correctResponse>|<value>|</value>|<mapping/>"
    r"|<mapEntry mapKey='x' mappedValue='y'/>|<responseDeclaration/>|cardinality='ordered'|baseType='float'|baseType='pair'|<itemBody>|<modalFeedback>"
    r"|<gapMatchInteraction/>|<hotspotInteraction/>|<p>|<b>|identifier=''|identifier='A'|title='x'|<feedbackInline/>|<resource/>|href='x'|href='../x'"
    r"|type='imsqti_item_xmlv2p1'|<prompt>|maxChoices='x'|A B|A  B C"
)
_QTI12: Final = (
    r"<item ident='x'>|</item>|<presentation>|<material>|<mattext texttype='text/html'>|<response_lid ident='r'>|<response_str>|<response_grp>|<render_choice>"
    r"|<response_label ident='1'>|<render_fib/>|<resprocessing>|<respcondition>|<conditionvar>|<varequal respident='r'>|<vargte>|<varlte>|<not>|<or>|<and>"
    r"|<setvar action='Set'>100</setvar>|<setvar>x</setvar>|<setvar>NaN</setvar>|<setvar>1e999</setvar>|<itemfeedback ident='x'>|<displayfeedback linkrefid='x'/>"
    r"|<qtimetadatafield>|<fieldlabel>question_type</fieldlabel>|<fieldentry>numerical_question</fieldentry>|<fieldentry>matching_question</fieldentry>"
    r"|<fieldentry>fill_in_multiple_blanks_question</fieldentry>|[a]|<section>|<assessment title='x'>|rcardinality='Multiple'|&lt;p&gt;|ident=''"
)
_SHEETS: Final = (
    r"<row>|<row r='0'>|<row r='x'>|<row r='99999999'>|<c r='A1' t='s'>|<c r='ZZZZ1'>|<c r=''>|<c t='b'>|<c t='e'>|<c t='d'>|<c t='inlineStr'>|<c t='x'>|<v>0</v>|<v>-1</v>"
    r"|<v>99999</v>|<v>x</v>|<v>1e999</v>|<v>NaN</v>|<is><t>x</t></is>|<f>1+1</f>|<f t='shared' si='0'/>|<si><t>x</t></si>|<si/>|<si><r><t>y</t></r></si>|<sheet/>|<sheet r:id='x'/>"
    r"|s='999'|numFmtId='14'|numFmtId='x'|<dimension ref='A1:XFD1048576'/>|<dimension ref='x'/>|Target='x'|Target='/'|date1904='1'|<definedName>|count='-1'|xml:space='preserve'|state='veryHidden'"
)
_COLUMNS: Final = (
    r"id|kind|stem|question|answer|key|keys|options|accepted|distractors|pairs|value|unit|hedge|rationale|evidence|front|back|choice|true-false|numeric|cloze|multiple|matching|ordering"
    r"|short|\x22|\x22\x22|'|\\\\|\\n|\\\x7c|\x7c|,|;|\t|=1+1|@x|+1|-1|True|wahr|1e999|²|1874|\r\n|\n|\r|\xef\xbb\xbf|\x00| "
)

IMPORTS: Final = {
    "gift": Parser(
        make=texts(
            _exports("gift"),
            r"::|{|}|=|~|->|#|####|%|%50%|%-33.3%|%1e9%|\\\\|\\=|\\:|\\n|T|TRUE|F|FALSE|{}|{T}|{#|{#5:1}|{#1..2}|{#=%50%5:0.1}|{#1e999}|{=a ~b}|{=a -> b =c -> d}"
            r"|$CATEGORY: |$CATEGORY: $course$/x/|[html]|[markdown]|[plain]|// |// [id:x] |<p>|&amp;|_____|²" + _LINES,
        ),
        read=readings.imported("gift"),
    ),
    "aiken": Parser(
        make=texts(_exports("aiken"), r"A. |B. |C) |D.|Z. |a. |\xc3\x84. |ANSWER: |ANSWER: A|ANSWER: Z|ANSWER:|answer: b|ANSWER: \xc2\xb2| " + _LINES),
        read=readings.imported("aiken"),
    ),
    "moodle-xml": Parser(
        make=texts(
            _exports("moodle-xml"), _MOODLE,
            _grown("quiz", "question question question questiontext text text answer answer name feedback generalfeedback subquestion idnumber tolerance unit unit_name tags tag multiplier category", "type fraction format", _MOODLE_TEXTS + "|multichoice|truefalse|shortanswer|numerical|matching|cloze|essay|ddwtos|gapselect|ordering|category|html"),
        ),
        read=readings.imported("moodle-xml"), apart=True,
    ),
    "csv": Parser(make=texts(_exports("csv"), _COLUMNS), read=readings.imported("csv")),
    "tsv": Parser(make=texts(_exports("tsv"), _COLUMNS), read=readings.imported("tsv")),
    "anki-text": Parser(
        make=texts(_exports("anki-text"), r"#separator:tab|#separator:x|#separator:|#html:true|#html:x|#guid column:1|#guid column:99|#guid column:-1|#guid column:\xc2\xb2|#columns:|#notetype column:2|#deck column:x|#tags column:0|\t|;|,|\x7c|\x22|\x22\x22|<b>|<br>|&nbsp;|&#0;|{{c1::a}}|{{c1::|::b}}|[sound:x]|<ul><li class='key'>|<div class='evidence'>" + _LINES),
        read=readings.imported("anki-text"),
    ),
    "hashcards": Parser(
        make=texts(_exports("hashcards"), r"Q: |A: |C: |Q:|A:|C: [a] [b]|[|]|\\[|\\\\|---|<!-- |-->|<!-- id: x -->|# |**|`|> |![x](y)|- |---\nname: x\n---" + _LINES),
        read=readings.imported("hashcards"),
    ),
    "obsidian": Parser(
        make=texts(_exports("obsidian"), r"::|:::|?|\n?\n|??|\n??\n|==|==a==|#flashcards|#flashcards/x|^x|<!--SR:!2024-01-01,1,250-->|<!--|-->|{{|}}|**|`|```|---|> |- |# |[[x]]|![[y]]|\\\\" + _LINES),
        read=readings.imported("obsidian"),
    ),
    "kahoot": Parser(make=archives(_packages("kahoot"), _SHEETS), read=readings.imported("kahoot"), apart=True),
    "xlsx": Parser(make=archives(_packages("xlsx"), _SHEETS), read=readings.imported("xlsx"), apart=True),
    "anki": Parser(
        make=archives(seeds.anki_packages, r"\x1f|CREATE TABLE|notes|cards|col|{{c1::|}}|::|<b>|<li class='key'>|[sound:x]|numeric \x7c 5 \x7c about \x7c kg|\x01\x01|\x02\x02|\x00\x00\x00\x00|\xff\xff|SQLite format 3", seeds.any_package),
        read=readings.imported("anki"), apart=True,
    ),
    "qti12": Parser(
        make=archives(_packages("qti12"), _QTI12, _in_archive("q/q.xml", _grown("questestinterop", "assessment section item item presentation material mattext response_lid response_str response_grp render_choice response_label render_fib resprocessing respcondition conditionvar varequal vargte varlte setvar itemfeedback displayfeedback flow_mat itemmetadata qtimetadata qtimetadatafield fieldlabel fieldentry not or and", "ident respident title linkrefid rcardinality action texttype varname", "x|r|1|A|100|0|NaN|1e999|Set|Multiple|question_type|matching_question|numerical_question|multiple_answers_question|fill_in_multiple_blanks_question|short_answer_question|true_false_question|[x] is [1]|&lt;b&gt;|&amp;#0;|²|text/html"))),
        read=readings.imported("qti12"), apart=True,
    ),
    "qti21": Parser(
        make=archives(_packages("qti21"), _QTI21, _in_archive("i.xml", _grown("assessmentItem identifier='i' title='t'", "responseDeclaration correctResponse value mapping itemBody p prompt choiceInteraction simpleChoice textEntryInteraction extendedTextInteraction matchInteraction simpleMatchSet simpleAssociableChoice orderInteraction inlineChoiceInteraction inlineChoice modalFeedback feedbackInline associateInteraction div span", "identifier responseIdentifier cardinality baseType mapKey mappedValue class outcomeIdentifier showHide title", "RESPONSE|RESPONSE1|A|B|A B|x|single|multiple|ordered|identifier|float|pair|directedPair|string|1e999|NaN|5|²| |evidence|rationale"))),
        read=readings.imported("qti21"), apart=True,
    ),
}  # fmt: skip


# Our own files

_LOG: Final = (
    r"null|true|false|0|-1|1e999|NaN|Infinity|\x22x\x22|\x22\x22|[]|{}|[|]|{|}|:|,|\x22answers\x22: 5|\x22format\x22: 2|\x22undone\x22: \x22x\x22|\x22\\ud800\x22|\x22id\x22: |9999-12-31T23:59:59-14:00"
    r"|0001-01-01T00:00:00+14:00|2026-11-26T12:00:00|2026-W01-1|2026-11-26T12:00:00+23:59|2026-11-26 12:00:00+01:00:30.5|\r\n|\n|99999999999999999999"
)


def _uncommented() -> bytes:
    return b"\n".join(line.removeprefix(b"#") if b" = " in line else line for line in template().encode().split(b"\n"))


OWN: Final = {
    "bank": Parser(
        make=texts(
            seeds.yaml_banks,
            r"- |  - |    |\t|: |:|? |# |\x22|'|>|\x7c|\x7c-|\x7c2+|>-|[|]|{|}|, |&a |*a|!!str |!x |<<: |%YAML 1.1\n|---\n|...\n|~|null|NO|1:30|0x7f|1e999|.nan|2024-13-45"
            r"|format: 1|format: 2|article:|items:|id: x|kind: choice|kind: cloze|kind: numeric|stem: |key: |keys: |pairs: |prompt: |answer: |accepted: |distractors: |why: |evidence: |quote: "
            r"|start: 0|end: 999999|start: -1|value: 5|unit: kg|hedge: about|score: 2|status: kept|edited: yes|derived: true|text: \x7c\n    |sha256: x|parts:|at: 5|_____|\n|\n\n|\\u0000|\\ud800|\\x41",
        ),
        read=readings.bank,
    ),
    "settings": Parser(
        make=texts(
            lambda: [template().encode(), _uncommented(), b"\n".join(_uncommented().split(b"\n\n")[-3:])],
            "|".join(f"{setting.key} = |{setting.name} = |[{setting.table}]\\n" for setting in SETTINGS)
            + r"|[[study]]\n|[|]|{|}|=|.|,|\x22|\x22\x22\x22|'|'''|\\u0000|\\ud800|\\U00110000|\\q|# |\n|\r|\r\n|0|-0|1_0|0x1f|0o7|0b1|1e999|inf|nan|+1|true|2027-03-01|2027-13-01"
            r"|2027-03-01T00:00:00Z|25:00:00|[1, 2]|{a = 1}|a.b.c = 1|'a'.\x22b\x22 = 2|1979-05-27 07:32:00",
        ),
        read=readings.settings,
    ),
    "log-json": Parser(make=texts(lambda: seeds.logs(".json"), _LOG, partial(seeds.any_log, ".json")), read=readings.logged(".json")),
    "log-csv": Parser(make=texts(lambda: seeds.logs(".csv"), _LOG, partial(seeds.any_log, ".csv")), read=readings.logged(".csv")),
    "class": Parser(
        make=texts(lambda: [b"Ann Lee\nBen, +30 s\n# no\nCem,10\n"], r"Ann|, |+30 s|30|600.1|9999|,,|# |\n|\r\n|\x0b|Ann\n|\xe2\x80\xae|\xef\xbb\xbf"),
        read=readings.class_list,
    ),
}  # fmt: skip

PARSERS: Final = {**ARTICLES, **IMPORTS, **OWN}
