"""The record as frozen values. Each field is declared once: that gives its checks, its schema and the editor's texts.

A text that is absent is `""`, a list that is absent is `()`; only numbers, dates, places, counts and words can be None.
Values copy freely: `dataclasses.replace` checks the new one.
"""

from dataclasses import field
from typing import Any, ClassVar, NamedTuple

from diplotimeline.dates import EventDate
from diplotimeline.errors import FieldError
from diplotimeline.problems import Route
from diplotimeline.record import groups, kinds
from diplotimeline.record.casualties import CASUALTIES, Casualties, check_sides
from diplotimeline.record.fields import Value, optional, required, value_class
from diplotimeline.record.named import EXTRA, IDENTIFIERS, REASONS, Pairs

SECTIONS = ("actors", "sources", "events")
KEYS = ("title", "summary", "timezone", "include", *SECTIONS)
"""The keys of a file of a timeline."""
HOURS = {"morning": ((0, 13),), "afternoon": ((11, 19),), "evening": ((15, 24),), "night": ((0, 10), (17, 24))}
"""The hours in which the clock times of a part of the day may lie."""
FOR_CURATORS = "For curators; never exported"
OTHER_DATABASES = "Ids in other databases, such as {ucdp: 376126}"
OWN_FIELDS = "Fields of one's own, such as {direction: escalating}; never interpreted"
DRAFT = "Not yet: withheld from views and exports unless --drafts asks for it"
PRIVATE = "Not for all: withheld from views and exports unless --private asks for it"
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


@value_class
class Place(Value):
    """Where an event happened; degrees are WGS 84."""

    called: ClassVar = "a place"
    name: str = required(kinds.LINE, "Name of the place; both names where the sides differ")
    country: str = optional(kinds.COUNTRY, "ISO 3166-1 alpha-3 code, such as NOR")
    lat: float | None = optional(kinds.DEGREES, "Degrees north, from -90 to 90", None, needs="lon")
    lon: float | None = optional(kinds.DEGREES, "Degrees east, from -180 to 180", None, needs="lat")
    precision: str | None = optional(kinds.Word("precision"), "How exactly the coordinates are meant", None)
    private: bool = optional(kinds.FLAG, f"{PRIVATE}: the coordinates and their precision", default=False)

    def check_together(self) -> None:
        """A place has both coordinates or neither, and they lie on the globe."""
        if (self.lat is None) != (self.lon is None):
            raise FieldError("bad-coordinates", "a place has both 'lat' and 'lon' or neither", "add the missing one")
        if self.lat is not None and self.lon is not None and (abs(self.lat) > 90 or abs(self.lon) > 180):
            help = "lat runs from -90 to 90, lon from -180 to 180: do they stand the wrong way round?"
            raise FieldError("bad-coordinates", f"{self.lat}, {self.lon} is no place on the globe", help)


@value_class
class Participant(Value):
    """An actor in an event and the part it had."""

    called: ClassVar = "a participant"
    who: str = required(kinds.ACTOR, "Id of an actor")
    role: str = optional(kinds.Word("role"), "The part it had", "participant")


@value_class
class Relation(Value):
    """How an event is related to another one."""

    called: ClassVar = "an entry of 'related'"
    event: str = required(kinds.EVENT, "Id of the other event")
    kind: str = required(kinds.Word("as"), "How this event is related to it", written_as="as")


@value_class
class Translation(Value):
    """A quote in another language; only the original is looked for in the archived text."""

    called: ClassVar = "a translation"
    text: str = required(kinds.TEXT, "The quote in another language")
    language: str = optional(kinds.LANGUAGE, "Language of the translation, such as en or fr")


TRANSLATION = groups.Group(Translation, short="text", written=kinds.TEXT)
PLACE = groups.Group(Place, short="name")
PARTICIPANTS = groups.Several(groups.Group(Participant, short="who", written=kinds.ACTOR))


@value_class
class Claim(Value):
    """What one source says of an event. Date, actors, place and casualties only where it differs."""

    called: ClassVar = "a claim"
    source: str = required(kinds.SOURCE, "Id of a source")
    quote: str = optional(kinds.TEXT, "The source's own words, verbatim; […] joins passages")
    at: str = optional(kinds.LINE, "Where the words stand: p. 12, para. 7, 00:14:05")
    translation: Translation | None = optional(
        TRANSLATION, "The quote in another language: a text, or {text, language}", None, needs="quote"
    )
    stance: str = optional(kinds.Word("stance"), "Whether the source asserts, denies or doubts it", "asserts")
    according_to: tuple[str, ...] = optional(
        groups.IDS, "Id of the actor whose words the source passes on, or a list", ()
    )
    date: EventDate | None = optional(kinds.DATE, "The date that this source gives, in EDTF", None)
    actors: tuple[Participant, ...] = optional(PARTICIPANTS, "The actors that this source names", ())
    place: Place | None = optional(PLACE, "The place that this source names", None)
    casualties: tuple[Casualties, ...] = optional(CASUALTIES, "The numbers that this source gives", ())
    extra: Pairs = optional(EXTRA, OWN_FIELDS, ())
    private: bool = optional(kinds.FLAG, PRIVATE, default=False)
    note: str = optional(kinds.TEXT, FOR_CURATORS)

    def check_together(self) -> None:
        """The counts of a claim tell their sides apart, and a translation is that of a quote."""
        check_sides(self.casualties)
        if self.translation and not self.quote:
            help = "add 'quote:' with the original words; only these are verified"
            raise FieldError("missing-key", "a translation stands here without its quote", help, "translation")


