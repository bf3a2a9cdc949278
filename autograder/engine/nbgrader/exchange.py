"""nbgrader's exchange for classes in which some students hand in by file."""

from __future__ import annotations

import glob
import os
import re
import shutil
import stat
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import Exchange, ExchangeCollect, ExchangeReleaseAssignment, ExchangeReleaseFeedback

from autograder.engine.nbgrader.shared_machine import look, make_exchange
from autograder.engine.regular_files import CopyLimits, copy_regular, is_plain_name, shown

try:
    import pwd
except ImportError:  # Windows has no exchange
    pwd = None  # type: ignore[assignment]

NOTES = ("timestamp.txt", "submission_secret.txt")
"""The file that the exchange puts beside a submission, with which a student finds the feedback on it."""


class Collect(ExchangeCollect):
    """Collects regular files only, and credits a submission only to the account that handed it in.

    A submission that cannot be collected is named in the log, and the rest of the class is collected.
    """

    def _path_to_record(self, path: str) -> dict[str, Any]:
        """Return nbgrader's record of a submission, without a user name if it is left out."""
        try:
            record = super()._path_to_record(path)
            reason = self._reason_against(path, record["username"])
        except (ExchangeError, ValueError, OverflowError, OSError) as error:
            record, reason = {"filename": os.path.basename(path)}, f"its name or time cannot be read ({error})"
        if not reason:
            return record
        self.log.error("Not collected: %s: %s", shown(path), reason)
        return {**record, "username": "", "timestamp": datetime.min}

    def _reason_against(self, path: str, student: str) -> str:
        """Return why a submission is not collected, or an empty text."""
        status = os.lstat(path)
        if not stat.S_ISDIR(status.st_mode):
            return "it is not a folder, and links are not followed"
        if not is_plain_name(student) or student.startswith("."):
            return "the student's name has characters that no folder may have"
        if not self.check_owner or pwd is None or _is_own(status.st_uid):
            return ""
        try:
            owner = pwd.getpwuid(status.st_uid).pw_name
        except KeyError:
            owner = f"user {status.st_uid}"
        if owner == student:
            return ""
        return (
            f"it says that {student} handed it in, but it belongs to {owner}. If the names of accounts and students "
            "differ here, set c.ExchangeCollect.check_owner = False in nbgrader_config.py."
        )

    def init_src(self) -> None:
        """Find the last submission of each student, as nbgrader does, among those that may be collected."""
        super().init_src()
        found: list[dict[str, Any]] = self.src_records  # type: ignore[has-type]  # nbgrader's class declares none
        self.src_records = [record for record in found if record["username"]]

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        """Copy a submission from the exchange. A submission that cannot be copied is named in the log."""
        course = self.coursedir
        limits = CopyLimits(1000 * course.max_file_size, 1000 * course.max_dir_size)

        def wanted(name: str) -> bool:
            return not any(fnmatch(name, pattern) for pattern in course.ignore)

        try:
            left_out = copy_regular(Path(src), Path(dest), limits, wanted)
        except OSError as error:
            shutil.rmtree(dest, ignore_errors=True)
            self.log.error("Not collected: %s: %s", shown(src), error)
            return
        for line in left_out:
            self.log.error("Left out of %s: %s", shown(src), line)
        if course.groupshared:
            for base, _, names in os.walk(dest):
                os.chmod(base, stat.S_IMODE(os.stat(base).st_mode) | 0o2770)
                for name in names:
                    os.chmod(os.path.join(base, name), 0o664)


class ReleaseAssignment(ExchangeReleaseAssignment):
    """Releases an assignment only if no other account could read the course or rename what is in the exchange."""

    def ensure_root(self) -> None:
        """Create the exchange if it is missing. Raise ExchangeError if another account could do harm."""
        if not Path(self.root).exists():
            self.log.warning("Creating exchange directory: %s", self.root)
            make_exchange(Path(self.root))
        _refuse_open(self)
        super().ensure_root()  # makes it writable for everybody


def _is_own(uid: int) -> bool:
    """Return whether a user is root or the instructor, who may hand in for others."""
    return uid in (0, os.geteuid())


def _refuse_open(exchange: Exchange) -> None:
    """Raise ExchangeError if another login account could read the course or rename what is in the exchange."""
    lines = look(exchange.coursedir, exchange.root)
    for line in lines:
        exchange.log.error("%s", line)
    if lines:
        exchange.fail("Nothing was released.")


class ReleaseFeedback(ExchangeReleaseFeedback):
    """Puts feedback pages into the exchange for those who handed in through it.

    nbgrader's own class stops at the first student who did not, so nobody after that student gets a page.
    """

    def ensure_root(self) -> None:
        """Raise ExchangeError if the exchange is missing, or if another account could do harm."""
        _refuse_open(self)
        super().ensure_root()

    def copy_files(self) -> None:
        """Leave out students whom the exchange does not know, and log their names."""
        course = self.coursedir
        where = (course.feedback_directory, "(?P<student>.*)", course.assignment_id)
        found = glob.glob(course.format_path(course.feedback_directory, "*", course.assignment_id))
        pages = [(re.fullmatch(course.format_path(*where, escape=True), each), Path(each)) for each in found]
        unknown = sorted(
            match["student"] for match, each in pages if match and not all((each / note).is_file() for note in NOTES)
        )
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
