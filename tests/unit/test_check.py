"""Checking your own notebook: the assignment that a file belongs to, and the output. Nothing runs here."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from rich.console import Console
from typer.testing import CliRunner

from autograder.authoring.lab import how_to_check
from autograder.classroom.check_notebook import (
    CheckedNotebook,
    CheckError,
    begun_notebooks,
    check_notebook,
    course_to_check,
    find_source,
)
from autograder.cli import app
from autograder.cli.check_report import print_checked
from autograder.course.assignment import NOT_WRITTEN, CourseError, files_beside, grading, is_solution
from autograder.course.course import read_course
from autograder.engine.grading.outcome import GradedNotebook, Outcome, Verdict
from autograder.engine.notebook.read import read_notebook
from autograder.engine.notebook.restore import Remark, restore
from tests.support.this_course import COURSE, RELEASE, ROOT, read_assignment, read_released

NAME = "04_numpy_rnn"
ASSIGNMENT = read_assignment(NAME)
OTHER = "05_deep_rnn"


def read(nb):
    return read_notebook(nbformat.writes(nb).encode())


def found(path, nb):
    return find_source(Path(path), read(nb), COURSE)[0].name


def without_grading(nb):
    for cell in nb.cells:
        cell.metadata = {}
    return nb


# ---- which assignment it is


def test_a_notebook_is_known_by_its_file_name_although_its_metadata_are_lost():
    assert found("anywhere/numpy_rnn.ipynb", without_grading(read_released(NAME).notebook)) == NAME


def test_a_renamed_notebook_is_known_by_its_folder():
    assert found(f"lab/{NAME}/my copy.ipynb", without_grading(read_released(NAME).notebook)) == NAME


@pytest.mark.parametrize("path", ["my copy.ipynb", "deep_rnn.ipynb", f"{OTHER}/my copy.ipynb"])
def test_a_renamed_notebook_is_known_by_its_cells(path):
    assert found(path, read_released(NAME).notebook) == NAME


def test_a_foreign_notebook_is_refused_with_the_names_of_ours():
    with pytest.raises(CheckError, match=r"notes\.ipynb: this is not a notebook of this course.*numpy_rnn\.ipynb"):
        found("notes.ipynb", new_notebook(cells=[new_code_cell("print(1)")]))


def test_a_notebook_with_our_name_and_none_of_our_cells_is_refused():
    with pytest.raises(
        CheckError,
        match=rf"numpy_rnn\.ipynb: this file contains no exercise of {NAME}.*release/{NAME}/numpy_rnn\.ipynb",
    ):
        found("numpy_rnn.ipynb", new_notebook(cells=[new_code_cell("print(1)")]))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such file"),
        (b"", "the file is empty"),
        (b'{"nbformat": 4, "cells": [', "was it cut off"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, content, message):
    path = tmp_path / "numpy_rnn.ipynb"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CheckError, match=message) as error:
        check_notebook(path, COURSE, confined=False)
    assert str(error.value).startswith(f"{path}: ")


def test_a_folder_is_not_a_notebook(tmp_path):
    with pytest.raises(CheckError, match="Name the notebook in it"):
        check_notebook(tmp_path, COURSE, confined=False)


# ---- which course, and which notebooks of lab/


def copy_of_course(folder):
    for name in (NAME, OTHER):
        for tree in ("source", "release"):
            shutil.copytree(ROOT / tree / name, folder / tree / name)
    shutil.copy(ROOT / "course.toml", folder)
    return folder


def test_without_source_the_error_says_where_the_checks_are(tmp_path):
    shutil.copy(ROOT / "course.toml", tmp_path)
    with pytest.raises(CourseError, match=r"hidden checks in source/.*not in the hand-out"):
        course_to_check(tmp_path)


def test_outside_the_repository_the_error_says_where_to_go(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CourseError, match=r"not in the hand-out for students\. Change to the repository"):
        course_to_check(None)


def test_without_a_name_those_in_lab_are_checked_that_were_begun(tmp_path):
    course = read_course(copy_of_course(tmp_path))
    with pytest.raises(CheckError, match="Run `make lab` first"):
        begun_notebooks(course)
    shutil.copytree(RELEASE / NAME, tmp_path / "lab" / NAME)
    shutil.copytree(RELEASE / OTHER, tmp_path / "lab" / OTHER)
    path = tmp_path / "lab" / NAME / "numpy_rnn.ipynb"
    nb = nbformat.read(path, as_version=4)
    next(cell for cell in nb.cells if is_solution(cell)).source = "pass"
    nbformat.write(nb, path)
    assert begun_notebooks(course) == ([path], [tmp_path / "lab" / OTHER / "deep_rnn.ipynb"])


def test_a_link_that_git_wrote_as_text_is_followed(tmp_path):
    course = read_course(copy_of_course(tmp_path))
    (tmp_path / "source" / "rnn_tools.py").write_text("TOOLS = 1\n")
    tools = tmp_path / "source" / NAME / "rnn_tools.py"
    tools.unlink()
    tools.write_text("../rnn_tools.py")
    assert files_beside(course.assignment(NAME))["rnn_tools.py"] == b"TOOLS = 1\n"


# ---- what is printed


def printed(messages=None, untouched=(), events=(), errors=None, remarks=()):
    """Return the output for a notebook whose checks give these messages and whose other checks pass."""
    nb, _ = restore(read(read_released(NAME).notebook), ASSIGNMENT.notebook)
    for cell in nb.cells:
        if error := (errors or {}).get(grading(cell).get("grade_id")):
            cell.outputs = [new_output("error", ename=error[0], evalue=error[1], traceback=[])]
    outcome = Outcome(remarks=list(remarks), seconds=4.2)
    for cell, what, sentence in events:
        outcome.add(cell, what, sentence)
    for exercise in ASSIGNMENT.exercises.values():
        for check in exercise.checks:
            name, points = grading(check)["grade_id"], float(grading(check)["points"])
            message = (messages or {}).get(name, (messages or {}).get(exercise.name, ""))
            outcome.verdicts.append(Verdict(name, 0.0 if message else points, points, message))
    screen = io.StringIO()
    checked = CheckedNotebook(
        Path("x.ipynb"), ASSIGNMENT, ASSIGNMENT.only, GradedNotebook(nb, outcome), frozenset(untouched)
    )
    print_checked(Console(file=screen, width=120), checked)
    return screen.getvalue()


def lines_of(text, exercise):
    """Return the line of an exercise, without runs of spaces, and the messages below it."""
    lines = text.splitlines()
    first = next(k for k, line in enumerate(lines) if exercise in line)
    last = next(k for k in range(first + 1, len(lines)) if not lines[k].startswith("    "))
    return [" ".join(line.split()) for line in lines[first:last]]


def test_a_passed_exercise_is_one_line_with_its_title():
    text = printed()
    assert lines_of(text, "Exercise 2") == ["✓ Exercise 2 · The whole sentence 7 of 7"]
    assert "37 of 37 points, 10 of 10 exercises complete, in 4 s." in text and "Well done!" in text


def test_a_failed_exercise_shows_each_message_once():
    text = printed({"rnn_forward-values": "The bias is missing.", "rnn_forward-edge": "The bias is missing."})
    assert lines_of(text, "Exercise 2") == ["✗ Exercise 2 · The whole sentence 4 of 7", "The bias is missing."]
    assert "34 of 37 points, 9 of 10" in text and "Next: Exercise 2 · The whole sentence." in text


def test_an_exercise_that_was_not_begun_is_one_short_line():
    text = printed({"rnn_forward": f"{NOT_WRITTEN}: do this."}, untouched=["rnn_forward"])
    assert lines_of(text, "Exercise 2") == ["· Exercise 2 · The whole sentence 0 of 7 not written yet"]


def test_the_advice_stays_if_the_line_of_the_stub_was_left_below_the_code():
    text = printed({"rnn_forward": f"{NOT_WRITTEN}: delete that line."})
    assert lines_of(text, "Exercise 2")[1:] == [f"{NOT_WRITTEN}: delete that line."]


def test_a_fresh_notebook_says_where_to_begin():
    names = list(ASSIGNMENT.exercises)
    assert "A good place to start: Prediction 1" in printed(dict.fromkeys(names, NOT_WRITTEN), untouched=names)


UNDEFINED = "Python does not know it.\n  Your code stopped with NameError: name 'rnn_forward' is not defined"


def test_a_cell_that_stopped_is_named_instead_of_what_follows_from_it():
    text = printed({"rnn_forward": UNDEFINED}, errors={"rnn_forward": ("SyntaxError", "invalid syntax")})
    assert lines_of(text, "Exercise 2")[1:] == ["This cell stopped with SyntaxError: invalid syntax"]
    text = printed({"rnn_forward": UNDEFINED}, events=[("rnn_forward", "timed out", "This cell took too long.")])
    assert lines_of(text, "Exercise 2")[1:] == ["This cell took too long."] and "Note" not in text


def test_what_happened_elsewhere_is_a_note():
    remark = Remark("missing", "imports", "The cell imports was missing and was put back.")
    text = printed(events=[("added-0", "timed out", "This cell took too long.")], remarks=[remark])
    assert "Note: added-0: This cell took too long." in text and "Note: The cell imports was missing" in text


def test_messages_are_printed_as_they_are():
    assert "the list [1, 2][/b]" in printed({"rnn_forward": "the list [1, 2][/b]"})


# ---- the command


def test_an_unreadable_notebook_ends_with_a_red_line_and_a_code(tmp_path):
    result = CliRunner().invoke(
        app.app, ["--course-root", str(ROOT), "check", "--no-sandbox", str(tmp_path / "x.ipynb")]
    )
    assert result.exit_code == 1 and "no such file" in result.output


def test_lab_tells_how_to_check_in_the_way_that_it_was_called(monkeypatch):
    monkeypatch.delenv("MAKELEVEL", raising=False)
    first = Path("lab", NAME, "numpy_rnn.ipynb")
    assert how_to_check(first).endswith(f": autograder check {first}")
    monkeypatch.setenv("MAKELEVEL", "1")
    assert how_to_check(first).endswith(f": make check NOTEBOOK={first}")


@pytest.mark.parametrize("source", [True, False])
def test_lab_names_the_check_only_if_there_are_checks(tmp_path, monkeypatch, source):
    copy_of_course(tmp_path)
    if not source:
        shutil.rmtree(tmp_path / "source")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(app.subprocess, "run", lambda *args, **kw: CompletedProcess([], 0))
    result = CliRunner().invoke(app.app, ["lab"])
    assert result.exit_code == 0, result.output
    assert (f"check lab/{NAME}/numpy_rnn.ipynb" in result.output.replace("NOTEBOOK=", "")) == source


def test_a_huge_file_and_a_pipe_are_refused_at_once(tmp_path):
    huge, pipe = tmp_path / "huge.ipynb", tmp_path / "pipe.ipynb"
    huge.touch()
    os.truncate(huge, 2**42)
    os.mkfifo(pipe)
    with pytest.raises(CheckError, match="at most 100 MB are read"):
        check_notebook(huge, COURSE, confined=False)
    with pytest.raises(CheckError, match="this is a pipe or a device"):
        check_notebook(pipe, COURSE, confined=False)
