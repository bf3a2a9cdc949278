"""The engine as steps of nbgrader's pipeline, which read, restore, run and check a submission."""

from __future__ import annotations

import json
import logging
import os
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from nbgrader.utils import setenv
from traitlets import Bool, Float, Integer, List, Unicode

from autograder.engine.execution import warm_up
from autograder.engine.execution.deadline import OutOfTimeError, within
from autograder.engine.execution.readers import read_any, read_submission
from autograder.engine.grading.calibration import NONE, Calibration, CalibrationError
from autograder.engine.grading.calibration_runs import FOLDER, files_in, kept_calibration
from autograder.engine.grading.folders import Folders, remove_other_kinds
from autograder.engine.grading.grader import CONFINED, DEFAULT, nothing_graded
from autograder.engine.grading.limits import Limits
from autograder.engine.grading.outcome import Outcome, close_record, fail_checks
from autograder.engine.grading.session import Session
from autograder.engine.grading.steps import too_long
from autograder.engine.nbgrader.entered_cells import OtherEditionError, refuse_other_cells
from autograder.engine.nbgrader.exchange import NOTES
from autograder.engine.nbgrader.gradebook_errors import GradebookError, gradebook_errors, require_writable
from autograder.engine.nbgrader.internals import make_tables
from autograder.engine.nbgrader.marks import marks_of
from autograder.engine.notebook.edition import edition_conflict, mark_edition
from autograder.engine.notebook.read import LARGEST, UnreadableError
from autograder.engine.notebook.regions import use_marks
from autograder.engine.notebook.restore import Remark
from autograder.engine.notebook.shown_cells import show_code_cells, show_text_cells
from autograder.engine.regular_files import first_irregular, shown
from autograder.engine.text import whole_json

SUBMITTED = "autograder_submitted"
"""The key in nbconvert's resources of the bytes of a submission, which `Restore` has read in a confined process."""
log = logging.getLogger("autograder")


class GuardedExporter(NotebookExporter):
    """nbconvert's notebook exporter, which stops nbgrader in one line if the gradebook does not fit.

    The marks that its configuration names are those of this process from now on.
    """

    def __init__(self, config: Any = None, **kw: Any) -> None:
        """Refuse a gradebook from a different edition and submissions with links, and calibrate the assignment.

        nbgrader makes its exporter before it writes anything.

        Raises:
            NbGraderException: the gradebook cannot be used or belongs to a different edition, every submission
                has a link or the like in its folder, or a hidden check cannot run apart. The log says why.
        """
        super().__init__(config=config, **kw)
        use_marks(marks_of(self.config))
        if isinstance(self.parent, Autograde):
            _leave_out_irregular(self.parent)
        if isinstance(self.parent, (Autograde, GenerateAssignment)):
            _refuse_other_gradebook(self.parent)
        if isinstance(self.parent, Autograde):
            _calibrate_assignment(self.parent)


class TolerantExporter(GuardedExporter):
    """A guarded exporter that leaves the reading of submissions to `Restore`; for `Autograde.exporter_class`."""

    def from_file(self, file_stream: Any, resources: Any = None, **kw: Any) -> tuple[Any, dict[str, Any]]:
        """Read a file as nbconvert does, but of a submission only the bytes."""
        file = getattr(file_stream, "buffer", file_stream)
        if getattr(self.parent, "_sanitizing", False):
            resources = {**(resources or {}), SUBMITTED: file.read(LARGEST + 1)}
            return self.from_notebook_node(nbformat.v4.new_notebook(), resources, **kw)
        text = whole_json(file.read().decode("utf-8-sig"))
        return self.from_notebook_node(nbformat.reads(text, as_version=4), resources, **kw)


def _leave_out_irregular(autograde: Autograde) -> None:
    """Leave out submissions with links, pipes or devices, because nbgrader would copy what a link leads to."""
    found = {folder: first_irregular(Path(folder)) for folder in autograde.assignments}
    for path in filter(None, found.values()):
        autograde.log.error(
            "Not graded: %s: this is a link, a pipe or a device. Remove it from the submission, and grade it again.",
            shown(path),
        )
    regular = {folder: notebooks for folder, notebooks in autograde.assignments.items() if not found[folder]}
    if found and not regular:
        raise NbGraderException("Every submission contains something that is not a regular file.")
    autograde.assignments = regular


