"""One view of a sentence for every language: its verbs with tense, voice, denial and subject, and what hangs on what.

What a model calls the parts of a sentence, and every word that decides anything, stands in `languages/`.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from diplotimeline.drafting.expressions import Dated
from diplotimeline.drafting.forms import Forms
from diplotimeline.drafting.parsing import parser
from diplotimeline.drafting.tagging import Tagged

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PAST_TENSES = ("past", "perfect", "hedged")
UNFINISHED = ("infinitive", "reduced", "ing")
NOUNS = ("NOUN", "PROPN")
UNSEEN = ("ADJ", "ADV", "NOUN", "SCONJ", "ADP")
LONGEST_ASIDE = 6
HARD = frozenset(";:")
"""Signs that no condition or wish reaches across."""


def words_of(text: str) -> list[str]:
    """The phrases of an entry of a table."""
    return [phrase for phrase in (" ".join(one.split()) for one in text.split("|")) if phrase]


class Phrases:
    """Phrases with what they stand for, looked up by their first word; a phrase fits words or their base forms."""

    def __init__(self, tables: Mapping[str, str], split: Any) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, text in tables.items():
            for phrase in words_of(text):
                words = tuple(token.lower_ for token in split(phrase))
                self.by_first.setdefault(words[0], []).append((words, name))
        for several in self.by_first.values():
            several.sort(key=lambda one: -len(one[0]))

    def at(self, lows: Sequence[str], lemmas: Sequence[str], place: int) -> Iterator[tuple[str, int]]:
        """What the phrases that begin at this word stand for, each with its number of words, the longest first."""
        known = dict.fromkeys((*self.by_first.get(lows[place], ()), *self.by_first.get(lemmas[place], ())))
        for words, name in sorted(known, key=lambda one: -len(one[0])):
            there = range(place, place + len(words))
            if there.stop <= len(lows) and all(words[at - place] in (lows[at], lemmas[at]) for at in there):
                yield name, len(words)


class Grammar:
    """The words of a language that decide what is an event, ready to be looked up."""

    def __init__(self, language: str) -> None:
        read = tomllib.loads(Path(__file__).with_name("languages").joinpath(f"{language}.toml").read_text("utf-8"))
        split = parser(language).model.make_doc
        self.labels = {name: frozenset(words_of(text)) for name, text in read["labels"].items()}
        self.tenses = {name: frozenset(words_of(text)) for name, text in read["tenses"].items()}
        self.classes = {name: frozenset(words_of(text)) for name, text in read["classes"].items()}
        self.masks: Mapping[str, str] = read["masks"]
        self.marks = Phrases(read["marks"], split)
        self.nouns = Phrases(read["nouns"], split)
        self.things = Phrases(read["things"], split)
        self.copular = Phrases(read["copular"], split)
        self.repairs: Mapping[str, str] = read["repairs"]
        self.infinitives = tuple(words_of(read["infinitives"]))
        self.endings = {name: tuple(words_of(text)) for name, text in read["endings"].items()}
        self.forms = Forms(read["forms"])
        self.numbers: Mapping[str, int] = read["numbers"]
        self.tells_in_present = bool(read["tells_in_present"])
        self.verbs: dict[str, list[tuple[frozenset[str], str]]] = {}
        for type, text in read["verbs"].items():
            for phrase in words_of(text):
                head, *others = sorted(phrase.split(), key=lambda word: word in self.classes["reflexive"])
                self.verbs.setdefault(head, []).append((frozenset(others) - self.classes["empty"], type))
        for several in self.verbs.values():
            several.sort(key=lambda one: -len(one[0]))

    def tense(self, word: str) -> str:
        """What an auxiliary says of time; the order of the table decides."""
        return next((name for name, words in self.tenses.items() if word in words), "")


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language. Raises `CallError` without its parser."""
    return Grammar(language)


def trees_of(sentences: Sequence[Tagged], language: str) -> "list[Tree]":
    """The grammar of sentences that stand together."""
    words = grammar(language)
    seen = [(one.text, [(date.start, date.end) for date in one.dates]) for one in sentences]
    docs = parser(language).parsed(seen, words.masks)
    return [Tree(one, doc, words) for one, doc in zip(sentences, docs, strict=True)]


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


