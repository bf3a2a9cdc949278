"""The steps that put a policy into force, in order, and a record of the defences that hold afterwards.

Landlock, seccomp and resource limits need no privileges. Namespaces, a root folder that shows little
and a separate user id are added if the host allows them.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.engine.isolation import folders, landlock, libc, namespaces, seccomp
from autograder.engine.isolation import policy as policies
from autograder.engine.isolation.policy import GIB, MIB, Policy, SandboxError

OPEN_FILES = 256
"""Limit on the descriptors of one process. The kernel keeps memory for each pipe and socket behind them."""
_FIRST_USER, _USERS = 61184, 4096  # a range that distributions leave to temporary users


@dataclass(frozen=True)
class Confinement:
    """The defences around a process. `landlock` is the version in force, 0 without Landlock."""

    namespaces: bool
    root_folder: bool
    user: bool
    landlock: int
    limits: bool
    capabilities: int
    no_new_privileges: bool
    seccomp: bool
    cgroup: bool = False

    def require(self) -> None:
        """Check that all defences hold that are required to run students' code.

        Raises:
            SandboxError: one of them does not hold.
        """
        if not (self.root_folder or self.landlock):
            raise SandboxError("this host has neither Landlock nor mount namespaces, so its files cannot be hidden")
        if self.capabilities or not (self.limits and self.no_new_privileges and self.seccomp):
            raise SandboxError(f"the confinement is incomplete: {self}")

    def __str__(self) -> str:
        words = {
            "root folder": self.root_folder,
            "user": self.user,
            "namespaces": self.namespaces,
            f"Landlock {self.landlock}": self.landlock,
            "seccomp": self.seccomp,
            "limits": self.limits,
            "memory cgroup": self.cgroup,
            "without capabilities": not self.capabilities,
            "without new privileges": self.no_new_privileges,
        }
        return ", ".join(word for word, holds in words.items() if holds)


def own_user() -> int:
    """Return a user id for one process tree of root. It owns nothing, and is unlikely to be in use twice."""
    return _FIRST_USER + os.getpid() % _USERS


def enter_namespaces() -> bool:
    """Take step 1, in the supervisor: put its children into their own namespaces. Return False if forbidden."""
    try:
        namespaces.enter()
    except OSError:
        return False
    return True


def confine(policy: Policy, private: str, uid: int, namespaced: bool) -> Confinement:
    """Take step 2, in the supervisor's new child: put everything into force.

    Args:
        policy: as `Policy.resolved` returns it.
        private: a folder of `run_folder`.
        uid: the user that root becomes.
        namespaced: the result of `enter_namespaces`.

    Raises:
        SandboxError: the host lacks a defence that nothing replaces.
        OSError: a step failed.
    """
    is_root = os.geteuid() == 0
    # the new root comes first: mounting needs privileges, and finds its sources by the old paths
    root_folder = namespaced and _new_root(policy, private)
    # limits count what this process has now, and need the host's /proc if there is no new one
    _set_limits(policy, own_count=is_root or namespaced)
    # folders change owners while this is root; a change of user undoes die_with_parent, so it comes first
    user = is_root and _leave_root(policy, private, uid, readable=root_folder)
    libc.drop_capabilities()
    libc.die_with_parent()
    version = landlock.abi()
    if version:
        landlock.restrict(_rules(policy, private, version, own_proc=root_folder))
    if not seccomp.supported():
        raise SandboxError("this host has no seccomp")
    seccomp.install(own_signals_only=not namespaced and version < 6, programs=policy.programs)
    return _record(namespaced, root_folder, user, version)


def _record(namespaced: bool, root_folder: bool, user: bool, version: int) -> Confinement:
    """Return the record of this process's defences: what the kernel reports, if it reports it."""
    import resource

    with open("/proc/self/status") as file:
        status = dict(line.rstrip().partition(":\t")[::2] for line in file)
    return Confinement(
        namespaces=namespaced,
        root_folder=root_folder,
        user=user,
        landlock=version,
        limits=resource.getrlimit(resource.RLIMIT_DATA)[0] != resource.RLIM_INFINITY,
        capabilities=int(status["CapPrm"], 16) | int(status["CapEff"], 16) | int(status["CapAmb"], 16),
        no_new_privileges=status["NoNewPrivs"] == "1",
        seccomp=status["Seccomp"] == "2",
    )


