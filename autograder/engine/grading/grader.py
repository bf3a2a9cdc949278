"""Grades a submission to any nbgrader assignment with one plain call."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from nbformat import NotebookNode

from autograder.engine.errors import AutograderError
from autograder.engine.execution import warm_up
from autograder.engine.execution.deadline import OutOfTimeError, within
from autograder.engine.execution.readers import read_submission
from autograder.engine.grading.calibration import NONE, Calibration
from autograder.engine.grading.folders import Folders
from autograder.engine.grading.limits import Limits
from autograder.engine.grading.outcome import Ending, GradedNotebook, Outcome, close_record, fail_checks
from autograder.engine.grading.session import Session
from autograder.engine.isolation import fork_client
from autograder.engine.isolation.policy import Policy
from autograder.engine.notebook.edition import edition_conflict
from autograder.engine.notebook.markers import Role, role_of
from autograder.engine.notebook.read import UnreadableError, plain_notebook
from autograder.engine.notebook.restore import Remark, restore

log = logging.getLogger("autograder")
DEFAULT = Limits()
CONFINED = Policy(folder="")
"""The usual policy. A session fills in folder, memory and time."""


class SubmittedEditionError(AutograderError):
    """A submission is from a different edition than the source notebook. The message says what to do."""


class NotebookGrader:
    """Grades submissions, one at a time or from several threads at once.

    Args:
        limits: the limits on one notebook.
        policy: how the student process is confined. Its folder, memory and time come from the session and the
            limits. None leaves the process unconfined, so a submission can read and write everything that you can.
        import_from: folders of the course, beside the installed packages, from which given cells may import.
        preload: libraries that notebooks import, such as `numpy`, and that are imported once before the first notebook;
            None stands for all libraries that the engine supports.
        edition: the edition of the course, from which a submission must be; 0 accepts any.
        calibration: how the checks of the source notebook have to run, from `calibrate`. By default all of them run in
            their own process, and no object of a student decides a comparison.
    """

    def __init__(
        self,
        limits: Limits = DEFAULT,
        policy: Policy | None = CONFINED,
        import_from: Sequence[str] = (),
        preload: Sequence[str] | None = None,
        edition: int = 0,
        calibration: Calibration = NONE,
    ) -> None:
        self.limits, self.policy, self.import_from, self.preload = limits, policy, import_from, preload
        self.edition, self.calibration = edition, calibration

    def grade(
        self,
        submission: bytes,
        source: NotebookNode,
        files: Mapping[str, bytes] | None = None,
        handed_in: Mapping[str, bytes] | None = None,
    ) -> GradedNotebook:
        """Grade one notebook. Nothing in the submission can make this raise.

        Args:
            submission: the content of the student's file, which may be anything.
            source: the source notebook with hidden checks and solutions. It is not changed.
            files: other files of the assignment, by relative name.
            handed_in: files that the student handed in beside the notebook, by relative name.

        Raises:
            AutograderError: the machine lacks something that grading needs, such as the sandbox.
            SubmittedEditionError: the submission is from a different edition than this grader.
        """
        warm_up.await_server(self.preload)
        session = Session(self.limits, self.policy, self.import_from, self.preload, self.calibration)
        limits = self.limits
        try:
            return within(
                limits.last_second,
                lambda: _grade(session, submission, source, files or {}, handed_in or {}, self.edition),
                session.stop,
                limits.grace,
            )
        except OutOfTimeError:
            return nothing_graded(source, "timed out", "the time for the whole notebook was over")
        except AutograderError:
            raise
        except Exception as error:
            if not fork_client.SERVERS.stopped:  # otherwise its processes were ended on purpose
                log.exception("a submission could not be graded")
            return nothing_graded(source, "failed", f"{type(error).__name__}: {error}")


def _grade(
    session: Session,
    submission: bytes,
    source: NotebookNode,
    files: Mapping[str, bytes],
    handed_in: Mapping[str, bytes],
    edition: int,
) -> GradedNotebook:
    try:
        read = read_submission(submission, source, session.policy, session.limits.notebook_seconds / 2)
    except UnreadableError as error:
        return nothing_graded(source, "unreadable", str(error))
    if edition and (conflict := edition_conflict(read.edition, edition)):
        raise SubmittedEditionError(conflict)
    folders = Folders.with_files(files, handed_in)
    try:
        nb = read.notebook
        return GradedNotebook(nb, session.judge(nb, source, folders, read.remarks, read.skipped))
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
