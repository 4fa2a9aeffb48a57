"""Tokens worded so that they stand alone: names for pronouns, asides left out, capitals and spaces put right."""

import re
from collections.abc import Iterable
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.agreement import agrees, one_person, subject_above
from quizapp.facts.backward import is_role
from quizapp.facts.joints import goes_on_from
from quizapp.facts.mentions import Mentions
from quizapp.facts.pronouns import PRONOUNS
from quizapp.facts.spacing import contiguous_marks, contraction_space, is_break, tidy, with_commas
from quizapp.facts.times import left_out
from quizapp.kit.text import has_words
from quizapp.model.article import Span

_POSSESSIVE: Final = frozenset("his her its their hers theirs".split())
_FIRST_SECOND: Final = frozenset(
    """i me my mine myself we us our ours ourselves you your yours yourself yourselves""".split()
)
_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "WORK_OF_ART"})
_CONTRACTIONS: Final = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "ca": "can", "wo": "will"}
_GIVING: Final = frozenset("offer give tell show promise ask teach send lend pay bring buy sell find make".split())
_BESIDE_NAMES: Final = frozenset("neighbouring neighboring nearby rival former fellow veteran".split())
"""Adjectives that the tagger takes for a part of the name behind them, where they open a sentence."""
_SUBORDINATE: Final = frozenset({"relcl", "acl"})


class Unclear(Exception):  # noqa: N818  it is a reason to leave a fact out, not an error
    """The tokens cannot be worded so that they stand alone; the argument says why."""


