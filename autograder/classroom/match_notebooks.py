"""Matches the notebooks in a student's folder with those of the assignment, and reads their bytes."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath
from typing import Literal

from autograder.classroom.contents import Content, on_disk
from autograder.engine.grading.handed_in import NAMED, is_notebook, names_below
from autograder.engine.notebook.read import LARGEST
from autograder.engine.regular_files import NotRegularError, read_regular, shown

EMPTY = "unreadable: the file is empty"


@dataclass(frozen=True)
class HandedIn:
    """One notebook of an assignment, as a student handed it in.

    Attributes:
        name: the name of the assignment's notebook, without its ending.
        path: the file, or the place where it was expected.
        data: its content, which stays on the disk; empty if there is nothing to grade.
        remark: a line for student and instructor if the file was unusual, else empty.
        state: whether there is something to grade; if not, the remark says why.
    """

    name: str
    path: Path
    data: Content = b""
    remark: str = ""
    state: Literal["here", "missing", "unreadable"] = "here"


def match_notebooks(
    folder: Path, expected: Sequence[str], given: Collection[str], top: Path
) -> tuple[tuple[HandedIn, ...], str]:
    """Return the notebooks of an assignment in the order of `expected`, and a remark on others in the folder.

    A notebook with another name is accepted if there is no doubt which one it is.

    Args:
        folder: the student's folder.
        expected: the file names of the assignment's notebooks.
        given: the names of other files of the course, which are not worth a remark.
        top: the folder of all submissions, which only the instructor can change.
    """
    here = [path for path in sorted(folder.glob("*")) if is_notebook(path.name) and _is_shown_file(path)]
    found = _by_name(here, expected)
    left = [path for path in here if path not in found.values() and _composed(path.name) not in given]
    renamed = _renamed(left, [name for name in expected if name not in found], alone=len(expected) == 1)
    extra = [shown(path.name) for path in left if path not in renamed.values()]
    remark = _others([*extra, *_elsewhere(folder, given)], expected, found)
    notebooks = []
    for name in expected:
        if name in found:
            notebooks.append(_read(found[name], name, top, unusual=bool(remark)))
        elif name in renamed:
            line = f"renamed: {shown(renamed[name].name)} was graded as {name}"
            notebooks.append(_read(renamed[name], name, top, line))
        else:
            line = f"missing: {name} is not in the folder; hand it in"
            if len(expected) == 1:
                line = _nothing(folder, name, len(extra), given)
            notebooks.append(HandedIn(PurePath(name).stem, folder / name, b"", line, "missing"))
    return tuple(notebooks), remark


def _is_shown_file(path: Path) -> bool:
    return not path.name.startswith(".") and not path.is_dir()


def _by_name(here: Sequence[Path], expected: Sequence[str]) -> dict[str, Path]:
    """Return the files with an expected name, which may be encoded in another way."""
    found = {}
    for name in expected:
        same = [path for path in here if _composed(path.name) == _composed(name)]
        exact = [path for path in same if path.name == name]
        if exact or len(same) == 1:
            found[name] = (exact or same)[0]
    return found


def _renamed(left: Sequence[Path], missing: Sequence[str], alone: bool) -> dict[str, Path]:
    """Return the files that stand for missing notebooks.

    If the assignment has only one notebook, a single file of any name does. Otherwise its name must contain the one of
    the notebook, such as `problem1 (1).ipynb`, and no other file and notebook may fit.
    """
    if alone:
        return {name: left[0] for name in missing if len(left) == 1}
    fits = {name: [path for path in left if _stem(name) in _stem(path.name)] for name in missing}
    return {
        name: paths[0]
        for name, paths in fits.items()
        if len(paths) == 1 and not any(paths[0] in others for other, others in fits.items() if other != name)
    }


def _nothing(folder: Path, expected: str, notebooks: int, given: Collection[str]) -> str:
    """Return why none of the files in a folder is the one notebook that is expected."""
    if notebooks:
        return f"missing: {notebooks} notebooks, none of them {expected} in the folder; hand in {expected}"
    elsewhere = _elsewhere(folder, given)
    if elsewhere:
        return f"missing: no notebook in the folder, only {', '.join(elsewhere)}; move or rename it to {expected}"
    names = [shown(name) for name in islice(names_below(folder), NAMED)]
    only = f", only {', '.join(names)}" if names else ""
    return f"missing: no notebook in the folder{only}; hand in {expected}"


def _elsewhere(folder: Path, given: Collection[str]) -> list[str]:
    """Return the first files that may be notebooks, but are in folders below or have another ending."""
    names = (name for name in names_below(folder) if ".ipynb" in name.casefold() and name not in given)
    return [shown(name) for name in islice((name for name in names if "/" in name or not is_notebook(name)), NAMED)]


def _others(extra: Sequence[str], expected: Sequence[str], found: Collection[str]) -> str:
    """Return a remark on notebooks that the assignment does not have, or an empty text."""
    if not extra or (len(expected) == 1 and not found):
        return ""  # the remark on the missing or renamed notebook says it
    if len(expected) == 1:
        return f"more than one notebook: {expected[0]} was graded, not {', '.join(extra)}"
    return f"not part of the assignment and not graded: {', '.join(extra)}"


def _read(path: Path, name: str, top: Path, remark: str = "", unusual: bool = False) -> HandedIn:
    """Read a notebook. `remark` says what is unusual about it; `unusual` whether something else in the folder is."""
    stem = PurePath(name).stem
    try:
        data = read_regular(path, LARGEST + 1, top)
        if len(data) > LARGEST:
            size = path.stat().st_size
            remark = f"too large: {shown(path.name)} has {size / 2**20:.0f} MB; clear its outputs and hand it in again"
            return HandedIn(stem, path, b"", remark, "unreadable")
        if not data and (remark or unusual):
            return HandedIn(stem, path, b"", "; ".join(filter(None, [EMPTY, remark])), "unreadable")
        return HandedIn(stem, path, on_disk(path, top, data), remark)
    except NotRegularError as error:
        return HandedIn(stem, path, b"", f"unreadable: {shown(path.name)}: {error}", "unreadable")
    except OSError as error:
        return HandedIn(stem, path, b"", f"unreadable: {shown(path.name)}: {error.strerror}", "unreadable")


def _stem(name: str) -> str:
    return _composed(PurePath(name).stem).casefold()


def _composed(name: str) -> str:
    """Return a name with composed characters (NFC), as most systems but not every archive write it."""
    return unicodedata.normalize("NFC", name)
