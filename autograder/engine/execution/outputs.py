"""The outputs of a cell as the notebook format defines them, checked much faster than by nbformat."""

from __future__ import annotations

import re
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

JSON_TYPE = re.compile(r"application/(.*\+)?json$")
"""Media types whose data may be any JSON."""

MultilineString = str | list[str]
OUTPUTS = 20_000
"""How many outputs of one notebook are kept."""
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


class Allowance:
    """The output that a notebook may still have. Only the grader's side counts it."""

    def __init__(self, size: int, number: int = OUTPUTS) -> None:
        self.all = self.size = size
        self.number = number
        self.passed = False

    def keep(self, shown: Any) -> list[dict[str, Any]]:
        """Return the valid outputs that the allowance covers. Say once if it does not cover all of them."""
        kept: list[dict[str, Any]] = []
        for output in shown if type(shown) is list else []:
            if self.passed:
                break
            if is_output(output):
                try:
                    size = len(msgspec.json.encode(output))
                except (RecursionError, UnicodeEncodeError):
                    continue
                self.size -= size
                self.number -= 1
                self.passed = self.size < 0 or self.number < 0
                kept.append(self._end() if self.passed else output)
        return kept

    def _end(self) -> dict[str, Any]:
        limit = f"{self.all:,} bytes" if self.size < 0 else f"{OUTPUTS:,} pieces"
        cut = f"… this notebook has more than {limit} of output, so the rest is cut\n"
        return {"output_type": "stream", "name": "stdout", "text": cut}
