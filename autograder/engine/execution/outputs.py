"""The outputs of a cell as the notebook format defines them, checked much faster than by nbformat."""

from __future__ import annotations

import re
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

JSON_TYPE = re.compile(r"application/(.*\+)?json$")
"""Media types whose data may be any JSON."""

MultilineString = str | list[str]
Count = Annotated[int, Meta(ge=0)]


class Stream(Struct, tag_field="output_type", tag="stream", forbid_unknown_fields=True):
    """Text that was written to `stdout` or `stderr`."""

    name: str
    text: MultilineString


class Error(Struct, tag_field="output_type", tag="error", forbid_unknown_fields=True):
    """The error that ended the cell."""

    ename: str
    evalue: str
    traceback: list[str]


class DisplayData(Struct, tag_field="output_type", tag="display_data", forbid_unknown_fields=True):
    """An object in one or more media types."""

    data: dict[str, Any]
    metadata: dict[str, Any]

    def __post_init__(self) -> None:
        for media_type, content in self.data.items():
            if not JSON_TYPE.match(media_type):
                msgspec.convert(content, MultilineString)


class ExecuteResult(DisplayData, tag_field="output_type", tag="execute_result", forbid_unknown_fields=True):
    """The value of the last expression of the cell."""

    execution_count: Count | None


Output = Stream | Error | DisplayData | ExecuteResult


def is_output(content: Any) -> bool:
    """Return whether plain data are a valid output in notebook format 4."""
    try:
        msgspec.convert(content, Output)
    except (msgspec.ValidationError, RecursionError):
        return False
    return True