CLAIMS = groups.Several(groups.Group(Claim))
SHORT = ("source", "quote", "at", "translation", "stance", "according_to")


@value_class
class Event(Value):
    """One event. `claims` holds every claim, also the one that a file gives by `source` and what goes with it."""

    called: ClassVar = "an event"
    date: EventDate = required(kinds.DATE, "When, in EDTF: 2022-09-13, 2022-09, 2022-09-13/2022-09-14")
    title: str = required(kinds.LINE, "What happened, in one neutral line, present tense")
    claims: tuple[Claim, ...] = required(CLAIMS, "What each source says", short=SHORT)
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
    related: tuple[Relation, ...] = optional(groups.Several(groups.Group(Relation)), "Relations to other events", ())
    tags: tuple[str, ...] = optional(groups.TAGS, "Words to filter by", ())
    identifiers: Pairs = optional(IDENTIFIERS, OTHER_DATABASES, ())
    extra: Pairs = optional(EXTRA, OWN_FIELDS, ())
    accepted: Pairs = optional(REASONS, ACCEPTED, ())
    draft: bool = optional(kinds.FLAG, DRAFT, default=False)
    private: bool = optional(kinds.FLAG, PRIVATE, default=False)
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


@value_class
class Declared(Value):
    """An entry of a register; in a file `id` is its name."""

    id: str = ""
    origin: Origin = origin()

    def check_together(self) -> None:
        """It has an id and a place of declaration, empty or not."""
        check_declared(self)


@value_class
class Document(Value):
    """The document that an archived text was made from, such as a PDF."""

    called: ClassVar = "the origin of a text"
    name: str = required(kinds.LINE, "Name of the document, such as report.pdf")
    sha256: str = optional(kinds.SHA256, "SHA-256 of the document in hexadecimal")


@value_class
class Actor(Declared):
    """Someone who acts or speaks: a state, a body, a force, a person.

    In a file `id` is the name of the entry.
    """

    called: ClassVar = "an actor"
    name: str = required(kinds.LINE, "Name as printed")
    kind: str | None = optional(kinds.Word("kind"), "Kind of actor", None)
    of: tuple[str, ...] = optional(
        groups.IDS, "Id of the actor it belongs to, or a list: a filter for a state also finds its people", ()
    )
    aliases: tuple[str, ...] = optional(groups.LINES, "Other names, for filters and for finding it in texts", ())
    office: str = optional(kinds.LINE, "Office held at the time")
    iso: str = optional(kinds.COUNTRY, "ISO 3166-1 alpha-3 code of a state, such as NOR")
    wikidata: str = optional(kinds.WIKIDATA, "Wikidata item, such as Q399")
    identifiers: Pairs = optional(IDENTIFIERS, OTHER_DATABASES, ())
    accepted: Pairs = optional(REASONS, ACCEPTED, ())
    note: str = optional(kinds.TEXT, FOR_CURATORS)


@value_class
class Source(Declared):
    """A citation: who said or published something, when and where.

    In a file `id` is the name of the entry.
    """

    called: ClassVar = "a source"
    title: str = required(kinds.LINE, "Title of the document")
    speaker: tuple[str, ...] = optional(groups.IDS, "Id of the actor whose words they are, or a list", ())
    author: str = optional(kinds.LINE, "Who wrote it, in free text")
    publisher: str = optional(kinds.LINE, "Who published it")
    issued: EventDate | None = optional(kinds.DATE, "Day the words were spoken or published, in EDTF", None)
    accessed: EventDate | None = optional(kinds.DATE, "Day it was last seen at its address, in EDTF", None)
    language: str = optional(kinds.LANGUAGE, "Language of the text, such as en or fr")
    url: str = optional(kinds.ADDRESS, "Address")
    archive_url: str = optional(kinds.ADDRESS, "Address of an archived copy")
    file: str = optional(kinds.LINE, "The archived text, relative to this file")
    sha256: str = optional(kinds.SHA256, "Pin of the archived text: its SHA-256 in hexadecimal")
    document: Document | None = optional(
        groups.Group(Document), "The document that the archived text was made from", None, written_as="origin"
    )
    type: str = optional(kinds.LINE, "Kind of document")
    venue: str = optional(kinds.LINE, "Where the words were spoken")
    version_of: str = optional(kinds.OTHER_SOURCE, "Id of the source that this is a version of")
    version: str | None = optional(kinds.Word("version"), "Which version of the words this is", None)
    identifiers: Pairs = optional(IDENTIFIERS, OTHER_DATABASES, ())
    accepted: Pairs = optional(REASONS, ACCEPTED, ())
    private: bool = optional(
        kinds.FLAG, f"{PRIVATE}: all of the source, and quotes, locators and translations of its claims", default=False
    )
    note: str = optional(kinds.TEXT, FOR_CURATORS)


@value_class
class Header(Value):
    """What a file says of itself."""

    called: ClassVar = "a timeline"
    title: str = optional(kinds.LINE, "Title of the chronology")
    summary: str = optional(kinds.TEXT, "Scope, revision date and place-name policy, in one paragraph")
    timezone: str = optional(kinds.ZONE, "Zone of clock times without offset, such as Asia/Yerevan")
    include: tuple[str, ...] = optional(groups.LINES, "Files to read as well, relative to this one", ())
