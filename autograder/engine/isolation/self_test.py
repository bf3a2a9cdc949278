"""Says which defences hold on this host, by trying each attack in a confined process.

`examine` is what `autograder doctor` prints; `require` is asked before anything is graded.
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

from autograder.engine.isolation import fork_client, probes, sandbox
from autograder.engine.isolation.fork_client import ForkError, NoWarmProcessError
from autograder.engine.isolation.sandbox import MIB, Policy, SandboxError

_HINT = "Grade on Linux 5.13 or later with Landlock, or say --no-sandbox to run students' code unconfined."


@dataclass(frozen=True)
class Finding:
    """One defence: whether it holds here, what was seen, and whether grading may not do without it."""

    name: str
    holds: bool
    detail: str
    essential: bool = False


def _attacks(secret: str, port: int, path: str, policy: Policy) -> Iterator[tuple[str, bool, Callable, dict, Policy]]:
    """Give (name, essential, attack, its arguments, the policy to run it under)."""
    count = policy.processes + sandbox.library_threads()
    big = policy.memory + 1024 * MIB
    yield "files outside: reading", True, probes.read_outside, {"path": secret}, policy
    yield "files outside: writing", True, probes.write_outside, {"path": secret}, policy
    yield "system calls", True, probes.forbidden_calls, {}, policy
    yield "network and other sockets", True, probes.connect, {"port": port, "path": path}, policy
    yield "other processes", True, probes.spy, {"pid": os.getpid()}, policy
    yield "memory in one piece", False, probes.allocate, {"size": big}, policy
    yield "memory bit by bit", True, probes.fill_memory, {"size": 2 * policy.memory}, policy
    yield "CPU time", True, probes.spin, {}, replace(policy, cpu_seconds=0.2)
    yield "number of processes", True, probes.fork_often, {"limit": count}, policy
    yield "size of files", False, probes.big_file, {"size": policy.file_size}, policy
    yield "not root", False, probes.who, {"expected": os.getuid()}, policy


def _try(attack: Callable, args: dict[str, Any], policy: Policy) -> tuple[bool, str]:
    """Run one attack confined; tell whether it was stopped, and how."""
    try:
        process = fork_client.server(()).fork(f"{attack.__module__}:{attack.__name__}", args, sandbox=policy)
    except (NoWarmProcessError, SandboxError) as error:
        return False, str(error)
    try:
        got = process.result(30)
    except ForkError as end:
        return end.reason in ("memory", "cpu", "processes"), f"ended: {end.reason or end}"
    return got is None, got or "refused"


def examine(essential_only: bool = False) -> list[Finding]:
    """Try every attack (in some 5 s), or those without which nothing is graded, and say what was seen."""
    folder = sandbox.private_folder()
    policy = Policy(folder, memory=128 * MIB, processes=8, file_size=2 * MIB, disk=16 * MIB)
    with tempfile.TemporaryDirectory(prefix="doctor-") as outside, socket.socket(socket.AF_UNIX) as unix:
        secret, path = os.path.join(outside, "secret"), os.path.join(outside, "socket")
        with open(secret, "w") as file:
            file.write("secret")
        unix.bind(path)
        unix.listen()
        os.chmod(outside, 0o755)
        with socket.create_server(("127.0.0.1", 0)) as tcp:
            port = tcp.getsockname()[1]
            chosen = [each for each in _attacks(secret, port, path, policy) if each[1] or not essential_only]
            with ThreadPoolExecutor(4) as pool:  # most of them wait for a process
                seen = pool.map(lambda each: _try(*each[2:]), chosen)
                findings = [Finding(each[0], *got, each[1]) for each, got in zip(chosen, seen, strict=True)]
    shutil.rmtree(folder, ignore_errors=True)
    return findings


def in_force() -> list[str]:
    """Give what a confined process is confined by on this host. Raises SandboxError, NoWarmProcessError."""
    folder = sandbox.private_folder()
    try:
        process = fork_client.server(()).fork("os:getpid", sandbox=Policy(folder))
        process.result(30)
        return process.in_force
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def require(no_sandbox: bool = False) -> None:
    """Refuse to go on where students' code could not be confined, unless told to.

    Raises SandboxError, which names what does not hold here and what to do.
    """
    if no_sandbox:
        return
    open_doors = [finding for finding in examine(essential_only=True) if not finding.holds]
    if open_doors:
        seen = "; ".join(f"{finding.name}: {finding.detail}" for finding in open_doors)
        raise SandboxError(f"This host cannot confine students' code ({seen}). {_HINT}")


def report() -> str:
    """Give the findings as lines to print."""
    try:
        lines = [f"confined by: {', '.join(in_force())}"]
    except (SandboxError, NoWarmProcessError) as error:
        return f"no sandbox on this host: {error}\n{_HINT}"
    for finding in examine():
        verdict = "holds" if finding.holds else "OPEN " if finding.essential else "open "
        lines.append(f"{verdict}  {finding.name}: {finding.detail}")
    return "\n".join(lines)
