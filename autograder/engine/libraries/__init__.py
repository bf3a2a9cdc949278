"""The engine's knowledge of each library. `SUPPORTED` lists the libraries, whether they are installed or not."""

from __future__ import annotations

import importlib
import os
from collections.abc import Collection

from autograder.engine.libraries.base import LibrarySupport
from autograder.engine.libraries.keras_support import KERAS
from autograder.engine.libraries.matplotlib_support import MATPLOTLIB
from autograder.engine.libraries.numpy_support import NUMPY
from autograder.engine.libraries.pandas_support import PANDAS

SUPPORTED = (NUMPY, PANDAS, MATPLOTLIB, KERAS)
"""In the order in which the fork server imports them."""


CHOICE = "AUTOGRADER_LIBRARIES"
"""Variable of a fork server that serves only some libraries. It has their names, separated by commas."""


def find_libraries(names: Collection[str]) -> tuple[LibrarySupport, ...]:
    """Return the supported libraries to which these names of modules belong. NumPy and pandas are always among them."""
    return tuple(
        library
        for library in SUPPORTED
        if library in (NUMPY, PANDAS) or not {*names}.isdisjoint((*library.distributions, *library.modules))
    )


def served() -> tuple[LibrarySupport, ...]:
    """Return the libraries whose values cross from and to this process: all, unless its fork server chose some."""
    return find_libraries(os.environ[CHOICE].split(",")) if CHOICE in os.environ else SUPPORTED


def register_kinds() -> None:
    """Let the values of the served libraries cross. A module that is slow to import is imported when needed."""
    for library in served():
        if library.register_kinds:
            library.register_kinds()
        elif library.kinds:
            importlib.import_module(library.kinds)


def load_kinds() -> None:
    """Import the kinds of the served libraries now, for a process that cannot read these modules later."""
    for library in served():
        if library.kinds:
            try:
                importlib.import_module(library.kinds)
            except ModuleNotFoundError as error:
                if error.name not in library.modules:
                    raise


def library_versions() -> dict[str, str]:
    """Return the version of each supported library that is installed, by the name of its distribution."""
    from importlib.metadata import (
        PackageNotFoundError,
        version,
    )  # not at the top, because the command imports this module first

    versions = {}
    for library in SUPPORTED:
        for name in library.distributions:
            try:
                versions[name] = version(name)
            except PackageNotFoundError:
                continue
    return versions
