"""The engine's knowledge of TensorFlow, Keras and tf_keras. `keras_models` lets models cross."""

from __future__ import annotations

import importlib
import os
import sys
from importlib.util import find_spec
from typing import Any

from autograder.engine.bridge.kinds import add_loader
from autograder.engine.bridge.proxies import add_stand_ins
from autograder.engine.libraries.base import LibrarySupport, PutBack

KINDS = "autograder.engine.libraries.keras_models"
CLASSES = {
    f"{library}.{name}": (library, path)
    for library in ("keras", "tf_keras")
    for name, path in (("Sequential", "Sequential"), ("Model", "Model"), ("Layer", "layers.Layer"))
}
"""Classes that proxies count as, for models that stay in their process, such as a model with a Lambda."""
CLASSES["keras.Variable"] = ("keras", "Variable")


def _prove() -> None:
    # small products work even in a fork that lacks TensorFlow's threads; this one would wait for them
    if tensorflow := sys.modules.get("tensorflow"):
        ones = tensorflow.ones((600, 600))
        if float(tensorflow.matmul(ones, ones)[0, 0]) != 600:
            raise RuntimeError("TensorFlow computes a wrong product")


def _keep_state() -> PutBack:
    keras, tf_keras, tensorflow = map(sys.modules.get, ("keras", "tf_keras", "tensorflow"))
    put_back_keras = _keep_settings(keras.config, keras.saving.get_custom_objects()) if keras else None
    put_back_old = _keep_settings(tf_keras.backend, tf_keras.utils.get_custom_objects()) if tf_keras else None

    def put_back() -> None:
        if keras and put_back_keras:
            keras.utils.clear_session(free_memory=False)  # also names of layers, the dtype policy and other settings
            keras.config.set_max_epochs(None)
            keras.config.set_max_steps_per_epoch(None)
            put_back_keras()
        if tf_keras and put_back_old:
            tf_keras.backend.clear_session()
            tf_keras.mixed_precision.set_global_policy("float32")
            put_back_old()
        if tensorflow:
            tensorflow.config.run_functions_eagerly(False)
            tensorflow.random.set_seed(int.from_bytes(os.urandom(4), "little"))

    return put_back


def _keep_settings(config: Any, custom_objects: dict[str, Any]) -> PutBack:
    """Return a function that puts back the settings of one of the two versions of Keras."""
    values = config.floatx(), config.epsilon(), config.image_data_format()
    objects = dict(custom_objects)

    def put_back() -> None:
        config.set_floatx(values[0])
        config.set_epsilon(values[1])
        config.set_image_data_format(values[2])
        custom_objects.clear()
        custom_objects.update(objects)

    return put_back


def _register_kinds() -> None:
    if not (find_spec("tensorflow") and find_spec("keras")):
        return
    names = [name for name, (library, _) in CLASSES.items() if find_spec(library)]
    add_stand_ins({name: lambda name=name: _class_named(name) for name in names}, _name_of)  # type: ignore[misc]
    # importing TensorFlow takes seconds, so it waits until a tensor or a model crosses
    add_loader(
        lambda: importlib.import_module(KINDS),
        names=("shape", "tf", "tensor", "layer"),
        packages=("tensorflow", "keras"),
    )


def _class_named(name: str) -> type:
    library, path = CLASSES[name]
    value = importlib.import_module(library)
    for part in path.split("."):
        value = getattr(value, part)
    return value  # type: ignore[return-value]


def _name_of(cls: type) -> str | None:
    for base in cls.__mro__:
        library, _, inside = str(base.__module__).partition(".")
        name = f"{library}.{base.__name__}"
        if inside.startswith("src.") and name in CLASSES:
            return name
    return None


KERAS = LibrarySupport(
    distributions=("tensorflow", "keras", "tf_keras"),
    modules=("tensorflow", "keras", "tf_keras"),
    environment={
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",  # for layers of a few units oneDNN takes longer to prepare than to compute
        "CUDA_VISIBLE_DEVICES": "-1",  # cards round products (TF32): a right answer would be off by 0.001
    },
    process_environment={
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "TF_NUM_INTRAOP_THREADS": "1",  # the other processors are busy with other submissions
        "TF_NUM_INTEROP_THREADS": "1",
    },
    variables=("TF_", "KERAS_BACKEND", "CUDA_VISIBLE_DEVICES"),
    server_variables=("KERAS_", "CUDA_", "XLA_"),
    read_at_import=("KERAS_BACKEND", "TF_USE_LEGACY_KERAS"),
    homes={"KERAS_HOME": ".keras"},
    hidden=("pandas",),  # the project needs it, the course does not; importing it takes Keras 0.2 s and 29 MB
    prove=_prove,
    keep_state=_keep_state,
    kinds=KINDS,
    register_kinds=_register_kinds,
)
