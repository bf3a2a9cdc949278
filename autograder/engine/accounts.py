"""Finds out what other login accounts of this machine could read, write or rename, from owners and modes.

An account counts if a person can log in to it: its user id is 1000 or more, and it has a login shell. Root, one's own
account and those that the environment variable AUTOGRADER_TRUSTED_ACCOUNTS names do not count. If accounts come from a
directory service, which need not list them, an account without any group counts as well. Access control lists are not
read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FIRST_USER = 1000
"""The first user id of a person on Linux; smaller ones belong to services."""
NOBODY = 65534
TRUSTED = "AUTOGRADER_TRUSTED_ACCOUNTS"
"""Names of accounts, separated by commas, that nobody else uses, as in many images of containers; `*` for all."""
NO_LOGIN = ("nologin", "false", "sync", "shutdown", "halt")
LOCAL = {"files", "compat", "systemd", "cache", "altfiles", "extrausers", "db", "mymachines"}
"""Sources of accounts in /etc/nsswitch.conf that are on this machine."""
READ, WRITE, ENTER = 4, 2, 1


@dataclass(frozen=True)
class Account:
    """A login account, with its user id and the ids of its groups."""

    name: str
    uid: int
    groups: frozenset[int] = frozenset()

    def may(self, status: os.stat_result, rights: int) -> bool:
        """Return whether the account has these rights (`READ`, `WRITE`, `ENTER`, or a sum) on something."""
        shift = 6 if status.st_uid == self.uid else 3 if status.st_gid in self.groups else 0
        return (status.st_mode >> shift) & rights == rights


ANYBODY = Account("an account of the directory service", -1)


def other_accounts() -> list[Account]:
    """Return the login accounts of this machine besides root and this process's own; none on Windows."""
    try:
        import grp
        import pwd
    except ImportError:
        return []
    trusted = {name.strip() for name in os.environ.get(TRUSTED, "").split(",")}
    if "*" in trusted:
        return []
    own = {0, os.geteuid(), os.getuid()}
    members: dict[str, set[int]] = {}
    for group in grp.getgrall():
        for name in group.gr_mem:
            members.setdefault(name, set()).add(group.gr_gid)
    accounts = [
        Account(entry.pw_name, entry.pw_uid, frozenset({entry.pw_gid, *members.get(entry.pw_name, ())}))
        for entry in pwd.getpwall()
        if entry.pw_uid >= FIRST_USER
        and entry.pw_uid not in {*own, NOBODY}
        and entry.pw_name not in trusted
        and _has_shell(entry.pw_shell)
    ]
    return accounts + ([ANYBODY] if _has_directory_service() else [])


def _has_shell(shell: str) -> bool:
    return os.path.basename(shell or "/bin/sh") not in NO_LOGIN


def _has_directory_service(config: str = "/etc/nsswitch.conf") -> bool:
    """Return whether accounts come from somewhere else too, such as LDAP."""
    try:
        lines = Path(config).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    sources = {word for line in lines if line.startswith("passwd:") for word in line.split()[1:] if "[" not in word}
    return not {word.rstrip("]") for word in sources if word.isalnum()} <= LOCAL


def readers(path: Path, accounts: Iterable[Account]) -> list[Account]:
    """Return the accounts that could read a file, or open files in a folder. None can read what does not exist."""
    if not path.exists():
        return []
    path = path.resolve()
    above = [parent.stat() for parent in path.parents]
    status = path.stat()
    rights = ENTER if stat.S_ISDIR(status.st_mode) else READ
    return [
        account
        for account in accounts
        if account.may(status, rights) and all(account.may(parent, ENTER) for parent in above)
    ]


def renamers(path: Path, accounts: Iterable[Account]) -> list[tuple[Account, Path]]:
    """Return the accounts that could rename a path or a folder above it, each with what it could rename."""
    path = path.resolve()
    return [(account, renamed) for account in accounts for renamed in list(_renamed_by(account, path))[:1]]


def _renamed_by(account: Account, path: Path) -> Iterator[Path]:
    for inner in (path, *path.parents):
        if inner.parent == inner or not inner.exists():
            continue
        folder = inner.parent.stat()
        reachable = all(account.may(parent.stat(), ENTER) for parent in inner.parent.parents)
        sticky = folder.st_mode & stat.S_ISVTX and account.uid not in (folder.st_uid, inner.stat().st_uid)
        if reachable and account.may(folder, WRITE | ENTER) and not sticky:
            yield inner


def names(accounts: Iterable[Account]) -> str:
    """Return the first names of accounts for a message."""
    known = list(dict.fromkeys(account.name for account in accounts))
    return ", ".join(known[:3]) + (f" and {len(known) - 3} more" if len(known) > 3 else "")
