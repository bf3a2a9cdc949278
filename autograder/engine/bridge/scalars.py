"""Rules for Python's values without identity: numbers, text, tuples, types."""

from __future__ import annotations

import base64
import collections
import fractions
import functools
import math
import pathlib
import types
from decimal import Decimal
from typing import Any

from autograder.engine.bridge.errors import ProtocolError, ValueRefusedError
from autograder.engine.bridge.kinds import TYPES, WORD, Part, add_rule

DIGITS = 4000
"""Number of hexadecimal digits of the largest whole number that crosses."""
PLAIN = (type(None), bool, str)
"""Types for which JSON has every value."""

NAMED_TUPLES = 500
"""How many classes of named tuples are kept. One of a hundred fields takes about 30 kB."""
_named_tuples: dict[tuple, Any] = {}


def number_tree(number: int | float) -> Any:
    """Return the tree of an int or a float.

    Raises:
        ValueRefusedError: The number has too many digits.
    """
    if isinstance(number, float):
        return number if math.isfinite(number) else ["f", repr(number)]
    if -(2**63) < number < 2**63:
        return number
    if number.bit_length() > 4 * DIGITS:
        raise ValueRefusedError(f"it is a whole number of {number.bit_length():,} bits")
    return ["I", hex(number)]


def whole_number(value: Any, limit: int | None = None) -> int:
    """Return a value that must be an int, from 0 to `limit` if there is a limit.

    Raises:
        ProtocolError: The value is something else.
    """
    if type(value) is not int or (limit is not None and not 0 <= value <= limit):
        raise ProtocolError("a whole number is missing or out of range")
    return value


def _text(value: Any, limit: int) -> str:
    if type(value) is not str or len(value) > limit:
        raise ProtocolError("a text is missing or too long")
    return value


def _read_float(parts: list, value: Part) -> float:
    if parts[0] not in ("nan", "inf", "-inf"):
        raise ProtocolError("a special float is not one of nan, inf and -inf")
    return float(parts[0])


def _tuple_tree(value: Any, tree: Part) -> Any:
    items = [tree(item) for item in tuple.__iter__(value)]
    fields = getattr(type(value), "_fields", None)
    if type(value) is not tuple and isinstance(fields, tuple) and len(fields) == len(items):
        return ["N", type(value).__name__, list(map(str, fields)), items]
    return ["t", items]


def _read_named_tuple(parts: list, value: Part) -> Any:
    name, fields, items = parts
    if not all(type(word) is str and WORD.match(word) for word in (name, *fields)) or len(fields) > 100:
        raise ProtocolError("a named tuple has invalid field names")
    key = name, tuple(fields)
    if key not in _named_tuples:
        if len(_named_tuples) >= NAMED_TUPLES:
            _named_tuples.clear()
        _named_tuples[key] = collections.namedtuple(name, fields, rename=True)
    return _named_tuples[key]._make(value(item) for item in items)


def _read_fraction(parts: list, value: Part) -> fractions.Fraction:
    return fractions.Fraction(whole_number(value(parts[0])), whole_number(value(parts[1])))


VIEWS: dict[str, type] = {"keys": type({}.keys()), "values": type({}.values()), "items": type({}.items())}
"""The types of the views of a dict, by the method that returns them."""


def _dict(value: Any) -> dict:
    if type(value) is not dict:
        raise ProtocolError("a view of a dict has no dict")
    return value


def _view_tree(name: str, value: Any, tree: Part) -> Any:
    return [name, tree(dict.fromkeys(value) if name == "keys" else dict(value.mapping))]


def _read_view(name: str, parts: list, value: Part) -> Any:
    return getattr(_dict(value(parts[0])), name)()


# subclasses count as the built-in value in them, no matter what their own methods claim; the last matching rule wins
add_rule(
    int, "I", lambda value, tree: tree(int.__add__(value, 0)), lambda parts, _: int(_text(parts[0], DIGITS + 3), 16)
)
add_rule(float, "f", lambda value, tree: tree(float.__add__(value, 0.0)), _read_float)
add_rule(str, None, lambda value, tree: tree(str.__getitem__(value, slice(None))), None)
add_rule(tuple, "t", _tuple_tree, lambda parts, value: tuple([value(item) for item in parts[0]]))
add_rule(None, "N", None, _read_named_tuple)
add_rule(
    frozenset,
    "F",
    lambda value, tree: ["F", [tree(item) for item in frozenset.__iter__(value)]],
    lambda parts, value: frozenset([value(item) for item in parts[0]]),
)
add_rule(
    complex,
    "c",
    lambda value, tree: ["c", tree(complex(value).real), tree(complex(value).imag)],
    lambda parts, value: complex(float(value(parts[0])), float(value(parts[1]))),
)
add_rule(
    bytes,
    "y",
    lambda value, tree: ["y", base64.b64encode(value).decode()],
    lambda parts, _: base64.b64decode(parts[0], validate=True),
)
add_rule(
    range,
    "R",
    lambda value, tree: ["R", tree(value.start), tree(value.stop), tree(value.step)],
    lambda parts, value: range(*(whole_number(value(part)) for part in parts)),
)
add_rule(
    Decimal,
    "D",
    lambda value, tree: ["D", Decimal.__str__(value)],
    lambda parts, _: Decimal(_text(parts[0], 1000)),
)
add_rule(
    fractions.Fraction,
    "q",
    lambda value, tree: ["q", tree(value.numerator), tree(value.denominator)],
    _read_fraction,
)
add_rule(
    slice,
    "sl",
    lambda value, tree: ["sl", tree(value.start), tree(value.stop), tree(value.step)],
    lambda parts, value: slice(*(value(part) for part in parts)),
)
add_rule(
    pathlib.PosixPath,
    "P",
    lambda value, tree: ["P", pathlib.PurePath.__str__(value)],
    lambda parts, _: pathlib.PosixPath(_text(parts[0], 4096)),
)
add_rule(
    types.MappingProxyType,
    "mp",
    lambda value, tree: ["mp", tree(dict(value))],
    lambda parts, value: types.MappingProxyType(_dict(value(parts[0]))),
)
for _name, _view in VIEWS.items():
    # only an equal view of a copy: it does not follow the dict
    add_rule(_view, _name, functools.partial(_view_tree, _name), functools.partial(_read_view, _name))
add_rule(None, "ty", None, lambda parts, _: TYPES[parts[0]])
