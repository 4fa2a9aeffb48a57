"""The door for question banks: YAML that people read, merge and mend becomes a Bank, and back."""

from quizapp.bank.reader import read_bank
from quizapp.bank.schema import bank_schema
from quizapp.bank.shipped import shipped_bytes, shipped_slugs
from quizapp.bank.writer import write_bank

__all__ = ["bank_schema", "read_bank", "shipped_bytes", "shipped_slugs", "write_bank"]
