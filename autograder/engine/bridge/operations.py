"""The table of operations that one process can request on objects of the other, and proxies with these operations."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.bridge.kinds import WORD, real_bases
from autograder.engine.bridge.messages import TEXT
from autograder.engine.bridge.proxies import Proxy, stand_in, stand_ins_of


@dataclass(frozen=True)
class Operation:
    """An operation on an object of the other process.

    Attributes:
        name: the name in a request.
        dunder: the method that Python calls for it. Objects that have the method have the ability.
        perform: the function that does it, in the process that has the object.
        result_types: types that Python accepts as the result; empty if it accepts any type.
        method: the proxy's method, if it does more than pass on its arguments.
    """

    name: str
    dunder: str
    perform: Callable
    result_types: tuple[type, ...] = ()
    method: Callable | None = None

    def proxy_method(self) -> Callable:
        """Return the proxy's method that requests this operation from the other process."""
        if self.method is not None:
            return self.method

        def method(proxy: Any, *args: Any, **kwargs: Any) -> Any:
            result = proxy._peer.request(self.name, proxy._handle, *args, **kwargs)
            if self.result_types and type(result) not in self.result_types:
                raise TypeError(f"{self.dunder} of {type(proxy).__name__} returned {type(result).__name__}")
            return result

        return method


def _ask_exit(proxy: Any, *error: Any) -> Any:
    return proxy._peer.request("exit", proxy._handle)  # a traceback stays in its process


def _ask_instance(proxy: Any, instance: Any) -> bool:
    if not isinstance(instance, Proxy):
        return False
    return proxy._peer.request("instance", proxy._handle, instance) is True


OPERATIONS: dict[str, Operation] = {}
_proxy_classes: dict[tuple, type[Proxy]] = {}


def add_operation(operation: Operation) -> None:
    """Add an operation that proxies can request."""
    OPERATIONS[operation.name] = operation


for _operation in (
    Operation("call", "__call__", lambda obj, *args, **kwargs: obj(*args, **kwargs)),
    Operation("len", "__len__", lambda obj: len(obj), (int,)),
    Operation("item", "__getitem__", lambda obj, key: obj[key]),
    Operation("setitem", "__setitem__", lambda obj, key, value: obj.__setitem__(key, value)),
    Operation("iter", "__iter__", lambda obj: iter(obj)),
    Operation("next", "__next__", lambda obj: next(obj)),
    Operation("float", "__float__", lambda obj: float(obj), (float,)),
    Operation("int", "__int__", lambda obj: int(obj), (int,)),
    Operation("index", "__index__", lambda obj: obj.__index__(), (int,)),
    Operation("enter", "__enter__", lambda obj: obj.__enter__()),
    Operation("exit", "__exit__", lambda obj: obj.__exit__(None, None, None), method=_ask_exit),
    Operation("instance", "__instancecheck__", lambda obj, other: isinstance(other, obj), method=_ask_instance),
    Operation("repr", "__repr__", lambda obj: repr(obj)[:TEXT], method=Proxy.__repr__),
    Operation("str", "__str__", lambda obj: str(obj)[:TEXT], method=Proxy.__str__),
):
    add_operation(_operation)

FUNCTIONS = (types.FunctionType, types.MethodType, types.BuiltinFunctionType)
EVERY_OBJECT_HAS = ("repr", "str")


def abilities_of(obj: Any) -> list[str]:
    """Return the names of the operations that an object allows, by the methods of its type."""
    cls = type(obj)
    if isinstance(obj, type):
        return ["call", "instance"]
    if cls in FUNCTIONS:
        return ["call"]
    names = [name for name, operation in OPERATIONS.items() if name not in EVERY_OBJECT_HAS]
    return [name for name in names if _has_method(cls, OPERATIONS[name].dunder)] + stand_ins_of(cls)


def _has_method(cls: type, name: str) -> bool:
    # not getattr, which would find the metaclass's `__call__`, so that every object would be callable
    return next((vars(base)[name] for base in real_bases(cls) if name in vars(base)), None) is not None


def proxy_class(name: str, abilities: tuple[str, ...]) -> type[Proxy]:
    """Return the class of the proxies for objects of a class `name` that have these abilities.

    Raises:
        ProtocolError: There is no such ability.
    """
    if (name, abilities) not in _proxy_classes:
        space: dict[str, Any] = {}
        for ability in abilities:
            if ability in OPERATIONS:
                space[OPERATIONS[ability].dunder] = OPERATIONS[ability].proxy_method()
            elif (load := stand_in(ability)) is not None:
                space["__class__"] = _counts_as(load())
            else:
                raise ProtocolError(f"an object has the unknown ability {ability[:20]!r}")
        if len(_proxy_classes) > 2000:
            _proxy_classes.clear()
        _proxy_classes[name, abilities] = type(name if WORD.match(name) else "object", (Proxy,), space)
    return _proxy_classes[name, abilities]


def _counts_as(cls: type) -> property:
    return property(lambda proxy: cls)
