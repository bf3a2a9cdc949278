"""Calls at a distance: one side's functions, classes and other objects, used by the other.

The same on both sides of a check. `Peer` sends requests and answers those of the other side while it waits; what it
lets the other side do with an object is `Exposure`'s to say. How values cross is `values.py`'s part.
"""

from __future__ import annotations

import builtins
import importlib
import json
import linecache
import os
import random
import re
import secrets
import select
import socket
import struct
import traceback
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.engine.bridge.values import MESSAGE, WORD, MalformedError, RefusedError, Table, type_name
from autograder.engine.text import read_json

HEADER = struct.Struct("!IQ")
JSON_LIMIT = 64 * 2**20
HANDLES = 20_000
REQUESTS = 200_000
STRAYS = 1000
TEXT = 4000
"""Characters of a message or a representation that cross."""


class Lost(BaseException):
    """The other side is gone, was stopped, or may not be believed: the check ends here.

    No `Exception`, so that no check takes it for an answer of the student's.
    """

    def _render_traceback_(self) -> list[str]:
        return [f"✗ {self}"]


class Channel:
    """Messages over a socket: JSON and buffers, with limits.

    `stop` is a second socket: as soon as something can be read from it, receiving ends with `Lost`. Messages bear
    the number of the check, `mark`; those of another check are passed over.
    """

    def __init__(
        self, sock: socket.socket, mark: int = 0, stop: socket.socket | None = None, limit: int = MESSAGE
    ) -> None:
        """Talk over this socket."""
        self.sock = sock
        self.mark = mark
        self.stop = stop
        self.limit = limit

    def send(self, message: dict, buffers: list) -> None:
        """Send a message.

        Raises:
            RefusedError: it is too large.
            Lost: the other side is gone.
        """
        sizes = [len(each) for each in buffers]
        text = json.dumps({**message, "sizes": sizes, "mark": self.mark}).encode()
        if len(text) > JSON_LIMIT:
            raise RefusedError(f"it takes {len(text) / 2**20:.0f} MB as text")
        try:
            self._write(b"".join([HEADER.pack(len(text), sum(sizes)), text, *buffers]))
        except OSError:
            raise Lost("Your code ended the process that it ran in.") from None

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[self.sock.send(view, socket.MSG_DONTWAIT) :]
            except BlockingIOError:
                if select.select([self.stop] if self.stop else [], [self.sock], [])[0]:
                    raise Lost(self._reason()) from None

    def receive(self) -> tuple[dict, list]:
        """The next message of this check.

        Raises:
            Lost: the other side is gone, or we are to stop.
            MalformedError: what came is none of our messages.
        """
        for _ in range(STRAYS):
            message, buffers = self._next()
            if message.get("mark") == self.mark:
                return message, buffers
            self._wait()  # so that who sends without end does not keep us from hearing that we are to stop
        raise MalformedError("answers to what was not asked")

    def _next(self) -> tuple[dict, list]:
        text_size, buffer_size = HEADER.unpack(self._read(HEADER.size))
        if text_size > JSON_LIMIT or buffer_size > self.limit:
            raise MalformedError("a message that is too large")
        data = memoryview(self._read(text_size + buffer_size))
        text, data = data[:text_size], data[text_size:]
        try:
            message = read_json(text)
            sizes = message.pop("sizes")
        except (ValueError, RecursionError, KeyError, AttributeError, TypeError):
            raise MalformedError("a message that is none") from None
        if type(sizes) is not list or not all(type(n) is int and n >= 0 for n in sizes) or sum(sizes) != buffer_size:
            raise MalformedError("buffers of other sizes than announced")
        buffers, start = [], 0
        for size in sizes:
            buffers.append(data[start : start + size])
            start += size
        return message, buffers

    def _read(self, count: int) -> bytearray:
        data = bytearray()
        while len(data) < count:
            try:
                part = self.sock.recv(min(count - len(data), 2**20), socket.MSG_DONTWAIT)
            except BlockingIOError:
                self._wait()
                continue
            except ConnectionError:
                part = b""
            if not part:
                raise Lost("Your code ended the process that it ran in.")
            data += part
            if len(data) < count:
                self._wait()
        return data

    def _wait(self) -> None:
        """Wait until there is something to read. Raises Lost where we are to stop."""
        readable, _, _ = select.select([self.sock, self.stop] if self.stop else [self.sock], [], [])
        if self.stop in readable:
            raise Lost(self._reason())

    def _reason(self) -> str:
        assert self.stop is not None
        line = self.stop.recv(65536)
        try:
            return str(json.loads(line)["why"])
        except (ValueError, KeyError):
            return "The check was stopped."


