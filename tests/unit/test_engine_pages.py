"""The pages on the engine name functions that exist."""

from __future__ import annotations

import importlib
import re
from functools import reduce
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "engine" / "one-submission.md"
NAMES = sorted(set(re.findall(r"`((?:classroom|engine)\.[\w.]+)`", PAGE.read_text(encoding="utf-8"))))


def test_page_names_the_steps():
    assert len(NAMES) > 20


@pytest.mark.parametrize("name", NAMES)
def test_function_of_the_page_exists(name):
    parts = ["autograder", *name.split(".")]
    for length in range(len(parts), 1, -1):
        try:
            module = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        assert callable(reduce(getattr, parts[length:], module))
        return
    pytest.fail(f"no module of {name}")
