"""Two voices side by side, as Markdown to paste and as JSON for programs."""

from diplotimeline.analyses.compare import OF_WORDS, ComparedEvent, Comparison, Texts
from diplotimeline.dates import display
from diplotimeline.exporters.json import whole
from diplotimeline.exporters.markdown import escape
from diplotimeline.exporters.table import Record


def markdown(compared: Comparison) -> str:
    """A list of what only one says, and for every event that both tell a table of two columns."""
    lines = [f"A: {escape(compared.one)}  ", f"B: {escape(compared.other)}", ""]
    for title, events in (("Only in A", compared.only_one), ("Only in B", compared.only_other)):
        lines += [f"## {title}", ""]
        for told in events:
            lines += [f"- {_title(told)}{_said(told)}"]
        lines += [""] if events else []
    lines += ["## In both", ""]
    for told in compared.both:
        lines += [f"### {_title(told)}", "", *_table(told), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _title(told: ComparedEvent) -> str:
    return escape(f"{display(told.event.date, told.event.part or '')}: {told.event.title}")


def _said(told: ComparedEvent) -> str:
    """What the only voice says: each point on which it departs from the chronology, and its words."""
    account = told.one or told.other or {}
    apart = "".join(f" · {point}: {escape('; '.join(account[point]) or '—')}" for point in told.differs)
    words = "".join(f" “{escape(quote)}”" for quote in account.get("wording", ()))
    more = "".join(f" · {one}: {escape('; '.join(account[one]))}" for one in OF_WORDS[1:] if account.get(one))
    return apart + words + more


def _table(told: ComparedEvent) -> list[str]:
    """A row for each point on which they differ, and one for the words of both."""
    agreement = [told.agreement[0].upper() + told.agreement[1:], ""] if told.agreement else []
    if not told.rows:
        return [f"{agreement[0]}."]
    rows = (
        f"| {point} | {' | '.join(_cell(side, quoted=point in ('wording', 'translation')) for side in sides)} |"
        for point, *sides in told.rows
    )
    return [*agreement, "| | A | B |", "| --- | --- | --- |", *rows]


def _cell(texts: Texts, *, quoted: bool) -> str:
    return "; ".join(f"“{escape(text)}”" if quoted else escape(text) for text in texts) or "—"


def as_json(compared: Comparison) -> str:
    """One object: the names of both, and the events by who tells them."""
    record = {
        "a": compared.one,
        "b": compared.other,
        "only_a": [_event(told) for told in compared.only_one],
        "only_b": [_event(told) for told in compared.only_other],
        "both": [{**_event(told), "differs": told.differs} for told in compared.both],
    }
    return whole(record)


def _event(told: ComparedEvent) -> Record:
    event = told.event
    return {"id": event.id, "date": event.date.edtf, "title": event.title, "a": told.one, "b": told.other}