# --------------------------------------------------------------------------- the other side's objects


class Remote:
    """Stands for an object of the other side; what it can do there, its class here says."""

    _peer: Peer
    _handle: int

    def __init__(self, *_: Any, **__: Any) -> None:
        """Refuse: `Peer.proxy` makes these."""
        raise TypeError("an object of the other side is not made here")

    def __getattr__(self, name: str) -> Any:
        """The other object's public attribute."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self._peer.request("get", self._handle, name)

    def __setattr__(self, name: str, value: Any) -> None:
        """Set the other object's public attribute."""
        if name.startswith("_"):
            raise AttributeError(name)
        self._peer.request("set", self._handle, name, value)

    def __repr__(self) -> str:
        """What it says there."""
        return str(self._peer.request("repr", self._handle))

    def __str__(self) -> str:
        """What it says there."""
        return str(self._peer.request("str", self._handle))

    def __eq__(self, other: object) -> bool:
        """Identity; never the other side's word for it."""
        return self is other

    def __hash__(self) -> int:
        """By identity."""
        return object.__hash__(self)


def _asking(operation: str, *wanted: type) -> Callable:
    """A method that asks for an operation; its result must be of a wanted type, if there are such."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = self._peer.request(operation, self._handle, *args, **kwargs)
        if wanted and type(result) not in wanted:
            raise TypeError(f"__{operation}__ of {type(self).__name__} gave {type(result).__name__}")
        return result

    return method


def _exit(self: Any, *error: Any) -> Any:
    return self._peer.request("exit", self._handle)


def _as_array(self: Any, dtype: Any = None, copy: bool | None = None) -> Any:
    array = self._peer.request("array", self._handle)
    if type(array) is not np.ndarray:
        raise TypeError("no array")
    return array if dtype is None else array.astype(dtype)


def _instance_check(self: Any, instance: Any) -> bool:
    if not isinstance(instance, Remote):
        return False
    return self._peer.request("instance", self._handle, instance) is True


ABILITIES: dict[str, dict[str, Any]] = {
    "call": {"__call__": _asking("call")},
    "len": {"__len__": _asking("len", int)},
    "item": {"__getitem__": _asking("item")},
    "setitem": {"__setitem__": _asking("setitem")},
    "iter": {"__iter__": _asking("iter")},
    "next": {"__next__": _asking("next")},
    "float": {"__float__": _asking("float", float)},
    "int": {"__int__": _asking("int", int)},
    "index": {"__index__": _asking("index", int)},
    "array": {"__array__": _as_array},
    "enter": {"__enter__": _asking("enter"), "__exit__": _exit},
    "type": {"__instancecheck__": _instance_check},
}
"""What may be done with an object that has the first of these methods."""

_classes: dict[tuple, type] = {}


def _proxy_class(name: str, abilities: tuple[str, ...]) -> type:
    if (name, abilities) not in _classes:
        methods: dict[str, Any] = {}
        for each in abilities:
            methods |= {"__class__": _counts_as(each)} if each in MODELS else ABILITIES[each]
        if len(_classes) > 2000:
            _classes.clear()
        _classes[name, abilities] = type(name, (Remote,), methods)
    return _classes[name, abilities]


MODELS = {f"{library}.{name}" for library in ("keras", "tf_keras") for name in ("Sequential", "Model", "Layer")}
MODELS.add("keras.Variable")
"""Abilities of models and variables that stay where they are: what they count as."""


def _model_ability(made: type) -> list[str]:
    for base in made.__mro__:
        library, _, inside = str(base.__module__).partition(".")
        if inside.startswith("src.") and f"{library}.{base.__name__}" in MODELS:
            return [f"{library}.{base.__name__}"]
    return []


def _counts_as(ability: str) -> property:
    library, _, name = ability.partition(".")
    module = importlib.import_module(library)
    return property(lambda self: getattr(module if name != "Layer" else module.layers, name))


def abilities_of(obj: Any) -> list[str]:
    """What can be done with an object, by the methods of its type."""
    made = type(obj)
    if isinstance(obj, type):
        return ["call", "type"]
    if made is types.FunctionType or made is types.MethodType or made is types.BuiltinFunctionType:
        return ["call"]
    methods = [(ability, next(iter(each))) for ability, each in ABILITIES.items() if ability != "type"]
    able = [ability for ability, method in methods if getattr(made, method, None) is not None]
    return able + _model_ability(made)


# --------------------------------------------------------------------------- what the other side may do


class Exposure:
    """What the other side may do with our objects: this one lets it do all that a reader of a notebook would."""

    def attribute(self, obj: Any, name: str) -> Any:
        """The value of a public attribute."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(obj, name)

    def set_attribute(self, obj: Any, name: str, value: Any) -> None:
        """Set a public attribute."""
        if name.startswith("_"):
            raise AttributeError(name)
        setattr(obj, name, value)

    def may_show(self, obj: Any) -> bool:
        """Whether a handle for this object may be given away."""
        return True


