"""nbgrader's own steps that write to the gradebook, with one commit for a notebook.

nbgrader commits after each cell, and each commit of SQLite waits for the disk: with 60 cells that takes longer than
to grade them. One commit also writes a notebook's grades all or not at all.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor, SaveAutoGrades, SaveCells


@contextlib.contextmanager
def one_commit(gradebook: Gradebook) -> Iterator[None]:
    """Let the gradebook commit at the end of the block, and nothing where the block raises."""
    session = gradebook.db()
    session.commit = session.flush
    try:
        yield
    finally:
        del session.commit
    session.commit()


class _AllCellsAtOnce(NbGraderPreprocessor):
    """The loop over the cells, which a preprocessor begins after it has opened its gradebook."""

    gradebook: Gradebook

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        with one_commit(self.gradebook):
            return super().preprocess(nb, resources)


class SaveAutoGradesAtOnce(SaveAutoGrades, _AllCellsAtOnce):
    """nbgrader's `SaveAutoGrades`, which enters what the checks of a submission gave."""


class SaveCellsAtOnce(SaveCells):
    """nbgrader's `SaveCells`, which enters an assignment's cells and points."""

    def _create_notebook(self, nb: NotebookNode) -> None:
        with one_commit(self.gradebook):
            super()._create_notebook(nb)
