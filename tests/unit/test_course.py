"""`course.toml`: its allowed content, and the messages about mistakes in it."""

import re

import pytest

from autograder.course.assignment import CourseError
from autograder.course.course import AnswersNeeded, find_course, read_course
from autograder.engine.execution.warm_up import PRELOAD, preload_for
from tests.support.this_course import COURSE

LEAST = 'id = "tiny"\ntitle = "Tiny"\n'


def write(folder, text):
    (folder / "course.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_course_needs_id_and_title_only(tmp_path):
    course = read_course(write(tmp_path, LEAST))
    assert (course.id, course.title, course.handout) == ("tiny", "Tiny", "tiny")
    assert (course.edition, course.preload) == (1, None)
    assert course.answers_needed == AnswersNeeded(1, 1, 1, 1) and course.source == tmp_path / "source"


def test_this_course_keeps_its_id_and_its_numbers_of_answers():
    assert (COURSE.id, COURSE.handout) == ("simple_rnn", "simple-rnn-course")
    assert COURSE.answers_needed == AnswersNeeded(8, 4, 3, 1)
    assert preload_for(COURSE.preload).modules == PRELOAD.modules


def test_a_folder_below_belongs_to_the_course_and_one_beside_to_none(tmp_path):
    root = tmp_path / "course"
    (root / "source" / "01").mkdir(parents=True)
    write(root, LEAST)
    assert find_course(root / "source" / "01").root == root
    with pytest.raises(CourseError, match=r"no course\.toml here .*--course-root DIR"):
        find_course(tmp_path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id = ", "this is not a readable TOML file"),
        ('id = "tiny"\n', "key title: this key is missing. Add a line such as"),
        (
            LEAST + "colour = 1\n",
            "key colour: this key is unknown. Remove it. Possible keys are answers, downloads, edition",
        ),
        (LEAST.replace('"Tiny"', "3"), "key title: 3 is not text. Write it in quotes."),
        (LEAST.replace('"tiny"', '"../tiny"'), "key id: '../tiny' is not a file name."),
        (LEAST + "downloads = '('\n", "key downloads: this is not a regular expression"),
        (LEAST + "downloads = '(?P<student_id>.*)'\n", "key downloads: the pattern needs the groups"),
        (LEAST + "edition = 0\n", "key edition: 0 is not an edition. Write a number from 1 to 9999."),
        (LEAST + 'edition = "2"\n', "key edition: '2' is not an edition."),
        (LEAST + "grading = 3\n", "key grading: write a table [grading]"),
        (LEAST + "[grading]\nload = 3\n", "key grading.load: this key is unknown. Remove it"),
        (LEAST + "[grading]\npreload = 'numpy'\n", "key grading.preload: 'numpy' is not the name of a module."),
        (LEAST + "[grading]\npreload = ['numpy', 'a b']\n", "key grading.preload: 'a b' is not the name of a module."),
        (LEAST + "answers = 3\n", "key answers: write a table [answers]"),
        (LEAST + "[answers]\nwrongs = 3\n", "key answers.wrongs: this key is unknown. Remove it"),
        (LEAST + "visible = 3\n", "key visible: write a table [visible]"),
        (LEAST + "[visible]\nshare = 80\n", "key visible.share: 80 is not a share. Write a number from 0 to 1."),
        (LEAST + "[visible.exercises]\nx = true\n", "key visible.exercises.x: True is not a share."),
        (LEAST + "[answers]\nwrong = true\n", "key answers.wrong: True is not a number of answers."),
    ],
)
def test_a_mistake_is_named_with_file_key_and_remedy(tmp_path, text, says):
    with pytest.raises(CourseError, match=rf"course\.toml.*{re.escape(says)}"):
        read_course(write(tmp_path, text))
