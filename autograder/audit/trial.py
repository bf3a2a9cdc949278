"""Tries answers: runs the checks of some exercises on given code, for many answers at once.

The fast way for our own code: given cells, the answer, the checks, in one fork of the warm process per answer, bounded
in time and not confined. How students' submissions are graded is another matter (`submission.py`).
"""

from __future__ import annotations

import contextlib
import gc
import io
import linecache
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass, replace
from typing import Any

from autograder.course.assignment import Assignment, grading, is_given
from autograder.engine.execution import warm_up
from autograder.engine.isolation import fork_client

MISSING = "no verdict"
TIME_LIMIT = 30.0
"""Seconds of wall clock that a trial may take."""


@dataclass(frozen=True)
class Trial:
    """The cells to run, in order: (cell id, source, is it a check). May end at the first check that fails."""

    cells: tuple[tuple[str, str, bool], ...]
    until_failure: bool = False


@dataclass(frozen=True)
class Outcome:
    """What the checks said: grade_id of the check → its message, empty where it passed. `seconds` of CPU."""

    messages: dict[str, str]
    seconds: float

    def failed(self, check: str) -> bool:
        """Whether this check gave no points."""
        return bool(self.messages[check])


def make_trial(assignment: Assignment, cells: Mapping[str, str], checks: Sequence[str] | None = None) -> Trial:
    """Return the trial of the answer `cells` (solution cell's grade_id → code) to an assignment.

    Given cells, these solution cells and the checks on them (or only those named), in the notebook's order.
    """
    exercises = assignment.exercises
    unknown = set(cells) - set(exercises)
    if unknown:
        raise KeyError(f"{assignment.path}: no solution cell {', '.join(sorted(unknown))}")
    wanted = {grading(c)["grade_id"] for name in cells for c in exercises[name].checks}
    if checks is not None:
        wanted &= set(checks)
    chosen = []
    for cell in assignment.notebook.cells:
        name = grading(cell).get("grade_id", cell.id)
        if name in cells:
            chosen.append((name, cells[name], False))
        elif is_given(cell) or name in wanted:
            chosen.append((name, cell.source, name in wanted))
    return Trial(tuple(chosen))


def try_all(trials: Sequence[Trial], time_limit: float = TIME_LIMIT) -> Iterator[tuple[int, Outcome]]:
    """Run each trial in a process of its own; yield (index, outcome) as they end.

    Where a trial dies or takes more than `time_limit` seconds, its checks say so.

    Raises:
        NoForkServerError: there is none to fork, as on systems other than Linux.
    """
    server = fork_client.server(replace(warm_up.PRELOAD, modules=(*warm_up.PRELOAD.modules, __name__)))
    server.wait_ready()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {pool.submit(_try, server, trial, time_limit): index for index, trial in enumerate(trials)}
        try:
            for done in as_completed(running):
                yield running[done], done.result()
        except BaseException:  # Ctrl-C, or a caller who has seen enough: no one waits for what runs
            pool.shutdown(wait=False, cancel_futures=True)
            server.close()
            raise


def _try(server: fork_client.ForkServer, trial: Trial, time_limit: float) -> Outcome:
    environment = {**os.environ, "MPLBACKEND": "agg"}
    try:
        process = server.fork(run_in_fork, asdict(trial), cwd=os.getcwd(), env=environment)
        return Outcome(**process.result(time_limit))
    except fork_client.ForkError as error:
        reason = "took too long" if error.reason == "wall" else f"the process ended without a result ({error})"
        checks = [name for name, _, is_check in trial.cells if is_check]
        return Outcome(dict.fromkeys(checks, f"{MISSING}: {reason}"), time_limit)


def run_in_fork(cells: list[tuple[str, str, bool]], until_failure: bool) -> dict[str, Any]:
    """Run a trial that is given as plain data; its outcome, as plain data."""
    return asdict(run_trial(Trial(tuple(cells), until_failure)))


def run_trial(trial: Trial) -> Outcome:
    """Run the cells in one namespace, as a kernel would; an error in one cell does not stop the next."""
    gc.disable()  # one full collection takes 0.2 s with TensorFlow imported, and this process lives a second
    namespace: dict = {"__name__": "__main__"}
    messages = {}
    start = time.process_time()
    for name, source, is_check in trial.cells:
        message = _run_cell(name, source, namespace)
        if is_check:
            messages[name] = message
            if message and trial.until_failure:
                break
    return Outcome(messages, time.process_time() - start)


def _run_cell(name: str, source: str, namespace: dict) -> str:
    filename = f"<{name}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            exec(compile(source, filename, "exec"), namespace)
    except BaseException as error:  # SystemExit and KeyboardInterrupt of an answer are its own failure too
        return str(error) or type(error).__name__
    return ""
