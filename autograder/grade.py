"""Grades a class: every submission that lies in a course folder, each to a grade and a reason.

Finding submissions is `intake.py`'s part, recording grades `gradebook.py`'s.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from autograder.course import RELEASE, assignment_names, read_assignment
from autograder.gradebook import CourseFolder, Grade, GradingError, is_notebook, untouched
from autograder.intake import HandedIn, find_submissions
from autograder.pages import write_text

GRADED = "graded"


@dataclass
class ClassReport:
    """What came of a class: a grade for each submission, and a line for each folder that was none."""

    grades: list[Grade]
    problems: list[str]

    @property
    def all_judged(self) -> bool:
        """Whether every submission was a notebook that could be judged."""
        return not self.problems and all(each.reason.split(":")[0] in (GRADED, "renamed") for each in self.grades)


def grade_class(
    course: CourseFolder,
    assignments: Sequence[str] | None = None,
    students: Sequence[str] | None = None,
    on_start: Callable[[int], None] = lambda total: None,
    on_grade: Callable[[Grade], None] = lambda grade: None,
) -> ClassReport:
    """Grade all submissions of a course folder, or those of some assignments or students; write feedback.

    `on_start` hears how many there are, `on_grade` each grade as it is known. A summary of all of them is written
    to `summary.json` in the course folder's `feedback/`.
    """
    submissions, problems = find_submissions(course.submitted, assignments, students)
    on_start(len(submissions))
    for name in [name for name in assignment_names() if any(s.assignment == name for s in submissions)]:
        course.register(read_assignment(name))
    grades = []
    for submission in submissions:
        grades.append(grade_one(course, submission))
        on_grade(grades[-1])
    report = ClassReport(grades, problems)
    summary = {"grades": [asdict(grade) for grade in grades], "problems": problems}
    write_text(course.feedback / "summary.json", json.dumps(summary, indent=1, ensure_ascii=False) + "\n")
    return report


def grade_one(course: CourseFolder, submission: HandedIn) -> Grade:
    """Grade one submission and write its feedback; whatever is wrong with it becomes the grade's reason."""
    assignment = read_assignment(submission.assignment)
    reason = submission.remark
    if not submission.data and not reason:
        reason = is_notebook(b"")
    elif submission.data and (fault := is_notebook(submission.data)):
        reason = fault
    data = submission.data if not reason or reason.startswith("renamed") else untouched(assignment, RELEASE)
    try:
        course.autograde(submission.student, assignment, data)
        course.write_feedback(submission.student, assignment)
        return course.read_grade(submission.student, assignment, reason or GRADED)
    except GradingError as error:
        return Grade(submission.student, assignment.name, f"not graded: {str(error).splitlines()[-1]}")
