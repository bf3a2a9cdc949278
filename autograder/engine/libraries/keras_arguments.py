"""The types of arguments that a layer's description may hold.

A type turns a setting of a layer into a tree for JSON (`write`), and a tree from the other process into an argument for
a constructor (`read`). Both refuse everything that the type does not list, so nothing that a sender writes is ever
given to one of Keras's own readers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from autograder.engine.bridge.errors import ProtocolError

LARGE = 10_000
"""A larger size must be a side of one of the layer's weights."""
SIDE = 2**31
"""Limit on a side of a shape. Shapes allocate nothing."""
NAME = 100
"""Limit on the characters of a name."""


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


ACTIVATIONS = _words(
    "celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear "
    "log_sigmoid log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign "
    "sparse_plus sparse_sigmoid sparsemax squareplus swish tanh tanh_shrink threshold"
)
DTYPES = _words(
    "float16 bfloat16 float32 float64 mixed_float16 mixed_bfloat16 bool int8 int16 int32 int64 uint8 uint16 "
    "uint32 uint64"
)


@dataclass(frozen=True)
class Argument:
    """A type of argument.

    Attributes:
        write: return the tree of a setting, as `get_config` returns it. Raises ProtocolError.
        read: return the argument that a tree stands for. Raises ProtocolError.
        is_size: whether a large number must be a side of one of the layer's weights.
    """

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]
    is_size: bool = False


def refuse(what: str) -> ProtocolError:
    """Return the error for a part of a model that may not cross."""
    return ProtocolError(f"a model has {what} that may not cross")


def _plain(value: Any) -> Any:
    """Return a setting without NumPy's types, and with lists for tuples."""
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _tested(test: Callable[[Any], bool], what: str, is_size: bool = False) -> Argument:
    """Return a type whose trees are the settings that pass a test."""

    def read(tree: Any) -> Any:
        if not test(tree):
            raise refuse(what)
        return tuple(tree) if type(tree) is list else tree

    def write(value: Any) -> Any:
        plain = _plain(value)
        read(plain)
        return plain

    return Argument(write, read, is_size)


def _is_int(value: Any, low: int, high: int) -> bool:
    return type(value) is int and low <= value <= high


def is_shape(value: Any) -> bool:
    """Return whether a tree is a shape, whose sides may be open."""
    return type(value) is list and len(value) <= 10 and all(n is None or _is_int(n, 0, SIDE) for n in value)


def _is_number(value: Any) -> bool:
    return _is_int(value, -(2**53), 2**53) or (type(value) is float and math.isfinite(value))


def _is_ints(value: Any, depth: int = 2) -> bool:
    if type(value) is list and depth:
        return len(value) <= 10 and all(_is_ints(item, depth - 1) for item in value)
    return _is_int(value, -LARGE, LARGE)


def is_name(value: Any) -> bool:
    """Return whether a tree is the name of a layer."""
    return type(value) is str and 0 < len(value) <= NAME and "/" not in value


def choice(*values: Any) -> Argument:
    """Return the type of one of these values."""
    return _tested(lambda value: any(type(value) is type(each) and value == each for each in values), "a setting")


def optional(argument: Argument) -> Argument:
    """Return the type that also has None."""
    return Argument(
        lambda value: None if value is None else argument.write(value),
        lambda tree: None if tree is None else argument.read(tree),
        argument.is_size,
    )


FLAG = _tested(lambda value: type(value) is bool, "a setting")
SIZE = _tested(lambda value: _is_int(value, 0, SIDE), "a size", is_size=True)
INTS = _tested(_is_ints, "numbers")
NUMBER = _tested(_is_number, "a number")
NUMBERS = _tested(
    lambda value: (
        _is_number(value) or (type(value) is list and len(value) <= LARGE and all(_is_number(item) for item in value))
    ),
    "numbers",
)
SEED = optional(_tested(lambda value: _is_int(value, 0, 2**64), "a seed"))
NAMED = _tested(is_name, "a name")
SHAPE = _tested(is_shape, "a shape")
ABSENT = choice(None)
ACTIVATION = _tested(lambda value: type(value) is str and value in ACTIVATIONS, "an activation")


