"""Python's collector of cyclic rubbish, which looks again and again at what is still needed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Work without the collector, which has nothing to find where much is made and kept; as it was afterwards."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
