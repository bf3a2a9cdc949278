"""The engine's knowledge of each library. The libraries of the course are optional."""

from __future__ import annotations

import contextlib
import os
import secrets
import subprocess
import sys
import time
from dataclasses import replace
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import numpy as np
import psutil
import pytest

from autograder.engine import libraries
from autograder.engine.execution import warm_up
from autograder.engine.isolation.fork_client import ForkServer, NoForkServerError
from autograder.engine.isolation.policy import environment
from autograder.engine.libraries import SUPPORTED, library_versions, process_state

OPTIONAL = ("tensorflow", "keras", "tf_keras", "matplotlib")


def python(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


def processes_with(name: str, value: str) -> list[psutil.Process]:
    """Return the processes other than this one that were started with this variable."""
    matching = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.pid != os.getpid() and process.environ().get(name) == value:
                matching.append(process)
    return matching


def test_support_modules_import_none_of_the_libraries():
    python(f"import sys, autograder.engine.execution.warm_up; assert sys.modules.keys().isdisjoint({OPTIONAL}), 1")
    python("import sys, autograder.engine.execution.warm_up; assert 'numpy' not in sys.modules")


def test_processes_import_without_the_optional_libraries():
    modules = [program.partition(":")[0] for program in (warm_up.programs.STUDENT, warm_up.programs.CHECKER)]
    python(f"import sys; sys.modules.update(dict.fromkeys({OPTIONAL})); import {', '.join(modules)}")


def test_unknown_kind_is_a_protocol_error_without_keras():
    python(
        f"import sys; sys.modules.update(dict.fromkeys({OPTIONAL}))\n"
        "import autograder.engine.execution.checker_process\n"
        "from autograder.engine.bridge import errors, kinds\n"
        "assert kinds.reader_of('shape') is None\n"
        "try: kinds.kind_named('model')\n"
        "except errors.ProtocolError: pass\n"
        "else: raise SystemExit('a model was read')\n"
    )


def test_fork_server_starts_with_numpy_only():
    hidden = ("pandas", *OPTIONAL)
    server = ForkServer(replace(warm_up.PRELOAD, hidden=hidden))
    try:
        missing = server.wait_ready()["missing"]
        assert {name.partition(".")[0] for name in missing} == {*OPTIONAL, "matplotlib_inline"}
    finally:
        server.close()


def test_proof_fails_in_a_fork_of_a_process_that_has_called_a_layer(monkeypatch):
    """The count of threads is switched off there, so only the proof can notice. No process is left behind."""
    monkeypatch.setenv("TF_TEST_RUN", mark := secrets.token_hex())
    server = ForkServer(
        replace(warm_up.PRELOAD, modules=("tests.support.broken_hosts.layer_called",), proof_seconds=10.0)
    )
    with pytest.raises(NoForkServerError, match="proof in a fork failed: it hangs or died"):
        server.wait_ready()
    until = time.monotonic() + 20
    while (left := processes_with("TF_TEST_RUN", mark)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not left


def test_thread_count_refuses_a_process_that_has_called_a_layer():
    code = "import keras, numpy; keras.layers.Dense(2)(numpy.ones((1, 3), 'float32'))\n"
    code += "from autograder.engine.execution import warm_up\nfrom autograder.engine.isolation import fork_server\n"
    code += "try: fork_server.check_threads(warm_up.threads())\n"
    code += "except fork_server.NotForkSafeError: pass\nelse: raise SystemExit('not noticed')\n"
    python(code)


def test_versions_are_those_of_installed_libraries(monkeypatch):
    versions = library_versions()
    assert versions["numpy"] == np.__version__
    assert set(versions) == {name for library in SUPPORTED for name in library.distributions}

    def version(name: str) -> str:
        if name != "numpy":
            raise PackageNotFoundError(name)
        return "2"

    monkeypatch.setattr("importlib.metadata.version", version)
    assert libraries.library_versions() == {"numpy": "2"}


def test_confined_process_gets_the_variables_of_libraries_and_its_own_homes():
    variables = {"TF_X": "1", "KERAS_BACKEND": "tensorflow", "OMP_X": "2", "KERAS_HOME": "/k", "XLA_X": "3", "KEY": "4"}
    confined = environment(variables, "/private", warm_up.PRELOAD)
    assert {name: confined.get(name) for name in variables} == {
        "TF_X": "1", "KERAS_BACKEND": "tensorflow", "OMP_X": "2",
        "KERAS_HOME": "/private/home/.keras", "XLA_X": None, "KEY": None,
    }  # fmt: skip
    assert confined["MPLCONFIGDIR"] == "/private/home/.matplotlib"


def test_process_state_puts_back_what_numpy_shares(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    state = process_state.ProcessState()
    before = np.get_printoptions(), np.geterr(), list(sys.path), dict(os.environ)
    np.set_printoptions(precision=1)
    np.seterr(all="ignore")
    np.random.seed(0)
    first = np.random.random()
    np.random.seed(0)
    sys.path.append(str(Path.cwd()))
    os.environ["LEFT_BEHIND"] = "1"
    state.put_back()
    assert (np.get_printoptions(), np.geterr(), list(sys.path), dict(os.environ)) == before
    assert np.random.random() != first


def test_a_package_that_is_hidden_from_a_library_is_there_for_a_notebook():
    python(
        "from autograder.engine.isolation import fork_server\n"
        "fork_server.hide_packages(['colorsys'])\n"
        "from importlib.util import find_spec\n"
        "assert find_spec('colorsys') is None\n"
        "fork_server.show_packages_to_notebooks()\n"
        "space = {'__name__': 'json.decoder'}\n"
        "try: exec('import colorsys', space)\n"
        "except ModuleNotFoundError: pass\n"
        "else: raise SystemExit('a library finds it')\n"
        "import colorsys\n"
    )
