"""The form of the engine's knowledge of a library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

PutBack = Callable[[], None]


@dataclass(frozen=True)
class LibrarySupport:
    """The engine's knowledge of a library, or of several that belong together.

    The module that makes one must not import the library, because the command reads it too. The functions import
    it, or look for it in `sys.modules` if it may be missing.

    Attributes:
        distributions: packages whose versions a grade depends on.
        modules: modules that the fork server imports, for notebooks and for the first use of the library.
        environment: variables of the fork server, unless the user has set them.
        process_environment: variables of processes that run a notebook, unless the user has set them.
        variables: names, or prefixes, of the user's variables that these processes and the fork server get.
        server_variables: further names, or prefixes, that only the fork server gets.
        read_at_import: variables that the library reads only when it is imported.
        homes: variables that name a folder of the user, and that folder's name in the home of a confined process.
        hidden: packages that the library would import if it could, although only notebooks need them.
        threads: return the number of threads that the import starts and that cope with a fork.
        prove: called in a fork; raises an error or hangs if the library does not work there.
        renew: give a fork the state of a fresh process.
        keep_state: return a function that puts the library's present state back, for the next notebook.
        random_state: return the state of the library's global random generator as plain values, or None if the library
            is not imported.
        set_random_state: adopt such a state.
        seeders: functions that set the state, as pairs of a module and a name.
        prepare_shell: prepare the IPython shell of the student process.
        kinds: the module that adds the library's kinds to the bridge when it is imported.
        register_kinds: prepare the bridge to import `kinds` at the first value that needs it.
    """

    distributions: tuple[str, ...]
    modules: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    process_environment: Mapping[str, str] = field(default_factory=dict)
    variables: tuple[str, ...] = ()
    server_variables: tuple[str, ...] = ()
    read_at_import: tuple[str, ...] = ()
    homes: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    threads: Callable[[], int] | None = None
    prove: Callable[[], None] | None = None
    renew: Callable[[], None] | None = None
    keep_state: Callable[[], PutBack] | None = None
    random_state: Callable[[], Any] | None = None
    set_random_state: Callable[[Any], None] | None = None
    seeders: tuple[tuple[str, str], ...] = ()
    prepare_shell: Callable[[Any], None] | None = None
    kinds: str | None = None
    register_kinds: Callable[[], None] | None = None
