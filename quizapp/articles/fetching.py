"""A web address becomes bytes; the only module that opens a connection to anything.

What somebody types or a page redirects to must not reach into the network it is typed in: the name is resolved here,
its addresses are held against our own list, and the connection goes to exactly the address that was checked, at every
hop. So no name can be one thing when it is checked and another when it is used.
"""

import queue
import socket
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from ssl import SSLContext
from threading import Thread
from typing import Any, Final, TypeVar

import httpcore2
import httpx2

from quizapp import __version__
from quizapp.articles.addresses import is_public
from quizapp.kit.errors import NetworkError, Place, UsageError

SECONDS: Final = 20.0
"""Time for everything: name, redirects, the last byte (faults.md, N2)."""

LARGEST: Final = 10 * 2**20
"""Bytes of a page after decoding (the same)."""

REDIRECTS: Final = 3
"""Redirects that are followed from the address that was given (faults.md, N1); a fourth is refused."""

_PORTS: Final = {"http": 80, "https": 443}
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_PIECE: Final = 2**16  # bytes that are unpacked at a time, so that a bomb is noticed while it is small
_LOOK: Final = 0.5  # seconds of waiting after which it is looked whether anybody still waits
_TRY_ELSE: Final = "open it in your browser, then paste the text or save the page"
_BROKE_OFF: Final = "the connection broke off before the page was whole; try again"


_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came: from which address in the end, as which media type and character set, both as the server says."""

    address: str
    media_type: str
    charset: str
    data: bytes


class _Deadline:
    """The end of everything, and how far it is; at once where nobody waits any more."""

    def __init__(self, seconds: float, stopped: Callable[[], bool]) -> None:
        self._end = time.monotonic() + seconds
        self._stopped = stopped

    def left(self) -> float:
        """Seconds that are left.

        Raises:
            httpcore2.TimeoutException: there are none.
        """
        left = self._end - time.monotonic()
        if left <= 0 or self._stopped():
            raise httpcore2.ReadTimeout
        return left

    def while_waiting(self, wait: Callable[[float], _Result]) -> _Result:
        """Wait a little at a time, and look in between whether anybody still waits.

        Raises:
            httpcore2.TimeoutException: nobody does, or the time is over.
        """
        while True:
            try:
                return wait(min(self.left(), _LOOK))
            except httpcore2.TimeoutException:
                self.left()


class _Bounded(httpcore2.NetworkStream):
    """A connection that waits no longer than the deadline, however slowly it drips."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: _Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._deadline.while_waiting(lambda seconds: self._stream.read(max_bytes, timeout=seconds))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout=self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = self._deadline.left()
        return _Bounded(self._stream.start_tls(ssl_context, server_hostname, timeout=left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Checked(httpcore2.NetworkBackend):
    """Connects to addresses that were checked, and to nothing else."""

    def __init__(self, deadline: _Deadline, may_reach: Callable[[str], bool]) -> None:
        self._deadline = deadline
        self._may_reach = may_reach
        self._network = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        trouble: Exception = httpcore2.ConnectError()
        for address in self._addresses(host, port):
            try:
                stream = self._network.connect_tcp(address, port, timeout=self._deadline.left())
            except httpcore2.ConnectError as error:
                trouble = error
            else:
                return _Bounded(stream, self._deadline)
        raise trouble

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        raise httpcore2.ConnectError

    def _addresses(self, host: str, port: int) -> list[str]:
        found = _resolved(host, port, self._deadline)
        allowed = [address for address in found if self._may_reach(address)]
        if found and not allowed:
            raise _PrivateError(found[0])
        return allowed


class _PrivateError(Exception):
    """A name that leads into a network that is not public."""


def _resolved(host: str, port: int, deadline: _Deadline) -> list[str]:
    """The addresses of a name; asked for in a thread, because the system's resolver knows no deadline."""
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(row[4][0]) for row in rows)))
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError())

    def answered(seconds: float) -> list[str] | OSError:
        try:
            return answers.get(timeout=seconds)
        except queue.Empty:
            raise httpcore2.ConnectTimeout from None

    Thread(target=ask, daemon=True).start()
    answer = deadline.while_waiting(answered)
    if isinstance(answer, OSError):
        raise _UnknownNameError(host)
    return answer


class _UnknownNameError(Exception):
    """A name that nobody knows, or no connection to ask."""


def fetch(
    address: str,
    *,
    may_reach: Callable[[str], bool] = is_public,
    seconds: float = SECONDS,
    stopped: Callable[[], bool] = lambda: False,
) -> Fetched:
    """Fetch a page, following at most three redirects.

    Args:
        address: an http or https address.
        may_reach: whether an address of the network may be connected to; asked at every hop.
        seconds: time for everything.
        stopped: whether nobody waits any more; asked twice a second.

    Raises:
        UsageError: it is no such address.
        NetworkError: it cannot be fetched, and why.
    """
    deadline = _Deadline(seconds, stopped)
    url = _url(address)
    backend = _Checked(deadline, may_reach)
    with httpcore2.ConnectionPool(network_backend=backend, ssl_context=httpx2.create_ssl_context()) as pool:
        for _ in range(REDIRECTS + 1):
            found = _told(lambda here=url: _asked(pool, here), url, seconds)  # type: ignore[misc]  # bound in the loop
            if isinstance(found, Fetched):
                return found
            url = found
    raise NetworkError(
        f"it leads from one address to the next, more than {REDIRECTS} times; {_TRY_ELSE}", place=_place(url)
    )


