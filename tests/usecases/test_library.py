import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bank.samples import SAMPLE
from quizapp.bank.names import SCHEMA_FILE
from quizapp.bank.shipped import schema_bytes, shipped_bytes, shipped_slugs
from quizapp.bank.writer import write_bank
from quizapp.kit.errors import BankError, DiskError, InputError
from quizapp.model.article import Article
from quizapp.model.item import Bank, Form, Status
from quizapp.usecases import library as library_module
from quizapp.usecases.deleting import Deletion
from quizapp.usecases.library import Library, check_bank, first_bank, load_bank, write_bank_file
from quizapp.usecases.listing import Listing, entry_of
from quizapp.usecases.rehoming import rehomed

ALIEN = Article(id="lighthouse", title="The last keepers", source="b.txt", text="Nothing of that stands in here.")


@pytest.fixture
def library(data_dir: Path) -> Library:
    """An empty library in a folder that does not exist yet."""
    return Library(data_dir / "questions")


def own(library: Library) -> list[str]:
    """The slugs of the learner's own banks."""
    return [entry.slug for entry in library.entries() if not entry.shipped]


def test_a_missing_folder_is_an_empty_library(library: Library) -> None:
    """On the first run there are the bundled banks only, and nothing is created by looking."""
    assert own(library) == []
    assert {entry.slug for entry in library.entries()} == set(shipped_slugs())
    assert library.problems() == ()
    assert not library.folder.exists()


def test_a_saved_bank_is_there_again(library: Library) -> None:
    """What is saved is read back equal, listed, and beside the schema that its modeline names."""
    slug = library.save(SAMPLE)
    assert slug == "lighthouse"
    assert library.bank(slug) == SAMPLE
    assert Library(library.folder).bank(slug) == SAMPLE
    assert library.path(slug) == library.folder / "lighthouse.yaml"
    assert (library.folder / SCHEMA_FILE).read_bytes() == schema_bytes()
    (entry,) = [entry for entry in library.entries() if not entry.shipped]
    assert (entry.slug, entry.title, entry.article_id) == ("lighthouse", "The last keepers", "lighthouse")
    assert (entry.words, entry.items) == (SAMPLE.article.words, len(SAMPLE.items))
    assert entry.kinds == {item.kind: 1 for item in SAMPLE.items}


def test_dropped_items_do_not_count(library: Library) -> None:
    """An entry counts what can be asked."""
    dropped = replace(SAMPLE.items[0], status=Status.DROPPED)
    library.save(replace(SAMPLE, items=(dropped, *SAMPLE.items[1:])))
    assert [entry.items for entry in library.entries() if not entry.shipped] == [len(SAMPLE.items) - 1]


def test_the_same_article_replaces_its_bank_and_the_old_file_stays_beside_it(library: Library) -> None:
    """Saving again makes no second bank, and what people had written is not lost."""
    library.save(SAMPLE)
    before = library.path("lighthouse").read_bytes()
    fewer = replace(SAMPLE, items=SAMPLE.items[:2])
    assert library.save(fewer) == "lighthouse"
    assert library.bank("lighthouse") == fewer
    assert (library.folder / "lighthouse.yaml.bak").read_bytes() == before
    assert own(library) == ["lighthouse"]


def test_saving_the_same_twice_changes_nothing(library: Library) -> None:
    """The same bank gives the same bytes and no copy beside them."""
    library.save(SAMPLE)
    before = library.path("lighthouse").read_bytes()
    library.save(SAMPLE)
    assert library.path("lighthouse").read_bytes() == before
    assert sorted(path.name for path in library.folder.iterdir()) == ["lighthouse.yaml", SCHEMA_FILE]


def test_another_article_with_the_same_title_gets_a_number(library: Library) -> None:
    """Neither bank nor answers of one article are taken for those of the other."""
    library.save(SAMPLE)
    assert library.save(Bank(article=ALIEN, items=())) == "lighthouse-2"
    assert library.bank("lighthouse") == SAMPLE
    assert library.bank("lighthouse-2").article.id == "lighthouse-2"
    assert library.save(Bank(article=ALIEN, items=())) == "lighthouse-2"


