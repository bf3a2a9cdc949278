"""A class on the engine: results kept, stopped and gone on with, on a cluster that loses a worker, in PostgreSQL."""

import contextlib
import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path

import nbformat
import psutil
import pytest
from distributed import LocalCluster
from nbgrader.api import Gradebook

from autograder import grade as grading
from autograder import work
from autograder.classes import MadeUpStudent, write_class
from autograder.config import COURSE_ID
from autograder.course import read_assignment
from autograder.grade import Way, grade_class
from autograder.gradebook import CourseFolder
from autograder.results import Results, key_of
from autograder.work import Job, Result, judge, processors

NAME = "04_numpy_rnn"
ASSIGNMENT = read_assignment(NAME)
FULL = sum(each.points for each in ASSIGNMENT.exercises.values())
SOURCE = ASSIGNMENT.path.read_text(encoding="utf-8")


def new_course(folder, number):
    course = CourseFolder(folder)
    students = [MadeUpStudent(f"s{k}", "", ("all", "none")[k % 2]) for k in range(number)]
    write_class(students, course.submitted, [NAME])
    for path in course.submitted.glob("*/*/*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        notebook.cells.append(nbformat.v4.new_markdown_cell(f"By {path.parts[-3]}."))  # no two are the same
        nbformat.write(notebook, path)
    return course


def points(report):
    return {each.student: each.points for each in report.grades}


def due(number):
    return {f"s{k}": (FULL, 0)[k % 2] for k in range(number)}


def no_work(jobs, *args):
    assert not jobs
    yield from ()


def test_what_was_graded_is_not_computed_again(tmp_path, monkeypatch):
    course = new_course(tmp_path, 2)
    assert points(grade_class(course)) == due(2)
    monkeypatch.setattr(grading, "judge_all", no_work)
    assert points(grade_class(course)) == due(2)
    shutil.rmtree(course.root / "autograded")
    (course.root / "gradebook.db").unlink()
    assert points(grade_class(course)) == due(2)
    assert course.feedback_page("s0", ASSIGNMENT).exists()


def test_an_interrupted_run_goes_on_where_it_was(tmp_path, monkeypatch):
    course = new_course(tmp_path, 3)

    def interrupt(grade):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade_class(course, way=Way(workers=1), on_grade=interrupt)
    asked = []

    def counted(jobs, *args):
        asked.extend(jobs)
        yield from work.judge_all(jobs, *args)

    monkeypatch.setattr(grading, "judge_all", counted)
    assert points(grade_class(course)) == due(3)
    assert len(asked) == 2


def test_a_key_changes_with_all_on_which_a_result_depends():
    job = Job(b"{}", SOURCE, {"a.csv": b"1"}, {"sandboxed": True})
    others = [
        replace(job, data=b"{ }"),
        replace(job, source=SOURCE + " "),
        replace(job, files={"a.csv": b"2"}),
        replace(job, files={"b.csv": b"1"}),
        replace(job, settings={"sandboxed": False}),
    ]
    keys = [key_of(each) for each in (job, *others)]
    assert len(set(keys)) == len(keys) and key_of(replace(job)) == keys[0]


def test_a_result_comes_back_as_it_was_and_a_broken_file_counts_as_none(tmp_path):
    results, result = Results(tmp_path), judge(Job(b"no notebook", SOURCE))
    assert result.outcome.outcome == "unreadable"
    assert results.get("k") is None
    results.put("k", result)
    assert results.get("k") == result
    (path,) = tmp_path.iterdir()
    path.write_text(path.read_text()[:-9])
    assert results.get("k") is None
    results.put("lost", Result("", replace(result.outcome, outcome="failed")))
    assert results.get("lost") is None


def test_the_time_of_handing_in_reaches_the_gradebook(tmp_path):
    course = new_course(tmp_path, 1)
    (course.submitted / "s0" / NAME / "timestamp.txt").write_text("2026-03-02 10:00:00 UTC")
    grade_class(course)
    with Gradebook(course.gradebook_url, COURSE_ID) as gradebook:
        assert gradebook.find_submission(NAME, "s0").timestamp.isoformat() == "2026-03-02T10:00:00"


def test_a_worker_that_is_killed_costs_no_grade(tmp_path):
    course = new_course(tmp_path, 4)
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=0, silence_logs=50
    ) as cluster:
        killed = threading.Event()

        def kill_one():
            victim = psutil.Process(next(iter(cluster.workers.values())).pid)
            until = time.monotonic() + 60
            while time.monotonic() < until and len(victim.children(recursive=True)) < 4:  # it grades
                time.sleep(0.1)
            victim.kill()
            killed.set()

        killer = threading.Thread(target=kill_one)
        killer.start()
        report = grade_class(course, way=Way(scheduler=cluster.scheduler_address))
        killer.join()
    assert killed.is_set()
    assert points(report) == due(4) and report.all_judged


