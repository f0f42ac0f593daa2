"""Tables of known kinds: each is recognised by its columns, gets the columns that it lacks, and brings its mapping."""

from collections.abc import Callable, Mapping as AnyMapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from diplotimeline.errors import CallError
from diplotimeline.importing.kinds import acled, ged, markwhen, parts, timelinejs
from diplotimeline.importing.mapping import Mapping, columns_of, mapping_from
from diplotimeline.importing.proposal import proposed, with_the_rest
from diplotimeline.importing.tables import Table, read_table
from diplotimeline.suggest import did_you_mean

TABLE = "table"
Cells = AnyMapping[str, str]


class Kind(NamedTuple):
    """A kind of table: the columns by which it is recognised, and what makes further columns from a row, and of which.

    There is more than one such set of columns where it is written in more than one way.
    """

    signature: tuple[tuple[str, ...], ...]
    made: Callable[[Cells], dict[str, str]]
    made_from: frozenset[str] = frozenset()


# Each has its mapping in a file of its name beside this one.
KINDS: AnyMapping[str, Kind] = {
    "ged": Kind((("date_prec", "where_prec", "event_clarity"),), ged.made, ged.MADE_FROM),
    "acled": Kind(acled.SIGNATURES, acled.made, acled.MADE_FROM),
    "timelinejs": Kind((("Year", "Headline"), ("start_date.year",)), timelinejs.made, timelinejs.MADE_FROM),
    "markwhen": Kind((), markwhen.made),
}
EXPORT = "diplotimeline"  # read by the package `returning`
NAMES = (TABLE, EXPORT, *KINDS)


def read(
    path: str, *, kind: str = "", encoding: str = "", sheet: str = "", header: int = 0, wanted: Sequence[str] = ()
) -> tuple[Table, str]:
    """The table in a file, with the columns of its kind, and the name of that. Raises `CallError`."""
    if kind and kind not in NAMES:
        raise CallError(f"there is no kind of table '{kind}'", did_you_mean(kind, NAMES, "kinds"))
    if kind == "markwhen" or (not kind and Path(path).suffix.lower() in markwhen.ENDINGS):
        return markwhen.read(path, encoding), "markwhen"
    signatures = [set(names) for one in KINDS.values() for names in one.signature]
    table = read_table(path, encoding=encoding, sheet=sheet, header=header, wanted=wanted, known=signatures)
    kind = kind or kind_of(table.columns)
    if kind == TABLE:
        return (table if wanted and parts.DATE not in wanted else parts.with_date(table)), kind
    table = table.renamed(_names(kind))
    rows = [KINDS[kind].made(dict(zip(table.columns, row.cells, strict=True))) for row in table.rows]
    names = [name for name in dict.fromkeys(name for row in rows for name in row) if name not in table.columns]
    made = {name: [row.get(name, "") for row in rows] for name in names}
    return table.with_columns(made, KINDS[kind].made_from), kind


def kind_of(columns: Sequence[str]) -> str:
    """The kind of a table with these columns."""
    given = {name.casefold() for name in columns}
    for name, one in KINDS.items():
        if any({name.casefold() for name in names} <= given for names in one.signature):
            return name
    return TABLE


def _names(kind: str) -> set[str]:
    """The columns of a kind as it writes them: some write `EVENT_DATE` for `event_date`."""
    named = {column for _, column in columns_of(_mapping(kind))}
    return named.union(KINDS[kind].made_from, *KINDS[kind].signature)


def _mapping(kind: str) -> Mapping:
    """The mapping that a kind brings. Raises `CallError` if its file cannot be read."""
    path = Path(__file__).with_name(f"{kind}.yaml")
    read = mapping_from(path.read_bytes(), path.name)
    if read.mapping is None:
        raise CallError(f"the mapping of '{kind}' cannot be read", "; ".join(one.concise for one in read.problems))
    return read.mapping


def mapping_of(kind: str, table: Table) -> Mapping:
    """The mapping of a kind, as far as the table has the columns; that of a plain table is made from its columns."""
    if kind == TABLE:
        return proposed(table)
    mapping = _mapping(kind)
    for needed in (mapping.date.column, mapping.title):
        if needed not in table.columns:
            raise CallError(
                f"a table of kind '{kind}' has a column '{needed}', this one has not", "name its kind: --as table"
            )
    return replace(with_the_rest(mapping, table), kind=kind)
