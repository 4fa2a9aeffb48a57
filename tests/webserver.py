"""A web server on this machine that says exactly the bytes it is told to, slowly, endlessly or not at all."""

import contextlib
import socket
from collections.abc import Callable, Iterator, Mapping
from threading import Event, Thread

Answer = Callable[[socket.socket, Event], None]
"""What is said over a connection; the event says that the test is over."""


def page(body: bytes, *, status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer; the names of headers with _ for -."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def saying(answer: bytes) -> Answer:
    """Say this and hang up."""

    def say(connection: socket.socket, over: Event) -> None:
        connection.sendall(answer)

    return say


def endless(head: bytes, piece: bytes, *, pause: float = 0) -> Answer:
    """Say a head and then the same piece for ever."""

    def say(connection: socket.socket, over: Event) -> None:
        connection.sendall(head)
        while not over.wait(pause):
            connection.sendall(piece)

    return say


class Server:
    """Listens; knows what it was asked, and how often anybody connected."""

    def __init__(self, answers: Mapping[str, Answer], *, host: str = "127.0.0.1") -> None:
        self._answers = answers
        self._over = Event()
        self._socket = socket.create_server((host, 0))
        self.port: int = self._socket.getsockname()[1]
        self.address = f"http://{host}:{self.port}"
        self.requests: list[bytes] = []
        self.connections = 0
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            request = connection.recv(65536)
            self.requests.append(request)
            path = request.decode("latin-1").partition(" ")[2].partition(" ")[0]
            self._answers.get(path, saying(page(b"", status="404 Not Found")))(connection, self._over)
            connection.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        """Stop listening and talking."""
        self._over.set()
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@contextlib.contextmanager
def serving(answers: Mapping[str, Answer], *, host: str = "127.0.0.1") -> Iterator[Server]:
    """A server for the time of a test."""
    server = Server(answers, host=host)
    try:
        yield server
    finally:
        server.close()
