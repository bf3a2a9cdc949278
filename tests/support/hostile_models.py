"""Messages with models, as a hostile process may write them; each runs in a fork that has Keras."""

from __future__ import annotations

import copy
import json
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

BIG = 10**9

Message = dict[str, Any]


def message_of(value: Any) -> Message:
    """Return what an honest student's process sends for this value: a tree, definitions and buffers."""
    from autograder.engine.bridge.messages import encode
    from autograder.engine.bridge.shared_objects import ObjectTable

    packed, buffers = ObjectTable(-1).pack(value)
    return {**json.loads(encode(packed)), "buffers": [bytes(buffer) for buffer in buffers]}


def read(message: Message) -> Any:
    """Return the value that the checker process reads from a message."""
    from autograder.engine.bridge.messages import Definition, Packed, Request, decode, encode
    from autograder.engine.bridge.shared_objects import ObjectTable

    packed = Packed(message["value"], [Definition(*each) for each in message["definitions"]])
    request = decode(encode(Request("1", "call", None, packed)))
    assert isinstance(request, Request)
    return ObjectTable(1).unpack(request.packed, message["buffers"])


def stack() -> Message:
    """A stack of an input, an RNN and a Dense layer: definitions -1, -2, -3, -4."""
    import keras

    layers = keras.layers
    return message_of(keras.Sequential([keras.Input((3, 2)), layers.SimpleRNN(4, name="r"), layers.Dense(1)]))


def stateful() -> Message:
    """A stack with states: definitions -1, -2, -3."""
    import keras

    return message_of(keras.Sequential([keras.Input(batch_shape=(2, 3, 2)), keras.layers.SimpleRNN(4, stateful=True)]))


def graph() -> Message:
    """A functional model with an operation: definitions -1, -2, -3."""
    import keras

    inputs = keras.Input((3, 2))
    return message_of(keras.Model(inputs, keras.layers.SimpleRNN(4, return_sequences=True)(inputs)[:, -1] + 1.0))


def content(message: Message, number: int) -> list:
    """The content of a definition: [account, parts, trainable, weights, training]."""
    return next(definition[2] for definition in message["definitions"] if definition[0] == number)


def account(message: Message, number: int) -> list:
    """The account of a layer: [kind, settings, graph, built, shapes]."""
    return content(message, number)[0]


def settings(message: Message, number: int) -> dict:
    return account(message, number)[1]


def calls(message: Message) -> list:
    """The calls of `graph`: each [part, operation, name, settings, args, kwargs]."""
    return account(message, -1)[2][0]


def put(place: Callable[[Message], Any], key: Any, value: Any) -> Callable[[Message], None]:
    """Return a change that puts a value at a place of a message."""

    def change(message: Message) -> None:
        place(message)[key] = value

    return change


def _dense(message: Message) -> dict:
    return settings(message, -4)


def _rnn(message: Message) -> dict:
    return settings(message, -3)


def _without_weights(number: int) -> Callable[[Message], None]:
    def change(message: Message) -> None:
        at = 0
        for definition in message["definitions"]:
            if definition[0] == number:
                del message["buffers"][at : at + definition[3]]
                definition[3], definition[2][3] = 0, []
            at += definition[3]

    return change


def _sized(message: Message) -> None:
    settings(message, -3)["units"] = BIG
    account(message, -3)[4] = {"sequences_shape": [None, 3, BIG]}


def _many_calls(message: Message) -> None:
    calls(message).extend([calls(message)[2]] * 3000)


CONFIG = {"module": "keras.layers", "class_name": "Dense", "config": {"units": 1}, "registered_name": None}
CALLED = {"module": "keras", "class_name": "config.set_epsilon", "config": {"value": 0.5}}

