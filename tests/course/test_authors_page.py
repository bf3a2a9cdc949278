"""The example in docs/authors.md works: its blocks are built into a notebook and audited."""

import re
import shutil

import nbformat
import pytest

from autograder.audit.answers import must_be_complete, read_answers
from autograder.audit.audit import find_faults, stub_of
from autograder.audit.trial import make_trial, try_all
from autograder.course.assignment import read_assignment
from tests.support.this_course import COURSE, ROOT

PAGE = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```\w+ (cell|answers)=(\S+)(?: kind=(\w+))?(?: points=(\d+))?\n(.*?)^```$", re.M | re.S)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course with one notebook, made from the shared tools and the blocks of the page."""
    folder = tmp_path_factory.mktemp("course")
    shared = {c.id: c for c in COURSE.assignment("04_numpy_rnn").notebook.cells}
    cells = [shared["tools"], shared["imports"]]
    for what, name, kind, points, text in BLOCK.findall(PAGE):
        if what == "answers":
            path = folder / "answers" / "01_example" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif kind:
            cell = nbformat.v4.new_code_cell(text.strip(), id=name)
            cell.metadata["nbgrader"] = {"grade_id": name, "solution": kind == "solution", "grade": kind != "solution"}
            if kind != "solution":
                cell.metadata["nbgrader"]["points"] = int(points or 0)
            cells.append(cell)
        else:
            cells.append(nbformat.v4.new_markdown_cell(text.strip(), id=name))
    (folder / "source" / "01_example").mkdir(parents=True)
    shutil.copy(COURSE.source / "rnn_tools.py", folder / "source" / "01_example")
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "source" / "01_example" / "example.ipynb")
    return folder


def test_the_example_catches_its_mistakes_and_accepts_what_is_right(course):
    assignment = read_assignment("01_example", course / "source")
    answers = read_answers(assignment, course / "answers")
    must_be_complete(answers)
    exercise = assignment.exercises["fade"]
    assert len(answers) == 4 and exercise.points == 3
    trials = [make_trial(assignment, {"fade": code}) for code in (exercise.solution.source, stub_of(exercise))]
    trials += [make_trial(assignment, answer.cells) for answer in answers]
    outcomes = dict(try_all(trials))
    assert not any(outcomes[0].messages.values())
    assert all(outcomes[1].messages.values())
    for k, answer in enumerate(answers):
        assert find_faults(assignment, answer, outcomes[k + 2]) == [], answer.name
        assert bool(outcomes[k + 2].messages["fade-check"]) == (not answer.is_right and answer.visible), answer.name
