"""What a student's process may see and use: a policy, and the steps that put it in force.

Landlock, seccomp and rlimits need no privileges; namespaces, a root folder with little in it and a
user id of its own come on top where the host allows them. `keeper` applies this and watches the rest.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.engine.errors import AutograderError
from autograder.engine.isolation import landlock, libc, namespaces, seccomp

GIB, MIB = 2**30, 2**20
_FIRST_USER, _USERS = 61184, 4096  # a range for passing users, owned by no account

_SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin", "/opt/conda/lib", "/nix/store")
_ETC = (
    "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "timezone", "passwd", "group", "nsswitch.conf",
    "hosts", "fonts", "mime.types", "matplotlibrc", "alternatives", "os-release", "debian_version",
)  # fmt: skip
_PROC = (
    "cpuinfo", "meminfo", "stat", "filesystems", "version", "uptime", "loadavg", "self", "thread-self",
    "sys/kernel/osrelease", "sys/kernel/ngroups_max", "sys/kernel/random", "sys/vm/overcommit_memory",
    "sys/vm/max_map_count",
)  # fmt: skip
_SYS = ("/sys/devices/system/cpu", "/sys/devices/system/node", "/sys/kernel/mm/transparent_hugepage")
_PRIVATE = ("home", "tmp")  # folders of one process
_DEVICES_READ = ("/dev/urandom", "/dev/random", "/dev/zero")
_DEVICES_WRITE = ("/dev/null", "/dev/full")
_ENVIRONMENT = {
    "PATH",
    "LANG",
    "LANGUAGE",
    "TZ",
    "TERM",
    "CUDA_VISIBLE_DEVICES",
    "KERAS_BACKEND",
    "VIRTUAL_ENV",
}
_ENVIRONMENT_FAMILIES = (
    "LC_",
    "TF_",
    "OMP_",
    "OPENBLAS_",
    "MKL_",
    "MPLBACKEND",
    "PYTHONHASHSEED",
    "NBGRADER_",
)


class SandboxError(AutograderError):
    """The sandbox cannot be put in force as asked; the message says what to do."""


@dataclass(frozen=True)
class Policy:
    """What one process and all that it starts may use. Sizes in bytes, times in seconds.

    `folder` is its own, to read and write; what it writes there need not be kept. `read` are further paths
    to read. `memory` counts from the warm process up (TensorFlow itself is not charged). `processes` counts
    processes and threads, with an allowance for the library's own threads added. `hide` are paths that must
    not become visible: a policy that would show one is refused. `namespaces=False` does without what needs
    them.
    """

    folder: str
    read: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    memory: int = 2 * GIB
    cpu_seconds: float | None = 600.0
    wall_seconds: float | None = None
    processes: int = 64
    file_size: int = 64 * MIB
    disk: int = 256 * MIB
    namespaces: bool = True

    def resolved(self) -> Policy:
        """Give the policy with real paths. Raises SandboxError where a hidden path would be visible."""
        policy = replace(
            self,
            folder=os.path.realpath(self.folder),
            read=tuple(os.path.realpath(path) for path in self.read),
            hide=tuple(os.path.realpath(path) for path in self.hide),
        )
        if not os.path.isdir(policy.folder):
            raise SandboxError(f"the sandbox's folder {policy.folder} does not exist")
        visible = [policy.folder, *policy.read, *_system_paths()]
        for hidden in policy.hide:
            for path in visible:
                if _is_below(hidden, path):
                    raise SandboxError(f"{hidden} lies in {path}, which a student's process may read: move one")
        return policy


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _system_paths() -> list[str]:
    """Give the interpreter, its packages and the system's libraries, as real paths."""
    paths = {*_SYSTEM, sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix}
    paths |= {path for name, path in sysconfig.get_paths().items() if name in ("stdlib", "purelib", "platlib")}
    paths |= {path for path in sys.path if path.endswith(("site-packages", "dist-packages"))}
    real = {os.path.realpath(path) for path in paths if os.path.isdir(path)} - {"/"}
    return sorted(p for p in real if not any(_is_below(p, q) for q in real if q != p))


def readable_paths(policy: Policy) -> list[str]:
    """Give the folders from which a process under this policy may import."""
    return [*_system_paths(), *policy.read, policy.folder]


def is_below_any(path: str, folders: Iterable[str]) -> bool:
    """Tell whether a real path is one of the folders or lies in one."""
    return any(_is_below(path, folder) for folder in folders)


