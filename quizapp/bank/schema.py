"""The shape of a bank file: what the reader checks and what editors are told."""


def bank_schema() -> dict[str, object]:
    """The JSON Schema that editors use for bank files."""
    raise NotImplementedError
