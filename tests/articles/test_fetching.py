"""Fetching, against servers on this machine and over real connections (faults N1, N2)."""

import gzip
import socket
from collections.abc import Callable
from threading import Event

import pytest

from quizapp.articles.fetching import LARGEST, fetch
from quizapp.articles.online import read_address
from quizapp.kit.errors import InputError, NetworkError, UsageError
from webserver import endless, page, saying, serving

from .documents import PARAGRAPHS, docx, epub, pdf

BODY = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
HTML = (
    "<html><head><title>The Great Stink</title></head><body><article><h1>The Great Stink</h1>"
    f"{BODY}</article></body></html>"
)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def anywhere(address: str) -> bool:
    """Let everything be reached."""
    return True


def refusal(address: str, *, may_reach: Callable[[str], bool] = anywhere, seconds: float = 20) -> str:
    """Why an address cannot be fetched."""
    with pytest.raises(NetworkError) as caught:
        fetch(address, may_reach=may_reach, seconds=seconds)
    assert caught.value.exit_code == 6
    return str(caught.value)


def moved(to: str, status: str = "302 Found") -> Callable[[socket.socket, Event], None]:
    """A redirect."""
    return saying(page(b"", status=status, Location=to))


def test_a_page_is_fetched_and_told() -> None:
    """The address it has in the end, what it is and how large; the request names the host and asks for gzip alone."""
    told: list[str] = []
    body = gzip.compress(HTML.encode(), mtime=0)
    answer = saying(page(body, Content_Type="text/html; charset=utf-8", Content_Encoding="gzip"))
    with serving({"/old": moved("/new?a=1#top"), "/new?a=1": answer}) as server:
        article = read_address(f"{server.address}/old", allow_private=True, told=told.append)
        assert article.source == f"{server.address}/new?a=1"
        assert told == [f"fetched {article.source} · text/html · {len(HTML.encode()):,} bytes"]
        assert f"Host: 127.0.0.1:{server.port}".encode() in server.requests[1]
        assert b"Accept-Encoding: gzip\r\n" in server.requests[1]
    assert article.title == "The Great Stink"
    assert article.text.endswith("\n\n".join(PARAGRAPHS))


@pytest.mark.parametrize(
    ("path", "data", "kind"),
    [
        ("/a.pdf", pdf(), "application/pdf"),
        ("/a", docx(), "application/octet-stream"),
        ("/download?id=3", epub(), "application/epub+zip"),
        ("/a.md", "\n\n".join(PARAGRAPHS).encode(), "text/markdown; charset=UTF-8"),
        ("/a.txt", "\n\n".join(PARAGRAPHS).encode(), ""),
        ("/a", "\n\n".join(PARAGRAPHS).encode("cp1252"), "text/plain; charset=iso-8859-1"),
        ("/a", HTML.replace("<head>", "<head><meta charset=windows-1252>").encode("cp1252"), "text/html"),
        ("/a", HTML.encode(), "text/html; charset=nonsense"),
    ],
    ids=["pdf", "docx", "epub", "md", "txt", "Latin-1", "a page in cp1252", "no such character set"],
)
def test_every_format_is_read_from_the_web(path: str, data: bytes, kind: str) -> None:
    """The content decides, then the server's word for it, then the address; the encoding is what the page says."""
    with serving({path: saying(page(data, Content_Type=kind))}) as server:
        article = read_address(f"{server.address}{path}", allow_private=True)
    assert "reaching 35 °C in the shade" in article.text


@pytest.mark.parametrize("kind", ["image/png", "application/json", "video/mp4"])
def test_what_is_no_article_is_told(kind: str) -> None:
    """One sentence with what it is and what can be read."""
    with (
        serving({"/a": saying(page(b"{}", Content_Type=kind))}) as server,
        pytest.raises(InputError, match=f"this is no article but {kind}; quizapp reads .txt"),
    ):
        read_address(f"{server.address}/a", allow_private=True)


def test_a_paywall_is_told() -> None:
    """What a wall leaves of an article is not asked about."""
    stub = f"<html><body><article><p>{PARAGRAPHS[0]}</p></article><div class='x-paywall'>Subscribe</div></body></html>"
    with (
        serving({"/a": saying(page(stub.encode(), Content_Type="text/html"))}) as server,
        pytest.raises(InputError, match=r"shows only .. words of its article, the rest is for subscribers; sign in"),
    ):
        read_address(f"{server.address}/a", allow_private=True)


# N1


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_private_addresses_are_not_reached_however_they_are_written(host: str) -> None:
    """N1: no connection is made, and what would allow it is told."""
    with serving({}) as server:
        told = refusal_of_private(f"http://{host}:{server.port}/")
        assert server.connections == 0
    assert "private network" in told
    assert "--allow-private" in told


