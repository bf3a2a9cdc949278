"""A hostile class in one run: every kind of attack beside honest students, on two processors.

It measures what the instructor's machine pays, and prints it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import nbformat
import psutil
import pytest
from nbconvert import HTMLExporter

from autograder.engine.execution.checker_pool import MEMORY
from tests.support import tiny_assignment
from tests.support.program_files import read_programs
from tests.support.tiny_assignment import FULL, SECRET, graded, submission

DEADLINE = 60
WORKERS = 2
PROGRAMS = read_programs("attacks/hostile_class.py")
COURSE = 'id = "hostile"\ntitle = "A hostile class"\n'
NAME = "tiny"
HONEST = ["def double(x): return 2 * x"] * 4 + [
    "def double(x):\n    total = 0\n    for k in range(3 * 10**7): total += k\n    return 2 * x"
]
RIGHT = ["2 active content"]
"""The hostile submissions whose answers are right."""
MANY_CELLS = "5 many cells with much output"
MIB = 2**20
COUNT = "def count(n):\n    ### BEGIN SOLUTION\n    return list(range(n))\n    ### END SOLUTION"
CHECK_COUNT = f'''# Hidden check (4 points): count
### BEGIN HIDDEN TESTS
@check
def count_values():
    """count: values."""
    import re
    key = {SECRET}
    with np.printoptions(precision=3), np.errstate(all="raise"):
        for mine, n in zip(map(count, [3, 5]), [3, 5]):
            text = f"{{mine}}" if len(mine) < 100 else ""
            if re.fullmatch(r"(\\w+ ?)+!", " ".join(map(str, mine))) or "nothing" in text:
                raise CheckFailed("count is a sentence")
            if np.abs(np.array([int(v) for v in mine]) - np.arange(n)).max() > 1e-6 or len(set(mine)) != n:
                raise CheckFailed("count is not right")
### END HIDDEN TESTS'''
SOURCE = tiny_assignment.notebook(
    *tiny_assignment.SOURCE.cells, graded(COUNT, "count", solution=True), graded(CHECK_COUNT, "count-values", 4)
)
"""The tiny assignment, and a check that does what authors do with a value: patterns, loops, sets, numbers, text."""
ALL = {**FULL, "count-values": 4.0}
COMMAND = ["grade", "--deadline", str(DEADLINE), "--time-limit", "15", "--workers", str(WORKERS)]
NOTING = """
import os
from autograder.__main__ import main
from autograder.engine.execution.checker_pool import CheckerProcess
start = CheckerProcess.__init__
def noted(self, *args, **kwargs):
    start(self, *args, **kwargs)
    print(self.process.pid, file=open(os.environ["CHECKERS"], "a"))
