"""Grades a submission to any nbgrader assignment with one plain call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nbformat import NotebookNode

from autograder.engine.execution.deadline import OutOfTimeError, within
from autograder.engine.grading.folders import Folders
from autograder.engine.grading.limits import Limits
from autograder.engine.grading.outcome import Ending, GradedNotebook, Outcome, close_record, fail_checks
from autograder.engine.grading.session import Session
from autograder.engine.isolation.policy import Policy
from autograder.engine.notebook.markers import Role, role_of
from autograder.engine.notebook.read import UnreadableError, plain_notebook, read_notebook
from autograder.engine.notebook.restore import Remark, restore

DEFAULT = Limits()
CONFINED = Policy(folder="")
"""The usual policy. A session fills in folder, memory and time."""


class NotebookGrader:
    """Grades submissions, one at a time or from several threads at once.

    Args:
        limits: the limits on one notebook.
        policy: how the student process is confined. Its folder, memory and time come from the session and the
            limits. None leaves the process unconfined, so a submission can read and write everything that you can.
        import_from: folders of the course, beside the installed packages, from which given cells may import.
        preload: libraries that notebooks import, such as `numpy`, and that are imported once before the first notebook;
            None stands for all libraries that the engine supports.
    """

    def __init__(
        self,
        limits: Limits = DEFAULT,
        policy: Policy | None = CONFINED,
        import_from: Sequence[str] = (),
        preload: Sequence[str] | None = None,
    ) -> None:
        self.limits, self.policy, self.import_from, self.preload = limits, policy, import_from, preload

    def grade(
        self, submission: bytes, source: NotebookNode, files: Mapping[str, bytes] | None = None
    ) -> GradedNotebook:
        """Grade one notebook. Nothing in the submission can make this raise.

        Args:
            submission: the content of the student's file, which may be anything.
            source: the source notebook with hidden checks and solutions. It is not changed.
            files: other files of the assignment, by relative name.

        Raises:
            AutograderError: the machine lacks something that grading needs, such as the sandbox.
        """
        session = Session(self.limits, self.policy, self.import_from, self.preload)
        try:
            return within(
                self.limits.last_second, lambda: _grade(session, submission, source, files or {}), session.stop
            )
        except OutOfTimeError:
            return nothing_graded(source, "timed out", "the time for the whole notebook was over")


def _grade(session: Session, submission: bytes, source: NotebookNode, files: Mapping[str, bytes]) -> GradedNotebook:
    try:
        nb = read_notebook(submission)
    except UnreadableError as error:
        return nothing_graded(source, "unreadable", str(error))
    nb, remarks = restore(nb, source)
    folders = Folders.with_files(files)
    try:
        return GradedNotebook(nb, session.judge(nb, source, folders, remarks))
    finally:
        folders.remove()


def nothing_graded(source: NotebookNode, ending: Ending, reason: str = "") -> GradedNotebook:
    """Return a notebook in which every check failed for this reason. It keeps the text of the course."""
    outcome = Outcome(ending, reason)
    outcome.remarks = [Remark(ending, "", outcome.sentence)]
    # the feedback page reads the titles of the exercises from the text
    text = [cell for cell in source.cells if cell.cell_type == "markdown" and role_of(cell) is Role.FREE]
    cells = [
        NotebookNode(cell_type="markdown", id=cell.get("id", ""), metadata=NotebookNode(), source=cell.source)
        for cell in text
    ]
    nb, _ = restore(plain_notebook(cells), source)
    fail_checks(nb, "NotGraded", outcome.sentence)
    return close_record(nb, outcome)
