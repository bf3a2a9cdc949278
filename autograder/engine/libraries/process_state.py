"""The state that code leaves in its process besides names: kept at the start, and put back between notebooks.

One checker process so does many notebooks, each as if the process were new. Only trusted code runs in it. This undoes
what given cells and checks do in good faith, for example seeding, open figures, or print options of arrays.
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
        """Put the state back. Random numbers continue from a fresh seed, as in a new process."""
        os.environ.clear()
        os.environ.update(self.environment)
        sys.path[:] = self.path
        with warnings.catch_warnings():
            pass  # this forgets which warnings were shown before
        warnings.filters[:] = self.filters  # type: ignore[index]
        random.seed()
        for put_back in self.libraries:
            put_back()
