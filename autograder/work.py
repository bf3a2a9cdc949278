"""Spreads submissions over workers: a job is plain data in, a graded notebook and an outcome out.

The workers are threads of this process, each waiting for processes of its own to do the work, or those of a Dask
cluster that exists. A job carries all that it needs, so workers share no disk with the one who asks.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import threading
from collections.abc import Generator, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

import dask
import nbformat
from distributed import Client, LocalCluster, WorkerPlugin, as_completed
from nbformat import NotebookNode
from traitlets.config import Config

from autograder import examiners, warm
from autograder.submission import OUTCOMES, Outcome, grade_submission, nothing_graded

log = logging.getLogger("autograder")
_stopping = threading.Event()
"""Set while this process ends its own workers half way."""
RETRIES = 2
"""How often a job is tried again whose worker was lost."""


class SchedulerError(Exception):
    """No Dask scheduler answers where one was said to be; the message says what to do."""


@dataclass(frozen=True)
class Job:
    """One notebook to grade: what was handed in, the source notebook as text, files beside it, limits."""

    data: bytes
    source: str
    files: dict[str, bytes] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    """What a job came to: the graded notebook as text, and the outcome."""

    notebook: str
    outcome: Outcome

    def as_dict(self) -> dict[str, Any]:
        """The result as plain data for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Result:
        """The result that `as_dict` gave. Raises KeyError, TypeError for anything else."""
        return cls(data["notebook"], Outcome.from_dict(data["outcome"]))


def judge(job: Job) -> Result:
    """Grade one notebook in this worker; never raises."""
    source = _source(job.source)
    try:
        notebook, outcome = grade_submission(job.data, source, job.files, Config({"Examine": job.settings}))
    except Exception as error:
        if not _stopping.is_set():  # else its processes were ended on purpose
            log.exception("a submission could not be graded")
        return _nothing(job, "failed", f"{type(error).__name__}: {error}")
    return Result(json.dumps(notebook), outcome)


def refused(job: Job) -> Result:
    """The result where nothing was handed in that could be graded."""
    return _nothing(job, "unreadable", "")


def _nothing(job: Job, outcome: str, reason: str) -> Result:
    notebook, record = nothing_graded(_source(job.source), outcome, OUTCOMES[outcome], reason)
    return Result(json.dumps(notebook), record)


@lru_cache(maxsize=16)
def _source(text: str) -> NotebookNode:
    """A source notebook, read once for the whole class: nothing may be changed in it."""
    return nbformat.reads(text, as_version=4)


class WarmUp(WorkerPlugin):
    """Has a worker start its warm process before the first job comes."""

    name = "autograder-warm-up"

    def setup(self, worker: Any) -> None:
        """Start it in the background."""
        warm.prestart()


def judge_all(
    jobs: Sequence[Job], scheduler: str | None = None, workers: int | None = None
) -> Generator[tuple[int, Result]]:
    """Grade all jobs; yield (index, result) as they end. A worker that is lost costs no job.

    Args:
        jobs: what to grade.
        scheduler: address of a Dask scheduler (tcp://… or tls://…); by default the workers are this process's own.
        workers: how many own workers; by default one for each processor that this process may use.

    Raises:
        SchedulerError: no scheduler answers at that address.
    """
    if not jobs:
        return
    _stopping.clear()
    with _client(scheduler, min(workers or processors(), len(jobs))) as client:
        client.register_plugin(WarmUp())
        indices = {client.submit(judge, job, pure=False, retries=RETRIES): k for k, job in enumerate(jobs)}
        try:
            for future in as_completed(indices, loop=client.loop):
                k = indices.pop(future)
                error = future.exception()
                result = _nothing(jobs[k], "failed", f"{type(error).__name__}: {error}") if error else future.result()
                yield k, result
        finally:
            client.cancel(list(indices))
            if indices and not scheduler:
                _stopping.set()
                warm.close_servers()  # who stops half way does not wait for what runs
            examiners.close_idle()


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def _client(scheduler: str | None, workers: int) -> Iterator[Client]:
    if scheduler:
        with _connected(scheduler) as client:
            yield client
        return
    nothing_to_see: dict[str, list] = {f"distributed.{each}.http.routes": [] for each in ("scheduler", "worker")}
    with (
        dask.config.set(nothing_to_see),
        # in one process there is no port on which another user could send code
        LocalCluster(
            n_workers=1,
            threads_per_worker=workers,
            processes=False,
            dashboard_address="127.0.0.1:0",  # Dask starts web servers in any case; these have nothing to show
            worker_dashboard_address="127.0.0.1:0",
            memory_limit=0,
            silence_logs=logging.ERROR,
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


def _connected(scheduler: str) -> Client:
    try:
        return Client(scheduler, timeout=15, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise SchedulerError(
            f"No Dask scheduler answers at {scheduler} ({error}). Start one with `dask scheduler`, or leave "
            "--scheduler out to grade on this machine."
        ) from None
