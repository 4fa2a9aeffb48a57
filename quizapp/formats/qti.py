"""What both versions of QTI share: names that XML allows, options in a seeded order, the proof as feedback."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from lxml import etree

from quizapp.formats.archive import Archive
from quizapp.formats.basket import Basket
from quizapp.formats.kinds import read_note
from quizapp.formats.parcel import Imported, Loss, Refusal, Taken
from quizapp.formats.proofs import quotes_in, reasoned, wrongs_in
from quizapp.formats.quotes import also_html, flat, quoted_html, quotes_of, reason_html, source_of, wrong_html
from quizapp.formats.trees import Element, parsed, text_of, xml_of
from quizapp.formats.unseen import said_of, unseen_in
from quizapp.kit.chance import dice
from quizapp.kit.errors import InputError, Place
from quizapp.kit.text import one_line
from quizapp.model.article import Article
from quizapp.model.item import (
    ChoiceItem,
    ClozeItem,
    Item,
    MultipleChoiceItem,
    NumericItem,
    ShortAnswerItem,
    TrueFalseItem,
    distractors_of,
    key_text,
    options_of,
)

MANIFEST: Final = "imsmanifest.xml"

_NAME: Final = re.compile(r"[A-Za-z0-9._-]{1,80}")


@dataclass(frozen=True, slots=True)
class Option:
    """Something to pick: its name in the file, its text, whether it is right, and as XHTML why it is wrong."""

    name: str
    text: str
    right: bool
    why: str = ""


def name_of(text: str) -> str:
    """A name that XML allows, the same each time; what is no plain id goes by its hash."""
    return (
        f"q-{text}"
        if _NAME.fullmatch(text)
        else "x-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:20]
    )


def id_of(name: str) -> str:
    """The id that a name was made of, or the name where it is somebody else's."""
    return name.removeprefix("q-")


def place_of(ident: str | None, number: int) -> str:
    """How an item is found in its file: by its identifier, else by counting."""
    return f"item {one_line(ident or str(number), limit=80)}"


def title_of(item: Item) -> str:
    """What an item is listed by."""
    return one_line(line(item.stem), limit=80)


def line(text: str) -> str:
    """Text on one line."""
    return flat(text).strip()


def mixed(item: Item, article: Article, *, seed: str, prefix: str) -> tuple[Option, ...]:
    """The options in an order that follows from the seed; a statement's stay as they are."""
    wrong = {each.text: reason_html(each, article) for each in distractors_of(item)}
    texts = options_of(item)
    if isinstance(item, TrueFalseItem):
        return tuple(Option(f"{prefix}{text.lower()}", text, text == key_text(item)) for text in texts)
    options = [
        Option(f"{prefix}{number}", line(text), text not in wrong, wrong.get(text, ""))
        for number, text in enumerate(texts, 1)
    ]
    order = list(range(len(options)))
    dice(seed, item.id).shuffle(order)
    # Names follow the mixed order, so that no name tells that its option came first.
    return tuple(replace(options[old], name=f"{prefix}{new}") for new, old in enumerate(order, 1))


def wordings(item: Item) -> tuple[str, ...]:
    """What may be typed, the key first; of a quantity also its bare number, with and without its unit."""
    return tuple(dict.fromkeys(filter(None, map(line, (key_text(item), *item.accepted, *_bare(item))))))


def _bare(item: Item) -> tuple[str, ...]:
    """The number of a quantity, with and without its unit, as it goes last among the wordings."""
    return (item.value, f"{item.value} {item.unit}") if isinstance(item, NumericItem) else ()


def proof_html(item: Item, article: Article) -> str:
    """What is shown with the answer, as XHTML: the reason, the sentence, where it is from, and what else counts.

    Why a wrong option is wrong is shown with that option where it is picked, and else here.
    """
    reason = f'<p class="rationale">{escape(line(item.rationale))}</p>' if line(item.rationale) else ""
    quotes = "".join(
        re.sub(
            "^<blockquote>(.*)</blockquote>$", r'<blockquote class="evidence"><p>\1</p></blockquote>', quoted_html(each)
        )
        for each in quotes_of(item, article)
    )
    source = " · ".join(part for part in (line(article.title), source_of(article)) if part)
    told = item.accepted and (not types_one(item) or _hides_in_number(item))
    also = f'<p class="also">Also right: {also_html(item.accepted)}</p>' if told else ""
    wrong = "" if isinstance(item, ChoiceItem | MultipleChoiceItem) else wrong_html(item, article)
    return f'<div class="quizapp">{reason}{quotes}{also}{wrong}<p class="source">{escape(source)}</p></div>'


def _hides_in_number(item: Item) -> bool:
    """Whether a wording is also what we add of the number, so that a reader could not tell whose it is."""
    return not {line(text) for text in item.accepted}.isdisjoint(map(line, _bare(item)))


def types_one(item: Item) -> bool:
    """Whether one text is typed, which may have other wordings."""
    return isinstance(item, ShortAnswerItem | NumericItem) or (isinstance(item, ClozeItem) and len(item.keys) == 1)


