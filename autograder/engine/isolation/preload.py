"""What a fork server imports before it forks, and how it shows that its forks work."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Preload:
    """What one fork server is for. Equal preloads share a server.

    Attributes:
        modules: imported in this order; one that is not installed is left out.
        environment: variables of the server, unless the user has set them.
        read_at_import: variables that the modules read, so a process with other values cannot be a fork.
        hidden: packages that the server and its forks find not installed.
        proof: called in a fork before the server is used; if it raises an error, crashes or does not return
            within `proof_seconds`, the server is not used.
        renew: called in each fork before it is confined, to give libraries the state of a fresh process.
    """

    modules: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict, hash=False)
    read_at_import: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    proof: Callable[[], None] | None = None
    proof_seconds: float = 90.0
    renew: Callable[[], None] | None = None


def build_a_layer() -> None:
    """Build and call a Keras layer and draw numbers, which hangs if the fork is not safe."""
    keras, numpy = sys.modules.get("keras"), sys.modules.get("numpy")
    if keras is not None and numpy is not None:
        output = keras.layers.Dense(2)(numpy.ones((1, 3), "float32"))
        if numpy.asarray(output).shape != (1, 2):
            raise RuntimeError(f"a layer returned {output}")


def renew_libraries() -> None:
    """Draw new random numbers, and take the plotting backend from this process's environment."""
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()  # `random` reseeds itself after a fork; Keras draws from `random`
    if "matplotlib" in sys.modules and os.environ.get("MPLBACKEND"):
        sys.modules["matplotlib"].rcParams["backend"] = os.environ["MPLBACKEND"]


BARE = Preload(
    environment={
        "OPENBLAS_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        # for layers of a few units oneDNN takes longer to prepare than to compute
        "TF_ENABLE_ONEDNN_OPTS": "0",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    },
    read_at_import=("KERAS_BACKEND", "TF_USE_LEGACY_KERAS", "PYTHONHASHSEED"),
    # the project needs it and the course does not; Keras would import it if it could: 0.2 s, 29 MB
    hidden=("pandas",),
)
"""A server that imports nothing, and so is ready at once."""

DEFAULT = Preload(
    (
        # what notebooks import, and what it would load at its first use
        "numpy", "numpy.random", "matplotlib.pyplot", "matplotlib.backends.backend_agg", "tensorflow", "keras",
        "tf_keras",
        "PIL.BmpImagePlugin", "PIL.GifImagePlugin", "PIL.JpegImagePlugin", "PIL.PpmImagePlugin",
        # what a shell would load at its start, and at its first error
        "IPython.core.application", "IPython.core.completerlib", "IPython.core.logger",
        "IPython.core.magics.execution", "IPython.core.oinspect", "IPython.core.pylabtools",
        "matplotlib_inline.config", "pygments.formatters.html", "pygments.formatters.terminal256",
        "pygments.lexers.python", "stack_data",
        # what grades in a fork
        "autograder.engine.execution.checker_process", "autograder.engine.execution.student_process",
    ),
    BARE.environment, BARE.read_at_import, BARE.hidden, proof=build_a_layer, renew=renew_libraries,
)  # fmt: skip
"""The server that submissions are graded in."""
