"""The pages on the engine name functions that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "engine" / "one-submission.md"
NAMES = sorted(set(re.findall(r"`((?:classroom|engine)\.[\w.]+)`", PAGE.read_text(encoding="utf-8"))))


def test_page_names_the_steps():
    assert len(NAMES) > 20


@pytest.mark.parametrize("name", NAMES)
def test_function_of_the_page_exists(name):
    """It is looked up in the source, because importing the libraries of the processes takes long."""
    parts = ["autograder", *name.split(".")]
    for length in range(len(parts), 1, -1):
        path = ROOT.joinpath(*parts[:length]).with_suffix(".py")
        if path.is_file():
            body = ast.parse(path.read_text(encoding="utf-8")).body
            for part in parts[length:]:
                (found,) = [each for each in body if getattr(each, "name", None) == part]
                assert isinstance(found, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
                body = found.body
            return
    pytest.fail(f"no module of {name}")
