"""nbgrader's exchange for classes in which some students hand in by file."""

from __future__ import annotations

from pathlib import Path

from nbgrader.exchange.default import ExchangeReleaseFeedback

NOTES = ("timestamp.txt", "submission_secret.txt")
"""The file that the exchange puts beside a submission, with which a student finds the feedback on it."""


class ReleaseFeedback(ExchangeReleaseFeedback):
    """Puts feedback pages into the exchange for those who handed in through it.

    nbgrader's own class stops at the first student who did not, so nobody after that student gets a page.
    """

    def copy_files(self) -> None:
        """Leave out students whom the exchange does not know, and log their names."""
        pages = Path(self.coursedir.root).glob(f"{self.coursedir.feedback_directory}/*/{self.coursedir.assignment_id}")
        unknown = sorted(each.parent.name for each in pages if not all((each / note).is_file() for note in NOTES))
        if unknown:
            self.log.warning(
                "These students handed in by file, so the exchange gives them no feedback: %s", ", ".join(unknown)
            )
        before = self.coursedir.student_id_exclude
        self.coursedir.student_id_exclude = ",".join([*filter(None, before.split(",")), *unknown])
        try:
            super().copy_files()
        finally:
            self.coursedir.student_id_exclude = before
