"""The single model of what happened to a submission. The graded notebook carries it in its metadata."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass, field
from typing import Literal, NamedTuple

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import determine_grade, is_grade

from autograder.engine.notebook.markers import grade_id, is_check
from autograder.engine.notebook.restore import Remark
from autograder.engine.notebook.shown_cells import show_code_cells

Ending = Literal["graded", "timed out", "killed", "unreadable", "failed"]
OUTCOMES: dict[str, str] = {
    "graded": "Your notebook was run and graded.",
    "timed out": "Your notebook was graded, but some of your code took too long and was stopped.",
    "killed": "Your notebook was graded, but some of your code ended the process that it ran in.",
    "unreadable": "Your notebook could not be read, so there was nothing to grade.",
    "failed": "Your notebook could not be graded. This is not your fault, and your instructor has been told.",
}
NOT_JUDGED = ("unreadable", "failed")
"""Outcomes without a notebook to judge, in which the points say nothing about the checks."""
log = logging.getLogger("autograder")


@dataclass
class Event:
    """An event in a cell, beyond its outputs: `what` names it in a word, `sentence` explains it to people."""

    cell: str
    what: Ending
    sentence: str


@dataclass
class Verdict:
    """The result of one check.

    Attributes:
        check: the grade id of the check.
        points: its points, or None if a person has to grade it.
        max_points: the points that it can give.
        message: the error that it raised, empty if it passed.
    """

    check: str
    points: float | None
    max_points: float
    message: str = ""


@dataclass
class Outcome:
    """How a notebook was graded.

    Attributes:
        outcome: the kind of ending, one of `OUTCOMES`.
        detail: the reason, if the notebook was not judged.
        remarks: differences from the hand-out.
        events: cells that were stopped or ended their process.
        restarts: how often the student process started again.
        verdicts: the result of each check.
        seconds: how long grading took; the notebook does not carry this.
    """

    outcome: Ending = "graded"
    detail: str = ""
    remarks: list[Remark] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    restarts: int = 0
    verdicts: list[Verdict] = field(default_factory=list)
    seconds: float = field(default=0.0, compare=False)

    @property
    def judged(self) -> bool:
        """Return whether there was a notebook to judge."""
        return self.outcome not in NOT_JUDGED

    @property
    def timed_out(self) -> bool:
        """Return whether some of the student's code was stopped because it took too long."""
        return self.outcome == "timed out" or any(event.what == "timed out" for event in self.events)

    @property
    def sentence(self) -> str:
        """Return the outcome as a sentence for the student."""
        if self.outcome != "unreadable":
            return OUTCOMES[self.outcome]
        return f"{OUTCOMES[self.outcome]} Reason: {self.detail}" + ("" if self.detail.endswith("?") else ".")

    @property
    def reason(self) -> str:
        """Return the outcome as one line: its kind, and the details if there are any."""
        details = self.detail or "; ".join(f"{event.cell}: {event.sentence}" for event in self.events)
        return f"{self.outcome}: {details}" if details else self.outcome

    def add(self, cell: str, what: Ending, sentence: str) -> None:
        """Add an event; the first one decides the outcome."""
        self.events.append(Event(cell, what, sentence))
        if self.outcome == "graded":
            self.outcome = what

    def put_into(self, nb: NotebookNode) -> None:
        """Write this record into a notebook."""
        record = asdict(self)
        del record["seconds"]  # so grading the same notebook again gives the same file
        nb.metadata["autograder"] = nbformat.from_dict(record)

    @classmethod
    def of(cls, nb: NotebookNode) -> Outcome:
        """Return the record that a notebook carries.

        Raises:
            KeyError, TypeError, AttributeError: it carries no record, or an incomplete one.
        """
        record = nb.metadata["autograder"]
        return cls(
            record["outcome"],
            record["detail"],
            [Remark(**remark) for remark in record["remarks"]],
            [Event(**event) for event in record["events"]],
            record["restarts"],
            [Verdict(**verdict) for verdict in record["verdicts"]],
        )


def read_record(nb: NotebookNode) -> Outcome | None:
    """Return the record that a notebook carries, None if stock nbgrader or another version of this engine graded it."""
    try:
        return Outcome.of(nb)
    except (KeyError, TypeError, AttributeError):
        return None


class GradedNotebook(NamedTuple):
    """A notebook with the outputs of its cells and checks, and what happened to it."""

    notebook: NotebookNode
    outcome: Outcome

    @property
    def points(self) -> float:
        """Return the points of all checks. A check that a person has to grade counts as 0."""
        return sum(verdict.points or 0 for verdict in self.outcome.verdicts)

    @property
    def max_points(self) -> float:
        """Return the sum of the points that the checks can give."""
        return sum(verdict.max_points for verdict in self.outcome.verdicts)


def close_record(nb: NotebookNode, outcome: Outcome) -> GradedNotebook:
    """Judge the outputs of a notebook's checks, add the verdicts to the record, and write it into the notebook.

    The outputs are cleaned first, because the notebook is what other people open.

    A check that gives more than its points is an error in the course, so the notebook counts as not graded.
    """
    outcome.verdicts = []
    show_code_cells(nb)
    for cell in nb.cells:
        if is_grade(cell):
            try:
                outcome.verdicts.append(read_verdict(cell))
            except ValueError as error:
                points = float(cell.metadata.nbgrader.points)
                outcome.verdicts.append(Verdict(grade_id(cell), 0.0, points, str(error)))
                outcome.outcome, outcome.detail = "failed", f"{grade_id(cell)}: {error}"
    outcome.put_into(nb)
    return GradedNotebook(nb, outcome)


def read_verdict(cell: NotebookNode) -> Verdict:
    """Return the verdict on a cell with points from its outputs, as nbgrader reads them.

    Raises:
        ValueError: the check gives more than its points.
    """
    points, max_points = determine_grade(cell, log)
    return Verdict(grade_id(cell), None if points is None else float(points), max_points, message_of(cell))


def message_of(cell: NotebookNode) -> str:
    """Return the first error in the outputs of a check, or an empty text."""
    return next((output.evalue for output in cell.get("outputs", []) if output.output_type == "error"), "")


def fail_checks(nb: NotebookNode, name: str, sentence: str) -> None:
    """Make every check of a notebook fail with this error."""
    for cell in nb.cells:
        if cell.cell_type == "code" and is_check(cell):
            cell.outputs = [error_output(name, sentence)]


def error_output(name: str, sentence: str) -> NotebookNode:
    """Return one of our errors as an output of a cell."""
    return nbformat.v4.new_output("error", ename=name, evalue=sentence, traceback=[f"✗ {sentence}"])
