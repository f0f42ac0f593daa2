"""The command line: options in, library called, text out, exit code. The only importer of typer.

Exit codes: 0 fine, 1 the data has errors, 2 the call was wrong, 130 interrupted. The product goes to standard output,
everything said about it to standard error. `program` is what surrounds the commands; each command is a module that is
imported when it is called.
"""

from diplotimeline.cli.program import app, main

__all__ = ["app", "main"]
