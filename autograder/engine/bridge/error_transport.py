"""Errors as plain data, which cross when code in the other process raises."""

from __future__ import annotations

import builtins
import linecache
import os
import re
import traceback
from typing import Any, Protocol

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.bridge.kinds import Codec
from autograder.engine.bridge.messages import NAME, TEXT, ErrorAccount, ObjectHandle, convert

BUILTIN_ERRORS = {
    name: cls for name, cls in vars(builtins).items() if isinstance(cls, type) and issubclass(cls, BaseException)
}
PLAIN_ARGUMENTS = (str, int, bool, float, type(None))
SAFE_NAME = re.compile(r"[A-Za-z_]\w{0,99}\Z")

ATTRIBUTES = 20
"""How many attributes of an error cross."""

_classes: dict[tuple[str, str], type] = {}


class ErrorCodec(Codec, Protocol):
    """The part of the table of shared objects that errors need."""

    def describe_class(self, cls: type) -> ObjectHandle | None:
        """Return the handle of a class that the student wrote, or None for another class."""

    def class_of(self, handle: ObjectHandle) -> type:
        """Return the twin of a class that the student wrote."""


class DescribedError(Exception):
    """Carries the description of an error, and none of its frames."""

    def __init__(self, account: ErrorAccount) -> None:
        self.account = account


def describe_error(error: BaseException, table: ErrorCodec) -> ErrorAccount:
    """Return an error as plain data, with the built-in type nearest to its own."""
    if type(error) is DescribedError:
        return error.account
    cls = type(error)
    try:
        text = str(error)[:TEXT]
    except Exception:
        text = ""
    theirs = table.describe_class(cls)
    exact = (BUILTIN_ERRORS.get(cls.__name__) is cls or theirs is not None) and len(error.args) <= 5
    plain = exact and all(_is_plain(arg) for arg in error.args)
    args = [table.tree(arg) for arg in error.args] if plain else None
    return ErrorAccount(
        builtin_error_of(cls) or "Exception",
        str(cls.__name__)[:NAME],
        text,
        args,
        _notes(error, table),
        theirs,
        _attributes(error, table) if theirs else [],
    )


def builtin_error_of(cls: type) -> str:
    """Return the name of the nearest built-in error among a class and its bases, or an empty text."""
    return next((base.__name__ for base in cls.__mro__ if BUILTIN_ERRORS.get(base.__name__) is base), "")


def _is_plain(value: Any) -> bool:
    return type(value) in PLAIN_ARGUMENTS and len(str(value)) <= TEXT


def _attributes(error: BaseException, table: ErrorCodec) -> list[tuple[str, Any]]:
    public = [(name, value) for name, value in list(vars(error).items()) if str(name)[:1] != "_" and _is_plain(value)]
    return [(str(name)[:NAME], table.tree(value)) for name, value in public[:ATTRIBUTES]]


def _notes(error: BaseException, table: ErrorCodec) -> list[str]:
    notes = [str(note)[:TEXT] for note in list(getattr(error, "__notes__", []))[:20]]
    line = line_of_a_cell(error) if table.sign < 0 else None  # the student may not see a line of a check
    return [*notes, line] if line and line not in notes else notes


def line_of_a_cell(error: BaseException, but: str = "") -> str | None:
    """Return where an error left the cell that was called, as `at line 4 of your cell: h = …`, or None.

    Lines of the file `but` are skipped. If the cell called a function of another cell, its own line is returned,
    because the student did not write the other cell.
    """
    try:
        frames = traceback.extract_tb(error.__traceback__)
    except Exception:
        return None
    in_cells = [frame for frame in frames if frame.filename != but and not os.path.exists(frame.filename)]
    for frame in reversed(in_cells):
        line = (frame.line or linecache.getline(frame.filename, frame.lineno or 0)).strip()
        if line and frame.filename == in_cells[0].filename:
            return f"at line {frame.lineno} of your cell: {line[:300]}"
    return None


def without_frames(error: BaseException, table: ErrorCodec) -> DescribedError:
    """Return the description of an error, which keeps no frame alive."""
    return DescribedError(describe_error(error, table))


def read_error(tree: Any, table: ErrorCodec) -> BaseException:
    """Return the error that the other process described.

    Raises:
        ProtocolError: The tree does not describe an error.
    """
    return rebuild_error(convert(tree, ErrorAccount), table)


def rebuild_error(account: ErrorAccount, table: ErrorCodec) -> BaseException:
    """Return the described error, with the built-in type and the name of the original type."""
    if account.base not in BUILTIN_ERRORS:
        raise ProtocolError(f"{account.base[:20]!r} is not a built-in error")
    base = BUILTIN_ERRORS[account.base]
    args = None if account.args is None else [table.value(arg) for arg in account.args]
    error: Any = None
    if account.student_class is not None:
        error = _rebuild_students(account, args, table)
    elif args is not None and account.name == account.base:
        try:
            error = base(*args)
        except Exception:
            error = None
    if error is None:
        name = account.name if SAFE_NAME.match(account.name) else base.__name__
        error = _error_class(base, name)(account.text)
    for note in account.notes:
        error.add_note(note)
    return error


def _rebuild_students(account: ErrorAccount, args: list | None, table: ErrorCodec) -> BaseException:
    """Return an error whose class is the twin of a class that the student wrote."""
    assert account.student_class is not None
    cls = table.class_of(account.student_class)
    if not issubclass(cls, BaseException):
        raise ProtocolError("the class of an error is not a class of errors")
    given = args if args is not None else [account.text] if account.text else []
    error = cls.__new__(cls, *given)
    error.__dict__.update({name: table.value(value) for name, value in account.attributes if name[:1] != "_"})
    error.__dict__["_text"] = account.text
    return error


def _error_class(base: type, name: str) -> Any:
    if (base.__name__, name) not in _classes:
        if len(_classes) > 2000:
            _classes.clear()
        plain = Exception if issubclass(base, BaseExceptionGroup) else base
        space = {"__init__": _keep_text, "__str__": lambda self: "".join(self.args), "__module__": "builtins"}
        _classes[base.__name__, name] = type(name, (plain,), space)
    return _classes[base.__name__, name]


def _keep_text(self: Any, text: str) -> None:
    BaseException.__init__(self, *([text] if text else []))  # a check may ask whether there is a text
