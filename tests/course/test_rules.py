"""Things that a check may not do, because its verdict in two processes would differ from its verdict in one kernel."""

import re

import nbformat
import pytest

from autograder.audit.rules import broken_rules
from autograder.course.assignment import Assignment, CourseError, SourceNotebook
from tests.support.this_course import NAMES, read_assignment

BROKEN = {
    "x = 3\n@check\ndef c(): f(x)": "outside a function",
    "@check\ndef c():\n    tf.random.set_seed(3)\n    f()": r"set_seed\(\)",
    "@check\ndef c():\n    keras.utils.set_random_seed(3)\n    f()": r"set_random_seed\(\)",
    "@check\ndef c():\n    np.stack = None\n    f()": r"np\.stack",
    "@check\ndef c():\n    del np.stack\n    f()": r"np\.stack",
    "@check\ndef c():\n    f(tf.Variable(1.0))": r"tf\.Variable\(1\.0\) cannot cross",
    "@check\ndef c():\n    assert f() is not ...": r"\.\.\. cannot cross",
    "@check\ndef c():\n    assert f() == NotImplemented": "NotImplemented cannot cross",
    "@check\ndef c():\n    global x\n    x = 3": "global",
}


def assignment(check, tmp_path):
    given = nbformat.v4.new_code_cell("import numpy as np\nimport keras", id="given")
    cell = nbformat.v4.new_code_cell(check, id="f-check")
    cell.metadata["nbgrader"] = {"grade_id": "f-check", "grade": True, "solution": False, "locked": True, "points": 1}
    notebook = nbformat.v4.new_notebook(cells=[given, cell])
    return Assignment("01_f", [SourceNotebook("01_f", tmp_path / "f.ipynb", notebook)])


@pytest.mark.parametrize("check", BROKEN)
def test_a_broken_rule_is_found_with_its_cell_and_line(check, tmp_path):
    (line,) = broken_rules(assignment(check, tmp_path))
    assert line.startswith("f-check, line ")
    assert re.search(BROKEN[check], line)


@pytest.mark.parametrize(
    "line",
    ["x[..., 0]", "isinstance(f(), slice)", "f(slice(1, 2))", "tf.Variable(1.0) + 1", "...", "np.random.seed(3)"],
)
def test_what_crosses_or_stays_in_the_process_of_the_checks_keeps_the_rules(line, tmp_path):
    assert broken_rules(assignment(f"@check\ndef c():\n    {line}", tmp_path)) == []


def test_a_check_that_is_no_python_is_named(tmp_path):
    with pytest.raises(CourseError, match="f-check"):
        broken_rules(assignment("def", tmp_path))


@pytest.mark.parametrize("name", NAMES)
def test_the_course_keeps_the_rules(name):
    assert broken_rules(read_assignment(name)) == []
