"""Kinds for dates and times, which cross as text in ISO format."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.bridge.kinds import Codec, Kind, add_kind

LENGTH = 60
"""How many characters the text of a date or a time may have."""


class _Moment(Kind):
    changes = False

    def __init__(self, name: str, read: Callable[[str], Any]) -> None:
        self.name, self.read = name, read

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        return obj.isoformat(), []

    def blank(self, meta: Any, buffers: list) -> Any:
        if type(meta) is not str or len(meta) > LENGTH:
            raise ProtocolError("the text of a date is missing or too long")
        return self.read(meta)

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        return True


class _Duration(Kind):
    name = "duration"
    changes = False

    def content(self, obj: Any, table: Codec) -> tuple[Any, list]:
        return [obj.days, obj.seconds, obj.microseconds], []

    def blank(self, meta: Any, buffers: list) -> Any:
        return datetime.timedelta(*meta)

    def fill(self, obj: Any, meta: Any, buffers: list, table: Codec) -> bool:
        return True


# not their subclasses, such as those of pandas, which can do more
add_kind(lambda cls: cls is datetime.date, _Moment("date", datetime.date.fromisoformat))
add_kind(lambda cls: cls is datetime.datetime, _Moment("datetime", datetime.datetime.fromisoformat))
add_kind(lambda cls: cls is datetime.time, _Moment("time", datetime.time.fromisoformat))
add_kind(lambda cls: cls is datetime.timedelta, _Duration())
