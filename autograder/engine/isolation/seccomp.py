"""Seccomp through ctypes: limits the system calls of this process, and of everything that it starts.

The filter denies a list and allows the rest, because TensorFlow's calls change with each release, while the calls
that a notebook never needs do not change. A denied call fails with EPERM, which Python shows as an OSError.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Sequence

from autograder.engine.isolation import libc

MACHINES = ("x86_64", "aarch64")
NEWEST = 450
"""The highest number up to which this list was reviewed (set_mempolicy_home_node, Linux 5.17), on both machines."""

DENIED: dict[str, tuple[int | None, int | None]] = {
    # other processes
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "kcmp": (312, 272),
    "pidfd_getfd": (438, 438), "process_madvise": (440, 440), "perf_event_open": (298, 241),
    # mounts and namespaces
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "unshare": (272, 97), "setns": (308, 268), "move_mount": (429, 429), "open_tree": (428, 428),
    "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    # the kernel itself
    "bpf": (321, 280), "keyctl": (250, 219), "add_key": (248, 217), "request_key": (249, 218),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "init_module": (175, 105),
    "finit_module": (313, 273), "delete_module": (176, 106), "reboot": (169, 142), "swapon": (167, 224),
    "swapoff": (168, 225), "syslog": (103, 116), "acct": (163, 89), "quotactl": (179, 60),
    "settimeofday": (164, 170), "clock_settime": (227, 112), "adjtimex": (159, 171),
    "clock_adjtime": (305, 266),
    "sethostname": (170, 161), "setdomainname": (171, 162),
    "iopl": (172, None), "ioperm": (173, None),
    "modify_ldt": (154, None), "mknod": (133, None), "mknodat": (259, 33), "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "fanotify_init": (300, 262), "vhangup": (153, 58),
    # new sockets, and new ends for those that are open
    "socket": (41, 198), "connect": (42, 203), "bind": (49, 200), "listen": (50, 201),
    # memory and messages that outlive the process or are missing in its memory count
    "memfd_create": (319, 279), "memfd_secret": (447, 447), "shmget": (29, 194), "shmat": (30, 196),
    "semget": (64, 190), "msgget": (68, 186), "mq_open": (240, 180),
}  # fmt: skip
"""Calls that always fail: the number on each of `MACHINES`, None if the call does not exist there."""
FOREIGN_SIGNALS = {
    "tkill": (200, 130), "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240),
    "pidfd_send_signal": (424, 424), "pidfd_open": (434, 434),
}  # fmt: skip
"""Calls that fail too if nothing else stops signals to other processes."""
PROGRAMS = {"execve": (59, 221), "execveat": (322, 281)}
"""Calls that fail too if a process may start no program."""
PARTLY_DENIED = {
    "clone": (56, 220), "clone3": (435, 435), "socketpair": (53, 199), "ioctl": (16, 29), "prctl": (157, 167),
    "prlimit64": (302, 261), "setsockopt": (54, 208), "fcntl": (72, 25), "kill": (62, 129), "tgkill": (234, 131),
}  # fmt: skip
"""Calls that fail for some of their arguments."""
_SECCOMP = (317, 277)
_AUDIT_ARCH = (0xC000003E, 0xC00000B7)
_X32 = 0x40000000

_NEW_NAMESPACES = (
    libc.CLONE_NEWNS | libc.CLONE_NEWCGROUP | libc.CLONE_NEWUTS | libc.CLONE_NEWIPC
    | libc.CLONE_NEWUSER | libc.CLONE_NEWPID | libc.CLONE_NEWNET
)  # fmt: skip
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C
_AF_UNIX, _SOCK_STREAM, _SOCK_SEQPACKET, _SOCK_TYPE_MASK = 1, 1, 5, 0xF
_SOL_SOCKET, _F_SETPIPE_SZ = 1, 1031
_BUFFER_SIZES = (7, 8, 32, 33)  # SO_SNDBUF, SO_RCVBUF, and with force
_SET_MODE_FILTER, _FLAG_TSYNC = 1, 1

# the filter's instructions and results, from linux/bpf_common.h and linux/seccomp.h
_LOAD, _JUMP_EQUAL, _JUMP_GREATER, _JUMP_AT_LEAST, _JUMP_ANY_BIT, _AND, _RETURN = (
    0x20, 0x15, 0x25, 0x35, 0x45, 0x54, 0x06,
)  # fmt: skip
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data
NEXT, ALLOW, DENY, UNKNOWN, KILL = "next", "allow", "deny", "unknown", "kill"
_RESULTS = {
    ALLOW: 0x7FFF0000,
    DENY: 0x00050000 | errno.EPERM,
    UNKNOWN: 0x00050000 | errno.ENOSYS,
    KILL: 0x80000000,
}


class _Filter:
    """A filter under construction. Jumps name labels; `assemble` turns them into distances."""

    def __init__(self) -> None:
        self._code: list[tuple[int, int, str, str]] = []
        self._labels: dict[str, int] = {}

    def label(self, name: str) -> None:
        """Name the place of the next instruction."""
        self._labels[name] = len(self._code)

    def add(self, operation: int, value: int, then: str = NEXT, otherwise: str = NEXT) -> None:
        """Add an instruction; a jump goes to the label `then` or `otherwise`."""
        self._code.append((operation, value, then, otherwise))

    def load_argument(self, index: int) -> None:
        """Load the low half of an argument of the call: the kernel reads those tested here as int."""
        self.add(_LOAD, _ARGUMENTS + 8 * index)

    def assemble(self) -> bytes:
        """Return the instructions as the kernel reads them. Raises struct.error for a jump over 255 or back."""
        lines = []
        for place, (operation, value, *targets) in enumerate(self._code):
            distances = [0 if label == NEXT else self._labels[label] - place - 1 for label in targets]
            lines.append(struct.pack("HBBI", operation, *distances, value))
        return b"".join(lines)


def supported() -> bool:
    """Return whether the kernel has seccomp and this module knows the system calls of this machine."""
    return platform.machine() in MACHINES and os.path.exists("/proc/sys/kernel/seccomp")


def build(machine: str, own_signals_only: bool, pid: int, programs: bool = True) -> bytes:
    """Return the filter for a process on one of `MACHINES`.

    A process that may send signals only to itself has the id `pid`. The only sockets left are connected stream pairs,
    because the ends of a datagram pair could send to any other socket by name.
    """
    column = MACHINES.index(machine)
    program = _Filter()
    program.add(_LOAD, _ARCHITECTURE)
    program.add(_JUMP_EQUAL, _AUDIT_ARCH[column], NEXT, KILL)
    program.add(_LOAD, _NUMBER)
    if machine == "x86_64":
        program.add(_JUMP_AT_LEAST, _X32, KILL, NEXT)
    program.add(_JUMP_GREATER, NEWEST, UNKNOWN, NEXT)
    # a filter cannot see the flags of clone3; without clone3 the C library uses clone
    program.add(_JUMP_EQUAL, _number("clone3", column), UNKNOWN, NEXT)
    always = DENIED | (FOREIGN_SIGNALS if own_signals_only else {}) | ({} if programs else PROGRAMS)
    for numbers in always.values():
        if (number := numbers[column]) is not None:
            program.add(_JUMP_EQUAL, number, DENY, NEXT)
    for name, tests in _argument_tests(pid if own_signals_only else None).items():
        program.add(_JUMP_EQUAL, _number(name, column), NEXT, f"not {name}")
        for index, mask, operation, value, then, otherwise in tests:
            program.load_argument(index)
            program.add(_AND, mask)
            program.add(operation, value, then, otherwise)
        program.label(f"not {name}")
    for label, result in _RESULTS.items():
        program.label(label)
        program.add(_RETURN, result)
    return program.assemble()


def _number(name: str, column: int) -> int:
    return PARTLY_DENIED[name][column]


def _argument_tests(pid: int | None) -> dict[str, Sequence[tuple[int, int, int, int, str, str]]]:
    """Return for each call (argument, mask, comparison, value, label if it holds, label if not), in order."""
    whole = 0xFFFFFFFF
    tests: dict[str, Sequence[tuple[int, int, int, int, str, str]]] = {
        "clone": [(0, whole, _JUMP_ANY_BIT, _NEW_NAMESPACES, DENY, ALLOW)],
        "socketpair": [
            (0, whole, _JUMP_EQUAL, _AF_UNIX, NEXT, DENY),
            (1, _SOCK_TYPE_MASK, _JUMP_EQUAL, _SOCK_STREAM, ALLOW, NEXT),
            (1, _SOCK_TYPE_MASK, _JUMP_EQUAL, _SOCK_SEQPACKET, ALLOW, DENY),
        ],
        "ioctl": [
            (1, whole, _JUMP_EQUAL, _TIOCSTI, DENY, NEXT),
            (1, whole, _JUMP_EQUAL, _TIOCLINUX, DENY, ALLOW),
        ],
        "prctl": [(0, whole, _JUMP_EQUAL, libc.PR_SET_PDEATHSIG, DENY, ALLOW)],
        # larger buffers, which no count of memory contains
        "setsockopt": [
            (1, whole, _JUMP_EQUAL, _SOL_SOCKET, NEXT, ALLOW),
            *((2, whole, _JUMP_EQUAL, option, DENY, NEXT) for option in _BUFFER_SIZES[:-1]),
            (2, whole, _JUMP_EQUAL, _BUFFER_SIZES[-1], DENY, ALLOW),
        ],
        "fcntl": [(1, whole, _JUMP_EQUAL, _F_SETPIPE_SZ, DENY, ALLOW)],
        "prlimit64": [(0, whole, _JUMP_EQUAL, 0, ALLOW, DENY)],
    }
    if pid is not None:
        tests["kill"] = tests["tgkill"] = [(0, whole, _JUMP_EQUAL, pid, ALLOW, DENY)]
    return tests


def install(own_signals_only: bool = False, programs: bool = True) -> None:
    """Install the filter on every thread of this process.

    Args:
        own_signals_only: also refuse signals to other processes, if neither a namespace nor Landlock does.
        programs: whether it may start programs.

    Raises:
        OSError: the kernel refused the filter.
    """
    code = build(platform.machine(), own_signals_only, os.getpid(), programs)
    buffer = ctypes.create_string_buffer(code, len(code))
    header = ctypes.c_char_p(struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(buffer)))
    libc.no_new_privileges()
    number = _SECCOMP[MACHINES.index(platform.machine())]
    thread = libc.syscall(number, _SET_MODE_FILTER, _FLAG_TSYNC, header, what="seccomp filter")
    if thread:  # this is not an error code, but the thread that could not get the filter
        raise OSError(f"seccomp filter refused by thread {thread}")
