"""What goes wrong in a class: the state of each exercise, the commonest messages, and who needs help."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.graded import GradedAssignment, Paper
from autograder.similarity import own_tokens
from autograder.summary import NOT_WRITTEN

LOW = 0.5
"""Share of the points below which a student needs help."""

ALL, PARTLY, NOTHING, UNTOUCHED = "all points", "some points", "no points", "untouched"
STATES = (ALL, PARTLY, NOTHING, UNTOUCHED)

NUMBER = re.compile(r"(?<![A-Za-z_])[-−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?", re.I)
"""A number, not part of a name such as h0."""
ROW = re.compile(r"…(?:, …)*,?(?=[)\]])|\(…\)(?:, \(…\))+")
"""Numbers in a bracket, or such brackets in a row."""


@dataclass(frozen=True)
class Message:
    """A message of an exercise's checks: how it reads, who got it, from which checks."""

    exercise: str
    text: str
    students: tuple[str, ...]
    checks: tuple[str, ...]


@dataclass
class Standing:
    """How one student stands over some assignments, and why help is needed; `why` is empty where it is not.

    `untouched` and `nothing` name exercises as assignment/exercise; `missing` the assignments not handed in, and
    `unread` those whose notebook could not be judged.
    """

    student: str
    points: float = 0.0
    max_points: float = 0.0
    handed_in: int = 0
    missing: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    untouched: list[str] = field(default_factory=list)
    nothing: list[str] = field(default_factory=list)

    @property
    def share(self) -> float | None:
        """Points by all points of what was handed in; None where nothing was."""
        return self.points / self.max_points if self.max_points else None

    @property
    def why(self) -> list[str]:
        """The reasons why help is needed, in words."""
        return [
            *(["no assignment handed in"] if not self.handed_in else []),
            *(["notebook could not be read"] if self.unread else []),
            *([f"below {LOW:.0%} of the points"] if self.share is not None and self.share < LOW else []),
            *(["exercises untouched"] if self.untouched else []),
            *(["exercises without a point"] if self.nothing else []),
        ]


def by_assignment(names: Sequence[str]) -> dict[str, list[str]]:
    """Assignment → exercises, from names such as 04_numpy_rnn/rnn_step."""
    grouped = defaultdict(list)
    for assignment, _, exercise in (name.partition("/") for name in names):
        grouped[assignment].append(exercise)
    return dict(grouped)


def state_of(paper: Paper, exercise: str, assignment: GradedAssignment) -> str:
    """In which of `STATES` an exercise of a submission is."""
    items = assignment.items_of(exercise)
    points = sum(paper.scores[item.check] for item in items)
    if points >= sum(item.points for item in items):
        return ALL
    if points > 0:
        return PARTLY
    if exercise in paper.code:
        return NOTHING if own_tokens(paper.code[exercise], assignment.stubs.get(exercise, "")) else UNTOUCHED
    said = [paper.messages.get(item.check, "") for item in items]
    return UNTOUCHED if any(each.startswith(NOT_WRITTEN) for each in said) else NOTHING


def states(assignment: GradedAssignment) -> dict[str, dict[str, str]]:
    """Student → exercise → state, of the submissions that could be judged."""
    exercises = list(dict.fromkeys(item.exercise for item in assignment.items))
    return {
        paper.student: {exercise: state_of(paper, exercise, assignment) for exercise in exercises}
        for paper in assignment.judged
    }


def normalised(message: str) -> str:
    """The first line of a message with its numbers taken out, so that the same mistake reads the same."""
    text = NUMBER.sub("…", message.strip().partition("\n")[0])
    for _ in range(2):  # the brackets, then rows of them
        text = ROW.sub(lambda found: "(…)" if found[0].startswith("(") else "…", text)
    return text


def count_messages(assignment: GradedAssignment) -> list[Message]:
    """The messages of an assignment, by exercise in their order, the commonest first.

    A message counts once for a student, whatever its numbers and however many checks give it. That an exercise is not
    written is no mistake, and left out.
    """
    wordings: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    students: dict[tuple[str, str], set[str]] = defaultdict(set)
    checks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for paper in assignment.judged:
        for check, message in paper.messages.items():
            if not message or message.startswith(NOT_WRITTEN):
                continue
            key = check.partition("-")[0], normalised(message)
            wordings[key][message.strip().partition("\n")[0]] += 1
            students[key].add(paper.student)
            checks[key].add(check)
    messages = [
        Message(exercise, next(iter(wordings[exercise, text])) if len(wordings[exercise, text]) == 1 else text,
                tuple(sorted(students[exercise, text])), tuple(sorted(checks[exercise, text])))
        for exercise, text in wordings
    ]  # fmt: skip
    order = list(assignment.stubs)
    place = {name: k for k, name in enumerate(order)}
    return sorted(messages, key=lambda m: (place.get(m.exercise, len(order)), -len(m.students), m.text))


def standings(graded: Sequence[GradedAssignment], students: Sequence[str]) -> list[Standing]:
    """All students, those with the lowest share of points first, then those with the most exercises to go back to."""
    found = {student: Standing(student) for student in students}
    for assignment in graded:
        papers = {paper.student: paper for paper in assignment.papers}
        in_state = states(assignment)
        for student, standing in found.items():
            if student not in papers:
                standing.missing.append(assignment.name)
                continue
            standing.handed_in += 1
            standing.points += papers[student].points
            standing.max_points += assignment.max_points
            if student not in in_state:
                standing.unread.append(assignment.name)
            for exercise, state in in_state.get(student, {}).items():
                if state in (UNTOUCHED, NOTHING):
                    (standing.untouched if state == UNTOUCHED else standing.nothing).append(
                        f"{assignment.name}/{exercise}"
                    )
    return sorted(
        found.values(),
        key=lambda each: (each.share or 0.0, -len(each.untouched) - len(each.nothing), each.student),
    )
