"""How much memory a process used at most."""

import re
from pathlib import Path


def most_memory() -> int:
    """The most memory that this program has used so far, in KiB.

    Not `ru_maxrss`: that begins with what the process had that started this one, here the whole of the tests.
    """
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found, "a system that tells a process how much memory it used"
    return int(found[1])
