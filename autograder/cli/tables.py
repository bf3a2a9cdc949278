"""Tables that sum up a graded class or an audit for the screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.table import Column, Table

from autograder.classroom.recorder import GRADED, Grade
from autograder.course.assignment import NOT_WRITTEN, exercise_of

if TYPE_CHECKING:
    from autograder.audit.audit import Audit, ExerciseAudit


def points_table(grades: list[Grade]) -> Table:
    """Return a table of points: students in rows, assignments in columns."""
    assignments = sorted({grade.assignment for grade in grades})
    names = [name.replace("_", " ") for name in [*assignments, "all"]]
    # a heading may wrap, but points may not, so that all six assignments fit in 80 columns
    headings = [Column(name, justify="right", min_width=len("187/187"), overflow="fold") for name in names]
    table = Table("student", *headings, show_edge=False)
    by_cell = {(grade.student, grade.assignment): grade for grade in grades}
    for student in sorted({grade.student for grade in grades}):
        row = [by_cell[student, name] for name in assignments if (student, name) in by_cell]
        cells = [_points([by_cell[student, name]]) if (student, name) in by_cell else "–" for name in assignments]
        table.add_row(student, *cells, _points(row))
    return table


def reasons(grade: Grade, most: int = 3) -> list[str]:
    """Return why a submission lost points, in at most `most` lines; all unwritten exercises share one line."""
    several = len({check.notebook for check in grade.checks}) > 1
    lost = [check for check in grade.checks if check.points < check.max_points]
    places = [f"{check.notebook}/" if several else "" for check in lost]
    exercises = [place + exercise_of(check.check) for place, check in zip(places, lost, strict=True)]
    open_ones = sorted(
        {name for name, check in zip(exercises, lost, strict=True) if check.message.startswith(NOT_WRITTEN)}
    )
    lines = ([] if grade.reason == GRADED else [grade.reason]) + grade.remarks
    if grade.late_penalty:
        lines.append(f"handed in late, so {grade.late_penalty:g} points are taken off")
    if open_ones:
        lines.append(f"{len(open_ones)} not written: {', '.join(open_ones)}")
    failures = Counter(exercises)
    seen: set[str] = set()
    for place, name, check in zip(places, exercises, lost, strict=True):
        if name in seen or name in open_ones:
            continue
        seen.add(name)
        more = f" (and {failures[name] - 1} more checks)" if failures[name] > 1 else ""
        first = check.message.splitlines()[0] if check.message else "no points"
        lines.append(f"{place}{check.check}: {first}{more}")
    if len(lines) > most:
        lines[most:] = [f"… and {len(lines) - most} more exercises"]
    return lines


def _points(grades: list[Grade]) -> str:
    return (
        f"{sum(grade.points - grade.late_penalty for grade in grades):g}/{sum(grade.max_points for grade in grades):g}"
    )


def audit_table(audits: list[Audit]) -> Table:
    """Return a table of an audit: the exercises in rows, and what the checks noticed in columns."""
    table = Table(
        "exercise",
        *(
            Column(name, justify="right")
            for name in ("seen before hand-in", "and named", "seen after", "right accepted", "mutants")
        ),
    )
    everything = [exercise for result in audits for exercise in result.exercises.values()]
    for result in audits:
        table.add_row(result.assignment, style="bold")
        for exercise in result.exercises.values():
            table.add_row("  " + exercise.name, *_counts([exercise]))
        table.add_section()
    table.add_row("all", *_counts(everything), style="bold")
    return table


def _counts(exercises: list[ExerciseAudit]) -> list[str]:
    return [
        f"{sum(getattr(e, part) for e in exercises)} of {sum(getattr(e, total) for e in exercises)}"
        for part, total in (
            ("seen", "wrong"),
            ("named", "usual"),
            ("wrong_caught", "wrong"),
            ("right_accepted", "right"),
            ("mutants_caught", "mutants"),
        )
    ]
