"""Candidates as the text of a timeline that a person corrects: every guess stands under a TODO, which `check` finds."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from diplotimeline.drafting.candidates import Candidate
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Actor, Source
from diplotimeline.writing.edits import indented
from diplotimeline.writing.plain import plain
from diplotimeline.writing.yaml_text import in_lines, in_one_line, text_of

HEAD = """\
# yaml-language-server: $schema=schema.json
# A draft: what was found in the text, nothing more. Decide what is guessed, delete the mark above it, and delete what
# is no event; `diplotimeline check` finds the marks that are left.
"""
ASKED = "TODO"
UNKNOWN = {"title": ASKED, "type": f"{ASKED}  # no word of the sentence tells it"}  # for what is not known
GUESSED = ("title", "type", "actors", "place", "casualties", "status")


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
        if texts or name == "events":
            none = all(text.startswith("# left out") for text in texts)
            apart = "\n\n" if name == "events" else "\n"
            lines += [f"{name}: []" if none else f"{name}:", indented(apart.join(texts), 2), ""]
    return HEAD + "\n".join(lines).rstrip("\n") + "\n"


def entries(
    statements: Sequence[Statement], register: Timeline, *, declared: bool, left_out: bool = False
) -> dict[str, list[str]]:
    """The entries of actors, sources and events as YAML without indentation, for a new file or one that there is.

    If the file has the register, its actors and sources are `declared` there and become no entries.
    """
    asked = "\n  # TODO speaker: the id of the actor whose words these are"
    return {
        "actors": [*_actors(statements, Timeline() if declared else register)],
        "sources": [
            f"{one.id}:\n  {in_lines(_fields(one.source), 2)}{'' if one.source.speaker else asked}"
            for one in statements
            if not declared or one.id not in register.sources
        ],
        "events": [
            "\n".join(_event(found, one.id))
            for one in statements
            for found in one.found
            if left_out or not found.reason
        ],
    }


def _event(one: Candidate, source: str) -> Iterator[str]:
    """The lines of an event; of what is none the reason, and the date if it names one, as a comment."""
    if one.reason:
        yield f"# left out, {', '.join(filter(None, (one.reason, one.date or ' or '.join(one.readings))))}: {one.quote}"
        return
    fields = {
        "part": one.part, "date_text": one.date_text, "title": one.title, "type": one.type,
        "actors": [*one.actors, *dict(one.proposed), *(ASKED for _ in one.shared[:1])],
        "place": one.place, "status": one.status.removeprefix("reported"), "casualties": plain(one.casualties),
        "source": source, "according_to": one.according_to, "quote": one.quote,
    }  # fmt: skip
    if guessed := ", ".join(name for name in GUESSED if fields[name] not in ("", [], [ASKED])):
        yield f"# TODO guessed: {guessed.replace('type', f'type (from “{one.words}”)')}"
    yield from (f"# TODO “{name}” is {' or '.join(ids)}" for name, ids in one.shared)
    date = text_of(one.date) + (f"  # TODO {one.doubt}" if one.doubt else "")
    asked = ": ".join(filter(None, (" or ".join(map(text_of, one.readings)), one.why)))
    yield f"- date: {date if one.date else f'TODO  # {asked}'}"
    written = UNKNOWN | {name: in_one_line(value) for name, value in fields.items() if value}
    yield from (f"  {name}: {written[name]}" for name in fields if name in written)


def _actors(statements: Sequence[Statement], register: Timeline) -> Iterator[str]:
    """Those of the register that are named or may be meant, and all that they belong to; then those only proposed."""
    found = [one for statement in statements for one in statement.found if not one.reason]
    speaking = (one.source.speaker for one in statements)
    named = ((*one.actors, one.according_to, *chain(*dict(one.shared).values())) for one in found)
    needed = {above for id in chain(*speaking, *named) for above in register.lineage(id)}
    yield from (f"{id}: {in_one_line(_fields(actor))}" for id, actor in register.actors.items() if id in needed)
    for id, actor in dict(chain(*(one.proposed for one in found))).items():
        yield f"# TODO is this an actor, and is it named so?\n{id}: {in_one_line(_fields(actor))}"


def _fields(value: Actor | Source) -> dict[str, Any]:
    """The fields that are filled in; a single id needs no brackets."""
    return {name: one[0] if name in ("of", "speaker") and len(one) == 1 else one for name, one in plain(value).items()}
