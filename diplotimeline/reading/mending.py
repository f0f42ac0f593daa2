"""Reads a part of a file that has mistakes: each is noted once, in plain words, and mended for the next reading.

A mistyped name is read as the one that was meant, a faulty value left out or replaced by a placeholder.
"""

import copy
from collections.abc import Hashable
from dataclasses import fields, replace
from typing import Any, cast, get_args, get_origin, get_type_hints

from pydantic import ValidationError

from diplotimeline.problems import TODO, TODO_WORDS, Finding, Route
from diplotimeline.reading.forms import PLACEHOLDER, Reading, adapter, as_written
from diplotimeline.record.values import SECTIONS, Header
from diplotimeline.suggest import closest, did_you_mean, is_slip

ROUNDS = 8
MOST_SUGGESTIONS = 100
# What a faulty or missing part is read as, so that the rest of its event can still be looked at.
PLACEHOLDERS: dict[Any, Any] = {
    "date": "0001", "title": PLACEHOLDER, "source": PLACEHOLDER, "who": PLACEHOLDER, "name": PLACEHOLDER,
    "event": PLACEHOLDER, "as": "about", "claims": [{"source": PLACEHOLDER}],
}  # fmt: skip
PLACEHOLDER_ENTRIES = {
    "claims": {"source": PLACEHOLDER},
    "casualties": {"who": PLACEHOLDER},
    "related": {"event": PLACEHOLDER, "as": "about"},
}

# Fields that a name far from theirs may stand for, because something must.
REQUIRED = {
    "Event": ("date", "title", "source"), "Actor": ("name",), "Source": ("title",), "Claim": ("source",),
    "Place": ("name",), "Participant": ("who",), "Casualties": ("who",), "Relation": ("event", "as"),
}  # fmt: skip
# Fields that mean nothing without another one: they are left out with it.
LINKED = {"date": ("part",), "lat": ("lon",), "lon": ("lat",)}

PATTERN_WORDS = {
    "country": ("is not a country code", "write three capital letters (ISO 3166-1 alpha-3), such as NOR"),
    "iso": ("is not a country code", "write three capital letters (ISO 3166-1 alpha-3), such as NOR"),
    "wikidata": ("is not a Wikidata item", "write such as Q399"),
    "language": ("is not a language code", "write such as en, fr or hy"),
    "sha256": ("is not a SHA-256", "write its 64 hexadecimal figures"),
    "id": ("is not an id", "write small letters, figures and hyphens: 2022-10-04-call"),
}
# Mistakes that pydantic reports for an event as a whole belong to one of its fields.
FIELD_OF_RULE = {"no-source": "source", "bad-part": "part"}
FORM_NAMES = {
    "Header": "a timeline", "Actor": "an actor", "Source": "a source", "Event": "an event", "Claim": "a claim",
    "Place": "a place", "Participant": "a participant", "Casualties": "an entry of 'casualties'",
    "Relation": "an entry of 'related'", "Count": "a count",
}  # fmt: skip


class Mending:
    """Reads a faulty part again and again, each time without the mistakes that were already found."""

    def __init__(self, form: type[Any], data: Any, route: Route, file: int) -> None:
        self.form, self.route, self.file = form, route, file
        self.data = copy.deepcopy(data)
        self.findings: dict[Route, Finding] = {}
        self.renamed: dict[Route, Route] = {}

    def run(self, error: ValidationError) -> Reading[Any]:
        value = None
        for _ in range(ROUNDS):
            errors = error.errors(include_url=False)
            for details in sorted(errors, key=lambda one: one["type"] == "missing"):
                self.take(dict(details))
            try:
                value = adapter(cast(Hashable, self.form)).validate_python(self.data)
                break
            except ValidationError as again:
                error = again
        renamed = {self.route + meant: self.route + written for meant, written in self.renamed.items()}
        found = (replace(one, route=as_written(self.route + one.route, renamed)) for one in self.findings.values())
        return Reading(value, tuple(found), renamed)

    def take(self, error: dict[str, Any]) -> None:
        """Note one of pydantic's errors, unless it echoes a mistake already noted, and mend it."""
        rule, loc = error["type"], error["loc"]
        if rule in FIELD_OF_RULE and loc[-1:] != (FIELD_OF_RULE[rule],):
            loc = (*loc, FIELD_OF_RULE[rule])
        form = _form_at(self.form, loc[:-1])
        if rule == "unexpected_keyword_argument":
            self.unknown_key(form, loc)
        elif rule in ("missing", "no-source"):
            self.missing(error, form, loc)
        else:
            is_short = isinstance(self.at(loc[:-1]), str)  # a place that is only its name
            self.note(_in_words(error, loc, self.route + (loc[:-1] if is_short else loc)))
            self.remove(loc)

    def unknown_key(self, form: type[Any], loc: Route) -> None:
        """A mistyped name is read as the field that was meant, if that one is not there."""
        names = [*_field_names(form), *(SECTIONS if form is Header else ())]
        key = str(loc[-1])
        parent = self.at(loc[:-1])
        value = parent.pop(loc[-1], None) if isinstance(parent, dict) else None
        meant = closest(key, names) if len(self.findings) < MOST_SUGGESTIONS else ""
        message = f"{FORM_NAMES.get(form.__name__, 'this group')} has no field '{key}'"
        self.note(Finding("unknown-key", message, did_you_mean(key, names, "its fields"), loc, at="key"))
        taken = {"source": "claims", "claims": "source"}.get(meant, meant)
        plausible = is_slip(key, meant) or meant in REQUIRED.get(form.__name__, ())
        if not isinstance(parent, dict) or {meant, taken} & parent.keys():
            return
        if plausible and meant in _field_names(form):
            parent[meant] = value
            self.renamed[(*loc[:-1], meant)] = as_written(loc, self.renamed)

    def missing(self, error: dict[str, Any], form: type[Any], loc: Route) -> None:
        parent = self.at(loc[:-1])
        ours = error.get("ctx") or {}
        if not isinstance(parent, dict) or (loc[-1] in parent and not ours):
            return  # a mistyped name was read as this one
        name = FORM_NAMES.get(form.__name__, "this group")
        message = ours.get("message") or f"{name} needs '{loc[-1]}', which is missing"
        self.note(Finding(
            "no-source" if ours else "missing-key", message, ours.get("help") or f"add '{loc[-1]}:'", loc, at="key"
        ))  # fmt: skip
        for both in ("claims", "quote") if ours else ():
            parent.pop(both, None)
        parent[loc[-1]] = copy.deepcopy(PLACEHOLDERS.get(loc[-1], PLACEHOLDER))
        for linked in LINKED.get(str(loc[-1]), ()):
            parent.pop(linked, None)

    def note(self, finding: Finding) -> None:
        self.findings.setdefault(finding.route, replace(finding, file=self.file))

    def at(self, loc: Route) -> Any:
        value = self.data
        for step in loc:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def remove(self, loc: Route) -> None:
        """Leave out a faulty value; where something must stand, put a placeholder that no rule looks at."""
        if not loc:
            return
        parent, step = self.at(loc[:-1]), loc[-1]
        if isinstance(parent, dict):
            parent.pop(step, None)
            other = {"claims": "source", "source": "claims"}.get(str(step), "")
            if step in PLACEHOLDERS and other not in parent:
                parent[step] = copy.deepcopy(PLACEHOLDERS[step])
            for linked in LINKED.get(str(step), ()):
                parent.pop(linked, None)
        elif isinstance(parent, list) and isinstance(step, int):
            entry = PLACEHOLDER_ENTRIES.get(str(loc[-2]), PLACEHOLDER) if len(loc) > 1 else PLACEHOLDER
            if parent[step] == entry:
                self.remove(loc[:-1])
            else:
                parent[step] = copy.deepcopy(entry)


