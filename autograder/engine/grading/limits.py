"""The limits on one notebook."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The limits on one notebook.

    Attributes:
        cell_seconds: time of one cell, or of the student's code in one check.
        notebook_seconds: wall-clock time of the whole notebook, from the first byte that is read to the last verdict.
        memory: memory of the student process, in bytes.
        output_bytes: output of one cell, in bytes.
        notebook_output_bytes: output of all cells that is kept, in bytes.
        restarts: how often the student process is restarted after it has ended. If it had to be killed because
            it did not stop, that counts as three restarts.
    """

    cell_seconds: float = 30.0
    notebook_seconds: float = 600.0
    memory: int = 2 * 2**30
    output_bytes: int = 1_000_000
    notebook_output_bytes: int = 8_000_000
    restarts: int = 12

    @property
    def last_start(self) -> float:
        """Return the number of seconds after which no cell starts and the running one is stopped."""
        return self.notebook_seconds - min(20.0, 0.2 * self.notebook_seconds)

    @property
    def last_second(self) -> float:
        """Return the number of seconds after which a notebook is stopped from outside."""
        return self.notebook_seconds - min(10.0, 0.1 * self.notebook_seconds)

    @property
    def grace(self) -> float:
        """Return the number of seconds that a notebook then has to end with the verdicts so far."""
        return max(3.0, self.notebook_seconds - self.last_second)
