"""Measures the cost of grading a class with stock nbgrader, two of them at once, and this project, in one run.

Each is a command in its own process, on the same submissions, with its own gradebook.

python -m tools.bench [--no-stock] [--size N] [--growth N]... [ASSIGNMENT]...
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import psutil
import typer
from nbgrader.api import Gradebook, MissingEntry
from rich.console import Console

from autograder.audit.made_up_class import hand_in, mixed_class
from autograder.audit.trial import make_trial, try_all
from autograder.classroom.register import register
from autograder.classroom.workers import processors
from autograder.course.assignment import Assignment, CourseError
from autograder.course.class_folder import ClassFolder
from autograder.course.course import read_course

COURSE = read_course(Path(__file__).parents[1])
BENCHED = ("05_deep_rnn", "04_numpy_rnn")
"""A notebook of Keras models, and one of NumPy."""
GROWTH = [15, 30, 60, 120]

STOCK, TWO, OURS = "stock nbgrader", "two stock nbgraders at once", "autograder"
SAMPLE_SECONDS = 2.0
"""Seconds between two measurements of memory, because each costs a tenth of a second."""

STOCK_CONFIG = """\
from pathlib import Path

from autograder.course.nbgrader_config import course_config

c = get_config()
c.merge(course_config(Path(__file__).parent))
"""


@dataclass
class Cost:
    """The cost of one way of grading: wall-clock seconds, CPU seconds, and peak memory in bytes."""

    way: str
    submissions: int
    seconds: float
    cpu_seconds: float
    peak_memory: int


@dataclass
class Bench:
    """All measurements on one notebook.

    `floor` is the CPU time of the cells on which grades depend, for all submissions together, each in a fork that has
    everything imported. It is the mean of two measurements, before and after ours. `different` lists the checks whose
    scores differ between stock and ours.
    """

    assignment: str
    size: int
    floor: float = 0.0
    costs: list[Cost] = field(default_factory=list)
    growth: list[Cost] = field(default_factory=list)
    compared: int = 0
    different: list[str] = field(default_factory=list)

    def cost(self, way: str) -> Cost:
        """Return the cost of one way of grading."""
        return next(each for each in self.costs if each.way == way)


def bench(
    name: str,
    size: int,
    growth: Sequence[int],
    folder: Path,
    stock: bool = True,
    on_step: Callable[[str], None] = lambda step: None,
) -> Bench:
    """Measure a class of `size` on one assignment, and how our cost grows with the sizes in `growth`.

    Without `stock`, only ours is measured and compared with the floor.
    """
    assignment = COURSE.assignment(name)
    students = mixed_class(assignment, COURSE.answers, max([size, *growth]))
    chosen = dict(list(students.items())[:size])
    made = Bench(name, size)

    def floor() -> float:
        on_step(f"{name}: the floor")
        return _floor(assignment, chosen)

    def measure(way: str, parts: int) -> None:
        on_step(f"{name}: {way}, {size} submissions")
        made.costs.append(_run(way, assignment, chosen, parts, folder / name / way.replace(" ", "-")))

    before = floor()
    measure(OURS, 1)
    made.floor = (before + floor()) / 2  # the speed of a machine varies
    if stock:
        measure(STOCK, 1)
        measure(TWO, 2)
        ours = _scores(assignment, [folder / name / OURS / "0"])
        theirs = _scores(assignment, [folder / name / STOCK.replace(" ", "-") / "0"])
        made.compared = len(theirs)
        made.different = sorted(
            f"{' '.join(key)}: {theirs.get(key)} by stock nbgrader, {ours.get(key)} by {OURS}"
            for key in theirs.keys() | ours.keys()
            if theirs.get(key) != ours.get(key)
        )
    for number in growth:
        on_step(f"{name}: {OURS}, {number} submissions")
        some = dict(list(students.items())[:number])
        made.growth.append(_run(OURS, assignment, some, 1, folder / name / f"growth-{number}"))
    return made


def _floor(assignment: Assignment, students: dict[str, dict[str, str]]) -> float:
    stubs = {name: "raise NotImplementedError()\n" for name in assignment.exercises}
    trials = [make_trial(assignment, stubs | cells) for cells in students.values()]
    return sum(outcome.seconds for _, outcome in try_all(trials, time_limit=120))


def _run(way: str, assignment: Assignment, students: dict[str, dict[str, str]], parts: int, folder: Path) -> Cost:
    shutil.rmtree(folder, ignore_errors=True)
    names = list(students)
    commands = []
    for part in range(parts):
        course = ClassFolder(folder / str(part), COURSE)
        course.submitted.mkdir(parents=True)
        hand_in(
            {name: students[name] for name in names[part::parts]}, course.submitted, COURSE.released(assignment.name)
        )
        register(course, assignment)
        commands.append((_command(way, course.root, assignment.name), course.root))
    return _measure(way, len(students), commands)


def _command(way: str, root: Path, name: str) -> list[str]:
    bin_folder = Path(sys.executable).parent
    if way == OURS:
        return [str(bin_folder / "autograder"), "--course-root", str(COURSE.root), "grade", "--course", str(root), name]
    (root / "source").symlink_to(COURSE.source)
    (root / "nbgrader_config.py").write_text(STOCK_CONFIG, encoding="utf-8")
    return [str(bin_folder / "nbgrader"), "autograde", name]


def _measure(way: str, submissions: int, commands: list[tuple[list[str], Path]]) -> Cost:
    start = time.perf_counter()
    running = []
    for command, cwd in commands:
        with open(cwd / "log.txt", "w") as log:
            running.append(subprocess.Popen(command, cwd=cwd, stdout=log, stderr=subprocess.STDOUT))
    memory = _Memory([each.pid for each in running])
    cpu = 0.0
    for process in running:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        cpu += usage.ru_utime + usage.ru_stime
    seconds = time.perf_counter() - start
    for process, (_, folder) in zip(running, commands, strict=True):
        if process.returncode:  # a command that failed early would look fast
            raise RuntimeError(f"{way} ended with {process.returncode}:\n{(folder / 'log.txt').read_text()[-2000:]}")
    return Cost(way, submissions, seconds, cpu, memory.stop())


class _Memory(threading.Thread):
    """Measures the memory of some processes and their descendants, with shared pages counted once."""

    def __init__(self, pids: list[int]) -> None:
        super().__init__(daemon=True)
        self.pids, self.peak, self.ended = pids, 0, threading.Event()
        self.start()

    def run(self) -> None:
        while not self.ended.wait(SAMPLE_SECONDS):
            self.peak = max(self.peak, sum(map(self._below, self.pids)))

    def _below(self, pid: int) -> int:
        total = 0
        try:
            root = psutil.Process(pid)
            for each in [root, *root.children(recursive=True)]:
                try:
                    total += each.memory_full_info().pss
                except psutil.Error:
                    continue
        except psutil.Error:
            pass
        return total

    def stop(self) -> int:
        self.ended.set()
        self.join()
        return self.peak


def _scores(assignment: Assignment, roots: list[Path]) -> dict[tuple[str, str], float]:
    """(student, check) → score, from the gradebooks."""
    found = {}
    for root in roots:
        course = ClassFolder(root, COURSE)
        with Gradebook(course.gradebook_url, COURSE.id) as gradebook:
            for folder in sorted(course.submitted.iterdir()):
                try:
                    notebook = gradebook.find_submission_notebook(
                        assignment.notebook_name, assignment.name, folder.name
                    )
                except MissingEntry:
                    continue
                found.update({(folder.name, each.name): each.auto_score for each in notebook.grades})
    return found


def report(benches: Sequence[Bench]) -> str:
    """Return the measurements as Markdown."""
    lines = [
        f"Measured on {processors()} processors by `make bench`. Wall clock and CPU are seconds per submission.",
        "",
    ]
    lines += [
        "| notebook | | seconds | CPU seconds | peak memory, MB | times ours |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for each in benches:
        ours = each.cost(OURS)
        for cost in sorted(each.costs, key=lambda cost: -cost.seconds):
            n = cost.submissions
            lines.append(
                f"| {each.assignment}, {n} | {cost.way} | {cost.seconds / n:.2f} | {cost.cpu_seconds / n:.2f} "
                f"| {cost.peak_memory / 2**20:.0f} | {cost.seconds / ours.seconds:.1f} |"
            )
        wall = each.floor / processors()
        lines.append(
            f"| | floor: the cells alone | {wall / each.size:.2f} | {each.floor / each.size:.2f} "
            f"| | {wall / ours.seconds:.2f} |"
        )
    lines.append("")
    for each in benches:
        lines.append(f"{each.assignment}: {_beside_floor([each])}.")
        if each.compared:
            lines.append(f"{len(each.different)} of {each.compared} scores differ from stock nbgrader's.")
        lines += [f"- {line}" for line in each.different]
    if len(benches) > 1:
        lines.append(f"All of them: {_beside_floor(benches)}.")
    if any(each.growth for each in benches):
        lines += [
            "",
            "| notebook | submissions | seconds | CPU seconds | seconds per submission |",
            "| --- | ---: | ---: | ---: | ---: |",
        ]
    for each in benches:
        for cost in each.growth:
            lines.append(
                f"| {each.assignment} | {cost.submissions} | {cost.seconds:.0f} | {cost.cpu_seconds:.0f} "
                f"| {cost.seconds / cost.submissions:.2f} |"
            )
    return "\n".join(lines) + "\n"


def _beside_floor(benches: Sequence[Bench]) -> str:
    """Return our throughput and CPU time as shares of the floor's."""
    floor = sum(each.floor for each in benches)
    ours = [each.cost(OURS) for each in benches]
    throughput = floor / processors() / sum(cost.seconds for cost in ours)
    return (
        f"{100 * throughput:.0f} % of the floor's throughput, "
        f"{sum(cost.cpu_seconds for cost in ours) / floor:.2f} times its CPU"
    )


