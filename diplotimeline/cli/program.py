"""The program around the commands: how it is called, how it ends, and what it says when a call is wrong."""

import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.exceptions import TyperException
from typer.main import get_command

from diplotimeline import __version__
from diplotimeline.cli.streams import prepare_streams, print_text, say
from diplotimeline.errors import CallError, DiplotimelineError

WRONG_CALL = 2
ASKED = "_DIPLOTIMELINE_COMPLETE"
"""The variable by which the script of a shell asks: the shell, and which word of the line is to be completed."""

# In the order of the help, with their own. Each is a function in a module of its name, imported when it is called.
GROUPS = {
    "Look": {
        "show": "Print the chronology.",
        "list": "List who and what is in it: ids, how often, names.",
        "stats": "Count: months, actors, types, sources, evidence, gaps, meetings.",
        "compare": "Set two sources, or two timelines, side by side: what only one says, and where both differ.",
        "diff": "Tell what has changed: events, sources and actors, with old and new for each field.",
        "find": "Find words in the archived texts, with the claim to paste.",
    },
    "Bring in": {
        "new": "Start a commented timeline; never overwrites.",
        "draft": "Turn statements into candidate events, for a person to correct.",
        "import": "Turn a table into a draft of a timeline, for a person to complete; or take an export back.",
        "text": "Turn a document into the plain text in which quotes are searched.",
    },
    "Keep right": {
        "check": "Find every mistake, at its line, in one run.",
        "rename": "Change an id wherever it stands as one; nothing else in the files changes.",
        "schema": "Print the JSON Schema of timeline files, for editors.",
    },
    "Hand on": {"export": "Write the events in another format."},
}
COMMANDS = {name: words for group in GROUPS.values() for name, words in group.items()}
# What people type who know other tools.
SYNONYMS = {
    "validate": "check", "lint": "check", "verify": "check", "timeline": "show", "print": "show", "changes": "diff",
    "convert": "export", "init": "new", "create": "new", "extract": "text", "search": "find", "ls": "list",
    "grep": "find", "view": "show", "cat": "show", "count": "show --count", "summary": "stats", "history": "diff",
    "align": "compare", "mv": "rename", "ids": "list", "who": "list actors", "people": "list actors", "help": "--help",
    "version": "--version", "completion": "--install-completion",
    "actors": "list actors", "sources": "list sources", "events": "list events", "types": "list types",
    "tags": "list tags", "places": "list places",
}  # fmt: skip
# By an option that people try the one that is meant, and how it is written.
OPTIONS = {
    **dict.fromkeys(("--last", "--latest", "--newest", "--tail"), ("-n", "-r -n 3, the newest three")),
    **dict.fromkeys(("--limit", "--first", "--head", "--top"), ("-n", "-n 3, the first three")),
    **dict.fromkeys(("--search", "--find", "--contains", "--query", "--text"), ("--grep", "--grep TEXT")),
    **dict.fromkeys(("--not", "--exclude", "--without"), ("--not-actor", "--not-actor, --not-type or another --not-…")),
    **dict.fromkeys(("--between", "--range", "--dates"), ("--from", "--from 2022-09 --to 2022-10")),
    **dict.fromkeys(("--date", "--day", "--month", "--year", "--when"), ("--on", "--on 2022-09")),
    **dict.fromkeys(("--after",), ("--from", "--from")),
    **dict.fromkeys(("--before",), ("--to", "--to")),
    **dict.fromkeys(("--who", "--person", "--country", "--state"), ("--actor", "--actor")),
    **dict.fromkeys(("--location", "--at", "--in"), ("--place", "--place")),
    **dict.fromkeys(("--sort", "--order"), ("--reverse", "--reverse; the order is that of the dates")),
    **dict.fromkeys(("-o", "--output", "-f", "--format", "--json", "--csv"), ("--oneline", "'diplotimeline export'")),
}

EXAMPLES = """\b
Examples:
  diplotimeline show
  diplotimeline show my.yaml --actor armenia --from 2022-09
  diplotimeline check my.yaml
  diplotimeline export my.yaml -o my.csv
"""
# Plain help: narrow, greppable, no colour forced by CI services.
PLAIN: dict[str, Any] = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}


class _Conversion:
    """What becomes of the words that a call gives for one parameter: texts stay, the rest is left to Typer.

    Typer loads pydantic before it converts anything, even for an option that is not given, such as `--help`, and that
    costs more than to print a timeline.
    """

    def __init__(self, parameter: Any) -> None:
        self.parameter, self.of_typer = parameter, type(parameter).get_runtime_param

    def coerce(self, value: Any, **call: Any) -> Any:
        """The value for the command; `call` is what Typer needs for its messages."""
        if value is None:
            return () if self.parameter.multiple or self.parameter.nargs == -1 else None
        if self.parameter.type_descriptor.annotation in (str, list[str]):
            return value
        return self.of_typer(self.parameter).coerce(value, **call)


