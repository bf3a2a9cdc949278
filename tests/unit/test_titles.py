"""Titles come from the headings of a notebook: its own title, and the title and section of each exercise."""

from __future__ import annotations

import copy

from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder.course.titles import exercise_titles
from autograder.engine.notebook.restore import restore
from autograder.engine.notebook.titles import headings, read_outline
from tests.support.this_course import COURSE
from tests.support.tiny_assignment import graded, notebook


def solution(name: str):
    return graded("def f():\n    pass", name, solution=True)


def check(name: str):
    return graded("check()", name, 1)


def texts(text: str) -> list[str]:
    return [heading.text for heading in headings(text)]


def test_the_title_is_the_heading_above_the_solution_cell_without_the_points() -> None:
    nb = notebook(
        new_markdown_cell("# 4 · A cell"),
        new_markdown_cell("### Exercise 1 · One step (5 points)\n\nWrite it."),
        new_code_cell("x = 1"),
        solution("step"),
        check("step-values"),
        new_markdown_cell("### Prediction 1 · The shapes (1 point)"),
        solution("predict"),
    )
    assert exercise_titles(nb) == {"step": "Exercise 1 · One step", "predict": "Prediction 1 · The shapes"}


def test_an_exercise_without_a_heading_is_called_by_its_name() -> None:
    nb = notebook(new_markdown_cell("# A course"), solution("one"), new_markdown_cell("## Two"), solution("two"),
                  check("two-values"), solution("three"))  # fmt: skip
    assert exercise_titles(nb) == {"one": "one", "two": "Two", "three": "three"}


def test_a_heading_in_an_answer_is_not_a_title() -> None:
    answer = new_markdown_cell("## My own heading")
    answer.metadata["nbgrader"] = {"grade_id": "essay", "grade": True, "solution": True, "task": False, "points": 3}
    task = new_markdown_cell("## Draw the cell (2 points)\n\nOn paper.")
    task.metadata["nbgrader"] = {"grade_id": "drawing", "grade": False, "solution": False, "task": True, "points": 2}
    nb = notebook(new_markdown_cell("# A course"), answer, task)
    assert exercise_titles(nb) == {"essay": "essay", "drawing": "Draw the cell"}


def test_a_heading_in_a_cell_that_the_student_added_is_not_a_title() -> None:
    source = notebook(new_markdown_cell("## One step", id="task"), solution("step"))
    handed_in = copy.deepcopy(source)
    handed_in.cells.insert(1, new_markdown_cell("## My notes", id="notes"))
    restored, _ = restore(handed_in, source)
    assert len(restored.cells) == 3 and exercise_titles(restored) == {"step": "One step"}


def test_the_section_is_the_nearest_heading_that_introduces_no_exercise() -> None:
    nb = notebook(
        new_markdown_cell("# 4 · A cell"),
        new_markdown_cell("### Exercise 1 · Warm up"),
        solution("first"),
        new_markdown_cell("## One sentence"),
        new_markdown_cell("### Exercise 2 · One step"),
        solution("second"),
        new_markdown_cell("### Exercise 3 · All steps"),
        solution("third"),
        new_markdown_cell("### The way back\n\n### Exercise 4 · Backwards"),
        solution("fourth"),
    )
    outline = read_outline(nb)
    assert outline.title == "4 · A cell"
    assert outline.sections == {"second": "One sentence", "third": "One sentence", "fourth": "The way back"}


def test_a_comment_in_a_code_block_is_not_a_heading() -> None:
    assert texts("## A\n```python\n# no\n~~~\n# no\n```\n# B\n~~~~\n# no\n~~~\n# no\n~~~~\n#no\n    # no") == ["A", "B"]


def test_markup_of_a_heading_is_left_out() -> None:
    assert texts("## The `h0` of **all** [layers](https://x.org/a) ##\n### Exercise 1 · A (B) (1.5 points)") == [
        "The h0 of all layers",
        "Exercise 1 · A (B)",
    ]


def test_every_exercise_of_the_course_has_a_title_and_a_section() -> None:
    for name in COURSE.assignment_names:
        assignment = COURSE.assignment(name)
        outline = read_outline(assignment.notebook)
        titles = outline.titles
        assert list(titles) == list(assignment.exercises) and len(set(titles.values())) == len(titles), name
        for exercise, title in titles.items():
            kind = "Prediction" if assignment.exercises[exercise].is_prediction else "Exercise"
            assert title.startswith(f"{kind} ") and " · " in title and "point" not in title, (name, title)
            assert outline.sections[exercise] not in titles.values(), (name, exercise)
        assert outline.title.startswith(f"{int(name[:2])} · ")
