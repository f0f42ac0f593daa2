"""A mapping made from the table itself: what its columns are called and what their cells hold, with the evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set as AbstractSet
from dataclasses import fields, replace
from typing import Any

from diplotimeline.characters import folded, slug
from diplotimeline.errors import CallError
from diplotimeline.importing import mapping as m
from diplotimeline.importing.cells import Names, addresses_in, matches, split_at
from diplotimeline.importing.citing import names_and_addresses
from diplotimeline.importing.columns import plain, recognised
from diplotimeline.importing.days import SHORT_YEAR
from diplotimeline.importing.drafts import MADE, TODO, shortened
from diplotimeline.importing.html import without_html
from diplotimeline.importing.order import read_column
from diplotimeline.importing.readings import NAMES, CellDate, Column, words_of
from diplotimeline.importing.rows import folded_word
from diplotimeline.importing.tables import Row, Table
from diplotimeline.phrases import count_of
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.fields import Value, fields_of
from diplotimeline.record.words import LISTS
from diplotimeline.writing.yaml_text import below

SEPARATORS = (";", ",", "/", "|", "&", "+")
NOT_FOR_ALL = ("*do not publish*", "*off record*", "*off-record*", "*off the record*", "*off-the-record*",
               "*not for publication*", "*do not share*", "*do not cite*", "*do not quote*", "*confidential*",
               "*not for attribution*", "*ne pas publier*", "*ne pas citer*", "*confidentiel*")  # fmt: skip
# In prose, a confidential letter hides no event: there the word stands apart.
IN_PROSE = (*(one for one in NOT_FOR_ALL if "confiden" not in one), *(
    form.format(word) for word in ("confidential", "confidentiel") for form in ("{}*", "*{}", "*({}*", "*[{}*")
))  # fmt: skip
NO_EVENTS = ("DUPLICATE*", "DOUBLON*")
MOST_NAMES = 500
WRITTEN = str.maketrans("", "", " .-'’")


def proposed(table: Table) -> m.Mapping:
    """The mapping that a table suggests, with a TODO in the place of a column for the date or title that is not there.

    Columns that are not understood become fields of one's own.
    """
    own = [column for column in table.columns if column not in table.made_from]
    found = recognised(own)
    single = {name: columns[0] for name, columns in found.items()}
    if "title" not in single and "summary" in single:
        single["title"] = single.pop("summary")
    given: dict[str, Any] = {name: single.get(name, "") for name in ("title", "summary", *m.NUMBERS)}
    given["title"] = given["title"] or TODO
    end, time, text = (single.get(name, "") for name in ("end", "time", "date_text"))
    given["date"] = m.Date(column=single.get("date", TODO), end=end, time=time, text=text)
    if "actors" in single:
        columns = found["actors"]
        split = _split(table, columns, SEPARATORS)
        given["actors"] = m.Names(column=columns[0], more=tuple(columns[1:]), split=split)
    if "tags" in single:
        texts = [text for _, text in table.filled(single["tags"])]
        sign = next((one for one in ";|," if any(one in text for text in texts)), "")
        given["tags"] = m.Names(column=single["tags"], split=(sign,) if sign else ())
    if "place" in single:
        country, north, east = (single.get(name, "") for name in ("country", "latitude", "longitude"))
        given["place"] = m.Place(column=single["place"], country=country, latitude=north, longitude=east)
    if "sources" in single or "url" in single:
        column = single.get("sources", "")
        split = _split(table, [column], SEPARATORS[:2]) if column else ()
        given["sources"] = m.Sources(column=column, split=split, url=single.get("url", ""))
    for name in ("type", "status"):
        if name in single and any(folded_word(text) in LISTS[name] for _, text in table.filled(single[name])):
            given[name] = m.Words(column=single[name])
    given["note"] = tuple(found.get("note", ()))
    given["skip"] = _skip(table, given["title"])
    given["private"] = _private(table, {given["title"], given["summary"]})
    mapping = m.Mapping(**given)
    used = m.imported_columns(mapping)
    left = [column for column in own if column not in used]
    return m.Mapping(**given, extra=tuple(_keys(left).items()))


def with_the_rest(mapping: m.Mapping, table: Table) -> m.Mapping:
    """The mapping of a known kind for a table: without columns that it lacks, all others as fields of one's own."""
    mapping = _there(mapping, {*table.columns})
    used = m.imported_columns(mapping) | table.made_from
    left = [column for column in table.columns if column not in used and not column.startswith("=")]
    return replace(mapping, extra=(*mapping.extra, *_keys(left).items()))


def _there(value: Any, columns: set[str]) -> Any:
    """A part of a mapping without columns that are not there; None if it needs one of them."""
    changes: dict[str, Any] = {}
    for name, kind in ((one.name, one.kind) for one in fields_of(type(value))):
        old = getattr(value, name)
        if isinstance(old, Value):
            changes[name] = _there(old, columns)
        elif name == "sides":
            changes[name] = tuple(side for side in old if {column for _, column in m.columns_of(side)} <= columns)
        elif name in ("note", "more"):
            changes[name] = tuple(column for column in old if column in columns)
        elif name in ("extra", "identifiers"):
            changes[name] = tuple((key, column) for key, column in old if column in columns)
        elif old and kind is m.COLUMN and old not in columns:
            if name == "column" and not isinstance(value, m.Mapping):
                return None
            changes[name] = ""
    return replace(value, **changes)