class Guarded(Exposure):
    """For the examiner: functions can be called, objects of the checks' own classes used; nothing leads further."""

    def __init__(self, namespace: dict) -> None:
        """Guard the examiner whose names these are."""
        self.namespace = namespace

    def attribute(self, obj: Any, name: str) -> Any:
        """A public attribute of an instance of a class that a check or a given cell defines, or of a generator."""
        if name.startswith("_") or not (self._ours(type(obj)) or type(obj) in GENERATORS):
            raise AttributeError(f"{type(obj).__name__!r} object has no attribute {name!r}")
        value = getattr(obj, name)
        if isinstance(value, types.ModuleType):
            raise AttributeError(name)
        return value

    def set_attribute(self, obj: Any, name: str, value: Any) -> None:
        """As `attribute`."""
        if name.startswith("_") or not self._ours(type(obj)) or name in vars(type(obj)):
            raise AttributeError(f"{type(obj).__name__!r} object attribute {name!r} is read-only")
        setattr(obj, name, value)

    def may_show(self, obj: Any) -> bool:
        """No frames, modules, code; the rest is used through `attribute` and the operations only."""
        return not isinstance(obj, (types.ModuleType, types.FrameType, types.CodeType, types.TracebackType))

    def _ours(self, made: type) -> bool:
        return made.__module__ == self.namespace.get("__name__") and not isinstance(made, types.FunctionType)


GENERATORS = (random.Random, np.random.RandomState)
"""Older random generators, which the student's code draws from at a distance."""

OPERATIONS: dict[str, Callable] = {
    "call": lambda obj, *args, **kwargs: obj(*args, **kwargs),
    "len": lambda obj: len(obj),
    "item": lambda obj, key: obj[key],
    "setitem": lambda obj, key, value: obj.__setitem__(key, value),
    "iter": lambda obj: iter(obj),
    "next": lambda obj: next(obj),
    "float": lambda obj: float(obj),
    "int": lambda obj: int(obj),
    "index": lambda obj: obj.__index__(),
    "array": lambda obj: np.array(obj),
    "enter": lambda obj: obj.__enter__(),
    "exit": lambda obj: obj.__exit__(None, None, None),
    "instance": lambda obj, other: isinstance(other, obj),
    "repr": lambda obj: repr(obj)[:TEXT],
    "str": lambda obj: str(obj)[:TEXT],
}


