"""The imports of a fork server, and the proof that its forks work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Preload:
    """The purpose of one fork server. Equal preloads share a server.

    Attributes:
        modules: modules to import, in this order. A module that is not installed is left out.
        environment: variables of the server, unless the user has set them.
        variables: names, or prefixes, of the user's variables that the server and its confined forks get.
        server_variables: additional variables that only the server gets.
        read_at_import: variables that the modules read, so a process with other values cannot be a fork.
        homes: variables of a confined fork that name a folder, and that folder's name in the fork's home.
        hidden: packages that look uninstalled to the modules, but not to notebooks.
        threads: called after the imports; returns the number of threads that may run then, 1 if it is missing.
        proof: called in a fork before the server is used; if it raises an error, crashes or does not return
            within `proof_seconds`, the server is not used.
        renew: called in each fork before it is confined, to give libraries the state of a fresh process.
    """

    modules: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict, hash=False)
    variables: tuple[str, ...] = ()
    server_variables: tuple[str, ...] = ()
    read_at_import: tuple[str, ...] = ()
    homes: Mapping[str, str] = field(default_factory=dict, hash=False)
    hidden: tuple[str, ...] = ()
    threads: Callable[[], int] | None = None
    proof: Callable[[], None] | None = None
    proof_seconds: float = 30.0
    renew: Callable[[], None] | None = None

    def without_modules(self) -> Preload:
        """Return a preload for the same processes that imports nothing, so that its forks need no proof."""
        return replace(self, modules=(), threads=None, proof=None, renew=None)


BARE = Preload()
"""A server that imports nothing and is therefore ready at once."""
