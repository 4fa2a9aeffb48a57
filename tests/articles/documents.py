"""Documents of foreign formats, made for tests: PDF by Typst, Word and EPUB part by part."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import pypdf
import typst

PARAGRAPHS = (
    (
        "In the summer of 1858 London met the limits of its river. Weeks of heat, reaching 35 °C in the shade, baked "
        "the sewage that two and a half million people sent into the Thames, unprecedentedly and incontrovertibly."
    ),
    (
        "Cholera had killed more than ten thousand Londoners four years earlier, yet Parliament had left the drains to "
        "a dozen quarrelling local boards. The well-known engineer Joseph Bazalgette proposed intercepting sewers."
    ),
    (
        "The bill passed in eighteen days. The brickwork of Bazalgette took sixteen years and 318 million bricks, and "
        "it carried the sewage of the whole metropolis far beyond the easternmost embankments of the city."
    ),
)
TITLE = "The Great Stink of 1858"

_SETTING = """
#set document(title: "{title}", author: "Ann Lee", date: datetime(year: 2024, month: 3, day: 5))
#set page(paper: "a6", header: [THE RIVER REVIEW #h(1fr) Vol. 7], numbering: "1", columns: {columns})
#set par(justify: true)
#set text(hyphenate: true, lang: "en", size: 10pt)
= {title}

"""


def pdf(*, columns: int = 1, times: int = 3, title: str = TITLE) -> bytes:
    """Paragraphs over several small pages, hyphenated, with a running head and numbers of pages."""
    text = "\n\n".join(PARAGRAPHS * times)
    return bytes(typst.compile((_SETTING.format(columns=columns, title=title) + text).encode()))


def noted_pdf() -> bytes:
    """A page with a small quotation inside the text, a list of contents and a note at its foot."""
    text = (
        f"{PARAGRAPHS[0]}#footnote[The price stood in the Times.]\n\n#text(size: 8pt)[{PARAGRAPHS[1]}]\n\n"
        f"{PARAGRAPHS[2]}\n\n= Contents\nFirst chapter . . . . . . . . . 17"
    )
    return bytes(typst.compile(f'#set page(paper: "a5")\n#set text(size: 10pt, hyphenate: false)\n{text}'.encode()))


def typeset(text: str, *, author: str = "", lang: str = "en") -> bytes:
    """A PDF of Typst's markup, made on 5 March 2024."""
    head = f"""#set document(author: "{author}", date: datetime(year: 2024, month: 3, day: 5))
#set text(hyphenate: false, lang: "{lang[:2]}", region: "{lang[3:] or "us"}")\n"""
    return bytes(typst.compile((head + text).encode()))


def picture_pdf() -> bytes:
    """A page without a letter."""
    return bytes(typst.compile(b"#rect(width: 5cm, height: 5cm)"))


def locked_pdf() -> bytes:
    """A PDF that opens with a password alone."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _repeated(text: bytes, times: int) -> bytes:
    """So many times the text as one zlib stream, packed once: a block that is flushed in full can follow itself."""
    import zlib

    packer, check = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS), 1
    block = packer.compress(text) + packer.flush(zlib.Z_FULL_FLUSH)
    for _ in range(times):
        check = zlib.adler32(text, check)
    return b"\x78\xda" + block * times + packer.flush() + check.to_bytes(4, "big")


def bomb_pdf() -> bytes:
    """A page whose few bytes unpack to more than a gigabyte, being packed twice."""
    import zlib

    packed = zlib.compress(_repeated(b"0 0 m " * 2**20, 200), 9)
    head = f"<< /Length {len(packed)} /Filter [/FlateDecode /FlateDecode] >>".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        head + b"\nstream\n" + packed + b"\nendstream",
    ]
    return _assembled(parts)


def _assembled(parts: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return data + end.encode() + b"startxref\n%d\n%%%%EOF\n" % len(data)


def halved_pdf() -> bytes:
    """A page whose font says that A is the first half of an emoji in UTF-16, B the second, and C a first half again."""
    told = b"beginbfchar <41> <D83D> <42> <DE00> <43> <D83D> endbfchar"
    shown = b"BT /F1 12 Tf 50 700 Td (" + PARAGRAPHS[0][:80].encode() + b" ABC) Tj ET"
    return _assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources 7 0 R >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(told), told),
            b"<< /Font << /F1 5 0 R >> >>",
        ]
    )


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """An archive of these members, in this order; the same bytes each time, which tell no time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=how)
    return stream.getvalue()


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""
_CORE = """<?xml version="1.0"?><cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>The Great Stink of 1858</dc:title><dc:creator>Ann Lee</dc:creator>
<dcterms:created>2024-03-05T10:00:00Z</dcterms:created></cp:coreProperties>"""


def docx(
    body: str | None = None,
    *,
    head: str = "",
    author: str = "Ann Lee",
    language: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A Word document of the paragraphs, or of a body in WordprocessingML."""
    inner = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in PARAGRAPHS) if body is None else body
    document = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{_WORD}"><w:body>{inner}</w:body></w:document>'
    core = _CORE.replace("Ann Lee", author)
    core = core.replace(
        "</dc:creator>", f"</dc:creator><dc:language>{language}</dc:language>" if language else "</dc:creator>"
    )
    members: dict[str, str | bytes] = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "docProps/core.xml": core}
    return zipped(members | {"word/document.xml": document} | dict(more or {}))


_CONTAINER = """<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
_PACKAGE = """<?xml version="1.0"?><package version="3.0" xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Rivers</dc:title>{authors}
<dc:date>2024-03-05T00:00:00Z</dc:date><dc:language>{language}</dc:language></metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{items}</manifest>
<spine><itemref idref="nav"/>{refs}</spine></package>"""
_NCX = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
_CHAPTER = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"
xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body><h2>{name}</h2>{body}</body></html>"""


def epub(
    chapters: Mapping[str, str] | None = None,
    *,
    authors: Sequence[str] = ("Ann Lee",),
    spine: str = "",
    language: str = "en",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A book of chapters, each a heading and its XHTML."""
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    told = chapters or {"The summer": body, "The sewers": body.replace("London", "Westminster")}
    names = [f"c{number}" for number in range(1, len(told) + 1)]
    items = "".join(f'<item id="{n}" href="text/{n}.xhtml" media-type="application/xhtml+xml"/>' for n in names)
    refs = spine or "".join(f'<itemref idref="{n}"/>' for n in names)
    said = "".join(f"<dc:creator>{author}</dc:creator>" for author in authors)
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/book.opf": _PACKAGE.format(
            items=items + _NCX * ("OEBPS/toc.ncx" in (more or {})), refs=refs, authors=said, language=language
        ),
        "OEBPS/nav.xhtml": _CHAPTER.format(name="Contents", body=body),
    }
    texts = zip(names, told.items(), strict=True)
    members |= {f"OEBPS/text/{n}.xhtml": _CHAPTER.format(name=name, body=text) for n, (name, text) in texts}
    return zipped(members | dict(more or {}))


def contents(*entries: tuple[str, str]) -> str:
    """An EPUB's table of contents: where each entry leads, and what it is called there."""
    links = "".join(f'<li><a href="{href}">{name}</a></li>' for href, name in entries)
    return _CHAPTER.format(name="Contents", body=f"<nav epub:type='toc'><ol>{links}</ol></nav>")


def ncx(*entries: tuple[str, str]) -> str:
    """The same as EPUB 2 has it."""
    points = "".join(
        f'<navPoint><navLabel><text>{name}</text></navLabel><content src="{href}"/></navPoint>'
        for href, name in entries
    )
    return f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'
