"""What a check changes around the student's code besides names: captured output, a replaced `input`, random seeds.

In one kernel these would reach the student's code by themselves. Here the checker process reports them before its next
request, and the student process sends back what its code prints or asks.
"""

from __future__ import annotations

import builtins
import contextlib
import io
import sys
from collections.abc import Iterator
from typing import Any, Protocol

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.libraries.random_state import SeedWatch, read_random_state, set_random_state

PRINTED = 1_000_000
"""How many characters that the student's code prints during one check reach the check."""
STREAMS = ("stdout", "stderr")


class CheckSurroundings:
    """The checker's end. It is made when a check begins.

    Args:
        seeded: whether the check may seed the global random generators. Then their state crosses whenever it changes.
    """

    def __init__(self, seeded: bool) -> None:
        self.streams = {name: getattr(sys, name) for name in STREAMS}
        self.input = builtins.input
        self.watch = SeedWatch() if seeded else None
        self.random_state = read_random_state() if seeded else {}
        self.reported: tuple[list[str], bool] = ([], False)
        self.printed = 0

    def news(self) -> tuple[list[str], bool, dict[str, Any]] | None:
        """Return what has changed since it was last asked: captured streams, replaced input, random state."""
        captured = [name for name in STREAMS if getattr(sys, name) is not self.streams[name]]
        now = captured, builtins.input is not self.input
        changed = self._changed_state() if self.watch else {}
        if now == self.reported and not changed:
            return None
        self.reported = now
        return *now, changed

    def _changed_state(self) -> dict[str, Any]:
        assert self.watch is not None
        before, self.random_state = self.random_state, read_random_state()
        seeded, self.watch.seeded = self.watch.seeded, False
        return {name: state for name, state in self.random_state.items() if seeded or before.get(name) != state}

    def close(self) -> None:
        """Stop watching the generators, at the end of the check."""
        if self.watch:
            self.watch.close()

    def perform(self, operation: str, args: tuple) -> Any:
        """Answer the student's process: pass on printed text, or ask the check's own `input`.

        Raises:
            ProtocolError: There is no such operation.
        """
        if operation == "print" and len(args) == 2 and args[0] in STREAMS and type(args[1]) is str:
            stream, left = getattr(sys, args[0]), PRINTED - self.printed
            if stream is not self.streams[args[0]]:
                self.printed += len(args[1])
                stream.write(args[1][: max(0, left)])
            return None
        if operation == "input" and builtins.input is not self.input:
            return builtins.input(*args)
        raise ProtocolError("it asks for something that no check offers")


class Requester(Protocol):
    """The part of a peer that the student's end needs."""

    def request(self, operation: str, handle: int | None, *args: Any, **kwargs: Any) -> Any:
        """Return the result of an operation in the other process."""


class StudentSurroundings:
    """The student's end during one check."""

    def __init__(self, peer: Requester) -> None:
        self.peer = peer
        self.captured: dict[str, io.StringIO] = {}
        self.asks = False

    def update(self, captured: list[str], asks: bool, random_state: dict[str, Any]) -> None:
        """Adopt what `CheckSurroundings.news` reports."""
        self.captured = {name: io.StringIO() for name in captured if name in STREAMS}
        self.asks = asks
        set_random_state(random_state)

    @contextlib.contextmanager
    def around(self) -> Iterator[None]:
        """Run the student's code in the surroundings of the check."""
        before = builtins.input, sys.stdout, sys.stderr
        if self.asks:
            builtins.input = self._ask
        for name, buffer in self.captured.items():
            setattr(sys, name, buffer)
        try:
            yield
        finally:
            builtins.input, sys.stdout, sys.stderr = before
            self.flush()

    def flush(self) -> None:
        """Send what the student's code has printed so far."""
        for name, buffer in self.captured.items():
            if text := buffer.getvalue():
                buffer.seek(0)
                buffer.truncate()
                self.peer.request("print", None, name, text[:PRINTED])

    def _ask(self, prompt: object = "") -> Any:
        return self.peer.request("input", None, str(prompt))
