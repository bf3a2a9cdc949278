"""Which other accounts could read a folder or rename something, and what `protect` changes."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from pathlib import Path

import pytest
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from typer.testing import CliRunner

from autograder.cli import app
from autograder.cli import shared_machine as gate
from autograder.course.class_folder import ClassFolder
from autograder.engine import accounts
from autograder.engine.accounts import TRUSTED, Account, other_accounts, readers, renamers
from autograder.engine.nbgrader import shared_machine
from autograder.engine.nbgrader.shared_machine import look, make_exchange, protect
from tests.support.this_course import COURSE

EVE = Account("eve", 54321, frozenset({54321}))
OWNER = Account("owner of the exchange", os.getuid())
TA = Account("ta", 54322, frozenset({54322, os.getgid()}))


@pytest.fixture
def place(monkeypatch):
    """A folder that every account can enter, unlike pytest's own, on a machine with one other account."""
    monkeypatch.setattr(shared_machine, "other_accounts", lambda: [EVE])
    folder = Path(tempfile.mkdtemp(dir="/tmp", prefix="open-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def folder(path, mode):
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(mode)
    return path


def course_at(root, **settings):
    config = Config()
    config.CourseDirectory.update(root=str(root), course_id="abc", db_url=f"sqlite:///{root}/gradebook.db", **settings)
    return CourseDirectory(config=config)


@pytest.mark.parametrize(
    ("above", "mode", "who"),
    [
        (0o755, 0o755, [EVE, TA]),
        (0o755, 0o711, [EVE, TA]),
        (0o755, 0o750, [TA]),
        (0o700, 0o777, []),
        (0o755, 0o700, []),
    ],
)
def test_a_folder_is_read_by_whoever_can_enter_it(place, above, mode, who):
    folder(place / "home" / "course", mode)
    folder(place / "home", above)
    assert readers(place / "home" / "course", [EVE, TA]) == who


def test_a_file_is_read_by_its_mode_and_not_if_it_is_missing(place):
    (place / "gradebook.db").touch()
    assert readers(place / "gradebook.db", [EVE]) == [EVE] and readers(place / "none.db", [EVE]) == []
    (place / "gradebook.db").chmod(0o600)
    assert readers(place / "gradebook.db", [EVE]) == []


@pytest.mark.parametrize(
    ("mode", "account", "can"), [(0o777, EVE, True), (0o1777, EVE, False), (0o755, EVE, False), (0o1777, OWNER, True)]
)
def test_a_folder_is_renamed_in_a_folder_that_anybody_can_write(place, mode, account, can):
    exchange = folder(place / "exchange", mode)
    course = folder(exchange / "abc", 0o755)
    assert [renamed for _, renamed in renamers(course, [account])] == ([course] if can else [])


def test_one_line_names_each_thing_and_protect_closes_it(place):
    root, exchange = folder(place / "course", 0o755), folder(place / "exchange", 0o777)
    folder(exchange / "abc" / "inbound", 0o2733)
    folder(exchange / "abc", 0o755)
    (place / "grades.db").touch()
    course = course_at(root)
    course.db_url = f"sqlite:///{place}/grades.db"
    lines = look(course, str(exchange))
    assert [line.partition(":")[0] for line in lines] == [str(root), str(place / "grades.db"), str(exchange / "abc")]
    assert all("eve could" in line and "`autograder protect`" in line and "\n" not in line for line in lines)
    changes = protect(course, str(exchange))
    assert f"chmod 700 {root}" in changes and f"chmod 1777 {exchange}" in changes and len(changes) == 4
    assert look(course, str(exchange)) == protect(course, str(exchange)) == []
    assert stat.S_IMODE((exchange / "abc" / "inbound").stat().st_mode) == 0o3733


def test_nothing_is_said_if_there_is_no_other_account(place, monkeypatch):
    monkeypatch.setattr(shared_machine, "other_accounts", lambda: [])
    assert look(course_at(folder(place / "course", 0o777)), str(folder(place / "exchange", 0o777))) == []


def test_the_group_of_a_shared_course_does_not_count(place, monkeypatch):
    monkeypatch.setattr(shared_machine, "other_accounts", lambda: [TA])
    root = folder(place / "course", 0o770)
    assert look(course_at(root)) and not look(course_at(root, groupshared=True))
    root.chmod(0o775)
    assert protect(course_at(root, groupshared=True)) == [f"chmod 770 {root}"]


def test_a_new_exchange_can_be_written_but_not_renamed(place):
    make_exchange(place / "exchange")
    assert stat.S_IMODE((place / "exchange").stat().st_mode) == 0o1777


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("passwd: files systemd\n", False),
        ("passwd:\tcompat\ngroup: ldap\n", False),
        ("passwd: files sss\n", True),
        ("passwd: files [NOTFOUND=return] ldap\n", True),
        ("", False),
    ],
)
def test_accounts_of_a_directory_service_count(tmp_path, text, has):
    (tmp_path / "nsswitch.conf").write_text(text)
    assert accounts._has_directory_service(str(tmp_path / "nsswitch.conf")) is has


def test_trusted_accounts_do_not_count(monkeypatch):
    monkeypatch.delenv(TRUSTED, raising=False)
    known = other_accounts()
    monkeypatch.setenv(TRUSTED, ",".join(account.name for account in known))
    assert other_accounts() == []
    monkeypatch.setenv(TRUSTED, "*")
    assert other_accounts() == []


@pytest.fixture
def real(place, monkeypatch):
    """The class folder of a real submission that the other account could read."""
    folder(place / "class" / "submitted" / "ada" / "04_numpy_rnn", 0o755)
    monkeypatch.setattr("autograder.engine.isolation.self_test.require", lambda **_: None)
    return place / "class"


def test_real_submissions_are_refused_until_the_modes_are_right(real, monkeypatch):
    monkeypatch.setattr(gate, "_parts", lambda folder: [(course_at(folder.root), "")])
    course = ClassFolder(real, COURSE)
    with pytest.raises(gate.OpenFolderError, match="eve could read"):
        gate.refuse_open_folder(course, app.console)
    runner = CliRunner()
    checked = runner.invoke(app.app, ["protect", "--check", "--course", str(real)])
    assert checked.exit_code == 1 and stat.S_IMODE(real.stat().st_mode) == 0o755
    done = runner.invoke(app.app, ["protect", "--course", str(real)])
    assert done.exit_code == 0 and f"chmod 700 {real}" in done.output.replace("\n", "")
    gate.refuse_open_folder(course, app.console)


def test_the_sample_class_is_graded_with_one_line(real, monkeypatch, capsys):
    monkeypatch.setattr(gate, "_parts", lambda folder: [(course_at(real), "")])
    gate.refuse_open_folder(ClassFolder(COURSE.root.resolve() / "sample", COURSE), app.console)
    assert capsys.readouterr().out.count("\n") == 1
