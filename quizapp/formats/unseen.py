"""What markup shows or plays that no text can hold: it is not taken, and that is said."""

import re
from collections.abc import Iterable
from typing import Final

PICTURE: Final = "a picture is not taken, nor what describes it"
SOUND: Final = "a sound or film is not taken"
TAGS: Final = "tags are not taken"
HINT: Final = "a hint is not taken"
TOLERANCE: Final = "the tolerance of a number is not taken; it counts as “about”"
PRAISE: Final = "feedback on a right answer is not taken"
BLAME: Final = "feedback on the wrong answer of a true or false statement is not taken"
SHARE: Final = "an answer for a part of the mark is not taken"

SEVERAL_CARDS: Final = "only one of the cards of a note is taken, not the reversed one"
MORE_FIELDS: Final = "fields beyond the second are not taken"
IMAGE_GAP: Final = "image-occlusion:"
"""How Anki names a part of a picture that is hidden, where a gap would have its text."""
NO_IMAGE_GAPS: Final = "it hides parts of a picture, and pictures are not taken"
CATEGORY: Final = "another category is not taken; all questions come into one bank"

PICTURES: Final = frozenset({"img", "image", "svg", "object", "picture", "canvas", "matimage"})
SOUNDS: Final = frozenset({"audio", "video", "embed", "iframe", "mataudio", "matvideo"})
LINK: Final = "where a link leads is not taken"
FOOTNOTE: Final = "a footnote is not taken"
_TAG: Final = re.compile(r"<([A-Za-z]{3,8})(?![A-Za-z])")
_SHOWN: Final = re.compile(r"(?<!\\)!\[(?:\[([^\[\]\n]{0,300})\]\]|[^\[\]\n]{0,300}\][(\[]([^()\[\]\n]{0,300}))")
_OF_SOUND: Final = re.compile(r"\.(?:mp3|wav|m4a|ogg|oga|opus|flac|aac|3gp|mp4|m4v|webm|ogv|mov|mkv)\b", re.IGNORECASE)
_LED: Final = re.compile(r"(?<![\\!])\[[^\[\]\n]{1,300}\]\([^()\s]{1,500}")
_NOTED: Final = re.compile(r"(?<!\\)\[\^[^\[\]\s]{1,40}\](?!:)")
_PLAYED: Final = "[sound:"


def unseen_in_markdown(text: str) -> tuple[str, ...]:
    """What of a piece of Markdown is not taken."""
    return (*unseen_in_marks(text), *((FOOTNOTE,) if _NOTED.search(text) else ()))


def unseen_in_marks(*markups: str) -> tuple[str, ...]:
    """What of pieces of HTML with marks of Markdown in them is not taken."""
    embeds = [one or other for markup in markups for one, other in _SHOWN.findall(markup)]
    sounds = [each for each in embeds if _OF_SOUND.search(each)]
    found = set(unseen_in(*markups))
    found |= {PICTURE} if len(sounds) < len(embeds) else set()
    found |= {SOUND} if sounds else set()
    found |= {LINK} if any(map(_LED.search, markups)) else set()
    return tuple(what for what in (PICTURE, SOUND, LINK) if what in found)


def unseen_in(*markups: str) -> tuple[str, ...]:
    """What of pieces of HTML is not taken, a sentence for each kind."""
    tags = {tag.lower() for markup in markups if "<" in markup for tag in _TAG.findall(markup)}
    return said_of(tags, plays=any(_PLAYED in markup for markup in markups))


def said_of(tags: Iterable[str], *, plays: bool = False) -> tuple[str, ...]:
    """The same by the names of the elements."""
    found = set(tags)
    return tuple(what for what, is_there in ((PICTURE, found & PICTURES), (SOUND, plays or found & SOUNDS)) if is_there)
