"""The marks of hidden tests are those of nbgrader and of the course, for every step that hides something."""

from __future__ import annotations

import copy
import re

import nbformat
import pytest
from nbgrader.preprocessors import ClearHiddenTests
from traitlets.config import Config

from autograder.authoring.build import build_release
from autograder.authoring.handout import make_handout
from autograder.authoring.leaks import find_leaks
from autograder.authoring.marks import faulty_marks
from autograder.course.assignment import CourseError, is_hidden_check
from autograder.course.course import read_course
from autograder.course.nbgrader_config import read_config
from autograder.engine.nbgrader.feedback_page import FeedbackExporter
from autograder.engine.notebook.markers import visible_text
from autograder.engine.notebook.regions import Marks, hidden_lines, marks_in_use, use_marks
from tests.support.second_course import CHECK, NAME, NOTEBOOK, write_course
from tests.support.this_course import ROOT

SECRET = "assert np.allclose"
CONFIGURED = """\
c = get_config()
c.ClearHiddenTests.begin_test_delimeter = "VERSTECKT AB HIER"
c.ClearHiddenTests.end_test_delimeter = "VERSTECKT BIS HIER"
c.ClearSolutions.begin_solution_delimeter = "LÖSUNG AB HIER"
c.ClearSolutions.end_solution_delimeter = "LÖSUNG BIS HIER"
"""
SPACELESS = {"### BEGIN": "###BEGIN", "### END": "###END"}
OWN = {
    "### BEGIN HIDDEN TESTS": "# VERSTECKT AB HIER",
    "### END HIDDEN TESTS": "# VERSTECKT BIS HIER",
    "### BEGIN SOLUTION": "# LÖSUNG AB HIER",
    "### END SOLUTION": "# LÖSUNG BIS HIER",
}


@pytest.fixture(autouse=True)
def usual_marks():
    """Every test begins and ends with nbgrader's marks."""
    use_marks(Marks())
    yield
    use_marks(Marks())


@pytest.fixture
def course(tmp_path):
    """A small course with all that a hand-out needs."""
    root = tmp_path / "course"
    write_course(root)
    (root / "docs").mkdir()
    for name in ("docs/for-students.md", "environment.yml", "LICENSE"):
        (root / name).write_text("text")
    return read_course(root)


def edit(course, changes, config=""):
    """Change the text of the source notebook, and configure the course."""
    path = course.root / "source" / NAME / NOTEBOOK
    text = path.read_text(encoding="utf-8")
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")
    (course.root / "nbgrader_config.py").write_text(config, encoding="utf-8")


@pytest.mark.parametrize(
    ("changes", "config"), [({}, ""), (SPACELESS, ""), (OWN, CONFIGURED)], ids=["usual", "spaceless", "configured"]
)
def test_build_page_scan_and_handout_agree_on_the_marks(course, tmp_path, changes, config):
    edit(course, changes, config)
    assert faulty_marks(course.assignment(NAME)) == [] or config  # before the configuration is read
    build_release(course)
    released = (course.release / NAME / NOTEBOOK).read_text()
    assert SECRET not in released and "values * 2" not in released and "NotImplementedError" in released
    source = course.assignment(NAME)
    check = source.notebook.cells[2]
    assert is_hidden_check(check) and visible_text(check) == "# Hidden check (3 points)" and not faulty_marks(source)
    assert hidden_lines(check.source) == list(range(2, len(check.source.splitlines()) + 1))
    graded = copy.deepcopy(source.notebook)
    graded.cells[2].metadata.nbgrader.score = 3
    page = FeedbackExporter(config=read_config(course)).from_notebook_node(graded)[0]
    assert SECRET not in page and "Hidden check" not in page
    folder, _ = make_handout(course, tmp_path / "dist", course.release)
    path = folder / "release" / NAME / NOTEBOOK
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[2].source = check.source
    nbformat.write(notebook, path)
    leaks = find_leaks(folder, course.source)
    assert any(SECRET in line for line in leaks) and any(
        "this hidden check still has its body" in line for line in leaks
    )


FAULTS = {
    "no end": {"### END HIDDEN TESTS": "# the end"},
    "no beginning": {"### BEGIN HIDDEN TESTS": "# the beginning"},
    "misspelt": {"### BEGIN HIDDEN TESTS": "### BEGIN HIDDEN TEST"},
    "lower case": {"### BEGIN HIDDEN TESTS": "### begin hidden tests"},
    "two spaces": {"### BEGIN HIDDEN TESTS": "### BEGIN  HIDDEN TESTS"},
    "nested": {"### END HIDDEN TESTS": "### BEGIN HIDDEN TESTS"},
    "no end of a solution": {"    ### END SOLUTION": "    # the end"},
    "in another cell": {"import numpy as np": "### BEGIN HIDDEN TESTS\\nimport numpy as np\\n### END HIDDEN TESTS"},
    "the usual marks beside configured ones": {},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_mark_is_named_and_nothing_is_built_or_handed_out(course, tmp_path, fault):
    released = course.release / NAME / NOTEBOOK
    released.parent.mkdir(parents=True)
    released.write_text("before")
    edit(course, FAULTS[fault], "" if FAULTS[fault] else CONFIGURED)
    for command in (lambda: build_release(course), lambda: make_handout(course, tmp_path / "dist", course.release)):
        with pytest.raises(CourseError, match=rf"{NOTEBOOK}, cell [\w-]+, line \d+: ") as refused:
            command()
        assert all(re.match(rf".*{NOTEBOOK}, cell ", line) for line in str(refused.value).splitlines())
    assert released.read_text() == "before" and not (tmp_path / "dist").exists()


@pytest.mark.parametrize("text", [CHECK, CHECK.replace("### ", "###"), "a\n" + CHECK + "b\n" + CHECK + "c", "x = 1"])
def test_the_visible_text_is_what_nbgrader_leaves(text):
    cell = nbformat.v4.new_code_cell(text)
    cleared = copy.deepcopy(cell)
    ClearHiddenTests()._remove_hidden_test_region(cleared)
    assert visible_text(cell) == cleared.source.strip()
    kept = [line for number, line in enumerate(text.split("\n"), 1) if number not in hidden_lines(text)]
    assert "\n".join(kept) == cleared.source


def test_the_marks_of_a_configuration_are_used_by_nbgraders_own_commands():
    config = Config()
    config.ClearHiddenTests.begin_test_delimeter = "GEHEIM"
    FeedbackExporter(config=config)
    assert marks_in_use() == Marks(begin_hidden="GEHEIM")


def test_this_course_has_sound_marks():
    course = read_course(ROOT)
    assert [line for name in course.assignment_names for line in faulty_marks(course.assignment(name))] == []
