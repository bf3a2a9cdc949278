"""The command does not hold the notebooks of a whole class in memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from tests.support import second_course

pytestmark = pytest.mark.long
LARGEST = 400 * 2**20
NUMBER, SIZE = 60, 15 * 2**20


def peak(pid: int) -> int:
    """Return the largest memory that a process has had until now, in bytes; 0 once it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return max((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), default=0)


def run(folder: Path, *arguments: str) -> int:
    """Run a command in a course, which must succeed, and return its largest memory."""
    command = [sys.executable, "-m", "autograder", "--course-root", str(folder), *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder.parent)
    most = 0
    while process.poll() is None:
        most = max(most, peak(process.pid))
        time.sleep(0.1)
    assert process.returncode == 0, process.stdout.read()
    return most


def test_sixty_notebooks_of_15_mb_are_graded_in_less_than_400_mb(tmp_path):
    root = tmp_path / "course"
    second_course.write_course(root)
    run(root, "build")
    for k in range(NUMBER):
        path = second_course.hand_in(root, f"s{k:02d}", "def twice(values):\n    return values * 2")
        notebook = nbformat.read(path, as_version=4)
        notebook.cells[1].outputs = [nbformat.v4.new_output("stream", text=f"{k} " + "x" * SIZE)]
        nbformat.write(notebook, path)
    most = run(root, "grade")
    print(f"grade: {most / 2**20:.0f} MiB")
    grades = json.loads((root / "feedback" / "summary.json").read_text(encoding="utf-8"))["grades"]
    assert [grade["points"] for grade in grades] == [3] * NUMBER
    again = run(root, "grade")
    print(f"again: {again / 2**20:.0f} MiB")
    assert most < LARGEST and again < LARGEST
