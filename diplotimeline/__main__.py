"""One call of the command line as a process of its own: `diplotimeline …`, or `python -m diplotimeline …`.

What changes the whole process stands here and nowhere else; importing any other module changes nothing.
"""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

INTERRUPTED = 130


def run() -> NoReturn:
    """Run the command in `sys.argv` and end the process with its exit code."""
    # The process ends after one command: the collector would only search the modules just imported, again and again.
    gc.disable()
    # No plugin of another package has a say in validation, and to look for one costs as much as to print a timeline.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from diplotimeline.cli import main  # after the two lines above, and where an interruption is answered

        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:  # while modules are imported, or in the moments before and after the command itself
        code = INTERRUPTED
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, KeyboardInterrupt):
            stream.flush()
    os._exit(code)  # at once: taking every module apart takes a tenth of the time of `show`


if __name__ == "__main__":
    run()
