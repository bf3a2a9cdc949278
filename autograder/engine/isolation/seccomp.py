"""Seccomp by ctypes: which system calls this process, and all that it starts, may make from now on.

A short list of refusals in front of "allowed": what TensorFlow calls changes with each release, what
a student's process must not call does not. Refused calls fail with EPERM, so Python sees an OSError.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct

from autograder.engine.isolation import libc

_SECCOMP = {"x86_64": 317, "aarch64": 277}
_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_SET_MODE_FILTER, _FLAG_TSYNC = 1, 1

_LD_ABS, _JEQ, _JGE, _JSET, _AND, _RET = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_NR, _ARCH = 0, 4  # offsets in struct seccomp_data
_X32 = 0x40000000

# number on x86_64, on aarch64 (None: does not exist there)
_CALLS: dict[str, tuple[int | None, int | None]] = {
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
    # memory and messages which outlive the process or hide from its memory count
    "memfd_create": (319, 279), "memfd_secret": (447, 447), "shmget": (29, 194), "shmat": (30, 196),
    "semget": (64, 190), "msgget": (68, 186), "mq_open": (240, 180),
}  # fmt: skip
_OTHERS: dict[str, tuple[int | None, int | None]] = {
    "clone": (56, 220), "clone3": (435, 435), "socketpair": (53, 199), "ioctl": (16, 29),
    "prctl": (157, 167), "prlimit64": (302, 261), "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240), "pidfd_send_signal": (424, 424),
    "pidfd_open": (434, 434),
}  # fmt: skip
_NEW_NAMESPACES = 0x7E020000  # CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C
_AF_UNIX, _SOCK_STREAM, _SOCK_SEQPACKET, _SOCK_TYPE_MASK = 1, 1, 5, 0xF


def supported() -> bool:
    """Tell whether this machine's system call numbers are known here."""
    return platform.machine() in _SECCOMP and os.path.exists("/proc/sys/kernel/seccomp")


def _op(code: int, value: int, when_true: int = 0, when_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, when_true, when_false, value & 0xFFFFFFFF)


def _arg(index: int) -> bytes:
    return _op(_LD_ABS, 16 + 8 * index)  # low half: the kernel reads these arguments as int


def _fail(number: int = errno.EPERM) -> bytes:
    return _op(_RET, 0x00050000 | number)


class _Program:
    """A filter under construction: a list of "for this call, these instructions"."""

    def __init__(self) -> None:
        self._column = 0 if platform.machine() == "x86_64" else 1
        self._code = [_op(_LD_ABS, _ARCH), _op(_JEQ, _AUDIT_ARCH[platform.machine()], 1, 0), _op(_RET, _KILL)]
        self._code.append(_op(_LD_ABS, _NR))
        if self._column == 0:
            self._code += [_op(_JGE, _X32, 0, 1), _op(_RET, _KILL)]

    def on(self, name: str, *body: bytes) -> None:
        """Run `body` for the call `name`; what falls out of its end is allowed."""
        number = (_CALLS.get(name) or _OTHERS[name])[self._column]
        if number is None:
            return
        block = body if len(body) == 1 else (*body, _op(_RET, _ALLOW))
        self._code += [_op(_JEQ, number, 0, len(block)), *block]

    def install(self) -> None:
        """Put the filter on every thread of this process. Raises OSError."""
        code = b"".join([*self._code, _op(_RET, _ALLOW)])
        buffer = ctypes.create_string_buffer(code, len(code))
        header = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(buffer))
        libc.no_new_privileges()
        call = _SECCOMP[platform.machine()]
        result = libc.library.syscall(call, _SET_MODE_FILTER, _FLAG_TSYNC, ctypes.c_char_p(header))
        if result:
            raise OSError(ctypes.get_errno(), f"seccomp filter refused ({result})")


def deny_dangerous(own_signals_only: bool = False) -> None:
    """Refuse what a notebook never needs; of sockets, leave connected stream pairs.

    A datagram pair is refused too: its ends may send to any other socket by name. `own_signals_only`
    also refuses signals to any other process, for hosts where neither a namespace nor Landlock does so.
    Raises OSError where the filter cannot be put in place.
    """
    program = _Program()
    for name in _CALLS:
        program.on(name, _fail())
    program.on("clone", _arg(0), _op(_JSET, _NEW_NAMESPACES, 0, 1), _fail())
    program.on("clone3", _fail(errno.ENOSYS))  # its flags are out of a filter's sight; libc falls back to clone
    program.on(
        "socketpair",
        _arg(0),
        _op(_JEQ, _AF_UNIX, 1, 0),
        _fail(),
        _arg(1),
        _op(_AND, _SOCK_TYPE_MASK),
        _op(_JEQ, _SOCK_STREAM, 2, 0),
        _op(_JEQ, _SOCK_SEQPACKET, 1, 0),
        _fail(),
    )
    program.on("ioctl", _arg(1), _op(_JEQ, _TIOCSTI, 1, 0), _op(_JEQ, _TIOCLINUX, 0, 1), _fail())
    program.on("prctl", _arg(0), _op(_JEQ, libc.SET_PDEATHSIG, 0, 1), _fail())
    program.on("prlimit64", _arg(0), _op(_JEQ, 0, 1, 0), _fail())
    if own_signals_only:
        for name in ("kill", "tgkill"):
            program.on(name, _arg(0), _op(_JEQ, os.getpid(), 1, 0), _fail())
        for name in ("tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_send_signal", "pidfd_open"):
            program.on(name, _fail())
    program.install()
