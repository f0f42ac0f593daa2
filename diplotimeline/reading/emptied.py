"""The text of a large file in which only what is asked for still says anything, with every line where it was.

So libyaml, which knows the places of all that it reads, has little to read.
"""

from collections.abc import Callable, Collection, Iterable

from diplotimeline.problems import Route
from diplotimeline.reading.fast import PlainEvents


def others_emptied(data: bytes, routes: Iterable[Route], is_kept: Callable[[bytes], bool]) -> bytes:
    """The text of a file that `fast.read_plain` could read, in which only what is on these routes is left.

    An entry that `is_kept` is left whole.
    """
    reader = PlainEvents.of(data)
    assert reader is not None  # it was read so
    fields: dict[str | int, set[str | int]] = {}
    for route in routes:
        fields.setdefault(route[1] if len(route) > 1 else "", set()).update(route[2:3])
    left = []
    for number, entry in enumerate(reader.entries(data)):
        if is_kept(entry):
            left.append(entry)
        elif number in fields:
            left.append(_with_fields(reader, entry, fields[number]))
        else:
            left.append(b"0" + b"\n" * entry.count(b"\n"))
    return data[: reader.start] + reader.dash[1:].join(left)


def _with_fields(reader: PlainEvents, entry: bytes, names: Collection[str | int]) -> bytes:
    """An entry with only the first of its fields and those of these names; whole if it is not written plainly."""
    if reader.read(entry) is None:
        return entry
    lines, is_left = [], True
    for line in entry.decode().split("\n"):
        begun = line[len(reader.margin) :] if line.startswith(reader.margin) else ""
        if begun[:1] not in ("", " ", "-", "#"):  # else it belongs to the field above
            is_left = begun.partition(":")[0] in names
        lines.append(line if is_left or not line else "#")  # a folded text would end behind another blank one
    return "\n".join(lines).encode()
