"""A class with everything that a report can show, for tests of its numbers and of its page."""

from __future__ import annotations

import random

import nbformat
from nbformat.v4 import new_output
from nbgrader.api import Gradebook

from autograder.course.assignment import grading, is_check, is_solution
from autograder.engine.grading.outcome import Outcome, close_record
from autograder.engine.nbgrader.internals import one_commit
from autograder.engine.notebook.token_runs import cut
from autograder.reporting.class_results import GradedAssignment, Item, Paper
from autograder.reporting.report import build_report, write_report_page
from tests.support.this_course import COURSE, class_folder, read_assignment, read_released

NAME = "04_numpy_rnn"
TITLE = "Exercise 1 · The sum of all numbers"
STUB = '''def total(numbers, start):
    """The sum of some numbers."""
    # YOUR CODE HERE
    raise NotImplementedError()'''
HEAD = STUB.partition("    # YOUR")[0]
AREA = STUB.replace("total", "area")
SHORT = HEAD + "    return sum(numbers) + start"

UNUSUAL = (
    HEAD
    + """    partial = [start]
    for position in range(len(numbers) - 1, -1, -1):
        before = partial[-1]
        partial.append(before + numbers[position] * 1)
    while len(partial) > 1:
        last = partial.pop()
        if partial:
            partial[-1] = last
    return partial[0]"""
)
RENAMED = (
    HEAD
    + """    # my own idea
    acc = [start]

    for i in range(len(numbers) - 1, -1, -1):  # backwards
        v = acc[-1]
        acc.append(v + numbers[i] * 1)
    while len(acc) > 1:
        w = acc.pop()
        if acc:
            acc[-1] = w
    return acc[0]"""
)


def assignment(papers, name="04_numpy_rnn"):
    """Return an assignment of two exercises: `total` has two checks and a title, `area` has one check."""
    checks = [Item("total-values", "total", "the values", 2), Item("total-edge", "total", "one number", 1)]
    checks.append(Item("area-values", "area", "the area", 1))
    stubs, reference = {"total": STUB, "area": AREA}, {"total": SHORT, "area": ""}
    return GradedAssignment(name, checks, stubs, reference, [], papers, {"total": TITLE})


def paper(student, scores, total=SHORT, area=AREA, outcome="graded", **messages):
    """Return a submission with the points of the three checks, and messages by check (with _ for -)."""
    names = ("total-values", "total-edge", "area-values")
    messages = {key.replace("_", "-"): message for key, message in messages.items()}
    code, stubs = {"total": total, "area": area}, {"total": STUB, "area": AREA}
    runs = {name: cut(code[name], stubs[name]) for name in code}
    return Paper(student, dict(zip(names, scores, strict=True)), messages, code, outcome, runs=runs)


def written(report, folder):
    """Write the page of a report into a folder, and return its HTML."""
    write_report_page(report, folder / "report.html")
    return (folder / "report.html").read_text(encoding="utf-8")


def lively(number=12):
    """Return the report on a class with everything that the page can show."""
    dice = random.Random(1)
    papers = []
    for k in range(number):
        scores = [dice.choice([0, 1, 2]), dice.choice([0, 1]), dice.choice([0, 1])]
        code = {0: UNUSUAL, 1: RENAMED, 2: STUB}.get(k, SHORT)
        papers.append(paper(f"student {k}", scores, total=code, total_values="" if scores[0] == 2 else f"off by {k}"))
    papers.append(paper("broken", [0, 0, 0], outcome="unreadable"))
    papers[0].waiting = 1
    students = [submission.student for submission in papers]
    return build_report([assignment(papers), assignment(papers[:2], "05_deep_rnn")], students)


def graded_course(root, students, written=None):
    """Return a course folder as grading leaves it.

    `students` is student → exercises solved; the checks of all others failed. `written` is student → exercise → code.
    """
    course = class_folder(root)
    course.submitted.mkdir(parents=True)
    source, released = read_assignment(NAME), read_released(NAME)
    with Gradebook(course.gradebook_url, COURSE.id) as gradebook, one_commit(gradebook):
        gradebook.add_assignment(NAME)
        gradebook.add_notebook(source.notebook_name, NAME)
        checks = [cell for cell in source.notebook.cells if is_check(cell)]
        for cell in checks:
            given = grading(cell)
            gradebook.add_grade_cell(
                given["grade_id"], source.notebook_name, NAME, max_score=given["points"], cell_type="code"
            )
        for student, solved in students.items():
            gradebook.add_student(student)
            gradebook.add_submission(NAME, student)
            notebook = read_released(NAME).notebook
            for cell in notebook.cells:
                name = grading(cell).get("grade_id", "")
                if is_solution(cell) and name in solved:
                    cell.source = source.exercises[name].solution.source
                if is_solution(cell):
                    cell.source = (written or {}).get(student, {}).get(name, cell.source)
                if is_check(cell):
                    right = name.partition("-")[0] in solved
                    grade = gradebook.find_grade(name, source.notebook_name, NAME, student)
                    grade.auto_score = grading(cell)["points"] if right else 0
                    text = "Not written yet: put your code"
                    cell.outputs = [] if right else [new_output("error", ename="CheckFailed", evalue=text)]
            close_record(notebook, Outcome())
            path = root / "autograded" / student / NAME / released.path.name
            path.parent.mkdir(parents=True)
            nbformat.write(notebook, path)
    return course
