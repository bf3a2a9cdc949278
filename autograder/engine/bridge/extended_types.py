"""Classes that extend a type of Python such as `list`. Their objects cross by value and keep their own methods.

In the checker process such an object is a real list, number or text with the plain content. Methods that the student's
class defines are requested from the other process. What it inherits works here, on the content.
"""

from __future__ import annotations

import collections
from typing import Any

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.bridge.function_facts import READABLE, read_fact
from autograder.engine.bridge.kinds import real_bases
from autograder.engine.bridge.proxies import RemoteObject, Requester, tie

MUTABLE: dict[str, type] = {"list": list, "dict": dict, "set": set, "deque": collections.deque}
EXTENDABLE: dict[str, type] = {
    **MUTABLE, "tuple": tuple, "int": int, "float": float, "complex": complex, "str": str, "bytes": bytes,
    "frozenset": frozenset,
}  # fmt: skip
"""The types whose subclasses keep their methods."""
_names = {base: name for name, base in EXTENDABLE.items()}


def extended_type(cls: type) -> type | None:
    """Return which of the types of Python a class extends, or None."""
    return next((base for base in real_bases(cls)[1:] if base in _names), None)


def name_of_extended(cls: type) -> str:
    """Return the name of the type that a class extends, or an empty text."""
    base = extended_type(cls)
    return _names[base] if base else ""


def plain_type_of(cls: type) -> type | None:
    """Return the type that a twin extends, or None for another class of remote objects."""
    return getattr(cls, "_plain_type", None)


def body_of_twin(name: str) -> tuple[type, dict[str, Any]]:
    """Return the type of this name, and the methods of a twin that extends it.

    Raises:
        ProtocolError: No such type can be extended.
    """
    if name not in EXTENDABLE:
        raise ProtocolError(f"no class extends {name[:20]!r}")
    return EXTENDABLE[name], {"_plain_type": EXTENDABLE[name], "__getattribute__": attribute_from_other_process}


def make_twin_object(cls: Any, content: Any, peer: Requester, handle: int, own_name: str) -> Any:
    """Return an object of a twin with this plain content.

    Raises:
        ProtocolError: The content does not belong to the class.
    """
    base: Any = plain_type_of(cls)
    if base is None or not isinstance(content, base) or isinstance(content, RemoteObject):
        raise ProtocolError("an object has a content of another type than its class")
    if base not in MUTABLE.values():
        return tie(base.__new__(cls, content), peer, handle, own_name)
    obj: Any = base.__new__(cls)
    more = (content.maxlen,) if isinstance(content, collections.deque) else ()
    base.__init__(obj, content, *more)
    return tie(obj, peer, handle, own_name)


def attribute_from_other_process(obj: Any, name: str) -> Any:
    """Return an attribute; the student's class may define a public one itself."""
    if name.startswith("_") and name not in READABLE:
        return object.__getattribute__(obj, name)
    return read_fact(name, obj._peer.request("get", obj._handle, name))
