"""Load `keras_models` once a tensor or a model crosses, since TensorFlow takes seconds to import."""

from __future__ import annotations

import importlib

from autograder.engine.bridge.kinds import add_loader
from autograder.engine.bridge.proxies import add_stand_ins

CLASSES = {
    f"{library}.{name}": (library, path)
    for library in ("keras", "tf_keras")
    for name, path in (("Sequential", "Sequential"), ("Model", "Model"), ("Layer", "layers.Layer"))
}
"""Classes as which proxies count, for models that stay in their process: with a Lambda, say, or of `tf_keras`."""
CLASSES["keras.Variable"] = ("keras", "Variable")


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


add_stand_ins({name: lambda name=name: _class_named(name) for name in CLASSES}, _name_of)  # type: ignore[misc]
add_loader(
    lambda: importlib.import_module("autograder.engine.libraries.keras_models"),
    names=("shape", "tf", "tensor", "model"),
    packages=("tensorflow", "keras"),
)
