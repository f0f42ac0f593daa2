"""What a sentence tells: for every date the verb or noun that it belongs to, and events without a date."""

from itertools import dropwhile, islice, takewhile

from diplotimeline.drafting.expressions import GROUPS, Dated
from diplotimeline.drafting.grammar import NOUNS, PAST_TENSES, Tree, Verb
from diplotimeline.drafting.parsing import LEADS_IN, Token
from diplotimeline.drafting.telling import NEAREST, PAST, RULES, Event, Mood, event_of
from diplotimeline.drafting.types import OTHER, STATE, nouns_of, type_of_thing, type_of_verb

NO_VERB = "no verb and no noun of an event"
NOTHING_TOLD = "nothing that happened"
UNREAL = {RULES["verbs"][name].mood.reason for name in ("condition", "demand", "wish", "session", "earlier")}
UNREAL.add(RULES["sentences"]["question"].mood.reason)
SPEAKING = ("saying", "accusing", "reacting", "discussing", "doubting", "denying", "demanding", "wishing")


def events_of(tree: Tree) -> list[Event]:
    """All that a sentence tells or only mentions, in the order of the text; an undated event only if it has no date."""
    dated = _without_background(tree, [_of_date(tree, date) for date in tree.dates])
    if tree.is_entry:
        dated[0] = _of_entry(tree, tree.dates[0], dated[0])
    told = {event.token.i for event in dated if not event.mood.reason}
    past = [verb for verb in tree.verbs.values() if verb.tense in (*PAST_TENSES, "reduced", "ing")]
    places = (*((verb.token, verb) for verb in past), *((tree.doc[at], None) for at in nouns_of(tree)))
    every = (event_of(tree, None, *one) for one in places if one[0].i not in told)
    undated = (one for one in every if not one.mood.reason)
    if not dated:
        return list(islice(undated, 1))
    shown = [one for one in undated if one.mood.status == "shown"] if tree.has("showing") else []
    return [*dated, *shown]


def _of_entry(tree: Tree, date: Dated, event: Event) -> Event:
    """What an entry of a chronicle tells: something happened on its day, unless it only might or would happen."""
    if event.verb is not None and event.verb.tense == "future":
        return event._replace(mood=event.mood._replace(status="ahead"))
    if event.mood.reason in UNREAL or (not event.mood.reason and event.mood.status != "ahead"):
        return event if event.mood.direction != NEAREST else event._replace(mood=event.mood._replace(direction=PAST))
    finite = [verb for verb in tree.verbs.values() if verb.finite]
    told = [verb for verb in finite if verb.tense != "modal"]
    if finite:
        return event if not told else Event(date, told[0].token, told[0], type_of_verb(tree, told[0]))
    nouns, behind = nouns_of(tree), tree.doc[tree.tokens_of(date).stop :]
    named = (one for one in behind if one.pos_ == "NOUN" and not tree.hangs_as(one, "compound"))
    noun = next((tree.doc[at] for at in nouns), None) or next(named, event.token)
    return Event(date, noun, None, nouns.get(noun.i) or type_of_thing(tree, noun))


def _without_background(tree: Tree, dated: list[Event]) -> list[Event]:
    """Background is a mere year beside a day of the same verb, and `KORA, 4 May (Sun) --` beside its `yesterday`."""
    lead = [*takewhile(lambda one: one.pos_ == "X", tree.doc)]
    line = range(1, len(lead) if lead and lead[-1].text in LEADS_IN else 0)
    pairs = zip(tree.dates, dated, strict=True)
    every = [(one, date.node.shape, tree.tokens_of(date).start in line) for date, one in pairs]
    told = [one for one in every if not (one[0].mood.reason or one[2])]
    exact = {one.token.i for one, shape, _ in told if shape not in GROUPS["rough"]}
    counted = {one.token.i for one, shape, _ in told if shape in GROUPS["from_the_day"]}
    return [
        one._replace(mood=Mood("a position or background"))
        if one.token.i in (counted if in_line else exact if shape in GROUPS["rough"] else ())
        else one
        for one, shape, in_line in every
    ]