# --------------------------------------------------------------------------- the two ends


class _Crossing(Table):
    """A table that turns what is no plain data into handles."""

    def __init__(self, peer: Peer, sign: int, limit: int) -> None:
        super().__init__(sign, limit)
        self.peer = peer

    def other(self, value: Any) -> Any:
        if isinstance(value, Remote):
            if value._peer is not self.peer:
                raise RefusedError("it is an object of an earlier check")
            return ["yours", value._handle]
        if isinstance(value, type):
            name = type_name(value)
            if name:
                return ["ty", name]
        if isinstance(value, BaseException):
            return ["error", describe_error(value, self)]
        return self.peer.handle(value)

    def other_value(self, tag: str, parts: list) -> Any:
        if tag == "mine":
            return self.peer.proxy(*parts)
        if tag == "yours":
            return self.peer.own(parts[0])
        if tag == "error":
            return read_error(parts[0], self)
        return super().other_value(tag, parts)


_GONE = object()


class Peer:
    """One end of the line between a candidate and an examiner, during one check.

    Args:
        channel: the line.
        sign: +1 for the examiner, −1 for the candidate; the two number their objects apart.
        exposure: what the other side may do with our objects.
        namespace: where names live that both sides know; `shared` says which, and their values as last agreed.
    """

    def __init__(self, channel: Channel, sign: int, exposure: Exposure, namespace: dict[str, Any]) -> None:
        """Take one end of a channel."""
        self.channel = channel
        self.exposure = exposure
        self.namespace = namespace
        self.shared: dict[str, Any] = {}
        self.table = _Crossing(self, sign, channel.limit)
        self.objects: dict[int, Any] = {}
        self.handles: dict[int, int] = {}
        self.proxies: dict[int, Any] = {}
        self.next = 0
        self.requests = 0
        self.lost: Lost | None = None
        self.broken = False

    # -- our objects, and theirs

    def handle(self, obj: Any) -> list:
        """The tree that stands for an object of ours."""
        if not self.exposure.may_show(obj):
            raise RefusedError(f"it is a {type(obj).__name__}")
        number = self.handles.get(id(obj))
        if number is None:
            if len(self.objects) >= HANDLES:
                raise RefusedError(f"there are more than {HANDLES:,} objects")
            self.next += 1
            number = self.handles[id(obj)] = self.next
            self.objects[number] = obj
        name = str(getattr(type(obj), "__name__", "object"))[:100]
        return ["mine", number, name, abilities_of(obj), str(getattr(obj, "__name__", ""))[:100]]

    def own(self, number: Any) -> Any:
        """Our object of this number."""
        if type(number) is not int or number not in self.objects:
            raise MalformedError("a handle that is none")
        return self.objects[number]

    def proxy(self, number: Any, name: Any, abilities: Any, own_name: Any) -> Any:
        """What stands here for the other side's object of this number."""
        if type(number) is not int or type(name) is not str or type(own_name) is not str:
            raise MalformedError("a handle that is none")
        if number not in self.proxies:
            if len(self.proxies) >= HANDLES or not set(abilities) <= {*ABILITIES, *MODELS}:
                raise MalformedError("a handle that is none")
            made = _proxy_class(name if WORD.match(name) else "object", tuple(sorted(abilities)))
            proxy: Any = object.__new__(made)
            state = {"_peer": self, "_handle": number}
            if own_name:
                state["__name__"] = own_name
            object.__getattribute__(proxy, "__dict__").update(state)
            self.proxies[number] = proxy
        return self.proxies[number]

    # -- asking

    def request(self, operation: str, handle: int | None, *args: Any, **kwargs: Any) -> Any:
        """What an operation on the other side's object gives.

        Raises:
            Lost: there is no answer, or none that may be judged.
            Exception: what the operation raised there, as a built-in type.
        """
        if self.lost:
            raise self.lost
        self.requests += 1
        try:
            if self.requests > REQUESTS:
                raise MalformedError(f"more than {REQUESTS:,} calls in one check")
            ticket = secrets.token_hex(8)
            part, buffers = self._pack((args, kwargs, self.news()))
            self.channel.send({"ask": operation, "of": handle, "ticket": ticket, **part}, buffers)
            return self._answer(ticket)
        except MalformedError as error:
            self.lost, self.broken = Lost(f"The answer cannot be read: {error}."), True
        except RefusedError as error:
            self.lost = Lost(f"The answer cannot be judged: {error}.")
        except Lost as error:
            self.lost = error
        raise self.lost

    def _pack(self, value: Any) -> tuple[dict, list]:
        return self.table.pack(value)

    def _answer(self, ticket: str) -> Any:
        for _ in range(REQUESTS):
            message, buffers = self.channel.receive()
            if "ask" in message:
                self.serve(message, buffers)
            elif message.get("ticket") == ticket:
                return self._read_answer(message, buffers)
        raise MalformedError("no answer to what was asked")

    def _read_answer(self, message: dict, buffers: list) -> Any:
        if "refused" in message:
            raise RefusedError(str(message["refused"])[:TEXT])
        value = self.table.unpack(message, buffers)
        if type(value) is not tuple or len(value) != 2 or type(value[1]) is not dict:
            raise MalformedError("an answer that is none")
        self._follow(message)
        self.heed(value[1])
        if not message.get("raised"):
            return value[0]
        error = value[0]
        if not isinstance(error, BaseException):
            raise MalformedError("an error that is none")
        if isinstance(error, KeyboardInterrupt):
            raise Lost("Your code was stopped.")
        raise error from None

    def _follow(self, message: dict) -> None:
        drop = message.get("drop", [])
        if type(drop) is not list:
            raise MalformedError("a list that is none")
        self.table.forget([number for number in drop if type(number) is int])

    # -- answering

    def serve(self, message: dict, buffers: list) -> None:
        """Answer one request of the other side."""
        ticket = message.get("ticket")
        try:
            operation = OPERATIONS.get(message.get("ask", ""))
            args, kwargs, news = self.table.unpack(message, buffers)
            self.heed(news)
            raised = False
            try:
                result = self._perform(message.get("ask"), operation, message.get("of"), args, kwargs)
            except (Lost, MalformedError):
                raise
            except BaseException as error:
                result, raised = _without_frames(error, self.table), True
            del args, kwargs
            part, buffers = self._pack((result, self.news()))
        except (
            RefusedError,
            ArithmeticError,
            AttributeError,
            ImportError,
            LookupError,
            TypeError,
            ValueError,
        ) as error:
            reason = str(error) if isinstance(error, RefusedError) else f"{type(error).__name__} while it was read"
            self.channel.send({"ticket": ticket, "refused": reason}, [])
            return
        del result
        drop = self.table.unheld() if self.table.sign < 0 else []
        try:
            self.channel.send({"ticket": ticket, "raised": raised, "drop": drop, **part}, buffers)
        except RefusedError as error:
            self.channel.send({"ticket": ticket, "refused": str(error)}, [])

    # -- names that both sides know

    def news(self) -> dict[str, tuple]:
        """Shared names whose value changed here since the other side last heard of them: (value,), or () if gone."""
        changed: dict[str, tuple] = {}
        for name, before in self.shared.items():
            now = self.namespace.get(name, _GONE)
            if now is not before:
                changed[name] = () if now is _GONE else (now,)
                self.shared[name] = now
        return changed

    def heed(self, news: dict[str, tuple]) -> None:
        """Take over the other side's `news`, for names that are shared."""
        for name, change in news.items():
            if name not in self.shared:
                continue
            if type(change) is not tuple or len(change) > 1:
                raise MalformedError("news that are none")
            self.shared[name] = change[0] if change else _GONE
            if change:
                self.namespace[name] = change[0]
            else:
                self.namespace.pop(name, None)

    def _perform(self, name: Any, operation: Callable | None, of: Any, args: tuple, kwargs: dict) -> Any:
        if name == "get":
            return self.exposure.attribute(self.own(of), str(args[0]))
        if name == "set":
            return self.exposure.set_attribute(self.own(of), str(args[0]), args[1])
        if operation is None:
            raise MalformedError("a request that is none")
        return operation(self.own(of), *args, **kwargs)


