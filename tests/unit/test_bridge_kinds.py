"""Libraries register kinds, rules and proxies with the bridge, which loads them only when they are needed."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from typing import Any

import pytest

from autograder.engine.bridge import kinds, scalars
from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.bridge.messages import Definition, Packed
from autograder.engine.bridge.operations import OPERATIONS, abilities_of
from autograder.engine.bridge.proxy_classes import proxy_class
from autograder.engine.bridge.shared_objects import ObjectTable
from autograder.engine.libraries import load_kinds

ADD_BOX = """
class Box:
    def __init__(self, content): self.content = content

class BoxKind(kinds.Kind):
    name = "box"
    def content(self, obj, table): return table.tree(obj.content), []
    def blank(self, meta, buffers): return Box(None)
    def fill(self, obj, meta, buffers, table):
        obj.content = table.value(meta)
        return True
"""


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A library of boxes that is loaded on demand, and how often it was."""
    for name in ("_kinds", "_from_tree", "_to_tree"):
        monkeypatch.setattr(kinds, name, dict(getattr(kinds, name)))
    for name in ("_kind_tests", "_loaders"):
        monkeypatch.setattr(kinds, name, list(getattr(kinds, name)))
    library: dict[str, Any] = {"kinds": kinds, "__name__": "boxes.inside", "loaded": 0}
    exec(ADD_BOX, library)

    def load() -> None:
        library["loaded"] += 1
        kinds.add_kind(kinds.subclass_of(library["Box"]), library["BoxKind"]())
        kinds.add_rule(None, "lid", None, lambda parts, value: ("lid", value(parts[0])))

    kinds.add_loader(load, names=("box", "lid"), packages=("boxes",))
    return library


def test_a_kind_is_loaded_when_an_object_of_its_package_is_sent(loads: dict[str, Any]) -> None:
    packed, buffers = ObjectTable(1).pack([1])
    assert loads["loaded"] == 0
    packed, buffers = ObjectTable(1).pack(loads["Box"](3))
    assert loads["loaded"] == 1
    assert ObjectTable(-1).unpack(packed, buffers).content == 3


def test_a_kind_and_a_tag_are_loaded_when_they_arrive_first(loads: dict[str, Any]) -> None:
    packed = Packed(["t", [["r", -1], ["lid", 4]]], [Definition(-1, "box", 3, 0)])
    box, lid = ObjectTable(1).unpack(packed, [])
    assert (box.content, lid, loads["loaded"]) == (3, ("lid", 4), 1)


def test_nothing_is_loaded_for_a_name_that_no_library_has(loads: dict[str, Any]) -> None:
    for packed in (Packed(["boxes"], []), Packed(None, [Definition(-1, "boxes", 3, 0)])):
        with pytest.raises(ProtocolError):
            ObjectTable(1).unpack(packed, [])
    assert loads["loaded"] == 0


def test_an_object_has_the_abilities_of_its_type_not_of_its_metaclass() -> None:
    class Plain:
        pass

    class Callable(Plain):
        def __call__(self) -> None: ...

        def __iter__(self) -> None: ...

        __len__ = None

    assert abilities_of(Plain()) == [] and abilities_of(Callable()) == ["call", "iter"]
    assert abilities_of(Plain) == ["call", "instance"] and abilities_of(len) == ["call", "builtin"]


def test_every_operation_gives_a_proxy_its_method() -> None:
    cls = proxy_class("Box", tuple(OPERATIONS))
    assert all(operation.dunder in vars(cls) for operation in OPERATIONS.values())
    with pytest.raises(ProtocolError, match="unknown ability"):
        proxy_class("Box", ("call", "fly"))


def test_the_bridge_imports_no_library() -> None:
    code = (
        "import sys, autograder.engine.bridge.peer\n"
        "print(*{'numpy', 'keras', 'tensorflow', 'IPython', 'nbformat'}.intersection(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert result.stdout == "\n"


@pytest.mark.parametrize(
    ("kind", "content", "buffers"),
    [
        ("a", ["|S0", [2**28], "C", True], [b""]),
        ("a", ["<U0", [2**20, 2**6], "C", True], [b""]),
        (
            "rng",
            ["MT19937", {"bit_generator": "MT19937", "state": {"key": ["a", "<U99999", [""] * 624], "pos": 0}}],
            [],
        ),
    ],
)
def test_no_value_takes_more_memory_than_its_bytes(kind: str, content: list, buffers: list) -> None:
    load_kinds()
    tracemalloc.start()
    try:
        with pytest.raises(ProtocolError):
            ObjectTable(1).unpack(Packed(["r", -1], [Definition(-1, kind, content, len(buffers))]), buffers)
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


def test_the_classes_of_named_tuples_do_not_pile_up() -> None:
    table = ObjectTable(1)
    for k in range(3 * scalars.NAMED_TUPLES):
        assert table.value(["N", f"T{k}", ["a"], [k]])._fields == ("a",)
    assert len(scalars._named_tuples) <= scalars.NAMED_TUPLES