HOSTILE: dict[str, tuple[Callable[[], Message], Callable[[Message], None]]] = {
    "a class that is not listed": (stack, put(lambda m: account(m, -4), 0, "Lambda")),
    "a dotted name": (stack, put(lambda m: account(m, -4), 0, "layers.Dense")),
    "a class outside the layers": (stack, put(lambda m: account(m, -4), 0, "TFSMLayer")),
    "a module": (stack, put(lambda m: account(m, -4), 0, "keras.config")),
    "a function of the library": (stack, put(lambda m: account(m, -4), 0, "deserialize")),
    "a configuration for a layer": (stack, put(lambda m: content(m, -4), 0, CONFIG)),
    "a configuration for an initializer": (stack, put(_dense, "kernel_initializer", CONFIG)),
    "a call for an initializer": (stack, put(_dense, "kernel_initializer", CALLED)),
    "a call in an initializer": (stack, put(_dense, "kernel_initializer", ["Constant", {"value": CALLED}])),
    "a call for a seed": (stack, put(_dense, "bias_initializer", ["RandomNormal", {"seed": CALLED}])),
    "an initializer of another module": (stack, put(_dense, "kernel_initializer", ["Dense", {"units": 1}])),
    "an initializer by its name": (stack, put(_dense, "kernel_initializer", "zeros")),
    "a call for an activation": (stack, put(_dense, "activation", CALLED)),
    "an activation that is not listed": (stack, put(_dense, "activation", "deserialize")),
    "a dotted activation": (stack, put(_dense, "activation", "keras.config.set_epsilon")),
    "a call for a regularizer": (stack, put(_dense, "kernel_regularizer", CALLED)),
    "a call for a dtype": (stack, put(_dense, "dtype", CALLED)),
    "a dtype that is not listed": (stack, put(_dense, "dtype", "int8_from_float32")),
    "a call for a name": (stack, put(_dense, "name", CALLED)),
    "a name with a folder": (stack, put(_dense, "name", "a/b")),
    "a long name": (stack, put(_dense, "name", "x" * 1000)),
    "a setting that the class does not have": (stack, put(_dense, "lora_rank", 8)),
    "a number for a flag": (stack, put(_dense, "use_bias", 1)),
    "a flag for a number": (stack, put(_rnn, "dropout", True)),
    "no finite number": (stack, put(_rnn, "dropout", None)),
    "a field more": (stack, lambda message: content(message, -4).append(1)),
    "how it was compiled": (stack, put(lambda m: content(m, -1), 4, {"optimizer": "sgd", "loss": "mse"})),
    "how a part was compiled": (stack, put(lambda m: content(m, -4), 4, {"optimizer": "sgd"})),
    "a model in a setting": (stack, put(_dense, "kernel_initializer", ["r", -1])),
    "a part that does not exist": (stack, put(lambda m: content(m, -1), 1, [-2, -3, -9])),
    "a part that contains the whole": (stack, put(lambda m: content(m, -1), 1, [-2, -3, -1])),
    "a part that is a list": (
        stack,
        lambda m: (m["definitions"].append([-9, "l", [], 0]), content(m, -1)[1].append(-9)),  # type: ignore[func-returns-value]
    ),
    "a size beyond its weights": (stack, _sized),
    "a size of the input": (stack, put(lambda m: account(m, -4), 4, {"": [None, BIG]})),
    "a size of the units": (stack, put(_dense, "units", BIG)),
    "units other than its weights": (stack, put(_dense, "units", 5000)),
    "a size without weights": (stack, lambda m: (_sized(m), _without_weights(-3)(m))),  # type: ignore[func-returns-value]
    "a layer that the model would build": (
        stack,
        lambda m: (_without_weights(-4)(m), account(m, -4).__setitem__(slice(3, 5), [False, None])),
    ),
    "weights beyond their bytes": (stack, put(lambda m: content(m, -4)[3][0], 1, [BIG, BIG])),
    "more weights than bytes": (stack, lambda m: content(m, -4)[3].append(["<f4", [BIG]])),
    "weights without size": (stack, put(lambda m: content(m, -4)[3], 0, ["<U0", [BIG, 1]])),
    "states of a batch that did not come": (stateful, put(lambda m: account(m, -3), 4, {"": [BIG, 3, 2]})),
    "states that did not come": (stateful, _without_weights(-3)),
    "a call on constants": (graph, put(lambda m: calls(m)[3], 4, [1.0, 2.0])),
    "a layer called on constants": (graph, put(lambda m: calls(m)[1], 4, [["list", 1.0, 2.0]])),
    "a layer called on nothing": (graph, put(lambda m: calls(m)[1], 4, [])),
    "an operation that takes functions": (graph, put(lambda m: calls(m)[3], 1, "Map")),
    "an operation by a dotted name": (graph, put(lambda m: calls(m)[3], 1, "numpy.Add")),
    "an operation that is a function": (graph, put(lambda m: calls(m)[3], 1, "vectorize")),
    "a setting of an operation": (graph, put(lambda m: calls(m)[3], 3, {"axis": 1})),
    "a configuration as argument": (graph, put(lambda m: calls(m)[3][4], 1, CALLED)),
    "an argument of another kind": (graph, put(lambda m: calls(m)[3][4], 1, ["function", "eval"])),
    "an argument nested deeply": (
        graph,
        put(lambda m: calls(m)[3][4], 1, json.loads('["list",' * 30 + "1" + "]" * 30)),
    ),
    "a tensor from nowhere": (graph, put(lambda m: calls(m)[3][4], 0, ["tensor", 9, 0])),
    "a tensor that comes later": (graph, put(lambda m: calls(m)[1][4], 0, ["tensor", 2, 0])),
    "a constant as output": (graph, put(lambda m: account(m, -1)[2], 2, 1.0)),
    "no input": (graph, put(lambda m: account(m, -1)[2], 1, ["list"])),
    "a layer that the model does not have": (graph, put(lambda m: calls(m)[1], 0, 5)),
    "too many calls": (graph, _many_calls),
}
"""By what is wrong with it: an honest message, and the change."""
HONEST = {"a stack": stack, "states": stateful, "a graph": graph}


