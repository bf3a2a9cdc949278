"""The table of mutable objects that two processes share during one check, each under one number in both.

What crosses is JSON and raw buffers, never a pickle. It is read strictly, because one process may be hostile.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from autograder.engine.bridge.errors import BridgeError, ProtocolError, ValueRefusedError
from autograder.engine.bridge.framing import DATA_LIMIT
from autograder.engine.bridge.kinds import Kind, kind_named, reader_of, route_of
from autograder.engine.bridge.messages import Definition, Packed, encode
from autograder.engine.bridge.scalars import PLAIN, number_tree

DEPTH = 40
"""Limit on tuples within tuples. Lists and dicts may nest without limit."""
OBJECTS = 50_000
"""Limit on lists, dicts, arrays and so on that are shared during one check."""
HELD = 512 * 2**20
"""Limit on the buffers of all objects that the other process shares at one time, in bytes."""
NODES = 4_000_000
"""Limit on single values in one message."""


class Arrival(NamedTuple):
    """The content of an object in a message, its buffers and its kind."""

    definition: Definition
    parts: list
    kind: Kind


class ObjectTable:
    """The objects that this process shares with the other one.

    `pack` turns a value into a part of a message and adds every object that has changed since the last message. So a
    change in place reaches the other process, and two references to one object still refer to one object there.

    Args:
        sign: +1 in one process and -1 in the other, so that they give new objects different numbers.
        limit: the limit on the buffers of one message, in bytes.
    """

    def __init__(self, sign: int, limit: int = DATA_LIMIT) -> None:
        self.sign = sign
        self.limit = limit
        self.objects: dict[int, Any] = {}
        self.numbers: dict[int, int] = {}
        self.digests: dict[int, bytes] = {}
        self.sizes: dict[int, int] = {}  # bytes of the objects that have arrived
        self.last_number = 0
        self.nodes = 0
        self._queue: list[int] = []
        self._queued: set[int] = set()

    # -- out

    def pack(self, value: Any) -> tuple[Packed, list]:
        """Return the part of a message for `value`, and its buffers.

        Raises:
            ValueRefusedError: Something in it cannot cross.
        """
        self._queue, self._queued, self.nodes = [], set(), 0
        tree = self.tree(value)
        for number in self.digests:
            self._reference(number)
        definitions: list[Definition] = []
        buffers: list = []
        digests: dict[int, bytes] = {}
        size = 0
        for number in self._queue:  # the queue grows meanwhile, because content() adds objects to it
            kind = self._kind_of(self.objects[number])
            assert kind is not None
            if number in self.digests and not kind.changes:
                continue
            meta, parts = kind.content(self.objects[number], self)
            digest = _digest(kind.name, meta, parts)
            if self.digests.get(number) == digest:
                continue
            size += sum(len(part) for part in parts)
            if size > self.limit:
                raise ValueRefusedError(f"the data take {_size(size)}; at most {_size(self.limit)} can be judged")
            digests[number] = digest
            definitions.append(Definition(number, kind.name, meta, len(parts)))
            buffers += parts
        self.digests.update(digests)
        return Packed(tree, definitions), buffers

    def tree(self, value: Any, depth: int = 0) -> Any:
        """Return the JSON tree of a value; it refers to mutable objects by number and queues them for `pack`.

        Raises:
            ValueRefusedError: The value cannot cross.
        """
        self.nodes += 1
        if self.nodes > NODES:
            raise ValueRefusedError(f"it holds more than {NODES:,} values")
        cls = type(value)
        if cls in PLAIN:
            return value
        if cls is int or cls is float:
            return number_tree(value)
        if depth > DEPTH:
            raise ValueRefusedError(f"it is nested deeper than {DEPTH} levels")
        if self.is_remote(cls):
            return self.other_tree(value)
        if id(value) in self.numbers:
            return self._reference(self.numbers[id(value)])
        kind, rule = route_of(cls)
        if kind is not None and kind.takes(value, self):
            return self._reference(self._new_number(value))
        if rule is not None:
            return rule(value, lambda part: self.tree(part, depth + 1))
        return self.other_tree(value)

    def has_news(self) -> bool:
        """Return whether a shared object has changed since the last message."""
        for number, digest in list(self.digests.items()):
            kind = self._kind_of(self.objects[number])
            if kind is not None and kind.changes:
                meta, parts = kind.content(self.objects[number], self)
                if _digest(kind.name, meta, parts) != digest:
                    return True
        return False

    def is_remote(self, cls: type) -> bool:
        """Return whether objects of a type are used remotely although they would also cross by value."""
        return False

    def content_tree(self, value: Any, base: type) -> Any:
        """Return the tree of the plain content of a value whose class extends the type `base`."""
        kind, rule = route_of(base)
        if kind is not None:
            return self._reference(self.numbers.get(id(value)) or self._new_number(value))
        assert rule is not None
        return rule(value, self.tree)

    def stand_for(self, tree: Any, make: Callable[[Any], Any]) -> Any:
        """Return the object that `make` makes from the content with this tree; changes reach it from now on.

        Raises:
            ProtocolError: The content does not come from the other process.
        """
        content = self.value(tree)
        obj = make(content)
        if type(tree) is list and tree[0] == "r":
            if tree[1] * self.sign > 0:
                raise ProtocolError("an object has the content of another one")
            self._adopt(tree[1], obj)
        return obj

    def other_tree(self, value: Any) -> Any:
        """Return the tree of a value that is not plain data."""
        raise ValueRefusedError(f"it is {type(value).__name__}, which is not plain data")

    def _new_number(self, obj: Any) -> int:
        if len(self.objects) >= OBJECTS:
            raise ValueRefusedError(f"it holds more than {OBJECTS:,} lists, dicts or arrays")
        self.last_number += self.sign
        self.objects[self.last_number] = obj
        self.numbers[id(obj)] = self.last_number
        return self.last_number

    def _reference(self, number: int) -> list:
        if number not in self._queued:
            self._queued.add(number)
            self._queue.append(number)
        return ["r", number]

    @staticmethod
    def _kind_of(obj: Any) -> Kind | None:
        return route_of(type(obj)).kind

    # -- in

    def unpack(self, packed: Packed, buffers: list) -> Any:
        """Return the value of a part of a message that the other process packed.

        Raises:
            ProtocolError: The value cannot be rebuilt, or breaks a limit.
        """
        self._queue, self._queued = [], set()
        try:
            arrivals = self._arrivals(packed.definitions, buffers)
            self.nodes = 0
            for arrival, parts, kind in arrivals:
                obj = self.objects[arrival.number]
                if not kind.fill(obj, arrival.content, parts, self):
                    obj = self._adopt(arrival.number, kind.create(arrival.content, parts, self))
                    kind.fill(obj, arrival.content, parts, self)
            value = self.value(packed.value)
            for arrival, _, kind in arrivals:
                # each process compares an object with its own record of it, because the two may differ in a detail
                meta, parts = kind.content(self.objects[arrival.number], self)
                self.digests[arrival.number] = _digest(kind.name, meta, parts)
                if parts:
                    self.sizes[arrival.number] = sum(map(len, parts))
            return value
        except BridgeError:
            raise
        except Exception as error:
            raise ProtocolError(f"a value cannot be rebuilt ({type(error).__name__})") from error

    def _arrivals(self, definitions: list[Definition], buffers: list) -> list[Arrival]:
        """Create the objects that are new here, still empty, so that others can refer to them."""
        if sum(self.sizes.values()) + sum(map(len, buffers)) > HELD:
            raise ProtocolError(f"it shares more than {_size(HELD)}")
        rest = iter(buffers)
        waiting: dict[int, Arrival] = {}
        for definition in definitions:
            parts = [next(rest) for _ in range(definition.buffers)]
            waiting[definition.number] = Arrival(definition, parts, kind_named(definition.kind))
        created: list[Arrival] = []
        for number in list(waiting):
            self._create(number, waiting, created)
        return created

    def _create(self, number: int, waiting: dict[int, Arrival], created: list[Arrival]) -> None:
        """Create an object that is new here, after the objects that it is made of."""
        if number not in waiting:
            return
        arrival = waiting.pop(number)
        content, kind = arrival.definition.content, arrival.kind
        for needed in kind.needs(content):
            self._create(needed, waiting, created)
        obj = self.objects.get(number)
        if obj is None or self._kind_of(obj) is not kind:
            if number == 0 or (number * self.sign > 0 and obj is None):
                raise ProtocolError(f"it changes object {number}, which does not exist")
            self._adopt(number, kind.create(content, arrival.parts, self))
        created.append(arrival)

    def _adopt(self, number: int, obj: Any) -> Any:
        if len(self.objects) >= OBJECTS:
            raise ProtocolError(f"it shares more than {OBJECTS:,} objects")
        self.forget([number])
        self.objects[number] = obj
        self.numbers[id(obj)] = number
        return obj

    def value(self, tree: Any, depth: int = 0) -> Any:
        """Return the value of a tree that the other process made with `tree`.

        Raises:
            ProtocolError: `tree` does not make such a tree.
        """
        self.nodes += 1
        if self.nodes > NODES or depth > DEPTH + 2:
            raise ProtocolError("a value has too many parts or levels")
        cls = type(tree)
        if cls in PLAIN or cls is int or cls is float:
            return tree
        if cls is not list or not tree or type(tree[0]) is not str:
            raise ProtocolError("a value has no tag")
        tag, *parts = tree
        if tag == "r":
            return self.objects[parts[0]]
        read = reader_of(tag)
        if read is None:
            return self.other_value(tag, parts)
        return read(parts, lambda part: self.value(part, depth + 1))

    def other_value(self, tag: str, parts: list) -> Any:
        """Return the value of a tag that does not stand for plain data."""
        raise ProtocolError(f"no value has the tag {tag[:20]!r}")

    # -- upkeep

    def forget(self, numbers: Iterable[int]) -> None:
        """Stop sharing these objects. Numbers that are not in use are skipped."""
        for number in numbers:
            obj = self.objects.pop(number, None)
            self.digests.pop(number, None)
            self.sizes.pop(number, None)
            if obj is not None and self.numbers.get(id(obj)) == number:
                del self.numbers[id(obj)]

    def release_unused(self) -> list[int]:
        """Stop sharing objects that only this table refers to, and return their numbers."""
        released: list[int] = []
        while True:
            unused = [number for number in self.objects if _references(self.objects, number) <= ONLY_THE_TABLE]
            if not unused:
                return released
            self.forget(unused)
            released += unused


def _references(objects: dict[int, Any], number: int) -> int:
    return sys.getrefcount(objects[number])


ONLY_THE_TABLE = _references({0: object()}, 0)
"""The reference count of an object that is only in a table, measured because Python versions differ in it."""


def _digest(name: str, meta: Any, parts: list) -> bytes:
    digest = hashlib.blake2b(encode([name, meta]), digest_size=16)
    for part in parts:
        digest.update(part)
    return digest.digest()


def _size(count: int) -> str:
    return f"{count / 2**30:.1f} GB" if count >= 2**30 else f"{max(count / 2**20, 0.1):.1f} MB"
