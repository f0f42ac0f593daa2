"""The profile of dates as one pattern, for the schema of editors."""

# The profile of `dates`, as far as a pattern can say it: an editor does not know the calendar.
_DATE = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
_QUALIFIED = rf"{_DATE}[?~%]?"
_UNSPECIFIED = r"[0-9]{4}-(?:0[1-9]|1[0-2])-XX|[0-9]{4}-XX(?:-XX)?|[0-9]{3}X|[0-9]{2}XX"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
_INTERVAL = rf"(?:{_QUALIFIED}|\.\.)?/{_QUALIFIED}|{_QUALIFIED}/(?:\.\.)?"
_RANGE = rf"{_DATE}(?:\.\.{_DATE})?"
_SET = rf"\[(?:\.\.{_DATE}|{_RANGE}|{_DATE}\.\.(?=\]))(?:,{_RANGE})*(?:,{_DATE}\.\.)?\]"
_DATETIME = rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{_CLOCK}"
EDTF_PATTERN = rf"^(?:{_QUALIFIED}|[0-9]{{4}}-2[1-4]|{_UNSPECIFIED}|{_DATETIME}|{_INTERVAL}|{_SET})$"