def _of_date(tree: Tree, date: Dated) -> Event:
    """What happened on a date, by the noun or else the verb that it belongs to."""
    span = tree.tokens_of(date)
    first, path = tree.doc[span.start], [*tree.doc[span.start : span.stop].root.ancestors]
    below = [*takewhile(lambda one: one.i not in tree.verbs, path)]
    named = next((one for one in below if one.pos_ in NOUNS), None)
    verb = _verb_of(tree, span, path)
    noun = next((one for one in below if one.i in nouns_of(tree)), None) or _noun_before(tree, date, verb)
    if verb is None and noun is None and (span.start <= 1 or span.stop == len(tree.doc)):
        noun = next((tree.doc[at] for at in nouns_of(tree)), None)
    noun, verb = _redirected(tree, span, noun, verb)
    if named is not None and _names_document(tree, named, verb, first.i):
        return Event(date, first, None, "", RULES["sentences"]["document"].mood)
    if noun is not None:
        return event_of(tree, date, noun)
    if verb is None or (named and named.i > first.i > 0 and tree.is_one_of(tree.doc[first.i - 1], "known")):
        return Event(date, first, None, "", Mood(NO_VERB))  # `congratulated her on her 3 May triumph`
    return event_of(tree, date, verb.token, verb)


def _verb_of(tree: Tree, span: range, path: list[Token]) -> Verb | None:
    """The verb that a date hangs on; of `9 May: they leave`, `it was on 9 May that they left` the one behind it."""
    above = [tree.verbs[one.i] for one in path if one.i in tree.verbs]
    verb = next((one for one in above if one.tense != "infinitive" or one.first < span.start), None)
    if verb is not None and verb.tense == "infinitive" and tree.role(verb.token) == "circumstance":
        met = (one for one in above if one.tense in PAST_TENSES and type_of_verb(tree, one) == "meeting")
        verb = next(met, verb)  # `met to hear the envoys on 3 May`
    opens = any(tree.is_one_of(one, "meanwhile") for one in tree.doc[span.stop : span.stop + 1])
    if verb is not None and not (opens and (verb.lemma == "be" or not verb.finite)):
        first = tree.verbs.get(verb.token.head.i, verb) if tree.role(verb.token) == "joined" else verb
        relative = any(tree.is_one_of(one, "relative") for one in tree.children(first.token, "subject"))
        together = relative and not tree.in_date.intersection(range(first.first, verb.first))
        return first if together else verb  # `the attack that killed two and wounded many on 3 May`
    verbs = [one for one in tree.verbs.values() if one.finite or not path]
    return next((one for one in verbs if one.token.i >= span.stop), next(reversed(verbs), None))


def _noun_before(tree: Tree, date: Dated, verb: Verb | None) -> Token | None:
    """`we condemn the shelling of Kora on 5 March`: the noun before a date whose verb only speaks of it."""
    nouns, at = nouns_of(tree), tree.tokens_of(date).start
    near = [place for place in nouns if place < at]
    if not near or date.node.shape in GROUPS["terms"]:
        return None
    above = [head.i for head in tree.doc[near[-1]].ancestors if head.i in near]
    noun = tree.doc[above[0] if above and nouns[near[-1]] == OTHER else near[-1]]  # `the attack on a convoy yesterday`
    aside = [*dropwhile(lambda one: one.text != ",", tree.doc[noun.i : at])]
    place = not aside or (len(aside) > 1 and aside[1].pos_ in ("PROPN", "DET"))
    clauses = (one for verb_at, one in tree.verbs.items() if noun.i < verb_at < at)
    told = all(one.finite and tree.is_one_of(one.token, "light") for one in clauses)
    if not place or not told:
        return None  # but `the attack that took place in Kora, Vestra, on 3 May`
    if verb is None or tree.is_one_of(verb.token, *SPEAKING):
        return noun
    return noun if verb.tense not in (*PAST_TENSES, "future") and tree.is_definite(noun) else None


