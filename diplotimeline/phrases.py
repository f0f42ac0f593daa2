"""The tool's own words about the record, shared by everything that prints it: neutral, and nobody is accused.

Said, denied, doubted, according to. Who began is only ever what a named source says.
"""

from collections.abc import Iterable, Mapping

from diplotimeline.dates import MONTH_NAMES, MONTHS, EventDate, display, parse, period
from diplotimeline.record.casualties import Casualties
from diplotimeline.record.chronology import UNDATED, Timeline, parted, perhaps
from diplotimeline.record.evidence import VERIFIED, Evidence, evidence
from diplotimeline.record.named import Pairs
from diplotimeline.record.values import Claim, Event, Participant, Place, Source, Translation

STANCE_WORDS = {"denies": "denied this", "doubts": "doubted this"}
TOLL_WORDS = {"captured": "taken prisoner"}
AROUND = {"exact": "", "near": "near ", "admin2": "district around ", "admin1": "province around ",
          "region": "area around ", "country": "country around "}  # fmt: skip
# How a date goes on behind a verb, by the word that it begins with; every other is one to which something is dated.
DATED = {
    "since": "said that it has lasted", "until": "said that it lasted", "from": "said that it lasted",
    "on": "dated it", "in": "dated it", "between": "dated it",
}  # fmt: skip
DOUBTS = {"start": "no first day is known", "end": "no last day is known", "approximate": "the date is approximate"}


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


def people_of(timeline: Timeline, participants: Iterable[Participant]) -> list[str]:
    """The names, each with the part where it is not plain."""
    return [
        timeline.name(one.who) + ("" if one.role == "participant" else f" ({words(one.role)})") for one in participants
    ]


def toll(timeline: Timeline, casualties: Iterable[Casualties]) -> str:
    """`Armenian Armed Forces: 105–207 killed; 14 missing`: people by side, with their range; a total without a side."""
    return "; ".join(f"{timeline.name(side.who)}: {counts(side)}" if side.who else counts(side) for side in casualties)


def counts(side: Casualties) -> str:
    """`3 killed and 5 taken prisoner`: the people of one side."""
    return listed(f"{count} {TOLL_WORDS.get(name, name)}" for name, count in side.tolls)


def whereabouts(place: Place) -> str:
    """`Geneva, CHE (near 46.204° N, 6.143° E)`: the name, and what else is given."""
    name = ", ".join(filter(None, (place.name, place.country)))
    if place.lat is None or place.lon is None:
        return f"{name} (precision: {place.precision})" if place.precision else name
    return f"{name} ({AROUND.get(place.precision or '', '')}{_degrees(place.lat, 'NS')}, {_degrees(place.lon, 'EW')})"


def _degrees(value: float, sides: str) -> str:
    return f"{abs(value):.6f}".rstrip("0").rstrip(".") + f"° {sides[value < 0]}"


def listed(texts: Iterable[str]) -> str:
    """`Ardelia`, `Ardelia and Tavoria`, `Ardelia, Tavoria and Norland`."""
    *first, last = texts
    return f"{', '.join(first)} and {last}" if first else last


def named(timeline: Timeline, voices: Iterable[str]) -> str:
    """`Ardelia`, `Ardelia and Tavoria`, `Ardelia, Tavoria and Norland`: the names of those who speak as one."""
    return listed(map(timeline.name, voices))


def speaker_of(timeline: Timeline, source: Source) -> str:
    """Who speaks in a source: its speakers, else its author and its publisher, else nobody."""
    written = ", ".join(filter(None, (source.author, source.publisher)))
    return named(timeline, source.speaker) if source.speaker else written


def citation(timeline: Timeline, source: Source) -> str:
    """`Michael Carpenter, On the latest developments …, 6 Oct 2022 (retranslation)`."""
    parts = (speaker_of(timeline, source), source.title, display(source.issued) if source.issued else "")
    return ", ".join(filter(None, parts)) + (f" ({source.version})" if source.version else "")


def particulars(source: Source, speaker: str) -> list[str]:
    """What a citation does not say of a source: author and publisher where another speaks, venue, kind, language,
    when it was seen, its ids in other databases.
    """
    given = (
        f"author: {source.author}" if source.speaker and source.author not in ("", speaker) else "",
        source.publisher if source.speaker and source.publisher != speaker else "",
        source.venue,
        source.type,
        f"language: {source.language}" if source.language else "",
        f"seen {display(source.accessed)}" if source.accessed else "",
        labelled(source.identifiers),
    )
    return [text for text in given if text]


def voice_name(timeline: Timeline, claim: Claim) -> str:
    """The name of who says what a claim says; the title of the source when it names nobody."""
    voices, source = timeline.voices(claim), timeline.sources.get(claim.source)
    if voices:
        return named(timeline, voices)
    return (source.publisher or source.author or source.title) if source else claim.source


