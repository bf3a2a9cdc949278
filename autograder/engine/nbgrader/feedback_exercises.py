"""Reads the exercises of a graded notebook for the feedback page: what failed, and how many points it cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution, is_task

from autograder.engine.nbgrader.feedback_text import FRAMES, check_title, clean, outputs, pasted
from autograder.engine.notebook.markers import grade_id, grading
from autograder.engine.notebook.regions import hidden_region
from autograder.engine.notebook.titles import read_outline

State = Literal["passed", "partly", "failed", "waiting"]
QUOTES = ('"""', "'''")
LONG_WORD = 28
"""Length of a word, in characters, from which it may be wider than a phone."""
LONG_DOCSTRING = 3
"""Length of a docstring, in lines, from which it is folded, so that it does not hide the student's few lines."""


@dataclass
class Check:
    """One check of an exercise.

    Attributes:
        title: its purpose.
        score: the points that it gave, or None if a person has to grade it.
        points: the points that it can give.
        message: the error that it raised, or an empty text.
        printed: the text that it printed.
        code: its code, empty if students may not see it.
        images: pictures as data addresses.
    """

    title: str
    score: float | None
    points: float
    message: str = ""
    printed: str = ""
    code: str = ""
    images: list[str] = field(default_factory=list)

    @property
    def state(self) -> State:
        """Return how it ended. `waiting` means that a person has to grade it."""
        if self.score is None:
            return "waiting"
        if self.score >= self.points and not self.message:
            return "passed"
        return "partly" if self.score > 0 else "failed"

    @property
    def lost(self) -> float:
        """Return the points that it cost."""
        return 0.0 if self.score is None else max(0.0, self.points - self.score)


@dataclass
class Finding:
    """A message and all checks that gave it, because several checks often fail on one mistake.

    Attributes:
        message: the message, or an empty text.
        checks: the checks of one exercise that did not pass and gave it.
    """

    message: str
    checks: list[Check]

    @property
    def state(self) -> State:
        """Return the state that all checks share, `partly` if they differ."""
        states = {check.state for check in self.checks}
        return states.pop() if len(states) == 1 else "partly"

    @property
    def score(self) -> float:
        """Return the points that these checks gave."""
        return sum(check.score or 0 for check in self.checks)

    @property
    def points(self) -> float:
        """Return the points that these checks can give."""
        return sum(check.points for check in self.checks)

    @property
    def lost(self) -> float:
        """Return the points that these checks cost."""
        return sum(check.lost for check in self.checks)

    @property
    def sentence(self) -> str:
        """Return the first line of the message, without the mark of a check; an empty text for a traceback."""
        return "" if self.message.startswith(FRAMES) else self.message.partition("\n")[0].removeprefix("✗").strip()

    @property
    def has_long_word(self) -> bool:
        """Return whether the sentence must scroll sideways on a phone, because a name is never split."""
        return any(len(word) > LONG_WORD for word in self.sentence.split())

    @property
    def details(self) -> str:
        """Return the other lines of the message."""
        return self.message if self.message.startswith(FRAMES) else self.message.partition("\n")[2].rstrip()


class Part(NamedTuple):
    """Some lines of an answer, either a long docstring or other code."""

    is_docstring: bool
    code: str

    @property
    def lines(self) -> int:
        """Return how many lines it has."""
        return self.code.count("\n") + 1


