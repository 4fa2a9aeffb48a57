"""File names and ids made from titles."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.kit.text import slug


@pytest.mark.parametrize("dash", "-‐‑‒–—―−")
def test_a_range_keeps_its_dash(dash: str) -> None:
    """“1571–1572” is two years and not one number of eight digits, whatever dash stands between them."""
    assert slug(f"The siege of Karsova, 1571{dash}1572") == "the-siege-of-karsova-1571-1572"
    assert slug(f"Lyon{dash}Turin") == "lyon-turin"


@given(st.text())
def test_a_slug_is_a_plain_name(text: str) -> None:
    """Nothing in a title becomes a path, a sign or an empty name."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))
