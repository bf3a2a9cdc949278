"""The graph of a functional model: calls of layers and of operations from a closed list, in the order of a run.

A call has at least one tensor of the model among its arguments, so to repeat it computes shapes but no values.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import keras
import msgspec
from keras.src.ops import core, nn, numpy

from autograder.engine.bridge.messages import convert
from autograder.engine.libraries.keras_arguments import (
    ABSENT,
    DTYPE,
    FLAG,
    INTS,
    NAMED,
    Settings,
    optional,
    read_settings,
    refuse,
    write_settings,
)

CALLS = 2_000
"""Limit on the calls of one model."""
DEPTH = 8
"""Limit on containers within the arguments of one call."""
TEXT = 100

_AXIS = {"axis": optional(INTS)}
_REDUCTION = {**_AXIS, "keepdims": FLAG}
_PLAIN = (
    "Abs Absolute Add Divide Equal Exp GetItem Greater GreaterEqual Less LessEqual Log LogicalAnd LogicalNot LogicalOr "
    "Matmul Maximum Minimum Multiply Negative NotEqual Power Ravel Relu Sigmoid Sqrt Square Subtract Tanh TrueDivide "
    "Where"
)
OPERATIONS: dict[str, Settings] = {
    **{name: {} for name in _PLAIN.split()},
    **{name: _REDUCTION for name in ("Any", "Argmax", "Argmin", "Mean", "Sum")},
    **{name: {**_REDUCTION, "initial": ABSENT} for name in ("Max", "Min")},
    **{name: _AXIS for name in ("Concatenate", "ExpandDims", "Flip", "Softmax", "Squeeze", "Stack")},
    "Cast": {"dtype": DTYPE},
    "Moveaxis": {"source": INTS, "destination": INTS},
    "OnesLike": {"dtype": optional(DTYPE)},
    "Repeat": {"repeats": INTS, **_AXIS},
    "Reshape": {"newshape": INTS},
    "Roll": {"shift": INTS, **_AXIS},
    "Split": {"indices_or_sections": INTS, **_AXIS},
    "Swapaxes": {"axis1": INTS, "axis2": INTS},
    "Tile": {"repeats": INTS},
    "Transpose": {"axes": optional(INTS)},
    "Unstack": {"num": optional(INTS), **_AXIS},
    "ZerosLike": {"dtype": optional(DTYPE)},
}
"""The operations that a call may be one of, with the types of their settings."""


def operation_class(name: str) -> Any:
    """Return Keras's class of a listed operation."""
    return next(vars(module)[name] for module in (core, nn, numpy) if name in vars(module))


