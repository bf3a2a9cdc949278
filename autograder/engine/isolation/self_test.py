"""Reports which defences hold on this host by trying each attack in a confined process.

`autograder doctor` prints the `report`. Nothing is graded before `require` has passed.
"""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from autograder.engine.isolation import cgroups, fork_client, probes
from autograder.engine.isolation.confinement import Confinement
from autograder.engine.isolation.folders import private_folder
from autograder.engine.isolation.fork_client import ForkError, NoForkServerError
from autograder.engine.isolation.policy import MIB, Policy, SandboxError
from autograder.engine.isolation.preload import BARE

SECONDS = 30.0
_HINT = "Grade on Linux 5.13 or later with Landlock, or use --no-sandbox to run students' code unconfined."


@dataclass(frozen=True)
class Finding:
    """One defence: whether it holds here, what was observed, and whether grading depends on it."""

    name: str
    holds: bool
    detail: str
    essential: bool = False


@dataclass(frozen=True)
class _Attack:
    name: str
    essential: bool
    probe: Callable[..., str | None]
    args: dict[str, Any]
    policy: Policy

    def attempt(self) -> Finding:
        """Run the attack confined, and return whether it was stopped, and how."""
        try:
            process = fork_client.server(BARE).fork(self.probe, self.args, sandbox=self.policy)
            success = process.result(SECONDS)
            return self._finding(success is None, success or "refused")
        except (NoForkServerError, SandboxError) as error:
            return self._finding(False, str(error))
        except ForkError as end:
            return self._finding(end.reason in ("memory", "sockets", "cpu", "processes"), f"ended: {end.reason or end}")

    def _finding(self, holds: bool, detail: str) -> Finding:
        return Finding(self.name, holds, detail, self.essential)


def _attacks(secret: str, port: int, path: str, policy: Policy) -> Iterator[_Attack]:
    big = policy.memory + 1024 * MIB
    yield _Attack("files outside: reading", True, probes.read_outside, {"path": secret}, policy)
    yield _Attack("files outside: writing", True, probes.write_outside, {"path": secret}, policy)
    yield _Attack("system calls", True, probes.forbidden_calls, {}, policy)
    yield _Attack("network and other sockets", True, probes.connect, {"port": port, "path": path}, policy)
    yield _Attack("other processes", True, probes.spy, {"pid": os.getpid()}, policy)
    yield _Attack("memory in one piece", False, probes.allocate, {"size": big}, policy)
    yield _Attack("memory bit by bit", True, probes.fill_memory, {"size": 2 * policy.memory}, policy)
    yield _Attack("memory in sockets", True, probes.fill_sockets, {"size": policy.memory}, policy)
    yield _Attack("CPU time", True, probes.spin, {}, replace(policy, cpu_seconds=0.2))
    brief = replace(policy, cpu_seconds=0.5)
    yield _Attack("CPU time of children that nobody waits for", False, probes.spin_in_children, {}, brief)
    yield _Attack("number of processes", True, probes.fork_often, {"limit": policy.all_processes}, policy)
    yield _Attack("size of files", False, probes.big_file, {"size": policy.file_size}, policy)
    yield _Attack("not root", False, probes.who, {"expected": os.getuid()}, policy)
    yield from _orphans(policy)
    yield from _checker_attacks(secret, port, path, replace(policy, programs=False))


def _orphans(policy: Policy) -> Iterator[_Attack]:
    """Yield the attacks on limits again, by a process that has left the tree of the confined one.

    Grading does not depend on the limit of CPU time, because the time of a submission is limited too.
    """
    for name, attack, args, confined, essential in (
        ("memory", "fill_memory", {"size": 2 * policy.memory}, policy, True),
        ("CPU time", "spin", {}, replace(policy, cpu_seconds=0.2), False),
        ("processes", "fork_often", {"limit": policy.all_processes}, policy, True),
    ):
        given = {"attack": attack, "args": args}
        yield _Attack(f"{name} of an orphan", essential, probes.orphaned, given, confined)
        alone = replace(confined, namespaces=False)
        yield _Attack(f"{name} of an orphan, without namespaces", False, probes.orphaned, given, alone)