def test_a_slug_that_is_taken_gets_a_number(library: Library) -> None:
    """A bank may be saved under a name; another article's bank keeps it."""
    library.save(SAMPLE, slug="my-quiz")
    other = Bank(article=replace(ALIEN, id="other"), items=())
    assert library.save(other, slug="my-quiz") == "my-quiz-2"
    assert library.bank("my-quiz") == SAMPLE


def test_a_new_version_of_an_article_replaces_the_old_one(library: Library) -> None:
    """A mended typo does not make another article."""
    library.save(SAMPLE)
    mended = replace(SAMPLE.article, text=SAMPLE.article.text.replace("1989", "1990"))
    assert library.save(Bank(article=mended, items=())) == "lighthouse"


def test_rehoming_moves_every_evidence() -> None:
    """A bank under another id is whole: each quote belongs to the new id, and nothing else differs."""
    moved = rehomed(SAMPLE, "elsewhere")
    quotes = [row for item in moved.items for row in item.evidence]
    assert {row.article for row in quotes} == {"elsewhere"}
    assert rehomed(moved, SAMPLE.article.id) == SAMPLE
    assert rehomed(SAMPLE, SAMPLE.article.id) is SAMPLE


def test_an_added_bank_keeps_its_bytes(library: Library, tmp_path: Path) -> None:
    """Comments and layout of a hand-written file survive."""
    data = b"# mine\n" + write_bank(SAMPLE)
    path = tmp_path / "My Quiz.yaml"
    path.write_bytes(data)
    assert library.add_bank(path) == "my-quiz"
    assert library.path("my-quiz").read_bytes() == data
    assert library.add_bank(library.path("my-quiz")) == "my-quiz"
    assert own(library) == ["my-quiz"]


def test_an_added_bank_of_a_taken_id_is_given_another(library: Library, tmp_path: Path) -> None:
    """Answers are kept under article ids, so two articles never share one."""
    library.save(SAMPLE)
    write_bank_file(Bank(article=ALIEN, items=()), tmp_path / "b.yaml")
    assert library.add_bank(tmp_path / "b.yaml") == "b"
    assert library.bank("b").article.id == "lighthouse-2"


def test_a_broken_bank_is_refused_and_nothing_is_added(library: Library, tmp_path: Path) -> None:
    """A bank with findings never enters the library."""
    (tmp_path / "b.yaml").write_text("format: 1\nitems: []\nimage: x\n")
    with pytest.raises(BankError) as caught:
        library.add_bank(tmp_path / "b.yaml")
    assert len(caught.value.findings) == 2
    assert not library.folder.exists()


def test_one_broken_bank_does_not_hide_the_others(library: Library) -> None:
    """Good banks are listed, broken ones are named with their findings."""
    library.save(SAMPLE)
    (library.folder / "broken.yaml").write_text("format: 1\nitems: [\n")
    (library.folder / "folder.yaml").mkdir()
    assert own(library) == ["lighthouse"]
    problems = [str(problem) for problem in library.problems()]
    assert len(problems) == 2
    assert "broken.yaml:3:1: a bracket opens here or above and is never closed" in problems[0]
    assert problems[1].endswith("folder.yaml: this is a folder; name a file in it")
    with pytest.raises(BankError):
        library.bank("broken")


