"""Lets nbgrader find the commands that it calls by their bare names."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def find_commands() -> None:
    """Put the environment's commands on the PATH of this process."""
    # nbgrader calls `alembic` by its bare name, even if the environment is not activated
    folder = str(Path(sys.executable).parent)
    if folder not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = folder + os.pathsep + os.environ.get("PATH", "")
