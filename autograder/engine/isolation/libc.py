"""The C library by ctypes, for the system calls that Python has no function for."""

from __future__ import annotations

import ctypes
import os
import signal

# imported everywhere, of use on Linux only
library = ctypes.CDLL(None if os.name == "posix" else "msvcrt", use_errno=True)

SET_PDEATHSIG, SET_DUMPABLE, SET_CHILD_SUBREAPER, SET_NO_NEW_PRIVS = 1, 4, 36, 38


def checked(result: int, what: str) -> int:
    """Give the result of a call. Raises OSError where it says that the call failed."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def prctl(option: int, value: int) -> int:
    """Change a property of this process; negative where that failed."""
    return library.prctl(option, ctypes.c_ulong(value), *[ctypes.c_ulong(0)] * 3)


def no_new_privileges() -> None:
    """Let no program that this process starts have more rights than it has. Raises OSError."""
    checked(prctl(SET_NO_NEW_PRIVS, 1), "no_new_privs")


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent ends. A change of user takes that back."""
    prctl(SET_DUMPABLE, 1)
    prctl(SET_PDEATHSIG, signal.SIGKILL)
