"""Opens JupyterLab: for students on a copy of their version, so that trying it changes no committed file;

for the instructor on the course folder, with nbgrader's formgrader.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from autograder.course.assignment import RELEASE, ROOT, CourseError, assignment_names, read_assignment

LAB = ROOT / "lab"
SETTINGS = Path(__file__).parent / "jupyterlab"
"""JupyterLab's settings that differ from its own."""


def prepare_lab(folder: Path = LAB, release: Path = RELEASE) -> Path:
    """Copy the notebooks that `folder` lacks into it; what a student has begun stays as it is.

    Returns:
        The first notebook, relative to `folder`.

    Raises:
        CourseError: there is no student's version yet.
    """
    names = assignment_names(release)
    if not names:
        raise CourseError(f"{release} holds no notebook: run `make build` first")
    for name in names:
        if not (folder / name).exists():
            shutil.copytree(release / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    first = read_assignment(names[0], folder)
    return first.path.relative_to(folder)


def lab_command(folder: Path, first: Path, extra: list[str]) -> list[str]:
    """The command that opens JupyterLab in `folder` on the notebook `first`; a taken port gives way to the next."""
    return [*_command(folder), f"--LabApp.default_url=/lab/tree/{first.as_posix()}", *extra]


def prepare_exchange(folder: Path) -> None:
    """Make nbgrader's exchange where there is none: the formgrader offers to release and collect only with one."""
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(0o777)  # as `nbgrader release_assignment` does, so that every account can hand in


def formgrader_command(root: Path, extra: list[str]) -> list[str]:
    """The command, to be run in `root`, that opens JupyterLab on the course folder `root`."""
    return [*_command(root), "--LabApp.default_url=/lab/tree/source", *extra]


def _command(folder: Path) -> list[str]:
    """JupyterLab in `folder`; nothing is fetched from elsewhere, and no dialog asks for it."""
    command = [sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={folder}"]
    command.append(f"--LabApp.app_settings_dir={SETTINGS}")
    command += ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return command
