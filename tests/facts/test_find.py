"""Laws of the sheet, on hostile text and on the article the project started from."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.model.article import Article
from quizapp.model.fact import FactSheet
from quizapp.model.item import Item, key_text, keys_of
from quizapp.writing.write import write_items

pytestmark = pytest.mark.model

SHARED = Path(__file__).parents[3] / "shared" / "articles"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/articles is not here")

HOSTILE = [
    "cost [USD] of [/] the [@click=app.quit]x[/] mill rose to £3 million in 1893.",
    "Paul\u202eReed\u200b opened \x1b[31mthe mill\x07 in 1893 because the river froze.",
    '\u0645\u0631\u062d\u0628\u0627 Paul Reed said “hello “ there ” ” and "left" in 1893.',
    "(((((((( Paul Reed, a man, a boss, a baker, (who ((sold)) 12 (mills)) in 1893.",
    "𝔓𝔞𝔲𝔩 ℜ𝔢𝔢𝔡 👩‍👩‍👧 bought 3 mills for €2 million… and then - — – left!!!",
    "A" * 400 + " opened the mill in 1893.",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_without_harm(facts: Callable[..., FactSheet], text: str) -> None:
    """No exception, and every evidence quote stands letter for letter at its offsets."""
    sheet = facts(text, "Clara Hale opened a school in Leeds in 1893.")
    items, _ = write_items(sheet)
    assert_sound(sheet.article, items)


def assert_sound(article: Article, items: tuple[Item, ...]) -> None:
    """The promise that every item makes."""
    assert len({item.id for item in items}) == len(items)
    for item in items:
        assert item.evidence
        assert all(evidence.stands_in(article) for evidence in item.evidence)
        quotes = re.sub(r"\s+", " ", " ".join(e.quote for e in item.evidence)).translate(str.maketrans("“”’", '""\''))
        for one in keys_of(item):
            key = re.sub(r"\s+", " ", one).translate(str.maketrans("“”’", '""\''))
            assert item.derived or key.lower() in quotes.lower()
        assert len(item.stem.split()) <= 35


def read_shared(name: str) -> Article:
    """One of the development articles."""
    text = (SHARED / name).read_text(encoding="utf-8")
    return Article(id="shared", title=text.split("\n", 1)[0][:90], source=name, text=text)


@needs_shared
def test_the_article_that_started_it_all(nlp: object) -> None:
    """The first fifteen items ask what the article is about, and claims keep their claimant."""
    from quizapp.facts.find import find_facts

    items, rejects = write_items(find_facts(read_shared("nato-aukus.txt"), nlp))  # type: ignore[arg-type]  # spaCy's type
    first = {item.stem: key_text(item) for item in items[:15]}

    def key(*words: str) -> str:
        return next((k for stem, k in first.items() if all(w in stem for w in words)), "")

    assert key("stab in the back") == "Le Drian"
    assert key("contract", "worth") == "€56 billion"
    assert key("how many", "submarines") == "12"
    assert key("Which countries", "AUKUS") == "the US, UK and Australia"
    assert key("When", "AUKUS") == "September 2021"
    assert key("had lost its relevance", "Who said") == "Emmanuel Macron"
    assert any("militant bloc" in item.stem and "own voice" in item.stem for item in items)
    assert any(stem.startswith("According to Lariv, ") for stem in first)
    assert all(reject.check and reject.reason for reject in rejects)


@needs_shared
@pytest.mark.parametrize("name", sorted(p.name for p in SHARED.glob("*.txt")) if SHARED.is_dir() else [])
def test_every_shared_article_gives_sound_items(nlp: object, name: str) -> None:
    """Evidence verbatim, keys in the evidence or derived, the same bytes twice."""
    from quizapp.facts.find import find_facts

    article = read_shared(name)
    items, _ = write_items(find_facts(article, nlp))  # type: ignore[arg-type]  # spaCy's type
    assert len(items) >= 10
    assert_sound(article, items)
    again, _ = write_items(find_facts(article, nlp))  # type: ignore[arg-type]  # spaCy's type
    assert items == again


def test_the_model_named_by_the_environment_must_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong name is an input error with what to do."""
    from quizapp.facts.pipeline import MODEL_VARIABLE, load_model
    from quizapp.kit.errors import InputError

    monkeypatch.setitem(os.environ, MODEL_VARIABLE, "no_such_model")
    with pytest.raises(InputError, match="no_such_model"):
        load_model()


def test_the_worker_reads_in_its_own_process() -> None:
    """The same facts come from the spawned worker, with progress in paragraphs."""
    from quizapp.facts.pipeline import Worker

    article = Article(
        id="a",
        title="A",
        source="a",
        text="A\n\nClara Hale opened a school in Leeds in 1893.\n\nPaul Reed sold 12 mills.",
    )
    worker = Worker()
    try:
        seen: list[tuple[int, int]] = []
        sheet = worker.facts(article, progress=lambda done, total: seen.append((done, total)))
    finally:
        worker.close()
    assert sheet.facts
    assert seen == [(0, 2), (1, 2), (2, 2)]  # first: the model is open
