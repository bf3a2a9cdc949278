"""A course with its own folders, two notebooks in an assignment and free names gets the scores of stock nbgrader."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from tests.support.tiny_assignment import graded, notebook

NAME = "ps1"
COURSE_FILE = 'id = "course101"\ntitle = "My course"\n\n[grading]\npreload = []\n'
CONFIG = """\
c = get_config()
c.CourseDirectory.course_id = "course101"
c.CourseDirectory.directory_structure = "{nbgrader_step}/{assignment_id}/{student_id}"
c.CourseDirectory.source_directory = "teacher"
c.CourseDirectory.release_directory = "handout"
c.CourseDirectory.submitted_directory = "handed_in"
c.CourseDirectory.autograded_directory = "marked"
c.CourseDirectory.feedback_directory = "returned"
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "*.key"]
c.LateSubmissionPlugin.penalty_method = "zero"
"""
ENGINE = "from autograder.settings import engine_config; c.merge(engine_config()); c.Examine.preload = []\n"
SQUARES = "def squares(n):\n    ### BEGIN SOLUTION\n    return [i**2 for i in range(1, n + 1)]\n    ### END SOLUTION"
SHOUT = (
    "def shout(text):\n    ### BEGIN SOLUTION\n    return open('end.txt').read() + text.upper()\n    ### END SOLUTION"
)
WRONG = "def squares(n):\n    return [i**2 for i in range(n)]"
RIGHT = {"squares": SQUARES, "shout": SHOUT}


def essay() -> NotebookNode:
    cell = nbformat.v4.new_markdown_cell("Why? YOUR ANSWER HERE", id="why")
    cell.metadata["nbgrader"] = {
        "grade": True, "solution": True, "grade_id": "why", "points": 2, "locked": False, "task": False,
        "schema_version": 3, "cell_type": "markdown",
    }  # fmt: skip
    return cell


def hidden(test: str) -> str:
    return f"### BEGIN HIDDEN TESTS\n{test}\n### END HIDDEN TESTS"


NOTEBOOKS = {
    "Numbers (1)": notebook(
        graded(SQUARES, "squares", solution=True),
        graded("assert squares(1) == [1]", "correct_squares", 1),
        graded(hidden("assert squares(2) == [1, 4]"), "test_more", 2),
    ),
    "words": notebook(
        graded(SHOUT, "shout", solution=True),
        graded(hidden("assert shout('a') == '!A'"), "test_more", 3),
        essay(),
    ),
}
"""The notebooks of the assignment. Two checks in different notebooks have the same name."""
STUDENTS: dict[str, dict[str, dict[str, str]]] = {
    "both": {name: RIGHT for name in NOTEBOOKS},
    "wrong": {
        "Numbers (1)": {"squares": WRONG},
        "words": {"shout": "def shout(text):\n    raise NotImplementedError()"},
    },
    "missing": {"words": RIGHT},
    "extra": {**{name: RIGHT for name in NOTEBOOKS}, "scratch": {}},
}
SCORES = {"both": 6, "wrong": 0, "missing": 3, "extra": 6}


def write_course(root: Path, engine: bool = True) -> None:
    """Write the course with the submissions of the class."""
    (root / "teacher" / NAME).mkdir(parents=True)
    (root / "course.toml").write_text(COURSE_FILE)
    (root / "nbgrader_config.py").write_text(CONFIG + (ENGINE if engine else ""))
    (root / "teacher" / NAME / "end.txt").write_text("!")
    (root / "teacher" / NAME / "answers.key").write_text("secret")
    for name, source in NOTEBOOKS.items():
        nbformat.write(source, root / "teacher" / NAME / f"{name}.ipynb")
    for student, answers in STUDENTS.items():
        folder = root / "handed_in" / NAME / student
        folder.mkdir(parents=True)
        (folder / "timestamp.txt").write_text(f"2026-0{1 if student == 'extra' else 3}-02 10:00:00 UTC")
        (folder / "notes.txt").write_text("my notes")
        (folder / "page.html").write_text("<script></script>")
        for name, cells in answers.items():
            nb = nbformat.from_dict(json.loads(json.dumps(NOTEBOOKS.get(name, notebook()))))
            for cell in nb.cells:
                cell.source = cells.get(cell.id, cell.source)
                if cell.id == "test_more":
                    cell.source = ""
            nbformat.write(nb, folder / f"{name}.ipynb")


def run(*arguments: str, cwd: Path, code: int = 0) -> str:
    """Run a program of this environment; return what it printed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        arguments, cwd=cwd, env={**os.environ, "PATH": path, "COLUMNS": "200"}, capture_output=True, text=True
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def scores(root: Path) -> dict[str, dict[str, float | None]]:
    """Return student → notebook/check → automatic score, and the late penalty, from the gradebook."""
    with Gradebook(f"sqlite:///{root}/gradebook.db", "course101") as gradebook:
        return {
            each.student.id: {
                **{f"{part.name}/{grade.name}": grade.auto_score for part in each.notebooks for grade in part.grades},
                "late": each.late_submission_penalty,
            }
            for each in gradebook.assignment_submissions(NAME)
        }


