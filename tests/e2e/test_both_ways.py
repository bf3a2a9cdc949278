"""`autograder grade` and `nbgrader autograde` give a student a page with the same remarks and the same points."""

from __future__ import annotations

import copy
import json
import re

import nbformat
import pytest
from nbgrader.apps import NbGraderAPI

from autograder.audit.made_up_class import MadeUpStudent, fill_in
from autograder.classroom.grade_class import Options, grade_class
from autograder.course.assignment import is_check, is_solution
from autograder.engine.nbgrader.config import engine_config
from tests.support import active_notebook
from tests.support.active_notebook import active_parts, make_active
from tests.support.this_course import ANSWERS, SOURCE, class_folder, read_assignment, read_released

NAME = "04_numpy_rnn"
ASSIGNMENT = read_assignment(NAME)
CHECK = next(cell for cell in ASSIGNMENT.notebook.cells if is_check(cell)).id
ANSWER = next(cell for cell in ASSIGNMENT.notebook.cells if is_solution(cell)).id
NOTES = re.compile(r'<section aria-label="Notes">(.*?)</section>', re.S)


def place(nb, name):
    return next(k for k, cell in enumerate(nb.cells) if cell.id == name)


def missing_check(nb):
    del nb.cells[place(nb, CHECK)]


def missing_answer(nb):
    del nb.cells[place(nb, ANSWER)]


def doubled(nb):
    nb.cells.insert(0, copy.deepcopy(nb.cells[place(nb, ANSWER)]))


def altered(nb):
    nb.cells[place(nb, CHECK)].source = "pass"


def moved(nb):
    nb.cells.reverse()


def rebuilt(nb):
    for cell in nb.cells:
        cell.metadata = {}


def stopped(nb):
    nb.cells[place(nb, ANSWER)].source = "while True: pass"


def ended(nb):
    nb.cells[place(nb, ANSWER)].source = "import os\nos._exit(3)"


def active(nb):
    make_active(nb)


CASES = {
    missing_check: ["was missing and was put back"],
    missing_answer: ["was missing, so it has no answer"],
    doubled: ["was there 2 times"],
    altered: ["must not be changed"],
    moved: ["were in a different order"],
    rebuilt: ["had lost their grading metadata"],
    stopped: ["took longer than 4 s and was stopped"],
    ended: ["The process ended while this cell ran"],
    "empty": ["could not be read", "Reason: the file is empty"],
    "cut off": ["could not be read", "Reason: the file is not valid JSON"],
    "latin-1": ["could not be read", "Reason: the file is not text in UTF-8"],
    "as it should be": [],
    active: [],
}
BROKEN = {"empty": b"", "cut off": b'{"nbformat": 4, "cells": [', "latin-1": '{"cells": "ü"}'.encode("latin-1")}


def student(case):
    return case if isinstance(case, str) else case.__name__


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The feedback pages of a class, graded by us and then by nbgrader: student → page."""
    course = class_folder(tmp_path_factory.mktemp("course"))
    written = MadeUpStudent("all", "", "all").cells(ASSIGNMENT, ANSWERS)
    for case in CASES:
        folder = course.submitted / student(case) / NAME
        folder.mkdir(parents=True)
        notebook = fill_in(read_released(NAME).notebook, written)
        if callable(case):
            case(notebook)
        text = nbformat.writes(notebook).encode()
        (folder / ASSIGNMENT.path.name).write_bytes(BROKEN.get(case, text))
    for name, content in active_notebook.FILES.items():
        (course.submitted / "active" / NAME / name).write_text(content)

    def read():
        return {student(case): course.feedback_page(student(case), ASSIGNMENT).read_text() for case in CASES}

    grade_class(course, options=Options(time_limit=4))
    ours = read()
    left.append(left_by("active", course))
    config = course.config()
    config.merge(engine_config())
    config.CourseDirectory.source_directory = str(SOURCE)
    config.Execute.timeout = 4
    api = NbGraderAPI(config=config)
    for case in CASES:
        assert api.autograde(NAME, student(case), force=True)["success"], case
        assert api.generate_feedback(NAME, student(case), force=True)["success"], case
    left.append(left_by("active", course))
    link = course.submitted / "moved" / NAME / "data.csv"
    link.symlink_to(course.root / "gradebook.db")
    left.append(api.autograde(NAME, "moved", force=True))
    return ours, read()


left = []
"""What both ways leave of the active submission, and nbgrader's answer to one with a link."""


def left_by(student, course):
    """Return the graded notebook, and the names of the files in `autograded/` and `feedback/`."""
    notebook = nbformat.read(course.graded_notebook(student, ASSIGNMENT), as_version=4)
    folders = (course.root / folder / student / NAME for folder in ("autograded", "feedback"))
    return notebook, *({path.name for path in folder.rglob("*")} for folder in folders)


@pytest.mark.parametrize("case", CASES, ids=student)
def test_a_page_has_the_same_remarks_and_points_by_both_ways(pages, case):
    ours, theirs = (each[student(case)] for each in pages)
    found = [NOTES.findall(each) for each in (ours, theirs)]
    assert found[0] == found[1] and all(words in found[0][0] for words in CASES[case])
    assert bool(found[0]) == bool(CASES[case])
    points = [re.search(r"[\d.]+ of [\d.]+ points", each).group() for each in (ours, theirs)]
    assert points[0] == points[1]


@pytest.mark.parametrize("way", [0, 1])
def test_a_graded_notebook_holds_only_text_and_pictures(pages, way):
    notebook, _, _ = left[way]
    shown = json.dumps(notebook.cells)
    assert active_parts(notebook) == []
    assert active_notebook.PIXEL in shown and "(attachment:pasted.png)" in shown and "the picture" in shown
    (pasted,) = [cell for cell in notebook.cells if "attachments" in cell]
    assert set(pasted.attachments) == {"pasted.png"}


@pytest.mark.parametrize("way", [0, 1])
def test_no_active_file_of_a_student_is_copied(pages, way):
    _, autograded, feedback = left[way]
    theirs = autograded & set(active_notebook.FILES)
    assert theirs == {"mine.csv"} and ASSIGNMENT.path.name in autograded
    assert feedback == {f"{ASSIGNMENT.notebook_name}.html"}


def test_the_page_of_an_active_submission_has_no_script(pages):
    for way in pages:
        assert "<script" not in way["active"] and "onerror" not in re.sub(
            r"<pre.*?</pre>", "", way["active"], flags=re.S
        )


def test_nbgrader_autograde_refuses_a_submission_with_a_link(pages):
    answer = left[2]
    assert not answer["success"] and "data.csv: this is a link" in answer["log"]
