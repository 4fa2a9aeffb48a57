"""Archives from outside are read by name, in memory, as far as they go and no further."""

import pytest

from formats.archives import CANARIES, lying, zip_bomb, zip_of, zstandard_bomb
from quizapp.formats.archive import Archive, zipped
from quizapp.kit.errors import InputError


def test_names_are_only_looked_up() -> None:
    """Whatever an entry is called, it is bytes and no path."""
    opened = Archive(zip_of({name: name.encode() for name in CANARIES}))
    assert [opened.read(name) for name in opened.names()]


def test_what_is_counted_is_what_comes_and_not_what_is_declared() -> None:
    """A header that says “ten bytes” buys nobody more than what its archive may unpack to."""
    bomb = lying(zip_bomb("a", 300 * 2**20), true=300 * 2**20, told=10)
    with pytest.raises(InputError, match=r"100 MiB|damaged"):
        Archive(bomb).read("a")


def test_zip_and_zstandard_bombs_end_at_the_limit() -> None:
    """A file of 300 kB cannot fill the memory."""
    with pytest.raises(InputError, match="more than 100 MiB"):
        Archive(zip_bomb("a", 300 * 2**20)).read("a")
    with pytest.raises(InputError, match="more than 100 MiB"):
        Archive(zip_of({"a": zstandard_bomb(300 * 2**20)})).read_zstandard("a")


def test_an_allowance_is_for_all_entries_together() -> None:
    """Many small entries are one large one."""
    opened = Archive(zip_of({str(number): bytes(2**19) for number in range(3)}), most=2**20)
    opened.read("0")
    with pytest.raises(InputError, match="more than 1 MiB"):
        [opened.read("1"), opened.read("2")]


def test_too_many_entries_are_refused() -> None:
    """Ten thousand is enough for any deck."""
    with pytest.raises(InputError, match="10,000 entries"):
        Archive(zip_of({str(number): b"" for number in range(10_001)}))


@pytest.mark.parametrize("cut", [0, 1, 30, 60, -1])
def test_a_damaged_archive_is_refused_in_words(cut: int) -> None:
    """Nothing, the beginning, and all but the end."""
    whole = zip_of({"a": b"some bytes" * 20})
    with pytest.raises(InputError):
        Archive(whole[:cut]).read("a")


def test_a_changed_byte_is_noticed() -> None:
    """A checksum is there to be checked."""
    whole = bytearray(zip_of({"a": b"some bytes"}, packed=False))
    whole[whole.index(b"some bytes")] ^= 1
    with pytest.raises(InputError, match="damaged"):
        Archive(bytes(whole)).read("a")


def test_a_missing_entry_is_named() -> None:
    """The message says what is not there."""
    with pytest.raises(InputError, match="“b”"):
        Archive(zip_of({"a": b""})).read("b")


def test_our_own_archives_have_no_dates() -> None:
    """The same entries are the same bytes, and they can be read back."""
    entries = {"b": b"1", "a": b"2" * 1000}
    assert zipped(entries) == zipped(entries)
    opened = Archive(zipped(entries))
    assert {name: opened.read(name) for name in opened.names()} == entries


def test_an_archive_that_begins_before_its_file_is_refused() -> None:
    """A table that says that it stands one byte further on puts the first entry in front of the file."""
    whole = bytearray(zip_of({"a": b"some bytes"}))
    whole[-6] += 1  # the place of the table, in what ends the archive
    with pytest.raises(InputError, match="damaged"):
        Archive(bytes(whole)).read("a")