def _others() -> list[Message]:
    """Return further honest messages, as seeds for changes."""
    import keras

    layers = keras.layers
    inputs = keras.Input((3, 2), name="i")
    cell = layers.SimpleRNNCell(3, kernel_initializer=keras.initializers.RandomNormal(0.1, seed=3))
    inner = keras.Sequential([inputs, layers.Bidirectional(layers.GRU(2, return_sequences=True, dropout=0.1))])
    states, last = layers.RNN([cell, layers.LSTMCell(2)], return_state=True)(inner(inputs))[:2]
    return [
        message_of(keras.Model({"i": inputs}, [states, keras.ops.mean(last, axis=-1, keepdims=True)])),
        message_of([layers.RNN(cell), keras.Sequential([layers.TimeDistributed(layers.Dense(2)), layers.RNN(cell)])]),
        message_of(keras.Sequential([keras.Input((4,)), layers.Embedding(9, 3, mask_zero=True), layers.Conv1D(2, 2)])),
    ]


@dataclass
class _Watch:
    """Notes what a process does beyond computing."""

    seen: list[str] = field(default_factory=list)
    on: bool = False

    def __call__(self, event: str, args: tuple) -> None:
        writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
        if self.on and (writes or event in ACTIONS):
            self.seen.append(f"{event} {args[:1]}"[:200])


ACTIONS = {
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "socket.connect", "marshal.loads",
    "pickle.find_class", "os.remove", "os.rename", "os.mkdir", "ctypes.dlopen", "shutil.rmtree",
}  # fmt: skip
"""Audit events of Python that no message may cause."""


