"""The state of the global random generators: Python's own, and those of the libraries that this process has imported.

Only the state of the checker process is read, and only the student process adopts it, never the other way round. So a
check's random numbers are not the student's to choose.
"""

from __future__ import annotations

import functools
import random
import sys
from collections.abc import Callable
from typing import Any

from autograder.engine.libraries import SUPPORTED


def read_random_state() -> dict[str, Any]:
    """Return the state of each generator as plain values, by the name of the generator."""
    states: dict[str, Any] = {"random": random.getstate()}
    for library in SUPPORTED:
        if library.random_state and (state := library.random_state()) is not None:
            states[library.distributions[0]] = state
    return states


class SeedWatch:
    """Notes that a generator was seeded, even to the state that it had before."""

    def __init__(self) -> None:
        self.seeded = False
        places = [("random", "seed"), ("random", "setstate")]
        places += [place for library in SUPPORTED for place in library.seeders]
        self.originals = [
            (module, name, getattr(module, name)) for path, name in places if (module := sys.modules.get(path))
        ]
        for module, name, function in self.originals:
            setattr(module, name, self._noted(function))

    def _noted(self, function: Callable) -> Callable:
        @functools.wraps(function)
        def seed(*args: Any, **kwargs: Any) -> Any:
            self.seeded = True
            return function(*args, **kwargs)

        return seed

    def close(self) -> None:
        """Put the functions back."""
        for module, name, function in self.originals:
            setattr(module, name, function)


def set_random_state(states: dict[str, Any]) -> None:
    """Adopt what `read_random_state` returned in another process."""
    if "random" in states:
        random.setstate(states["random"])
    for library in SUPPORTED:
        if library.set_random_state and library.distributions[0] in states:
            library.set_random_state(states[library.distributions[0]])
