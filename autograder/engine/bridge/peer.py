"""The protocol: each process sends requests, and answers those of the other while it waits."""

from __future__ import annotations

import secrets
from typing import Any

from autograder.engine.bridge.error_transport import (
    BUILTIN_ERRORS,
    builtin_error_of,
    describe_error,
    read_error,
    without_frames,
)
from autograder.engine.bridge.errors import CheckAborted, ProtocolError, ValueRefusedError
from autograder.engine.bridge.exposure import Exposure
from autograder.engine.bridge.extended_types import extended_type, make_twin_object, name_of_extended
from autograder.engine.bridge.framing import Channel
from autograder.engine.bridge.kinds import type_name
from autograder.engine.bridge.messages import (
    NAME,
    TEXT,
    End,
    Message,
    ObjectHandle,
    Refusal,
    Request,
    Result,
    convert,
    decode,
    encode,
)
from autograder.engine.bridge.operations import abilities_of_instances
from autograder.engine.bridge.proxies import Proxy, RemoteObject, make_proxy
from autograder.engine.bridge.proxy_classes import TwinMeta, proxy_class, twin_class, twin_of_given
from autograder.engine.bridge.shared_objects import ObjectTable

HANDLES = 20_000
"""How many objects of one process the other may refer to during one check."""
REQUESTS = 200_000
"""Limit on the requests in one check."""
PACKING_ERRORS = (ArithmeticError, AttributeError, ImportError, LookupError, RuntimeError, TypeError, ValueError)
"""Errors that the student's own classes may raise while a value is read for the other process."""

GONE = object()
"""The value of a name that has none."""


class _CrossingTable(ObjectTable):
    """A table that turns everything that is not plain data into handles."""

    def __init__(self, peer: Peer, sign: int, limit: int) -> None:
        super().__init__(sign, limit)
        self.peer = peer

    def is_remote(self, cls: type) -> bool:
        students = self.peer.is_students_class(cls) and extended_type(cls) is not None
        return students or issubclass(cls, RemoteObject)

    def other_tree(self, value: Any) -> Any:
        if isinstance(value, RemoteObject):
            if value._peer is not self.peer:
                raise ValueRefusedError("it is an object of an earlier check")
            return ["yours", value._handle]
        if type(value) is TwinMeta:
            if value._class_peer is not self.peer:
                raise ValueRefusedError("it is a class of an earlier check")
            return ["yours", value._class_handle]
        if isinstance(value, type):
            name = type_name(value)
            if name:
                return ["ty", name]
        if isinstance(value, BaseException):
            return ["error", describe_error(value, self)]
        return ["mine", self.peer.handle(value)]

    def other_value(self, tag: str, parts: list) -> Any:
        if tag == "mine":
            return self.peer.proxy(convert(parts[0], ObjectHandle))
        if tag == "yours":
            return self.peer.own(parts[0])
        if tag == "error":
            return read_error(parts[0], self)
        return super().other_value(tag, parts)

    def describe_class(self, cls: type) -> ObjectHandle | None:
        return self.peer.handle(cls) if self.peer.is_students_class(cls) else None

    def class_of(self, handle: ObjectHandle) -> type:
        twin = self.peer.proxy(handle)
        if not isinstance(twin, TwinMeta):
            raise ProtocolError("the class of an object is not a class")
        return twin


