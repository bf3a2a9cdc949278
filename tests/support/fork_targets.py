"""Functions that the tests of the fork server and the sandbox run in a fork."""

from __future__ import annotations

import ctypes
import inspect
import os
import signal
import socket
import subprocess
import sys
import threading
import time

from autograder.engine.isolation import probes


def attempt(attack: str, args: dict) -> str | None:
    return getattr(probes, attack)(**args)


def add(a: int, b: int) -> int:
    return a + b


def fail() -> None:
    raise KeyError("no such thing")


def sick() -> None:
    """Act as a proof that fails in a fork."""
    raise RuntimeError("no air down here")


def hang() -> None:
    time.sleep(600)


def die(number: int) -> None:
    os.kill(os.getpid(), number)


def leave(status: int) -> None:
    os._exit(status)


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def files_looked_up() -> int:
    """Count the files that `inspect` looks up before it can show the lines of an error."""
    looked_up = []
    realpath = os.path.realpath
    os.path.realpath = lambda path: looked_up.append(path) or realpath(path)
    inspect.getmodule(compile("", "somewhere", "exec"))
    return len(looked_up)


def start_another_and_sleep() -> None:
    subprocess.Popen(["sleep", "4321"], start_new_session=True)
    time.sleep(600)


def shout(fds: list[int]) -> str:
    with socket.socket(fileno=fds[0]) as sock:
        sock.sendall(sock.recv(100).upper())
    return "done"


def outlive(seconds: float) -> int:
    """Start a process that leaves the session and loses its parent; return the id that it sees itself."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.write(writer, str(os.getpid()).encode())
            time.sleep(seconds)
        os._exit(0)
    return int(os.read(reader, 20))


def environment() -> dict[str, str]:
    return dict(os.environ)


def seen_files() -> dict[str, bool]:
    """Return which files can be opened for reading."""
    found = {}
    paths = ["/etc/shadow", "/proc/1/environ", os.path.abspath(probes.__file__), "/dev/kmsg", "/proc/kmsg"]
    for path in [*paths, "/dev/urandom", os.__file__, "/proc/cpuinfo", "/proc/self/status"]:
        try:
            with open(path, "rb") as file:
                file.read(10)
            found[path] = True
        except OSError:
            found[path] = False
    return found


def read(path: str) -> str:
    with open(path) as file:
        return file.read()


def write_and_read(path: str) -> str:
    with open(path, "w") as file:
        file.write("mine")
    return read(path)


def fill_folder(files: int, size: int) -> str | None:
    try:
        for number in range(files):
            with open(f"file{number}", "wb") as file:
                file.write(b"x" * size)
    except OSError:
        return None
    time.sleep(5)
    return "filled"


def fill_nameless(files: int, size: int) -> str | None:
    """Fill files that were deleted but are open."""
    kept = []
    try:
        for number in range(files):
            kept.append(open(f"file{number}", "wb"))  # noqa: SIM115
            os.unlink(f"file{number}")
            kept[-1].write(b"x" * size)
            kept[-1].flush()
    except OSError:
        return None
    time.sleep(5)
    return "filled"


def descriptors() -> list[str]:
    """Return what the open descriptors refer to."""
    kinds = []
    for name in os.listdir("/proc/self/fd"):
        try:
            kinds.append(os.readlink(f"/proc/self/fd/{name}"))
        except OSError:
            continue
    return kinds


def sockets() -> dict[str, bool]:
    """Return which kinds of sockets can be created."""
    got = {}
    unix = socket.AF_UNIX

    def connected_elsewhere() -> None:
        with socket.socketpair(unix, socket.SOCK_STREAM)[0] as end:
            end.connect("/nowhere")

    kinds = {
        "connection of a pair": connected_elsewhere,
        "tcp": lambda: socket.socket(socket.AF_INET),
        "udp": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
        "netlink": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
        "unix": lambda: socket.socket(unix),
        "stream pair": lambda: socket.socketpair(unix, socket.SOCK_STREAM),
        "datagram pair": lambda: socket.socketpair(unix, socket.SOCK_DGRAM),
    }
    for name, make in kinds.items():
        try:
            make()
            got[name] = True
        except OSError:
            got[name] = False
    return got


def system_calls(calls: dict[str, int]) -> dict[str, int]:
    """Make system calls with senseless arguments; return the error number of each (0 if it succeeded)."""
    libc = ctypes.CDLL(None, use_errno=True)
    seen = {}
    for name, number in calls.items():
        ctypes.set_errno(0)
        seen[name] = ctypes.get_errno() if libc.syscall(number, -1, -1, -1, -1, -1) < 0 else 0
    return seen


def ordinary_work() -> str:
    """Do what notebooks do: threads, a subprocess, temporary files."""
    import tempfile

    results: list[int] = []
    threads = [threading.Thread(target=results.append, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"x")
    text = subprocess.run(["echo", "hello"], capture_output=True, text=True, check=True).stdout
    return f"{sorted(results)} {text.strip()} {tempfile.gettempdir() == os.environ['TMPDIR']}"


def interrupted() -> str:
    try:
        time.sleep(60)
    except KeyboardInterrupt:
        return "interrupted"
    return "slept"


def ignore_sigterm() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(60)


def draws() -> list[float]:
    """Draw one number from each generator that a notebook may use."""
    import random

    import keras
    import numpy as np
    import tensorflow as tf
    import tf_keras

    layer = tf_keras.layers.Dense(1)
    layer.build((None, 1))
    drawn = [np.random.rand(), random.random(), keras.random.normal(()), tf.random.normal(())]
    return [float(number) for number in [*drawn, layer.kernel[0, 0]]]


def tensorflow_works() -> list:
    """Build a recurrent model of either Keras, call and train it; draw a picture."""
    import keras
    import matplotlib.pyplot as plt
    import numpy as np
    import tf_keras

    model = keras.Sequential([keras.Input((10, 4)), keras.layers.Bidirectional(keras.layers.SimpleRNN(8))])
    model.compile("adam", "mse")
    model.fit(np.ones((4, 10, 4)), np.ones((4, 16)), verbose=0)
    old = tf_keras.Sequential([tf_keras.layers.SimpleRNN(3, batch_input_shape=(8, 2, 10))])
    plt.figure()
    plt.title("은닉 상태")
    plt.savefig("figure.png")
    return [model.count_params(), old.count_params(), os.path.getsize("figure.png") > 1000, len(sys.path) > 2]


def keep_secret(secret: str) -> int:
    return len(secret)


def search_memory(backwards: str) -> int:
    """Count how often a text, given backwards, occurs in this process's memory."""
    needle = backwards[::-1].encode()
    found = 0
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", buffering=0) as memory:
        for line in maps:
            span, rights, *_ = line.split()
            start, end = (int(number, 16) for number in span.split("-"))
            if rights[0] != "r" or "[v" in line or end - start > 2**30:
                continue
            try:
                memory.seek(start)
                found += memory.read(end - start).count(needle)
            except OSError:
                continue
    return found - 1  # the needle itself
