"""Unusual submissions that real students hand in get the right points and a true line, by both ways to grade."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import MissingEntry

from autograder.classroom.recorder import GRADED
from autograder.classroom.register import register
from autograder.engine.grading.outcome import Outcome
from tests.support.unusual_submissions import ALL, COURSE, FILE, NAME, write_class, write_misplaced

pytestmark = pytest.mark.long

CONFIG = """
from pathlib import Path
from autograder.course.course import read_course
from autograder.course.nbgrader_config import course_config
from autograder.engine.nbgrader.config import engine_config

c = get_config()
c.merge(course_config(Path({root!r}), read_course(Path({course!r}))))
c.merge(engine_config())
c.CourseDirectory.source_directory = {source!r}
"""


def run(command, *arguments, cwd):
    line = [Path(sys.executable).parent / command, *arguments]
    return subprocess.run(line, cwd=cwd, capture_output=True, text=True, errors="replace")


@dataclass
class Run:
    """A class that was graded with one command: its summary, its exit code, and what the command printed."""

    summary: dict
    exit_code: int
    printed: str
    misplaced: list[str]


@pytest.fixture(scope="module")
def ours(tmp_path_factory) -> Run:
    """Grade the class in a folder whose name is no part of an address, with a slash as the shell completes it."""
    folder = write_class(tmp_path_factory.mktemp("class") / "a class?x=1", ALL.values())
    misplaced = write_misplaced(folder)
    done = run(
        "autograder", "--course-root", COURSE.root, "grade", f"{NAME}/", "--course", folder.root, cwd=folder.root
    )
    summary = json.loads((folder.feedback / "summary.json").read_text())
    assert (folder.root / "gradebook.db").is_file()
    return Run(summary, done.returncode, done.stdout + done.stderr, misplaced)


@pytest.fixture(scope="module")
def theirs(tmp_path_factory):
    """The folder of a class that `nbgrader autograde` has graded."""
    folder = write_class(tmp_path_factory.mktemp("theirs"), [each for each in ALL.values() if each.nbgrader])
    register(folder, COURSE.assignment(NAME))
    values = {"root": str(folder.root), "course": str(COURSE.root), "source": str(COURSE.source)}
    (folder.root / "nbgrader_config.py").write_text(CONFIG.format(**values))
    run("nbgrader", "autograde", NAME, cwd=folder.root)
    return folder


@pytest.mark.parametrize("name", ALL)
def test_autograder_gives_the_right_points_and_true_lines_only(ours, name):
    grade, right = next(grade for grade in ours.summary["grades"] if grade["student"] == name), ALL[name]
    assert grade["judged"] == (right.points is not None), grade["reason"]
    if right.points is not None:
        lost = [check for check in grade["checks"] if check["points"] < check["max_points"]]
        assert grade["points"] == right.points, lost
    assert right.about_file in grade["reason"] and (right.about_file or grade["reason"] == GRADED)
    assert_lines(grade["remarks"], right.words)


def assert_lines(lines, words):
    assert len(lines) == len(words), lines
    assert all(word in line for word, line in zip(words, lines, strict=True)), lines


def test_every_submission_has_an_outcome_and_what_cannot_be_one_has_a_line(ours):
    assert sorted(grade["student"] for grade in ours.summary["grades"]) == sorted(ALL) and len(ALL) >= 60
    assert len(ours.summary["problems"]) == len(ours.misplaced)
    for words in ours.misplaced:
        assert sum(words in line for line in ours.summary["problems"]) == 1
    assert ours.exit_code == 1 and "Traceback" not in ours.printed


@pytest.mark.parametrize("name", [name for name in ALL if ALL[name].nbgrader])
def test_nbgrader_gives_the_same_points_and_lines(theirs, name):
    right = ALL[name]
    with closing(theirs.open_gradebook()) as gradebook:
        if right.points is None:
            with pytest.raises(MissingEntry):
                gradebook.find_submission(NAME, name)
            return
        assert gradebook.find_submission(NAME, name).score == right.points
    notebook = nbformat.read(theirs.root / "autograded" / name / NAME / FILE, as_version=4)
    assert_lines([remark.sentence for remark in Outcome.of(notebook).remarks], right.words)
