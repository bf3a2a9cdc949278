"""Tests that are too long for every push: repetitions, and every Python version that the project names."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import psutil
import pytest

from autograder.audit.made_up_class import hand_in, mixed_class
from autograder.audit.trial import make_trial, try_all
from autograder.course.assignment import grading
from tests.security.test_attacks import ATTACKS
from tests.support.cluster import local_cluster
from tests.support.flakiness_run import SHARES, all_checks
from tests.support.this_course import ANSWERS, ROOT, class_folder, read_assignment, read_released

RUNS = 20
VERSIONS = ["3.11", "3.12", "3.13"]

pytestmark = pytest.mark.long


def test_no_check_is_flaky():
    """20 runs with different hash seeds and orders, each with every check and with different answers."""
    tried = Counter()
    for seed in range(RUNS):
        env = os.environ | {"PYTHONHASHSEED": str(seed)}
        command = [sys.executable, "-m", "tests.support.flakiness_run", str(seed)]
        result = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        found = json.loads(result.stdout)
        assert not found["faults"], f"seed {seed}: {found['faults']}"
        assert found["checks"] == all_checks(), f"seed {seed}: not every check was run"
        tried.update(found["answers"])
    assert min(tried.values()) >= RUNS // SHARES and len(tried) > 1000


def test_a_class_of_200_with_40_hostile_ones_a_lost_worker_and_a_ctrl_c(tmp_path):
    run_a_class(tmp_path, honest=160, hostile=40)


def run_a_class(root, honest, hostile):
    """Grade a class of honest and hostile submissions, with a worker killed and the command stopped on the way."""
    assignment = read_assignment("04_numpy_rnn")
    course = class_folder(root)
    students = mixed_class(assignment, ANSWERS, honest, seed=4)
    names = sorted(ATTACKS)
    attackers = {f"x{k:02d}": {"rnn_step": ATTACKS[names[k * len(names) // hostile]]} for k in range(hostile)}
    # mixed, so that hostile submissions come between honest ones
    both = dict(sorted((students | attackers).items(), key=lambda item: item[0][-2:]))
    hand_in(both, course.submitted, read_released(assignment.name))
    stubs = {name: "raise NotImplementedError()" for name in assignment.exercises}
    due = {}
    for k, outcome in try_all([make_trial(assignment, stubs | cells) for cells in students.values()], 120):
        points = {grading(c)["grade_id"]: grading(c)["points"] for e in assignment.exercises.values() for c in e.checks}
        due[list(students)[k]] = {name: points[name] * (not said) for name, said in outcome.messages.items()}

    def graded():
        return len(list(root.glob("autograded/*/*/*.ipynb")))

    def wait_for(number):
        until = time.monotonic() + 1200
        while graded() < number and time.monotonic() < until and process.poll() is None:
            time.sleep(0.2)

    before = set(psutil.Process().children(recursive=True))
    with local_cluster() as cluster:
        command = [Path(sys.executable).parent / "autograder", "grade", assignment.name, "--course", root]
        command += ["--scheduler", cluster.scheduler_address, "--time-limit", "10"]
        with open(root / "log.txt", "w") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
            wait_for(len(both) // 4)
            psutil.Process(next(iter(cluster.workers.values())).pid).kill()
            wait_for(len(both) // 2)
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 130, (root / "log.txt").read_text()[-2000:]
            assert len(both) // 2 <= graded() < len(both)
            code = subprocess.run(command, stdout=log, stderr=log).returncode
        assert code == 0, (root / "log.txt").read_text()[-2000:]
    left = set(psutil.Process().children(recursive=True)) - before
    _, alive = psutil.wait_procs(left, timeout=30)
    assert all("resource_tracker" in " ".join(each.cmdline()) for each in alive), alive
    summary = json.loads((course.feedback / "summary.json").read_text())
    assert len(summary["grades"]) == len(both) and not summary["problems"]
    for grade in summary["grades"]:
        got = {each["check"]: each["points"] for each in grade["checks"]}
        if grade["student"] in due:
            assert got == due[grade["student"]], grade
        else:
            assert not any(got.values()), grade
        assert grade["reason"].split(":")[0] in ("graded", "timed out", "killed"), grade


def interpreter(version):
    """A Python of this version: on the PATH, or among those of pyenv."""
    named = shutil.which(f"python{version}")
    if named and subprocess.run([named, "--version"], capture_output=True).returncode == 0:
        return named
    found = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python{version}"))
    assert found, f"this test needs Python {version}: install it, or put it on the PATH"
    return str(found[-1])


@pytest.mark.parametrize("version", VERSIONS)
def test_a_fresh_clone_grades_the_sample_class_on_every_python(version, tmp_path):
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    env = {key: value for key, value in os.environ.items() if key not in ("VIRTUAL_ENV", "AUTOGRADER_DB")}
    command = ["make", "grade", f"PYTHON={interpreter(version)}", "ASSIGNMENT=04_numpy_rnn"]
    result = subprocess.run(command, cwd=clone, env=env, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr[-2000:]
    assert "ada" in result.stdout


OTHERWISE = {
    "test_handle_failure": "a notebook with another assignment's checks fails and leaves no grade; ours ends with one",
    "test_handle_failure_single_notebook": "the same, by --notebook",
    "test_missing_source_kernelspec": "a notebook saved with an unknown kernel fails; ours runs by the source's",
}
"""nbgrader's tests that expect a failure, while the engine restores the submission and grades it."""


def test_nbgraders_own_tests_of_autograde_pass_with_the_engine(tmp_path):
    """Stock: 40 passed, 2 skipped unconditionally."""
    (tmp_path / "nbgrader_config.py").write_text(
        "from autograder.engine.nbgrader.config import engine_config\nc = get_config()\nc.merge(engine_config())\n"
    )
    examined = tmp_path / "examined.txt"
    env = os.environ | {
        "JUPYTER_CONFIG_DIR": str(tmp_path),
        "EXAMINED": str(examined),
        "PYTHONPATH": str(ROOT),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    report = tmp_path / "report.xml"
    command = [sys.executable, "-m", "pytest", "--pyargs", "nbgrader.tests.apps.test_nbgrader_autograde", "-q"]
    command += [
        "-p",
        "tests.support.count_graded",
        "-p",
        "no:cacheprovider",
        f"--junit-xml={report}",
        f"--rootdir={tmp_path}",
    ]
    result = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)
    cases = list(ElementTree.parse(report).getroot().iter("testcase"))
    ended = {
        kind: {case.get("name") for case in cases if case.find(kind) is not None}
        for kind in ("failure", "error", "skipped")
    }
    assert ended["failure"] == set(OTHERWISE) and not ended["error"], result.stdout[-6000:]
    assert (len(cases), len(ended["skipped"])) == (42, 2)
    assert examined.read_text().count("graded") >= 40
