"""Kinds for Python's mutable containers."""

from __future__ import annotations

import collections
import json
from typing import Any

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.bridge.kinds import Codec, Kind, add_kind, subclass_of
from autograder.engine.bridge.scalars import PLAIN, whole_number

_maxlen = vars(collections.deque)["maxlen"].__get__


def _items(meta: Any) -> list:
    if type(meta) is not list:
        raise ProtocolError("the content of a container is not a list")
    return meta


class _List(Kind):
    name = "l"

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        items = list.__getitem__(obj, slice(None))
        if set(map(type, items)) <= set(PLAIN):
            table.nodes += len(items)
            return items, []
        return [table.tree(item) for item in items], []

    def blank(self, meta: Any, buffers: list) -> Any:
        return []

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        list.__setitem__(obj, slice(None), [table.value(item) for item in _items(meta)])
        return True


class _Dict(Kind):
    name = "d"

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        return [[table.tree(key), table.tree(value)] for key, value in list(dict.items(obj))], []

    def blank(self, meta: Any, buffers: list) -> Any:
        return {}

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        new = {table.value(key): table.value(value) for key, value in _items(meta)}
        dict.clear(obj)
        dict.update(obj, new)
        return True


class _OrderedDict(_Dict):
    name = "od"

    def blank(self, meta: Any, buffers: list) -> Any:
        return collections.OrderedDict()

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        new = {table.value(key): table.value(value) for key, value in _items(meta)}
        obj.clear()
        obj.update(new)
        return True


class _Counter(_Dict):
    name = "dc"

    def blank(self, meta: Any, buffers: list) -> Any:
        return collections.Counter()


class _DefaultDict(_Dict):
    name = "dd"

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        return [table.tree(obj.default_factory), super().content(obj, table)[0]], []

    def blank(self, meta: Any, buffers: list) -> Any:
        return collections.defaultdict()

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        factory = table.value(meta[0])
        super().fill(obj, meta[1], buffers, table)
        obj.default_factory = factory
        return True


class _Set(Kind):
    name = "s"

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        # in a fixed order, so that an unchanged set has unchanged content
        return sorted((table.tree(item) for item in set.__iter__(obj)), key=json.dumps), []

    def blank(self, meta: Any, buffers: list) -> Any:
        return set()

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        new = [table.value(item) for item in _items(meta)]
        set.clear(obj)
        set.update(obj, new)
        return True


class _ByteArray(Kind):
    name = "B"

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        return None, [bytes(obj)]

    def blank(self, meta: Any, buffers: list) -> Any:
        return bytearray()

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        obj[:] = buffers[0]
        return True


class _Deque(Kind):
    name = "q"

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        # not obj.maxlen, which would ask for the attribute of a subclass
        return [_maxlen(obj), [table.tree(item) for item in collections.deque.__iter__(obj)]], []

    def blank(self, meta: Any, buffers: list) -> Any:
        return collections.deque(maxlen=None if meta[0] is None else whole_number(meta[0], 10_000))

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        new = [table.value(item) for item in _items(meta[1])]
        collections.deque.clear(obj)
        collections.deque.extend(obj, new)
        return True


add_kind(subclass_of(list), _List())
# not their subclasses, which a student may have written: those count as the plain dict in them
add_kind(lambda cls: cls is collections.OrderedDict, _OrderedDict())
add_kind(lambda cls: cls is collections.Counter, _Counter())
add_kind(lambda cls: cls is collections.defaultdict, _DefaultDict())
add_kind(subclass_of(dict), _Dict())
add_kind(subclass_of(set), _Set())
add_kind(subclass_of(bytearray), _ByteArray())
add_kind(subclass_of(collections.deque), _Deque())