def _refuse_other_gradebook(converter: Autograde | GenerateAssignment) -> None:
    course = converter.coursedir
    folder = Path(course.format_path(course.source_directory, ".", course.assignment_id))
    entering = isinstance(converter, GenerateAssignment)
    try:
        with gradebook_errors(course.db_url):
            make_tables(course.db_url)
            with closing(Gradebook(course.db_url, course.course_id)) as gradebook:
                require_writable(gradebook)
                for path in folder.glob(f"{course.notebook_id}.ipynb"):
                    source, edition = nbformat.read(path, as_version=4), Restore(parent=converter).edition
                    refuse_other_cells(gradebook, course.assignment_id, path.stem, source, edition, graded=entering)
    except (GradebookError, OtherEditionError) as error:
        converter.log.error("%s", error)
        raise NbGraderException(str(error)) from error


def _calibrate_assignment(autograde: Autograde) -> None:
    course = autograde.coursedir
    folder = Path(course.format_path(course.source_directory, ".", course.assignment_id))
    try:
        for path in folder.glob(f"{course.notebook_id}.ipynb"):
            source, about = nbformat.read(path, as_version=4), {"assignment": course.assignment_id}
            examine = Examine(parent=autograde)
            # as in nbgrader's own step, because a check may ask, and the checker process serves submissions afterwards
            with setenv(NBGRADER_EXECUTION="autograde"):
                calibration = examine.calibration_of(source, path, {"nbgrader": {**about, "notebook": path.stem}})
            for line in calibration.warnings(path.name):
                autograde.log.warning("%s", line)
    except CalibrationError as error:
        autograde.log.error("%s", error)
        raise NbGraderException(str(error)) from error


