"""The undocumented interfaces of IPython, Python and Keras that we use are the same as when our code was written.

Each test says what has changed and which code relies on it; `docs/engine/private-interfaces.md` has the list.
"""

from __future__ import annotations

import dis
import inspect
import json
import os
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell

import autograder.engine.libraries.numpy_arrays  # noqa: F401  (so that arrays cross)
from autograder.engine import ipython_internals
from autograder.engine.bridge.shared_objects import ObjectTable
from autograder.engine.execution import warm_up
from autograder.engine.notebook import cell_names

SIGNATURES: dict[Any, tuple[str, str]] = {
    InteractiveShell._showtraceback: ("self etype evalue stb", "CellShell shows errors by it"),
    InteractiveShell._tee: ("self channel", "CellShell keeps no copy of outputs by it"),
    InteractiveShell.transform_cell: ("self raw_cell", "RepeatingShell reads a cell once by it"),
    InteractiveShell.should_run_async: (
        "self raw_cell transformed_cell preprocessing_exc_tuple",
        "RepeatingShell knows by it which cells wait",
    ),
    CachingCompiler.ast_parse: ("self source filename symbol", "RepeatingShell parses a cell once by it"),
    CachingCompiler.__call__: ("self source filename symbol", "RepeatingShell compiles a cell once by it"),
    DisplayHook.start_displayhook: ("self", "_Results shows the value of a cell by it"),
    DisplayHook.write_output_prompt: ("self", "_Results shows no prompt by it"),
    DisplayHook.write_format_data: ("self format_dict md_dict", "_Results keeps the value of a cell by it"),
    DisplayHook.finish_displayhook: ("self", "_Results writes no line by it"),
}

RUN = """
import json, sys
from autograder.engine.execution.shell import Outputs, Shell
from autograder.engine.execution.checker_process import CheckerShell
kind = {"cell": Shell, "exam": CheckerShell}[sys.argv[1]]
real = sys.stdout
shell = kind.start()
def shown(source):
    shell.run(source, outputs := Outputs(10_000), count=kind is Shell)
    return outputs.as_list()
said = {source: shown(source) for source in ("6 * 7", "1 / 0", "print(3)", "print(3)", "%time 1")}
told = {"shown": said, "kept": [each.output_type for all in shell.history_manager.outputs.values() for each in all]}
if kind is CheckerShell:
    told["parsed"] = len(shell.compile.parsed)
    said = [shown("def f(): return 1") for _ in range(2)]
    told["parsed twice"] = len(shell.compile.parsed) - told["parsed"] - 1
    code = len(shell.compile.compiled)
    shown("def f(): return 1")
    told["compiled"] = code
    told["compiled twice"] = len(shell.compile.compiled) - code
    told["read"] = len(shell._python), len(shell._waits)
print(json.dumps(told), file=real)
"""


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, Any]]:
    """The outputs and the history of the two shells, each in its own process."""
    found = {}
    for kind in ("cell", "exam"):
        command = [sys.executable, "-c", RUN, kind]
        result = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert result.returncode == 0, f"our shell does not run in this IPython: {result.stderr}"
        found[kind] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("method", SIGNATURES, ids=lambda method: method.__qualname__)
def test_a_method_that_we_override_takes_what_it_took(method: Any) -> None:
    expected, use = SIGNATURES[method]
    found = " ".join(inspect.signature(method).parameters)
    assert found.startswith(expected), f"IPython's {method.__qualname__} takes ({found}) now, not ({expected}): {use}"


def test_an_error_comes_by_the_method_that_we_override(told) -> None:
    kinds = [each["output_type"] for each in told["cell"]["shown"]["1 / 0"]]
    assert kinds == ["error"], "IPython shows an error by another way than _showtraceback: see CellShell"


def test_a_value_comes_by_the_hook_that_we_override(told) -> None:
    (shown,) = told["cell"]["shown"]["6 * 7"]
    expected = {"output_type": "execute_result", "data": {"text/plain": "42"}, "metadata": {}, "execution_count": 1}
    assert shown == expected, "IPython shows a value by another way than DisplayHook: see _Results"


def test_no_copy_of_what_is_written_is_kept(told) -> None:
    assert "out_stream" not in told["cell"]["kept"], "IPython keeps outputs by another way than _tee: see CellShell"


def test_a_cell_that_comes_again_is_not_read_again(told) -> None:
    said = "IPython reads, parses or compiles a cell by another way: see RepeatingShell, or checks take longer"
    assert told["exam"]["parsed twice"] == 0 and told["exam"]["parsed"] > 0, said
    assert told["exam"]["compiled twice"] == 0 and told["exam"]["compiled"] > 0, said
    assert min(told["exam"]["read"]) >= 5, said


