"""Linux namespaces by ctypes: own user, processes, network, messages and a root folder with little in it.

Mechanics only. What stands in the new root, and whether all this is wanted, is decided in `sandbox`.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import stat
from collections.abc import Iterable, Mapping

from autograder.engine.isolation import libc

_NEWNS, _NEWUTS, _NEWIPC, _NEWUSER = 0x00020000, 0x04000000, 0x08000000, 0x10000000
_NEWPID, _NEWNET = 0x20000000, 0x40000000
_MS_RDONLY, _MS_NOSUID, _MS_NODEV, _MS_NOEXEC = 1, 2, 4, 8
_MS_REMOUNT, _MS_BIND, _MS_REC, _MS_PRIVATE = 32, 4096, 16384, 1 << 18
_MNT_DETACH = 2
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
_PR_CAPBSET_DROP, _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL = 24, 47, 4
_CAP_VERSION_3 = 0x20080522
INNER_ID = 1000  # the user and group which the process believes to be


def enter() -> None:
    """Move the calling process into a user namespace and more of its own, as an ordinary user there.

    Its *children* are in a new process namespace, the first of them as process 1. The process must
    have one thread. Raises OSError where the host forbids it.
    """
    uid, gid = os.geteuid(), os.getegid()
    libc.checked(libc.library.unshare(_NEWUSER | _NEWPID | _NEWIPC | _NEWUTS | _NEWNET), "unshare")
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{INNER_ID} {uid} 1"),
        ("gid_map", f"{INNER_ID} {gid} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def enter_as_root() -> None:
    """Do the same without a user namespace, which root does not need. Raises OSError."""
    libc.checked(libc.library.unshare(_NEWPID | _NEWIPC | _NEWUTS | _NEWNET), "unshare")


def own_mounts() -> None:
    """Give the calling process a mount table of its own. Raises OSError."""
    libc.checked(libc.library.unshare(_NEWNS), "unshare")


def _mount(source: str, target: str, kind: str | None, flags: int, data: str | None = None) -> None:
    arguments = [None if text is None else text.encode() for text in (source, target, kind)]
    libc.checked(
        libc.library.mount(*arguments, ctypes.c_ulong(flags), None if data is None else data.encode()),
        f"mount {target}",
    )


def _bind(path: str, root: str) -> None:
    """Show `path` at the same place below `root`; read-only and without devices, unless it is one."""
    target = root + path
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC))
    _mount(path, target, None, _MS_BIND | _MS_REC)
    device = stat.S_ISCHR(mode)
    inherited = os.statvfs(target).f_flag & (_MS_RDONLY | _MS_NOSUID | _MS_NODEV | _MS_NOEXEC)
    wanted = _MS_NOSUID | (0 if device else _MS_NODEV | _MS_RDONLY)
    with contextlib.suppress(OSError):  # a mount locked by the host keeps flags of its own; Landlock still holds
        _mount(path, target, None, _MS_REMOUNT | _MS_BIND | inherited | wanted)


def build_root(root: str, readable: Iterable[str], scratch: Mapping[str, str], size: int) -> None:
    """Build a root folder at `root` that shows only the given paths, where they always were.

    `scratch` are folders in memory, of `size` bytes in all, each with the
    folder that stands there for the process. `root` is an empty folder of one's own; it stays empty for
    everybody else. Its /proc shows the process's own namespace only. Raises OSError.
    """
    _mount("none", "/", None, _MS_REC | _MS_PRIVATE)
    _mount("tmpfs", root, "tmpfs", _MS_NOSUID | _MS_NODEV, "size=1m,mode=755")
    _mount_scratch(root, scratch, size)
    shown: list[str] = []
    for path in sorted(readable):
        if os.path.exists(path) and not any(path == above or path.startswith(above + "/") for above in shown):
            _bind(path, root)
            shown.append(path)
    for link in ("/lib", "/lib64", "/lib32", "/bin", "/sbin"):
        if os.path.islink(link):
            os.symlink(os.readlink(link), root + link)
    os.makedirs(root + "/proc", exist_ok=True)
    _mount("proc", root + "/proc", "proc", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC)


def _mount_scratch(root: str, scratch: Mapping[str, str], size: int) -> None:
    """Put copies of folders into one memory file system, and show each where its process looks for it."""
    store = root + "/store"
    os.mkdir(store)
    _mount("tmpfs", store, "tmpfs", _MS_NOSUID | _MS_NODEV, f"size={size},nr_inodes={size // 4096},mode=700")
    for number, (path, content) in enumerate(scratch.items()):
        copy = f"{store}/{number}"
        os.mkdir(copy)
        copy_plain_files(content, copy, size)
        os.makedirs(root + path, exist_ok=True)
        _mount(copy, root + path, None, _MS_BIND)
    libc.checked(libc.library.umount2(store.encode(), _MNT_DETACH), "umount")
    os.rmdir(store)


def copy_plain_files(source: str, target: str, limit: int) -> None:
    """Copy the files below a folder into another, but no links, sockets and devices: nothing leads out of it.

    Raises OSError (EFBIG) where they hold more than `limit` bytes.
    """
    total = 0
    for base, _, names in os.walk(source):  # does not follow links to folders
        into = os.path.normpath(os.path.join(target, os.path.relpath(base, source)))
        os.makedirs(into, exist_ok=True)
        for name in names:
            about = os.lstat(os.path.join(base, name))
            if not stat.S_ISREG(about.st_mode) or about.st_nlink > 1:
                continue
            total += about.st_size
            if total > limit:
                raise OSError(errno.EFBIG, f"{source} holds more than {limit} bytes")
            shutil.copyfile(os.path.join(base, name), os.path.join(into, name), follow_symlinks=False)


def enter_root(root: str) -> None:
    """Make `root` the root folder, and the old one disappear. Raises OSError."""
    here = os.getcwd()
    os.chdir(root)
    libc.checked(libc.library.syscall(_PIVOT_ROOT[os.uname().machine], b".", b"."), "pivot_root")
    libc.checked(libc.library.umount2(b".", _MNT_DETACH), "umount of the old root")
    os.chdir(here if os.path.isdir(here) else "/")


def forget(root: str) -> None:
    """Take back a root folder that could not be finished."""
    libc.library.umount2(root.encode(), _MNT_DETACH)


def drop_capabilities() -> None:
    """Give up every privilege, also those that a user namespace gave. Raises OSError."""
    libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL)
    for capability in range(64):
        if libc.prctl(_PR_CAPBSET_DROP, capability):
            break  # beyond the last one, or not ours to drop
    header = (ctypes.c_uint32 * 2)(_CAP_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    libc.checked(libc.library.capset(header, nothing), "capset")
