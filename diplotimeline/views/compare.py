"""Two voices side by side in the terminal: what only one of them says, and in two columns where both differ."""

from collections.abc import Iterator
from itertools import zip_longest

from diplotimeline.analyses.compare import OF_WORDS, ComparedEvent, Comparison, Texts
from diplotimeline.dates import display
from diplotimeline.phrases import count_of
from diplotimeline.views.head import safe_words
from diplotimeline.views.lines import WIDEST, Line, cells, wrap

INDENT = "  "
BETWEEN = " │ "
SILENT = "—"


def compare(compared: Comparison, width: int) -> Iterator[Line]:
    """A comparison in lines of at most `width` columns, never more than 100.

    First who is compared, then what only one of them says, then the accounts of both.
    """
    width = min(width, WIDEST)
    for letter, name in (("A", compared.one), ("B", compared.other)):
        first, *more = wrap(safe_words(name), width - 4)
        yield [("heading", f"{letter}   {first}")]
        yield from ([("heading", f"    {line}")] for line in more)
    for title, events in (("Only in A", compared.only_one), ("Only in B", compared.only_other)):
        yield from _heading(title, len(events))
        for told in events:
            yield from _title(told, width)
            yield from _alone(told, width)
    yield from _heading("In both", len(compared.both))
    for told in compared.both:
        yield from _title(told, width)
        yield from _side_by_side(told, width)


def _heading(title: str, number: int) -> Iterator[Line]:
    yield from ([], [("heading", title), ("faint", f" · {count_of(number, 'event')}")])


def _title(told: ComparedEvent, width: int) -> Iterator[Line]:
    when = display(told.event.date, told.event.part or "")
    yield []
    yield from ([("title", line)] for line in wrap(safe_words(f"{when}: {told.event.title}"), width))


def _alone(told: ComparedEvent, width: int) -> Iterator[Line]:
    """What the only voice says: each point on which it departs from the chronology, and its words."""
    account = told.one or told.other or {}
    for point in told.differs:
        words = f"{point}: {'; '.join(account[point]) or SILENT}"
        yield from ([("", INDENT + line)] for line in wrap(safe_words(words), width - len(INDENT)))
    for quote in account.get("wording", ()):
        yield from ([("", INDENT), ("quote", line)] for line in wrap(f"“{quote}”", width - len(INDENT)))
    for point in OF_WORDS[1:]:
        if texts := account.get(point):
            words = safe_words(f"{point}: {'; '.join(texts)}")
            yield from ([("", INDENT + line)] for line in wrap(words, width - len(INDENT)))


def _side_by_side(told: ComparedEvent, width: int) -> Iterator[Line]:
    """Every point on which they differ in two columns, and the words of both."""
    if told.agreement:
        yield [("faint", INDENT + told.agreement)]
    column = (width - len(INDENT) - len(BETWEEN)) // 2
    for point, *texts in told.rows:
        yield [("faint", f"{INDENT}{point}")]
        sides = [_cell(side, column, quoted=point in ("wording", "translation")) for side in texts]
        for left, right in zip_longest(*sides, fillvalue=""):
            gap = " " * (column - cells(left))
            yield [("", INDENT + left + gap), ("rail", BETWEEN), ("", right)]


def _cell(texts: Texts, column: int, *, quoted: bool) -> list[str]:
    """The lines of one side of a point; a dash where that side says nothing of it."""
    shown = [f"“{text}”" if quoted else text for text in texts] or [SILENT]
    return [line for text in shown for line in wrap(safe_words(text), column)]