def test_a_bank_changed_by_hand_is_read_again(library: Library) -> None:
    """Neither the listing nor the bank is served from memory when the file is another."""
    library.save(SAMPLE)
    path = library.path("lighthouse")
    assert library.bank("lighthouse") == SAMPLE
    path.write_bytes(path.read_bytes().replace(b"Who was the last keeper?", b"Who was it?"))
    assert library.bank("lighthouse").items[1].stem == "Who was it?"
    path.write_bytes(path.read_bytes().replace(b"title: The last keepers", b"title: Mended"))
    assert "Mended" in [entry.title for entry in library.entries()]


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b'{"a": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_listing_is_made_anew(library: Library, damage: bytes) -> None:
    """The cache is never the only copy of anything."""
    library.save(SAMPLE)
    entries = library.entries()
    cache = library.folder.parent / "cache" / "library.json"
    cache.write_bytes(damage)
    assert Library(library.folder).entries() == entries
    assert json.loads(cache.read_bytes())


def test_a_listing_record_of_another_shape_is_not_believed(library: Library) -> None:
    """A record from another release, or from another hand, is read from the bank again."""
    library.save(SAMPLE)
    entries = library.entries()
    cache = library.folder.parent / "cache" / "library.json"
    for old, new in [('"words": 4', '"words": "x4'), ('"kinds"', '"sorts"'), ('"cloze": 1', '"cloze": null')]:
        cache.write_text(cache.read_text().replace(old, new))
        assert Library(library.folder).entries() == entries


def test_an_unchanged_bank_is_listed_without_reading_it() -> None:
    """The listing spares the parser: neither YAML nor pydantic is imported for banks it knows."""
    code = (
        "import sys, tempfile, pathlib\n"
        "from quizapp.usecases.library import Library\n"
        "folder = pathlib.Path(sys.argv[1]) / 'questions'\n"
        "print(len(Library(folder).entries()), 'yaml' in sys.modules, 'pydantic' in sys.modules)\n"
    )
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        Library(Path(folder) / "questions").save(SAMPLE)
        count = len(Library(Path(folder) / "questions").entries())
        done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(count), "False", "False"]


def test_find_takes_a_slug_a_file_a_path_or_a_title(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """However a person names a bank, it is found."""
    library.save(SAMPLE)
    monkeypatch.chdir(library.folder)
    for name in (
        "lighthouse",
        "lighthouse.yaml",
        str(library.path("lighthouse")),
        "./lighthouse.yaml",
        "the LAST  keepers",
    ):
        assert library.find(name) == "lighthouse"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "\0", "x" * 5000, "", ".", "..", "\ud800", "light\x1b[31m"]
)
def test_a_name_never_becomes_a_path(library: Library, name: str) -> None:
    """What is not in the library is an InputError on one line, whatever it looks like."""
    library.save(SAMPLE)
    for ask in (library.find, library.bank, library.path, library.remove, library.editable):
        with pytest.raises(InputError) as caught:
            ask(name)
        assert len(str(caught.value)) < 400
        assert "\x1b" not in str(caught.value)
        assert "\n" not in str(caught.value)


def test_a_near_miss_is_guessed(library: Library) -> None:
    """A typing slip gets a did-you-mean."""
    library.save(SAMPLE)
    for name in ("lighthose", "lighthose.yaml", "The last keeper", "house"):
        with pytest.raises(InputError, match="did you mean “lighthouse”"):
            library.find(name)


def test_a_hostile_slug_becomes_a_plain_file_name(library: Library) -> None:
    """Names of files come from slugs alone."""
    slug = library.save(SAMPLE, slug="../../Ünï\x1b code\0/x")
    assert slug == "uni-code-x"
    assert library.path(slug).parent == library.folder


def test_removing_takes_the_file_away(library: Library) -> None:
    """Only the learner's own banks can be removed."""
    library.save(SAMPLE)
    library.remove("lighthouse")
    assert own(library) == []
    with pytest.raises(InputError, match="bundled"):
        library.remove(shipped_slugs()[0])


