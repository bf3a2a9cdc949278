"""What crosses between a student's process and the examiner: plain data by value, all else as a handle.

A message is JSON and raw buffers, never a pickle, and is read strictly, since one side is an enemy. NumPy's kinds
are in `arrays.py`, those of TensorFlow and Keras in `models.py`; who asks whom for what is `remote.py`'s part.
"""

from __future__ import annotations

import base64
import builtins
import collections
import fractions
import hashlib
import importlib
import json
import math
import re
import sys
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

DEPTH = 40
"""Levels of tuples within tuples that may cross; lists and dicts may nest as deep as they like."""
OBJECTS = 50_000
"""Lists, dicts, arrays and so on that may be shared during one check."""
NODES = 4_000_000
"""Single values in one message."""
DIGITS = 4000
"""Hexadecimal digits of the largest whole number."""
MESSAGE = 64 * 2**20
"""Bytes of one message, buffers included."""

PLAIN = (type(None), bool, str)
WORD = re.compile(r"[^\W\d]\w{0,99}\Z")


class RefusedError(Exception):
    """A value that does not cross; the message says in plain words which and why."""


class MalformedError(Exception):
    """Bytes from the other side that are no message of ours."""


class Kind:
    """How one kind of mutable object crosses: what it holds, and how its twin is made and kept up to date."""

    name = ""
    changes = True

    def takes(self, obj: Any, table: Table) -> bool:
        """Whether this object of a matching type crosses as this kind."""
        return True

    def content(self, obj: Any, table: Table) -> tuple[Any, list]:
        """What the object holds now: a tree for JSON, and buffers.

        Raises:
            RefusedError: it is too large or holds what cannot cross.
        """
        raise NotImplementedError

    def blank(self, meta: Any, buffers: list) -> Any:
        """A new object into which `fill` will put the content.

        Raises:
            MalformedError: the content is not of this kind.
        """
        raise NotImplementedError

    def fill(self, obj: Any, meta: Any, buffers: list, table: Table) -> bool:
        """Make the object hold the content; False where only a new one can."""
        raise NotImplementedError


