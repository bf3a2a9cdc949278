"""The checker process: runs given cells and checks, with proxies for the names that the student defines.

It never runs a line of the student's code. The grader sends it orders over a socket, and it reaches the student's
functions through the bridge.
"""

from __future__ import annotations

import builtins
import functools
import linecache
import os
import shutil
import socket
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from autograder.engine.bridge.errors import CheckAborted, ValueRefusedError
from autograder.engine.bridge.exposure import GuardedExposure
from autograder.engine.bridge.framing import Channel
from autograder.engine.bridge.messages import End, Request
from autograder.engine.bridge.peer import GONE, Peer
from autograder.engine.bridge.proxies import RemoteObject
from autograder.engine.execution import notebook_files
from autograder.engine.execution.control import Orders
from autograder.engine.execution.course_modules import CourseModules
from autograder.engine.execution.orders import (
    AttachStudent,
    BeginNotebook,
    CheckRan,
    CollectFiles,
    Done,
    FilesKept,
    GivenRan,
    RunCheck,
    RunGiven,
)
from autograder.engine.execution.shared_files import FileWatch, mentions_files
from autograder.engine.execution.shell import Outputs, Shell
from autograder.engine.execution.surroundings import CheckSurroundings
from autograder.engine.ipython_internals import RepeatingShell
from autograder.engine.libraries import register_kinds
from autograder.engine.libraries.current_figure import CurrentFigure
from autograder.engine.libraries.process_state import ProcessState

register_kinds()

ENDINGS = (StopIteration, StopAsyncIteration)
"""Errors that end a loop without a trace."""
STEPS = ("send", "throw")
"""Methods by which a check makes a generator or coroutine go on, so that it expects one of these errors."""
OUTPUT = 100_000
"""Limit on the text that a check prints, in characters."""