def _keys(columns: Sequence[str]) -> dict[str, str]:
    """Names for fields of one's own, made from those of columns."""
    keys: dict[str, str] = {}
    for column in columns:
        key = plain(column).replace(" ", "_") or "column"
        number = 2
        while key in keys:
            key, number = f"{key.rstrip('0123456789')}{number}", number + 1
        keys[key] = column
    return keys


def _split(table: Table, columns: Sequence[str], separators: Sequence[str]) -> tuple[str, ...]:
    """What parts the names of columns: `;`, and other signs if a part also stands in a cell of its own.

    A comma may as well stand inside a name.
    """
    cells = [without_html(text)[0] for column in columns for _, text in table.filled(column) if "://" not in text]
    whole = {folded(text) for text in cells}
    found = []
    for sign in separators:
        parts = [split_at(text, [sign]) for text in cells if sign in text]
        several = [one for one in parts if len(one) > 1]
        alone = [one for one in several if any(folded(part) in whole for part in one)]
        if several and (sign in (";", "|") or len(alone) * 3 >= len(several)):
            found.append(sign)
    return tuple(found)


def _private(table: Table, prose: AbstractSet[str]) -> m.When | None:
    """The columns in which a cell says that its row is not for all."""
    said = {}
    for column in table.columns:
        cells = [folded(text) for _, text in table.filled(column)]
        patterns = IN_PROSE if column in prose else NOT_FOR_ALL
        found = ((one, cell) for one in patterns for cell in cells if one.strip("*") in cell)
        if words := [*dict.fromkeys(one for one, cell in found if matches(cell, [one]))]:
            said[column] = words
    if not said:
        return None
    first, *more = said
    return m.When(
        column=first, more=tuple(more), when=tuple(dict.fromkeys(one for words in said.values() for one in words))
    )


def _skip(table: Table, title: str) -> m.When | None:
    """The rows that say themselves that they are no events."""
    cells = [folded(text) for _, text in table.filled(title)]
    when = tuple(one for one in NO_EVENTS if any(cell.startswith(folded(one.strip("*"))) for cell in cells))
    return m.When(column=title, when=when) if when else None


# --- as a file, with the evidence ----------------------------------------------------------------------------------


def understood(mapping: m.Mapping, table: Table) -> None:
    """Raises `CallError` if a mapping that was made from a table lacks the date or what happened."""
    for name, column, field in (("date", mapping.date.column, "a date"), ("title", mapping.title, "what happened")):
        if column == TODO:
            help = f"--propose > map.yaml, decide '{name}' there, then --map map.yaml"
            raise CallError(f"no column of {table.name} is understood as {field}", help)


def proposal_text(table: Table, mapping: m.Mapping, register: Timeline) -> str:
    """The mapping as a file for a person to correct, its evidence in comments."""
    rows = len(table.rows)
    lines = [f"# A mapping for {shortened(table.name)}: correct it, then import the table with --map."]
    lines += [f"# above the header: {shortened(text)}" for text in table.above]
    for name, value, evidence in _entries(table, mapping):
        comment = f"  # {evidence}" if evidence else ""
        if name == "actors":
            lines += [f"actors:{comment}", *_of_names(table, mapping, register)]
        else:
            first, *rest = below(name, value, 0).split("\n")
            lines += [first + comment, *rest]
    if not mapping.type:
        lines.append("# type: {value: TODO}  # one for all rows, or {column: …, values: {…: hostilities}}")
    if any(column.startswith(MADE) for column in table.columns):
        lines.append(f"# A column whose name begins with '{MADE}' is made from others of the table.")
    lines.append(f"# {count_of(rows, 'row')}; columns: {', '.join(map(shortened, table.columns))}")
    return "\n".join(lines) + "\n"


def _entries(table: Table, mapping: m.Mapping) -> Iterator[tuple[str, Any, str]]:
    """Each field of the mapping, as a file has it, with what speaks for it."""
    rows = len(table.rows)
    column, dates = read_column([table.cell(row, mapping.date.column) for row in table.rows], mapping.date.order,
                                mapping.date.year, mapping.date.century)  # fmt: skip
    yield "date", _date(mapping.date, column, dates), _of_dates(table.rows, column, dates)
    for name in (one.name for one in fields(mapping)):
        value = getattr(mapping, name)
        if not value or name == "date":
            continue
        first = value if isinstance(value, str) else getattr(value, "column", "")
        evidence = f"{len(table.filled(first))} of {rows} filled" if first in table.places else ""
        yield name, _written(value), _of_sources(table, value) if name == "sources" else evidence


