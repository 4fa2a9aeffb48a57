"""The banks that travel with quizapp: package resources, or the checkout's questions/ in an editable install."""


def shipped_slugs() -> tuple[str, ...]:
    """The slugs of the bundled banks, sorted."""
    raise NotImplementedError


def shipped_bytes(slug: str) -> bytes:
    """The bytes of a bundled bank.

    Raises:
        KeyError: no bundled bank has this slug.
    """
    raise NotImplementedError
