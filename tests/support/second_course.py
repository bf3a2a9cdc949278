"""Another course, in its own folder, with three cells, only NumPy, and a Korean title."""

from pathlib import Path

import nbformat

COURSE = """\
id = "suyeol"
title = "수열과 배열"

[grading]
preload = ["numpy"]

[answers]
wrong = 2
right = 1
"""
NAME = "baeyeol"
NOTEBOOK = "arrays.ipynb"
GIVEN = """\
import numpy as np


def check(test):
    test()
"""
SOLUTION = '''\
def twice(values):
    """Return the values times two."""
    ### BEGIN SOLUTION
    return values * 2
    ### END SOLUTION
'''
CHECK = """\
# Hidden check (3 points)
### BEGIN HIDDEN TESTS
@check
def twice_values():
    values = np.array([1.0, -2.0, 5.0])
    assert np.allclose(twice(values), [2.0, -4.0, 10.0]), "the values are not doubled"
### END HIDDEN TESTS
"""
ANSWERS = """\
# %% right: sum
# Adds the values to themselves.
def twice(values):
    return values + values

# %% wrong: same
# Returns the values as they are.
# fails: twice-values
# message: not doubled
def twice(values):
    return values

# %% wrong: squared
# Squares the values.
# fails: twice-values
# message: not doubled
def twice(values):
    return values**2
"""


def write_course(root: Path) -> None:
    """Write the course, without any built files."""
    cells = [
        nbformat.v4.new_code_cell(GIVEN, id="imports"),
        nbformat.v4.new_code_cell(SOLUTION, id="twice"),
        nbformat.v4.new_code_cell(CHECK, id="twice-values"),
    ]
    common = {"schema_version": 3, "locked": False, "task": False}
    cells[1].metadata["nbgrader"] = {**common, "grade_id": "twice", "solution": True, "grade": False}
    cells[2].metadata["nbgrader"] = {
        **{**common, "locked": True, "grade_id": "twice-values", "solution": False, "grade": True},
        "points": 3,
    }
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    files = {
        "course.toml": COURSE,
        f"source/{NAME}/{NOTEBOOK}": nbformat.writes(
            nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        ),
        f"answers/{NAME}/twice.py": ANSWERS,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def hand_in(root: Path, student: str, code: str) -> Path:
    """Hand in the released notebook with this code in its solution cell; return the path of the submission."""
    notebook = nbformat.read(root / "release" / NAME / NOTEBOOK, as_version=4)
    notebook.cells[1].source = code
    path = root / "submitted" / student / NAME / NOTEBOOK
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)
    return path
