"""Makes classes of made-up students: the sample class, and classes for tests and measurements.

A submission is the student's version of a notebook with some solution cells filled in from `answers/`.
"""

from __future__ import annotations

import copy
import random
import shutil
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.audit.answers import Answer, read_answers
from autograder.course.assignment import Assignment, CourseError, grading, is_solution
from autograder.course.course import Course


@dataclass(frozen=True)
class MadeUpStudent:
    """How a student of a made-up class works: the exercises that are solved, and the mistakes in them.

    A mistake is `<assignment>/<exercise>/<name>`, a wrong answer of the catalogue.
    """

    name: str
    about: str
    solved: str
    mistakes: tuple[str, ...] = ()

    def cells(self, assignment: Assignment, answers: Path) -> dict[str, str]:
        """Return the cells that this student writes, by grade_id; `answers` is the folder of the catalogue.

        Raises:
            CourseError: `solved` is not one of all, half and none, or the catalogue has no such mistake.
        """
        exercises = list(assignment.exercises.values())
        parts = {"all": len(exercises), "half": len(exercises) // 2, "none": 0}
        if self.solved not in parts:
            raise CourseError(
                f"student {self.name}: solved = {self.solved!r} is unknown. Use one of {', '.join(parts)}"
            )
        written = {exercise.name: exercise.solution.source for exercise in exercises[: parts[self.solved]]}
        for answer in self.wrong_answers(assignment, answers):
            written |= answer.cells
        return written

    def wrong_answers(self, assignment: Assignment, answers: Path) -> list[Answer]:
        """Return the mistakes that this student makes in an assignment.

        Raises:
            CourseError: the catalogue has no such mistake.
        """
        chosen = [label for label in self.mistakes if label.partition("/")[0] == assignment.name]
        known = {
            f"{assignment.name}/{answer.label}": answer
            for answer in read_answers(assignment, answers)
            if not answer.is_right
        }
        if unknown := set(chosen) - set(known):
            raise CourseError(f"student {self.name}: answers/ has no wrong answer {', '.join(sorted(unknown))}")
        return [known[label] for label in chosen]


def read_class(path: Path) -> list[MadeUpStudent]:
    """Return the students of a class file.

    Raises:
        CourseError: the file is missing, or its format differs from the sample's.
    """
    try:
        students = tomllib.loads(path.read_text(encoding="utf-8"))["students"]
        return [
            MadeUpStudent(name, entry["about"], entry["solved"], tuple(entry.get("mistakes", ())))
            for name, entry in students.items()
        ]
    except (OSError, KeyError, TypeError, AttributeError, tomllib.TOMLDecodeError) as error:
        raise CourseError(f"{path}: this is not a class of made-up students ({error})") from error


def fill_in(released: NotebookNode, cells: Mapping[str, str]) -> NotebookNode:
    """Return the students' version of a notebook with some solution cells (by grade_id) filled in."""
    notebook = copy.deepcopy(released)
    for cell in notebook.cells:
        if is_solution(cell) and grading(cell)["grade_id"] in cells:
            cell.source = cells[grading(cell)["grade_id"]]
    return notebook


def write_class(
    course: Course, students: Iterable[MadeUpStudent], submitted: Path, names: Iterable[str] | None = None
) -> None:
    """Write the students' submissions to `submitted/<student>/<assignment>/`; remove what was there."""
    if submitted.exists():
        shutil.rmtree(submitted)
    assignments = [(course.assignment(name), course.released(name)) for name in names or course.assignment_names]
    for student in students:
        for assignment, released in assignments:
            folder = submitted / student.name / assignment.name
            folder.mkdir(parents=True)
            nbformat.write(
                fill_in(released.notebook, student.cells(assignment, course.answers)), folder / released.path.name
            )


KINDS = {"right": 0.25, "partly right": 0.35, "wrong": 0.25, "untouched": 0.15}
"""The share of each kind of student in a mixed class."""


def mixed_class(assignment: Assignment, answers: Path, size: int, seed: int = 0) -> dict[str, dict[str, str]]:
    """Return a class made from the answers to an assignment: student → solution cell's grade_id → code.

    A quarter of the students have everything right, each exercise in the style of one of the right answers. The partly
    right students have about half of the exercises, and one in four of those is wrong. The wrong students have a
    mistake in each. The same seed gives the same class, and a larger class starts with the students of a smaller one.
    """
    right: dict[str, list[str]] = {name: [exercise.solution.source] for name, exercise in assignment.exercises.items()}
    wrong: dict[str, list[str]] = {name: [] for name in assignment.exercises}
    for answer in read_answers(assignment, answers):
        (right if answer.is_right else wrong)[answer.exercise].append(answer.code)
    dice = random.Random(seed)
    students = {}
    for number in range(size):
        kind = dice.choices(list(KINDS), list(KINDS.values()))[0]
        cells = {}
        for name in assignment.exercises:
            written = kind != "untouched" and (kind != "partly right" or dice.random() < 0.5)
            mistaken = kind == "wrong" or (kind == "partly right" and dice.random() < 0.25)
            if written:
                cells[name] = dice.choice(wrong[name] if mistaken else right[name])
        students[f"student-{number:03d}"] = cells
    return students


def hand_in(students: Mapping[str, Mapping[str, str]], submitted: Path, released: Assignment) -> None:
    """Write each student's notebook to `submitted/<student>/<assignment>/`, signed, so that no two are equal."""
    for student, cells in students.items():
        notebook = fill_in(released.notebook, cells)
        notebook.cells.append(nbformat.v4.new_markdown_cell(f"By {student}.", id="signature"))
        folder = submitted / student / released.name
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / released.path.name)
