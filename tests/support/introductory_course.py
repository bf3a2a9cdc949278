"""A small introductory course from `tests/data/introductory_course.py`, and submissions to it."""

from __future__ import annotations

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from tests.support.program_files import read_programs
from tests.support.tiny_assignment import notebook

STUB = "# YOUR CODE HERE\nraise NotImplementedError()"
HIDDEN = "### BEGIN HIDDEN TESTS\n{}\n### END HIDDEN TESTS"
SOLUTION = "### BEGIN SOLUTION\n{}\n### END SOLUTION"


def introductory_course() -> NotebookNode:
    """Return the source notebook."""
    return notebook(
        *(_cell(*title.split(": "), text) for title, text in read_programs("introductory_course.py").items())
    )


def _cell(role: str, name: str, text: str) -> NotebookNode:
    form = {"hidden": HIDDEN, "solution": SOLUTION}.get(role, "{}")
    cell = new_code_cell(form.format(text), id=name)
    if role == "given":
        return cell
    check = role != "solution"
    cell.metadata["nbgrader"] = {
        "grade": check, "grade_id": name, "locked": check, "solution": not check, "schema_version": 3, "task": False,
    }  # fmt: skip
    if check:
        cell.metadata["nbgrader"]["points"] = 1
    return cell


def handed_in(source: NotebookNode, written: bool) -> bytes:
    """Return the submission of a student who wrote everything right, or nothing."""
    nb = nbformat.from_dict(source)
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = "\n".join(cell.source.splitlines()[1:-1]) if written else STUB
    return nbformat.writes(nb).encode()
