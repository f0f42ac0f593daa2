"""One view of a sentence for every language: its verbs with what they are done by and to, and what they hang on."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from diplotimeline.drafting.expressions import Tagged
from diplotimeline.drafting.language import grammar
from diplotimeline.drafting.parsing import parser
from diplotimeline.drafting.tokens import Tokens
from diplotimeline.drafting.verbs import Verb, is_verb, verb_of, verb_taken_for_main

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUNS = ("NOUN", "PROPN")
LONGEST_ASIDE = 6


def trees_of(sentences: Sequence[Tagged], language: str) -> "list[Tree]":
    """The grammar of sentences that stand together."""
    words = grammar(language)
    docs = parser(language).parsed(sentences, words.masks, words.classes)
    return [Tree(one, doc, words) for one, doc in zip(sentences, docs, strict=True)]


class Tree(Tokens):
    """A sentence with its verbs, and the questions that may be asked of them."""

    @cached_property
    def verbs(self) -> dict[int, Verb]:
        """The verbs by the place of their word."""
        return {token.i: verb_of(self, token) for token in self.doc if is_verb(self, token)}

    def verbs_above(self, token: "Token") -> list[Verb]:
        """The verbs that a word hangs on, from near to far."""
        return [self.verbs[head.i] for head in token.ancestors if head.i in self.verbs]

    def verb_above(self, token: "Token") -> Verb | None:
        """The first verb that a word hangs on."""
        main = verb_taken_for_main(self, token)
        return self.verbs[main.i] if main is not None else next(iter(self.verbs_above(token)), None)

    def noun_of(self, verb: Verb) -> "Token | None":
        """The noun that a participle describes."""
        if self.role(verb.token) == "description":
            return verb.token.head
        place = verb.first - 1
        place -= self.lows[place] == ","
        described = verb.tense == "reduced" and place >= 0 and self.doc[place].pos_ in (*NOUNS, "NUM")
        return self.doc[place] if described else None

    def subject(self, verb: Verb) -> "Token | None":
        """Who does it, or to whom it is done; of a joined verb or a participle that of the verb before, or its noun."""
        for token in (verb.token, *verb.token.ancestors):
            if own := self.children(token, "subject"):
                return ([one for one in own if one.i < token.i] or own)[-1]
            if (role := self.role(token)) == "description" and token.i in self.verbs:
                return token.head
            if role not in ("joined", "content", "circumstance"):
                break
        return None

    def objects(self, verb: Verb) -> list["Token"]:
        """What it is done to."""
        return self.children(verb.token, "object", "predicate")

    def accuses(self, verb: Verb) -> bool:
        """`accuses`, `claims that`, `holds responsible for`."""
        responsible = any(self.is_one_of(one, "responsible") for one in verb.token.subtree)
        return self.is_one_of(verb.token, "accusing") or (responsible and self.is_one_of(verb.token, "keeping"))

    def manners(self, verb: Verb) -> set[str]:
        """How a verb is meant: `must` obliges."""
        lows = [self.lows[one.i] for one in (*verb.auxiliaries, verb.token)]
        return {name for name, words in self.grammar.manners.items() if not words.isdisjoint(lows)}

    def asides(self) -> list[tuple[int, int]]:
        """`Valdoria, Kestria claims, shelled Brod`: from a comma up to a verb of saying that another sign closes."""
        found = []
        for at, verb in self.verbs.items():
            commas = [place for place in range(max(1, at - LONGEST_ASIDE), at) if self.lows[place] == ","]
            closed = self.lows[at + 1 : at + 2] in ([","], ["."], [])
            if commas and closed and self.is_one_of(verb.token, "saying", "accusing"):
                found.append((commas[-1] + 1, at))
        return found

    def is_planned(self, noun: "Token") -> bool:
        """`her planned visit`."""
        return any(self.is_one_of(child, "arranged") for child in noun.lefts)

    def is_definite(self, noun: "Token") -> bool:
        """Whether the words before a noun say that it is known: it is then taken to have happened."""
        before = list(noun.lefts)
        if any(self.is_one_of(child, "unknown") for child in before):
            return False
        near = [*before, *(inner for child in before for inner in child.children), *noun.doc[noun.i - 1 : noun.i]]
        return any(self.is_one_of(one, "known") or one.i in self.in_date for one in near)