def test_a_removal_is_taken_back_and_never_the_end(library: Library) -> None:
    """The file comes back letter for letter, and lies beside as .bak; nothing that took its place is written over."""
    library.save(SAMPLE)
    path = library.path("lighthouse")
    before = path.read_bytes()
    deletion = Deletion(library, "lighthouse", "The last keepers")
    assert not path.exists()
    assert path.with_name("lighthouse.yaml.bak").read_bytes() == before
    path.write_bytes(b"another")
    with pytest.raises(InputError, match="another bank"):
        deletion.undo()
    assert (path.read_bytes(), deletion.steps) == (b"another", 1)
    path.unlink()
    assert deletion.undo() == "Undone: “The last keepers” is back"
    assert (path.read_bytes(), deletion.steps, deletion.undo()) == (before, 0, None)


def test_a_bundled_bank_is_copied_at_its_first_edit(library: Library) -> None:
    """The copy replaces the bundled one in the list, byte for byte; removing it brings the bundled one back."""
    slug = shipped_slugs()[0]
    path = library.editable(slug)
    assert path == library.folder / f"{slug}.yaml" == library.editable(slug)
    assert path.read_bytes() == shipped_bytes(slug)
    assert own(library) == [slug]
    assert len(library.entries()) == len(shipped_slugs())
    library.remove(slug)
    assert own(library) == []
    assert slug in [entry.slug for entry in library.entries()]


def test_the_first_bank_is_bundled() -> None:
    """The demo needs no library."""
    assert first_bank().items
    assert library_module.FIRST_SLUG in shipped_slugs()


def test_a_folder_that_cannot_be_written_is_a_disk_error(tmp_path: Path) -> None:
    """A data directory under a file: exit code 5, with what to do, from reading and from writing."""
    (tmp_path / "file").write_text("x")
    library = Library(tmp_path / "file" / "questions")
    with pytest.raises(DiskError, match="choose another"):
        library.entries()
    with pytest.raises(DiskError, match="choose another"):
        write_bank_file(SAMPLE, tmp_path / "file" / "b.yaml")


def test_a_listing_that_cannot_be_kept_is_no_fault(library: Library) -> None:
    """Without room for the cache the banks are read each time."""
    library.save(SAMPLE)
    entries = library.entries()
    cache = library.folder.parent / "cache"
    (cache / "library.json").unlink()
    cache.rmdir()
    cache.write_text("in the way")
    assert Library(library.folder).entries() == entries


def test_a_bank_that_was_mended_meanwhile_is_no_riddle(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between looking and asking why, another program may have mended the file."""
    library.save(SAMPLE)
    monkeypatch.setattr(library, "entries", lambda: ())
    problems = [str(problem) for problem in library.problems() if "lighthouse" in str(problem)]
    assert problems == [f"{library.path('lighthouse')}: this bank was being changed; look again"]


def test_the_schema_is_the_banks_own() -> None:
    """The faces can print it."""
    assert library_module.bank_schema() == json.loads(schema_bytes())


def test_loading_and_checking_are_one(tmp_path: Path) -> None:
    """What check passes can be loaded; what is missing is bad input."""
    path = tmp_path / "b.yaml"
    write_bank_file(SAMPLE, path)
    assert load_bank(path) == check_bank(path) == SAMPLE
    with pytest.raises(InputError, match="no such file"):
        check_bank(tmp_path / "c.yaml")
    with pytest.raises(InputError, match="folder"):
        load_bank(tmp_path)


def test_a_hundred_thousand_questions_are_remembered_between_starts(tmp_path: Path) -> None:
    """Else every start would read all banks again, which takes half a minute."""
    path = tmp_path / "large.yaml"
    path.write_bytes(b"as it stands")
    entry = entry_of(SAMPLE, slug="large", shipped=False, path=path)
    numbers = range(100_000)
    large = entry._replace(
        ids=tuple(f"the-question-with-the-number-{n}" for n in numbers),
        facts=tuple(f"the-fact-with-the-number-{n}" for n in numbers),
        forms=(Form.PICKED,) * len(numbers),
        fingerprints=tuple(("choice", f"the answer with the number {n}") for n in numbers),
    )
    listing = Listing(tmp_path / "cache" / "library.json")
    listing.put(large)
    listing.keep()
    assert Listing(tmp_path / "cache" / "library.json").get(path) == large
