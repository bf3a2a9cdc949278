"""Tensors, variables and Keras models cross unchanged; what they share stays shared."""

from __future__ import annotations

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
def is_here(m): return type(m).__module__.startswith('keras.')
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


def test_every_listed_layer_is_built_as_it_was_described() -> None:
    """A layer with its default settings crosses, and the one that arrives has the same description."""
    assert in_fork(unlike) == []


ARGUMENTS: dict[str, tuple] = {
    "InputLayer": ((3, 2),), "Dense": (2,), "Embedding": (5, 2), "SimpleRNN": (2,), "LSTM": (2,), "GRU": (2,),
    "SimpleRNNCell": (2,), "LSTMCell": (2,), "GRUCell": (2,), "Reshape": ((2,),), "Permute": ((2, 1),),
    "RepeatVector": (2,), "Rescaling": (2.0,), "Dot": (1,), "MultiHeadAttention": (2, 2), "Conv1D": (2, 2),
    "Activation": ("tanh",), "Dropout": (0.1,), "SpatialDropout1D": (0.1,), "GaussianDropout": (0.1,),
    "GaussianNoise": (0.1,), "AveragePooling1D": (2,),
}  # fmt: skip
"""Arguments of the layers that need some."""


def unlike() -> list[str]:
    """The listed layers and operations that do not cross, or not as they are, in this version of Keras."""
    import keras

    from autograder.engine.bridge.shared_objects import ObjectTable
    from autograder.engine.libraries.keras_accounts import describe
    from autograder.engine.libraries.keras_graphs import OPERATIONS, operation_class
    from autograder.engine.libraries.keras_layers import LAYERS

    def made(name: str) -> Any:
        cell = keras.layers.SimpleRNNCell(2)
        parts = {
            "RNN": (cell,), "StackedRNNCells": ([cell],), "TimeDistributed": (keras.layers.Dense(2),),
            "Bidirectional": (keras.layers.SimpleRNN(2),),
        }  # fmt: skip
        return getattr(keras.layers, name)(*{**ARGUMENTS, **parts}.get(name, ()))

    wrong = [name for name in OPERATIONS if operation_class(name).__name__ != name]
    for name in LAYERS:
        layer = made(name)
        try:
            packed, buffers = ObjectTable(-1).pack(layer)
            twin = ObjectTable(1).unpack(packed, buffers)
            if describe(twin).account != describe(layer).account or type(twin) is not type(layer):
                wrong.append(f"{name}: {describe(layer).account} {describe(twin).account}")
        except Exception as error:
            wrong.append(f"{name}: {error!r}")
    return wrong
