"""The table of operations that one process can request on objects of the other, and proxies with these operations.

Some operations are *guarded*: they decide what a check finds instead of giving it plain values to judge, such as `==`
or `+`. A student could write an `==` that is always true. So a guarded operation is passed on only if the peer permits
it, and `docs/decisions/0012-operators.md` says when it does.
"""

from __future__ import annotations

import copy
import functools
import math
import operator
import re
import types
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

from autograder.engine.bridge.extended_types import plain_type_of
from autograder.engine.bridge.kinds import real_bases
from autograder.engine.bridge.messages import TEXT
from autograder.engine.bridge.proxies import RemoteObject, add_stand_ins, stand_ins_of


@dataclass(frozen=True)
class Operation:
    """An operation on an object of the other process.

    Attributes:
        name: the name in a request.
        dunder: the method that Python calls for it. Objects that have the method have the ability.
        perform: the function that does it, in the process that has the object.
        result_types: types that Python accepts as the result; empty if it accepts any type.
        method: the proxy's method, if it does more than pass on its arguments.
        refuse: for a guarded operation, the proxy's method if the peer does not permit it.
    """

    name: str
    dunder: str
    perform: Callable
    result_types: tuple[type, ...] = ()
    method: Callable | None = None
    refuse: Callable | None = None

    def proxy_method(self) -> Callable:
        """Return the proxy's method that requests this operation from the other process."""
        if self.method is not None:
            return self.method
        refuse = self.refuse

        def method(proxy: Any, *args: Any, **kwargs: Any) -> Any:
            if refuse is not None and not proxy._peer.permits(self.use(*args)):
                return self._judge_content(proxy, *args)
            result = proxy._peer.request(self.name, proxy._handle, *args, **kwargs)
            if self.result_types and type(result) not in self.result_types:
                raise TypeError(f"{self.dunder} of {type(proxy).__name__} returned {type(result).__name__}")
            return result

        return method

    def _judge_content(self, proxy: Any, *args: Any) -> Any:
        """Return the result without asking the other process, from the plain content of the object if it has any."""
        assert self.refuse is not None
        plain = plain_type_of(type(proxy))
        own = getattr(plain, self.dunder, None) if plain else None
        return self.refuse(proxy, *args) if own is None else own(proxy, *args)

    def use(self, *operands: Any) -> str:
        """Return the name of a use of this operation, which says whether the other operand is a plain value."""
        return self.name if all(isinstance(operand, RemoteObject) for operand in operands) else f"{self.name} plain"


def _ask_exit(proxy: Any, kind: Any = None, error: Any = None, frames: Any = None) -> bool:
    # a traceback stays in its process, and so does the message of a check
    told = AssertionError() if isinstance(error, AssertionError) else error
    swallows = bool(proxy._peer.request("exit", proxy._handle, told))
    return swallows and error is not None and proxy._peer.permits("exit")


def _exit(obj: Any, error: BaseException | None = None) -> Any:
    return obj.__exit__(None if error is None else type(error), error, None)


def _ask_instance(proxy: Any, instance: Any) -> bool:
    if not isinstance(instance, RemoteObject):
        return False
    return proxy._peer.request("instance", proxy._handle, instance) is True


def _ask_await(proxy: Any) -> Generator:
    return proxy._peer.request("await", proxy._handle)
    yield  # Python awaits a generator


def _await(obj: Any) -> Any:
    import asyncio  # not at the top, because few notebooks need it

    async def wait() -> Any:
        return await obj

    return asyncio.run(wait())


# --------------------------------------------------------------------------- what a proxy does without permission


def _not_implemented(proxy: Any, *_: Any) -> Any:
    return NotImplemented


def _no_number(proxy: Any, *_: Any) -> Any:
    raise TypeError(f"bad operand type for this operation: {type(proxy).__name__!r}")


def _truth(proxy: Any) -> bool:
    return len(proxy) != 0 if hasattr(type(proxy), "__len__") else True


def _contains_item(proxy: Any, value: Any) -> bool:
    return any(item is value or item == value for item in iter(proxy))


# --------------------------------------------------------------------------- the table

OPERATIONS: dict[str, Operation] = {}


def add_operation(operation: Operation) -> None:
    """Add an operation that proxies can request."""
    OPERATIONS[operation.name] = operation


