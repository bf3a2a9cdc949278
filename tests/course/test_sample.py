"""The sample class gets, check by check, what its members' answers deserve."""

import pytest

from autograder.audit.made_up_class import read_class
from autograder.classroom.grade_class import grade_class
from autograder.classroom.recorder import GRADED
from autograder.course.assignment import CourseError, grading
from tests.support.this_course import ANSWERS, NAMES, SAMPLE, class_folder, read_assignment, write_class

STUDENTS = read_class(SAMPLE / "class.toml")


def deserved(student, assignment):
    """Check → points, from the student's code and what the files of answers say about it."""
    written = student.cells(assignment, ANSWERS)
    failing = {check for answer in student.wrong_answers(assignment, ANSWERS) for check in answer.fails}
    return {
        grading(cell)["grade_id"]: grading(cell)["points"] * (name in written and cell.id not in failing)
        for name, exercise in assignment.exercises.items()
        for cell in exercise.hidden
    }


@pytest.fixture(scope="module")
def grades(tmp_path_factory):
    course = class_folder(tmp_path_factory.mktemp("sample"))
    write_class(STUDENTS, course.submitted)
    report = grade_class(course)
    assert report.all_judged
    return {(grade.student, grade.assignment): grade for grade in report.grades}


def test_the_class_shows_full_marks_part_marks_zero_and_mistakes():
    assert [student.solved for student in STUDENTS] == ["all", "half", "none", "all"]
    made = [STUDENTS[3].wrong_answers(read_assignment(name), ANSWERS) for name in NAMES]
    assert all(made), f"{STUDENTS[3].name} makes no mistake in some notebook"
    assert sum(map(len, made)) == len(STUDENTS[3].mistakes) and not any(each.mistakes for each in STUDENTS[:3])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("student", STUDENTS, ids=lambda student: student.name)
def test_every_check_gives_what_the_answer_deserves(grades, student, name):
    grade = grades[student.name, name]
    got = {check.check: check.points for check in grade.checks if check.max_points}
    assert got == deserved(student, read_assignment(name))
    assert grade.reason == GRADED


def test_a_class_file_with_an_unknown_word_is_named(tmp_path):
    path = tmp_path / "class.toml"
    path.write_text('[students.eve]\nabout = ""\nsolved = "some"\n')
    with pytest.raises(CourseError, match="eve"):
        read_class(path)[0].cells(read_assignment("04_numpy_rnn"), ANSWERS)
    path.write_text('[students.eve]\nabout = ""\nsolved = "all"\nmistakes = ["04_numpy_rnn/rnn_step/dot"]\n')
    with pytest.raises(CourseError, match=r"student eve: .*no wrong answer 04_numpy_rnn/rnn_step/dot"):
        read_class(path)[0].cells(read_assignment("04_numpy_rnn"), ANSWERS)
    path.write_text("students = 1")
    with pytest.raises(CourseError, match=r"class\.toml"):
        read_class(path)


def test_the_sample_lies_in_a_folder_of_its_own():
    assert (SAMPLE / "class.toml").exists() and SAMPLE.name == "sample"
