"""Results that were computed before, by all that they depend on: what was handed in, the checks, the environment."""

from __future__ import annotations

import contextlib
import hashlib
import json
import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path

from autograder.pages import write_text
from autograder.work import Job, Result

LIBRARIES = ("numpy", "tensorflow", "keras", "tf_keras", "ipython", "nbgrader")
NOT_KEPT = ("failed",)
"""Outcomes that may be another's fault, so that the job is done anew."""


class Results:
    """A folder of results, one file each; a file that cannot be read counts as none."""

    def __init__(self, folder: Path) -> None:
        """Results in this folder, which is made with the first."""
        self.folder = folder

    def get(self, key: str) -> Result | None:
        """The result of this key, or None."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            return Result.from_dict(json.loads(self._path(key).read_text(encoding="utf-8")))
        return None

    def put(self, key: str, result: Result) -> None:
        """Keep a result, at once or not at all."""
        if result.outcome.outcome not in NOT_KEPT:
            write_text(self._path(key), json.dumps(result.as_dict()))

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def key_of(job: Job) -> str:
    """A name for all on which the result of a job depends."""
    digest = hashlib.sha256(job.data)
    told = [job.source, sorted((k, hashlib.sha256(v).hexdigest()) for k, v in job.files.items()), job.settings, _here()]
    digest.update(json.dumps(told, sort_keys=True).encode())
    return digest.hexdigest()


@cache
def _here() -> list[str]:
    """What this environment grades with: Python, the libraries, our own code."""
    code = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        code.update(path.name.encode() + path.read_bytes())
    return [platform.python_version(), *(version(name) for name in LIBRARIES), code.hexdigest()]
