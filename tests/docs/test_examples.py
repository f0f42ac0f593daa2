"""Every example of README.md and `docs/`, done in the order in which a reader meets it."""

import os
from pathlib import Path

import pytest
from documents import DOCUMENTS, Reader, blocks, commands, rewrite

ACCOUNT = """\
<!-- file: my.txt -->
```text
one
two
```

<!-- trial: my.txt -->
```diff
 one
-two
+three
```

```console
$ cat my.txt
one
three
$ diplotimeline --version
diplotimeline 99
```

<!-- append: my.txt -->
```text
four
```

<!-- part: my.txt -->
```text
two
four
```
"""


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_example_does_what_it_says(document: Path, tmp_path: Path) -> None:
    if os.environ.get("REWRITE_GOLDEN"):
        rewrite(document)
    reader = Reader(tmp_path)

    for block in blocks(document):
        assert reader.do(block) == block.text, f"{document.name}, line {block.line}"


def test_there_are_examples() -> None:
    run = [command for document in DOCUMENTS for block in blocks(document) for command in commands(block)]

    assert len(run) >= 60


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_change_names_its_file(document: Path) -> None:
    assert all(block.task in ("edit", "trial") for block in blocks(document) if block.language == "diff")


def test_an_example_that_is_not_true_is_noticed(tmp_path: Path) -> None:
    document = tmp_path / "account.md"
    document.write_text(ACCOUNT, encoding="utf-8")
    read = list(blocks(document))
    reader = Reader(tmp_path)
    done = [reader.do(block) for block in read]

    assert done[2].startswith("$ cat my.txt\none\nthree\n$ diplotimeline --version\ndiplotimeline ")
    assert [block.line for block, text in zip(read, done, strict=True) if text != block.text] == [15]


@pytest.mark.parametrize("change", ["-absent\n+two\n", "-one\n+two\n"], ids=["nowhere", "twice"])
def test_a_change_of_what_does_not_stand_there_once_is_noticed(change: str, tmp_path: Path) -> None:
    document = tmp_path / "account.md"
    document.write_text(f"<!-- edit: my.txt -->\n```diff\n{change}```\n", encoding="utf-8")
    reader = Reader(tmp_path)
    (tmp_path / "my.txt").write_text("one, one\n", encoding="utf-8")

    with pytest.raises(AssertionError, match="times in the file"):
        reader.do(next(blocks(document)))
