"""What a check may ask about a function or an object besides its public attributes: docstring, signature and so on.

In the process that has the object, `fact_about` returns the answer as plain data. In the other process, `read_fact`
makes from it what `inspect` expects.
"""

from __future__ import annotations

import inspect
import linecache
import types
from typing import Any

READABLE = frozenset({
    "__annotations__", "__code__", "__defaults__", "__dict__", "__doc__", "__kwdefaults__", "__qualname__",
    "__members__", "__signature__", "_asdict", "_fields", "_replace",
})  # fmt: skip
"""Attributes that a check may read although their names start with an underscore."""
CODE = (
    "co_name", "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_flags", "co_varnames",
    "co_names", "co_freevars", "co_cellvars",
)  # fmt: skip
SOURCE = 100_000
"""How many characters of the source text of a function cross."""
FILE = "<code of the other process>"
"""The file in which `inspect.getsource` finds the text of the function that was asked about last."""


class CodeFacts:
    """Stands for the code of a function of the other process, without the code itself."""

    __slots__ = (*CODE, "co_filename", "co_firstlineno")
    co_filename: str
    co_firstlineno: int

    __class__ = property(lambda self: types.CodeType)  # type: ignore[assignment]  # for inspect.iscode


def fact_about(obj: Any, name: str) -> Any:
    """Return the answer to a question about an object of this process.

    Raises:
        AttributeError: The object does not have this attribute.
    """
    if name == "__signature__":
        try:
            return _describe_signature(inspect.signature(obj))
        except (TypeError, ValueError) as error:
            raise AttributeError(str(error)) from None
    if name == "__code__":
        return _describe_code(obj.__code__)
    return getattr(obj, name)


def read_fact(name: str, answer: Any) -> Any:
    """Return what a check gets for the answer of the other process.

    Raises:
        TypeError: The answer describes nothing.
    """
    if name == "__signature__":
        return _read_signature(answer)
    if name == "__code__":
        return _read_code(answer)
    return answer


def _describe_signature(signature: inspect.Signature) -> tuple:
    parameters = [
        (one.name, int(one.kind), _given(one.default), _given(one.annotation)) for one in signature.parameters.values()
    ]
    return parameters, _given(signature.return_annotation)


def _given(value: Any) -> tuple:
    return () if value is inspect.Parameter.empty else (value,)


def _read_signature(answer: Any) -> inspect.Signature:
    try:
        parameters, returned = answer
        return inspect.Signature(
            [
                inspect.Parameter(
                    str(name), inspect._ParameterKind(kind), default=_or_empty(default), annotation=_or_empty(note)
                )
                for name, kind, default, note in parameters
            ],
            return_annotation=_or_empty(returned),
        )
    except (ValueError, TypeError) as error:
        raise TypeError(f"there is no signature ({error})") from None


def _or_empty(given: Any) -> Any:
    return given[0] if type(given) is tuple and given else inspect.Parameter.empty


def _describe_code(code: types.CodeType) -> tuple:
    try:
        text = inspect.getsource(code)[:SOURCE]
    except (OSError, TypeError):
        text = ""
    return text, [getattr(code, name) for name in CODE]


def _read_code(answer: Any) -> CodeFacts:
    try:
        text, values = answer
        facts = CodeFacts()
        for name, value in zip(CODE, values, strict=True):
            setattr(facts, name, value)
        # inspect.getsource looks for the text among the known files
        facts.co_filename, facts.co_firstlineno = FILE, 1
        linecache.cache[FILE] = (len(text), None, str(text)[:SOURCE].splitlines(True), FILE)
        return facts
    except (ValueError, TypeError) as error:
        raise TypeError(f"there is no code ({error})") from None