class CheckerPeer(Peer):
    """The checker's end of the line during one check. The student's names are in `namespace` while it runs.

    `allowed` are the guarded operations that the student's objects may decide; None permits all. `used` are those that
    the check asked for. The text of the check, `source`, tells what else it shares with the student's code: random
    generators, the current figure, files. `shares_files` is for checks that use files through given functions.
    """

    def __init__(
        self,
        channel: Channel,
        namespace: dict[str, Any],
        allowed: list[str] | None = None,
        source: str = "",
        shares_files: bool = False,
    ) -> None:
        super().__init__(channel, +1, GuardedExposure(namespace), namespace)
        self.allowed, self.used = allowed, set[str]()
        self.surroundings = CheckSurroundings("seed" in source)
        self.figure = CurrentFigure(source, functools.partial(self.request, "pyplot", None))
        self.lent: set[str] = set()
        self.steps: set[int | None] = set()  # handles of the student's methods in `STEPS`
        self.covered: dict[str, Any] = {}
        self.shares_files = shares_files or mentions_files(source)
        self.watch: FileWatch | None = None
        self.keep: frozenset[str] = frozenset()

    def permits(self, use: str) -> bool:
        """Return whether a student's object may decide the result of this use of a guarded operation."""
        self.used.add(use)
        return self.allowed is None or use in self.allowed

    def request(self, operation: str, handle: int | None, *args: Any, **kwargs: Any) -> Any:
        """Return the result of an operation, after reporting what the check has changed around the student's code."""
        if (news := self.surroundings.news()) is not None:
            super().request("surroundings", None, *news)
        if self.watch is not None and (changed := self.watch.news()):
            super().request("files", None, changed)
        try:
            result = super().request(operation, handle, *args, **kwargs)
            if operation == "get" and args[0] in STEPS and isinstance(result, RemoteObject):
                self.steps.add(result._handle)
            return result
        except ENDINGS as error:
            if operation == "next" or handle in self.steps:
                raise
            # as in a generator (PEP 479): otherwise it would end the loop of a check, such as one over `map(f, cases)`
            raise RuntimeError(f"your code raised {type(error).__name__}") from None
        finally:
            if self.watch is not None and self.aborted is None:
                self._take_files(self.watch)

    def _take_files(self, watch: FileWatch) -> None:
        files = super().request("files", None, {})
        if type(files) is not dict:
            raise CheckAborted("The student's files cannot be read.")
        watch.adopt(files, self.keep)

    def perform(self, request: Request, args: tuple, kwargs: dict) -> Any:
        """Return the result of an operation on one of our objects, or what the surroundings of the check answer."""
        if request.handle is None:
            return self.surroundings.perform(request.operation, args)
        return super().perform(request, args, kwargs)

    def apply_changes(self, changes: dict[str, tuple]) -> None:
        """Adopt new values of the student's names, never of names that the checks define."""
        super().apply_changes({name: change for name, change in changes.items() if name not in self.lent})

    def begin(self, names: list[str], keep: frozenset[str], lent: Iterable[str] = ()) -> None:
        """Put the student's values, or proxies for them, under these names, and lend names of the checks.

        Also fetch the files that the student's code wrote, except those in `keep`, which the course provides.
        """
        self.lent = set(lent) - set(names)
        ours = {name: self._to_lend(name) for name in self.lent}
        answer = self.request("begin", None, names, ours)
        if type(answer) is not tuple or len(answer) != 2 or not type(answer[0]) is type(answer[1]) is dict:
            raise CheckAborted("The student's names cannot be read.")
        values, files = answer
        if not set(values) <= set(names):
            raise CheckAborted("The student's names cannot be read.")
        self.shared |= values | {name: self.namespace.get(name, GONE) for name in self.lent}
        self.covered = {name: self.namespace[name] for name in values if name in self.namespace}
        self.namespace.update(values)
        watch = FileWatch()
        watch.adopt(files, keep)
        if self.shares_files:
            self.watch, self.keep = watch, keep

    def _to_lend(self, name: str) -> tuple:
        """Return the value of a name as (value,), or () if there is none that could cross."""
        try:
            type(self.table)(self, +1, self.table.limit).pack(self.namespace[name])  # only a trial
        except (KeyError, ValueRefusedError):
            return ()
        return (self.namespace[name],)

    def end(self, more: bool) -> None:
        """Remove the student's names, and make the student process continue or wait for another check."""
        with suppress(Exception):
            changed = any(self.namespace.get(name, GONE) is not value for name, value in self.shared.items())
            if not self.aborted and (changed or self.table.has_news()):
                # report that the check gave a name a different value, or changed an object, after its last call
                self.request("begin", None, [], {})
        for name in self.shared.keys() - self.lent:
            self.namespace.pop(name, None)
        self.namespace.update(self.covered)
        self.surroundings.close()
        self.figure.close()
        self.send(End(more))


class CheckerShell(RepeatingShell, Shell):
    """A shell that returns how a cell ended and shows no error itself."""

    def showtraceback(self, *_: Any, **__: Any) -> None:
        """Show nothing."""

    showsyntaxerror = showtraceback


# --------------------------------------------------------------------------- errors


def error_output(error: BaseException, source: str, hidden: Sequence[int]) -> dict:
    """Return an error as a notebook's output: the message, and the line in the cell unless it is `hidden`."""
    name = type(error).__name__
    render = getattr(error, "_render_traceback_", None)
    if render is not None:
        lines = [str(line) for line in render()]
    else:
        lines = [*_visible_line(error, source, hidden), f"{name}: {error}", *getattr(error, "__notes__", [])]
    return {"output_type": "error", "ename": name, "evalue": str(error), "traceback": lines}


def _visible_line(error: BaseException, source: str, hidden: Sequence[int]) -> list[str]:
    if isinstance(error, SyntaxError):
        return []
    for frame, number in reversed(list(traceback.walk_tb(error.__traceback__))):
        lines = linecache.getlines(frame.f_code.co_filename)
        if "".join(lines).strip() == source.strip() and 0 < number <= len(lines):
            return [] if number in hidden else [f"line {number}: {lines[number - 1].strip()}"]
    return []


