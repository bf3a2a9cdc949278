"""Runs the commands of a cell, such as `!ls` and `%pip install`, without a terminal, because the sandbox has none."""

from __future__ import annotations

import codecs
import os
import select
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress

from IPython.core.interactiveshell import InteractiveShell

OFFLINE = {"PIP_NO_INDEX": "1", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
"""Settings that make pip say at once that it cannot download anything, instead of trying for a minute."""
CONDA = ("conda", "mamba", "micromamba")
"""Magics that raise an error outside conda's own environments."""
NOT_STARTED = 127
"""The exit code of a command that could not be started, as shells have it."""
QUIET = 0.1
"""Seconds without output after which a command that has ended is left, although its children still run."""


def prepare_commands(shell: InteractiveShell) -> None:
    """Make `%conda` and pip say in a line that nothing is installed, so that the cell goes on."""
    os.environ.update(OFFLINE)
    for name in CONDA:
        shell.magics_manager.register_function(_refuse_to_install, "line", name)


def _refuse_to_install(line: str) -> None:
    print(f"Nothing is installed while a notebook is graded: {line}")


def run_command(command: str, show: Callable[[str], object]) -> int:
    """Run a command of the system, pass its output to `show`, and return its exit code.

    A command that cannot be started shows one line. Children in the background are not waited for.
    """
    try:
        process = subprocess.Popen(
            command,
            shell=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        show(f"{command}: this command cannot be run while a notebook is graded ({error})\n")
        return NOT_STARTED
    try:
        _show_output(process, show)
        return process.wait()
    except BaseException:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        raise
    finally:
        assert process.stdout is not None
        process.stdout.close()


def _show_output(process: subprocess.Popen[bytes], show: Callable[[str], object]) -> None:
    assert process.stdout is not None
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while True:
        has_ended = process.poll() is not None
        if select.select([process.stdout], [], [], QUIET)[0]:
            data = os.read(process.stdout.fileno(), 2**16)
            show(decoder.decode(data, final=not data))
            if not data:
                return
        elif has_ended:
            return
