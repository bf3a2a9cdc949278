"""The engine's knowledge of Matplotlib. A figure stays in its process, so no kind crosses."""

from __future__ import annotations

import copy
import importlib
import os
import sys
from typing import Any

from autograder.engine.bridge.proxies import add_stand_ins
from autograder.engine.libraries.base import LibrarySupport, PutBack


def _renew() -> None:
    if "matplotlib" in sys.modules and os.environ.get("MPLBACKEND"):
        sys.modules["matplotlib"].rcParams["backend"] = os.environ["MPLBACKEND"]


def _keep_state() -> PutBack:
    matplotlib = sys.modules.get("matplotlib")
    settings = copy.copy(matplotlib.rcParams) if matplotlib else {}

    def put_back() -> None:
        if matplotlib:
            if "matplotlib.pyplot" in sys.modules:
                sys.modules["matplotlib.pyplot"].close("all")
            matplotlib.rcParams.update(settings)

    return put_back


def _prepare_shell(shell: Any) -> None:
    if "matplotlib.pyplot" in sys.modules:  # otherwise Matplotlib does this itself when it is imported
        shell.enable_matplotlib("inline")


CLASSES = {
    "matplotlib.Figure": ("matplotlib.figure", "Figure"),
    "matplotlib.Axes": ("matplotlib.axes", "Axes"),
}
"""Classes that proxies count as, because a figure stays in its process."""


def _register_kinds() -> None:
    add_stand_ins({name: lambda place=place: _load(*place) for name, place in CLASSES.items()}, _name_of)  # type: ignore[misc]


def _load(module: str, name: str) -> type:
    return getattr(importlib.import_module(module), name)  # type: ignore[no-any-return]


def _name_of(cls: type) -> str | None:
    bases = {f"{str(base.__module__).partition('.')[0]}.{base.__name__}" for base in cls.__mro__}
    return next((name for name in CLASSES if name in bases), None)


MATPLOTLIB = LibrarySupport(
    distributions=("matplotlib",),
    modules=(
        "matplotlib.pyplot", "matplotlib.backends.backend_agg", "IPython.core.pylabtools", "matplotlib_inline.config",
        "PIL.BmpImagePlugin", "PIL.GifImagePlugin", "PIL.JpegImagePlugin", "PIL.PpmImagePlugin",
    ),
    environment={"MPLBACKEND": "module://matplotlib_inline.backend_inline"},
    variables=("MPLBACKEND",),
    server_variables=("MPL",),
    homes={"MPLCONFIGDIR": ".matplotlib"},
    renew=_renew,
    keep_state=_keep_state,
    prepare_shell=_prepare_shell,
    register_kinds=_register_kinds,
)  # fmt: skip