def proved(imported: Imported, markup: str) -> Imported:
    """The question with what its feedback holds; of somebody else's the whole is the reason."""
    tree = parsed(markup)
    if not any(each.get("class") == "quizapp" for each in tree.iter("div")):
        return replace(imported, rationale=text_of(tree))
    paragraphs = {each.get("class"): each for each in tree.iter("p")}
    reason, also = paragraphs.get("rationale"), paragraphs.get("also")
    return replace(
        reasoned(imported, wrongs_in(tree)),
        rationale="" if reason is None else text_of(reason),
        accepted=imported.accepted if also is None else tuple(text_of(each) for each in also.iter("span")),
        quotes=quotes_in(tree),
    )


def reason_of(markup: str) -> str:
    """Why an option is wrong, by the feedback of those who pick it; a sentence that we quote beside it is no part."""
    tree = parsed(markup)
    quoting = next((each for each in tree.iter("p") if each.find("q") is not None), None)
    if quoting is None:
        return text_of(tree)
    why = quoting.find("span")
    return "" if why is None else text_of(why)


def numbered(imported: Imported, note: str) -> Imported:
    """The question with the number that our own note of its kind has; wordings that are only that number go."""
    noted = read_note(note)
    if noted.kind != "numeric" or imported.kind != "short":
        return imported
    accepted = imported.accepted
    for bare in (f"{noted.value} {noted.unit}", noted.value):
        accepted = accepted[:-1] if accepted[-1:] == (bare,) else accepted
    return replace(imported, kind="numeric", accepted=accepted, value=noted.value, unit=noted.unit, hedge=noted.hedge)


def losses_of(items: tuple[Item, ...]) -> tuple[Loss, ...]:
    """What neither version holds."""
    what = "what is typed is compared as text with its usual wordings, not as a quantity"
    return tuple(Loss(item.id, what) for item in items if isinstance(item, NumericItem))


def document(root: Element) -> bytes:
    """An XML file; no space is added, because between words it would be text."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


@dataclass(frozen=True, slots=True)
class Documents:
    """The XML files of a package by name, in the order in which its manifest names them, and those that are broken."""

    roots: tuple[tuple[str, Element], ...]
    refusals: tuple[Refusal, ...]

    def taken(self, title: str, found: Iterable[Imported | Refusal]) -> Taken:
        """What the package gives: the questions in it, what is broken, and what could not be taken."""
        basket = Basket()
        for refusal in self.refusals:
            basket.refuse(refusal.line, refusal.what)
        for each in found:
            if isinstance(each, Refusal):
                basket.refuse(each.line, each.what, counted=each.counted)
                continue
            with basket.at(each.line, counted=each.counted):
                basket.add(each)
        return basket.taken(title)


@dataclass(frozen=True, slots=True)
class Numbered:
    """How an item is named in messages: its line in the one file, else its number among the items of a package."""

    number: int
    line: int
    counted: str

    def refusal(self, why: str) -> Refusal:
        """Why it cannot be taken."""
        return Refusal(self.line, why, self.counted)


def numbered_items(documents: Documents, items: Iterable[Element]) -> Iterator[tuple[Element, Numbered]]:
    """The items with where they stand; an archive has no lines, and its one file is called nothing."""
    is_file = any(not name for name, _ in documents.roots)
    for number, item in enumerate(items, 1):
        line = item.sourceline if is_file else None
        yield item, Numbered(number, line or number, "" if line else "item")


def lost_of(element: Element) -> tuple[str, ...]:
    """What of an item's file is not taken: pictures and sounds, as elements or in its HTML."""
    nodes = list(element.iter(etree.Element))
    markups = (node.text or "" for node in nodes if node.get("texttype", "").lower() == "text/html")
    return tuple(dict.fromkeys((*said_of(node.tag for node in nodes), *unseen_in(*markups))))


def documents_of(content: bytes) -> Documents:
    """All XML of a package, or the one file that is no package; namespaces are left off.

    Raises:
        InputError: it is no archive and no XML, is damaged, or unpacks to too much.
    """
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return Documents((("", xml_of(content)),), ())
    archive = Archive(content)
    names = [name for name in archive.names() if name.lower().endswith(".xml")]
    roots, refusals = [], []
    for name in dict.fromkeys((*_named_by_manifest(archive), *sorted(names))):
        try:
            roots.append((name, xml_of(archive.read(name))))
        except InputError as error:
            if "MiB" in str(error) or "too large" in str(error):  # nothing that comes after it can be read, either
                raise
            place = error.place or Place("")
            where = Place(f"“{one_line(name, limit=80)}”", place.line, place.column)
            refusals.append(Refusal(0, f"{where}: {str(error).removeprefix(f'{place}: ')}"))
    return Documents(tuple(roots), tuple(refusals))


def _named_by_manifest(archive: Archive) -> list[str]:
    """The files of a manifest in its order; a name that the archive does not have is no name."""
    names = set(archive.names())
    manifest = next((name for name in sorted(names, key=len) if name.rpartition("/")[2] == MANIFEST), None)
    if manifest is None:
        return []
    folder = manifest.removesuffix(MANIFEST)
    hrefs = [each.get("href", "") for each in xml_of(archive.read(manifest)).iter("file")]
    return [folder + href for href in hrefs if folder + href in names and href.lower().endswith(".xml")]
