"""Recognizes the pictures that may be shown: PNG and JPEG by their bytes, no matter what a submission calls them."""

from __future__ import annotations

import base64
import binascii
from typing import Any

STARTS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
LARGEST = 3 * 2**20
"""Longest picture in base64, in characters."""
ATTACHMENTS = 100
"""How many pictures one text cell may have."""
NAME = 200
"""Longest name of a pasted picture, in characters."""


def picture(data: Any) -> dict[str, str]:
    """Return the first picture of an output or attachment, by its media type; an empty dict if there is none."""
    for kind, start in STARTS.items():
        text = data.get(kind) if isinstance(data, dict) else None
        text = "".join(map(str, text)) if isinstance(text, list) else text
        if isinstance(text, str) and len(text) <= LARGEST:
            try:
                content = base64.b64decode(text, validate=False)
            except (binascii.Error, ValueError):
                continue
            if content.startswith(start):
                return {kind: base64.b64encode(content).decode()}
    return {}


def data_address(data: Any) -> str:
    """Return the first picture of an output or attachment as a data address, or an empty text."""
    return next((f"data:{kind};base64,{text}" for kind, text in picture(data).items()), "")


def read_attachments(raw: Any) -> dict[str, dict[str, str]]:
    """Return the pictures that were pasted into a text cell, by name. Everything else is left out."""
    named = list(raw.items())[:ATTACHMENTS] if isinstance(raw, dict) else []
    found = {name: picture(data) for name, data in named if isinstance(name, str) and len(name) <= NAME}
    return {name: data for name, data in found.items() if data}
