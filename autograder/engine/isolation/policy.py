"""The policy for a confined process: limits, readable paths, environment variables."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from autograder.engine.errors import AutograderError
from autograder.engine.isolation.preload import BARE, Preload

GIB, MIB = 2**30, 2**20

_SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin", "/opt/conda/lib", "/nix/store")
_ETC = (
    "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "timezone", "passwd", "group", "nsswitch.conf",
    "hosts", "fonts", "mime.types", "matplotlibrc", "alternatives", "os-release", "debian_version",
)  # fmt: skip
_SYS = ("/sys/devices/system/cpu", "/sys/devices/system/node", "/sys/kernel/mm/transparent_hugepage")
PROC = (
    "cpuinfo", "meminfo", "stat", "filesystems", "version", "uptime", "loadavg", "self", "thread-self",
    "sys/kernel/osrelease", "sys/kernel/ngroups_max", "sys/kernel/random", "sys/vm/overcommit_memory",
    "sys/vm/max_map_count",
)  # fmt: skip
"""The readable files in a /proc that shows all processes of the host."""
DEVICES_TO_READ = ("/dev/urandom", "/dev/random", "/dev/zero")
DEVICES_TO_WRITE = ("/dev/null", "/dev/full")
_VARIABLES = {"PATH", "LANG", "LANGUAGE", "TZ", "TERM", "VIRTUAL_ENV", "PYTHONHASHSEED"}
_FAMILIES = ("LC_", "NBGRADER_")


class SandboxError(AutograderError):
    """The sandbox cannot be set up as requested. The message says what to do."""


@dataclass(frozen=True)
class Policy:
    """The limits on one process and everything that it starts. Sizes are in bytes, times in seconds.

    Attributes:
        folder: the process's own folder. Files that it writes there may get lost.
        read: additional paths that it may read.
        given: a folder around some of these paths that may be given to the process's own user; empty if there is none.
        hide: paths that must stay hidden; `resolved` refuses a policy that would show one.
        memory: counted from the fork server's own memory up, so TensorFlow itself is free.
        sockets: open sockets, because the kernel keeps up to 400 kB in the buffers of each, outside the memory limit.
        processes: processes and threads, not counting an allowance for the threads of libraries.
        programs: False refuses to start programs, and to run native code from the folders that it may write to.
        namespaces: False leaves out the steps that need namespaces.
    """

    folder: str
    read: tuple[str, ...] = ()
    given: str = ""
    hide: tuple[str, ...] = ()
    memory: int = 2 * GIB
    cpu_seconds: float | None = 600.0
    wall_seconds: float | None = None
    sockets: int = 128
    processes: int = 64
    file_size: int = 64 * MIB
    disk: int = 256 * MIB
    programs: bool = True
    namespaces: bool = True

    def resolved(self) -> Policy:
        """Return the policy with real paths.

        Raises:
            SandboxError: the folder does not exist, or the process could read a path that must stay hidden.
        """
        policy = replace(
            self,
            folder=os.path.realpath(self.folder),
            read=tuple(os.path.realpath(path) for path in self.read),
            given=os.path.realpath(self.given) if self.given else "",
            hide=tuple(os.path.realpath(path) for path in self.hide),
        )
        if not os.path.isdir(policy.folder):
            raise SandboxError(f"the sandbox's folder {policy.folder} does not exist")
        for hidden in policy.hide:
            for path in importable_paths(policy):
                if is_below_any(hidden, [path]):
                    raise SandboxError(f"{hidden} is in {path}, which a student's process may read: move one of them")
        return policy

    @property
    def busy_tasks(self) -> int:
        """Return how many tasks may be ready to run at once, other than for a moment. TensorFlow needs fewer."""
        return 8 + 4 * (os.cpu_count() or 1)

    @property
    def all_processes(self) -> int:
        """Return the limit on processes and threads, with those that TensorFlow and BLAS may start here."""
        return self.processes + 48 + 8 * (os.cpu_count() or 1)


def is_below_any(path: str, folders: Iterable[str]) -> bool:
    """Return whether a real path is one of the folders or inside one."""
    return any(path == folder or path.startswith(folder.rstrip("/") + "/") for folder in folders)


def system_paths() -> list[str]:
    """Return the real paths of the interpreter, its packages and the system's libraries."""
    paths = {*_SYSTEM, sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix}
    paths |= {path for name, path in sysconfig.get_paths().items() if name in ("stdlib", "purelib", "platlib")}
    paths |= {path for path in sys.path if path.endswith(("site-packages", "dist-packages"))}
    real = {os.path.realpath(path) for path in paths if os.path.isdir(path)} - {"/"}
    return sorted(path for path in real if not is_below_any(path, real - {path}))


def configuration_paths() -> list[str]:
    """Return the few files of /etc and /sys that libraries read; none of them is secret."""
    return [path for path in [*(f"/etc/{name}" for name in _ETC), *_SYS] if os.path.exists(path)]


def importable_paths(policy: Policy) -> list[str]:
    """Return the folders from which a process under this policy may import."""
    return [*system_paths(), *policy.read, policy.folder]


def environment(variables: Mapping[str, str], private: str, preload: Preload = BARE) -> dict[str, str]:
    """Return the variables of a confined process: without secrets, and with every home in the folder `private`."""
    kept = {k: v for k, v in variables.items() if k in _VARIABLES or k.startswith((*_FAMILIES, *preload.variables))}
    home, tmp = f"{private}/home", f"{private}/tmp"
    folders = {"IPYTHONDIR": ".ipython", "XDG_CACHE_HOME": ".cache", "XDG_CONFIG_HOME": ".config", **preload.homes}
    homes = {"HOME": home, **{name: f"{home}/{folder}" for name, folder in folders.items()}}
    return {**kept, **homes, "TMPDIR": tmp, "USER": "student", "LOGNAME": "student", "SHELL": "/bin/sh"}