for _operation in (
    Operation("call", "__call__", lambda obj, *args, **kwargs: obj(*args, **kwargs)),
    Operation("len", "__len__", lambda obj: len(obj), (int,)),
    Operation("item", "__getitem__", lambda obj, key: obj[key]),
    Operation("setitem", "__setitem__", lambda obj, key, value: obj.__setitem__(key, value)),
    Operation("delitem", "__delitem__", lambda obj, key: obj.__delitem__(key)),
    Operation("iter", "__iter__", lambda obj: iter(obj)),
    Operation("next", "__next__", lambda obj: next(obj)),
    Operation("reversed", "__reversed__", lambda obj: reversed(obj)),
    Operation("float", "__float__", lambda obj: float(obj), (float,)),
    Operation("int", "__int__", lambda obj: int(obj), (int,)),
    Operation("complex", "__complex__", lambda obj: complex(obj), (complex,)),
    Operation("index", "__index__", lambda obj: obj.__index__(), (int,)),
    Operation("enter", "__enter__", lambda obj: obj.__enter__()),
    Operation("exit", "__exit__", _exit, method=_ask_exit),
    Operation("await", "__await__", _await, method=_ask_await),
    Operation("instance", "__instancecheck__", lambda obj, other: isinstance(other, obj), method=_ask_instance),
    Operation("format", "__format__", lambda obj, form: format(obj, form)[:TEXT], (str,)),
    Operation("repr", "__repr__", lambda obj: repr(obj)[:TEXT], method=RemoteObject.__repr__),
    Operation("str", "__str__", lambda obj: str(obj)[:TEXT], method=RemoteObject.__str__),
    Operation("dir", "__dir__", lambda obj: [str(name) for name in dir(obj)], method=RemoteObject.__dir__),
    Operation("copy", "__copy__", copy.copy, method=RemoteObject.__copy__),
    Operation("deepcopy", "__deepcopy__", copy.deepcopy, method=RemoteObject.__deepcopy__),
    Operation("eq", "__eq__", operator.eq, refuse=lambda proxy, other: proxy is other),
    Operation("ne", "__ne__", operator.ne, refuse=lambda proxy, other: proxy is not other),
    Operation("hash", "__hash__", hash, (int,), refuse=object.__hash__),
    Operation("bool", "__bool__", bool, (bool,), refuse=_truth),
    Operation("contains", "__contains__", operator.contains, (bool,), refuse=_contains_item),
):
    add_operation(_operation)

for _name in ("lt", "le", "gt", "ge"):
    add_operation(Operation(_name, f"__{_name}__", getattr(operator, _name), refuse=_not_implemented))
_UNARY: dict[str, Callable] = {
    "neg": operator.neg, "pos": operator.pos, "invert": operator.invert, "abs": abs, "round": round,
    "floor": math.floor, "ceil": math.ceil, "trunc": math.trunc,
}  # fmt: skip
for _name, _function in _UNARY.items():
    add_operation(Operation(_name, f"__{_name}__", _function, refuse=_no_number))
_ARITHMETIC: dict[str, Callable] = {
    name: getattr(operator, name)
    for name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "xor")
} | {"and": operator.and_, "or": operator.or_, "divmod": divmod}


def _swapped(function: Callable) -> Callable:
    return lambda obj, other: function(other, obj)


for _name, _function in _ARITHMETIC.items():
    add_operation(Operation(_name, f"__{_name}__", _function, refuse=_not_implemented))
    add_operation(Operation(f"r{_name}", f"__r{_name}__", _swapped(_function), refuse=_not_implemented))
    if _name != "divmod":
        _in_place = getattr(operator, f"i{_name}")
        add_operation(Operation(f"i{_name}", f"__i{_name}__", _in_place, refuse=_not_implemented))

FUNCTIONS = (types.FunctionType, types.MethodType, types.BuiltinFunctionType)
PYTHON_TYPES: dict[str, type] = {
    "function": types.FunctionType,
    "method": types.MethodType,
    "builtin": types.BuiltinFunctionType,
    "generator": types.GeneratorType,
    "coroutine": types.CoroutineType,
    "match": re.Match,
    "pattern": re.Pattern,
    "partial": functools.partial,
    "map": map,
    "filter": filter,
    "zip": zip,
    "enumerate": enumerate,
}
"""Types of Python that the proxies for the student's objects count as."""
add_stand_ins(
    {name: lambda cls=cls: cls for name, cls in PYTHON_TYPES.items()},  # type: ignore[misc]
    lambda cls: next((name for name, known in PYTHON_TYPES.items() if known is cls), None),
)
EVERY_OBJECT_HAS = ("repr", "str", "dir", "copy", "deepcopy")


def is_guarded(name: str) -> bool:
    """Return whether an operation needs the permission of the peer."""
    return OPERATIONS[name].refuse is not None


def abilities_of(obj: Any) -> list[str]:
    """Return the names of the operations that an object allows, by the methods of its type."""
    cls = type(obj)
    if isinstance(obj, type):
        return ["call", "instance"]
    if cls in FUNCTIONS:
        return ["call", *stand_ins_of(cls)]
    return abilities_of_instances(cls)


def abilities_of_instances(cls: type, until: type = object) -> list[str]:
    """Return the names of the operations that the objects of a class allow, by its bases before `until`."""
    # not getattr, which would find the metaclass's `__call__`, so that every object would be callable
    methods: dict[str, Any] = {}
    bases = real_bases(cls)
    for base in reversed(bases[: bases.index(until)]):
        methods.update(vars(base))
    if "__missing__" in methods:
        methods.setdefault("__getitem__", dict.__getitem__)  # which asks `__missing__`
    names = [name for name in OPERATIONS if name not in EVERY_OBJECT_HAS]
    return [name for name in names if methods.get(OPERATIONS[name].dunder) is not None] + stand_ins_of(cls)
