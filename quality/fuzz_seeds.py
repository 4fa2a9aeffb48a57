"""Whole files of every format that quizapp reads, small ones, which quality/fuzz.py breaks."""

import json
import sqlite3
import sys
import tempfile
import zlib
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

import zstandard
from fuzz_changes import broken, members_of, soup, zipped

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))  # its builders make files of all formats

from articles import documents
from bank.samples import SAMPLE
from builders import GATHERED, KINDS, FakeClock, make_bank, make_item, right_response
from quizapp.bank.writer import write_bank
from quizapp.formats.table import FORMATS
from quizapp.model.item import Bank
from quizapp.model.memory import Rating
from quizapp.usecases.study import open_sitting
from quizapp.usecases.transcript import export_log
from quizapp.usecases.workspace import Workspace

_PACK: Final = Path(__file__).parents[1] / "questions" / "how-tides-work.yaml"


def banks() -> tuple[Bank, ...]:
    """One of every kind of question, and some of each kind alone."""
    whole = make_bank(items=tuple(make_item(kind) for kind in (*KINDS, *GATHERED)))
    alone = tuple(make_bank(items=(make_item(kind),)) for kind in ("choice", "cloze", "numeric", "matching"))
    return (whole, SAMPLE, *alone)


def exports(name: str) -> list[bytes]:
    """Files of a format, as we write them; for an archive, too."""
    packed = (FORMATS[name].pack(bank, seed="fuzz") for bank in banks())
    return [each.content for each in packed if each.content]


def yaml_banks() -> list[bytes]:
    """Banks as files."""
    return [write_bank(bank) for bank in banks()] + [_PACK.read_bytes()[:9_000]]


