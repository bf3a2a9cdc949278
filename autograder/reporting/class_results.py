"""Reads the results of a class: scores from the gradebook, messages and code from the graded notebooks.

It writes nothing and grades nothing. `report.py` draws the conclusions.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.utils import is_grade, is_solution, is_task
from sqlalchemy.engine import make_url

from autograder.course.assignment import Assignment, CourseError, SourceNotebook, exercise_of
from autograder.course.class_folder import ClassFolder
from autograder.engine.execution import readers
from autograder.engine.grading.outcome import NOT_JUDGED, OUTCOMES, message_of, read_record
from autograder.engine.isolation.policy import SandboxError
from autograder.engine.nbgrader.feedback_text import check_title, clean
from autograder.engine.nbgrader.gradebook_errors import gradebook_errors
from autograder.engine.nbgrader.internals import GradeRow, all_grades, all_penalties
from autograder.engine.notebook.markers import grade_id, grading
from autograder.engine.notebook.read import LARGEST, UnreadableError
from autograder.engine.notebook.titles import exercise_titles
from autograder.engine.notebook.token_runs import LONGEST, AnswerRuns
from autograder.engine.regular_files import read_regular
from autograder.engine.text import one_line

log = logging.getLogger("autograder")


@dataclass(frozen=True)
class Item:
    """A check with points: its grade id, the name of its exercise, its title, and its points.

    If the assignment has several notebooks, the names begin with the one of the notebook and a slash.
    """

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
        has_record: whether the graded notebooks carry the engine's record.
        runs: exercise -> what is compared of the answer.
        remark: why the submission or some of its answers could not be compared, or an empty text.
        late_penalty: the points that the course takes off because the submission is late.
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
    late_penalty: float = 0

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
        """Return the points that count: those of the checks without the late penalty, but never less than 0."""
        return max(0.0, sum(self.scores.values()) - self.late_penalty)


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
        """Return the points of the submissions that could be judged, before late penalties: students × checks."""
        papers, checks = self.judged, [item.check for item in self.items]
        return pd.DataFrame([paper.scores for paper in papers], [paper.student for paper in papers], checks, float)

    @property
    def points(self) -> pd.Series:
        """Return the points that count, of the submissions that could be judged, by student."""
        return pd.Series({paper.student: paper.points for paper in self.judged}, dtype=float)

    def exercise_of(self, check: str) -> str:
        """Return the name of the exercise that a check belongs to."""
        return next((item.exercise for item in self.items if item.check == check), exercise_of(check))

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
    grades = _read_gradebook(folder)
    graded = [_read_assignment(folder, course.assignment(name), grades) for name in wanted if grades.students_of(name)]
    absent = set(names or ()) - {assignment.name for assignment in graded}
    if absent or not graded:
        problem = f"not graded here yet: {', '.join(sorted(absent))}" if absent else "nothing is graded here yet"
        raise CourseError(f"{folder.root}: {problem}. Run `autograder grade` first.")
    students = grades.students | {paper.student for assignment in graded for paper in assignment.papers}
    return graded, sorted(students)


@dataclass
class _Grades:
    """The content of a gradebook: (assignment, student) → rows, and → points taken off; and all students."""

    rows: dict[tuple[str, str], list[GradeRow]] = field(default_factory=lambda: defaultdict(list))
    penalties: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    students: set[str] = field(default_factory=set)

    def students_of(self, assignment: str) -> list[str]:
        """Return the students who have scores in an assignment."""
        return sorted(student for name, student in self.rows if name == assignment)


def _read_gradebook(folder: ClassFolder) -> _Grades:
    grades = _Grades()
    url = folder.gradebook_url
    if not _exists(url):
        return grades
    with gradebook_errors(url), Gradebook(url, folder.course_id) as gradebook:
        for row in all_grades(gradebook):
            grades.rows[row.assignment, row.student].append(row)
        for assignment, student, points in all_penalties(gradebook):
            grades.penalties[assignment, student] += points
        grades.students = {student.id for student in gradebook.students}
        return grades


def _exists(url: str) -> bool:
    """Return whether a gradebook may exist, because opening a missing SQLite file would create it."""
    parsed = make_url(url)
    return not parsed.drivername.startswith("sqlite") or Path(parsed.database or "").is_file()


def _read_assignment(folder: ClassFolder, assignment: Assignment, grades: _Grades) -> GradedAssignment:
    students = grades.students_of(assignment.name)
    rows = {student: grades.rows[assignment.name, student] for student in students}
    prefixes = {source.name: "" if source.alone else f"{source.name}/" for source in assignment.notebooks}
    scores = {
        student: {prefixes[row.notebook] + row.check: row.score for row in rows[student] if row.notebook in prefixes}
        for student in students
    }
    known = {check for by_check in scores.values() for check in by_check}
    items = [
        item
        for source in assignment.notebooks
        for item in _items(source, prefixes[source.name])
        if item.points and item.check in known
    ]
    released = _released(folder, assignment)
    stubs = _by_exercise({prefixes[each.name]: _solutions(each.notebook) for each in released})
    papers = []
    for student in students:
        paper = _read_paper(folder, student, assignment, prefixes)
        _cut(paper, stubs)
        paper.scores = {item.check: scores[student].get(item.check, 0.0) for item in items}
        paper.waiting = sum(row.waits for row in rows[student])
        paper.late_penalty = grades.penalties[assignment.name, student]
        papers.append(paper)
        if paper.remark:
            log.warning("%s, %s: %s", assignment.name, one_line(student), paper.remark)
    _warn_without_record(assignment.name, papers)
    shown = [cell for each in released for cell in each.notebook.cells]
    return GradedAssignment(
        assignment.name,
        items,
        stubs,
        _by_exercise({prefixes[each.name]: _solutions(each.notebook) for each in assignment.notebooks}),
        [cell.source for cell in shown if cell.cell_type == "code" and not is_solution(cell)],
        papers,
        _by_exercise({prefixes[each.name]: exercise_titles(each.notebook) for each in assignment.notebooks}),
    )


def _items(source: SourceNotebook, prefix: str) -> Iterator[Item]:
    """Yield what has points in a notebook: checks, and answers that a person grades."""
    exercises = [grade_id(cell) for cell in source.notebook.cells if is_solution(cell)]
    current = ""
    for cell in source.notebook.cells:
        name = grade_id(cell)
        if is_solution(cell) or is_task(cell):
            current = name
        if is_grade(cell) or is_task(cell):
            exercise = exercise_of(name) if exercise_of(name) in exercises else current or name
            points = float(grading(cell).get("points") or 0)
            yield Item(prefix + name, prefix + exercise, check_title(cell), points)


def _released(folder: ClassFolder, assignment: Assignment) -> list[SourceNotebook]:
    """Return the notebooks of an assignment as students got them; none if they are not here."""
    names = {source.name for source in assignment.notebooks}
    try:
        return [each for each in folder.course.released(assignment.name).notebooks if each.name in names]
    except CourseError as error:
        log.warning("%s. Without the students' version, the report cannot tell which answers are untouched", error)
        return []


def _solutions(notebook: NotebookNode) -> dict[str, str]:
    return {str(grade_id(cell)): cell.source for cell in notebook.cells if is_solution(cell)}


def _by_exercise(texts: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return exercise → text, from prefix → exercise → text."""
    return {prefix + name: text for prefix, by_name in texts.items() for name, text in by_name.items()}


