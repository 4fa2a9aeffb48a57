"""The language model, loaded once for all tests that read real sentences."""

from collections.abc import Callable

import pytest

from quizapp.facts.find import find_facts
from quizapp.facts.mentions import find_mentions
from quizapp.facts.pipeline import load_model
from quizapp.facts.reading import read
from quizapp.facts.scene import Scene
from quizapp.facts.wording import Wording
from quizapp.model.article import Article
from quizapp.model.fact import FactSheet
from quizapp.model.item import ClozeItem, key_text
from quizapp.writing.write import write_items


def make_text(*paragraphs: str, title: str = "A short report") -> Article:
    """An article of these paragraphs."""
    return Article(id="report", title=title, source="report.txt", text="\n\n".join([title, *paragraphs]))


@pytest.fixture(scope="session")
def nlp() -> object:
    """The model itself."""
    return load_model()


@pytest.fixture
def scene(nlp: object) -> Callable[..., Scene]:
    """Paragraphs, read and ready for the finders."""

    def build(*paragraphs: str, title: str = "A short report") -> Scene:
        article = make_text(*paragraphs, title=title)
        reading = read(article, nlp)  # type: ignore[arg-type]  # spaCy's type stays inside the room
        mentions = find_mentions(reading)
        return Scene(article, reading, mentions, Wording(mentions))

    return build


@pytest.fixture
def facts(nlp: object) -> Callable[..., FactSheet]:
    """The facts of paragraphs."""

    def build(*paragraphs: str, title: str = "A short report") -> FactSheet:
        return find_facts(make_text(*paragraphs, title=title), nlp)  # type: ignore[arg-type]  # as above

    return build


@pytest.fixture
def asked(facts: Callable[..., FactSheet]) -> Callable[..., dict[str, str]]:
    """Every stem that is written from paragraphs, with its key."""

    def build(*paragraphs: str, title: str = "A short report") -> dict[str, str]:
        items, _ = write_items(facts(*paragraphs, title=title))
        return {i.stem: key_text(i) if isinstance(i, ClozeItem) else getattr(i, "key", "") for i in items}

    return build
