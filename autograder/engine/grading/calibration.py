"""Finds the checks of a notebook that give another verdict in two processes than in one.

The reference solution is graded twice: with all checks in the student's process, as stock nbgrader does, and with the
checks in the checker process. A check whose verdict differs is not used across processes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from nbformat import NotebookNode

from autograder.engine.errors import AutograderError
from autograder.engine.grading.outcome import Outcome, Verdict
from autograder.engine.notebook.markers import grade_id, is_check
from autograder.engine.notebook.regions import hidden_region
from autograder.engine.notebook.remarks import Remark
from autograder.engine.notebook.schedule import GivenCell, Place, Schedule

ROUNDS = 4
"""How often the checks that stay apart are tried again after others have moved."""


class CalibrationError(AutograderError):
    """A hidden check works only in the student's process, and the course does not allow that."""


@dataclass(frozen=True)
class Calibration:
    """How the checks of one source notebook run.

    Attributes:
        together: the checks that run in the student's process, with the reason.
        uses: for each check, the guarded operations on the student's objects that the reference solution needs; None
            permits all operations in all checks.
        lost: the checks that do not give the reference solution all their points, with the reason.
    """

    together: Mapping[str, str] = field(default_factory=dict)
    uses: Mapping[str, list[str]] | None = field(default_factory=dict)
    lost: Mapping[str, str] = field(default_factory=dict)

    def warnings(self, name: str) -> list[str]:
        """Return what an instructor has to know about the checks of the notebook `name`, one line for each check."""
        moved = [
            f"{name}, {check} runs in the student's process, because {why}" for check, why in self.together.items()
        ]
        return moved + [f"{name}, {check} gives your own solution only {why}" for check, why in self.lost.items()]

    def permitted(self, check: str) -> list[str] | None:
        """Return the guarded operations that the student's objects may decide in a check; None permits all."""
        return None if self.uses is None else list(self.uses.get(check, ()))

    def as_dict(self) -> dict[str, Any]:
        """Return this as plain data."""
        return asdict(self)

    @classmethod
    def from_dict(cls, content: Any) -> Calibration:
        """Return the calibration in the plain data of `as_dict`.

        Raises:
            ValueError: The data have another form.
        """
        try:
            together = {str(check): str(reason) for check, reason in content["together"].items()}
            uses = {str(check): [str(use) for use in names] for check, names in content["uses"].items()}
            lost = {str(check): str(reason) for check, reason in content["lost"].items()}
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"not a calibration ({error})") from error
        return cls(together, uses, lost)

    def refuse_hidden(self, source: NotebookNode, name: str, allowed: bool) -> None:
        """Stop if a hidden check would run in the student's process although the course does not allow that.

        Raises:
            CalibrationError: The message names the checks and the remedies.
        """
        hidden = [check for check in hidden_checks(source) if check in self.together]
        if hidden and not allowed:
            reasons = "; ".join(f"{check}: {self.together[check]}" for check in hidden)
            raise CalibrationError(
                f"{name}: nothing was graded, because these hidden checks give the right solution its points only in "
                f"the student's process, where a student's code can read them: {reasons}. Rewrite them, make them "
                "visible, or allow it: nbgrader's commands with c.Examine.hidden_checks_in_student_process = True in "
                "nbgrader_config.py, autograder with hidden_checks_in_student_process = true below [grading] in "
                "course.toml."
            )


HARMLESS = ("bool", "contains", "hash", "exit")
"""Guarded operations for which an object's plain values nearly always have the same answer."""
NONE = Calibration()
"""No check runs in the student's process, and no object of a student decides a guarded operation."""


def hidden_checks(source: NotebookNode) -> list[str]:
    """Return the checks of a source notebook that students do not get in full."""
    return [grade_id(cell) for cell in source.cells if is_check(cell) and hidden_region().search(cell.source)]


def all_checks(source: NotebookNode) -> list[str]:
    """Return all checks of a source notebook."""
    return [grade_id(cell) for cell in source.cells if cell.cell_type == "code" and is_check(cell)]


def remark_on_operators(outcome: Outcome, uses: Mapping[str, list[str]], calibration: Calibration) -> None:
    """Add a remark for each lost check in which an operator of a student's object was needed but not asked.

    In one kernel the object could have decided otherwise, so a person should look at it.
    """
    for verdict in outcome.verdicts:
        permitted = calibration.permitted(verdict.check)
        if permitted is None or verdict.points is None or verdict.points == verdict.max_points:
            continue
        if any(use.partition(" ")[0] not in HARMLESS for use in set(uses.get(verdict.check, ())) - set(permitted)):
            sentence = (
                f"The check {verdict.check} used an operator, such as == or +, on an object that your code made. Only "
                "numbers, texts, lists and the like count there."
            )
            outcome.remarks.append(Remark("operator", verdict.check, sentence))


def move_checks(schedule: Schedule, nb: NotebookNode, together: Mapping[str, str]) -> None:
    """Let these checks of a schedule run in the student's process."""
    waiting: list[GivenCell] = []
    for step in schedule.steps:
        if step.place is not Place.CHECKER:
            continue
        step.given = [*waiting, *step.given]  # the next check needs the cells that this one would have been given
        waiting = []
        if grade_id(nb.cells[step.index]) in together:
            step.place = Place.STUDENT
            waiting, step.given = step.given, []


def shorten_errors(nb: NotebookNode, together: Mapping[str, str]) -> None:
    """Leave out the lines of code in the errors of checks that ran in the student's process; they may be hidden."""
    for cell in nb.cells:
        if cell.cell_type == "code" and grade_id(cell) in together:
            for output in cell.outputs:
                if output.output_type == "error":
                    output.traceback = [f"{output.ename}: {output.evalue}"]


Run = Callable[[Mapping[str, str]], tuple[Outcome, Mapping[str, list[str]]]]
"""Grades the reference solution with some checks in the student's process; returns the outcome and the uses."""


def find_differences(source: NotebookNode, run: Run) -> Calibration:
    """Return how the checks of a source notebook have to run."""
    expected, _ = run({check: "" for check in all_checks(source)})
    together: dict[str, str] = {}
    uses: Mapping[str, list[str]] = {}
    for _ in range(ROUNDS):
        found, uses = run(together)
        differing = _differences(expected, found)
        if not differing.keys() - together.keys():
            break
        together |= {check: reason for check, reason in differing.items() if check not in together}
    uses = {check: names for check, names in uses.items() if names and check not in together}
    return Calibration(together, uses, _lost(found))


def _lost(outcome: Outcome) -> dict[str, str]:
    """Return why checks do not give all their points, for example because a library is missing here."""
    return {
        one.check: f"{one.points:g} of {one.max_points:g} points" + (f": {one.message[:200]}" if one.message else "")
        for one in outcome.verdicts
        if one.points is not None and one.points < one.max_points
    }


def _differences(expected: Outcome, found: Outcome) -> dict[str, str]:
    pairs = zip(expected.verdicts, found.verdicts, strict=True)
    return {one.check: reason for one, other in pairs if (reason := _difference(one, other))}


def _difference(one: Verdict, other: Verdict) -> str:
    """Return in words how the verdict in two processes differs from the one in one process, or an empty text."""
    if one.points == other.points and bool(one.message) == bool(other.message):
        return ""
    if not one.message and not other.message and (one.points or 0) < (other.points or 0):
        return ""  # nbgrader gives no points for a warning on stderr, which this engine leaves out
    if other.message:
        return f"in two processes it fails with “{other.message[:200]}”"
    return f"in two processes it gives {other.points or 0:g} points instead of {one.points or 0:g}"
