"""Time zones by their names."""

from contextlib import suppress
from datetime import tzinfo
from functools import cache


@cache
def find_zone(name: str) -> tzinfo | None:
    """The time zone of this name, from the system or, where it has none, from dateutil; None if there is none.

    A name that means another zone on every machine is no zone: `localtime`, and the abbreviations of the machine's own
    zone. Nor is a rule such as `UTC+3`, which POSIX reads as three hours west of UTC and most people as east.
    """
    from zoneinfo import ZoneInfo  # 3 ms, needed by few files; dateutil's own costs 15

    if name == "localtime":
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        from dateutil.tz import gettz, tzfile, tzutc

    with suppress(ValueError, OSError):  # a name that is too long for a file
        zone = gettz(name)
        return zone if isinstance(zone, (tzfile, tzutc)) else None
    return None
