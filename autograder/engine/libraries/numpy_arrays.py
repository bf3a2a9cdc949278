"""Lets NumPy's arrays, scalars, dtypes and `Generator`s cross; importing it registers them with the bridge."""

from __future__ import annotations

import base64
import math
import re
from typing import Any, Literal

import numpy as np

from autograder.engine.bridge.errors import ProtocolError, ValueRefusedError
from autograder.engine.bridge.exposure import USABLE_TYPES
from autograder.engine.bridge.kinds import TYPES, Codec, Kind, add_kind, add_rule, subclass_of
from autograder.engine.bridge.operations import Operation, add_operation

DTYPE = re.compile(r"[<>|=]?(b1|[iufc]\d{1,2}|[SU]\d{1,6}|[mM]8(\[\d{0,4}[a-zA-Zμ]{1,2}\])?)\Z")
SIDES = 32
WORDS = 624
"""How many numbers the state of a random generator has at most (MT19937)."""

TYPES.update(
    {
        f"np.{cls.__name__}": cls
        for cls in vars(np).values()
        if isinstance(cls, type) and issubclass(cls, (np.generic, np.ndarray)) and cls.__module__ == "numpy"
    }
)


def plain_array(value: Any) -> np.ndarray:
    """Return an array, or one of a subclass, as a plain array that shares its memory."""
    return np.ndarray.view(value, np.ndarray)


def dtype_name(dtype: np.dtype) -> str:
    """Return the name under which a dtype crosses.

    Raises:
        ValueRefusedError: the dtype is structured or holds objects.
    """
    if not DTYPE.match(dtype.str):
        raise ValueRefusedError(f"it is an array of dtype {str(dtype)[:50]}, not of numbers or text")
    return dtype.str


def read_dtype(name: Any) -> np.dtype:
    """Return the dtype with a name that `dtype_name` returned.

    Raises:
        ProtocolError: no dtype that can cross has this name.
    """
    if type(name) is not str or not DTYPE.match(name):
        raise ProtocolError("a dtype is invalid")
    return np.dtype(name)


def read_shape(shape: Any) -> tuple[int, ...]:
    """Return the shape of an array as a tuple, after checking its length and sizes.

    Raises:
        ProtocolError: the shape is invalid.
    """
    if type(shape) is not list or len(shape) > SIDES or not all(type(n) is int and 0 <= n < 2**40 for n in shape):
        raise ProtocolError("a shape is invalid")
    return tuple(shape)


class _Array(Kind):
    """Bytes in C or Fortran order, and whether one may write into it."""

    name = "a"

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        array = plain_array(obj)
        if array.dtype.hasobject:
            return self._objects(array, table)
        if array.nbytes > table.limit:
            gigabytes = array.nbytes / 2**30
            raise ValueRefusedError(
                f"it is an array of {gigabytes:.1f} GB; at most {table.limit / 2**20:.0f} MB can be judged"
            )
        order: Literal["F", "C"] = "F" if array.flags.f_contiguous and not array.flags.c_contiguous else "C"
        meta = [dtype_name(array.dtype), list(array.shape), order, bool(array.flags.writeable)]
        return meta, [array.tobytes(order)]

    def _objects(self, array: np.ndarray, table: Codec) -> tuple[Any, list]:
        if array.dtype.kind != "O":
            raise ValueRefusedError("it is a structured array")
        items = [table.tree(item) for item in array.ravel().tolist()]
        return ["O", list(array.shape), items, bool(array.flags.writeable)], []

    def blank(self, meta: Any, buffers: list) -> Any:
        shape = read_shape(meta[1])
        if meta[0] == "O":
            if math.prod(shape) != len(meta[2]):
                raise ProtocolError("an array does not have as many items as its shape says")
            return np.empty(shape, object)
        dtype = read_dtype(meta[0])
        # an item of no bytes would let the shape claim any size, and NumPy makes it one byte long
        if not dtype.itemsize or math.prod(shape) * dtype.itemsize != len(buffers[0]):
            raise ProtocolError("an array does not have as many bytes as its shape says")
        return np.zeros(shape, dtype, order="F" if meta[2] == "F" else "C")

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        shape = read_shape(meta[1])
        dtype = np.dtype(object) if meta[0] == "O" else read_dtype(meta[0])
        if obj.dtype != dtype or (obj.shape != shape and not self._reshape(obj, shape)):
            return False
        if meta[0] == "O":
            new = np.empty(math.prod(shape), object)
            for k, item in enumerate(meta[2]):
                new[k] = table.value(item)
            new = new.reshape(shape)
        else:
            new = np.frombuffer(buffers[0], dtype).reshape(shape, order="F" if meta[2] == "F" else "C")
        return self._write(obj, new, bool(meta[3]))

    @staticmethod
    def _reshape(obj: np.ndarray, shape: tuple[int, ...]) -> bool:
        """Change the array's shape in place, as the other side did; return False if its memory does not allow it."""
        try:
            obj.shape = shape
        except (AttributeError, ValueError):
            return False
        return True

    @staticmethod
    def _write(obj: np.ndarray, new: np.ndarray, writeable: bool) -> bool:
        try:
            if not obj.flags.writeable:
                obj.flags.writeable = True
            plain_array(obj)[...] = new
            obj.flags.writeable = writeable
        except ValueError:
            pass  # a view of memory that is read-only for good: nothing can have changed it
        return True


