"""The record as frozen values. One declaration gives the values, the validation of a file and its schema.

Every text field that is absent is `""`, every list that is absent is `()`; only numbers, places and counts can be
None. Dates are `EventDate`.
"""

from dataclasses import dataclass as plain_dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, WrapValidator
from pydantic.dataclasses import dataclass

from diplotimeline.dates import EventDate
from diplotimeline.problems import Route
from diplotimeline.record.fields import (
    TOLLS,
    ActorKind,
    Country,
    Date,
    DayPart,
    Degrees,
    EventType,
    Identifier,
    Language,
    Line,
    Part,
    PlacePrecision,
    RelationKind,
    Role,
    Sha256,
    Stance,
    Status,
    Text,
    Version,
    WebAddress,
    WholeNumber,
    WikidataItem,
    Zone,
    bounds_of,
    mistake,
    short,
    whole_number,
)

# Validators are built when first used: a run needs four of these classes, and building all costs 40 ms.
SECTIONS = ("actors", "sources", "events")
FORM = ConfigDict(extra="forbid", defer_build=True)


def option(description: str, default: Any = "") -> Any:
    """A field that may be left out; the description is what an editor shows."""
    return Field(default=default, description=description)


# --- values --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, config=FORM)
class Place:
    """Where an event happened; degrees are WGS 84."""

    name: Line = Field(description="Name of the place; both names where the sides differ")
    country: Country = option("ISO 3166-1 alpha-3 code, such as NOR")
    lat: Degrees | None = option("Degrees north, from -90 to 90", None)
    lon: Degrees | None = option("Degrees east, from -180 to 180", None)
    precision: PlacePrecision | None = option("How exactly the coordinates are meant", None)

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            raise mistake("bad-coordinates", "a place has both 'lat' and 'lon' or neither", "add the missing one")
        if self.lat is not None and self.lon is not None and (abs(self.lat) > 90 or abs(self.lon) > 180):
            help = "lat runs from -90 to 90, lon from -180 to 180: do they stand the wrong way round?"
            raise mistake("bad-coordinates", f"{self.lat}, {self.lon} is no place on the globe", help)


@dataclass(frozen=True, slots=True, kw_only=True, config=FORM)
class Participant:
    """An actor in an event and the part it had."""

    who: Line = Field(description="Id of an actor")
    role: Role = option("The part it had", "participant")


@dataclass(frozen=True, slots=True, kw_only=True, config=FORM)
class Count:
    """A number of people; the bounds are inclusive, and None where no source gives one."""

    low: WholeNumber | None = option("At least so many", None)
    best: WholeNumber | None = option("The best estimate", None)
    high: WholeNumber | None = option("At most so many", None)

    def __post_init__(self) -> None:
        known = [number for number in (self.low, self.best, self.high) if number is not None]
        if not known:
            raise mistake("missing-key", "a count has 'low', 'best' or 'high'", "write {low: 3, high: 5}, or a number")
        if known != sorted(known):
            help = "'low' is at most 'best', 'best' is at most 'high'"
            raise mistake("wrong-type", "the numbers of a count stand in the wrong order", help)

    def __str__(self) -> str:
        """`17`, `105–207`, `at least 7`, `at most 9`, `105–207 (best estimate 150)`."""
        if self.low is None and self.high is None:
            return str(self.best)
        if self.low == self.high:
            return str(self.low)
        best = f" (best estimate {self.best})" if self.best is not None else ""
        if self.low is None or self.high is None:
            return (f"at most {self.high}" if self.low is None else f"at least {self.low}") + best
        return f"{self.low}–{self.high}{best}"


def _count(value: Any) -> Any:
    """A whole number is a count whose bounds are equal."""
    if isinstance(value, (dict, Count)):
        return value
    bounds = bounds_of(value) if isinstance(value, str) else ""
    if bounds:
        raise mistake("wrong-type", f"{value!r} is not a whole number", f"write {bounds}")
    number = whole_number(value)
    return {"low": number, "high": number}


Toll = Annotated[Count, BeforeValidator(_count, json_schema_input_type=int | Count)]


