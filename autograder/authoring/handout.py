"""Packs the hand-out for students: notebooks, environment, license, credits, and a README with its pictures."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from pathlib import Path

from autograder.authoring.leaks import find_leaks
from autograder.authoring.marks import refuse_faulty_marks
from autograder.course.assignment import CourseError
from autograder.course.course import Course
from autograder.course.nbgrader_config import read_config

GUIDE = "docs/for-students.md"
"""The page of the course that becomes the README of the hand-out."""
CREDITS = "NOTICE"
"""The file that names the sources and licences of data and texts from others. Not every course has it."""
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Time stamp of every file in the zip, so that equal files give equal bytes."""


def make_handout(course: Course, target: Path, release: Path) -> tuple[Path, Path]:
    """Write the hand-out to `target`, as a folder that can be pushed as a public repository and as a zip of it.

    Returns:
        The folder and the zip.

    Raises:
        CourseError: a file is missing, or would show a solution or a hidden check, or marks in `source/` are faulty.
            `target` is unchanged.
    """
    read_config(course)
    refuse_faulty_marks([course.assignment(name) for name in course.assignment_names])
    guide = course.root / GUIDE
    for path in (guide, course.root / "environment.yml", course.root / "LICENSE"):
        if not path.is_file():
            raise CourseError(f"{path}: the hand-out needs this file. Write it.")
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target) as scratch:
        tree = Path(scratch) / course.handout
        shutil.copytree(release, tree / "release", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        shutil.copy(course.root / "environment.yml", tree)
        shutil.copy(course.root / "LICENSE", tree)
        if (course.root / CREDITS).is_file():
            shutil.copy(course.root / CREDITS, tree)
        shutil.copy(guide, tree / "README.md")
        for picture in pictures(guide):
            (tree / picture).parent.mkdir(exist_ok=True)
            shutil.copy(guide.parent / picture, tree / picture)
        leaks = find_leaks(tree, course.source)
        if leaks:
            raise CourseError(
                "The hand-out would show students a solution or a hidden check:\n"
                + "\n".join(leaks)
                + "\nRun `make build` first."
            )
        archive = _zip(tree, Path(scratch) / f"{course.handout}.zip")
        folder = target / course.handout
        if folder.exists():
            shutil.rmtree(folder)
        tree.rename(folder)
        return folder, archive.rename(target / archive.name)


def pictures(guide: Path) -> list[str]:
    """Return the pictures that a guide shows, as paths relative to it."""
    return re.findall(r"!\[[^\]]*\]\(([^)\s]+)\)", guide.read_text(encoding="utf-8"))


def _zip(tree: Path, archive: Path) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(p for p in tree.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(str(path.relative_to(tree.parent)), EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, path.read_bytes())
    return archive