def _converting(parameters: list[Any]) -> list[Any]:
    """The same parameters, each with its `_Conversion` where Typer asks for one."""
    for parameter in parameters:
        parameter.get_runtime_param = partial(_Conversion, parameter)
    return parameters


class _Command(TyperCommand):
    """A command whose options for one value are given once: of two values one would be dropped without a word."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _converting(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """What the words of a call give. Raises `CallError` for an option that takes one value and has two."""
        try:
            _, _, given = self.make_parser(ctx).parse_args([*args])
        except TyperException as error:
            option, meant = OPTIONS.get(getattr(error, "option_name", ""), ("", ""))
            if not any(option in one.opts for one in self.params):
                raise
            raise CallError(error.format_message().partition(" (")[0], f"did you mean {meant}?") from None
        for one in given:
            single = isinstance(one, TyperOption) and not (one.multiple or one.is_flag)
            if single and given.count(one) > 1:
                raise CallError(f"{one.opts[0]} was given twice", "give it once")
        return super().parse_args(ctx, args)


class _Group(TyperGroup):
    """The command line as a whole: each command is imported when asked for; words that are none get an answer."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _converting(super().get_params(ctx))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - they are the same in every call
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write what each command does, in groups, without importing it."""
        widest = max(map(len, COMMANDS))
        for title, group in GROUPS.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(widest), words) for name, words in group.items()])

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            ctx.fail(_advice(cmd_name))
        command = typer.Typer(**PLAIN)
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command.command(cls=_Command)(getattr(import_module(f"diplotimeline.cli.{name}"), name))
        return get_command(command)


def _advice(word: str) -> str:
    """What to say to a word that is no command."""
    from diplotimeline.reading.find import bundled
    from diplotimeline.suggest import closest

    if word not in SYNONYMS and (word.endswith((".yaml", ".yml")) or os.path.exists(word) or word in bundled()):
        return f"'{word}' is not a command. Did you mean 'diplotimeline show {word}'?"
    meant = SYNONYMS.get(word) or closest(word, COMMANDS)
    hint = f"Did you mean '{meant}'?" if meant else f"Commands: {', '.join(COMMANDS)}."
    return f"No such command '{word}'. {hint}"


app = typer.Typer(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]}, **PLAIN)


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run a command line, by default `sys.argv`, and end with its exit code.

    Nothing that a user can do ends in a traceback.
    """
    words = sys.argv[1:] if args is None else args
    prepare_streams(words)
    try:
        if asked := os.environ.get(ASKED):
            _complete(asked, words)
        code = app(args, prog_name="diplotimeline", standalone_mode=False)
    except TyperException as error:
        say(f"Error: {error.format_message()}")
    except DiplotimelineError as error:
        say(f"Error: {error.message}", *([f"  {error.help}"] if error.help else []))
    except OSError as error:
        named = f"{error.filename}: " if error.filename else ""
        say(f"Error: {named}{(error.strerror or str(error)).lower()}")
    except MemoryError:
        say("Error: there is not enough memory for this call")
    except SystemExit:  # only so does Typer end when nobody reads its help any more: `--help | head -1`
        sys.exit(0)
    else:
        sys.exit(code if isinstance(code, int) else 0)
    sys.exit(WRONG_CALL)


def _complete(asked: str, words: Sequence[str]) -> NoReturn:
    """Print, line by line, the words that may follow in a line, and end."""
    from diplotimeline.cli.completion.words import following  # only for completion

    root: Any = get_command(app)
    print_text("".join(f"{word}\n" for word in following(asked, words, root, partial(root.get_command, None))))
    raise SystemExit


@app.callback(invoke_without_command=True, epilog=EXAMPLES)
def _program(
    ctx: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
    install_completion: Annotated[
        str, typer.Option(metavar="SHELL", help="Complete words in bash, zsh or fish.", show_default=False)
    ] = "",
    show_completion: Annotated[
        str, typer.Option(metavar="SHELL", help="Print the script for that.", show_default=False)
    ] = "",
) -> None:
    """Chronologies of conflict and diplomacy: every line can be traced to the words of a source."""
    if version:
        print_text(f"diplotimeline {__version__}\n")
        raise typer.Exit
    if show_completion or install_completion:
        from diplotimeline.cli.completion import install_script, show_script  # only for this

        show_script(show_completion) if show_completion else install_script(install_completion)
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        print_text(ctx.get_help() + "\n")
