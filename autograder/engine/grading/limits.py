"""The bounds on one notebook."""

from __future__ import annotations

from dataclasses import dataclass

SPARE = 60.0
"""Seconds after its time in which a notebook may still stop by itself; then it is stopped from outside."""


@dataclass(frozen=True)
class Limits:
    """What one notebook may take.

    Attributes:
        cell_seconds: wall-clock time of one cell, or of the student's code in one check.
        notebook_seconds: wall-clock time of the whole notebook.
        memory: bytes that the student process may take.
        output_bytes: bytes of output that one cell may have.
        restarts: how often the student process starts again after it died. If it had to be killed because it did not
            stop when asked to, that counts as three restarts.
    """

    cell_seconds: float = 30.0
    notebook_seconds: float = 600.0
    memory: int = 2 * 2**30
    output_bytes: int = 1_000_000
    restarts: int = 12

    @property
    def last_second(self) -> float:
        """Return the number of seconds after which a notebook is stopped from outside."""
        return self.notebook_seconds + SPARE
