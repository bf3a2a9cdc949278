"""Writes HTML pages from the templates beside the package; what stands in them is computed elsewhere."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def write_page(template: str, target: Path, **content: Any) -> None:
    """Fill in a template of `autograder/templates/` and write it to `target` at once, or not at all."""
    environment = Environment(loader=PackageLoader("autograder"), autoescape=True, undefined=StrictUndefined)
    environment.tests["search_word"] = lambda text, word: word in text.split()
    write_text(target, environment.get_template(template).render(**content))


def write_text(target: Path, text: str) -> None:
    """Write a file that is whole whenever someone reads it, with a ? for each character that no file can hold."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)
    os.chmod(scratch, 0o644)
    os.replace(scratch, target)
