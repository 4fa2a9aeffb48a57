"""What is done to a whole file so that it is broken; the same luck does the same."""

import contextlib
import copy
import io
import warnings
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

import zstandard
from lxml import etree

Change = Callable[[bytes, Random], bytes]

SPECIALS: Final = (
    *tuple(
        each.encode("utf-8", "surrogatepass")
        for each in (
            *"\x00\x01\x08\t\n\r\x0b\x0c\x1b\x1f\x7f\x85\xa0\xad\u2028\u2029\u202e\u2066\ufeff\ufffd\ufffe\uffff",
            *"\ud800\udfff\U000e0041\U0001f600\u0301\u0130\u1e9e²½٣𝟘Ⅷ",
            *"\\\"'`<>&;:#%{}[]()=~|*_-+/!?@$^,.",
            "\r\n",
            "\n\n",
            "\ufeff\ufeff",
            "&#0;",
            "&#27;",
            "&#xD800;",
            "&#x110000;",
            "&#99999999999;",
            "&nbsp;",
            "&x;",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?xml?>",
            "<!DOCTYPE x>",
            "<x/>",
            "</x>",
            "\x1b]0;x\x07",
            "0",
            "-1",
            "-0",
            "1e999",
            "-1e999",
            "NaN",
            "inf",
            "1_000",
            "0x7f",
            "9" * 400,
            "9" * 5000,
            "65536",
            "2147483648",
            "18446744073709551616",
            "true",
            "null",
            "None",
            "[" * 60,
            "{" * 60,
            "<b>" * 60,
            "> " * 60,
            "a" * 3000,
            "../../x",
            "C:\\x",
            "http://[",
        )
    ),
    b"\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\x80",
    b"\xe2\x82",
)
"""What parsers of any kind have stumbled over."""

_LONGEST: Final = 60_000
"""Bytes up to which an input may grow, so that a hundred thousand of them can be read."""


def _flip(out: bytearray, luck: Random) -> None:
    at = luck.randrange(len(out))
    out[at] ^= 1 << luck.randrange(8)


def _replace(out: bytearray, luck: Random) -> None:
    at = luck.randrange(len(out))
    width = luck.choice((1, 1, 2, 4))
    out[at : at + width] = luck.randbytes(width)


def _delete(out: bytearray, luck: Random) -> None:
    at = luck.randrange(len(out))
    del out[at : at + luck.randrange(1, luck.choice((3, 40, 400)))]


def _double(out: bytearray, luck: Random) -> None:
    at = luck.randrange(len(out))
    part = out[at : at + luck.randrange(1, luck.choice((8, 80, 800)))]
    where = luck.choice((at, luck.randrange(len(out) + 1)))
    out[where:where] = part * luck.choice((1, 1, 2, 30))


def _swap(out: bytearray, luck: Random) -> None:
    """Two parts change places."""
    one, two = sorted(luck.randrange(len(out)) for _ in range(2))
    width = min(luck.randrange(1, 100), two - one)
    out[one : one + width], out[two : two + width] = out[two : two + width], out[one : one + width]


def _insert(words: Sequence[bytes]) -> Callable[[bytearray, Random], None]:
    def insert(out: bytearray, luck: Random) -> None:
        at = luck.randrange(len(out) + 1)
        out[at:at] = luck.choice(words)

    return insert


def broken(data: bytes, luck: Random, words: Sequence[bytes] = ()) -> bytes:
    """Bytes flipped, replaced, cut out, doubled or swapped, words put in, or the end lost; `words` are the format's."""
    out = bytearray(data)
    ways = [_flip, _replace, _delete, _double, _swap, _insert(SPECIALS), _insert(words or SPECIALS)]
    for _ in range(luck.choice((1, 1, 2, 4, 20))):
        if not out or len(out) > _LONGEST:
            break
        luck.choice(ways)(out, luck)
    return bytes(out if luck.random() < 0.9 or not out else out[: luck.randrange(len(out))])


def soup(words: Sequence[bytes], luck: Random) -> bytes:
    """Words of a format in any order."""
    return b"".join(luck.choice(words if luck.random() < 0.93 else SPECIALS) for _ in range(luck.randrange(1, 60)))


