"""The note types that quizapp has in Anki, for light and night mode, without media.

One for each form of answering, and one for questions about the same fact, of which each is a card.
"""

import re
from importlib.resources import files
from typing import Any, Final

import genanki

from quizapp.model.item import Form

FIELDS: Final = (
    "Question",
    "Kind",
    "Task",
    "Options",
    "Key",
    "Also",
    "Evidence",
    "Rationale",
    "Wrong",
    "Source",
    "Item",
)
"""The fields of every note type, in their order; the first is what Anki lists and sorts by."""

NAMES: Final = {Form.PICKED: "quizapp picked", Form.TYPED: "quizapp typed", Form.GAPS: "quizapp gaps"}

SIBLINGS: Final = "quizapp siblings"

MOST_SIBLINGS: Final = 6
"""Cards of one note; a fact of more questions has another note."""

FACT: Final = "Fact"
"""The first field of siblings, what Anki lists and sorts by."""

FILLED: Final = "Filled"
"""The field of a sibling with gaps that has them filled; among siblings there are no gaps of Anki's own."""

_SHARED: Final = frozenset({"Source"})

_IDS: Final = {Form.PICKED: 1_590_114_201, Form.TYPED: 1_590_114_202, Form.GAPS: 1_590_114_203}
_SIBLINGS_ID: Final = 1_590_114_204
"""Constants: Anki knows a note type again by its id."""

# Options are mixed anew each day, the same way on both sides, so that nobody learns places; without scripts they stay
# as they were packed.
_MIX: Final = """<script>
(function () {
  var stem = document.querySelector(".quizapp .stem");
  var text = new Date().toDateString() + (stem ? stem.textContent : ""), seed = 0;
  for (var at = 0; at < text.length; at++) { seed = (seed * 31 + text.charCodeAt(at)) >>> 0; }
  function roll(below) { seed = (seed * 1664525 + 1013904223) >>> 0; return Math.floor(seed / 4294967296 * below); }
  document.querySelectorAll(".quizapp .options ol.mix").forEach(function (list) {
    var items = Array.prototype.slice.call(list.children);
    while (items.length) { list.appendChild(items.splice(roll(items.length), 1)[0]); }
  });
})();
</script>"""

_ASKED: Final = """<div class="stem">{{Question}}</div>
{{#Task}}<div class="task">{{Task}}</div>{{/Task}}"""
_OPTIONS: Final = '{{#Options}}<div class="options">{{Options}}</div>{{/Options}}'
_PROVED: Final = """{{#Also}}<div class="also">Also right: {{Also}}</div>{{/Also}}
{{Evidence}}
{{#Rationale}}<div class="rationale">{{Rationale}}</div>{{/Rationale}}
{{Wrong}}
<div class="source">{{Source}}</div>"""
_KEY: Final = '<hr id="answer"><div class="key-line">{{Key}}</div>'
_ANSWERS: Final = {
    Form.PICKED: (f"{_ASKED}{_OPTIONS}", f"{_ASKED}{_OPTIONS}{_KEY}{_PROVED}"),
    Form.TYPED: (f"{_ASKED}{{{{type:Key}}}}", f'{_ASKED}<hr id="answer">{{{{type:Key}}}}{_PROVED}'),
    Form.GAPS: (
        '<div class="stem">{{cloze:Question}}</div>',
        f'<div class="stem">{{{{cloze:Question}}}}</div><hr id="answer">{_PROVED}',
    ),
}


_SIBLING: Final = (
    "{{^Filled}}" + _ASKED + _OPTIONS + "{{^Options}}{{type:Key}}{{/Options}}{{/Filled}}"
    '{{#Filled}}<div class="stem">{{Question}}</div>{{/Filled}}',
    "{{^Filled}}" + _ASKED + _OPTIONS + "{{/Filled}}"
    '{{#Filled}}<div class="stem">{{Filled}}</div>{{/Filled}}<hr id="answer">'
    '{{^Filled}}{{#Options}}<div class="key-line">{{Key}}</div>{{/Options}}'
    "{{^Options}}{{type:Key}}{{/Options}}{{/Filled}}" + _PROVED,
)
"""Both sides of a sibling, whatever its form; the fields are still to be numbered."""

_NAMED: Final = re.compile(r"(\{\{[#^/]?(?:type:)?)(\w+)(\}\})")


def fields_of_siblings() -> tuple[str, ...]:
    """The fact, the fields of each sibling with its number, and the source of them all."""
    own = (*(name for name in FIELDS if name not in _SHARED), FILLED)
    numbered_ones = (numbered(name, number) for number in range(1, MOST_SIBLINGS + 1) for name in own)
    return (FACT, *numbered_ones, *_SHARED)


def numbered(name: str, number: int) -> str:
    """The field of a sibling; what all share has no number."""
    return name if name in _SHARED else f"{name} {number}"


def siblings_type() -> Any:
    """The note type for questions about one fact: a card for each that is there."""
    return genanki.Model(
        _SIBLINGS_ID,
        SIBLINGS,
        fields=[{"name": name} for name in fields_of_siblings()],
        templates=[_card(number) for number in range(1, MOST_SIBLINGS + 1)],
        css=_style(),
    )


def _card(number: int) -> dict[str, str]:
    front, back = (
        _NAMED.sub(lambda match: f"{match[1]}{numbered(match[2], number)}{match[3]}", side) for side in _SIBLING
    )
    asked = f"Question {number}"  # without one Anki makes no card
    return {
        "name": asked,
        "qfmt": f"{{{{#{asked}}}}}{_side(front, 'front-side', _MIX)}{{{{/{asked}}}}}",
        "afmt": _side(back, "back-side", _MIX),
    }


def note_type(form: Form) -> Any:
    """The note type for a form of answering."""
    front, back = _ANSWERS[form]
    script = _MIX if form is Form.PICKED else ""
    return genanki.Model(
        _IDS[form],
        NAMES[form],
        fields=[{"name": name} for name in FIELDS],
        templates=[
            {"name": "Question", "qfmt": _side(front, "front-side", script), "afmt": _side(back, "back-side", script)}
        ],
        css=_style(),
        model_type=genanki.Model.CLOZE if form is Form.GAPS else genanki.Model.FRONT_BACK,
    )


def _style() -> str:
    return files("quizapp.formats").joinpath("anki.css").read_text(encoding="utf-8")


def _side(inside: str, name: str, script: str) -> str:
    # MathJax, which Anki runs over a card, leaves what is inside this class alone.
    return f'<div class="quizapp tex2jax_ignore mathjax_ignore"><div class="{name}">{inside}</div></div>{script}'