def draw(benches: Sequence[Bench], target: Path) -> None:
    """Draw the seconds per submission for each way of grading and each notebook, as an SVG."""
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot as plt

    figure, every = plt.subplots(1, len(benches), figsize=(5 * len(benches), 2.6), layout="constrained", squeeze=False)
    for axes, each in zip(every[0], benches, strict=True):
        ways = {cost.way: cost.seconds / cost.submissions for cost in each.costs}
        ways["floor"] = each.floor / processors() / each.size
        order = sorted(ways, key=lambda way: ways[way])
        bars = axes.barh(order, [ways[way] for way in order], color="#0072B2", height=0.6)
        axes.bar_label(bars, [f"{ways[way]:.2f}" for way in order], padding=3)
        axes.set(title=f"{each.assignment}, {each.size} submissions", xlabel="seconds per submission")
        axes.spines[["top", "right"]].set_visible(False)
        axes.margins(x=0.15)
    figure.savefig(target)
    plt.close(figure)


def write(benches: Sequence[Bench], folder: Path = COURSE.root / "build" / "bench") -> Path:
    """Write table, picture and raw numbers to `folder`; return the table's path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bench.json").write_text(json.dumps([asdict(each) for each in benches], indent=1) + "\n")
    draw(benches, folder / "bench.svg")
    table = folder / "bench.md"
    table.write_text(report(benches), encoding="utf-8")
    return table


def main(
    names: Annotated[list[str] | None, typer.Argument(help=f"Assignments; {' and '.join(BENCHED)} by default.")] = None,
    size: Annotated[int, typer.Option(min=2, help="Submissions of the class.")] = 60,
    growth: Annotated[list[int] | None, typer.Option(help="Further sizes, by this project alone.")] = None,
    stock: Annotated[bool, typer.Option(help="Grade with stock nbgrader too, which takes most of the time.")] = True,
) -> None:
    """Measure stock nbgrader, two of them at once and this project on one class."""
    if growth is None:
        growth = GROWTH if stock else []
    console = Console()
    try:
        with TemporaryDirectory(prefix="bench-") as scratch, console.status("") as status:
            measured = [bench(name, size, growth, Path(scratch), stock, status.update) for name in names or BENCHED]
    except CourseError as error:
        sys.exit(str(error))
    table = write(measured)
    console.print(table.read_text(encoding="utf-8"), markup=False, highlight=False, soft_wrap=True)
    console.print(f"Also as a picture and as JSON: {table.parent}/", soft_wrap=True)
    sys.exit(any(each.different for each in measured))


if __name__ == "__main__":
    typer.run(main)
