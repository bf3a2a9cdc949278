"""What the engine knows of each library. `SUPPORTED` lists them; which of them are installed does not matter."""

from __future__ import annotations

import importlib

from autograder.engine.libraries.keras_support import KERAS
from autograder.engine.libraries.matplotlib_support import MATPLOTLIB
from autograder.engine.libraries.numpy_support import NUMPY

SUPPORTED = (NUMPY, MATPLOTLIB, KERAS)
"""In the order in which the fork server imports them."""


def register_kinds() -> None:
    """Let the values of all libraries cross; what takes long to import is imported when it is needed."""
    for library in SUPPORTED:
        if library.register_kinds:
            library.register_kinds()
        elif library.kinds:
            importlib.import_module(library.kinds)


def load_kinds() -> None:
    """Import the kinds of the installed libraries now, for a process that cannot read these modules later."""
    for library in SUPPORTED:
        if library.kinds:
            try:
                importlib.import_module(library.kinds)
            except ModuleNotFoundError as error:
                if error.name not in library.modules:
                    raise


def library_versions() -> dict[str, str]:
    """Return the version of each supported library that is installed, by the name of its distribution."""
    from importlib.metadata import PackageNotFoundError, version  # not at the top: the command starts with this module

    versions = {}
    for library in SUPPORTED:
        for name in library.distributions:
            try:
                versions[name] = version(name)
            except PackageNotFoundError:
                continue
    return versions
