"""A run that is disturbed at random: whatever is killed, full or locked, every submission gets its right grade once."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import nbformat
import psutil
import pytest
from distributed import LocalCluster

from tests.support.cluster import local_cluster
from tests.support.tiny_assignment import SOURCE, submission

NAME = "tiny"
COURSE = 'id = "chaos"\ntitle = "Chaos"\n[grading]\npreload = ["numpy"]\n'
RIGHT = {"double": "def double(x): return 2 * x", "area": "def area(w, h): return w * h"}
WRONG = {"double": "def double(x): return x", "area": "def area(w, h): return w + h"}
POINTS = {"double": 2, "area": 3}
ROUNDS = 60
"""How many runs may be disturbed. Then one run is left alone."""


def write_class(root: Path, number: int) -> dict[str, float]:
    """Write a class, no two submissions the same; return the points that each is due."""
    (root / "source" / NAME).mkdir(parents=True)
    nbformat.write(SOURCE, root / "source" / NAME / "p1.ipynb")
    (root / "course.toml").write_text(COURSE, encoding="utf-8")
    due = {}
    for k in range(number):
        right = {"double": k % 2 == 0, "area": k % 3 == 0}
        nb = submission(**{name: (RIGHT if right[name] else WRONG)[name] + f"  # {k}" for name in right})
        path = root / "submitted" / f"s{k:03}" / NAME / "p1.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(nb, path)
        due[f"s{k:03}"] = float(sum(POINTS[name] for name in right if right[name]))
    return due


class Chaos:
    """Disturbs one run of the command after another. With a cluster, its workers grade in every other run."""

    def __init__(self, root: Path, seed: int, cluster: LocalCluster | None = None) -> None:
        self.root = root
        self.random = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.cluster = cluster
        self.on_cluster = False

    def run(self, calm: bool = False) -> int:
        """Run the command, disturbed unless `calm`; return its exit code."""
        command = [Path(sys.executable).parent / "autograder", "grade", "--deadline", "60", "--course", self.root]
        self.on_cluster = self.cluster is not None and not self.on_cluster and not calm
        if self.on_cluster:
            command += ["--scheduler", self.cluster.scheduler_address]
        environment = {**os.environ, "TMPDIR": str(self.root.parent / "temporary")}
        with open(self.root.parent / "output.txt", "a") as output:
            process = subprocess.Popen(command, cwd=self.root, stdout=output, stderr=output, env=environment)
        over = threading.Event()
        thread = threading.Thread(target=self._disturb, args=(psutil.Process(process.pid), over))
        if not calm:
            thread.start()
        try:
            return process.wait(600)
        finally:
            over.set()
            process.kill()
            if not calm:
                thread.join()

    def _disturb(self, command: psutil.Process, over: threading.Event) -> None:
        ways: list[Callable[[psutil.Process], None]] = [
            self.kill_command, self.kill_child, self.kill_child, self.kill_child, self.kill_child, self.kill_child,
            self.fill_disk, self.lock_gradebook,
        ]  # fmt: skip
        if self.on_cluster:
            ways += [self.kill_worker] * 5
        while not over.wait(self.random.uniform(0.5, 4)):
            way = self.random.choice(ways)
            with suppress(psutil.Error, ProcessLookupError, sqlite3.Error):
                way(command)
                self.done[way.__name__] += 1

    def kill_command(self, command: psutil.Process) -> None:
        command.kill()

    def kill_child(self, command: psutil.Process) -> None:
        """Kill a fork server, a supervisor, a student process, a checker process or a reader."""
        children = command.children(recursive=True)
        if children:
            os.kill(self.random.choice(children).pid, signal.SIGKILL)

    def kill_worker(self, command: psutil.Process) -> None:
        """Kill a worker of the cluster, with what it grades. The cluster starts another one."""
        assert self.cluster is not None
        running = [nanny.pid for nanny in self.cluster.workers.values() if nanny.pid]
        os.kill(self.random.choice(running), signal.SIGKILL)

    def fill_disk(self, command: psutil.Process) -> None:
        """Let every write of the command to a file fail for a second."""
        limits = resource.prlimit(command.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(command.pid, resource.RLIMIT_FSIZE, (0, limits[1]))
        time.sleep(1)
        resource.prlimit(command.pid, resource.RLIMIT_FSIZE, limits)

    def lock_gradebook(self, command: psutil.Process) -> None:
        with closing(sqlite3.connect(self.root / "gradebook.db", timeout=0.1)) as gradebook:
            gradebook.execute("BEGIN EXCLUSIVE")
            time.sleep(self.random.uniform(1, 8))
            gradebook.rollback()


def scores(root: Path) -> list[tuple[str, float]]:
    """Return (student, score) of every submission in the gradebook."""
    query = """
        SELECT submitted_assignment.student_id, SUM(grade.auto_score) FROM grade
        JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id
        JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id
        GROUP BY submitted_assignment.id ORDER BY submitted_assignment.student_id"""
    with closing(sqlite3.connect(root / "gradebook.db")) as gradebook:
        return gradebook.execute(query).fetchall()


def survive(tmp_path: Path, number: int, seed: int, rounds: int, cluster: LocalCluster | None = None) -> str:
    """Disturb runs until all submissions are graded, and compare everything with what is due; return the figures."""
    root = tmp_path / "class"
    (tmp_path / "temporary").mkdir()
    due = write_class(root, number)
    chaos = Chaos(root, seed, cluster)
    codes = [chaos.run()]
    while codes[-1] and len(codes) < rounds:
        codes.append(chaos.run())
    last = chaos.run(calm=True)
    text = (tmp_path / "output.txt").read_text(encoding="utf-8", errors="replace")[-3000:]
    assert last == 0, text
    grades = json.loads((root / "feedback" / "summary.json").read_text(encoding="utf-8"))["grades"]
    assert {grade["student"]: grade["points"] for grade in grades} == due
    assert [grade["reason"] for grade in grades if grade["reason"] != "graded"] == []
    assert dict(scores(root)) == due and len(scores(root)) == number
    assert {path.parts[-3] for path in root.glob("autograded/*/*/p1.ipynb")} == due.keys()
    assert {path.parts[-3] for path in root.glob("feedback/*/*/p1.html")} == due.keys()
    return f"seed {seed}: {number} submissions in {len(codes) + 1} runs, {dict(chaos.done)}"


@pytest.mark.long
def test_a_class_survives_chaos(tmp_path, capsys) -> None:
    seed = int(os.environ.get("CHAOS_SEED", time.time_ns() % 10**6))
    with capsys.disabled():
        print(f"\nCHAOS_SEED={seed}", flush=True)
        with local_cluster() as cluster:
            print(survive(tmp_path, 200, seed, ROUNDS, cluster))


@pytest.mark.long
def test_a_small_class_survives_the_loss_of_workers(tmp_path) -> None:
    with local_cluster() as cluster:
        figures = survive(tmp_path, 12, seed=3, rounds=8, cluster=cluster)
    assert "kill_worker" in figures


def test_a_small_class_survives_chaos(tmp_path) -> None:
    survive(tmp_path, 8, seed=5, rounds=4)
