"""`autograder tidy` finds in source notebooks what an author would regret."""

from __future__ import annotations

import copy

import nbformat
import pytest
from typer.testing import CliRunner

from autograder.authoring.regrets import find_regrets
from autograder.cli import app
from autograder.course.course import read_course
from tests.support.second_course import NAME, NOTEBOOK, write_course
from tests.support.this_course import NAMES, read_assignment


@pytest.fixture
def course(tmp_path):
    write_course(tmp_path)
    return read_course(tmp_path)


def regrets(course, check=None, change=None):
    """The regrets about the small course after a change, without the path."""
    path = course.root / "source" / NAME / NOTEBOOK
    notebook = nbformat.read(path, as_version=4)
    if check is not None:
        notebook.cells[2].source = check
    if change:
        change(notebook.cells)
    nbformat.write(notebook, path)
    lines = find_regrets(course.assignment(NAME))
    assert all(line.startswith(f"{path}, cell ") and "\n" not in line for line in lines)
    return [line.removeprefix(f"{path}, cell ") for line in lines]


@pytest.mark.parametrize("name", NAMES)
def test_this_course_has_nothing_to_regret(name):
    assert find_regrets(read_assignment(name)) == []


NO_FAILURE = [
    ("", "no answer fails this check"),
    ("# only a comment", "no answer fails this check"),
    ("x = 3\nprint(x == 3)", "no answer fails this check"),
    ("twice(2) == 4", "every answer that runs without an error gets these points"),
    ("np.allclose(twice(2), 4)", "every answer that runs without an error gets these points"),
    ("print(twice(2))", "every answer that runs without an error gets these points"),
    ("assert (twice(2) == 4, 'wrong')", "line 1: this assert is always true"),
    ("def test_twice():\n    assert twice(2) == 4", "line 1: nothing calls test_twice()"),
    ("try:\n    assert twice(2) == 4\nexcept Exception:\n    print('wrong')", "line 3: this `except` catches"),
    ("try:\n    assert twice(2) == 4\nexcept:\n    pass", "line 3: this `except` catches"),
    ("assert twice(2) = 4", "this is not valid Python"),
]


@pytest.mark.parametrize(("check", "says"), NO_FAILURE)
def test_a_check_that_no_answer_fails_is_named_with_its_cell(course, check, says):
    assert any(line.startswith(f"twice-values: {says}") for line in regrets(course, check))


@pytest.mark.parametrize(
    "check",
    [
        "assert twice(2) == 4, 'wrong'",
        "if twice(2) != 4:\n    raise ValueError('wrong')",
        "np.testing.assert_allclose(twice(2), 4)",
        "check(lambda: compare(twice(2), 4))",
        "@check\ndef twice_values():\n    compare(twice(2), 4)",
        "def test_twice():\n    assert twice(2) == 4\ntest_twice()",
        "try:\n    assert twice(2) == 4\nexcept AssertionError as error:\n    raise ValueError('wrong') from error",
        "import pytest\nwith pytest.raises(TypeError):\n    twice(None)",
        "points = 2 if twice(2) == 4 else 0\npoints",
        "### AUTOTEST twice(2)",
        "%timeit -n1 twice(2)\nassert twice(2) == 4",
    ],
)
def test_a_check_that_some_answer_fails_is_accepted(course, check):
    assert regrets(course, check) == []


def add(cells, source, name, kind):
    cell = copy.deepcopy(cells[kind])
    cell.source, cell.id, cell.metadata.nbgrader.grade_id = source, f"{name}-cell", name
    cells.append(cell)


def test_equal_checks_ids_that_are_there_twice_and_names_that_collide_are_named(course):
    def change(cells):
        add(cells, cells[2].source, "twice-again", 2)
        add(cells, "def twice(values):\n    return 2 * values", "second", 1)
        add(cells, "values = twice(1)\nassert values == 2\ntwice = None", "second-values", 2)
        add(cells, "def other():\n    pass", "second", 1)

    assert regrets(course, change=change) == [
        "second: two cells have this id, so nbgrader cannot tell them apart. Give one of them a different id.",
        "twice-again: this check has the same text as twice-values, so one mistake costs its points twice. Remove one.",
        "second: twice defines twice too, so one answer replaces the other. Rename one of them.",
        "second-values: this check gives twice a new value, but twice defines it. Use a different name.",
    ]


def test_the_command_prints_a_line_for_each_and_fails(course, monkeypatch):
    monkeypatch.chdir(course.root)
    assert CliRunner().invoke(app.app, ["tidy"]).exit_code == 0
    regrets(course, "twice(2) == 4")
    done = CliRunner().invoke(app.app, ["tidy", f"{NAME}/"])
    assert done.exit_code == 1 and f"{NOTEBOOK}, cell twice-values: every answer that runs" in done.stderr
