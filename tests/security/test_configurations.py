"""A hostile configuration of a model is refused. Only Keras's own layers pass, with the sizes of the weights."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from autograder.engine.execution import warm_up

DENSE: dict[str, Any] = {
    "module": "keras.layers",
    "class_name": "Dense",
    "config": {"name": "d", "units": 3, "activation": "tanh"},
    "registered_name": None,
}

EVIL: dict[str, dict] = {
    "a lambda": {
        "module": "keras.layers",
        "class_name": "Lambda",
        "config": {"function": {"class_name": "__lambda__"}},
    },
    "a lambda in disguise": {"class_name": "__lambda__", "config": {"value": "AAAA"}},
    "a module": {"module": "os", "class_name": "system", "config": "id"},
    "a function of a module": {"module": "os", "class_name": "function", "config": "system", "registered_name": "x"},
    "a builtin": {"module": "builtins", "class_name": "eval", "config": "1"},
    "a builtin as function": {"module": "builtins", "class_name": "function", "config": "eval"},
    "inside Keras": {"module": "keras.src.utils.file_utils", "class_name": "function", "config": "get_file"},
    "utilities": {"module": "keras.utils", "class_name": "get_file", "config": {}},
    "a saved model": {"module": "keras.layers", "class_name": "TFSMLayer", "config": {"filepath": "/etc"}},
    "a vocabulary file": {
        "module": "keras.layers",
        "class_name": "StringLookup",
        "config": {"vocabulary": "/etc/passwd"},
    },
    "a path": {"module": "keras.layers.Dense.__init__", "class_name": "x", "config": {}},
    "a registered class": {"module": None, "class_name": "x>y", "config": {}},
    "no module at all": {"module": 5, "class_name": "Dense", "config": {}},
    "no name": {"module": "keras.layers", "class_name": ["Dense"], "config": {}},
    "sizes": {**DENSE, "config": {"units": 10**9}},
    "long names": {**DENSE, "config": {"name": "x" * 1000}},
    "many parts": {**DENSE, "config": {"x": [0] * 30_000}},
}


def verdict(config: dict) -> str:
    """Where Keras is loaded: `passed`, or the reason why not."""
    from autograder.engine.bridge.errors import ProtocolError
    from autograder.engine.libraries.keras_models import check_config

    try:
        check_config(config, {3, 4})
    except ProtocolError as error:
        return str(error)
    return "passed"


@pytest.mark.parametrize("place", ["outside", "in a layer", "in a model"])
def test_what_is_not_built_in_does_not_pass(place: str) -> None:
    for name, evil in EVIL.items():
        config = evil
        if place == "in a layer":
            config = {**copy.deepcopy(DENSE), "config": {"kernel_initializer": evil}}
        elif place == "in a model":
            config = {"module": "keras", "class_name": "Sequential", "config": {"layers": [DENSE, evil]}}
        result = warm_up.server().fork(verdict, {"config": config}).result(60)
        assert result != "passed", name


def test_what_is_built_in_passes() -> None:
    assert warm_up.server().fork(verdict, {"config": DENSE}).result(60) == "passed"
