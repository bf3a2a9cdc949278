"""The page that a student gets back: the code that was handed in, and what each check gave and said.

Nothing of a hidden check is on it, and nothing of a submission is markup: every text is escaped, pictures are PNG or
JPEG by their bytes. For `GenerateFeedback.exporter_class`; where the grades come from is nbgrader's part.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution, is_task
from traitlets import default

from autograder.engine.notebook.markers import HIDDEN, visible_text
from autograder.engine.pages import render

ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|[\x00-\x08\x0b-\x1f\x7f]")
PATHS = re.compile(
    r"(?<![\w/.])(?:/(?:tmp|home|root|usr|var|opt|srv|mnt|work|etc|proc|private|Users|Library)|[A-Z]:\\Users)"
    r"(?:[/\\][^\s/\\:'\"<>|)\]]+)*[/\\]([^\s/\\:'\"<>|)\]]+)"
)
TEXT = 20_000
IMAGE = 3 * 2**20
STARTS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


@dataclass
class Check:
    """One check: its title, what it gave, what it said, its code where that is no secret, and pictures."""

    title: str
    score: float | None
    points: float
    message: str = ""
    printed: str = ""
    code: str = ""
    images: list[str] = field(default_factory=list)

    @property
    def state(self) -> str:
        """`passed`, `partly`, `failed`, or `waiting` for a person to grade it."""
        if self.score is None:
            return "waiting"
        if self.score >= self.points and not self.message:
            return "passed"
        return "partly" if self.score > 0 else "failed"


@dataclass
class Exercise:
    """A solution cell and the checks that follow it."""

    name: str
    anchor: str
    code: str = ""
    is_text: bool = False
    message: str = ""
    printed: str = ""
    comment: str = ""
    images: list[str] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)

    @property
    def score(self) -> float:
        """Points that the exercise got."""
        return sum(check.score or 0 for check in self.checks)

    @property
    def points(self) -> float:
        """Points that there are for it."""
        return sum(check.points for check in self.checks)


class FeedbackExporter(Exporter):
    """An nbconvert exporter that writes the feedback page."""

    @default("file_extension")
    def _file_extension(self) -> str:
        return ".html"

    output_mimetype = "text/html"

    def from_notebook_node(  # type: ignore[override]  # a page, as nbconvert's own HTML exporter gives
        self, nb: NotebookNode, resources: Any | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page for a graded notebook, and nbconvert's resources."""
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        return feedback_page(nb, resources.get("nbgrader", {})), resources


def feedback_page(nb: NotebookNode, given: Mapping[str, Any]) -> str:
    """Return the page for a graded notebook whose cells have their scores.

    `given` is what nbgrader knows of it, each part of it optional: notebook, student, score, max_score, late_penalty.
    """
    exercises = list(read_exercises(nb))
    return render(
        __package__,
        "feedback.html.j2",
        title=given.get("notebook", "Feedback"),
        student=given.get("student", ""),
        exercises=exercises,
        score=given.get("score", sum(each.score for each in exercises)),
        points=given.get("max_score", sum(each.points for each in exercises)),
        late=given.get("late_penalty", 0),
        notes=notes(nb),
    )


def notes(nb: NotebookNode) -> list[str]:
    """Return what a student should know about how the notebook was read and run."""
    record = nb.metadata.get("autograder", {})
    remarks = [each.get("sentence", "") for each in record.get("remarks", [])]
    events = [f"{each.get('cell', '')}: {each.get('sentence', '')}" for each in record.get("events", [])]
    return [clean(each)[:500] for each in [*remarks, *events]][:40]


def read_exercises(nb: NotebookNode) -> Iterator[Exercise]:
    """Yield the exercises of a graded notebook, each with its checks."""
    current: Exercise | None = None
    for number, cell in enumerate(nb.cells):
        if is_solution(cell) or is_task(cell):
            if current:
                yield current
            name = str(cell.metadata.nbgrader.grade_id)
            current = Exercise(name, f"exercise-{number}", clean(cell.source), cell.cell_type != "code")
            current.comment = clean(cell.metadata.nbgrader.get("comment") or "")
            current.message, current.printed, current.images = outputs(cell)
            if is_grade(cell) or is_task(cell):
                current.checks.append(read_check(cell, "graded by hand", code=False))
        elif is_grade(cell):
            current = current or Exercise("checks", f"exercise-{number}")
            current.checks.append(read_check(cell))
        elif current and cell.cell_type == "code" and "nbgrader" not in cell.metadata and cell.get("outputs"):
            current.printed += outputs(cell)[1]
    if current:
        yield current


def read_check(cell: NotebookNode, title: str = "", code: bool = True) -> Check:
    """Return one check as the page shows it."""
    grading = cell.metadata.nbgrader
    check = Check(title or check_title(cell), grading.get("score"), float(grading.get("points", 0) or 0))
    check.message, check.printed, check.images = outputs(cell)
    if code and cell.cell_type == "code" and not HIDDEN.search(cell.source):
        check.code = clean(cell.source)
    return check


def check_title(cell: NotebookNode) -> str:
    """Return the title of a check: its first line if that is a comment, else its grade id."""
    first = visible_text(cell).partition("\n")[0]
    return clean(first.lstrip("# ")) if first.startswith("#") else str(cell.metadata.nbgrader.grade_id)


def outputs(cell: NotebookNode) -> tuple[str, str, list[str]]:
    """Return the error message of a cell, what it printed, and its pictures as data addresses."""
    message, printed, images = "", "", []
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            message = error_text(output)
        elif output.output_type == "stream":
            printed += output.text if output.name == "stdout" else ""
        else:
            picture = image(output.get("data", {}))
            if picture:
                images.append(picture)
            else:
                text = output.get("data", {}).get("text/plain", "")
                printed += f"{text}\n" if isinstance(text, str) and text else ""
    return message, clean(printed), images[:20]


def error_text(output: NotebookNode) -> str:
    """Return an error in the student's own cells without frames of libraries, or the message of a check."""
    lines = [str(part) for part in output.get("traceback", [])]
    last = f"{output.get('ename', '')}: {output.get('evalue', '')}"
    if lines and clean(lines[0]).startswith("✗"):
        return clean("\n".join(lines))
    own = [clean(part) for part in lines if re.match(r"(Cell|Input) In", clean(part))]
    return "\n".join([*own, clean(last)])


def image(data: Any) -> str:
    """Return the first picture in an output as a data address, or an empty text."""
    for kind, start in STARTS.items():
        text = data.get(kind)
        if isinstance(text, str) and len(text) <= IMAGE:
            try:
                content = base64.b64decode(text, validate=False)
            except (binascii.Error, ValueError):
                continue
            if content.startswith(start):
                return f"data:{kind};base64,{base64.b64encode(content).decode()}"
    return ""


def clean(text: Any) -> str:
    """Return text without colour codes, control characters and folders, cut to a readable length."""
    text = "".join(map(str, text)) if isinstance(text, list) else str(text)
    text = PATHS.sub(r"…/\1", ANSI.sub("", text[: 2 * TEXT]))
    return text if len(text) <= TEXT else text[:TEXT] + "\n… (cut here)"
