"""What in a sentence is an event: for every date the verb or the noun that it belongs to, and what speaks against it.

Tense, mood, subject and the reach of a denial decide, not single sentences: a past tense tells an event, a future one
a plan; demands, wishes, conditions, running totals and references to documents tell none.
"""

from diplotimeline.drafting.clauses import LEADS, PAST_TENSES, Clauses
from diplotimeline.drafting.genres import genre
from diplotimeline.drafting.moods import of_verb
from diplotimeline.drafting.nouns import noun_of, of_noun
from diplotimeline.drafting.predicates import LIGHT, Verb
from diplotimeline.drafting.references import reference
from diplotimeline.drafting.tagging import Dated, Tagged
from diplotimeline.drafting.undated import shown, undated
from diplotimeline.drafting.verdicts import (
    BACKGROUND,
    HEADING,
    NOTHING,
    PAST,
    REASONS,
    SETTLED,
    STRONG,
    Judged,
    refused,
)
from diplotimeline.drafting.voices import on_whose_word

JOINING = frozenset(("and", "et", ",", "&", "on", "the", "le", "les", "as", "well", "puis", "or", "ou"))
COUNTED = frozenset(("ago", "offset", "adjacent", "before_or_after", "vague", "relative", "period"))
"""Shapes that are counted from somewhere: beside a day or month they say the same once more."""
NO_VERB = "no verb and no noun of an event"
ROUGH = frozenset(("year", "vague", "decade"))
ENDINGS = frozenset((".", ";", "!", ")"))


def judge(tagged: Tagged) -> list[Judged]:
    """All that a sentence tells or only mentions, in the order of the text; undated events after the dated ones."""
    if not (tagged.verbs or tagged.nouns or tagged.dates):
        return []
    clauses = Clauses(tagged)
    dated = _without_background([_unless_silent(clauses, _of_date(clauses, group)) for group in _groups(tagged)])
    told = {one.first for one in dated if not one.reason}
    seen = [one for one in shown(clauses) if one.first not in told]
    found = dated + seen
    if not told and not any(one.reason in SETTLED for one in dated):
        found += [_unless_silent(clauses, one) for one in undated(clauses, {one.first for one in dated})]
    return on_whose_word(clauses, found)


def _unless_silent(clauses: Clauses, judged: Judged) -> Judged:
    """What was judged, with the reason that the whole sentence gives against it."""
    return judged if judged.reason else judged._replace(reason=genre(clauses, judged))


def _without_background(dated: list[Judged]) -> list[Judged]:
    """Beside a day, a mere year and a `recently` are background, unless they open the sentence."""
    exact = [one for one in dated if not one.reason and not _is_rough(one.dates[0])]
    if not exact:
        return dated
    return [
        refused(one.dates, BACKGROUND)
        if not one.reason and one not in exact and (one.dates[0].node.shape != "year" or one.dates[0].first > 2)
        else one
        for one in dated
    ]


def _is_rough(date: Dated) -> bool:
    """A year, `recently`, `this month`."""
    return date.node.shape in ROUGH or (
        date.node.shape == "period" and bool(date.node.values("this")) and len(date.node.parts) == 2
    )


def why_nothing(tagged: Tagged) -> str:
    """Why a sentence without any date or event tells none."""
    names = [name for _, marks in sorted(tagged.marks.items()) for name in sorted(marks)]
    return next((REASONS[name] for name in names if name in REASONS), NOTHING)


def _groups(tagged: Tagged) -> list[tuple[Dated, ...]]:
    """Dates that are only joined by `and` or a comma belong to one verb or noun.

    Of two that say the same, as in `ten years ago, in August 2008`, the second stands for both.
    """
    groups: list[list[Dated]] = []
    for date in tagged.dates:
        between = tagged.lows[groups[-1][-1].last : date.first] if groups else ["x"]
        apposed = between[:1] == [","] and len(between) <= 3 and all(low in LEADS for low in between[1:])
        if apposed and (groups[-1][-1].node.shape in COUNTED) != (date.node.shape in COUNTED):
            groups[-1][-1:] = [groups[-1][-1] if date.node.shape in COUNTED else date]
        elif groups and all(low in JOINING for low in between) and groups[-1][-1].node.shape != "vague":
            groups[-1].append(date)
        else:
            groups.append([date])
    return [tuple(group) for group in groups]


def _of_date(clauses: Clauses, dates: tuple[Dated, ...]) -> Judged:
    """What happened on a date, by the noun or else the verb that it belongs to."""
    dates = _unwrapped(clauses, dates)
    noun = noun_of(clauses, dates)
    named = reference(clauses, dates, noun)
    if named:
        return refused(dates, named)
    if noun is not None and not clauses.verbs and clauses.lows[-1] not in ENDINGS:
        return refused(dates, HEADING)
    verb = clauses.verb_of(dates)
    if noun is None and clauses.is_entry() and dates[0] == clauses.tagged.dates[0]:
        return _of_chronicle(clauses, dates)
    if noun is None and verb is not None and not verb.type:
        noun = _antecedent(clauses, verb)
    if noun is not None and not _is_setting(clauses, noun, verb):
        return of_noun(clauses, dates, noun)
    return refused(dates, NO_VERB) if verb is None else of_verb(clauses, dates, verb)


def _antecedent(clauses: Clauses, verb: Verb) -> int | None:
    """`the attack that cost four lives on 1 June`: of what nothing else is told, the date is that of the attack."""
    start = clauses.start(verb.first)
    if start < 2 or clauses.lows[start - 1] not in ("that", "which", "qui"):
        return None
    nouns = clauses.tagged.nouns
    return next((at for at in nouns if at + nouns[at][1] == start - 1 and nouns[at][0] in STRONG), None)


def _is_setting(clauses: Clauses, noun: int, verb: Verb | None) -> bool:
    """`shots were fired at a patrol on 4 June`: a noun of no special type that only says where the verb happened."""
    if verb is None or verb.last > noun or verb.tense not in PAST_TENSES or clauses.definite(noun):
        return False
    return clauses.tagged.nouns[noun][0] == LIGHT and verb.type in STRONG


def _unwrapped(clauses: Clauses, dates: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """`alarmed by the 3 May attack`: no term but a date, because a noun follows it."""
    first, last = dates[0].first, dates[0].last
    inner = [part for part in dates[0].node.parts if part.kind == "date"]
    if dates[0].node.shape != "by" or not inner:
        return dates
    named = clauses.lows[first + 1] == "the" and any(at in clauses.tagged.nouns for at in range(last, last + 2))
    if not named and clauses.lows[last : last + 1] != ["'"]:  # `appalled by Sunday's attack`
        return dates
    return (dates[0]._replace(node=inner[0].value, first=first + 1), *dates[1:])


def _of_chronicle(clauses: Clauses, dates: tuple[Dated, ...]) -> Judged:
    """An entry of a chronicle: `3 May 2022: Shelling of Tolm`, `4 May – Ministers meet in Kyv`."""
    tagged, determiners = clauses.tagged, clauses.language.classes["determiners"]
    heads = {at for at in tagged.verbs if clauses.lows[at - 1] not in determiners}  # not `the last battalion`
    place = next((at for at in sorted(heads.union(tagged.nouns)) if at > dates[-1].last), None)
    if place is None:
        return refused(dates, NO_VERB)
    if any(verb.negated for verb in clauses.verbs):
        return refused(dates, REASONS["negation"])
    if place in tagged.nouns:
        type, length = tagged.nouns[place]
    else:
        type, _, length = tagged.verbs[place]
    return Judged(dates, place, place + length, type, place in tagged.nouns, PAST, reason="" if type else NOTHING)