class Table:
    """The mutable objects that two processes share during one check, each under one number on both sides.

    `pack` turns a value into a message and adds what has changed since the last one, so that what one side
    changes in place changes on the other too, and two references to one object stay that.
    """

    def __init__(self, sign: int, limit: int = MESSAGE) -> None:
        """Share nothing yet; `sign` is +1 on one side and -1 on the other."""
        self.sign = sign
        self.limit = limit
        self.objects: dict[int, Any] = {}
        self.numbers: dict[int, int] = {}
        self.known: dict[int, bytes] = {}
        self.next = 0

    # -- out

    def pack(self, value: Any) -> tuple[dict, list]:
        """A message part for `value`: its tree, and the definitions of objects that are new or have changed.

        Raises:
            RefusedError: something in it does not cross.
        """
        self.queue: list[int] = []
        self.queued: set[int] = set()
        self.nodes = 0
        tree = self.tree(value)
        definitions: list[list] = []
        buffers: list = []
        size = 0
        for number in self.known:
            self._enqueue(number)
        news: dict[int, bytes] = {}
        for number in self.queue:  # grows while it is read: content() finds further objects
            obj = self.objects[number]
            kind = kind_of(obj)
            assert kind is not None
            if number in self.known and not kind.changes:
                continue
            meta, parts = kind.content(obj, self)
            digest = _digest(kind.name, meta, parts)
            if self.known.get(number) == digest:
                continue
            size += sum(len(part) for part in parts)
            if size > self.limit:
                raise RefusedError(f"the data take {_size(size)}; at most {_size(self.limit)} can be judged")
            news[number] = digest
            definitions.append([number, kind.name, meta, len(parts)])
            buffers += parts
        self.known.update(news)
        return {"value": tree, "defs": definitions}, buffers

    def tree(self, value: Any, depth: int = 0) -> Any:
        """The JSON tree of a value; mutable objects in it stand as numbers and are queued for `pack`."""
        self.nodes += 1
        if self.nodes > NODES:
            raise RefusedError(f"it holds more than {NODES:,} values")
        kind = type(value)
        if kind in PLAIN:
            return value
        if kind is int:
            return value if -(2**63) < value < 2**63 else ["I", _hex(value)]
        if kind is float:
            return value if math.isfinite(value) else ["f", repr(value)]
        if depth > DEPTH:
            raise RefusedError(f"it is nested deeper than {DEPTH} levels")
        if id(value) in self.numbers:
            number = self.numbers[id(value)]
            self._enqueue(number)
            return ["r", number]
        rule = _TO_TREE.get(kind)
        if rule:
            return rule(value, lambda part: self.tree(part, depth + 1))
        of_kind = kind_of(value)
        if of_kind is not None and of_kind.takes(value, self):
            return ["r", self._number(value)]
        for base, rule in reversed(_TO_TREE.items()):  # subclasses count as what they are at heart
            if isinstance(value, base):
                return rule(value, lambda part: self.tree(part, depth + 1))
        for base in (bool, int, float, str):
            if isinstance(value, base):
                return self.tree(_at_heart(base, value), depth)
        return self.other(value)

    def other(self, value: Any) -> Any:
        """The tree of what is not plain data."""
        raise RefusedError(f"it is {type(value).__name__}, which is not plain data")

    def _number(self, obj: Any) -> int:
        if len(self.objects) >= OBJECTS:
            raise RefusedError(f"it holds more than {OBJECTS:,} lists, dicts or arrays")
        self.next += self.sign
        self.objects[self.next] = obj
        self.numbers[id(obj)] = self.next
        self._enqueue(self.next)
        return self.next

    def _enqueue(self, number: int) -> None:
        if number not in self.queued:
            self.queued.add(number)
            self.queue.append(number)

    # -- in

    def unpack(self, message: Any, buffers: list) -> Any:
        """The value of a message part made by the other side's `pack`.

        Raises:
            MalformedError: it is none, or breaks a limit.
        """
        try:
            definitions, tree = message["defs"], message["value"]
            filled = []
            left = iter(buffers)
            for number, name, meta, count in definitions:
                parts = [next(left) for _ in range(_natural(count))]
                kind = kind_named(name)
                if type(number) is not int or number == 0:
                    raise MalformedError("a number that is none")
                obj = self.objects.get(number)
                if obj is None or kind_of(obj) is not kind:
                    if number * self.sign > 0 and obj is None:
                        raise MalformedError("an object of ours that we do not have")
                    obj = self._adopt(number, kind.blank(meta, parts))
                filled.append((number, obj, kind, meta, parts))
            self.nodes = 0
            for number, obj, kind, meta, parts in filled:
                if not kind.fill(obj, meta, parts, self):
                    obj = self._adopt(number, kind.blank(meta, parts))
                    kind.fill(obj, meta, parts, self)
            value = self.value(tree)
            self._remember(filled)
            return value
        except (MalformedError, RefusedError):
            raise
        except Exception as error:
            raise MalformedError(f"{type(error).__name__} while reading") from error

    def _adopt(self, number: int, obj: Any) -> Any:
        if len(self.objects) >= OBJECTS:
            raise MalformedError("too many objects")
        self.forget([number])
        self.objects[number] = obj
        self.numbers[id(obj)] = number
        return obj

    def _remember(self, filled: list) -> None:
        # each side compares an object with its own account of it: the two may differ in a detail
        self.queue, self.queued = [], set()
        for number, _, kind, _, _ in filled:
            meta, parts = kind.content(self.objects[number], self)
            self.known[number] = _digest(kind.name, meta, parts)

    def value(self, tree: Any, depth: int = 0) -> Any:
        """The value of a tree; the other side's `tree`."""
        self.nodes += 1
        if self.nodes > NODES or depth > DEPTH + 2:
            raise MalformedError("too many values")
        kind = type(tree)
        if kind in PLAIN or kind is int or kind is float:
            return tree
        if kind is not list or not tree or type(tree[0]) is not str:
            raise MalformedError("a value that is none")
        tag, *parts = tree
        if tag == "r":
            return self.objects[parts[0]]
        rule = _FROM_TREE.get(tag)
        if rule is None and tag in TAGS_OF_MODELS:
            importlib.import_module("autograder.engine.libraries.keras_models")
            rule = _FROM_TREE.get(tag)
        if rule is None:
            return self.other_value(tag, parts)
        return rule(parts, lambda part: self.value(part, depth + 1))

    def other_value(self, tag: str, parts: list) -> Any:
        """The value of a tag that stands for no plain data."""
        raise MalformedError(f"no value has the tag {tag[:20]!r}")

    # -- upkeep

    def forget(self, numbers: Iterable[int]) -> None:
        """Share these objects no longer; numbers that are not in use are passed over."""
        for number in numbers:
            obj = self.objects.pop(number, None)
            self.known.pop(number, None)
            if obj is not None and self.numbers.get(id(obj)) == number:
                del self.numbers[id(obj)]

    def unheld(self) -> list[int]:
        """Forget the objects that nothing but this table holds, and say which."""
        gone: list[int] = []
        while True:
            now = [number for number in self.objects if _holders(self.objects, number) <= ALONE]
            if not now:
                return gone
            self.forget(now)
            gone += now


