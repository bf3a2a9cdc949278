"""The environment that grades on a machine: Python, the libraries and the engine's code.

A stored grade or calibration is valid only while they stay the same.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from autograder import engine
from autograder.engine.libraries import library_versions

GRADING = ("ipython", "nbgrader")
"""Packages that run and score the cells."""


@cache
def fingerprint() -> dict[str, str]:
    """Return the version of each part of this environment that a result depends on, by the part's name."""
    versions = {**library_versions(), **{name: version(name) for name in GRADING}}
    return {"python": platform.python_version(), **versions, "engine": hash_code(Path(engine.__file__).parent)}


def hash_code(folder: Path) -> str:
    """Return a hash of all modules below a folder, with their paths in it."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def differences(theirs: Mapping[str, str], ours: Mapping[str, str]) -> str:
    """Return what differs between two fingerprints, as in "keras 3.14.0 instead of 3.15.1"; empty if nothing does."""
    parts = [name for name in {**ours, **theirs} if theirs.get(name) != ours.get(name)]
    return ", ".join(f"{name} {theirs.get(name, 'missing')} instead of {ours.get(name, 'missing')}" for name in parts)
