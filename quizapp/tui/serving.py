"""The app in a browser: textual-serve, which starts one app for each window, behind a look at who is asking."""

import shlex
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

from quizapp.kit.errors import UsageError

LOCAL: Final = frozenset({"127.0.0.1", "localhost", "::1"})
"""The names of this machine for itself."""

_HEAR_KEYS: Final = (
    "<script>new MutationObserver((_, seen) => {"
    ' const field = document.querySelector(".xterm-helper-textarea");'
    " if (field) { field.focus(); seen.disconnect(); }"
    " }).observe(document.body, { childList: true, subtree: true });</script>"
)
"""textual-serve's page hears no key until it was clicked: who has no mouse could not begin."""

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def command_line(arguments: Sequence[str]) -> str:
    """The command of one app, for the shell that textual-serve starts it with: every word is quoted."""
    return shlex.join([sys.executable, "-m", "quizapp", *arguments])


def is_welcome(*, host: str, origin: str | None, local: bool) -> bool:
    """Whether a request may be answered.

    A page from elsewhere must not drive the app through the reader's browser: what it sends names its own origin. Nor
    may a name that was made to point here, which only matters where nobody but this machine is meant.

    Args:
        host: the Host header, which says by what name we are asked.
        origin: the Origin header, which a browser adds where a page asks for something.
        local: whether only this machine is served.
    """
    named = urlsplit(f"//{host}").hostname or ""
    if local and named not in LOCAL:
        return False
    return origin is None or urlsplit(origin).netloc == host


class _AppServer(Server):
    """textual-serve without its logo and log, under the address by which it is asked."""

    local = True
    """Whether only this machine is served."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        if not is_welcome(host=request.host, origin=request.headers.get("Origin"), local=self.local):
            raise web.HTTPForbidden(text="quizapp is served to this machine alone, and to its own page.")
        self.public_url = f"http://{request.host}"  # the page names its parts by it; nothing waits in between
        response = await handler(request)
        if not response.prepared:
            # textual-serve's page asks Google for a font; nothing of ours leaves the machine
            policy = f"default-src 'self' 'unsafe-inline' data: ws://{request.host}; frame-ancestors 'none'"
            response.headers["Content-Security-Policy"] = policy
            if isinstance(response, web.Response) and response.content_type == "text/html" and response.text:
                response.text = response.text.replace("</body>", f"{_HEAR_KEYS}</body>")
        return response

    async def on_startup(self, app: web.Application) -> None:
        """Nothing: its logo and its command are not for a reader."""


def serve_app(arguments: Sequence[str], *, host: str, port: int, ready: Callable[[], None]) -> None:
    """Serve the app until ctrl+c.

    Args:
        arguments: those of the command `quizapp` in each window.
        host: the address to listen at; only 127.0.0.1, localhost and ::1 are this machine alone.
        port: 1 to 65535.
        ready: called once browsers can come.

    Raises:
        UsageError: there is no listening there.
    """
    server = _AppServer(command_line(arguments), host=host, port=port, title="quizapp")
    server.local = host in LOCAL
    try:
        web.run_app(server._make_app(), host=host, port=port, print=lambda *_: ready(), access_log=None)  # noqa: SLF001  its own serve() logs to standard output
    except OSError as refusal:
        raise UsageError(
            f"cannot serve at {host}, port {port} ({refusal.strerror}); name another with --port or --host"
        ) from None
