"""Distributes submissions over workers. A job and its result, a graded notebook, are plain data.

The workers are threads of this process, which wait for the processes that do the work, or the workers of a running Dask
cluster. A job contains everything that it needs, so the workers need not share a disk with the command.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat import NotebookNode

from autograder.classroom.fingerprint import differences, fingerprint
from autograder.engine.errors import AutograderError
from autograder.engine.execution import checker_pool, warm_up
from autograder.engine.grading.grader import CONFINED, NotebookGrader, nothing_graded
from autograder.engine.grading.limits import Limits
from autograder.engine.grading.outcome import Ending
from autograder.engine.isolation import fork_client

if TYPE_CHECKING:
    from distributed import Client

log = logging.getLogger("autograder")
RETRIES = 2
"""How often a job is tried again after its worker was lost."""
QUIET_SECONDS = 30.0
"""How long no job ends before the cluster is asked whether it still has a worker."""


class SchedulerError(AutograderError):
    """No Dask scheduler can be used. The message says what to do."""


@dataclass(frozen=True)
class Job:
    """One notebook to grade: the bytes of the submission, the source notebook as text, files beside it, settings."""

    data: bytes
    source: str
    files: dict[str, bytes] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)


def key_of(job: Job) -> str:
    """Return a hash of everything that the result of a job depends on."""
    digest = hashlib.sha256(job.data)
    files = sorted((name, hashlib.sha256(content).hexdigest()) for name, content in job.files.items())
    digest.update(json.dumps([job.source, files, job.settings, fingerprint()], sort_keys=True).encode())
    return digest.hexdigest()


@dataclass(frozen=True)
class Result:
    """The result of a job: the graded notebook as JSON, and the fingerprint of the worker."""

    notebook: bytes
    fingerprint: dict[str, str]


def judge(job: Job) -> Result:
    """Grade one notebook in this worker. It never raises."""
    return Result(_judged(job), fingerprint())


def _judged(job: Job) -> bytes:
    try:
        limits = Limits(cell_seconds=job.settings.get("timeout", Limits.cell_seconds))
        policy = CONFINED if job.settings.get("sandboxed", True) else None
        grader = NotebookGrader(limits, policy, preload=job.settings.get("preload"))
        return _as_bytes(grader.grade(job.data, _source(job.source), job.files).notebook)
    except Exception as error:
        if not fork_client.SERVERS.stopped:  # otherwise its processes were ended on purpose
            log.exception("a submission could not be graded")
        return nothing(job, "failed", f"{type(error).__name__}: {error}")


def nothing(job: Job, outcome: Ending, reason: str) -> bytes:
    """Return the graded notebook of a job that could not be graded, with no points."""
    return _as_bytes(nothing_graded(_source(job.source), outcome, reason).notebook)


def _as_bytes(notebook: NotebookNode) -> bytes:
    """Return a notebook as JSON in one line, with a ? for each character that no file can hold."""
    return json.dumps(notebook, ensure_ascii=False).encode("utf-8", "replace")


@lru_cache(maxsize=16)
def _source(text: str) -> NotebookNode:
    """Return a source notebook, read once for the whole class. Do not change it."""
    return nbformat.reads(text, as_version=4)


def judge_all(
    jobs: Sequence[Job], scheduler: str | None = None, workers: int | None = None
) -> Generator[tuple[int, bytes]]:
    """Grade all jobs; yield (index, graded notebook) as they end. A job whose worker is lost is tried again.

    Args:
        jobs: the notebooks to grade.
        scheduler: address of a Dask scheduler (tcp://… or tls://…); by default threads of this process grade.
        workers: the number of threads; by default one for each processor that this process may use.

    Raises:
        SchedulerError: no scheduler answers at that address, Dask is not installed, or a worker has different versions.
    """
    if not jobs:
        return
    try:
        number = min(workers or processors(), len(jobs))
        with _on_cluster(scheduler, jobs[0]) if scheduler else _on_this_machine(number) as (executor, when_quiet):
            waiting = {executor.submit(judge, job): k for k, job in enumerate(jobs)}
            try:
                while waiting:
                    ended, _ = wait(waiting, QUIET_SECONDS, FIRST_COMPLETED)
                    if not ended:
                        when_quiet()
                    for future in ended:
                        k = waiting.pop(future)
                        yield k, _result(future, jobs[k])
            finally:
                for future in waiting:
                    future.cancel()
                if waiting and not scheduler:
                    fork_client.SERVERS.stop()  # when a run is stopped, it does not wait for its workers
    finally:
        fork_client.SERVERS.resume()
        checker_pool.close_idle()


def _result(future: Future[Result], job: Job) -> bytes:
    """Return the graded notebook of a job, even if its worker failed."""
    try:
        result = future.result()
    except Exception as error:  # it comes from the cluster, because `judge` never raises
        return nothing(job, "failed", f"{type(error).__name__}: {error}")
    _must_be_alike(result.fingerprint, "a worker")
    return result.notebook


def _must_be_alike(theirs: dict[str, str], worker: str) -> None:
    """Refuse a worker whose results would be stored under the wrong key."""
    if difference := differences(theirs, fingerprint()):
        raise SchedulerError(
            f"The environment of {worker} differs from the one here: {difference}. Install the same versions there, "
            "because a stored result is valid only for the environment that computed it."
        )


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _on_this_machine(number: int) -> Iterator[tuple[Executor, Callable[[], None]]]:
    """Yield threads that grade, and what to do while no job ends: nothing."""
    with ThreadPoolExecutor(number) as executor:
        yield executor, lambda: None


@contextmanager
def _on_cluster(scheduler: str, first: Job) -> Iterator[tuple[Executor, Callable[[], None]]]:
    """Connect to a Dask cluster and let its workers start the fork server that the first job needs.

    Yields:
        The executor, and what to do while no job ends: report a cluster that has no worker.
    """
    try:
        from distributed import Client
    except ImportError:
        raise SchedulerError(
            "Grading on a cluster needs Dask, which is not installed: run `pip install -e '.[cluster]'` in this "
            "environment, or leave --scheduler out to grade on this machine."
        ) from None
    try:
        client = Client(scheduler, timeout=15, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise SchedulerError(
            f"No Dask scheduler answers at {scheduler} ({error}). Start one with `dask scheduler`, or leave "
            "--scheduler out to grade on this machine."
        ) from None
    with client:
        for address, theirs in client.run(fingerprint).items():
            _must_be_alike(theirs, address)
        client.run(warm_up.prestart, first.settings.get("preload"), on_error="ignore")
        _report_missing_workers(client, scheduler)
        executor = client.get_executor(pure=False, retries=RETRIES)
        yield executor, lambda: _report_missing_workers(client, scheduler)


def _report_missing_workers(client: Client, scheduler: str) -> None:
    """Log one line if the cluster has no worker; a cluster that grows with its work may still get some."""
    if not client.scheduler_info(n_workers=-1)["workers"]:
        log.warning(
            "The Dask cluster at %s has no worker, so grading waits. Start one with `dask worker %s`, or press Ctrl-C: "
            "the grades so far are kept.",
            scheduler,
            scheduler,
        )