def test_the_shell_of_checks_shows_no_error(told) -> None:
    assert told["exam"]["shown"]["1 / 0"] == [], (
        "IPython shows an error by another way than showtraceback: see CheckerShell"
    )


def test_magics_become_python_without_a_shell() -> None:
    said = "IPython's TransformerManager gives other Python for magics: see cell_names.py"
    assert ipython_internals.to_python("%time x = f(3)\n!ls").count("get_ipython()") == 2, said


def test_names_are_found_by_the_operations_of_byte_code() -> None:
    known = {"LOAD_NAME", "LOAD_GLOBAL", "STORE_NAME", "STORE_GLOBAL"} <= set(dis.opmap)
    assert known, "Python's byte code has other names for reading and binding globals: see cell_names.py"
    source = "import os\ndef f():\n    global k\n    k = g(1)\nx = h\n"
    assert cell_names.uses(source) == {"g", "h"} and cell_names.binds(source) == {"os", "f", "k", "x"}, (
        "see cell_names.py"
    )


@pytest.mark.parametrize("make", [list, dict, set, bytearray, lambda: np.zeros(3)])
def test_what_only_a_table_holds_is_found(make) -> None:
    table = ObjectTable(-1)
    held, free = make(), make()
    table.pack([held, free])
    del free
    gone = table.release_unused()
    said = "Python counts references otherwise than ObjectTable.release_unused measures it"
    assert len(gone) == 2 and [each is held for each in table.objects.values()] == [True], said  # and the list of both


KERAS = {
    "Variable._initialize_with_initializer": "self initializer",
    "Variable._initialize": "self value",
    "Sequential.add": "self layer rebuild",
}


@pytest.fixture(scope="module")
def keras_facts() -> dict[str, Any]:
    """The interfaces of Keras, inspected in a fork of the fork server."""
    return warm_up.server().fork(look_at_keras, {}, env={**os.environ, "PYTHONPATH": ""}).result(120)


def look_at_keras() -> dict[str, Any]:
    """Look at what `keras_models.py` uses of Keras and TensorFlow."""
    import keras
    import tensorflow as tf

    from autograder.engine.libraries import keras_models

    found: dict[str, Any] = {}
    for name in KERAS:
        kind, _, method = name.partition(".")
        function = getattr(getattr(keras, kind), method, None)
        found[name] = " ".join(inspect.signature(function).parameters) if function else "missing"
    variable = keras.Variable(np.zeros((2, 3), "float32"))
    found["shape and dtype"] = [list(variable._shape), variable._dtype]
    stack = keras.Sequential([keras.Input((3, 4)), keras.layers.SimpleRNN(2), keras.layers.Dense(1)])
    found["layers"] = sorted(type(each).__name__ for each in stack._flatten_layers())
    found["states"] = hasattr(keras.layers.SimpleRNN(2, stateful=True), "states")
    found["tensor"] = type(tf.constant(1)).__name__
    entry = keras.Input((2,))
    graph = keras.saving.serialize_keras_object(keras.Model(entry, entry + 1))
    found["modules"] = [graph["module"], graph["config"]["layers"][-1]["module"]]
    with keras_models._plain_building():
        made = keras.layers.Dense(3)
        made.build((None, 2))
        found["plainly built"] = not np.any(made.kernel)
    return found


@pytest.mark.parametrize("name", KERAS)
def test_a_method_of_keras_that_we_replace_takes_what_it_took(name: str, keras_facts) -> None:
    said = (
        f"Keras's {name} takes ({keras_facts[name]}) now, not ({KERAS[name]}): see _plain_building in keras_models.py"
    )
    assert keras_facts[name] == KERAS[name], said


@pytest.mark.parametrize(
    ("what", "expected", "said"),
    [
        ("shape and dtype", [[2, 3], "float32"], "Keras's Variable has no _shape or _dtype: see _plain_building"),
        ("plainly built", True, "Keras makes weights by another way: models are read slowly, see _plain_building"),
        (
            "layers",
            ["Dense", "InputLayer", "Sequential", "SimpleRNN", "SimpleRNNCell"],
            "Keras's Model lists other layers in _flatten_layers: see _variables",
        ),
        ("states", True, "Keras's RNN layers have no states: see _variables"),
        ("tensor", "EagerTensor", "TensorFlow's tensors have another class: see _is_tensor"),
        ("modules", ["keras.src.models.functional", "keras.src.ops.numpy"], "Keras names other modules: see LISTED"),
    ],
)
def test_keras_is_inside_as_it_was(what: str, expected: Any, said: str, keras_facts) -> None:
    assert keras_facts[what] == expected, f"{said} in keras_models.py; found {keras_facts[what]}"
