"""The C library through ctypes, for system calls without a function in Python. Every result is checked."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
from typing import Any

# Windows imports this module too, but calls nothing in it
_library = ctypes.CDLL(None if os.name == "posix" else "msvcrt", use_errno=True)

# numbers from linux/prctl.h
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_CHILD_SUBREAPER = 1, 4, 24, 36
PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 38, 47, 4
# numbers from linux/sched.h
CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC = 0x00020000, 0x02000000, 0x04000000, 0x08000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
# numbers from linux/mount.h and linux/fs.h
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT = 1, 2, 4, 8, 32
MS_BIND, MS_REC, MS_PRIVATE = 4096, 16384, 1 << 18
MNT_DETACH = 2
# number and size of the structures of capset, from linux/capability.h
_CAPABILITY_VERSION_3 = 0x20080522


def call(name: str, *arguments: Any, what: str = "") -> int:
    """Call a function of the C library that returns -1 on failure, and return its result.

    Raises:
        OSError: the call failed; the text names `what`, or the function.
    """
    result = int(getattr(_library, name)(*arguments))
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what or name}: {os.strerror(number)}")
    return result


def syscall(number: int, *arguments: Any, what: str) -> int:
    """Make a system call by its number and return its result.

    Raises:
        OSError: the call failed.
    """
    return call("syscall", ctypes.c_long(number), *arguments, what=what)


def prctl(option: int, value: int) -> int:
    """Change a property of this process.

    Raises:
        OSError: the kernel refused.
    """
    return call("prctl", option, *map(ctypes.c_ulong, (value, 0, 0, 0)), what=f"prctl {option}")


def no_new_privileges() -> None:
    """Ensure that no program started from here gets more rights than this process has. Raises OSError."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent ends. Raises OSError.

    A change of user undoes this, so call it after that.
    """
    prctl(PR_SET_DUMPABLE, 1)  # otherwise only root could read its files in /proc
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def guard_supervisor() -> None:
    """Keep other processes out of this one's memory, and get SIGTERM when the parent ends. Raises OSError."""
    prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    prctl(PR_SET_DUMPABLE, 0)


def adopt_orphans() -> None:
    """Become the parent of all descendants whose own parent ends. Raises OSError."""
    prctl(PR_SET_CHILD_SUBREAPER, 1)


def unshare(flags: int) -> None:
    """Move this process, or its next children, into new namespaces. Raises OSError."""
    call("unshare", flags)


def mount(source: str, target: str, kind: str | None, flags: int, data: str | None = None) -> None:
    """Mount a file system. Raises OSError."""
    texts = [None if text is None else text.encode() for text in (source, target, kind, data)]
    call("mount", *texts[:3], ctypes.c_ulong(flags), texts[3], what=f"mount {target}")


def detach(target: str) -> None:
    """Remove a mount, at the latest when nobody uses it. Raises OSError."""
    call("umount2", target.encode(), MNT_DETACH, what=f"umount {target}")


def drop_capabilities() -> None:
    """Give up every privilege, including those from a user namespace. Raises OSError."""
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)
    for capability in range(64):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.EPERM):
                raise
            break  # it was the last one, or this process has no privilege that it could pass on
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    call("capset", header, nothing)