class _Generator(Kind):
    """A random generator and its state, which continues where the other side left it."""

    name = "rng"
    algorithms = ("PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64")

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        return [type(obj.bit_generator).__name__, _state_to_tree(obj.bit_generator.state)], []

    def blank(self, meta: Any, buffers: list) -> Any:
        if meta[0] not in self.algorithms:
            raise ProtocolError("a random generator has an unknown algorithm")
        return np.random.Generator(getattr(np.random, meta[0])(0))

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        if type(obj.bit_generator).__name__ != meta[0]:
            return False
        obj.bit_generator.state = _tree_to_state(meta[1])
        return True


def _state_to_tree(state: Any) -> Any:
    if isinstance(state, dict):
        return {str(key): _state_to_tree(value) for key, value in state.items()}
    if isinstance(state, np.ndarray):
        return ["a", state.dtype.str, state.tolist()]
    return state.item() if isinstance(state, np.generic) else state


def _tree_to_state(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _tree_to_state(value) for key, value in tree.items()}
    if isinstance(tree, list):
        dtype = read_dtype(tree[1])
        if dtype.kind != "u" or len(tree[2]) > WORDS:
            raise ProtocolError("the state of a random generator is not whole numbers, or too many of them")
        return np.array(tree[2], dtype=dtype)
    return tree


def _scalar(parts: list, value: Any) -> Any:
    dtype, data = read_dtype(parts[0]), base64.b64decode(parts[1], validate=True)
    if len(data) != dtype.itemsize:
        raise ProtocolError("a number does not have as many bytes as its dtype says")
    return np.frombuffer(data, dtype)[0]


def _scalar_to_tree(value: Any, tree: Any) -> Any:
    array = np.asarray(value)
    return ["n", dtype_name(array.dtype), base64.b64encode(array.tobytes()).decode()]


add_kind(subclass_of(np.ndarray), _Array())
add_kind(lambda cls: cls is np.random.Generator, _Generator())
for _base in (np.bool_, np.number, np.character, np.datetime64, np.timedelta64):
    add_rule(_base, "n", _scalar_to_tree, _scalar)
add_rule(np.dtype, "dt", lambda value, tree: ["dt", dtype_name(value)], lambda parts, value: read_dtype(parts[0]))


def _as_array(proxy: Any, dtype: Any = None, copy: bool | None = None) -> Any:
    array = proxy._peer.request("array", proxy._handle)
    if type(array) is not np.ndarray:
        raise TypeError("no array")
    return array if dtype is None else array.astype(dtype)


add_operation(Operation("array", "__array__", lambda obj: np.array(obj), (np.ndarray,), _as_array))
USABLE_TYPES.add(np.random.RandomState)
