"""The registry of everything that crosses by value.

A *rule* turns a value without identity (a number, a tuple) into a tree and back. A *kind* does this for a mutable
object, which both processes share under one number. Libraries add their own, and load only when one of them is needed.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, Protocol

from autograder.engine.bridge.errors import ProtocolError

WORD = re.compile(r"[^\W\d]\w{0,99}\Z")
"""A Python name of at most 100 characters."""

Part = Callable[[Any], Any]
"""Turns a part of a value into its tree, or a part of a tree into its value."""
ToTree = Callable[[Any, Part], Any]
FromTree = Callable[[list, Part], Any]


class Codec(Protocol):
    """The part of the table of shared objects that a kind needs."""

    sign: int
    limit: int
    nodes: int

    def tree(self, value: Any, depth: int = 0) -> Any:
        """Return the JSON tree of a value."""

    def value(self, tree: Any, depth: int = 0) -> Any:
        """Return the value of a JSON tree."""


class Kind:
    """The way one kind of mutable object crosses: its content, and how a twin is made and kept up to date."""

    name = ""
    changes = True

    def takes(self, obj: Any, table: Codec) -> bool:
        """Return whether this object of a matching type crosses as this kind."""
        return True

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        """Return the current content of the object: a tree for JSON, and buffers.

        Raises:
            ValueRefusedError: The object is too large or contains something that cannot cross.
        """
        raise NotImplementedError

    def blank(self, meta: Any, buffers: list) -> Any:
        """Return a new object that `fill` will give its content.

        Raises:
            ProtocolError: The content does not fit this kind.
        """
        raise NotImplementedError

    def needs(self, meta: Any) -> Iterable[int]:
        """Return the numbers of the objects that this object is made of, which must exist before it."""
        return ()

    def create(self, meta: Any, buffers: list, table: Codec) -> Any:
        """Return a new object as `blank` does, made of other objects of the table if it `needs` them."""
        return self.blank(meta, buffers)

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        """Give the object this content; return False if only a new object can have it."""
        raise NotImplementedError


class Route(NamedTuple):
    """The way values of one type cross."""

    kind: Kind | None
    rule: ToTree | None


class _Loader(NamedTuple):
    load: Callable[[], object]
    names: frozenset[str]
    packages: frozenset[str]


TYPES: dict[str, Any] = {
    name: value
    for name, value in vars(builtins).items()
    if isinstance(value, type) and not name.startswith("_") and name != "type"
}
"""Types that cross by name. Libraries add theirs."""

_kinds: dict[str, Kind] = {}
_kind_tests: list[tuple[Callable[[type], bool], Kind]] = []
_to_tree: dict[type, ToTree] = {}
_from_tree: dict[str, FromTree] = {}
_loaders: list[_Loader] = []
_routes: dict[type, Route] = {}


def add_kind(matches: Callable[[type], bool], kind: Kind) -> None:
    """Make objects whose type `matches` cross as `kind`."""
    _kinds[kind.name] = kind
    _kind_tests.append((matches, kind))
    _routes.clear()


def add_rule(base: type | None, tag: str | None, to_tree: ToTree | None, from_tree: FromTree | None) -> None:
    """Let a type without identity cross.

    Args:
        base: the type. Its subclasses cross as this type too. None if the tag belongs to no other type.
        tag: the first item of its trees. None if the trees have the tag of another rule.
        to_tree: `to_tree(value, tree)` returns `[tag, ...]`.
        from_tree: `from_tree(parts, value)` returns the value of the items after the tag.
    """
    if base is not None and to_tree is not None:
        _to_tree[base] = to_tree
    if tag is not None and from_tree is not None:
        _from_tree[tag] = from_tree
    _routes.clear()


def add_loader(load: Callable[[], object], names: Iterable[str], packages: Iterable[str]) -> None:
    """Call `load` once, before the first value that needs it crosses.

    Args:
        load: registers kinds and rules, usually by importing a module.
        names: the tags and the names of kinds that it registers.
        packages: top-level packages whose objects need it.
    """
    _loaders.append(_Loader(load, frozenset(names), frozenset(packages)))
    _routes.clear()


def real_bases(cls: type) -> tuple[type, ...]:
    """Return a class and its bases, even if its metaclass claims something else."""
    return type.__dict__["__mro__"].__get__(cls)


def subclass_of(*bases: type) -> Callable[[type], bool]:
    """Return a test for `add_kind` that accepts these types and their subclasses."""
    return lambda cls: any(base in real_bases(cls) for base in bases)


def route_of(cls: type) -> Route:
    """Return how values of a type cross. Both parts are None if they do not cross."""
    if cls not in _routes:
        package = str(getattr(cls, "__module__", "")).partition(".")[0]
        _load(lambda loader: package in loader.packages)
        if len(_routes) > 5000:
            _routes.clear()
        kind = next((kind for matches, kind in _kind_tests if matches(cls)), None)
        bases = real_bases(cls)
        rule = _to_tree.get(cls) or next((rule for base, rule in reversed(_to_tree.items()) if base in bases), None)
        _routes[cls] = Route(kind, rule)
    return _routes[cls]


def kind_named(name: str) -> Kind:
    """Return the kind of this name.

    Raises:
        ProtocolError: No kind has this name.
    """
    if name not in _kinds:
        _load(lambda loader: name in loader.names)
    if name not in _kinds:
        raise ProtocolError(f"{name[:20]!r} is not a kind of object")
    return _kinds[name]


def reader_of(tag: str) -> FromTree | None:
    """Return the function that reads the trees with this tag, or None."""
    if tag not in _from_tree:
        _load(lambda loader: tag in loader.names)
    return _from_tree.get(tag)


def type_name(value: Any) -> str | None:
    """Return the name under which a type crosses, or None if it does not."""
    return next((name for name, known in TYPES.items() if known is value), None)


def _load(needed: Callable[[_Loader], bool]) -> None:
    for loader in [loader for loader in _loaders if needed(loader)]:
        _loaders.remove(loader)
        loader.load()