def _written(value: Any) -> Any:
    """A part of a mapping as a file has it."""
    if isinstance(value, Value):
        given = ((one.name, getattr(value, one.name)) for one in fields(value))
        return {name: _written(one) for name, one in given if one}
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return {key: _written(one) for key, one in value}
    return [_written(one) for one in value] if isinstance(value, tuple) else value


def _date(date: m.Date, column: Column, dates: Sequence[CellDate]) -> dict[str, str]:
    written: dict[str, str] = _written(date)
    if not column.order and column.either:
        written["order"] = "TODO"
    elif column.order and not date.order and column.either:
        written["order"] = column.order
    if any(one.why == "the year is missing" for one in dates):
        written["year"] = "TODO"
    short = [one for one in dates if one.why == SHORT_YEAR]
    if len(short) * 2 > len(dates):  # a few are sooner decided one by one
        written |= {"century": "TODO"} | ({"order": "TODO"} if any(len(one.readings) > 1 for one in short) else {})
    return written


def _of_dates(rows: Sequence[Row], column: Column, dates: Sequence[CellDate]) -> str:
    """What the cells say of the order of day and month and of the year, in counts."""
    said = []
    if column.day_first or column.month_first or column.either:
        orders = f"{count_of(column.day_first, 'cell')} only day-first, {column.month_first} only month-first"
        said.append(f"{orders}, {column.either} either")
    why = Counter(one.why for one in dates if not one.edtf)
    for reason, number in why.most_common():
        first = next(row.number for row, one in zip(rows, dates, strict=True) if one.why == reason)
        said.append(f"{number} {reason} (row {first})")
    return "; ".join(said)


def _of_names(table: Table, mapping: m.Mapping, register: Timeline) -> Iterator[str]:
    """The lines of the columns of names: each name with the id that it may mean, and how often it stands there.

    That is an actor of the register, else an id made from the name; what is no plain name is a TODO.
    """
    actors = mapping.actors
    written = _written(actors)
    known = Names(dict(written.pop("names", {})), register)
    yield from (f"  {below(name, value, 2)}" for name, value in written.items())
    counted: Counter[str] = Counter()
    for column in (actors.column, *actors.more) if actors else ():
        for _, text in table.filled(column):
            counted.update(split_at(text, actors.split if actors else ()))
    yield "  names:"
    meanings = {name: _meaning(name, coded=bool(mapping.kind)) for name, _ in counted.most_common(MOST_NAMES)}
    plain = [name for name, id in meanings.items() if id != TODO]
    first = {meanings[name]: name for name in reversed(plain)}  # the first of those that would have one id
    for name, id in meanings.items():
        ids = known.of(name)
        alike = first.get(id, "") if mapping.kind else _fuller(name, plain) or first.get(id, "")
        asked = alike if ids is None and folded(alike) != folded(name) else ""
        value = TODO if asked else id if ids is None else ids[0] if len(ids) == 1 else [*ids]
        comment = f"; is it '{shortened(asked)}'?" if asked else ""
        yield f"    {below(name, value, 4)}  # {count_of(counted[name], 'time')}{comment}"
    if len(counted) > MOST_NAMES:
        yield f"    # and {len(counted) - MOST_NAMES} more names"


def _meaning(name: str, *, coded: bool) -> str:
    """What a name that is not known may mean: an id made from it; a TODO where it is no plain name of one.

    In a database whose names are `coded`, each is that of one actor: `Police Forces of Tavoria (2016-)`.
    """
    words = words_of(NAMES)
    plain = "and/or" not in name if coded else name.translate(WRITTEN).isalpha() and len(name) > 2
    doubted = folded(name) in words["several"] or not words["doubted"].isdisjoint(folded(name).split())
    return slug(name, TODO) if plain and not doubted else TODO


def _fuller(name: str, names: Iterable[str]) -> str:
    """A longer name of the table that this one may be short for: `Sena Orlin` for `Orlin` and `S. Orlin`; or empty."""
    words = folded(name).split()
    for other in names:
        others = folded(other).split()
        begun = all(any(one.startswith(word.rstrip(".")) for one in others[:-1]) for word in words[:-1])
        if len(other) > len(name) and words[-1:] == others[-1:] and begun:
            return other
    return ""


def _of_sources(table: Table, sources: m.Sources) -> str:
    """How names and addresses of sources go together."""
    paired = differ = without = 0
    for row in table.rows:
        urls, names = names_and_addresses(without_html(table.cell(row, sources.column))[0], sources.split)
        urls += addresses_in(without_html(table.cell(row, sources.url))[0])[0]
        without += not names and not urls
        paired += len(names) == len(urls) > 1
        differ += bool(names and urls) and len(names) != len(urls)
    said = []
    if paired:
        said.append(f"{count_of(paired, 'cell')} with several names and as many addresses: paired in order")
    said += [f"{count_of(differ, 'cell')} with more of one than of the other: TODO"] if differ else []
    said += [f"{count_of(without, 'row')} without a source"] if without else []
    return "; ".join(said)
