"""Grades as tables that Canvas and Moodle import: plugins for `nbgrader export --exporter=…`.

One row a student, one column an assignment. A cell is empty where nothing was handed in.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
from nbgrader.api import Gradebook
from nbgrader.plugins import ExportPlugin
from traitlets import Dict, Unicode

from autograder.reporting.csv_files import write_sheet


class GradeTable(ExportPlugin):
    """What both platforms have in common. `--to`, `--student` and `--assignment` work as with nbgrader's own."""

    file_name = Unicode("grades.csv", help="Where the table goes without --to.").tag(config=True)
    columns = Dict(help="Assignment → title of its column; its name where none is given.").tag(config=True)

    def export(self, gradebook: Gradebook) -> None:
        """Write the table, whole or not at all."""
        header, *rows = self.rows(gradebook)
        target = Path(self.to or self.file_name)
        write_sheet(target, pd.DataFrame(rows, columns=header))
        self.log.info("Grades are in %s", target)

    def rows(self, gradebook: Gradebook) -> Iterator[list[str]]:
        """Yield the table's rows, the header first."""
        wanted = [str(each) for each in self.assignment]
        assignments = [each for each in gradebook.assignments if not wanted or each.name in wanted]
        scores = {each.name: self._scores(gradebook, each.name) for each in assignments}
        titles = [str(self.columns.get(each.name, each.name)) for each in assignments]
        yield from self.head(titles, [number(each.max_score) for each in assignments])
        chosen = {str(each) for each in self.student}
        students = sorted((s for s in gradebook.students if not chosen or s.id in chosen), key=lambda s: s.id)
        self.warn(students)
        for student in students:
            person = [" ".join((text or "").split()) for text in self.person(student)]
            yield [*person, *(scores[a.name].get(student.id, "") for a in assignments)]

    def _scores(self, gradebook: Gradebook, assignment: str) -> dict[str, str]:
        submissions = gradebook.assignment_submissions(assignment)
        waiting = sum(bool(each.needs_manual_grade) for each in submissions)
        if waiting:
            self.log.warning("%s: %d submissions still wait for points by hand", assignment, waiting)
        return {
            each.student.id: number(max(0.0, each.score - (each.late_submission_penalty or 0))) for each in submissions
        }

    def head(self, titles: list[str], points: list[str]) -> Iterator[list[str]]:
        """Yield the rows above the students'."""
        raise NotImplementedError

    def person(self, student: Any) -> list[str | None]:
        """Return the cells by which the platform knows a student of the gradebook."""
        raise NotImplementedError

    def warn(self, students: list[Any]) -> None:
        """Say in one line whom the platform may not find."""
        raise NotImplementedError

    def _warn(self, missing: list[Any], what: str) -> None:
        if missing:
            names = ", ".join(each.id for each in missing[:10]) + (" …" if len(missing) > 10 else "")
            self.log.warning("%d students have no %s: %s", len(missing), what, names)


class CanvasExportPlugin(GradeTable):
    """What Canvas imports under Grades → Import.

    Canvas looks for a student by ID (`lms_user_id` in the gradebook), else by login, else by name. A column belongs
    to the assignment of the same title, or to the number in brackets at its end, as in "NumPy (4711)".
    """

    file_name = Unicode("canvas.csv", help="Where the table goes without --to.").tag(config=True)

    def head(self, titles: list[str], points: list[str]) -> Iterator[list[str]]:
        """Canvas's header, and the row from which it takes the points of an assignment."""
        yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *titles]
        yield ["Points Possible", "", "", "", "", *points]

    def person(self, student: Any) -> list[str | None]:
        """Name as Canvas sorts it, number, nothing, login, nothing."""
        name = ", ".join(part for part in (student.last_name, student.first_name) if part)
        return [name or student.id, student.lms_user_id, "", student.id, ""]

    def warn(self, students: list[Any]) -> None:
        """Name those whom Canvas must find by login or by name."""
        self._warn([each for each in students if not each.lms_user_id], "lms_user_id, Canvas goes by login or name")


class MoodleExportPlugin(GradeTable):
    """What Moodle imports under Grades → Import → CSV file, where one says which column is which."""

    file_name = Unicode("moodle.csv", help="Where the table goes without --to.").tag(config=True)

    def head(self, titles: list[str], points: list[str]) -> Iterator[list[str]]:
        """Moodle's own names for what it knows users by."""
        yield ["ID number", "Email address", "First name", "Last name", *titles]

    def person(self, student: Any) -> list[str | None]:
        """Return number (or the student's id), e-mail address, names."""
        return [student.lms_user_id or student.id, student.email, student.first_name, student.last_name]

    def warn(self, students: list[Any]) -> None:
        """Name those who have neither a number nor an address."""
        lost = [each for each in students if not (each.lms_user_id or each.email)]
        self._warn(lost, "lms_user_id and no email, Moodle finds them if their ID number is the student's id here")


def number(value: float) -> str:
    """Points as a person writes them, with two digits at the most."""
    return f"{round(value, 2):.12g}"
