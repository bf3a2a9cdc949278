"""The process in which each cell runs, case by case."""

from __future__ import annotations

import copy

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder.engine.notebook.schedule import Place, make_schedule
from tests.support.tiny_assignment import SOURCE, graded, notebook

S, C, N = Place.STUDENT, Place.CHECKER, Place.NOWHERE


def demo(source: str, name: str) -> NotebookNode:
    cell = new_code_cell(source, id=name)
    cell.metadata["tags"] = ["demo"]
    return cell


def places(nb: NotebookNode, source: NotebookNode | None = SOURCE) -> list[Place]:
    return [step.place for step in make_schedule(nb, source).steps]


def test_text_runs_nowhere_checks_in_the_checker_process_all_else_in_the_students() -> None:
    assert places(SOURCE) == [N, S, S, C, S, C]


CELLS = [
    (new_markdown_cell("x", id="text"), N),
    (new_code_cell("", id="empty"), N),
    (new_code_cell(" \n\t", id="blank"), N),
    (new_code_cell("x = 1", id="added"), S),
    (graded("x = 1", "unknown", solution=True), S),
    (graded("x = 1", "given", grade=False), S),
    (graded("assert x", "unknown-check", 1), C),
    (graded("answer = 1", "double-values", solution=True), S),  # claims the id of a check, but is a solution
]


@pytest.mark.parametrize(("cell", "place"), CELLS, ids=[cell.id for cell, _ in CELLS])
def test_a_cell_that_the_source_does_not_have(cell: NotebookNode, place: Place) -> None:
    nb = copy.deepcopy(SOURCE)
    nb.cells.append(cell)
    assert places(nb)[-1] is place


def test_a_manually_graded_answer_runs_in_the_students_process() -> None:
    answer = graded("x = 1", "essay", solution=True)
    answer.metadata.nbgrader.update(grade=True, points=3)
    nb = notebook(answer)
    assert places(nb, nb) == [S]


def test_a_check_runs_the_sources_text_unless_nbgrader_wrote_it() -> None:
    nb = copy.deepcopy(SOURCE)
    nb.cells[3].source = "pass"
    assert make_schedule(nb, SOURCE).steps[3].source == SOURCE.cells[3].source
    source = copy.deepcopy(SOURCE)
    source.cells[3].source = "### AUTOTEST double(2)"
    assert make_schedule(nb, source).steps[3].source == "pass"


def course(*cells: NotebookNode) -> NotebookNode:
    return notebook(
        graded("import numpy as np", "a", grade=False),
        graded("import math\ndef f(x): return math.sqrt(x) + helper(x)\nhelper = abs", "f", solution=True),
        new_code_cell("def close(x): return f(x) < limit", id="b"),
        graded("assert close(1)", "f-one", 1),
        new_code_cell("limit = 3", id="c"),
        graded("assert f(4)\nfound = 1", "f-two", 1),
        *cells,
    )


def test_given_cells_run_once_before_the_first_check_below_them() -> None:
    nb = course()
    steps = {nb.cells[step.index].id: step for step in make_schedule(nb, nb).steps}
    assert [cell.name for cell in steps["f-one"].given] == ["a", "b", "imports"]
    assert steps["f-one"].given[-1].source == "import math"
    assert [cell.name for cell in steps["f-two"].given] == ["c"]


def test_a_check_has_the_names_that_it_reaches_and_the_students_that_it_binds() -> None:
    schedule = make_schedule(course(graded("helper = 2", "f-three", 1)), course(graded("helper = 2", "f-three", 1)))
    assert [sorted(schedule.steps[k].theirs) for k in (3, 5, 6)] == [["f"], ["f"], ["helper"]]
    # not `close`: a given cell defines it, so it never comes from the student
    assert [sorted(schedule.steps[k].names) for k in (3, 5, 6)] == [["f", "limit"], ["f"], ["helper"]]


def test_without_a_source_only_locked_cells_are_given() -> None:
    steps = make_schedule(course()).steps
    assert [cell.name for cell in steps[3].given] == ["a", "imports"] and steps[5].given == []
    assert steps[3].source == "assert close(1)"


@pytest.mark.parametrize(
    ("limit", "seconds"),
    [({"timeout": 5}, 5.0), ({"timeout": 0.5}, 0.5), ({"timeout": 0}, None), ({"timeout": "5"}, None), ([], None)],
)
def test_the_authors_limit_of_a_cell_counts_and_no_students(limit: object, seconds: float | None) -> None:
    source = copy.deepcopy(SOURCE)
    source.cells[2].metadata["autograder"] = limit
    assert make_schedule(SOURCE, source).steps[2].timeout == seconds
    assert make_schedule(source, SOURCE).steps[2].timeout is None


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("def f(): return 1", [N, N, S]), ("def f(): return shown", [S, S, S]), ("f = part", [S, N, S])],
)
def test_a_demonstration_runs_if_the_students_code_uses_its_names(answer: str, expected: list[Place]) -> None:
    source = notebook(demo("part = 1", "one"), demo("shown = part", "two"), graded("f = 0", "f", solution=True))
    nb = copy.deepcopy(source)
    nb.cells[2].source = answer
    assert places(nb, source) == expected
    assert places(nb, None) == [S, S, S]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("%%time\nf = part", [S, N, N, S]),
        ("f = eval('part')", [S, N, N, S]),
        ("f = globals()['model']", [N, N, N, S]),  # would train
        ("f = model", [N, S, S, S]),
        ("print('part')", [N, N, N, S]),
    ],
)
def test_a_demonstration_runs_if_a_text_mentions_its_names_but_no_training(answer: str, expected: list[Place]) -> None:
    source = notebook(
        demo("part = 1", "one"), demo("x = 2", "two"), demo("model = fitted(x)\nmodel.fit(x)", "three"),
        graded("f = 0", "f", solution=True),
    )  # fmt: skip
    nb = copy.deepcopy(source)
    nb.cells[3].source = answer
    assert places(nb, source) == expected


def test_the_courses_own_cells_look_up_no_name() -> None:
    source = notebook(
        demo("part = 1", "one"), graded("show = lambda: eval('part')", "given", grade=False),
        graded("f = 0", "f", solution=True),
    )  # fmt: skip
    assert places(source, source) == [N, S, S]
