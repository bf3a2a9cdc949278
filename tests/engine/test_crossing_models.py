"""Tensors, variables and Keras models cross unchanged. A hostile configuration is refused."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable
from typing import Any

import pytest

from autograder.engine.execution import warm_up
from tests.support.program_files import read_cases
from tests.support.two_process_runner import apart, in_one

GIVEN = """
import copy
import os
os.environ['KERAS_BACKEND'] = 'tensorflow'
os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'
import numpy as np, keras, tf_keras, tensorflow as tf
from keras.layers import SimpleRNN, Bidirectional, Dense, Input
"""

SAME = read_cases("crossing/keras_models.py")


@pytest.mark.parametrize("case", SAME)
def test_a_model_is_found_the_same_apart_as_in_one_kernel(case: str) -> None:
    apart_, here = in_fork(both, case=case)
    assert apart_ == here == "passed"


def in_fork(target: Callable, **args: object) -> Any:
    """Return the result of our function in a fork of the fork server, where TensorFlow has not been used yet."""
    return warm_up.server().fork(target, args, env={**os.environ, "PYTHONPATH": ""}).result(120)


def both(case: str) -> list[str]:
    student, check = SAME[case]
    return [apart(student, check, GIVEN), in_one(student, check, GIVEN)]


STACK = {
    "module": "keras",
    "class_name": "Sequential",
    "config": {
        "name": "s",
        "build_input_shape": [None, 2],
        "layers": [
            {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": [None, 2]}},
            {"module": "keras.layers", "class_name": "Dense", "config": {"units": 1}},
        ],
    },
}
EPSILON = {"module": "keras", "class_name": "config.set_epsilon", "config": {}}
CALLS = {"module": "keras", "class_name": "layers.Lambda", "config": {"function": EPSILON}, "registered_name": None}
SEEDED = {"module": "keras.initializers", "class_name": "RandomNormal", "config": {"seed": STACK}}


def with_layer(layer: dict, **more: Any) -> dict:
    """The stack with another layer at its end, and more entries."""
    stack = copy.deepcopy(STACK)
    stack["config"]["layers"].append(layer)
    return {**stack, **more}


def dense(**settings: Any) -> dict:
    return {"module": "keras.layers", "class_name": "Dense", "config": {"units": 1, **settings}}


def graph(*calls: dict, **entries: Any) -> dict:
    """A functional model whose one operation is called like this."""
    first = {**STACK["config"]["layers"][0], "name": "i", "inbound_nodes": []}
    last = {
        "module": "keras.src.ops.numpy", "class_name": "Add", "config": {}, "name": "o", "inbound_nodes": list(calls),
        **entries,
    }  # fmt: skip
    ends = {"input_layers": ["i", 0, 0], "output_layers": ["o", 0, 0]}
    config = {"name": "f", "layers": [first, last], **ends}
    return {"module": "keras.src.models.functional", "class_name": "Functional", "config": config}


TENSOR = {
    "class_name": "__keras_tensor__",
    "config": {"shape": [None, 2], "dtype": "float32", "keras_history": ["i", 0, 0]},
}
OLD = {"module": "tf_keras.layers", "class_name": "Dense", "config": {"units": 1, "batch_input_shape": [None, 2]}}
ACTS = {
    "how it was compiled": with_layer(dense(), compile_config={"optimizer": "sgd", "loss": "mse"}),
    "compiled deep inside": with_layer({**STACK, "compile_config": {"optimizer": "sgd", "loss": "mse"}}),
    "how it was built": {**dense(), "build_config": {"input_shape": [None, 2]}},
    "built with other names": {**dense(), "build_config": {"shapes_dict": {"input_shape": [None, 2]}}},
    "built deep inside": with_layer({**dense(), "build_config": {"input_shape": [None, 1]}}),
    "under a seed": with_layer(dense(kernel_initializer={**SEEDED, "config": {"seed": with_layer(CALLS)}})),
    "a dotted name": with_layer(CALLS),
    "a dotted name deep inside": with_layer(with_layer(CALLS)),
    "a Lambda": with_layer({**CALLS, "module": "keras.layers", "class_name": "Lambda"}),
    "a Lambda by the module that has it": with_layer(
        {**CALLS, "module": "keras.src.layers.core.lambda_layer", "class_name": "Lambda"}
    ),
    "a function that makes layers": with_layer(
        {**CALLS, "config": {"function": {"module": "keras.layers", "class_name": "deserialize", "config": {}}}}
    ),
    "a class that the checks registered": with_layer({**dense(), "registered_name": "Own>Spy"}),
    "a class of the library's own insides": with_layer({**dense(), "module": "keras.src.layers.core.dense"}),
    "a shared object": with_layer({**dense(), "shared_object_id": 1}),
    "a layer without its module": with_layer({"class_name": "Dense", "config": {"units": 1}}),
    "a call on a constant": graph({"args": [1, 2], "kwargs": {}}),
    "a call in the older form": graph([["i", 0, 0, {}]]),
    "an operation that takes functions": graph(
        {"args": [TENSOR], "kwargs": {}}, module="keras.src.ops.core", class_name="Map"
    ),
    "tf_keras": {**STACK, "module": "tf_keras", "config": {"name": "s", "layers": [OLD]}},
    "tf_keras inside": with_layer({**dense(), "module": "tf_keras.layers"}),
}  # fmt: skip
COMPILED = "a stack that is said to be compiled"
PLAIN = {
    "a stack": STACK,
    "a stack in a stack": with_layer(STACK),
    "a graph": graph({"args": [TENSOR, 2], "kwargs": {}}, registered_name="Add"),
    "a function by its name": with_layer(
        dense(activation={"module": "builtins", "class_name": "function", "config": "relu", "registered_name": "relu"})
    ),
}


@pytest.fixture(scope="module")
def found() -> dict[str, list]:
    """The result of reading each configuration, one at a time in one process."""
    return in_fork(read_all, cases={**ACTS, **PLAIN, COMPILED: STACK})


@pytest.mark.parametrize("case", ACTS)
def test_a_configuration_that_makes_keras_act_is_refused_unread(case: str, found: dict) -> None:
    assert found[case] == ["ProtocolError", []]


@pytest.mark.parametrize("case", PLAIN)
def test_a_plain_configuration_is_read(case: str, found: dict) -> None:
    name, did = found[case]
    assert name == PLAIN[case]["class_name"] and "InputLayer" in did


def test_nothing_is_compiled_at_the_word_of_a_student(found: dict) -> None:
    assert found[COMPILED] == found["a stack"]


def test_every_class_on_the_lists_is_one_of_keras() -> None:
    assert in_fork(missing) == []


def read_all(cases: dict[str, dict]) -> dict[str, list]:
    """For each hostile configuration: the result of reading it, and what the sender made Keras do meanwhile."""
    import keras

    did: list[str] = []

    def spied(does: Any, name: str = "") -> Any:
        def spy(self: Any, *args: Any, **kwargs: Any) -> Any:
            did.append(name or type(self).__name__)
            return does(self, *args, **kwargs)

        return spy

    keras.Model.compile_from_config = spied(keras.Model.compile_from_config, "compiled")
    keras.layers.Layer.build_from_config = spied(keras.layers.Layer.build_from_config, "built")
    keras.layers.Layer.__init__ = spied(keras.layers.Layer.__init__)
    spy = type("Spy", (keras.layers.Layer,), {})
    keras.saving.register_keras_serializable("Own")(spy)
    found = {}
    for case, config in cases.items():
        did.clear()
        before = keras.config.epsilon()
        name = read(config, {"optimizer": "sgd", "loss": "mse"} if case == COMPILED else None)
        if keras.config.epsilon() is not before:
            did.append("a function was called")
            keras.config.set_epsilon(before)
        found[case] = [name, list(did)]
    return found


def read(config: dict, training: Any) -> str:
    """Return the class of the value in a message with this configuration, or of the error."""
    from autograder.engine.bridge.messages import Definition, Packed
    from autograder.engine.bridge.shared_objects import ObjectTable
    from autograder.engine.libraries import load_kinds

    load_kinds()
    definition = Definition(-1, "model", [config, None, training, []], 0)
    try:
        return type(ObjectTable(1).unpack(Packed(["r", -1], [definition]), [])).__name__
    except Exception as error:
        # it gets here only if it was read
        return config["class_name"] if "number of weights" in str(error) else type(error).__name__


def missing() -> list[str]:
    """The names on our lists that this version of Keras does not have."""
    import importlib

    from autograder.engine.libraries.keras_models import LISTED, OPERATIONS

    modules = {name: importlib.import_module(name) for name in LISTED}
    return [
        f"{module}.{name}"
        for module, names in LISTED.items()
        for name in names
        if not hasattr(modules[module], name) and name not in OPERATIONS
    ] + [name for name in OPERATIONS.split() if not any(name in vars(each) for each in modules.values())]
