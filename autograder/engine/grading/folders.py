"""The working folders of the two processes of one notebook."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from autograder.engine.grading.handed_in import is_module, read_handed_in
from autograder.engine.isolation.folders import private_folder

FILES, SIZE = 1000, 64 * 2**20
"""Limits on the files that are kept of what the student's code wrote: their number, and their bytes in all."""

KEPT = frozenset((
    ".py", ".txt", ".md", ".csv", ".tsv", ".json", ".toml", ".yaml", ".yml", ".npy", ".npz", ".log", ".png", ".jpg",
    ".jpeg",
))  # fmt: skip
"""Endings of a student's files that may stay beside a graded notebook. A browser runs nothing in such files."""


def is_kept(name: str) -> bool:
    """Return whether a student's file may stay beside a graded notebook. Configuration of Jupyter may not."""
    return Path(name).suffix.lower() in KEPT and not Path(name).stem.endswith("_config")


def remove_other_kinds(folder: str, source: str) -> None:
    """Remove the student's files that may not stay beside a graded notebook.

    Args:
        folder: the folder of the graded notebook.
        source: the folder of the source notebook, whose files stay; an empty path if there is none.
    """
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            given = source and os.path.lexists(os.path.join(source, os.path.relpath(path, folder)))
            if not given and not name.endswith(".ipynb") and not is_kept(name):
                os.unlink(path)


class Folders:
    """A folder for each of the two processes, so that a link made by a student leads nowhere.

    The checker process gets the files of its folder when the notebook starts. If `wants_files`, it returns at the end
    those that the student's code has written.
    """

    def __init__(self) -> None:
        self.student = private_folder()
        self.checker = private_folder()
        self.wants_files = False

    @classmethod
    def with_files(cls, files: Mapping[str, bytes], handed_in: Mapping[str, bytes] = MappingProxyType({})) -> Folders:
        """Return folders that contain these files, by relative name. A name cannot lead out of them.

        Files that the student handed in replace none of the others, and modules among them are not where checks run.
        """
        folders = cls()
        try:
            for name, content in files.items():
                for folder in (folders.student, folders.checker):
                    _write(folder, name, content)
            for name, content in handed_in.items():
                for folder in (folders.student,) if is_module(name) else (folders.student, folders.checker):
                    with suppress(OSError):  # one of the others is in its place
                        _write(folder, name, content, "xb")
        except BaseException:
            folders.remove()
            raise
        return folders

    @classmethod
    def beside_graded(
        cls, folder: str, given: str, notes: Collection[str] = (), submitted: str = ""
    ) -> tuple[Folders, str]:
        """Return folders with the files beside a graded notebook, and a line on those that are left out.

        No notebook is among them, because the graded one contains the hidden checks. The files that the student's code
        writes are wanted.

        Args:
            folder: the folder of the graded notebook, with the files of the student and those of the course.
            given: the folder of the source notebook, which tells the two apart; an empty path if there is none. Then
                all files are where the checks run.
            notes: names of files that do not come along.
            submitted: the folder that the student handed in, if it is known. When an assignment has several notebooks,
                files of kinds that may not stay are gone from `folder` after the first.
        """
        own = {name: Path(folder, name) for name in _files_below(given)} if given else {}
        theirs = Path(submitted) if submitted and os.path.isdir(submitted) else Path(folder)
        handed_in, line = read_handed_in(theirs, [*notes, *own])
        course = {name: path.read_bytes() for name, path in own.items() if path.is_file() and not path.is_symlink()}
        folders = cls.with_files(course, handed_in) if given else cls.with_files(handed_in)
        folders.wants_files = True
        return folders, line

    def bring_home(self, folder: str) -> None:
        """Copy files of `KEPT` kinds that the checker process received to a folder, unless it has such a file.

        At most `FILES` files with `SIZE` bytes are copied, no matter how many there are.
        """
        files, left = 0, SIZE
        for base, _, names in os.walk(self.checker):  # does not follow links to folders
            for name in names:
                path = Path(base, name)
                target = Path(folder, path.relative_to(self.checker))
                size = os.lstat(path).st_size
                if path.is_symlink() or not path.is_file() or not is_kept(name) or target.exists() or size > left:
                    continue
                if files == FILES:
                    return
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                files, left = files + 1, left - size

    def remove(self) -> None:
        """Remove both folders."""
        shutil.rmtree(self.student, ignore_errors=True)
        shutil.rmtree(self.checker, ignore_errors=True)


def _files_below(folder: str) -> list[str]:
    """Return the relative names of the files below a folder, except notebooks."""
    paths = (path for path in Path(folder).rglob("*") if path.is_file() and path.suffix not in (".ipynb", ".pyc"))
    return [path.relative_to(folder).as_posix() for path in paths]


def _write(folder: str, name: str, content: bytes, mode: Literal["wb", "xb"] = "wb") -> None:
    path = Path(folder, os.path.normpath(os.path.join("/", name)).lstrip("/"))
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open(mode) as file:
        file.write(content)
