"""Two voices side by side in the terminal."""

from collections.abc import Iterator
from itertools import zip_longest

from diplotimeline.analyses.compare import POINTS, Account, Compared, Comparison
from diplotimeline.dates import display
from diplotimeline.phrases import count_of
from diplotimeline.views.head import safe_words
from diplotimeline.views.lines import WIDEST, Line, cells, wrap

INDENT = "  "
BETWEEN = " │ "
SILENT = "—"


def accounts(compared: Comparison, width: int) -> Iterator[Line]:
    """Who is compared, what only one of them says, and the accounts of both, in lines of at most `width` columns."""
    width = min(width, WIDEST)
    for letter, name in (("A", compared.one), ("B", compared.other)):
        first, *more = wrap(safe_words(name), width - 4)
        yield [("heading", f"{letter}   {first}")]
        yield from ([("heading", f"    {line}")] for line in more)
    for title, events in (("Only in A", compared.only_one), ("Only in B", compared.only_other)):
        yield from _heading(title, len(events))
        for event in events:
            yield from _title(event, width)
            yield from _alone(event, width)
    yield from _heading("In both", len(compared.both))
    for event in compared.both:
        yield from _title(event, width)
        yield from _side_by_side(event, width)


def _heading(title: str, number: int) -> Iterator[Line]:
    yield from ([], [("heading", title), ("faint", f" · {count_of(number, 'event')}")])


def _title(event: Compared, width: int) -> Iterator[Line]:
    when = display(event.event.date, event.event.part or "")
    yield []
    yield from ([("title", line)] for line in wrap(safe_words(f"{when}: {event.event.title}"), width))


def _alone(event: Compared, width: int) -> Iterator[Line]:
    """What the only voice says: where it departs from the chronology, and its words."""
    account = event.one or event.other or {}
    for point in event.differs:
        words = f"{point}: {'; '.join(account[point]) or SILENT}"
        yield from ([("", INDENT + line)] for line in wrap(safe_words(words), width - len(INDENT)))
    for quote in account.get("wording", ()):
        yield from ([("", INDENT), ("quote", line)] for line in wrap(f"“{quote}”", width - len(INDENT)))


def _side_by_side(event: Compared, width: int) -> Iterator[Line]:
    """Every point on which they differ in two columns, and the words of both."""
    if event.agreement:
        yield [("faint", INDENT + event.agreement)]
    column = (width - len(INDENT) - len(BETWEEN)) // 2
    for point in POINTS:
        sides = [_cell((account or {}).get(point, ()), column, quoted=point == "wording") for account in _sides(event)]
        if point in event.differs or (point == "wording" and any(side != [SILENT] for side in sides)):
            yield [("faint", f"{INDENT}{point}")]
            for left, right in zip_longest(*sides, fillvalue=""):
                gap = " " * (column - cells(left))
                yield [("", INDENT + left + gap), ("rail", BETWEEN), ("", right)]


def _sides(event: Compared) -> tuple[Account | None, Account | None]:
    return event.one, event.other


def _cell(texts: tuple[str, ...], column: int, *, quoted: bool) -> list[str]:
    shown = [f"“{text}”" if quoted else text for text in texts] or [SILENT]
    return [line for text in shown for line in wrap(safe_words(text), column)]
