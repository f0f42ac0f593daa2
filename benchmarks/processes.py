"""Whole processes in turn, A B A B, with the system's own account of each: CPU seconds and peak memory."""

import os
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass

# As people run them: compiled once, and output in blocks.
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
}


@dataclass(frozen=True)
class Cost:
    """The medians of several runs: CPU seconds, peak memory in MiB."""

    cpu: float
    memory: float


def cost(commands: Sequence[Sequence[str]], runs: int) -> list[Cost]:
    """The cost of each command; before several runs there is one that does not count."""
    taken: list[list[tuple[float, float]]] = [[] for _ in commands]
    for number in range(runs + (runs > 1)):
        for place, command in enumerate(commands):
            measured = _run(command)
            if number or runs == 1:
                taken[place].append(measured)
    return [Cost(*(statistics.median(column) for column in zip(*rows, strict=True))) for rows in taken]


def _run(command: Sequence[str]) -> tuple[float, float]:
    silence = os.open(os.devnull, os.O_WRONLY)
    child = os.posix_spawnp(command[0], [*command], ENVIRONMENT, file_actions=[
        (os.POSIX_SPAWN_DUP2, silence, 1), (os.POSIX_SPAWN_DUP2, silence, 2),
    ])  # fmt: skip
    _, status, usage = os.wait4(child, 0)
    os.close(silence)
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    bytes_each = 1 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * bytes_each / 2**20
