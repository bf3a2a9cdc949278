"""How tensors, variables and Keras models cross; imported for its effect on `values.py`, once TensorFlow is.

A model crosses as configuration and weights. The configuration of an enemy may name built-in layers and nothing
else: it is read through a list of what is allowed before Keras sees it, in Keras's safe mode on top.
"""

from __future__ import annotations

import json
import re
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import keras
import numpy as np
import tensorflow as tf

from autograder.arrays import dtype_name, read_dtype, read_shape
from autograder.values import Kind, MalformedError, RefusedError, Table, add_kind, add_rule

LARGE = 10_000
"""A larger number in a configuration must be a side of one of the weights."""
PARTS = 20_000
FREE = ("seed", "batch_shape", "batch_input_shape", "input_shape", "build_input_shape", "shape")
"""Entries of a configuration that allocate nothing, whatever their numbers are."""

PUBLIC = re.compile(
    r"(tf_)?keras(\.(layers|initializers|activations|regularizers|constraints|dtype_policies|optimizers|losses"
    r"|metrics|optimizers\.schedules|models|quantizers))?\Z"
)
INTERNAL = re.compile(r"(tf_)?keras\.src\.(models|ops|engine|layers)(\.\w+)*\Z")
FORBIDDEN = {
    "Lambda", "TFSMLayer", "TorchModuleWrapper", "JaxLayer", "FlaxLayer", "TensorFlowOpLayer", "TFOpLambda",
    "ClassMethod", "InstanceMethod", "InstanceProperty", "SlicingOpLambda", "StringLookup", "IntegerLookup",
    "TextVectorization", "PyDataset", "__lambda__", "__method__", "__typespec__",
}  # fmt: skip
MARKS = {
    "__keras_tensor__",
    "__tensor__",
    "__numpy__",
    "__slice__",
    "__ellipsis__",
    "__tuple__",
    "__complex__",
}


def library_of(made: type) -> str | None:
    """`keras` or `tf_keras` for one of their own layer and model classes, None for any other class."""
    root = str(getattr(made, "__module__", "")).partition(".")[0]
    if root not in ("keras", "tf_keras"):
        return None
    try:
        module = __import__(root)
        return root if issubclass(made, module.layers.Layer) else None
    except (TypeError, ImportError):
        return None


def _variables(model: Any, library: str) -> list:
    """All variables of a model: weights, seeds, and the states that a stateful layer keeps between calls."""
    own = list(model.variables)
    seen = {id(each) for each in own}
    for layer in model._flatten_layers():
        if hasattr(layer, "forward_layer"):
            continue  # a Bidirectional's states are those of its two layers
        states = getattr(layer, "states", None)
        for state in tf.nest.flatten(states) if states is not None else []:
            if hasattr(state, "assign") and id(state) not in seen:
                seen.add(id(state))
                own.append(state)
    return own


_configs: Any = weakref.WeakKeyDictionary()


def _config(model: Any, library: str) -> dict:
    """The model's configuration; made again when its layers are others than before."""
    stamp = _stamp(model)
    before = _configs.get(model)
    if before is None or before[0] != stamp:
        saving = __import__(library).saving
        _configs[model] = before = (stamp, json.loads(json.dumps(saving.serialize_keras_object(model))))
    return before[1]


def _stamp(model: Any) -> tuple:
    """What tells whether a model's configuration may have become another."""
    layers = [id(each) for each in getattr(model, "layers", [])]
    return model.built, layers, len(model.variables), getattr(model, "optimizer", None)


@contextmanager
def _plain_building() -> Iterator[None]:
    """Let Keras build what it reads without what is thrown away: random weights, and each stack but the last.

    A stack is built anew for each layer that is added to it, and weights are set to those that came right after.
    """
    variable, add = keras.Variable, keras.Sequential.add
    initialize = variable._initialize_with_initializer

    def zeros(self: Any, initializer: Any) -> None:
        if isinstance(initializer, keras.initializers.Initializer):
            self._initialize(np.zeros(self._shape, self._dtype))
        else:
            initialize(self, initializer)  # a seed's

    def add_only(self: Any, layer: Any, rebuild: bool = True) -> None:
        add(self, layer, rebuild=False)  # `from_config` builds what is not built at the end

    with (
        mock.patch.object(variable, "_initialize_with_initializer", zeros),
        mock.patch.object(keras.Sequential, "add", add_only),
    ):
        yield


