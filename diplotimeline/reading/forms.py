"""A part of a file against its form: a value comes out, or findings in words a historian understands.

One run finds every mistake in it, and none is only another's echo: a mistyped name is read as the one that was meant,
a faulty value left out or replaced by a placeholder that no rule looks at.
"""

from collections.abc import Hashable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar, cast

from diplotimeline.errors import FieldError
from diplotimeline.files import blocks
from diplotimeline.problems import Finding, Route
from diplotimeline.reading.faulty import Faulty, Read
from diplotimeline.record.fields import Field, Value, fields_of
from diplotimeline.record.groups import Group, Several
from diplotimeline.record.kinds import PLACEHOLDER, Flag, Kind, Reference, Text
from diplotimeline.record.named import Named
from diplotimeline.record.values import SECTIONS, Header
from diplotimeline.suggest import closest, did_you_mean, is_slip

Form = TypeVar("Form", bound=Value)


NO_SOURCE = "no-source"
NO_ENTRY = ""
"""The step to no entry of a list: a mistake there is one of the list, and hides nothing of its entries."""
NOTHING: Mapping[str, Any] = MappingProxyType({})
MOST_SUGGESTIONS = 100
MOST_KEPT = 4096
TEXTS_ONLY = frozenset([str])


class Reading(NamedTuple, Generic[Form]):
    """A part of a file as it was read: its value, None when nothing can be read of it, and what is wrong with it.

    Findings point to the file as it is written. `renamed` leads from the routes of mistyped names, as they are meant,
    to the routes as they are written.
    """

    value: Form | None
    findings: tuple[Finding, ...] = ()
    renamed: Mapping[Route, Route] = MappingProxyType({})


def good_value(form: type[Form], data: Any, given: Mapping[str, Any]) -> Form | None:
    """The value of class `form` that a part of a file stands for; None when something is wrong with it: see `read`.

    `given` are fields that the loader sets.
    """
    try:
        return cast(Form, _group(form).straight(data, given))
    except (FieldError, Faulty):
        return None


def read(form: type[Form], data: Any, route: Route, file: int, **given: Any) -> Reading[Form]:
    """The value of class `form` that a part of a file stands for, with what is wrong with it, field by field.

    `route` and `file` say where the part stands; `given` are fields that the loader sets.
    """
    faulty = Faulty()
    try:
        return Reading(_group(form).mended(data, _in_words(route), given))
    except FieldError as error:
        faulty.note(error, *route)
    except Faulty as below:
        faulty.take(below, *route)
        faulty.value = below.value
    return Reading(faulty.value, tuple(one._replace(file=file) for one in faulty.findings), faulty.renamed)


def placeholder(form: type[Form], **given: Any) -> Form:
    """A value for a part of which nothing can be read; no rule looks at its texts."""
    return cast(Form, _completed(form, given))


@cache
def newcomers() -> Mapping[str, tuple[str, ...]]:
    """The fields that are meant by a word that people try in their place: `casualties` and `killed` by `deaths`."""
    lines = [line.split(": ") for block in blocks("reading/newcomers.txt") for line in block]
    words = {word for _, tried in lines for word in tried.split()}
    return {word: tuple(field for field, tried in lines if word in tried.split()) for word in words}


def _in_words(route: Route) -> str:
    """What stands at a route, as a message begins with it."""
    return f"an entry of '{route[-2]}'" if route and isinstance(route[-1], int) else f"'{route[-1] if route else ''}'"


# --- single values and lists ---------------------------------------------------------------------------------------


@cache
def _reader(kind: Kind) -> Read:
    """How a file's value of a kind is read."""
    if isinstance(kind, Several):
        return _several(kind)
    if isinstance(kind, Named):
        return _named(kind)
    if isinstance(kind, Group):
        return _shared(kind) if kind.short else _whole(kind)
    return kind.read


def _quick(kind: Kind) -> Read | None:
    """As `_reader`, for a value that is checked when its group is made; None where it stands in a file as it is."""
    if isinstance(kind, Text) and type(kind).read is Kind.read:
        return None
    return _unread(kind) if isinstance(kind, Several) and isinstance(kind.each, Text) else _reader(kind)


def _unread(kind: Several) -> Read:
    """Lists of texts."""

    def read_texts(raw: Any, subject: str) -> Any:
        opened = kind.opened(raw, subject)
        return tuple(opened) if isinstance(opened, list) else opened

    return read_texts


def _several(kind: Several) -> Read:
    """Lists: each entry is read by itself."""
    each = _reader(kind.each)

    def read_list(raw: Any, subject: str) -> Any:
        raw = kind.opened(raw, subject)
        if not isinstance(raw, list):
            raise kind.refuse(raw, subject)
        try:
            made = tuple([each(one, "") for one in raw])
            if not any(kind.repeats(made, subject)):
                return made
        except (FieldError, Faulty):
            pass
        whole = Faulty()
        entry = f"an entry of {subject}"
        values = [whole.tried(_reader(kind.each), one, entry, number) for number, one in enumerate(raw)]
        for number, error in kind.repeats(values, subject):
            whole.note(error, number)
            values[number] = None
        whole.value = tuple(  # all keep their number
            [_stand_in(kind.each, number) if one is None else one for number, one in enumerate(values)]
        )
        raise whole

    return read_list


