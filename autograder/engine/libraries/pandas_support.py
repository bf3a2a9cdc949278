"""The engine's knowledge of pandas. `pandas_values` lets tables cross, and nothing is imported before one does."""

from __future__ import annotations

import importlib
from importlib.util import find_spec

from autograder.engine.bridge.kinds import add_loader
from autograder.engine.libraries.base import LibrarySupport

KINDS = "autograder.engine.libraries.pandas_values"


def _register_kinds() -> None:
    if find_spec("pandas"):
        add_loader(
            lambda: importlib.import_module(KINDS).register(),
            names=("frame", "series", "index", "ts", "td", "nat", "na", "pdtype"),
            packages=("pandas",),
        )


PANDAS = LibrarySupport(distributions=("pandas",), kinds=KINDS, register_kinds=_register_kinds)
