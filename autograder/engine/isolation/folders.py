"""Creates, fills, hands over and removes the private folders of confined processes. Copies follow no link."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import tempfile
from pathlib import Path

from autograder.engine.isolation.policy import MIB, SandboxError

PRIVATE = ("home", "tmp")
"""The private folders of each confined process, in addition to its working folder."""


def private_folder(copy_from: str | os.PathLike[str] | None = None, limit: int = 256 * MIB) -> str:
    """Create a folder for one process, with copies of the plain files below `copy_from`, and return its path.

    Links, sockets and devices are left out, so nothing leads out of the folder. The caller removes it.

    Raises:
        SandboxError: the files hold more than `limit` bytes.
    """
    target = tempfile.mkdtemp(prefix="student-")
    if copy_from is not None:
        try:
            copy_plain_files(os.fspath(copy_from), target, limit)
        except OSError as error:
            shutil.rmtree(target, ignore_errors=True)
            raise SandboxError(error.strerror or str(error)) from None
    return target


def copy_plain_files(source: str, target: str, limit: int) -> None:
    """Copy the files below a folder into another one, but no links, sockets or devices.

    Raises:
        OSError: with EFBIG, if the files hold more than `limit` bytes.
    """
    total = 0
    for base, _, names in os.walk(source):  # does not follow links to folders
        into = os.path.normpath(os.path.join(target, os.path.relpath(base, source)))
        os.makedirs(into, exist_ok=True)
        for name in names:
            status = os.lstat(os.path.join(base, name))
            if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
                continue
            total += status.st_size
            if total > limit:
                raise OSError(errno.EFBIG, f"{source} holds more than {limit} bytes")
            shutil.copyfile(os.path.join(base, name), os.path.join(into, name), follow_symlinks=False)


def run_folder() -> str:
    """Create the folder for the home and the temporary files of one process, and return its path.

    Beside it is the empty folder that becomes the process's root. `remove_run_folder` removes both.
    """
    base = tempfile.mkdtemp(prefix="fork-")
    os.chmod(base, 0o711)
    os.mkdir(root_beside(f"{base}/p"))
    os.mkdir(f"{base}/p", 0o711)
    for folder in private_paths(f"{base}/p"):
        os.mkdir(folder, 0o700)
    return f"{base}/p"


def private_paths(private: str) -> list[str]:
    """Return the paths of the home and the temporary folder in a folder of `run_folder`."""
    return [f"{private}/{name}" for name in PRIVATE]


def root_beside(private: str) -> str:
    """Return the path of the root folder that belongs to a folder of `run_folder`: never inside of it."""
    return os.path.join(os.path.dirname(private), "root")


def remove_run_folder(private: str) -> None:
    """Remove a folder of `run_folder` with its content. An empty path is allowed and does nothing."""
    if private:
        shutil.rmtree(os.path.dirname(private), ignore_errors=True)


def open_to_others(paths: list[str]) -> bool:
    """Return whether other users can reach each path, as far as its parent folders decide that."""
    parents = {str(parent) for path in paths for parent in Path(path).parents}
    return all(os.stat(parent).st_mode & stat.S_IXOTH for parent in parents)


def change_owner(folder: str, uid: int) -> None:
    """Give a folder and its content to a user and group, but nothing behind a link or another mount."""
    device = os.lstat(folder).st_dev
    os.chown(folder, uid, uid, follow_symlinks=False)
    for base, subfolders, names in os.walk(folder):
        subfolders[:] = [name for name in subfolders if os.lstat(os.path.join(base, name)).st_dev == device]
        for name in [*subfolders, *names]:
            path = os.path.join(base, name)
            status = os.lstat(path)
            if stat.S_ISDIR(status.st_mode) or (stat.S_ISREG(status.st_mode) and status.st_nlink == 1):
                os.chown(path, uid, uid, follow_symlinks=False)


def disk_use(folder: str, enough: int) -> int:
    """Return the bytes that the files below a folder occupy, or more than `enough` as soon as that is certain."""
    total = 0
    for base, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += os.lstat(os.path.join(base, name)).st_blocks * 512 + 4096  # and its entry
        if total > enough:
            break
    return total
