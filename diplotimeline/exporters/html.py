"""HTML: one page that asks for nothing from outside, with a drawn time axis, the chronology and its sources.

The page stands in `page/`: a template, its style and its script. It reads without the script, which only adds the
search and the filters.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

from diplotimeline import phrases
from diplotimeline.analyses.lanes import picture
from diplotimeline.characters import ALIKE
from diplotimeline.dates import MONTH_NAMES, period
from diplotimeline.exporters.page import axis
from diplotimeline.exporters.page.articles import Articles
from diplotimeline.exporters.result import Exported
from diplotimeline.exporters.telling import PERHAPS
from diplotimeline.record.chronology import Timeline

if TYPE_CHECKING:
    from jinja2 import Template

PAGE = Path(__file__).parent / "page"
UNTITLED = "Chronology"
NOBODY = "No actor named"


def render(timeline: Timeline) -> Exported:
    """The chronology as a web page in one file."""
    style, script = ((PAGE / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    script = script.replace("const ALIKE = {};", f"const ALIKE = {dumps(ALIKE)};")
    text = _template().render(
        timeline=timeline,
        title=timeline.title or UNTITLED,
        facts=[*phrases.key_facts(timeline, MONTH_NAMES), *filter(None, [phrases.time_zones(timeline)])],
        policy=_policy(style, script),
        style=style,
        script=script,
        drawing=axis.draw(picture(timeline)) if timeline.events else None,
        axis=axis,
        name=lambda actor: timeline.name(actor) or NOBODY,
        period=lambda numbers: period((timeline.events[number].date for number in numbers), MONTH_NAMES),
        page=Articles(timeline),
        phrases=phrases,
        PERHAPS=PERHAPS,
    )
    return Exported(text)


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
