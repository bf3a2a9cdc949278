"""The fork server of the processes that run notebooks: what it preloads, put together from all supported libraries."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from autograder.engine.execution import programs
from autograder.engine.isolation import fork_client
from autograder.engine.isolation.fork_client import ForkServer
from autograder.engine.isolation.policy import Policy
from autograder.engine.isolation.preload import Preload
from autograder.engine.libraries import SUPPORTED

SHELL = (
    # what a shell loads at its start, and at its first error
    "IPython.core.application", "IPython.core.completerlib", "IPython.core.logger", "IPython.core.magics.execution",
    "IPython.core.oinspect", "pygments.formatters.html", "pygments.formatters.terminal256", "pygments.lexers.python",
    "stack_data",
)  # fmt: skip
PROCESS_ENVIRONMENT = {name: value for library in SUPPORTED for name, value in library.process_environment.items()}
"""Variables of processes that run a notebook, unless the user has set them."""


def threads() -> int:
    """Return the number of threads that the libraries may leave in the fork server."""
    return 1 + sum(library.threads() for library in SUPPORTED if library.threads)


def prove() -> None:
    """Prove in a fork that the libraries work there."""
    for library in SUPPORTED:
        if library.prove:
            library.prove()


def renew() -> None:
    """Give the libraries the state of a fresh process."""
    for library in SUPPORTED:
        if library.renew:
            library.renew()


PRELOAD = Preload(
    modules=(
        *chain.from_iterable(library.modules for library in SUPPORTED),
        *SHELL,
        *(program.partition(":")[0] for program in (programs.CHECKER, programs.STUDENT)),
    ),
    environment={name: value for library in SUPPORTED for name, value in library.environment.items()},
    variables=tuple(chain.from_iterable(library.variables for library in SUPPORTED)),
    server_variables=tuple(chain.from_iterable(library.server_variables for library in SUPPORTED)),
    read_at_import=("PYTHONHASHSEED", *chain.from_iterable(library.read_at_import for library in SUPPORTED)),
    homes={name: folder for library in SUPPORTED for name, folder in library.homes.items()},
    hidden=tuple(chain.from_iterable(library.hidden for library in SUPPORTED)),
    threads=threads,
    proof=prove,
    renew=renew,
)


def server() -> ForkServer:
    """Return this process's fork server for notebooks, started in the background if there is none.

    Raises:
        NoForkServerError: this host cannot have one.
        SandboxError: the run is being stopped.
    """
    return fork_client.server(PRELOAD)


def prestart() -> None:
    """Start the server in the background and return at once; an error is reported at its first use."""
    fork_client.prestart(PRELOAD)


def find_server(env: Mapping[str, str], policy: Policy | None) -> ForkServer | None:
    """Return a server to fork for a process with this environment, as `fork_client.find_server` does."""
    return fork_client.find_server(PRELOAD, env, policy)
