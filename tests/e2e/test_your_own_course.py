"""The course that `nbgrader quickstart` makes is graded by the engine after one line is added to its configuration."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

GUIDE = Path(__file__).parents[2] / "docs" / "engine" / "your-own-course.md"
COURSE_FILE = 'id = "course101"\ntitle = "My course"\n'


def run(*arguments: str, cwd: Path, code: int = 0) -> str:
    """Run a program of this environment; return what it printed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(arguments, cwd=cwd, env={**os.environ, "PATH": path}, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course with the line from the guide, and two submissions."""
    folder = tmp_path_factory.mktemp("courses")
    run("nbgrader", "quickstart", "course101", cwd=folder)
    root = folder / "course101"
    (line,) = [line for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("from autograder.")]
    with (root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\nc.Examine.preload = []\n")
    for source in (root / "source" / "ps1").glob("*.ipynb"):
        for student in ("bitdiddle", "hacker"):
            nb = nbformat.read(source, as_version=4)
            if student == "hacker":
                for cell in nb.cells:
                    about = cell.metadata.get("nbgrader", {})
                    if about.get("solution") and not about.get("grade"):
                        cell.source = "raise NotImplementedError()"
            path = root / "submitted" / student / "ps1" / source.name
            path.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(nb, path)
    return root


@pytest.mark.long
def test_one_line_of_configuration_grades_the_quickstart_course(root: Path) -> None:
    run("nbgrader", "generate_assignment", "ps1", cwd=root)
    run("nbgrader", "autograde", "ps1", cwd=root)
    run("nbgrader", "generate_feedback", "ps1", cwd=root)
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        right, nothing = (gradebook.find_submission("ps1", student) for student in ("bitdiddle", "hacker"))
        automatic = [
            (grade.name, grade.auto_score, grade.max_score)
            for notebook in right.notebooks
            for grade in notebook.grades
            if not grade.needs_manual_grade
        ]
        assert automatic and all(score == most for _, score, most in automatic), automatic
        assert nothing.score == 0 and len(right.notebooks) == 2
    for name in ("problem1", "problem2"):
        nb = nbformat.read(root / "autograded" / "bitdiddle" / "ps1" / f"{name}.ipynb", as_version=4)
        assert nb.metadata.autograder.outcome == "graded"
        assert (root / "feedback" / "bitdiddle" / "ps1" / f"{name}.html").is_file()
        kept = json.loads((root / "build" / "calibration" / "ps1" / f"{name}.json").read_text())
        assert kept["together"] == {}


def scores(root: Path) -> dict[str, list[tuple[str, float | None]]]:
    """Return student → all checks with their automatic scores."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        submissions = gradebook.assignment_submissions("ps1")
        return {
            each.student.id: sorted((grade.name, grade.auto_score) for part in each.notebooks for grade in part.grades)
            for each in submissions
        }


@pytest.mark.long
def test_our_commands_grade_and_report_the_same_course(root: Path) -> None:
    run("nbgrader", "generate_assignment", "ps1", "--force", cwd=root)
    run("nbgrader", "autograde", "ps1", "--force", cwd=root)
    before = scores(root)
    (root / "course.toml").write_text(COURSE_FILE, encoding="utf-8")
    run("autograder", "grade", "--fresh", cwd=root)
    assert scores(root) == before and len(before) == 2
    summary = json.loads((root / "feedback" / "summary.json").read_text(encoding="utf-8"))
    assert {grade["student"]: grade["reason"] for grade in summary["grades"]} == dict.fromkeys(before, "graded")
    run("autograder", "report", cwd=root)
    page = (root / "report" / "report.html").read_text(encoding="utf-8")
    assert "problem1" in page and "problem2" in page
