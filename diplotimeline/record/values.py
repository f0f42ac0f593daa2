"""The record as frozen values. Each field is declared once: that gives its checks, its schema and the editor's texts.

A text that is absent is `""`, a list that is absent is `()`; only numbers, dates, places, counts and words can be None.
Values copy freely: `dataclasses.replace` checks the new one.
"""

from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

from diplotimeline.dates import EventDate
from diplotimeline.errors import FieldError
from diplotimeline.problems import Route
from diplotimeline.record import kinds, words
from diplotimeline.record.fields import Value, optional, required

SECTIONS = ("actors", "sources", "events")
HOURS = {"morning": ((0, 13),), "afternoon": ((11, 19),), "evening": ((15, 24),), "night": ((0, 10), (17, 24))}
"""The hours in which the clock times of a part of the day may lie."""
FOR_CURATORS = "For curators; never exported"
ACCEPTED = "Warnings that stand on purpose: the rule, and the reason; never exported"


class Origin(NamedTuple):
    """Where something is declared: the number of its file among those loaded, and the way to it in that file."""

    file: int = 0
    route: Route = ()

    def at(self, *steps: str | int) -> "Origin":
        """The way on from here, such as `("claims", 0, "quote")`."""
        return Origin(self.file, (*self.route, *steps))


def origin() -> Any:
    """A field for where a value is declared, which the loader sets; it does not count when values are compared."""
    return field(default=Origin(), repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Value):
    """Where an event happened; degrees are WGS 84."""

    called: ClassVar = "a place"
    name: str = required(kinds.LINE, "Name of the place; both names where the sides differ")
    country: str = optional(kinds.COUNTRY, "ISO 3166-1 alpha-3 code, such as NOR")
    lat: float | None = optional(kinds.DEGREES, "Degrees north, from -90 to 90", None, needs="lon")
    lon: float | None = optional(kinds.DEGREES, "Degrees east, from -180 to 180", None, needs="lat")
    precision: str | None = optional(kinds.Word("precision"), "How exactly the coordinates are meant", None)

    def check_together(self) -> None:
        """A place has both coordinates or neither, and they lie on the globe."""
        if (self.lat is None) != (self.lon is None):
            raise FieldError("bad-coordinates", "a place has both 'lat' and 'lon' or neither", "add the missing one")
        if self.lat is not None and self.lon is not None and (abs(self.lat) > 90 or abs(self.lon) > 180):
            help = "lat runs from -90 to 90, lon from -180 to 180: do they stand the wrong way round?"
            raise FieldError("bad-coordinates", f"{self.lat}, {self.lon} is no place on the globe", help)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Value):
    """An actor in an event and the part it had."""

    called: ClassVar = "a participant"
    who: str = required(kinds.REFERENCE, "Id of an actor")
    role: str = optional(kinds.Word("role"), "The part it had", "participant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Value):
    """A number of people; the bounds are inclusive, and None where no source gives one."""

    called: ClassVar = "a count"
    low: int | None = optional(kinds.WHOLE, "At least so many", None)
    best: int | None = optional(kinds.WHOLE, "The best estimate", None)
    high: int | None = optional(kinds.WHOLE, "At most so many", None)

    def check_together(self) -> None:
        """A count has a number, and its numbers stand in order."""
        known = [number for number in (self.low, self.best, self.high) if number is not None]
        if not known:
            help = "write {low: 3, high: 5}, or a number"
            raise FieldError("missing-key", "a count has 'low', 'best' or 'high'", help)
        if known != sorted(known):
            help = "'low' is at most 'best', 'best' is at most 'high'"
            raise FieldError("wrong-type", "the numbers of a count stand in the wrong order", help)

    def __str__(self) -> str:
        """`17`, `about 150`, `105–207`, `at least 7`, `at most 9`, `105–207 (best estimate 150)`."""
        if self.low is None and self.high is None:
            return f"about {self.best}"
        if self.low == self.high:
            return str(self.low)
        best = f" (best estimate {self.best})" if self.best is not None else ""
        if self.low is None or self.high is None:
            return (f"at most {self.high}" if self.low is None else f"at least {self.low}") + best
        return f"{self.low}–{self.high}{best}"


NUMBER_OF_PEOPLE = kinds.Counted(Count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties(Value):
    """What happened to the people of one side; without a side it is a total, or nobody knows whose they were."""

    called: ClassVar = "an entry of 'casualties'"
    who: str = optional(
        kinds.REFERENCE, "Id of the actor whose people they were; without it a total, or a side not known"
    )
    killed: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["killed"], None)
    injured: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["injured"], None)
    captured: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["captured"], None)
    released: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["released"], None)
    missing: Count | None = optional(NUMBER_OF_PEOPLE, words.TOLLS["missing"], None)

    @property
    def tolls(self) -> tuple[tuple[str, Count], ...]:
        """The counts that are given, with their names."""
        given = ((name, getattr(self, name)) for name in words.TOLLS)
        return tuple((name, count) for name, count in given if count is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Value):
    """How an event is related to another one."""

    called: ClassVar = "an entry of 'related'"
    event: str = required(kinds.REFERENCE, "Id of the other event")
    kind: str = required(kinds.Word("as"), "How this event is related to it", written_as="as")


