"""QTI 2.1 packages: an assessment test and an item each question, valid by IMS's schema, with the proof as feedback."""

from collections.abc import Iterable
from typing import Final

from lxml import etree
from lxml.builder import ElementMaker

from quizapp.formats.apart import take_apart
from quizapp.formats.archive import zipped
from quizapp.formats.kinds import note_of
from quizapp.formats.parcel import Packed, Taken
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
from quizapp.formats.quotes import flat
from quizapp.formats.trees import Element, parsed
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

QTI: Final = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE: Final = "http://www.imsglobal.org/xsd/imscp_v1p1"

_E: Final = ElementMaker(namespace=QTI, nsmap={None: QTI})
_P: Final = ElementMaker(namespace=PACKAGE, nsmap={None: PACKAGE})
_PROOF: Final = "proof"
"""The name of the feedback that every answer gets."""


def pack(bank: Bank, *, seed: str = "") -> Packed:
    """A package of a manifest, a test and one file an item; options are mixed, and again by whoever shows them."""
    files = {f"items/{name_of(item.id)}.xml": item for item in bank.items}
    entries = {
        MANIFEST: document(_manifest(bank, list(files))),
        "assessment.xml": document(_test(bank, files)),
        **{file: document(_item(item, bank.article, seed)) for file, item in files.items()},
    }
    return Packed(zipped(entries), losses_of(bank.items))


def take(content: bytes, *, name: str) -> Taken:
    """The questions of a package of QTI 2.1 or 2.2, or of one item's file.

    Raises:
        InputError: it is no package, is damaged, or unpacks to too much.
        DiskError: the reader cannot be started.
    """
    return take_apart("qti21_reading", content, name=name)


def _manifest(bank: Bank, files: list[str]) -> Element:
    test = _P.resource(
        _P.file(href="assessment.xml"),
        *(_P.dependency(identifierref=_resource(file)) for file in files),
        identifier="test",
        type="imsqti_test_xmlv2p1",
        href="assessment.xml",
    )
    items = [
        _P.resource(_P.file(href=file), identifier=_resource(file), type="imsqti_item_xmlv2p1", href=file)
        for file in files
    ]
    return _P.manifest(
        _P.metadata(_P.schema("QTIv2.1 Package"), _P.schemaversion("1.0.0")),
        _P.organizations(),
        _P.resources(test, *items),
        identifier=name_of(bank.article.id),
    )


def _resource(file: str) -> str:
    return "res-" + file.removeprefix("items/").removesuffix(".xml")


def _test(bank: Bank, files: dict[str, Item]) -> Element:
    references = (_E.assessmentItemRef(identifier=name_of(item.id), href=file) for file, item in files.items())
    section = _E.assessmentSection(*references, identifier="questions", title=line(bank.article.title), visible="true")
    part = _E.testPart(section, identifier="part", navigationMode="nonlinear", submissionMode="individual")
    return _E.assessmentTest(
        part, identifier=name_of(bank.article.id), title=line(bank.article.title), toolName="quizapp"
    )


def _item(item: Item, article: Article, seed: str) -> Element:
    options = mixed(item, article, seed=seed, prefix="c")
    declared, body, score = _interaction(item, options)
    reasons = [
        _feedback(option.name, _xhtml(f"<p>{option.why}</p>"))
        for option in options
        if option.why and _picks_one_by_one(item)
    ]
    chosen = [_E.variable(identifier="RESPONSE")] if reasons else []
    return _E.assessmentItem(
        *declared,
        _E.outcomeDeclaration(identifier="SCORE", cardinality="single", baseType="float", normalMaximum="1"),
        _E.outcomeDeclaration(identifier="FEEDBACK", cardinality="multiple", baseType="identifier"),
        _E.itemBody(*body),
        _E.responseProcessing(
            *score,
            _set("FEEDBACK", _E.multiple(_value("identifier", _PROOF), *chosen)),
        ),
        _feedback(_PROOF, _xhtml(proof_html(item, article))),
        *reasons,
        identifier=name_of(item.id),
        title=title_of(item),
        adaptive="false",
        timeDependent="false",
        label=note_of(item)[:256],
        toolName="quizapp",
    )


def _picks_one_by_one(item: Item) -> bool:
    return isinstance(item, ChoiceItem | MultipleChoiceItem)


Parts = tuple[list[Element], list[Element], list[Element]]
"""Response declarations, what stands in the body, and how the score is made."""


