"""Linux namespaces: separate users, processes, network and messages, and a root folder that shows little.

This module sets them up. `confinement` decides whether to use them, and what the new root shows.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import stat
from collections.abc import Iterable, Mapping

from autograder.engine.isolation import folders, libc

_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
_INNER_ID = 1000  # the user and group that the process sees itself as


def enter() -> None:
    """Move the calling process into its own namespaces, as an ordinary user of one of them if it is not root.

    Its *children* are in a new process namespace, the first of them as process 1. The process must
    have a single thread.

    Raises:
        OSError: the host forbids it.
    """
    uid, gid = os.geteuid(), os.getegid()
    flags = libc.CLONE_NEWPID | libc.CLONE_NEWIPC | libc.CLONE_NEWUTS | libc.CLONE_NEWNET
    if uid == 0:
        libc.unshare(flags)
        return
    libc.unshare(flags | libc.CLONE_NEWUSER)
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{_INNER_ID} {uid} 1"),
        ("gid_map", f"{_INNER_ID} {gid} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def own_mounts() -> None:
    """Give the calling process its own mount table. Raises OSError."""
    libc.unshare(libc.CLONE_NEWNS)


def _bind(path: str, root: str) -> None:
    """Show `path` at the same place below `root`: read-only and without devices, unless it is a device."""
    target = root + path
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC))
    libc.mount(path, target, None, libc.MS_BIND | libc.MS_REC)
    flags = os.statvfs(target).f_flag & (libc.MS_RDONLY | libc.MS_NOSUID | libc.MS_NODEV | libc.MS_NOEXEC)
    flags |= libc.MS_NOSUID | (0 if stat.S_ISCHR(mode) else libc.MS_NODEV | libc.MS_RDONLY)
    with contextlib.suppress(OSError):  # a mount that the host has locked keeps its flags; Landlock still holds
        libc.mount(path, target, None, libc.MS_REMOUNT | libc.MS_BIND | flags)


def build_root(root: str, readable: Iterable[str], scratch: Mapping[str, str], size: int, programs: bool) -> None:
    """Build a root folder at `root`, an empty folder, that shows only the given paths, at their usual places.

    `scratch` maps the path of a folder in memory to the folder that it starts as a copy of; `size` is the
    limit on all of them together, in bytes. `programs` says whether code in them may run. /proc shows the process's own
    namespace only. Other processes still see `root` empty. Raises OSError.
    """
    libc.mount("none", "/", None, libc.MS_REC | libc.MS_PRIVATE)
    libc.mount("tmpfs", root, "tmpfs", libc.MS_NOSUID | libc.MS_NODEV, "size=1m,mode=755")
    _mount_scratch(root, scratch, size, programs)
    shown: list[str] = []
    for path in sorted(readable):
        if os.path.exists(path) and not any(path == above or path.startswith(above + "/") for above in shown):
            _bind(path, root)
            shown.append(path)
    for link in ("/lib", "/lib64", "/lib32", "/bin", "/sbin"):
        if os.path.islink(link):
            os.symlink(os.readlink(link), root + link)
    os.makedirs(root + "/proc", exist_ok=True)
    libc.mount("proc", root + "/proc", "proc", libc.MS_NOSUID | libc.MS_NODEV | libc.MS_NOEXEC)


def _mount_scratch(root: str, scratch: Mapping[str, str], size: int, programs: bool) -> None:
    """Copy folders into one file system in memory, and show each at the path where the process expects it."""
    store = root + "/store"
    os.mkdir(store)
    options = f"size={size},nr_inodes={size // 4096},mode=700"
    flags = libc.MS_NOSUID | libc.MS_NODEV | (0 if programs else libc.MS_NOEXEC)
    libc.mount("tmpfs", store, "tmpfs", flags, options)
    for number, (path, content) in enumerate(scratch.items()):
        copy = f"{store}/{number}"
        os.mkdir(copy)
        folders.copy_plain_files(content, copy, size)
        os.makedirs(root + path, exist_ok=True)
        libc.mount(copy, root + path, None, libc.MS_BIND)
    libc.detach(store)
    os.rmdir(store)


def enter_root(root: str) -> None:
    """Make `root` the root folder and remove the old one from sight. Raises OSError."""
    here = os.getcwd()
    os.chdir(root)
    dot = ctypes.c_char_p(b".")
    libc.syscall(_PIVOT_ROOT[os.uname().machine], dot, dot, what="pivot_root")
    libc.detach(".")
    os.chdir(here if os.path.isdir(here) else "/")


def remove_root(root: str) -> None:
    """Undo `build_root` after it has failed half-way."""
    with contextlib.suppress(OSError):  # it may have failed before the first mount
        libc.detach(root)
