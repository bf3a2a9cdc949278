"""Which files in the folder of submissions are read, and which are only reported."""

import os
import unicodedata

import pytest

from autograder.classroom.contents import load
from autograder.classroom.find_submissions import find_submissions as find_in_class
from autograder.classroom.find_submissions import read_note
from autograder.classroom.workers import Job, judge, key_of
from autograder.course.class_folder import ClassFolder
from autograder.course.course import Course
from autograder.engine import regular_files
from autograder.engine.regular_files import NotRegularError, first_irregular, read_regular

NAME = "01_first"


@pytest.fixture
def course(tmp_path):
    """A class of a course with one assignment, whose notebook is called work.ipynb."""
    (tmp_path / "source" / NAME).mkdir(parents=True)
    (tmp_path / "source" / NAME / "work.ipynb").touch()
    return ClassFolder(tmp_path, Course(tmp_path, "c", "A course"))


def find_submissions(course, submitted, **wanted):
    """Return the submissions, each with its one notebook, and the problems."""
    assert course.submitted == submitted
    found, problems = find_in_class(course, **wanted)
    return [Found(each, *each.notebooks) for each in found], problems


class Found:
    """A submission of one notebook."""

    def __init__(self, submission, notebook):
        self.student, self.timestamp, self.files = submission.student, submission.timestamp, submission.files
        self.data, self.path, self.remark = notebook.data, notebook.path, "; ".join(submission.remarks)


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
    assert (
        load(found.data) == b"{}"
        and found.remark == "renamed: work (1).ipynb was graded as work.ipynb"
        and not problems
    )


def test_a_second_notebook_is_named_in_a_remark(course, submitted):
    hand_in(submitted, "kim", "work.ipynb", "work-Copy1.ipynb")
    ((found,), _) = find_submissions(course, submitted)
    assert load(found.data) == b"{}"
    assert found.remark == "more than one notebook: work.ipynb was graded, not work-Copy1.ipynb"


@pytest.mark.parametrize("name", ["backup/work.ipynb", "work.ipynb.txt", "WORK.IPYNB"])
def test_a_notebook_in_a_folder_below_or_with_another_ending_is_named_too(course, submitted, name):
    (hand_in(submitted, "kim", "work.ipynb") / name).parent.mkdir(exist_ok=True)
    (submitted / "kim" / NAME / name).write_text("{}")
    ((found,), _) = find_submissions(course, submitted)
    assert load(found.data) == b"{}" and found.remark == f"more than one notebook: work.ipynb was graded, not {name}"


def test_the_ending_of_a_notebook_may_be_in_capitals(course, submitted):
    hand_in(submitted, "kim", "work.IPYNB")
    ((found,), _) = find_submissions(course, submitted)
    assert load(found.data) == b"{}" and found.remark == "renamed: work.IPYNB was graded as work.ipynb"
    assert found.files == {}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("a/work.ipynb", "missing: no notebook in the folder, only a/work.ipynb; move or rename it to work.ipynb"),
        ("work.ipynb~", "missing: no notebook in the folder, only work.ipynb~; move or rename it to work.ipynb"),
        ("all.zip", "missing: no notebook in the folder, only all.zip; hand in work.ipynb"),
        (".work.ipynb", "missing: no notebook in the folder; hand in work.ipynb"),
    ],
)
def test_the_line_on_a_missing_notebook_names_what_is_there(course, submitted, name, line):
    (hand_in(submitted, "kim") / name).parent.mkdir(exist_ok=True)
    (submitted / "kim" / NAME / name).write_text("{}")
    ((found,), _) = find_submissions(course, submitted)
    assert found.remark == line and not found.data


def test_an_empty_file_is_named_with_the_notebook_beside_it(course, submitted):
    folder = hand_in(submitted, "kim", "work-Copy1.ipynb")
    (folder / "work.ipynb").write_text("")
    ((found,), _) = find_submissions(course, submitted)
    assert found.remark.startswith("unreadable: the file is empty; more than one notebook: work.ipynb ")
    assert "work-Copy1.ipynb" in found.remark and not found.data


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
        assert load(found.data) == b"{}" and found.timestamp == b""