def _holders(objects: dict[int, Any], number: int) -> int:
    return sys.getrefcount(objects[number])


ALONE = _holders({0: object()}, 0)
"""What Python counts where nothing but a table holds an object: not the same number in every version."""


def _digest(name: str, meta: Any, parts: list) -> bytes:
    digest = hashlib.blake2b(json.dumps([name, meta]).encode(), digest_size=16)
    for part in parts:
        digest.update(part)
    return digest.digest()


def _size(count: int) -> str:
    return f"{count / 2**30:.1f} GB" if count >= 2**30 else f"{max(count / 2**20, 0.1):.1f} MB"


def _hex(number: int) -> str:
    if number.bit_length() > 4 * DIGITS:
        raise RefusedError(f"it is a whole number of {number.bit_length():,} bits")
    return hex(number)


def _natural(count: Any) -> int:
    if type(count) is not int or not 0 <= count <= 10_000:
        raise MalformedError("a count that is none")
    return count


def _at_heart(base: type, value: Any) -> Any:
    """The value that a subclass of a built-in type holds, whatever its own methods say."""
    if base is bool:
        return value is True
    if base is int:
        return int.__add__(value, 0)
    if base is float:
        return float.__add__(value, 0.0)
    return str.__getitem__(value, slice(None))


# --------------------------------------------------------------------------- values without identity

Part = Callable[[Any], Any]


def _tuple_to_tree(value: Any, tree: Part) -> Any:
    items = [tree(each) for each in tuple.__iter__(value)]
    fields = getattr(type(value), "_fields", None)
    if type(value) is not tuple and isinstance(fields, tuple) and len(fields) == len(items):
        return ["N", type(value).__name__, list(map(str, fields)), items]
    return ["t", items]


def _namedtuple(parts: list, value: Part) -> Any:
    name, fields, items = parts
    if not all(type(each) is str and WORD.match(each) for each in (name, *fields)) or len(fields) > 100:
        raise MalformedError("field names that are none")
    made = _namedtuple_class(name, tuple(fields))
    return made._make(value(each) for each in items)


_named: dict[tuple, Any] = {}


def _namedtuple_class(name: str, fields: tuple[str, ...]) -> Any:
    if (name, fields) not in _named:
        _named[name, fields] = collections.namedtuple(name, fields, rename=True)
    return _named[name, fields]


