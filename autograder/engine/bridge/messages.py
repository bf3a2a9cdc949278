"""Every message of the wire protocol as a typed class, encoded as JSON and decoded strictly.

An unknown field, a value of another type, half a character and deep nesting are errors. The trees inside a message
(`Any` below) are read by `ObjectTable.value`, which accepts only the tags that `kinds.py` lists.
"""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.text import whole_json

TEXT = 4000
"""How many characters of a message, a note or a representation cross."""
VALUES = 10_000_000
"""Limit on the values in one message, counted before it is read."""
STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.S)
NAME = 100
"""How many characters of a name cross."""

Ticket = Annotated[str, Meta(min_length=1, max_length=32)]
Name = Annotated[str, Meta(max_length=NAME)]
Text = Annotated[str, Meta(max_length=TEXT)]
Note = Annotated[str, Meta(max_length=TEXT)]


class Definition(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """The content of one shared object that is new or has changed."""

    number: int
    kind: Name
    content: Any
    buffers: Annotated[int, Meta(ge=0, le=10_000)]


class Packed(msgspec.Struct, forbid_unknown_fields=True):
    """A value as a tree, and the objects that this tree and the other process refer to."""

    value: Any
    definitions: list[Definition]


class Request(msgspec.Struct, tag="request", forbid_unknown_fields=True):
    """Ask for an operation on an object. The packed value is (args, kwargs, changed names)."""

    ticket: Ticket
    operation: Name
    handle: int | None
    packed: Packed


class Result(msgspec.Struct, tag="result", forbid_unknown_fields=True):
    """Answer a request. The packed value is (result or error, changed names)."""

    ticket: Ticket
    raised: bool
    released: list[int]
    packed: Packed


class Refusal(msgspec.Struct, tag="refusal", forbid_unknown_fields=True):
    """Answer a request whose result cannot cross."""

    ticket: Ticket
    reason: Text


class End(msgspec.Struct, tag="end", forbid_unknown_fields=True):
    """Report that the check has ended, and whether another one follows."""

    more: bool


class ObjectHandle(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """An object that stays in its process and is used remotely.

    If the student wrote its class, `student_class` is the handle of the class. The handle of such a class has `bases`,
    the handles of those bases that the student wrote too. Its abilities are those of its objects, and `error` names
    the nearest built-in error among its bases. If it extends a type such as `list`, `extends` names that type, and the
    handle of an object has its plain `content`.
    """

    number: int
    type_name: Name
    abilities: Annotated[list[Name], Meta(max_length=150)]
    own_name: Name
    student_class: ObjectHandle | None = None
    bases: Annotated[list[ObjectHandle], Meta(max_length=20)] | None = None
    error: Name = ""
    extends: Name = ""
    content: list[Any] | str | int | float | bool | None = None


class ErrorAccount(msgspec.Struct, forbid_unknown_fields=True):
    """An error: the nearest built-in type, its own name, its message, plain arguments and notes.

    If the student wrote its class, there are also the handle of the class and the plain attributes of the error.
    """

    base: Name
    name: Name
    text: Text
    args: Annotated[list[Any], Meta(max_length=5)] | None
    notes: Annotated[list[Note], Meta(max_length=21)]
    student_class: ObjectHandle | None = None
    attributes: Annotated[list[tuple[Name, Any]], Meta(max_length=20)] = []


Message = Request | Result | Refusal | End
Struct = TypeVar("Struct", bound=msgspec.Struct)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Message] = msgspec.json.Decoder(Message)


def encode(content: Any) -> bytes:
    """Return a message or a tree as JSON, with U+FFFD for each half character."""
    try:
        return _encoder.encode(content)
    except UnicodeEncodeError:
        return whole_json(json.dumps(msgspec.to_builtins(content))).encode()


def has_more_values(text: bytes, limit: int) -> bool:
    """Return whether JSON has more values than this; in memory, each takes up to fifty times its bytes."""
    return _most_values(text) > limit and _most_values(STRING.sub(b"", text)) > limit


def _most_values(text: bytes) -> int:
    return text.count(b",") + text.count(b"[") + text.count(b"{")


def decode(text: bytes | memoryview) -> Message:
    """Return the message in a frame.

    Raises:
        ProtocolError: The text is not one of the messages above, or has more than `VALUES` values.
    """
    if len(text) > VALUES and has_more_values(bytes(text), VALUES):
        raise ProtocolError(f"a message has more than {VALUES:,} values")
    try:
        return _decoder.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ProtocolError(f"a message breaks the protocol ({error})"[:TEXT]) from None


def convert(tree: Any, struct: type[Struct]) -> Struct:
    """Return the part of a message that a tree describes.

    Raises:
        ProtocolError: The tree has other fields or types.
    """
    try:
        return msgspec.convert(tree, struct)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ProtocolError(f"a message breaks the protocol ({error})"[:TEXT]) from None
