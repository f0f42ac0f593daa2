"""The pages of the manual taken apart for tests, and put together to `docs/rules.md`."""

import re
from dataclasses import dataclass

from diplotimeline.checks import manual, severity_of

FORM = re.compile(r"(?P<what>.+?)\n\n(?P<why>Why: .+?)\n\nWrong:(?P<wrong>.+?)\n\nRight:(?P<right>.+?)\n", re.DOTALL)
SNIPPET = re.compile(r"\n\n```yaml\n(.*\n)```", re.DOTALL)
DOCUMENT = """\
# Rules

What `diplotimeline check` looks for. `diplotimeline check --explain RULE` prints a page of this document.

An example that begins with `-` is an entry of `events` in a file that declares the actors and sources it names; any
other is a file.

## Errors

`check` fails for an error, and the other commands print it in place of their answer.

{errors}
## Warnings

`check` fails for a warning only when it is called with `--strict`.

{warnings}"""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the manual: what its rule finds, why, and both examples: YAML, or words where YAML cannot show it."""

    what: str
    why: str
    wrong: str
    right: str


def pages() -> dict[str, Page]:
    """Every page of the manual by its rule; fails for a page that has not the form of the others."""
    found = {}
    for rule, text in manual().items():
        match = FORM.fullmatch(text)
        assert match, f"the page of {rule} has another form"
        found[rule] = Page(**match.groupdict())
    return found


def snippet(example: str) -> str:
    """The YAML of an example; empty for one in words."""
    match = SNIPPET.fullmatch(example)
    return match[1] if match else ""


def rules_document() -> str:
    """What `docs/rules.md` has to say: for each severity a table of its rules, and their pages."""
    texts = manual()
    parts = {"error": "", "warning": ""}
    for severity in parts:
        chosen = {rule: page for rule, page in pages().items() if severity_of(rule) == severity}
        rows = [f"| [`{rule}`](#{rule}) | {' '.join(page.what.split())} |\n" for rule, page in chosen.items()]
        parts[severity] = "| rule | finds |\n| --- | --- |\n" + "".join(rows)
        parts[severity] += "".join(f"\n### {rule}\n\n{texts[rule]}" for rule in chosen)
    return DOCUMENT.format(errors=parts["error"], warnings=parts["warning"])