def logs(ending: str) -> list[bytes]:
    """A learner's log with a correction and an answer that was taken back."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder), clock=FakeClock())
        sitting = open_sitting(workspace, bank=make_bank(), seed=1)
        for rating in (Rating.HARD, None):
            assert sitting.question is not None  # noqa: S101  the bank has five
            sitting.answer(right_response(sitting.question.item), seconds=3)
            sitting.rate(rating)
        assert sitting.question is not None  # noqa: S101  the same
        sitting.answer(right_response(sitting.question.item), seconds=3)
        sitting.undo()
        path = Path(folder) / f"log{ending}"
        export_log(workspace, path)
        return [path.read_bytes()]


_VALUES: Final = (
    None, True, False, 0, 1, -1, 5, 2**70, 1.5, float("inf"), float("nan"), "", "x", "1", "²", "\ud800", "\0", [], {}, [1], {"a": 1}, "true",
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-11-26T12:00:00", "2026-11-26T12:00:00+00:00", "2026-W01-1T10:00+01:00",
    "2026-11-26T12:00:00+23:59:59.5", "[]", '[["a", "b"]]', "[" * 3000, "1e999", "9" * 5000,
)  # fmt: skip


def any_log(ending: str, luck: Random) -> bytes:
    """A log that is whole as a file and says what none should."""
    data = json.loads(_log())
    answers, whole = list(data["answers"]), data["answers"][0]
    rows = answers if ending == ".csv" else [data, *data["sessions"], *answers, *answers]
    for _ in range(luck.choice((1, 1, 2, 4))):
        row = luck.choice(rows)
        name = luck.choice([*row, "undone"])
        if luck.random() < 0.1:
            row.pop(name, None)
        else:
            row[name] = whole.get(name) if luck.random() < 0.2 else luck.choice(_VALUES)
    if ending == ".json":
        return json.dumps(data, ensure_ascii=luck.random() < 0.8).encode("utf-8", "surrogatepass")
    lines = [list(whole), *([str(row.get(name) or "") for name in whole] for row in answers)]
    return "\r\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode("utf-8", "surrogatepass")


@cache
def _log() -> bytes:
    return logs(".json")[0]


def docx() -> list[bytes]:
    """Word documents, with lists, tables, notes and links."""
    run = "<w:r><w:rPr><w:b/></w:rPr><w:t>It rained.</w:t><w:tab/><w:br/></w:r>"
    row = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"
    body = (
        f"<w:p><w:pPr><w:pStyle w:val='Title'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>{run}</w:p>"
        f"<w:tbl>{row}{row}</w:tbl><w:p><w:hyperlink w:anchor='x'>{run}</w:hyperlink><w:r><w:footnoteReference w:id='1'/>"
        "</w:r><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>HYPERLINK \"x\"</w:instrText><w:fldChar "
        "w:fldCharType='end'/></w:r><w:r><w:sym w:font='Wingdings' w:char='F0E0'/></w:r></w:p>"
    )
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styles = f"<w:styles xmlns:w='{word}'><w:style w:type='paragraph' w:styleId='Title'><w:name w:val='Title'/></w:style></w:styles>"
    numbers = (
        f"<w:numbering xmlns:w='{word}'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>"
        "</w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    )
    notes = f"<w:footnotes xmlns:w='{word}'><w:footnote w:id='1'><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote></w:footnotes>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    rels = "".join(
        f"<Relationship Id='r{number}' Type='{kind}{name}' Target='{name}.xml'/>"
        for number, name in enumerate(("styles", "numbering", "footnotes"))
    )
    more: dict[str, str | bytes] = {
        "word/styles.xml": styles,
        "word/numbering.xml": numbers,
        "word/footnotes.xml": notes,
        "word/_rels/document.xml.rels": (
            f"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{rels}</Relationships>"
        ),
    }
    return [documents.docx(), documents.docx(body, more=more)]


def epub() -> list[bytes]:
    """Books of two chapters and of one with much markup."""
    marked = (
        "<p epub:type='z3998:x'>a<sup><a href='#fn1'>1</a></sup></p><table><tr><td>1</td><th>2</th></tr></table>"
        "<ul><li>x<ul><li>y</li></ul></li></ul><svg/><math/><span id='pg-header'>z</span><br/><pre> a  b </pre>"
    )
    return [documents.epub(), documents.epub({"One": marked})]


# PDF

Objects = list[bytes]

_CMAP: Final = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n1 begincodespacerange\n<00> <FF>\n"
    b"endcodespacerange\n2 beginbfchar\n<41> <0042>\n<42> <D83DDE00>\nendbfchar\n1 beginbfrange\n<61> <7A> <0061>\n"
    b"<30> <32> [<0030> <0031> <0032>]\nendbfrange\nendcmap end end"
)
_DRAWN: Final = (
    b"q 1 0 0 1 50 700 cm BT /F1 12 Tf 14 TL 1 0 0 1 0 0 Tm (The bell was hung in 1874 by the town.) Tj T* "
    b"[(It) -250 (weighs) 30 <41426162>] TJ 0 -20 Td (A\\(b\\)\\101) ' 1 2 (c) \" ET Q /X1 Do BI /W 1 /H 1 ID x EI"
)


def _stream(head: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)


def _page_of(contents: bytes, font: bytes, *more: bytes) -> Objects:
    return [
        b"<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /D >>] >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents [4 0 R] /Resources << /Font << /F1 5 0 R >> /XObject << /X1 7 0 R >> >> >>",
        contents,
        font,
        b"<< /Title (The bell) /Author <FEFF0041> /CreationDate (D:20240305100000Z) >>",
        *more,
    ]


def pdfs() -> list[Objects]:
    """The objects of small documents, not packed, packed, with fonts of three kinds, a form and a map to Unicode."""
    form = _stream(
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>",
        b"BT /F1 9 Tf (x) Tj ET",
    )
    plain = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    named = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 32 /LastChar 34 /Widths [250 300 400] /ToUnicode 8 0 R"
        b" /Encoding << /BaseEncoding /MacRomanEncoding /Differences [65 /Aacute /uni0042 /g12 70 /f_i] >>"
        b" /FontDescriptor << /Flags 4 /MissingWidth 500 >> >>"
    )
    wide = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Y /Encoding /Identity-H /ToUnicode 8 0 R /DescendantFonts"
        b" [<< /Type /Font /Subtype /CIDFontType2 /DW 900 /W [1 [500 600] 5 9 700] /CIDSystemInfo << /Ordering (Identity) >> >>] >>"
    )
    packed = _stream(b"/Filter /FlateDecode", zlib.compress(_DRAWN))
    odd = _stream(b"/Filter [/ASCIIHexDecode]", _DRAWN[:120].hex().encode() + b">")
    old = _stream(b"/Filter /ASCII85Decode", b'87cURD]i,"Ebo80~>')
    guessed = _stream(
        b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>", zlib.compress(b"\x02BT (\x02\0\0\0\0")
    )
    cmap = _stream(b"", _CMAP)
    return [
        _page_of(_stream(b"", _DRAWN), plain, form),
        _page_of(_stream(b"", _DRAWN), named, form, cmap),
        _page_of(packed, wide, form, cmap),
        _page_of(odd, plain, form),
        _page_of(old, named, form, cmap),
        _page_of(guessed, plain, form),
    ]


def assembled(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, whose table of places is right."""
    data, places = b"%PDF-1.7\n", []
    for number, part in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


