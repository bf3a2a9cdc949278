"""The steps of a session and their results, without any state."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from autograder.engine.execution.orders import RunCheck
from autograder.engine.grading.limits import Limits
from autograder.engine.grading.outcome import Ending
from autograder.engine.isolation.policy import Policy
from autograder.engine.notebook.regions import hidden_lines
from autograder.engine.notebook.schedule import Place, Step


@dataclass(frozen=True)
class Problem:
    """The reason why a cell was stopped, or how it ended its process."""

    what: Ending
    sentence: str


@dataclass
class CheckResult:
    """The result of one check: the answer of the checker process, and what went wrong.

    Attributes:
        step: the check.
        outputs: its outputs and its error as the checker process reports them; None if it did not answer.
        in_step: whether both processes still agree on where they are.
        problem: why the check was stopped, if it was.
    """

    step: Step
    outputs: list[dict] | None = None
    in_step: bool = False
    problem: Problem | None = None

    @property
    def passed(self) -> bool:
        """Return whether the check ended without an error."""
        return self.outputs is not None and all(output["output_type"] != "error" for output in self.outputs)


def too_long(limits: Limits) -> str:
    """Return the sentence for a cell that did not run because the notebook's time was over."""
    return f"This did not run, because the notebook took longer than {limits.notebook_seconds:g} s."


def purpose_of(
    source: NotebookNode | None,
    import_from: list[str],
    preload: Sequence[str] | None = None,
    policy: Policy | None = None,
) -> str | None:
    """Return the purpose of a checker process, or None if the checks come with the notebook."""
    if source is None:
        return None
    content: Any = [[cell.source for cell in source.cells], import_from, preload, str(policy)]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def order_of(step: Step, mark: int, more: bool, uses: list[str] | None) -> RunCheck:
    """Return the order to run a check; see `RunCheck` for the arguments."""
    hidden = hidden_lines(step.source)
    return RunCheck(step.source, sorted(step.names), sorted(step.theirs), mark, more, hidden, sorted(step.lent), uses)


def is_harmless(output: NotebookNode) -> bool:
    """Return whether an output of the student's code may go into a check's cell: nbgrader reads no score from it."""
    return output.output_type == "display_data" or (output.output_type == "stream" and output.name == "stdout")


def in_groups(steps: list[Step]) -> Iterator[list[Step]]:
    """Yield the steps that run, one by one, with consecutive checks together."""
    checks: list[Step] = []
    for step in steps:
        if step.place is Place.CHECKER:
            checks.append(step)
        elif step.place is Place.STUDENT:
            yield checks
            yield [step]
            checks = []
    yield checks