def _named(kind: Named) -> Read:
    """Texts by name, in the order of the names: a group says the same in any order."""

    def read_named(raw: Any, subject: str) -> Any:
        if not isinstance(raw, dict):
            raise kind.refuse(raw, subject)
        whole = Faulty()
        for name in raw:
            whole.tried(lambda name, _: kind.check_name(name), name, "", name)
        texts = [(name, whole.tried(_reader(kind.text), text, f"'{name}'", name)) for name, text in raw.items()]
        whole.value = tuple(sorted((name, text) for name, text in texts if text is not None and kind.matches(name)))
        if whole.findings:
            raise whole
        return whole.value

    return read_named


def _whole(kind: Group) -> Read:
    group = _group(kind.form)
    return lambda raw, subject: group.read(kind.opened(raw, subject), subject)


def _shared(kind: Group) -> Read:
    """Groups that a text may stand for: the same places and participants come again and again, each is read once."""
    read_group = _whole(kind)
    known: dict[Hashable, Any] = {}

    def read_shared(raw: Any, subject: str) -> Any:
        if isinstance(raw, str):
            key: Hashable = raw
        elif isinstance(raw, dict) and TEXTS_ONLY.issuperset(map(type, raw.values())):
            key = (*raw, *raw.values())
        else:
            return read_group(raw, subject)
        value = known.get(key)
        if value is None:
            value = read_group(raw, subject)
            if len(known) < MOST_KEPT:
                known[key] = value
        return value

    return read_shared


def _stand_in(kind: Kind, number: int = 0) -> Any:
    """What stands for a value that cannot be read, in a list of ids another for each place; None where nothing can."""
    if isinstance(kind, Group):
        return _completed(kind.form, {})
    return f"{PLACEHOLDER}{number}" if isinstance(kind, Reference) else kind.placeholder


def _completed(form: type[Value], values: dict[str, Any]) -> Any:
    """The group with a placeholder for all that must be given and is not; None if there can be none."""
    for one in fields_of(form):
        if one.required and not values.get(one.name):
            values[one.name] = (_stand_in(one.kind.each),) if isinstance(one.kind, Several) else _stand_in(one.kind)
    try:
        return form(**values)
    except FieldError:
        return None


# --- groups --------------------------------------------------------------------------------------------------------


class _Group:
    """Reads the groups of one form. `short` are fields of a list's only entry that may stand in the group itself."""

    def __init__(self, form: type[Value]) -> None:
        self.form = form
        self.fields = {one.written_as: one for one in fields_of(form)}
        self.required = {one.name for one in self.fields.values() if one.required}
        self.list = next((name for name, one in self.fields.items() if one.short), "")
        self.short = self.fields[self.list].short if self.list else ()
        self.entry = self.fields[self.list].kind.each.form if self.list else None  # type: ignore[attr-defined]
        self.names = {*self.fields, *self.short}
        quick = ((one, _quick(one.kind)) for one in self.fields.values())
        self.converted = [(one.written_as, one.name, reader, f"'{one.written_as}'") for one, reader in quick if reader]

    def straight(self, data: Any, given: Mapping[str, Any]) -> Any:
        """The value of a group without mistakes. Raises `FieldError` or `Faulty` as soon as something is wrong.

        Texts are checked when the value is made; an empty one would pass for one that is not given.
        """
        if type(data) is not dict or not data.keys() <= self.names or not all(data.values()):
            raise Faulty
        values = {**data}
        for name, to, reader, words in self.converted:
            if name in data:
                values[to] = reader(values.pop(name), words)
        entry = {name: values.pop(name) for name in self.short if name in data}
        if entry and self.entry:
            if self.list in data:
                raise Faulty
            values[self.list] = (_group(self.entry).straight(entry, NOTHING),)
        if not self.required <= values.keys():
            raise Faulty
        return self.form(**{**given, **values})

    def read(self, data: Any, subject: str, given: Mapping[str, Any] = NOTHING) -> Any:
        """The value of a group. Raises `FieldError` for what is no group, `Faulty` for mistakes in it."""
        try:
            return self.straight(data, given)
        except (FieldError, Faulty):
            pass  # outside the handler: what follows has no other mistake behind it
        return self.mended(data, subject, given)

    def mended(self, data: Any, subject: str, given: Mapping[str, Any]) -> Any:
        """As `read`, for a group in which something seems to be wrong."""
        if not isinstance(data, dict):
            raise Group(self.form).refuse(data, subject)
        return _Mending(self, data, given).value()


_GROUPS: dict[type[Value], _Group] = {}


def _group(form: type[Value]) -> _Group:
    """The reader of a form, made when it is first needed."""
    if form not in _GROUPS:
        _GROUPS[form] = _Group(form)
    return _GROUPS[form]


class _Mending:
    """Reads a group in which something is wrong, field by field."""

    def __init__(self, group: _Group, data: dict[str, Any], given: Mapping[str, Any]) -> None:
        self.group, self.data, self.values = group, dict(data), dict(given)
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
        value = self.whole.tried(_reader(one.kind), self.data[name], f"'{name}'", name)
        if len(self.whole.findings) > before:
            self.unread.add(name)
            value = self.stand_in(one) if value is None else value
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
        self.values[one.name] = self.stand_in(one)

    def stand_in(self, one: Field) -> Any:
        """A placeholder for a field that must be there, or a mark that must not be lost; None for another."""
        if not one.required and not isinstance(one.kind, Flag):
            return None
        return (_stand_in(one.kind.each),) if isinstance(one.kind, Several) else _stand_in(one.kind)

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
                    self.values[one.name] = self.stand_in(one)