def _float(text: Any) -> float:
    if text not in ("nan", "inf", "-inf"):
        raise MalformedError("a float that is none")
    return float(text)


def _int(text: Any) -> int:
    if type(text) is not str or len(text) > DIGITS + 3:
        raise MalformedError("a whole number that is none")
    return int(text, 16)


def _decimal(text: Any) -> Decimal:
    if type(text) is not str or len(text) > 1000:
        raise MalformedError("a decimal that is none")
    return Decimal(text)


def _range(parts: list, value: Part) -> range:
    return range(*(_whole(value(each)) for each in parts))


def _whole(number: Any) -> int:
    if type(number) is not int:
        raise MalformedError("not a whole number")
    return number


TYPES: dict[str, Any] = {
    name: each
    for name, each in vars(builtins).items()
    if isinstance(each, type) and not name.startswith("_") and name != "type"
}
"""Types that cross by name; `arrays.py` adds NumPy's."""


def type_name(value: Any) -> str | None:
    """The name under which a type crosses, or None where it does not."""
    return next((name for name, each in TYPES.items() if each is value), None)


_TO_TREE: dict[type, Callable[[Any, Part], Any]] = {
    tuple: _tuple_to_tree,
    frozenset: lambda value, tree: ["F", [tree(each) for each in frozenset.__iter__(value)]],
    complex: lambda value, tree: ["c", tree(complex(value).real), tree(complex(value).imag)],
    bytes: lambda value, tree: ["y", base64.b64encode(value).decode()],
    range: lambda value, tree: ["R", tree(value.start), tree(value.stop), tree(value.step)],
    Decimal: lambda value, tree: ["D", Decimal.__str__(value)],
    fractions.Fraction: lambda value, tree: ["q", tree(value.numerator), tree(value.denominator)],
}

_FROM_TREE: dict[str, Callable[[list, Part], Any]] = {
    "I": lambda parts, value: _int(parts[0]),
    "f": lambda parts, value: _float(parts[0]),
    "t": lambda parts, value: tuple([value(each) for each in parts[0]]),
    "N": _namedtuple,
    "F": lambda parts, value: frozenset([value(each) for each in parts[0]]),
    "c": lambda parts, value: complex(float(value(parts[0])), float(value(parts[1]))),
    "y": lambda parts, value: base64.b64decode(parts[0], validate=True),
    "R": _range,
    "D": lambda parts, value: _decimal(parts[0]),
    "q": lambda parts, value: fractions.Fraction(_whole(value(parts[0])), _whole(value(parts[1]))),
    "ty": lambda parts, value: TYPES[parts[0]],
}


def add_rule(
    base: type | None,
    tag: str,
    to_tree: Callable[[Any, Part], Any] | None,
    from_tree: Callable[[list, Part], Any],
) -> None:
    """Let a type without identity cross: `to_tree(value, tree)` gives `[tag, …]`, `from_tree(parts, value)` reads."""
    if base is not None and to_tree is not None:
        _TO_TREE[base] = to_tree
    _FROM_TREE[tag] = from_tree


# --------------------------------------------------------------------------- kinds with identity

KINDS: dict[str, Kind] = {}
TAGS_OF_MODELS = ("shape", "tf")
KINDS_OF_MODELS = ("tensor", "model")
_BY_BASE: list[tuple[Callable[[type], bool], Kind]] = []
_cache: dict[type, Kind | None] = {}


def add_kind(matches: Callable[[type], bool], kind: Kind) -> None:
    """Let objects whose type `matches` cross as `kind`."""
    KINDS[kind.name] = kind
    _BY_BASE.append((matches, kind))
    _cache.clear()


def kind_of(obj: Any) -> Kind | None:
    """The kind as which an object crosses, or None where it has no identity of its own or does not cross."""
    made = type(obj)
    if made not in _cache:
        if len(_cache) > 5000:
            _cache.clear()
        _load_for(made)
        _cache[made] = next((kind for matches, kind in _BY_BASE if matches(made)), None)
    return _cache[made]


