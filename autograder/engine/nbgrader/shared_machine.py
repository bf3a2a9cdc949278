"""Looks whether another account could read a course or rename what is in its exchange; changes modes on request.

`look` changes nothing. Only `protect` changes modes, and it returns a line for each change.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from nbgrader.coursedir import CourseDirectory
from sqlalchemy.engine import make_url

from autograder.engine.accounts import Account, names, other_accounts, readers, renamers

REMEDY = "Run `autograder protect`."
EXCHANGE = 0o1777
"""Mode of an exchange: everybody may hand in, and only the owner of a folder may rename it."""


def make_exchange(root: Path) -> None:
    """Create an exchange into which every account can hand in, and in which none can rename the folder of a course."""
    root.mkdir(parents=True)
    root.chmod(EXCHANGE)


def look(course: CourseDirectory, exchange: str = "") -> list[str]:
    """Return a line for everything that another account could read or rename; none if there is no other account.

    The owner of the course does not count.

    Args:
        course: nbgrader's folder of the course. If it is shared by a group, the members of that group do not count.
        exchange: the path of the exchange; an empty path if there is none.
    """
    accounts = _others(course)
    return [*_look_at_course(course, accounts), *_look_at_exchange(course, exchange, accounts)] if accounts else []


def _others(course: CourseDirectory) -> list[Account]:
    owner = Path(course.root).stat().st_uid  # root may be at work for the owner, through `sudo`
    return [account for account in other_accounts() if account.uid != owner]


def _look_at_course(course: CourseDirectory, accounts: list[Account]) -> Iterator[str]:
    root = Path(course.root)
    group = root.stat().st_gid if course.groupshared else None
    strangers = [account for account in accounts if group not in account.groups]
    if who := readers(root, strangers):
        yield f"{root}: {names(who)} could read the hidden checks, the gradebook and the submissions here. {REMEDY}"
    for path in _gradebook_outside(course):
        if who := readers(path, strangers):
            yield f"{path}: {names(who)} could read this gradebook. {REMEDY}"
    yield from _renamed(root, strangers, "so this course could be replaced")


def _look_at_exchange(course: CourseDirectory, exchange: str, accounts: list[Account]) -> Iterator[str]:
    folders = [folder for folder in _exchange_folders(course, exchange) if folder.is_dir()]
    if folders and folders[0].stat().st_mode & 0o777 != 0o777 and _is_ours(folders[0]):
        # nbgrader would open it to everybody, but without the sticky bit
        yield f"{folders[0]}: students cannot hand in, because nbgrader wants mode 1777 here. {REMEDY}"
    if folders:
        yield from _renamed(folders[-1], accounts, "so submissions in the exchange could be replaced")


def _renamed(path: Path, accounts: list[Account], so: str) -> Iterator[str]:
    found: dict[Path, list[Account]] = {}
    for account, renamed in renamers(path, accounts):
        found.setdefault(renamed, []).append(account)
    for renamed, who in found.items():
        remedy = REMEDY if _is_ours(renamed.parent) else f"Ask its owner: `chmod +t {renamed.parent}`."
        yield f"{renamed}: {names(who)} could rename this folder, {so}. {remedy}"


def _gradebook_outside(course: CourseDirectory) -> Iterator[Path]:
    """Yield the file of the gradebook if it is outside the course's folder."""
    url = make_url(course.db_url)
    if url.get_backend_name() == "sqlite" and url.database:
        path = Path(url.database).absolute()
        if path.is_file() and not path.is_relative_to(Path(course.root).absolute()):
            yield path


def _exchange_folders(course: CourseDirectory, exchange: str) -> list[Path]:
    """Return the exchange, the folder of the course in it, and the folder in which students hand in."""
    if not exchange:
        return []
    root = Path(exchange)
    return [root, root / course.course_id, root / course.course_id / "inbound"] if course.course_id else [root]


def protect(course: CourseDirectory, exchange: str = "") -> list[str]:
    """Change the modes of a course and its exchange so that `look` finds nothing; return a line for each change.

    Only modes of this account's own files are changed, for root all.
    """
    others = stat.S_IRWXO if course.groupshared else stat.S_IRWXO | stat.S_IRWXG
    changes = [_change(path, forbid=others) for path in (Path(course.root), *_gradebook_outside(course))]
    root, *own = _exchange_folders(course, exchange) or [Path()]
    if exchange and root.is_dir():
        changes.append(_change(root, add=EXCHANGE))
    for folder in own:
        inbound = folder.name == "inbound"
        if folder.is_dir():
            changes.append(_change(folder, add=stat.S_ISVTX) if inbound else _change(folder, forbid=0o022))
    parents = {line.parent for line in _renamable_parents(course, exchange)}
    changes += [_change(parent, add=stat.S_ISVTX) for parent in sorted(parents)]
    return [change for change in changes if change]


def _renamable_parents(course: CourseDirectory, exchange: str) -> Iterator[Path]:
    accounts = _others(course)
    for path in (Path(course.root), *_exchange_folders(course, exchange)[:1]):
        if path.is_dir():
            yield from (renamed for _, renamed in renamers(path, accounts))


def _is_ours(path: Path) -> bool:
    return os.geteuid() in (0, path.stat().st_uid)


def _change(path: Path, add: int = 0, forbid: int = 0) -> str:
    """Change a mode; return the command that does the same, or an empty text if nothing had to or could be changed."""
    before = stat.S_IMODE(path.stat().st_mode)
    after = (before | add) & ~forbid
    if before == after or not _is_ours(path):
        return ""
    path.chmod(after)
    return f"chmod {after:o} {path}"
