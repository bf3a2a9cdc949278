"""Proxies for objects of the other process, which are used remotely."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from autograder.engine.bridge.function_facts import READABLE, read_fact


class Requester(Protocol):
    """The part of a peer that proxies need."""

    def request(self, operation: str, handle: int | None, *args: Any, **kwargs: Any) -> Any:
        """Return the result of an operation on an object of the other process."""

    def permits(self, use: str) -> bool:
        """Return whether the methods of an object may decide the result of a guarded operation."""


class RemoteObject:
    """An object of the other process, which does there what it is asked to do here."""

    __slots__ = ()
    _peer: Requester
    _handle: int
    _own_name: str

    def __getattr__(self, name: str) -> Any:
        if name == "__name__" and self._own_name:
            return self._own_name
        if name.startswith("_") and name not in READABLE:
            raise AttributeError(name)
        return read_fact(name, self._peer.request("get", self._handle, name))

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            raise AttributeError(name)
        self._peer.request("set", self._handle, name, value)

    def __delattr__(self, name: str) -> None:
        if name.startswith("_"):
            raise AttributeError(name)
        self._peer.request("del", self._handle, name)

    def __repr__(self) -> str:
        return str(self._peer.request("repr", self._handle))

    def __str__(self) -> str:
        return str(self._peer.request("str", self._handle))

    def __dir__(self) -> Any:
        return self._peer.request("dir", self._handle)

    def __copy__(self) -> Any:
        return self._peer.request("copy", self._handle)

    def __deepcopy__(self, memo: object) -> Any:
        return self._peer.request("deepcopy", self._handle)


_Remote = TypeVar("_Remote", bound=RemoteObject)


class Proxy(RemoteObject):
    """An object of which nothing is here. `proxy_classes` makes subclasses with the methods that it has there."""

    __slots__ = ("__weakref__", "_handle", "_own_name", "_peer")

    def __init__(self, *_: Any, **__: Any) -> None:
        raise TypeError("an object of the other process cannot be made here")

    def __eq__(self, other: object) -> bool:
        return self is other  # unless the peer permits the object's own method

    def __hash__(self) -> int:
        return object.__hash__(self)


def make_proxy(cls: type[Proxy], peer: Requester, handle: int, own_name: str) -> Proxy:
    """Return a proxy for the object that has this handle in the other process."""
    return tie(object.__new__(cls), peer, handle, own_name)


def tie(obj: _Remote, peer: Requester, handle: int, own_name: str) -> _Remote:
    """Make a new object here stand for the object that has this handle in the other process, and return it."""
    for name, value in (("_peer", peer), ("_handle", handle), ("_own_name", own_name)):
        object.__setattr__(obj, name, value)
    return obj


# --------------------------------------------------------------------------- what isinstance returns for a proxy

_stand_ins: dict[str, Callable[[], type]] = {}
_stand_in_names: list[Callable[[type], str | None]] = []


def add_stand_ins(classes: Mapping[str, Callable[[], type]], name_of: Callable[[type], str | None]) -> None:
    """Make proxies count as instances of a library's classes, for `isinstance`.

    Args:
        classes: name that crosses → a function that imports and returns the class.
        name_of: returns the name for the type of an object here, or None.
    """
    _stand_ins.update(classes)
    _stand_in_names.append(name_of)


def stand_in(name: str) -> Callable[[], type] | None:
    """Return the function that imports the class of this name, or None."""
    return _stand_ins.get(name)


def stand_ins_of(cls: type) -> list[str]:
    """Return the names of the classes that proxies for objects of this type count as."""
    return [name for name_of in _stand_in_names if (name := name_of(cls)) is not None]
