"""A bank's bytes become a Bank, or every reason why they cannot."""

from quizapp.model.item import Bank


def read_bank(data: bytes, *, file: str) -> Bank:
    """Read a bank strictly; `file` is only used to name places in findings.

    Raises:
        BankError: with all findings, each at file:line:column.
    """
    raise NotImplementedError