class Wording:
    """Words tokens of one article."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.reading = mentions.reading
        self._seen: dict[str, bool] = {}
        self._trees: dict[tuple[int, int, tuple[int, ...], bool], tuple[Token, ...]] = {}

    def subtree(self, head: Token, *, without: Iterable[Token] = (), trim: bool = True) -> list[Token]:
        """The tokens of a constituent in reading order, without some heads' subtrees, and without its asides."""
        absent = tuple(without)
        place = (id(head.doc), head.i, tuple(token.i for token in absent), trim)
        if place not in self._trees:
            self._trees[place] = tuple(self._subtree(head, absent, trim=trim))
        return list(self._trees[place])

    def _subtree(self, head: Token, without: tuple[Token, ...], *, trim: bool) -> list[Token]:
        dropped: set[int] = set()
        for token in without:
            dropped.update(t.i for t in token.subtree)
        tree = list(head.subtree)
        for token in tree:
            above = goes_on_from(token) if token != head else None
            if above is not None and above != head and head not in above.ancestors:
                dropped.update(t.i for t in token.subtree)
        if trim:
            for token in tree:
                if token.i not in dropped and token != head and self._aside(token, head):
                    dropped.update(t.i for t in token.subtree)
        kept = sorted(token.i for token in tree if token.i not in dropped)  # a tree may cross itself
        tokens = with_commas([head.doc[i] for i in kept])
        colon = next((t.i for t in tokens if t.text == ":" and t.i > head.i and not self.reading.quoted(t)), None)
        if colon is not None:
            tokens = [token for token in tokens if token.i < colon]
        return self._without_brackets(contiguous_marks(tokens))

    def _aside(self, token: Token, head: Token) -> bool:
        """Whether a token heads something a stem does without: an apposition, a clause after a comma."""
        before = token.doc[token.left_edge.i - 1] if token.left_edge.i else None
        comma = before is not None and is_break(before)
        if left_out(token) and not self.reading.quoted(token):
            return True
        if token.lower_ == "in" and [t.lower_ for t in token.subtree] == ["in", "particular"]:
            return True  # "hip fractures in particular"
        if token.dep_ == "appos":
            return not self._name_apposition(token) and not _in_list(token)
        if token.dep_ == "neg" and comma and token.head == head:
            return head.i < token.i  # "14 million euros, not 12 million": what it is not goes with its "not"
        if token.dep_ in _SUBORDINATE or (token.dep_ in {"advcl", "prep"} and token.head.pos_ in {"NOUN", "PROPN"}):
            return comma and token.head.i < token.left_edge.i
        if token.dep_ == "advmod" and token.lower_ in wordlists.FUNCTION_ADVERBS:
            again = token.lower_ == "again" and token.i > token.head.i  # it had happened before
            return token.head == head and head.pos_ in {"VERB", "AUX"} and not again
        return False

    def _name_apposition(self, token: Token) -> bool:
        """“the painter Signe Lund-Hansen”, “its model, the Aria 3”: the apposition is the name itself."""
        return (
            token.pos_ == "PROPN"
            and token.left_edge.i - 1 >= 0
            and token.doc[token.left_edge.i - 1].text != ","
            and token.head.i < token.i
        )

    def _without_brackets(self, tokens: list[Token]) -> list[Token]:
        kept, depth = [], 0
        for token in tokens:
            if token.text == "(":
                depth += 1
            if depth == 0:
                kept.append(token)
            if token.text == ")":
                depth = max(0, depth - 1)
        return kept

    def words(self, tokens: list[Token], *, seen: Iterable[Token] = ()) -> str:
        """The tokens as text that stands alone; a pronoun may stay where `seen`, words before it, hold what it means.

        Raises:
            Unclear: a pronoun or role in them cannot be resolved.
        """
        context = [*seen, *tokens]
        if tokens and _torn_hedge(tokens[0]):
            raise Unclear("a part of a figure stands elsewhere")
        tokens = [token for token in tokens if token.text != '"']
        opening, closing = self._whole_quotations(tokens)
        replaced = self._replacements(tokens)
        out: list[str] = []
        before: Token | None = None
        for token in tokens:
            text = replaced.get(token.i)
            if text is None:
                text = self._word(token, context)
            elif not text:
                continue
            text = ("“" if token.i in opening else "") + text + ("”" if token.i in closing else "")
            out.append((self._glue(before, token) if before is not None else "") + text)
            before = token
        return tidy("".join(out))

    def _whole_quotations(self, tokens: list[Token]) -> tuple[set[int], set[int]]:
        """Where marks open and close around quotations of which every word is among the tokens."""
        opening: set[int] = set()
        closing: set[int] = set()
        if not tokens:
            return opening, closing
        sentence = self.reading.sentence_of(tokens[0])
        for quotation in self.reading.quotations_of(sentence):
            inner = [t for t in sentence.slice if self.reading.quotation_at(t) is quotation and not t.is_punct]
            there = [t for t in tokens if self.reading.quotation_at(t) is quotation and not t.is_punct]
            if inner and [t.i for t in inner] == [t.i for t in there] and sentence.span.holds(quotation.inner):
                opening.add(inner[0].i)
                closing.add(inner[-1].i)
        return opening, closing

    def _glue(self, before: Token, token: Token) -> str:
        """The space between two tokens that may not have been neighbours."""
        if before.i + 1 == token.i and before.doc is token.doc:
            return " " if before.whitespace_ or before.is_space else contraction_space(token)
        if token.is_punct and token.text in {",", ".", ";", ":", "?", "!", ")", "%"}:
            return ""
        return " "

    def _replacements(self, tokens: list[Token]) -> dict[int, str]:
        """Names for roles and noun phrases: "the military alliance" becomes "NATO", its determiner nothing."""
        there = {token.i for token in tokens}
        out: dict[int, str] = {}
        for token in tokens:
            if self.reading.quoted(token) or not is_role(token):
                continue
            name = self.mentions.antecedent(token)
            if name is None:
                if self.mentions.doubtful_role(token):
                    raise Unclear(f"it is not clear who “the {token.text}” is")
                continue
            out[token.i] = name
            out.update(
                {
                    child.i: ""
                    for child in token.children
                    if child.dep_ in {"det", "amod", "compound"} and child.i in there
                }
            )
        return out

    def _word(self, token: Token, tokens: list[Token]) -> str:
        if self.reading.quoted(token):
            return self._cased(token)
        low = token.lower_
        named = (token.text.isupper() and len(low) > 1) or (low == "mine" and token.pos_ != "PRON")  # "US", "a mine"
        if low in _FIRST_SECOND and not named:
            raise Unclear("first or second person outside a quotation")
        if low in PRONOUNS and token.pos_ in {"PRON", "DET"}:
            return self._pronoun(token, tokens)
        if low in wordlists.DEMONSTRATIVES and token.tag_ in {"DT", "PDT"} and not _bound_demonstrative(token):
            raise Unclear(f"“{token.text}” points to another sentence")
        if low in _CONTRACTIONS and ("'" in low or (token.i + 1 < len(token.doc) and token.nbor().lower_ == "n't")):
            return _CONTRACTIONS[low]
        return self._cased(token)

    def _cased(self, token: Token) -> str:
        """The token as written; the first word of a sentence in small letters unless it is a name."""
        original = self._original(token)
        sentence = self.reading.sentence_of(token)
        first = next((t for t in sentence.slice if not t.is_punct), token)
        if token.i != first.i or self.reading.quoted(token) or (token.text.isupper() and len(token.text) > 1):
            return original
        if token.pos_ in {"NOUN", "PROPN"} and self._only_capital(token):
            return original  # “Brand heated the residue”: a surname that is a word as well
        plain = token.pos_ == "ADJ" and token.ent_type_ == "ORG" and token.text not in self.reading.written_inside
        known = token.ent_type_ in _NAMES and token.lower_ not in {"the", "a", "an"} and not plain
        name = token.pos_ == "PROPN" or known
        adjective = token.tag_ == "JJ" and token.text.endswith(("an", "ish", "ese", "ic"))
        of_a_name = (
            token.lower_ not in _BESIDE_NAMES
            and token.pos_ == "PROPN"
            and token.i + 1 < len(token.doc)
            and token.nbor().pos_ == "PROPN"
        )
        named = of_a_name or ((name or adjective) and not self._common(token))
        if (named and token.lower_ not in _BESIDE_NAMES) or any(c.isupper() for c in token.text[1:]):
            return original
        return original[:1].lower() + original[1:]

    def _only_capital(self, token: Token) -> bool:
        """Whether the article writes the word with a capital inside a sentence too, and never with a small letter."""
        return token.text in self.reading.written_inside and not self._has_small(token.lower_)

    def _common(self, token: Token) -> bool:
        """Whether the article also writes the word with a small letter, so that it is no name."""
        low = token.lower_
        if not token.ent_type_ and lemminflect.getAllLemmas(low):
            return True  # a dictionary word that no tagger took for a name
        return self._has_small(low)

    def _has_small(self, word: str) -> bool:
        """Whether the article has a word in small letters."""
        if word.isalnum():
            return word in self.reading.written
        if word not in self._seen:  # "mother-in-law"
            self._seen[word] = has_words(self.reading.article.text, word)
        return self._seen[word]

    def _original(self, token: Token) -> str:
        start = self.reading.at(token)
        return self.reading.article.text[start : start + len(token.text)]

    def _pronoun(self, token: Token, tokens: list[Token]) -> str:
        if token.lower_.endswith(("self", "selves")) or token.dep_ == "expl":
            return token.text
        if self._bound(token, tokens):
            return token.lower_
        giving = token.i > 0 and token.nbor(-1).lemma_.lower() in _GIVING and not _before_a_sum(token)
        if token.lower_ == "her" and token.dep_ == "poss" and giving:
            raise Unclear(f"“{token.nbor(-1).text} her” can be read in two ways")
        name = self.mentions.antecedent(token)
        if name is None:
            raise Unclear(f"it is not clear who or what “{token.text}” is")
        if not (token.dep_ == "poss" or token.tag_ == "PRP$") or _before_a_sum(token):
            return name
        several = token.lower_ == "their" and name.endswith("s")
        return f"{name}'" if several else f"{name}'s"

    def _bound(self, token: Token, tokens: list[Token]) -> bool:
        """Whether the antecedent stands in the very words before the pronoun, so that a reader sees who is meant."""
        low = token.lower_
        for other in tokens:
            if self._is_same(other, token):
                return True  # "While he was serving …, Hawley published": the subject of the sentence follows
            if (
                other.i < token.i
                and other.lower_ in PRONOUNS
                and other.dep_ in {"nsubj", "nsubjpass"}
                and one_person(other, token)
            ):
                return True  # "she hid them on her sister's farm": the name stands for "she" already
            if other.i >= token.i or other.pos_ not in {"NOUN", "PROPN"}:
                continue
            joined = token.dep_ == "poss" and token.head.dep_ == "conj"  # "Vestergren and her colleagues"
            above = other.is_ancestor(token) and not joined
            if other in token.subtree or above or subject_above(other, token):
                continue
            if agrees(other, low, self.mentions):
                return True
        return False

    def _is_same(self, other: Token, token: Token) -> bool:
        """Whether a name after the pronoun is the one that the pronoun stands for."""
        if other.i <= token.i or self.mentions.person_at(other) is None:
            return False
        return self.mentions.antecedent(token) == self.named(other)

    def noun_phrase(self, head: Token, *, without: Iterable[Token] = (), seen: Iterable[Token] = ()) -> str:
        """A constituent as text: a person by name, "the company, Calmwave," by its name, the rest trimmed of asides."""
        named = self.named(head)
        if named is not None:
            return named
        text = self.words(self.subtree(head, without=without), seen=seen)
        return (
            self._with_article(text) if head.dep_ == "nsubj" and head.left_edge.i and self._beside_noun(head) else text
        )

    def _beside_noun(self, name: Token) -> bool:
        """“the cargo ship Mont-Blanc”, read as two subjects."""
        return name.left_edge.nbor(-1).dep_ == "nsubj" and name.left_edge.nbor(-1).head == name.head

    def named(self, head: Token) -> str | None:
        """The name of the one person or body that a noun phrase is about, None where it is something else."""
        if any(child.dep_ == "conj" for child in head.children):
            return None
        person = self.mentions.person_at(head)
        if person is not None and head.dep_ != "poss":
            return person.short
        apposition = self._named_beside(head)
        if apposition is not None:
            return apposition
        if wordlists.person_noun(head.lemma_.lower()):
            after = self._named_after(head)
            if after is not None:
                return after
        if is_role(head):
            return self.mentions.antecedent(head)
        return None

    def _named_beside(self, head: Token) -> str | None:
        """“the company, Calmwave,”, “the painter Signe Lund”."""
        for child in head.children:
            if head.lemma_.lower() in _SPELT:
                continue  # "suggested the name Tumboa"
            many = head.tag_ == "NNS" and not any(c.dep_ in {"cc", "conj"} for c in child.subtree)
            if child.dep_ == "appos" and child.pos_ == "PROPN" and head.pos_ != "PROPN" and not many:
                if any(c.dep_ == "conj" for c in child.children):
                    end = child.right_edge.i + 1
                    if end < len(child.doc) and child.doc[end].pos_ == "PROPN":
                        raise Unclear("a name that is cut off")
                    return self.words(self.subtree(child))
                inner = self.mentions.person_at(child)
                return inner.short if inner else self._with_article(self.words(self.subtree(child)))
        return None

    def _with_article(self, name: str) -> str:
        """“the Mont-Blanc”, where the article calls “the ship Mont-Blanc” so elsewhere."""
        acts = rf"\b[Tt]he {re.escape(name)} (?:was|is|had|has|[a-z]+ed)\b"
        return f"the {name}" if name[:1].isupper() and re.search(acts, self.reading.article.text) else name

    def _named_after(self, head: Token) -> str | None:
        """“the mayor of Aldwick, Edith Crane,” where the parser hung the name on the town."""
        for token in head.subtree:
            comma = token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","
            person = (
                self.mentions.person_at(token)
                if token.dep_ == "appos" and comma and token.head.dep_ == "pobj"
                else None
            )
            if person is not None and token.head.head.head == head:
                return person.short
        return None

    def span(self, tokens: list[Token]) -> Span:
        """The article's span from the first to the last token."""
        sentence = self.reading.sentence_of(tokens[0])
        return sentence.span_of(tokens[0], tokens[-1])


_SPELT: Final = frozenset("name word term title nickname phrase motto pseudonym label".split())


def _in_list(token: Token) -> bool:
    """Whether what the parser took for an apposition is the second member of a list ("a lake, a river or the sea")."""
    joined = any(
        t.dep_ in {"cc", "conj"} and t.head in {token, token.head} and t.i > token.i for t in token.head.subtree
    )
    end = token.right_edge.i + 1
    return joined and not (end < len(token.doc) and token.doc[end].text == ",")


def _torn_hedge(first: Token) -> bool:
    """“[up] to 4 million litres”, “[more] than half”: the parser hung the first word of a hedge elsewhere."""
    return first.lower_ in {"to", "than", "as"} and first.dep_ in {"quantmod", "advmod"} and first.i > 0


def _bound_demonstrative(token: Token) -> bool:
    """“that of the camera division”, “those who”: the demonstrative is explained right after it."""
    return token.dep_ != "det" and any(child.dep_ in {"relcl", "prep", "acl"} for child in token.children)


def _before_a_sum(token: Token) -> bool:
    """“paid her £140”, which the parser takes for a sum that is hers."""
    if token.lower_ != "her":
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is not None and (following.is_currency or following.tag_ == "CD")
