"""What can go wrong on the bridge between two processes."""

from __future__ import annotations


class BridgeError(Exception):
    """Something on the bridge failed. The message is a clause that completes a sentence for people."""


class ValueRefusedError(BridgeError):
    """This process does not send a value, because its type or size may not cross."""


class ProtocolError(BridgeError):
    """The other process sent bytes that the protocol does not allow."""


class CheckAborted(BaseException):
    """The check ends here, because the other process has ended, was stopped or cannot be trusted.

    This derives from `BaseException`, so that an `except Exception` in a check does not catch it as an error of the
    student's code.
    """

    def _render_traceback_(self) -> list[str]:
        return [f"✗ {self}"]
