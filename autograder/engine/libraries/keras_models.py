"""Lets tensors, layers and Keras models cross. It is imported once one of them crosses.

A layer crosses as its account (`keras_accounts`) and its weights. A model is made of layers that cross themselves, each
under its own number, so that models which share a layer here share it there, too. A layer or a model that is not in the
grammar stays in its process, for example one with a Lambda or a class of the notebook in it, a model of `tf_keras`, or
a student's compiled model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import numpy as np
import tensorflow as tf

from autograder.engine.bridge.errors import ProtocolError, ValueRefusedError
from autograder.engine.bridge.kinds import Codec, Kind, add_kind, add_rule
from autograder.engine.bridge.messages import convert
from autograder.engine.libraries.keras_accounts import MODELS, Account, build, build_in_place, describe, own_variables
from autograder.engine.libraries.keras_layers import CLASSES
from autograder.engine.libraries.numpy_arrays import dtype_name, read_dtype, read_shape

PARTS = 2_000
"""Limit on the layers that one model is made of."""


class Content(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """A layer or a model in a message.

    Attributes:
        account: its description.
        parts: the numbers of the layers that it is made of.
        trainable: whether it is trained.
        weights: [dtype, shape] of each of its own weights; the values are in the buffers.
        training: how it was compiled. Only the checks tell that.
    """

    account: Account
    parts: list[int]
    trainable: bool
    weights: list[tuple[str, list[int]]]
    training: Any


class _Layer(Kind):
    name = "layer"

    def takes(self, obj: Any, table: Codec) -> bool:
        try:
            return all(self.takes(part, table) for part in describe(obj).parts) and (
                table.sign > 0 or _training(obj) is None
            )
        except Exception:
            return False  # it has a layer of the notebook or a Lambda, and stays where it is

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        try:
            described = describe(obj)
        except ProtocolError as error:  # it has changed since it crossed
            raise ValueRefusedError(str(error)) from None
        arrays = [np.asarray(variable) for variable in own_variables(obj, described.parts)]
        if sum(array.nbytes for array in arrays) > table.limit:
            raise ValueRefusedError(f"it is a layer of {sum(array.size for array in arrays):,} weights")
        content = Content(
            described.account,
            [_number(table.tree(part)) for part in described.parts],
            bool(obj.trainable),
            [(dtype_name(array.dtype), list(array.shape)) for array in arrays],
            _training(obj) if table.sign > 0 else None,
        )
        return msgspec.to_builtins(content), [array.tobytes() for array in arrays]

    def needs(self, meta: Any) -> Iterable[int]:
        return convert(meta, Content).parts

    def create(self, meta: Any, buffers: list, table: Codec) -> Any:
        content = convert(meta, Content)
        if len(content.parts) > PARTS:
            raise ProtocolError("a model has too many layers")
        parts = [_part(number, table) for number in content.parts]
        arrays = _read_weights(content, buffers)
        return build(content.account, parts, [array.shape for array in arrays])

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        content = convert(meta, Content)
        if content.training is not None and table.sign > 0:
            raise ProtocolError("a model tells how it was compiled")
        described = describe(obj)
        parts = [_part(number, table) for number in content.parts]
        arrays = _read_weights(content, buffers)
        if list(map(id, parts)) != list(map(id, described.parts)):
            return False
        if described.account != content.account and not build_in_place(
            obj, content.account, parts, [array.shape for array in arrays]
        ):
            return False
        _assign(own_variables(obj, parts), arrays)
        _set_trainable(obj, parts, content.trainable)
        if content.training not in (None, _training(obj)):
            obj.compile_from_config(content.training)  # it comes from the checks, which this process may trust
        return True


def _training(model: Any) -> Any:
    """Return how a model was compiled, or None."""
    return (model.get_compile_config() or None) if type(model) in MODELS and model.compiled else None


def _number(tree: Any) -> int:
    if tree[0] != "r":
        raise ValueRefusedError("a layer of it may not cross")
    return int(tree[1])


def _part(number: int, table: Codec) -> Any:
    part = table.value(["r", number])
    if not is_layer(type(part)):
        raise ProtocolError("a part of a model is not a layer")
    return part


def _read_weights(content: Content, buffers: list) -> list[np.ndarray]:
    """Return the weights that have arrived, after comparing their shapes with their bytes."""
    if len(content.weights) != len(buffers):
        raise ProtocolError("a model with another number of weights than it says")
    return [
        np.frombuffer(data, read_dtype(dtype)).reshape(read_shape(shape))
        for (dtype, shape), data in zip(content.weights, buffers, strict=True)
    ]


def _assign(variables: list, arrays: list[np.ndarray]) -> None:
    if len(variables) != len(arrays):
        raise ProtocolError("a model with another number of weights than its layers have")
    for variable, array in zip(variables, arrays, strict=True):
        if tuple(variable.shape) != array.shape:
            raise ProtocolError("a weight of another shape than its layer has")
        if not np.array_equal(np.asarray(variable), array):
            variable.assign(array)


def _set_trainable(obj: Any, parts: list, trainable: bool) -> None:
    """Set whether a layer is trained, without passing it on to its parts as Keras would."""
    if obj.trainable != trainable:
        before = list(_flags(parts))
        obj.trainable = trainable
        for part, flag in before:
            part.trainable = flag


def _flags(layers: list) -> Iterator[tuple[Any, bool]]:
    """Yield all layers of some models with their flags, each model before its parts."""
    for layer in layers:
        yield layer, layer.trainable
        yield from _flags(describe(layer).parts)


def is_layer(cls: type) -> bool:
    """Return whether a class is one of the layers and models in the grammar."""
    return cls in CLASSES or cls in MODELS


class _Tensor(Kind):
    name = "tensor"
    changes = False

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        array = obj.numpy()
        return [dtype_name(array.dtype), list(array.shape)], [array.tobytes()]

    def blank(self, meta: Any, buffers: list) -> Any:
        return tf.constant(np.frombuffer(buffers[0], read_dtype(meta[0])).reshape(read_shape(meta[1])))

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        return True


def _is_tensor(cls: type) -> bool:
    return cls.__name__ == "EagerTensor" and issubclass(cls, tf.Tensor)


add_kind(_is_tensor, _Tensor())
add_kind(is_layer, _Layer())
add_rule(
    tf.TensorShape,
    "shape",
    lambda value, tree: ["shape", None if value.rank is None else [tree(size) for size in value.as_list()]],
    lambda parts, value: tf.TensorShape(None if parts[0] is None else [value(size) for size in parts[0]]),
)
add_rule(
    tf.DType,
    "tf",
    lambda value, tree: ["tf", value.name],
    lambda parts, value: tf.as_dtype(str(parts[0])),
)
