"""Lets tensors and Keras models cross. It is imported once one of them crosses.

A model crosses as configuration and weights. Keras reads a configuration by importing and calling what it names, so a
configuration passes only if this module lists all of its names. Any other model stays in its process, for example one
with a Lambda or a class of the notebook in it, a model of `tf_keras`, or a student's compiled model.
"""

from __future__ import annotations

import json
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import keras
import numpy as np
import tensorflow as tf

from autograder.engine.bridge.errors import ProtocolError, ValueRefusedError
from autograder.engine.bridge.kinds import Codec, Kind, add_kind, add_rule
from autograder.engine.libraries.numpy_arrays import dtype_name, read_dtype, read_shape

LARGE = 10_000
"""A larger number in a configuration must be a side of one of the weights."""
PARTS = 20_000
FREE = ("seed", "batch_shape", "build_input_shape", "shape")
"""Entries of a configuration that allocate nothing, however large their numbers are."""


def _words(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    return {module: frozenset(names.split()) for module, names in lists.items()}


OPERATIONS = (
    "Abs Absolute Add Argmax Argmin Cast Clip Concatenate Divide Equal Exp ExpandDims Flip GetItem Greater "
    "GreaterEqual Less LessEqual Log LogicalAnd LogicalNot LogicalOr Matmul Max Maximum Mean Min Minimum Moveaxis "
    "Multiply Negative NotEqual OnesLike Power Ravel Relu Repeat Reshape Roll Sigmoid Softmax Split Sqrt Square "
    "Squeeze Stack Subtract Sum Swapaxes Tanh Tile Transpose TrueDivide Unstack Where ZerosLike"
)
LISTED = _words(
    {
        "keras": "Sequential DTypePolicy",
        "keras.src.models.functional": "Functional",
        "keras.layers": "InputLayer Dense SimpleRNN LSTM GRU RNN SimpleRNNCell LSTMCell GRUCell StackedRNNCells "
        "Bidirectional TimeDistributed Embedding Masking Activation ReLU LeakyReLU ELU PReLU Softmax Dropout "
        "SpatialDropout1D GaussianDropout GaussianNoise Flatten Reshape Permute RepeatVector Identity Rescaling "
        "Add Subtract Multiply Average Maximum Minimum Concatenate Dot Attention AdditiveAttention MultiHeadAttention "
        "BatchNormalization LayerNormalization UnitNormalization Conv1D MaxPooling1D AveragePooling1D "
        "GlobalAveragePooling1D GlobalMaxPooling1D ZeroPadding1D Cropping1D UpSampling1D",
        "keras.activations": "celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh "
        "leaky_relu linear log_sigmoid log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus "
        "softsign sparse_plus sparse_sigmoid sparsemax squareplus swish tanh tanh_shrink threshold",
        "keras.initializers": "Zeros Ones Constant RandomNormal RandomUniform TruncatedNormal GlorotNormal "
        "GlorotUniform HeNormal HeUniform LecunNormal LecunUniform Orthogonal Identity VarianceScaling",
        "keras.regularizers": "L1 L2 L1L2 OrthogonalRegularizer",
        "keras.constraints": "MaxNorm MinMaxNorm NonNeg UnitNorm",
        "keras.random": "SeedGenerator",
        **{f"keras.src.ops.{name}": OPERATIONS for name in ("core", "nn", "numpy")},
    }
)
"""Classes that a configuration may name, by the module that it names with them."""
MARKS = {"__keras_tensor__", "__numpy__", "__slice__", "__ellipsis__", "__tensor__"}
"""Names that Keras reads as plain values."""
LEFT_OUT = ("build_config", "compile_config")
"""Entries that Keras adds to a configuration and acts on. A message with them is refused."""
ENTRIES = {"module", "class_name", "config", "registered_name", "name", "inbound_nodes"}


def is_model(cls: type) -> bool:
    """Return whether a class is one of Keras's own layer and model classes."""
    return str(getattr(cls, "__module__", "")).startswith("keras.") and issubclass(cls, keras.layers.Layer)


def _variables(model: Any) -> list:
    """Return all variables of a model: weights, seeds, and the states that a stateful layer keeps between calls."""
    variables = list(model.variables)
    seen = {id(variable) for variable in variables}
    for layer in model._flatten_layers():
        if hasattr(layer, "forward_layer"):
            continue  # a Bidirectional has the states of its two layers
        states = getattr(layer, "states", None)
        for state in tf.nest.flatten(states) if states is not None else []:
            if hasattr(state, "assign") and id(state) not in seen:
                seen.add(id(state))
                variables.append(state)
    return variables


# --------------------------------------------------------------------------- what is sent

_accounts: Any = weakref.WeakKeyDictionary()


def _account(model: Any) -> list:
    """Return a model without its weights: [configuration, the shape it was built with, how it was compiled].

    It is computed again if the layers have changed or the model was compiled.

    Raises:
        ProtocolError: a part of the model cannot cross.
    """
    stamp = _stamp(model)
    if model not in _accounts or _accounts[model][0] != stamp:
        config = keras.saving.serialize_keras_object(model)
        plain = json.loads(json.dumps(config, allow_nan=False), object_hook=_without_left_out)
        check_config(plain, None)
        shape = (config.get("build_config") or {}).get("input_shape")
        if model.built and shape is None and not isinstance(model, keras.Model):
            raise ProtocolError("a layer that was built in a special way")
        shape = list(shape) if isinstance(shape, (list, tuple)) and all(map(_is_side, shape)) else None
        _accounts[model] = (stamp, [plain, shape, config.get("compile_config") or None])
    return _accounts[model][1]


def _without_left_out(part: dict) -> dict:
    return {key: value for key, value in part.items() if key not in LEFT_OUT}


def _is_side(size: Any) -> bool:
    return size is None or type(size) is int


def _stamp(model: Any) -> tuple:
    """Return a value that changes if the model's configuration may have changed."""
    layers = [id(layer) for layer in getattr(model, "layers", [])]
    return model.built, layers, len(model.variables), getattr(model, "optimizer", None)


# --------------------------------------------------------------------------- what is read


@contextmanager
def _plain_building() -> Iterator[None]:
    """Make Keras build a model without wasted work.

    Keras would draw random weights, which are overwritten, and would rebuild a stack after each layer that it adds.
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


def check_config(config: Any, sides: set[int] | None) -> None:
    """Accept a configuration if it names only listed classes, and no sizes beyond those of its weights.

    Raises:
        ProtocolError: it does not pass.
    """
    left = [("", config)]
    count = 0
    while left:
        key, part = left.pop()
        count += 1
        if count > PARTS:
            raise ProtocolError("a configuration of too many parts")
        if isinstance(part, dict):
            _check_dict(part)
            left += part.items()
        elif isinstance(part, list):
            _check_list(key, part)
            left += [(key, item) for item in part]
        elif type(part) is int and sides is not None and abs(part) > LARGE and part not in sides and key not in FREE:
            raise ProtocolError("a configuration of sizes that its weights do not have")
        elif isinstance(part, str) and len(part) > 200:
            raise ProtocolError("a configuration of long names")


def _check_dict(part: dict) -> None:
    if "class_name" not in part:
        if not part.keys().isdisjoint({"module", "registered_name", "shared_object_id", *LEFT_OUT}):
            raise ProtocolError("a part without a class")
        return
    name, module = part["class_name"], part.get("module")
    if type(name) is not str or not part.keys() <= ENTRIES:
        raise ProtocolError("a part that no layer has")
    if name in MARKS:
        if not part.keys() <= {"class_name", "config"}:
            raise ProtocolError("a value that no layer has")
    elif name == "function":
        function = part.get("config")
        if module not in ("builtins", "keras.activations") or function not in LISTED["keras.activations"]:
            raise ProtocolError("a function that is not built in")
        _check_registered(part, function)
    else:
        if type(module) is not str or name not in LISTED.get(module, ()):
            raise ProtocolError("a class that may not cross")
        if type(part.get("config")) is not dict:
            raise ProtocolError("a class without its settings")
        _check_registered(part, name)


def _check_registered(part: dict, name: Any) -> None:
    if part.get("registered_name") not in (None, name):
        raise ProtocolError("a class under another name")


def _check_list(key: str, part: list) -> None:
    if key == "layers" and not all(isinstance(layer, dict) and "module" in layer for layer in part):
        raise ProtocolError("a layer has no module")  # Keras would look it up in older ways
    if key == "inbound_nodes":
        for node in part:  # one without a tensor of the model would be computed at once
            if not isinstance(node, dict) or node.keys() != {"args", "kwargs"} or not _has_tensor(node):
                raise ProtocolError("a call that no model has")


def _has_tensor(part: Any) -> bool:
    if isinstance(part, dict):
        return part.get("class_name") == "__keras_tensor__" or any(map(_has_tensor, part.values()))
    return isinstance(part, list) and any(map(_has_tensor, part))


class _Model(Kind):
    name = "model"

    def takes(self, obj: Any, table: Codec) -> bool:
        try:
            return not _account(obj)[2] or table.sign > 0
        except Exception:
            return False  # it has a layer of the notebook or a Lambda, and stays where it is

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        arrays = [np.asarray(variable) for variable in _variables(obj)]
        if sum(array.nbytes for array in arrays) > table.limit:
            raise ValueRefusedError(f"it is a model of {sum(array.size for array in arrays):,} weights")
        specs = [[dtype_name(array.dtype), list(array.shape)] for array in arrays]
        try:
            config, shape, training = _account(obj)
        except ProtocolError as error:  # the model has changed since it crossed
            raise ValueRefusedError(f"it is a model with {error}") from None
        return [config, shape, training if table.sign > 0 else None, specs], [array.tobytes() for array in arrays]

    def blank(self, meta: Any, buffers: list) -> Any:
        config, shape, _, specs = meta
        if type(specs) is not list or len(specs) > LARGE:
            raise ProtocolError("the weights of a model are not a list")
        check_config(config, {side for _, sides in specs for side in read_shape(sides)})
        with _plain_building():
            model = keras.saving.deserialize_keras_object(json.loads(json.dumps(config)), safe_mode=True)
            if not is_model(type(model)):
                raise ProtocolError("a configuration does not describe a model")
            if shape is not None and not model.built:
                if type(shape) is not list or not all(map(_is_side, shape)):
                    raise ProtocolError("a shape is invalid")
                model.build(tuple(shape))
        _accounts[model] = (_stamp(model), [config, shape, None])
        return model

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        config, _, training, specs = meta
        if not is_model(type(obj)):
            return False
        own_config, _, compiled = _account(obj)
        variables = _variables(obj)
        if _outline(own_config) != _outline(config):
            return False
        if not len(variables) == len(specs) == len(buffers):
            raise ProtocolError("a model with another number of weights than its configuration has")
        for variable, (name, shape), data in zip(variables, specs, buffers, strict=True):
            sizes, dtype = read_shape(shape), read_dtype(name)
            if tuple(variable.shape) != sizes:
                raise ProtocolError("a weight of another shape than its configuration has")
            new = np.frombuffer(data, dtype).reshape(sizes)
            if not np.array_equal(np.asarray(variable), new):
                variable.assign(new)
        if table.sign < 0 and training not in (None, compiled):
            obj.compile_from_config(training)  # it comes from the checks, which the student's process may trust
        return True


def _outline(config: Any) -> list:
    # the records of both sides may differ in a default or a name, and only the layers count
    if isinstance(config, dict):
        return [config.get("class_name"), *(_outline(part) for part in config.values())]
    return [_outline(part) for part in config] if isinstance(config, list) else []


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
add_kind(is_model, _Model())
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
