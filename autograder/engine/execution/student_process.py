"""The student process: runs the student's cells, and serves the checks that run elsewhere.

`student_handle.py` has the other end of its line of orders. It holds no secrets, and its answers are untrusted.
"""

from __future__ import annotations

import os
import signal
import socket
import sys

from autograder.engine.execution import student_server
from autograder.engine.execution.commands import prepare_commands
from autograder.engine.execution.control import Orders
from autograder.engine.execution.orders import CellRan, ChecksServed, RunCell, ServeChecks
from autograder.engine.execution.shell import Outputs, Shell
from autograder.engine.libraries import SUPPORTED, load_kinds

load_kinds()  # now, because the sandbox hides these modules later


def main(fds: list[int], limit: int) -> None:
    """Execute the orders on the socket `fds[0]`, with the checker process at the other end of `fds[1]`.

    `limit` is the limit on the output of one cell, in bytes. Returns when the line is closed or `exit` was called.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.path.insert(0, "")  # as in a kernel, a notebook can import modules beside it
    student_server.take_line(fds[1])
    with socket.socket(fileno=fds[0]) as control:
        Student(control, limit).obey()


class Student:
    """The student's shell, which executes orders from a socket."""

    def __init__(self, control: socket.socket, limit: int) -> None:
        self.orders = Orders(control)
        self.shell = Shell.start()
        prepare_commands(self.shell)
        for library in SUPPORTED:
            if library.prepare_shell:
                library.prepare_shell(self.shell)
        self.limit = limit
        self.pid = os.getpid()

    def obey(self) -> None:
        """Execute orders until the line is closed or `exit` was called."""
        while not self.shell.exit_asked and (received := self.orders.read()) is not None:
            order, _ = received
            if isinstance(order, RunCell):
                answer: CellRan | ChecksServed = self.run(order)
            else:
                assert isinstance(order, ServeChecks)
                answer = self.serve(order)
            if os.getpid() != self.pid:
                os._exit(0)  # a child that the cell forked comes here too, but it must not answer
            self.orders.answer(answer)

    def run(self, order: RunCell) -> CellRan:
        """Run a cell; return its outputs and its number."""
        outputs = Outputs(self.limit)
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            try:
                self.shell.run(order.source, outputs)
            finally:
                signal.signal(signal.SIGINT, signal.SIG_IGN)
        except KeyboardInterrupt:
            pass  # it came when the cell had just ended
        count = self.shell.execution_count - 1
        return CellRan(order.ticket, outputs.as_list(), count, self.shell.exit_asked)

    def serve(self, order: ServeChecks) -> ChecksServed:
        """Serve checks, starting with number `mark`; return the outputs of each."""
        shown: dict[int, Outputs] = {}

        def begin(mark: int) -> None:
            shown[mark] = self.shell.outputs = Outputs(self.limit)

        student_server.serve(self.shell.user_ns, order.mark, begin)
        return ChecksServed(order.ticket, {str(mark): outputs.as_list() for mark, outputs in shown.items()})