# --------------------------------------------------------------------------- errors

BUILTIN_ERRORS = {
    name: each for name, each in vars(builtins).items() if isinstance(each, type) and issubclass(each, BaseException)
}


def _without_frames(error: BaseException, table: Table) -> BaseException:
    made = read_error(describe_error(error, table), table)
    for note in _notes(error, table):
        if note not in getattr(made, "__notes__", []):
            made.add_note(note)
    return made


def describe_error(error: BaseException, table: Table) -> dict:
    """An error as plain data: the built-in type nearest to its own, its name, arguments, message and notes."""
    made = type(error)
    base = next((each.__name__ for each in made.__mro__ if BUILTIN_ERRORS.get(each.__name__) is each), "Exception")
    try:
        text = str(error)[:TEXT]
    except Exception:
        text = ""
    args = error.args
    exact = BUILTIN_ERRORS.get(made.__name__) is made and len(args) <= 5
    plain = exact and all(type(each) in (str, int, bool, float, type(None)) and len(str(each)) <= TEXT for each in args)
    return {
        "base": base,
        "name": str(made.__name__)[:100],
        "text": text,
        "args": [table.tree(each) for each in args] if plain else None,
        "notes": _notes(error, table),
    }


def _notes(error: BaseException, table: Table) -> list[str]:
    notes = [str(note)[:TEXT] for note in list(getattr(error, "__notes__", []))[:20]]
    line = line_of_a_cell(error) if table.sign < 0 else None  # a line of a check is not for the student
    return [*notes, line] if line and line not in notes else notes


