"""The course of this repository, for tests: its folders, its notebooks, its answers, and class folders of it."""

from collections.abc import Iterable
from pathlib import Path

from autograder.audit import answers as catalogue
from autograder.audit import made_up_class
from autograder.course.assignment import Assignment
from autograder.course.class_folder import ClassFolder
from autograder.course.course import read_course

ROOT = Path(__file__).parents[2]
COURSE = read_course(ROOT)
SOURCE, RELEASE, SOLUTIONS, ANSWERS = COURSE.source, COURSE.release, COURSE.solutions, COURSE.answers
SAMPLE = ROOT / "sample"
NAMES = COURSE.assignment_names

read_assignment, read_released = COURSE.assignment, COURSE.released


def read_answers(assignment: Assignment) -> list[catalogue.Answer]:
    """Return the answers of the catalogue to an assignment of this course."""
    return catalogue.read_answers(assignment, ANSWERS)


def class_folder(root: Path) -> ClassFolder:
    """Return a folder as a class folder of this course."""
    return ClassFolder(root, COURSE)


def write_class(
    students: Iterable[made_up_class.MadeUpStudent], submitted: Path, names: list[str] | None = None
) -> None:
    """Write the submissions of a class of this course."""
    made_up_class.write_class(COURSE, students, submitted, names)