PDF_WORDS: Final = tuple(
    f" {each} ".encode()
    for each in (
        "1 0 R|2 0 R|3 0 R|4 0 R|5 0 R|7 0 R|8 0 R|99 0 R|0 0 R|-1 0 R|null|true|false|<<|>>|[|]|(|)|<|>|stream|endstream|obj"
        "|endobj|xref|trailer|startxref|%%EOF|/Kids|/Kids [2 0 R]|/Count -5|/Count 99999999|/Parent 3 0 R|/Contents 2 0 R"
        "|/Contents null|/Resources 4 0 R|/Font 1 0 R|/Filter /LZWDecode|/Filter /RunLengthDecode|/Filter /DCTDecode"
        "|/Filter /CCITTFaxDecode|/Filter /JBIG2Decode|/Filter /Crypt|/Filter [/FlateDecode /FlateDecode]|/Filter null"
        "|/DecodeParms << /Predictor 2 /Colors 0 >>|/DecodeParms << /Columns -1 /Predictor 15 >>|/DecodeParms [null]"
        "|/Length 8 0 R|/Length -1|/Encoding 8 0 R|/Encoding /Identity-V|/Encoding /UniGB-UCS2-H|/Encoding null|/Differences"
        "|/ToUnicode 4 0 R|/ToUnicode /Identity-H|/Widths 1 0 R|/Widths []|/FirstChar (a)|/FirstChar -9|/DescendantFonts []"
        "|/DescendantFonts 5 0 R|/W [1]|/W [1 2 3 4]|/W [[1] 2]|/DW (a)|/Subtype /Type3|/Subtype /Type0|/Subtype 5"
        "|/MediaBox [0 0]|/MediaBox null|/Rotate 45|/Encrypt << /Filter /Standard /V 2 /R 3 /O (x) /U (x) /P -1 >>|/Encrypt 5 0 R"
        "|/Prev 0|/Prev 9|/XRefStm 9|/Type /ObjStm|/Type /XRef|/Root 2 0 R|/Info null|/Title 4 0 R|/CreationDate [1]"
        "|BT|ET|q|Q|cm|Tf|Td|TD|Tm|T*|Tj|TJ|'|\"|Tc|Tw|Tz|TL|Ts|Tr|Do|BI|ID|EI|BDC|BMC|EMC|gs|/F1 12 Tf|/F9 0 Tf|/X1 Do"
        "|0 0 0 0 0 0 cm|0 0 0 0 0 0 Tm|1e99 0 0 1e99 0 0 Tm|1 0 0 1 (a) 0 Tm|/Span << /ActualText (x) >> BDC|beginbfchar"
        "|endbfchar|beginbfrange|endbfrange|begincidrange|<0000> <FFFF> <0000>|<00> <FFFFFFFF> <0041>|<zz>|<41> <>"
        "|<D800>|usecmap|(\\777)|(\\|1.2.3|--5|+|1e5|99999999999999999999|/A#|/#00|/|%"
    ).split("|")
)


def pdf_changed(objects: Objects, luck: Random) -> bytes:
    """A document one of whose objects is broken; most times what is packed is broken before it is packed."""
    out = list(objects)
    for _ in range(luck.choice((1, 1, 2, 3))):
        at = luck.randrange(len(out))
        out[at] = _object_changed(out[at], luck)
    trailer = b"".join(luck.choice(PDF_WORDS) for _ in range(luck.choice((0, 0, 0, 0, 2))))
    return assembled(out, trailer=trailer)


def _object_changed(part: bytes, luck: Random) -> bytes:
    head, mark, rest = part.partition(b"\nstream\n")
    if not mark or luck.random() < 0.3:
        return broken(part, luck, PDF_WORDS)
    content = rest.removesuffix(b"\nendstream")
    if b"/FlateDecode" in head and b"Predictor" not in head and luck.random() < 0.8:
        try:
            content = zlib.compress(broken(zlib.decompressobj().decompress(content, 99_999), luck, PDF_WORDS), 1)
        except zlib.error:
            content = broken(content, luck, PDF_WORDS)
    else:
        content = soup(PDF_WORDS, luck) if luck.random() < 0.2 else broken(content, luck, PDF_WORDS)
    head = head.rpartition(b"/Length")[0] + b"/Length %d >>" % len(content)
    return head + b"\nstream\n" + content + b"\nendstream"


