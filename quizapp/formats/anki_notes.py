"""The note types that quizapp has in Anki: one for each form of answering, for light and night mode, without media."""

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

_IDS: Final = {Form.PICKED: 1_590_114_201, Form.TYPED: 1_590_114_202, Form.GAPS: 1_590_114_203}
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
        css=files("quizapp.formats").joinpath("anki.css").read_text(encoding="utf-8"),
        model_type=genanki.Model.CLOZE if form is Form.GAPS else genanki.Model.FRONT_BACK,
    )


def _side(inside: str, name: str, script: str) -> str:
    # MathJax, which Anki runs over a card, leaves what is inside this class alone.
    return f'<div class="quizapp tex2jax_ignore mathjax_ignore"><div class="{name}">{inside}</div></div>{script}'
