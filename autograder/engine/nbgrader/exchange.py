"""nbgrader's exchange for classes in which some hand in by file; `settings.py` puts it in nbgrader's place for it."""

from __future__ import annotations

from pathlib import Path

from nbgrader.exchange.default import ExchangeReleaseFeedback

NOTES = ("timestamp.txt", "submission_secret.txt")
"""What the exchange lays beside a submission, and by which a student finds the feedback on it."""


class ReleaseFeedback(ExchangeReleaseFeedback):
    """Puts feedback pages into the exchange for those who handed in through it.

    nbgrader's own stops at the first student who did not, and nobody after that one gets a page.
    """

    def copy_files(self) -> None:
        """Leave out those whom the exchange does not know, and say so."""
        pages = Path(self.coursedir.root).glob(f"{self.coursedir.feedback_directory}/*/{self.coursedir.assignment_id}")
        unknown = sorted(each.parent.name for each in pages if not all((each / note).is_file() for note in NOTES))
        if unknown:
            self.log.warning("Handed in by file, so not by the exchange: %s", ", ".join(unknown))
        before = self.coursedir.student_id_exclude
        self.coursedir.student_id_exclude = ",".join([*filter(None, before.split(",")), *unknown])
        try:
            super().copy_files()
        finally:
            self.coursedir.student_id_exclude = before
