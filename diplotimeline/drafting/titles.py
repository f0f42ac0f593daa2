"""A title of an event: the words of its clause that a reader needs; none where no whole one can be made."""

import re
from collections.abc import Iterator
from itertools import dropwhile

from diplotimeline.drafting.clauses import forms_of, is_done_to, start_of, subject_of, who_of
from diplotimeline.drafting.events import SPEAKING
from diplotimeline.drafting.grammar import LISTED, NOUNS, PAST_TENSES, Tree, Verb
from diplotimeline.drafting.parsing import Token
from diplotimeline.drafting.phrasing import Forms, fitting, left, without_article, written
from diplotimeline.drafting.telling import Event
from diplotimeline.drafting.types import nouns_of

ENDS = frozenset(";:.")
APART = re.compile(r"\s+|(?<=['’])")


def title_of(tree: Tree, event: Event, speaker: str) -> str:
    """The title of an event, empty if none can be made."""
    found = next((one for one in _titles(tree, event, speaker) if one and not _is_cut_off(tree, one)), "")
    return found[:1].upper() + found[1:]


def _is_cut_off(tree: Tree, title: str) -> bool:
    """Whether it begins with `his`: whose, another sentence says; tells of `my` friend; or has lost an `except`."""
    first, second, *_ = words = [*title.lower().split(), "", ""]
    classes, told = tree.grammar.classes, title.partition('"')[0]
    whose = first in classes["whose"] and second not in classes["honours"]
    excepted = {tree.lows[at] for at in tree.marks.get("excepting", ())}
    return whose or not excepted.issubset(words) or not classes["conversing"].isdisjoint(APART.split(told))


def _titles(tree: Tree, event: Event, speaker: str) -> Iterator[str]:
    """What may be the title, the best first."""
    yield _of_entry(tree, event)
    above, verb = tree.verb_above(event.token), event.verb
    if verb is None:
        undone = above is not None and _is_undone(tree, event.token, above)
        if above is not None and not above.negated and (undone or _tells(tree, event.token, above)):
            yield _of_verb(tree, above, event, speaker)
        if not undone:
            yield _of_noun(tree, event)
        return
    told_above = verb.tense == "ing" and above is not None and above.tense == "past"
    if above and told_above and (event.token.head in tree.objects(above) or _is_within(tree, event.token)):
        verb = above  # `gunned down a soldier driving near Kora`, `accused soldiers burning Kora`
    yield _of_verb(tree, verb, event, speaker)
    says = above is not None and tree.is_one_of(above.token, "saying", "accusing")
    if above is not None and (says or (above.finite and verb.tense == "reduced" and _is_within(tree, verb.token.head))):
        yield _of_verb(tree, above, event, speaker)  # `Vestra says its envoy has left`, `in a statement issued, …`
    there = tree.objects(verb) if tree.children(verb.token, "expletive") else ()  # `there was an attack`
    yield from (_of_noun(tree, event._replace(token=one)) for one in there if one.i in nouns_of(tree))


def _is_undone(tree: Tree, noun: Token, verb: Verb) -> bool:
    """`denied an attack`, `demanded talks`, `the attack never happened`: the noun alone says something else."""
    absent = verb.negated and not verb.passive and not tree.objects(verb)
    undone = absent or tree.is_one_of(verb.token, "denying", "demanding", "wishing")
    return undone and noun in tree.children(verb.token, "subject", "object")


def _tells(tree: Tree, noun: Token, verb: Verb) -> bool:
    """Whether the clause of a verb tells the event of its noun: `holds talks`, but not `condemns the attack`."""
    if verb.tense == "modal":
        return False  # `warned that the attack could kill many`
    if verb.tense in ("past", "perfect") and _is_within(tree, noun):
        return True
    speaks = tree.is_one_of(verb.token, *SPEAKING, "observing", "planning")
    if noun in tree.children(verb.token, "subject"):
        return bool(tree.objects(verb)) or (verb.passive and not speaks)
    if tree.children(verb.token, "content"):
        return verb.finite and noun in tree.objects(verb)  # `told a news conference that they had left`
    return noun in tree.objects(verb) and not speaks and (verb.finite or tree.role(verb.token) != "circumstance")


