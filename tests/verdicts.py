"""Prints the verdict of every check on every answer, tried in an order that a seed gives.

PYTHONHASHSEED=3 python -m tests.verdicts 3
"""

import json
import random
import sys

from autograder.answers import read_answers
from autograder.course import assignment_names, read_assignment
from autograder.trial import make_trial, try_all


def verdicts(seed: int) -> dict[str, dict[str, bool]]:
    """Answer → check → whether it passed."""
    pairs = [(read_assignment(name), answer) for name in assignment_names() for answer in read_answers(name)]
    random.Random(seed).shuffle(pairs)
    trials = [make_trial(assignment, answer.cells) for assignment, answer in pairs]
    found = {}
    for index, outcome in try_all(trials):
        assignment, answer = pairs[index]
        found[f"{assignment.name}/{answer.name}"] = {check: not said for check, said in outcome.messages.items()}
    return found


if __name__ == "__main__":
    json.dump(verdicts(int(sys.argv[1])), sys.stdout, sort_keys=True)
