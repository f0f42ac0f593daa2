"""Pages of the manual for what the readers find: the form of YAML, of fields, of dates, of files."""

from collections.abc import Callable

PAGES: dict[str, str] = {}


def _found_by_readers(name: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    def register(page: Callable[[], None]) -> Callable[[], None]:
        PAGES[name] = page.__doc__ or ""
        return page

    return register


@_found_by_readers("yaml-syntax")
def yaml_syntax() -> None:
    """
    The file cannot be read as YAML, or uses a part of YAML that timelines do without.

    Why: tags, anchors, aliases, merge keys, directives and second documents make one text mean another; a reviewer
    could not see what a line says. After a mistake in the form nothing more can be said of the file.

    Wrong:
        title: Talks: first round
    Right:
        title: "Talks: first round"
    """


@_found_by_readers("not-utf8")
def not_utf8() -> None:
    """
    The file is not UTF-8 text.

    Why: names in all scripts are read the same way on every machine.

    Wrong: a file saved as Latin-1 or UTF-16
    Right: the same file saved as UTF-8
    """


@_found_by_readers("duplicate-key")
def duplicate_key() -> None:
    """
    The same name stands twice in one group.

    Why: one of the two values would be lost without a word.

    Wrong:
        status: reported
        status: disputed
    Right:
        status: disputed
    """


@_found_by_readers("unknown-key")
def unknown_key() -> None:
    """
    A field has a name that the format does not have.

    Why: a mistyped name would be a lost value.

    Wrong:
        titel: Talks in Geneva
    Right:
        title: Talks in Geneva
    """


@_found_by_readers("missing-key")
def missing_key() -> None:
    """
    A field that must be there is not.

    Why: an event without a date or a title is no entry of a chronology.

    Wrong:
        - title: Talks in Geneva
          source: eu
    Right:
        - date: 2022-10-02
          title: Talks in Geneva
          source: eu
    """


@_found_by_readers("wrong-type")
def wrong_type() -> None:
    """
    A value is not of the kind that belongs there: a list for a text, a word that is not in the list of words.

    Why: types, roles, statuses and kinds are closed lists, so that filters and counts find everything.

    Wrong:
        type: metting
    Right:
        type: meeting
    """


@_found_by_readers("empty-value")
def empty_value() -> None:
    """
    A field has no value.

    Why: nobody can tell whether it was forgotten or is not known. What is not known is left out.

    Wrong:
        summary:
    Right:
        summary: The delegations met for an hour.
    """


@_found_by_readers("bad-date")
def bad_date() -> None:
    """
    A date is not in the notation (EDTF), or there is no such day.

    Why: a date that can be read in two ways will be. Nothing is guessed and nothing is filled in from today.

    Wrong:
        date: 13-14 September
    Right:
        date: 2022-09-13/2022-09-14
    """


@_found_by_readers("date-order")
def date_order() -> None:
    """
    The later date stands first.

    Why: one of the two is mistyped, and only a person can say which.

    Wrong:
        date: 2022-09-14/2022-09-13
    Right:
        date: 2022-09-13/2022-09-14
    """


@_found_by_readers("bad-part")
def bad_part() -> None:
    """
    The part of the day does not fit the date.

    Why: a night lies in two days, a morning in one.

    Wrong:
        date: 2022-09-12
        part: night
    Right:
        date: 2022-09-12/2022-09-13
        part: night
    """


@_found_by_readers("duplicate-id")
def duplicate_id() -> None:
    """
    Two things have the same id.

    Why: a reference to it would mean either. The same actor or source may stand in two files with the same content.

    Wrong:
        - {id: call, date: 2022-10-04, …}
        - {id: call, date: 2022-10-05, …}
    Right:
        - {id: 2022-10-04-call, date: 2022-10-04, …}
        - {id: 2022-10-05-call, date: 2022-10-05, …}
    """


@_found_by_readers("include-missing")
def include_missing() -> None:
    """
    An included file cannot be read.

    Why: its actors and sources would be missing. The path is relative to the file that includes it. A link that leads
    out of that file's folder is not followed, and nothing is read of a file that is no timeline.

    Wrong:
        include: [/home/me/actors.yaml]
    Right:
        include: [shared/actors.yaml]
    """


@_found_by_readers("include-cycle")
def include_cycle() -> None:
    """
    Files include each other in a circle.

    Why: a register of actors or sources stands at the end of a chain; a circle has no end.

    Wrong: a.yaml includes b.yaml, which includes a.yaml
    Right: a.yaml and b.yaml both include actors.yaml
    """


@_found_by_readers("bad-url")
def bad_url() -> None:
    """
    An address is not a web address.

    Why: addresses become links; only http and https lead to a page.

    Wrong:
        url: radar.am/en/news
    Right:
        url: https://radar.am/en/news
    """


@_found_by_readers("bad-coordinates")
def bad_coordinates() -> None:
    """
    Coordinates are not a place on the globe, or one of the two is missing.

    Why: latitude and longitude are easily swapped.

    Wrong:
        place: {name: Yerevan, lat: 444.5}
    Right:
        place: {name: Yerevan, lat: 40.18, lon: 44.51}
    """


@_found_by_readers("no-source")
def no_source() -> None:
    """
    An event names no source, or both `source` and `claims`.

    Why: every line of the record can be traced to a source. `source` and `quote` are short for a single claim.

    Wrong:
        - {date: 2022-10-04, title: Call}
    Right:
        - {date: 2022-10-04, title: Call, source: readout}
    """


@_found_by_readers("control-character")
def control_character() -> None:
    """
    An invisible or control character stands in the text.

    Why: such characters make a line look different from what it says, or take control of a terminal.

    Wrong:
        title: Talks<U+202E> in Geneva
    Right:
        title: Talks in Geneva
    """
