"""Luck as an argument: seeded generators, and a hash that is the same on every machine."""

import random


def seed_of(*parts: object) -> int:
    """A 63-bit seed from the text of the parts, equal on every machine and run."""
    from hashlib import sha256  # OpenSSL comes with it, which the first picture does without

    digest = sha256("\x1f".join(str(part) for part in parts).encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1


def dice(*parts: object) -> random.Random:
    """A generator whose rolls follow from the parts alone."""
    return random.Random(seed_of(*parts))


def fresh_seed() -> int:
    """A new seed from the operating system, to be stored with the session it shuffles."""
    return random.SystemRandom().getrandbits(62)
