"""Tries the reference solutions and an eighth of all answers, in an order given by a seed; prints every wrong verdict.

PYTHONHASHSEED=3 python -m tests.support.flakiness_run 3
"""

import json
import random
import sys

from autograder.audit.audit import find_faults
from autograder.audit.trial import make_trial, try_all
from autograder.course.assignment import Assignment, grading
from tests.support.this_course import NAMES, read_answers, read_assignment

SHARES = 8


def verdicts(seed: int) -> dict[str, list[str]]:
    """The answers tried, the checks run, and the faults, where a check did not do what the answer requires."""
    assignments = [read_assignment(name) for name in NAMES]
    answers = [(each, answer, answer.cells) for each in assignments for answer in read_answers(each)]
    mine: list = answers[seed % SHARES :: SHARES]
    mine += [(each, None, written(each)) for each in assignments]
    random.Random(seed).shuffle(mine)
    found: dict[str, list[str]] = {"answers": [], "checks": [], "faults": []}
    checks = set()
    for index, outcome in try_all([make_trial(assignment, cells) for assignment, _, cells in mine], 120):
        assignment, answer, _ = mine[index]
        name = f"{assignment.name}/{answer.label if answer else 'reference'}"
        faults = find_faults(assignment, answer, outcome) if answer else filter(None, outcome.messages.values())
        found["answers"].append(name)
        found["faults"] += [f"{name}: {fault}" for fault in faults]
        checks |= {f"{assignment.name}/{check}" for check in outcome.messages}
    return found | {"checks": sorted(checks)}


def written(assignment: Assignment) -> dict[str, str]:
    """The reference solution of every exercise."""
    return {name: each.solution.source for name, each in assignment.exercises.items()}


def all_checks() -> list[str]:
    """Every check of the course."""
    assignments = [read_assignment(name) for name in NAMES]
    return sorted(
        f"{a.name}/{grading(cell)['grade_id']}" for a in assignments for e in a.exercises.values() for cell in e.checks
    )


if __name__ == "__main__":
    json.dump(verdicts(int(sys.argv[1])), sys.stdout)