def _checker_attacks(secret: str, port: int, path: str, policy: Policy) -> Iterator[_Attack]:
    """Yield the attacks from the process that runs the checks, which may do less than the student's."""
    yield _Attack("checker: starting programs", True, probes.start_program, {}, policy)
    yield _Attack("checker: running own native code", False, probes.run_own_code, {}, policy)
    yield _Attack("checker: reading outside", True, probes.read_outside, {"path": secret}, policy)
    yield _Attack("checker: writing outside", True, probes.write_outside, {"path": secret}, policy)
    yield _Attack("checker: network", True, probes.connect, {"port": port, "path": path}, policy)
    yield _Attack("checker: memory", False, probes.fill_memory, {"size": 2 * policy.memory}, policy)


def _kernel_memory(policy: Policy) -> Finding:
    """Return whether a cgroup limits the memory that the kernel keeps for a process, tried without the other limits."""
    name = "memory in the kernel, beside sockets"
    try:
        cgroups.find_parent(os.environ)
    except cgroups.NoGroupError as error:
        left = f"only the numbers of sockets ({policy.sockets}), descriptors and processes bound it"
        return Finding(name, False, f"{left}, because {error}")
    alone = replace(policy, sockets=10**6, processes=64)
    return _Attack(name, True, probes.fill_kernel, {"size": 1024 * MIB}, alone).attempt()


def examine(essential_only: bool = False) -> list[Finding]:
    """Try every attack (5 s), or only those that must be stopped before anything is graded."""
    folder = private_folder()
    policy = Policy(folder, memory=128 * MIB, processes=8, file_size=2 * MIB, disk=16 * MIB)
    with tempfile.TemporaryDirectory(prefix="doctor-") as outside, socket.socket(socket.AF_UNIX) as unix:
        secret, path = os.path.join(outside, "secret"), os.path.join(outside, "socket")
        with open(secret, "w") as file:
            file.write("secret")
        unix.bind(path)
        unix.listen()
        os.chmod(outside, 0o755)
        with socket.create_server(("127.0.0.1", 0)) as tcp, ThreadPoolExecutor(4) as pool:
            attacks = _attacks(secret, tcp.getsockname()[1], path, policy)
            chosen = [attack for attack in attacks if attack.essential or not essential_only]
            findings = list(pool.map(_Attack.attempt, chosen))  # most of them wait for a process
    if not essential_only:
        findings.append(_kernel_memory(policy))
    shutil.rmtree(folder, ignore_errors=True)
    return findings


def confinement() -> Confinement:
    """Return the defences of a confined process on this host.

    Raises:
        SandboxError, NoForkServerError, ForkError: no such process starts, or it does not work.
    """
    folder = private_folder()
    try:
        process = fork_client.server(BARE).fork(os.getpid, sandbox=Policy(folder))
        process.result(SECONDS)
        assert process.confinement is not None
        return process.confinement
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def require(no_sandbox: bool = False) -> None:
    """Refuse to continue if students' code cannot be confined, unless the caller wants no sandbox.

    Raises:
        SandboxError: the message names the defences that do not hold here, and says what to do.
        NoGroupError: the cgroup that is named for students' code cannot be used.
    """
    if no_sandbox:
        return
    cgroups.parent_if_given(os.environ)
    failed = [finding for finding in examine(essential_only=True) if not finding.holds]
    if failed:
        details = "; ".join(f"{finding.name}: {finding.detail}" for finding in failed)
        raise SandboxError(f"This host cannot confine students' code ({details}). {_HINT}")


def report() -> str:
    """Return the findings as lines to print."""
    try:
        cgroups.parent_if_given(os.environ)
        lines = [f"confined by: {confinement()}"]
    except cgroups.NoGroupError as error:
        return str(error)
    except (SandboxError, NoForkServerError, ForkError) as error:
        return f"no sandbox on this host: {error}\n{_HINT}"
    for finding in examine():
        verdict = "holds" if finding.holds else "OPEN " if finding.essential else "open "
        lines.append(f"{verdict}  {finding.name}: {finding.detail}")
    return "\n".join(lines)
