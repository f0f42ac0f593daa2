"""One view of a sentence for every language: its words, marks and dates, its verbs, and what hangs on what."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from diplotimeline.drafting.expressions import Dated, Tagged, Word
from diplotimeline.drafting.language import Grammar, grammar
from diplotimeline.drafting.parsing import Doc, Token, parser

NONE: frozenset[str] = frozenset()
SIGNS_OF_ENTRY = ([":"], ["-"], ["–"], ["—"], ["--"])
NOUNS = ("NOUN", "PROPN")
LISTED = (*NOUNS, "ADJ", "NUM", "DET")  # kinds of the words that make a list of names or things
LONGEST_ASIDE = 6
PAST_TENSES = ("past", "perfect", "hedged")
UNFINISHED = ("infinitive", "reduced", "ing")


class Verb(NamedTuple):
    """A verb with its auxiliaries.

    Tense: past, perfect, present, future, imperfect, modal, infinitive, hedged (`to have been shelled`, `aurait été`),
    reduced (a participle after a noun), ing, imperative, subjunctive.
    """

    token: Token
    lemma: str
    auxiliaries: tuple[Token, ...]
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


def trees_of(sentences: Sequence[Tagged], language: str) -> Iterator["Tree"]:
    """The grammar of each sentence of a text."""
    words = grammar(language)
    docs = parser(language).parsed(sentences, words.masks, words.classes)
    return (Tree(one, doc, words) for one, doc in zip(sentences, docs, strict=True))


class Tree:
    """A sentence with its dates, marks and verbs, and the questions that may be asked of its words."""

    def __init__(self, tagged: Tagged, doc: Doc, language: Grammar) -> None:
        self.tagged, self.doc, self.grammar = tagged, doc, language
        self.text = tagged.text
        self.lows: list[str] = [token.lower_ for token in doc]
        self.lemmas = [self._base_form(token) for token in doc]
        classes = language.classes_of
        forms = zip(self.lows, self.lemmas, strict=True)
        self.classes = [classes.get(low, NONE) | classes.get(lemma, NONE) for low, lemma in forms]
        """The classes that the form or the base form of each word is in."""
        self.links = [language.links_of.get(token.dep_, NONE) for token in doc]
        self.hanging = [[*token.children] for token in doc]  # asked for again and again, and slow to ask
        self.starts: list[int] = [token.idx for token in doc]
        self.ends: list[int] = [token.idx + len(token) for token in doc]
        self.marks: dict[str, list[int]] = {}
        self.dates = tagged.dates
        self.in_date = {at for at, start in enumerate(self.starts) if start in tagged.in_date}
        for place in range(len(doc)):
            for name, _ in language.marks.at(place, self.lows, self.lemmas):
                self.marks.setdefault(name, []).append(place)

    def _base_form(self, token: Token) -> str:
        """The base form of a word; a verb that the model gives none has one by its ending."""
        lemma = self.grammar.base_forms.get(token.lower_, token.lemma_.lower())
        if token.pos_ != "VERB" or lemma.endswith(self.grammar.infinitives):
            return lemma
        ending = next((one for one in self.grammar.repairs if f" {lemma}".endswith(one)), None)
        return lemma if ending is None else lemma[: -len(ending)] + self.grammar.repairs[ending]

    def tokens_of(self, span: Dated | Word) -> range:
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

    @cached_property
    def _names(self) -> list[re.Match[str]]:
        return [*self.grammar.names.finditer(self.text)]

    def name_around(self, token: Token) -> tuple[range, str]:
        """The words of the name that a word is in, and its kind: a `body`, a `person` behind an office, or neither."""
        match = next((one for one in self._names if one.start() <= self.starts[token.i] < one.end()), None)
        kind = (match and match.lastgroup) or ""
        words = self.tokens_of(Word("", *match.span(kind or 0))) if match else ()
        own = [at for at in words if at not in self.in_date]
        return range(own[0], own[-1] + 1) if own else range(0), kind

    def is_one_of(self, token: Token, *names: str) -> bool:
        """Whether the base form or the form of a word is in a class."""
        return not self.classes[token.i].isdisjoint(names)

    def role(self, token: Token) -> str:
        """How a word hangs on its head."""
        return self.grammar.role_of.get(token.dep_, "")

    def hangs_as(self, token: Token, *links: str) -> bool:
        """Whether a word hangs on its head in one of these ways."""
        return not self.links[token.i].isdisjoint(links)

    def children(self, token: Token, *roles: str) -> list[Token]:
        """The words that hang on a word in one of these roles."""
        return [child for child in self.hanging[token.i] if not self.links[child.i].isdisjoint(roles)]

    def phrases(self, token: Token) -> Iterator[tuple[str, Token]]:
        """The nouns that hang on a word by a preposition, each with it."""
        for child in token.children:
            if child.pos_ == "ADP" or self.hangs_as(child, "preposition"):
                yield from ((self.lows[child.i], inner) for inner in self.children(child, "prepositional"))
            elif case := self.children(child, "case"):
                yield self.lows[case[0].i], child

    def has(self, mark: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a mark stands in a stretch of words."""
        end = len(self.doc) if last is None else last
        return any(first <= place < end for place in self.marks.get(mark, ()))

    def opener_of(self, token: Token) -> str:
        """The conjunction that opens the clause of a word."""
        before = (one for one in self.children(token, "opener", "adverb") if one.i < token.i)
        return next((self.lows[one.i] for one in before if one.pos_ in ("SCONJ", "ADP", "ADV")), "")

    def part(self, place: int, between: str = ";:") -> tuple[int, int]:
        """The part of the sentence, between signs that no condition or wish reaches across, in which a word stands."""
        stops = [at for at, low in enumerate(self.lows) if low in between]
        first = max((at + 1 for at in stops if at < place), default=0)
        return first, min((at for at in stops if at > place), default=len(self.doc))

    def below(self, token: Token) -> set[int]:
        """A word and all that hangs on it."""
        return {one.i for one in token.subtree}

    @cached_property
    def _joined(self) -> list[set[int]]:
        """The words of each joined clause that has a subject of its own."""
        joined = (verb.token for verb in self.verbs.values() if self.role(verb.token) == "joined")
        return [self.below(token) for token in joined if self.children(token, "subject")]

    def told_together(self, token: Token, between: str = ";:") -> set[int]:
        """The words between signs around a word, without joined clauses with a subject in which it does not stand."""
        found = set(range(*self.part(token.i, between)))
        for words in self._joined:
            found = found & words if token.i in words else found - words
        return found

    def is_number(self, token: Token) -> bool:
        """Whether a word counts something and belongs to no date."""
        return token.pos_ == "NUM" and token.i not in self.in_date

    def names_somebody(self, token: Token) -> bool:
        """Whether a name or number stands among the words that hang on a word."""
        return any(one.pos_ in ("PROPN", "NUM") and one.i not in self.in_date for one in token.subtree)

    @cached_property
    def in_brackets(self) -> set[int]:
        """The words between brackets."""
        places = {*chain(*self.tagged.brackets)}
        return {at for at, start in enumerate(self.starts) if start in places}

    def is_denied(self, noun: Token) -> bool:
        """`no exchange of fire`, `neither side`, `nobody`."""
        denied = self.grammar.classes["denied"]  # French `personne`, but not `personnes`
        return any(self.lows[one.i] in denied for one in (noun, *noun.children))

    @cached_property
    def verbs(self) -> dict[int, Verb]:
        """The verbs by the place of their word."""
        return {token.i: _verb_of(self, token) for token in self.doc if _is_verb(self, token)}

    def verbs_above(self, token: Token) -> list[Verb]:
        """The verbs that a word hangs on, from near to far."""
        return [self.verbs[head.i] for head in token.ancestors if head.i in self.verbs]

    def verb_above(self, token: Token) -> Verb | None:
        """The first verb that a word hangs on."""
        return next(iter(self.verbs_above(token)), None)

    def noun_of(self, verb: Verb) -> Token | None:
        """The noun that a participle describes."""
        if self.role(verb.token) == "description":
            return verb.token.head
        place = verb.first - 1
        place -= self.lows[place] == ","
        described = verb.tense == "reduced" and place >= 0 and self.doc[place].pos_ in (*NOUNS, "NUM")
        return self.doc[place] if described else None

    def subject(self, verb: Verb) -> Token | None:
        """Who does it, or to whom it is done; of a joined verb or a participle that of the verb before, or its noun."""
        for token in (verb.token, *verb.token.ancestors):
            if own := self.children(token, "subject"):
                found = ([one for one in own if one.i < token.i] or own)[-1]
                inner = self.children(found, "subject") if found.tag_ == "VBG" else []
                return inner[0] if inner else found  # `forces, resorting to artillery, opened fire`
            if (role := self.role(token)) == "description":
                return token.head
            told = self.verbs.get(token.i) if role == "content" else None  # `of Sol being forced`: not who spoke of it
            if (told and told.tense not in ("infinitive", "ing")) or role not in ("joined", "content", "circumstance"):
                break
        return None

    def objects(self, verb: Verb) -> list[Token]:
        """What it is done to."""
        return self.children(verb.token, "object", "predicate")

    def accuses(self, verb: Verb) -> bool:
        """`accuses`, `claims that`, `holds responsible for`."""
        responsible = any(self.is_one_of(one, "responsible") for one in verb.token.children)
        return self.is_one_of(verb.token, "accusing") or (responsible and self.is_one_of(verb.token, "keeping"))

    def asides(self) -> list[tuple[int, int]]:
        """`Valdoria, Kestria claims, shelled Brod`: from a comma up to a verb of saying that another sign closes."""
        closed = [at for at in self.verbs if self.lows[at + 1 : at + 2] in ([","], ["."], [])]
        saying = [at for at in closed if self.is_one_of(self.doc[at], "saying", "accusing")]
        commas = ([one for one in range(max(1, at - LONGEST_ASIDE), at) if self.lows[one] == ","] for at in saying)
        return [(places[-1] + 1, at) for places, at in zip(commas, saying, strict=True) if places]

    def is_definite(self, noun: Token) -> bool:
        """Whether the words before a noun say that it is known: it is then taken to have happened."""
        before = [*noun.lefts, *(inner for child in noun.lefts for inner in child.children)]
        return any(self.is_one_of(one, "known") for one in (*before, *noun.doc[noun.i - 1 : noun.i]))


