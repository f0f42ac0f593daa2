"""A group of a file in which something is wrong: every mistake is found, and what can be read of it is kept.

A mistyped name is read as the one that was meant; a placeholder, at which no rule looks, stands for what must be there.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from diplotimeline.errors import FieldError
from diplotimeline.files import blocks
from diplotimeline.reading.faulty import Faulty, Read
from diplotimeline.record.fields import Field, Value, fields_of
from diplotimeline.record.groups import Group, Several
from diplotimeline.record.kinds import PLACEHOLDER, Flag, Kind, Reference
from diplotimeline.record.values import SECTIONS, Header
from diplotimeline.suggest import closest, did_you_mean, is_slip

NO_SOURCE = "no-source"
NO_ENTRY = ""
"""The step to no entry of a list: a mistake there is one of the list, and hides nothing of its entries."""
MOST_SUGGESTIONS = 100


@cache
def newcomers() -> Mapping[str, tuple[str, ...]]:
    """The fields that are meant by a word that people try in their place: `casualties` and `killed` by `deaths`."""
    lines = [line.split(": ") for block in blocks("reading/newcomers.txt") for line in block]
    words = {word for _, tried in lines for word in tried.split()}
    return {word: tuple(field for field, tried in lines if word in tried.split()) for word in words}


def stand_in(kind: Kind, number: int = 0) -> Any:
    """What stands for a value that cannot be read, in a list of ids another for each place; None where nothing can."""
    if isinstance(kind, Group):
        return completed(kind.form, {})
    return f"{PLACEHOLDER}{number}" if isinstance(kind, Reference) else kind.placeholder


def completed(form: type[Value], values: dict[str, Any]) -> Any:
    """The group with a placeholder for all that must be given and is not; None if there can be none."""
    for one in fields_of(form):
        if one.required and not values.get(one.name):
            values[one.name] = (stand_in(one.kind.each),) if isinstance(one.kind, Several) else stand_in(one.kind)
    try:
        return form(**values)
    except FieldError:
        return None


class Shape:
    """The fields of a form. `short` are fields of a list's only entry that may stand in the group itself."""

    def __init__(self, form: type[Value]) -> None:
        self.form = form
        self.fields = {one.written_as: one for one in fields_of(form)}
        self.required = {one.name for one in self.fields.values() if one.required}
        self.list = next((name for name, one in self.fields.items() if one.short), "")
        self.short = self.fields[self.list].short if self.list else ()
        self.entry = self.fields[self.list].kind.each.form if self.list else None  # type: ignore[attr-defined]
        self.names = {*self.fields, *self.short}


class Mending:
    """Reads a group in which something is wrong, field by field; `reader` tells how a value of a kind is read."""

    def __init__(
        self, group: Shape, data: dict[str, Any], given: Mapping[str, Any], reader: Callable[[Kind], Read]
    ) -> None:
        self.group, self.data, self.values, self.reader = group, dict(data), dict(given), reader
        self.first = group.short[0] if group.short else ""
        self.names = [name for field in group.fields for name in (*(group.short if field == group.list else ()), field)]
        self.whole = Faulty()
        self.unread: set[str] = set()

    def value(self) -> Any:
        """The value, if nothing is wrong after all. Raises `Faulty`."""
        for name in [name for name in self.data if name not in self.names]:
            self.unknown(name)
        if self.first:
            self.lengthen()
        for name, one in self.group.fields.items():
            if name in self.data:
                self.field(name, one)
            elif one.required:
                self.missing(name, one)
        for one in self.group.fields.values():
            if one.needs in self.unread:
                self.values.pop(one.name, None)
        self.whole.value = self.made()
        if not self.whole.findings:
            return self.whole.value
        self.whole.as_written()
        raise self.whole

    def unknown(self, name: str) -> None:
        """A mistyped name is read as the field that was meant, if that one is not there."""
        group, value = self.group, self.data.pop(name)
        known = [*self.names, *(SECTIONS if group.form is Header else ())]
        few = len(self.whole.findings) < MOST_SUGGESTIONS
        asked = [field for field in newcomers().get(name.casefold(), ()) if field in self.names]
        meant = asked[0] if asked else closest(name, known) if few else ""
        message, help = f"{group.form.called} has no field '{name}'", did_you_mean(meant or name, known, "its fields")
        self.whole.note(FieldError("unknown-key", message, help, at_key=True), name)
        needed = [self.first if one.short else known for known, one in group.fields.items() if one.required]
        if meant not in self.names or not (is_slip(name, meant) or meant in needed):
            return
        rival = group.list if meant in group.short else self.first if meant == group.list else meant
        if not {meant, rival} & self.data.keys():
            self.data[meant] = value
            self.whole.renamed[(group.list, 0, meant) if meant in group.short else (meant,)] = (name,)

    def lengthen(self) -> None:
        """What is written short becomes the only entry of its list."""
        group = self.group
        entry = {name: self.data.pop(name) for name in group.short if name in self.data}
        several = self.data.get(group.list)
        if entry and several and isinstance(several, list):
            first = next(iter(entry))
            message = f"{group.form.called} has either '{first}' or '{group.list}', not both"
            help = f"move {' and '.join(map(repr, entry))} into the list of {group.list}"
            self.whole.note(FieldError(NO_SOURCE, message, help, at_key=True), first)
            if first == self.first:
                self.leave_open()
        elif self.first in entry:
            if group.list in self.data and several != []:  # no list: what stands beside it is read all the same
                self.whole.note(group.fields[group.list].kind.refuse(several, f"'{group.list}'"), group.list, NO_ENTRY)
            self.data[group.list] = [entry]

    def leave_open(self) -> None:
        """Note what else is wrong in a list beside which its only entry stands too; it is not kept."""
        group, renamed = self.group, dict(self.whole.renamed)
        self.field(group.list, group.fields[group.list])
        self.whole.renamed = renamed
        self.data[group.list] = [dict.fromkeys(group.short[:1], PLACEHOLDER)]

    def field(self, name: str, one: Field) -> None:
        """Read a field; of a faulty one is kept what can be read, or what stands for it if it must be there."""
        before = len(self.whole.findings)
        value = self.whole.tried(self.reader(one.kind), self.data[name], f"'{name}'", name)
        if len(self.whole.findings) > before:
            self.unread.add(name)
            value = self.placeholder(one) if value is None else value
        if value is not None:
            self.values[one.name] = value

    def missing(self, name: str, one: Field) -> None:
        """Note that a field is not there; of a list that may be written short, the group itself says so."""
        self.unread.add(name)
        if one.short:
            self.values[one.name] = ()
            return
        message = f"{self.group.form.called} needs '{name}', which is missing"
        self.whole.note(FieldError("missing-key", message, f"add '{name}:'", at_key=True), name)
        self.values[one.name] = self.placeholder(one)

    def placeholder(self, one: Field) -> Any:
        """A placeholder for a field that must be there, or a mark that must not be lost; None for another."""
        if not one.required and not isinstance(one.kind, Flag):
            return None
        return (stand_in(one.kind.each),) if isinstance(one.kind, Several) else stand_in(one.kind)

    def made(self) -> Any:
        """The value; a field that does not fit the others is noted and left out. None if there can be no value."""
        while True:
            try:
                return self.group.form(**self.values)
            except FieldError as error:
                if error.field not in self.group.fields:
                    self.whole.note(error)
                    return None
                one = self.group.fields[error.field]
                if error.field not in self.unread & self.data.keys():  # the rest of a faulty field is no mistake
                    self.whole.note(error, self.first if one.short else error.field)
                del self.values[one.name]
                if one.required:
                    self.values[one.name] = self.placeholder(one)