def test_a_linked_note_is_not_read(tmp_path):
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "timestamp.txt").symlink_to(tmp_path / "secret")
    assert read_note(tmp_path / "timestamp.txt") == b""


def test_a_name_in_decomposed_characters_is_composed(course, submitted):
    names = [unicodedata.normalize("NFD", name) for name in ("김철수", "é.ipynb")]
    hand_in(submitted, names[0], names[1])
    ((found,), problems) = find_submissions(course, submitted, students=["김철수"])
    assert found.student == "김철수" and load(found.data) == b"{}" and not problems
    assert found.path.name == names[1] and found.remark.endswith("was graded as work.ipynb")


def test_two_names_that_become_equal_are_refused_and_both_named(course, submitted):
    hand_in(submitted, "kim", "work.ipynb")
    for form in ("NFC", "NFD"):
        hand_in(submitted, unicodedata.normalize(form, "é"), "work.ipynb")
    found, problems = find_submissions(course, submitted)
    assert [submission.student for submission in found] == ["kim"]
    assert len(problems) == 1 and problems[0].count(f"/{NAME}") == 2 and "encoded" in problems[0]


@pytest.mark.parametrize("name", ["eve\x1b[2J", "eve\u202e", "eve\nkim", "eve\x9b"])
def test_a_name_that_a_terminal_would_obey_is_refused(course, submitted, name):
    hand_in(submitted, name, "work.ipynb")
    found, problems = find_submissions(course, submitted)
    assert found == [] and len(problems) == 1 and "control characters" in problems[0]
    assert problems[0].isprintable()


def test_the_remark_on_a_hostile_file_name_is_one_plain_line(course, submitted):
    hand_in(submitted, "eve", "\x1b]0;owned\x07\u202ework.ipynb")
    ((found,), _) = find_submissions(course, submitted)
    assert found.remark == "renamed: \ufffdwork.ipynb was graded as work.ipynb"


def test_no_folder_on_the_way_to_a_file_is_followed_as_a_link(submitted, tmp_path):
    secret = tmp_path / "secret" / NAME
    secret.mkdir(parents=True)
    (secret / "work.ipynb").write_text("secret")
    (submitted / "eve").symlink_to(secret.parent)
    with pytest.raises(NotRegularError):
        read_regular(submitted / "eve" / NAME / "work.ipynb", 100, submitted)
    with pytest.raises(OSError):
        regular_files._open_below(submitted, ("eve", NAME, "work.ipynb"))


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "above"])
def test_what_is_not_a_regular_file_is_found(submitted, tmp_path, kind):
    folder = hand_in(submitted, "eve", "work.ipynb")
    (folder / "deep").mkdir()
    assert first_irregular(folder) is None
    expected = folder / "deep" / "x"
    if kind == "link":
        expected.symlink_to(tmp_path)
    elif kind == "pipe":
        os.mkfifo(expected)
    else:
        expected = folder if kind == "folder" else folder.parent
        expected.rename(tmp_path / "elsewhere")
        expected.symlink_to(tmp_path / "elsewhere")
    assert first_irregular(folder) == expected


def test_a_submission_stays_on_the_disk_and_a_change_is_noticed(course, submitted):
    hand_in(submitted, "kim", "work.ipynb", "data.csv")
    ((found,), _) = find_submissions(course, submitted)
    job = Job(found.data, "{}", handed_in=found.files)
    assert job.load() == (b"{}", {"data.csv": b"{}"}) and not isinstance(found.data, bytes)
    assert key_of(job) == key_of(Job(b"{}", "{}", handed_in={"data.csv": b"{}"}))
    for name in ("work.ipynb", "data.csv"):
        path = submitted / "kim" / NAME / name
        path.write_bytes(b"[]")
        result = judge(job)
        assert result.refused == f"{name} was changed during this run. Grade it again." and not result.notebook
        path.unlink()
        assert judge(job).refused == result.refused
        path.write_bytes(b"{}")
