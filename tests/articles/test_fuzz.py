"""F1: whatever is broken in a document, its reader gives text or one sentence, never another exception."""

import contextlib
import io
import random
import zipfile
from collections.abc import Callable

import pytest

from quizapp.articles.docx import extract_docx
from quizapp.articles.epub import extract_epub
from quizapp.articles.extract import Extract
from quizapp.articles.pdf import extract_pdf
from quizapp.kit.errors import InputError

from .documents import docx, epub, pdf, zipped

TIMES = 60
"""Of each format; docs/faults.md has how many were tried by hand."""


def broken(data: bytes, luck: random.Random) -> bytes:
    """Bytes changed, cut out, doubled, or the end lost."""
    out = bytearray(data)
    for _ in range(luck.choice((1, 3, 20))):
        at = luck.randrange(len(out) + 1)
        match luck.randrange(4):
            case 0:
                out[at : at + 1] = luck.randbytes(1)
            case 1:
                del out[at : at + luck.randrange(1, 40)]
            case 2:
                out[at:at] = out[at : at + luck.randrange(1, 400)]
            case _:
                out[at : at + 4] = luck.randbytes(4)
    return bytes(out if luck.random() < 0.8 else out[: luck.randrange(1, len(out) + 2)])


def inside(data: bytes, luck: random.Random) -> bytes:
    """An archive that is whole, one of whose members is broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = luck.choice([name for name in members if members[name]])
    return zipped(members | {name: broken(members[name], luck)})


@pytest.mark.parametrize(
    ("make", "extract", "share"),
    [(pdf, extract_pdf, 1), (docx, extract_docx, 0.2), (epub, extract_epub, 0.2)],
    ids=["pdf", "docx", "epub"],
)
def test_a_broken_document_gives_text_or_one_sentence(
    make: Callable[[], bytes], extract: Callable[[bytes], Extract], share: float
) -> None:
    """The same seeds each time, so that what is found once is found again."""
    whole = make()
    for seed in range(TIMES):
        luck = random.Random(seed)
        with contextlib.suppress(InputError):
            assert isinstance(extract(broken(whole, luck) if luck.random() < share else inside(whole, luck)).text, str)