@dataclass(frozen=True, slots=True, kw_only=True, config=FORM)
class Casualties:
    """What happened to the people of one side."""

    who: Line = Field(description="Id of the actor whose people they were")
    killed: Toll | None = option("How many were killed", None)
    injured: Toll | None = option("How many were injured", None)
    captured: Toll | None = option("How many were captured", None)
    released: Toll | None = option("How many were released", None)
    missing: Toll | None = option("How many are missing", None)

    @property
    def tolls(self) -> tuple[tuple[str, Count], ...]:
        """The counts that are given, with their names."""
        given = ((name, getattr(self, name)) for name in TOLLS)
        return tuple((name, count) for name, count in given if count is not None)


@dataclass(frozen=True, slots=True, kw_only=True, config=FORM)
class Relation:
    """How an event is tied to another one."""

    event: Line = Field(description="Id of the other event")
    kind: RelationKind = Field(alias="as", description="How this event is tied to it")


Where = Annotated[Place, WrapValidator(short("name"), json_schema_input_type=str | Place)]
Who = Annotated[Participant, WrapValidator(short("who"), json_schema_input_type=str | Participant)]


@dataclass(frozen=True, slots=True, kw_only=True, config=FORM)
class Claim:
    """What one source says of an event. The fields from `date` on are given where this source differs."""

    source: Line = Field(description="Id of a source")
    quote: Text = option("The source's own words, verbatim; […] joins passages")
    stance: Stance = option("Whether the source asserts, denies or doubts it", "asserts")
    according_to: Line = option("Id of the actor whose words the source passes on")
    date: Date | None = option("The date that this source gives, in EDTF", None)
    actors: tuple[Who, ...] = option("The actors that this source names", ())
    place: Where | None = option("The place that this source names", None)
    casualties: tuple[Casualties, ...] = option("The numbers that this source gives", ())
    note: Text = option("For curators; never exported")


@dataclass(frozen=True, slots=True, kw_only=True, config=FORM)
class Event:
    """One event. `claims` holds every claim, also the one written short as `source` and `quote`."""

    date: Date = Field(description="When, in EDTF: 2022-09-13, 2022-09, 2022-09-13/2022-09-14")
    title: Line = Field(description="What happened, in one neutral line, present tense")
    source: Line = option("Id of the source, short for a single claim")
    quote: Text = option("The source's own words, verbatim, short for a single claim")
    claims: tuple[Claim, ...] = option("What each source says", ())
    type: EventType | None = option("Kind of event", None)
    actors: tuple[Who, ...] = option("Ids of the actors, or {who: ID, role: ROLE}", ())
    place: Where | None = option("Where: a name, or {name, country, lat, lon, precision}", None)
    status: Status = option("How well it is established", "reported")
    part: DayPart | None = option("Part of the day; night needs a two-day interval", None)
    date_text: Line = option("The words of the source for the date")
    summary: Text = option("Longer text, past tense")
    casualties: tuple[Casualties, ...] = option("Casualties by side", ())
    related: tuple[Relation, ...] = option("Ties to other events", ())
    tags: tuple[Line, ...] = option("Words to filter by", ())
    note: Text = option("For curators; never exported")
    id: Identifier = option("Stable name of the event; made from date and title when missing")
    origin: tuple[int, int] = field(default=(0, 0), init=False, repr=False, compare=False)
    """Number of the file and of the event in it, set by the loader."""

    def __post_init__(self) -> None:
        if self.claims and (self.source or self.quote):
            help = "move 'source' and 'quote' into the list of claims"
            raise mistake("no-source", "an event has either 'source' or 'claims', not both", help)
        if not self.claims and not self.source:
            help = "add 'source:' with the id of a source, or 'claims:'"
            raise mistake("no-source", "this event has no source", help)
        if self.part:
            check_part(self.part, self.date)
        if self.source:
            object.__setattr__(self, "claims", (short_claim(self.source, self.quote),))

    def claim_route(self, number: int) -> Route:
        """The way from the event to its claim of this number, in the file."""
        return () if self.source else ("claims", number)