def _is_verb(tree: Tree, token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX") and not tree.children(token, "auxiliary", "copula"):
        return False
    if tree.hangs_as(token, "auxiliary", "copula", "adjective", "adverb", "preposition"):
        return False
    if any(child.i == token.i - 1 for child in tree.children(token, "determiner")):
        return False
    led = token.i and (token.nbor(-1).pos_ == "ADP" or token.nbor(-1).tag_ == "POS")
    inside = led and token.tag_ in ("VBD", "VBN")  # `in occupied Kora`, `Vestra's occupied territory`
    return not inside or bool(tree.children(token, "subject", "auxiliary"))


def _verb_of(tree: Tree, token: Token) -> Verb:
    auxiliaries = (*tree.children(token, "auxiliary"), *tree.children(token, "copula"))
    shares = tree.role(token) == "joined" and not auxiliaries and token.head.tag_ == token.tag_
    borrowed = tuple(tree.children(token.head, "auxiliary")) if shares else auxiliaries  # `were killed and injured`
    tense = _tense(tree, token, borrowed)
    shown = any(tree.hangs_as(one, "passive") for one in (*borrowed, *token.children))
    had = tense == "perfect" and len(borrowed) == 1  # French `ont endommagé`
    passive = tense == "reduced" or (shown and not had) or (not borrowed and bool(tree.children(token, "agent")))
    return Verb(token, tree.lemmas[token.i], auxiliaries, tense, passive, _negated(tree, token, borrowed))


def _tense(tree: Tree, token: Token, auxiliaries: Sequence[Token]) -> str:
    said = " ".join(tree.lows[at] for at in sorted(one.i for one in auxiliaries))
    tense = next((name for name, pattern in tree.grammar.auxiliaries.items() if pattern.match(said)), "")
    moved = any(tree.hangs_as(one, "tense") for one in auxiliaries) or tree.is_one_of(token, "moving")
    if said and moved and tense in ("present", "subjunctive", ""):
        return "past"  # French: `est arrivé`
    return tense or _bare(tree, token)


def _bare(tree: Tree, token: Token) -> str:
    """The tense of a verb without auxiliaries."""
    form, when, mood = (next(iter(token.morph.get(name, [])), "") for name in ("VerbForm", "Tense", "Mood"))
    subject = tree.children(token, "subject")
    low, lemma = tree.lows[token.i], tree.lemmas[token.i]
    ending = next((tense for tense, endings in tree.grammar.endings.items() if low.endswith(endings)), "")
    if (own := low.removeprefix(lemma[:-2])) in ("a", "ait", "aient"):
        ending = "" if own == "a" else "imperfect"  # French `retira`, `s'effondrait` are past
    if low in tree.grammar.classes["modals"] | tree.grammar.classes["obliging"]:
        return "modal" if tree.children(token, "content", "predicate") else "present"
    if token.tag_ in ("VB", "VBP") and token.i == 0:
        return "imperative"
    if (form, when) == ("Part", "Pres"):
        return "ing"
    if tree.role(token) == "description" and not (subject or ending) and form != "Inf":
        return "reduced"
    if mood == "Cnd" or ending:
        return ending or "modal"
    if form == "Fin":
        return {"Past": "past", "Imp": "imperfect", "Fut": "future"}.get(when, "present")
    if form == "Inf" and not subject:
        return "infinitive"
    if form == "Inf":
        return "present"
    return "past" if subject and not tree.grammar.tells_in_present else "reduced"


def _negated(tree: Tree, token: Token, auxiliaries: Sequence[Token]) -> bool:
    """Whether a denial hangs on a verb or its auxiliaries, or its subject is nobody."""
    near = [child for one in (token, *auxiliaries, *tree.children(token, "predicate")) for child in one.children]
    denied = (tree.is_denied(one) for one in tree.children(token, "subject", "object", "predicate", "agent"))
    return any(tree.is_one_of(child, "not", "neither") for child in near) or any(denied)
