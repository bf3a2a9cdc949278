"""Text from anyone: half characters, which no file can hold and no terminal show, are replaced where it is read."""

from __future__ import annotations

import json
import re
from typing import Any

HALF = re.compile(r"[\ud800-\udfff]")
"""A surrogate that stands alone: Python lets text have it, and UTF-8 has no form for it."""
ESCAPED = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")


def whole(text: str) -> str:
    """Return the text with U+FFFD for each half character."""
    return HALF.sub("\ufffd", text)


def whole_json(text: str) -> str:
    """Return JSON text that reads as before, with U+FFFD for each half character.

    Raises:
        ValueError, RecursionError: it is no JSON; only found where half characters may be.
    """
    # two escapes in a row may be one character, which reading joins
    return whole(json.dumps(json.loads(text), ensure_ascii=False)) if ESCAPED.search(text) else text


def read_json(data: bytes | bytearray | memoryview) -> Any:
    """Read JSON in UTF-8, with U+FFFD for whatever is no character.

    Raises:
        ValueError, RecursionError: it is no JSON.
    """
    return json.loads(whole_json(bytes(data).decode("utf-8", "replace")))