@dataclass
class Exercise:
    """A solution cell and the checks that follow it.

    Attributes:
        title: its title in the notebook.
        anchor: its place on the page.
        section: the title of the section of the notebook to read again, or an empty text.
        code: the answer.
        is_text: whether the answer is text instead of code.
        message: the error that the answer raised, or an empty text.
        printed: the text that the answer printed.
        comment: a remark of the instructor.
        images: pictures of the answer as data addresses.
        checks: the checks in their order.
    """

    title: str
    anchor: str
    section: str = ""
    code: str = ""
    is_text: bool = False
    message: str = ""
    printed: str = ""
    comment: str = ""
    images: list[str] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)

    @property
    def score(self) -> float:
        """Return the points that the answer got."""
        return sum(check.score or 0 for check in self.checks)

    @property
    def points(self) -> float:
        """Return the points that the exercise can give."""
        return sum(check.points for check in self.checks)

    @property
    def lost(self) -> float:
        """Return the points that the checks cost."""
        return sum(check.lost for check in self.checks)

    @property
    def passed(self) -> list[Check]:
        """Return the checks that passed."""
        return [check for check in self.checks if check.state == "passed"]

    @property
    def findings(self) -> list[Finding]:
        """Return the failed checks, grouped by message. Groups that cost points come first."""
        failed = [check for check in self.checks if check.state != "passed"]
        messages = dict.fromkeys(check.message for check in failed if check.message)
        findings = [Finding(message, [check for check in failed if check.message == message]) for message in messages]
        findings += [Finding("", [check]) for check in failed if not check.message]
        return sorted(findings, key=lambda finding: not finding.lost)

    @property
    def state(self) -> State:
        """Return how the exercise ended: the state of its checks, `partly` if some passed or gave points."""
        states = {check.state for check in self.checks}
        if not states or states == {"passed"}:
            return "passed"
        if states <= {"passed", "waiting"}:
            return "waiting"
        return "partly" if self.score > 0 else "failed"

    @property
    def parts(self) -> list[Part]:
        """Return the answer in parts, with long docstrings separated from the rest."""
        return [Part(False, self.code)] if self.is_text else list(split_docstrings(self.code))


def read_exercises(nb: NotebookNode) -> Iterator[Exercise]:
    """Yield the exercises of a graded notebook, each with its checks."""
    outline = read_outline(nb)
    current: Exercise | None = None
    for number, cell in enumerate(nb.cells):
        if is_solution(cell) or is_task(cell):
            if current:
                yield current
            name = str(grade_id(cell))
            current = Exercise(clean(outline.titles[name]), f"exercise-{number}", clean(outline.sections.get(name, "")))
            _read_answer(cell, current)
        elif is_grade(cell):
            current = current or Exercise("Checks", f"exercise-{number}")
            current.checks.append(read_check(cell))
        elif current and cell.cell_type == "code" and "nbgrader" not in cell.metadata and cell.get("outputs"):
            current.printed += outputs(cell)[1]
    if current:
        yield current


def _read_answer(cell: NotebookNode, exercise: Exercise) -> None:
    """Read a solution cell into its exercise. If the cell has points, a person gives them."""
    exercise.code, exercise.is_text = clean(cell.source), cell.cell_type != "code"
    exercise.comment = clean(grading(cell).get("comment") or "")
    exercise.message, exercise.printed, exercise.images = outputs(cell)
    exercise.images += pasted(cell)
    if is_grade(cell) or is_task(cell):
        exercise.checks.append(_scored(cell, "graded by hand"))


def read_check(cell: NotebookNode) -> Check:
    """Return one check as the page shows it."""
    title = check_title(cell)
    is_hidden = hidden_region().search(cell.source) is not None
    if not is_hidden and title == clean(grade_id(cell)) and not grading(cell).get("points"):
        title = "the check in your notebook"
    check = _scored(cell, title)
    check.message, printed, images = outputs(cell)
    if not is_hidden:  # the student's code may have printed the inputs of a hidden check
        check.printed, check.images = printed, images
        check.code = clean(cell.source) if cell.cell_type == "code" else ""
    return check


def _scored(cell: NotebookNode, title: str) -> Check:
    about = grading(cell)
    return Check(title, about.get("score"), float(about.get("points", 0) or 0))


def split_docstrings(code: str) -> Iterator[Part]:
    """Yield code in parts, so that each docstring of `LONG_DOCSTRING` lines or more is a separate part.

    It reads lines, not a syntax tree, because answers with a syntax error are shown as well.
    """
    lines = code.split("\n")
    start = k = 0
    while k < len(lines):
        end = _end_of_docstring(lines, k)
        if end - k >= LONG_DOCSTRING:
            if start < k:
                yield Part(False, "\n".join(lines[start:k]))
            yield Part(True, "\n".join(lines[k:end]))
            start = end
        k = max(k + 1, end)
    if start < len(lines):
        yield Part(False, "\n".join(lines[start:]))


def _end_of_docstring(lines: list[str], k: int) -> int:
    """Return the line after a docstring that begins at line `k`, or `k` if none begins there."""
    before = lines[k - 1].rstrip() if k else ""
    opening = lines[k].strip().lstrip("rR")[:3]
    if opening not in QUOTES or not before.endswith(":"):
        return k
    if opening in lines[k].strip().lstrip("rR")[3:]:
        return k + 1
    return next((end + 1 for end in range(k + 1, len(lines)) if opening in lines[end]), k)
