"""What came of one submission: the one record of it, which the graded notebook carries in its metadata."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

import nbformat
from nbformat import NotebookNode

OUTCOMES = {
    "graded": "Your notebook was run and graded.",
    "timed out": "Your notebook was graded, but some of your code took too long and was stopped.",
    "killed": "Your notebook was graded, but some of your code ended the process that it ran in.",
    "unreadable": "Your notebook could not be read, so there was nothing to grade.",
    "failed": "Your notebook could not be graded; this is not your fault, and your instructor has been told.",
}
NOT_JUDGED = ("unreadable", "failed")
"""Outcomes of a submission that was no notebook to judge: its points say nothing about the checks."""


@dataclass
class Remark:
    """Something that was not as handed out: `what` in a word, the cell, and a sentence for people."""

    what: str
    cell: str
    sentence: str


@dataclass
class Event:
    """What happened to a cell, beyond what its outputs say: `what` in a word, `sentence` for people."""

    cell: str
    what: str
    sentence: str


@dataclass
class Outcome:
    """How a notebook was graded: one of `OUTCOMES`, and what led to it; `detail` is for the instructor."""

    outcome: str = "graded"
    detail: str = ""
    remarks: list[Remark] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    restarts: int = 0

    @property
    def judged(self) -> bool:
        """Whether there was a notebook to judge."""
        return self.outcome not in NOT_JUDGED

    @property
    def sentence(self) -> str:
        """What the student is told."""
        return OUTCOMES[self.outcome] + (f" Reason: {self.detail}." if self.outcome == "unreadable" else "")

    @property
    def reason(self) -> str:
        """How the grading ended, in a line: the word, and the details if there are any."""
        details = self.detail or "; ".join(f"{each.cell}: {each.sentence}" for each in self.events)
        return f"{self.outcome}: {details}" if details else self.outcome

    def add(self, cell: str, what: str, sentence: str) -> None:
        """Write down an event; the first one gives the outcome."""
        self.events.append(Event(cell, what, sentence))
        if self.outcome == "graded":
            self.outcome = what

    def put_into(self, nb: NotebookNode) -> None:
        """Let a notebook carry this record."""
        nb.metadata["autograder"] = nbformat.from_dict(asdict(self))

    @classmethod
    def of(cls, nb: NotebookNode) -> Outcome:
        """Return the record that a notebook carries. Raises KeyError, TypeError, AttributeError where it has none."""
        told = nb.metadata["autograder"]
        remarks = [Remark(**each) for each in told["remarks"]]
        events = [Event(**each) for each in told["events"]]
        return cls(told["outcome"], told["detail"], remarks, events, told["restarts"])