def _interaction(item: Item, options: tuple[Option, ...]) -> Parts:
    match item:
        case ChoiceItem() | TrueFalseItem() | MultipleChoiceItem():
            return _choice(item, options)
        case OrderingItem(keys=keys):
            names = {option.text: option.name for option in options}
            order = _E.orderInteraction(
                _E.prompt(line(item.stem)), *_choices(options), responseIdentifier="RESPONSE", shuffle="true"
            )
            right = [names[line(key)] for key in keys]
            return [_declared("ordered", "identifier", right)], [order], [_matched()]
        case MatchingItem():
            return _matching(item, options)
        case ClozeItem():
            return _gaps(item)
        case ShortAnswerItem() | NumericItem():
            entry = _E.p(_E.textEntryInteraction(responseIdentifier="RESPONSE"))
            return (
                [_typed("RESPONSE", wordings(item))],
                [_E.p(line(item.stem)), entry],
                [_set("SCORE", _mapped("RESPONSE"))],
            )


def _choice(item: Item, options: tuple[Option, ...]) -> Parts:
    several, shuffle = isinstance(item, MultipleChoiceItem), not isinstance(item, TrueFalseItem)
    asked = _E.choiceInteraction(
        _E.prompt(line(item.stem)),
        *_choices(options),
        responseIdentifier="RESPONSE",
        shuffle=str(shuffle).lower(),
        maxChoices="0" if several else "1",
    )
    right = [option.name for option in options if option.right]
    return [_declared("multiple" if several else "single", "identifier", right)], [asked], [_matched()]


def _choices(options: tuple[Option, ...]) -> Iterable[Element]:
    return (_E.simpleChoice(option.text, identifier=option.name) for option in options)


def _matching(item: MatchingItem, options: tuple[Option, ...]) -> Parts:
    names = {option.text: option.name for option in options}
    prompts = [(f"p{number}", pair) for number, pair in enumerate(item.pairs, 1)]
    asked = _E.matchInteraction(
        _E.prompt(line(item.stem)),
        _E.simpleMatchSet(*(_associable(name, line(pair.prompt)) for name, pair in prompts)),
        _E.simpleMatchSet(*(_associable(option.name, option.text) for option in options)),
        responseIdentifier="RESPONSE",
        shuffle="true",
        maxAssociations=str(len(prompts)),
    )
    right = [f"{name} {names[line(pair.answer)]}" for name, pair in prompts]
    return [_declared("multiple", "directedPair", right)], [asked], [_matched()]


def _associable(name: str, text: str) -> Element:
    return _E.simpleAssociableChoice(text, identifier=name, matchMax="1")


def _gaps(item: ClozeItem) -> Parts:
    """A gap each is a response of its own, and each counts alike."""
    names = [f"RESPONSE{number}" for number in range(1, len(item.keys) + 1)]
    others = wordings(item) if len(item.keys) == 1 else ()
    declared = [
        _typed(name, tuple(dict.fromkeys((line(key), *others)))) for name, key in zip(names, item.keys, strict=True)
    ]
    first, *rest = map(flat, item.stem.split(GAP))
    text = _E.p(first.lstrip())
    for name, after in zip(names, rest, strict=True):
        gap = _E.textEntryInteraction(responseIdentifier=name)
        gap.tail = after
        text.append(gap)
    share = _E.divide(_E.sum(*map(_mapped, names)), _value("float", str(len(names))))
    return declared, [text], [_set("SCORE", share)]


def _declared(cardinality: str, base: str, right: list[str]) -> Element:
    return _E.responseDeclaration(
        _E.correctResponse(*map(_E.value, right)), identifier="RESPONSE", cardinality=cardinality, baseType=base
    )


def _typed(name: str, texts: tuple[str, ...]) -> Element:
    entries = (_E.mapEntry(mapKey=text, mappedValue="1", caseSensitive="false") for text in texts)
    return _E.responseDeclaration(
        _E.correctResponse(_E.value(texts[0])),
        _E.mapping(*entries, defaultValue="0"),
        identifier=name,
        cardinality="single",
        baseType="string",
    )


def _matched() -> Element:
    right = _E.match(_E.variable(identifier="RESPONSE"), _E.correct(identifier="RESPONSE"))
    return _E.responseCondition(
        _E.responseIf(right, _set("SCORE", _value("float", "1"))),
        _E.responseElse(_set("SCORE", _value("float", "0"))),
    )


def _mapped(name: str) -> Element:
    return _E.mapResponse(identifier=name)


def _set(name: str, value: Element) -> Element:
    return _E.setOutcomeValue(value, identifier=name)


def _value(base: str, text: str) -> Element:
    return _E.baseValue(text, baseType=base)


def _feedback(name: str, inside: Element) -> Element:
    return _E.modalFeedback(inside, outcomeIdentifier="FEEDBACK", identifier=name, showHide="show")


def _xhtml(markup: str) -> Element:
    """Markup of ours as elements of QTI."""
    tree = parsed(markup)[0]
    for node in tree.iter(etree.Element):
        node.tag = f"{{{QTI}}}{node.tag}"
    return tree
