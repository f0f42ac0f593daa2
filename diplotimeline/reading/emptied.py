"""The text of a large file in which only what is asked for still says anything, with every line where it was.

So libyaml, which knows the places of all that it reads, has little to read.
"""

from collections.abc import Callable, Collection, Iterable

from diplotimeline.problems import Route
from diplotimeline.reading.fast import PlainEvents


def others_emptied(
    data: bytes, routes: Iterable[Route], odd: Collection[int], is_kept: Callable[[bytes], bool]
) -> bytes:
    """The text of a file that `fast.read_plain` could read, in which only what is on these routes is left.

    Entries of the `odd` numbers, which are not written plainly, are left whole, and so is one that `is_kept`.
    """
    reader = PlainEvents.of(data)
    assert reader is not None  # it was read so
    fields: dict[str | int, set[str | int]] = {}
    for route in routes:
        fields.setdefault(route[1] if len(route) > 1 else "", set()).update(route[2:3])
    left = []
    for number, entry in enumerate(reader.entries(data)):
        if is_kept(entry) or (number in fields and number in odd):
            left.append(entry)
        elif number in fields:
            left.append(_with_fields(entry, fields[number], reader.margin))
        else:
            left.append(b"0" + b"\n" * entry.count(b"\n"))
    return data[: reader.start] + reader.dash[1:].join(left)


def _with_fields(entry: bytes, names: Collection[str | int], margin: str) -> bytes:
    """A plain entry with only the first of its fields and those of these names."""
    lines, is_left = [], True
    for line in entry.decode().split("\n"):
        begun = line[len(margin) :] if line.startswith(margin) else ""
        if begun[:1] not in ("", " ", "-", "#"):  # else it belongs to the field above
            is_left = begun.partition(":")[0] in names
        lines.append(line if is_left or not line else "#")  # a folded text would end behind another blank one
    return "\n".join(lines).encode()
