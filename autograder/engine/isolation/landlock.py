"""Landlock through ctypes: limits the files that this thread, and everything that it starts, may use from now on.

This module knows the kernel's numbers, and `confinement` decides what to allow.
"""

from __future__ import annotations

import ctypes
import os
import stat
from collections.abc import Iterable

from autograder.engine.isolation import libc

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_VERSION_FLAG, _RULE_PATH_BENEATH = 1, 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
TRUNCATE, IOCTL_DEV = 1 << 14, 1 << 15
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
    """Return the Landlock version of this kernel, or 0 if it has none or it is switched off."""
    try:
        return _create_ruleset(None, 0, _VERSION_FLAG)
    except OSError:
        return 0


def _create_ruleset(attributes: _RulesetAttr | None, size: int, flags: int) -> int:
    pointer = None if attributes is None else ctypes.byref(attributes)
    return libc.syscall(
        _CREATE_RULESET, pointer, ctypes.c_size_t(size), ctypes.c_uint32(flags), what="Landlock ruleset"
    )


def all_rights(version: int) -> int:
    """Return every file right that a ruleset of this version can refuse."""
    return (1 << (13 + (version >= 2) + (version >= 3) + (version >= 5))) - 1


def write_rights(version: int) -> int:
    """Return the rights in a private folder: all except running programs and making devices and sockets."""
    return all_rights(version) & ~(EXECUTE | _MAKE_CHAR | _MAKE_SOCK | _MAKE_BLOCK | IOCTL_DEV)


def _add_rule(ruleset: int, path: str, rights: int) -> None:
    """Allow `rights` at and below `path`, if it exists."""
    try:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    try:
        if not stat.S_ISDIR(os.fstat(fd).st_mode):
            rights &= _FILE_RIGHTS
        rule = ctypes.byref(_PathBeneathAttr(rights, fd))
        libc.syscall(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, ctypes.c_uint32(0), what=f"Landlock rule for {path}")
    finally:
        os.close(fd)


def restrict(rules: Iterable[tuple[str, int]]) -> None:
    """Confine the calling thread to the given (path, rights), to no TCP, and to signals among its own.

    This cannot be undone. It does not reach other threads, so call it before there is a second one.

    Raises:
        OSError: the kernel has no Landlock, or refuses.
    """
    version = abi()
    if not version:
        raise OSError("Landlock is not available on this kernel")
    handled = all_rights(version)
    attributes = _RulesetAttr(handled, _NET_TCP if version >= 4 else 0, _SCOPES if version >= 6 else 0)
    ruleset = _create_ruleset(attributes, 8 if version < 4 else 16 if version < 6 else 24, 0)
    try:
        for path, rights in rules:
            _add_rule(ruleset, path, rights & handled)
        libc.no_new_privileges()
        libc.syscall(_RESTRICT_SELF, ruleset, ctypes.c_uint32(0), what="Landlock")
    finally:
        os.close(ruleset)
