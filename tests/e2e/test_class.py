"""A class on the engine: kept results, a stopped and continued run, a cluster that loses a worker, PostgreSQL."""

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
from dataclasses import replace
from pathlib import Path

import nbformat
import psutil
import pytest
from nbgrader.api import Gradebook

from autograder.audit.made_up_class import MadeUpStudent
from autograder.classroom import grade_class as grading
from autograder.classroom import workers
from autograder.classroom.grade_class import Options, grade_class
from autograder.classroom.workers import Job, key_of, processors
from autograder.course.assignment import is_check
from autograder.engine.grading.grader import NotebookGrader
from autograder.engine.grading.outcome import Outcome, close_record
from autograder.engine.isolation import fork_client
from autograder.engine.isolation.policy import SandboxError
from autograder.engine.isolation.preload import BARE
from tests.support.cluster import local_cluster
from tests.support.this_course import COURSE, class_folder, read_assignment, write_class

NAME = "04_numpy_rnn"
ASSIGNMENT = read_assignment(NAME)
FULL = sum(each.points for each in ASSIGNMENT.exercises.values())
SOURCE = ASSIGNMENT.path.read_text(encoding="utf-8")


def new_course(folder, number):
    course = class_folder(folder)
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


@pytest.fixture
def asked(monkeypatch):
    """The jobs that the workers get, a list for each run."""
    runs = []

    def counted(jobs, *args):
        runs.append(jobs)
        yield from workers.judge_all(jobs, *args)

    monkeypatch.setattr(grading, "judge_all", counted)
    return runs


def test_what_was_graded_is_not_computed_again_while_its_record_and_its_scores_are_there(tmp_path, asked):
    course = new_course(tmp_path, 2)
    page = course.feedback_page("s0", ASSIGNMENT)
    number = []
    for gone in (None, page, course.root / "autograded" / "s1", course.root / "gradebook.db"):
        if gone:
            shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
        report = grade_class(course)
        assert points(report) == due(2) and report.all_judged and page.exists()
        number.append(len(asked[-1]))
    assert number == [2, 0, 1, 2]
    assert points(grade_class(course, options=Options(reuse=False))) == due(2) and len(asked[-1]) == 2
    assert not (course.root / "build" / "results").exists()


def test_the_same_notebook_of_two_students_is_graded_once(tmp_path, asked):
    course = new_course(tmp_path, 1)
    shutil.copytree(course.submitted / "s0", course.submitted / "s1")
    (course.submitted / "s1" / NAME / "timestamp.txt").write_text("2026-03-02 10:00:00 UTC")
    for number in (1, 0):
        assert points(grade_class(course)) == {"s0": FULL, "s1": FULL} and len(asked[-1]) == number


def test_a_failure_of_ours_is_not_kept(tmp_path, monkeypatch):
    course = new_course(tmp_path, 1)
    with monkeypatch.context() as patch:
        patch.setattr(NotebookGrader, "grade", lambda *args: 1 / 0)
        (grade,) = grade_class(course).grades
    assert grade.reason == "failed: ZeroDivisionError: division by zero" and not grade.judged and grade.points == 0
    assert points(grade_class(course)) == due(1)


def test_an_odd_submission_has_the_same_reason_when_it_is_known(tmp_path, asked):
    course = class_folder(tmp_path)
    for student, files in {"a": [], "b": ["x.ipynb"], "c": ["x.ipynb", "y.ipynb"]}.items():
        (course.submitted / student / NAME).mkdir(parents=True)
        for name in files:
            (course.submitted / student / NAME / name).write_text("{")
    first, second = grade_class(course), grade_class(course)
    assert first == second and len(asked[0]) == 1 and not asked[1]
    reasons = [each.reason for each in first.grades]
    assert reasons[0] == "missing: no notebook in the folder; hand in numpy_rnn.ipynb"
    assert reasons[1].startswith(
        "renamed: x.ipynb was graded as numpy_rnn.ipynb; unreadable: the file is not valid JSON"
    )
    assert reasons[2].startswith("missing: 2 notebooks") and not any(each.remarks for each in first.grades)
    assert "Reason: missing: no notebook" in course.feedback_page("a", ASSIGNMENT).read_text()
    (course.submitted / "a" / NAME / "numpy_rnn.ipynb").touch()
    assert grade_class(course).grades[0].reason == "unreadable: the file is empty"


