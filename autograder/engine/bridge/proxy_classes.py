"""Classes of proxies. A class that the student wrote has a twin: a real class here, for `isinstance` and `except`."""

from __future__ import annotations

import abc
from collections.abc import Iterable
from typing import Any

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.bridge.extended_types import attribute_from_other_process, body_of_twin
from autograder.engine.bridge.function_facts import READABLE, read_fact
from autograder.engine.bridge.kinds import WORD
from autograder.engine.bridge.operations import OPERATIONS
from autograder.engine.bridge.proxies import Proxy, RemoteObject, Requester, stand_in

_proxy_classes: dict[tuple, type[Proxy]] = {}


def proxy_class(name: str, abilities: tuple[str, ...]) -> type[Proxy]:
    """Return the class of the proxies for objects of a class `name` that have these abilities.

    Raises:
        ProtocolError: There is no such ability.
    """
    if (name, abilities) not in _proxy_classes:
        space = _methods(abilities)
        if len(_proxy_classes) > 2000:
            _proxy_classes.clear()
        _proxy_classes[name, abilities] = type(_word(name), (Proxy,), space)
    return _proxy_classes[name, abilities]


def _word(name: str) -> str:
    return name if WORD.match(name) else "object"


def _methods(abilities: Iterable[str]) -> dict[str, Any]:
    """Return the body of a class of proxies."""
    space: dict[str, Any] = {name: _asked(name) for name in ("__annotations__", "__dict__", "__doc__")}
    space["__slots__"] = ()
    for ability in abilities:
        if ability in OPERATIONS:
            space[OPERATIONS[ability].dunder] = OPERATIONS[ability].proxy_method()
        elif (load := stand_in(ability)) is not None:
            space["__class__"] = _counts_as(load())
        else:
            raise ProtocolError(f"an object has the unknown ability {ability[:20]!r}")
    if "__eq__" in space:
        space.setdefault("__hash__", Proxy.__hash__)  # otherwise Python would leave it out
    return space


def _asked(name: str) -> property:
    """Return an attribute that every class has, so that `__getattr__` would not be asked."""
    return property(lambda proxy: proxy._peer.request("get", proxy._handle, name))


def _counts_as(cls: type) -> property:
    return property(lambda proxy: cls)


# --------------------------------------------------------------------------- twins of the student's classes


class TwinMeta(type):
    """The type of the twins. Calling a twin makes an object in the other process."""

    _class_peer: Requester
    _class_handle: int

    def __new__(meta, name: str, bases: tuple, space: dict[str, Any]) -> TwinMeta:
        """Make a twin, but no class that extends one."""
        if "_class_handle" not in space:
            raise TypeError(f"a class of the check cannot extend {name!r}'s base class, which is in another process")
        return super().__new__(meta, name, bases, space)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """Make an object in the other process."""
        return cls._class_peer.request("call", cls._class_handle, *args, **kwargs)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("_") and name not in READABLE:
            raise AttributeError(name)
        return read_fact(name, cls._class_peer.request("get", cls._class_handle, name))

    def __setattr__(cls, name: str, value: Any) -> None:
        if name.startswith("_"):
            raise AttributeError(name)
        cls._class_peer.request("set", cls._class_handle, name, value)

    def __dir__(cls) -> Any:
        return cls._class_peer.request("dir", cls._class_handle)

    def __iter__(cls) -> Any:
        return cls._class_peer.request("iter", cls._class_handle)

    def __len__(cls) -> int:
        return int(cls._class_peer.request("len", cls._class_handle))

    def __getitem__(cls, key: Any) -> Any:
        return cls._class_peer.request("item", cls._class_handle, key)

    def __bool__(cls) -> bool:
        return True

    def __repr__(cls) -> str:
        return str(cls._class_peer.request("repr", cls._class_handle))

    @property
    def __doc__(cls) -> Any:  # type: ignore[override]
        """Return the docstring of the student's class."""
        return cls._class_peer.request("get", cls._class_handle, "__doc__")


def twin_class(
    name: str, handle: int, peer: Requester, bases: list[type], error: type | None, abilities: list[str], extends: str
) -> type:
    """Return the twin of a class of the other process.

    Args:
        name: its name.
        handle: its handle.
        peer: the peer to ask.
        bases: the twins of its bases.
        error: the nearest built-in error among its bases, if its objects are errors.
        abilities: what its objects can do.
        extends: the name of the type of Python that it extends, or an empty text.

    Raises:
        ProtocolError: A base is no twin, or an ability or the type is unknown.
        TypeError: No class has these bases.
    """
    if not all(isinstance(base, TwinMeta) for base in bases):
        raise ProtocolError("a base of a class is not a class")
    space: dict[str, Any] = {"_class_peer": peer, "_class_handle": handle, "__module__": "__main__"}
    if extends:
        plain, body = body_of_twin(extends)
        space |= _methods(abilities) | body
        del space["__slots__"]  # each object has its handle
        parents = tuple(base for base in bases if issubclass(base, plain)) or (RemoteObject, plain)
        return TwinMeta(_word(name), parents, space)
    root = Proxy if error is None else BaseException
    parents = tuple(base for base in bases if issubclass(base, root)) or (error or Proxy,)
    return TwinMeta(_word(name), parents, (error_methods() if error else _methods(abilities)) | space)


def twin_of_given(twin: Any, given: type) -> Any:
    """Return the twin as a subclass of the class with which a given cell has defined the same name here.

    So `isinstance` and `except` find objects of the given class, and of the student's classes that extend it. If no
    class can extend both, the twin stays as it is.
    """
    space = {name: value for name, value in vars(twin).items() if name not in ("__weakref__", "__dict__")}
    if isinstance(given, abc.ABCMeta):
        given.register(twin)
        return twin
    if "__slots__" in space:
        space |= {"__getattribute__": attribute_from_other_process}  # not what it would inherit here
    try:
        bases = [base for base in twin.__bases__ if not issubclass(given, base)]
        return TwinMeta(twin.__name__, (*bases, given), space)
    except TypeError:
        return twin


def error_methods() -> dict[str, Any]:
    """Return the body of a class of errors whose text was made in the other process."""
    return {"__init__": _keep_arguments, "__str__": lambda self: self._text, "_text": ""}


def _keep_arguments(self: BaseException, *args: Any) -> None:
    BaseException.__init__(self, *args)
