"""Opens JupyterLab: for students on a copy of their version, for instructors on the course folder."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from autograder.course.assignment import CourseError, assignment_names, read_assignment

SETTINGS = Path(__file__).parent / "jupyterlab"
"""The settings of JupyterLab that differ from its defaults."""


def prepare_lab(folder: Path, release: Path) -> Path:
    """Copy the notebooks that `folder` lacks into it; it never changes a notebook that a student has begun.

    Returns:
        The first notebook, relative to `folder`.

    Raises:
        CourseError: the students' version has not been built.
    """
    names = assignment_names(release)
    if not names:
        raise CourseError(f"{release} holds no notebook: run `make build` first")
    for name in names:
        if not (folder / name).exists():
            shutil.copytree(release / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    first = read_assignment(names[0], folder)
    return first.path.relative_to(folder)


def how_to_check(first: Path) -> str:
    """Return a line on checking a notebook such as `first`, with the command that suits the caller: make or ours."""
    command = f"make check NOTEBOOK={first}" if "MAKELEVEL" in os.environ else f"autograder check {first}"
    return f"Check a saved notebook with all checks, in another terminal: {command}"


def lab_command(folder: Path, first: Path, extra: list[str]) -> list[str]:
    """Return the command that opens JupyterLab in `folder` on the notebook `first`, at the first free port."""
    return [*_command(folder), f"--LabApp.default_url=/lab/tree/{first.as_posix()}", *extra]


def prepare_exchange(folder: Path) -> None:
    """Make nbgrader's exchange if it is missing: without it, the formgrader offers neither release nor collect."""
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(0o777)  # as `nbgrader release_assignment` does, so that every account can hand in


def formgrader_command(root: Path, extra: list[str]) -> list[str]:
    """Return the command, to be run in `root`, that opens JupyterLab on the course folder `root`."""
    return [*_command(root), "--LabApp.default_url=/lab/tree/source", *extra]


def _command(folder: Path) -> list[str]:
    """Return the command of a JupyterLab in `folder` that downloads nothing and asks for no download."""
    command = [sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={folder}"]
    command.append(f"--LabApp.app_settings_dir={SETTINGS}")
    command += ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return command
