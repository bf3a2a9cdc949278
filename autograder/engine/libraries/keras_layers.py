"""The layers that cross between the processes, with the type of each of their arguments.

A layer that is not listed stays in its process and is used from a distance, for example a Lambda, a class of the
notebook, or a layer of `tf_keras`.
"""

from __future__ import annotations

from typing import Any

import keras

from autograder.engine.libraries.keras_arguments import (
    ABSENT,
    ACTIVATION,
    CONSTRAINT,
    DTYPE,
    FLAG,
    INITIALIZER,
    INTS,
    NAMED,
    NUMBER,
    NUMBERS,
    REGULARIZER,
    SEED,
    SHAPE,
    SIZE,
    Settings,
    choice,
    optional,
)

PARTS = ("layer", "backward_layer", "cell", "cells")
"""Arguments that are layers themselves."""
COPIES_ITS_PARTS = ("Bidirectional",)
"""Layers that keep a copy of a layer that they are given."""

_ANY = {"name": NAMED, "dtype": DTYPE, "activity_regularizer": REGULARIZER}


def _weight(*names: str) -> dict[str, Any]:
    """Return the arguments about the weights of these names."""
    types = {"initializer": INITIALIZER, "regularizer": REGULARIZER, "constraint": CONSTRAINT}
    return {f"{name}_{what}": argument for name in names for what, argument in types.items()}


_NOT_QUANTIZED = {"quantization_config": ABSENT}
_DENSE = {"units": SIZE, "activation": ACTIVATION, "use_bias": FLAG, **_weight("kernel", "bias")}
_CELL = {**_DENSE, **_weight("recurrent"), "dropout": NUMBER, "recurrent_dropout": NUMBER, "seed": SEED}
_GATES = {"recurrent_activation": ACTIVATION}
_LSTM, _GRU = {**_GATES, "unit_forget_bias": FLAG}, {**_GATES, "reset_after": FLAG}
_RNN = {
    name: FLAG
    for name in ("return_sequences", "return_state", "go_backwards", "stateful", "unroll", "zero_output_for_mask")
}
_CHANNELS = choice("channels_last", "channels_first")
_POOL = {"pool_size": INTS, "strides": optional(INTS), "padding": choice("valid", "same"), "data_format": _CHANNELS}
_GLOBAL_POOL = {"data_format": _CHANNELS, "keepdims": FLAG}
_NOISE = {"seed": SEED}
_ATTENTION = {"use_scale": FLAG, "score_mode": choice("dot", "concat"), "dropout": NUMBER, "seed": SEED}
_NORM = {"axis": INTS, "epsilon": NUMBER, "center": FLAG, "scale": FLAG, **_weight("beta", "gamma")}

_OWN: dict[str, Settings] = {
    "InputLayer": {
        "batch_shape": SHAPE,
        "sparse": choice(False),
        "ragged": choice(False),
        "optional": FLAG,
    },
    "Dense": {**_DENSE, **_NOT_QUANTIZED},
    "Embedding": {
        "input_dim": SIZE,
        "output_dim": SIZE,
        "mask_zero": FLAG,
        **_weight("embeddings"),
        **_NOT_QUANTIZED,
    },
    "SimpleRNN": {**_CELL, **_RNN},
    "LSTM": {**_CELL, **_RNN, **_LSTM},
    "GRU": {**_CELL, **_RNN, **_GRU},
    "SimpleRNNCell": _CELL,
    "LSTMCell": {**_CELL, **_LSTM},
    "GRUCell": {**_CELL, **_GRU},
    "RNN": _RNN,
    "StackedRNNCells": {},
    "Bidirectional": {"merge_mode": choice("sum", "mul", "ave", "concat", None)},
    "TimeDistributed": {},
    "Masking": {"mask_value": NUMBER},
    "Activation": {"activation": ACTIVATION},
    "ReLU": {"max_value": optional(NUMBER), "negative_slope": NUMBER, "threshold": NUMBER},
    "LeakyReLU": {"negative_slope": NUMBER},
    "ELU": {"alpha": NUMBER},
    "PReLU": {**_weight("alpha"), "shared_axes": optional(INTS)},
    "Softmax": {"axis": INTS},
    "Dropout": {"rate": NUMBER, "noise_shape": optional(SHAPE), **_NOISE},
    "SpatialDropout1D": {"rate": NUMBER, **_NOISE},
    "GaussianDropout": {"rate": NUMBER, **_NOISE},
    "GaussianNoise": {"stddev": NUMBER, **_NOISE},
    "Flatten": {"data_format": _CHANNELS},
    "Reshape": {"target_shape": INTS},
    "Permute": {"dims": INTS},
    "RepeatVector": {"n": INTS},
    "Identity": {},
    "Rescaling": {"scale": NUMBERS, "offset": NUMBERS},
    "Concatenate": {"axis": INTS},
    "Dot": {"axes": INTS, "normalize": FLAG},
    "Attention": _ATTENTION,
    "AdditiveAttention": _ATTENTION,
    "MultiHeadAttention": {
        "num_heads": SIZE,
        "key_dim": SIZE,
        "value_dim": optional(SIZE),
        "dropout": NUMBER,
        "use_bias": FLAG,
        "use_gate": FLAG,
        "output_shape": optional(INTS),
        "attention_axes": optional(INTS),
        "sliding_window": optional(INTS),
        "seed": SEED,
        **_weight("kernel", "bias"),
    },
    "BatchNormalization": {
        **_NORM,
        "momentum": NUMBER,
        "moving_mean_initializer": INITIALIZER,
        "moving_variance_initializer": INITIALIZER,
        "synchronized": FLAG,
        "renorm": FLAG,
        "renorm_clipping": ABSENT,
        "renorm_momentum": NUMBER,
    },
    "LayerNormalization": {**_NORM, "rms_scaling": FLAG},
    "UnitNormalization": {"axis": INTS},
    "Conv1D": {
        "filters": SIZE,
        "kernel_size": INTS,
        "strides": INTS,
        "padding": choice("valid", "same", "causal"),
        "data_format": _CHANNELS,
        "dilation_rate": INTS,
        "groups": INTS,
        "activation": ACTIVATION,
        "use_bias": FLAG,
        **_weight("kernel", "bias"),
    },
    "MaxPooling1D": _POOL,
    "AveragePooling1D": _POOL,
    "GlobalMaxPooling1D": _GLOBAL_POOL,
    "GlobalAveragePooling1D": _GLOBAL_POOL,
    "ZeroPadding1D": {"padding": INTS, "data_format": _CHANNELS},
    "Cropping1D": {"cropping": INTS},
    "UpSampling1D": {"size": INTS},
    **{name: {} for name in ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum")},
}
LAYERS: dict[str, Settings] = {name: {**_ANY, **types} for name, types in _OWN.items()}
"""The arguments of each layer, except those that are layers, and `trainable`, which may change later."""
CLASSES: dict[type, str] = {getattr(keras.layers, name): name for name in LAYERS}