def refusal_of_private(address: str) -> str:
    """Why an address is refused that nobody allowed."""
    with pytest.raises(NetworkError) as caught:
        fetch(address)
    return str(caught.value)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_every_hop_is_checked(status: str) -> None:
    """N1: a page that may be reached leads to one that may not; nobody connects to that."""
    with serving({"/": saying(page(HTML.encode()))}, host="127.0.0.2") as inner:
        with serving({"/": moved(f"{inner.address}/", status)}) as outer:
            told = refusal(f"{outer.address}/", may_reach=lambda address: address == "127.0.0.1")
        assert inner.connections == 0
    assert "this leads into a private network (127.0.0.2)" in told


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    """N1, rebinding: a name is resolved once a hop, and what was allowed of it is what is connected to."""
    asked: list[str] = []

    def may_reach(address: str) -> bool:
        asked.append(address)
        return address == "127.0.0.1"

    with serving({"/": saying(page(HTML.encode(), Content_Type="text/html"))}) as server:
        assert fetch(f"http://localhost:{server.port}/", may_reach=may_reach).data == HTML.encode()
        assert f"Host: localhost:{server.port}".encode() in server.requests[0]
    assert "127.0.0.1" in asked
    assert len(asked) == len(set(asked))


def test_the_name_and_not_the_address_is_asked_for_over_tls() -> None:
    """The greeting of TLS names the site, so that its certificate can be held against the name."""
    with serving({}) as server:
        refusal(f"https://localhost:{server.port}/")
        assert b"localhost" in server.requests[0]


def test_redirects_end() -> None:
    """N1: three redirects are followed, a fourth is not, and a circle is told: four pages are asked for."""
    steps = {f"/{n}": moved(f"/{n + 1}") for n in range(9)}
    with serving(steps | {"/3": saying(page(b"there"))}) as server:
        assert fetch(f"{server.address}/0", may_reach=anywhere).data == b"there"
    with serving(steps) as server:
        assert "more than 3 times" in refusal(f"{server.address}/0")
        assert server.connections == 4


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)", "http://a:b@127.0.0.1/"]
)
def test_redirects_to_what_is_no_page_are_refused(to: str) -> None:
    """N1: only http and https, on every hop."""
    with serving({"/": moved(to)}) as server:
        assert "which is no web page" in refusal(f"{server.address}/")


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org/a", "http://", "http://a b/", "http://u:p@h/"]
)
def test_what_is_no_web_address_is_told(address: str) -> None:
    """A slip of the command, not of the network."""
    with pytest.raises(UsageError):
        fetch(address)


# N2


def test_a_bomb_is_noticed_while_it_is_small() -> None:
    """N2: a megabyte that unpacks to a gigabyte ends at the limit of what is unpacked."""
    bomb = gzip.compress(bytes(2**30), 9, mtime=0)
    with serving({"/": saying(page(bomb, Content_Encoding="gzip"))}) as server:
        assert "larger than 10 MiB" in refusal(f"{server.address}/")


def test_an_endless_page_ends() -> None:
    """N2: without a length, and longer than any article."""
    with serving({"/": endless(HEAD + b"\r\n", b"word " * 9999)}) as server:
        assert "larger than 10 MiB" in refusal(f"{server.address}/")
    assert LARGEST == 10 * 2**20


@pytest.mark.parametrize("head", [HEAD + b"\r\n", HEAD, b"HTTP/1.1"])
def test_a_dripping_page_ends(head: bytes) -> None:
    """N2: each byte comes soon, the whole never does; the time for everything counts, in body and head."""
    with serving({"/": endless(head, b"a", pause=0.01)}) as server:
        assert "it was not there within 0.3 seconds" in refusal(f"{server.address}/", seconds=0.3)


def test_a_silent_server_ends() -> None:
    """N2: a connection over which nothing is said."""
    with serving({"/": lambda connection, over: over.wait() and None}) as server:
        assert "not there within 0.2 seconds" in refusal(f"{server.address}/", seconds=0.2)


def test_a_fetch_that_nobody_waits_for_ends() -> None:
    """Long before its time is over: a thread that was left would hold the connection for twenty seconds."""
    asked = Event()

    def silent(connection: socket.socket, over: Event) -> None:
        asked.set()
        over.wait()

    with serving({"/": silent}) as server, pytest.raises(NetworkError):
        fetch(f"{server.address}/", may_reach=anywhere, seconds=3_600, stopped=asked.is_set)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (page(b"", status="403 Forbidden"), "the page answered “403, forbidden”; open it in your browser"),
        (page(b"", status="404 Not Found"), "“404, not found”"),
        (page(b"", status="503 Service Unavailable"), "“503, service unavailable”"),
        (page(b"", status="302 Found"), "“302, found”"),
        (page(b"text", Content_Encoding="br"), "packed as br, which was not asked for"),
        (page(b"no gzip", Content_Encoding="gzip"), "packed wrongly"),
        (page(gzip.compress(HTML.encode(), mtime=0)[:-9], Content_Encoding="gzip"), "broke off"),
        (HEAD + b"Content-Length: 99\r\n\r\nshort", "broke off"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "broke off"),
        (b"", "broke off"),
    ],
)
def test_what_goes_wrong_is_told_in_one_sentence(answer: bytes, reason: str) -> None:
    """What happened, where, and what to do."""
    with serving({"/": saying(answer)}) as server:
        told = refusal(f"{server.address}/")
    assert told.startswith(f"{server.address}/: ")
    assert reason in told


def test_a_closed_port_and_an_unknown_name_are_told() -> None:
    """No connection is an error of the network, never a traceback."""
    with serving({}) as server:
        port = server.port
    assert "no connection can be made" in refusal(f"http://127.0.0.1:{port}/")
    assert "there is no site called nowhere.invalid, or no connection" in refusal("http://nowhere.invalid/")