def _form_at(form: type[Any], loc: Route) -> type[Any]:
    """The form of the group at a place: follows the declared types of the fields."""
    for step in loc:
        if isinstance(step, str):
            hints = get_type_hints(form, include_extras=True)
            names = {_file_name(one): one.name for one in fields(form)}
            form = _form_in(hints.get(names.get(step, ""), Any)) or form
    return form


def _form_in(hint: Any) -> type[Any] | None:
    if isinstance(hint, type) and hint.__name__ in FORM_NAMES:
        return hint
    inner = get_args(hint)[:1] if get_origin(hint) is None else get_args(hint)
    return next((found for one in inner if (found := _form_in(one)) is not None), None)


def _file_name(one: Any) -> str:
    """A field's name in the file: `as` is no name in Python."""
    return str(getattr(one.default, "alias", None) or one.name)


def _field_names(form: type[Any]) -> list[str]:
    return [_file_name(one) for one in fields(form) if one.init]


def _in_words(error: dict[str, Any], loc: Route, named: Route) -> Finding:
    """One of pydantic's findings under the name of a rule, without pydantic's words; `named` is what it speaks of."""
    rule, value, ours = error["type"], error["input"], error.get("ctx") or {}
    if isinstance(value, str) and TODO.search(value):
        return Finding("todo-left", *TODO_WORDS, loc)
    name = next((str(step) for step in reversed(named) if isinstance(step, str)), "")
    subject = f"an entry of '{name}'" if isinstance(named[-1], int) else f"'{name}'"
    if value is None or (isinstance(value, str) and not value.strip()):
        return Finding("empty-value", f"{subject} is empty", "give it a value, or delete the line", loc, at="key")
    if "message" in ours:
        return Finding(rule, ours["message"], ours.get("help", ""), loc)
    if rule == "string_pattern_mismatch" and name in PATTERN_WORDS:
        words, help = PATTERN_WORDS[name]
        return Finding("wrong-type", f"{_shown(value)} {words}", help, loc)
    if rule == "string_pattern_mismatch":
        return Finding("wrong-type", f"{subject} runs over several lines", "write it on one line", loc)
    if rule == "literal_error" and isinstance(value, str):
        known = [word.strip("'") for word in ours["expected"].replace(" or ", ", ").split(", ")]
        return Finding(
            "wrong-type", f"{_shown(value)} is not one of the words for '{name}'", did_you_mean(value, known), loc
        )
    return Finding("wrong-type", *_shape_words(rule, subject, value), loc)


def _shape_words(rule: str, subject: str, value: Any) -> tuple[str, str]:
    """A list, a group or a text where another of them belongs."""
    found = "a list" if isinstance(value, list) else "a group" if isinstance(value, dict) else "a text"
    if rule == "number_type":
        return f"{subject} is {found}, but a number belongs here", "write it in figures"
    if rule == "tuple_type":
        return f"{subject} is {found}, but a list belongs here", "write [one, two], or a line '- one' for each"
    if rule == "dataclass_type":
        return (
            f"{subject} is {found}, but a group belongs here",
            "write {name: value, …}, or indented 'name: value' lines",
        )
    return (
        f"{subject} is {found}, but a text belongs here",
        "a text that has ': ', '[' or '{' in it needs quotation marks",
    )


def _shown(value: str) -> str:
    return repr(value if len(value) <= 60 else value[:60] + "…")
