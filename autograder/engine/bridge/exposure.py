"""What the other process may do with the objects of this one."""

from __future__ import annotations

import random
import types
from typing import Any

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.bridge.function_facts import READABLE, fact_about
from autograder.engine.bridge.operations import OPERATIONS, PYTHON_TYPES, abilities_of, is_guarded

USABLE_TYPES: set[type] = {random.Random}
"""Types whose attributes the student's code may use remotely. Libraries add theirs."""
CLOSED = ("await", "complex", "copy", "deepcopy", "delitem", "dir", "format", "reversed")
"""Operations that the student's code may use only on objects of the checks' own classes, besides guarded ones."""
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
        if operation == "del":
            return self.delete_attribute(obj, str(args[0]))
        if operation not in OPERATIONS:
            raise ProtocolError(f"there is no operation {operation[:20]!r}")
        return OPERATIONS[operation].perform(obj, *args, **kwargs)

    def attribute(self, obj: Any, name: str) -> Any:
        """Return a public attribute, or one of those that a check may ask about."""
        if name in READABLE:
            return fact_about(obj, name)
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(obj, name)

    def set_attribute(self, obj: Any, name: str, value: Any) -> None:
        """Set a public attribute."""
        if name.startswith("_"):
            raise AttributeError(name)
        setattr(obj, name, value)

    def delete_attribute(self, obj: Any, name: str) -> None:
        """Delete a public attribute."""
        if name.startswith("_"):
            raise AttributeError(name)
        delattr(obj, name)

    def may_show(self, obj: Any) -> bool:
        """Return whether the other process may have a handle for this object."""
        return True

    def abilities(self, obj: Any) -> list[str]:
        """Return what the other process may do with this object."""
        return abilities_of(obj)


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

    def delete_attribute(self, obj: Any, name: str) -> None:
        """Refuse to delete an attribute."""
        raise AttributeError(f"{type(obj).__name__!r} object attribute {name!r} is read-only")

    def perform(self, operation: str, obj: Any, args: tuple, kwargs: dict) -> Any:
        """Return the result of an operation; some are only for objects of a class that the notebook itself defines.

        Raises as `Exposure.perform` does.
        """
        if self._is_closed(operation) and not self._is_ours(type(obj)):
            raise TypeError(f"{type(obj).__name__!r} object does not allow this")
        return super().perform(operation, obj, args, kwargs)

    def abilities(self, obj: Any) -> list[str]:
        """Return what the student's code may do with an object of the checks."""
        names = [name for name in abilities_of(obj) if name not in PYTHON_TYPES]
        return names if self._is_ours(type(obj)) else [name for name in names if not self._is_closed(name)]

    @staticmethod
    def _is_closed(operation: str) -> bool:
        return operation in OPERATIONS and (is_guarded(operation) or operation in CLOSED)

    def may_show(self, obj: Any) -> bool:
        """Return whether an object may be exposed. Frames, modules and code may not."""
        return not isinstance(obj, HIDDEN_TYPES)

    def _is_ours(self, cls: type) -> bool:
        return cls.__module__ == self.namespace.get("__name__") and not isinstance(cls, types.FunctionType)
