"""Modules beside a notebook: both processes import the course's copy, whatever the student's code does to it."""

from __future__ import annotations

import nbformat
import pytest
from nbformat import NotebookNode

from autograder.engine import NotebookGrader
from tests.support.tiny_assignment import graded, notebook, submission

STRICT = b"def check(body):\n    body()\n"
LENIENT = "def check(body):\n    pass\n"
GIVEN = graded("from helper import check", "given", grade=False)
CHECK = graded("@check\ndef values():\n    assert double(2) == 4", "values", 2)
RIGHT, WRONG = "def double(x):\n    return 2 * x", "def double(x):\n    return x"


def points(source: NotebookNode, answer: str, **files: bytes) -> float | None:
    answered = nbformat.writes(submission(source, double=answer)).encode()
    return NotebookGrader().grade(answered, source, {f"{name}.py": text for name, text in files.items()}).points


@pytest.fixture
def source() -> NotebookNode:
    return notebook(GIVEN, graded(RIGHT, "double", solution=True), CHECK)


def test_a_given_cell_imports_a_module_that_lies_beside_the_notebook(source: NotebookNode) -> None:
    assert points(source, RIGHT, helper=STRICT) == 2
    assert points(source, WRONG, helper=STRICT) == 0


def test_each_notebook_has_its_own_modules_in_one_checker_process(source: NotebookNode) -> None:
    assert points(source, WRONG, helper=LENIENT.encode()) == 2
    assert points(source, WRONG, helper=STRICT) == 0


FORGED = f"""
import importlib._bootstrap_external as external, os, pathlib, py_compile
path = pathlib.Path("helper.py")
os.chmod(path, 0o600)
path.write_text({LENIENT!r})
py_compile.compile("helper.py")
pathlib.Path("other.py").write_text({LENIENT!r})
"""


@pytest.mark.parametrize("module", ["helper", "other"])
def test_a_module_that_the_students_code_writes_is_never_imported_by_the_checker(module: str) -> None:
    late = graded(f"from {module} import check", "given", grade=False)  # runs after the student's code
    source = notebook(graded(RIGHT, "double", solution=True), late, CHECK)
    assert points(source, WRONG + FORGED, helper=STRICT) == 0
    assert points(source, RIGHT + FORGED, helper=STRICT) == (2 if module == "helper" else 0)


def test_a_students_check_does_not_judge_when_the_given_one_cannot_be_imported(source: NotebookNode) -> None:
    assert points(source, WRONG + "\n" + LENIENT) == 0