def test_a_submission_that_cannot_be_recorded_changes_no_other(tmp_path):
    course = new_course(tmp_path, 3)
    (course.submitted / "s1" / NAME / "timestamp.txt").write_text("1772445600000")
    korean = os.fsencode(course.submitted) + b"/\xb1\xe8\xc3\xb6\xbc\xf6"  # old zip files leave such names
    shutil.copytree(course.submitted / "s2", os.fsdecode(korean))
    command = [Path(sys.executable).parent / "autograder", "grade", "--course", tmp_path]
    for _ in range(2):
        ended = subprocess.run(command, capture_output=True, text=True)
        assert ended.returncode == 1
        assert (
            "s1, 04_numpy_rnn: not graded: timestamp.txt contains '1772445600000', which is not a time" in ended.stdout
        )
        summary = json.loads((course.feedback / "summary.json").read_text())
        grades = {grade["student"]: grade for grade in summary["grades"]}
        assert {name: grade["points"] for name, grade in grades.items() if grade["judged"]} == {"s0": FULL, "s2": FULL}
        assert len(grades) == 3 and "not graded: " in grades["s1"]["reason"]
        assert len(summary["problems"]) == 1 and "not valid Unicode" in summary["problems"][0]


def test_text_that_cannot_be_encoded_is_replaced(tmp_path, monkeypatch):
    grade_one = NotebookGrader.grade

    def emoji(*args):
        nb, outcome = grade_one(*args)
        last = [cell for cell in nb.cells if is_check(cell)][-1]
        last.outputs = [nbformat.v4.new_output("error", ename="E", evalue="half \ud83d", traceback=[])]
        return close_record(nb, outcome)

    course = new_course(tmp_path, 1)
    monkeypatch.setattr(NotebookGrader, "grade", emoji)
    (grade,) = grade_class(course).grades
    assert grade.judged and grade.checks[-1].message == "half \ufffd"


def test_an_interrupted_run_goes_on_where_it_was(tmp_path, asked):
    course = new_course(tmp_path, 3)

    def interrupt(grade):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade_class(course, options=Options(workers=1), on_grade=interrupt)
    assert points(grade_class(course)) == due(3)
    assert [len(each) for each in asked] == [3, 2]


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


def test_the_time_of_handing_in_reaches_the_gradebook(tmp_path):
    course = new_course(tmp_path, 1)
    (course.submitted / "s0" / NAME / "timestamp.txt").write_text("2026-03-02 10:00:00 UTC")
    grade_class(course)
    with Gradebook(course.gradebook_url, COURSE.id) as gradebook:
        assert gradebook.find_submission(NAME, "s0").timestamp.isoformat() == "2026-03-02T10:00:00"


def test_a_worker_that_is_killed_costs_no_grade(tmp_path):
    course = new_course(tmp_path, 4)
    with local_cluster() as cluster:
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
        report = grade_class(course, options=Options(scheduler=cluster.scheduler_address))
        killer.join()
    assert killed.is_set()
    assert points(report) == due(4) and report.all_judged


def test_a_scheduler_that_is_not_there_is_named():
    with pytest.raises(workers.SchedulerError, match=r"tcp://127\.0\.0\.1:9"):
        list(workers.judge_all([[Job(b"", SOURCE)]], "tcp://127.0.0.1:9"))


def test_a_cluster_without_a_worker_is_reported_and_graded_when_one_joins(monkeypatch, caplog):
    monkeypatch.setattr(workers, "QUIET_SECONDS", 0.5)
    with local_cluster(n_workers=0) as cluster:
        jobs = workers.judge_all([[Job(b"", SOURCE)]], cluster.scheduler_address)

        def reports():
            return [record.getMessage() for record in caplog.records if record.name == "autograder"]

        def add_worker():
            until = time.monotonic() + 30
            while time.monotonic() < until and len(reports()) < 2:  # at the start, and while nothing ends
                time.sleep(0.05)
            cluster.scale(1)

        adder = threading.Thread(target=add_worker)
        adder.start()
        assert [k for k, _ in jobs] == [0]
        adder.join()
    assert len(reports()) >= 2
    assert all("has no worker" in report and cluster.scheduler_address in report for report in reports())