class Peer:
    """One end of the bridge during one check.

    Args:
        channel: the socket to the other process.
        sign: +1 in the checker process and -1 in the student's, so that they give their objects different numbers.
        exposure: what the other process may do with our objects.
        namespace: the names of the notebook. `shared` has the names that both processes know, with the values on
            which they last agreed.
    """

    def __init__(self, channel: Channel, sign: int, exposure: Exposure, namespace: dict[str, Any]) -> None:
        self.channel = channel
        self.exposure = exposure
        self.namespace = namespace
        self.shared: dict[str, Any] = {}
        self.table = _CrossingTable(self, sign, channel.limit)
        self.objects: dict[int, Any] = {}
        self.handles: dict[int, int] = {}
        self.proxies: dict[int, Any] = {}
        self.last_handle = 0
        self.requests = 0
        self.aborted: CheckAborted | None = None
        self.broken = False

    # -- objects of both processes

    def handle(self, obj: Any) -> ObjectHandle:
        """Return the handle under which the other process uses one of our objects.

        Raises:
            ValueRefusedError: The object may not be shown, or there are too many.
        """
        if not self.exposure.may_show(obj):
            raise ValueRefusedError(f"it is a {type(obj).__name__}")
        number = self.handles.get(id(obj))
        if number is None:
            if len(self.objects) >= HANDLES:
                raise ValueRefusedError(f"there are more than {HANDLES:,} objects")
            self.last_handle += 1
            number = self.handles[id(obj)] = self.last_handle
            self.objects[number] = obj
        own_name = str(getattr(obj, "__name__", ""))[:NAME]
        if isinstance(obj, type) and self.is_students_class(obj):
            bases = [self.handle(base) for base in obj.__bases__ if self.is_students_class(base)]
            abilities = abilities_of_instances(obj, extended_type(obj) or object)
            error, extends = builtin_error_of(obj), name_of_extended(obj)
            return ObjectHandle(number, "type", abilities, own_name, None, bases, error, extends)
        theirs = self.handle(type(obj)) if self.is_students_class(type(obj)) else None
        name = str(getattr(type(obj), "__name__", "object"))[:NAME]
        plain = extended_type(type(obj)) if theirs else None
        content = self.table.content_tree(obj, plain) if plain else None
        return ObjectHandle(number, name, self.exposure.abilities(obj), own_name, theirs, content=content)

    def is_students_class(self, cls: type) -> bool:
        """Return whether a class belongs to the student's notebook, which this process runs."""
        return self.table.sign < 0 and cls.__module__ == self.namespace.get("__name__")

    def own(self, number: Any) -> Any:
        """Return our object of this number.

        Raises:
            ProtocolError: No object has this number.
        """
        if type(number) is not int or number not in self.objects:
            raise ProtocolError("it uses an object that it was not given")
        return self.objects[number]

    def proxy(self, handle: ObjectHandle) -> Any:
        """Return the proxy for an object of the other process, or the twin of a class that the student wrote.

        Raises:
            ProtocolError: There are too many objects, or this one has an unknown ability.
        """
        if handle.number not in self.proxies:
            if len(self.proxies) >= HANDLES:
                raise ProtocolError(f"it gives more than {HANDLES:,} objects")
            self.proxies[handle.number] = self._new_proxy(handle)
        return self.proxies[handle.number]

    def _new_proxy(self, handle: ObjectHandle) -> Any:
        if handle.bases is not None:
            bases = [self.table.class_of(base) for base in handle.bases]
            error = BUILTIN_ERRORS.get(handle.error)
            given = None if handle.own_name in self.shared else self.namespace.get(handle.own_name)
            twin = twin_class(handle.own_name, handle.number, self, bases, error, handle.abilities, handle.extends)
            if isinstance(given, type) and given.__module__ == self.namespace.get("__name__"):
                return twin_of_given(twin, given)
            return twin
        if handle.student_class is not None:
            cls = self.table.class_of(handle.student_class)
            if handle.content is not None:
                about = self, handle.number, handle.own_name
                return self.table.stand_for(handle.content, lambda content: make_twin_object(cls, content, *about))
            if not issubclass(cls, Proxy):
                raise ProtocolError("an object of a class of errors or of plain values is neither")
        else:
            cls = proxy_class(handle.type_name, tuple(sorted(handle.abilities)))
        return make_proxy(cls, self, handle.number, handle.own_name)

    def permits(self, use: str) -> bool:
        """Return whether an object of the other process may decide the result of a guarded operation."""
        return True

    # -- messages

    def send(self, message: Message, buffers: list | None = None) -> None:
        """Send a message. Raises as `Channel.send` does."""
        self.channel.send(encode(message), buffers or [])

    def receive(self) -> tuple[Message, list]:
        """Return the next message and its buffers. Raises as `Channel.receive` and `decode` do."""
        text, buffers = self.channel.receive()
        return decode(text), buffers

    # -- asking

    def request(self, operation: str, handle: int | None, *args: Any, **kwargs: Any) -> Any:
        """Return the result of an operation on an object of the other process.

        Raises:
            CheckAborted: There is no answer, or the answer cannot be judged.
            Exception: What the operation raised there, as a built-in type.
        """
        if self.aborted:
            raise self.aborted
        self.requests += 1
        try:
            if self.requests > REQUESTS:
                raise ProtocolError(f"more than {REQUESTS:,} calls in one check")
            ticket = secrets.token_hex(8)
            packed, buffers = self.table.pack((args, kwargs, self.changed_names()))
            self.send(Request(ticket, operation, handle, packed), buffers)
            return self._answer(ticket)
        except ProtocolError as error:
            self.aborted = CheckAborted(f"The process that runs your code sent an invalid answer: {error}.")
            self.broken = True
        except ValueRefusedError as error:
            self.aborted = CheckAborted(f"The answer cannot be judged: {error}.")
        except CheckAborted as error:
            self.aborted = error
        raise self.aborted

    def _answer(self, ticket: str) -> Any:
        for _ in range(REQUESTS):
            message, buffers = self.receive()
            if isinstance(message, Request):
                self.serve(message, buffers)
            elif not isinstance(message, End) and message.ticket == ticket:
                return self._read_answer(message, buffers)
        raise ProtocolError("an answer is missing")

    def _read_answer(self, message: Result | Refusal, buffers: list) -> Any:
        if isinstance(message, Refusal):
            raise ValueRefusedError(message.reason)
        value = self.table.unpack(message.packed, buffers)
        if type(value) is not tuple or len(value) != 2 or type(value[1]) is not dict:
            raise ProtocolError("an answer is not a pair of a value and changed names")
        self.table.forget(message.released)
        self.apply_changes(value[1])
        if not message.raised:
            return value[0]
        error = value[0]
        if not isinstance(error, BaseException):
            raise ProtocolError("an error is missing")
        if isinstance(error, KeyboardInterrupt):
            raise CheckAborted("Your code was stopped.")
        raise error from None

    # -- answering

    def serve(self, request: Request, buffers: list) -> None:
        """Answer one request of the other process.

        Raises:
            ProtocolError: The request is invalid.
            CheckAborted: The other process has ended.
        """
        message: Result | Refusal
        try:
            value, raised = self._result(request, buffers)
            packed, buffers = self.table.pack((value, self.changed_names()))
            del value
            released = self.table.release_unused() if self.table.sign < 0 else []
            message = Result(request.ticket, raised, released, packed)
            self.send(message, buffers)
        except ValueRefusedError as error:
            self.send(Refusal(request.ticket, str(error)[:TEXT]))
        except PACKING_ERRORS as error:
            self.send(Refusal(request.ticket, f"{type(error).__name__} while it was read: {error}"[:300]))

    def _result(self, request: Request, buffers: list) -> tuple[Any, bool]:
        """Return the result of a request, or the error that it raised and True."""
        value = self.table.unpack(request.packed, buffers)
        if type(value) is not tuple or [type(part) for part in value] != [tuple, dict, dict]:
            raise ProtocolError("a request is not a triple of arguments, keywords and changed names")
        args, kwargs, changes = value
        self.apply_changes(changes)
        try:
            return self.perform(request, args, kwargs), False
        except (CheckAborted, ProtocolError):
            raise
        except BaseException as error:
            return without_frames(error, self.table), True

    def perform(self, request: Request, args: tuple, kwargs: dict) -> Any:
        """Return the result of an operation on one of our objects."""
        return self.exposure.perform(request.operation, self.own(request.handle), args, kwargs)

    # -- names that both processes know

    def changed_names(self) -> dict[str, tuple]:
        """Return the shared names that have changed since the last message: (value,), or () if a name is gone."""
        changes: dict[str, tuple] = {}
        for name, before in self.shared.items():
            now = self.namespace.get(name, GONE)
            if now is not before:
                changes[name] = () if now is GONE else (now,)
                self.shared[name] = now
        return changes

    def apply_changes(self, changes: dict[str, tuple]) -> None:
        """Update the shared names from the other process's `changed_names`."""
        for name, change in changes.items():
            if name not in self.shared:
                continue
            if type(change) is not tuple or len(change) > 1:
                raise ProtocolError("a changed name has no value")
            self.shared[name] = change[0] if change else GONE
            if change:
                self.namespace[name] = change[0]
            else:
                self.namespace.pop(name, None)