class Call(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """One call in a model: of the part with a number, or of an operation. `settings` and `name` are the operation's."""

    part: int | None
    operation: str
    name: str
    settings: dict[str, Any]
    args: list[Any]
    kwargs: dict[str, Any]


class Graph(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """The calls of a model, and its inputs and outputs as containers of tensors."""

    calls: list[Call]
    inputs: Any
    outputs: Any


# --------------------------------------------------------------------------- what is sent


class _Writer:
    def __init__(self, number_of: Callable[[Any], int]) -> None:
        self.number_of = number_of
        self.calls: list[Call] = []
        self.places: dict[tuple[int, int], int] = {}

    def call_of(self, tensor: Any) -> None:
        """Add the call that makes a tensor, after those that make its arguments."""
        left = [(tensor, False)]
        while left:
            tensor, has_arguments = left.pop()
            operation, index, _ = tensor._keras_history
            if (id(operation), index) in self.places:
                continue
            node = operation._inbound_nodes[index]
            if has_arguments or node.is_input:
                self.places[id(operation), index] = len(self.calls)
                self.calls.append(self.call(operation, node))
            else:
                left.append((tensor, True))
                left += [(each, False) for each in reversed(node.arguments.keras_tensors)]

    def call(self, operation: Any, node: Any) -> Call:
        if len(self.calls) >= CALLS:
            raise refuse("calls")
        args = [self.argument(each, DEPTH) for each in node.arguments.args]
        kwargs = {name: self.argument(each, DEPTH) for name, each in node.arguments.kwargs.items()}
        if isinstance(operation, keras.layers.Layer):
            return Call(self.number_of(operation), "", "", {}, args, kwargs)
        name = type(operation).__name__
        if name not in OPERATIONS or type(operation) is not operation_class(name):
            raise refuse("an operation")
        config = {key: value for key, value in operation.get_config().items() if key != "name"}
        return Call(None, name, NAMED.write(operation.name), write_settings(OPERATIONS[name], config), args, kwargs)

    def argument(self, value: Any, depth: int) -> Any:
        """Return an argument as a tree: a plain value, or a list whose first item is a mark."""
        if isinstance(value, keras.KerasTensor):
            operation, index, position = value._keras_history
            return ["tensor", self.places[id(operation), index], position]
        if depth and type(value) in (tuple, list):
            return [type(value).__name__, *(self.argument(each, depth - 1) for each in value)]
        if depth and type(value) is dict:
            return ["dict", *([NAMED.write(key), self.argument(each, depth - 1)] for key, each in value.items())]
        if type(value) is slice:
            return ["slice", *(self.argument(each, 0) for each in (value.start, value.stop, value.step))]
        if value is Ellipsis:
            return ["..."]
        return _plain(value)


def _plain(value: Any) -> Any:
    if value is None or type(value) in (bool, float) or (type(value) is int and abs(value) < 2**53):
        return value
    if type(value) is str and len(value) <= TEXT:
        return value
    raise refuse("an argument")


def write_graph(model: Any, number_of: Callable[[Any], int]) -> Graph:
    """Return the graph of a functional model. `number_of` gives each layer its number.

    Raises:
        ProtocolError: the graph has a call that may not cross.
    """
    writer = _Writer(number_of)
    for tensor in [*model.inputs, *model.outputs]:
        writer.call_of(tensor)
    return Graph(
        writer.calls,
        writer.argument(model.input, DEPTH),
        writer.argument(model.output, DEPTH),
    )


# --------------------------------------------------------------------------- what is read


class _Reader:
    def __init__(self, parts: Sequence[Any]) -> None:
        self.parts = parts
        self.outputs: list[list[Any]] = []
        self.tensors = 0

    def call(self, call: Call) -> None:
        """Repeat a call."""
        self.tensors = 0
        args = [self.argument(each, DEPTH) for each in call.args]
        kwargs = {NAMED.read(name): self.argument(each, DEPTH) for name, each in call.kwargs.items()}
        layer = self.layer(call.part)
        if type(layer) is keras.layers.InputLayer:
            if args or kwargs:
                raise refuse("an input")
            result = layer.output
        elif not self.tensors:
            raise refuse("a call without a tensor")
        elif layer is not None:
            result = layer(*args, **kwargs)
        else:
            if call.operation not in OPERATIONS:
                raise refuse("an operation")
            settings = read_settings(OPERATIONS[call.operation], call.settings)
            operation = operation_class(call.operation)(**settings)
            operation.name = NAMED.read(call.name)
            result = operation(*args, **kwargs)
        self.outputs.append(keras.tree.flatten(result))

    def layer(self, number: int | None) -> Any:
        if number is not None and not 0 <= number < len(self.parts):
            raise refuse("a layer")
        return None if number is None else self.parts[number]

    def argument(self, tree: Any, depth: int) -> Any:
        if type(tree) is not list:
            return _plain(tree)
        match tree:
            case ["tensor", int(call), int(position)] if 0 <= call < len(self.outputs):
                if not 0 <= position < len(self.outputs[call]):
                    raise refuse("a tensor")
                self.tensors += 1
                return self.outputs[call][position]
            case ["tuple", *items] if depth:
                return tuple(self.argument(each, depth - 1) for each in items)
            case ["list", *items] if depth:
                return [self.argument(each, depth - 1) for each in items]
            case ["dict", *items] if depth:
                return dict(self.item(each, depth - 1) for each in items)
            case ["slice", start, stop, step]:
                return slice(_plain(start), _plain(stop), _plain(step))
            case ["..."]:
                return Ellipsis
        raise refuse("an argument")

    def item(self, tree: Any, depth: int) -> tuple[str, Any]:
        if type(tree) is not list or len(tree) != 2:
            raise refuse("an argument")
        return NAMED.read(tree[0]), self.argument(tree[1], depth)


def read_graph(tree: Any, parts: Sequence[Any]) -> tuple[Any, Any]:
    """Repeat the calls of a graph with these layers; return the inputs and the outputs of the model.

    Raises:
        ProtocolError: there is a call that may not cross.
        Exception: Keras refuses a call.
    """
    graph = convert(tree, Graph)
    if len(graph.calls) > CALLS:
        raise refuse("calls")
    reader = _Reader(parts)
    for call in graph.calls:
        reader.call(call)
    return reader.argument(graph.inputs, DEPTH), reader.argument(graph.outputs, DEPTH)
