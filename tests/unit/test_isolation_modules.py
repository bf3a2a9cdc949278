"""The allowed imports of the isolation's modules, and the names of functions for other processes."""

from __future__ import annotations

import ast
import os
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from autograder.engine import isolation
from autograder.engine.execution import programs, warm_up
from autograder.engine.isolation import probes
from autograder.engine.isolation.confinement import Confinement
from autograder.engine.isolation.fork_request import MAX_BYTES, ForkRequest, reference, resolve
from autograder.engine.isolation.policy import Policy, SandboxError

OWN = "autograder.engine.isolation"
ERRORS = "autograder.engine.errors"
"""The base class of all errors, which imports nothing."""


def foreign_imports(source: str) -> set[str]:
    """Return the modules that a module imports anywhere, except those of Python and of the isolation."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level + (node.module or ""))
    python = sys.stdlib_module_names
    return {
        name
        for name in names
        if name.split(".")[0] not in python and not f"{name}.".startswith((f"{OWN}.", f"{ERRORS}."))
    }


def test_the_isolation_imports_pythons_library_and_itself() -> None:
    files = [*Path(isolation.__path__[0]).rglob("*.py"), Path(find_spec(ERRORS).origin)]
    assert len(files) > 10
    assert {file.name: names for file in files if (names := foreign_imports(file.read_text()))} == {}


@pytest.mark.parametrize(
    "line",
    [
        "import numpy",
        "import numpy.random as r",
        "from keras import layers",
        "def f():\n    import numpy",
        "from autograder.engine import text",
        "from autograder.engine.isolation_of_another import x",
        "from . import libc",
    ],
)
def test_an_import_from_elsewhere_is_noticed(line: str) -> None:
    assert foreign_imports(f"import os\nfrom {OWN} import libc\n{line}\n")


def test_a_function_is_found_by_its_reference() -> None:
    for function in (probes.spin, warm_up.prove, os.getpid):
        assert resolve(reference(function)) is function
    for function in (Path.cwd, lambda: None):
        with pytest.raises(ValueError, match="cannot import"):
            reference(function)


@pytest.mark.parametrize("name", [programs.STUDENT, programs.CHECKER])
def test_each_program_exists(name: str) -> None:
    module, function = name.split(":")
    spec = find_spec(module)
    assert spec is not None and spec.origin is not None
    tree = ast.parse(Path(spec.origin).read_text())
    assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_a_request_arrives_as_it_was_sent() -> None:
    request = ForkRequest("os:getpid", {"a": [1, "é"]}, "/tmp", {"A": "b"}, "/p", Policy("/x", cpu_seconds=None))
    arrived = ForkRequest.decode(request.encode())
    # JSON has no tuples
    assert replace(arrived, policy=replace(arrived.policy, read=(), hide=())) == request
    with pytest.raises(ValueError, match=f"more than {MAX_BYTES}"):
        ForkRequest("os:getpid", {"a": "x" * MAX_BYTES}).encode()


COMPLETE = Confinement(
    namespaces=True, root_folder=True, user=True, landlock=6, limits=True, capabilities=0, no_new_privileges=True,
    seccomp=True,
)  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"root_folder": False, "landlock": 0},
        {"limits": False},
        {"capabilities": 1 << 21},
        {"no_new_privileges": False},
        {"seccomp": False},
    ],
)
def test_an_incomplete_confinement_is_refused(change: dict) -> None:
    COMPLETE.require()
    replace(COMPLETE, namespaces=False, root_folder=False, user=False).require()
    with pytest.raises(SandboxError, match=r"incomplete|cannot be hidden"):
        replace(COMPLETE, **change).require()
