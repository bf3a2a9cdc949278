# ruff: noqa: E501  (tables of small programs)
"""Tensors, variables and Keras models cross as what they are; a configuration of an enemy does not pass."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable
from typing import Any

import pytest

from autograder.engine.execution import warm_up
from tests.support.two_process_runner import apart, in_one

GIVEN = """
import copy
import os
os.environ['KERAS_BACKEND'] = 'tensorflow'
os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'
import numpy as np, keras, tf_keras, tensorflow as tf
from keras.layers import SimpleRNN, Bidirectional, Dense, Input
"""

SAME = {
    "sequential": ("def f(): return keras.Sequential([Input((3, 4)), SimpleRNN(5)])",
                   "m = f()\nassert isinstance(m, keras.Model) and m.built and m.input_shape == (None, 3, 4)\n"
                   "assert m.output_shape == (None, 5) and m.count_params() == 50\n"
                   "assert type(m.layers[0]) is SimpleRNN\n"
                   "w = [np.ones(v.shape) for v in m.get_weights()]\nm.set_weights(w)\n"
                   "assert (np.asarray(m(np.zeros((2, 3, 4)))) > 0.9).all()"),
    "functional, two outputs": (
        "def f():\n    i = Input((3, 4))\n    a = Bidirectional(SimpleRNN(2, return_sequences=True))(i)\n"
        "    return keras.Model(i, [a, a[:, -1]])",
        "m = f()\nx = np.random.default_rng(0).normal(size=(2, 3, 4))\na, b = m(x)\n"
        "assert a.shape == (2, 3, 4) and np.allclose(a[:, -1], b) and abs(np.asarray(a)).sum() > 0"),
    "a lambda in it": (
        "def f():\n    i = Input((3, 4))\n    a = SimpleRNN(2, return_sequences=True)(i)\n"
        "    return keras.Model(i, (a, keras.layers.Lambda(lambda x: x[:, -1])(a)))",
        "m = f()\nassert isinstance(m, keras.Model) and not isinstance(m, keras.Sequential) and m.built\n"
        "assert m.input_shape == (None, 3, 4) and [w.shape for w in m.get_weights()] == [(4, 2), (2, 2), (2,)]\n"
        "m.set_weights([np.ones(w.shape) for w in m.get_weights()])\na, b = m(np.ones((2, 3, 4)))\n"
        "assert np.allclose(np.asarray(a)[:, -1], b) and b.shape == (2, 2) and type(m).__name__ == 'Functional'\n"
        "assert m.layers[1].units == 2 and m.count_params() == 14",
    ),
    "a class of one's own": (
        "class Mine(keras.Model):\n    def __init__(self):\n        super().__init__()\n        self.d = Dense(3)\n"
        "    def call(self, x): return self.d(x)\ndef f(): return Mine()",
        "m = f()\nassert isinstance(m, keras.Model) and not m.built\nassert m(np.ones((2, 4))).shape == (2, 3)\n"
        "assert m.built and m.count_params() == 15",
    ),
    "a stack in a stack": (
        "def f(x):\n    inner = keras.Sequential([Input((3, 4)), SimpleRNN(3, return_sequences=True), SimpleRNN(2)])\n"
        "    m = keras.Sequential([Input((3, 4)), SimpleRNN(4, return_sequences=True), inner, Dense(1)])\n"
        "    return m, np.asarray(m(x))",
        "x = np.random.default_rng(0).normal(size=(2, 3, 4))\nm, y = f(x)\nassert m.built and np.allclose(m(x), y)\n"
        "assert [len(m.layers), len(m.layers[1].layers), m.output_shape] == [3, 2, (None, 1)]"),
    "a stack that a call has built": (
        "def f(x):\n    m = keras.Sequential([SimpleRNN(4, return_sequences=True), SimpleRNN(3), Dense(2)])\n"
        "    return m, np.asarray(m(x))",
        "x = np.random.default_rng(0).normal(size=(2, 3, 4))\nm, y = f(x)\nassert m.built and np.allclose(m(x), y)"),
    "weights that do not begin with zeros": (
        "def f(x):\n    m = keras.Sequential([Input((4,)), Dense(3), keras.layers.BatchNormalization(),\n"
        "        keras.layers.LayerNormalization(), keras.layers.Dropout(0.5)])\n    return m, np.asarray(m(x))",
        "x = np.random.default_rng(0).normal(size=(2, 4))\nm, y = f(x)\nassert np.allclose(m(x), y)\n"
        "assert np.allclose(m.layers[1].moving_variance, 1) and np.allclose(m.layers[2].gamma, 1)"),
    "unbuilt": ("def f(): return keras.Sequential([SimpleRNN(5)])", "m = f()\nassert not m.built, 'built'\nm.layers[0]"),
    "stateful": ("def f(): return keras.Sequential([Input(batch_shape=(2, 3, 4)), SimpleRNN(5, stateful=True)])",
                 "m = f()\nx = np.ones((2, 3, 4))\na, b = np.asarray(m(x)), np.asarray(m(x))\n"
                 "assert not np.allclose(a, b)\nm.layers[0].reset_states()\nassert np.allclose(m(x), a)"),
    "stateful model as argument": (
        "def f(m, x): return [np.asarray(m(x)) for _ in range(2)]",
        "m = keras.Sequential([Input(batch_shape=(2, 3, 4)), SimpleRNN(5, stateful=True)])\nx = np.ones((2, 3, 4))\n"
        "twin = keras.models.clone_model(m)\ntwin.set_weights(m.get_weights())\nmine = f(m, x)\n"
        "assert all(np.allclose(a, b) for a, b in zip(mine, [twin(x), twin(x)]))\n"
        "assert np.allclose(m(x), twin(x)), 'the state did not come back'"),
    "reset by the student": (
        "def f(m): m.layers[0].reset_states()",
        "m = keras.Sequential([Input(batch_shape=(1, 3, 4)), SimpleRNN(5, stateful=True)])\nx = np.ones((1, 3, 4))\n"
        "a = np.asarray(m(x))\nf(m)\nassert np.allclose(m(x), a)"),
    "weights changed in place": ("def f(m): m.set_weights([0 * w for w in m.get_weights()])",
                                 "m = keras.Sequential([Input((2,)), Dense(3)])\nf(m)\n"
                                 "assert not any(w.any() for w in m.get_weights())"),
    "the same model twice": ("m = keras.Sequential([Input((2,)), Dense(3)])\ndef f(): return m",
                             "assert f() is f() and f() is m"),
    "returns its argument": ("def f(m): return m", "m = keras.Sequential([Input((2,)), Dense(3)])\nassert f(m) is m"),
    "legacy": ("def f():\n    m = tf_keras.Sequential()\n    m.add(tf_keras.layers.SimpleRNN(3, batch_input_shape=(8, 2, 10)))\n"
               "    return m", "m = f()\nassert isinstance(m, tf_keras.Model) and not isinstance(m, keras.Model)\n"
               "assert m.output_shape == (8, 3) and m.count_params() == 42\nassert m(np.ones((8, 2, 10))).shape == (8, 3)"),
    "legacy stateful": (
        "def f(): return tf_keras.Sequential([tf_keras.layers.SimpleRNN(3, batch_input_shape=(2, 2, 4), stateful=True)])",
        "m = f()\nx = np.ones((2, 2, 4))\nassert not np.allclose(m(x), m(x))"),
    "a layer": ("def f():\n    l = SimpleRNN(3)\n    l.build((None, 2, 4))\n    return l",
                "l = f()\nassert isinstance(l, SimpleRNN) and [w.shape for w in l.get_weights()] == [(4, 3), (3, 3), (3,)]"),
    "tensor": ("def f(x): return tf.tanh(x)", "t = f(tf.constant([1.0, 2.0]))\nassert tf.is_tensor(t) and t.dtype == 'float32'\n"
               "assert np.allclose(t, np.tanh([1, 2]))"),
    "variables that are returned": (
        "def f(): return tf.Variable([1.0, 2.0]), keras.Variable([3.0])",
        "v, w = f()\nassert np.asarray(v).tolist() == v.numpy().tolist() == [1, 2] and v.shape == (2,)\n"
        "v.assign_add([1.0, 1.0])\nassert float(v[1]) == 3\n"
        "assert isinstance(w, keras.Variable) and np.asarray(w).tolist() == [3]",
    ),
    "tensor shape": ("def f(): return tf.zeros((2, 3)).shape", "assert f() == (2, 3) and tuple(f()) == (2, 3)"),
    "compiled": ("def f():\n    m = keras.Sequential([Input((2,)), Dense(3)])\n    m.compile('sgd', 'mse')\n    return m",
                 "m = f()\nassert m.compiled and m.loss == 'mse'"),
    "compiled by the check": (
        "def f(m, x, y):\n    m.fit(x, y, epochs=1, verbose=0)\n    return m.loss, type(m.optimizer).__name__, m.compiled, round(float(m.optimizer.learning_rate), 3)",
        "m = keras.Sequential([Input((2,)), Dense(1)])\nm.compile(keras.optimizers.SGD(0.1), 'mse', metrics=['mae'])\n"
        "w = [v.copy() for v in m.get_weights()]\nassert f(m, np.ones((4, 2)), np.ones((4, 1))) == ('mse', 'SGD', True, 0.1)\n"
        "assert not all(np.allclose(a, b) for a, b in zip(w, m.get_weights()))",
    ),
    "compiled by the student on the way": (
        "def f(m, x, y):\n    m.compile('sgd', lambda a, b: (a - b) ** 2)\n    m.fit(x, y, epochs=1, verbose=0)",
        "m = keras.Sequential([Input((2,)), Dense(1)])\nw = [v.copy() for v in m.get_weights()]\n"
        "f(m, np.ones((4, 2)), np.ones((4, 1)))\nassert not all(np.allclose(a, b) for a, b in zip(w, m.get_weights()))",
    ),
    "history": ("def f():\n    m = keras.Sequential([Input((2,)), Dense(1)])\n    m.compile('sgd', 'mse')\n"
                "    return m.fit(np.ones((4, 2)), np.ones((4, 1)), epochs=2, verbose=0)",
                "assert len(f().history['loss']) == 2"),
    "embedding of many words": ("def f(): return keras.Sequential([Input((3,)), keras.layers.Embedding(30_000, 4)])",
                                "assert f().count_params() == 120_000"),
    "masking": ("def f(): return keras.Sequential([Input((3, 2)), keras.layers.Masking(), SimpleRNN(2)])",
                "x = np.zeros((1, 3, 2))\nassert f()(x).shape == (1, 2)"),
    "keras's error": ("def f(): return keras.Sequential([Input((3, 2)), SimpleRNN(8), SimpleRNN(8)])",
                      "try:\n    f()\nexcept ValueError as e:\n    assert 'ndim' in str(e)"),
}  # fmt: skip


@pytest.mark.parametrize("case", SAME)
def test_a_model_is_found_the_same_apart_as_in_one_kernel(case: str) -> None:
    apart_, here = in_fork(both, case=case)
    assert apart_ == here == "passed"


def in_fork(target: Callable, **args: object) -> Any:
    """Return what a function of ours gives in a fork of the fork server, where TensorFlow has not been used yet."""
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
    "built with names of its own": {**dense(), "build_config": {"shapes_dict": {"input_shape": [None, 2]}}},
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
    """What reading each configuration came to; one after the other in one process."""
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
    """For each configuration of an enemy: what reading it gives, and what Keras did meanwhile at the sender's word."""
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
    """The class of what a message with this configuration brings, or of the error."""
    from autograder.engine.bridge.messages import Definition, Packed
    from autograder.engine.bridge.shared_objects import ObjectTable
    from autograder.engine.libraries import load_kinds

    load_kinds()
    definition = Definition(-1, "model", [config, None, training, []], 0)
    try:
        return type(ObjectTable(1).unpack(Packed(["r", -1], [definition]), [])).__name__
    except Exception as error:
        # so far it comes if it was read
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
