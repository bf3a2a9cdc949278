"""Writes HTML pages from the templates beside the package; what stands in them is computed elsewhere."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def write_page(template: str, target: Path, **content: Any) -> None:
    """Fill in a template and write it to `target` at once, or not at all."""
    write_text(target, fill_in(template, **content))


def fill_in(template: str, **content: Any) -> str:
    """Return a page made of a template of `autograder/templates/`."""
    return _environment().get_template(template).render(**content)


@cache
def _environment() -> Environment:
    environment = Environment(loader=PackageLoader("autograder"), autoescape=True, undefined=StrictUndefined)
    environment.tests["search_word"] = lambda text, word: word in text.split()
    environment.filters["number"] = lambda value: f"{value:g}"
    return environment


def write_text(target: Path, text: str) -> None:
    """Write a file that is whole whenever someone reads it, with a ? for each character that no file can hold."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)
    os.chmod(scratch, 0o644)
    os.replace(scratch, target)
