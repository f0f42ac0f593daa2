"""The JSON Schema (2020-12) of timeline files, for editors: made from the forms that validate them.

An editor reads YAML 1.2, where `2022` and `48.2` are numbers; the tool reads text. Both are allowed where both occur.
"""

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from diplotimeline.record.fields import DEGREES, WHOLE_NUMBER
from diplotimeline.record.values import FORM, Actor, Event, Header, Source, option

Schema = dict[str, Any]

_DATE = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
_QUALIFIED = rf"{_DATE}[?~%]?"
_UNSPECIFIED = r"[0-9]{4}-(?:0[1-9]|1[0-2])-XX|[0-9]{4}-XX(?:-XX)?|[0-9]{3}X|[0-9]{2}XX"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
_INTERVAL = rf"(?:{_QUALIFIED}|\.\.)?/{_QUALIFIED}|{_QUALIFIED}/(?:\.\.)?"
_RANGE = rf"{_DATE}(?:\.\.{_DATE})?"
_SET = rf"\[(?:\.\.{_DATE}|{_RANGE}|{_DATE}\.\.(?=\]))(?:,{_RANGE})*(?:,{_DATE}\.\.)?\]"
_DATETIME = rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{_CLOCK}"

EDTF_PATTERN = rf"^(?:{_QUALIFIED}|[0-9]{{4}}-2[1-4]|{_UNSPECIFIED}|{_DATETIME}|{_INTERVAL}|{_SET})$"
EDTF: Schema = {
    "type": ["string", "integer"],
    "pattern": EDTF_PATTERN,
    "patternErrorMessage": "A date is written year-month-day: 2022-09-13, 2022-09, 2022-09-13/2022-09-14, 2022-09~",
}
NUMBER: Schema = {"type": ["number", "string"], "pattern": f"^{DEGREES.pattern}$"}
WHOLE: Schema = {"type": ["integer", "string"], "minimum": 0, "pattern": f"^{WHOLE_NUMBER.pattern}$"}

# What the forms check in Python, in the schema's words.
FIELDS: dict[str, Schema] = {
    "date": EDTF, "issued": EDTF, "accessed": EDTF, "lat": NUMBER, "lon": NUMBER, "low": WHOLE, "best": WHOLE,
    "high": WHOLE,
    "url": {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"},
    "archive_url": {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"},
}  # fmt: skip
FORMS: dict[str, Schema] = {
    "Event": {
        "oneOf": [
            {"required": ["source"], "not": {"required": ["claims"]}},
            {"required": ["claims"], "not": {"anyOf": [{"required": ["source"]}, {"required": ["quote"]}]}},
        ]
    },
    "Place": {"dependentRequired": {"lat": ["lon"], "lon": ["lat"]}},
    "Count": {"minProperties": 1},
}
# Set by the loader, not written in a file.
NOT_WRITTEN = {"Actor": ("id", "origin"), "Source": ("id", "origin"), "Event": ("origin",)}


@dataclass(frozen=True, slots=True, kw_only=True, config=FORM)
class Document(Header):
    """A whole timeline file."""

    actors: dict[str, Actor] = option("Actors by id", {})
    sources: dict[str, Source] = option("Sources by id", {})
    events: tuple[Event, ...] = option("Events", ())


def schema_text() -> str:
    """The schema as it is printed and kept beside the bundled timelines."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> Schema:
    """The schema of a timeline file, with a description for every field."""
    made = TypeAdapter(Document).json_schema()
    forms = made.pop("$defs")
    for name, form in forms.items():
        _finish(form, name)
    _finish(made, "Document")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "diplotimeline timeline file"}
    return head | made | {"$defs": forms}


def _finish(form: Schema, name: str) -> None:
    """Take out what only Python knows, put in what the forms check in Python."""
    form.pop("title", None)
    if "description" in form:  # `python -OO` takes them away
        form["description"] = " ".join(form["description"].split("\n\n")[0].split())
    properties: dict[str, Schema] = form["properties"]
    for field in NOT_WRITTEN.get(name, ()):
        del properties[field]
    for field, content in properties.items():
        properties[field] = _field(content, FIELDS.get(field))
    if "claims" in properties:
        properties["claims"]["minItems"] = 1
    form |= FORMS.get(name, {})


def _field(content: Schema, override: Schema | None) -> Schema:
    description = {"description": content["description"]}
    if override is not None:
        return {**override, **description}
    content = {key: value for key, value in content.items() if key not in ("default", "title", "description")}
    choices = [one for one in content.get("anyOf", []) if one != {"type": "null"}]
    if len(choices) == 1:
        content = choices[0]
    elif choices:
        content = {"anyOf": choices}
    return {**_widened(content), **description}


def _widened(content: Schema) -> Schema:
    """A count written as a plain number may be a text of figures, as the tool reads it."""
    choices = [WHOLE if one == {"type": "integer"} else one for one in content.get("anyOf", [])]
    return {"anyOf": choices} if choices else content
