"""Lets pandas' tables, columns, indexes and times cross by value; `register` adds them to the bridge.

A table becomes the plain values of its columns and indexes. A dtype that has no plain values, such as an interval, is
not in the list below; then the whole table stays in its process and is used remotely.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.bridge.kinds import TYPES, Codec, Kind, add_kind, add_rule
from autograder.engine.libraries.numpy_arrays import DTYPE, read_dtype

pd: Any = None
"""The library, which takes long to import. `register` imports it when the first value crosses."""
MASKED = re.compile(r"(U?Int(8|16|32|64)|Float(32|64)|boolean)\Z")
TEXT_TYPES = ("str", "string")
UNITS = ("s", "ms", "us", "ns")
ZONE = re.compile(r"(?!dateutil)[A-Za-z][\w+:-]{0,30}(/[\w+-]{1,30}){0,2}\Z", re.ASCII)
ROWS = 100_000_000
"""Limit on the rows of an index that is only a range."""


def register() -> None:
    """Import pandas and let its values cross. A second call does nothing."""
    global pd
    if pd is not None:
        return
    import pandas

    pd = pandas
    for cls, kind in ((pd.DataFrame, _Frame()), (pd.Series, _Series()), (pd.Index, _Index())):
        add_kind(_exactly(cls), kind)
    for name in ("DataFrame", "Series", "Index", "Timestamp", "Timedelta"):
        TYPES[f"pd.{name}"] = getattr(pd, name)
    add_rule(pd.Timestamp, "ts", _moment_to_tree, _read_moment)
    add_rule(
        pd.Timedelta,
        "td",
        lambda value, tree: ["td", value.isoformat(), value.unit],
        lambda parts, _: pd.Timedelta(_short(parts[0])).as_unit(_unit(parts[1])),
    )
    add_rule(type(pd.NaT), "nat", lambda value, tree: ["nat"], lambda parts, _: pd.NaT)
    add_rule(type(pd.NA), "na", lambda value, tree: ["na"], lambda parts, _: pd.NA)
    add_rule(pd.StringDtype, "pdtype", lambda value, tree: ["pdtype", str(value)], _read_dtype)


def _exactly(cls: type) -> Any:
    """Return a test for a class of pandas itself, not of a subclass that somebody wrote, which can do more."""
    return lambda other: issubclass(other, cls) and str(other.__module__).partition(".")[0] == "pandas"


def _short(text: Any) -> str:
    if type(text) is not str or len(text) > 100:
        raise ProtocolError("the text of a time is missing or too long")
    return text


def _zone(name: Any) -> str:
    if type(name) is not str or not ZONE.match(name):
        raise ProtocolError("a time zone has an invalid name")
    return name


def _unit(unit: Any) -> str:
    if unit not in UNITS:
        raise ProtocolError("a time has an unknown unit")
    return str(unit)


def _moment_to_tree(value: Any, tree: Any) -> list:
    zone = None if value.tzinfo is None else str(value.tzinfo)
    plain = value if zone is None else value.tz_convert("UTC").tz_localize(None)
    return ["ts", plain.isoformat(), value.unit, zone]


def _read_moment(parts: list, value: Any) -> Any:
    text, unit, zone = parts
    moment = pd.Timestamp(_short(text)).as_unit(_unit(unit))
    return moment if zone is None else moment.tz_localize("UTC").tz_convert(_zone(zone))


def _read_dtype(parts: list, value: Any) -> Any:
    if parts[0] not in TEXT_TYPES:
        raise ProtocolError("a dtype of pandas is unknown")
    return pd.api.types.pandas_dtype(parts[0])


# --------------------------------------------------------------------------- values of one column or index


def _crosses(dtype: Any) -> bool:
    """Return whether values of a dtype can cross."""
    if isinstance(dtype, np.dtype):
        return dtype.kind == "O" or bool(DTYPE.match(dtype.str))
    if isinstance(dtype, pd.CategoricalDtype):
        return _crosses(dtype.categories.dtype)
    return isinstance(dtype, (pd.StringDtype, pd.DatetimeTZDtype)) or bool(MASKED.match(str(dtype)))


def _values_to_tree(values: Any, table: Codec, buffers: list) -> list:
    """Return the tree of the values of a Series or an Index, and add their buffers."""
    dtype = values.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        cat = values.cat if isinstance(values, pd.Series) else values
        buffers.append(np.asarray(cat.codes, np.int64).tobytes())
        return ["category", _values_to_tree(dtype.categories, table, buffers), bool(dtype.ordered)]
    if isinstance(dtype, pd.DatetimeTZDtype):
        buffers.append(np.asarray(values.to_numpy(dtype=f"M8[{dtype.unit}]")).tobytes())
        return ["zone", dtype.unit, str(dtype.tz)]
    if isinstance(dtype, pd.StringDtype) or (isinstance(dtype, np.dtype) and dtype.kind == "O"):
        missing = values.isna() if isinstance(dtype, pd.StringDtype) else [False] * len(values)
        items = [None if gone else table.tree(item) for item, gone in zip(values.tolist(), missing, strict=True)]
        return ["text" if isinstance(dtype, pd.StringDtype) else "object", str(dtype), items]
    if isinstance(dtype, np.dtype):
        buffers.append(np.ascontiguousarray(values.to_numpy()).tobytes())
        return ["plain", dtype.str]
    gone = np.asarray(values.isna(), bool)
    numbers = values.to_numpy(dtype=dtype.numpy_dtype, na_value=0)
    buffers += [numbers.tobytes(), gone.tobytes()]
    return ["masked", str(dtype)]


def _read_values(tree: list, table: Codec, buffers: list) -> Any:
    """Return the values as an array of NumPy or pandas. Takes buffers from the front of the list."""
    form, *rest = tree
    if form == "category":
        codes = np.frombuffer(buffers.pop(0), np.int64)
        categories = pd.Index(_read_values(rest[0], table, buffers))
        return pd.Categorical.from_codes(codes, categories, ordered=bool(rest[1]))
    if form == "zone":
        moments = np.frombuffer(buffers.pop(0), read_dtype(f"<M8[{_unit(rest[0])}]"))
        return pd.DatetimeIndex(moments).tz_localize("UTC").tz_convert(_zone(rest[1])).array
    if form == "text" and rest[0] in TEXT_TYPES:
        return pd.array([table.value(item) for item in rest[1]], dtype=rest[0])
    if form == "object":
        array = np.empty(len(rest[1]), object)
        for k, item in enumerate(rest[1]):
            array[k] = table.value(item)
        return array
    if form == "plain":
        return np.frombuffer(buffers.pop(0), read_dtype(rest[0])).copy()
    if form == "masked" and type(rest[0]) is str and MASKED.match(rest[0]):
        numbers = np.frombuffer(buffers.pop(0), pd.api.types.pandas_dtype(rest[0]).numpy_dtype)
        array = pd.array(numbers.copy(), dtype=rest[0])
        array[np.frombuffer(buffers.pop(0), bool)] = pd.NA
        return array
    raise ProtocolError("a column of a table has an unknown form")


def _index_crosses(index: Any) -> bool:
    if isinstance(index, pd.MultiIndex):
        return all(_crosses(level.dtype) for level in index.levels)
    return _crosses(index.dtype)


def _index_to_tree(index: Any, table: Codec, buffers: list) -> list:
    names = [table.tree(name) for name in index.names]
    if isinstance(index, pd.RangeIndex):
        return ["range", names, index.start, index.stop, index.step]
    if isinstance(index, pd.MultiIndex):
        levels = [index.get_level_values(k) for k in range(index.nlevels)]
        return ["levels", names, [_values_to_tree(level, table, buffers) for level in levels]]
    return ["values", names, _values_to_tree(index, table, buffers), getattr(index, "freqstr", None)]


def _read_index(tree: list, table: Codec, buffers: list) -> Any:
    form, names, *rest = tree
    names = [table.value(name) for name in names]
    if form == "range":
        rows = range(*map(int, rest))
        if len(rows) > ROWS:
            raise ProtocolError("an index is too long")
        return pd.RangeIndex(rows, name=names[0])
    if form == "levels":
        return pd.MultiIndex.from_arrays([_read_values(level, table, buffers) for level in rest[0]], names=names)
    values = _read_values(rest[0], table, buffers)
    dtype = object if isinstance(values, np.ndarray) and values.dtype.kind == "O" else None
    index = pd.Index(values, dtype=dtype, name=names[0])
    if rest[1] is not None:
        index.freq = _short(rest[1])
    return index


# --------------------------------------------------------------------------- kinds


class _Table(Kind):
    """A kind whose objects can get new content in place."""

    def read(self, meta: Any, buffers: list, table: Codec) -> Any:
        """Return a new object with this content."""
        raise NotImplementedError

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        type(obj).__init__(obj, self.read(meta, list(buffers), table))
        return True


class _Frame(_Table):
    name = "frame"

    def takes(self, obj: Any, table: Codec) -> bool:
        return _index_crosses(obj.index) and _index_crosses(obj.columns) and all(map(_crosses, obj.dtypes))

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        buffers: list = []
        labels = [_index_to_tree(index, table, buffers) for index in (obj.index, obj.columns)]
        return [*labels, [_values_to_tree(column, table, buffers) for _, column in obj.items()]], buffers

    def blank(self, meta: Any, buffers: list) -> Any:
        return pd.DataFrame()

    def read(self, meta: Any, buffers: list, table: Codec) -> Any:
        index, columns = (_read_index(tree, table, buffers) for tree in meta[:2])
        series = [_series(_read_values(tree, table, buffers), index) for tree in meta[2]]
        frame = pd.DataFrame(dict(enumerate(series)), index=index)
        frame.columns = columns
        return frame


class _Series(_Table):
    name = "series"

    def takes(self, obj: Any, table: Codec) -> bool:
        return _index_crosses(obj.index) and _crosses(obj.dtype)

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        buffers: list = []
        index = _index_to_tree(obj.index, table, buffers)
        return [index, table.tree(obj.name), _values_to_tree(obj, table, buffers)], buffers

    def blank(self, meta: Any, buffers: list) -> Any:
        return pd.Series(dtype=object)

    def read(self, meta: Any, buffers: list, table: Codec) -> Any:
        index = _read_index(meta[0], table, buffers)
        return _series(_read_values(meta[2], table, buffers), index).rename(table.value(meta[1]))


def _series(values: Any, index: Any) -> Any:
    if len(values) != len(index):
        raise ProtocolError("a column of a table has not as many values as the table has rows")
    # without its dtype, pandas would guess a better one for objects
    return pd.Series(values, index=index, dtype=values.dtype)


class _Index(Kind):
    name = "index"
    changes = False

    def takes(self, obj: Any, table: Codec) -> bool:
        return _index_crosses(obj)

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        buffers: list = []
        return _index_to_tree(obj, table, buffers), buffers

    def blank(self, meta: Any, buffers: list) -> Any:
        return pd.Index([])

    def create(self, meta: Any, buffers: list, table: Codec) -> Any:
        return _read_index(meta, table, list(buffers))

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        return True
