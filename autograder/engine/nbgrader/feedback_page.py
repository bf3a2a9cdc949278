"""Writes the feedback page for a student: failures first, with the messages of the checks and the answer.

It shows nothing of a hidden check, and treats nothing in a submission as markup. Every text is escaped, and pictures
are PNG or JPEG by their bytes. nbgrader uses it as `GenerateFeedback.exporter_class` and adds the scores.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from traitlets import default

from autograder.engine.grading.outcome import OUTCOMES, Outcome, read_record
from autograder.engine.nbgrader.exchange import NOTES
from autograder.engine.nbgrader.feedback_exercises import read_exercises
from autograder.engine.nbgrader.feedback_text import clean
from autograder.engine.nbgrader.marks import marks_of
from autograder.engine.notebook.regions import use_marks
from autograder.engine.notebook.titles import read_outline
from autograder.engine.pages import render


class FeedbackExporter(Exporter):
    """An nbconvert exporter that writes the feedback page."""

    def __init__(self, config: Any = None, **kw: Any) -> None:
        """Use the marks of hidden tests that the configuration names."""
        super().__init__(config=config, **kw)
        use_marks(marks_of(self.config))

    @default("file_extension")
    def _file_extension(self) -> str:
        return ".html"

    output_mimetype = "text/html"

    def from_notebook_node(  # type: ignore[override]  # a page, as nbconvert's HTML exporter returns it
        self, nb: NotebookNode, resources: Any | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page for a graded notebook, and nbconvert's resources."""
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        given = resources.get("nbgrader", {})
        if isinstance(self.parent, GenerateFeedback):
            _remove_files(self.parent.coursedir, given["student"], given["assignment"])
        return feedback_page(nb, given), resources


def _remove_files(course: CourseDirectory, student: str, assignment: str) -> None:
    """Remove what nbgrader has copied from the folder of the graded notebook, except the notes of the exchange."""
    feedback = Path(course.format_path(course.feedback_directory, student, assignment))
    graded = Path(course.format_path(course.autograded_directory, student, assignment))
    kept = {*NOTES, *(path.with_suffix(".html").name for path in graded.glob("*.ipynb"))}
    for path in sorted(feedback.rglob("*"), reverse=True):  # the content of a folder before the folder
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        elif path.parent != feedback or path.name not in kept:
            path.unlink()


def feedback_page(nb: NotebookNode, given: Mapping[str, Any]) -> str:
    """Return the page for a graded notebook whose cells have their scores.

    Args:
        nb: the graded notebook.
        given: facts that nbgrader knows, all optional: notebook, student, score, max_score, late_penalty.
    """
    exercises = list(read_exercises(nb))
    record = read_record(nb)
    return render(
        __package__,
        "feedback.html.j2",
        title=clean(read_outline(nb).title) or given.get("notebook", "Feedback"),
        student=given.get("student", ""),
        exercises=exercises,
        score=given.get("score", sum(exercise.score for exercise in exercises)),
        points=given.get("max_score", sum(exercise.points for exercise in exercises)),
        late=given.get("late_penalty", 0),
        nothing_graded=nothing_graded(record),
        notes=notes(record),
    )


def nothing_graded(record: Outcome | None) -> str:
    """Return a sentence that says why there was no answer to run, or an empty text if there were answers."""
    if record is None:
        return ""
    return next((clean(remark.sentence) for remark in record.remarks if str(remark.what) in OUTCOMES), "")


def notes(record: Outcome | None) -> list[str]:
    """Return the notes for the student on how the notebook was read and run."""
    if record is None:
        return []
    remarks = [remark.sentence for remark in record.remarks if str(remark.what) not in OUTCOMES]
    events = [f"{event.cell}: {event.sentence}" for event in record.events]
    return [clean(note)[:500] for note in [*remarks, *events]][:40]
