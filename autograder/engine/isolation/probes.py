"""The attacks that `self_test` tries in a confined process. Each returns None if it was stopped, else what it achieved.

They import little, because each runs in its own process, which has to load this module.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import mmap
import os
import signal
import socket
import sys
import time
from typing import Any

from autograder.engine.isolation.policy import MIB


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


def fill_sockets(size: int) -> str | None:
    """Fill the buffers of sockets, which no rlimit and no count of memory contains."""
    kept, filled = [], 0
    with contextlib.suppress(OSError):
        while filled < size:
            kept.append(socket.socketpair())
            for end in kept[-1]:
                end.setblocking(False)
                with contextlib.suppress(BlockingIOError):
                    while True:
                        filled += end.send(b"x" * 65536)
    time.sleep(2)
    return f"{filled // MIB} MiB in {len(kept)} pairs" if filled >= size else None


def fill_kernel(size: int) -> str | None:
    """Fill the buffers of sockets in many processes, as if nobody counted sockets."""
    reader, writer = os.pipe()
    for _ in range(24):
        if os.fork() == 0:
            os.close(reader)
            _fill_own_sockets(writer)
            time.sleep(20)
            os._exit(0)
    os.close(writer)
    filled = 0
    while filled < size and (told := os.read(reader, 8)):
        filled += int.from_bytes(told, "little")
    time.sleep(1)
    return f"{filled // MIB} MiB" if filled >= size else None


def _fill_own_sockets(tell: int) -> None:
    """Fill sockets until there are no more descriptors, and write down how much each took."""
    kept = []
    with contextlib.suppress(OSError):
        while True:
            kept.append(socket.socketpair())
            filled = 0
            for end in kept[-1]:
                end.setblocking(False)
                with contextlib.suppress(BlockingIOError):
                    while True:
                        filled += end.send(b"x" * 65536)
            os.write(tell, filled.to_bytes(8, "little"))


def spin() -> str | None:
    """Use the processor without end."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        pass
    return "60 s of CPU time"


def spin_in_children() -> str | None:
    """Use the processor in children whose CPU time no parent is told, because nobody waits for them."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if os.fork() == 0:
            ends = time.process_time() + 0.04
            while time.process_time() < ends:
                pass
            os._exit(0)
        with contextlib.suppress(ChildProcessError):
            os.wait()  # until the child has ended
    return "60 s of CPU time"


def fork_often(limit: int) -> str | None:
    """Start more processes than allowed, and keep them."""
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
    """Write a large file into the process's own folder."""
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


def start_program() -> str | None:
    """Start a program."""
    pid = os.fork()
    if pid == 0:
        try:
            os.execv(sys.executable, [sys.executable, "-I", "-S", "-c", ""])
        finally:
            os._exit(77)
    return None if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 77 else "started a program"


def run_own_code() -> str | None:
    """Map native code from a file that this process has written, as loading a library does."""
    with open("code", "w+b") as file:
        file.write(b"\xc3" * mmap.PAGESIZE)
        file.flush()
        try:
            mmap.mmap(file.fileno(), mmap.PAGESIZE, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_EXEC)
        except OSError:
            return None
    return "native code may run"


def orphaned(attack: str, args: dict[str, Any]) -> str | None:
    """Try another attack in a process whose parent has ended, so that it is no longer below the process itself."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        if os.fork() == 0:
            os.write(writer, f">{globals()[attack](**args) or ''}".encode())
        os._exit(0)
    os.close(writer)
    os.wait()
    return os.read(reader, 4096).decode()[1:] or None
