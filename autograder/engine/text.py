"""Cleans text from anyone, so that it can be written to a file and shown in a terminal, a table or a page.

Half characters are replaced, because no file can contain them. Control characters and escape sequences are removed,
because a terminal obeys them. Characters that change the direction of writing are replaced, because with them a line
can look different from what it says.
"""

from __future__ import annotations

import json
import logging
import re
from typing import Any

HALF = re.compile(r"[\ud800-\udfff]")
"""A lone surrogate, which Python text may contain but UTF-8 cannot encode."""
ESCAPED = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, movements of the cursor
    r"|(?:\x1b[PX\]^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # titles, links, the clipboard
    r"|\x1b[ -/]*[0-~]"
)
"""A command to a terminal (ECMA-48). Text on the next line never belongs to it."""
CONTROL = re.compile(r"\r(?=\n)|[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f]")
LINE = re.compile(r"[\u2028\u2029]")
DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
UNKNOWN = "\ufffd"


def whole(text: str) -> str:
    """Return the text with U+FFFD for each half character."""
    return HALF.sub(UNKNOWN, text)


def plain(text: str) -> str:
    """Return the text without anything that a terminal or a page would obey. Line breaks and tabs stay.

    Escape sequences and control characters are removed. U+FFFD replaces half characters and changes of direction.
    """
    if text.isascii() and text.isprintable():
        return text
    return DIRECTION.sub(UNKNOWN, LINE.sub("\n", CONTROL.sub("", SEQUENCE.sub("", whole(text)))))


def one_line(text: str) -> str:
    """Return the text as `plain` does, in one line with single spaces."""
    return " ".join(plain(text).split())


class PlainMessages(logging.Filter):
    """A filter for a handler of the log. It cleans every message, because one may quote a name of anyone."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean a message and its traceback, and let it pass."""
        record.msg, record.args = plain(record.getMessage()), None
        if record.exc_info and record.exc_info[0] is not None:
            record.exc_text = plain(logging.Formatter().formatException(record.exc_info))
        return True


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