def _of_entry(tree: Tree, event: Event) -> str:
    """`4 March: talks in Kora`: what is told behind a date without a verb in the past is a title as it stands."""
    first = next((token.i for token in tree.doc if token.pos_ != "X"), 0)
    last = next((at for at in range(first, len(tree.doc)) if tree.lows[at] in ENDS), len(tree.doc))
    places = range(first, last)
    verbs = [tree.verbs[at] for at in places if at in tree.verbs]
    told = any(verb.tense in (*PAST_TENSES, "imperfect", "future") for verb in verbs)
    if not first or told or event.token.i not in places:
        return ""
    main = [verb for verb in verbs if verb.finite and tree.verb_above(verb.token) is None]
    if event.verb in main and tree.children(event.token, "subject"):
        return ""  # the clause of the verb makes the title
    cut = (at for at in places[1:] if tree.lows[at - 1] == "," and tree.is_one_of(tree.doc[at], "reflexive"))
    wanted = {verb.first for verb in main} or set(cut)
    words = without_article(tree, left(tree, first, last, wanted))
    return fitting(tree, words, {}, wanted) if len(words) > 2 else ""


def _of_noun(tree: Tree, event: Event) -> str:
    """`Shelling of Kora`: the noun with what it is of; a noun alone is no title."""
    noun = event.token
    led = [one.i + 1 for one in noun.children if one.i < noun.i and tree.hangs_as(one, "case", "coordinator")]
    words = left(tree, max([noun.left_edge.i, *led]), noun.right_edge.i + 1, {noun.i})
    words = [*dropwhile(lambda one: one.pos_ not in (*LISTED, "PRON"), words)]  # French `suite à l'attaque`
    told_of = [one for one in words if one.pos_ in NOUNS or one.i > noun.i or one.is_title]
    alone = sum(one.pos_ in (*NOUNS, "ADJ", "VERB") and not tree.is_one_of(one, "light") for one in told_of) < 2
    told = any(tree.verbs[one.i].finite for one in words if one.i in tree.verbs and one.is_lower)
    if alone or (told and not any(tree.is_one_of(one, "relative") for one in words)):
        return ""
    return fitting(tree, without_article(tree, words, "noun_articles", "whose"), {}, {noun.i})


def _of_verb(tree: Tree, verb: Verb, event: Event, speaker: str) -> str:
    """`Vestra expels two diplomats`, `Two diplomats are expelled`."""
    above = tree.verb_above(verb.token)
    if above is not None and above == event.mood.teller and tree.is_one_of(above.token, "accusing"):
        return _of_verb(tree, above, event, speaker)  # `Vestra claims that Orland struck`
    says = tree.is_one_of(verb.token, "saying", "accusing", "believing")
    if says and (told := _told_before(tree, verb)) is not None:
        return told
    verb = verb._replace(passive=is_done_to(tree, verb))
    own = tree.children(verb.token, "subject")
    subject = event.token if event.token in own else subject_of(tree, verb)
    if subject is None or verb.negated:
        return ""
    spoken = bool(speaker) and tree.is_one_of(subject, "we")
    forms = forms_of(tree, verb, subject, start_of(tree, subject), spoken=spoken)
    if forms is None:
        return ""
    who = who_of(tree, verb, subject, speaker)
    if subject in own and subject.i < verb.first and subject.pos_ != "PRON":
        return _told(tree, verb, event, forms, subject)
    return _told(tree, verb, event, forms, subject, who) if who else ""


def _told_before(tree: Tree, verb: Verb) -> str | None:
    """`Two soldiers died, Vestra said`, French `…, a annoncé la Mission`: nothing if no such words stand before it."""
    inverted = tree.grammar.tells_in_present and tree.lows[verb.first - 1] == ","  # the teller is taken for an object
    behind = inverted or any(one.i < verb.token.i for one in tree.children(verb.token, "content"))
    if not behind or not any(one.finite and at < verb.first for at, one in tree.verbs.items()):
        return None
    near = tree.children(verb.token, "subject", *(["object"] if inverted else []))
    nouns = (one for one in near if one.pos_ in NOUNS and (one.i > verb.token.i or not inverted))
    teller = next((one for one in nouns if "," not in tree.lows[one.i : verb.first]), None)
    forms = forms_of(tree, verb, teller, start_of(tree, teller), spoken=False) if teller else None
    if teller is None or forms is None or tree.lows[teller.right_edge.i + 1 :][:1] == ["-"]:
        return ""  # `killed by rebels, the largest group, the army said`, French `l'état-major`
    who, last = who_of(tree, verb, teller, ""), min(start_of(tree, teller), verb.first)
    first = next((token.i for token in tree.doc if token.pos_ not in ("X", "PUNCT")), 0)
    finite = {at for at, one in tree.verbs.items() if one.finite and at not in tree.below(teller) | {verb.token.i}}
    words = left(tree, first, last, needed := finite.intersection(range(first, last)))
    if not (who and needed) or finite - needed or tree.lows[last - 1] not in ',"”»':
        return ""  # `Rebels attacked; Vestra said they had fled`: what it said follows
    heard = [one.right_edge.i for one in tree.objects(verb) if one.i > verb.token.i and one != teller]
    says = written(tree, left(tree, verb.first, max([verb.token.i, *heard]) + 1, {verb.token.i}), forms)
    opens = {one.i: one.text[:1].upper() + one.text[1:] for one in words[:1]}
    return fitting(tree, words, opens, needed, f"{who} {says}{tree.grammar.colon}")


