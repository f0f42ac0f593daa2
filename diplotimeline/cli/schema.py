"""`schema`: the JSON Schema of the format, for editors."""

from diplotimeline.cli.streams import print_text
from diplotimeline.record.schema import schema_text


def schema() -> None:
    """Print the JSON Schema of timeline files, for editors."""
    print_text(schema_text())
