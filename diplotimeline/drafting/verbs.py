"""The verbs of a sentence: tense, voice, denial, whatever the language and its model."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.tokens import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

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


def is_verb(tree: Tokens, token: "Token") -> bool:
    if token.i not in tree.in_date and tree.is_unseen_verb(token):
        return True
    if token.i in tree.in_date or tree.hangs_as(token, "auxiliary", "copula", "adjective", "adverb", "preposition"):
        return False
    if any(child.i == token.i - 1 for child in tree.children(token, "determiner")):
        return False
    helped = bool(tree.children(token, "auxiliary", "copula"))
    if not helped and token.tag_ in ("VBD", "VBN") and tree.lows[token.i - 1] in tree.grammar.classes["placing"]:
        return False  # `in occupied Nubar`
    return token.pos_ in ("VERB", "AUX") or helped


def verb_of(tree: Tokens, token: "Token") -> Verb:
    auxiliaries = (*tree.children(token, "auxiliary"), *tree.children(token, "copula"))
    borrowed = auxiliaries
    own = tree.children(token, "subject") and (
        tree.children(token, "object") or not tree.children(token.head, "passive")
    )
    if tree.role(token) == "joined" and not auxiliaries and not own:  # `two were killed and 25 injured`
        head = token.head
        if head.tag_ == token.tag_ and head.morph.get("VerbForm", []) == token.morph.get("VerbForm", []):
            borrowed = tuple(tree.children(head, "auxiliary"))
    passive = any(tree.hangs_as(one, "passive") for one in (*borrowed, *token.children))
    tense = _tense(tree, token, borrowed)
    causing = next(
        (child for child in token.children if tree.is_one_of(child, "causing") and list(child.children)), None
    )
    if tense == "infinitive" and causing is not None:  # French: `a fait sauter`
        tense = _tense(tree, causing, tree.children(causing, "auxiliary"))
    return Verb(
        token,
        tree.lemmas[token.i],
        auxiliaries,
        tense,
        passive or tense == "reduced",
        _negated(tree, token, borrowed),
    )


def _tense(tree: Tokens, token: "Token", auxiliaries: Sequence["Token"]) -> str:
    lows = [tree.lows[one.i] for one in sorted(auxiliaries, key=lambda one: one.i)]
    said = [tree.grammar.tense(low) for low in lows]
    moved = any(tree.hangs_as(one, "tense") for one in auxiliaries) or tree.is_one_of(token, "moving")
    if "conditional" in said:
        return "hedged"
    if "will" in said:
        return "future"
    if said and said[0] in ("modal", "possible", "would", "obliging"):
        return "hedged" if "have" in said and lows[0] in tree.grammar.tenses["possible"] else "modal"
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
    return _bare(tree, token)


def _bare(tree: Tokens, token: "Token") -> str:
    """The tense of a verb without auxiliaries."""
    form, when, mood = (next(iter(token.morph.get(name, [])), "") for name in ("VerbForm", "Tense", "Mood"))
    subject = tree.children(token, "subject")
    if tree.lows[token.i] in tree.grammar.tenses["modal"] | tree.grammar.tenses["obliging"] and token.pos_ != "NOUN":
        return "modal" if tree.children(token, "content", "predicate") else "present"
    if token.tag_ in ("VB", "VBP") and token.i == 0 and not subject:
        return "imperative"
    if verb_taken_for_main(tree, token) is not None:
        return "reduced"
    if (
        token.tag_ == "VBD"
        and not subject
        and not any(tree.hangs_as(one, "main") and one.pos_ in ("VERB", "AUX") for one in tree.doc)
    ):
        return "past"  # of a sentence whose verb the model has not seen
    if tree.role(token) == "description" and not subject and tree.grammar.tells_in_present and form != "Inf":
        return "ing" if tree.lows[token.i].endswith("ant") else "reduced"
    if tree.role(token) == "description" and not subject and (form == "Part" or token.tag_ in ("VBD", "VBN")):
        active = token.tag_ != "VBG" and tree.children(token, "object")  # `strong winds affected 93 camps`
        return "past" if active else "ing" if token.tag_ == "VBG" or when == "Pres" else "reduced"
    ending = _by_ending(tree, tree.lows[token.i], tree.lemmas[token.i]) if token.pos_ != "NOUN" else ""
    if mood == "Cnd" or ending == "modal":
        return "modal"
    if mood == "Imp" and not subject and token.i <= 1:
        return "imperative"
    if mood == "Sub" and tree.opener_of(token) in tree.grammar.classes["that"]:
        return "subjunctive"
    if form == "Fin" and ending:
        return ending
    if form == "Fin":
        return {"Past": "past", "Imp": "imperfect", "Fut": "future"}.get(when, "present")
    if form == "Inf" and subject and tree.grammar.tells_in_present and tree.opener_of(token) == "":
        return "present"
    if form == "Inf" and not tree.lows[token.i].endswith(tree.grammar.infinitives):
        return "present"
    if form == "Inf":
        return "infinitive" if subject or not tree.hangs_as(token, "main") or token.tag_ != "VB" else "imperative"
    if token.tag_ == "VBG" or (form == "Part" and when == "Pres"):
        return "ing"
    if tree.is_unseen_verb(token):
        return "present"
    if tree.role(token) == "joined" and not subject and form == "Part" and is_verb(tree, token.head):
        return verb_of(tree, token.head).tense
    return "past" if subject and not tree.grammar.tells_in_present else "reduced"


def verb_taken_for_main(tree: Tokens, token: "Token") -> "Token | None":
    """`the visit announced for 4 July has been called off`: the verb, where the model took another for it."""
    if token.tag_ not in ("VBD", "VBN") or not tree.hangs_as(token, "main"):
        return None
    for child in token.children:
        helped = tree.children(child, "auxiliary")
        joined = tree.children(token, "coordinator") or tree.lows[child.i - 1] == ","
        if (
            child.i > token.i
            and helped
            and tree.hangs_as(child, "clause", "joined", "loose")
            and not joined
            and not tree.children(child, "subject")
        ):
            return child
    return None


def _by_ending(tree: Tokens, low: str, lemma: str) -> str:
    """The future or conditional that the ending of a French verb says, whatever the model does."""
    if low.removeprefix(lemma[:-2]) in ("a", "ait", "aient"):  # `retira`, `s'effondrait` are past
        return ""
    return next((tense for tense, endings in tree.grammar.endings.items() if low.endswith(endings)), "")


def _negated(tree: Tokens, token: "Token", auxiliaries: Sequence["Token"]) -> bool:
    """Whether a denial hangs on a verb or its auxiliaries, or its subject is nobody."""
    near = [child for one in (token, *auxiliaries, *tree.children(token, "predicate")) for child in one.children]
    if tree.has("not_until"):
        return False
    if any(tree.hangs_as(child, "negation") or tree.is_one_of(child, "not", "neither") for child in near):
        following = tree.lows[token.i + 1 : token.i + 5]
        return not (tree.has("only") and any(low in tree.grammar.classes["but"] for low in following))
    return any(tree.is_denied(one) for one in tree.children(token, "subject", "object", "agent"))
