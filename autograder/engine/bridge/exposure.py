"""What the other process may do with the objects of this one."""

from __future__ import annotations

import random
import types
from typing import Any

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.bridge.operations import OPERATIONS

USABLE_TYPES: set[type] = {random.Random}
"""Types whose attributes the student's code may use remotely. Libraries add theirs."""
HIDDEN_TYPES = (types.ModuleType, types.FrameType, types.CodeType, types.TracebackType)


class Exposure:
    """The policy of the student's process: everything that a reader of the notebook could do is allowed."""

    def perform(self, operation: str, obj: Any, args: tuple, kwargs: dict) -> Any:
        """Return the result of an operation on one of our objects.

        Raises:
            ProtocolError: There is no such operation.
            Exception: Whatever the operation raises.
        """
        if operation == "get":
            return self.attribute(obj, str(args[0]))
        if operation == "set":
            return self.set_attribute(obj, str(args[0]), args[1])
        if operation not in OPERATIONS:
            raise ProtocolError(f"there is no operation {operation[:20]!r}")
        return OPERATIONS[operation].perform(obj, *args, **kwargs)

    def attribute(self, obj: Any, name: str) -> Any:
        """Return a public attribute."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(obj, name)

    def set_attribute(self, obj: Any, name: str, value: Any) -> None:
        """Set a public attribute."""
        if name.startswith("_"):
            raise AttributeError(name)
        setattr(obj, name, value)

    def may_show(self, obj: Any) -> bool:
        """Return whether the other process may have a handle for this object."""
        return True


class GuardedExposure(Exposure):
    """The policy of the checker process: only functions and objects of the checks' classes can be used."""

    def __init__(self, namespace: dict) -> None:
        self.namespace = namespace

    def attribute(self, obj: Any, name: str) -> Any:
        """Return a public attribute of an object of `USABLE_TYPES` or of a class that the notebook itself defines."""
        if name.startswith("_") or not (self._is_ours(type(obj)) or type(obj) in USABLE_TYPES):
            raise AttributeError(f"{type(obj).__name__!r} object has no attribute {name!r}")
        value = getattr(obj, name)
        if isinstance(value, types.ModuleType):
            raise AttributeError(name)
        return value

    def set_attribute(self, obj: Any, name: str, value: Any) -> None:
        """Set a public attribute of an object of a class that the notebook itself defines."""
        if name.startswith("_") or not self._is_ours(type(obj)) or name in vars(type(obj)):
            raise AttributeError(f"{type(obj).__name__!r} object attribute {name!r} is read-only")
        setattr(obj, name, value)

    def may_show(self, obj: Any) -> bool:
        """Return whether an object may be exposed. Frames, modules and code may not."""
        return not isinstance(obj, HIDDEN_TYPES)

    def _is_ours(self, cls: type) -> bool:
        return cls.__module__ == self.namespace.get("__name__") and not isinstance(cls, types.FunctionType)
