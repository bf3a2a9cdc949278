"""Errors as plain data, which cross when code in the other process raises."""

from __future__ import annotations

import builtins
import linecache
import os
import re
import traceback
from typing import Any

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.bridge.kinds import Codec
from autograder.engine.bridge.messages import NAME, TEXT, ErrorAccount, convert

BUILTIN_ERRORS = {
    name: cls for name, cls in vars(builtins).items() if isinstance(cls, type) and issubclass(cls, BaseException)
}
PLAIN_ARGUMENTS = (str, int, bool, float, type(None))
SAFE_NAME = re.compile(r"[A-Za-z_]\w{0,99}\Z")

_classes: dict[tuple[str, str], type] = {}


def describe_error(error: BaseException, table: Codec) -> ErrorAccount:
    """Return an error as plain data, with the built-in type nearest to its own."""
    cls = type(error)
    base = next((base.__name__ for base in cls.__mro__ if BUILTIN_ERRORS.get(base.__name__) is base), "Exception")
    try:
        text = str(error)[:TEXT]
    except Exception:
        text = ""
    exact = BUILTIN_ERRORS.get(cls.__name__) is cls and len(error.args) <= 5
    plain = exact and all(type(arg) in PLAIN_ARGUMENTS and len(str(arg)) <= TEXT for arg in error.args)
    args = [table.tree(arg) for arg in error.args] if plain else None
    return ErrorAccount(base, str(cls.__name__)[:NAME], text, args, _notes(error, table))


def _notes(error: BaseException, table: Codec) -> list[str]:
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


def without_frames(error: BaseException, table: Codec) -> BaseException:
    """Return a copy of an error that keeps no frame alive."""
    copy = rebuild_error(describe_error(error, table), table)
    for note in _notes(error, table):
        if note not in getattr(copy, "__notes__", []):
            copy.add_note(note)
    return copy


def read_error(tree: Any, table: Codec) -> BaseException:
    """Return the error that the other process described.

    Raises:
        ProtocolError: The tree does not describe an error.
    """
    return rebuild_error(convert(tree, ErrorAccount), table)


def rebuild_error(account: ErrorAccount, table: Codec) -> BaseException:
    """Return the described error, with the built-in type and the name of the original type."""
    if account.base not in BUILTIN_ERRORS:
        raise ProtocolError(f"{account.base[:20]!r} is not a built-in error")
    base = BUILTIN_ERRORS[account.base]
    error: BaseException | None = None
    if account.args is not None and account.name == account.base:
        try:
            error = base(*[table.value(arg) for arg in account.args])
        except Exception:
            error = None
    if error is None:
        name = account.name if SAFE_NAME.match(account.name) else base.__name__
        error = _error_class(base, name)(account.text)
    for note in account.notes:
        error.add_note(note)
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
