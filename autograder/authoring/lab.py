"""Opens JupyterLab, for students with a copy of their version, for instructors with the course folder."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from autograder.course.assignment import CourseError, assignment_names, read_assignment
from autograder.engine.nbgrader.shared_machine import make_exchange

SETTINGS = Path(__file__).parent / "jupyterlab"
"""The settings of JupyterLab that differ from its defaults."""


def prepare_lab(folder: Path, release: Path) -> Path:
    """Copy the notebooks that `folder` lacks into it. A notebook that a student has started is never changed.

    Returns:
        The first notebook, relative to `folder`.

    Raises:
        CourseError: the students' version has not been built.
    """
    names = assignment_names(release)
    if not names:
        raise CourseError(f"{release} contains no notebook: run `make build` first")
    for name in names:
        if not (folder / name).exists():
            shutil.copytree(release / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    first = read_assignment(names[0], folder)
    return first.path.relative_to(folder)


def how_to_check(first: Path) -> str:
    """Return a line that says how to check a notebook such as `first`, with make or with our command."""
    command = f"make check NOTEBOOK={first}" if "MAKELEVEL" in os.environ else f"autograder check {first}"
    return f"To run all checks on a saved notebook, use another terminal: {command}"


def lab_command(folder: Path, first: Path, extra: list[str]) -> list[str]:
    """Return the command that opens the notebook `first` with JupyterLab in `folder`, at the first free port."""
    return [*_command(folder), f"--LabApp.default_url=/lab/tree/{first.as_posix()}", *extra]


def prepare_exchange(folder: Path) -> None:
    """Create nbgrader's exchange if it is missing. Without it, the formgrader can neither release nor collect."""
    if not folder.exists():
        make_exchange(folder)


def formgrader_command(root: Path, extra: list[str]) -> list[str]:
    """Return the command that opens the course folder `root` in JupyterLab; run it in `root`."""
    return [*_command(root), "--LabApp.default_url=/lab/tree/source", *extra]


def _command(folder: Path) -> list[str]:
    """Return the command that starts JupyterLab in `folder` without downloads or offers of downloads."""
    command = [sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={folder}"]
    command.append(f"--LabApp.app_settings_dir={SETTINGS}")
    command += ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return command
