"""A Dask cluster on this machine, for the tests of `--scheduler`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from distributed import LocalCluster


@contextmanager
def local_cluster(n_workers: int = 2) -> Iterator[LocalCluster]:
    """Start workers, each a process with one thread, and restore the environment variables.

    Dask sets PYTHONHASHSEED and others in the process that starts the workers; later tests would not find the fork
    server, which accepts only the hash seed it was started with.
    """
    with (
        patch.dict(os.environ),
        LocalCluster(
            n_workers=n_workers, threads_per_worker=1, dashboard_address=None, memory_limit=0, silence_logs=50
        ) as cluster,
    ):
        yield cluster