def test_a_scheduler_that_is_not_there_is_named():
    with pytest.raises(work.SchedulerError, match=r"tcp://127\.0\.0\.1:9"):
        list(work.judge_all([Job(b"", SOURCE)], "tcp://127.0.0.1:9"))


def test_own_workers_cannot_be_reached():
    """Who can reach a worker can have it run code; Dask's web servers show nothing, and only to this host."""

    def ports():
        return {each.laddr for each in psutil.Process().net_connections("inet") if each.status == "LISTEN"}

    before = ports()
    jobs = work.judge_all([Job(b"", SOURCE), Job(b"", SOURCE)])
    next(jobs)
    for host, port in ports() - before:
        assert host in ("127.0.0.1", "::1")
        for page in ("info/main/workers.html", "json/counts.json", "api/v1/retire_workers", "metrics"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(f"http://{host}:{port}/{page}", timeout=10)
    jobs.close()


def test_a_fault_of_ours_is_written_down_unless_the_run_is_being_stopped(monkeypatch, caplog):
    def gone(*args):
        raise ConnectionResetError("gone")

    monkeypatch.setattr(work, "grade_submission", gone)
    for stopping, lines in ((False, 1), (True, 0)):
        caplog.clear()
        with monkeypatch.context() as patch:
            patch.setattr(work._stopping, "is_set", lambda stopping=stopping: stopping)
            outcome = work.judge(Job(b"", SOURCE)).outcome
        assert (outcome.outcome, outcome.detail) == ("failed", "ConnectionResetError: gone")
        assert len(caplog.records) == lines


def below(pid):
    with contextlib.suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).children(recursive=True)
    return []


def test_ctrl_c_stops_the_command_leaves_nothing_behind_and_says_how_to_go_on(tmp_path):
    number = 2 * processors() + 3
    course = new_course(tmp_path, number)
    command = [Path(sys.executable).parent / "autograder", "grade", "--course", tmp_path]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    process = subprocess.Popen(command, start_new_session=True, **streams)
    until = time.monotonic() + 120
    while not list(tmp_path.glob("autograded/*")) and time.monotonic() < until:
        time.sleep(0.1)
    started = below(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert "run the same command again" in " ".join(said.split()) and "Traceback" not in said, said
    _, alive = psutil.wait_procs(started, timeout=20)
    assert not alive
    assert 0 < len(list(tmp_path.glob("autograded/*"))) < number
    again = subprocess.run(command, capture_output=True, text=True)
    assert again.returncode == 0, again.stdout + again.stderr
    summary = json.loads((course.feedback / "summary.json").read_text())
    assert {each["student"]: each["points"] for each in summary["grades"]} == due(number)


@pytest.fixture
def postgres(tmp_path_factory):
    """The URL of a database on a server of its own."""
    places = [os.environ.get("PATH", ""), *map(str, Path("/usr/lib/postgresql").glob("*/bin"))]
    initdb, server = (shutil.which(name, path=os.pathsep.join(places)) for name in ("initdb", "postgres"))
    assert initdb and server, "this test needs PostgreSQL: apt install postgresql"
    folder = Path("/tmp", f"postgres-{os.getpid()}")  # short: the path of a socket has at most 107 bytes
    folder.mkdir()
    user = None
    if os.getuid() == 0:  # the server will not run as root
        user = "postgres" if "postgres" in {each.pw_name for each in pwd.getpwall()} else "nobody"
        shutil.chown(folder, user)
    data = folder / "data"
    common = {"user": user, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([initdb, "-D", data, "-U", "teacher", "-A", "trust", "-E", "UTF8"], check=True, **common)
    process = subprocess.Popen([server, "-D", data, "-k", folder, "-c", "listen_addresses="], **common)
    try:
        until = time.monotonic() + 60
        while not (folder / ".s.PGSQL.5432").exists():
            assert time.monotonic() < until and process.poll() is None
            time.sleep(0.1)
        yield f"postgresql+psycopg2://teacher@/postgres?host={folder}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
        shutil.rmtree(folder)


def test_grades_go_into_postgresql(tmp_path, monkeypatch, postgres):
    course = new_course(tmp_path, 2)
    monkeypatch.setattr("autograder.config.ROOT", tmp_path)
    monkeypatch.setenv("AUTOGRADER_DB", postgres)
    assert points(grade_class(course)) == due(2)
    assert not (tmp_path / "gradebook.db").exists()
    with Gradebook(postgres, COURSE_ID) as gradebook:
        assert {each.student.id: each.score for each in gradebook.find_assignment(NAME).submissions} == due(2)
    assert points(grade_class(course)) == due(2)
