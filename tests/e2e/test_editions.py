"""A course under way whose source/ has a different edition: both commands keep the editions apart and lose nothing."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import MissingEntry

from autograder.authoring.build import build_release
from autograder.classroom.grade_class import grade_class
from autograder.course.class_folder import ClassFolder
from autograder.course.course import read_course
from autograder.engine.nbgrader.entered_cells import OtherEditionError
from tests.support.second_course import COURSE, NAME, NOTEBOOK, hand_in, write_course
from tests.support.this_course import ROOT

RIGHT = "def twice(values):\n    return values + values\n"
NEW = RIGHT.replace("values + values", "2 * values")


def run(command, *arguments, cwd):
    line = [Path(sys.executable).parent / command, *arguments]
    done = subprocess.run(line, cwd=cwd, capture_output=True, text=True)
    return done.returncode, " ".join(f"{done.stdout}\n{done.stderr}".split())


def build_edition(root, number):
    (root / "course.toml").write_text(f"edition = {number}\n{COURSE}", encoding="utf-8")
    build_release(read_course(root))


def edit_check(root, change):
    path = root / "source" / NAME / NOTEBOOK
    notebook = nbformat.read(path, as_version=4)
    change(notebook.cells[2])
    nbformat.write(notebook, path)


def grade(root):
    return grade_class(ClassFolder(root, read_course(root)))


def score(root, student):
    """The score in the gradebook; None if there is no submission."""
    with closing(ClassFolder(root, read_course(root)).open_gradebook()) as gradebook:
        try:
            return gradebook.find_submission(NAME, student).score
        except MissingEntry:
            return None


@pytest.fixture(scope="module")
def first_edition(tmp_path_factory):
    """A course in which minji handed in the first edition, without a number, and was graded."""
    root = tmp_path_factory.mktemp("first")
    write_course(root)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    build_edition(root, 1)
    path = hand_in(root, "minji", RIGHT)
    notebook = nbformat.read(path, as_version=4)
    assert notebook.metadata.pop("autograder") == {"course": "suyeol", "edition": 1}
    nbformat.write(notebook, path)
    assert grade(root).all_judged
    return root


@pytest.fixture
def course(first_edition, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(first_edition, root)
    return root


def test_grading_leaves_out_what_is_of_another_edition_and_keeps_its_grade(course):
    edit_check(course, lambda cell: cell.update(source=cell.source.replace("4.0", "4.5")))  # minji would get no points
    build_edition(course, 2)
    hand_in(course, "jun", RIGHT)
    kept = course / "autograded" / "minji" / NAME / NOTEBOOK
    before = kept.read_bytes()
    report = grade(course)
    (refused,) = [each.reason for each in report.grades if not each.judged]  # the command's exit code is then 1
    assert refused.startswith("not graded: this notebook is from edition 1, but source/ is edition 2.")
    assert [each.student for each in report.grades] == ["jun", "minji"] and not report.all_judged
    assert (score(course, "minji"), score(course, "jun")) == (3, 0) and kept.read_bytes() == before


def test_a_gradebook_of_another_edition_stops_both_commands_before_anything_is_written(course):
    edit_check(course, lambda cell: cell.metadata["nbgrader"].update(points=4))
    build_edition(course, 2)
    hand_in(course, "jun", RIGHT)
    before = (course / "gradebook.db").read_bytes()
    line = f"{course / 'gradebook.db'}: {NAME} belongs to a different edition there than in source/ (edition 2): "
    line += "twice-values is worth 3 points there and 4 in source/."
    with pytest.raises(OtherEditionError) as refused:  # the command prints it as one line, with exit code 1
        grade(course)
    assert str(refused.value).startswith(line)
    code, output = run("nbgrader", "autograde", NAME, cwd=course)
    assert code == 1 and output.count(line) == 1 and "Traceback" not in output
    assert (course / "gradebook.db").read_bytes() == before and not (course / "autograded" / "jun").exists()


def test_nbgrader_marks_a_release_and_fails_a_submission_of_another_edition_alone(course):
    build_edition(course, 2)
    shutil.rmtree(course / "release")
    code, output = run("nbgrader", "generate_assignment", NAME, cwd=course)
    assert code == 0, output
    hand_in(course, "jun", NEW)
    code, output = run("nbgrader", "autograde", NAME, "--force", cwd=course)
    assert code == 1
    assert f"Not graded: minji/{NAME}/arrays: this notebook is from edition 1, but source/ is edition 2." in output
    assert (score(course, "minji"), score(course, "jun")) == (3, 3)
