"""The command line: options in, library called, text out, exit code. The only importer of typer.

Exit codes: 0 fine, 1 the data has errors, 2 the call was wrong, 130 interrupted. The product goes to standard output,
everything said about it to standard error.
"""

import gc
import os

# One command runs and ends: the collector would only search the modules just imported, again and again.
gc.disable()
# No plugin of another package has a say in validation, and to look for one costs as much as to print a timeline.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

try:
    from diplotimeline.cli import commands, drafts
    from diplotimeline.cli.program import app, main, run
except KeyboardInterrupt:  # the modules take a moment, and nobody has begun yet who could answer
    raise SystemExit(130) from None

__all__ = ["app", "commands", "drafts", "main", "run"]
