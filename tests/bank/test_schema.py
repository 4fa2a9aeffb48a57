import json
from pathlib import Path

from bank.samples import SAMPLE
from quizapp.bank.names import SCHEMA_FILE
from quizapp.bank.schema import ITEM_ENTRIES, bank_schema
from quizapp.bank.shipped import schema_bytes

CHECKOUT = Path(__file__).parents[2]


def test_the_schema_beside_the_banks_is_the_readers_own() -> None:
    """What editors are told is what the reader checks; `quizapp bank schema` prints the file anew."""
    assert json.loads((CHECKOUT / "questions" / SCHEMA_FILE).read_bytes()) == bank_schema()
    assert schema_bytes() == (CHECKOUT / "questions" / SCHEMA_FILE).read_bytes()


def test_every_kind_of_item_has_a_shape() -> None:
    """A kind that the model knows can be written and read."""
    assert {item.kind for item in SAMPLE.items} == set(ITEM_ENTRIES)
    kinds = bank_schema()["properties"]["items"]["items"]["discriminator"]["mapping"]
    assert set(kinds) == set(ITEM_ENTRIES)


def test_nothing_else_is_allowed_anywhere() -> None:
    """Editors mark unknown fields in every mapping."""
    schema = bank_schema()
    shapes = [schema, *schema["$defs"].values()]
    assert all(shape["additionalProperties"] is False for shape in shapes)
