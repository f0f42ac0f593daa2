"""A drafted file as the command `draft` writes it, of a text at hand."""

from collections.abc import Mapping
from datetime import date

from diplotimeline import Actor, Source, Timeline
from diplotimeline.dates import parse
from diplotimeline.drafting import candidates, language_of
from diplotimeline.drafting.writing import Statement, timeline_text


def draft(
    text: str, issued: date, *, language: str = "", actors: Mapping[str, Actor] | None = None, file: str = "",
    everything: bool = False,
) -> str:  # fmt: skip
    """The text of a timeline with the candidates of a statement, which lies in `file`."""
    language = language or language_of(text)
    found = candidates(text, issued, language=language, actors=actors)
    title = f"Statement of {issued}"
    source = Source(title=title, issued=parse(issued.isoformat()), language=language, file=file)
    statement = Statement("statement", source, found)
    return timeline_text([statement], Timeline(actors=actors or {}), left_out=everything)
