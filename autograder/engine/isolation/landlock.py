"""Landlock by ctypes: which files this thread, and all that it starts, may touch from now on.

Knows the kernel's numbers and nothing of grading; what to allow is the business of `sandbox`.
"""

from __future__ import annotations

import ctypes
import os
import stat
from collections.abc import Iterable

from autograder.engine.isolation import libc

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_RULE_PATH_BENEATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
REFER, TRUNCATE, IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
_MAKE_CHAR, _MAKE_SOCK, _MAKE_BLOCK = 1 << 6, 1 << 9, 1 << 11
_NET_TCP = 0b11  # bind and connect
_SCOPES = 0b11  # abstract unix sockets and signals
_FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV

READ = READ_FILE | READ_DIR
RUN = READ | EXECUTE


class _RulesetAttr(ctypes.Structure):
    _fields_ = (("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _PathBeneathAttr(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("fd", ctypes.c_int32))


def abi() -> int:
    """Give the Landlock version of this kernel, 0 where there is none or it is switched off."""
    version = libc.library.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    return max(int(version), 0)


def all_rights(version: int) -> int:
    """Give every file right which a ruleset of this version can refuse."""
    return (1 << (13 + (version >= 2) + (version >= 3) + (version >= 5))) - 1


def write_rights(version: int) -> int:
    """Give what a private folder needs: everything but running programs and making devices and sockets."""
    return all_rights(version) & ~(EXECUTE | _MAKE_CHAR | _MAKE_SOCK | _MAKE_BLOCK | IOCTL_DEV)


def _add_rule(ruleset: int, path: str, rights: int) -> None:
    """Allow `rights` at and below `path`; a path that does not exist is left out."""
    try:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    try:
        if not stat.S_ISDIR(os.fstat(fd).st_mode):
            rights &= _FILE_RIGHTS
        attr = _PathBeneathAttr(rights, fd)
        libc.checked(
            libc.library.syscall(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, ctypes.byref(attr), ctypes.c_uint32(0)),
            f"Landlock rule for {path}",
        )
    finally:
        os.close(fd)


def restrict(rules: Iterable[tuple[str, int]]) -> None:
    """Confine the calling thread to the given (path, rights), to no TCP, and to signals among its own.

    Nothing takes it back. Call it before the process has a second thread: others are not touched.
    Raises OSError where the kernel refuses.
    """
    version = abi()
    if not version:
        raise OSError("Landlock is not available on this kernel")
    handled = all_rights(version)
    attr = _RulesetAttr(handled, _NET_TCP if version >= 4 else 0, _SCOPES if version >= 6 else 0)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = libc.checked(
        libc.library.syscall(_CREATE_RULESET, ctypes.byref(attr), ctypes.c_size_t(size), ctypes.c_uint32(0)),
        "Landlock ruleset",
    )
    try:
        for path, rights in rules:
            _add_rule(ruleset, path, rights & handled)
        libc.no_new_privileges()
        libc.checked(libc.library.syscall(_RESTRICT_SELF, ruleset, ctypes.c_uint32(0)), "Landlock")
    finally:
        os.close(ruleset)