def passed_on(timeline: Timeline, claim: Claim) -> str:
    """`According to The Host` where the source passes on the words of another; empty where they are its own."""
    return f"According to {named(timeline, claim.according_to)}" if claim.according_to else ""


def quoted_voice(timeline: Timeline, claim: Claim) -> str:
    """Whose words a quote is, `According to The Host` where the source passes on those of another."""
    return passed_on(timeline, claim) or voice_name(timeline, claim)


def details(timeline: Timeline, claim: Claim) -> list[str]:
    """What this source gives differently from the event, as it did so: `dated it to 6 October 2022`."""
    parts = (
        _dated(claim.date) if claim.date else "",
        f"named {listed(people_of(timeline, claim.actors))}" if claim.actors else "",
        f"gave the place as {whereabouts(claim.place)}" if claim.place else "",
        f"spoke of {'; '.join(_with_side(timeline, side) for side in claim.casualties)}" if claim.casualties else "",
    )
    return [part for part in parts if part]


def _dated(when: EventDate) -> str:
    words = display(when, names=MONTH_NAMES)
    verb = DATED.get(words.partition(" ")[0], "dated it to")
    return f"{verb} {words.replace('c. ', 'about ')}"


def _with_side(timeline: Timeline, side: Casualties) -> str:
    return f"{counts(side)} ({timeline.name(side.who)})" if side.who else counts(side)


def statement(timeline: Timeline, claim: Claim) -> str:
    """A claim as a sentence, without its quote: `Ministry of Defence of Tavoria dated it to 13 September 2022.`

    Empty for a claim that only asserts the event as it stands.
    """
    differs = claim.date or claim.actors or claim.place or claim.casualties
    if not differs and claim.stance == "asserts":
        return ""
    stance = STANCE_WORDS.get(claim.stance)
    told = [*([stance] if stance else []), *(details(timeline, claim) if differs else [])]
    source = timeline.sources.get(claim.source)
    nobody = source and not timeline.voices(claim) and not (source.publisher or source.author)
    name = f"The source “{voice_name(timeline, claim)}”" if nobody else voice_name(timeline, claim)
    return f"{name} {_chained(told)}".removesuffix(".") + "."


def _chained(verbs: list[str]) -> str:
    """`denied this`, `dated it to May 2022 and named Ardelia`; behind a list of names `, and` keeps the verbs apart."""
    *first, last = verbs
    return f"{', '.join(first)}, and {last}" if first else last


def supporters(timeline: Timeline, event: Event) -> list[tuple[str, Claim]]:
    """Who else says so, with neither quote nor details: the name and the claim."""
    return [
        (voice_name(timeline, claim), claim)
        for claim in event.claims
        if not claim.quote and not statement(timeline, claim)
    ]


def why_perhaps(timeline: Timeline, event: Event) -> str:
    """Why an event lies only perhaps in the range that was asked for; empty for one that has its place there."""
    reason = perhaps(timeline, event) if event.date is not UNDATED else None
    if isinstance(reason, Claim):
        when = f": {display(reason.date)}" if reason.date else ""
        return f"only by the date of {voice_name(timeline, reason)}{when}"
    return DOUBTS[reason] if reason else ""


def number_of_events(timeline: Timeline) -> str:
    """`12 events`, `12 events (2 perhaps in this range)`."""
    doubtful = len(parted(timeline)[1]) if timeline.ranges else 0
    return count_of(len(timeline.events), "event") + (f" ({doubtful:,} perhaps in this range)" if doubtful else "")


def time_zone(event: Event) -> str:
    """`clock time of Asia/Yerevan`: the zone of the event's file, where a clock time is written without an offset."""
    dates = (event.date, *(claim.date for claim in event.claims))
    return f"clock time of {event.zone}" if event.zone and any(when and when.floating for when in dates) else ""


def time_zones(timeline: Timeline) -> str:
    """`time zone Asia/Yerevan`: those of the files in which clock times are written, also with an offset."""
    clocked = (
        event
        for event in timeline.events
        if event.zone and any(when and when.clock for when in (event.date, *(claim.date for claim in event.claims)))
    )
    zones = dict.fromkeys(event.zone for event in clocked)
    return f"{plural(len(zones), 'time zone')} {', '.join(zones)}" if zones else ""


def relations(event: Event, titles: Mapping[str, str], left_out: Mapping[str, Event]) -> list[str]:
    """The relations of an event to others in words, such as `Part of: Two days of fighting`.

    `titles` are those of the events that are shown, by id; `left_out` are others.
    """
    titles = {**{id: f"{other.title} (not in this selection)" for id, other in left_out.items()}, **titles}
    return [
        f"{words(one.kind).capitalize()}: " + (titles.get(one.event) or f"{one.event} (not in this selection)")
        for one in event.related
    ]


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


def translation_label(one: Translation) -> str:
    """What marks a translation: `Translation (en)`."""
    return "Translation" + (f" ({one.language})" if one.language else "")


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