# --------------------------------------------------------------------------- the process


class Checker:
    """The shell for the checks, which executes orders from a socket."""

    def __init__(self, control: socket.socket) -> None:
        self.control = control
        self.shell = CheckerShell.start()
        self.orders = Orders(control)
        self.modules = CourseModules()
        self.state_at_start = ProcessState()
        self.own_files: frozenset[str] = frozenset()
        self.given_use_files = False
        self.student: socket.socket | None = None
        self.home, self.folder = os.getcwd(), ""
        self.threads = len(threading.enumerate())

    def begin(self, archive: int) -> None:
        """Start a notebook in a new folder with the files of an archive. Nothing is left of the previous one.

        Raises:
            RuntimeError: something is left that cannot be put back, so that this process has to end.
        """
        if len(threading.enumerate()) > self.threads:
            raise RuntimeError("a thread of the previous notebook still runs")
        os.chdir(self.home)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder = tempfile.mkdtemp(dir=self.home)
        notebook_files.unpack(archive, self.folder)
        os.chdir(self.folder)
        self.own_files = frozenset(map(notebook_files.folded, notebook_files.names_in(".")))
        self.given_use_files = False
        self.modules.read(Path(self.folder))
        self.shell.reset()
        self.state_at_start.put_back()

    def attach(self, fd: int) -> None:
        """Check the student process at the other end of this socket from now on."""
        if self.student:
            self.student.close()
        self.student = socket.socket(fileno=fd)

    def given(self, source: str) -> GivenRan:
        """Run a given cell of the source notebook and drop its output."""
        self.given_use_files |= mentions_files(source, in_functions=True)
        error = self.shell.run(source, Outputs(OUTPUT), count=False)
        return GivenRan(None if error is None else f"{type(error).__name__}: {error}"[:1000])

    def check(self, order: RunCheck) -> CheckRan:
        """Run a check with the student's values under the names that it uses."""
        namespace = self.shell.user_ns
        assert self.student is not None
        channel = Channel(self.student, order.mark, stop=self.control)
        peer = CheckerPeer(channel, namespace, order.uses, order.source, self.given_use_files)
        theirs = sorted(
            n for n in order.names if n in order.solutions or (n not in namespace and not hasattr(builtins, n))
        )
        shown = Outputs(OUTPUT)
        error: BaseException | None
        try:
            peer.begin(theirs, self.own_files, order.lent)
            error = self.shell.run(order.source, shown, count=False)
            error = peer.aborted or error
        except BaseException as caught:
            error = caught
        try:
            peer.end(order.more)
        except (CheckAborted, OSError) as caught:
            error, peer.broken = error or caught, True
        outputs = shown.as_list()
        if error is not None:
            outputs.append(error_output(error, order.source, order.hidden))
        return CheckRan(outputs, peer.broken, sorted(peer.used))

    def run(self) -> None:
        """Execute orders until the other end is closed."""
        while (received := self.orders.read()) is not None:
            order, fds = received
            answer: Done | FilesKept | GivenRan | CheckRan = Done()
            match order:
                case BeginNotebook():
                    self.begin(fds[0])
                case AttachStudent():
                    self.attach(fds[0])
                case CollectFiles():
                    answer = FilesKept(notebook_files.written(self.folder, self.own_files))
                case RunGiven():
                    answer = self.given(order.source)
                case RunCheck():
                    answer = self.check(order)
                case _:
                    continue  # a request to stop that came too late
            self.orders.answer(answer)


def main(fds: list[int], path: list[str] | None = None) -> None:
    """Run the checker process over the socket `fds[0]` until its other end is closed.

    `path` are folders from which given cells may import, besides installed packages.
    """
    # nothing may be imported from the student's folder
    sys.path[:] = [entry for entry in sys.path if entry and entry != os.getcwd()] + (path or [])
    with socket.socket(fileno=fds[0]) as control:
        Checker(control).run()