class _Model(Kind):
    name = "model"

    def __init__(self) -> None:
        self._fit: dict[int, dict] = {}

    def takes(self, obj: Any) -> bool:
        try:
            config = _config(obj, library_of(type(obj)) or "keras")
            if id(config) not in self._fit:
                check_config(config, None)
                self._fit[id(config)] = config  # held, so that no other gets its id
            return True
        except Exception:
            return False  # a layer of one's own, a Lambda: it stays where it is

    def content(self, obj: Any, table: Table) -> tuple[Any, list]:
        library = library_of(type(obj)) or "keras"
        arrays = [np.asarray(each) for each in _variables(obj, library)]
        if sum(each.nbytes for each in arrays) > table.limit:
            raise RefusedError(f"it is a model of {sum(each.size for each in arrays):,} weights")
        specs = [[dtype_name(each.dtype), list(each.shape)] for each in arrays]
        return [library, _config(obj, library), specs], [each.tobytes() for each in arrays]

    def blank(self, meta: Any, buffers: list) -> Any:
        library, config, specs = meta
        if library not in ("keras", "tf_keras"):
            raise MalformedError("a library that is none")
        if type(specs) is not list or len(specs) > LARGE:
            raise MalformedError("weights that are none")
        sides = {side for _, shape in specs for side in read_shape(shape)}
        check_config(config, sides)
        module = __import__(library)
        with _plain_building():
            made = module.saving.deserialize_keras_object(json.loads(json.dumps(config)), safe_mode=True)
        if library_of(type(made)) != library:
            raise MalformedError("a configuration that is no model")
        _configs[made] = (_stamp(made), config)
        return made

    def fill(self, obj: Any, meta: Any, buffers: list, table: Table) -> bool:
        library, config, specs = meta
        variables = _variables(obj, library)
        if library_of(type(obj)) != library or _outline(_config(obj, library)) != _outline(config):
            return False
        if not len(variables) == len(specs) == len(buffers):
            raise MalformedError("a model with another number of weights than its configuration has")
        for variable, (name, shape), data in zip(variables, specs, buffers, strict=True):
            sizes, dtype = read_shape(shape), read_dtype(name)
            if tuple(variable.shape) != sizes:
                raise MalformedError("a weight of another shape than its configuration has")
            new = np.frombuffer(data, dtype).reshape(sizes)
            if not np.array_equal(np.asarray(variable), new):
                variable.assign(new)
        return True


def _outline(config: Any) -> list:
    # two accounts of one model may differ in a default or a name: what counts is which layers it has
    if isinstance(config, dict):
        return [config.get("class_name"), *(_outline(each) for each in config.values())]
    return [_outline(each) for each in config] if isinstance(config, list) else []


def check_config(config: Any, sides: set[int] | None) -> None:
    """Let a configuration pass if it names built-in layers only, and no sizes beyond those of its weights.

    Raises:
        MalformedError: it does not pass.
    """
    left = [config]
    count = 0
    while left:
        part = left.pop()
        count += 1
        if count > PARTS:
            raise MalformedError("a configuration of too many parts")
        if isinstance(part, dict):
            if "class_name" in part or "module" in part:
                _check_class(part)
            left += [each for key, each in part.items() if key not in FREE]
        elif isinstance(part, list):
            left += part
        elif type(part) is int and sides is not None and abs(part) > LARGE and part not in sides:
            raise MalformedError("a configuration of sizes that its weights do not have")
        elif isinstance(part, str) and len(part) > 200:
            raise MalformedError("a configuration of long names")


def _check_class(part: dict) -> None:
    name, module = part.get("class_name"), part.get("module")
    if type(name) is not str or name in FORBIDDEN:
        raise MalformedError("a class that may not cross")
    if name in MARKS:
        return
    if module is None and "config" in part and name.isidentifier() and part.get("registered_name") is None:
        return  # an older form: Keras looks the name up among its own
    if type(module) is not str:
        raise MalformedError("a module that is none")
    if name == "function":
        inner = part.get("config")
        if not (PUBLIC.match(module) or module == "builtins") or not _is_builtin_function(inner):
            raise MalformedError("a function that is not built in")
    elif not (PUBLIC.match(module) or INTERNAL.match(module)):
        raise MalformedError("a class that is not built in")


def _is_builtin_function(name: Any) -> bool:
    return type(name) is str and name.isidentifier() and hasattr(keras.activations, name)


class _Tensor(Kind):
    name = "tensor"
    changes = False

    def content(self, obj: Any, table: Table) -> tuple[Any, list]:
        array = obj.numpy()
        return [dtype_name(array.dtype), list(array.shape)], [array.tobytes()]

    def blank(self, meta: Any, buffers: list) -> Any:
        return tf.constant(_array(meta, buffers))

    def fill(self, obj: Any, meta: Any, buffers: list, table: Table) -> bool:
        return True


class _Variable(Kind):
    """TensorFlow's and Keras's variables."""

    name = "variable"

    def content(self, obj: Any, table: Table) -> tuple[Any, list]:
        array = np.asarray(obj)
        library = "tf" if isinstance(obj, tf.Variable) else "keras"
        return [dtype_name(array.dtype), list(array.shape), library, bool(obj.trainable)], [array.tobytes()]

    def blank(self, meta: Any, buffers: list) -> Any:
        array, trainable = _array(meta, buffers), meta[3] is True
        if meta[2] == "tf":
            return tf.Variable(array, trainable=trainable)
        return keras.Variable(array, dtype=array.dtype.name, trainable=trainable)

    def fill(self, obj: Any, meta: Any, buffers: list, table: Table) -> bool:
        array = _array(meta, buffers)
        if tuple(obj.shape) != array.shape:
            return False
        obj.assign(array)
        return True


def _array(meta: Any, buffers: list) -> np.ndarray:
    return np.frombuffer(buffers[0], read_dtype(meta[0])).reshape(read_shape(meta[1]))


def _is_tensor(made: type) -> bool:
    return made.__name__ == "EagerTensor" and issubclass(made, tf.Tensor)


def _is_variable(made: type) -> bool:
    return issubclass(made, (tf.Variable, keras.Variable))


add_kind(_is_tensor, _Tensor())
add_kind(_is_variable, _Variable())
add_kind(lambda made: library_of(made) is not None, _Model())
add_rule(
    tf.TensorShape,
    "shape",
    lambda value, tree: ["shape", None if value.rank is None else [tree(each) for each in value.as_list()]],
    lambda parts, value: tf.TensorShape(None if parts[0] is None else [value(each) for each in parts[0]]),
)
add_rule(
    tf.DType,
    "tf",
    lambda value, tree: ["tf", value.name],
    lambda parts, value: tf.as_dtype(str(parts[0])),
)
