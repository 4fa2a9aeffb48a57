"""Text into bytes and back."""

import pytest

from quizapp.formats.words import decoded, encoded, legal
from quizapp.kit.errors import InputError


@pytest.mark.parametrize("text", ["", "a", "\ufeffa", "\ufeff\ufeff", "a\nb\x00"])
@pytest.mark.parametrize("mark", [True, False])
def test_what_is_encoded_is_decoded(text: str, mark: bool) -> None:
    """A text that begins with a byte order mark of its own, too."""
    assert decoded(encoded(text, mark=mark)) == text


def test_what_spreadsheets_save_is_decoded() -> None:
    """UTF-16 with its mark, and line ends of any kind; other bytes are named by their place."""
    assert decoded("a\r\nb\rc".encode("utf-16")) == "a\nb\nc"
    assert decoded(b"caf\xe9", strict=False) == "caf\ufffd"
    with pytest.raises(InputError, match=r"x\.txt:1:4: byte 0xE9 is not UTF-8.*--encoding"):
        decoded(b"caf\xe9", name="x.txt")


def test_what_xml_cannot_hold_is_marked() -> None:
    """Each character by a mark of its own, space by a space."""
    assert legal("a\x00b\x0cc\ufffe\uffff\ud800") == "a␀b c⟨FFFE⟩⟨FFFF⟩⟨D800⟩"