def _configuration_paths() -> list[str]:
    """Give the few files of /etc and /sys which libraries read; none of them is secret."""
    return [path for path in [*(f"/etc/{name}" for name in _ETC), *_SYS] if os.path.exists(path)]


def _rules(policy: Policy, private: str, own_proc: bool) -> Iterator[tuple[str, int]]:
    """Give the Landlock rules: (path, rights)."""
    for path in _system_paths():
        yield path, landlock.RUN
    for path in [*_configuration_paths(), *policy.read, *_DEVICES_READ]:
        yield path, landlock.READ
    for path in ["/proc"] if own_proc else [f"/proc/{name}" for name in _PROC]:
        yield path, landlock.READ
    for path in _DEVICES_WRITE:
        yield path, landlock.READ_FILE | landlock.WRITE_FILE
    for path in (policy.folder, f"{private}/home", f"{private}/tmp"):
        yield path, landlock.write_rights(landlock.abi())


def environment(given: Mapping[str, str], private: str) -> dict[str, str]:
    """Give the variables a student's process starts with: no secrets, and every home in `private`."""
    kept = {k: v for k, v in given.items() if k in _ENVIRONMENT or k.startswith(_ENVIRONMENT_FAMILIES)}
    home, tmp = f"{private}/home", f"{private}/tmp"
    homes = {"HOME": home, "IPYTHONDIR": f"{home}/.ipython", "MPLCONFIGDIR": f"{home}/.matplotlib"}
    homes |= {"KERAS_HOME": f"{home}/.keras", "XDG_CACHE_HOME": f"{home}/.cache", "XDG_CONFIG_HOME": f"{home}/.config"}
    return {**kept, **homes, "TMPDIR": tmp, "USER": "student", "LOGNAME": "student", "SHELL": "/bin/sh"}


def private_folder(copy_from: str | os.PathLike[str] | None = None, limit: int = 256 * MIB) -> str:
    """Make an empty folder for one process, or one with the plain files below `copy_from` in it.

    Links, sockets and devices are left out, so that nothing leads out of the folder again.
    Raises SandboxError where the files hold more than `limit` bytes. The caller removes the folder.
    """
    target = tempfile.mkdtemp(prefix="candidate-")
    if copy_from is not None:
        try:
            namespaces.copy_plain_files(os.fspath(copy_from), target, limit)
        except OSError as error:
            shutil.rmtree(target, ignore_errors=True)
            raise SandboxError(error.strerror or str(error)) from None
    return target


def run_folder() -> str:
    """Make the folder of one process for its home and its temporary files.

    It stands in a folder of its own, which the caller removes with all that is in it.
    """
    base = tempfile.mkdtemp(prefix="warm-")
    os.chmod(base, 0o711)
    os.mkdir(os.path.join(base, "root"))
    os.mkdir(os.path.join(base, "p"), 0o711)
    for name in _PRIVATE:
        os.mkdir(os.path.join(base, "p", name), 0o700)
    return os.path.join(base, "p")


def remove_run_folder(private: str) -> None:
    """Remove a folder of `run_folder`'s; the empty name is none."""
    if private:
        shutil.rmtree(os.path.dirname(private), ignore_errors=True)


# ---- the steps, in the order in which `keeper` takes them ----------------------------------------


def own_user() -> int:
    """Give a user id for one process tree when run by root: unlikely in use twice, owner of nothing."""
    return _FIRST_USER + os.getpid() % _USERS


def enter_namespaces() -> bool:
    """Step 1, in the keeper: let its children be in namespaces of their own. False where forbidden."""
    try:
        if os.geteuid() == 0:
            namespaces.enter_as_root()
        else:
            namespaces.enter()
    except OSError:
        return False
    return True


