"""`schema`: the JSON Schema of the format, for editors."""

from typing import Annotated

import typer

from diplotimeline.cli.filters import Drafts, Private, Word
from diplotimeline.cli.inputs import unchecked
from diplotimeline.cli.streams import print_text
from diplotimeline.record.schema import schema_text

Given = Annotated[
    Word, typer.Argument(metavar="[TIMELINE]", help="Its ids and tags are offered, too.", show_default=False)
]


def schema(timeline: Given = None, *, drafts: Drafts = False, private: Private = False) -> None:
    """Print the JSON Schema of timeline files, for editors."""
    print_text(schema_text(unchecked(timeline, drafts=drafts, private=private) if timeline is not None else None))
