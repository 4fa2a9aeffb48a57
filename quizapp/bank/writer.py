"""A Bank becomes YAML that people can read and merge; the same bank gives the same bytes."""

from quizapp.model.item import Bank


def write_bank(bank: Bank) -> bytes:
    """Write a bank; reading the result gives an equal bank.

    Raises:
        InputError: a text holds half of a surrogate pair, which no file can hold.
    """
    raise NotImplementedError
