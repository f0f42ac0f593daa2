"""Candidates as the text of a timeline that a person corrects: every guess stands under a TODO, which `check` finds."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from diplotimeline.drafting.candidates import Candidate
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Actor, Source
from diplotimeline.writing.edits import indented
from diplotimeline.writing.plain import plain
from diplotimeline.writing.yaml_text import below, in_one_line, text_of

HEAD = """\
# yaml-language-server: $schema=schema.json
# A draft: what was found in the text, nothing more. Decide what is guessed, delete the mark above it, and delete what
# is no event; `diplotimeline check` finds the marks that are left.
"""
ASKED = {"title": "TODO", "type": "TODO  # no word of the sentence tells it"}
"""What stands in place of a title that cannot be made, and of a type that is not known."""


class Statement(NamedTuple):
    """A text that was drafted: the id of its source, the source itself, and what was found."""

    id: str
    source: Source
    found: Sequence[Candidate]


def timeline_text(
    statements: Sequence[Statement], register: Timeline, *, include: str = "", left_out: bool = False
) -> str:
    """A new timeline file with the candidates of statements; `left_out` adds the others as comments, with their reason.

    Of the register the actors are copied that the events name and those they belong to, unless it is a file to include.
    """
    sections = entries(statements, register, declared=bool(include), left_out=left_out)
    lines = [f"title: {text_of(statements[0].source.title)}  # TODO a title for the chronology", ""]
    lines += [f"include: [{text_of(include, in_brackets=True)}]", ""] if include else []
    for name, texts in sections.items():
        if name == "events" and all(text.startswith("# left out") for text in texts):
            lines += ["events: []", "", *texts]
        elif texts:
            apart = "\n\n" if name == "events" else "\n"
            lines += [f"{name}:", indented(apart.join(texts), 2), ""]
    return HEAD + "\n".join(lines).rstrip("\n") + "\n"


def entries(
    statements: Sequence[Statement], register: Timeline, *, declared: bool, left_out: bool = False
) -> dict[str, list[str]]:
    """The entries of actors, sources and events as YAML without indentation, for a new file or one that there is.

    If the file has the register, its actors and sources are `declared` there and become no entries.
    """
    new = [one for one in statements if not declared or one.id not in register.sources]
    return {
        "actors": [*([] if declared else _register(statements, register)), *_proposed(statements, register)],
        "sources": ["\n".join(_source(one)) for one in new],
        "events": [
            "\n".join(_left_out(found) if found.reason else _event(found, one.id))
            for one in statements
            for found in one.found
            if left_out or not found.reason
        ],
    }


def _event(one: Candidate, source: str) -> Iterator[str]:
    actors = [*one.actors, *(each.id for each in one.proposed)]
    cited = {"source": source, "according_to": one.according_to, "quote": one.quote}
    fields = {
        "part": one.part, "date_text": one.date_text, "title": one.title, "type": one.type,
        "actors": [*actors, *(["TODO"] if one.shared else [])], "place": one.place,
        "status": one.status if one.status != "reported" else "",
        "casualties": plain(one.casualties),
        **({} if one.according_to else cited),
    }  # fmt: skip
    guessed = {
        "title": one.title, f"type (from “{one.words}”)": one.type, "actors": actors,
        "place": one.place, "casualties": one.casualties, "status": one.status != "reported",
    }  # fmt: skip
    if names := ", ".join(name for name, given in guessed.items() if given):
        yield f"# TODO guessed: {names}"
    yield from (f"# TODO “{name}” is {' or '.join(ids)}" for name, ids in one.shared)
    yield f"- date: {_date(one)}"
    for name, value in fields.items():
        if value or name in ASKED:
            yield f"  {name}: {in_one_line(value) if value else ASKED[name]}"
    if one.according_to:
        yield f"  {below('claims', [cited], 2)}"


def _left_out(one: Candidate) -> Iterator[str]:
    """What is no event, as a comment with the reason, and the date if it names one."""
    when = f", {one.date or ' or '.join(one.readings)}" if one.date or one.readings else ""
    yield f"# left out, {one.reason}{when}: {one.quote}"


def _date(one: Candidate) -> str:
    if one.date:
        return text_of(one.date) + (f"  # TODO {one.doubt}" if one.doubt else "")
    return f"TODO  # {': '.join(filter(None, (' or '.join(map(text_of, one.readings)), one.why)))}"


def _register(statements: Sequence[Statement], register: Timeline) -> Iterator[str]:
    """The actors that are named, those a person may choose from, and all that they belong to."""
    named = [id for one in statements for id in one.source.speaker]
    for one in (found for statement in statements for found in statement.found):
        named += [*one.actors, one.according_to, *(id for _, ids in one.shared for id in ids)]
    needed = {above for id in named for above in register.lineage(id)}
    yield from (f"{id}: {in_one_line(_fields(actor))}" for id, actor in register.actors.items() if id in needed)


def _proposed(statements: Sequence[Statement], register: Timeline) -> Iterator[str]:
    """Those who seem to take part, where no register says who they are."""
    named = (each for statement in statements for one in statement.found if not one.reason for each in one.proposed)
    for id, proposed in {each.id: each for each in named if each.id not in register.actors}.items():
        fields = {"name": proposed.name} | ({"kind": proposed.kind} if proposed.kind else {})
        yield f"# TODO is this an actor, and is it named so?\n{id}: {in_one_line(fields)}"


def _source(one: Statement) -> Iterator[str]:
    yield f"{one.id}:"
    yield from (f"  {name}: {in_one_line(value)}" for name, value in _fields(one.source).items())
    if not one.source.speaker:
        yield "  # TODO speaker: the id of the actor whose words these are"


def _fields(one: Actor | Source) -> dict[str, Any]:
    """The fields that are filled in; a single id needs no brackets."""
    single = ("of", "speaker")
    return {name: value[0] if name in single and len(value) == 1 else value for name, value in plain(one).items()}
