"""The checks' counterpart in the student process: calls the student's functions and sends back their results.

It runs in the process's main thread while a check runs elsewhere, so that the output of the student's code goes to
the check's cell. It holds no secrets, and its answers are untrusted.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import ModuleType
from typing import Any

from autograder.engine.bridge.errors import CheckAborted, ProtocolError
from autograder.engine.bridge.exposure import Exposure
from autograder.engine.bridge.framing import Channel
from autograder.engine.bridge.messages import End, Request
from autograder.engine.bridge.peer import GONE, Peer
from autograder.engine.bridge.proxies import RemoteObject
from autograder.engine.execution.shared_files import FileWatch
from autograder.engine.execution.surroundings import StudentSurroundings
from autograder.engine.libraries import register_kinds
from autograder.engine.libraries.current_figure import call_pyplot, close_figures

register_kinds()

_line: list[socket.socket] = []
_watch: list[FileWatch] = []
_lent: set[str] = set()


class StudentPeer(Peer):
    """The student's end of the line, which serves requests for the student's names and objects."""

    def __init__(self, channel: Channel, namespace: dict[str, Any]) -> None:
        super().__init__(channel, -1, Exposure(), namespace)
        self.surroundings = StudentSurroundings(self)
        self.lent: set[str] = set()
        self.own_values: dict[str, Any] = {}  # before the check could change them

    def names(self, wanted: list[str], lent: dict[str, tuple]) -> dict[str, Any]:
        """Return the student's values of these names, except modules, which a check imports itself.

        `lent` has names that the checks define and the student's code may use: (value,), or () if the check that
        begins has yet to define it. The student's own value of such a name stays.
        """
        for name, given in lent.items():
            if given and (name not in self.namespace or name in _lent):
                self.namespace[name] = given[0]
                _lent.add(name)
            self.shared[name] = self.namespace.get(name, GONE)
            self.lent.add(name)
        values = {name: self.namespace[name] for name in wanted if name in self.namespace}
        values = {name: value for name, value in values.items() if not isinstance(value, ModuleType)}
        self.shared |= values
        self.own_values = {**values, **self.own_values}
        return values

    def request(self, operation: str, handle: int | None, *args: Any, **kwargs: Any) -> Any:
        """Return the result of an operation in the checker process, after sending what was printed before it."""
        if operation != "print":
            self.surroundings.flush()
        return super().request(operation, handle, *args, **kwargs)

    def perform(self, request: Request, args: tuple, kwargs: dict) -> Any:
        """Return the result of an operation, or the student's names and files for `begin`."""
        if request.operation == "begin":
            return self.names(*args), watch().news()
        if request.operation == "files":
            watch().adopt(*args)
            return watch().news()
        if request.operation == "surroundings":
            return self.surroundings.update(*args)
        if request.operation == "pyplot":
            return call_pyplot(*args, **kwargs)
        # only the student's code may be interrupted, never a half-sent message
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            with self.surroundings.around():
                return super().perform(request, args, kwargs)
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    def run(self) -> bool:
        """Serve until the check has ended; return whether another one follows."""
        while True:
            message, buffers = self.receive()
            if isinstance(message, End):
                self._forget_proxies()
                close_figures()
                return message.more
            if isinstance(message, Request):
                self.serve(message, buffers)

    def _forget_proxies(self) -> None:
        """Remove objects of the check, which cannot be used after it: lent ones, and those put in place of our own."""
        for name in self.shared:
            if not isinstance(self.namespace.get(name), RemoteObject):
                continue
            if name in self.own_values:
                self.namespace[name] = self.own_values[name]
            else:
                del self.namespace[name]


def watch() -> FileWatch:
    """Return what knows the files of this process; without a line, it starts now."""
    if not _watch:
        _watch.append(FileWatch())
    return _watch[0]


def take_line(fd: int) -> None:
    """Store the line to the checker process, before any of the student's code has run."""
    _watch[:] = [FileWatch()]
    _line[:] = [socket.socket(fileno=fd)]


def serve(namespace: dict[str, Any], mark: int, begin: Callable[[int], None]) -> None:
    """Serve the check with number `mark` and those that follow; `begin` receives the number of each.

    The student's names are the names in `namespace`.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        begin(mark)
        while StudentPeer(Channel(_line[0], mark), namespace).run():
            mark += 1
            begin(mark)
    except (CheckAborted, ProtocolError):
        return
    finally:
        signal.signal(signal.SIGINT, before)
