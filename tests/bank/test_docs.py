import re
from pathlib import Path

from quizapp.bank.reader import read_bank
from quizapp.bank.schema import ITEM_ENTRIES, ArticleEntry, DistractorEntry, EvidenceEntry

PAGE = (Path(__file__).parents[2] / "docs" / "bank-format.md").read_text()


def test_the_example_is_a_bank() -> None:
    """What people copy from the page can be read, and shows every kind there is."""
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    bank = read_bank(example[1].encode(), file="docs/bank-format.md")
    assert {item.kind for item in bank.items} == set(ITEM_ENTRIES)


def test_the_page_names_every_field() -> None:
    """No field is a secret."""
    for entry in (ArticleEntry, EvidenceEntry, DistractorEntry, *ITEM_ENTRIES.values()):
        for name in set(entry.model_fields) - {"end"}:  # an end is never needed
            assert re.search(rf"`{name}[`:]", PAGE), name
