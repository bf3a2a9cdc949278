"""Which files in the folder of submissions are read, and which are only reported."""

import os
from types import SimpleNamespace

import pytest

from autograder.classroom import find_submissions as module
from autograder.classroom.find_submissions import find_submissions, read_note

NAME = "01_first"


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course with one assignment, whose notebook is called work.ipynb."""
    monkeypatch.setattr(module, "find_notebook", lambda name, source: source / name / "work.ipynb")
    return SimpleNamespace(assignment_names=[NAME], source=tmp_path / "source")


@pytest.fixture
def submitted(tmp_path):
    folder = tmp_path / "submitted"
    folder.mkdir()
    return folder


def hand_in(submitted, student, *files, assignment=NAME):
    folder = submitted / student / assignment
    folder.mkdir(parents=True)
    for file in files:
        (folder / file).write_text("{}")
    return folder


def test_the_ghost_files_of_a_mac_are_no_notebooks(course, submitted):
    hand_in(submitted, "kim", "work (1).ipynb", "._work (1).ipynb")
    ((found,), problems) = find_submissions(course, submitted)
    assert found.data == b"{}" and found.remark == "renamed: work (1).ipynb was graded as work.ipynb" and not problems


def test_a_second_notebook_is_named_in_a_remark(course, submitted):
    hand_in(submitted, "kim", "work.ipynb", "work-Copy1.ipynb")
    ((found,), _) = find_submissions(course, submitted)
    assert found.data == b"{}"
    assert found.remark == "more than one notebook: work.ipynb was graded, not work-Copy1.ipynb"


@pytest.mark.parametrize("place", ["lee.ipynb", "lee/work.ipynb"])
def test_a_notebook_in_the_wrong_place_is_reported(course, submitted, place):
    hand_in(submitted, "kim", "work.ipynb")
    (submitted / place).parent.mkdir(exist_ok=True)
    (submitted / place).write_text("{}")
    found, problems = find_submissions(course, submitted)
    assert [submission.student for submission in found] == ["kim"]
    assert len(problems) == 1 and place in problems[0] and NAME in problems[0]


def test_a_folder_named_in_another_encoding_is_reported_and_the_others_are_found(course, submitted):
    hand_in(submitted, "kim", "work.ipynb")
    hand_in(submitted, os.fsdecode("김철수".encode("cp949")), "work.ipynb")
    found, problems = find_submissions(course, submitted)
    assert [submission.student for submission in found] == ["kim"]
    assert len(problems) == 1 and "not valid Unicode" in problems[0] and problems[0].encode("utf-8")


@pytest.mark.parametrize("linked", ["notebook", "assignment", "student"])
def test_links_are_not_followed(course, submitted, tmp_path, linked):
    secret = tmp_path / "secret"
    (secret / NAME).mkdir(parents=True)
    (secret / NAME / "work.ipynb").write_text("secret")
    if linked == "notebook":
        (hand_in(submitted, "eve") / "work.ipynb").symlink_to(secret / NAME / "work.ipynb")
    elif linked == "assignment":
        (submitted / "eve").mkdir()
        (submitted / "eve" / NAME).symlink_to(secret / NAME)
    else:
        (submitted / "eve").symlink_to(secret)
    found, problems = find_submissions(course, submitted)
    assert not any(submission.data for submission in found)
    told = [submission.remark for submission in found] + problems
    assert len(told) == 1 and "links are not followed" in told[0]


@pytest.mark.parametrize("name", ["work.ipynb", "timestamp.txt"])
def test_a_pipe_is_not_waited_for(course, submitted, name):
    folder = hand_in(submitted, "eve", *({"work.ipynb"} - {name}))
    os.mkfifo(folder / name)
    ((found,), _) = find_submissions(course, submitted)
    if name == "work.ipynb":
        assert found.remark == "unreadable: work.ipynb: it is not a regular file" and not found.data
    else:
        assert found.data == b"{}" and found.timestamp == b""


def test_a_linked_note_is_not_read(tmp_path):
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "timestamp.txt").symlink_to(tmp_path / "secret")
    assert read_note(tmp_path / "timestamp.txt") == b""
