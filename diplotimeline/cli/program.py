"""The program around the commands: how it is called, how it ends, and what it says when a call is wrong."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

import diplotimeline
from diplotimeline.cli.streams import prepare_streams, print_text, say
from diplotimeline.errors import DiplotimelineError
from diplotimeline.reading.find import bundled
from diplotimeline.suggest import closest

WRONG_CALL, INTERRUPTED = 2, 130

# What people type who know other tools.
SYNONYMS = {
    "validate": "check", "lint": "check", "verify": "check", "list": "show", "timeline": "show", "print": "show",
    "convert": "export", "init": "new", "create": "new",
}  # fmt: skip

EXAMPLES = """\b
Examples:
  diplotimeline show
  diplotimeline show my.yaml --actor armenia --from 2022-09
  diplotimeline check my.yaml
  diplotimeline export my.yaml -o my.csv
"""


class _Commands(TyperGroup):
    """The commands, with an answer for words that are none."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
            ctx.fail(self.advice(args[0]))
        return super().resolve_command(ctx, args)

    def advice(self, word: str) -> str:
        if word.endswith((".yaml", ".yml")) or os.path.exists(word) or word in bundled():
            return f"'{word}' is not a command. Did you mean 'diplotimeline show {word}'?"
        meant = SYNONYMS.get(word, "")
        meant = meant if meant in self.commands else closest(word, self.commands)
        hint = f"Did you mean '{meant}'?" if meant else f"Commands: {', '.join(self.commands)}."
        return f"No such command '{word}'. {hint}"


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    rich_markup_mode=None,  # plain help: narrow, greppable, no colour forced by CI services
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run() -> NoReturn:
    """The command as a process: it ends at once, without taking every module apart, a tenth of the time of `show`."""
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:  # the moments before and after the command itself
        code = INTERRUPTED
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, KeyboardInterrupt):
            stream.flush()
    os._exit(code)


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run a command line and end with its exit code; nothing a user can do ends in a traceback."""
    prepare_streams()
    try:
        code = app(args, prog_name="diplotimeline", standalone_mode=False)
    except TyperException as error:
        say(f"Error: {error.format_message()}")
    except DiplotimelineError as error:
        say(f"Error: {error.message}", *([f"  {error.help}"] if error.help else []))
    except OSError as error:
        say(f"Error: {(error.strerror or str(error)).lower()}")
    except MemoryError:
        say("Error: there is not enough memory for this call")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except SystemExit:  # only so does Typer end when nobody reads its help any more: `--help | head -1`
        sys.exit(0)
    else:
        sys.exit(code if isinstance(code, int) else 0)
    sys.exit(WRONG_CALL)


@app.callback(invoke_without_command=True, epilog=EXAMPLES)
def _program(
    ctx: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Chronologies of conflict and diplomacy: every line can be traced to the words of a source."""
    if version:
        print_text(f"diplotimeline {diplotimeline.__version__}\n")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        print_text(ctx.get_help() + "\n")