CheckerProcess.__init__ = noted
main()
"""
"""The command, which also writes down the numbers of its checker processes."""
CHECKER = (MEMORY + 512 * MIB) // MIB
"""The hard limit on the memory of a checker process, beyond what it starts with, in MiB."""
SECONDS_TO_SHOW = 15
"""How long the server of the formgrader may stand still for one notebook, in seconds of CPU time."""


def notebooks() -> dict[str, bytes]:
    """Return the files of the hostile students, by their kinds."""
    files = {title: written(**{"count" if "def count" in code else "double": code}) for title, code in PROGRAMS.items()}
    many = submission(SOURCE)
    many.cells[3:3] = [nbformat.v4.new_code_cell("print('x' * 999_000)\ndisplay(*range(9000))") for _ in range(60)]
    files[MANY_CELLS] = nbformat.writes(many).encode()
    files["7 many lines of help"] = written(double="a?\n" * 60_000)
    files["7 a long cell"] = written(double="x = [" + "(1)," * 40_000 + "]")
    files["7 many lines of blanks"] = written(double="def double(x): return x\n" + " \n" * 20_000)
    texts = submission(SOURCE, double="def double(x): return x")
    texts.cells += [nbformat.v4.new_markdown_cell("\\\\[" * 15_000) for _ in range(4)]
    files["7 formulas without end"] = nbformat.writes(texts).encode()
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}}
    cells = [{"cell_type": "code", "input": f"a{k}", "outputs": [], "language": "python"} for k in range(150_000)]
    files["15 an old format"] = json.dumps({**old, "worksheets": [{"cells": cells}]}).encode()
    files["15 empty objects"] = b'{"nbformat": 4, "cells": [], "metadata": {"x": [' + b"{}," * 5_000_000 + b"{}]}}"
    return files


def written(**answers: str) -> bytes:
    """Return the file of a submission with these answers."""
    return nbformat.writes(submission(SOURCE, **answers)).encode()


def student(title: str) -> str:
    return "h" + "_".join(title.split())


def write_class(root: Path, hostile: dict[str, bytes], honest: int, course: str) -> None:
    """Write the course and the submissions. Some folders hold a link or a pipe instead of a notebook."""
    files = {f"source/{NAME}/p1.ipynb": nbformat.writes(SOURCE).encode(), "course.toml": course.encode()}
    files[f"source/{NAME}/data.csv"] = b"1"
    files |= {f"submitted/{student(title)}/{NAME}/p1.ipynb": data for title, data in hostile.items()}
    for k, code in enumerate(HONEST[:honest]):
        nb = submission(SOURCE, double=code)
        nb.cells.append(nbformat.v4.new_markdown_cell(f"By student {k}."))
        files[f"submitted/honest{k}/{NAME}/p1.ipynb"] = nbformat.writes(nb).encode()
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    for title, make in (("11 a link", lambda path: path.symlink_to(root / "source" / NAME / "p1.ipynb")),
                        ("11 a pipe", os.mkfifo)):  # fmt: skip
        folder = root / "submitted" / student(title) / NAME
        folder.mkdir(parents=True)
        make(folder / "p1.ipynb")


ANSWERS = {student(title): code for title, code in PROGRAMS.items()}


class Watch:
    """The largest memory of the command, of each process below it and of the checkers, and what is left at its end.

    `checkers` is a file with the numbers of the checker processes.
    """

    def __init__(self, pid: int, checkers: Path) -> None:
        self.process, self.checkers = psutil.Process(pid), checkers
        self.command = self.below = self.checker = 0
        self.seen: dict[int, psutil.Process] = {}
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._watch)
        self.thread.start()

    def _watch(self) -> None:
        while not self.over.wait(0.2):
            try:
                self.command = max(self.command, self.process.memory_info().rss)
                sizes = {each.pid: (each, each.memory_info()) for each in self.process.children(recursive=True)}
            except psutil.NoSuchProcess:
                continue
            self.seen |= {pid: each for pid, (each, _) in sizes.items()}
            own = {pid: memory.rss - memory.shared for pid, (_, memory) in sizes.items()}
            self.below = max(self.below, 0, *own.values())
            numbers = self.checkers.read_text().split() if self.checkers.exists() else []
            self.checker = max(self.checker, 0, *(own.get(int(number), 0) for number in numbers))

    def end(self) -> list[psutil.Process]:
        self.over.set()
        self.thread.join()
        until = time.monotonic() + 20
        while (left := [each for each in self.seen.values() if each.is_running()]) and time.monotonic() < until:
            time.sleep(0.2)
        return left


def run(root: Path) -> dict[str, Any]:
    """Grade the class, and return what that took."""
    temporary, checkers = root.parent / "temporary", root.parent / "checkers"
    temporary.mkdir(exist_ok=True)
    checkers.unlink(missing_ok=True)
    started = time.monotonic()
    with open(root.parent / "output.txt", "w+") as output:
        environment = {**os.environ, "TMPDIR": str(temporary), "CHECKERS": str(checkers)}
        command = [sys.executable, "-c", NOTING, *COMMAND, "--course", root]
        process = subprocess.Popen(command, cwd=root, stdout=output, stderr=output, env=environment)
        watch = Watch(process.pid, checkers)
        try:
            code = process.wait(DEADLINE * 60)
        finally:
            process.kill()
        left = watch.end()
        output.seek(0)
        text = output.read()
    seconds = time.monotonic() - started
    return {
        "seconds": round(seconds), "exit code": code, "command MiB": watch.command // MIB,
        "largest process MiB": watch.below // MIB, "largest checker MiB": watch.checker // MIB,
        "left running": len(left), "left on disk": sorted(path.name for path in temporary.iterdir()), "output": text,
    }  # fmt: skip


def seconds_to_show(root: Path) -> dict[str, float]:
    """Return how long the formgrader's converter needs for each notebook that was made to be slow to show."""
    found = {}
    for path in sorted(root.glob("autograded/h[57]*/*/*.ipynb")):
        started = time.process_time()
        HTMLExporter().from_filename(str(path))
        found[path.parts[-3]] = round(time.process_time() - started, 1)
    return found