# What sets each part of a claim, and what stands there when nothing is written.
_PARTS = {name: (getattr(Claim, name).__set__, one.default) for name, one in Claim.__pydantic_fields__.items()}  # type: ignore[attr-defined]


def short_claim(source: str, quote: str) -> Claim:
    """The claim of an event written short. Its texts were read as the event's: to validate them twice costs a tenth."""
    claim = object.__new__(Claim)
    for put, default in _PARTS.values():
        put(claim, default)
    _PARTS["source"][0](claim, source)
    _PARTS["quote"][0](claim, quote)
    return claim


def check_part(part: Part, when: EventDate) -> None:
    """Raises the mistake when a date has no such part: a night lies in two days, the others in one."""
    one_day = when.earliest == when.latest or when.kind == "set"
    two_days = when.kind == "interval" and when.last_day - when.first_day == 1
    if part == "night" and not two_days:
        help = "write both days, such as 2022-09-12/2022-09-13"
        raise mistake("bad-part", "a night lies in two days, the date does not", help)
    if part != "night" and not one_day:
        raise mistake("bad-part", f"the {part} is part of one day, the date is longer", "delete 'part'")


@dataclass(frozen=True, slots=True, kw_only=True, config=FORM)
class Actor:
    """Someone who acts or speaks: a state, a body, a force, a person."""

    name: Line = Field(description="Name as printed")
    kind: ActorKind | None = option("Kind of actor", None)
    of: Line = option("Id of the actor it belongs to: a filter for a state also finds its people")
    aliases: tuple[Line, ...] = option("Other names, for filters and for finding it in texts", ())
    office: Line = option("Office held at the time")
    iso: Country = option("ISO 3166-1 alpha-3 code of a state, such as NOR")
    wikidata: WikidataItem = option("Wikidata item, such as Q399")
    note: Text = option("For curators; never exported")
    id: str = field(default="", init=False)
    origin: int = field(default=0, init=False, repr=False, compare=False)
    """Its name in the file and the number of the file, set by the loader."""


@dataclass(frozen=True, slots=True, kw_only=True, config=FORM)
class Source:
    """A citation: who said or published something, when and where."""

    title: Line = Field(description="Title of the document")
    speaker: Line = option("Id of the actor whose words they are")
    publisher: Line = option("Who published it")
    issued: Date | None = option("Day the words were spoken or published, in EDTF", None)
    accessed: Date | None = option("Day it was last seen at its address, in EDTF", None)
    language: Language = option("Language of the text, such as en or fr")
    url: WebAddress = option("Address")
    archive_url: WebAddress = option("Address of an archived copy")
    file: Line = option("The archived text, relative to this file")
    sha256: Sha256 = option("Pin of the archived text: its SHA-256 in hexadecimal")
    type: Line = option("Kind of document")
    venue: Line = option("Where the words were spoken")
    version_of: Line = option("Id of the source that this is a version of")
    version: Version | None = option("Which version of the words this is", None)
    note: Text = option("For curators; never exported")
    id: str = field(default="", init=False)
    origin: int = field(default=0, init=False, repr=False, compare=False)
    """Its name in the file and the number of the file, set by the loader."""


@dataclass(frozen=True, slots=True, kw_only=True, config=FORM)
class Header:
    """What a file says of itself."""

    title: Line = option("Title of the chronology")
    summary: Text = option("Scope, revision date and place-name policy, in one paragraph")
    timezone: Zone = option("Zone of clock times without offset, such as Asia/Yerevan")
    include: tuple[Line, ...] = option("Files to read as well, relative to this one", ())


@plain_dataclass(frozen=True, slots=True)
class TimelineFile:
    """A file as it was read: its path as given, its bytes, and the folder that its own paths are relative to."""

    path: str
    data: bytes = field(repr=False)
    folder: Path


@plain_dataclass(frozen=True, slots=True)
class Archived:
    """The archived text of a source; or, with the name of a rule, why it cannot be relied on."""

    text: str | None
    rule: str = ""
    message: str = ""
    help: str = ""
