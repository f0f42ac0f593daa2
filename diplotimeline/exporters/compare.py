"""Two voices side by side, as Markdown to paste and as JSON for programs."""

import json
from typing import Any

from diplotimeline.analyses.compare import POINTS, Account, Compared, Comparison
from diplotimeline.dates import display
from diplotimeline.exporters.markdown import escape


def markdown(compared: Comparison) -> str:
    """A list of what only one says, and for every event that both tell a table of two columns."""
    lines = [f"A: {escape(compared.one)}  ", f"B: {escape(compared.other)}", ""]
    for title, events in (("Only in A", compared.only_one), ("Only in B", compared.only_other)):
        lines += [f"## {title}", ""]
        for event in events:
            lines += [f"- {_title(event)}{_said(event)}"]
        lines += [""] if events else []
    lines += ["## In both", ""]
    for event in compared.both:
        lines += [f"### {_title(event)}", "", *_table(event), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _title(event: Compared) -> str:
    return escape(f"{display(event.event.date, event.event.part or '')}: {event.event.title}")


def _said(event: Compared) -> str:
    """What the only voice says: where it departs from the chronology, and its words."""
    account = event.one or event.other or {}
    apart = "".join(f" · {point}: {escape('; '.join(account[point]) or '—')}" for point in event.differs)
    return apart + "".join(f" “{escape(quote)}”" for quote in account.get("wording", ()))


def _table(event: Compared) -> list[str]:
    """The points on which they differ, and the words of both."""
    agreement = [event.agreement[0].upper() + event.agreement[1:], ""] if event.agreement else []
    rows = ["| | A | B |", "| --- | --- | --- |"]
    for point in POINTS:
        sides = [
            _cell((account or {}).get(point, ()), quoted=point == "wording") for account in (event.one, event.other)
        ]
        if point in event.differs or (point == "wording" and any(side != "—" for side in sides)):
            rows.append(f"| {point} | {' | '.join(sides)} |")
    return [*agreement, *rows] if len(rows) > 2 else [f"{agreement[0]}."]


def _cell(texts: tuple[str, ...], *, quoted: bool) -> str:
    return "; ".join(f"“{escape(text)}”" if quoted else escape(text) for text in texts) or "—"


def as_json(compared: Comparison) -> str:
    """One object: the names of both, and the events by who tells them."""
    record = {
        "a": compared.one,
        "b": compared.other,
        "only_a": [_event(event) for event in compared.only_one],
        "only_b": [_event(event) for event in compared.only_other],
        "both": [{**_event(event), "differs": list(event.differs)} for event in compared.both],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _event(event: Compared) -> dict[str, Any]:
    return {
        "id": event.event.id,
        "date": event.event.date.edtf,
        "title": event.event.title,
        "a": _lists(event.one),
        "b": _lists(event.other),
    }


def _lists(account: Account | None) -> dict[str, list[str]] | None:
    return None if account is None else {point: list(texts) for point, texts in account.items()}