PLACE, PARTICIPANTS = kinds.Group(Place, short="name"), kinds.Several(kinds.Group(Participant, short="who"))
CASUALTIES = kinds.Several(kinds.Group(Casualties))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Value):
    """What one source says of an event. Date, actors, place and casualties only where it differs."""

    called: ClassVar = "a claim"
    source: str = required(kinds.SOURCE, "Id of a source")
    quote: str = optional(kinds.TEXT, "The source's own words, verbatim; […] joins passages")
    stance: str = optional(kinds.Word("stance"), "Whether the source asserts, denies or doubts it", "asserts")
    according_to: tuple[str, ...] = optional(
        kinds.IDS, "Id of the actor whose words the source passes on, or a list", ()
    )
    date: EventDate | None = optional(kinds.DATE, "The date that this source gives, in EDTF", None)
    actors: tuple[Participant, ...] = optional(PARTICIPANTS, "The actors that this source names", ())
    place: Place | None = optional(PLACE, "The place that this source names", None)
    casualties: tuple[Casualties, ...] = optional(CASUALTIES, "The numbers that this source gives", ())
    note: str = optional(kinds.TEXT, FOR_CURATORS)

    def check_together(self) -> None:
        """The counts of a claim tell their sides apart."""
        check_sides(self.casualties)


CLAIMS = kinds.Several(kinds.Group(Claim))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Value):
    """One event. `claims` holds every claim, also the one that a file gives as `source` and `quote` of the event."""

    called: ClassVar = "an event"
    date: EventDate = required(kinds.DATE, "When, in EDTF: 2022-09-13, 2022-09, 2022-09-13/2022-09-14")
    title: str = required(kinds.LINE, "What happened, in one neutral line, present tense")
    claims: tuple[Claim, ...] = required(CLAIMS, "What each source says", short=("source", "quote"))
    type: str | None = optional(kinds.Word("type"), "Kind of event", None)
    actors: tuple[Participant, ...] = optional(PARTICIPANTS, "Ids of the actors, or {who: ID, role: ROLE}", ())
    place: Place | None = optional(PLACE, "Where: a name, or {name, country, lat, lon, precision}", None)
    status: str = optional(kinds.Word("status"), "How well it is established", "reported")
    part: str | None = optional(
        kinds.PartOfDay("part"), "Part of the day; night needs a two-day interval or a clock time", None, needs="date"
    )
    order: int | None = optional(kinds.ORDER, "Order among the events of its day; without it, 0", None)
    date_text: str = optional(kinds.LINE, "The words of the source for the date")
    summary: str = optional(kinds.TEXT, "Longer text, past tense")
    casualties: tuple[Casualties, ...] = optional(CASUALTIES, "Casualties by side", ())
    related: tuple[Relation, ...] = optional(kinds.Several(kinds.Group(Relation)), "Relations to other events", ())
    tags: tuple[str, ...] = optional(kinds.LINES, "Words to filter by", ())
    accepted: tuple[tuple[str, str], ...] = optional(kinds.NAMED, ACCEPTED, ())
    note: str = optional(kinds.TEXT, FOR_CURATORS)
    id: str = optional(kinds.ID, "Stable name of the event; made from date and title when missing")
    zone: str = field(default="", compare=False)  # the `timezone` of its file
    origin: Origin = origin()

    def check_together(self) -> None:
        """An event has a source, and a part of the day that its date can have."""
        check_declared(self)
        if self.zone and not (isinstance(self.zone, str) and kinds.ZONE.holds(self.zone)):
            raise kinds.ZONE.refuse(self.zone, "'zone'").of("zone")
        if not self.claims:
            help = "add 'source:' with the id of a source, or 'claims:'"
            raise FieldError("no-source", "this event has no source", help, "claims", at_key=True)
        check_sides(self.casualties)
        if self.part:
            check_part(self.part, self.date)


def check_declared(value: "Event | Declared") -> None:
    """Raises `FieldError` for an id that is no text, or a place of declaration that is none."""
    for name, kind in (("id", str), ("origin", Origin)):
        if not isinstance(getattr(value, name), kind):
            raise FieldError("wrong-type", f"'{name}' is of another type than {kind.__name__}", field=name)


