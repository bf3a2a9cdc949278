"""A class with everything that a report can show, for tests of its numbers and of its page."""

from __future__ import annotations

import random

from autograder.reporting.class_results import GradedAssignment, Item, Paper
from autograder.reporting.report import build_report, write_report_page

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
    return Paper(student, dict(zip(names, scores, strict=True)), messages, {"total": total, "area": area}, outcome)


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
