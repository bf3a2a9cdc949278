"""Audits the checks: tries right and wrong answers and says which check catches what.

Which answers there are stands in `answers/`; how one is run, in `trial.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from autograder.answers import Answer
from autograder.course import Assignment, CourseError, grading
from autograder.trial import Outcome, make_trial, try_all


@dataclass
class Verdict:
    """What came of an answer, and where that is not what its file says."""

    answer: Answer
    outcome: Outcome
    faults: list[str] = field(default_factory=list)


def audit_answers(
    assignment: Assignment, answers: Sequence[Answer], on_verdict: Callable[[Verdict], None] = lambda v: None
) -> list[Verdict]:
    """Try all answers to an assignment and hold what comes of them against what their files say.

    Raises:
        CourseError: an answer to a cell, or naming a check, that the notebook does not have.
    """
    trials = [make_trial(assignment, _known(assignment, answer).cells) for answer in answers]
    verdicts: list[Verdict | None] = [None] * len(answers)
    for index, outcome in try_all(trials):
        verdict = Verdict(answers[index], outcome, find_faults(assignment, answers[index], outcome))
        verdicts[index] = verdict
        on_verdict(verdict)
    return [verdict for verdict in verdicts if verdict]


def _known(assignment: Assignment, answer: Answer) -> Answer:
    exercises = assignment.exercises
    for name in answer.cells:
        if name not in exercises:
            raise CourseError(f"{answer.path}: {assignment.path} has no solution cell {name}")
    checks = {grading(c)["grade_id"] for name in answer.cells for c in exercises[name].checks}
    for check in answer.fails:
        if check not in checks:
            raise CourseError(f"{answer.path}: no check {check} on the cells that it fills")
    return answer


def find_faults(assignment: Assignment, answer: Answer, outcome: Outcome) -> list[str]:
    """Where the checks did not do what the answer's file asks of them; empty when all is well."""
    faults = []
    hidden = [grading(c)["grade_id"] for name in answer.cells for c in assignment.exercises[name].hidden]
    for check, message in outcome.messages.items():
        if check in answer.fails and not message:
            faults.append(f"{check} should fail, and passes")
        if answer.is_right and message:
            faults.append(f"{check} fails a right answer: {message}")
        elif check in hidden and check not in answer.fails and message:
            faults.append(f"{check} should pass, and fails: {message}")
    said = [outcome.messages[check] for check in answer.fails]
    if answer.message and not any(answer.message.lower() in message.lower() for message in said):
        faults.append(f"no message contains {answer.message!r}: {' | '.join(said)}")
    return faults
