"""Building: the result, and what happens if something is wrong with a notebook."""

import shutil
from dataclasses import replace

import nbformat
import pytest

from autograder.authoring import build
from autograder.course.assignment import CourseError
from autograder.course.course import Course
from tests.support.this_course import COURSE, RELEASE, SOLUTIONS, SOURCE

NAME = "04_numpy_rnn"
FILE = "numpy_rnn.ipynb"


@pytest.fixture
def course(tmp_path):
    """A source with one tiny notebook, and a target that is not empty."""
    tools = {c.id: c for c in nbformat.read(SOURCE / NAME / FILE, as_version=4).cells}["tools"]
    cells = [tools, nbformat.v4.new_code_cell("print(6 * 7)", id="worked")]
    (tmp_path / "source" / "01_tiny").mkdir(parents=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "source" / "01_tiny" / "tiny.ipynb")
    (tmp_path / "source" / "rnn_tools.py").symlink_to(SOURCE / "rnn_tools.py")
    (tmp_path / "source" / "01_tiny" / "rnn_tools.py").symlink_to("../rnn_tools.py")
    (tmp_path / "target" / "01_tiny").mkdir(parents=True)
    (tmp_path / "target" / "01_tiny" / "tiny.ipynb").write_text("before")
    return tmp_path


def add_cell(course, source, **metadata):
    path = course / "source" / "01_tiny" / "tiny.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(source, id="added", metadata=metadata))
    nbformat.write(notebook, path)


def build_solutions(course):
    build.build_solutions(Course(course, "tiny", "Tiny"), target=course / "target")
    return (course / "target" / "01_tiny" / "tiny.ipynb").read_text()


def test_a_solution_is_run_and_replaces_what_was_there(course):
    assert "42" in build_solutions(course)


@pytest.mark.parametrize("source", ["1 / 0", "import sys; print('noise', file=sys.stderr)"])
def test_an_error_or_stderr_fails_the_build_names_the_cell_and_leaves_the_tree(course, source):
    add_cell(course, source)
    with pytest.raises(build.BuildError, match="cell added"):
        build_solutions(course)
    assert (course / "target" / "01_tiny" / "tiny.ipynb").read_text() == "before"


def test_an_announced_error_may_stand(course):
    add_cell(course, "1 / 0", tags=["raises-exception"])
    assert "ZeroDivisionError" in build_solutions(course)


def test_two_builds_of_the_release_are_the_same_bytes(tmp_path):
    for target in ("a", "b"):
        build.build_release(COURSE, [NAME], target=tmp_path / target)
    first, second = ((tmp_path / t / NAME / FILE).read_bytes() for t in ("a", "b"))
    assert first == second == (RELEASE / NAME / FILE).read_bytes()


def test_a_changed_release_or_solution_is_stale_and_a_changed_output_is_left_to_nbval(tmp_path):
    release, solutions = tmp_path / "release", tmp_path / "solutions"
    (tmp_path / "source").symlink_to(SOURCE)
    shutil.copytree(RELEASE, release)
    shutil.copytree(SOLUTIONS, solutions)
    path = solutions / NAME / FILE
    notebook = nbformat.read(path, as_version=4)
    next(c for c in notebook.cells if c.get("outputs")).outputs.clear()
    nbformat.write(notebook, path)
    assert build.stale_files(replace(COURSE, root=tmp_path)) == []
    notebook.cells[0].source += " changed"
    nbformat.write(notebook, path)
    with open(release / NAME / FILE, "a") as file:
        file.write("\n")
    assert build.stale_files(replace(COURSE, root=tmp_path)) == [f"release/{NAME}/{FILE}", f"solutions/{NAME}/{FILE}"]


def test_an_unknown_assignment_is_named_with_those_that_are_known():
    with pytest.raises(CourseError, match=NAME):
        build.build_release(COURSE, ["07_transformers"])
