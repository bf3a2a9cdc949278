"""The undocumented interfaces of nbgrader that this package uses, all in this one module.

nbgrader runs a query and a commit for each cell. With 60 cells that takes longer than grading them, because each commit
of SQLite waits for the disk. This module enters a notebook with two queries and one commit, so its grades are written
all or not at all. `docs/engine/private-interfaces.md` lists each interface, and
`tests/unit/test_private_interfaces.py` fails when one of them changes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any, NamedTuple

from alembic.script import ScriptDirectory
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import dbutil
from nbgrader.api import (
    Assignment,
    Base,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    MissingEntry,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.preprocessors import GetGrades, SaveAutoGrades, SaveCells
from nbgrader.utils import compute_checksum, is_grade, is_solution, is_task
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.orm import joinedload, undefer

from autograder.engine.grading.outcome import Verdict, read_verdict
from autograder.engine.nbgrader.entered_cells import OtherEditionError, refuse_other_cells
from autograder.engine.notebook.markers import grade_id


def make_tables(url: str) -> None:
    """Create nbgrader's tables in a database that has none, and record their version.

    nbgrader would do this too, but it would start Alembic in a process to ask for the version, which takes two seconds.
    """
    engine = create_engine(url)
    try:
        if inspect(engine).get_table_names():
            return
        version = ScriptDirectory(dbutil.ALEMBIC_DIR).get_current_head()
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
            connection.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": version})
            Base.metadata.create_all(connection)
    finally:
        engine.dispose()


@contextlib.contextmanager
def one_commit(gradebook: Gradebook) -> Iterator[None]:
    """Make the gradebook commit once, at the end of the block, or not at all if the block raises."""
    gradebook.db.remove()
    with gradebook.engine.begin() as connection:
        # SQLAlchemy: "Joining a Session into an External Transaction"
        gradebook.db.configure(bind=connection, join_transaction_mode="rollback_only", expire_on_commit=False)
        try:
            yield
            gradebook.db.flush()
        finally:
            gradebook.db.remove()
            gradebook.db.configure(bind=gradebook.engine, expire_on_commit=True)


def _entries(gradebook: Gradebook, submitted: SubmittedNotebook) -> tuple[dict[str, Grade], dict[str, Comment]]:
    """Return the grades and comments of a submitted notebook with their cells and points, by name, with two queries."""
    grades = gradebook.db.query(Grade).filter(Grade.notebook_id == submitted.id)
    grades = grades.options(joinedload(Grade.cell), undefer(Grade.max_score))
    comments = gradebook.db.query(Comment).filter(Comment.notebook_id == submitted.id).options(joinedload(Comment.cell))
    return {each.name: each for each in grades}, {each.name: each for each in comments}


class GradeRow(NamedTuple):
    """One score in a gradebook, with its place, and whether it waits for a person."""

    assignment: str
    student: str
    notebook: str
    check: str
    score: float
    waits: bool


def all_grades(gradebook: Gradebook) -> Iterator[GradeRow]:
    """Yield all scores of a gradebook, with one query."""
    columns = (Student.id, Notebook.name, BaseCell.name, Grade.score, Grade.auto_score, Grade.manual_score)
    query = gradebook.db.query(Assignment.name, *columns).select_from(Grade)
    for join in (Grade.cell, Grade.notebook, SubmittedNotebook.notebook, SubmittedNotebook.assignment):
        query = query.join(join)
    query = query.join(SubmittedAssignment.assignment).join(SubmittedAssignment.student)
    for assignment, student, notebook, check, score, auto, manual in query:
        yield GradeRow(assignment, student, notebook, check, score, auto is None and manual is None)


def all_penalties(gradebook: Gradebook) -> Iterator[tuple[str, str, float]]:
    """Yield (assignment, student, points) for each notebook that loses points because it is late, with one query."""
    query = gradebook.db.query(Assignment.name, Student.id, SubmittedNotebook.late_submission_penalty)
    query = query.select_from(SubmittedNotebook).join(SubmittedNotebook.assignment)
    query = query.join(SubmittedAssignment.assignment).join(SubmittedAssignment.student)
    yield from query.filter(SubmittedNotebook.late_submission_penalty > 0)


def enter_grades(
    gradebook: Gradebook, submitted: SubmittedNotebook, nb: NotebookNode, verdicts: Iterable[Verdict]
) -> None:
    """Enter the points of a graded notebook and the answers that are unchanged since the hand-out, as nbgrader does.

    Raises:
        MissingEntry: the notebook has a cell that the gradebook does not know.
    """
    grades, comments = _entries(gradebook, submitted)
    for verdict in verdicts:
        grade = _entry(grades, verdict.check)
        grade.auto_score = verdict.points
        grade.needs_manual_grade = grade.manual_score is not None or verdict.points is None
    for cell in nb.cells:
        if is_solution(cell) or is_task(cell):
            untouched = not is_task(cell) and cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)
            _entry(comments, grade_id(cell)).auto_comment = "No response." if untouched else None


def read_grades(gradebook: Gradebook, submitted: SubmittedNotebook, nb: NotebookNode) -> dict[str, float]:
    """Put scores and comments into a notebook's cells for its feedback page; return the sums for that page.

    Raises:
        MissingEntry: the notebook has a cell that the gradebook does not know.
    """
    grades, comments = _entries(gradebook, submitted)
    for cell in nb.cells:
        if is_solution(cell) or is_task(cell):
            cell.metadata.nbgrader["comment"] = _entry(comments, grade_id(cell)).comment
        if is_grade(cell) or is_task(cell):
            grade = _entry(grades, grade_id(cell))
            cell.metadata.nbgrader.update(score=grade.score, points=grade.max_score)
    late = submitted.late_submission_penalty or 0
    return {"score": submitted.score - late, "max_score": submitted.max_score, "late_penalty": late}


def _entry(known: dict[str, Any], name: str) -> Any:
    if name not in known:
        raise MissingEntry(f"No such cell: {name}")
    return known[name]


def _of(gradebook: Gradebook, given: dict[str, str]) -> SubmittedNotebook:
    return gradebook.find_submission_notebook(given["notebook"], given["assignment"], given["student"])


class SaveAutoGradesAtOnce(SaveAutoGrades):
    """nbgrader's `SaveAutoGrades`, which enters the points from the checks of a submission."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Enter the points. Raises MissingEntry, or ValueError if a check gives more than its points."""
        given = resources["nbgrader"]
        # the outputs count, not the record, because steps in between, such as `IgnorePattern`, may have changed them
        verdicts = [read_verdict(cell) for cell in nb.cells if is_grade(cell)]
        with closing(Gradebook(given["db_url"])) as gradebook, one_commit(gradebook):
            enter_grades(gradebook, _of(gradebook, given), nb, verdicts)
        return nb, resources


class GetGradesAtOnce(GetGrades):
    """nbgrader's `GetGrades`, which puts scores and comments into a notebook for its feedback page."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Put scores and comments into the notebook. Raises MissingEntry."""
        given = resources["nbgrader"]
        with closing(Gradebook(given["db_url"])) as gradebook:
            given.update(read_grades(gradebook, _of(gradebook, given), nb))
        return nb, resources


class SaveCellsAtOnce(SaveCells):
    """nbgrader's `SaveCells`, which enters an assignment's cells and points."""

    def _create_notebook(self, nb: NotebookNode) -> None:
        try:
            refuse_other_cells(self.gradebook, self.assignment_id, self.notebook_id, nb)
        except (
            OtherEditionError
        ) as error:  # nbgrader would accept different points, and would refuse different cells without naming a remedy
            self.log.error("%s", error)
            raise
        with one_commit(self.gradebook):
            super()._create_notebook(nb)