def _told(ask: Callable[[], Fetched | httpx2.URL], url: httpx2.URL, seconds: float) -> Fetched | httpx2.URL:
    """Ask; every fault of the network becomes one sentence."""
    try:
        return ask()
    except _PrivateError as error:
        what = f"this leads into a private network ({error}); on the command line --allow-private goes there"
    except _UnknownNameError as error:
        what = f"there is no site called {error}, or no connection; check the address, or paste the text instead"
    except httpcore2.TimeoutException:
        what = f"it was not there within {seconds:g} seconds; try again later, or {_TRY_ELSE}"
    except httpcore2.ConnectError as error:
        reason = "its certificate is not trusted" if "CERTIFICATE" in str(error) else str(error) or "refused"
        what = f"no connection can be made ({reason}); check the address, or {_TRY_ELSE}"
    except (httpcore2.NetworkError, httpcore2.ProtocolError):
        what = _BROKE_OFF
    raise NetworkError(what, place=_place(url))


def _asked(pool: httpcore2.ConnectionPool, url: httpx2.URL) -> Fetched | httpx2.URL:
    """One hop: the page, or where it has moved."""
    headers = [
        (b"Host", url.netloc),
        (b"User-Agent", f"quizapp/{__version__}".encode()),
        (b"Accept", b"text/html, application/xhtml+xml, text/plain, application/pdf, application/epub+zip, */*;q=0.5"),
        (b"Accept-Encoding", b"gzip"),
        (b"Connection", b"close"),
    ]
    target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    with pool.stream("GET", target, headers=headers) as response:
        said = {name.lower().decode("latin-1"): value.decode("latin-1") for name, value in response.headers}
        if response.status in _MOVED and said.get("location"):
            return _next(said["location"], url)
        _refuse_status(response.status, url)
        media_type, charset = _content_type(said.get("content-type", ""))
        data = _body(response.iter_stream(), said, url)
    return Fetched(address=str(url.copy_with(fragment=None)), media_type=media_type, charset=charset, data=data)


def _next(location: str, url: httpx2.URL) -> httpx2.URL:
    """Where a page has moved to."""
    try:
        return _url(location, base=url)
    except UsageError:
        raise NetworkError(f"it leads to “{location}”, which is no web page; {_TRY_ELSE}", place=_place(url)) from None


def _url(address: str, *, base: httpx2.URL | None = None) -> httpx2.URL:
    """An address taken apart, relative to the page that names it.

    Raises:
        UsageError: no page can stand there.
    """
    try:
        url = httpx2.URL(address.strip()) if base is None else base.join(address)
    except (httpx2.InvalidURL, ValueError):
        raise UsageError("this is no web address; copy it whole from your browser", place=Place(address)) from None
    if url.scheme not in _PORTS or not url.host or "%" in url.host:
        raise UsageError("only addresses that begin with https:// or http:// are read", place=Place(address))
    if url.userinfo:
        raise UsageError("leave the name and password out of the address", place=_place(url))
    return url


def _place(url: httpx2.URL) -> Place:
    return Place(str(url.copy_with(userinfo=b"")))


def _refuse_status(status: int, url: httpx2.URL) -> None:
    if status != httpx2.codes.OK:
        reason = httpx2.codes.get_reason_phrase(status)
        told = f"{status}, {reason.lower()}" if reason else str(status)
        raise NetworkError(f"the page answered “{told}”; {_TRY_ELSE}", place=_place(url))


def _content_type(header: str) -> tuple[str, str]:
    """The media type and the character set that a header names, each empty where it names none."""
    kind, *parameters = (part.strip() for part in header.split(";"))
    named = (part.partition("=") for part in parameters)
    charsets = (value.strip("\"' ") for name, _, value in named if name.lower().strip() == "charset")
    return kind.lower(), next(charsets, "")


def _body(pieces: Iterator[bytes], said: dict[str, str], url: httpx2.URL) -> bytes:
    """The page, unpacked piece by piece so that it never grows beyond its limit."""
    coding = said.get("content-encoding", "identity").strip().lower()
    if coding not in {"identity", "", "gzip", "x-gzip"}:
        raise NetworkError(f"it comes packed as {coding}, which was not asked for; {_TRY_ELSE}", place=_place(url))
    data = bytearray()
    for piece in _unpacked(pieces, url) if "gzip" in coding else pieces:
        data += piece
        if len(data) > LARGEST:
            raise NetworkError(f"it is larger than {LARGEST // 2**20} MiB; {_TRY_ELSE}", place=_place(url))
    return bytes(data)


def _unpacked(pieces: Iterator[bytes], url: httpx2.URL) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        for piece in pieces:
            rest = piece
            while rest:
                yield unpacker.decompress(rest, _PIECE)
                rest = unpacker.unconsumed_tail
    except zlib.error:
        raise NetworkError(f"it comes packed wrongly; {_TRY_ELSE}", place=_place(url)) from None
    if not unpacker.eof:
        raise NetworkError(_BROKE_OFF, place=_place(url))