def _told(tree: Tree, verb: Verb, event: Event, forms: Forms, subject: Token, who: str = "") -> str:
    """The words of a clause from its subject on, or from its verb on where `who` does it stands elsewhere."""
    begin = min([verb.first, *forms])
    wanted = {begin, verb.token.i, *_needed(tree, verb)}
    first = begin if who else start_of(tree, subject)
    words = without_article(tree, left(tree, first, _end_of(tree, verb), wanted))
    rest = [one for one in words if one.i > verb.token.i]
    odd = any(tree.is_one_of(one, "relative") for one in tree.objects(verb))  # `a deal that both reached`
    odd |= any(one.i < verb.token.i for one in tree.children(verb.token, "content"))  # `It would hold, Sol told Lund`
    if odd or _lacks(tree, verb, event, rest) or any(_is_loose(tree, one, forms) for one in rest):
        return ""
    said = set() if verb.passive else {one.i for one in rest[:1] if one.pos_ != "PUNCT"}  # `meets with`
    return fitting(tree, words, forms, wanted | said, who)


def _is_loose(tree: Tree, token: Token, forms: Forms) -> bool:
    """Whether a word is a finite verb that nobody does: the model has then taken another for the verb of the clause."""
    verb = tree.verbs.get(token.i)
    if verb is None or verb.tense not in ("past", "perfect", "modal") or token.i in forms:
        return False
    if any("Inf" in one.morph.get("VerbForm", []) for one in verb.auxiliaries):
        return False  # French `annonce avoir avancé`
    joined = tree.role(token) == "joined" and any(
        tree.is_one_of(one, "and") for one in tree.doc[token.head.i : token.i]
    )
    return not (joined or tree.children(token, "subject", "expletive") or tree.role(token) == "description")


def _end_of(tree: Tree, verb: Verb) -> int:
    """Where the clause of a verb ends: before what is joined with a subject of its own, or a verb that it hangs on."""
    above, below = {one.i for one in verb.token.ancestors}, {one.i for one in verb.token.subtree}
    ends = [one.first for at, one in tree.verbs.items() if at in above or (one.finite and at not in below)]
    ends += [one.i for one in tree.doc if tree.lows[one.i] in ENDS and (one.text != "." or tree.hangs_as(one, "sign"))]
    for token in tree.doc[verb.token.i + 1 :]:
        if tree.role(token) in ("joined", "aside") and token.head.i <= token.i:
            led = tree.lows[token.left_edge.i - 1] == "," or tree.children(token.head, "coordinator")
            alone = token.head.i >= verb.token.i and tree.children(token, "subject")
            ends += [token.left_edge.i] if alone or (led and token.head.i in above) else []
    return min([*(one for one in ends if one > verb.token.i), len(tree.doc)])


def _needed(tree: Tree, verb: Verb) -> set[int]:
    """What a verb says nothing without: what it is done to, and the verb of what is said."""
    behind = range(verb.token.i + 1, _end_of(tree, verb))
    told = (tree.objects(verb), tree.children(verb.token, "content"))
    below = ({one.i for one in words if one.i in behind} - tree.in_date for words in told)
    return next(filter(None, below), set())


def _lacks(tree: Tree, verb: Verb, event: Event, words: list[Token]) -> bool:
    """Whether it is not told what is said or condemned, or whom they detain; `injuries sustained` tell nothing."""
    if verb.passive:
        empty = not event.type and tree.is_one_of(verb.token, "light")
        return not words and verb.tense == "reduced" and (empty or _is_within(tree, verb.token.head))
    if tree.is_one_of(verb.token, "transitive"):
        led = any(tree.is_one_of(one, "genitive") for one in words[:1]) or any(one.i in tree.verbs for one in words)
        return not led and not _needed(tree, verb)
    aside = verb.tense == "ing" and tree.role(verb.token) == "circumstance"  # `held talks, ending on 3 May`
    return not words and (aside or tree.lows[verb.token.i + 1 :][:1] == [":"] or tree.is_one_of(verb.token, "reacting"))


def _is_within(tree: Tree, noun: Token) -> bool:
    """`in one attack, bombs killed two`: what is told beside the noun is the event itself."""
    led = (noun.head, *tree.children(noun, "case", "adverb"))
    if any(tree.is_one_of(one, "genitive") for one in led) and noun.head.head.i not in tree.verbs:
        return _is_within(tree, noun.head if noun.head.pos_ == "NOUN" else noun.head.head)
    return any(tree.is_one_of(one, "during") for one in led)
