"""What two real accounts of this machine can do to a course, before and after `autograder protect`."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.engine.accounts import TRUSTED, other_accounts
from autograder.engine.nbgrader.shared_machine import look, protect

pytestmark = pytest.mark.long

TEACHER, STUDENT = "autograder-t", "autograder-s"


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path | None]:
    """The home of the teacher with mode 755, as Debian makes it; None if this process may not add accounts."""
    if os.geteuid() != 0 or not shutil.which("useradd"):
        yield None
        return
    monkeypatch.delenv(TRUSTED, raising=False)
    place = Path(tempfile.mkdtemp(dir="/tmp", prefix="homes-"))
    place.chmod(0o755)
    try:
        for name in (TEACHER, STUDENT):
            subprocess.run(["useradd", "-m", "-b", str(place), "-s", "/bin/sh", name], check=True, capture_output=True)
            (place / name).chmod(0o755)
        yield place / TEACHER
    finally:
        for name in (TEACHER, STUDENT):
            subprocess.run(["userdel", name], capture_output=True)
        shutil.rmtree(place)


def can(account: str, *command: str | Path) -> bool:
    """Run a command as an account; return whether it succeeded."""
    entry = pwd.getpwnam(account)
    who = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    return subprocess.run([*map(str, command)], capture_output=True, cwd="/", **who).returncode == 0


def give(path: Path, mode: int) -> Path:
    """Make a folder of the teacher's."""
    path.mkdir(exist_ok=True)
    entry = pwd.getpwnam(TEACHER)
    os.chown(path, entry.pw_uid, entry.pw_gid)
    path.chmod(mode)
    return path


def test_protect_closes_what_another_account_could_do(home: Path | None) -> None:
    if home is None:
        warnings.warn("not tried, because it needs root and useradd: two real accounts on this machine", stacklevel=1)
        return
    root, exchange = give(home / "course", 0o755), give(home / "exchange", 0o777)
    course, inbound = give(exchange / "abc", 0o755), give(exchange / "abc" / "inbound", 0o2733)
    (root / "gradebook.db").write_text("points")
    config = Config()
    config.CourseDirectory.update(root=str(root), course_id="abc", db_url=f"sqlite:///{root}/gradebook.db")
    folders = CourseDirectory(config=config)

    assert {TEACHER, STUDENT} <= {account.name for account in other_accounts()}
    assert can(STUDENT, "cat", root / "gradebook.db")
    assert can(STUDENT, "mv", course, exchange / "gone") and can(STUDENT, "mv", exchange / "gone", course)
    lines = look(folders, str(exchange))
    assert [line.partition(":")[0] for line in lines] == [str(root), str(course)]
    assert STUDENT in lines[0] and STUDENT in lines[1]

    protect(folders, str(exchange))
    assert look(folders, str(exchange)) == []
    assert not can(STUDENT, "cat", root / "gradebook.db") and not can(STUDENT, "mv", course, exchange / "gone")
    assert can(TEACHER, "cat", root / "gradebook.db")
    assert can(STUDENT, "mkdir", inbound / "handed-in") and not can(STUDENT, "ls", inbound)
    assert not can(STUDENT, "mv", root, home / "elsewhere")
    assert stat.S_IMODE(exchange.stat().st_mode) == 0o1777
