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


@pytest.fixture(scope="module")
def keras_facts() -> dict[str, Any]:
    """The interfaces of Keras, inspected in a fork of the fork server."""
    return warm_up.server().fork(look_at_keras, {}, env={**os.environ, "PYTHONPATH": ""}).result(120)


def look_at_keras() -> dict[str, Any]:
    """Look at what the modules `keras_*.py` use of Keras and TensorFlow."""
    import keras
    import tensorflow as tf
    from keras.src.models.functional import Functional
    from keras.src.ops import core, nn, numpy

    found: dict[str, Any] = {}
    entry = keras.Input((2,))
    model = keras.Model(entry, keras.ops.add(entry, 1))
    operation, index, position = model.output._keras_history
    node = operation._inbound_nodes[index]
    found["history"] = [type(operation).__name__, node.outputs[position] is model.output, node.is_input]
    tensors = [tensor is entry for tensor in node.arguments.keras_tensors]
    found["arguments"] = [node.arguments.args[0] is entry, node.arguments.args[1], node.arguments.kwargs, tensors]
    found["first"] = entry._keras_history[0]._inbound_nodes[0].is_input
    found["modules"] = [
        type(model) is Functional, numpy.Add.__name__, nn.Relu.__name__, core.Cast.__name__,
        numpy.Mean(axis=1).get_config()["axis"],
    ]  # fmt: skip
    stack = keras.Sequential([keras.Input((3, 4)), keras.layers.SimpleRNN(2)])
    found["stack"] = [type(each).__name__ for each in keras.Model.layers.fget(stack)]
    stateful = keras.layers.SimpleRNN(2, stateful=True)
    stateful.build((3, 2, 4))
    found["states"] = [[list(state.shape) for state in stateful.states], stateful.state_size]
    made: list[tuple] = []
    add_weight = keras.layers.Layer.add_weight
    keras.layers.Layer.add_weight = lambda self, **settings: (
        made.append(settings["shape"])
        or add_weight(  # type: ignore
            self, **settings
        )
    )
    keras.layers.Bidirectional(keras.layers.SimpleRNN(2)).build((None, 3, 4))
    found["weights"] = [list(shape) for shape in made]
    found["tensor"] = type(tf.constant(1)).__name__
    return found


@pytest.mark.parametrize(
    ("what", "expected", "said"),
    [
        ("history", ["Add", True, False], "a tensor knows its call in another way: see _Writer in keras_graphs.py"),
        ("arguments", [True, 1, {}, [True]], "a call keeps its arguments elsewhere: see _Writer in keras_graphs.py"),
        ("first", True, "the input of a model is another node: see _Writer in keras_graphs.py"),
        ("modules", [True, "Add", "Relu", "Cast", 1], "operations are elsewhere: see OPERATIONS in keras_graphs.py"),
        ("stack", ["InputLayer", "SimpleRNN"], "a stack lists other layers: see _stack in keras_accounts.py"),
        ("states", [[[3, 2]], [2]], "states are kept in another way: see all_variables in keras_accounts.py"),
        (
            "weights",
            [[4, 2], [2, 2], [2]] * 2,
            "layers make weights without add_weight: sizes that a sender claims are allocated, see keras_accounts.py",
        ),
        ("tensor", "EagerTensor", "TensorFlow's tensors have another class: see _is_tensor in keras_models.py"),
    ],
)
def test_keras_is_inside_as_it_was(what: str, expected: Any, said: str, keras_facts) -> None:
    assert keras_facts[what] == expected, f"{said}; found {keras_facts[what]}"
