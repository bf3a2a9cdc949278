"""The current figure of pyplot. A check that asks for it gets the student's, unless the check has drawn one itself."""

from __future__ import annotations

import functools
import importlib
import re
import sys
from collections.abc import Callable
from typing import Any

from autograder.engine.bridge.errors import ProtocolError

FUNCTIONS = ("gca", "gcf", "get_fignums", "fignum_exists", "close", "xlim", "ylim")
"""Functions of pyplot that are about the current figure, or about all of them."""
WORDS = re.compile(r"\b(gca|gcf|get_fignums|fignum_exists|xlim|ylim)\b")
PYPLOT = "matplotlib.pyplot"


class CurrentFigure:
    """Makes these functions of pyplot ask the other process, from when it is made until it is closed.

    Args:
        source: the check. If it does not ask for the current figure, nothing happens.
        ask: calls one of the functions in the other process, by its name.
    """

    def __init__(self, source: str, ask: Callable[..., Any]) -> None:
        self.originals: dict[str, Callable] = {}
        self.pyplot: Any = None
        if WORDS.search(source):
            try:
                self.pyplot = importlib.import_module(PYPLOT)
            except ImportError:
                return
            self.ask = ask
            self.originals = {name: getattr(self.pyplot, name) for name in FUNCTIONS}
            for name in FUNCTIONS:
                setattr(self.pyplot, name, self._asked(name))

    def _asked(self, name: str) -> Callable:
        original = self.originals[name]

        @functools.wraps(original)
        def function(*args: Any, **kwargs: Any) -> Any:
            if self.originals["get_fignums"]():
                return original(*args, **kwargs)
            return self.ask(name, *args, **kwargs)

        return function

    def close(self) -> None:
        """Put the functions back."""
        for name, original in self.originals.items():
            setattr(self.pyplot, name, original)


def call_pyplot(name: str, *args: Any, **kwargs: Any) -> Any:
    """Return the result of one of the functions in this process.

    Raises:
        ProtocolError: There is no such function.
    """
    if name not in FUNCTIONS:
        raise ProtocolError(f"pyplot has no function {name[:20]!r} about the current figure")
    return getattr(importlib.import_module(PYPLOT), name)(*args, **kwargs)


def close_figures() -> None:
    """Close all figures, as a notebook does after each cell."""
    if PYPLOT in sys.modules:
        sys.modules[PYPLOT].close("all")
