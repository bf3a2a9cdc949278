"""The filter of system calls, run by an interpreter of its instructions, and its table of numbers."""

from __future__ import annotations

import errno
import socket
import struct
from pathlib import Path

import pytest

from autograder.engine.isolation import libc, seccomp

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
PID = 4321
ALLOWED, KILLED = "allowed", "killed"
NUMBERS = {
    name: {machine: int(number) for machine, number in zip(ARCHITECTURES, numbers, strict=True) if number != "-"}
    for name, *numbers in (
        line.split()
        for line in (Path(__file__).parents[1] / "data" / "system_calls.txt").read_text().splitlines()
        if not line.startswith("#")
    )
}
"""Name → machine → number, from the kernel's headers."""
OURS = {**seccomp.DENIED, **seccomp.FOREIGN_SIGNALS, **seccomp.PARTLY_DENIED}


def interpret(code: bytes, number: int, arguments: tuple[int, ...], architecture: int) -> str | int:
    """Run a filter as the kernel does; return the result of the call: allowed, killed or an error number."""
    values = [value % 2**64 for value in (*arguments, *[0] * 6)][:6]
    data = struct.pack("<IIQ6Q", number % 2**32, architecture, 0, *values)
    instructions = list(struct.iter_unpack("HBBI", code))
    place = accumulator = 0
    for _ in instructions:
        operation, then, otherwise, value = instructions[place]
        place += 1
        if operation == 0x06:
            return {0x7FFF: ALLOWED, 0x8000: KILLED, 0x0005: value & 0xFFFF}[value >> 16]
        if operation == 0x20:
            (accumulator,) = struct.unpack_from("<I", data, value)
        elif operation == 0x54:
            accumulator &= value
        else:
            holds = {
                0x15: accumulator == value,
                0x25: accumulator > value,
                0x35: accumulator >= value,
                0x45: bool(accumulator & value),
            }[operation]
            place += then if holds else otherwise
    raise AssertionError("the filter does not end")


def outcome(machine: str, name: str, *arguments: int, own_signals_only: bool = False) -> str | int:
    code = seccomp.build(machine, own_signals_only, PID)
    return interpret(code, NUMBERS[name][machine], arguments, ARCHITECTURES[machine])


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_every_listed_call_is_denied_and_every_other_one_is_allowed(machine: str) -> None:
    expected = {
        name: errno.EPERM for name, numbers in seccomp.DENIED.items() if numbers[0 if machine == "x86_64" else 1]
    }
    expected |= {"clone3": errno.ENOSYS, "socketpair": errno.EPERM, "prlimit64": ALLOWED}
    seen = {name: outcome(machine, name) for name, numbers in NUMBERS.items() if machine in numbers}
    assert seen == {name: expected.get(name, ALLOWED) for name in seen}
    assert expected.keys() <= seen.keys()


STREAM, DATAGRAM, PACKETS = socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET


@pytest.mark.parametrize("machine", ARCHITECTURES)
@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        *[("clone", (1 << bit,), errno.EPERM) for bit in (17, 25, 26, 27, 28, 29, 30)],
        ("clone", (0x003D0F00,), ALLOWED),  # a thread
        ("clone", (0x01200011,), ALLOWED),  # a process
        ("socketpair", (socket.AF_UNIX, STREAM), ALLOWED),
        ("socketpair", (socket.AF_UNIX, PACKETS | socket.SOCK_CLOEXEC), ALLOWED),
        ("socketpair", (socket.AF_UNIX, DATAGRAM), errno.EPERM),
        ("socketpair", (socket.AF_INET, STREAM), errno.EPERM),
        ("ioctl", (0, 0x5412), errno.EPERM),
        ("ioctl", (0, 0x541C), errno.EPERM),
        ("ioctl", (0, 0x541C | 1 << 32), errno.EPERM),  # the kernel reads the low half only
        ("ioctl", (0, 0x5401), ALLOWED),
        ("prctl", (libc.PR_SET_PDEATHSIG,), errno.EPERM),
        ("prctl", (libc.PR_SET_NO_NEW_PRIVS,), ALLOWED),
        *[("setsockopt", (3, socket.SOL_SOCKET, option), errno.EPERM) for option in (7, 8, 32, 33)],
        ("setsockopt", (3, socket.SOL_SOCKET, socket.SO_PASSCRED), ALLOWED),
        ("setsockopt", (3, socket.IPPROTO_TCP, 7), ALLOWED),
        ("fcntl", (3, 1031), errno.EPERM),
        ("fcntl", (3, 3), ALLOWED),
        ("prlimit64", (0,), ALLOWED),
        ("prlimit64", (PID,), errno.EPERM),
    ],
)
def test_some_calls_depend_on_their_arguments(machine: str, name: str, arguments: tuple, expected: str | int) -> None:
    assert outcome(machine, name, *arguments) == expected


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_signals_to_others_are_denied_if_nothing_else_stops_them(machine: str) -> None:
    for name in ("kill", "tgkill"):
        assert outcome(machine, name, PID, own_signals_only=True) == ALLOWED
        assert outcome(machine, name, PID + 1, own_signals_only=True) == errno.EPERM
        assert outcome(machine, name, -1, own_signals_only=True) == errno.EPERM
        assert outcome(machine, name, PID + 1) == ALLOWED
    for name in seccomp.FOREIGN_SIGNALS:
        assert outcome(machine, name, PID, own_signals_only=True) == errno.EPERM
        assert outcome(machine, name, PID) == ALLOWED


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_a_call_newer_than_the_filter_does_not_exist(machine: str) -> None:
    code, architecture = seccomp.build(machine, False, PID), ARCHITECTURES[machine]
    newest = max(numbers[machine] for numbers in NUMBERS.values() if machine in numbers)
    assert newest == seccomp.NEWEST
    assert interpret(code, newest, (), architecture) == ALLOWED
    for number in (newest + 1, 999, 0x3FFFFFFF):
        assert interpret(code, number, (), architecture) == errno.ENOSYS


def test_calls_of_another_architecture_end_the_process() -> None:
    for machine, other in (("x86_64", 0x40000003), ("aarch64", 0x40000028), ("x86_64", 0xC00000B7)):
        assert interpret(seccomp.build(machine, False, PID), 1, (), other) == KILLED
    assert interpret(seccomp.build("x86_64", False, PID), 0x40000001, (), ARCHITECTURES["x86_64"]) == KILLED


def test_the_numbers_are_those_of_the_kernels_headers() -> None:
    ours = {
        name: {machine: number for machine, number in zip(ARCHITECTURES, numbers, strict=True) if number is not None}
        for name, numbers in OURS.items()
    }
    assert ours == {name: NUMBERS[name] for name in ours}
