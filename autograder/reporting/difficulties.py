"""Finds the difficulties of a class: the state of each exercise, common messages, and who needs help."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import compress

import pandas as pd

from autograder.course.assignment import NOT_WRITTEN
from autograder.reporting.class_results import GradedAssignment, Paper

LOW = 0.5
"""Share of the points below which a student needs help."""

ALL, PARTLY, NOTHING, UNTOUCHED = "all points", "some points", "no points", "untouched"
STATES = (ALL, PARTLY, NOTHING, UNTOUCHED)

NUMBER = re.compile(r"(?<![A-Za-z_])[-−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?", re.I)
"""A number, not part of a name such as h0."""
ROW = re.compile(r"…(?:, …)*,?(?=[)\]])|\(…\)(?:, \(…\))+")
"""Numbers in a bracket, or such brackets in a row."""


def by_assignment(names: Sequence[str]) -> dict[str, list[str]]:
    """Return assignment → exercises, from names such as 04_numpy_rnn/rnn_step."""
    grouped = defaultdict(list)
    for assignment, _, exercise in (name.partition("/") for name in names):
        grouped[assignment].append(exercise)
    return dict(grouped)


def state_of(paper: Paper, exercise: str, assignment: GradedAssignment) -> str:
    """Return the state of an exercise of a submission, one of `STATES`."""
    items = assignment.items_of(exercise)
    points = sum(paper.scores[item.check] for item in items)
    if points >= sum(item.points for item in items):
        return ALL
    if points > 0:
        return PARTLY
    if exercise in paper.code:
        return NOTHING if paper.has_written(exercise, assignment.stubs.get(exercise, "")) else UNTOUCHED
    messages = [paper.messages.get(item.check, "") for item in items]
    return UNTOUCHED if any(message.startswith(NOT_WRITTEN) for message in messages) else NOTHING


def states(assignment: GradedAssignment) -> pd.DataFrame:
    """Return the states of the submissions that could be judged: students × exercises."""
    exercises = list(dict.fromkeys(item.exercise for item in assignment.items))
    return pd.DataFrame(
        [[state_of(paper, exercise, assignment) for exercise in exercises] for paper in assignment.judged],
        index=[paper.student for paper in assignment.judged],
        columns=exercises,
        dtype=object,
    )


def normalised(message: str) -> str:
    """Return the first line of a message without its numbers, so that the same mistake has the same text."""
    text = NUMBER.sub("…", message.strip().partition("\n")[0])
    for _ in range(2):  # the brackets, then rows of them
        text = ROW.sub(lambda numbers: "(…)" if numbers[0].startswith("(") else "…", text)
    return text


def count_messages(assignment: GradedAssignment) -> pd.DataFrame:
    """Return the messages of an assignment, by exercise in their order, the most common first.

    A message counts once for a student, even if its numbers differ or several checks give it. The message that an
    exercise is not written is left out, because that is not a mistake. `checks` and `who` are tuples of names.
    """
    messages = pd.DataFrame(
        [
            (
                assignment.exercise_of(check),
                normalised(message),
                message.strip().partition("\n")[0],
                check,
                paper.student,
            )
            for paper in assignment.judged
            for check, message in paper.messages.items()
            if message and not message.startswith(NOT_WRITTEN)
        ],
        columns=["exercise", "pattern", "wording", "check", "student"],
    )
    rows = []
    for (exercise, pattern), same in messages.groupby(["exercise", "pattern"]):
        wordings, checks, who = (tuple(sorted(set(same[name]))) for name in ("wording", "check", "student"))
        rows.append((exercise, len(who), wordings[0] if len(wordings) == 1 else pattern, checks, who))
    place = {name: k for k, name in enumerate(assignment.stubs)}
    rows.sort(key=lambda row: (place.get(row[0], len(place)), -row[1], row[2]))
    return pd.DataFrame(rows, columns=["exercise", "students", "message", "checks", "who"])


def score_table(graded: Sequence[GradedAssignment]) -> pd.DataFrame:
    """Return a row for each submission: student, assignment, points, max_points, late_penalty, share, judged.

    The points are those that count, without the late penalty.
    """
    rows = [
        (paper.student, assignment.name, paper.points, assignment.max_points, paper.late_penalty, paper.judged)
        for assignment in graded
        for paper in assignment.papers
    ]
    table = pd.DataFrame(rows, columns=["student", "assignment", "points", "max_points", "late_penalty", "judged"])
    table = table.astype({"points": float, "max_points": float, "late_penalty": float, "judged": bool})
    return table.assign(share=table["points"] / table["max_points"])


def standings(graded: Sequence[GradedAssignment], students: Sequence[str]) -> pd.DataFrame:
    """Return a row for each student: the lowest share first, and among equal shares the most unfinished exercises.

    `share` is the share of the points of the assignments that the student submitted; NaN without a submission. `why`
    gives the reasons why the student needs help, and is empty without a reason. `not_handed_in` and `unread` (which
    could not be judged) are tuples of assignments. `untouched` and `without_points` are tuples of exercises, each as
    assignment/exercise.
    """
    scores = score_table(graded)
    by_student = scores.groupby("student")
    table = by_student[["points", "max_points"]].sum().reindex(students, fill_value=0.0).rename_axis("student")
    table["share"] = table["points"] / table["max_points"]
    table["handed_in"] = by_student.size().reindex(students, fill_value=0)
    handed_in = set(zip(scores["student"], scores["assignment"], strict=True))
    table["not_handed_in"] = [
        tuple(assignment.name for assignment in graded if (student, assignment.name) not in handed_in)
        for student in students
    ]

    def named(rows: pd.DataFrame, column: str) -> list[tuple[str, ...]]:
        names = rows.groupby("student")[column].agg(tuple).to_dict()
        return [names.get(student, ()) for student in students]

    table["unread"] = named(scores[~scores["judged"]], "assignment")
    state = pd.concat(states(assignment).add_prefix(f"{assignment.name}/") for assignment in graded).rename_axis(
        "student"
    )
    state = state.melt(var_name="exercise", value_name="state", ignore_index=False).reset_index()
    table["untouched"] = named(state[state["state"] == UNTOUCHED], "exercise")
    table["without_points"] = named(state[state["state"] == NOTHING], "exercise")
    reasons = {
        "no assignment handed in": table["handed_in"] == 0,
        "notebook could not be read": table["unread"].map(bool),
        f"below {LOW:.0%} of the points": table["share"] < LOW,
        "exercises untouched": table["untouched"].map(bool),
        "exercises without a point": table["without_points"].map(bool),
    }
    table["why"] = ["; ".join(compress(reasons, holds)) for holds in zip(*reasons.values(), strict=True)]
    table["needs_help"] = (table["why"] != "").map({True: "yes", False: "no"})
    table["finished"] = -(table["untouched"].map(len) + table["without_points"].map(len))
    table["low"] = table["share"].fillna(0)
    return table.sort_values(["low", "finished", "student"]).reset_index()
