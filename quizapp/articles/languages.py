"""Whether a text is English, as far as that can be said with confidence."""

import re
from typing import Final

LEAST: Final = 200
"""Characters below which a guess is not worth having."""

CONFIDENT: Final = 0.9
"""Probability; foreign paragraphs of 200 characters and more scored .99, lists of names and of numbers below .2."""

ENGLISH_SHARE: Final = 0.08
"""Part of the words; English articles had .12 to .19, German, French and Dutch ones below .02."""

LATIN_SHARE: Final = 0.5
"""Part of the letters; below it a text is not English, however sure the identifier is."""

# The commonest words of English that other languages do not share; knowing them spares loading the identifier (0.7 s).
_TAG: Final = re.compile(r"en(?:-[a-z0-9]{2,8}){0,3}")
_SCRIPT, _REGION = 4, 2  # letters of a subtag (RFC 5646, 2.2)
_ENGLISH: Final = frozenset({"the", "of", "and", "to", "that", "with"})
_LATIN_END: Final = "\u0250"
_SAMPLE: Final = 20_000
_WORD: Final = re.compile(r"[^\W\d_]+")

_NAMES: Final = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "eo": "Esperanto", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish",
    "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean",
    "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "nb": "Norwegian",
    "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def english_tag(declared: str) -> str:
    """The kind of English that a document declares, as “en-GB”; “en” where it declares none, or another language.

    Whether the text is English is told by the text.
    """
    first, *rest = declared.strip().replace("_", "-").lower().split("-")
    if not _TAG.fullmatch("-".join((first, *rest))):
        return "en"
    return "-".join((first, *(_subtag(part) for part in rest)))


def _subtag(part: str) -> str:
    """In its usual form: regions large, scripts titled (RFC 5646, 2.1.1)."""
    if len(part) == _REGION:
        return part.upper()
    return part.title() if len(part) == _SCRIPT and part.isalpha() else part


def foreign_language(text: str) -> str | None:
    """The name of the language when the text is surely not English, else None."""
    sample = text[:_SAMPLE]
    if len(sample.strip()) < LEAST or english_share(sample) >= ENGLISH_SHARE:
        return None
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    code, confidence = identifier.classify(sample)
    if code == "en" or (confidence < CONFIDENT and latin_share(sample) > LATIN_SHARE):
        return None
    return _NAMES.get(code, f"another language ({code})")


def english_share(text: str) -> float:
    """Part of the words that only English has, 0 to 1."""
    words = _WORD.findall(text.lower())
    return sum(word in _ENGLISH for word in words) / max(1, len(words))


def latin_share(text: str) -> float:
    """Part of the letters that belong to Latin alphabets, 0 to 1."""
    letters = [char for char in text if char.isalpha()]
    return sum(char < _LATIN_END for char in letters) / max(1, len(letters))
