"""The tool's own words about the record, shared by everything that prints it: neutral, and nobody is accused.

Said, denied, doubted, according to. Who began is only ever what a named source says.
"""

from collections.abc import Iterable, Mapping

from diplotimeline.dates import MONTH_NAMES, MONTHS, display, parse, period
from diplotimeline.phrases.wording import ENGLISH, Wording
from diplotimeline.record.casualties import Casualties
from diplotimeline.record.chronology import UNDATED, Timeline, parted, perhaps
from diplotimeline.record.evidence import VERIFIED, Evidence, evidence
from diplotimeline.record.named import Pairs
from diplotimeline.record.values import Claim, Event, Participant, Place, Source, Translation


def count_of(number: int, noun: str) -> str:
    """`1 event`, `12 events`."""
    return f"{number:,} {plural(number, noun)}"


def plural(number: int, noun: str) -> str:
    """`event` of one, `events` of any other number."""
    return noun if number == 1 else f"{noun}s"


def words(name: str) -> str:
    """A word of the vocabulary as people write it: `phone-call` is a phone call."""
    return name.replace("-", " ")


def month_title(year: int, month: int | None) -> str:
    """The heading of a month, `September 2022`, or of a year when no month is known."""
    return f"{MONTH_NAMES[month - 1]} {year}" if month else str(year)


def date_title(event: Event) -> str:
    """The date of an event as a heading begins with it: `Night of 12–13 September 2022`, but `c. October 2022`."""
    words = display(event.date, event.part or "", names=MONTH_NAMES)
    return words if words.startswith("c. ") else words[0].upper() + words[1:]


def labels(event: Event) -> list[str]:
    """What a reader must know of an event at first sight: its status unless it is `reported`, and its marks."""
    status = [] if event.status == "reported" else [event.status]
    return [*status, *(mark for mark in ("draft", "private") if getattr(event, mark))]


def people(timeline: Timeline, participants: Iterable[Participant]) -> str:
    """`Jake Sullivan (host), Hikmet Hajiyev`: names in the order written, with the part where it is not plain."""
    return ", ".join(people_of(timeline, participants))


def people_of(timeline: Timeline, participants: Iterable[Participant], say: Wording = ENGLISH) -> list[str]:
    """The names, each with the part where it is not plain."""
    return [
        timeline.name(one.who) + ("" if one.role == "participant" else f" ({say.of('role', one.role)})")
        for one in participants
    ]


def toll(timeline: Timeline, casualties: Iterable[Casualties]) -> str:
    """`Armenian Armed Forces: 105–207 killed; 14 missing`: people by side, with their range; a total without a side."""
    told = [side for side in casualties if side.tolls]  # the only count of a draft may be a TODO
    return "; ".join(f"{timeline.name(side.who)}: {counts(side)}" if side.who else counts(side) for side in told)


def counts(side: Casualties, say: Wording = ENGLISH) -> str:
    """`3 killed and 5 taken prisoner`: the people of one side."""
    return say.listed(say.toll(name, count) for name, count in side.tolls)


def whereabouts(place: Place, say: Wording = ENGLISH) -> str:
    """`Geneva, CHE (near 46.204° N, 6.143° E)`: the name, and what else is given."""
    name = ", ".join(filter(None, (place.name, place.country)))
    if place.lat is None or place.lon is None:
        return f"{name} ({say('precision', say.of('precision', place.precision))})" if place.precision else name
    there = f"{_degrees(place.lat, 'north-south', say)}, {_degrees(place.lon, 'east-west', say)}"
    return f"{name} ({say.tables['around'].get(place.precision or '', '{}').format(there)})"


def _degrees(value: float, sides: str, say: Wording) -> str:
    number = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    return f"{number.replace('.', say('point'))}° {say(sides).split()[value < 0]}"


def named(timeline: Timeline, voices: Iterable[str], say: Wording = ENGLISH) -> str:
    """`Ardelia`, `Ardelia and Tavoria`, `Ardelia, Tavoria and Norland`: the names of those who speak as one."""
    return say.listed(map(timeline.name, voices))


def speaker_of(timeline: Timeline, source: Source, say: Wording = ENGLISH) -> str:
    """Who speaks in a source: its speakers, else its author and its publisher, else nobody."""
    written = ", ".join(filter(None, (source.author, source.publisher)))
    return named(timeline, source.speaker, say) if source.speaker else written


