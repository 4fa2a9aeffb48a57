"""QTI 1.2 packages as Canvas takes them: a quiz with its questions, and the proof as general feedback."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from lxml.builder import ElementMaker

from quizapp.formats.apart import take_apart
from quizapp.formats.archive import zipped
from quizapp.formats.kinds import note_of
from quizapp.formats.parcel import Loss, Packed, Taken
from quizapp.formats.qti import (
    MANIFEST,
    Option,
    document,
    line,
    losses_of,
    mixed,
    name_of,
    proof_html,
    title_of,
    wordings,
)
from quizapp.formats.quotes import flat, source_of
from quizapp.formats.trees import Element
from quizapp.model.article import Article
from quizapp.model.item import (
    GAP,
    Bank,
    ChoiceItem,
    ClozeItem,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    ShortAnswerItem,
    TrueFalseItem,
)

QTI: Final = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
CARTRIDGE: Final = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
CANVAS: Final = "http://canvas.instructure.com/xsd/cccv1p0"
KIND: Final = "quizapp_kind"
"""A label of ours beside those of Canvas, so that what we take back is of the kind that it was."""

_E: Final = ElementMaker(namespace=QTI, nsmap={None: QTI})
_P: Final = ElementMaker(namespace=CARTRIDGE, nsmap={None: CARTRIDGE})
_C: Final = ElementMaker(namespace=CANVAS, nsmap={None: CANVAS})
_FULL: Final = 100.0


def pack(bank: Bank, *, seed: str = "") -> Packed:
    """A package with a manifest, the settings of a practice quiz and the quiz; Canvas knows it again by its names."""
    name = name_of(bank.article.id)
    entries = {
        MANIFEST: document(_manifest(name)),
        f"{name}/assessment_meta.xml": document(_settings(bank, name, len(bank.items))),
        f"{name}/{name}.xml": document(_quiz(bank, name, seed)),
    }
    ordered = (
        Loss(item.id, "Canvas asks for the place of each thing instead")
        for item in bank.items
        if item.kind == "ordering"
    )
    return Packed(zipped(entries), (*losses_of(bank.items), *ordered))


def take(content: bytes, *, name: str) -> Taken:
    """The questions of a package of QTI 1.2, as Canvas, Blackboard or text2qti write them, or of its one file.

    Raises:
        InputError: it is no package, is damaged, or unpacks to too much.
        DiskError: the reader cannot be started.
    """
    return take_apart("qti12_reading", content, name=name)


def _manifest(name: str) -> Element:
    quiz, settings = f"{name}/{name}.xml", f"{name}/assessment_meta.xml"
    return _P.manifest(
        _P.metadata(_P.schema("IMS Content"), _P.schemaversion("1.1.3")),
        _P.organizations(),
        _P.resources(
            _P.resource(
                _P.file(href=quiz), _P.dependency(identifierref=f"{name}-meta"), identifier=name, type="imsqti_xmlv1p2"
            ),
            _P.resource(
                _P.file(href=settings),
                identifier=f"{name}-meta",
                type="associatedcontent/imscc_xmlv1p1/learning-application-resource",
                href=settings,
            ),
        ),
        identifier=f"{name}-manifest",
    )


def _settings(bank: Bank, name: str, points: int) -> Element:
    return _C.quiz(
        _C.title(line(bank.article.title)),
        _C.description(_html("p", source_of(bank.article))),
        _C.shuffle_answers("true"),
        _C.scoring_policy("keep_highest"),
        _C.quiz_type("practice_quiz"),
        _C.points_possible(f"{points:.1f}"),
        _C.show_correct_answers("true"),
        _C.allowed_attempts("-1"),
        _C.available("false"),
        identifier=name,
    )


def _quiz(bank: Bank, name: str, seed: str) -> Element:
    attempts = _E.qtimetadata(_labelled("cc_maxattempts", "unlimited"))
    questions = (_item(item, bank.article, seed) for item in bank.items)
    section = _E.section(*questions, ident="root_section")
    return _E.questestinterop(_E.assessment(attempts, section, ident=name, title=line(bank.article.title)))


def _item(item: Item, article: Article, seed: str) -> Element:
    name = name_of(item.id)
    options = mixed(item, article, seed=seed, prefix=f"{name}-")
    kind, asked, scored = _question(item, options, name)
    reasons = [option for option in options if option.why and isinstance(item, ChoiceItem | MultipleChoiceItem)]
    return _E.item(
        _E.itemmetadata(
            _E.qtimetadata(
                _labelled("question_type", kind),
                _labelled("points_possible", "1"),
                _labelled("original_answer_ids", ",".join(option.name for option in options)),
                _labelled("assessment_question_identifierref", f"{name}-ref"),
                _labelled(KIND, note_of(item)),
            )
        ),
        _E.presentation(*asked),
        _E.resprocessing(
            _E.outcomes(_E.decvar(maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")),
            _when([_E.other()], _shown("general_fb"), goes_on=True),
            *(_when([_equal("response1", each.name)], _shown(f"{each.name}_fb"), goes_on=True) for each in reasons),
            *scored,
        ),
        _feedback("general_fb", proof_html(item, article)),
        *(_feedback(f"{each.name}_fb", f"<p>{each.why}</p>") for each in reasons),
        ident=name,
        title=title_of(item),
    )


Question = tuple[str, list[Element], list[Element]]
"""Canvas's name of the kind, what is presented, and how it is scored."""


