"""Reads the results of a class: scores from the gradebook, messages and code from the graded notebooks.

It writes nothing and grades nothing. `report.py` draws the conclusions.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from sqlalchemy.engine import make_url

from autograder.course.assignment import Assignment, CourseError, is_solution
from autograder.course.class_folder import ClassFolder
from autograder.engine.execution import readers
from autograder.engine.grading.outcome import NOT_JUDGED, OUTCOMES, message_of, read_record
from autograder.engine.isolation.policy import SandboxError
from autograder.engine.nbgrader.feedback_text import check_title, clean
from autograder.engine.nbgrader.gradebook_errors import gradebook_errors
from autograder.engine.nbgrader.internals import all_grades
from autograder.engine.notebook.markers import grade_id, grading
from autograder.engine.notebook.read import LARGEST, UnreadableError
from autograder.engine.notebook.titles import exercise_titles
from autograder.engine.notebook.token_runs import LONGEST, AnswerRuns
from autograder.engine.regular_files import read_regular
from autograder.engine.text import one_line

log = logging.getLogger("autograder")


@dataclass(frozen=True)
class Item:
    """A check with points: its grade id, the name of its exercise, its title, and its points."""

    check: str
    exercise: str
    title: str
    points: float


@dataclass
class Paper:
    """One graded submission.

    Attributes:
        student: the student's id.
        scores: check -> points.
        messages: check -> the error that it raised, or an empty text.
        code: exercise -> the answer.
        outcome: how the grading ended, one of the engine's outcomes; empty without a record.
        waiting: the number of checks that a person still has to grade. Until then they count as 0 points.
        has_record: whether the graded notebook carries the engine's record.
        runs: exercise -> what is compared of the answer.
        remark: why the submission or some of its answers could not be compared, or an empty text.
    """

    student: str
    scores: dict[str, float]
    messages: dict[str, str] = field(default_factory=dict)
    code: dict[str, str] = field(default_factory=dict)
    outcome: str = ""
    waiting: int = 0
    has_record: bool = True
    runs: dict[str, AnswerRuns] = field(default_factory=dict)
    remark: str = ""

    def has_written(self, exercise: str, stub: str) -> bool:
        """Return whether the answer has any code beside the stub, or any other text if it could not be compared."""
        if exercise in self.runs:
            return self.runs[exercise].written
        return self.code[exercise].split() != stub.split()

    @property
    def judged(self) -> bool:
        """Return whether there was a notebook to judge."""
        return self.outcome not in NOT_JUDGED

    @property
    def points(self) -> float:
        """Return all points of the submission, before any late penalty."""
        return sum(self.scores.values())


@dataclass
class GradedAssignment:
    """One assignment of a class.

    Attributes:
        name: the assignment's name.
        items: the checks that carry points.
        stubs: exercise -> the solution cell as students received it.
        reference: exercise -> the solution cell of the course.
        shown_code: all other code that students received.
        papers: the submissions, sorted by student.
        titles: exercise -> its title in the notebook.
    """

    name: str
    items: list[Item]
    stubs: dict[str, str]
    reference: dict[str, str]
    shown_code: list[str]
    papers: list[Paper]
    titles: dict[str, str] = field(default_factory=dict)

    @property
    def max_points(self) -> float:
        """Return the points of a perfect submission."""
        return sum(item.points for item in self.items)

    @property
    def judged(self) -> list[Paper]:
        """Return the submissions that could be judged, because the others say nothing about the checks."""
        return [paper for paper in self.papers if paper.judged]

    @property
    def scores(self) -> pd.DataFrame:
        """Return the points of the submissions that could be judged, as a table of students × checks."""
        papers, checks = self.judged, [item.check for item in self.items]
        return pd.DataFrame([paper.scores for paper in papers], [paper.student for paper in papers], checks, float)

    def items_of(self, exercise: str) -> list[Item]:
        """Return the items of one exercise."""
        return [item for item in self.items if item.exercise == exercise]

    def title_of(self, exercise: str) -> str:
        """Return the title of an exercise in the notebook, or its name if it has no title."""
        return self.titles.get(exercise, exercise)


def read_graded(folder: ClassFolder, names: Sequence[str] | None = None) -> tuple[list[GradedAssignment], list[str]]:
    """Return the graded assignments of a class folder (all or those named) and all students of its gradebook.

    Raises:
        CourseError: nothing has been graded there, or one of the named assignments has not.
        GradebookError: the gradebook cannot be read.
    """
    course = folder.course
    wanted = [name for name in course.assignment_names if not names or name in names]
    scores, waiting, students = _read_gradebook(folder)
    graded = [
        _read_assignment(folder, course.assignment(name), scores[name], waiting) for name in wanted if scores.get(name)
    ]
    absent = set(names or ()) - {assignment.name for assignment in graded}
    if absent or not graded:
        problem = f"not graded here yet: {', '.join(sorted(absent))}" if absent else "nothing is graded here yet"
        raise CourseError(f"{folder.root}: {problem}. Run `autograder grade` first.")
    return graded, sorted(students | {paper.student for assignment in graded for paper in assignment.papers})


Scores = dict[str, dict[str, dict[str, float]]]


def _read_gradebook(folder: ClassFolder) -> tuple[Scores, dict[tuple[str, str], int], set[str]]:
    """Return assignment → student → check → score, the number of scores that wait for a person, and all students."""
    scores: Scores = defaultdict(lambda: defaultdict(dict))
    waiting: dict[tuple[str, str], int] = defaultdict(int)
    url = folder.gradebook_url
    if not _exists(url):
        return scores, waiting, set()
    with gradebook_errors(url), Gradebook(url, folder.course_id) as gradebook:
        for assignment, student, check, score, waits in all_grades(gradebook):
            scores[assignment][student][check] = score
            waiting[assignment, student] += waits
        return scores, waiting, {student.id for student in gradebook.students}


def _exists(url: str) -> bool:
    """Return whether a gradebook may exist, because opening a missing SQLite file would create it."""
    parsed = make_url(url)
    return not parsed.drivername.startswith("sqlite") or Path(parsed.database or "").is_file()


def _read_assignment(
    folder: ClassFolder, assignment: Assignment, scores: dict[str, dict[str, float]], waiting: dict
) -> GradedAssignment:
    items = [
        Item(grade_id(cell), exercise.name, check_title(cell), float(cell.metadata.nbgrader.points))
        for exercise in assignment.exercises.values()
        for cell in exercise.checks
        if cell.metadata.nbgrader.points and any(grade_id(cell) in by_check for by_check in scores.values())
    ]
    released = folder.course.released(assignment.name)
    stubs = {name: exercise.solution.source for name, exercise in released.exercises.items()}
    papers = []
    for student in sorted(scores):
        paper = _read_paper(folder.graded_notebook(student, assignment), student)
        _cut(paper, stubs)
        paper.scores = {item.check: scores[student].get(item.check, 0.0) for item in items}
        paper.waiting = waiting[assignment.name, student]
        papers.append(paper)
        if paper.remark:
            log.warning("%s, %s: %s", assignment.name, one_line(student), paper.remark)
    without = sum(not paper.has_record for paper in papers)
    if without:
        log.warning(
            "%s: %d of %d graded notebooks have no record of this version (stock nbgrader or an earlier version graded"
            " them), so their messages are read from the outputs of the checks",
            *(assignment.name, without, len(papers)),
        )
    return GradedAssignment(
        assignment.name,
        items,
        stubs,
        {name: exercise.solution.source for name, exercise in assignment.exercises.items()},
        [cell.source for cell in released.notebook.cells if cell.cell_type == "code" and not is_solution(cell)],
        papers,
        exercise_titles(assignment.notebook),
    )


def _read_paper(path: Path, student: str) -> Paper:
    """Return the code and the messages of a graded notebook, both empty if the file is gone or cannot be read."""
    try:
        data = read_regular(path, LARGEST + 1)
    except OSError:
        return Paper(student, {})
    try:
        notebook = readers.read_graded(data, readers.policy_here())
        code = {str(grade_id(cell)): cell.source for cell in notebook.cells if is_solution(cell)}
        messages, outcome = _messages(notebook)
        messages = {check: clean(message) if message else "" for check, message in messages.items()}
    except (UnreadableError, SandboxError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return Paper(student, {}, remark=f"the submission could not be compared, because {one_line(str(error))}")
    return Paper(student, {}, messages, code, outcome or "", has_record=outcome is not None)


def _cut(paper: Paper, stubs: dict[str, str]) -> None:
    """Have the answers of a submission cut into runs, in a process that may do nothing else."""
    names = [name for name in stubs if len(paper.code.get(name, "")) <= LONGEST and name in paper.code]
    try:
        cut = readers.cut_answers([(paper.code[name], stubs[name]) for name in names], readers.policy_here())
    except (UnreadableError, SandboxError, OSError, ValueError) as error:
        paper.remark = f"the submission could not be compared, because {one_line(str(error))}"
        return
    paper.runs = dict(zip(names, cut, strict=True))
    long = [name for name in stubs if name in paper.code and (name not in names or paper.runs[name].too_long)]
    if long:
        paper.remark = f"{', '.join(long)} could not be compared, because the code is too long"


def _messages(notebook: NotebookNode) -> tuple[dict[str, str], str | None]:
    """Return check -> message, and the outcome; the outcome is None if the notebook carries no record."""
    record = read_record(notebook)
    if record and record.outcome in tuple(OUTCOMES):
        return {str(verdict.check): verdict.message for verdict in record.verdicts}, record.outcome
    return {grade_id(cell): message_of(cell) for cell in notebook.cells if grading(cell).get("grade")}, None