class MarkEdition(NbGraderPreprocessor):
    """Writes the course and its edition into the metadata of a notebook that students or readers get."""

    course = Unicode("", help="The id of the course.").tag(config=True)
    edition = Integer(0, help="The edition of the course. With 0, nothing is written.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Return the notebook with its edition."""
        if self.edition:
            mark_edition(nb, self.course, self.edition)
        return nb, resources


class Restore(NbGraderPreprocessor):
    """Lays a submission over its source. It comes first in `Autograde.sanitize_preprocessors`."""

    edition = Integer(
        0,
        help="The edition of the course. A submission from a different edition is not graded. With 0, any is accepted.",
    ).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Return the restored notebook or, without a source, the notebook with safe texts.

        Raises:
            OtherEditionError: the submission is from a different edition than the course.
            UnreadableError: the file is not a notebook, and there is no source to take its place.
        """
        source, _ = _read_source(self, resources)
        data = resources.pop(SUBMITTED, None)
        if data is None:  # it comes from somebody who has read it already
            data = json.dumps(nb).encode()
        policy = CONFINED if self.config.Examine.get("sandboxed", True) else None
        if source is None:
            nb = read_any(data, policy)
            nb.cells = show_text_cells(nb.cells, None)
            for key in ("kernelspec", "language_info"):  # the gradebook has the kernel of the course
                nb.metadata.pop(key, None)
            return nb, resources
        try:
            read = read_submission(data, source, policy)
            self._refuse_edition(read.edition, resources)
        except UnreadableError as error:
            self.log.error("%s: %s", resources.get("unique_key"), error)
            return nothing_graded(source, "unreadable", str(error)).notebook, resources
        for remark in read.remarks:
            self.log.warning("%s: %s", resources.get("unique_key"), remark.sentence)
        nb = read.notebook
        Outcome(remarks=read.remarks).put_into(nb)
        nb.metadata["autograder"]["skipped"] = sorted(nb.cells[index].id for index in read.skipped)
        if self.config.ClearOutput.get("enabled") is False:  # nbgrader's --no-execute, which grades saved outputs
            _put_outputs(nb, read_any(data, policy))
            show_code_cells(nb)
        return nb, resources

    def _refuse_edition(self, edition: int, resources: ResourcesDict) -> None:
        if self.edition and (conflict := edition_conflict(edition, self.edition)):
            self.log.error("Not graded: %s: %s", _path_of(resources), conflict)
            raise OtherEditionError(f"{_path_of(resources)}: {conflict}")


def _put_outputs(nb: NotebookNode, submission: NotebookNode) -> None:
    """Give the cells of a restored notebook the outputs with which they were submitted."""
    saved = {each.source: (each.outputs, each.execution_count) for each in submission.cells if "outputs" in each}
    for cell in nb.cells:
        if cell.cell_type == "code" and cell.source in saved:
            cell.outputs, cell.execution_count = saved[cell.source]


class Examine(Execute):
    """nbgrader's `Execute`, with the student's cells and the checks in two processes."""

    sandboxed = Bool(
        True,
        help="Whether to confine the student process. If not, a submission can read and write everything that you can.",
    ).tag(config=True)
    memory = Integer(DEFAULT.memory, help="Memory limit of the student process, in bytes.").tag(config=True)
    total_timeout = Float(DEFAULT.notebook_seconds, help="Time limit for one notebook, in seconds.").tag(config=True)
    max_restarts = Integer(
        DEFAULT.restarts,
        help="How often the student process is restarted after it has ended. A process that had to be killed because "
        "it did not stop counts as three restarts.",
    ).tag(config=True)
    max_output = Integer(DEFAULT.output_bytes, help="Limit on the output of one cell, in bytes.").tag(config=True)
    source_notebook = Unicode(
        "",
        help="The source notebook. The default is the one of this assignment and name in nbgrader's source folder.",
    ).tag(config=True)

    preload = List(
        Unicode(),
        default_value=None,
        allow_none=True,
        help="Libraries that are imported once before the first notebook. The default is all that the engine supports.",
    ).tag(config=True)

    hidden_checks_in_student_process = Bool(
        False,
        help="Whether a hidden check may run in the student's process, where a student's code can read it, if it gives "
        "the right solution its points only there. Without this, such a check stops the grading.",
    ).tag(config=True)

    def calibration_of(self, source: NotebookNode, path: Path, resources: Any) -> Calibration:
        """Return how the checks of an assignment's source notebook at `path` have to run.

        Raises:
            CalibrationError: A hidden check would have to run in the student's process.
        """
        about = (resources or {}).get("nbgrader", {})
        if not about.get("assignment"):
            return NONE
        kept = Path(_course_directory(self).root, FOLDER, about["assignment"], f"{about['notebook']}.json")
        folder = path.absolute().parent
        policy = CONFINED if self.sandboxed else None
        calibration = kept_calibration(kept, source, files_in(folder), self.limits, policy, [str(folder)], self.preload)
        calibration.refuse_hidden(source, path.name, self.hidden_checks_in_student_process)
        return calibration

    @property
    def limits(self) -> Limits:
        """Return the limits that this configuration sets."""
        seconds = self.timeout if self.timeout and self.timeout > 0 else self.total_timeout
        return Limits(
            seconds,
            self.total_timeout,
            memory=self.memory,
            output_bytes=self.max_output,
            restarts=self.max_restarts,
        )

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict | None = None, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run the notebook's cells and checks; `resources["autograder"]` records how that went."""
        if nb.metadata.get("kernelspec", {}).get("language", "python") != "python":
            nb, resources = super().preprocess(nb, resources, km)  # it is in another language, so nbgrader runs it
            show_code_cells(nb)
            return nb, resources
        resources = ResourcesDict() if resources is None else resources
        source, folder = _read_source(self, resources, self.source_notebook)
        calibration = NONE
        if source is not None:
            path = Path(_source_path(self, resources, self.source_notebook))
            calibration = self.calibration_of(source, path, resources)
        warm_up.await_server(self.preload)
        limits = self.limits
        policy = CONFINED if self.sandboxed else None
        session = Session(limits, policy, [folder] if folder else [], self.preload, calibration)
        here = resources.get("metadata", {}).get("path") or os.getcwd()
        submitted = _step_folder(self, resources, "submitted_directory")
        folders, line = Folders.beside_graded(here, folder, NOTES, submitted)
        if line:
            self.log.warning("%s: %s", resources.get("unique_key"), line)
        if graded := _step_folder(self, resources, "autograded_directory"):
            remove_other_kinds(graded, folder)
        try:
            outcome = within(
                limits.last_second, lambda: _judge(session, nb, source, folders, here), session.stop, limits.grace
            )
        except OutOfTimeError:
            # the thread that is left behind may still write into the old cells
            nb = NotebookNode(nb, cells=[NotebookNode(cell) for cell in nb.cells])
            outcome = Outcome(remarks=_remarks(nb), seconds=limits.notebook_seconds)
            outcome.add("notebook", "timed out", too_long(limits))
            fail_checks(nb, "CellTimeoutError", too_long(limits))
            close_record(nb, outcome)
        for remark in outcome.remarks:
            if remark.what == "operator":  # `Restore` has shown the others
                self.log.warning("%s: %s", resources.get("unique_key"), remark.sentence)
        resources["autograder"] = asdict(outcome)
        return nb, resources


def _judge(session: Session, nb: NotebookNode, source: NotebookNode | None, folders: Folders, here: str) -> Outcome:
    """Judge a notebook in these folders. Files that it writes end up in `here`."""
    try:
        return session.judge(nb, source, folders, _remarks(nb), _skipped(nb))
    finally:
        folders.bring_home(here)
        folders.remove()


def _remarks(nb: NotebookNode) -> list[Remark]:
    """Return the remarks that `Restore` wrote down."""
    try:
        return Outcome.of(nb).remarks
    except (KeyError, TypeError, AttributeError):
        return []


def _skipped(nb: NotebookNode) -> frozenset[int] | None:
    """Return the positions of the cells that need not run, as `Restore` wrote them down; None if it did not."""
    try:
        ids = set(nb.metadata["autograder"]["skipped"])
    except (KeyError, TypeError):
        return None
    return frozenset(position for position, cell in enumerate(nb.cells) if cell.get("id") in ids)


def _read_source(owner: Any, resources: Any, path: str = "") -> tuple[NotebookNode | None, str]:
    """Return the source notebook of a submission and its folder, by nbgrader's `resources`, or None."""
    path = _source_path(owner, resources, path)
    if not path or not os.path.exists(path):
        log.info("there is no source notebook at %s, so the checks come from the gradebook", path)
        return None, ""
    return nbformat.read(path, as_version=4), os.path.abspath(os.path.dirname(path))


def _source_path(owner: Any, resources: Any, path: str = "") -> str:
    """Return the path of the source notebook, which may not exist, or an empty text."""
    about = (resources or {}).get("nbgrader", {})
    if path or not about.get("assignment"):
        return path
    course = _course_directory(owner)
    folder = course.format_path(course.source_directory, ".", about["assignment"])
    return os.path.join(folder, f"{about['notebook']}.ipynb")


def _step_folder(owner: Any, resources: Any, step: str) -> str:
    """Return the folder of a submission in one of nbgrader's steps, or an empty path outside nbgrader's commands."""
    about = (resources or {}).get("nbgrader", {})
    if not about.get("student"):
        return ""
    course = _course_directory(owner)
    return course.format_path(getattr(course, step), about["student"], about["assignment"])


def _path_of(resources: Any) -> str:
    """Return the path of a submission in the folder of submissions."""
    about = resources.get("nbgrader", {})
    return "/".join(about.get(key, "") for key in ("student", "assignment", "notebook"))


def _course_directory(owner: Any) -> CourseDirectory:
    while owner is not None:
        if isinstance(getattr(owner, "coursedir", None), CourseDirectory):
            return owner.coursedir
        last, owner = owner, owner.parent
    return CourseDirectory(config=last.config)
