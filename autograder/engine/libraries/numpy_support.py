"""The engine's knowledge of NumPy. `numpy_arrays` lets arrays cross."""

from __future__ import annotations

import os
import sys
from typing import Any

from autograder.engine.libraries.base import LibrarySupport, PutBack


def _threads() -> int:
    cores = os.cpu_count() or 1
    return max(0, min(int(os.environ.get("OPENBLAS_NUM_THREADS") or cores), cores) - 1)


def _renew() -> None:
    import numpy as np

    np.random.seed()  # `random` reseeds itself after a fork


def _keep_state() -> PutBack:
    import numpy as np

    print_options, error_handling, handler = np.get_printoptions(), np.geterr(), np.geterrcall()
    buffer = np.getbufsize()

    def put_back() -> None:
        np.set_printoptions(**print_options)
        np.seterr(**error_handling)
        np.seterrcall(handler)
        np.setbufsize(buffer)
        np.random.seed()

    return put_back


def _random_state() -> tuple | None:
    np = sys.modules.get("numpy")
    if np is None:
        return None
    name, key, *rest = np.random.get_state()
    return name, key.tobytes(), *rest


def _set_random_state(state: Any) -> None:
    import numpy as np

    name, key, *rest = state
    np.random.set_state((name, np.frombuffer(key, np.uint32), *rest))


NUMPY = LibrarySupport(
    distributions=("numpy",),
    modules=("numpy", "numpy.random"),
    environment={"OPENBLAS_NUM_THREADS": "1"},
    variables=("OMP_", "OPENBLAS_", "MKL_"),
    threads=_threads,
    renew=_renew,
    keep_state=_keep_state,
    random_state=_random_state,
    set_random_state=_set_random_state,
    seeders=(("numpy.random", "seed"), ("numpy.random", "set_state")),
    kinds="autograder.engine.libraries.numpy_arrays",
)