def members_of(data: bytes) -> list[tuple[str, bytes]]:
    """The members of an archive, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def zipped(members: Sequence[tuple[str, bytes]], *, packed: bool = False) -> bytes:
    """An archive that is whole; a name may stand in it twice."""
    stream, how = io.BytesIO(), zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")  # zipfile warns of a name that is there already
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=how)
    return stream.getvalue()


def inside(members: Sequence[tuple[str, bytes]], luck: Random, change: Change) -> bytes:
    """A whole archive whose members are broken, missing, doubled, called otherwise, or in each other's place."""
    out = list(members)
    for _ in range(luck.choice((1, 1, 1, 2, 3))):
        at, other = luck.randrange(len(out)), luck.randrange(len(out))
        name, content = out[at]
        way = luck.random()
        if way < 0.85:
            out[at] = (name, _within(content, luck, change))
        elif way < 0.88:
            del out[at]
        elif way < 0.91:
            out.insert(other, out[at])
        elif way < 0.96:
            out[at], out[other] = (name, out[other][1]), (out[other][0], content)
        else:
            out[at] = (broken(name.encode(), luck).decode("utf-8", "replace")[:200].replace("\0", "") or "x", content)
        if not out:
            break
    return zipped(out, packed=luck.random() < 0.1)


_FRAME: Final = b"\x28\xb5\x2f\xfd"


def _within(content: bytes, luck: Random, change: Change) -> bytes:
    """A member changed; what is packed once more is unpacked for it, most times."""
    if content.startswith(_FRAME) and luck.random() < 0.9:
        with contextlib.suppress(zstandard.ZstdError):
            unpacked = zstandard.ZstdDecompressor().decompressobj().decompress(content)
            return zstandard.ZstdCompressor(level=1).compress(change(unpacked, luck))
    return change(content, luck)


def tree(names: Sequence[str], attributes: Sequence[str], texts: Sequence[str], luck: Random, *, depth: int = 6) -> str:
    """An XML element of any of these names, with any of these inside."""
    name = luck.choice(names)
    said = "".join(f' {luck.choice(attributes)}="{luck.choice(texts)}"' for _ in range(luck.choice((0, 0, 1, 2, 4))))
    said = said if luck.random() < 0.05 else _once(said)
    inner = ""
    for _ in range(luck.choice((0, 1, 1, 2, 3, 5)) if depth else 0):
        inner += luck.choice(texts) if luck.random() < 0.4 else tree(names, attributes, texts, luck, depth=depth - 1)
    return f"<{name}{said}>{inner}</{name.split()[0]}>"


def _once(said: str) -> str:
    parts: dict[str, str] = {}
    for part in said.split('" '):
        name, _, value = part.strip().partition('="')
        parts.setdefault(name, value.rstrip('"'))
    return "".join(f' {name}="{value}"' for name, value in parts.items() if name)


def grafted(data: bytes, luck: Random, words: Sequence[bytes] = ()) -> bytes:
    """XML that stays XML: elements gone, doubled, moved or called otherwise, attributes and texts in others' places."""
    try:
        root = etree.fromstring(data.lstrip(), etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return broken(data, luck, words)
    for _ in range(luck.choice((1, 1, 2, 4, 12))):
        nodes = list(root.iter(etree.Element))
        luck.choice((_gone, _moved, _moved, _renamed, _described, _described, _said, _said))(nodes, luck)
    return etree.tostring(root)


def _gone(nodes: list[etree._Element], luck: Random) -> None:
    node = luck.choice(nodes)
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _moved(nodes: list[etree._Element], luck: Random) -> None:
    node, target = copy.deepcopy(luck.choice(nodes)), luck.choice(nodes)
    if sum(1 for _ in node.iter()) < 200:
        target.insert(luck.randrange(len(target) + 1), node)


def _renamed(nodes: list[etree._Element], luck: Random) -> None:
    luck.choice(nodes).tag = luck.choice(nodes).tag if luck.random() < 0.9 else "x"


def _described(nodes: list[etree._Element], luck: Random) -> None:
    """An attribute goes, comes, or says what another says or what none should."""
    node, other = luck.choice(nodes), luck.choice(nodes)
    known = node.attrib or other.attrib
    if not known:
        return
    name = luck.choice(list(known))
    if luck.random() < 0.25:
        node.attrib.pop(name, None)
        return
    values = list(other.attrib.values())
    node.set(name, luck.choice(values) if values and luck.random() < 0.5 else _odd(luck))


def _said(nodes: list[etree._Element], luck: Random) -> None:
    node, other = luck.choice(nodes), luck.choice(nodes)
    node.text = other.text if luck.random() < 0.4 else _odd(luck)
    if luck.random() < 0.2:
        node.tail = _odd(luck)


def _odd(luck: Random) -> str:
    """Something for an attribute or a text that XML may hold."""
    text = luck.choice(SPECIALS).decode("utf-8", "replace")
    return "".join(each for each in text if each in "\t\n" or (each >= " " and each not in "\ufffe\uffff"))
