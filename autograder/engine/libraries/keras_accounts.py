"""Describes a layer or a model in our own grammar, and builds it again by calls of constructors.

A description has the class, the settings, the shapes that the layer was built with, and the layers that it is made of,
by number, so that layers which models share stay shared. Weights are compared with the bytes that have arrived: a size
that only the sender claims allocates nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock
from weakref import WeakKeyDictionary

import keras
import msgspec
from keras.src.models.functional import Functional

from autograder.engine.libraries import keras_layers
from autograder.engine.libraries.keras_arguments import (
    LARGE,
    NAMED,
    is_shape,
    read_settings,
    refuse,
    write_settings,
)
from autograder.engine.libraries.keras_graphs import read_graph, write_graph
from autograder.engine.libraries.keras_layers import CLASSES, COPIES_ITS_PARTS, LAYERS

MODELS: dict[type, str] = {keras.Sequential: "Sequential", Functional: "Functional"}
SHAPES = 100
"""Limit on the shapes that a layer was built with."""
NESTED = 20
"""Limit on layers within layers of one description."""


class Account(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """A layer or a model without its weights.

    Attributes:
        kind: the name of the class.
        settings: arguments of the constructor as trees; a layer among them is a number of a part, or an account.
        graph: the calls of a functional model.
        built: whether it was built.
        shapes: the arguments with which it was built, by name; None if nobody recorded them.
    """

    kind: str
    settings: dict[str, Any]
    graph: Any = None
    built: bool = False
    shapes: dict[str, Any] | None = None


@dataclass
class Described:
    """The account of a layer here, with its parts."""

    account: Account
    parts: list[Any] = field(default_factory=list)


# --------------------------------------------------------------------------- what is sent

_described: WeakKeyDictionary[Any, tuple[list, Described]] = WeakKeyDictionary()


def describe(layer: Any) -> Described:
    """Return the description of a layer or a model.

    Raises:
        ProtocolError: it may not cross.
        Exception: its own code raised an error.
    """
    stamp = _stamp(layer)
    known = _described.get(layer)
    if known is None or known[0] != stamp:
        known = _described[layer] = (stamp, _describe(layer))
    return known[1]


def _stamp(layer: Any) -> list:
    """Return a list that changes if the settings of a layer or of its cells may have changed."""
    stamp: list[Any] = [
        value if type(value) in (bool, int, float, str) else id(value) for value in vars(layer).values()
    ]
    if isinstance(layer, keras.Sequential):
        stamp += map(id, _stack(layer))
    for name in ("cell", "forward_layer", "backward_layer"):
        inner = vars(layer).get(name)
        if isinstance(inner, keras.layers.Layer):
            stamp += _stamp(inner)
    return stamp


def _stack(model: Any) -> list[Any]:
    """Return the layers of a stack, with the input that `Sequential.layers` leaves out."""
    return list(keras.Model.layers.fget(model))


def _describe(layer: Any) -> Described:
    described = Described(Account("", {}))
    account, parts = described.account, described.parts

    def number_of(part: Any) -> int:
        number = next((number for number, other in enumerate(parts) if other is part), len(parts))
        if number == len(parts):
            describe(part)  # raises an error if the part may not cross
            parts.append(part)
        return number

    if type(layer) in MODELS:
        account.kind, account.built = MODELS[type(layer)], bool(layer.built)
        account.settings = {"name": NAMED.write(layer.name)}
        if account.kind == "Functional":
            account.graph = msgspec.to_builtins(write_graph(layer, number_of))
        else:
            for part in _stack(layer):
                number_of(part)
            if account.built != _is_complete(parts):
                raise refuse("an unusual state")
    else:
        account.kind, account.settings = _write_layer(layer, number_of)
        account.built = bool(layer.built)
        account.shapes = _write_shapes(layer) if account.built else None
        if account.built and account.shapes is None and layer.weights:
            raise refuse("weights of unknown origin")
    if own_variables(layer, parts) and type(layer) in MODELS:
        raise refuse("weights beside its layers")
    return described


def _is_complete(stack: Sequence[Any]) -> bool:
    return len(stack) > 1 and type(stack[0]) is keras.layers.InputLayer


def _write_layer(layer: Any, number_of: Any, depth: int = NESTED) -> tuple[str, dict[str, Any]]:
    """Return the class and the settings of a layer."""
    kind = CLASSES.get(type(layer))
    if kind is None or not depth:
        raise refuse("a class")
    config = {name: value for name, value in layer.get_config().items() if name != "trainable"}
    settings: dict[str, Any] = {}
    for name in keras_layers.PARTS:
        if config.pop(name, None) is not None:
            settings[name] = _write_part(layer, kind, name, number_of, depth)
    settings |= write_settings(LAYERS[kind], config)
    sides = {side for variable in all_variables(layer) for side in variable.shape}
    _check_sizes(kind, settings, sides)
    return kind, settings


def _write_part(layer: Any, kind: str, name: str, number_of: Any, depth: int) -> Any:
    if name == "cells":
        return [number_of(cell) for cell in layer.cells]
    if kind not in COPIES_ITS_PARTS:
        return number_of(getattr(layer, name))
    inner = layer.forward_layer if name == "layer" else layer.backward_layer

    def whole(part: Any) -> Any:
        return [*_write_layer(part, whole, depth - 1), bool(part.trainable)]

    return whole(inner)


def _check_sizes(kind: str, settings: dict[str, Any], sides: set[int]) -> None:
    for name, tree in settings.items():
        argument = LAYERS[kind].get(name)
        if argument is not None and argument.is_size and tree is not None and tree > LARGE and tree not in sides:
            raise refuse("a size")


def _write_shapes(layer: Any) -> dict[str, Any] | None:
    config = layer.get_build_config()
    if not config:
        return None
    shapes = config.get("shapes_dict") or {"": config["input_shape"]}
    return {name: _write_shape(shape) for name, shape in shapes.items()}


def _write_shape(shape: Any) -> Any:
    tree = [_write_shape(each) if isinstance(each, (list, tuple)) else each for each in shape] if shape else shape
    _read_shape(tree)
    return tree


# --------------------------------------------------------------------------- what is read


def build(account: Account, parts: Sequence[Any], weights: Iterable[tuple[int, ...]]) -> Any:
    """Return a new layer or model with zeros for weights.

    Args:
        account: its description.
        parts: the layers that it is made of, which exist already.
        weights: the shapes of the weights that have arrived with it. There may be no others.

    Raises:
        ProtocolError: the description is not in the grammar, or asks for other weights.
        Exception: Keras refuses it.
    """
    if account.built and not all(part.built for part in parts):
        raise refuse("a part without its weights")
    shapes = list(weights)
    with _only(Counter(shapes)) as left:
        if account.kind in MODELS.values():
            return _build_model(account, parts)
        layer = _read_layer(account.kind, account.settings, parts, {side for shape in shapes for side in shape})
        if account.built and account.shapes is not None:
            _build_weights(layer, account.shapes, left)
        layer.built = account.built or layer.built
    return layer


def build_in_place(layer: Any, account: Account, parts: Sequence[Any], weights: Iterable[tuple[int, ...]]) -> bool:
    """Build a layer that the other process has built meanwhile; return False if it differs in anything else.

    Raises as `build` does.
    """
    own = describe(layer).account
    if own.built or account.shapes is None or msgspec.structs.replace(account, built=False, shapes=None) != own:
        return False
    if not all(part.built for part in parts):
        raise refuse("a part without its weights")
    with _only(Counter(weights)) as left:
        _build_weights(layer, account.shapes, left)
    return True


@contextmanager
def _only(left: Counter[tuple[int, ...]]) -> Iterator[Counter[tuple[int, ...]]]:
    """Let layers make weights of these shapes only, each once, filled with zeros."""
    add_weight = keras.layers.Layer.add_weight

    def add(self: Any, *args: Any, **settings: Any) -> Any:
        shape = settings.pop("shape", args[0] if args else ())
        _take(left, () if shape is None else tuple(shape))
        return add_weight(self, **{**settings, "shape": shape, "initializer": "zeros"})

    with mock.patch.object(keras.layers.Layer, "add_weight", add):
        yield left


def _take(left: Counter[tuple[int, ...]], shape: tuple[int, ...]) -> None:
    if left[shape] < 1:
        raise refuse("weights of another shape")
    left[shape] -= 1


def _build_model(account: Account, parts: Sequence[Any]) -> Any:
    settings = read_settings({"name": NAMED}, account.settings)
    if account.kind == "Functional":
        inputs, outputs = read_graph(account.graph, parts)
        model = keras.Model(inputs, outputs, **settings)
    else:
        if account.built != _is_complete(parts):
            raise refuse("an unusual state")
        model = keras.Sequential(parts, **settings)
    if type(model) not in MODELS:
        raise refuse("a class")
    return model


def _read_layer(kind: str, settings: Any, parts: Sequence[Any], sides: set[int], depth: int = NESTED) -> Any:
    """Return a layer that is not built."""
    if kind not in LAYERS or type(settings) is not dict or not depth:
        raise refuse("a class")

    def part(tree: Any) -> Any:
        if type(tree) is int and 0 <= tree < len(parts):
            return parts[tree]
        if type(tree) is list and len(tree) == 3 and type(tree[0]) is str:
            inner = _read_layer(tree[0], tree[1], parts, sides, depth - 1)
            inner.trainable = tree[2] is True
            return inner
        raise refuse("a part")

    given = {name: tree for name, tree in settings.items() if name in keras_layers.PARTS}
    arguments = read_settings(LAYERS[kind], {name: tree for name, tree in settings.items() if name not in given})
    _check_sizes(kind, settings, sides)
    regularizer = arguments.pop("activity_regularizer", None)  # not every constructor takes it
    for name, tree in given.items():
        arguments[name] = [part(each) for each in tree] if type(tree) is list and name == "cells" else part(tree)
    layer = getattr(keras.layers, kind)(**arguments)
    if regularizer is not None:
        layer.activity_regularizer = regularizer
    return layer


def _build_weights(layer: Any, shapes: dict[str, Any], left: Counter[tuple[int, ...]]) -> None:
    """Build a layer. A stateful one makes its states without `add_weight`, so they are counted here."""
    read = {name: _read_shape(tree) for name, tree in shapes.items()}
    first = next(iter(read.values()), None)
    for inner in _recurrent(layer):
        if inner.stateful:
            for size in keras.tree.flatten(inner.state_size):
                _take(left, (first[0] if first else None, size))  # type: ignore[arg-type]
    if "" in read:
        layer.build(read[""])
    else:
        layer.build(**{NAMED.read(name): shape for name, shape in read.items()})


def _read_shape(tree: Any) -> Any:
    """Return a shape, or a list of shapes."""
    if tree is None:
        return None
    if is_shape(tree):
        return tuple(tree)
    if type(tree) is list and len(tree) <= SHAPES and all(map(is_shape, tree)):
        return [tuple(each) for each in tree]
    raise refuse("a shape")


# --------------------------------------------------------------------------- weights


def _recurrent(layer: Any) -> list[Any]:
    """Return the recurrent layers whose states belong to this layer."""
    if isinstance(layer, keras.layers.Bidirectional):
        return [*_recurrent(layer.forward_layer), *_recurrent(layer.backward_layer)]
    return [layer] if isinstance(layer, keras.layers.RNN) else []


def all_variables(layer: Any) -> list[Any]:
    """Return weights, seeds, and the states that a stateful layer keeps between calls."""
    states = [keras.tree.flatten(inner.states) for inner in _recurrent(layer) if inner.states is not None]
    return [*layer.variables, *(state for each in states for state in each)]


def own_variables(layer: Any, parts: Sequence[Any]) -> list[Any]:
    """Return the variables of a layer that belong to none of its parts."""
    theirs = {id(variable) for part in parts for variable in part.variables}
    return [variable for variable in all_variables(layer) if id(variable) not in theirs]