def line_of_a_cell(error: BaseException, but: str = "") -> str | None:
    """Where in the notebook an error arose, the file `but` apart: `at line 4 of your cell: h = …`, or None."""
    try:
        frames = traceback.extract_tb(error.__traceback__)
    except Exception:
        return None
    for frame in reversed(frames):
        line = (frame.line or linecache.getline(frame.filename, frame.lineno or 0)).strip()
        if line and frame.filename != but and not os.path.exists(frame.filename):
            return f"at line {frame.lineno} of your cell: {line[:300]}"
    return None


_error_classes: dict[tuple[str, str], type] = {}
_SAFE = re.compile(r"[A-Za-z_]\w{0,99}\Z")


def read_error(account: Any, table: Table) -> BaseException:
    """The error that `describe_error` describes: of the built-in type, under the name of its own."""
    base = BUILTIN_ERRORS[account["base"]]
    name, text, args = account["name"], account["text"], account["args"]
    if not all(type(each) is str for each in (name, text, *account["notes"])):
        raise MalformedError("an error that is none")
    error: BaseException | None = None
    if args is not None and name == account["base"]:
        try:
            error = base(*[table.value(each) for each in args])
        except Exception:
            error = None
    if error is None:
        error = _error_class(base, name if _SAFE.match(name) else base.__name__)(text)
    for note in account["notes"][:21]:
        error.add_note(note[:TEXT])
    return error


def _error_class(base: type, name: str) -> Any:
    if (base.__name__, name) not in _error_classes:
        if len(_error_classes) > 2000:
            _error_classes.clear()
        plain = Exception if issubclass(base, BaseExceptionGroup) else base
        space = {"__init__": _keep_text, "__str__": lambda self: "".join(self.args), "__module__": "builtins"}
        _error_classes[base.__name__, name] = type(name, (plain,), space)
    return _error_classes[base.__name__, name]


def _keep_text(self: Any, text: str) -> None:
    BaseException.__init__(self, *([text] if text else []))  # a check may ask whether there is a text
