"""Compares the cells of an assignment in a gradebook with those in its source notebook.

Names and points show whether a gradebook belongs to the edition of `source/`. nbgrader enters them, so this also works
for a gradebook that our commands have never used.
"""

from __future__ import annotations

from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.utils import is_grade, is_locked, is_solution, is_task

from autograder.engine.errors import AutograderError
from autograder.engine.nbgrader.gradebook_errors import gradebook_place
from autograder.engine.notebook.markers import grade_id, grading

Cells = dict[str, float | None]
"""The points of cells by grade id, or None for a cell without points."""


class OtherEditionError(AutograderError):
    """A gradebook or a submission belongs to a different edition of the course than `source/`."""


def refuse_other_cells(
    gradebook: Gradebook, assignment: str, notebook: str, source: NotebookNode, edition: int = 0, graded: bool = True
) -> None:
    """Refuse a gradebook in which a notebook has different cells or points than in `source/`.

    Args:
        gradebook: the gradebook.
        assignment: the name of the assignment.
        notebook: the name of the notebook, without its ending.
        source: the source notebook.
        edition: the edition of `source/`, for the message; 0 if the course has none.
        graded: whether cells count only if the gradebook has submissions to the notebook. If it has none, nbgrader
            enters the cells again when the assignment is generated.

    Raises:
        OtherEditionError: they differ. The message names the gradebook and says what to do.
    """
    try:
        entry = gradebook.find_notebook(notebook, assignment)
    except MissingEntry:
        return
    points = {cell.name: cell.max_score for cell in [*entry.grade_cells, *entry.task_cells]}
    others = {cell.name: None for cell in [*entry.solution_cells, *entry.source_cells]}
    difference = describe_difference({**others, **points}, cells_of(source))
    if not difference or (graded and not entry.num_submissions):
        return
    ours = f"source/ (edition {edition})" if edition else "source/"
    if entry.num_submissions:
        remedy = (
            "nbgrader cannot add, rename or remove checks or change their points once there are submissions. Undo the "
            "change in source/, grade in a checkout of the edition that the gradebook was made with (`git checkout "
            "<tag>`), or use a new gradebook, in another class folder (`--course DIR`) or with AUTOGRADER_DB."
        )
    else:
        remedy = f"It has no grades yet, so enter the new cells: `nbgrader generate_assignment {assignment} --force`."
    place = gradebook_place(gradebook.engine.url)
    raise OtherEditionError(
        f"{place}: {assignment} belongs to a different edition there than in {ours}: {difference}. {remedy}"
    )


def cells_of(source: NotebookNode) -> Cells:
    """Return the cells of a notebook that nbgrader enters in a gradebook."""
    cells: Cells = {}
    for cell in source.cells:
        if is_grade(cell) or is_task(cell):
            cells[grade_id(cell)] = float(grading(cell).get("points") or 0)
        elif is_solution(cell) or is_locked(cell):
            cells[grade_id(cell)] = None
    return cells


def describe_difference(theirs: Cells, ours: Cells) -> str:
    """Return how the cells of a gradebook differ from those in `source/`, in words; empty if they are the same."""
    lines = [f"{name} is missing there" for name in ours if name not in theirs]
    lines += [f"{name} is missing in source/" for name in theirs if name not in ours]
    for name in ours:
        before, now = theirs.get(name), ours[name]
        if name in theirs and before != now:
            lines.append(f"{name} is worth {before or 0:g} points there and {now or 0:g} in source/")
    more = f", and {len(lines) - 1} more differences" if len(lines) > 2 else ", and 1 more difference"
    return lines[0] + (more if len(lines) > 1 else "") if lines else ""
