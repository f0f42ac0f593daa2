"""The sources that the rows of a table name: one entry each, one claim each in the events that name them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from diplotimeline.characters import folded, slug
from diplotimeline.dates import parse, parses
from diplotimeline.importing.cells import addresses_in, split_at
from diplotimeline.importing.drafts import Drafted, shortened
from diplotimeline.importing.mapping import Sources
from diplotimeline.reading.merge import unused
from diplotimeline.record.locators import pages_of

SHEET = "sheet"
Claims = list[dict[str, str]]


@dataclass(slots=True)
class Entries:
    """The sources that a table names, as entries of a timeline by id. The same address is the same source."""

    entries: dict[str, dict[str, str]] = field(default_factory=dict)
    known: dict[tuple[str, ...], str] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=lambda: {SHEET: 1})

    def cite(self, name: str, url: str, publisher: str = "", issued: str = "") -> str:
        """The id of a source with this name and address, one of which may be empty.

        The name is that of its publisher, unless that is given too; then it is its title.
        """
        key = ("url", url) if url else (folded(name), folded(publisher), issued)
        if key not in self.known:
            day = issued if parses(issued) else ""
            id = slug(f"{publisher} {day}" if publisher else name or url, "source")
            self.known[key] = id = unused(id, self.taken)
            entry = {"title": name or url, "publisher": publisher or name, "issued": day, "url": url,
                     "note": "" if issued == day else f"issued: {issued}"}  # fmt: skip
            self.entries[id] = {field: text for field, text in entry.items() if text}
        self._also(self.entries[self.known[key]], name)
        return self.known[key]

    def _also(self, entry: dict[str, str], name: str) -> None:
        """Keep another name under which a source is known here."""
        notes = entry.get("note", "").split("; ")
        if name and name not in (entry["title"], *notes):
            entry["note"] = "; ".join(filter(None, (*notes, name)))


def cite(one: Drafted, mapping: Sources | None, sources: Entries, *, sheet_quote: str | None = None) -> None:
    """Read the sources that a row names; `sheet_quote` is what is quoted from the table itself, if that is cited.

    It is empty for a row that is not for all: the archived table is without it.
    """
    claims: Claims = []
    if mapping and mapping.publisher:
        claims = _titled(one, mapping, sources)
    elif mapping:
        claims = _named(one, mapping, sources)
    if sheet_quote is not None:
        claims.append({"source": SHEET, "quote": sheet_quote} if sheet_quote else {"source": SHEET})
    if not claims:
        one.ask("source", "the row names none")
    elif len(claims) == 1:
        one.fields |= claims[0]
    else:
        one.fields["claims"] = claims


def _named(one: Drafted, mapping: Sources, sources: Entries) -> Claims:
    """A claim for each source. Names and addresses are paired in order if there are as many of both."""
    urls, names = names_and_addresses(one.cell(mapping.column), mapping.split)
    more, other = addresses_in(one.cell(mapping.url))
    urls = [*dict.fromkeys((*urls, *more))]
    one.unread(mapping.url, other)
    located = _located(names)
    if located and urls and len(located) != len(urls):
        one.more.append(f"of which source: {' '.join(urls)}")
        one.keep(*urls)
        urls = []
    pairs = zip(located or [("", "")] * len(urls), urls or [""] * len(located), strict=True)
    cited = []
    for (name, pages), url in pairs:
        cited.append((id := sources.cite(name, url), pages))
        if name and folded(name) != folded(sources.entries[id]["title"]):
            one.unread(mapping.column, name)  # such as `Report, page 330`, where another row names page 334
    return _claims(cited)


def _located(names: Iterable[str]) -> list[tuple[str, str]]:
    """Names of sources, each with the pages behind it: `Nubar Daily, p. 2` is one source, not two."""
    found: list[tuple[str, str]] = []
    for name in names:
        if found and pages_of(name):
            source, pages = found[-1]
            found[-1] = (source, f"{pages}, {name}" if pages else name)
        else:
            found.append((name, ""))
    return found


def names_and_addresses(cell: str, split: Sequence[str]) -> tuple[list[str], list[str]]:
    """The addresses and the names in a cell."""
    urls, rest = addresses_in(cell) if "://" in cell else ([], cell)
    return urls, split_at(rest, split)


def _titled(one: Drafted, mapping: Sources, sources: Entries) -> Claims:
    """A claim for each source of which the row has title, publisher and day, in the same order."""
    titles = split_at(one.cell(mapping.column), mapping.split)
    more = []
    for column in (mapping.publisher, mapping.issued):
        texts = split_at(one.cell(column), mapping.split)
        if len(texts) != len(titles):
            one.unread(column, one.cell(column))
            texts = [""] * len(titles)
        more.append(texts)
    publishers, days = more
    for at, day in enumerate(days):
        if _is_before(day, one.fields["date"]):
            one.more.append(f"'{shortened(titles[at])}' was published on {day}, before the event")
            one.keep(f"{titles[at]}: {day}")
            days[at] = ""
    return _claims((sources.cite(title, "", *rest), "") for title, *rest in zip(titles, publishers, days, strict=True))


def _is_before(day: str, date: str) -> bool:
    """Whether a source was published before all that the date of an event may mean."""
    if not parses(day) or not parses(date):
        return False
    issued, first = parse(day).latest, parse(date).earliest
    return issued is not None and first is not None and issued < first


def _claims(cited: Iterable[tuple[str, str]]) -> Claims:
    """A claim for each source and its pages, if any are given."""
    return [{"source": id, "at": pages} if pages else {"source": id} for id, pages in dict.fromkeys(cited)]
