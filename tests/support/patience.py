"""Waiting for what another process or thread does: for a condition and never by the clock, however busy the machine."""

from collections.abc import Callable
from time import monotonic, sleep

# No measure of speed: only what waits and computes nothing, which no limit of CPU time sees, is given up after that.
FOR_EVER = 600.0


def until(holds: Callable[[], bool]) -> None:
    """Waits until the condition holds."""
    began = monotonic()
    while not holds():
        assert monotonic() - began < FOR_EVER
        sleep(0.005)
