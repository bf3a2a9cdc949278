"""Says which defences hold on this host, by trying each attack in a confined process.

`examine` is what `autograder doctor` prints; `require` is asked before anything is graded.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import mmap
import os
import shutil
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from autograder import kernels, sandbox
from autograder.kernels import ForkError, NoWarmProcessError
from autograder.sandbox import MIB, Policy, SandboxError

_HINT = "Grade on Linux 5.13 or later with Landlock, or say --no-sandbox to run students' code unconfined."


@dataclass(frozen=True)
class Finding:
    """One defence: whether it holds here, what was seen, and whether grading may not do without it."""

    name: str
    holds: bool
    detail: str
    essential: bool = False


# ---- the attacks: each runs confined and returns None where it was stopped, or what it got ----------


def _open(path: str, mode: str = "r") -> str | None:
    try:
        with open(path, mode) as file:
            return f"opened {file.name}"
    except OSError:
        return None


def read_outside(path: str) -> str | None:
    """Read a file outside the folder."""
    return _open(path)


def write_outside(path: str) -> str | None:
    """Write over a file outside the folder, and beside it."""
    return _open(path, "a") or _open(path + "-2", "w")


def spy(pid: int) -> str | None:
    """Read the environment of another process, and send it a signal."""
    got = _open(f"/proc/{pid}/environ")
    with contextlib.suppress(OSError):
        os.kill(pid, 0)
        got = got or "may send signals"
    return got


def connect(port: int, path: str) -> str | None:
    """Reach a TCP port and a unix socket of this machine."""
    for family, address in ((socket.AF_INET, ("127.0.0.1", port)), (socket.AF_UNIX, path)):
        with contextlib.suppress(OSError), socket.socket(family) as sock:
            sock.connect(address)
            return f"reached {address}"
    return None


def forbidden_calls() -> str | None:
    """Trace, mount and leave the namespace by system calls."""
    libc = ctypes.CDLL(None, use_errno=True)
    for name, arguments in (("ptrace", (0, 0, 0, 0)), ("unshare", (0x10000000,)), ("umount2", (b"/proc", 2))):
        if getattr(libc, name)(*arguments) == 0 or ctypes.get_errno() != errno.EPERM:
            return f"{name} was not refused"
    return None


def allocate(size: int) -> str | None:
    """Ask for memory in one piece."""
    try:
        return f"got {len(mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)) // MIB} MiB"
    except (OSError, MemoryError):
        return None


def fill_memory(size: int) -> str | None:
    """Fill shared memory, which no rlimit counts, bit by bit."""
    memory = mmap.mmap(-1, size, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)
    for _ in range(0, size, MIB):
        memory.write(b"x" * MIB)
    time.sleep(5)
    return f"filled {size // MIB} MiB"


def spin() -> str | None:
    """Use the processor for ever."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        pass
    return "60 s of CPU time"


def fork_often(limit: int) -> str | None:
    """Start more processes than are allowed, and keep them."""
    for _ in range(limit + 20):
        try:
            if os.fork() == 0:
                time.sleep(30)
                os._exit(0)
        except OSError:
            return None
    time.sleep(5)
    return f"{limit + 20} processes"


def big_file(size: int) -> str | None:
    """Write a large file into the own folder."""
    try:
        with open("big", "wb") as file:
            for _ in range(size // MIB + 2):
                file.write(b"x" * MIB)
    except OSError:
        return None
    return f"{size // MIB + 2} MiB"


def who(expected: int) -> str | None:
    """Be root."""
    return "runs as root" if os.getuid() == 0 == expected else None


# ---- trying them ------------------------------------------------------------------------------------


def _attacks(secret: str, port: int, path: str, policy: Policy) -> Iterator[tuple[str, bool, Callable, dict, Policy]]:
    """Give (name, essential, attack, its arguments, the policy to run it under)."""
    count = policy.processes + sandbox.library_threads()
    big = policy.memory + 1024 * MIB
    yield "files outside: reading", True, read_outside, {"path": secret}, policy
    yield "files outside: writing", True, write_outside, {"path": secret}, policy
    yield "system calls", True, forbidden_calls, {}, policy
    yield "network and other sockets", True, connect, {"port": port, "path": path}, policy
    yield "other processes", True, spy, {"pid": os.getpid()}, policy
    yield "memory in one piece", False, allocate, {"size": big}, policy
    yield "memory bit by bit", True, fill_memory, {"size": 2 * policy.memory}, policy
    yield "CPU time", True, spin, {}, replace(policy, cpu_seconds=0.5)
    yield "number of processes", True, fork_often, {"limit": count}, policy
    yield "size of files", False, big_file, {"size": policy.file_size}, policy
    yield "not root", False, who, {"expected": os.getuid()}, policy


def _try(attack: Callable, args: dict[str, Any], policy: Policy) -> tuple[bool, str]:
    """Run one attack confined; tell whether it was stopped, and how."""
    try:
        process = kernels.server(()).fork(f"{__name__}:{attack.__name__}", args, sandbox=policy)
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
    findings = []
    with tempfile.TemporaryDirectory(prefix="doctor-") as outside, socket.socket(socket.AF_UNIX) as unix:
        secret, path = os.path.join(outside, "secret"), os.path.join(outside, "socket")
        with open(secret, "w") as file:
            file.write("secret")
        unix.bind(path)
        unix.listen()
        os.chmod(outside, 0o755)
        with socket.create_server(("127.0.0.1", 0)) as tcp:
            port = tcp.getsockname()[1]
            for name, essential, attack, args, given in _attacks(secret, port, path, policy):
                if essential or not essential_only:
                    holds, detail = _try(attack, args, given)
                    findings.append(Finding(name, holds, detail, essential))
    shutil.rmtree(folder, ignore_errors=True)
    return findings


def in_force() -> list[str]:
    """Give what a confined process is confined by on this host. Raises SandboxError, NoWarmProcessError."""
    folder = sandbox.private_folder()
    try:
        process = kernels.server(()).fork("os:getpid", sandbox=Policy(folder))
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
