"""Slow work off the screen's thread, in threads that never hold the program back when it has to end."""

import asyncio
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


async def in_thread(work: Callable[[], Result]) -> Result:
    """Do slow work in a thread and wait for what it returns or raises.

    A daemon thread and not the loop's executor: asyncio waits for the executor's threads at exit, and a hang-up must
    end the program within two seconds whatever is being read.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Result] = loop.create_future()

    def tell(settle: Callable[[], None]) -> None:
        try:
            loop.call_soon_threadsafe(lambda: None if future.done() else settle())
        except RuntimeError:  # the loop is closed: nobody is waiting any more
            return

    def run() -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001  carried over to the waiting coroutine, which raises it
            fault = error
            tell(lambda: future.set_exception(fault))
        else:
            tell(lambda: future.set_result(result))

    Thread(target=run, daemon=True).start()
    return await future