def confine(policy: Policy, private: str, uid: int, namespaced: bool) -> list[str]:
    """Step 2, in the fresh child of the keeper: put everything in force and say what it is.

    `policy` must be resolved; `private` is a folder of ours with home/ and tmp/ in it; `uid` is whom
    root becomes. Raises SandboxError where neither Landlock nor a root folder hides the files, or seccomp is
    missing; OSError where a step fails.
    """
    done: list[str] = []
    root = os.geteuid() == 0
    parent = os.getppid()
    mounts = namespaced and _new_root(policy, private)
    if mounts:
        done.append("root folder")
    _set_limits(policy, own_count=root or namespaced)
    if root and _leave_root(policy, private, uid, readable=mounts):
        done.append("user")
    if namespaced:
        done.append("namespaces")
    namespaces.drop_capabilities()
    libc.die_with_parent()
    if os.getppid() != parent:
        os._exit(1)
    if landlock.abi():
        landlock.restrict(_rules(policy, private, own_proc="root folder" in done))
        done.append(f"Landlock {landlock.abi()}")
    elif "root folder" not in done:
        raise SandboxError("neither Landlock nor mount namespaces: the files of this host cannot be hidden")
    if not seccomp.supported():
        raise SandboxError("this host has no seccomp")
    seccomp.deny_dangerous(own_signals_only=not namespaced and landlock.abi() < 6)
    return [*done, "seccomp", "limits"]


def _new_root(policy: Policy, private: str) -> bool:
    """Give the process a root folder of its own; False, and all as it was, where the host forbids it."""
    root = os.path.join(os.path.dirname(private), "root")  # never inside of what the process may write
    readable = [*_system_paths(), *_configuration_paths(), *policy.read, *_DEVICES_READ, *_DEVICES_WRITE]
    scratch = {path: path for path in (policy.folder, f"{private}/home", f"{private}/tmp")}
    try:
        namespaces.own_mounts()
        namespaces.build_root(root, readable, scratch, policy.disk)
    except OSError:
        namespaces.forget(root)
        return False
    namespaces.enter_root(root)
    return True


def _set_limits(policy: Policy, own_count: bool) -> None:
    """Set the rlimits. `own_count`: the processes of nobody else count towards ours."""
    import resource  # not on every system, like all of this

    threads = policy.processes + library_threads()
    if not own_count:
        threads += _tasks_of_user(os.geteuid())
    limits = {
        resource.RLIMIT_NPROC: threads,
        resource.RLIMIT_FSIZE: policy.file_size,
        resource.RLIMIT_DATA: _data_size() + policy.memory + 512 * MIB,  # the rest is stacks of threads
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 1024,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    if policy.cpu_seconds is not None:
        limits[resource.RLIMIT_CPU] = max(1, int(policy.cpu_seconds) + 1)
    for name, value in limits.items():
        hard = resource.getrlimit(name)[1]
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        resource.setrlimit(name, (value, value))


def library_threads() -> int:
    """Give the threads which TensorFlow and BLAS may start on this machine."""
    return 48 + 8 * (os.cpu_count() or 1)


def _data_size() -> int:
    """Give the bytes which count towards RLIMIT_DATA now."""
    with open("/proc/self/status") as status:
        return next((int(line.split()[1]) * 1024 for line in status if line.startswith("VmData")), GIB)


def _tasks_of_user(uid: int) -> int:
    """Count the tasks of a user, for hosts where one count serves all of them."""
    tasks = 0
    for name in os.listdir("/proc"):
        with contextlib.suppress(OSError):
            if name.isdigit() and os.stat(f"/proc/{name}").st_uid == uid:
                tasks += len(os.listdir(f"/proc/{name}/task"))
    return tasks


def _leave_root(policy: Policy, private: str, uid: int, readable: bool) -> bool:
    """Become a user who owns nothing but the two folders. False where that user could not read Python.

    `readable`: a root folder of our own shows the interpreter to everybody.
    """
    if not readable and not _readable_by_others([*_system_paths(), policy.folder, f"{private}/home"]):
        return False
    for folder in (policy.folder, *(f"{private}/{name}" for name in _PRIVATE)):
        _give(folder, uid)
    try:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    except OSError:
        return False
    return True


def _readable_by_others(paths: list[str]) -> bool:
    """Tell whether every folder on the way to each path lets others pass."""
    parents = {str(parent) for path in paths for parent in Path(path).parents}
    return all(os.stat(parent).st_mode & stat.S_IXOTH for parent in parents)


def _give(folder: str, uid: int) -> None:
    """Change the owner of a folder and what is in it, never by way of a link or into another file system."""
    device = os.lstat(folder).st_dev
    os.chown(folder, uid, uid, follow_symlinks=False)
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if os.lstat(os.path.join(base, name)).st_dev == device]
        for name in [*folders, *names]:
            path = os.path.join(base, name)
            about = os.lstat(path)
            if stat.S_ISDIR(about.st_mode) or (stat.S_ISREG(about.st_mode) and about.st_nlink == 1):
                os.chown(path, uid, uid, follow_symlinks=False)
