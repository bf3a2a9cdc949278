"""Saves the state of a process, apart from names, at its start and restores it between notebooks.

So one checker process can grade many notebooks, each as if the process were new. Only trusted code runs in it, but a
student's values may make that code change a setting. What cannot be put back, such as memory, ends the process earlier.
"""

from __future__ import annotations

import asyncio
import builtins
import csv
import decimal
import gc
import locale
import logging
import os
import random
import signal
import socket
import sys
import threading
import time
import warnings

from autograder.engine.libraries import SUPPORTED

HOOKS = ("displayhook", "excepthook", "unraisablehook", "stdout", "stderr", "stdin")
"""Attributes of `sys` that a check may replace, and that an error may keep it from putting back."""


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
        self.digits, self.switching = sys.get_int_max_str_digits(), sys.getswitchinterval()
        self.collections, self.callbacks = gc.get_threshold(), list(gc.callbacks)
        self.hooks = {name: getattr(sys, name) for name in HOOKS}
        self.signals = {number: signal.getsignal(number) for number in signal.valid_signals()}
        self.blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [])
        self.field_size, self.waiting = csv.field_size_limit(), socket.getdefaulttimeout()
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
        self._put_back_interpreter()
        self._put_back_signals()
        os.umask(self.umask)
        logging.root.level, logging.root.handlers[:], logging.root.manager.disable = self.log
        warnings.showwarning = self.show_warning
        with warnings.catch_warnings():
            pass  # this forgets which warnings were shown before
        warnings.filters[:] = self.filters  # type: ignore[index]
        random.seed()
        for put_back in self.libraries:
            put_back()

    def _put_back_interpreter(self) -> None:
        time.tzset()
        sys.setrecursionlimit(self.recursion)
        sys.set_int_max_str_digits(self.digits)
        sys.setswitchinterval(self.switching)
        for trace in (sys.settrace, sys.setprofile, threading.settrace, threading.setprofile):
            trace(None)  # type: ignore[operator]
        for name, hook in self.hooks.items():
            setattr(sys, name, hook)
        (gc.enable if self.collecting else gc.disable)()
        gc.set_threshold(*self.collections)
        gc.callbacks[:] = self.callbacks
        csv.field_size_limit(self.field_size)
        socket.setdefaulttimeout(self.waiting)
        asyncio.set_event_loop_policy(None)

    def _put_back_signals(self) -> None:
        signal.alarm(0)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.pthread_sigmask(signal.SIG_SETMASK, self.blocked)
        for number, handler in self.signals.items():
            if signal.getsignal(number) is not handler and handler is not None:
                signal.signal(number, handler)
