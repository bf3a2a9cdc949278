"""Writes files completely or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def atomic_write(target: Path, text: str) -> None:
    """Write a file so that a reader never sees half of it. A ? replaces each character that no file can contain."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)
    os.chmod(scratch, 0o644)
    os.replace(scratch, target)
