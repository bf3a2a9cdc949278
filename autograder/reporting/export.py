"""Grades as tables that Canvas and Moodle import: plugins for `nbgrader export --exporter=…`.

A table has one row per student and one column per assignment. A cell is empty if the student has submitted nothing.
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
    """The table that both platforms share. `--to`, `--student` and `--assignment` work as with nbgrader's own."""

    file_name = Unicode("grades.csv", help="File of the table without --to.").tag(config=True)
    columns = Dict(help="Assignment → title of its column; by default its name.").tag(config=True)

    def export(self, gradebook: Gradebook) -> None:
        """Write the table completely or not at all."""
        header, *rows = self.rows(gradebook)
        target = Path(self.to or self.file_name)
        write_sheet(target, pd.DataFrame(rows, columns=header))
        self.log.info("Grades are in %s", target)

    def rows(self, gradebook: Gradebook) -> Iterator[list[str]]:
        """Yield the table's rows, the header first."""
        wanted = [str(name) for name in self.assignment]
        assignments = [a for a in gradebook.assignments if not wanted or a.name in wanted]
        scores = {a.name: self._scores(gradebook, a.name) for a in assignments}
        titles = [str(self.columns.get(a.name, a.name)) for a in assignments]
        yield from self.head(titles, [number(a.max_score) for a in assignments])
        chosen = {str(student) for student in self.student}
        students = sorted((s for s in gradebook.students if not chosen or s.id in chosen), key=lambda s: s.id)
        self.warn(students)
        for student in students:
            person = [" ".join((text or "").split()) for text in self.person(student)]
            yield [*person, *(scores[a.name].get(student.id, "") for a in assignments)]

    def _scores(self, gradebook: Gradebook, assignment: str) -> dict[str, str]:
        submissions = gradebook.assignment_submissions(assignment)
        waiting = sum(bool(submission.needs_manual_grade) for submission in submissions)
        if waiting:
            self.log.warning("%s: %d submissions still wait to be graded by hand", assignment, waiting)
        return {
            submission.student.id: number(max(0.0, submission.score - (submission.late_submission_penalty or 0)))
            for submission in submissions
        }

    def head(self, titles: list[str], points: list[str]) -> Iterator[list[str]]:
        """Yield the rows above the rows of the students."""
        raise NotImplementedError

    def person(self, student: Any) -> list[str | None]:
        """Return the cells by which the platform recognizes a student."""
        raise NotImplementedError

    def warn(self, students: list[Any]) -> None:
        """Log in one line which students the platform may not find."""
        raise NotImplementedError

    def _warn(self, missing: list[Any], lack: str) -> None:
        if missing:
            names = ", ".join(student.id for student in missing[:10]) + (" …" if len(missing) > 10 else "")
            self.log.warning("%d students have no %s: %s", len(missing), lack, names)


class CanvasExportPlugin(GradeTable):
    """The table that Canvas imports under Grades → Import.

    Canvas looks for a student by ID (`lms_user_id` in the gradebook), else by login, else by name. A column belongs
    to the assignment of the same title, or to the number in brackets at its end, as in "NumPy (4711)".
    """

    file_name = Unicode("canvas.csv", help="File of the table without --to.").tag(config=True)

    def head(self, titles: list[str], points: list[str]) -> Iterator[list[str]]:
        """Yield Canvas's header, and the row from which Canvas reads the points of an assignment."""
        yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *titles]
        yield ["Points Possible", "", "", "", "", *points]

    def person(self, student: Any) -> list[str | None]:
        """Return the name as Canvas sorts it, the number, nothing, the login, nothing."""
        name = ", ".join(part for part in (student.last_name, student.first_name) if part)
        return [name or student.id, student.lms_user_id, "", student.id, ""]

    def warn(self, students: list[Any]) -> None:
        """Log the students whom Canvas must find by login or by name."""
        missing = [student for student in students if not student.lms_user_id]
        self._warn(missing, "lms_user_id, so Canvas looks for their login or name")


class MoodleExportPlugin(GradeTable):
    """The table that Moodle imports under Grades → Import → CSV file, where you map its columns."""

    file_name = Unicode("moodle.csv", help="File of the table without --to.").tag(config=True)

    def head(self, titles: list[str], points: list[str]) -> Iterator[list[str]]:
        """Yield Moodle's own names of the fields that identify a user."""
        yield ["ID number", "Email address", "First name", "Last name", *titles]

    def person(self, student: Any) -> list[str | None]:
        """Return the number (or the student's id), the e-mail address and the names."""
        return [student.lms_user_id or student.id, student.email, student.first_name, student.last_name]

    def warn(self, students: list[Any]) -> None:
        """Log the students who have neither a number nor an address."""
        missing = [student for student in students if not (student.lms_user_id or student.email)]
        self._warn(
            missing,
            "lms_user_id and no email, so Moodle finds them only if their ID number there is the student's id here",
        )


def number(value: float) -> str:
    """Return points as a person writes them, with at most two digits after the point."""
    return f"{round(value, 2):.12g}"