def set_due_date(root: Path) -> None:
    with Gradebook(f"sqlite:///{root}/gradebook.db", "course101") as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate=datetime(2026, 3, 1))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course in a folder whose name nbgrader takes for a pattern, graded by `autograder grade`."""
    root = tmp_path_factory.mktemp("own") / "course [2026]"
    write_course(root)
    run("autograder", "grade", cwd=root)
    return root


@pytest.fixture(scope="module")
def grades(root: Path) -> dict[str, dict]:
    summary = json.loads((root / "returned" / "summary.json").read_text(encoding="utf-8"))
    return {grade["student"]: grade for grade in summary["grades"]}


def test_a_submission_has_one_grade_with_the_sum_of_its_notebooks(grades: dict[str, dict]) -> None:
    assert {student: (grade["points"], grade["max_points"]) for student, grade in grades.items()} == {
        student: (points, 8) for student, points in SCORES.items()
    }
    assert {check["notebook"] for check in grades["wrong"]["checks"]} == set(NOTEBOOKS)
    assert grades["both"]["reason"] == "graded"


def test_a_missing_notebook_and_one_too_many_are_a_remark_each(grades: dict[str, dict], root: Path) -> None:
    assert grades["missing"]["reason"] == "missing: Numbers (1).ipynb is not in the folder; hand it in"
    assert grades["extra"]["reason"] == "not part of the assignment and not graded: scratch.ipynb"
    assert all(grade["judged"] for grade in grades.values())
    waiting = scores(root)
    assert waiting["missing"]["Numbers (1)/test_more"] == 0 and waiting["missing"]["words/why"] is None


def test_every_notebook_lies_where_the_configuration_says(root: Path) -> None:
    for student in STUDENTS:
        marked = {path.name for path in (root / "marked" / NAME / student).iterdir()}
        assert marked == {*(f"{name}.ipynb" for name in NOTEBOOKS), "end.txt", "notes.txt", "timestamp.txt"}
        pages = {path.name for path in (root / "returned" / NAME / student).iterdir()}
        assert pages == {*(f"{name}.html" for name in NOTEBOOKS), "timestamp.txt"}


def test_the_report_shows_the_points_that_count_and_names_the_penalty(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (root / "marked").rglob("*.ipynb")}
    set_due_date(root)
    printed = run("autograder", "grade", "--student", "both", "--student", "wrong", cwd=root)
    assert "both, ps1: handed in late, so 6 points are taken off" in printed
    assert {path: path.stat().st_mtime_ns for path in (root / "marked").rglob("*.ipynb")} == before
    run("autograder", "report", cwd=root)
    with (root / "report" / "scores.csv").open(encoding="utf-8-sig") as file:
        rows = {row["student"]: (float(row["points"]), float(row["late_penalty"])) for row in csv.DictReader(file)}
    assert rows == {"both": (0, 6), "wrong": (0, 0), "missing": (3, 0), "extra": (6, 0)}
    page = (root / "report" / "report.html").read_text(encoding="utf-8")
    assert "(late: −6)" in page and "Numbers%20%281%29.html" in page
    with (root / "report" / "checks.csv").open(encoding="utf-8-sig") as file:
        checks = {row["check"]: row["exercise"] for row in csv.DictReader(file)}
    assert checks["Numbers (1)/test_more"] == "Numbers (1)/squares" and checks["words/test_more"] == "words/shout"
    assert set(checks) == {"Numbers (1)/correct_squares", "Numbers (1)/test_more", "words/test_more", "words/why"}


def test_check_and_calibrate_know_both_notebooks(root: Path) -> None:
    printed = run("autograder", "calibrate", cwd=root)
    assert "ps1/Numbers (1): 2 of 2 checks" in printed and "ps1/words: 1 of 1 checks" in printed
    printed = run("autograder", "check", f"handed_in/{NAME}/both/words.ipynb", cwd=root)
    assert "ps1/words" in printed and "3 of 5 points" in printed


@pytest.mark.long
@pytest.mark.parametrize("engine", [True, False])
def test_nbgrader_gives_the_same_scores_with_the_engine_and_without(root: Path, tmp_path: Path, engine: bool) -> None:
    other = tmp_path / "course"
    write_course(other, engine)
    run("nbgrader", "generate_assignment", NAME, cwd=other)
    set_due_date(other)
    run("nbgrader", "autograde", NAME, cwd=other)
    run("nbgrader", "generate_feedback", NAME, cwd=other)
    set_due_date(root)
    run("autograder", "grade", cwd=root)
    assert scores(other) == scores(root)
    if engine:
        for student in set(STUDENTS) - {"missing"}:
            folders = (path / "marked" / NAME / student for path in (root, other))
            ours, theirs = ({path.name for path in folder.iterdir()} for folder in folders)
            assert ours == theirs