def grade_twice(root: Path, capsys: Any, allowed: int) -> None:
    """Grade a class two times, print the figures, and compare them with what is due."""
    first, second = run(root), run(root)
    summary = json.loads((root / "feedback" / "summary.json").read_text(encoding="utf-8"))
    grades = {grade["student"]: grade for grade in summary["grades"]}
    late = [name for name, grade in grades.items() if "timed out" in grade["reason"]]
    with capsys.disabled():
        figures = {key: value for key, value in first.items() if key != "output"}
        print(f"\n{len(grades)} submissions, {len(late)} timed out; {figures}; the second run: {second['seconds']} s")
        for name, grade in grades.items():
            print(f"  {name:50}{grade['points']:4} {grade['reason'][:90]!r}")
    due = sum(ALL.values())
    honest = {name: grade["points"] for name, grade in grades.items() if name.startswith("honest")}
    assert honest == dict.fromkeys(honest, due) and len(honest) == len(list(root.glob("submitted/honest*")))
    assert len(grades) == len(list(root.glob("submitted/*"))), first["output"][-3000:]
    wrong = {name: grade["points"] for name, grade in grades.items() if name not in honest}
    full = {name for name, points in wrong.items() if points == due}
    # the answers in the many cells are right, too, but on a slow machine the last of them may come too late
    assert {student(title) for title in RIGHT} & wrong.keys() <= full <= {*map(student, (*RIGHT, MANY_CELLS))}
    undeserved = {
        name: check["check"] for name, grade in grades.items() for check in grade["checks"]
        if name in {student(title) for title in PROGRAMS if title not in RIGHT} and check["points"]
        and check["check"] == ("count-values" if "def count" in ANSWERS[name] else "double-values")
    }  # fmt: skip
    assert undeserved == {}
    assert first["seconds"] < DEADLINE * len(grades) / WORKERS + DEADLINE * len(late)
    assert first["exit code"] == second["exit code"] == 1  # some files could not be read
    assert "Traceback" not in first["output"] and SECRET not in first["output"]
    assert first["command MiB"] < 400 and first["largest process MiB"] < allowed
    assert 0 < first["largest checker MiB"] < CHECKER
    assert max(seconds_to_show(root).values()) < SECONDS_TO_SHOW
    assert (first["left running"], first["left on disk"]) == (0, [])
    assert second["seconds"] < 20


@pytest.mark.long
def test_a_hostile_class_costs_honest_students_nothing(tmp_path, capsys) -> None:
    write_class(tmp_path / "class", notebooks(), len(HONEST), COURSE)
    grade_twice(tmp_path / "class", capsys, allowed=3000)


def test_a_few_hostile_submissions_cost_honest_students_nothing(tmp_path, capsys) -> None:
    titles = [
        "5 answers larger than their limit",
        "8 sizes that never came",
        "15 empty objects",
        "15 the end of a check",
    ]
    few = {title: data for title, data in notebooks().items() if title in titles}
    write_class(tmp_path / "class", few, 1, COURSE + '[grading]\npreload = ["numpy"]\n')
    grade_twice(tmp_path / "class", capsys, allowed=1000)
