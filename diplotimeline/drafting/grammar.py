"""One view of a sentence for every language: its verbs with what they are done by and to, and what they hang on."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.expressions import Tagged
from diplotimeline.drafting.language import grammar
from diplotimeline.drafting.parsing import parser
from diplotimeline.drafting.tokens import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUNS = ("NOUN", "PROPN")
LONGEST_ASIDE = 6
PAST_TENSES = ("past", "perfect", "hedged")
UNFINISHED = ("infinitive", "reduced", "ing")


class Verb(NamedTuple):
    """A verb with its auxiliaries.

    Tense: past, perfect, present, future, imperfect, modal, infinitive, hedged (`to have been shelled`, `aurait été`),
    reduced (a participle after a noun), ing, imperative, subjunctive.
    """

    token: "Token"
    lemma: str
    auxiliaries: tuple["Token", ...]
    tense: str
    passive: bool
    negated: bool

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a clause."""
        return self.tense not in UNFINISHED

    @property
    def first(self) -> int:
        """The first word of it."""
        return min(token.i for token in (self.token, *self.auxiliaries))


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
        return {token.i: _verb_of(self, token) for token in self.doc if _is_verb(self, token)}

    def verbs_above(self, token: "Token") -> list[Verb]:
        """The verbs that a word hangs on, from near to far."""
        return [self.verbs[head.i] for head in token.ancestors if head.i in self.verbs]

    def verb_above(self, token: "Token") -> Verb | None:
        """The first verb that a word hangs on."""
        main = _taken_for_main(self, token)
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
            if (role := self.role(token)) == "description":
                return token.head
            told = self.verbs.get(token.i) if role == "content" else None  # `of Sol being forced`: not who spoke of it
            if (told and told.tense not in ("infinitive", "ing")) or role not in ("joined", "content", "circumstance"):
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
        before = [*noun.lefts, *(inner for child in noun.lefts for inner in child.children)]
        return any(self.is_one_of(one, "known") for one in (*before, *noun.doc[noun.i - 1 : noun.i]))


def _is_verb(tree: Tokens, token: "Token") -> bool:
    if tree.is_unseen_verb(token):
        return True
    if tree.hangs_as(token, "auxiliary", "copula", "adjective", "adverb", "preposition"):
        return False
    if any(child.i == token.i - 1 for child in tree.children(token, "determiner")):
        return False
    if token.tag_ in ("VBD", "VBN") and tree.lows[token.i - 1] in tree.grammar.classes["placing"]:
        return False  # `in occupied Nubar`
    return token.pos_ in ("VERB", "AUX") or bool(tree.children(token, "auxiliary", "copula"))


def _verb_of(tree: Tokens, token: "Token") -> Verb:
    auxiliaries = (*tree.children(token, "auxiliary"), *tree.children(token, "copula"))
    borrowed = auxiliaries
    if tree.role(token) == "joined" and not auxiliaries and token.head.tag_ == token.tag_:
        borrowed = tuple(tree.children(token.head, "auxiliary"))  # `two were killed and 25 injured`
    tense = _tense(tree, token, borrowed)
    causing = next((child for child in token.lefts if tree.is_one_of(child, "causing")), None)
    if causing is not None:  # French: `a fait sauter`
        tense = _tense(tree, causing, tree.children(causing, "auxiliary"))
    passive = tense == "reduced" or any(tree.hangs_as(one, "passive") for one in (*borrowed, *token.children))
    return Verb(token, tree.lemmas[token.i], auxiliaries, tense, passive, _negated(tree, token, borrowed))


def _tense(tree: Tokens, token: "Token", auxiliaries: Sequence["Token"]) -> str:
    said = " ".join(tree.lows[at] for at in sorted(one.i for one in auxiliaries))
    tense = next((name for name, pattern in tree.grammar.auxiliaries.items() if pattern.match(said)), "")
    moved = any(tree.hangs_as(one, "tense") for one in auxiliaries) or tree.is_one_of(token, "moving")
    if said and moved and tense in ("present", "subjunctive", ""):
        return "past"  # French: `est arrivé`
    return tense or _bare(tree, token)


def _bare(tree: Tokens, token: "Token") -> str:
    """The tense of a verb without auxiliaries."""
    form, when, mood = (next(iter(token.morph.get(name, [])), "") for name in ("VerbForm", "Tense", "Mood"))
    subject = tree.children(token, "subject")
    if tree.lows[token.i] in tree.grammar.classes["no_participles"]:
        return "past"
    ending = _by_ending(tree, tree.lows[token.i], tree.lemmas[token.i])
    if tree.lows[token.i] in tree.grammar.manners["modals"] | tree.grammar.manners["obliging"]:
        return "modal" if tree.children(token, "content", "predicate") else "present"
    if token.tag_ in ("VB", "VBP") and token.i == 0:
        return "imperative"
    if _taken_for_main(tree, token) is not None:
        return "reduced"
    if (form, when) == ("Part", "Pres"):
        return "ing"
    if tree.role(token) == "description" and not subject and form != "Inf":
        active = tree.children(token, "object") and not tree.grammar.tells_in_present
        return "past" if active else "reduced"  # `strong winds affected 93 camps`
    if mood == "Cnd" or ending:
        return ending or "modal"
    if form == "Fin":
        return {"Past": "past", "Imp": "imperfect", "Fut": "future"}.get(when, "present")
    if form == "Inf" and not subject:
        return "infinitive"
    if form == "Inf" or tree.is_unseen_verb(token):
        return "present"
    return "past" if subject and not tree.grammar.tells_in_present else "reduced"


def _taken_for_main(tree: Tokens, token: "Token") -> "Token | None":
    """`the visit announced for 4 July has been called off`: the verb, where the model took another for it."""
    if token.tag_ not in ("VBD", "VBN") or not tree.hangs_as(token, "main") or tree.children(token, "coordinator"):
        return None
    below = tree.children(token, "clause", "joined", "loose")
    return next((one for one in below if tree.children(one, "auxiliary") and not tree.children(one, "subject")), None)


def _by_ending(tree: Tokens, low: str, lemma: str) -> str:
    """The future or conditional that the ending of a French verb says, whatever the model does."""
    if low.removeprefix(lemma[:-2]) in ("a", "ait", "aient"):  # `retira`, `s'effondrait` are past
        return ""
    return next((tense for tense, endings in tree.grammar.endings.items() if low.endswith(endings)), "")


def _negated(tree: Tokens, token: "Token", auxiliaries: Sequence["Token"]) -> bool:
    """Whether a denial hangs on a verb or its auxiliaries, or its subject is nobody."""
    near = [child for one in (token, *auxiliaries, *tree.children(token, "predicate")) for child in one.children]
    if any(tree.is_one_of(child, "not", "neither") for child in near):
        return tree.grammar.classes["but"].isdisjoint(tree.lows[token.i + 1 : token.i + 5])
    return any(tree.is_denied(one) for one in tree.children(token, "subject", "object", "agent"))
