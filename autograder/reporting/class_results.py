"""Reads what grading left in a course folder: scores from the gradebook, messages and code from the graded notebooks.

Writes nothing and grades nothing; what follows from it is `report.py`'s part.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from nbgrader.api import Gradebook
from sqlalchemy.engine import make_url

from autograder.course.assignment import Assignment, CourseError, is_solution
from autograder.course.class_folder import ClassFolder
from autograder.engine.grading.outcome import NOT_JUDGED
from autograder.engine.nbgrader.feedback_text import check_title, clean
from autograder.engine.nbgrader.internals import all_grades


@dataclass(frozen=True)
class Item:
    """A check that carries points: its grade_id, the exercise it belongs to, what it is called, its points."""

    check: str
    exercise: str
    title: str
    points: float


@dataclass
class Paper:
    """One graded submission. `scores` and `messages` are by check, `code` by exercise.

    `outcome` is the engine's word for how the grading went, empty where nbgrader's own graded; `waiting` counts the
    checks that a person has yet to grade, which count as no points until then.
    """

    student: str
    scores: dict[str, float]
    messages: dict[str, str] = field(default_factory=dict)
    code: dict[str, str] = field(default_factory=dict)
    outcome: str = ""
    waiting: int = 0

    @property
    def judged(self) -> bool:
        """Whether there was a notebook to judge."""
        return self.outcome not in NOT_JUDGED

    @property
    def points(self) -> float:
        """All points of the submission, before any penalty for lateness."""
        return sum(self.scores.values())


@dataclass
class GradedAssignment:
    """One assignment of a class: its items, the cells as handed out, and the papers, by student.

    `stubs` and `reference` are the solution cells by exercise, as students got them and as they are solved; `given`
    is all code that students were shown.
    """

    name: str
    items: list[Item]
    stubs: dict[str, str]
    reference: dict[str, str]
    given: list[str]
    papers: list[Paper]

    @property
    def max_points(self) -> float:
        """What a faultless submission gets."""
        return sum(item.points for item in self.items)

    @property
    def judged(self) -> list[Paper]:
        """The papers that say something about the checks."""
        return [paper for paper in self.papers if paper.judged]

    @property
    def scores(self) -> pd.DataFrame:
        """The points of the papers that could be judged, students × checks."""
        papers, checks = self.judged, [item.check for item in self.items]
        return pd.DataFrame([paper.scores for paper in papers], [paper.student for paper in papers], checks, float)

    def items_of(self, exercise: str) -> list[Item]:
        """Return the items of one exercise."""
        return [item for item in self.items if item.exercise == exercise]


def read_graded(folder: ClassFolder, names: Sequence[str] | None = None) -> tuple[list[GradedAssignment], list[str]]:
    """Return the graded assignments of a class folder (all or those named) and all students of its gradebook.

    Raises:
        CourseError: nothing is graded there, or one of these names is not.
    """
    course = folder.course
    wanted = [name for name in course.assignment_names if not names or name in names]
    scores, waiting, students = _read_gradebook(folder)
    graded = [
        _read_assignment(folder, course.assignment(name), scores[name], waiting) for name in wanted if scores.get(name)
    ]
    absent = set(names or ()) - {each.name for each in graded}
    if absent or not graded:
        what = f"not graded here yet: {', '.join(sorted(absent))}" if absent else "nothing is graded here yet"
        raise CourseError(f"{folder.root}: {what}. Run `autograder grade` first.")
    return graded, sorted(students | {paper.student for each in graded for paper in each.papers})


Scores = dict[str, dict[str, dict[str, float]]]


def _read_gradebook(folder: ClassFolder) -> tuple[Scores, dict[tuple[str, str], int], set[str]]:
    """Return assignment → student → check → score; how many scores of each wait for a person; all students."""
    scores: Scores = defaultdict(lambda: defaultdict(dict))
    waiting: dict[tuple[str, str], int] = defaultdict(int)
    if not _exists(folder.gradebook_url):
        return scores, waiting, set()
    with Gradebook(folder.gradebook_url, folder.course.id) as gradebook:
        for assignment, student, check, score, waits in all_grades(gradebook):
            scores[assignment][student][check] = score
            waiting[assignment, student] += waits
        return scores, waiting, {each.id for each in gradebook.students}


def _exists(url: str) -> bool:
    """Whether a gradebook may be there; opening one of SQLite would make it."""
    parsed = make_url(url)
    return not parsed.drivername.startswith("sqlite") or Path(parsed.database or "").is_file()


def _read_assignment(
    folder: ClassFolder, assignment: Assignment, scores: dict[str, dict[str, float]], waiting: dict
) -> GradedAssignment:
    items = [
        Item(cell.metadata.nbgrader.grade_id, exercise.name, _title(cell), float(cell.metadata.nbgrader.points))
        for exercise in assignment.exercises.values()
        for cell in exercise.checks
        if cell.metadata.nbgrader.points and any(cell.metadata.nbgrader.grade_id in each for each in scores.values())
    ]
    released = folder.course.released(assignment.name)
    papers = []
    for student in sorted(scores):
        paper = _read_paper(folder.graded_notebook(student, assignment), student)
        paper.scores = {item.check: scores[student].get(item.check, 0.0) for item in items}
        paper.waiting = waiting[assignment.name, student]
        papers.append(paper)
    return GradedAssignment(
        assignment.name,
        items,
        {name: each.solution.source for name, each in released.exercises.items()},
        {name: each.solution.source for name, each in assignment.exercises.items()},
        [cell.source for cell in released.notebook.cells if cell.cell_type == "code" and not is_solution(cell)],
        papers,
    )


def _title(cell) -> str:
    """Return the purpose of a check: its title without the words that all titles share."""
    return check_title(cell).partition(": ")[2] or check_title(cell)


def _read_paper(path: Path, student: str) -> Paper:
    """Code and messages of a graded notebook, read as plain JSON; none where it is gone."""
    paper = Paper(student, {})
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return paper
    paper.outcome = notebook["metadata"].get("autograder", {}).get("outcome", "")
    for cell in notebook["cells"]:
        grading = cell.get("metadata", {}).get("nbgrader", {})
        if grading.get("solution"):
            paper.code[grading["grade_id"]] = _joined(cell["source"])
        if grading.get("grade"):
            errors = [each for each in cell.get("outputs", []) if each.get("output_type") == "error"]
            paper.messages[grading["grade_id"]] = clean(_joined(errors[0].get("evalue", ""))) if errors else ""
    return paper


def _joined(text: str | Iterable[str]) -> str:
    return text if isinstance(text, str) else "".join(text)
