"""Tries answers: runs the checks of some exercises on given code, for many answers at once.

This is the fast way for our own code. The given cells, the answer and the checks run in one fork per answer, with a
time limit but without confinement. Students' submissions are graded by `engine.grading`.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import linecache
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from autograder.course.assignment import Assignment, grading, is_given
from autograder.engine.execution import warm_up
from autograder.engine.isolation import fork_client
from autograder.engine.libraries.process_state import ProcessState

MISSING = "no verdict"
TIME_LIMIT = 30.0
"""Seconds of CPU time that a trial may take."""
PATIENCE = 10
"""How many times longer than its CPU time a trial may take by the clock, because the machine may be busy."""


@dataclass(frozen=True)
class Trial:
    """The cells to run, in order: (cell id, source, is it a check). A trial may end at the first check that fails.

    `folder` is the folder of the notebook. The cells run in a copy of the files in it.
    """

    cells: tuple[tuple[str, str, bool], ...]
    until_failure: bool = False
    folder: str = ""


@dataclass
class Outcome:
    """The results: grade_id of the check → its message, empty if it passed. `seconds` are seconds of CPU time."""

    messages: dict[str, str]
    seconds: float

    def failed(self, check: str) -> bool:
        """Whether this check failed."""
        return bool(self.messages[check])


def make_trial(assignment: Assignment, cells: Mapping[str, str], checks: Sequence[str] | None = None) -> Trial:
    """Return the trial of the answer `cells` (solution cell's grade_id → code) to an assignment.

    It has the given cells, these solution cells and their checks (or only the named ones), in the notebook's order.
    """
    exercises = assignment.exercises
    unknown = set(cells) - set(exercises)
    if unknown:
        raise KeyError(f"{assignment.path}: there is no solution cell {', '.join(sorted(unknown))}")
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
    return Trial(tuple(chosen), folder=str(assignment.path.parent))


def try_all(
    trials: Sequence[Trial], time_limit: float = TIME_LIMIT, together: int = 1
) -> Iterator[tuple[int, Outcome]]:
    """Run trials in forked processes; yield (index, outcome) as they end.

    Args:
        trials: the trials.
        time_limit: seconds of CPU time that each may take. If one dies or takes longer, its checks say so.
        together: how many trials of one folder may share a process in sequence, because the first Keras layer of a
            process takes as long as ten later ones. If such a process fails, each of them gets its own process.

    Raises:
        NoForkServerError: processes cannot be forked, as on systems other than Linux.
    """
    server = fork_client.server(replace(warm_up.PRELOAD, modules=(*warm_up.PRELOAD.modules, __name__)))
    server.wait_ready()
    with _copies({trial.folder for trial in trials}) as copies, ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {
            pool.submit(_try, server, [trials[k] for k in group], copies[trials[group[0]].folder], time_limit): group
            for group in _groups(trials, together)
        }
        try:
            for done in as_completed(running):
                yield from zip(running[done], done.result(), strict=True)
        except BaseException:  # Ctrl-C, or the caller has seen enough: do not wait for what still runs
            pool.shutdown(wait=False, cancel_futures=True)
            server.close()
            raise


def _groups(trials: Sequence[Trial], size: int) -> Iterator[list[int]]:
    """Return the indexes of the trials in groups of neighbours from one folder."""
    for _, neighbours in groupby(range(len(trials)), key=lambda index: trials[index].folder):
        indexes = list(neighbours)
        yield from (indexes[start : start + size] for start in range(0, len(indexes), size))


@contextlib.contextmanager
def _copies(folders: set[str]) -> Iterator[dict[str, str]]:
    """Give a temporary copy of each folder, without notebooks, so that no answer changes the course's files."""
    with tempfile.TemporaryDirectory(prefix="trial-") as scratch:
        copies = {folder: str(Path(scratch, str(number))) for number, folder in enumerate(sorted(folders))}
        for folder, copy in copies.items():
            if folder:
                shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*.ipynb", ".ipynb_checkpoints"))
            else:
                Path(copy).mkdir()
        yield copies


def _try(server: fork_client.ForkServer, trials: Sequence[Trial], folder: str, time_limit: float) -> list[Outcome]:
    environment = {**os.environ, "MPLBACKEND": "agg"}
    sources = list(dict.fromkeys(source for trial in trials for _, source, _ in trial.cells))
    number = {source: k for k, source in enumerate(sources)}
    plain = [
        {**asdict(trial), "cells": [(name, number[source], is_check) for name, source, is_check in trial.cells]}
        for trial in trials
    ]
    try:
        with tempfile.NamedTemporaryFile("w", prefix="trial-", suffix=".json", encoding="utf-8") as file:
            json.dump({"sources": sources, "trials": plain}, file)
            file.flush()
            arguments = {"path": file.name, "time_limit": time_limit}
            process = server.fork(run_in_fork, arguments, cwd=folder, env=environment)
            return [Outcome(**outcome) for outcome in process.result(PATIENCE * time_limit)]
    except fork_client.ForkError as error:
        if len(trials) > 1:
            return [_try(server, [trial], folder, time_limit)[0] for trial in trials]
        too_long = error.reason in ("wall", "cpu") or error.returncode == -signal.SIGXCPU
        reason = "took too long" if too_long else f"the process ended without a result ({error})"
        checks = [name for name, _, is_check in trials[0].cells if is_check]
        return [Outcome(dict.fromkeys(checks, f"{MISSING}: {reason}"), time_limit)]


def run_in_fork(path: str, time_limit: float) -> list[dict[str, Any]]:
    """Run the trials of a JSON file within a limit of CPU seconds in all; return their outcomes as plain data.

    They come as a file, because a notebook can be longer than a request to the fork server. Their cells name a source
    by its position in `sources`, because trials share most.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + time_limit) + 1, hard))
    sys.path.insert(0, "")  # as in a kernel, a notebook can import modules beside it
    work = json.loads(Path(path).read_text(encoding="utf-8"))
    folder, state = os.getcwd(), ProcessState() if len(work["trials"]) > 1 else None
    outcomes = []
    for trial in work["trials"]:
        cells = tuple((name, work["sources"][place], is_check) for name, place, is_check in trial["cells"])
        outcomes.append(asdict(run_trial(Trial(cells, trial["until_failure"], trial["folder"]))))
        if state:
            os.chdir(folder)
            state.put_back()
    return outcomes


def run_trial(trial: Trial) -> Outcome:
    """Run the cells in one namespace, as a kernel would; an error in one cell does not stop the next."""
    gc.disable()  # a full collection takes 0.2 s with TensorFlow imported, and this process lives for a second
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
            exec(compile(source, filename, "exec", dont_inherit=True), namespace)
    except BaseException as error:  # if an answer raises SystemExit or KeyboardInterrupt, the answer has failed
        return str(error) or type(error).__name__
    return ""
