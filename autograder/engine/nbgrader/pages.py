"""Writes HTML pages from the templates beside the package; what stands in them is computed elsewhere."""

from __future__ import annotations

import functools
import math
import os
import tempfile
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def write_page(template: str, target: Path, **content: Any) -> None:
    """Fill in a template of `autograder/templates/` and write it to `target` at once, or not at all."""
    write_text(target, render(template, **content))


def render(template: str, **content: Any) -> str:
    """Fill in a template of `autograder/templates/`; text in `content` is never markup."""
    return _environment().get_template(template).render(**content)


@functools.cache
def _environment() -> Environment:
    environment = Environment(loader=PackageLoader("autograder"), autoescape=True, undefined=StrictUndefined)
    environment.filters["number"] = lambda value: f"{value:g}"
    environment.filters["rows"] = lambda table: table.to_dict("records")
    environment.tests["nan"] = math.isnan
    environment.tests["search_word"] = lambda text, word: word in text.split()
    return environment


def write_text(target: Path, text: str) -> None:
    """Write a file that is whole whenever someone reads it, with a ? for each character that no file can hold."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)
    os.chmod(scratch, 0o644)
    os.replace(scratch, target)