def test_where_dask_is_missing_one_line_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(workers.SchedulerError, match=r"pip install -e '\.\[cluster\]'"):
        list(workers.judge_all([[Job(b"", SOURCE)]], "tcp://127.0.0.1:9"))


def test_a_machine_of_its_own_needs_no_dask_and_opens_no_port():
    """Test this in a fresh process, because everyone who can reach a worker can make it run code."""
    code = """
import json, sys, psutil
from autograder.cli import app
from autograder.classroom import workers
source = open(sys.argv[1]).read()
jobs = workers.judge_all([[workers.Job(b"", source)], [workers.Job(b"", source)]])
next(jobs)
listening = [each for each in psutil.Process().net_connections("inet") if each.status == "LISTEN"]
loaded = {name.partition(".")[0] for name in sys.modules} & {"dask", "distributed"}
print(json.dumps([len(listening), sorted(loaded), len(list(jobs))]))
"""
    ended = subprocess.run([sys.executable, "-c", code, ASSIGNMENT.path], capture_output=True, text=True)
    assert json.loads(ended.stdout) == [0, [], 1], ended.stderr


def test_what_a_worker_raises_is_the_outcome_of_its_submission(monkeypatch):
    real = workers.judge

    def lost(job):
        if job.data == b"1":
            raise MemoryError("the worker ran out of memory")
        return real(job)

    monkeypatch.setattr(workers, "judge", lost)
    jobs = [[Job(b"%d" % k, SOURCE)] for k in range(3)]
    found = {k: outcome_of(result.notebook) for k, (result,) in workers.judge_all(jobs)}
    assert (found[1].outcome, found[1].detail) == ("failed", "MemoryError: the worker ran out of memory")
    assert found[0].outcome == found[2].outcome == "unreadable"


def test_a_run_that_is_stopped_starts_nothing_new_and_the_next_one_does(monkeypatch):
    began, closing, found = threading.Event(), threading.Event(), []

    def goes_on(job):
        if not job.data:
            began.wait(60)
        else:
            began.set()
            closing.wait(60)
            try:
                found.append(fork_client.server(BARE))
            except SandboxError as error:
                found.append(str(error))
        return workers.Result(b"", workers.fingerprint())

    monkeypatch.setattr(workers, "judge", goes_on)
    monkeypatch.setattr(fork_client.SERVERS, "close_all", closing.set)
    jobs = workers.judge_all([[Job(b"", SOURCE)], [Job(b"goes on", SOURCE)]], workers=2)
    next(jobs)
    jobs.close()
    assert found == ["this run is being stopped"]
    assert fork_client.server(BARE).alive()


def outcome_of(graded):
    return Outcome.of(nbformat.from_dict(json.loads(graded)))


def test_a_fault_of_ours_is_written_down_unless_the_run_is_being_stopped(monkeypatch, caplog):
    def gone(*args):
        raise ConnectionResetError("gone")

    monkeypatch.setattr(NotebookGrader, "grade", gone)
    for stopping, lines in ((False, 1), (True, 0)):
        caplog.clear()
        with monkeypatch.context() as patch:
            patch.setattr(fork_client.SERVERS, "stopped", stopping)
            outcome = outcome_of(workers.judge(Job(b"", SOURCE)).notebook)
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
    assert "Run the same command again" in " ".join(said.split()) and "Traceback" not in said, said
    _, alive = psutil.wait_procs(started, timeout=20)
    assert not alive
    assert 0 < len(list(tmp_path.glob("autograded/*"))) < number
    again = subprocess.run(command, capture_output=True, text=True)
    assert again.returncode == 0, again.stdout + again.stderr
    summary = json.loads((course.feedback / "summary.json").read_text())
    assert {each["student"]: each["points"] for each in summary["grades"]} == due(number)


@pytest.fixture
def postgres(tmp_path_factory):
    """The URL of a database on its own server."""
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
    (tmp_path / "source").symlink_to(COURSE.source)
    course = replace(course, course=replace(COURSE, root=tmp_path))
    monkeypatch.setenv("AUTOGRADER_DB", postgres)
    assert points(grade_class(course)) == due(2)
    assert not (tmp_path / "gradebook.db").exists()
    with Gradebook(postgres, COURSE.id) as gradebook:
        assert {each.student.id: each.score for each in gradebook.find_assignment(NAME).submissions} == due(2)
    assert points(grade_class(course)) == due(2)
