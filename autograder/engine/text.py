"""Replaces half characters in text from anyone, because no file can contain them and no terminal can show them."""

from __future__ import annotations

import json
import re
from typing import Any

HALF = re.compile(r"[\ud800-\udfff]")
"""A lone surrogate, which Python text may contain but UTF-8 cannot encode."""
ESCAPED = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")


def whole(text: str) -> str:
    """Return the text with U+FFFD for each half character."""
    return HALF.sub("\ufffd", text)


def whole_json(text: str) -> str:
    """Return JSON text with the same content, but with U+FFFD for each half character.

    Raises:
        ValueError, RecursionError: it is not JSON. This is noticed only if it may have half characters.
    """
    # two escapes in a row may be one character, and reading joins them
    return whole(json.dumps(json.loads(text), ensure_ascii=False)) if ESCAPED.search(text) else text


def read_json(data: bytes | bytearray | memoryview) -> Any:
    """Read JSON in UTF-8, with U+FFFD for everything that is not a character.

    Raises:
        ValueError, RecursionError: it is not JSON.
    """
    return json.loads(whole_json(bytes(data).decode("utf-8", "replace")))
