"""Small made-up timelines, written as files: JSON, which is YAML too."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from diplotimeline import Timeline, load

BUNDLED = "armenia-azerbaijan-2022"
SOURCES = {"statement": {"title": "A statement", "issued": "2099-12-31", "url": "https://example.org/statement"}}

Json = dict[str, Any]


@cache
def bundled() -> Timeline:
    """The timeline that comes with the package."""
    return load(BUNDLED)


def event(date: str = "2022-09-13", title: str = "Something happens", **fields: Any) -> Json:
    """An event of one source, as it stands in a file."""
    cited = {} if "claims" in fields else {"source": "statement"}
    return {"date": date, "title": title, **cited, **fields}


def write(path: Path, *events: Json, **sections: Any) -> Path:
    """A timeline file with these events; sections are `title`, `actors` and what else a file holds."""
    whole = {"sources": SOURCES, **sections, "events": list(events)}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def loaded(folder: Path, *events: Json, **sections: Any) -> Timeline:
    """The same, written into a folder and loaded; it has no mistakes."""
    timeline = load(write(folder / "made-up.yaml", *events, **sections))
    assert not timeline.problems, [problem.concise for problem in timeline.problems]
    return timeline


def ids(timeline: Timeline) -> list[str]:
    """The ids of the events, in their order."""
    return [one.id for one in timeline.events]
