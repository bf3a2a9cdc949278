"""A small assignment, submissions to it, and their results."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.utils import determine_grade
from traitlets.config import Config

from autograder.engine.nbgrader.preprocessors import Examine

TOOLS = """
import contextlib, io, os, sys
import numpy as np

class CheckFailed(AssertionError):
    def _render_traceback_(self):
        return [f"✗ {self}"]

def check(body):
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            body()
    except CheckFailed:
        raise
    except NotImplementedError:
        message = "Not written yet."
    except NameError as error:
        message = f"{error}: run the cells above first"
    except Exception as error:
        message = f"Your code stopped with {type(error).__name__}: {str(error)[:400]}"
        message = " ".join([message, *getattr(error, "__notes__", [])])
    else:
        print(f"✓ {body.__doc__}")
        return
    raise CheckFailed(message) from None
"""

DOUBLE = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
AREA = "def area(w, h):\n    ### BEGIN SOLUTION\n    return w * h\n    ### END SOLUTION"
SECRET = "4711.25"

CHECK_DOUBLE = f'''# Hidden check (2 points): values
### BEGIN HIDDEN TESTS
@check
def double_values():
    """double: values."""
    key = {SECRET}  # what no student may ever see
    got = double(np.array([1.0, 2.0, 3.0]))
    if not np.allclose(np.asarray(got, dtype=float) + key, np.array([2.0, 4.0, 6.0]) + key, rtol=0, atol=1e-6):
        raise CheckFailed("double is not right")
### END HIDDEN TESTS'''
CHECK_AREA = '''# Hidden check (3 points): area
### BEGIN HIDDEN TESTS
@check
def area_values():
    """area: values."""
    if area(3, 5) != 15:
        raise CheckFailed("area is not right")
### END HIDDEN TESTS'''


def graded(source: str, grade_id: str, points: float = 0, solution: bool = False, grade: bool = True) -> NotebookNode:
    cell = new_code_cell(source, id=grade_id)
    cell.metadata["nbgrader"] = {
        "grade": grade and not solution, "grade_id": grade_id, "locked": not solution, "solution": solution,
        "schema_version": 3, "task": False, "cell_type": "code",
    }  # fmt: skip
    if grade and not solution:
        cell.metadata["nbgrader"]["points"] = points
    return cell


def notebook(*cells: NotebookNode) -> NotebookNode:
    nb = new_notebook(cells=list(cells))
    nb.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nb


SOURCE = notebook(
    new_markdown_cell("# A small assignment", id="title"),
    graded(TOOLS, "tools", grade=False),
    graded(DOUBLE, "double", solution=True),
    graded(CHECK_DOUBLE, "double-values", 2),
    graded(AREA, "area", solution=True),
    graded(CHECK_AREA, "area-values", 3),
)
FULL = {"double-values": 2.0, "area-values": 3.0}


def submission(source: NotebookNode = SOURCE, **answers: str) -> NotebookNode:
    """The reference solution with other code in some solution cells."""
    nb = copy.deepcopy(source)
    for cell in nb.cells:
        if cell.get("id") in answers:
            cell.source = answers[cell.id]
    return nb


def examine(
    nb: NotebookNode, tmp_path: Path, source: NotebookNode = SOURCE, **options: Any
) -> tuple[dict[str, float], NotebookNode, dict]:
    """Scores by grade id, the graded notebook, and the record."""
    folder = tmp_path / "work"
    folder.mkdir(exist_ok=True)
    path = tmp_path / "course" / "source.ipynb"
    path.parent.mkdir(exist_ok=True)
    nbformat.write(source, path)
    preprocessor = Examine(config=Config(), source_notebook=str(path), **options)
    nb, resources = preprocessor.preprocess(copy.deepcopy(nb), {"metadata": {"path": str(folder)}})
    return scores(nb), nb, resources["autograder"]


def scores(nb: NotebookNode) -> dict[str, float]:
    return {
        cell.metadata.nbgrader.grade_id: determine_grade(cell)[0]
        for cell in nb.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }


def text_of(nb: NotebookNode, grade_id: str) -> str:
    """All text in the outputs of a cell."""
    (cell,) = [c for c in nb.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id]
    return str(cell.outputs)
