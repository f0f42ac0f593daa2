"""`schema`: the schema of the library, printed."""

import json

from calling import call

from diplotimeline.record.schema import schema


def test_it_prints_the_schema_of_the_library() -> None:
    answer = call("schema")

    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out) == schema()
