"""A web page and a report say of each event what json says of it, row for row."""

import json
from typing import Any

from hostile_texts import collapsed
from hypothesis import given, settings
from made_timelines import timelines
from reading_back import blocks, parsed
from reading_html import read

from diplotimeline import Timeline, export

Json = dict[str, Any]


def rows(timeline: Timeline) -> list[Json]:
    """The events as json has them."""
    events: list[Json] = json.loads(export(timeline, "json"))["events"]
    return events


def quotes(event: Json) -> list[str]:
    return sorted(collapsed(claim["quote"]) for claim in event["claims"] if claim.get("quote"))


@settings(max_examples=10)
@given(timeline=timelines)
def test_each_article_and_each_section_says_what_json_says(timeline: Timeline) -> None:
    events = rows(timeline)
    articles_agree(timeline, events)
    sections_agree(timeline, events)


def articles_agree(timeline: Timeline, events: list[Json]) -> None:
    articles = [*read(export(timeline, "html")).all("article")]

    for article, event in zip(articles, events, strict=True):
        assert article.attributes["id"] == event["id"]
        assert collapsed(article.one("h4").text) == collapsed(event["title"])
        assert article.one("code").text == event["date"]["edtf"]
        assert article.one("span", "status").text.endswith(event["status"])
        assert sorted(collapsed(one.text)[1:-1] for one in article.all("blockquote")) == quotes(event)
        assert [collapsed(one.text) for one in article.all("p", "summary")] == [
            collapsed(event["summary"]) for _ in range(1) if event["summary"]
        ]


def sections_agree(timeline: Timeline, events: list[Json]) -> None:
    sections: list[list[str]] = []
    for tag, seen in blocks(parsed(export(timeline, "markdown"))):
        if tag == "h3":
            sections.append([seen])
        elif sections and tag not in ("h1", "h2"):
            sections[-1].append(seen)

    for section, event in zip(sections, events, strict=True):
        words = collapsed("\n".join(section[1:]))
        assert section[0].endswith(f" — {collapsed(event['title'])}")
        assert [quote for quote in quotes(event) if quote not in words] == []
        assert collapsed(event["summary"] or "") in words
        assert event["status"] == "reported" or event["status"] in words.lower()
