"""The JSON Schema (2020-12) of timeline files, for editors: made from the fields that the values declare.

An editor reads YAML 1.2, where `2022` and `48.2` are numbers; the tool reads text. Both are allowed where both occur.
"""

import json
from collections.abc import Mapping
from typing import Any

from diplotimeline.record import values
from diplotimeline.record.casualties import Casualties, Count
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.fields import Field, Value, fields_of
from diplotimeline.record.groups import Group, Several
from diplotimeline.record.kinds import LINE, TEXTS
from diplotimeline.record.words import TOLLS

Schema = dict[str, Any]

FORMS: tuple[type[Value], ...] = (
    values.Actor, Casualties, values.Claim, Count, values.Document, values.Event,
    values.Participant, values.Place, values.Relation, values.Source, values.Translation,
)  # fmt: skip


def schema_text(timeline: Timeline | None = None) -> str:
    """The schema as it is printed and kept beside the bundled timelines."""
    return json.dumps(schema(timeline), ensure_ascii=False, indent=2) + "\n"


def schema(timeline: Timeline | None = None) -> Schema:
    """The schema of a timeline file, with a description for every field and every word of a closed list.

    It offers the ids and tags of a timeline where such a one belongs, and allows others: the next may be new.
    """
    whole = _group(values.Header) | {"description": "A whole timeline file."}
    whole["properties"] |= {
        "actors": {"type": "object", "additionalProperties": Group(values.Actor).schema, "description": "Actors by id"},
        "sources": {
            "type": "object", "additionalProperties": Group(values.Source).schema, "description": "Sources by id",
        },
        "events": {**Several(Group(values.Event)).schema, "description": "Events"},
    }  # fmt: skip
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "diplotimeline timeline file"}
    forms = {form.__name__: _group(form) for form in FORMS}
    return head | whole | {"$defs": {**forms, **TEXTS, **_listed(timeline or Timeline())}}


def _listed(timeline: Timeline) -> Schema:
    """The kinds of `Listed`: the ids of a timeline with their names, and its tags."""
    known: dict[str, Mapping[str, str]] = {
        "actor-id": {id: actor.name for id, actor in timeline.actors.items()},
        "source-id": {id: source.title for id, source in timeline.sources.items()},
        "event-id": {event.id: event.title for event in timeline.events},
        "tag": {tag: "" for event in timeline.events for tag in event.tags},
    }
    return {
        name: {"anyOf": [{"enum": [*words], "enumDescriptions": [*words.values()]}, LINE.schema]}
        if words
        else LINE.schema
        for name, words in known.items()
    }


def _group(form: type[Value]) -> Schema:
    """The schema of a group of fields, with what these need of one another."""
    made: Schema = {"type": "object", "additionalProperties": False}
    if form.__doc__:  # `python -OO` takes it away
        made["description"] = " ".join(form.__doc__.split("\n\n")[0].split())
    declared = fields_of(form)
    made["properties"] = {name: content for one in declared for name, content in _properties(one).items()}
    required = [one.written_as for one in declared if one.required and not one.short]
    together = [*declared, *(field for one in declared for field in _short(one))]
    needs = {one.written_as: [one.needs] for one in together if one.needs and one.needs not in required}
    made |= {"required": required} if required else {}
    made |= {"dependentRequired": needs} if needs else {}
    made |= {"minProperties": 1} if form is Count else {}
    made |= {"anyOf": [{"required": [toll]} for toll in TOLLS]} if form is Casualties else {}
    return made | next((_either(one) for one in declared if one.short), {})


def _properties(one: Field) -> dict[str, Schema]:
    """A field by its name in a file; before a list the fields of its only entry that may stand in the group itself."""
    short = {name: content for field in _short(one) for name, content in _properties(field).items()}
    return {**short, one.written_as: {**one.kind.schema, "description": one.description}}


def _short(one: Field) -> list[Field]:
    """The fields of the only entry of a list that may stand in the group itself."""
    if not (one.short and isinstance(one.kind, Several) and isinstance(one.kind.each, Group)):
        return []
    return [field for field in fields_of(one.kind.each.form) if field.written_as in one.short]


def _either(one: Field) -> Schema:
    """Either the list, or its only entry in the group itself; an empty list may stand beside that."""
    name = one.written_as
    first = {"required": [one.short[0]], "properties": {name: {"maxItems": 0}}}
    several = {"required": [name], "properties": {name: {"minItems": 1}}}
    return {"oneOf": [first, several | {"not": {"anyOf": [{"required": [short]} for short in one.short]}}]}
