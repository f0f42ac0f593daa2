"""Many small cases in one test: a test for each takes longer than most of them."""

import inspect
from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def together(names: str | tuple[str, ...], cases: Collection[Any]) -> Callable[[Test], Test]:
    """Like pytest's `parametrize`, as one test that tries every case and names all that fail.

    They share the fixtures of the test: one that needs a folder of its own makes it.
    """
    named = (names,) if isinstance(names, str) else names
    assert cases

    def decorate(test: Test) -> Test:
        @wraps(test)
        def every_case(**fixtures: Any) -> None:
            failed: list[str] = []
            for case in cases:
                values = (case,) if isinstance(names, str) else case
                try:
                    test(**fixtures, **dict(zip(named, values, strict=True)))
                except (AssertionError, pytest.fail.Exception) as error:
                    failed.append(f"{case!r:.500}: {error}")
                except Exception as error:
                    error.add_note(f"in the case {case!r:.500}")
                    raise
            assert not failed, f"{len(failed)} of {len(cases)} cases fail\n" + "\n".join(failed)

        whole = inspect.signature(test)
        left = [one for name, one in whole.parameters.items() if name not in named]
        every_case.__signature__ = whole.replace(parameters=left)  # type: ignore[attr-defined]
        return every_case

    return decorate
