"""Texts that break formats, terminals and spreadsheets, and a timeline that holds one in every field that can."""

from functools import cache

from hypothesis import strategies as st

from diplotimeline import (
    Actor,
    Casualties,
    Claim,
    Count,
    Document,
    Event,
    Participant,
    Place,
    Relation,
    Source,
    Timeline,
    Translation,
    parse_date,
)
from diplotimeline.characters import FORBIDDEN

NOTE = "only for curators"
TEXTS = {
    "pipes": r"a | b || c \| d",
    "line ends": "one\ntwo\n\n  three\n",
    "quotation marks": "\"a\" 'b' “c” ‘d’ \"",
    "commas and quotation marks": '","=1+1","',
    "backslashes": "a\\b \\\\ \\n \\u0041 \\",
    "a formula": "=cmd|' /C calc'!A0",
    "a sum": "+1",
    "a negative number": "-1",
    "a spreadsheet function": "@SUM(A1)",
    "a formula behind blanks": "   =1+1",
    "a formula behind a tab": "\t=1+1",
    "a tab": "a\tb",
    "a tag of a terminal library that closes nothing": "[/]",
    "tags of a terminal library": "[bold red]x[/b] [link=https://example.org]y[/link] :smile:",
    "a script": "<script>alert(1)</script>",
    "an element with a handler": "<img src=x onerror=alert(1)> </td></table> <!-- -->",
    "rich text of a spreadsheet": "<r><t>x</t></r>",
    "an entity": "&amp; &lt;b&gt; &#60; &nbsp; & &notit;",
    "Armenian": "Հայաստանի Հանրապետություն, և",
    "Arabic": "أرمينيا وأذربيجان ٢٠٢٢",
    "Persian with joiners": "می\u200cخواهم",
    "Chinese": "亚美尼亚和阿塞拜疆",
    "signs that combine": "e\u0301 \u0915\u094d\u0937\u093f Z̸̢̛a",
    "emoji": "🇦🇲 👩\u200d👩\u200d👧 ❤️ 😀",
    "10,000 characters": "long " * 2000,
    "10,000 characters without a blank": "x" * 10_000,
    "an ordered list": "1. x",
    "an ordered list with brackets": "12) x",
    "a heading": "# x",
    "a closed heading": "## x ##",
    "a bullet": "- x",
    "other bullets": "+ x\n* y",
    "a rule": "---",
    "an underline": "===",
    "a quotation": "> x",
    "indented code": "        x",
    "a fence": "```\nx\n~~~",
    "a table": "|---|---|\n| a | b |",
    "a cell": ":--- | ---:",
    "emphasis": "*a* _b_ **c** __d__ ~~e~~ `f` ``g``",
    "half an emphasis": "*a _b `c ~~d [e",
    "a link": "[a](https://example.org) [b][c] <https://example.org> <me@example.org>",
    "an image": '![a](https://example.org/a.png "t")',
    "a footnote": "[^1] [^1]: x",
    "a definition": "[a]: https://example.org",
    "a formula of mathematics": "$x$ $$y$$",
    "a command for a CI service": "::error::x",
    "another command for a CI service": "##[error]x",
    "a mention and an issue": "@someone #1",
    "an apostrophe first": "'=1",
    "templates": "{{ 7 * 7 }} {% if %} {# x #} ${7} <%= 7 %> %(x)s {x}",
    "JSON": '{"a": [1, null]} \\"',
    "YAML": "a: b # c",
}  # fmt: skip
# Long enough for everything that Markdown and spreadsheets treat in a way of their own to meet everything else.
SIGNS = "\\`*_[]<>#~&|$!(){}-+=:.,;'\"/?@%^0123aB \t\n"


def collapsed(text: str) -> str:
    """Runs of white space as one blank: what formats with lines may do to a text."""
    return " ".join(text.split())


@cache
def texts() -> st.SearchStrategy[str]:
    """Texts that a file may hold, most of them made of signs that mean something somewhere; never only blanks."""
    letters = st.characters(exclude_categories=["Cs"]).filter(lambda char: not FORBIDDEN.match(char))
    found = st.text(st.sampled_from(SIGNS), max_size=30) | st.text(st.sampled_from(SIGNS) | letters, max_size=30)
    return (found | st.sampled_from(list(TEXTS.values()))).filter(str.strip)


def timeline_of(text: str, url: str = "https://example.org/x") -> Timeline:
    """A timeline of one event with the text in every field that can hold it, and `NOTE` in every note."""
    line = text.replace("\n", " ")
    ids, own = (("ucdp", line),), ((f"x{line.replace('=', ' ')}x", text),)
    actor = Actor(name=line, aliases=(line,), office=line, identifiers=ids, note=NOTE)
    source = Source(
        title=line, speaker=(line,), author=line, publisher=line, file=line, type=line, venue=line, url=url,
        version="transcript", document=Document(name=line), identifiers=ids, issued=parse_date("2022-10-06"),
        note=NOTE, id=line,
    )  # fmt: skip
    place = Place(name=line, country="ARM", lat=-40.5, lon=44.5, precision="near")
    who = (Participant(who=line, role="host"), Participant(who=f"{line} 2"))
    toll = (Casualties(who=line, killed=Count(low=3, high=3)),)
    claims = (
        Claim(
            source=line,
            quote=text,
            at=line,
            translation=Translation(text=text, language="fr"),
            according_to=(line,),
            extra=own,
            note=NOTE,
        ),
        Claim(source=line, stance="denies", date=parse_date("2022-09"), actors=who, place=place, casualties=toll),
        Claim(source=line, according_to=(line,)),
    )
    relation = Relation(event=line, kind="about")
    event = Event(
        date=parse_date("2022-09-12/2022-09-13"), part="night", title=line, claims=claims, type="meeting",
        status="disputed", actors=who, place=place, date_text=line, summary=text, casualties=toll, tags=(line, line),
        related=(relation,), identifiers=ids, extra=own, note=NOTE, id="one",
    )  # fmt: skip
    return Timeline(title=line, summary=text, actors={line: actor}, sources={line: source}, events=(event,))
