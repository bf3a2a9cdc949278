"""Grades are entered as nbgrader enters them, with one commit for a notebook."""

from __future__ import annotations

import copy

import pytest
from nbformat.v4 import new_output
from nbgrader.api import Gradebook
from nbgrader.preprocessors import GetGrades, SaveAutoGrades, SaveCells
from sqlalchemy import event
from sqlalchemy.engine import Engine

from autograder.course.nbgrader_config import find_commands
from autograder.engine.nbgrader.config import engine_config
from autograder.engine.nbgrader.internals import GetGradesAtOnce, SaveAutoGradesAtOnce, SaveCellsAtOnce
from tests.support.tiny_assignment import SOURCE, submission


@pytest.fixture
def commits():
    """A list with one entry for each commit that reaches a database."""
    seen = []

    def on_commit(connection):
        seen.append(connection)

    event.listen(Engine, "commit", on_commit)
    yield seen
    event.remove(Engine, "commit", on_commit)


def resources(tmp_path, name):
    find_commands()
    url = f"sqlite:///{tmp_path / name}.db"
    with Gradebook(url) as gradebook:
        gradebook.update_or_create_assignment("small")
        gradebook.update_or_create_student("ada")
    return {"nbgrader": {"notebook": "small", "assignment": "small", "student": "ada", "db_url": url}}


def graded():
    nb = submission()
    nb.cells[3].outputs = [new_output("error", ename="CheckFailed", evalue="no", traceback=[])]
    return nb


def entered(resources):
    with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
        notebook = gradebook.find_submission_notebook("small", "small", "ada")
        cells = gradebook.find_notebook("small", "small")
        return (
            sorted((each.name, each.auto_score, each.needs_manual_grade) for each in notebook.grades),
            sorted((each.name, each.auto_comment) for each in notebook.comments),
            sorted((each.name, each.max_score, each.cell_type) for each in cells.grade_cells),
            sorted((each.name, each.source) for each in cells.source_cells),
        )


def save(tmp_path, name, commits, cells, grades):
    """Enter a notebook and a submission; return the content of the gradebook, and the commits of both steps."""
    told = resources(tmp_path, name)
    before = len(commits)
    cells().preprocess(submission(SOURCE), told)
    first = len(commits) - before
    with Gradebook(told["nbgrader"]["db_url"]) as gradebook:
        gradebook.update_or_create_submission("small", "ada")
    before = len(commits)
    grades().preprocess(graded(), told)
    return entered(told), first, len(commits) - before


def test_the_gradebook_holds_what_nbgrader_would_enter_without_a_commit_for_each_cell(tmp_path, commits):
    ours, *our_commits = save(tmp_path, "ours", commits, SaveCellsAtOnce, SaveAutoGradesAtOnce)
    theirs, *their_commits = save(tmp_path, "theirs", commits, SaveCells, SaveAutoGrades)
    assert ours == theirs and ours[0][1] == ("double-values", 0, False) and ours[0][0][1] == 3
    saved = [each - ours for each, ours in zip(their_commits, our_commits, strict=True)]
    cells = sum(bool(cell.metadata.get("nbgrader")) for cell in submission(SOURCE).cells)
    graded_cells = len(ours[0])
    assert saved[0] >= cells - 1 and saved[1] >= graded_cells, (our_commits, their_commits, cells)


@pytest.mark.parametrize("again", [False, True])
def test_where_a_cell_fails_no_grade_of_the_notebook_is_entered(tmp_path, commits, monkeypatch, again):
    told = resources(tmp_path, "ours")
    SaveCellsAtOnce().preprocess(submission(SOURCE), told)
    with Gradebook(told["nbgrader"]["db_url"]) as gradebook:
        gradebook.update_or_create_submission("small", "ada")
    if again:
        SaveAutoGradesAtOnce().preprocess(submission(), told)
    before = entered(told)
    broken = graded()
    broken.cells[5].metadata.nbgrader.grade_id = "nobody knows"
    with pytest.raises(Exception, match="nobody knows"):
        SaveAutoGradesAtOnce().preprocess(broken, told)
    assert entered(told) == before


def test_a_page_gets_the_scores_and_comments_that_nbgrader_would_put_there(tmp_path):
    told = resources(tmp_path, "ours")
    SaveCellsAtOnce().preprocess(submission(SOURCE), told)
    with Gradebook(told["nbgrader"]["db_url"]) as gradebook:
        gradebook.update_or_create_submission("small", "ada")
    SaveAutoGradesAtOnce().preprocess(graded(), told)
    with Gradebook(told["nbgrader"]["db_url"]) as gradebook:
        gradebook.find_comment("double", "small", "small", "ada").manual_comment = "see me"
        gradebook.db.commit()
    pages = [each().preprocess(graded(), copy.deepcopy(told)) for each in (GetGradesAtOnce, GetGrades)]
    assert pages[0] == pages[1]
    cells = {cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader for cell in pages[0][0].cells if cell.metadata}
    assert cells["double"].comment == "see me" and cells["double-values"].score == 0


def test_nbgraders_commands_use_it():
    config = engine_config()
    assert SaveAutoGradesAtOnce in config.Autograde.autograde_preprocessors
    assert SaveCellsAtOnce in config.GenerateAssignment.preprocessors
    assert SaveCells not in config.GenerateAssignment.preprocessors
    assert config.GenerateFeedback.preprocessors == [GetGradesAtOnce]
