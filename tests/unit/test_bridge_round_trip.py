"""Any plain value that is packed in one process is the same value when it is unpacked in the other."""

from __future__ import annotations

import collections
import re
import string
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import autograder.engine.libraries.numpy_arrays  # noqa: F401  (so that arrays cross)
from autograder.engine.bridge.messages import Request, decode, encode
from autograder.engine.bridge.shared_objects import ObjectTable

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ATOMS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**200), 2**200)
    | st.floats()
    | TEXTS
    | st.binary(max_size=20)
    | st.complex_numbers()
    | st.fractions()
    | st.decimals(allow_nan=False)
)
ARRAYS = st.lists(st.floats(width=32), max_size=6).map(lambda items: np.array(items, "f4"))
HASHABLE = st.integers() | TEXTS | st.tuples(st.integers(), TEXTS)
VALUES = st.recursive(
    ATOMS | ARRAYS | st.binary(max_size=9).map(bytearray),
    lambda parts: (
        st.lists(parts, max_size=4)
        | st.lists(parts, max_size=4).map(tuple)
        | st.dictionaries(HASHABLE, parts, max_size=4)
        | st.sets(HASHABLE, max_size=4)
        | st.frozensets(HASHABLE, max_size=4)
        | st.lists(parts, max_size=4).map(lambda items: collections.deque(items, 5))
    ),
    max_leaves=20,
)


def cross(sender: ObjectTable, receiver: ObjectTable, value: Any) -> Any:
    """Return the value that arrives after it was sent as the bytes of a message."""
    packed, buffers = sender.pack(value)
    message = decode(encode(Request("1", "call", None, packed)))
    assert isinstance(message, Request)
    return receiver.unpack(message.packed, [bytes(buffer) for buffer in buffers])


def form(value: Any) -> Any:
    """A text that two values share only if they are the same in type and content."""
    if isinstance(value, np.ndarray):
        return "array", value.dtype.str, value.shape, value.tobytes()
    if isinstance(value, dict):
        return "dict", [(form(key), form(item)) for key, item in value.items()]
    if isinstance(value, (set, frozenset)):
        return type(value), sorted(repr(form(item)) for item in value)
    if isinstance(value, (list, tuple, collections.deque)):
        return type(value), getattr(value, "maxlen", None), [form(item) for item in value]
    return type(value), repr(value)


@settings(max_examples=150, deadline=None)
@given(VALUES)
def test_a_value_arrives_as_it_was_sent(value: Any) -> None:
    assert form(cross(ObjectTable(1), ObjectTable(-1), value)) == form(value)


@settings(max_examples=100, deadline=None)
@given(st.lists(VALUES, max_size=4), VALUES, VALUES)
def test_a_list_that_changes_in_place_is_the_same_list_there(items: list, first: Any, second: Any) -> None:
    ours, theirs = ObjectTable(1), ObjectTable(-1)
    there = cross(ours, theirs, items)
    items.append(first)
    assert cross(ours, theirs, None) is None
    assert form(there) == form(items)
    there[:] = [second, *there]
    assert cross(theirs, ours, there) is items
    assert form(items) == form(there)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.text(string.ascii_letters + "\ud800\udfff", max_size=9))
def test_text_with_half_characters_arrives_without_them(text: str, more: str) -> None:
    arrived = cross(ObjectTable(1), ObjectTable(-1), [text + more])
    whole = (text + more).replace("\ud800\udfff", "\U000103ff")  # JSON joins the two halves of a character
    assert arrived[0] == re.sub("[\ud800-\udfff]", "\ufffd", whole)


def test_special_values_arrive() -> None:
    for value in (-0.0, float("-inf"), 2**63, -(2**63), 2**4000, Decimal("1e-7"), Fraction(1, 3), range(3, 9, 2)):
        assert form(cross(ObjectTable(1), ObjectTable(-1), value)) == form(value)
