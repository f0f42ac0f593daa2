"""The words of a parsed sentence: their base forms, the marks and dates among them, and what hangs on what."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from diplotimeline.drafting.expressions import Dated, Tagged
from diplotimeline.drafting.language import Grammar
from diplotimeline.drafting.register import Named

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HARD = frozenset(";:")
"""Signs that no condition or wish reaches across."""
NONE: frozenset[str] = frozenset()
SIGNS_OF_ENTRY = ([":"], ["-"], ["–"], ["—"], ["--"])
BRACKETS = re.compile(r"\([^()]*\)")


class Tokens:
    """A sentence with its dates and marks, and the questions that may be asked of its words."""

    def __init__(self, tagged: Tagged, doc: "Doc", language: Grammar) -> None:
        self.tagged, self.doc, self.grammar = tagged, doc, language
        self.text = tagged.text
        self.lows: list[str] = [token.lower_ for token in doc]
        self.lemmas = [self._base_form(token) for token in doc]
        classes = language.classes_of
        forms = zip(self.lows, self.lemmas, strict=True)
        self.classes = [classes.get(low, NONE) | classes.get(lemma, NONE) for low, lemma in forms]
        """The classes that the form or the base form of each word is in."""
        self.starts: list[int] = doc.user_data["starts"]
        self.ends: list[int] = doc.user_data["ends"]
        self.marks: dict[str, list[int]] = {}
        self.dates = tagged.dates
        self.in_date = {at for at, start in enumerate(self.starts) if start in tagged.in_date}
        for place in range(len(doc)):
            for name, _ in language.marks.at(place, self.lows, self.lemmas):
                self.marks.setdefault(name, []).append(place)

    def _base_form(self, token: "Token") -> str:
        """The base form of a word; a verb that the model gives none has one by its ending."""
        lemma = token.lemma_.lower()
        if self.is_unseen_verb(token):
            return f"{self.lows[token.i]}r"
        if token.pos_ == "NOUN" and "Plur" in token.morph.get("Number", []) and lemma == token.lower_:
            return lemma.removesuffix("s")
        if token.pos_ != "VERB" or lemma.endswith(self.grammar.infinitives):
            return lemma
        ending = next((one for one in self.grammar.repairs if lemma.endswith(one)), None)
        return lemma if ending is None else lemma[: -len(ending)] + self.grammar.repairs[ending]

    def tokens_of(self, span: Dated | Named) -> range:
        """The words of a date or a name."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)) or range(0)

    @cached_property
    def is_entry(self) -> bool:
        """Whether it opens with a date and a sign, as an entry of a chronicle: `3 May: …`, `3 May – …`."""
        first = next(map(self.tokens_of, self.dates), range(0))
        tells = any(token.is_alpha and token.is_lower for token in self.doc[first.stop :])
        return bool(first) and first.start == 0 and self.lows[first.stop : first.stop + 1] in SIGNS_OF_ENTRY and tells

    def words(self, first: int, last: int) -> str:
        """The text from one word up to another."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def name_around(self, token: "Token") -> range:
        """The words of the name that a word is in."""
        first = token.i - len([*takewhile(self._is_of_name, reversed(self.doc[: token.i]))])
        return range(first, token.i + len([*takewhile(self._is_of_name, self.doc[token.i :])]))

    def _is_of_name(self, token: "Token") -> bool:
        return (token.pos_ == "PROPN" or self.lows[token.i] == "-") and token.i not in self.in_date

    def is_one_of(self, token: "Token", *names: str) -> bool:
        """Whether the base form or the form of a word is in a class."""
        return not self.classes[token.i].isdisjoint(names)

    def role(self, token: "Token") -> str:
        """How a word hangs on its head."""
        return self.grammar.role_of.get(token.dep_, "")

    def hangs_as(self, token: "Token", *links: str) -> bool:
        """Whether a word hangs on its head in one of these ways."""
        return not self.grammar.links_of.get(token.dep_, NONE).isdisjoint(links)

    def children(self, token: "Token", *roles: str) -> list["Token"]:
        """The words that hang on a word in one of these roles."""
        return [child for child in token.children if self.hangs_as(child, *roles)]

    def phrases(self, token: "Token") -> Iterator[tuple[str, "Token"]]:
        """The nouns that hang on a word by a preposition, each with it."""
        for child in token.children:
            if child.pos_ == "ADP" or self.hangs_as(child, "preposition"):
                yield from (
                    (self.lows[child.i], inner) for inner in child.children if self.hangs_as(inner, "prepositional")
                )
            elif case := self.children(child, "case"):
                yield self.lows[case[0].i], child

    def is_definite_word(self, place: int) -> bool:
        """Whether the word before is an article or its like."""
        return place > 0 and self.lows[place - 1] in self.grammar.classes["known"] | self.grammar.classes["unknown"]

    def has(self, mark: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a mark stands in a stretch of words."""
        end = len(self.doc) if last is None else last
        return any(first <= place < end for place in self.marks.get(mark, ()))

    def above(self, token: "Token") -> Iterator[tuple[str, "Token", "Token"]]:
        """The words that a word hangs on, from near to far: how, what hangs, and what it hangs on."""
        while token.head.i != token.i:
            yield self.role(token), token, token.head
            token = token.head

    def opener_of(self, token: "Token") -> str:
        """The conjunction that opens the clause of a word."""
        before = (one for one in self.children(token, "opener", "adverb") if one.i < token.i)
        openers = (one.i for one in before if one.pos_ in ("SCONJ", "ADP", "ADV") and not self._is_reflexive(one.i))
        return next((self.lows[at] for at in openers), "")

    def _is_reflexive(self, place: int) -> bool:
        """French `s'` is `si` before `il` alone."""
        classes = self.grammar.classes
        return self.lows[place] in classes["reflexive"] and self.lows[place + 1] not in classes["third"]

    def part(self, place: int) -> tuple[int, int]:
        """The part of the sentence, between signs that end everything, in which a word stands."""
        stops = [at for at, low in enumerate(self.lows) if low in HARD]
        first = max((at + 1 for at in stops if at < place), default=0)
        return first, min((at for at in stops if at > place), default=len(self.doc))

    def is_number(self, token: "Token") -> bool:
        """Whether a word counts something and belongs to no date."""
        return token.pos_ == "NUM" and token.i not in self.in_date

    def is_name_or_number(self, token: "Token") -> bool:
        """Whether a word is a name or counts something."""
        return token.pos_ in ("PROPN", "NUM") and token.i not in self.in_date

    def names_somebody(self, token: "Token") -> bool:
        """Whether a name or number stands among the words that hang on a word."""
        return any(map(self.is_name_or_number, token.subtree))

    @cached_property
    def in_brackets(self) -> set[int]:
        """The words between brackets."""
        spans = [match.span() for match in BRACKETS.finditer(self.text)]
        return {at for at, start in enumerate(self.starts) if any(first <= start < end for first, end in spans)}

    def is_unseen_verb(self, token: "Token") -> bool:
        """French `bloque`: in a sentence without a verb, a word with the ending of one before what it is done to."""
        known = self.grammar.tells_in_present and f"{token.lower_}r" in self.grammar.verbs
        named = token.pos_ == "NOUN" and self.doc[max(0, token.i - 1)].pos_ in ("NOUN", "PROPN")
        if not known or not (named or token.pos_ == "ADJ") or any(one.pos_ in ("VERB", "AUX") for one in self.doc):
            return False
        behind = [one.i for one in self.doc[token.i + 1 : token.i + 3] if not one.is_quote]
        return bool(behind) and self.is_definite_word(behind[0] + 1)

    def is_denied(self, noun: "Token") -> bool:
        """`no exchange of fire`, `neither side`, `nobody`."""
        denied = self.grammar.classes["denied"]  # French `personne`, but not `personnes`
        return any(self.lows[one.i] in denied for one in (noun, *noun.children))
