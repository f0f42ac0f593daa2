"""Candidates as a timeline file that a person corrects: every guess stands under a TODO, which `check` finds."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from diplotimeline.drafting.candidates import Candidate
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.fields import Value, fields_of
from diplotimeline.record.groups import OneOrMore
from diplotimeline.record.named import Named
from diplotimeline.record.values import Actor, Source

PLAIN_TEXT = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.()'’/–…-](?! #))*")
WORDS_OF_YAML = frozenset(("null", "true", "false", "yes", "no", "on", "off", "~"))
LIST = re.compile(r"\[.*\]|\{.*\}", re.DOTALL)
HEAD = """\
# yaml-language-server: $schema=schema.json
# A draft: what was found in the text, nothing more. Decide what is guessed, delete the mark above it, and delete what
# is no event; `diplotimeline check` finds the marks that are left.
"""


def timeline_text(
    found: Sequence[Candidate], source: Source, source_id: str, actors: Mapping[str, Actor], *, left_out: bool = False
) -> str:
    """A timeline file with the candidates; `left_out` adds the others as comments, each with its reason.

    The register holds the actors that the events name and those they belong to, word for word as they are given.
    """
    events = [one for one in found if not one.reason]
    lines = [f"title: {quoted(source.title)}  # TODO a title for the chronology", ""]
    lines += _register(events, source, actors)
    lines += ["sources:", f"  {source_id}:"]
    lines += [f"    {line}" for line in _source(source)]
    lines += ["", "events:" if events else "events: []"]
    for one in found:
        if not one.reason:
            lines += [*_event(one, source_id), ""]
        elif left_out:
            lines += [f"  # left out, {one.reason}: {one.quote}", ""]
    return HEAD + "\n".join(lines).rstrip("\n") + "\n"


def todos(one: Candidate) -> list[str]:
    """What a person has to decide of an event, in words."""
    asked = ["title", f"type (from “{one.words}”)"]
    asked += ["actors"] if one.actors else []
    asked += ["place"] if one.place else []
    asked += ["status"] if one.status != "reported" else []
    return [f"guessed: {', '.join(asked)}", *(f"“{name}” is {' or '.join(ids)}" for name, ids in one.shared)]


def quoted(text: str) -> str:
    """A text as a YAML value."""
    plain = PLAIN_TEXT.fullmatch(text) and text.lower() not in WORDS_OF_YAML and not text.endswith(" ")
    return text if plain else json.dumps(text, ensure_ascii=False)


def _event(one: Candidate, source_id: str) -> Iterator[str]:
    for question in todos(one):
        yield f"  # TODO {question}"
    yield f"  - date: {_date(one)}"
    if one.part:
        yield f"    part: {one.part}"
    if one.date_text:
        yield f"    date_text: {quoted(one.date_text)}"
    yield f"    title: {quoted(one.title)}"
    yield f"    type: {one.type or 'other'}"
    who = [*one.actors, *(["TODO"] if one.shared else [])]
    if who:
        yield f"    actors: [{', '.join(who)}]"
    if one.place:
        yield f"    place: {quoted(one.place)}"
    if one.status != "reported":
        yield f"    status: {one.status}"
    if one.according_to:
        yield "    claims:"
        yield f"      - source: {source_id}"
        yield f"        according_to: {one.according_to}"
        yield f"        quote: {quoted(one.quote)}"
    else:
        yield f"    source: {source_id}"
        yield f"    quote: {quoted(one.quote)}"


def _date(one: Candidate) -> str:
    if one.date:
        return _edtf(one.date) + (f"  # TODO {one.doubt}" if one.doubt else "")
    readings = " or ".join(map(_edtf, one.readings))
    return f"TODO  # {readings}: {one.why}" if readings else f"TODO  # {one.why}"


def _edtf(date: str) -> str:
    """A date as it stands in YAML: a set needs quotation marks."""
    return f'"{date}"' if LIST.fullmatch(date) else date


def _register(events: Sequence[Candidate], source: Source, actors: Mapping[str, Actor]) -> Iterator[str]:
    """The actors that are named, those a person may choose from, and all that they belong to."""
    named = [*source.speaker]
    for one in events:
        named += [*one.actors, one.according_to, *(id for _, ids in one.shared for id in ids)]
    needed = {above for id in named for above in Timeline(actors=actors).lineage(id)}
    if needed:
        yield "actors:"
        for id, actor in actors.items():
            if id in needed:
                yield f"  {id}: {{{', '.join(_fields(actor))}}}"
        yield ""


def _source(source: Source) -> Iterator[str]:
    yield from _fields(source)
    if not source.speaker:
        yield "# TODO speaker: the id of the actor whose words these are"


def _fields(one: Value) -> Iterator[str]:
    """The fields that are filled in, as they stand in a file; in a group a text with a comma needs its marks."""
    for field in fields_of(type(one)):
        name, value, kind = field.written_as, getattr(one, field.name), field.kind
        if not value:
            continue
        if isinstance(value, tuple) and len(value) == 1 and isinstance(kind, OneOrMore):
            value = value[0]
        if isinstance(kind, Named):
            yield f"{name}: {{{', '.join(f'{_inner(key)}: {_inner(text)}' for key, text in value)}}}"
        elif isinstance(value, Value):
            yield f"{name}: {{{', '.join(_fields(value))}}}"
        elif isinstance(value, tuple):
            yield f"{name}: [{', '.join(_inner(text) for text in value)}]"
        else:
            yield f"{name}: {_outer(name, str(value)) if isinstance(one, Source) else _inner(str(value))}"


def _inner(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if "," in text else quoted(text)


def _outer(name: str, text: str) -> str:
    return text if name == "issued" and text[0].isdigit() else quoted(text)
