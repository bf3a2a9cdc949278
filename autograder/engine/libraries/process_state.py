"""Saves the state of a process, apart from names, at its start and restores it between notebooks.

So one checker process can grade many notebooks, each as if the process were new. Only trusted code runs in it, but a
student's values may make that code change a setting. What cannot be put back, such as memory, ends the process earlier.
"""

from __future__ import annotations

import builtins
import decimal
import gc
import locale
import logging
import os
import random
import sys
import warnings

from autograder.engine.libraries import SUPPORTED


class ProcessState:
    """The state of this process when the object was made; libraries that are imported later are not included."""

    def __init__(self) -> None:
        self.environment = dict(os.environ)
        self.path, self.finders = list(sys.path), list(sys.meta_path)
        self.modules = dict(sys.modules)
        self.builtins = dict(vars(builtins))
        self.filters, self.show_warning = list(warnings.filters), warnings.showwarning
        self.locale = locale.setlocale(locale.LC_ALL)
        self.decimals = decimal.getcontext().copy()
        self.recursion, self.collecting = sys.getrecursionlimit(), gc.isenabled()
        self.umask = os.umask(0o077)
        os.umask(self.umask)
        self.log = logging.root.level, list(logging.root.handlers), logging.root.manager.disable
        self.libraries = [library.keep_state() for library in SUPPORTED if library.keep_state]

    def put_back(self) -> None:
        """Restore the state. Random numbers continue from a fresh seed, as in a new process."""
        os.environ.clear()
        os.environ.update(self.environment)
        sys.path[:], sys.meta_path[:] = self.path, self.finders
        for name in vars(builtins).keys() - self.builtins.keys():
            delattr(builtins, name)
        vars(builtins).update(self.builtins)
        sys.modules.update(self.modules)
        locale.setlocale(locale.LC_ALL, self.locale)
        decimal.setcontext(self.decimals.copy())
        sys.setrecursionlimit(self.recursion)
        (gc.enable if self.collecting else gc.disable)()
        os.umask(self.umask)
        logging.root.level, logging.root.handlers[:], logging.root.manager.disable = self.log
        warnings.showwarning = self.show_warning
        with warnings.catch_warnings():
            pass  # this forgets which warnings were shown before
        warnings.filters[:] = self.filters  # type: ignore[index]
        random.seed()
        for put_back in self.libraries:
            put_back()