def citation(timeline: Timeline, source: Source, say: Wording = ENGLISH) -> str:
    """`Michael Carpenter, On the latest developments …, 6 Oct 2022 (retranslation)`."""
    issued = say.short_date(source.issued) if source.issued else ""
    version = f" ({say.of('version', source.version)})" if source.version else ""
    return ", ".join(filter(None, (speaker_of(timeline, source, say), source.title, issued))) + version


def particulars(source: Source, speaker: str, say: Wording = ENGLISH) -> list[str]:
    """What a citation does not say of a source: author and publisher where another speaks, venue, kind, language,
    when it was seen, its ids in other databases.
    """
    given = (
        say("author", source.author) if source.speaker and source.author not in ("", speaker) else "",
        source.publisher if source.speaker and source.publisher != speaker else "",
        source.venue,
        source.type,
        say("language", source.language) if source.language else "",
        say("seen", say.short_date(source.accessed)) if source.accessed else "",
        labelled(source.identifiers),
    )
    return [text for text in given if text]


def voice_name(timeline: Timeline, claim: Claim, say: Wording = ENGLISH) -> str:
    """The name of who says what a claim says; the title of the source when it names nobody."""
    voices, source = timeline.voices(claim), timeline.sources.get(claim.source)
    if voices:
        return named(timeline, voices, say)
    return (source.publisher or source.author or source.title) if source else claim.source


def passed_on(timeline: Timeline, claim: Claim, say: Wording = ENGLISH) -> str:
    """`According to The Host` where the source passes on the words of another; empty where they are its own."""
    return say("passed_on", named(timeline, claim.according_to, say)) if claim.according_to else ""


def quoted_voice(timeline: Timeline, claim: Claim, say: Wording = ENGLISH) -> str:
    """Whose words a quote is, `According to The Host` where the source passes on those of another."""
    return passed_on(timeline, claim, say) or voice_name(timeline, claim, say)


def details(timeline: Timeline, claim: Claim, say: Wording = ENGLISH) -> list[str]:
    """What this source gives differently from the event, as it did so: `dated it to 6 October 2022`."""
    sides = "; ".join(_with_side(timeline, side, say) for side in claim.casualties if side.tolls)
    parts = (
        say.dated(claim.date) if claim.date else "",
        say("named", say.listed(people_of(timeline, claim.actors, say))) if claim.actors else "",
        say("placed", whereabouts(claim.place, say)) if claim.place else "",
        say("spoke", sides) if sides else "",
    )
    return [part for part in parts if part]


def _with_side(timeline: Timeline, side: Casualties, say: Wording) -> str:
    return f"{counts(side, say)} ({timeline.name(side.who)})" if side.who else counts(side, say)


def statement(timeline: Timeline, claim: Claim, say: Wording = ENGLISH) -> str:
    """A claim as a sentence, without its quote: `Ministry of Defence of Tavoria dated it to 13 September 2022.`

    Empty for a claim that only asserts the event as it stands.
    """
    told = [] if claim.stance == "asserts" else [say(claim.stance)]
    told += details(timeline, claim, say)
    if not told:
        return ""
    source, voices = timeline.sources.get(claim.source), timeline.voices(claim)
    nobody = source and not voices and not (source.publisher or source.author)
    name = voice_name(timeline, claim, say)
    name = say("the_source", name) if nobody else name
    return say("told", max(1, len(voices)), name, _chained(told, say)).removesuffix(".") + "."


def _chained(verbs: list[str], say: Wording) -> str:
    """`denied this`, `dated it to May 2022 and named Ardelia`; behind a list of names `, and` keeps the verbs apart."""
    *first, last = verbs
    return say("last", ", ".join(first), last) if first else last


def supporters(timeline: Timeline, event: Event, say: Wording = ENGLISH) -> list[tuple[str, Claim]]:
    """Who else says so, with neither quote nor details: the name and the claim."""
    return [
        (voice_name(timeline, claim, say), claim)
        for claim in event.claims
        if not claim.quote and not statement(timeline, claim)
    ]


def why_perhaps(timeline: Timeline, event: Event, say: Wording = ENGLISH) -> str:
    """Why an event lies only perhaps in the range that was asked for; empty for one that has its place there."""
    reason = perhaps(timeline, event) if event.date is not UNDATED else None
    if isinstance(reason, Claim):
        when = f"{say('colon')} {say.short_date(reason.date)}" if reason.date else ""
        return say("perhaps_claim", voice_name(timeline, reason, say)) + when
    return say(f"perhaps_{reason}") if reason else ""