def _new_root(policy: Policy, private: str) -> bool:
    """Give the process its own root folder. If the host forbids it, change nothing and return False."""
    root = folders.root_beside(private)
    devices = [*policies.DEVICES_TO_READ, *policies.DEVICES_TO_WRITE]
    readable = [*policies.system_paths(), *policies.configuration_paths(), *policy.read, *devices]
    scratch = {path: path for path in (policy.folder, *folders.private_paths(private))}
    try:
        namespaces.own_mounts()
        namespaces.build_root(root, readable, scratch, policy.disk, policy.programs)
    except OSError:
        namespaces.remove_root(root)
        return False
    namespaces.enter_root(root)
    return True


def _set_limits(policy: Policy, own_count: bool) -> None:
    """Set the resource limits. `own_count`: the processes of nobody else count towards ours."""
    import resource  # Windows has none

    limits = {
        resource.RLIMIT_NPROC: policy.all_processes + (0 if own_count else _tasks_of_user(os.geteuid())),
        resource.RLIMIT_FSIZE: policy.file_size,
        resource.RLIMIT_DATA: _data_size() + policy.memory + 512 * MIB,  # the rest is stacks of threads
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    if policy.cpu_seconds is not None:
        limits[resource.RLIMIT_CPU] = max(1, int(policy.cpu_seconds) + 1)
    for name, value in limits.items():
        hard = resource.getrlimit(name)[1]
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        resource.setrlimit(name, (value, value))


def _data_size() -> int:
    """Return the bytes that count towards RLIMIT_DATA now."""
    with open("/proc/self/status") as status:
        return next((int(line.split()[1]) * 1024 for line in status if line.startswith("VmData")), GIB)


def _tasks_of_user(uid: int) -> int:
    """Count the tasks of a user, for hosts on which one count covers all of them."""
    tasks = 0
    for name in os.listdir("/proc"):
        with contextlib.suppress(OSError):
            if name.isdigit() and os.stat(f"/proc/{name}").st_uid == uid:
                tasks += len(os.listdir(f"/proc/{name}/task"))
    return tasks


def _leave_root(policy: Policy, private: str, uid: int, readable: bool) -> bool:
    """Become a user who owns only the private folders. Return False if that user could not read Python.

    `readable`: the new root folder shows the interpreter to every user.
    """
    homes = folders.private_paths(private)
    if not readable:
        given = [policy.given] if policy.given else []
        others = [path for path in policy.read if not policies.is_below_any(path, given)]
        if not folders.open_to_others([*policies.system_paths(), *others, policy.folder, homes[0]]):
            return False
        if policy.given:
            folders.change_owner(policy.given, uid)  # it stays read-only: only `folder` may be written to
    for folder in (policy.folder, *homes):
        folders.change_owner(folder, uid)
    try:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    except OSError:
        return False
    return True


def _rules(policy: Policy, private: str, version: int, own_proc: bool) -> Iterator[tuple[str, int]]:
    """Yield the Landlock rules: (path, rights)."""
    for path in policies.system_paths():
        yield path, landlock.RUN if policy.programs else landlock.READ
    for path in [*policies.configuration_paths(), *policy.read, *policies.DEVICES_TO_READ]:
        yield path, landlock.READ
    for path in ["/proc"] if own_proc else [f"/proc/{name}" for name in policies.PROC]:
        yield path, landlock.READ
    for path in policies.DEVICES_TO_WRITE:
        yield path, landlock.READ_FILE | landlock.WRITE_FILE
    for path in (policy.folder, *folders.private_paths(private)):
        yield path, landlock.write_rights(version)