def _warn_without_record(assignment: str, papers: Sequence[Paper]) -> None:
    without = sum(not paper.has_record for paper in papers)
    if without:
        log.warning(
            "%s: %d of %d graded notebooks have no record of this version (stock nbgrader or an earlier version graded"
            " them), so their messages are read from the outputs of the checks",
            *(assignment, without, len(papers)),
        )


def _read_paper(folder: ClassFolder, student: str, assignment: Assignment, prefixes: dict[str, str]) -> Paper:
    """Return the code and the messages of a student's graded notebooks, without those that are gone or unreadable."""
    paper = Paper(student, {})
    outcomes: list[str | None] = []
    for source in assignment.notebooks:
        prefix = prefixes[source.name]
        try:
            data = read_regular(folder.graded_notebook(student, assignment, source.name), LARGEST + 1)
        except OSError:
            continue
        try:
            notebook = readers.read_graded(data, readers.policy_here())
            code, (messages, outcome) = _solutions(notebook), _messages(notebook)
            messages = {check: clean(message) if message else "" for check, message in messages.items()}
        except (UnreadableError, SandboxError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            paper.remark = f"the submission could not be compared, because {one_line(str(error))}"
            continue
        outcomes.append(outcome)
        paper.code |= {prefix + name: text for name, text in code.items()}
        if outcome not in NOT_JUDGED or source.alone:  # otherwise each check only repeats that
            paper.messages |= {prefix + check: message for check, message in messages.items()}
    # a submission could be judged if one of its notebooks could
    named = sorted((outcome or "" for outcome in outcomes), key=lambda outcome: outcome in NOT_JUDGED)
    paper.outcome, paper.has_record = next(iter(named), ""), None not in outcomes
    return paper


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
