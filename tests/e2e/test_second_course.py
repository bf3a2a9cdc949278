"""Another course, in a folder of its own: three cells, NumPy only, a Korean title. It is built, audited and graded."""

import json
import subprocess
import sys

import nbformat
import pytest

COURSE = """\
id = "suyeol"
title = "수열과 배열"

[answers]
wrong = 2
right = 1
"""
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
WRITTEN = {
    "minji": "def twice(values):\n    return values + values\n",
    "jun": "def twice(values):\n    return values\n",
}


def run(*arguments, cwd):
    command = [sys.executable, "-m", "autograder", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True)


def succeed(*arguments, cwd):
    done = run(*arguments, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The course, built."""
    root = tmp_path_factory.mktemp("second")
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
        "source/baeyeol/arrays.ipynb": nbformat.writes(
            nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        ),
        "answers/baeyeol/twice.py": ANSWERS,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    succeed("build", cwd=root)
    return root


@pytest.fixture(scope="module")
def graded(root):
    """The course with a graded class of two; the commands run elsewhere and name the course."""
    for student, code in WRITTEN.items():
        notebook = nbformat.read(root / "release" / "baeyeol" / "arrays.ipynb", as_version=4)
        notebook.cells[1].source = code
        (root / "submitted" / student / "baeyeol").mkdir(parents=True)
        nbformat.write(notebook, root / "submitted" / student / "baeyeol" / "arrays.ipynb")
    succeed("--course-root", str(root), "grade", cwd=root.parent)
    return root


def test_build_removes_solution_and_hidden_check_and_runs_the_solution(root):
    released = (root / "release" / "baeyeol" / "arrays.ipynb").read_text(encoding="utf-8")
    assert "values * 2" not in released and "allclose" not in released and "NotImplementedError" in released
    assert (root / "solutions" / "baeyeol" / "arrays.ipynb").is_file()
    succeed("build", "--check", cwd=root)


def test_audit_passes_and_counts_the_answers_that_course_toml_demands(root):
    (row,) = [line for line in succeed("audit", cwd=root).splitlines() if "twice" in line]
    assert "2 of 2" in row and "1 of 1" in row
    (root / "course.toml").write_text(COURSE.replace("wrong = 2", "wrong = 3"), encoding="utf-8")
    done = run("audit", cwd=root)
    (root / "course.toml").write_text(COURSE, encoding="utf-8")
    assert done.returncode == 1 and "twice: 2 wrong answers; 3 at the least" in done.stderr


def test_grade_gives_the_points_that_the_answers_deserve(graded):
    grades = json.loads((graded / "feedback" / "summary.json").read_text(encoding="utf-8"))["grades"]
    assert {grade["student"]: grade["points"] for grade in grades} == {"minji": 3, "jun": 0}
    (jun,) = [grade for grade in grades if grade["student"] == "jun"]
    assert "not doubled" in jun["checks"][-1]["message"]


def test_report_bears_the_title_of_the_course(graded):
    succeed("report", cwd=graded)
    page = (graded / "report" / "report.html").read_text(encoding="utf-8")
    assert "수열과 배열" in page and "not doubled" in page


def test_nbgrader_finds_the_course_of_the_folder(root, tmp_path):
    config = "from autograder.config import course_config\nget_config().merge(course_config())\n"
    (root / "nbgrader_config.py").write_text(config, encoding="utf-8")
    code = (
        "from nbgrader.apps import NbGraderApp\n"
        "app = NbGraderApp(); app.load_config_file(); print(app.config.CourseDirectory.course_id)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert done.stdout.split()[-1:] == ["suyeol"], done.stderr


def test_a_command_outside_of_a_course_says_how_to_name_one(tmp_path):
    done = run("tidy", cwd=tmp_path)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "course.toml" in done.stderr and "--course-root" in done.stderr