def other_pdfs() -> list[bytes]:
    """Documents as Typst writes them, with streams of objects, and one that is locked with an empty password."""
    import io

    import pypdf
    import typst

    content = typst.compile(
        b"#set page(width: 8cm, height: 4cm)\n#set text(hyphenate: false)\n= Bell\nIt rang in 1874."
    )
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(assembled(pdfs()[0])))
    writer.encrypt("", algorithm="RC4-40")
    locked = io.BytesIO()
    writer.write(locked)
    return [bytes(content), locked.getvalue(), *map(assembled, pdfs())]


# Anki

_ODD: Final = (
    None, 0, 1, -1, 2**62, 1.5, float("inf"), "", "x", b"", b"\xff\xfe", "1", "²", "front\x1fback", "{{c1::a}} b\x1fc",
    "{{c1::{{c2::a}}}}", "{{c²::a}}", "<b>x</b>\x1f[sound:a.mp3]", "\ud7ff&#0;\x1f&#xD800;", "{}", "[]", "null", '{"1": null}', '{"1": {"name": 5}}',
    '{"1": {"id": "x", "flds": []}}', '{"1": {"id": 1, "flds": [{"name": "Front"}, {"name": "Back"}]}}', '{"a": {"id": 1, "flds": 3}}',
    '{"1": {"id": 1e999, "flds": [{}]}}', "[" * 3000, '{"1": {"name": "\\ud800"}}', '{"1": {"id": 1, "flds": [{"name": "\\udfff"}, {"name": "B"}]}}', '{"1": {"name": "A::B"}}', "A\x1fB",
)  # fmt: skip
"""Values that somebody's database may hold where a number, a name, fields or JSON stand."""


def collection(luck: Random | None = None) -> bytes:
    """A database of Anki's, old or new in form; with luck, one whose columns and values are any at all."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for sql in _old() if luck is None else _any_tables(luck):
            connection.execute(*sql)
        connection.commit()
        return connection.serialize()


def _old() -> list[tuple[str, Sequence[object]]]:
    models = json.dumps({"7": {"id": 7, "flds": [{"name": "Front"}, {"name": "Back"}]}})
    return [
        ("CREATE TABLE col (models TEXT, decks TEXT)", ()),
        ("INSERT INTO col VALUES (?, ?)", (models, json.dumps({"1": {"name": "A::Bells"}}))),
        ("CREATE TABLE notes (id, guid, mid, flds)", ()),
        ("INSERT INTO notes VALUES (1, 'g1', 7, ?)", ("When was it <b>hung</b>?\x1f1874",)),
        ("INSERT INTO notes VALUES (2, 'g2', 7, ?)", ("The {{c1::bell}} of {{c2::Aldwick::town}}\x1f",)),
        ("CREATE TABLE cards (did)", ()),
        ("INSERT INTO cards VALUES (1)", ()),
    ]


def _any_tables(luck: Random) -> list[tuple[str, Sequence[object]]]:
    tables = {"notes": "id guid mid flds", "cards": "did", "col": "models decks"}
    if luck.random() < 0.5:
        tables |= {"fields": "ntid name ord", "decks": "id name"}
    found: list[tuple[str, Sequence[object]]] = []
    for name, columns in tables.items():
        if luck.random() < 0.02:
            continue
        wanted = [column for column in columns.split() if luck.random() < 0.985]
        found.append((f"CREATE TABLE {name} ({', '.join(wanted or ['x'])})", ()))
        for _ in range(luck.randrange(4)):
            values = tuple(luck.choice(_ODD if luck.random() < 0.6 else (1, "1", "a\x1fb")) for _ in wanted or ["x"])
            found.append((f"INSERT INTO {name} VALUES ({', '.join('?' * len(values))})", values))  # noqa: S608  our own names
    return found


def anki_packages() -> list[list[tuple[str, bytes]]]:
    """The members of packages: our own, somebody's old and somebody's new one."""
    new = zstandard.ZstdCompressor(level=1).compress(collection())
    ours = [[each for each in members_of(content) if each[0] != "media"] for content in exports("anki")[:3]]
    return [
        *ours,
        [("collection.anki2", collection()), ("media", b"{}")],
        [("meta", b"\x08\x03"), ("collection.anki21b", new)],
    ]


def any_package(luck: Random) -> bytes:
    """A package with any database in it."""
    content = collection(luck)
    if luck.random() < 0.3:
        return zipped([("collection.anki21b", zstandard.ZstdCompressor(level=1).compress(content))])
    return zipped([("collection.anki2", content)])
