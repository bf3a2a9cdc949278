"""Fills in HTML templates. Each package keeps its own in a folder `templates/`."""

from __future__ import annotations

import functools
import math
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def render(package: str, template: str, **content: Any) -> str:
    """Return a package's template, filled in. Text in `content` is never treated as markup."""
    return _environment(package).get_template(template).render(**content)


@functools.cache
def _environment(package: str) -> Environment:
    environment = Environment(loader=PackageLoader(package), autoescape=True, undefined=StrictUndefined)
    environment.filters["number"] = lambda value: f"{value:g}"
    environment.filters["rows"] = lambda table: table.to_dict("records")
    environment.tests["nan"] = math.isnan
    environment.tests["search_word"] = lambda text, word: word in text.split()
    return environment
