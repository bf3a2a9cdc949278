"""The engine as another course uses it: the example in its documentation, and files beside a notebook."""

from __future__ import annotations

import inspect
import subprocess
import sys
import textwrap
from pathlib import Path

import nbformat
import pytest

from autograder import engine
from autograder.engine import Limits, NotebookGrader
from tests.support.tiny_assignment import SOURCE, graded, notebook, submission


def test_the_example_of_the_documentation_runs(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    for folder, nb in (("source/ps1", SOURCE), ("submitted/ada/ps1", submission(double="def double(x): return x"))):
        Path(folder).mkdir(parents=True)
        nbformat.write(nb, Path(folder, "problem1.ipynb"))
    example = inspect.getdoc(engine).partition("\n\n")[2].partition("\n\n`")[0]
    exec(textwrap.dedent(example), {})
    assert capsys.readouterr().out == "3.0 of 5.0 graded\n"


def test_importing_the_engine_costs_nothing_until_a_part_is_used() -> None:
    code = (
        "import sys, autograder.engine as engine; assert 'nbgrader' not in sys.modules; "
        "print([getattr(engine, name) for name in engine.__all__])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(name in ended.stdout for name in engine.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = engine.Nothing


READS = "def double(x):\n    return float(open('data/factor.txt').read()) * x"
CHECK = "assert open('data/factor.txt').read() == '2' and double(2) == 4"


def test_both_processes_have_the_files_beside_a_notebook() -> None:
    source = notebook(graded(READS, "double", solution=True), graded(CHECK, "reads", 2))
    data = nbformat.writes(source).encode()
    grader = NotebookGrader(Limits(restarts=0))
    assert grader.grade(data, source, {"data/factor.txt": b"2"}).points == 2
    assert grader.grade(data, source, {"../../data/factor.txt": b"2"}).points == 2, "it leads out of the folder"
    assert grader.grade(data, source).points == 0


def test_a_check_that_gives_more_than_its_points_is_a_fault_of_the_course() -> None:
    source = notebook(graded("x = 1", "x", solution=True), graded("x + 0", "worth", 2), graded("pass", "other", 3))
    for answer, points, ending in (("x = 1", 4, "graded"), ("x = 5", 3, "failed")):
        answered = submission(source, x=answer)
        result = NotebookGrader().grade(nbformat.writes(answered).encode(), source)
        assert (result.points, result.max_points, result.outcome.outcome) == (points, 5, ending)
    assert result.outcome.detail.startswith("worth: ") and not result.outcome.judged


def test_a_cell_that_a_person_grades_has_no_points_yet() -> None:
    source = notebook(graded("x = 1", "x", solution=True), graded("pass", "check", 1))
    source.cells[0].metadata.nbgrader.update(grade=True, points=4)
    result = NotebookGrader().grade(nbformat.writes(source).encode(), source)
    assert [(verdict.check, verdict.points, verdict.max_points) for verdict in result.outcome.verdicts] == [
        ("x", None, 4),
        ("check", 1, 1),
    ]
    assert (result.points, result.max_points) == (1, 5)
