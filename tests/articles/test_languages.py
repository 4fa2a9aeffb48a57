import pytest

from quizapp.articles.languages import ENGLISH_SHARE, LEAST, english_share, foreign_language, latin_share

ENGLISH = "The ministers of the two countries met with the king and agreed that the treaty of 1871 should be kept. "
DUTCH = "Het contract voor de levering van twaalf onderzeeërs werd woensdag door de minister in Den Haag opgezegd. "


def test_english_is_known_without_the_identifier() -> None:
    """English prose has far more of its own small words than the threshold; other languages have far fewer."""
    assert english_share(ENGLISH) > 2 * ENGLISH_SHARE
    assert english_share(DUTCH) < ENGLISH_SHARE / 2
    assert foreign_language(ENGLISH * 5) is None


def test_a_short_text_is_not_judged() -> None:
    """Below 200 characters nothing is said."""
    short = (DUTCH * 5)[: LEAST - 1]
    assert foreign_language(short) is None
    assert foreign_language(DUTCH * 5) == "Dutch"


@pytest.mark.parametrize(
    ("text", "share"), [("abc", 1.0), ("éß", 1.0), ("абв", 0.0), ("12 -", 0.0), ("aб", 0.5), ("", 0.0)]
)
def test_latin_letters_are_counted(text: str, share: float) -> None:
    """Digits and marks are no letters."""
    assert latin_share(text) == share