def _redirected(tree: Tree, span: range, noun: Token | None, verb: Verb | None) -> tuple[Token | None, Verb | None]:
    """What is meant where the verb of a date tells nothing: `the raid that cost lives on 1 June`, `it was in May`."""
    before = (at for at in range(span.start - 1, -1, -1) if tree.lows[at] not in tree.grammar.classes["leading"])
    told = tree.verbs.get(next(before, 0))
    judged = verb is not None and tree.is_one_of(verb.token, "reacting")  # `condemns the attacks carried out on 3 May`
    if told and told.tense == "reduced" and (noun is None or (judged and noun == tree.noun_of(told))):
        saying = tree.verb_above(told.token)
        return None, saying if _is_said_in(tree, tree.noun_of(told), saying) else told
    if verb is None:
        return noun, verb
    if noun is not None:
        planned = any(tree.is_one_of(one, "arranged") for one in noun.lefts)
        talked = verb.tense in PAST_TENSES or (verb.tense == "infinitive" and noun in tree.objects(verb))
        spoken = tree.is_one_of(verb.token, "discussing") and talked and not planned
        return (None if spoken else noun), verb  # `discussed the killing of a journalist on 8 March`: they talked then
    if tree.role(verb.token) == "description" and tree.is_one_of(verb.token, "light"):
        noun = next((one for one in verb.token.ancestors if one.i in nouns_of(tree)), None)
    if noun is not None or type_of_verb(tree, verb) != STATE:
        return noun, verb
    subject = tree.noun_of(verb) or tree.subject(verb)
    if subject is None or tree.opener_of(verb.token) in tree.grammar.classes["meanwhile"]:
        return None, tree.verb_above(verb.token) or verb  # `they agreed on it when they were in Kora on 3 May`
    if tree.is_one_of(subject, "cleft"):
        return None, next((one for at, one in tree.verbs.items() if at >= span.stop and one.finite), verb)
    inside = [tree.verbs[one.i] for one in subject.subtree if one.i in tree.verbs]
    return None, (inside[0] if inside and verb.lemma == "be" else verb)


def _names_document(tree: Tree, noun: Token, verb: Verb | None, at: int) -> bool:
    """`the agreement of 9 November`, `the 3 May statement`; but `the decision of 6 June to close the airspace`."""
    around = takewhile(lambda one: one.pos_ in NOUNS, noun.ancestors)
    beside = () if noun.i in nouns_of(tree) or noun.i > at else (*around, *reversed(tree.doc[max(0, at - 5) : at]))
    document = next((one for one in (noun, *beside) if tree.has("document", one.i, one.i + 1)), None)
    if document is None or _is_said_in(tree, document, verb):
        return False
    decided = any(tree.verbs[one.i].tense == "infinitive" for one in document.children if one.i in tree.verbs)
    return not decided and (noun.i > at or any(tree.is_one_of(tree.doc[place], "naming") for place in (at, at - 1)))


def _is_said_in(tree: Tree, document: Token | None, verb: Verb | None) -> bool:
    """`in its letter of 5 May, it requested`: what somebody says by letter is said on its day."""
    if document is None or verb is None or verb.tense not in PAST_TENSES:
        return False
    follows = verb.token.i < document.i
    if follows and type_of_verb(tree, verb) not in ("decision", "sanctions"):
        return False  # `is set out in the letter of 5 May`
    agent = follows and verb.passive  # `was founded by the treaty of 5 May`
    leading = (one for one in tree.doc[max(0, document.i - 2) : document.i] if tree.is_one_of(one, "within"))
    within = any(not (agent and tree.is_one_of(one, "taking_part")) for one in leading)
    return within and tree.role(document) != "agent"  # `founded by the treaty of 5 May, it requested`