class Tree:
    """A sentence with its dates, verbs and marks, and the questions that may be asked of it."""

    def __init__(self, tagged: Tagged, doc: "Doc", language: Grammar) -> None:
        self.tagged, self.doc, self.grammar = tagged, doc, language
        self.text = tagged.text
        self.lows = [token.lower_ for token in doc]
        self.lemmas = [self._base_form(token) for token in doc]
        self.starts: list[int] = doc.user_data["starts"]
        self.ends: list[int] = doc.user_data["ends"]
        self.marks: dict[str, list[int]] = {}
        self.dates = tagged.dates
        self.in_date = {at for date in self.dates for at in self.tokens_of(date)}
        for place in range(len(doc)):
            for name, _ in language.marks.at(self.lows, self.lemmas, place):
                self.marks.setdefault(name, []).append(place)

    def _base_form(self, token: "Token") -> str:
        """The base form of a word; a verb that the model gives none has one by its ending."""
        lemma = token.lemma_.lower()
        if self._is_unseen_verb(token):
            return f"{self.lows[token.i]}r"
        if token.pos_ == "NOUN" and "Plur" in token.morph.get("Number", []) and lemma == token.lower_:
            return lemma.removesuffix("s")
        if token.pos_ != "VERB" or lemma.endswith(self.grammar.infinitives):
            return lemma
        ending = next((one for one in self.grammar.repairs if lemma.endswith(one)), None)
        return lemma if ending is None else lemma[: -len(ending)] + self.grammar.repairs[ending]

    # --- words ---

    def tokens_of(self, date: Dated) -> range:
        """The words of a date."""
        inside = [at for at, start in enumerate(self.starts) if date.start <= start < date.end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def words(self, first: int, last: int) -> str:
        """The text from one word up to another."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def is_one_of(self, token: "Token", *names: str) -> bool:
        """Whether the base form or the form of a word is in a class."""
        return any(
            self.lemmas[token.i] in self.grammar.classes[name] or self.lows[token.i] in self.grammar.classes[name]
            for name in names
        )

    def role(self, token: "Token") -> str:
        """How a word hangs on its head."""
        return next((name for name, labels in self.grammar.labels.items() if token.dep_ in labels), "")

    def children(self, token: "Token", *roles: str) -> list["Token"]:
        """The words that hang on a word in one of these roles."""
        labels = frozenset().union(*(self.grammar.labels[role] for role in roles))
        return [child for child in token.children if child.dep_ in labels]

    def phrases(self, token: "Token") -> Iterator[tuple[str, "Token"]]:
        """The nouns that hang on a word by a preposition, each with it."""
        for child in token.children:
            if child.pos_ == "ADP" or child.dep_ in ("prep", "dative"):
                yield from ((self.lows[child.i], inner) for inner in child.children if inner.dep_ == "pobj")
            elif case := [inner for inner in child.children if inner.dep_ == "case"]:
                yield self.lows[case[0].i], child

    def is_definite_word(self, place: int) -> bool:
        """Whether the word before is an article or its like."""
        return place > 0 and self.lows[place - 1] in self.grammar.classes["known"] | self.grammar.classes["unknown"]

    def has(self, mark: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a mark stands in a stretch of words."""
        end = len(self.doc) if last is None else last
        return any(first <= place < end for place in self.marks.get(mark, ()))

    # --- verbs ---

    @cached_property
    def in_brackets(self) -> set[int]:
        """The words between brackets."""
        found: set[int] = set()
        opened: list[int] = []
        for at, low in enumerate(self.lows):
            if low == "(":
                opened.append(at)
            elif low == ")" and opened:
                found |= set(range(opened.pop(), at + 1))
        return found

    @cached_property
    def verbs(self) -> dict[int, Verb]:
        """The verbs by the place of their word."""
        return {token.i: self._verb(token) for token in self.doc if self._is_verb(token)}

    def _is_verb(self, token: "Token") -> bool:
        if token.i not in self.in_date and self._is_unseen_verb(token):
            return True
        if (
            token.i in self.in_date
            or token.dep_ in self.grammar.labels["auxiliary"]
            or token.dep_ in ("cop", "amod", "advmod")
        ):
            return False
        if any(child.dep_ == "det" and child.i == token.i - 1 for child in token.children):
            return False
        helped = any(child.dep_ == "cop" or child.dep_ in self.grammar.labels["auxiliary"] for child in token.children)
        return token.pos_ in ("VERB", "AUX") or helped

    def _is_unseen_verb(self, token: "Token") -> bool:
        """French `bloque`: in a sentence without a verb, a word with the ending of one before what it is done to."""
        if (
            not self.grammar.tells_in_present
            or token.pos_ != "ADJ"
            or any(one.pos_ in ("VERB", "AUX") for one in self.doc)
        ):
            return False
        known = f"{self.lows[token.i]}r" in self.grammar.verbs
        return known and token.i + 1 < len(self.doc) and self.doc[token.i + 1].pos_ == "DET"

    def _verb(self, token: "Token") -> Verb:
        auxiliaries = tuple(child for child in self.children(token, "auxiliary")) + tuple(
            child for child in token.children if child.dep_ == "cop"
        )
        borrowed = auxiliaries
        if self.role(token) == "joined" and not auxiliaries and not self.children(token, "subject"):
            head = token.head
            if head.tag_ == token.tag_ and head.morph.get("VerbForm", []) == token.morph.get("VerbForm", []):
                borrowed = tuple(self.children(head, "auxiliary"))
        passive = any(one.dep_ in self.grammar.labels["passive"] for one in (*borrowed, *token.children))
        tense = self._tense(token, borrowed)
        causing = next(
            (child for child in token.children if self.is_one_of(child, "causing") and list(child.children)), None
        )
        if tense == "infinitive" and causing is not None:  # French: `a fait sauter`
            tense = self._tense(causing, self.children(causing, "auxiliary"))
        return Verb(
            token,
            self.lemmas[token.i],
            auxiliaries,
            tense,
            passive or tense == "reduced",
            self._negated(token, borrowed),
        )

    def _tense(self, token: "Token", auxiliaries: Sequence["Token"]) -> str:
        lows = [self.lows[one.i] for one in sorted(auxiliaries, key=lambda one: one.i)]
        said = [self.grammar.tense(low) for low in lows]
        moved = any(one.dep_ == "aux:tense" for one in auxiliaries) or self.is_one_of(token, "moving")
        if "conditional" in said:
            return "hedged"
        if "will" in said:
            return "future"
        if said and said[0] in ("modal", "possible", "would", "obliging"):
            return "hedged" if "have" in said and lows[0] in self.grammar.tenses["possible"] else "modal"
        if "to" in said:
            future = said[0] in ("was", "is")
            return "hedged" if "have" in said else "future" if future else "infinitive"
        if said and said[0] in ("have", "pluperfect"):
            if lows[0] in ("having", "ayant"):
                return "ing"
            return "past" if said[0] == "pluperfect" else "perfect"
        if said and (said[0] in ("was", "did", "been") or moved):
            return "past" if lows[0] not in ("do", "does") else "present"
        if said and said[0] == "be":
            return "subjunctive"
        if said and said[0] == "is":
            return "present"
        return self._bare(token)

    def _bare(self, token: "Token") -> str:
        """The tense of a verb without auxiliaries."""
        form, when, mood = (next(iter(token.morph.get(name, [])), "") for name in ("VerbForm", "Tense", "Mood"))
        subject = self.children(token, "subject")
        if (
            self.lows[token.i] in self.grammar.tenses["modal"] | self.grammar.tenses["obliging"]
            and token.pos_ != "NOUN"
        ):
            return "modal" if self.children(token, "content", "predicate") else "present"
        if token.tag_ in ("VB", "VBP") and token.i == 0 and not subject:
            return "imperative"
        if self.verb_taken_for_main(token) is not None:
            return "reduced"
        if (
            token.tag_ == "VBD"
            and not subject
            and not any(one.dep_ == "ROOT" and one.pos_ in ("VERB", "AUX") for one in self.doc)
        ):
            return "past"  # of a sentence whose verb the model has not seen
        if self.role(token) == "description" and not subject and self.grammar.tells_in_present and form != "Inf":
            return "ing" if self.lows[token.i].endswith("ant") else "reduced"
        if self.role(token) == "description" and not subject and (form == "Part" or token.tag_ in ("VBD", "VBN")):
            return "ing" if token.tag_ == "VBG" or when == "Pres" else "reduced"
        ending = self._by_ending(self.lows[token.i], self.lemmas[token.i]) if token.pos_ != "NOUN" else ""
        if mood == "Cnd" or ending == "modal":
            return "modal"
        if mood == "Imp" and not subject and token.i <= 1:
            return "imperative"
        if mood == "Sub" and self.opener_of(token) in self.grammar.classes["that"]:
            return "subjunctive"
        if form == "Fin" and ending:
            return ending
        if form == "Fin":
            return {"Past": "past", "Imp": "imperfect", "Fut": "future"}.get(when, "present")
        if form == "Inf" and subject and self.grammar.tells_in_present and self.opener_of(token) == "":
            return "present"
        if form == "Inf" and not self.lows[token.i].endswith(self.grammar.infinitives):
            return "present"
        if form == "Inf":
            return "infinitive" if subject or token.dep_ != "ROOT" or token.tag_ != "VB" else "imperative"
        if token.tag_ == "VBG" or (form == "Part" and when == "Pres"):
            return "ing"
        if self._is_unseen_verb(token):
            return "present"
        if self.role(token) == "joined" and not subject and form == "Part" and self._is_verb(token.head):
            return self._verb(token.head).tense
        return "past" if subject and not self.grammar.tells_in_present else "reduced"

    def verb_taken_for_main(self, token: "Token") -> "Token | None":
        """`the visit announced for 4 July has been called off`: the verb, where the model took another for it."""
        if token.tag_ not in ("VBD", "VBN") or token.dep_ != "ROOT":
            return None
        for child in token.children:
            helped = any(one.dep_ in self.grammar.labels["auxiliary"] for one in child.children)
            joined = any(one.dep_ == "cc" for one in token.children) or self.lows[child.i - 1] == ","
            if (
                child.i > token.i
                and helped
                and child.dep_ in ("ccomp", "conj", "dep")
                and not joined
                and not self.children(child, "subject")
            ):
                return child
        return None

    def _by_ending(self, low: str, lemma: str) -> str:
        """The future or conditional that the ending of a French verb says, whatever the model does."""
        if low == f"{lemma[:-2]}a":  # `retira` is past
            return ""
        return next((tense for tense, endings in self.grammar.endings.items() if low.endswith(endings)), "")

    def _negated(self, token: "Token", auxiliaries: Sequence["Token"]) -> bool:
        """Whether a denial hangs on a verb or its auxiliaries, or its subject is nobody."""
        near = [child for one in (token, *auxiliaries, *self.children(token, "predicate")) for child in one.children]
        if self.has("not_until"):
            return False
        if any(
            child.dep_ in self.grammar.labels["negation"] or self.is_one_of(child, "not", "neither") for child in near
        ):
            following = self.lows[token.i + 1 : token.i + 5]
            return not (self.has("only") and any(low in self.grammar.classes["but"] for low in following))
        return any(self.is_denied(one) for one in self.children(token, "subject", "object", "agent"))

    def is_denied(self, noun: "Token") -> bool:
        """`no exchange of fire`, `neither side`, `nobody`."""
        denied = self.grammar.classes["denied"]
        return self.lows[noun.i] in denied or any(self.lows[child.i] in denied for child in noun.children)

    def verb_above(self, token: "Token") -> Verb | None:
        """The first verb that a word hangs on."""
        main = self.verb_taken_for_main(token)
        if main is not None and main.i in self.verbs:
            return self.verbs[main.i]
        return next((self.verbs[head.i] for _, _, head in self.above(token) if head.i in self.verbs), None)

    def noun_of(self, verb: Verb) -> "Token | None":
        """The noun that a participle describes."""
        if self.role(verb.token) == "description":
            return verb.token.head
        place = verb.first - 1
        place -= self.lows[place] == "," if place > 0 else 0
        described = verb.tense == "reduced" and place >= 0 and self.doc[place].pos_ in (*NOUNS, "NUM")
        return self.doc[place] if described else None

    def subject(self, verb: Verb) -> "Token | None":
        """Who does it, or to whom it is done; of a joined verb or a participle that of the verb before, or its noun."""
        token = verb.token
        for _ in range(8):
            if own := self.children(token, "subject"):
                return own[0]
            role = self.role(token)
            if role == "description" and token.i in self.verbs:
                return token.head
            if role not in ("joined", "content", "circumstance"):
                break
            token = token.head
        return self._subject_after_date(verb)

    def _subject_after_date(self, verb: Verb) -> "Token | None":
        """`On 6 March armed men abducted`: a subject that the model hung on the date before it."""
        place = verb.first - 1
        while place > 0 and (self.doc[place].pos_ in ("PUNCT", "ADV") or self.lows[place] == ","):
            place -= 1
        noun = self.doc[place] if place > 0 else None
        if noun is None or noun.pos_ not in NOUNS or noun.i in self.in_date or not verb.finite:
            return None
        return noun if noun.head.i < noun.i and (noun.head.i in self.in_date or noun.head.i == 0) else None

    def verbs_above(self, token: "Token") -> list[Verb]:
        """The verbs that a word hangs on, from near to far."""
        return [self.verbs[head.i] for _, _, head in self.above(token) if head.i in self.verbs]

    def accuses(self, verb: Verb) -> bool:
        """`accuses`, `claims that`, `holds responsible for`."""
        holds = self.is_one_of(verb.token, "keeping") and any(
            self.is_one_of(one, "responsible") for one in verb.token.subtree
        )
        return holds or self.is_one_of(verb.token, "accusing")

    def asides(self) -> list[tuple[int, int]]:
        """`Valdoria, Kestria claims, shelled Brod`: from a comma up to a verb of saying that another sign closes."""
        found = []
        for at, verb in self.verbs.items():
            commas = [place for place in range(max(1, at - LONGEST_ASIDE), at) if self.lows[place] == ","]
            closed = self.lows[at + 1 : at + 2] in ([","], ["."], [])
            if commas and closed and verb.finite and self.is_one_of(verb.token, "saying", "accusing"):
                found.append((commas[-1] + 1, at))
        return found

    def objects(self, verb: Verb) -> list["Token"]:
        """What it is done to."""
        return self.children(verb.token, "object", "predicate")

    def above(self, token: "Token") -> Iterator[tuple[str, "Token", "Token"]]:
        """The words that a word hangs on, from near to far: how, what hangs, and what it hangs on."""
        while token.head.i != token.i:
            yield self.role(token), token, token.head
            token = token.head

    def opener(self, verb: Verb) -> str:
        """The conjunction that opens the clause of a verb."""
        return self.opener_of(verb.token)

    def opener_of(self, token: "Token") -> str:
        """The conjunction that opens the clause of a word."""
        markers = [child for child in token.children if child.dep_ in ("mark", "advmod") and child.i < token.i]
        markers = [one for one in markers if not self._is_reflexive(one)]
        return next((self.lows[child.i] for child in markers if child.pos_ in ("SCONJ", "ADP", "ADV")), "")

    def _is_reflexive(self, token: "Token") -> bool:
        """French `s'` is `si` before `il` alone."""
        reflexive = self.lows[token.i] in self.grammar.classes["reflexive"]
        return reflexive and self.lows[token.i + 1] not in self.grammar.classes["third"]

    # --- parts ---

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
        return any(self.is_name_or_number(one) for one in token.subtree)
