"""UCDP GED: the days of an event from two columns and their precision, its sources from texts in quotation marks."""

import re
from collections.abc import Mapping

from diplotimeline.dates import parses

DEATHS = ("deaths_a", "deaths_b", "deaths_civilians")
MADE_FROM = frozenset((
    "date_start", "date_end", "date_prec", "event_clarity", "low", "best", "high", "number_of_sources", *DEATHS,
    "source_article", "source_office", "source_date", "source_headline",
))  # fmt: skip


def made(cells: Mapping[str, str]) -> dict[str, str]:
    """The columns that are made from a row."""
    new = {"=date": _date(cells), "=killed": _total(cells)} | _sources(cells)
    for name in DEATHS:  # a zero is no count: it means that none is ascribed
        new[f"={name}"] = re.sub(r"^0+(?:\.0+)?$", "", cells.get(name, ""))
    number = cells.get("number_of_sources", "")
    new["=number_of_sources"] = "not recorded" if number == "-1" else number
    return new


def _date(cells: Mapping[str, str]) -> str:
    """The days in EDTF: one, a stretch (`event_clarity` 2) or one of several; what fits none stays as it is."""
    first, last = (re.sub("[T ].*", "", cells.get(name, "")) for name in ("date_start", "date_end"))
    if cells.get("event_clarity") == "2" and first != last:
        return f"{first}/{last}"
    if cells.get("date_prec") == "1" and first == last:
        return first
    between = f"[{first}..{last}]"
    if cells.get("date_prec") in ("2", "3", "4", "5") and first != last and parses(between):
        return between
    return f"{first} or {last}, date_prec {cells.get('date_prec', '')}"


def _total(cells: Mapping[str, str]) -> str:
    """Low, best and high as one count; figures that are not in order are left for a question."""
    low, best, high = (cells.get(name, "") for name in ("low", "best", "high"))
    if not (low or best or high):
        return ""
    return best if low == best == high else "{" + f"low: {low}, best: {best}, high: {high}" + "}"


def _sources(cells: Mapping[str, str]) -> dict[str, str]:
    """Titles, publishers and days of the sources, one a line; where they do not pair, the texts that name them."""
    articles = [one.strip(' ;"') for one in cells.get("source_article", "").split('";"')]
    articles = [one for one in articles if one]
    columns = [cells.get(name, "").split(";") for name in ("source_headline", "source_office", "source_date")]
    if any(len(one) != len(articles) or not all(text.strip() for text in one) for one in columns):
        return {"=titles": "\n".join(articles)}
    names = ("=titles", "=publishers", "=issued")
    return {name: "\n".join(text.strip() for text in one) for name, one in zip(names, columns, strict=True)}