def number_of_events(timeline: Timeline, say: Wording = ENGLISH) -> str:
    """`12 events`, `12 events (2 perhaps in this range)`."""
    doubtful = len(parted(timeline)[1]) if timeline.ranges else 0
    return say("events_perhaps" if doubtful else "events", len(timeline.events), *([doubtful] if doubtful else []))


def time_zone(event: Event, say: Wording = ENGLISH) -> str:
    """`clock time of Asia/Yerevan`: the zone of the event's file, where a clock time is written without an offset."""
    dates = (event.date, *(claim.date for claim in event.claims))
    floating = any(when and when.floating for when in dates)
    return say("clock_time", event.zone) if event.zone and floating else ""


def time_zones(timeline: Timeline, say: Wording = ENGLISH) -> str:
    """`time zone Asia/Yerevan`: those of the files in which clock times are written, also with an offset."""
    clocked = (
        event
        for event in timeline.events
        if event.zone and any(when and when.clock for when in (event.date, *(claim.date for claim in event.claims)))
    )
    zones = dict.fromkeys(event.zone for event in clocked)
    return say("time_zones", len(zones), ", ".join(zones)) if zones else ""


def relations(event: Event, titles: Mapping[str, str], left_out: Mapping[str, Event]) -> list[str]:
    """The relations of an event to others in words, such as `Part of: Two days of fighting`.

    `titles` are those of the events that are shown, by id; `left_out` are others.
    """
    told = []
    for one in event.related:
        other = left_out[one.event].title if one.event in left_out else one.event
        title = titles.get(one.event) or f"{other} (not in this selection)"
        told.append(f"{words(one.kind).capitalize()}: {title}")
    return told


def labelled(pairs: Pairs) -> str:
    """`direction: escalating; ucdp: 376126`: texts by their names."""
    return "; ".join(f"{name}: {' '.join(text.split())}" for name, text in pairs)


def footnote(number: int | None, at: str = "") -> str:
    """The number of a source and the place in it: `[1]`, `[1, p. 12]`; empty where neither is known."""
    parts = ", ".join(filter(None, (str(number or ""), " ".join(at.split()))))
    return f"[{parts}]" if parts else ""


def translation(claim: Claim) -> str:
    """The translation of a quote, marked as one: `Translation (en): “They met.”`; empty without one."""
    one = claim.translation
    return f"{translation_label(one)}: “{one.text.strip()}”" if one else ""


def translation_label(one: Translation, say: Wording = ENGLISH) -> str:
    """What marks a translation: `Translation (en)`."""
    return say("translation") + (f" ({one.language})" if one.language else "")


def quote_note(timeline: Timeline, claim: Claim) -> str:
    """What a reader must know of the quote of a claim: nothing when it stands in the archived text."""
    verdict = timeline.verdict(claim)
    if not claim.quote or verdict in VERIFIED:
        return ""
    return "not found in the archived text" if verdict == "absent" else "not verified"


def claims_verified(found: Evidence) -> str:
    """`12 of 39 claims quoted and verified`, `3 claims quoted and verified`."""
    return f"{_part_of(found.verified, found.claims, 'claim')} quoted and verified"


def quotes_verified(found: Evidence) -> str:
    """The same in short, for a head: `39 claims, 12 quotes verified`; empty without quotes."""
    if not found.quoted:
        return ""
    return f"{count_of(found.claims, 'claim')}, {_part_of(found.verified, found.quoted, 'quote')} verified"


def sources_archived(found: Evidence) -> str:
    """`1 of 23 sources archived`, `2 sources archived`."""
    return f"{_part_of(found.archived, found.sources, 'source')} archived"


def _part_of(part: int, whole: int, noun: str) -> str:
    return ("" if part == whole else f"{part:,} of ") + count_of(whole, noun)


def key_facts(timeline: Timeline, names: tuple[str, ...] = MONTHS) -> list[str]:
    """How many events, from when to when, how many sources, claims and verified quotes, where there are any.

    With `Timeline.known_by` also that day. `names` are the twelve names of the months.
    """
    found = evidence(timeline)
    sources = count_of(found.sources, "source")
    when = period((event.date for event in timeline.events if event.date is not UNDATED), names)
    known = f"as known by {display(parse(timeline.known_by), names=names)}" if timeline.known_by else ""
    facts = (number_of_events(timeline), when, sources, quotes_verified(found), known)
    return [fact for fact in facts if fact]
