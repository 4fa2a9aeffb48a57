import pytest
import yaml

from quizapp.bank.scalars import scalar


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Le Drian", "Le Drian"),
        ("€56 billion", "€56 billion"),
        ("“no”", "“no”"),
        ("don't", "don't"),
        ("NO", '"NO"'),
        ("n", '"n"'),
        ("12", '"12"'),
        ("-1", '"-1"'),
        ("", '""'),
        ("who: me", '"who: me"'),
        ("a #b", '"a #b"'),
        ("a#b", "a#b"),
        ("ends:", '"ends:"'),
        ("ends ", '"ends "'),
        ('"no", she said', "'\"no\", she said'"),
        ("one\ntwo", "|-\n  one\n  two"),
        ("one\n\ntwo\n", "|\n  one\n\n  two"),
        ("  one\ntwo\n", "|2\n    one\n  two"),
        ("one \ntwo", '"one \\n\\\n  two"'),
        ("one\n\n", '"one\\n\\\n  \\n"'),
        ("\x1b[31m", '"\\u001B[31m"'),
        ("\U000e0041", '"\\U000E0041"'),
    ],
)
def test_a_text_is_written_as_plainly_as_it_can_be(text: str, written: str) -> None:
    """Words stand bare, lines stand as a block, and only what could be misread is quoted."""
    assert scalar(text, indent=2) == written
    assert yaml.safe_load(f"a: {written}\nb: c") == {"a": text, "b": "c"}