def check_sides(casualties: tuple[Casualties, ...]) -> None:
    """Raises `FieldError` for an entry that says nothing, and for a second one without a side."""
    total = [one for one in casualties if not one.who]
    if len(total) > 1:
        help = "name their sides with 'who', or give one total"
        raise FieldError("wrong-type", f"{len(total)} entries of 'casualties' name no side", help, "casualties")
    if total and not total[0].tolls:
        help = f"add one of: {', '.join(words.TOLLS)}"
        raise FieldError("missing-key", "an entry of 'casualties' has neither 'who' nor a count", help, "casualties")


def check_part(part: str, when: EventDate) -> None:
    """Raises `FieldError` for a part that its date cannot have.

    A night has two days, the others one or a set; a clock time lies in the hours of the part.
    """
    one_day = when.earliest == when.latest or when.kind == "set"
    two_days = when.kind == "interval" and when.last_day - when.first_day == 1
    if when.clock:
        hours = when.clock.seconds / 3600
        if not any(first <= hours <= last for first, last in HOURS[part]):
            message = f"the clock time {when.edtf.partition('T')[2]} does not lie in the {part}"
            raise FieldError("bad-part", message, "correct the date, or delete 'part'", "part")
    elif part == "night" and not two_days:
        help = "write both days, such as 2022-09-12/2022-09-13"
        raise FieldError("bad-part", "a night lies in two days, the date does not", help, "part")
    if part != "night" and not one_day:
        message = f"the {part} is part of one day, the date is longer"
        raise FieldError("bad-part", message, "delete 'part'", "part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared(Value):
    """An entry of a register; in a file `id` is its name."""

    id: str = ""
    origin: Origin = origin()

    def check_together(self) -> None:
        """It has an id and a place of declaration, empty or not."""
        check_declared(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Declared):
    """Someone who acts or speaks: a state, a body, a force, a person.

    In a file `id` is the name of the entry.
    """

    called: ClassVar = "an actor"
    name: str = required(kinds.LINE, "Name as printed")
    kind: str | None = optional(kinds.Word("kind"), "Kind of actor", None)
    of: tuple[str, ...] = optional(
        kinds.IDS, "Id of the actor it belongs to, or a list: a filter for a state also finds its people", ()
    )
    aliases: tuple[str, ...] = optional(kinds.LINES, "Other names, for filters and for finding it in texts", ())
    office: str = optional(kinds.LINE, "Office held at the time")
    iso: str = optional(kinds.COUNTRY, "ISO 3166-1 alpha-3 code of a state, such as NOR")
    wikidata: str = optional(kinds.WIKIDATA, "Wikidata item, such as Q399")
    accepted: tuple[tuple[str, str], ...] = optional(kinds.NAMED, ACCEPTED, ())
    note: str = optional(kinds.TEXT, FOR_CURATORS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Declared):
    """A citation: who said or published something, when and where.

    In a file `id` is the name of the entry.
    """

    called: ClassVar = "a source"
    title: str = required(kinds.LINE, "Title of the document")
    speaker: tuple[str, ...] = optional(kinds.IDS, "Id of the actor whose words they are, or a list", ())
    publisher: str = optional(kinds.LINE, "Who published it")
    issued: EventDate | None = optional(kinds.DATE, "Day the words were spoken or published, in EDTF", None)
    accessed: EventDate | None = optional(kinds.DATE, "Day it was last seen at its address, in EDTF", None)
    language: str = optional(kinds.LANGUAGE, "Language of the text, such as en or fr")
    url: str = optional(kinds.ADDRESS, "Address")
    archive_url: str = optional(kinds.ADDRESS, "Address of an archived copy")
    file: str = optional(kinds.LINE, "The archived text, relative to this file")
    sha256: str = optional(kinds.SHA256, "Pin of the archived text: its SHA-256 in hexadecimal")
    type: str = optional(kinds.LINE, "Kind of document")
    venue: str = optional(kinds.LINE, "Where the words were spoken")
    version_of: str = optional(kinds.REFERENCE, "Id of the source that this is a version of")
    version: str | None = optional(kinds.Word("version"), "Which version of the words this is", None)
    accepted: tuple[tuple[str, str], ...] = optional(kinds.NAMED, ACCEPTED, ())
    note: str = optional(kinds.TEXT, FOR_CURATORS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Value):
    """What a file says of itself."""

    called: ClassVar = "a timeline"
    title: str = optional(kinds.LINE, "Title of the chronology")
    summary: str = optional(kinds.TEXT, "Scope, revision date and place-name policy, in one paragraph")
    timezone: str = optional(kinds.ZONE, "Zone of clock times without offset, such as Asia/Yerevan")
    include: tuple[str, ...] = optional(kinds.LINES, "Files to read as well, relative to this one", ())
