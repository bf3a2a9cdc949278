"""Content of submissions that stays on the disk until it is needed, because a whole class does not fit into memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from autograder.engine.errors import AutograderError
from autograder.engine.regular_files import read_regular, shown


class ChangedError(AutograderError):
    """A file of a submission is not what it was when the run began."""


@dataclass(frozen=True)
class OnDisk:
    """The content of a regular file, known by its hash.

    Attributes:
        path: the file.
        below: a folder that nobody else can change. No folder between it and the file may be a link.
        size: its length in bytes.
        digest: the SHA-256 of its content.
    """

    path: Path
    below: Path
    size: int
    digest: str

    def __bool__(self) -> bool:
        """Return whether there is any content."""
        return self.size > 0


Content = bytes | OnDisk


def on_disk(path: Path, below: Path, content: bytes) -> OnDisk:
    """Return a file with the content that was just read from it."""
    return OnDisk(path, below, len(content), digest_of(content))


def digest_of(content: Content) -> str:
    """Return the SHA-256 of some content."""
    return content.digest if isinstance(content, OnDisk) else hashlib.sha256(content).hexdigest()


def load(content: Content) -> bytes:
    """Return the bytes of some content.

    Raises:
        ChangedError: the file has other content now, or cannot be read any more.
    """
    if isinstance(content, bytes):
        return content
    try:
        data = read_regular(content.path, content.size + 1, content.below)
    except OSError:
        data = b""
    if digest_of(data) != content.digest:
        raise ChangedError(f"{shown(content.path.name)} was changed during this run. Grade it again.")
    return data