def verdicts() -> dict[str, list]:
    """For each message: the class or the error that it becomes, MB and seconds that this took, and actions."""
    watch = _watch()
    found: dict[str, list] = {}
    for make in HONEST.values():
        read(make())  # so that the first use of TensorFlow is not counted below
    for name, (make, change) in HOSTILE.items():
        message = make()
        change(message)
        found[name] = _verdict(message, watch)
    return found | {name: _verdict(make(), watch) for name, make in HONEST.items()}


def _watch() -> _Watch:
    """Start watching this process; compiling at the word of a message counts as an action."""
    import keras

    watch = _Watch()
    sys.addaudithook(watch)
    keras.Model.compile_from_config = lambda *_: watch.seen.append("compiled")  # type: ignore[method-assign]
    return watch


def _verdict(message: Message, watch: _Watch) -> list:
    from autograder.engine.bridge.errors import ProtocolError, ValueRefusedError

    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    watch.seen, watch.on = [], True
    try:
        result = type(read(message)).__name__
    except (ProtocolError, ValueRefusedError):
        result = "refused"
    finally:
        watch.on = False
    megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    return [result, megabytes, time.process_time() - start, watch.seen]


# --------------------------------------------------------------------------- changes at random


def fuzz(examples: int) -> dict[str, int]:
    """Read honest messages with changes at random; return how often each result came.

    Raises:
        AssertionError: a message became something else than a layer or a refusal, or did something beside.
    """
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    seeds = [make() for make in HONEST.values()] + _others()
    watch = _watch()
    for seed in seeds:
        read(copy.deepcopy(seed))
    results: Counter[str] = Counter()
    atoms = st.sampled_from(ODD) | st.none() | st.booleans() | st.integers(-5, 5) | st.floats() | st.text(max_size=5)
    values = st.recursive(
        atoms, lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text(max_size=5), parts)
    )

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=examples < 500,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def one(data: Any) -> None:
        message = copy.deepcopy(data.draw(st.sampled_from(seeds)))
        for _ in range(data.draw(st.integers(1, 3))):
            definition = data.draw(st.sampled_from(message["definitions"]))
            _change(definition if data.draw(st.integers(0, 9)) == 0 else _account_in(definition), data, values)
        try:
            result, megabytes, seconds, seen = _verdict(message, watch)
        except TypeError as error:
            assert "Expected" in str(error) or "argument" in str(error), error  # it is no message at all
            return
        assert megabytes < 100 and seconds < 5 and not seen, (megabytes, seconds, seen)
        results[result if result == "refused" else "read"] += 1

    one()
    return dict(results)


ODD = [
    "Lambda", "TFSMLayer", "Dense", "keras.config.set_epsilon", "r", "tensor", "tuple", "Map", "GetItem", "layer", "l",
    BIG, 2**62, -1, 10**40, CONFIG, CALLED, ["tensor", 0, 0], ["r", -1], ["function", "eval"],
    ["Constant", {"value": 1}], [None, 3, BIG], {"": [None, 3, BIG]}, {"units": BIG}, ["<f4", [BIG, BIG]], [],
]  # fmt: skip


def _account_in(definition: list) -> Any:
    """Return the account in a definition, or the whole definition if an earlier change has left none."""
    try:
        found = definition[2][0]
    except (LookupError, TypeError):
        return definition
    return found if isinstance(found, (list, dict)) else definition


def _change(tree: Any, data: Any, values: Any) -> None:
    """Replace, remove or double one part of a tree, at any depth."""
    from hypothesis import strategies as st

    while True:
        keys = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        if isinstance(tree[key], (list, dict)) and tree[key] and data.draw(st.integers(0, 9)):
            tree = tree[key]
            continue
        match data.draw(st.sampled_from(["replace", "replace", "replace", "remove", "double"])):
            case "replace":
                tree[key] = data.draw(values)
            case "remove":
                del tree[key]
            case "double" if isinstance(tree, list):
                tree.append(copy.deepcopy(tree[key]))
        return
