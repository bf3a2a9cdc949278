"""The fork server of the processes that run notebooks, which preloads the supported libraries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain

from autograder.engine.execution import programs
from autograder.engine.isolation import fork_client
from autograder.engine.isolation.fork_client import ForkServer, NoForkServerError
from autograder.engine.isolation.policy import Policy, SandboxError
from autograder.engine.isolation.preload import Preload
from autograder.engine.libraries import CHOICE, SUPPORTED, find_libraries

SHELL = (
    # modules that a shell loads at its start and at its first error
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
    """Prove in a fork that the libraries work in it."""
    for library in SUPPORTED:
        if library.prove:
            library.prove()


def renew() -> None:
    """Give the libraries the state of a fresh process."""
    for library in SUPPORTED:
        if library.renew:
            library.renew()


PROGRAMS = tuple(program.partition(":")[0] for program in (programs.CHECKER, programs.STUDENT))
PRELOAD = Preload(
    modules=(*chain.from_iterable(library.modules for library in SUPPORTED), *SHELL, *PROGRAMS),
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
"""For notebooks that may import any of the supported libraries."""

READING = Preload(
    modules=(programs.READER.partition(":")[0],),
    hidden=("rfc3987_syntax",),  # jsonschema would build a grammar of web addresses, which takes a second
)
"""For processes that read submissions. They need none of the libraries, so their forks are small."""


def preload_for(names: Sequence[str] | None) -> Preload:
    """Return what to preload for notebooks that import these modules; None stands for all supported libraries.

    A name may be a supported library, such as `keras`, or any other module. A supported library that is not named is
    not imported, and its values stay in the process that made them. Its variables are still passed on, because a
    notebook can import it.
    """
    if names is None:
        return PRELOAD
    libraries = find_libraries(names)
    known = {name for library in libraries if library.modules for name in library.distributions}
    modules = [*chain.from_iterable(library.modules for library in libraries), *(n for n in names if n not in known)]
    hidden = chain.from_iterable(library.hidden for library in libraries)
    return replace(
        PRELOAD,
        modules=tuple(dict.fromkeys((*modules, *SHELL, *PROGRAMS))),
        environment={**PRELOAD.environment, CHOICE: ",".join(names)},
        hidden=tuple(package for package in hidden if package not in {name.partition(".")[0] for name in names}),
    )


def server(names: Sequence[str] | None = None) -> ForkServer:
    """Return this process's fork server for notebooks with these libraries, started in the background if necessary.

    Raises:
        NoForkServerError: this host cannot have one.
        SandboxError: the run is being stopped.
    """
    return fork_client.server(preload_for(names))


def prestart(names: Sequence[str] | None = None) -> None:
    """Start both servers in the background and return at once. An error is reported at their first use."""
    fork_client.prestart(preload_for(names))
    fork_client.prestart(READING)


def await_server(names: Sequence[str] | None = None) -> None:
    """Wait until the server has imported its libraries, because no notebook should pay for that.

    An error is reported at the first use of the server.
    """
    with suppress(NoForkServerError, SandboxError):
        server(names).wait_ready()


def find_server(env: Mapping[str, str], policy: Policy | None, names: Sequence[str] | None = None) -> ForkServer | None:
    """Return a server to fork for a process with this environment, as `fork_client.find_server` does."""
    return fork_client.find_server(preload_for(names), env, policy)
