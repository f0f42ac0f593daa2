"""`new`: a timeline to begin with, a valid file without events and one example of everything as comments."""

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from diplotimeline.cli.streams import NOT_SYNCED, say
from diplotimeline.errors import CallError
from diplotimeline.files import write_new
from diplotimeline.reading.find import ENDINGS
from diplotimeline.record.schema import schema_text

STARTER = Path(__file__).with_name("new.yaml")


def new(file: Annotated[str, typer.Argument(metavar="FILE", help="The timeline to begin, such as my.yaml.")]) -> None:
    """Start a commented timeline; never overwrites."""
    path = Path(file)
    if path.suffix not in ENDINGS or path.name.startswith("."):  # a hidden file is passed over in its folder
        stem = "" if path.name in ENDINGS else path.stem.strip(".")
        better = path.with_name(f"{stem or 'my'}.yaml") if path.name else "my.yaml"
        raise CallError(f"{file or repr(file)} does not look like a timeline", f"name it {better}")
    beside = path.with_name("schema.json")  # the first line of the timeline names it
    made = path.parent.is_dir() and not (os.path.lexists(path) or os.path.lexists(beside))
    synced = write_new(beside, schema_text().encode()) if made else True  # first: what is named is there
    synced &= write_new(path, STARTER.read_bytes())
    say(*([f"Wrote {beside}, with which an editor completes and checks."] if made else []))
    say(f"Wrote {file}. Fill it in, then: diplotimeline check {shlex.quote(file)}", *([] if synced else [NOT_SYNCED]))
