"""The limits on one notebook."""

from __future__ import annotations

from dataclasses import dataclass

SPARE = 60.0
"""Seconds that a notebook has to stop by itself after its time is over. Then it is stopped from outside."""


@dataclass(frozen=True)
class Limits:
    """The limits on one notebook.

    Attributes:
        cell_seconds: wall-clock time of one cell, or of the student's code in one check.
        notebook_seconds: wall-clock time of the whole notebook.
        memory: memory of the student process, in bytes.
        output_bytes: output of one cell, in bytes.
        restarts: how often the student process is restarted after it has ended. If it had to be killed because
            it did not stop, that counts as three restarts.
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
