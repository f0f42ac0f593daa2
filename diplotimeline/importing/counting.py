"""Numbers of people in a row: without a side, since a table rarely says whose people they were, or by side."""

from collections.abc import Iterator
from typing import Any

from diplotimeline.characters import folded
from diplotimeline.importing.cells import Names, counts_in, number_in
from diplotimeline.importing.drafts import TODO, Drafted, label, shortened
from diplotimeline.importing.mapping import NUMBERS, Mapping, Side
from diplotimeline.importing.readings import NAMES, words_of
from diplotimeline.record.words import TOLLS


def count(one: Drafted, mapping: Mapping, names: Names) -> None:
    """Read the numbers of people of a row; those that are not understood are questions."""
    entries = [entry for side in mapping.sides for entry in _of_side(one, side, names)]
    found: dict[str, Any] = {}
    unread = []
    for name in NUMBERS:
        column = getattr(mapping, name)
        text = one.cell(column)
        counts = counts_in(text, name if name in TOLLS else "") if text else {}
        if counts is None and folded(text) in words_of(NAMES)["nobody"]:
            one.unread(column, text)  # it says that nobody knows, or that nobody was hurt: no number
        elif counts is None or counts.keys() & found.keys():
            unread.append(f"{label(column)}: {shortened(text)}")
            one.unread(column, text)
        else:
            found |= counts
    entries += [found] if found else []
    if entries:
        one.fields["casualties"] = entries
        one.more += unread
    elif unread:
        one.ask("casualties", "; ".join(unread))


def _of_side(one: Drafted, side: Side, names: Names) -> Iterator[dict[str, Any]]:
    """The numbers of one side; who is not known is a question."""
    name = side.value or one.line(side.column)
    numbers = {}
    for toll in TOLLS:
        column = getattr(side, toll, "")
        text = one.cell(column)
        number = number_in(text) if text else None
        if number is not None:
            numbers[toll] = number
        elif text:
            one.more.append(f"{toll} of '{shortened(name)}': {shortened(text)}")
            one.unread(column, text)
    if not numbers:
        return
    ids = names.of(name) or ()
    if len(ids) != 1:
        one.more.append(f"whose {' and '.join(numbers)}: {names.question(shortened(name))}")
        one.unread(side.column or "side", name)
    yield {"who": ids[0] if len(ids) == 1 else TODO} | numbers
