"""What our exports show as proof, read back out of their HTML."""

from dataclasses import replace

from lxml import html

from quizapp.formats.parcel import Imported
from quizapp.formats.trees import text_of
from quizapp.model.item import Distractor


def quotes_in(tree: html.HtmlElement) -> tuple[str, ...]:
    """Every quote, without the number of its paragraph."""
    quotes = list(tree.iter("blockquote"))
    for quote in quotes:
        for place in quote.iter("small"):
            place.text = ""
    return tuple(filter(None, map(text_of, quotes)))


def wrongs_in(tree: html.HtmlElement) -> tuple[Distractor, ...]:
    """The wrong answers of a list of ours, each with its reason, if it has one."""
    rows = [(row.find("i"), row.find("span")) for row in tree.iter("li")]
    return tuple(
        Distractor(text=text_of(wrong), why="" if why is None else text_of(why))
        for wrong, why in rows
        if wrong is not None
    )


def reasoned(imported: Imported, wrongs: tuple[Distractor, ...]) -> Imported:
    """With the reasons of its wrong options; of a question without options the wrong answers themselves."""
    if not imported.distractors:
        return replace(imported, distractors=wrongs)
    whys = {_folded(each.text): each.why for each in wrongs}
    told = (replace(each, why=each.why or whys.get(_folded(each.text), "")) for each in imported.distractors)
    return replace(imported, distractors=tuple(told))


def _folded(text: str) -> str:
    return " ".join(text.split())
