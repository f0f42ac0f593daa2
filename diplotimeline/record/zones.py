"""Time zones by their names."""

from contextlib import suppress
from datetime import tzinfo
from functools import lru_cache

OF_THE_SYSTEM = "/usr/share/zoneinfo"
TAKEN_FROM_THE_MACHINE = "localtime"


@lru_cache(maxsize=64)  # every event of a file is asked for the same
def is_zone(name: str) -> bool:
    """Whether there is a time zone of this name: `find_zone` finds it.

    Nearly every system has it in a file; to open that takes no time, to import `zoneinfo` 3 ms at each start.
    """
    with suppress(OSError, ValueError), open(f"{OF_THE_SYSTEM}/{name}", "rb") as file:
        return name != TAKEN_FROM_THE_MACHINE and file.read(4) == b"TZif"
    return find_zone(name) is not None


@lru_cache(maxsize=64)
def find_zone(name: str) -> tzinfo | None:
    """The time zone of this name, from the system or, where it has none, from dateutil; None if there is none.

    A name that means another zone on every machine is no zone: `localtime`, and the abbreviations of the machine's own
    zone. Nor is a rule such as `UTC+3`, which POSIX reads as three hours west of UTC and most people as east.
    """
    from zoneinfo import ZoneInfo  # 3 ms, needed by few files; dateutil's own costs 15

    if name == TAKEN_FROM_THE_MACHINE:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        from dateutil.tz import gettz, tzfile, tzutc

    with suppress(ValueError, OSError):  # a name that is too long for a file
        zone = gettz(name)
        return zone if isinstance(zone, (tzfile, tzutc)) else None
    return None
