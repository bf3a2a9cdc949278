"""Editions: reading one from a submission, and recognizing a gradebook of a different edition."""

import copy
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_notebook

from autograder.classroom.editions import refuse_other_gradebook, refuse_submission
from autograder.classroom.find_submissions import Submission
from autograder.classroom.register import register
from autograder.course.class_folder import ClassFolder, GradingError
from autograder.engine.nbgrader.entered_cells import OtherEditionError, describe_difference
from autograder.engine.notebook.edition import edition_conflict, edition_of, mark_edition
from autograder.engine.notebook.read import read_notebook
from autograder.engine.notebook.reading import read_submission
from tests.support.this_course import COURSE, NAMES, SOURCE, read_assignment, read_released

ASSIGNMENT = read_assignment("04_numpy_rnn")


def carrying(value):
    return json.dumps({"nbformat": 4, "cells": [], "metadata": {"autograder": {"edition": value}}}).encode()


@pytest.mark.parametrize(
    "value", [0, -1, 10_000, 10**300, True, 2.0, "2", None, [2], {"edition": 2}], ids=lambda value: str(value)[:20]
)
def test_what_is_no_edition_counts_as_none(value):
    assert edition_of(read_notebook(carrying(value))) == 1


@pytest.mark.parametrize("metadata", [None, [], "autograder", {}, {"autograder": 2}, {"autograder": {"course": "x"}}])
def test_a_notebook_without_an_edition_is_of_the_first(metadata):
    assert edition_of(read_notebook(json.dumps({"nbformat": 4, "cells": [], "metadata": metadata}).encode())) == 1


def test_an_edition_is_read_in_any_format_and_kept_while_cells_are_cleaned():
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"autograder": {"edition": 7}}, "worksheets": []}
    for data in (json.dumps(old).encode(), carrying(7)):
        assert edition_of(read_notebook(data)) == 7


def test_a_submission_of_another_edition_is_named_with_both_and_the_remedy():
    notebook = new_notebook()
    mark_edition(notebook, "c", 3)
    data = nbformat.writes(notebook).encode()
    read = read_submission(data, ASSIGNMENT.notebook)
    assert edition_conflict(read.edition, 3) == ""
    grade = refuse_submission(Submission("eve", ASSIGNMENT.name, Path("x"), ()), edition_conflict(3, 2))
    assert (grade.student, grade.assignment, grade.judged) == ("eve", ASSIGNMENT.name, False)
    assert grade.reason.startswith("not graded: this notebook is from edition 3, but source/ is edition 2")
    assert "git checkout <tag>" in grade.reason and "\n" not in grade.reason


@pytest.mark.parametrize("name", NAMES)
def test_the_release_and_the_solution_carry_the_edition_of_the_course(name):
    for notebook in (read_released(name).notebook, nbformat.read(next(COURSE.solutions.glob(f"{name}/*.ipynb")), 4)):
        assert notebook.metadata.autograder == {"course": COURSE.id, "edition": COURSE.edition}


@pytest.mark.parametrize(
    ("theirs", "text"),
    [
        ({"a": None, "a-1": 2.0}, ""),
        ({"a": None, "a-1": 3.0}, "a-1 is worth 3 points there and 2 in source/"),
        ({"a": None}, "a-1 is missing there"),
        ({"a": None, "a-1": 2.0, "b": None}, "b is missing in source/"),
        ({"a-1": None}, "a is missing there, and 1 more difference"),
        ({}, "a is missing there, and 1 more difference"),
        ({"b": None}, "a is missing there, and 2 more differences"),
    ],
)
def test_a_difference_of_cells_is_one_phrase(theirs, text):
    assert describe_difference(theirs, {"a": None, "a-1": 2.0}) == text


@pytest.fixture
def entered(registered):
    """A class with a gradebook that has one assignment of this course and a grade for one student."""
    with closing(registered.open_gradebook()) as gradebook:
        gradebook.add_student("eve")
        gradebook.add_submission(ASSIGNMENT.name, "eve")
    return registered


def changed(folder, change):
    """The course and the assignment after a change to the cells of its source."""
    notebook = copy.deepcopy(ASSIGNMENT.notebook)
    cell = next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("points"))
    change(cell)
    path = folder.root / "source" / ASSIGNMENT.name / ASSIGNMENT.path.name
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    course = ClassFolder(folder.root, replace(COURSE, root=folder.root))
    return course, replace(ASSIGNMENT, notebooks=[replace(ASSIGNMENT.only, path=path, notebook=notebook)])


def more_points(cell):
    cell.metadata.nbgrader.points += 5


def other_name(cell):
    cell.metadata.nbgrader.grade_id += "-new"


def other_text(cell):
    cell.source += "\n# a correction"


def test_a_gradebook_of_this_edition_is_accepted_whatever_the_checks_say(entered):
    refuse_other_gradebook(entered, [ASSIGNMENT])
    refuse_other_gradebook(entered, [read_assignment(name) for name in NAMES])  # the others are not in it
    course, assignment = changed(entered, other_text)
    refuse_other_gradebook(course, [assignment])
    register(course, assignment)


@pytest.mark.parametrize("change", [more_points, other_name])
def test_a_gradebook_of_another_edition_is_refused_before_anything_is_written(entered, change):
    course, assignment = changed(entered, change)
    before = (entered.root / "gradebook.db").read_bytes()
    with pytest.raises(OtherEditionError) as refused:
        refuse_other_gradebook(course, [read_assignment(NAMES[0]), assignment])
    text = str(refused.value)
    assert text.startswith(
        f"{entered.root / 'gradebook.db'}: {ASSIGNMENT.name} belongs to a different edition there than in "
    )
    assert f"source/ (edition {COURSE.edition})" in text and "--course DIR" in text and "\n" not in text
    with pytest.raises(
        GradingError, match="belongs to a different edition there"
    ):  # `nbgrader generate_assignment` refuses in the same way
        register(course, assignment)
    assert (entered.root / "gradebook.db").read_bytes() == before


@pytest.mark.parametrize("change", [more_points, other_name])
def test_a_gradebook_without_grades_takes_the_new_cells(registered, change):
    course, assignment = changed(registered, change)
    refuse_other_gradebook(course, [assignment])
    register(course, assignment)
    with closing(registered.open_gradebook()) as gradebook:
        gradebook.add_student("eve")
        gradebook.add_submission(ASSIGNMENT.name, "eve")
    refuse_other_gradebook(course, [assignment])
    with pytest.raises(OtherEditionError):
        refuse_other_gradebook(course, [ASSIGNMENT])


def test_the_sources_need_no_edition():
    assert all(edition_of(nbformat.read(path, 4)) == 1 for path in SOURCE.glob("*/*.ipynb"))
