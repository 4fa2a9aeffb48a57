"""Texts as the file keeps them; a flipped bit may have made one that is no UTF-8, which must not end the program."""


def read_text(data: bytes) -> str:
    """A text, with the bytes that are none as lone surrogates, which can never be written back by mistake."""
    return data.decode("utf-8", "surrogateescape")


def check_texts(*values: object) -> None:
    """Make sure that texts are whole.

    Raises:
        ValueError: one of them is damaged.
    """
    for value in values:
        if isinstance(value, str) and not value.isascii():
            value.encode()


def are_whole(*values: object) -> bool:
    """Whether texts are whole."""
    try:
        check_texts(*values)
    except ValueError:
        return False
    return True
