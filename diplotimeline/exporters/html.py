"""HTML: one page that asks for nothing from outside, with the chronology, a drawn time axis and the sources.

The page stands in `page/`: a template, its style, its scripts and its words. It reads without the scripts, which only
add the search and the filters, and draw the picture anew for what these keep.
"""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diplotimeline import phrases
from diplotimeline.analyses.lanes import NOBODY, Lane, Picture, picture
from diplotimeline.characters import ALIKE
from diplotimeline.exporters.page import axis, data
from diplotimeline.exporters.page.articles import Articles
from diplotimeline.exporters.result import Exported
from diplotimeline.phrases.wording import Wording
from diplotimeline.record.chronology import Timeline

if TYPE_CHECKING:
    from jinja2 import Template

PAGE = Path(__file__).parent / "page"
SCRIPTS = ("picture.js", "page.js")
PIECE = 500  # so many of the template's smallest pieces at once
MANY = 10_000
"""With more events a page is slow to open, in what browsers and machines are today."""


def render(timeline: Timeline, *, ui: str = "en") -> Exported:
    """The chronology as a web page in one file, with the page's own words in a language of `--ui`."""
    words = Wording(ui)
    style = _file("page.css")
    script = "".join(map(_file, SCRIPTS)).replace("const ALIKE = {};", f"const ALIKE = {dumps(ALIKE)};")
    page = Articles(timeline, words)
    lanes = _states_first(timeline, picture(timeline)) if timeline.events else None
    values: dict[str, Any] = {
        "timeline": timeline,
        "title": timeline.title or words("untitled"),
        "policy": _policy(style, script),
        "style": style,
        "script": script,
        "data": data.block(page, lanes, words) if lanes else "",
        "drawing": axis.draw(lanes, words.short_months) if lanes else None,
        "axis": axis,
        "marks": _in_use(words.tables["mark"], (article["mark"] for article in page.events)),
        "statuses": _in_use(words.tables["status"], (event.status for event in timeline.events)),
        "name": lambda actor: timeline.name(actor) or words("nobody"),
        "page": page,
        "words": words,
        "phrases": phrases,
    }
    return Exported(lambda: _pieces(values), _too_large(len(timeline.events)))


def _pieces(values: dict[str, Any]) -> Iterable[str]:
    """The page in pieces of some events each."""
    pieces = _template().stream(values)
    pieces.enable_buffering(PIECE)
    return pieces


def _file(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")


def _states_first(timeline: Timeline, whole: Picture) -> Picture:
    """The picture with the families of states above the others, and the events without an actor below all."""
    families: list[list[Lane]] = []
    for lane in whole.lanes:
        if lane.depth == 0:
            families.append([])
        families[-1].append(lane)
    kinds = {id: actor.kind for id, actor in timeline.actors.items()}
    families.sort(key=lambda family: (family[0].actor == NOBODY, kinds.get(family[0].actor) != "state"))
    return replace(whole, lanes=tuple(lane for family in families for lane in family))


def _in_use(words: Iterable[str], used: Iterable[str]) -> list[str]:
    """The words of a table that are used, in its order."""
    there = set(used)
    return [word for word in words if word in there]


def _too_large(events: int) -> tuple[str, ...]:
    """What to say of a page that browsers open slowly; nothing of others."""
    if events <= MANY:
        return ()
    slow = f"A page of {events:,} events is large: above {MANY:,} a browser is slow to open it."
    return (f"{slow} Filters such as --from make it smaller.",)


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 40 ms, and no other format needs it

    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html.jinja")


def _policy(style: str, script: str) -> str:
    """The page may load nothing, and runs this style and this script only."""
    hashes = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in (style, script)]
    allowed = f"style-src {hashes[0]}; script-src {hashes[1]}"
    return f"default-src 'none'; {allowed}; img-src 'none'; base-uri 'none'; form-action 'none'"
