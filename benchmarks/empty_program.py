"""A Typer program that does nothing, with the options of `show`: the price of starting at all."""

from typing import Annotated

import typer

Words = Annotated[list[str] | None, typer.Option()]
Word = Annotated[str, typer.Option()]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def show(
    timelines: Annotated[list[str] | None, typer.Argument()] = None,
    *,
    oneline: bool = False, reverse: bool = False, notes: bool = False,
    actor: Words = None, start: Word = "", end: Word = "", on: Word = "", certain: bool = False,
    type: Words = None, source: Words = None, status: Words = None, tag: Words = None, grep: Word = "",
) -> None:  # fmt: skip
    """Do nothing."""


@app.command()
def other() -> None:
    """Do nothing either; one command alone would be no group."""


app()
