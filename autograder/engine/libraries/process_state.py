"""Saves the state of a process, apart from names, at its start and restores it between notebooks.

So one checker process can grade many notebooks, each as if the process were new. Only trusted code runs in it. This
module undoes what given cells and checks do in good faith, such as seeding, open figures, or print options of arrays.
"""

from __future__ import annotations

import os
import random
import sys
import warnings

from autograder.engine.libraries import SUPPORTED


class ProcessState:
    """The state of this process when the object was made; libraries that are imported later are not included."""

    def __init__(self) -> None:
        self.environment = dict(os.environ)
        self.path = list(sys.path)
        self.filters = list(warnings.filters)
        self.libraries = [library.keep_state() for library in SUPPORTED if library.keep_state]

    def put_back(self) -> None:
        """Restore the state. Random numbers continue from a fresh seed, as in a new process."""
        os.environ.clear()
        os.environ.update(self.environment)
        sys.path[:] = self.path
        with warnings.catch_warnings():
            pass  # this forgets which warnings were shown before
        warnings.filters[:] = self.filters  # type: ignore[index]
        random.seed()
        for put_back in self.libraries:
            put_back()
