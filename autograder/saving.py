"""nbgrader's own steps that read and write the gradebook, a notebook at a time instead of a cell at a time.

nbgrader asks for each cell with a query and commits after each: with 60 cells that takes longer than to grade them,
since each commit of SQLite waits for the disk. One commit also writes a notebook's grades all or not at all.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import Comment, Grade, Gradebook, MissingEntry, SubmittedNotebook
from nbgrader.preprocessors import GetGrades, NbGraderPreprocessor, SaveAutoGrades, SaveCells
from sqlalchemy.orm import joinedload, undefer


def grades_of(gradebook: Gradebook, notebook: SubmittedNotebook) -> list[Grade]:
    """The grades of a submitted notebook with their cells and points, by one query."""
    query = gradebook.db.query(Grade).filter(Grade.notebook_id == notebook.id)
    return query.options(joinedload(Grade.cell), undefer(Grade.max_score)).all()


class KnownCells:
    """A gradebook that has read what it holds on one submitted notebook; all else is the gradebook's."""

    def __init__(self, gradebook: Gradebook, notebook: str, assignment: str, student: str) -> None:
        """Read it. Raises MissingEntry."""
        self._gradebook = gradebook
        submitted = gradebook.find_submission_notebook(notebook, assignment, student)
        comments = gradebook.db.query(Comment).filter(Comment.notebook_id == submitted.id)
        self._of = (notebook, assignment, student)
        self._grades = {each.name: each for each in grades_of(gradebook, submitted)}
        self._comments = {each.name: each for each in comments.options(joinedload(Comment.cell)).all()}

    def __getattr__(self, name: str) -> Any:
        """What the gradebook has."""
        return getattr(self._gradebook, name)

    def find_grade(self, cell: str, *of: str) -> Grade:
        """As nbgrader's. Raises MissingEntry."""
        return self._grades[cell] if of == self._of and cell in self._grades else self._gradebook.find_grade(cell, *of)

    def find_comment(self, cell: str, *of: str) -> Comment:
        """As nbgrader's. Raises MissingEntry."""
        known = of == self._of and cell in self._comments
        return self._comments[cell] if known else self._gradebook.find_comment(cell, *of)


@contextlib.contextmanager
def one_commit(gradebook: Gradebook) -> Iterator[None]:
    """Let the gradebook commit at the end of the block, and nothing where the block raises."""
    session = gradebook.db()
    session.commit = lambda: None  # what a query needs to see is flushed by itself
    try:
        yield
    finally:
        del session.commit
    session.commit()


class _AllCellsAtOnce(NbGraderPreprocessor):
    """The loop over the cells, which a preprocessor begins after it has opened its gradebook."""

    gradebook: Any

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        given = resources["nbgrader"]
        with one_commit(self.gradebook):
            with contextlib.suppress(MissingEntry):  # then each cell says so itself
                self.gradebook = KnownCells(self.gradebook, given["notebook"], given["assignment"], given["student"])
            with self.gradebook.db.no_autoflush:
                return super().preprocess(nb, resources)


class SaveAutoGradesAtOnce(SaveAutoGrades, _AllCellsAtOnce):
    """nbgrader's `SaveAutoGrades`, which enters what the checks of a submission gave."""


class GetGradesAtOnce(GetGrades, _AllCellsAtOnce):
    """nbgrader's `GetGrades`, which puts scores and comments into a notebook for its feedback page."""


class SaveCellsAtOnce(SaveCells):
    """nbgrader's `SaveCells`, which enters an assignment's cells and points."""

    def _create_notebook(self, nb: NotebookNode) -> None:
        with one_commit(self.gradebook):
            super()._create_notebook(nb)
