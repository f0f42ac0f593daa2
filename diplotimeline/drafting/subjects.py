"""Who does what an event tells: the subject of a verb, in words, also where another word stands for it."""

from diplotimeline.drafting.grammar import LISTED, NOUNS, Tree, Verb
from diplotimeline.drafting.parsing import Token
from diplotimeline.drafting.phrasing import left, without_article, written
from diplotimeline.drafting.presents import is_plural, told_many
from diplotimeline.drafting.types import nouns_of


def beside(tree: Tree, verb: Verb) -> Token | None:
    """The first of the words between a sign and a verb, where the model found no subject and they may be it."""
    told = verb.finite and tree.role(verb.token) != "description"
    signs = [at for at in range(verb.first) if tree.doc[at].pos_ == "X" or tree.lows[at] == ","] if told else []
    stretches = [tree.doc[first + 1 : last] for first, last in zip([-1, *signs], [*signs, verb.first], strict=True)]
    words = next((one for one in reversed(stretches) if told and len(one) > 0), None)
    if words is None or words[0].pos_ not in LISTED:
        return None
    finite = {at for at, one in tree.verbs.items() if one.finite}
    return None if any(one.i in finite or one.pos_ in ("PRON", "SCONJ") for one in words[:-1]) else words[0]


def subject_of(tree: Tree, verb: Verb) -> Token | None:
    """Who does it; for a relative pronoun the noun that it stands for."""
    if any(not tree.is_one_of(one, "reflexive", "ourselves") for one in tree.children(verb.token, "expletive")):
        return None  # `they left and there was a raid`
    subject = tree.subject(verb)
    token = verb.token
    apart = tree.role(token) == "joined" and tree.lows[verb.first - 1] == "," and not tree.children(token, "subject")
    if apart and not any(tree.children(one, "coordinator") for one in (token, *tree.children(token, "joined"))):
        return None  # French `…, a estimé Ana Sol`
    if subject is not None and tree.is_one_of(subject, "relative"):
        while tree.role(token) in ("joined", "content") and token.head.i != token.i:
            token = token.head
        before = token.head.left_edge.i - 1  # `the truce, said the envoy, which began`
        said = before > 1 and tree.lows[before - 1] == "," and tree.is_one_of(tree.doc[before], "saying")
        told = tree.role(token) == "description" and not said
        fits = told_many(tree, verb) in (None, is_plural(tree, token.head))  # `soldiers of the Mission who were killed`
        return token.head if told and fits else None
    if verb.tense == "reduced" and tree.role(token) == "circumstance" and (tree.noun_of(verb) or tree.opener_of(token)):
        return None  # `two journalists, wounded in Nubar`, `as requested by Vestra`: it is not found whom it describes
    if verb.tense == "infinitive" and tree.role(token) == "description":  # `their intention to meet`
        above = tree.verb_above(token.head)
        subject = tree.subject(above) if above and token.head in tree.objects(above) else None
    described, near = tree.noun_of(verb) if verb.tense == "reduced" else None, tree.doc[verb.first - 1]
    if described is not None and described.i in nouns_of(tree) and near.pos_ in NOUNS and near != described:
        return subject if tree.is_one_of(token, "light") else None  # `violations of the pact signed in Kora`
    if subject is None and described is not None:
        return described
    if subject is None or subject.i in tree.in_date:
        return None
    number = verb.token.morph.get("Number", []) if verb.tense == "reduced" else []
    if number and is_plural(tree, subject) != ("Plur" in number):
        return None  # French `l'évacuation des journalistes, blessés`: the journalists are
    placed = any(tree.is_one_of(one, "placing") for one in tree.children(subject, "case"))  # `à Nubar, deux civils`
    led = tree.is_one_of(tree.doc[subject.left_edge.i - 1], "and")
    half = (led or subject.head != token or tree.children(subject, "coordinator")) and not is_plural(tree, subject)
    return None if placed or (half and told_many(tree, verb)) else subject  # `…, et la présidente ont signé`


def who_of(tree: Tree, verb: Verb, subject: Token, speaker: str) -> str:
    """The words of a subject, the speaker for `we`; none for another pronoun."""
    if tree.is_one_of(subject, "we"):
        return speaker
    if subject.pos_ == "PRON":
        return ""
    clauses = [one for one in tree.children(subject, "description") if one.i in tree.verbs]
    told = [one.left_edge.i for one in clauses if one.i >= verb.token.i or tree.verbs[one.i].finite]
    ends = (at for at in (subject.right_edge.i + 1, verb.first, *told) if at > subject.i)
    words = left(tree, start_of(tree, subject), min(ends), {subject.i})
    return written(tree, without_article(tree, words)) if subject in words else ""


def start_of(tree: Tree, subject: Token) -> int:
    """Where the words of a subject begin, behind lead-ins and prepositions."""
    first = subject.left_edge.i
    while first > 1 and tree.doc[first - 1].text == "-" and tree.doc[first - 1].pos_ != "X":
        first -= 2  # `Co-Chairs`, which the model may take apart
    first = _edge(tree, first)
    before = tree.doc[first : subject.i]
    led = [one for one in before if one.head == subject and tree.hangs_as(one, "case", "copula", "coordinator")]
    led = [one for one in led if tree.lows[one.i] not in tree.grammar.classes["several"]]
    led += [one for one in before if tree.is_one_of(one, "relative") or tree.lows[one.i] == ","]
    led += [one for one in before[:1] if one.pos_ == "ADP" and tree.hangs_as(one, "preposition", "case")]
    first = max([first, *(one.i + 1 for one in led)])
    return first - 2 * tree.has("inexact", first - 2, first - 1)  # French `près de 80 civils`


def _edge(tree: Tree, first: int) -> int:
    """Where words begin with the name before them, before brackets or before an `and`, which the model took apart."""
    place = first - 1
    while place in tree.in_brackets or (place > 0 and tree.is_one_of(tree.doc[place], "and")):
        place -= 1
    new = place == first - 1 and tree.doc[first].pos_ in ("ADP", "DET")
    if place < 0 or new or place in tree.in_date or tree.doc[place].pos_ not in NOUNS:
        return first
    top = tree.doc[place]
    while top.head.i < top.i and top.head.pos_ in (*NOUNS, "ADP"):
        top = top.head
    return max([top.left_edge.i, *(at + 1 for at in range(place) if tree.doc[at].pos_ in ("PUNCT", "X"))])