def _dtype_name(value: Any) -> Any:
    if isinstance(value, dict) and value.get("class_name") == "DTypePolicy":
        return value["config"]["name"]
    return value


_dtype = _tested(lambda value: type(value) is str and value in DTYPES, "a dtype")
DTYPE = Argument(lambda value: _dtype.write(_dtype_name(value)), _dtype.read)


# --------------------------------------------------------------------------- small objects of Keras

Settings = Mapping[str, Argument]


def _objects(module: str, what: str, classes: Mapping[str, Settings]) -> Argument:
    """Return the type of None and of the objects of some classes of a module, which cross as [class, settings]."""

    def write(value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, dict) or value.get("module") != f"keras.{module}":
            raise refuse(what)
        name = value.get("class_name")
        if type(name) is not str or name not in classes or value.get("registered_name") is not None:
            raise refuse(what)
        return [name, write_settings(classes[name], value["config"])]

    def read(tree: Any) -> Any:
        if tree is None:
            return None
        if type(tree) is not list or len(tree) != 2 or type(tree[0]) is not str or tree[0] not in classes:
            raise refuse(what)
        return getattr(getattr(keras, module), tree[0])(**read_settings(classes[tree[0]], tree[1]))

    return Argument(write, read)


def write_settings(types: Settings, config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings of an object as trees. Every setting must have a type.

    Raises:
        ProtocolError: one of the settings may not cross.
    """
    if not types.keys() >= config.keys():
        raise refuse("a setting")
    return {name: types[name].write(value) for name, value in config.items()}


def read_settings(types: Settings, trees: Any) -> dict[str, Any]:
    """Return the arguments for a constructor. Settings that are absent have no argument.

    Raises:
        ProtocolError: there is a setting without a type, or with another one.
    """
    if type(trees) is not dict or not types.keys() >= trees.keys():
        raise refuse("a setting")
    read = {name: types[name].read(tree) for name, tree in trees.items()}
    return {name: value for name, value in read.items() if types[name] is not ABSENT}


_AXES = {"input_axes": ABSENT, "output_axes": ABSENT}
_RANDOM = {"seed": SEED, **_AXES}
_NORMAL = {"mean": NUMBER, "stddev": NUMBER, "seed": SEED}
INITIALIZER = _objects(
    "initializers",
    "an initializer",
    {
        "Zeros": {},
        "Ones": {},
        "Constant": {"value": NUMBER},
        "RandomNormal": _NORMAL,
        "TruncatedNormal": _NORMAL,
        "RandomUniform": {"minval": NUMBER, "maxval": NUMBER, "seed": SEED},
        "GlorotNormal": _RANDOM,
        "GlorotUniform": _RANDOM,
        "HeNormal": _RANDOM,
        "HeUniform": _RANDOM,
        "LecunNormal": _RANDOM,
        "LecunUniform": _RANDOM,
        "Orthogonal": {"gain": NUMBER, "seed": SEED},
        "Identity": {"gain": NUMBER},
        "VarianceScaling": {
            "scale": NUMBER,
            "mode": choice("fan_in", "fan_out", "fan_avg"),
            "distribution": choice("uniform", "normal", "truncated_normal", "untruncated_normal"),
            **_RANDOM,
        },
    },
)
REGULARIZER = _objects(
    "regularizers",
    "a regularizer",
    {
        "L1": {"l1": NUMBER},
        "L2": {"l2": NUMBER},
        "L1L2": {"l1": NUMBER, "l2": NUMBER},
        "OrthogonalRegularizer": {"factor": NUMBER, "mode": choice("rows", "columns")},
    },
)
CONSTRAINT = _objects(
    "constraints",
    "a constraint",
    {
        "MaxNorm": {"max_value": NUMBER, "axis": INTS},
        "MinMaxNorm": {"min_value": NUMBER, "max_value": NUMBER, "rate": NUMBER, "axis": INTS},
        "NonNeg": {},
        "UnitNorm": {"axis": INTS},
    },
)