def _question(item: Item, options: tuple[Option, ...], name: str) -> Question:
    match item:
        case ChoiceItem() | TrueFalseItem():
            kind = "multiple_choice_question" if isinstance(item, ChoiceItem) else "true_false_question"
            right = [_equal("response1", option.name) for option in options if option.right]
            return kind, [_text(item.stem), _picked("response1", "Single", options)], [_when(right, _score())]
        case MultipleChoiceItem():
            ticked = (_equal("response1", each.name) for each in options if each.right)
            unticked = (_E("not", _equal("response1", each.name)) for each in options if not each.right)
            asked = [_text(item.stem), _picked("response1", "Multiple", options)]
            return "multiple_answers_question", asked, [_when([_E("and", *ticked, *unticked)], _score())]
        case MatchingItem(pairs=pairs):
            names = {option.text: option.name for option in options}
            rows = [(pair.prompt, names[line(pair.answer)]) for pair in pairs]
            return _matching(item.stem, rows, options)
        case OrderingItem(keys=keys):
            names = {option.text: option.name for option in options}
            return _matching(item.stem, [(str(n), names[line(key)]) for n, key in enumerate(keys, 1)], options)
        case ClozeItem():
            return _gaps(item, name)
        case ShortAnswerItem() | NumericItem():
            field = _E.response_str(
                _E.render_fib(_E.response_label(ident="answer1", rshuffle="No")),
                ident="response1",
                rcardinality="Single",
            )
            right = [_equal("response1", text) for text in wordings(item)]
            return "short_answer_question", [_text(item.stem), field], [_when(right, _score())]


def _matching(stem: str, rows: Sequence[tuple[str, str]], options: tuple[Option, ...]) -> Question:
    asked, scored = [_text(stem)], []
    for number, (prompt, right) in enumerate(rows, 1):
        asked.append(_picked(f"response_{number}", "Single", options, prompt=prompt))
        scored.append(_when([_equal(f"response_{number}", right)], _score(_FULL / len(rows), add=True), goes_on=True))
    return "matching_question", asked, scored


def _gaps(item: ClozeItem, name: str) -> Question:
    """Canvas's blanks: a name in brackets in the text, and what is right for each; other brackets are entities."""
    others = wordings(item)[1:] if len(item.keys) == 1 else ()
    first, *rest = map(flat, item.stem.split(GAP))
    gaps = [f"gap{number}" for number in range(1, len(item.keys) + 1)]
    text = _escaped(first) + "".join(f"[{gap}]{_escaped(after)}" for gap, after in zip(gaps, rest, strict=True))
    asked, scored = [_material(f"<p>{text.strip()}</p>")], []
    for gap, key in zip(gaps, item.keys, strict=True):
        texts = dict.fromkeys((line(key), *others))
        options = [Option(f"{name}-{gap}-{number}", each, right=True) for number, each in enumerate(texts, 1)]
        asked.append(_picked(f"response_{gap}", "Single", options, prompt=gap))
        right = [_equal(f"response_{gap}", option.name) for option in options]
        scored.append(_when(right[:1], _score(_FULL / len(gaps), add=True), goes_on=True))
    return "fill_in_multiple_blanks_question", asked, scored


def _picked(ident: str, cardinality: str, options: Iterable[Option], *, prompt: str = "") -> Element:
    labels = (_E.response_label(_material(_html("p", each.text)), ident=each.name) for each in options)
    told = [_material(_html("p", line(prompt)))] if prompt else []
    return _E.response_lid(*told, _E.render_choice(*labels), ident=ident, rcardinality=cardinality)


def _text(stem: str) -> Element:
    return _material(_html("p", line(stem)))


def _html(tag: str, text: str) -> str:
    return f"<{tag}>{_escaped(text)}</{tag}>"


def _escaped(text: str) -> str:
    """Text as HTML, in which Canvas sees no blank."""
    return escape(text, quote=False).replace("[", "&#91;").replace("]", "&#93;")


def _material(markup: str) -> Element:
    return _E.material(_E.mattext(markup, texttype="text/html"))


def _labelled(label: str, entry: str) -> Element:
    return _E.qtimetadatafield(_E.fieldlabel(label), _E.fieldentry(entry))


def _when(conditions: Iterable[Element], then: Element, *, goes_on: bool = False) -> Element:
    return _E.respcondition(_E.conditionvar(*conditions), then, **{"continue": "Yes" if goes_on else "No"})


def _equal(name: str, value: str) -> Element:
    return _E.varequal(value, respident=name)


def _score(points: float = _FULL, *, add: bool = False) -> Element:
    return _E.setvar(f"{points:.2f}".rstrip("0").rstrip("."), action="Add" if add else "Set", varname="SCORE")


def _shown(name: str) -> Element:
    return _E.displayfeedback(feedbacktype="Response", linkrefid=name)


def _feedback(name: str, markup: str) -> Element:
    return _E.itemfeedback(_E.flow_mat(_material(markup)), ident=name)
