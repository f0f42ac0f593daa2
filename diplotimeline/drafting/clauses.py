"""Who does what a title tells: the subject of a verb in words, and the verb in the present, in its number."""

from collections.abc import Iterator
from math import inf

from diplotimeline.drafting.grammar import NOUNS, Tree, Verb
from diplotimeline.drafting.parsing import Token
from diplotimeline.drafting.phrasing import Forms, left, without_article, written
from diplotimeline.drafting.types import nouns_of


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
        fits &= not tree.is_one_of(subject, "persons") or token.head.i not in nouns_of(tree)  # no `killings who died`
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
    start = subject.left_edge.i
    led = start > 1 and tree.lows[start - 2] == "," and tree.is_one_of(tree.doc[start - 1], "and")
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


def is_plural(tree: Tree, noun: Token, before: float = inf) -> bool:
    """Whether a noun is several, or the first of several that stand before a verb."""
    joined = tree.children(noun, "joined")
    if any(one.i < before for one in joined) and any(tree.children(one, "coordinator") for one in (noun, *joined)):
        return True  # but not `the minister, Ana Sol,`
    figures = [one for one in noun.lefts if tree.is_number(one)]  # but no year, and no `93 Brigade`
    many = noun.pos_ != "PROPN" or "Plur" in noun.morph.get("Number", [])  # `10 Vestran Serbs`
    counts = (noun, *(one for one in figures if not one.is_digit or (many and len(one) != 4)))
    if number := next((one for one in counts if one.pos_ == "NUM" or tree.lows[one.i] in tree.grammar.numbers), None):
        return tree.lows[number.i] != "1" and tree.grammar.numbers.get(tree.lows[number.i]) != 1
    low = tree.lows[noun.i]
    of_one = tree.grammar.classes_of.get(low[:-1], set()) if low.endswith("s") else set()
    if of_one & {"person_titles", "offices"} and "institutions" not in of_one:
        return True  # `Foreign Ministers`, which the model takes for a name
    named = noun.pos_ == "PROPN" and not tree.children(noun, "determiner") and tree.children(noun, "compound")
    return "Plur" in noun.morph.get("Number", []) and not (named or noun.is_upper)  # `Antonio Guterres`, `UNMIK`


def told_many(tree: Tree, verb: Verb) -> bool | None:
    """Whether the form of a verb says that several do it; nothing if it may be one or many."""
    for name, many in (("of_many", True), ("of_one", False)):
        if tree.lows[verb.first] in tree.grammar.classes[name]:
            return many
    return False if tree.doc[verb.first].tag_ == "VBZ" else None


def is_done_to(tree: Tree, verb: Verb) -> bool:
    """`truce signed in Kora`, `Sol, forced to leave, resigned`: a participle, whatever the model took it for."""
    content, objects, role = tree.children(verb.token, "content"), tree.objects(verb), tree.role(verb.token)
    if verb.passive and verb.tense == "reduced":  # but `an envoy reported that …`, `killed two and injured ten`
        return not content and (role == "description" or not (objects or role == "joined"))
    if any(tree.is_one_of(one, "reflexive") for one in verb.token.lefts):
        return False  # French `se sont rencontrés`
    bare = verb.tense == "reduced" or (tree.is_entry and not verb.auxiliaries)
    alone = verb.token.tag_ == "VBN" and bare and not content
    return verb.passive or ((alone or tree.is_one_of(verb.token, "forcing")) and not objects)


def forms_of(tree: Tree, verb: Verb, subject: Token, start: int, *, spoken: bool) -> Forms | None:
    """What stands for a verb and those that share its subject, which begins at `start`; none if no form is known."""
    many = not spoken and _is_many(tree, verb, subject, start)
    forms = _in_present(tree, verb, subject, many=many, spoken=spoken)
    for one in _shared(tree, verb) if forms else ():
        number = many if (told := told_many(tree, one)) is None else told
        same = one.passive and verb.passive and not one.auxiliaries  # `were killed and wounded`
        further = None if same else _in_present(tree, one, subject, many=number, spoken=spoken)
        forms = {**(forms or {}), **(further or {})}
    return forms


def _shared(tree: Tree, verb: Verb) -> Iterator[Verb]:
    """The verbs that are joined to one and have no subject of their own, one after the other."""
    for one in tree.children(verb.token, "joined"):
        joined = tree.verbs.get(one.i)
        if joined is not None and not tree.children(one, "subject"):
            yield joined
            yield from _shared(tree, joined)


def _is_many(tree: Tree, verb: Verb, subject: Token, start: int) -> bool:
    """Whether several do it, as the form of the verb says, or else their noun."""
    if (told := told_many(tree, verb)) is not None:
        return told
    ands = [one for one in tree.doc[start + 1 : subject.i] if tree.is_one_of(one, "and")]
    behind = (one for joint in ands for one in tree.doc[joint.i + 1 : joint.i + 5])
    if any(tree.is_one_of(one, "person_titles") for one in behind) or any(one.nbor(-1).pos_ == "NOUN" for one in ands):
        return True  # `Minister Sol and President Lund`, `the government and rebels`
    return is_plural(tree, subject, verb.first if subject.i < verb.first else inf)


def _in_present(tree: Tree, verb: Verb, subject: Token, *, many: bool, spoken: bool) -> Forms | None:
    """The forms of one verb; what is in the present stays as it is, and what is only said to be, `aurait tué`."""
    if verb.tense == "hedged" or (verb.tense == "present" and not verb.auxiliaries and not spoken):
        return {}
    at = verb.token.i
    moved = tree.is_one_of(verb.token, "moving")
    reflexive = [one for one in verb.token.children if one.i < at and tree.is_one_of(one, "reflexive")]
    reflexive += [one for one in verb.token.children if spoken and one != subject and tree.is_one_of(one, "ourselves")]
    parts = sorted((*verb.auxiliaries, *reflexive), key=lambda one: one.i)
    without = {one.i: "" for one in parts}
    if not moved and (verb.passive or tree.children(verb.token, "copula")):
        before = [one.i for one in verb.token.lefts if one.pos_ == "ADV" and one.i == at - 1]
        be, place = tree.grammar.present("be", many=many), min([one.i for one in parts] or [at, *before])
        return without | {place: be if parts else f"{be} {tree.words(place, place + 1)}"}
    present = tree.grammar.present(verb.lemma, many=many, reflexive=bool(reflexive))
    place = parts[0].i if parts and tree.grammar.tells_in_present else at
    return {**without, at: "", place: present} if present else None