def kind_named(name: Any) -> Kind:
    """The kind of this name.

    Raises:
        MalformedError: there is none.
    """
    if name in KINDS_OF_MODELS and name not in KINDS:
        importlib.import_module("autograder.engine.libraries.keras_models")
    if type(name) is not str or name not in KINDS:
        raise MalformedError("a kind that is none")
    return KINDS[name]


def _load_for(made: type) -> None:
    # TensorFlow takes seconds to import: its kinds are there when one of its objects is
    if str(getattr(made, "__module__", "")).partition(".")[0] in ("tensorflow", "keras"):
        importlib.import_module("autograder.engine.libraries.keras_models")


def subclass_of(*bases: type) -> Callable[[type], bool]:
    """A test for `add_kind`: the type is one of these or derived from one."""
    return lambda made: any(base in type.__dict__["__mro__"].__get__(made) for base in bases)


class _List(Kind):
    name = "l"

    def content(self, obj: Any, table: Table) -> tuple[Any, list]:
        items = list.__getitem__(obj, slice(None))
        if set(map(type, items)) <= {bool, str, type(None)}:
            table.nodes += len(items)
            return items, []
        return [table.tree(each) for each in items], []

    def blank(self, meta: Any, buffers: list) -> Any:
        return []

    def fill(self, obj: Any, meta: Any, buffers: list, table: Table) -> bool:
        if type(meta) is not list:
            raise MalformedError("a list that is none")
        list.__setitem__(obj, slice(None), [table.value(each) for each in meta])
        return True


class _Dict(Kind):
    name = "d"

    def content(self, obj: Any, table: Table) -> tuple[Any, list]:
        return [[table.tree(key), table.tree(each)] for key, each in list(dict.items(obj))], []

    def blank(self, meta: Any, buffers: list) -> Any:
        return {}

    def fill(self, obj: Any, meta: Any, buffers: list, table: Table) -> bool:
        new = {table.value(key): table.value(each) for key, each in meta}
        dict.clear(obj)
        dict.update(obj, new)
        return True


class _Set(Kind):
    name = "s"

    def content(self, obj: Any, table: Table) -> tuple[Any, list]:
        # in a fixed order, so that an unchanged set has an unchanged account
        return sorted((table.tree(each) for each in set.__iter__(obj)), key=json.dumps), []

    def blank(self, meta: Any, buffers: list) -> Any:
        return set()

    def fill(self, obj: Any, meta: Any, buffers: list, table: Table) -> bool:
        new = [table.value(each) for each in meta]
        set.clear(obj)
        set.update(obj, new)
        return True


class _Bytes(Kind):
    name = "B"

    def content(self, obj: Any, table: Table) -> tuple[Any, list]:
        return None, [bytes(obj)]

    def blank(self, meta: Any, buffers: list) -> Any:
        return bytearray()

    def fill(self, obj: Any, meta: Any, buffers: list, table: Table) -> bool:
        obj[:] = buffers[0]
        return True


class _Deque(Kind):
    name = "q"

    def content(self, obj: Any, table: Table) -> tuple[Any, list]:
        return [obj.maxlen, [table.tree(each) for each in collections.deque.__iter__(obj)]], []

    def blank(self, meta: Any, buffers: list) -> Any:
        return collections.deque(maxlen=None if meta[0] is None else _natural(meta[0]))

    def fill(self, obj: Any, meta: Any, buffers: list, table: Table) -> bool:
        new = [table.value(each) for each in meta[1]]
        obj.clear()
        obj.extend(new)
        return True


add_kind(subclass_of(list), _List())
add_kind(subclass_of(dict), _Dict())
add_kind(subclass_of(set), _Set())
add_kind(subclass_of(bytearray), _Bytes())
add_kind(subclass_of(collections.deque), _Deque())
