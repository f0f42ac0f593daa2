"""Verbs of a title in the present, in the number of those who do it."""

from collections.abc import Iterator
from math import inf

from diplotimeline.drafting.grammar import Tree, Verb
from diplotimeline.drafting.parsing import Token
from diplotimeline.drafting.phrasing import Forms


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
    articles = [one for one in noun.children if one.morph.get("Definite", []) and one.morph.get("Number", [])]
    if noun.pos_ == "PROPN" and not tree.children(noun, "determiner") and tree.children(noun, "compound"):
        return False  # `Antonio Guterres`
    return "Plur" in (articles[0] if articles else noun).morph.get("Number", [])


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
    alone = verb.token.tag_ == "VBN" and not verb.auxiliaries and not content
    return verb.passive or ((alone or tree.is_one_of(verb.token, "forcing")) and not objects)


def forms_of(tree: Tree, verb: Verb, subject: Token, start: int, *, spoken: bool) -> Forms | None:
    """What stands in a title for a verb and those that share its subject, by places; none if its form is not known.

    `start` is where the words of the subject begin.
    """
    many = not spoken and _is_many(tree, verb, subject, start)
    forms = _in_present(tree, verb, subject, many=many, spoken=spoken)
    for one in _shared(tree, verb) if forms else ():
        number = many if told_many(tree, one) is None else _is_many(tree, one, subject, start)
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
    before = verb.first if subject.i < verb.first else inf
    led = tree.doc[start : subject.i]
    for joint in (one for one in led[1:] if tree.is_one_of(one, "and")):
        office = any(tree.is_one_of(one, "person_titles") for one in tree.doc[joint.i + 1 : joint.i + 5])
        if office or joint.nbor(-1).pos_ == "NOUN":  # `Minister Sol and President Lund`, `the government and rebels`
            return True
    return is_plural(tree, subject, before)


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
