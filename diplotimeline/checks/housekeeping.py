"""Rules on what a careful editor would ask about: unused names, missing dates and quotes, doubles, odd characters."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from diplotimeline.characters import located
from diplotimeline.checks.ids import Names, Reference, actors_named, sources_named
from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.problems import TODO, TODO_WORDS, Finding, Span
from diplotimeline.record.kinds import PLACEHOLDER
from diplotimeline.record.values import Actor, Source

MARKS = re.compile("[\u200e\u200f\u061c]")
OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


Declared = TypeVar("Declared", Actor, Source)


def _unused(record: Record, declared: Mapping[str, Declared], references: Iterable[Reference]) -> Iterator[Declared]:
    """What a file with events declares and nothing refers to; nothing while a reference may be hidden by a mistake."""
    if record.timeline.problems:
        return
    unused = Names(declared, references).unused
    files = {event.origin.file for event in record.events}
    yield from (one for one in declared.values() if one.id in unused and one.origin.file in files)


@rule("unused-actor")
def unused_actor(record: Record) -> Iterator[Finding]:
    """
    An actor is declared and never named.

    Why: it is a left-over, or its id is mistyped somewhere. Files without events of their own are shared registers,
    which may hold more than one timeline needs.

    Wrong:
        actors: {osce: {name: OSCE}}        # and no event, source or actor names osce
    Right:
        events: [{…, actors: [osce]}]
    """
    for actor in _unused(record, record.timeline.actors, actors_named(record.timeline, record.events)):
        message = f"actor '{actor.id}' is declared but never named"
        yield found(actor.origin, message, "delete it, or name it where it belongs", at_key=True)


@rule("unused-source")
def unused_source(record: Record) -> Iterator[Finding]:
    """
    A source is declared and never cited.

    Why: it is a left-over, or an event lacks its citation. Files without events of their own are shared registers.

    Wrong:
        sources: {readout: {title: Readout}}        # and no event cites readout
    Right:
        events: [{…, source: readout}]
    """
    for source in _unused(record, record.timeline.sources, sources_named(record.timeline, record.events)):
        message = f"source '{source.id}' is declared but never cited"
        yield found(source.origin, message, "delete it, or cite it where it belongs", at_key=True)


@rule("source-undated")
def source_undated(record: Record) -> Iterator[Finding]:
    """
    A source has no date.

    Why: a relative date such as "last week" cannot be understood, and nobody can see what the source could know yet.
    A bound is enough.

    Wrong:
        readout: {title: Readout of the call}
    Right:
        readout: {title: Readout of the call, issued: "[2022-10-04..]"}
    """
    for source in record.timeline.sources.values():
        if source.issued is None:
            help = "add 'issued:'; a bound such as \"[2022-10-04..]\" will do"
            yield found(source.origin, f"source '{source.id}' has no date", help, at_key=True)


@rule("no-quote")
def no_quote(record: Record) -> Iterator[Finding]:
    """
    No claim of an event quotes its source.

    Why: without the words of a source the event cannot be checked by machine, only by reading the source.

    Wrong:
        source: carpenter-2022-10-06
    Right:
        source: carpenter-2022-10-06
        quote: On October 4, Secretary of State Blinken had a trilateral conversation
    """
    for event in record.timeline.events:
        if not any(claim.quote for claim in event.claims):
            message = "no source of this event is quoted"
            yield found(event.origin.at("claims", 0, "source"), message, "add 'quote:' with its own words")


@rule("duplicate-event")
def duplicate_event(record: Record) -> Iterator[Finding]:
    """
    Two events look like one: the same date and title, or the same date, type, actors and quote.

    Why: a double is counted twice. Two accounts of one event are two claims of it.

    Wrong:
        - {date: 2022-10-04, title: Call, source: a}
        - {date: 2022-10-04, title: Call, source: b}
    Right:
        - {date: 2022-10-04, title: Call, claims: [{source: a}, {source: b}]}
    """
    first: dict[tuple[object, ...], str] = {}
    for event in sorted(record.timeline.events, key=lambda one: one.origin):
        keys: list[tuple[object, ...]] = [(event.date.edtf, event.title.casefold())]
        quotes = tuple(claim.quote for claim in event.claims if claim.quote)
        if quotes and event.type:
            keys.append((event.date.edtf, event.type, frozenset(one.who for one in event.actors), quotes))
        double = next((first[key] for key in keys if key in first), None)
        if double is not None:
            message = f"this looks like the event '{double}' once more"
            yield found(event.origin.at("title"), message, "make it one event with two claims, or tell them apart")
        for key in keys:
            first.setdefault(key, event.id or event.title)


@rule("same-name")
def same_name(record: Record) -> Iterator[Finding]:
    """
    Two actors have the same name.

    Why: readers see names, not ids, and could not tell whose ministry of defence said what.

    Wrong:
        actors: {arm-mod: {name: Ministry of Defence}, aze-mod: {name: Ministry of Defence}}
    Right:
        actors: {arm-mod: {name: Ministry of Defence of Armenia}, aze-mod: {name: Ministry of Defence of Azerbaijan}}
    """
    namesakes: dict[str, list[Actor]] = {}
    for actor in record.timeline.actors.values():
        namesakes.setdefault(actor.name.casefold(), []).append(actor)
    namesakes.pop(PLACEHOLDER, None)
    for several in namesakes.values():
        for one, other in zip(several, [*several[1:], several[0]], strict=True):
            if one is not other:
                message = f"actor '{other.id}' has the same name"
                yield found(one.origin.at("name"), message, "say in the name which one it is, such as 'of Armenia'")


@rule("http-url")
def http_url(record: Record) -> Iterator[Finding]:
    """
    An address begins with `http:`.

    Why: what comes over an unprotected line can be changed on the way.

    Wrong:
        url: http://example.org/readout
    Right:
        url: https://example.org/readout
    """
    for source in record.timeline.sources.values():
        for name, address in (("url", source.url), ("archive_url", source.archive_url)):
            if address.lower().startswith("http:"):
                yield found(source.origin.at(name), "the address is not protected", "write https: if the site has it")


@rule("cut-by-comment")
def cut_by_comment(record: Record) -> Iterator[Finding]:
    """
    An unquoted text ends where ` #` and a word follow: the rest of the line is a comment.

    Why: "Call #2" would be recorded as "Call". A comment has a blank behind its `#`.

    Wrong:
        title: Call #2 between the ministers
    Right:
        title: "Call #2 between the ministers"
    """
    from diplotimeline.reading.positions import texts_cut  # a warning, which most commands do not look for

    for number, file in enumerate(record.timeline.report.files):
        for span in texts_cut(file.data):
            help = "put the text in quotation marks, or a blank behind '#' if it is a comment"
            yield Finding("", "the text ends here: '#' begins a comment", help, span=span, file=number)


@rule("bidi-control")
def bidi_control(record: Record) -> Iterator[Finding]:
    """
    A direction mark stands in a text that is written from left to right, or an archived text has overrides.

    Why: such characters are invisible and can make a line look different from what it says. Arabic, Hebrew and
    Persian need direction marks; other texts do not.

    Wrong:
        title: Talks in<U+200F> Vienna
    Right:
        title: Talks in Vienna
    """
    for number, file in enumerate(record.timeline.report.files):
        text = "" if file.data.isascii() else file.data.decode(errors="replace")
        for line_number, line in enumerate(text.split("\n") if MARKS.search(text) else (), start=1):
            mark = MARKS.search(line)
            if mark and not any(unicodedata.bidirectional(char) in ("R", "AL") for char in MARKS.sub("", line)):
                span = Span(line_number, mark.start() + 1, line_number, mark.start() + 2)
                message = f"the invisible direction mark U+{ord(mark[0]):04X} stands in this line"
                yield Finding("", message, "delete it", span=span, file=number)
    texts = {kept.text for kept in record.timeline.archive.values() if kept.text}
    overridden = {text for text in texts if OVERRIDES.search(text)}  # many sources may name one large text
    for source in record.timeline.sources.values() if overridden else ():
        kept = record.timeline.archive.get(source.id)
        if kept and kept.text in overridden:
            message = f"the archived text '{source.file}' has characters that change the direction of writing"
            yield found(source.origin.at("file"), message, "read it in an editor that shows them")


@rule("todo-left")
def todo_left(record: Record) -> Iterator[Finding]:
    """
    A TODO is left, in a value or in a comment.

    Why: a draft marks with TODO what a person has to decide; until then the event is a guess.

    Wrong:
        type: TODO
    Right:
        type: meeting
    """
    known = {(problem.file, problem.line) for problem in record.timeline.problems if problem.rule == "todo-left"}
    for number, file in enumerate(record.timeline.report.files):
        text = file.data.decode(errors="replace") if b"TODO" in file.data else ""
        for match, line, column in located(TODO, text):
            if (number, line) not in known:
                span = Span(line, column, line, column + len(match[0]))
                yield Finding("", *TODO_WORDS, span=span, file=number)
