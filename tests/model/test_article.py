"""Articles and their places."""

import pytest

from quizapp.model.article import Article, Part, Span

TEXT = "The ferry\n\nIt ran.\n\nIt sank."
ARTICLE = Article(
    id="ferry",
    title="The ferry",
    source="ferry.pdf",
    text=TEXT,
    parts=(Part(at=11, name="page 1"), Part(at=20, name="page 2")),
)


def test_a_place_is_told_by_paragraph_and_part() -> None:
    """The part is the last one that began; before the first there is none, and most articles have none."""
    assert ARTICLE.place_of(Span(0, 3)) == "¶0"
    assert ARTICLE.place_of(Span(11, 13)) == "¶1, page 1"
    assert ARTICLE.place_of(Span(20, 22)) == "¶2, page 2"
    assert Article(id="a", title="t", source="s", text=TEXT).place_of(Span(20, 22)) == "¶3"


@pytest.mark.parametrize(("at", "name"), [(-1, "page 1"), (0, "")])
def test_a_part_has_a_place_and_a_name(at: int, name: str) -> None:
    """Anything else is a slip of ours."""
    with pytest.raises(ValueError, match="not a part"):
        Part(at=at, name=name)
